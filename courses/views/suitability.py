"""Whether the course suits her: the provider's assessment, her answer, NAV's decision, the county's overview (A6)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import page_status, perform
from amo.models import Role
from amo.models.users import CASE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import enrolment_page, suitability_page
from courses.actions import suitability as actions
from courses.forms.class_results import DecisionForm, ShownForm, SuitabilityForm
from courses.models import SuitabilityAssessment
from courses.views.enrolments import enrolment_crumbs, enrolment_or_404
from participants.views.lookups import may_write


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def suitability_assess(request: HttpRequest, public_id) -> HttpResponse:
    """The provider's assessment, and a change of it until NAV has decided."""
    enrolment = enrolment_or_404(request, public_id, write=True)
    row = SuitabilityAssessment.objects.filter(enrolment=enrolment).first()
    if not actions.may_assess(enrolment, clock.today()) or (row and row.decision):
        raise PermissionDenied
    form = SuitabilityForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=row.version if row else None,
        cancel_url=enrolment.get_absolute_url(),
        initial={"outcome": row.outcome, "reasons": row.reasons, "note": row.note} if row else {},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        work = lambda: actions.assess(  # noqa: E731
            enrolment=enrolment, outcome=data["outcome"], reasons=data["reasons"], note=data["note"],
            by=request.membership, expected_version=data.get("version"),
        )  # fmt: skip
        if url := perform(request, form, work, url=lambda result: enrolment.get_absolute_url()):
            messages.success(request, _("Vurderingen er lagret. Deltakeren får se den, og Nav avgjør."))
            return redirect(url)
    title = _("Passer kurset?")
    context = {"title": title, "lead": enrolment.participant.name, "form": form}
    context["crumbs"] = enrolment_crumbs(request, enrolment, title)
    return render(request, "components/form_page.html", context, status=page_status(form))


def _row_or_404(request: HttpRequest, public_id) -> SuitabilityAssessment:
    seen = SuitabilityAssessment.objects.visible_to(request.membership).select_related("assessed_by__user")
    row = get_object_or_404(seen, public_id=public_id)
    row.enrolment = enrolment_or_404(request, row.enrolment.public_id)
    if not enrolment_page.has_course_view(row.enrolment, request.membership):
        raise PermissionDenied
    return row


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_safe
def suitability(request: HttpRequest, public_id) -> HttpResponse:
    """One assessment: what the provider found, what she says, what NAV has decided; to go through with her, and print."""
    row = _row_or_404(request, public_id)
    membership, open_still = request.membership, not row.decision and row.outcome == row.Outcome.NOT_SUITABLE
    context = {
        "row": row,
        "enrolment": row.enrolment,
        "facts": suitability_page.facts(row, membership),
        "due": actions.answer_due(row) if open_still else None,
        "may_show": open_still and may_write(membership, row.enrolment.participant),
        "may_decide": open_still and membership.role == Role.COUNTY_STAFF,
        "crumbs": enrolment_crumbs(request, row.enrolment, _("Passer kurset?")),
    }
    return render(request, "courses/results/suitability.html", context)


@page(roles=[Role.CASEWORKER, Role.OFFICE_LEAD], log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def suitability_show(request: HttpRequest, public_id) -> HttpResponse:
    """Record that she has seen it, and what she says."""
    row = _row_or_404(request, public_id)
    if not may_write(request.membership, row.enrolment.participant) or row.decision:
        raise PermissionDenied
    form = ShownForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=row.version,
        cancel_url=row.get_absolute_url(),
        initial={"on": row.shown_on or clock.today(), "comment": row.comment},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        work = lambda: actions.show_to_person(  # noqa: E731
            assessment=row, on=data["on"], comment=data["comment"], by=request.membership,
            expected_version=data["version"],
        )  # fmt: skip
        if url := perform(request, form, work):
            messages.success(request, _("Svaret til deltakeren er lagret."))
            return redirect(url)
    return _form_page(request, row, form, _("Hva deltakeren sier"))


@page(roles=[Role.COUNTY_STAFF], log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def suitability_decide(request: HttpRequest, public_id) -> HttpResponse:
    """NAV decides about the place."""
    row = _row_or_404(request, public_id)
    if row.decision or row.outcome != row.Outcome.NOT_SUITABLE:
        raise PermissionDenied
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=row.version,
        cancel_url=row.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        work = lambda: actions.decide(  # noqa: E731
            assessment=row, decision=data["decision"], reason=data["reason"], by=request.membership,
            expected_version=data["version"],
        )  # fmt: skip
        overview = reverse("courses:suitability_county")
        if url := perform(request, form, work, url=lambda result: overview):
            messages.success(request, _("Avgjørelsen er lagret, og veilederen har fått beskjed."))
            return redirect(url)
    return _form_page(request, row, form, _("Avgjør om plassen"))


def _form_page(request: HttpRequest, row: SuitabilityAssessment, form, title: str) -> HttpResponse:
    lead = "{}: {}".format(row.get_outcome_display(), ", ".join(row.reason_labels))
    context = {"title": title, "lead": lead, "form": form, "crumbs": enrolment_crumbs(request, row.enrolment, title)}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=[Role.COUNTY_STAFF], log=LogRule.LIST)
@require_safe
def suitability_county(request: HttpRequest) -> HttpResponse:
    """What waits for a decision, and how many each provider has found unsuitable, and why."""
    return render(request, "courses/results/suitability_county.html", suitability_page.county(request.membership))
