"""The written reference and the referee: written down, the file taken out, and who in a class lacks them (L11)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, files
from amo.forms import page_status, perform
from amo.list_parts import Column, Empty, QuickFilter
from amo.lists import ListPage
from amo.models.users import CASE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from amo.templatetags.aksel import status_tag
from courses import enrolment_page
from courses.models import Intake
from placements import references
from placements.actions import references as actions
from placements.forms.references import ReferenceForm
from placements.models import Placement, Reference
from placements.protection import unprotected
from placements.views.lookups import log_person, placement_or_404
from placements.views.placements import placement_url

SETTLED = (Reference.Status.RECEIVED, Reference.Status.REFUSED)
TITLES = {
    Reference.Kind.ATTEST: gettext_lazy("Skriftlig attest"),
    Reference.Kind.REFEREE: gettext_lazy("Referanse som kan ringes"),
}


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def reference_edit(request: HttpRequest, placement_id, kind: str) -> HttpResponse:
    """Asked for, received or refused; what is asked for later is changed here too."""
    placement = placement_or_404(request, placement_id, TITLES[kind])
    _may_be_asked(request, placement)
    stored = Reference.objects.filter(placement=placement, kind=kind).select_related("file").first()
    form = ReferenceForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        membership=request.membership,
        about=placement.employer,
        kind=kind,
        stored=stored,
        version=stored.version if stored else 0,
        initial=_initial(placement, stored),
        cancel_url=placement_url(placement),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.save_reference(
                placement=placement, kind=kind, by=request.membership, **form.cleaned_data_for_action()
            ),
            url=lambda _reference: placement_url(placement),
        )
        if url:
            messages.success(request, _("Lagret."))
            return redirect(url)
    context = {
        "title": TITLES[kind],
        "lead": _("%(name)s hos %(employer)s.")
        % {"name": placement.participant.name, "employer": placement.employer.name},
        "form": form,
        "back_url": placement_url(placement),
        "back_label": _("Praksisplassen"),
    }
    return render(request, "placements/placement_form.html", context, status=page_status(form))


def _may_be_asked(request: HttpRequest, placement: Placement) -> None:
    if not enrolment_page.has_course_view(placement.enrolment, request.membership):
        raise PermissionDenied
    if placement.status == Placement.Status.CANCELLED or placement.starts_on > clock.today():
        raise PermissionDenied(_("Praksisen har ikke begynt, så det er ingenting å spørre om ennå."))


def _initial(placement: Placement, stored: Reference | None) -> dict:
    """What is stored; for a new one the mentor, who knows her best."""
    if stored is None:
        return {"name": placement.mentor_name, "phone": placement.mentor_phone}
    return {name: getattr(stored, name) for name in ("status", "asked_on", "answered_on", "name", "phone", "note")}


@page(roles=CASE_ROLES, log=LogRule.DETAILS)
@require_safe
def reference_file(request: HttpRequest, public_id) -> HttpResponse:
    """The stored attest as an attachment; who took it out stands in the access log."""
    rows = Reference.objects.visible_to(request.membership).select_related("placement__participant", "file")
    reference = get_object_or_404(rows, public_id=public_id)
    if reference.file is None:
        raise Http404
    log_person(request, reference.placement.participant, _("Attest lastet ned"))
    return files.download(reference.file)


class ClassReferences(ListPage):
    """Placements of a class, with what has come of asking."""

    key = "class_references"
    title = gettext_lazy("Attester og referanser")
    noun = (gettext_lazy("praksisplass"), gettext_lazy("praksisplasser"))
    default_sort = "ends_on"
    column_list = [
        Column("name", gettext_lazy("Deltaker"), value="participant.list_name", sort="participant__name_sort"),
        Column("employer", gettext_lazy("Arbeidsgiver"), value="employer.name", sort="employer__name_sort"),
        Column("ends_on", gettext_lazy("Praksis til"), sort="ends_on"),
        Column(
            "attest",
            gettext_lazy("Attest"),
            value=lambda row: status_tag(references.status_text(row.attest), references.COLORS[row.attest or ""]),
            export=lambda row: references.status_text(row.attest),
            sort="attest",
        ),
        Column(
            "referee",
            gettext_lazy("Referanse"),
            value=lambda row: status_tag(references.status_text(row.referee), references.COLORS[row.referee or ""]),
            export=lambda row: references.status_text(row.referee),
            sort="referee",
        ),
    ]
    quick_list = [
        QuickFilter("unasked", gettext_lazy("Ikke spurt om noe"), Q(attest=None, referee=None)),
        QuickFilter("attest", gettext_lazy("Mangler attest"), Q(attest=None) | ~Q(attest__in=SETTLED)),
        QuickFilter("referee", gettext_lazy("Mangler referanse"), Q(referee=None) | ~Q(referee__in=SETTLED)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen har begynt i praksis ennå"),
        gettext_lazy("Her ser du hvem som mangler attest eller referanse når praksisen er i gang."),
    )

    def row_url(self, obj):
        return placement_url(obj)


@page(roles=CASE_ROLES, log=LogRule.LIST)
@require_safe
def class_references(request: HttpRequest, intake_id) -> HttpResponse:
    """Who of a class has an attest and a referee, and who lacks them; protected persons are left out."""
    intake = get_object_or_404(Intake.objects.visible_to(request.membership).with_names(), public_id=intake_id)
    placements = Placement.objects.visible_to(request.membership).filter(enrolment__intake=intake)
    # The scope is asked for once: within every count of the list it would be gone through again.
    shown = Placement.objects.filter(pk__in=list(unprotected(placements).order_by().values_list("pk", flat=True)))
    found = references.with_references(shown).select_related("participant", "employer")
    return ClassReferences(request, found).response({"subtitle": f"{intake.concept.title} {intake.code}"})
