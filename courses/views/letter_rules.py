"""The right of appeal by kind of decision: versions for the whole country, kept by Nav tiltak and the administrator (A5)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses.actions import letter_rules as actions
from courses.forms.letters import LetterRuleForm
from courses.models import LetterRule

READERS = NAV_ROLES | {Role.ADMINISTRATOR}
COLORS = {"draft": "draft", "in_use": "approved", "discarded": "closed"}
METHODS = ["GET", "HEAD", "POST"]


@page(roles=READERS, log=LogRule.NONE)
@require_safe
def letter_rule_list(request: HttpRequest) -> HttpResponse:
    """What holds today for each kind of decision, and every version there has been."""
    now = actions.rules_on(clock.today())
    rows = LetterRule.objects.visible_to(request.membership).select_related("created_by__user", "approved_by__user")
    if not _keeps(request):
        rows = rows.filter(status=LetterRule.Status.IN_USE)
    current = {rule.pk for rule in now.values()}
    context = {
        "rows": [
            {"rule": rule, "color": COLORS[rule.status], "in_force": rule.pk in current}
            for rule in rows.order_by("decision_type", "-number")
        ],
        "may_draft": _keeps(request),
        "crumbs": _crumbs(request),
    }
    return render(request, "courses/letters/rule_list.html", context)


@page(roles=READERS, log=LogRule.NONE)
@require_safe
def letter_rule_detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One version as it reads in a letter."""
    rule = _rule(request, pk)
    membership, draft = request.membership, rule.status == LetterRule.Status.DRAFT
    context = {
        "rule": rule,
        "color": COLORS[rule.status],
        "title": str(rule),
        "may_decide": draft and _keeps(request),
        "own": rule.created_by is not None and rule.created_by.user_id == membership.user_id,
        "too_late": draft and rule.valid_from < clock.today(),
        "crumbs": _crumbs(request, str(rule)),
    }
    return render(request, "courses/letters/rule_detail.html", context)


@page(roles=actions.KEEPERS, log=LogRule.NONE)
@require_http_methods(METHODS)
def letter_rule_new(request: HttpRequest) -> HttpResponse:
    """A draft from the version in force (`?slag=`); nothing changes before a second person takes it into use."""
    membership, today = request.membership, clock.today()
    form = LetterRuleForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        initial=_first(request.GET.get("slag", ""), today) | {"valid_from": today},
        cancel_url=reverse("courses:letter_rule_list"),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: actions.draft_rule(by=membership, **form.cleaned_data_for_action()))
        if url:
            messages.success(request, _("Utkastet er lagret. En annen må ta det i bruk."))
            return redirect(url)
    title = _("Ny regel om klage")
    context = {
        "form": form,
        "title": title,
        "lead": _("Regelen gjelder hele landet. En annen enn du må ta den i bruk. Sendte brev står som de er."),
        "crumbs": _crumbs(request, title),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


def _first(kind: str, today) -> dict:
    """What a new draft begins with: the version in force, if it is known which kind of decision it is for."""
    if kind not in LetterRule.DecisionType.values:
        return {}
    rule = actions.rule_row(kind, today)
    same = ("decision_type", "weeks", "text_nb", "text_nn", "law_reference", "must_be_confirmed")
    return {name: getattr(rule, name) for name in same} | {"appealable": "yes" if rule.appealable else "no"}


@page(roles=actions.KEEPERS, log=LogRule.NONE)
@require_http_methods(METHODS)
def letter_rule_use(request: HttpRequest, pk: int) -> HttpResponse:
    """A second person takes the draft into use from its day."""
    rule = _rule(request, pk)
    day = date_format(rule.valid_from, "j. F Y")
    return _decide(
        request,
        rule,
        work=actions.take_into_use,
        done=_("Regelen gjelder fra %(day)s.") % {"day": day},
        title=_("Ta regelen i bruk"),
        text=_("Brev som sendes fra %(day)s, får denne teksten i hele landet. Det kan ikke angres.") % {"day": day},
    )


@page(roles=actions.KEEPERS, log=LogRule.NONE)
@require_http_methods(METHODS)
def letter_rule_discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the draft aside."""
    return _decide(
        request,
        _rule(request, pk),
        work=actions.discard_rule,
        done=_("Utkastet er forkastet."),
        title=_("Forkast utkastet"),
        text=_("Regelen som gjelder nå, blir stående. Utkastet kan fortsatt leses i historikken."),
    )


def _decide(request: HttpRequest, rule: LetterRule, *, work, done: str, title: str, text: str) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = KursForm(data, membership=request.membership, submit=title, cancel_url=rule.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: work(rule=rule, by=request.membership))
        if url:
            messages.success(request, done)
            return redirect(url)
    crumbs = _crumbs(request, title, (str(rule), rule.get_absolute_url()))
    context = {"title": title, "text": text, "form": form, "crumbs": crumbs}
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def _keeps(request: HttpRequest) -> bool:
    return request.membership.role in actions.KEEPERS


def _rule(request: HttpRequest, pk: int) -> LetterRule:
    """A version; drafts are the keepers' own work."""
    found = LetterRule.objects.visible_to(request.membership).select_related("created_by__user", "approved_by__user")
    if not _keeps(request):
        found = found.filter(status=LetterRule.Status.IN_USE)
    return get_object_or_404(found, pk=pk)


def _crumbs(request: HttpRequest, here: str = "", *more: tuple[str, str]) -> list[tuple[str, str]]:
    crumbs = [(_("Brev"), reverse("courses:letter_list"))] if request.membership.is_nav else []
    label = _("Klagerett og frister")
    if not here:
        return [*crumbs, (label, "")]
    return [*crumbs, (label, reverse("courses:letter_rule_list")), *more, (here, "")]
