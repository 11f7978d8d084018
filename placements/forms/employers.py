"""Forms of the employers' register: the employer, who to talk to there, and how many it takes from day to day (L1)."""

from crispy_forms.layout import Fieldset
from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from amo.crispy import Confirmation, FieldRow, Unmarked
from amo.forms import DateField, KursForm, KursModelForm
from amo.models import Sector
from amo.widgets import CheckboxSelectMultiple, NumberInput, RadioSelect
from courses.forms.hiring import DatalistInput
from courses.models import HiringRequirement
from placements import duplicates
from placements.forms.guarded import GuardedForm
from placements.models import Employer, EmployerContact, PlacementRules, SlotPeriod
from placements.models.employer import compact

KEPT_CHOICES = ("sector", "channel", "employer_group")
"""What the next employer often shares with the last one registered; the view keeps it in the session."""


class EmployerForm(GuardedForm, KursModelForm):
    """A workplace: who it is, why it takes trainees, how it is contacted, how many at a time (L1)."""

    guarded = ("employer_group",)

    motives = forms.MultipleChoiceField(
        label=_("Hvorfor tar de imot praksisdeltakere?"),
        choices=Employer.Motive,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text=_("Det de selv sier. Du kan velge flere."),
        error_messages={"invalid_choice": _("Velg blant grunnene i lista.")},
    )
    channel = forms.ChoiceField(
        label=_("Hvordan skal de kontaktes?"),
        choices=Employer.Channel,
        initial=Employer.Channel.BOTH,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvordan de skal kontaktes."), "invalid_choice": _("Velg en av måtene.")},
    )
    # Spaces are how the number is written; the field takes them.
    organisation_number = forms.CharField(
        label=_("Organisasjonsnummer"),
        max_length=15,
        required=False,
        help_text=_("Nummeret til arbeidsstedet (underenheten) når det har et eget."),
        widget=forms.TextInput(attrs={"size": 14, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"max_length": _("Organisasjonsnummeret skal ha ni siffer.")},
    )
    main_number = forms.CharField(
        label=_("Hovedenhetens organisasjonsnummer"),
        max_length=15,
        required=False,
        help_text=_("Den som eier arbeidsstedet. Arbeidssteder med samme eier vises sammen."),
        widget=forms.TextInput(attrs={"size": 14, "inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"max_length": _("Organisasjonsnummeret skal ha ni siffer.")},
    )
    no_number = forms.ChoiceField(
        label=_("Har arbeidsgiveren norsk organisasjonsnummer?"),
        choices=Employer.NoNumber,
        required=False,
        widget=RadioSelect,
        error_messages={"invalid_choice": _("Velg en av grunnene i lista.")},
    )
    is_another = forms.BooleanField(
        label=_("Dette er en annen arbeidsgiver"),
        help_text=_("Ingen av arbeidsgiverne over er den du registrerer."),
        required=False,
    )
    PARTS = [
        Fieldset(
            _("Arbeidsplassen"), "name", Unmarked("no_number", "organisation_number"), "main_number", "address", "sector",
            "employer_group",
        ),
        Fieldset(_("Praksis"), "slots", "motives", "channel"),
        Fieldset(_("Kontaktperson"), "contact_name", FieldRow("contact_phone", "contact_email")),
    ]  # fmt: skip

    class Meta:
        model = Employer
        fields = [
            "name", "no_number", "organisation_number", "main_number", "address", "sector", "employer_group", "slots",
            "motives", "channel", "contact_name", "contact_phone", "contact_email",
        ]  # fmt: skip
        widgets = {
            "slots": NumberInput(attrs={"min": 0, "max": 100}),
            "contact_phone": forms.TextInput(attrs={"type": "tel", "size": 16}),
            "employer_group": DatalistInput,
        }
        labels = {
            "name": _("Navn på arbeidsplassen"),
            "slots": _("Avtalte praksisplasser samtidig"),
            "sector": _("Bransje"),
            "employer_group": _("Arbeidsgivergruppe"),
            "address": _("Besøksadresse"),
            "contact_name": _("Navn"),
            "contact_phone": _("Telefon"),
            "contact_email": _("E-post"),
        }
        help_texts = {
            "employer_group": _(
                "Gruppen som kravene til ansettelse gjelder for. Velg en som finnes, eller la stå tomt."
            ),
            "slots": _("Et annet antall i en periode legger du inn på siden til arbeidsgiveren."),
        }
        error_messages = {
            "name": {
                "required": _("Skriv navnet på arbeidsplassen."),
                "max_length": _("Navnet kan ha høyst 150 tegn."),
            },
            "slots": {
                "required": _("Skriv hvor mange praksisplasser som er avtalt."),
                "invalid": _("Skriv antallet med tall."),
                "min_value": _("Antallet kan ikke være under 0."),
            },
            "sector": {"required": _("Velg bransje."), "invalid_choice": _("Velg en bransje i lista.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.similar: list[Employer] = []
        self.fields_in_order = list(self.PARTS)
        self.fields["sector"].queryset = Sector.objects.visible_to(self.membership)
        self.fields["sector"].empty_label = _("Velg bransje")
        self.fields["slots"].validators.append(MaxValueValidator(100, _("Skriv høyst 100 praksisplasser.")))
        self.fields["employer_group"].widget.options = groups_for(self.membership)

    @cached_property
    def helper(self):
        """While a new one is typed, those it may be are told above the form."""
        helper = super().helper
        if self.instance._state.adding:
            helper.attrs |= {
                "hx-post": reverse("placements:employer_similar"),
                "hx-trigger": "input delay:500ms",
                "hx-target": "#similar-employers",
                "hx-swap": "innerHTML",
                "hx-disinherit": "*",
            }
        return helper

    def clean_organisation_number(self):
        number = compact(self.cleaned_data["organisation_number"])
        if number:
            taken = Employer.objects.filter(organisation_number=number).exclude(pk=self.instance.pk).first()
            if taken:
                raise ValidationError(_taken(taken))
        return number or None

    def clean_main_number(self):
        return compact(self.cleaned_data["main_number"])

    def clean_employer_group(self):
        return " ".join(self.cleaned_data["employer_group"].split())

    def clean(self):
        cleaned = super().clean()
        number, why = cleaned.get("organisation_number"), cleaned.get("no_number")
        if "organisation_number" in cleaned and "no_number" in cleaned:
            if number and why:
                self.add_error("no_number", _("Arbeidsgiveren har et nummer. Velg «Har organisasjonsnummer»."))
            elif not (number or why):
                text = _("Skriv organisasjonsnummeret, eller velg hvorfor arbeidsgiveren ikke har et.")
                self.add_error("organisation_number", text)
        if self.instance._state.adding and not self.has_error("organisation_number"):
            self._look_for_similar(cleaned)
        return cleaned

    def _look_for_similar(self, cleaned):
        """Stop once for those it may be; the box says that it is another."""
        self.similar = similar_to(self.membership, cleaned)
        if not self.similar:
            return
        self.fields_in_order = [*self.PARTS, Confirmation("is_another")]
        if not cleaned.get("is_another"):
            text = _("Se først om arbeidsgiveren er registrert. Er det en annen, krysser du av for det.")
            self.add_error("is_another", text)

    def cleaned_data_for_action(self):
        cleaned = super().cleaned_data_for_action()
        cleaned.pop("is_another", None)
        return cleaned

    def _post_clean(self):
        """The action builds and validates the record: the form only collects the fields."""


def _taken(employer: Employer):
    """Says that a number is registered, with a link to the one that is there (or that it was merged into)."""
    living = employer.merged_into or employer
    url = reverse("placements:employer_detail", args=[living.public_id])
    text = _("Arbeidsgiveren er allerede registrert: ")
    return format_html('{}<a class="aksel-link" href="{}">{}</a>', text, url, living.name)


def groups_for(membership) -> list[str]:
    """Groups that hiring requirements or registered employers name."""
    known = set(HiringRequirement.objects.visible_to(membership).order_by().values_list("employer_group", flat=True))
    known |= set(Employer.objects.visible_to(membership).order_by().values_list("employer_group", flat=True).distinct())
    return sorted(known - {""}, key=str.casefold)


def similar_to(membership, values: dict, number: str = "") -> list[Employer]:
    """Those that what is typed so far may be. number: the organisation number, also when it is not a right one yet."""
    return duplicates.like(
        Employer.objects.visible_to(membership),
        name=values.get("name") or "",
        address=values.get("address") or "",
        sector=values.get("sector"),
        no_number=values.get("no_number") or "",
        number=compact(number),
    )


class ContactForm(GuardedForm, KursModelForm):
    """One more person to talk to at the workplace."""

    guarded = ("role",)

    fields_in_order = ["name", "role", FieldRow("phone", "email")]

    class Meta:
        model = EmployerContact
        fields = ["name", "role", "phone", "email"]
        labels = {"name": _("Navn"), "role": _("Rolle"), "phone": _("Telefon"), "email": _("E-post")}
        widgets = {"phone": forms.TextInput(attrs={"type": "tel", "size": 16})}
        help_texts = {"role": _("For eksempel avdelingsleder eller fadder.")}
        error_messages = {"name": {"required": _("Skriv navnet.")}}

    def _post_clean(self):
        """The action validates the record."""


class PeriodForm(GuardedForm, KursForm):
    """Another number of places from one day to another."""

    guarded = ("agreed_with",)

    starts_on = DateField(label=_("Første dag"), error_messages={"required": _("Velg første dag.")})
    ends_on = DateField(label=_("Siste dag"), error_messages={"required": _("Velg siste dag.")})
    slots = forms.IntegerField(
        label=_("Praksisplasser samtidig"),
        min_value=0,
        max_value=100,
        help_text=_("Skriv 0 når de ikke tar imot noen."),
        widget=NumberInput,
        error_messages={
            "required": _("Skriv hvor mange de tar imot samtidig."),
            "invalid": _("Skriv antallet med tall."),
            "min_value": _("Antallet kan ikke være under 0."),
            "max_value": _("Skriv høyst 100 praksisplasser."),
        },
    )
    agreed_with = forms.CharField(label=_("Avtalt med"), max_length=100, required=False)
    fields_in_order = [FieldRow("starts_on", "ends_on"), "slots", "agreed_with"]

    @staticmethod
    def initial_of(period: SlotPeriod) -> dict:
        return {name: getattr(period, name) for name in ("starts_on", "ends_on", "slots", "agreed_with")}

    def clean(self):
        cleaned = super().clean()
        first, last = cleaned.get("starts_on"), cleaned.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("Sluttdato kan ikke være før startdato."))
        return cleaned


class MergeForm(GuardedForm, KursForm):
    """Why two registrations are one workplace. What is moved cannot be moved back."""

    guarded = ("reason",)

    danger = True
    reason = forms.CharField(
        label=_("Hvorfor er de samme arbeidsplass?"),
        max_length=300,
        help_text=_("For eksempel «Registrert to ganger, samme avdeling»."),
        error_messages={"required": _("Skriv hvorfor de er samme arbeidsplass.")},
    )
    checked = forms.BooleanField(
        label=_("Jeg har sjekket at det er én arbeidsplass, selv om begge har eget organisasjonsnummer"),
        error_messages={
            "required": _("To organisasjonsnumre er som regel to arbeidsplasser. Sjekk før du slår sammen.")
        },
    )

    def __init__(self, *args, kept: Employer, merged: Employer, **kwargs):
        super().__init__(*args, **kwargs)
        if not (kept.organisation_number and merged.organisation_number):
            del self.fields["checked"]
            return
        self.fields_in_order = ["reason", Confirmation("checked")]


class RulesForm(KursForm):
    """What the county has set for placements."""

    step_in_after = forms.IntegerField(
        label=_("Avslag før kursleverandøren tar over"),
        min_value=1,
        max_value=20,
        widget=NumberInput,
        help_text=_("Så mange nei på rad får deltakeren før kursleverandøren skal finne en plass."),
        error_messages={
            "required": _("Skriv hvor mange avslag."),
            "invalid": _("Skriv antallet med tall."),
            "min_value": _("Skriv et tall fra 1 til 20."),
            "max_value": _("Skriv et tall fra 1 til 20."),
        },
    )
    unpaid_limit = forms.IntegerField(
        label=_("Praksisdeltakere på rad uten ansettelse"),
        min_value=3,
        max_value=50,
        required=False,
        widget=NumberInput,
        help_text=_(
            "Når så mange har sluttet uten at noen ble ansatt, må kursleverandøren skrive hvorfor arbeidsgiveren får "
            "en ny. La stå tomt hvis det bare skal varsles."
        ),
        error_messages={
            "invalid": _("Skriv antallet med tall."),
            "min_value": _("Skriv et tall fra 3 til 50: færre er for få til å si noe."),
            "max_value": _("Skriv et tall fra 3 til 50."),
        },
    )

    @staticmethod
    def initial_of(rules: PlacementRules) -> dict:
        return {"step_in_after": rules.step_in_after, "unpaid_limit": rules.unpaid_limit}
