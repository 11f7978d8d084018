"""What she was told about courses: one form for one person, and the fields that the form for many shares (P5, K4)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import FieldRow, Inline, Unmarked
from amo.forms import DateField, KursForm
from amo.widgets import CheckboxSelectMultiple, RadioSelect
from participants.models import InformationGiven
from participants.models.facts import Channel

Kind, Point = InformationGiven.Kind, InformationGiven.Point
DESCRIPTIONS = {
    Point.OUTCOME: _("Hvor mange som er i jobb etterpå, og hva slags jobb."),
    Point.PROSPECTS: _("Fast jobb, vikariat eller ringevikar, og hva som mangler for resten."),
    Point.MAY_DECLINE: _("Valget er brukerens eget. Si fra hvis kurset er et krav."),
    Point.BENEFIT: _("Under kurset, ved fravær, og hvis brukeren slutter."),
}


class InformationFields(KursForm):
    """Which points were gone through, how, in which language and when. Also for telling many at once."""

    points = forms.TypedMultipleChoiceField(
        label=_("Hva dere snakket om"),
        choices=Point.choices,
        required=False,
        widget=CheckboxSelectMultiple(descriptions=DESCRIPTIONS),
        error_messages={"invalid_choice": _("Velg blant punktene i listen.")},
    )
    said = forms.CharField(
        label=_("Med egne ord"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Kort om det viktigste. Skriv ikke om helse."),
        error_messages={"max_length": _("Teksten kan ha høyst 1000 tegn.")},
    )
    channel = forms.ChoiceField(
        label=_("Hvordan"),
        choices=Channel.choices,
        initial=Channel.IN_PERSON,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvordan.")},
    )
    language = forms.CharField(
        label=_("Språk, hvis ikke norsk"),
        max_length=40,
        required=False,
        error_messages={"max_length": _("Språket kan ha høyst 40 tegn.")},
    )
    with_interpreter = forms.BooleanField(label=_("Med tolk"), required=False)
    given_on = DateField(label=_("Dato"), initial=clock.today, error_messages={"required": _("Skriv datoen.")})

    HOW = [Inline("channel"), FieldRow("language", "given_on"), "with_interpreter"]


class InformForm(InformationFields):
    """What one person was told, in general or about a course named in free text."""

    submit_label = _("Lagre")
    fields_in_order = ["kind", Unmarked("subject"), "points", "said", *InformationFields.HOW]
    kind = forms.ChoiceField(
        label=_("Hva har du informert om?"),
        choices=Kind.choices,
        initial=Kind.GENERAL,
        widget=RadioSelect,
        error_messages={"required": _("Velg hva du har informert om.")},
    )
    subject = forms.CharField(
        label=_("Hvilket kurs"), max_length=150, required=False, help_text=_("Når det gjelder et bestemt kurs.")
    )

    def clean(self):
        data = super().clean()
        if data.get("kind") == Kind.COURSE and not data.get("subject") and "subject" not in self.errors:
            self.add_error("subject", _("Skriv hvilket kurs du informerte om."))
        return data


class CourseInformationForm(InformationFields):
    """What one person was told about one course: at least one point, and what was said about the prospects."""

    submit_label = _("Lagre")
    fields_in_order = ["points", "said", *InformationFields.HOW]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["points"].required = True
        self.fields["points"].error_messages["required"] = _("Kryss av for hva dere snakket om.")
        self.fields["said"].help_text = _("Skriv det du sa om jobbutsiktene. Skriv ikke om helse.")

    def clean(self):
        data = super().clean()
        if Point.PROSPECTS in (data.get("points") or []) and not data.get("said") and "said" not in self.errors:
            self.add_error("said", _("Skriv kort hva du sa om jobbutsiktene."))
        return data
