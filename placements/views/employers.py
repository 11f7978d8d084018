"""The register of employers (L1)."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from amo import clock, panels
from amo.forms import page_status, perform
from amo.list_parts import Column, Empty, Facet, QuickFilter
from amo.lists import ListPage
from amo.models.users import CASE_ROLES, PROVIDER_ROLES, Role
from amo.policy import LogRule, page
from placements.actions import employers as actions
from placements.forms.employers import EmployerForm
from placements.hires import HireRecord, hire_records
from placements.models import Employer, Placement
from placements.slots import with_places

# County staff keep the register; a provider that finds a new workplace registers it on the spot (docs/decisions).
WRITERS = PROVIDER_ROLES | {Role.COUNTY_STAFF}


class EmployerList(ListPage):
    """Every employer that takes placements."""

    key = "employers"
    title = gettext_lazy("Arbeidsgivere")
    noun = (gettext_lazy("arbeidsgiver"), gettext_lazy("arbeidsgivere"))
    logs_people = False
    template = "placements/employer_list.html"
    default_sort = "name"
    column_list = [
        Column("name", gettext_lazy("Navn"), sort="name_sort"),
        Column("sector", gettext_lazy("Bransje"), value="sector.name", sort="sector__name"),
        Column("channel", pgettext_lazy("how an employer is contacted", "Kontakt"), value="get_channel_display"),
        Column("motives", gettext_lazy("Hvorfor de tar imot"), value=lambda employer: motives_text(employer)),
        Column("slots", gettext_lazy("Ledige plasser"), value=lambda employer: slots_text(employer), align="right"),
    ]
    quick_list = [QuickFilter("free", gettext_lazy("Har ledig plass"), Q(free_slots__gt=0))]
    facet_list = [
        Facet("sector", gettext_lazy("Bransje"), field="sector__code", label_field="sector__name"),
        Facet(
            "channel",
            pgettext_lazy("how an employer is contacted", "Kontakt"),
            field="channel",
            choices=Employer.Channel.choices,
        ),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen arbeidsgivere passer"), gettext_lazy("Fjern ett eller flere filter for å se flere.")
    )

    def row_url(self, obj):
        return reverse("placements:employer_detail", args=[obj.public_id])


def motives_text(employer: Employer) -> str:
    """The motives in words: "Rekruttere, Lære bort faget"."""
    return ", ".join(str(Employer.Motive(motive).label) for motive in employer.motives)


def slots_text(employer: Employer) -> str:
    """ "2 av 3"."""
    return _("%(free)d av %(slots)d") % {"free": employer.free_slots, "slots": employer.agreed_slots}


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_GET
def employer_list(request):
    """Every employer, searched and filtered; open to all who work with cases."""
    found = Employer.objects.visible_to(request.membership).living().select_related("sector")
    listpage = EmployerList(request, with_places(found, clock.today()))
    return listpage.response({"may_write": request.membership.role in WRITERS})


@page(roles=CASE_ROLES, log=LogRule.LIST)
@require_GET
def employer_detail(request, public_id):
    """One employer, with the placements this membership may see. A provider sees the hire record as a flag only."""
    employer = get_object_or_404(
        with_places(Employer.objects.visible_to(request.membership).select_related("sector"), clock.today()),
        public_id=public_id,
    )
    placements = (
        Placement.objects.visible_to(request.membership)
        .filter(employer=employer)
        .select_related("participant", "enrolment__intake__contract__concept")
        .order_by("-starts_on", "-pk")[:50]
    )
    return render(
        request,
        "placements/employer_detail.html",
        {
            "title": employer.name,
            "employer": employer,
            "motives": motives_text(employer),
            "slots": slots_text(employer),
            "rows": [
                {"placement": placement, "masked": placement.participant.is_masked_for(request.membership)}
                for placement in placements
            ],
            "record": hire_records([employer]).get(employer.pk, HireRecord()),
            "may_write": request.membership.role in WRITERS,
            "main_panels": panels.collect("employer.detail", request.membership, [employer.pk])[employer.pk],
            "side_panels": panels.collect("employer.side", request.membership, [employer.pk])[employer.pk],
        },
    )


@page(roles=WRITERS, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def employer_new(request):
    """Register an employer: county staff, and a provider that has found a new one."""
    back = reverse("placements:employer_list")
    form = EmployerForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=back,
        submit=_("Registrer arbeidsgiveren"),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.register_employer(by=request.membership, **form.cleaned_data_for_action()),
            url=lambda employer: reverse("placements:employer_detail", args=[employer.public_id]),
        )
        if url:
            messages.success(request, _("Arbeidsgiveren er registrert."))
            return redirect(url)
    context = {"title": _("Ny arbeidsgiver"), "form": form, "back_url": back, "back_label": _("Arbeidsgivere")}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def employer_edit(request, public_id):
    """Change what is kept of an employer; county staff only."""
    employer = get_object_or_404(Employer.objects.visible_to(request.membership), public_id=public_id)
    back = reverse("placements:employer_detail", args=[employer.public_id])
    form = EmployerForm(
        request.POST if request.method == "POST" else None,
        instance=employer,
        membership=request.membership,
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.change_employer(employer=employer, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda _employer: back,
        )
        if url:
            messages.success(request, _("Endringene er lagret."))
            return redirect(url)
    context = {"title": _("Endre arbeidsgiver"), "form": form, "back_url": back, "back_label": employer.name}
    return render(request, "components/form_page.html", context, status=page_status(form))
