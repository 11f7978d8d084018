"""The agreement on paper: the PDF for three signatures, the signed copy, and the last day moved (L3)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, files, pdf
from amo.forms import page_status, perform
from amo.list_parts import Column, Empty
from amo.lists import ListPage
from amo.models.users import CASE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from placements import agreement, unsigned
from placements.actions import agreements as actions
from placements.forms.agreements import ExtendForm, SignedForm
from placements.models import Placement
from placements.slots import HOLDS_SLOT
from placements.views.lookups import placement_or_404
from placements.views.placements import form_context, placement_url

METHODS = ["GET", "HEAD", "POST"]


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_safe
def agreement_pdf(request: HttpRequest, public_id) -> HttpResponse:
    """The agreement for three signatures, in the written form the participant prefers."""
    placement = placement_or_404(request, public_id, _("Praksisavtale (PDF)"))
    return pdf.pdf_response(agreement.render(placement), agreement.file_name(placement))


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_safe
def signed_copy(request: HttpRequest, public_id) -> HttpResponse:
    """The signed copy as an attachment; 404 where there is none."""
    placement = placement_or_404(request, public_id, _("Signert praksisavtale"))
    if placement.signed_copy is None:
        raise Http404
    return files.download(placement.signed_copy)


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def agreement_sign(request: HttpRequest, public_id) -> HttpResponse:
    """Mark the agreement as signed, and keep the copy."""
    placement = placement_or_404(request, public_id, _("Signert praksisavtale"))
    if placement.status == Placement.Status.CANCELLED:
        raise PermissionDenied(_("Praksisplassen er avlyst og kan ikke endres."))
    posted = request.method == "POST"
    form = SignedForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        membership=request.membership,
        version=placement.version,
        initial={"signed_on": placement.signed_on or clock.today()},
        cancel_url=placement_url(placement),
    )
    if posted and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.mark_signed(placement=placement, by=request.membership, **form.cleaned_data_for_action()),
            url=placement_url,
        )
        if url:
            signed = form.cleaned_data["signed_on"]
            messages.success(request, _("Avtalen er signert.") if signed else _("Avtalen er ikke lenger signert."))
            return redirect(url)
    context = form_context(_("Signert avtale"), placement, form)
    return render(request, "placements/placement_form.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def placement_extend(request: HttpRequest, public_id) -> HttpResponse:
    """Move the last day further out, with why."""
    placement = placement_or_404(request, public_id, _("Forleng praksisen"))
    if placement.status not in HOLDS_SLOT:
        raise PermissionDenied(_("Praksisen er avsluttet og kan ikke endres."))
    last = placement.enrolment.ends_on
    form = ExtendForm(
        request.POST if request.method == "POST" else None,
        about=placement.employer,
        membership=request.membership,
        version=placement.version,
        initial={"new_end": last if last > placement.ends_on else None},
        cancel_url=placement_url(placement),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.extend_placement(
                placement=placement, by=request.membership, **form.cleaned_data_for_action()
            ),
            url=lambda _extension: placement_url(placement),
        )
        if url:
            messages.success(request, _("Praksisen er forlenget."))
            return redirect(url)
    context = form_context(_("Forleng praksisen"), placement, form)
    context["lead"] = _("%(name)s hos %(employer)s. Praksisen slutter %(end)s, kurset %(course_end)s.") % {
        "name": placement.participant.name,
        "employer": placement.employer.name,
        "end": date_format(placement.ends_on),
        "course_end": date_format(last),
    }
    return render(request, "placements/placement_form.html", context, status=page_status(form))


class UnsignedList(ListPage):
    """Agreements that go on and that not all three have signed."""

    key = "unsigned_agreements"
    title = gettext_lazy("Avtaler som ikke er signert")
    noun = (gettext_lazy("avtale"), gettext_lazy("avtaler"))
    default_sort = "starts_on"
    column_list = [
        Column("name", gettext_lazy("Deltaker"), value="participant.list_name", sort="participant__name_sort"),
        Column("employer", gettext_lazy("Arbeidsgiver"), value="employer.name", sort="employer__name_sort"),
        Column("starts_on", gettext_lazy("Praksis fra"), sort="starts_on"),
        Column("ends_on", gettext_lazy("Praksis til"), sort="ends_on"),
    ]
    nothing_there = Empty(gettext_lazy("Alle avtalene er signert"), gettext_lazy("Det er ingenting du må gjøre her."))

    def row_url(self, obj):
        return reverse("placements:placement_detail", args=[obj.public_id])


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def unsigned_list(request: HttpRequest) -> HttpResponse:
    """The provider's agreements that are not signed; protected persons are left out."""
    found = unsigned.of(Placement.objects.visible_to(request.membership))
    return UnsignedList(request, found.select_related("participant", "employer")).response()
