"""Forms about what the course finds and gives: suitability, certificates, prospects, Norwegian (A6, K4, K5, K6)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow, Unmarked
from amo.forms import DateField, KursForm
from amo.widgets import CheckboxSelectMultiple, RadioSelect
from courses.models import Enrolment, LanguageTest, SuitabilityAssessment
from courses.models.language import Goal

UNKNOWN = [("", _("Ikke satt"))]


class SuitabilityForm(KursForm):
    """The provider's assessment."""

    submit_label = _("Lagre vurderingen")

    fields_in_order = ["outcome", Unmarked("reasons"), "note"]  # reasons: required where it does not suit

    outcome = forms.ChoiceField(
        label=_("Passer kurset for deltakeren?"),
        choices=SuitabilityAssessment.Outcome.choices,
        widget=RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg om kurset passer.")),
    )
    reasons = forms.MultipleChoiceField(
        label=_("Hvorfor passer det ikke?"),
        choices=SuitabilityAssessment.Reason.choices,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text=_("Bare krav i arbeidet og opplæringen. Bakgrunn, helse og motivasjon er ingen grunn."),
        error_messages={"invalid_choice": _("Velg blant grunnene i lista.")},
    )
    note = forms.CharField(
        label=_("Utdyping"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Deltakeren får lese det du skriver, og kan svare. Nav avgjør."),
    )

    def clean(self):
        data = super().clean()
        unsuitable = data.get("outcome") == SuitabilityAssessment.Outcome.NOT_SUITABLE
        if unsuitable and not data.get("reasons") and "reasons" not in self.errors:
            self.add_error("reasons", _("Velg minst én grunn når kurset ikke passer."))
        return data


class ShownForm(KursForm):
    """What she says when the caseworker has gone through it with her."""

    submit_label = _("Lagre svaret")

    on = DateField(label=_("Gått gjennom dato"), error_messages={"required": _("Skriv hvilken dag det var.")})
    comment = forms.CharField(
        label=_("Hva sier deltakeren?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Med deltakerens egne ord. Tomt felt: deltakeren ville ikke si noe."),
    )


class DecisionForm(KursForm):
    """What NAV decides."""

    submit_label = _("Lagre avgjørelsen")

    decision = forms.ChoiceField(
        label=_("Hva avgjør Nav?"),
        choices=[(answer.value, answer.label) for answer in SuitabilityAssessment.ANSWERS],
        widget=RadioSelect,
        help_text=_(
            "Gis plassen videre, venter de andre ønskene igjen med ventetiden i behold. Avgjørelsen kan ikke angres."
        ),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg hva Nav avgjør.")),
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Skriv en begrunnelse på minst 10 tegn.")},
    )


class PeopleForm(KursForm):
    """Some people of a class; `chosen()` is who was ticked."""

    people = forms.MultipleChoiceField(
        label=_("Deltakere"),
        widget=CheckboxSelectMultiple,
        error_messages={
            "required": _("Velg minst én deltaker fra lista."),
            "invalid_choice": _("Velg deltakere fra lista."),
        },
    )

    def __init__(self, *args, people: dict[Enrolment, str], **kwargs):
        """people: {enrolment: what she is called}."""
        super().__init__(*args, **kwargs)
        self.by_id = {str(one.public_id): one for one in people}
        self.fields["people"].choices = [(str(one.public_id), name) for one, name in people.items()]

    def chosen(self) -> list[Enrolment]:
        return [self.by_id[key] for key in self.cleaned_data["people"]]


class IssueForm(PeopleForm):
    submit_label = _("Utsted kursbevis")


class ClassProspectsForm(PeopleForm):
    """What was said to the class about the work the course leads to."""

    submit_label = _("Lagre for dem som er krysset av")

    on = DateField(label=_("Dato"), error_messages={"required": _("Skriv hvilken dag det var.")})
    said = forms.CharField(
        label=_("Hva ble sagt?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Skriv kort hva som ble sagt.")},
    )
    fields_in_order = ["on", "said", "people"]


class RevokeForm(KursForm):
    submit_label = _("Trekk tilbake kursbeviset")
    danger = True

    reason = forms.CharField(
        label=_("Hvorfor trekkes kursbeviset tilbake?"),
        max_length=300,
        error_messages={"required": _("Skriv hvorfor kursbeviset trekkes tilbake.")},
    )


class LanguagePlanForm(KursForm):
    """Goal per skill, and the support."""

    submit_label = _("Lagre mål og støtte")

    oral = forms.ChoiceField(label=_("Muntlig"), choices=[*UNKNOWN, *Goal.choices], required=False)
    listening = forms.ChoiceField(label=_("Lytte"), choices=[*UNKNOWN, *Goal.choices], required=False)
    reading = forms.ChoiceField(label=_("Lese"), choices=[*UNKNOWN, *Goal.choices], required=False)
    writing = forms.ChoiceField(label=_("Skrive"), choices=[*UNKNOWN, *Goal.choices], required=False)
    support = forms.CharField(
        label=_("Støtte på kurset"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For eksempel norsk i små grupper to timer i uka, eller en språkhjelper i praksis."),
    )
    fields_in_order = [FieldRow("oral", "listening", "reading", "writing"), "support"]


class LanguageTestForm(KursForm):
    """One part of Norskprøven."""

    submit_label = _("Lagre prøven")

    part = forms.ChoiceField(label=_("Delprøve"), choices=LanguageTest.Part.choices)
    level = forms.ChoiceField(label=_("Nivå det prøves for"), choices=Goal.choices)
    booked_on = DateField(label=_("Påmeldt dato"), error_messages={"required": _("Skriv når påmeldingen ble gjort.")})
    test_on = DateField(label=_("Prøvedato"), error_messages={"required": _("Skriv når prøven er.")})
    place = forms.CharField(label=_("Prøvested"), required=False, max_length=100)
    paid_by = forms.ChoiceField(
        label=_("Hvem betaler?"), choices=LanguageTest.Payer.choices, widget=RadioSelect,
        error_messages={"required": _("Velg hvem som betaler.")},
    )  # fmt: skip
    status = forms.ChoiceField(
        label=_("Status"), choices=LanguageTest.Status.choices, widget=RadioSelect,
        initial=LanguageTest.Status.BOOKED, error_messages={"required": _("Velg status.")},
    )  # fmt: skip
    result = forms.ChoiceField(
        label=_("Nivå som er oppnådd"), choices=[*UNKNOWN, *Goal.choices], required=False,
        help_text=_("Fylles ut bare når prøven er bestått."),
    )  # fmt: skip
    fields_in_order = [
        FieldRow("part", "level"), FieldRow("booked_on", "test_on"), "place", "paid_by", "status", "result",
    ]  # fmt: skip

    def values(self) -> dict:
        """The fields as the action takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("submission", "version")}
