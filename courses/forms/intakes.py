"""The county's form for an intake and the quotas of its offices (C3)."""

from crispy_forms.layout import Fieldset
from django import forms
from django.db.models import Q, QuerySet
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow
from amo.forms import DateField, KursModelForm
from amo.models import Office
from amo.widgets import NumberInput
from courses.forms.rows import FormsetRows, without
from courses.models import AllocationWindow, Contract, Intake

MAX_PLACES = 500


class ContractChoice(forms.ModelChoiceField):
    """A contract by its course and provider."""

    def label_from_instance(self, contract):
        return f"{contract.concept.title} – {contract.provider.name} ({contract.number})"


def usable_contracts(membership, *, kept: int | None = None) -> QuerySet[Contract]:
    """The county's contracts that a class may be made from: with a provider, in force or soon to be; and the one kept."""
    usable = Q(status__in=[Contract.Status.ACTIVE, Contract.Status.DRAFT]) | Q(pk=kept)
    contracts = Contract.objects.visible_to(membership).filter(usable, provider__isnull=False)
    contracts = contracts.filter(concept__county=membership.county_id)
    return contracts.select_related("concept", "provider").order_by("concept__title_sort", "number")


class IntakeForm(KursModelForm):
    """A class: contract, dates, place, places, round. The quotas are the formset `quotas`."""

    contract = ContractChoice(
        label=_("Kurs og leverandør"),
        queryset=Contract.objects.none(),
        empty_label=_("Velg"),
        error_messages={"required": _("Velg kurs og leverandør."), "invalid_choice": _("Velg en avtale fra lista.")},
    )
    starts_on = DateField(label=_("Starter"), error_messages={"required": _("Skriv når kurset starter.")})
    theory_ends_on = DateField(
        label=_("Teoridelen slutter"), error_messages={"required": _("Skriv når teoridelen slutter.")}
    )
    ends_on = DateField(label=_("Slutter"), error_messages={"required": _("Skriv når kurset slutter.")})
    application_deadline = DateField(label=_("Søknadsfrist"), error_messages={"required": _("Skriv søknadsfristen.")})
    beyond_reason = forms.CharField(
        label=_("Hvorfor flere plasser enn avtalen har"),
        required=False,
        max_length=300,
        help_text=_("Fylles bare ut når kurset har flere plasser enn det er kjøpt."),
    )
    opened = forms.BooleanField(label=_("Åpne for søknader med en gang"), required=False)

    fields_in_order = [
        Fieldset(_("Kurset"), "contract", "code", "place", "district"),
        Fieldset(
            _("Datoer"),
            FieldRow("starts_on", "theory_ends_on", "ends_on"),
            FieldRow("application_deadline", "window"),
            "opened",
        ),
        Fieldset(_("Plasser"), FieldRow("capacity", "over_capacity"), "over_capacity_reason", "beyond_reason"),
        FormsetRows("quotas", "courses/_quota_rows.html"),
    ]

    class Meta:
        model = Intake
        fields = [
            "contract", "code", "starts_on", "theory_ends_on", "ends_on", "place", "district", "application_deadline",
            "window", "capacity", "over_capacity", "over_capacity_reason",
        ]  # fmt: skip
        widgets = {"capacity": NumberInput, "over_capacity": NumberInput}
        labels = {"window": _("Tildelingsrunde"), "district": _("Område")}
        help_texts = {
            "window": _("Uten valg brukes runden som dekker kursstart, eller det lages en ny for måneden."),
            "district": _("Sammenlignes med områdene brukeren har sagt seg villig til å reise til."),
        }
        error_messages = {
            "code": {"required": _("Skriv kursnummeret."), "unique": _("Kursnummeret er allerede i bruk.")},
            "place": {"required": _("Skriv hvor kurset holdes.")},
            "capacity": {"required": _("Skriv antall plasser."), "invalid": _("Skriv antall plasser som et tall.")},
            "over_capacity": {
                "required": _("Skriv 0 når det ikke er plasser over."),
                "invalid": _("Skriv antall plasser som et tall."),
            },
            "window": {"invalid_choice": _("Velg en runde fra lista.")},
            "district": {"invalid_choice": _("Velg et område fra lista.")},
        }

    def __init__(self, *args, quotas=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.quotas = quotas
        county = self.membership.county_id
        self.fields["contract"].queryset = usable_contracts(self.membership, kept=self.instance.contract_id)
        self.fields["district"].queryset = Office.objects.visible_to(self.membership).filter(county=county)
        windows = AllocationWindow.objects.visible_to(self.membership).filter(county=county)
        here = Q(status=AllocationWindow.Status.OPEN) | Q(pk=self.instance.window_id)
        self.fields["window"].queryset = windows.filter(here)
        self.fields["window"].empty_label = _("Velg for meg")
        if self.instance.pk:
            self.fields["contract"].disabled = True
        if self.instance.pk and self.instance.status != Intake.Status.PLANNED:
            del self.fields["opened"]
            self.fields_in_order = [without(part, "opened") for part in self.fields_in_order]
        for name in ("capacity", "over_capacity"):
            self.fields[name].widget.attrs["max"] = MAX_PLACES

    def clean_capacity(self):
        capacity = self.cleaned_data["capacity"]
        if not 1 <= capacity <= MAX_PLACES:
            raise forms.ValidationError(_("Antall plasser er et tall fra 1 til 500."))
        return capacity

    def clean_over_capacity(self):
        over = self.cleaned_data["over_capacity"]
        if over > MAX_PLACES:
            raise forms.ValidationError(_("Antall plasser er et tall fra 0 til 500."))
        return over

    def values(self) -> dict:
        """The intake's own columns, as `save_intake` takes them."""
        apart = {"opened", "beyond_reason", "submission", "version"}
        return {name: value for name, value in self.cleaned_data.items() if name not in apart}


class QuotaForm(forms.Form):
    """One office's places: at least and at most. Both empty: no quota."""

    use_required_attribute = False
    minimum = forms.IntegerField(
        label=_("Minst"),
        required=False,
        min_value=0,
        max_value=MAX_PLACES,
        widget=NumberInput,
        error_messages={
            "invalid": _("Skriv laveste kvote som et tall."),
            "min_value": _("Laveste kvote kan ikke være under 0."),
            "max_value": _("Laveste kvote er for høy."),
        },
    )
    maximum = forms.IntegerField(
        label=_("Høyst"),
        required=False,
        min_value=0,
        max_value=MAX_PLACES,
        widget=NumberInput,
        error_messages={
            "invalid": _("Skriv høyeste kvote som et tall."),
            "min_value": _("Høyeste kvote kan ikke være under 0."),
            "max_value": _("Høyeste kvote er for høy."),
        },
    )

    def __init__(self, *args, office=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.office = office

    def clean(self):
        data = super().clean()
        low, high = data.get("minimum"), data.get("maximum")
        if low is not None and high is not None and high < low:
            self.add_error("maximum", _("Høyeste kvote kan ikke være lavere enn laveste."))
        return data


class _QuotaRows(BaseFormSet):
    """One row per office of the county, whatever was posted about their number."""

    def __init__(self, *args, offices=(), **kwargs):
        self.offices = list(offices)
        super().__init__(*args, **kwargs)

    def total_form_count(self):
        return len(self.offices)

    def initial_form_count(self):
        return len(self.offices)

    def get_form_kwargs(self, index):
        office = self.offices[index] if index is not None else None
        return super().get_form_kwargs(index) | {"office": office}

    def add_prefix(self, index):
        # By the office's own number, so that a new office never moves the figures of another.
        return f"{self.prefix}-{self.offices[index].number}" if isinstance(index, int) else super().add_prefix(index)

    def by_office(self) -> dict[Office, tuple[int, int | None] | None]:
        """What `save_intake` takes: (min, max) per office, None where both are empty."""
        found = {}
        for form in self.forms:
            low, high = form.cleaned_data.get("minimum"), form.cleaned_data.get("maximum")
            found[form.office] = None if low is None and high is None else (low or 0, high)
        return found


QuotaFormSet = formset_factory(QuotaForm, formset=_QuotaRows, extra=0)


def quota_formset(data, intake: Intake | None, membership) -> _QuotaRows:
    """The quotas of an intake, one row per office of the membership's county that is active, or has a quota all the same.

    The allocation keeps places for an office that is no longer active too, so its quota must be seen to be taken away.
    """
    found = {quota.office_id: quota for quota in intake.quotas.all()} if intake and intake.pk else {}
    shown = Q(county=membership.county_id, is_active=True) | Q(pk__in=found)
    offices = list(Office.objects.visible_to(membership).filter(shown))
    initial = [
        {"minimum": found[office.pk].minimum, "maximum": found[office.pk].maximum} if office.pk in found else {}
        for office in offices
    ]
    return QuotaFormSet(data, prefix="quota", offices=offices, initial=initial)
