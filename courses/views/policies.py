"""Versions of the advice's weights: what is in force, a county's drafts, their effect, and taking one into use (P6)."""

from django.contrib import messages
from django.db.models import Q
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
from courses import words
from courses.actions import policies
from courses.forms.policies import TEXTS, PolicyForm
from courses.models import PolicyVersion
from courses.policy_preview import MOST_PERSONS, preview
from courses.words_base import amount

COLORS = {"draft": "draft", "in_use": "approved", "discarded": "neutral"}
ADVICE = PolicyVersion.Engine.ADVICE


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def policy_list(request: HttpRequest) -> HttpResponse:
    """The versions of the own county and of the whole country, newest first, with the one in force."""
    membership = request.membership
    rows = list(_visible(request).select_related("county", "created_by__user", "approved_by__user"))
    now = policies.in_force(ADVICE, clock.today(), membership.home_county_id)
    context = {
        "rows": [
            {
                "policy": row,
                "color": COLORS[row.status],
                "in_force": now is not None and row.pk == now.pk,
                "made_by": str(row.created_by.user) if row.created_by else "",
                "approved_by": str(row.approved_by.user) if row.approved_by else "",
            }
            for row in rows
        ],
        "may_draft": membership.role == Role.COUNTY_STAFF,
        "crumbs": _crumbs(_("Vekter i kursforslagene")),
    }
    return render(request, "courses/policy_list.html", context)


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def policy_detail(request: HttpRequest, number: int) -> HttpResponse:
    """One version; for a draft of her county, what it would change for real cases."""
    policy = _policy_or_404(request, number)
    membership, today = request.membership, clock.today()
    context = {
        "policy": policy,
        "color": COLORS[policy.status],
        "title": _title(policy),
        "crumbs": _crumbs(_title(policy)),
    }
    context |= {"numbers": _numbers(policy, today), "note": policy.note}
    if policy.status == PolicyVersion.Status.DRAFT and membership.role == Role.COUNTY_STAFF:
        old = policies.advice_policy(today, policy.county_id)
        found = preview(old, policies.to_policy(policy), by=membership, day=today)
        context |= {
            "preview": found,
            "changes": [_change(change) for change in found.changes],
            "examples": [_example(example) for example in found.examples],
            "most": MOST_PERSONS,
            "own": policy.created_by is not None and policy.created_by.user_id == membership.user_id,
            "too_late": policy.valid_from < today,
        }
    return render(request, "courses/policy_detail.html", context)


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def policy_new(request: HttpRequest) -> HttpResponse:
    """A draft from the version in force; nothing changes before a second person takes it into use."""
    membership, today = request.membership, clock.today()
    form = PolicyForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        base=policies.advice_policy(today, membership.county_id),
        initial={"valid_from": today},
        cancel_url=reverse("courses:policy_list"),
    )
    form.autosave("advice-policy")
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        url = perform(
            request,
            form,
            lambda: policies.draft_policy(
                parameters=form.parameters(), valid_from=data["valid_from"], note=data["note"], by=membership
            ),
            url=_url,
        )
        if url:
            messages.success(request, _("Utkastet er lagret. Se hva det endrer før noen tar det i bruk."))
            return redirect(url)
    context = {
        "form": form,
        "title": _("Nytt utkast til vekter"),
        "lead": _("Utkastet starter fra vektene som gjelder nå. En annen i Nav tiltak må ta det i bruk."),
        "crumbs": _crumbs(_("Nytt utkast")),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def policy_use(request: HttpRequest, number: int) -> HttpResponse:
    """A second person takes the draft into use from its day."""
    policy = _draft_or_404(request, number)
    day = date_format(policy.valid_from, "j. F Y")
    return _decide(
        request,
        policy,
        work=policies.take_into_use,
        done=_("Vektene gjelder fra %(day)s.") % {"day": day},
        title=_("Ta vektene i bruk"),
        text=_("Fra %(day)s regnes kursforslagene i fylket med disse vektene. Det som er vist før, blir stående.")
        % {"day": day},
    )


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def policy_discard(request: HttpRequest, number: int) -> HttpResponse:
    """Put the draft aside."""
    return _decide(
        request,
        _draft_or_404(request, number),
        work=policies.discard_policy,
        done=_("Utkastet er forkastet."),
        title=_("Forkast utkastet"),
        text=_("Vektene som gjelder nå, blir stående. Utkastet kan fortsatt leses i historikken."),
    )


def _decide(request, policy: PolicyVersion, *, work, done: str, title: str, text: str) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = KursForm(data, membership=request.membership, submit=title, cancel_url=_url(policy))
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: work(policy=policy, by=request.membership), url=_url)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {"title": title, "text": text, "form": form, "crumbs": _crumbs(title)}
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def _url(policy: PolicyVersion) -> str:
    return reverse("courses:policy_detail", args=[policy.number])


def _visible(request: HttpRequest):
    """The own county's and the whole country's; drafts are the county staff's own work."""
    membership = request.membership
    found = PolicyVersion.objects.visible_to(membership).filter(engine=ADVICE)
    found = found.filter(Q(county=None) | Q(county=membership.home_county_id))
    if membership.role != Role.COUNTY_STAFF:
        found = found.filter(status=PolicyVersion.Status.IN_USE)
    return found.order_by("-number")


def _policy_or_404(request: HttpRequest, number: int) -> PolicyVersion:
    found = _visible(request).select_related("county", "created_by__user", "approved_by__user")
    return get_object_or_404(found, number=number)


def _draft_or_404(request: HttpRequest, number: int) -> PolicyVersion:
    """A version of the own county, draft or decided upon: the action tells which."""
    return get_object_or_404(_visible(request).filter(county=request.membership.county_id), number=number)


def _crumbs(here: str) -> list[tuple[str, str]]:
    crumbs = [(_("Kurs"), reverse("courses:concept_list"))]
    if here != _("Vekter i kursforslagene"):
        crumbs.append((_("Vekter i kursforslagene"), reverse("courses:policy_list")))
    return [*crumbs, (here, "")]


def _title(policy: PolicyVersion) -> str:
    return _("Vekter, versjon %(number)d") % {"number": policy.number}


def _numbers(policy: PolicyVersion, today) -> list[list[str]]:
    """[name, this version, the one in force today] per number that can be set."""
    own, now = policies.to_policy(policy), policies.advice_policy(today, policy.county_id)
    return [[str(TEXTS[name]), amount(getattr(own, name)), amount(getattr(now, name))] for name in policies.EDITABLE]


def _change(change) -> dict:
    return {
        "person": change.who,
        "url": reverse("participants:detail", args=[change.who.public_id]),
        "course": change.concept.title,
        "before": _line(change.before),
        "after": _line(change.after),
    }


def _line(line) -> dict:
    return {
        "points": round(line.points),
        "band": words.BAND_WORDS[line.band](),
        "color": words.BAND_COLORS[line.band],
        "doubt": line.group == "wanted_but",
    }


def _example(example: dict) -> dict:
    sides = {
        side: {"course": example[side]["title"], **_line(example[side]["line"])} if example[side] else None
        for side in ("before", "after")
    }
    return {"who": example["who"], **sides}
