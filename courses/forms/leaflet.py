"""The county's form for the leaflet about a course, one language at a time (P5)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.forms import KursForm, KursModelForm
from amo.widgets import RadioSelect
from courses.models import LeafletText
from participants.models.facts import Channel

ROWS = {"what": 7, "requirements": 4, "outlook": 7, "practical": 4}


class LeafletForm(KursModelForm):
    """The words of the leaflet. Weeks, hours, dates and tests come from the course and are not written here."""

    submit_label = _("Lagre teksten")

    class Meta:
        model = LeafletText
        fields = ["title", "what", "requirements", "outlook", "practical"]
        widgets = {name: forms.Textarea(attrs={"rows": rows}) for name, rows in ROWS.items()}
        help_texts = {
            "what": _("Skriv til «du», i korte setninger. Ett avsnitt på hver linje."),
            "requirements": _("Det som virkelig kreves, med vanlige ord."),
            "outlook": _("Ærlig: hvilke jobber de fleste får, hvor mye de får arbeide, og hva de ikke får."),
            "practical": _("Klær, reise, mat, hva en tar med den første dagen."),
        }
        error_messages = {
            "title": {"required": _("Skriv hva kurset heter i heftet.")},
            "what": {"required": _("Skriv hva deltakeren lærer og gjør.")},
            "outlook": {"required": _("Skriv ærlig hva kurset kan føre til.")},
        }

    def _get_validation_exclusions(self):
        # The action knows the course and the language; the form has neither.
        return super()._get_validation_exclusions() | {"concept", "language", "updated_by", "updated_at"}

    def texts(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


HOW = [
    (Channel.IN_PERSON.value, _("Gitt i et møte")),
    (Channel.LETTER.value, _("Sendt i posten")),
    (Channel.DIGITAL.value, _("Sendt digitalt")),
]


class HandOutForm(KursForm):
    """That she got the leaflet: in which language, and how."""

    submit_label = _("Loggfør at brukeren fikk heftet")
    language = forms.ChoiceField(
        label=_("Språk i heftet"),
        choices=LeafletText.Language.choices,
        widget=RadioSelect,
        error_messages={"required": _("Velg språk."), "invalid_choice": _("Velg språk.")},
    )
    channel = forms.ChoiceField(
        label=_("Hvordan fikk brukeren heftet?"),
        choices=HOW,
        widget=RadioSelect,
        error_messages={
            "required": _("Velg hvordan brukeren fikk heftet."),
            "invalid_choice": _("Velg hvordan brukeren fikk heftet."),
        },
    )

    def __init__(self, *args, written=(), **kwargs):
        super().__init__(*args, **kwargs)
        note = _("Ikke skrevet ennå. Teksten blir på bokmål.")
        missing = [value for value in LeafletText.Language.values if value not in written and value != "nb"]
        self.fields["language"].widget.descriptions = dict.fromkeys(missing, note)


class CorrectHandOutForm(HandOutForm):
    """What was logged wrongly today: another language, another way, or that she did not get it."""

    submit_label = _("Lagre rettelsen")
    not_given = forms.BooleanField(
        label=_("Brukeren fikk ikke heftet"),
        required=False,
        help_text=_("Da fjernes oppføringen. Endringshistorikken beholder den."),
    )
