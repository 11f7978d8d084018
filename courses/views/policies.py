"""Versions of the advice's weights and the allocation's criteria: in force, drafts, effect, into use (P6, A2).

Every view takes the engine from its route, see courses/urls/policies.py; words and form are in `policy_kinds`.
"""

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
from courses.actions import policies
from courses.models import PolicyVersion
from courses.policy_kinds import KINDS, PolicyKind
from courses.words_base import amount

COLORS = {"draft": "draft", "in_use": "approved", "discarded": "neutral"}
ADVICE = PolicyVersion.Engine.ADVICE


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def policy_list(request: HttpRequest, engine: str = ADVICE) -> HttpResponse:
    """The versions of the own county and of the whole country, newest first, with the one in force."""
    membership, kind = request.membership, KINDS[engine]
    rows = list(_visible(request, kind).select_related("county", "created_by__user", "approved_by__user"))
    now = policies.in_force(engine, clock.today(), membership.home_county_id)
    context = {
        "rows": [
            {
                "policy": row,
                "url": kind.url("detail", row.number),
                "color": COLORS[row.status],
                "in_force": now is not None and row.pk == now.pk,
                "made_by": str(row.created_by.user) if row.created_by else "",
                "approved_by": str(row.approved_by.user) if row.approved_by else "",
            }
            for row in rows
        ],
        "kind": kind,
        "new_url": kind.url("new") if membership.role == Role.COUNTY_STAFF else "",
        "crumbs": _crumbs(kind),
    }
    return render(request, "courses/policy_list.html", context)


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def policy_detail(request: HttpRequest, number: int, engine: str = ADVICE) -> HttpResponse:
    """One version; for a draft of her county, what it would change for real cases."""
    kind = KINDS[engine]
    policy = _policy_or_404(request, kind, number)
    membership, today = request.membership, clock.today()
    title = kind.version % {"number": policy.number}
    context = {
        "policy": policy,
        "kind": kind,
        "color": COLORS[policy.status],
        "title": title,
        "crumbs": _crumbs(kind, title),
        "numbers": _numbers(kind, policy, today),
        "note": policy.note,
    }
    if policy.status == PolicyVersion.Status.DRAFT and membership.role == Role.COUNTY_STAFF:
        context |= kind.effect(policy, membership, today)
        context |= {
            "use_url": kind.url("use", policy.number),
            "discard_url": kind.url("discard", policy.number),
            "own": policy.created_by is not None and policy.created_by.user_id == membership.user_id,
            "too_late": policy.valid_from < today,
        }
    return render(request, "courses/policy_detail.html", context)


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def policy_new(request: HttpRequest, engine: str = ADVICE) -> HttpResponse:
    """A draft from the version in force; nothing changes before a second person takes it into use."""
    membership, today, kind = request.membership, clock.today(), KINDS[engine]
    form = kind.form(
        request.POST if request.method == "POST" else None,
        membership=membership,
        base=kind.in_force(today, membership.county_id),
        initial={"valid_from": today},
        cancel_url=kind.url("list"),
    )
    form.autosave(f"{engine}-policy")
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        url = perform(
            request,
            form,
            lambda: policies.draft_policy(
                engine=engine,
                parameters=form.parameters(),
                valid_from=data["valid_from"],
                note=data["note"],
                by=membership,
            ),
            url=lambda made: kind.url("detail", made.number),
        )
        if url:
            messages.success(request, _("Utkastet er lagret. Se hva det endrer før noen tar det i bruk."))
            return redirect(url)
    context = {"form": form, "title": kind.new_title, "lead": kind.new_lead, "crumbs": _crumbs(kind, _("Nytt utkast"))}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def policy_use(request: HttpRequest, number: int, engine: str = ADVICE) -> HttpResponse:
    """A second person takes the draft into use from its day."""
    kind = KINDS[engine]
    policy = _draft_or_404(request, kind, number)
    day = {"day": date_format(policy.valid_from, "j. F Y")}
    return _decide(
        request,
        kind,
        policy,
        work=policies.take_into_use,
        done=kind.used % day,
        title=kind.use_title,
        text=kind.use_text % day,
    )


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def policy_discard(request: HttpRequest, number: int, engine: str = ADVICE) -> HttpResponse:
    """Put the draft aside."""
    kind = KINDS[engine]
    return _decide(
        request,
        kind,
        _draft_or_404(request, kind, number),
        work=policies.discard_policy,
        done=_("Utkastet er forkastet."),
        title=_("Forkast utkastet"),
        text=kind.discard_text,
    )


def _decide(
    request, kind: PolicyKind, policy: PolicyVersion, *, work, done: str, title: str, text: str
) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    back = kind.url("detail", policy.number)
    form = KursForm(data, membership=request.membership, submit=title, cancel_url=back)
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, lambda: work(policy=policy, by=request.membership), url=lambda _row: back)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {"title": title, "text": text, "form": form, "crumbs": _crumbs(kind, title)}
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def _visible(request: HttpRequest, kind: PolicyKind):
    """The own county's and the whole country's; drafts are the county staff's own work."""
    membership = request.membership
    found = PolicyVersion.objects.visible_to(membership).filter(engine=kind.engine)
    found = found.filter(Q(county=None) | Q(county=membership.home_county_id))
    if membership.role != Role.COUNTY_STAFF:
        found = found.filter(status=PolicyVersion.Status.IN_USE)
    return found.order_by("-number")


def _policy_or_404(request: HttpRequest, kind: PolicyKind, number: int) -> PolicyVersion:
    found = _visible(request, kind).select_related("county", "created_by__user", "approved_by__user")
    return get_object_or_404(found, number=number)


def _draft_or_404(request: HttpRequest, kind: PolicyKind, number: int) -> PolicyVersion:
    """A version of the own county, draft or decided upon: the action tells which."""
    return get_object_or_404(_visible(request, kind).filter(county=request.membership.county_id), number=number)


def _crumbs(kind: PolicyKind, here: str = "") -> list[tuple[str, str]]:
    label, route = kind.home
    crumbs = [(label, reverse(route)), (kind.title, kind.url("list") if here else "")]
    return [*crumbs, (here, "")] if here else crumbs


def _numbers(kind: PolicyKind, policy: PolicyVersion, today) -> list[list[str]]:
    """[name, this version, the one in force today] per number that can be set."""
    own = policies.numbers(policies.to_policy(policy))
    now = policies.numbers(kind.in_force(today, policy.county_id))
    return [[str(kind.names[name]), amount(own[name]), amount(now[name])] for name in own]
