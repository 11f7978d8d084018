"""The register of employers (L1)."""

from django.contrib import messages
from django.db.models import BooleanField, Case, IntegerField, Q, TextField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from amo import clock, panels, stored_search
from amo.fields import SearchKey
from amo.forms import page_status, perform
from amo.list_parts import Column, Empty, Facet, Option, QuickFilter
from amo.lists import ListPage
from amo.models.users import CASE_ROLES, PROVIDER_ROLES, Role
from amo.policy import LogRule, page
from placements import employer_page
from placements.actions import employers as actions
from placements.engines.hires import HireRecord
from placements.forms.employers import KEPT_CHOICES, EmployerForm, similar_to
from placements.hires import lately
from placements.models import Employer
from placements.slots import with_places

# County staff keep the register; a provider that finds a new workplace registers it on the spot (docs/decisions).
WRITERS = PROVIDER_ROLES | {Role.COUNTY_STAFF}
LAST_CHOICES = "employer_choices"
"""Session key of what the last employer registered was given: the next one is often of the same kind."""


class EmployerList(ListPage):
    """Every employer that takes placements."""

    key = "employers"
    title = gettext_lazy("Arbeidsgivere")
    noun = (gettext_lazy("arbeidsgiver"), gettext_lazy("arbeidsgivere"))
    logs_people = False
    template = "placements/employer_list.html"
    default_sort = "name"
    search_url_name = "placements:employer_search"
    search_label = gettext_lazy("Søk i navn, adresse og organisasjonsnummer")
    column_list = [
        Column("name", gettext_lazy("Navn"), sort="name_sort"),
        Column("sector", gettext_lazy("Bransje"), value="sector.name", sort="sector__name"),
        Column(
            "channel",
            pgettext_lazy("how an employer is contacted", "Kontakt"),
            value="get_channel_display",
            sort="channel",
        ),
        Column(
            "motives",
            gettext_lazy("Hvorfor de tar imot"),
            value=lambda employer: motives_text(employer),
            sort="motives",
        ),
        Column(
            "slots",
            gettext_lazy("Ledige plasser"),
            value=lambda employer: slots_text(employer),
            sort=("free_slots", "agreed_slots"),
            align="right",
        ),
        Column("record", gettext_lazy("Ansettelser"), value=lambda employer: employer.record_text, sort="flagged"),
        Column("group", gettext_lazy("Arbeidsgivergruppe"), "employer_group", sort="employer_group", visible=False),
        Column("address", gettext_lazy("Besøksadresse"), sort="address", visible=False),
        Column(
            "number",
            gettext_lazy("Organisasjonsnummer"),
            "organisation_number",
            sort="organisation_number",
            visible=False,
        ),
    ]
    quick_list = [
        QuickFilter("free", gettext_lazy("Har ledig plass"), Q(free_slots__gt=0, paused_on=None)),
        QuickFilter("hired", gettext_lazy("Har ansatt"), Q(hired=True)),
        QuickFilter("warns", gettext_lazy("Spør om ansettelse først"), Q(flagged=0)),
        QuickFilter("paused", gettext_lazy("Satt på vent"), Q(paused_on__isnull=False)),
    ]
    facet_list = [
        Facet("sector", gettext_lazy("Bransje"), field="sector__code", label_field="sector__name"),
        Facet(
            "channel",
            pgettext_lazy("how an employer is contacted", "Kontakt"),
            field="channel",
            choices=Employer.Channel.choices,
        ),
        Facet(
            "motive",
            gettext_lazy("Hvorfor de tar imot"),
            options=[Option(value, label, Q(motives__contains=[value])) for value, label in Employer.Motive.choices],
        ),
        Facet("group", gettext_lazy("Arbeidsgivergruppe"), options=lambda page: _groups(page)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen arbeidsgivere passer"), gettext_lazy("Fjern ett eller flere filter for å se flere.")
    )

    @cached_property
    def records(self) -> dict[int, HireRecord]:
        """What came of each employer's placements lately: read once for columns, filters and counts."""
        return lately(self.membership)

    def _hires(self, record: HireRecord) -> bool:
        """Somebody got a job; a provider is told so only where there are enough to hide in (06-access)."""
        return record.hires if self.membership.is_provider else record.lately.jobs > 0

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        # By the hire record: worth a question first, then those that have hired.
        warned = [pk for pk, record in self.records.items() if record.warns]
        hired = [pk for pk, record in self.records.items() if self._hires(record)]
        self.base = self.base.annotate(
            flagged=Case(
                When(pk__in=warned, then=Value(0)),
                When(pk__in=hired, then=Value(1)),
                default=Value(2),
                output_field=IntegerField(),
            ),
            hired=Case(When(pk__in=hired, then=Value(True)), default=Value(False), output_field=BooleanField()),
        )

    def search(self, queryset, term):
        number = "".join(term.split())
        found = Q(name_search__contains=_key(term)) | Q(address__icontains=term)
        if number.isdecimal():
            found |= Q(organisation_number__startswith=number) | Q(main_number__startswith=number)
        return queryset.filter(found)

    def prepare(self, objects):
        for employer in objects:
            employer.record_text = self._record_text(employer)

    def _record_text(self, employer) -> str:
        """Numbers for NAV, a flag for a provider (06-access)."""
        record = self.records.get(employer.pk)
        if record is None:
            return ""
        warning = _("Spør først") if record.warns else ""
        if self.membership.is_provider:
            return warning or (_("Har ansatt") if self._hires(record) else "")
        numbers = _("%(jobs)d av %(ended)d") % {"jobs": record.lately.jobs, "ended": record.lately.ended}
        return f"{warning} ({numbers})" if warning else numbers

    def row_url(self, obj):
        return reverse("placements:employer_detail", args=[obj.public_id])


def _key(term: str) -> SearchKey:
    return SearchKey(Value(term, output_field=TextField()))


def _groups(page: ListPage) -> list[Option]:
    names = page.base.order_by("employer_group").values_list("employer_group", flat=True).distinct()
    return [Option(name, name, Q(employer_group=name)) for name in names if name]


def motives_text(employer: Employer) -> str:
    """The motives in words: "Rekruttere, Lære bort faget"."""
    return ", ".join(str(Employer.Motive(motive).label) for motive in employer.motives)


def slots_text(employer: Employer) -> str:
    """ "2 av 3"."""
    return _("%(free)d av %(slots)d") % {"free": employer.free_slots, "slots": employer.agreed_slots}


def employer_url(employer: Employer) -> str:
    """The page of an employer."""
    return reverse("placements:employer_detail", args=[employer.public_id])


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_GET
def employer_list(request: HttpRequest) -> HttpResponse:
    """Every employer, searched and filtered; open to all who work with cases."""
    found = Employer.objects.visible_to(request.membership).living().select_related("sector")
    listpage = EmployerList(request, with_places(found, clock.today()))
    context = {"may_write": request.membership.role in WRITERS, "keeps": request.membership.role == Role.COUNTY_STAFF}
    return listpage.response(context)


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_POST
def employer_search(request: HttpRequest) -> HttpResponse:
    """Keep the search term and show what it finds."""
    return stored_search.redirect_to(request, reverse("placements:employer_list"))


@page(roles=CASE_ROLES, log=LogRule.LIST)
@require_GET
def employer_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One employer, with the placements this membership may see. A provider sees the hire record as a flag only.

    One that was merged into another leads there.
    """
    membership = request.membership
    employer = get_object_or_404(
        with_places(Employer.objects.visible_to(membership).select_related("sector", "merged_into"), clock.today()),
        public_id=public_id,
    )
    if employer.merged_into:
        return redirect(employer_url(employer.merged_into))
    context = employer_page.context(employer, membership) | {
        "title": employer.name,
        "employer": employer,
        "motives": motives_text(employer),
        "slots": slots_text(employer),
        "may_write": membership.role in WRITERS,
        "keeps": membership.role == Role.COUNTY_STAFF,
        "main_panels": panels.collect("employer.detail", membership, [employer.pk])[employer.pk],
        "side_panels": panels.collect("employer.side", membership, [employer.pk])[employer.pk],
    }
    return render(request, "placements/employer_detail.html", context)


@page(roles=WRITERS, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def employer_new(request: HttpRequest) -> HttpResponse:
    """Register an employer: county staff, and a provider that has found a new one."""
    back = reverse("placements:employer_list")
    form = EmployerForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        initial=request.session.get(LAST_CHOICES, {}),
        cancel_url=back,
        submit=_("Registrer arbeidsgiveren"),
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data_for_action()
        url = perform(
            request, form, lambda: actions.register_employer(by=request.membership, **values), url=employer_url
        )
        if url:
            request.session[LAST_CHOICES] = {name: getattr(values[name], "pk", values[name]) for name in KEPT_CHOICES}
            messages.success(request, _("Arbeidsgiveren er registrert."))
            return redirect(url)
    context = {"title": _("Ny arbeidsgiver"), "form": form, "back_url": back, "back_label": _("Arbeidsgivere")}
    context |= {"similar": form.similar, "tells_similar": True}
    return render(request, "placements/employers/form.html", context, status=page_status(form))


@page(roles=WRITERS, log=LogRule.NONE)
@require_POST
def employer_similar(request: HttpRequest) -> HttpResponse:
    """Those that what is typed so far may be: a part of the page for a new employer."""
    form = EmployerForm(request.POST, membership=request.membership)
    form.is_valid()
    typed = request.POST.get("organisation_number", "")[:20].replace("\x00", "")
    similar = similar_to(request.membership, form.cleaned_data, typed)
    return render(request, "placements/employers/_similar.html", {"similar": similar})


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def employer_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change what is kept of an employer; county staff only."""
    employer = get_object_or_404(Employer.objects.visible_to(request.membership), public_id=public_id)
    back = employer_url(employer)
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
    return render(request, "placements/employers/form.html", context, status=page_status(form))
