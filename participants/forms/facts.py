"""Forms for facts about a person: jobs, education, measures, information, contact and notes."""

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import FieldRow, Inline
from amo.fields import organisation_number_format
from amo.forms import DateField, KursForm
from amo.occupations import OccupationField
from amo.widgets import NumberInput, RadioSelect
from participants.models import EducationPeriod, Employment, Measure
from participants.models.facts import Channel

REQUIRED_DATE = {"required": _("Skriv datoen.")}


def percent_field(label, *, required=False, help_text=""):
    """A whole percentage."""
    whole = _("Skriv et helt tall fra 0 til 100.")
    messages = {"required": _("Skriv stillingsprosenten."), "invalid": whole, "min_value": whole, "max_value": whole}
    return forms.IntegerField(
        label=label, required=required, min_value=0, max_value=100, help_text=help_text, error_messages=messages,
        widget=NumberInput(attrs={"class": "input-number"}),
    )  # fmt: skip


class EmploymentForm(KursForm):
    """A job and its terms (R1)."""

    submit_label = _("Lagre jobben")
    employer_name = forms.CharField(
        label=_("Arbeidsgiver"), max_length=150, error_messages={"required": _("Skriv hvem arbeidsgiveren er.")}
    )
    employer_number = forms.CharField(
        label=_("Organisasjonsnummer"),
        max_length=9,
        required=False,
        validators=[organisation_number_format],
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "input-short"}),
        error_messages={"max_length": _("Organisasjonsnummeret skal ha ni siffer.")},
    )
    occupation = OccupationField(label=_("Yrke"), required=False)
    terms = forms.ChoiceField(
        label=_("Ansettelsesform"),
        choices=Employment.Form.choices,
        widget=RadioSelect,
        error_messages={"required": _("Velg ansettelsesform."), "invalid_choice": _("Velg ansettelsesform.")},
    )
    on_call = forms.BooleanField(
        label=_("Ringevikar"), required=False, help_text=_("Tilkalling uten avtalt fast arbeidstid.")
    )
    wage_subsidy = forms.BooleanField(label=_("Med lønnstilskudd"), required=False)
    fte_low = percent_field(
        _("Stillingsprosent"), required=True, help_text=_("Varierer den, skriver du den laveste her.")
    )
    fte_high = percent_field(_("Opp til"))
    wanted_fte = percent_field(_("Ønsket stillingsprosent"), help_text=_("Hvor mye brukeren selv vil arbeide."))
    starts_on = DateField(label=_("Første arbeidsdag"), error_messages={"required": _("Skriv første arbeidsdag.")})
    ends_on = DateField(label=_("Siste arbeidsdag"), required=False, help_text=_("La stå tomt når den ikke er avtalt."))
    found_through = forms.ChoiceField(
        label=_("Hvordan jobben ble funnet"),
        choices=Employment.FoundThrough.choices,
        initial=Employment.FoundThrough.UNKNOWN,
        error_messages={"required": _("Velg hvordan jobben ble funnet.")},
    )
    source = forms.ChoiceField(
        label=_("Hvem opplysningen kommer fra"),
        choices=[choice for choice in Employment.Source.choices if choice[0] in ("participant", "caseworker")],
        initial=Employment.Source.PARTICIPANT,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvem opplysningen kommer fra.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.membership.is_provider:
            del self.fields["source"]
        last = ["found_through", *(["source"] if "source" in self.fields else [])]
        self.fields_in_order = [
            Fieldset(_("Jobben"), "employer_name", "employer_number", "occupation"),
            Fieldset(
                _("Vilkår"), "terms", "on_call", "wage_subsidy", FieldRow("fte_low", "fte_high"), "wanted_fte",
                FieldRow("starts_on", "ends_on"),
            ),
            Fieldset(_("Om opplysningen"), *last),
        ]  # fmt: skip

    def clean(self):
        data = super().clean()
        low, high = data.get("fte_low"), data.get("fte_high")
        if low is not None and high is not None and high < low:
            self.add_error("fte_high", _("Den høyeste stillingsprosenten må være minst like høy som den laveste."))
        _check_order(self, data)
        return data

    def cleaned_data_for_action(self):
        data = super().cleaned_data_for_action()
        data["form"] = data.pop("terms")
        return data


def _check_order(form, data):
    starts_on, ends_on = data.get("starts_on"), data.get("ends_on")
    if starts_on and ends_on and ends_on < starts_on:
        form.add_error("ends_on", _("Sluttdato kan ikke være før startdato."))


class _PeriodForm(KursForm):
    starts_on = DateField(label=_("Fra"), error_messages=REQUIRED_DATE)
    ends_on = DateField(label=_("Til"), required=False, help_text=_("La stå tomt når det ikke er avsluttet."))

    def clean(self):
        data = super().clean()
        _check_order(self, data)
        return data


class EducationForm(_PeriodForm):
    """Education beside or after a course."""

    submit_label = _("Lagre utdanningen")
    fields_in_order = ["kind", "title", FieldRow("starts_on", "ends_on")]
    kind = forms.ChoiceField(
        label=_("Slags utdanning"),
        choices=EducationPeriod.Kind.choices,
        widget=RadioSelect,
        error_messages={"required": _("Velg slags utdanning.")},
    )
    title = forms.CharField(
        label=_("Utdanning"), max_length=150, error_messages={"required": _("Skriv hva slags utdanning det er.")}
    )


class MeasureForm(_PeriodForm):
    """A measure held elsewhere or earlier (P7)."""

    submit_label = _("Lagre tiltaket")
    fields_in_order = ["kind", "title", "occupation", FieldRow("starts_on", "ends_on"), Inline("ended_in_work")]
    kind = forms.ChoiceField(
        label=_("Slags tiltak"),
        choices=Measure.Kind.choices,
        widget=RadioSelect,
        error_messages={"required": _("Velg slags tiltak.")},
    )
    title = forms.CharField(
        label=_("Navn på tiltaket"), max_length=150, error_messages={"required": _("Skriv hva tiltaket het.")}
    )
    occupation = OccupationField(label=_("Yrke"), required=False)
    ended_in_work = forms.TypedChoiceField(
        label=_("Førte det til jobb?"),
        choices=[("yes", _("Ja")), ("no", _("Nei")), ("", _("Vet ikke"))],
        coerce=lambda value: {"yes": True, "no": False}.get(value),
        empty_value=None,
        required=False,
        initial="",
        widget=RadioSelect,
    )


class WithdrawMeasureForm(KursForm):
    """Asks before a measure is taken away."""

    submit_label = _("Fjern tiltaket")
    danger = True


class ContactForm(KursForm):
    """An attempt to reach her."""

    submit_label = _("Lagre")
    fields_in_order = [Inline("reached"), Inline("channel"), "note", "made_on"]
    reached = forms.TypedChoiceField(
        label=_("Fikk du kontakt?"),
        choices=[("yes", _("Ja")), ("no", _("Nei"))],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
        error_messages={"required": _("Velg ja eller nei.")},
    )
    channel = forms.ChoiceField(
        label=_("Hvordan"),
        choices=Channel.choices,
        initial=Channel.PHONE,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvordan.")},
    )
    note = forms.CharField(
        label=_("Kort notat"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv ikke om helse. Kursleverandøren kan lese notatet mens brukeren er på kurs."),
    )
    made_on = DateField(label=_("Dato"), initial=clock.today, error_messages=REQUIRED_DATE)


class NoteForm(KursForm):
    """An internal note."""

    submit_label = _("Lagre notatet")
    text = forms.CharField(
        label=_("Notat"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Leses bare på Nav-kontoret. Brukeren kan be om innsyn."),
        error_messages={"required": _("Skriv notatet.")},
    )
