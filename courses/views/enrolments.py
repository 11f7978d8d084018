"""One participation: the course view of the person, its end, prospects explained, certificate (K2, K4, K5)."""

import uuid

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock, panels, pdf
from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.models.users import CASE_ROLES, OFFICE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import certificate_content, enrolment_page
from courses.actions import certificates
from courses.actions import enrolments as actions
from courses.forms.class_work import LeavingForm
from courses.forms.places import ProspectsForm
from courses.models import Enrolment
from courses.views.classes import ENROLMENT_COLORS, class_crumbs
from participants.views.lookups import log_details, may_write, visible_participant


def enrolment_or_404(request: HttpRequest, public_id, *, write: bool = False, log: bool = True) -> Enrolment:
    """A participation this membership sees, logged. 403 for a protected person, and with `write` for who only reads.

    log=False is for a page that shows nothing of the person.
    """
    membership = request.membership
    enrolments = Enrolment.objects.visible_to(membership).select_related(
        "participant__office", "participant__caseworker__user", "intake__contract__concept",
        "intake__contract__provider", "prospects_explained_by__user", "ended_by__user",
    )  # fmt: skip
    enrolment = get_object_or_404(enrolments, public_id=public_id)
    person = enrolment.participant
    visible_participant(request, person.public_id)
    if write and membership.is_office and not may_write(membership, person):
        raise PermissionDenied
    if write and membership.is_provider and not enrolment_page.has_course_view(enrolment, membership):
        raise PermissionDenied
    if log:
        log_details(request, person)
    return enrolment


def enrolment_crumbs(request: HttpRequest, enrolment: Enrolment, here: str = "") -> list[tuple[str, str]]:
    """Breadcrumbs of a participation and of a page under it: by the class for a provider, by the person for NAV."""
    person = enrolment.participant
    own = enrolment.get_absolute_url() if here else ""
    if request.membership.is_provider:
        return [*class_crumbs(enrolment.intake, person.name)[:-1], (person.name, own)] + ([(here, "")] if here else [])
    course = (enrolment.intake.concept.title, own)
    crumbs = [
        (_("Brukere"), reverse("participants:list")),
        (person.name, reverse("participants:detail", args=[person.public_id])),
        course,
    ]
    return [*crumbs, (here, "")] if here else crumbs


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_safe
def enrolment_detail(request: HttpRequest, public_id) -> HttpResponse:
    """The course view of one participant; after 40 days the provider sees only name, contact and outcome."""
    enrolment = enrolment_or_404(request, public_id)
    membership = request.membership
    buttons = panels.collect("enrolment.buttons", membership, [enrolment.pk])[enrolment.pk]
    context = enrolment_page.context(enrolment, membership, today=clock.today())
    context |= {
        "color": ENROLMENT_COLORS[enrolment.status],
        "panel_list": panels.collect("enrolment.detail", membership, [enrolment.pk])[enrolment.pk],
        "buttons": [button for panel in buttons for button in panel.context["buttons"]],
        "crumbs": enrolment_crumbs(request, enrolment),
        # One effect per double click of the page's own button.
        "submission": uuid.uuid4(),
    }
    return render(request, "courses/places/enrolment_detail.html", context)


@page(roles=PROVIDER_ROLES | OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_end(request: HttpRequest, public_id) -> HttpResponse:
    """End a participation before the course is over; before it has begun that is not for the provider."""
    enrolment = enrolment_or_404(request, public_id, write=True)
    if request.membership.is_provider and actions.before_start(enrolment, clock.today()):
        raise PermissionDenied
    form = LeavingForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=enrolment.version,
        cancel_url=enrolment.get_absolute_url(),
        initial={"on": clock.today()},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        url = perform(
            request,
            form,
            lambda: actions.end_participation(
                enrolment=enrolment,
                on=data["on"],
                reason=data["reason"],
                kept=data["kept"],
                said=data["said"],
                by=request.membership,
                expected_version=data["version"],
            ),
        )
        if url:
            messages.success(request, _("Deltakelsen er avsluttet."))
            return redirect(url)
    lead = _("%(name)s går på %(course)s %(first)s–%(last)s.") % {
        "name": enrolment.participant.name,
        "course": enrolment.intake.concept.title,
        "first": date_format(enrolment.starts_on),
        "last": date_format(enrolment.ends_on),
    }
    return _form_page(request, enrolment, form, _("Avslutt deltakelsen"), lead)


def _form_page(request, enrolment: Enrolment, form, title: str, lead: str) -> HttpResponse:
    context = {"title": title, "lead": lead, "form": form, "crumbs": enrolment_crumbs(request, enrolment, title)}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES | OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def enrolment_prospects(request: HttpRequest, public_id) -> HttpResponse:
    """Log that she was told what work the course leads to."""
    enrolment = enrolment_or_404(request, public_id, write=True)
    form = ProspectsForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=enrolment.version,
        cancel_url=enrolment.get_absolute_url(),
        initial={"on": clock.today()},
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        url = perform(
            request,
            form,
            lambda: actions.explain_prospects(
                enrolment=enrolment,
                on=data["on"],
                said=data["said"],
                by=request.membership,
                expected_version=data["version"],
            ),
        )
        if url:
            messages.success(request, _("Lagret at jobbutsiktene er forklart."))
            return redirect(url)
    return _form_page(request, enrolment, form, _("Jobbutsikter forklart"), enrolment.intake.concept.outlook)


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_POST
def certificate_issue(request: HttpRequest, public_id) -> HttpResponse:
    """Register that the certificate is issued; the PDF can be fetched afterwards."""
    enrolment = enrolment_or_404(request, public_id, write=True, log=False)
    form = KursForm(request.POST, membership=request.membership, version=enrolment.version)
    if form.is_valid():
        url = perform(
            request,
            form,
            lambda: certificates.issue_certificate(
                enrolment=enrolment, by=request.membership, expected_version=form.cleaned_data["version"]
            ),
            url=lambda row: enrolment.get_absolute_url(),
        )
        if url:
            messages.success(request, _("Kursbeviset er utstedt."))
            return redirect(url)
    problem = form.non_field_errors() or [_("Noen andre har endret deltakelsen. Se over og prøv igjen.")]
    messages.error(request, problem[0])
    return redirect(enrolment)


@page(roles=PROVIDER_ROLES | OFFICE_ROLES | {Role.COUNTY_STAFF}, log=LogRule.DETAILS)
@require_safe
def certificate(request: HttpRequest, public_id) -> HttpResponse:
    """The issued certificate as a PDF; not in the provider's reduced view, which has no date of birth."""
    enrolment = enrolment_or_404(request, public_id)
    if not enrolment_page.has_course_view(enrolment, request.membership):
        raise PermissionDenied
    if enrolment.certificate_issued_on is None:
        messages.info(request, _("Kursbeviset er ikke utstedt ennå."))
        return redirect(enrolment)
    row = enrolment.certificates.valid().first()
    # Those of before the register have no stored content.
    stored = row.content if row else certificate_content.of(enrolment, str(enrolment.public_id))
    content = pdf.render("courses/course_certificate.typ", stored, at=row.issued_at if row else None)
    return pdf.pdf_response(content, f"kursbevis-{row.number if row else enrolment.intake.code}.pdf")
