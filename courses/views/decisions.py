"""The people of a proposal, one decision, exceptions, and what other criteria would have given (A2)."""

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.policy import LogRule, page
from courses import run_page, shown_names
from courses.actions import exceptions
from courses.actions.policies import to_policy
from courses.forms.allocation import CompareForm, ExceptionForm, policy_label
from courses.models import AllocationDecision, AllocationException, AllocationRun, PolicyVersion
from courses.recorded import difference, may_be_counted, recorded
from courses.run_lists import COLORS, DecisionList, decisions_of, hidden_count, not_followed_count
from courses.views.runs import crumbs, run_or_404
from courses.window_overview import sentence
from participants.models import Participant
from participants.views.lookups import participant_or_404


@page(roles=[Role.COUNTY_STAFF], log=LogRule.LIST)
@require_safe
def run_decisions(request: HttpRequest, public_id) -> HttpResponse:
    """Every wish of the proposal with its explanation, to filter, sort and take out."""
    run = run_or_404(request, public_id)
    title = _("Søkerne i forslaget")
    context = {"crumbs": crumbs(run, title), "run": run, "hidden": hidden_count(run, request.membership)}
    context["not_followed"] = not_followed_count(run, request.membership)
    return DecisionList(request, run, title).response(context)


@page(roles=[Role.COUNTY_STAFF], log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def run_decision(request: HttpRequest, public_id, decision_id: int) -> HttpResponse:
    """What the proposal says of one wish and the person's others; the place to make an exception. Logged."""
    run = run_or_404(request, public_id)
    decision = get_object_or_404(decisions_of(run, request.membership), pk=decision_id)
    person = participant_or_404(request, decision.wish.application.participant.public_id)
    kinds = exceptions.kinds_for(decision) if _open(run) else []
    form = None
    if kinds or request.method == "POST":
        form = ExceptionForm(
            request.POST if request.method == "POST" else None,
            membership=request.membership,
            version=run.version,
            kinds=kinds or list(AllocationException.Kind.values),
            cancel_url=run.get_absolute_url(),
        )
    if form is not None and request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        url = perform(
            request,
            form,
            lambda: exceptions.make_exception(
                decision=decision, kind=data["kind"], reason=data["reason"], by=request.membership,
                expected_version=data["version"],
            ),
        )  # fmt: skip
        if url:
            messages.success(request, _("Forslaget er laget på nytt med unntaket. En annen må godkjenne det."))
            return redirect(url)
    context = {
        "run": run,
        "decision": decision,
        "who": shown_names.shown_name(person, request.membership),
        "office": person.office.name,
        "color": COLORS[decision.outcome],
        "sentence": sentence(decision),
        "columns": [_("Ønske"), _("Kurs"), _("Forslag"), _("Poeng"), _("Hvorfor")],
        "wishes": _wishes(run, decision, request.membership),
        "form": form,
        "crumbs": crumbs(run, _("Ett ønske")),
    }
    return render(
        request, "courses/allocation/decision.html", context, status=200 if form is None else page_status(form)
    )


def _open(run: AllocationRun) -> bool:
    return run.status == AllocationRun.Status.PREVIEW and run.follows_id is None


def _wishes(run: AllocationRun, decision: AllocationDecision, membership) -> list[list]:
    """[rank, course, outcome, points, why] of all her wishes in the proposal."""
    own = decisions_of(run, membership).filter(wish__application=decision.wish.application_id).order_by("pk")
    return [
        [
            one.decided_rank,
            f"{one.wish.intake.concept.title} ({one.wish.intake.code})",
            one.get_outcome_display(),
            one.points.get("total"),
            sentence(one),
        ]
        for one in own
    ]


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def exception_remove(request: HttpRequest, public_id, exception_id: int) -> HttpResponse:
    """Take an exception back: the proposal is made anew without it."""
    run = run_or_404(request, public_id)
    # The page gives the reason, which tells of the person: it is there for those who may open her, as in the list.
    people = Participant.objects.openable_by(request.membership)
    found = AllocationException.objects.visible_to(request.membership).filter(
        run=run, wish__application__participant__in=people
    )
    exception = get_object_or_404(found.select_related("run"), pk=exception_id)
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=run.version,
        submit=_("Fjern unntaket"),
        cancel_url=run.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        url = perform(
            request,
            form,
            lambda: exceptions.remove_exception(exception=exception, by=request.membership, expected_version=version),
        )
        if url:
            messages.success(request, _("Forslaget er laget på nytt uten unntaket."))
            return redirect(url)
    title = _("Fjern unntaket")
    text = _("Forslaget regnes ut på nytt uten unntaket «%(reason)s».") % {"reason": exception.reason}
    context = {"title": title, "text": text, "form": form, "crumbs": crumbs(run, title)}
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def policies_of(membership):
    """The versions of the criteria that a county may try: its own and the whole country's, not discarded ones."""
    found = PolicyVersion.objects.visible_to(membership).filter(engine=PolicyVersion.Engine.ALLOCATION)
    found = found.exclude(status=PolicyVersion.Status.DISCARDED)
    return found.filter(Q(county=None) | Q(county=membership.county_id)).order_by("-number")


@page(roles=[Role.COUNTY_STAFF], log=LogRule.LIST)
@require_safe
def run_compare(request: HttpRequest, public_id) -> HttpResponse:
    """What other criteria would have given of the same facts: counted here and now, stored nowhere."""
    run = run_or_404(request, public_id)
    form = CompareForm(
        request.GET if "policy" in request.GET else None,
        membership=request.membership,
        policies=policies_of(request.membership),
        cancel_url=run.get_absolute_url(),
    )
    title = _("Hva andre kriterier ville gitt")
    context = {"run": run, "form": form, "title": title, "crumbs": crumbs(run, title)}
    if form.is_bound and form.is_valid():
        policy = form.cleaned_data["policy"]
        record = recorded(run, may_be_counted(request.membership))
        seen = {row.application for row in record.decided}
        after = [row for row in record.again(to_policy(policy)) if row.application in seen]
        found = difference(record.decided, after)
        context |= {
            "policy": policy_label(policy),
            "compared": run_page.compared(found),
            "people": run_page.moved_people(found, request.membership),
            "most": run_page.MOST_MOVED,
        }
    return render(request, "courses/allocation/compare.html", context, status=page_status(form))
