"""Forms for meetings with an employer (L12)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import Div, FieldRow
from amo.forms import DateField, KursForm
from amo.widgets import CheckboxSelectMultiple, RadioSelect, TimeInput
from placements.forms.guarded import GuardedForm
from placements.forms.visit_plan import TIME_FORMATS
from placements.models import EmployerMeeting

Status = EmployerMeeting.Status
ONCE = "0"
REPEATS = [(ONCE, _("Bare denne gangen")), ("1", _("Hver uke")), ("2", _("Annenhver uke")), ("4", _("Hver fjerde uke"))]


class _MeetingForm(GuardedForm, KursForm):
    guarded = ("agreed",)
    on = DateField(label=_("Dato"), error_messages={"required": _("Velg dato for møtet.")})
    at = forms.TimeField(
        label=_("Klokkeslett"),
        required=False,
        widget=TimeInput,
        input_formats=TIME_FORMATS,
        error_messages={"invalid": _("Skriv klokkeslettet som 13.30.")},
    )
    topics = forms.MultipleChoiceField(
        label=_("Hva snakker dere om?"),
        choices=EmployerMeeting.Topic,
        widget=CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Velg blant temaene i lista.")},
    )
    agreed = forms.CharField(
        label=_("Hva ble avtalt?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Skriv om arbeidsplassen, aldri om en deltaker. Det som gjelder en deltaker, skrives i et besøk."),
        error_messages={"max_length": _("Teksten kan ha høyst 500 tegn.")},
    )


class NewMeetingForm(_MeetingForm):
    """A meeting to come or one that was held; a fixed date may be repeated."""

    kind = forms.ChoiceField(
        label=_("Hva slags møte?"),
        choices=EmployerMeeting.Kind,
        widget=RadioSelect,
        error_messages={"required": _("Velg hva slags møte det er."), "invalid_choice": _("Velg et av møtene.")},
    )
    status = forms.ChoiceField(
        label=_("Er møtet holdt?"),
        choices=[(Status.PLANNED, _("Nei, det kommer")), (Status.HELD, _("Ja"))],
        initial=Status.PLANNED,
        widget=RadioSelect,
        error_messages={"required": _("Velg om møtet er holdt."), "invalid_choice": _("Velg et av svarene.")},
    )
    every_weeks = forms.ChoiceField(
        label=_("Gjentas møtet?"),
        choices=REPEATS,
        initial=ONCE,
        required=False,
        error_messages={"invalid_choice": _("Velg hvor ofte møtet gjentas.")},
    )
    until = DateField(label=_("Til og med"), required=False, help_text=_("Fyll ut når møtet gjentas."))
    submit_label = _("Lagre møtet")
    fields_in_order = [
        "kind",
        "status",
        FieldRow("on", "at"),
        Div(FieldRow("every_weeks", "until"), data_shown_when="status=planned"),
        "topics",
        "agreed",
    ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", clock.today())

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("status") == Status.HELD:
            cleaned["every_weeks"], cleaned["until"] = ONCE, None
        if (cleaned.get("every_weeks") or ONCE) != ONCE and not cleaned.get("until") and "until" not in self.errors:
            self.add_error("until", _("Velg hvor lenge møtet gjentas."))
        return cleaned

    def cleaned_data_for_action(self):
        data = super().cleaned_data_for_action()
        data["every_weeks"] = int(data["every_weeks"] or ONCE)
        return data


class MeetingForm(_MeetingForm):
    """A meeting that is there: moved, held with what was agreed, or called off."""

    status = forms.ChoiceField(
        label=_("Hvordan gikk det?"),
        choices=[
            (Status.PLANNED, _("Møtet kommer")),
            (Status.HELD, _("Møtet er holdt")),
            (Status.CANCELLED, _("Møtet er avlyst")),
        ],
        widget=RadioSelect,
        error_messages={"required": _("Velg hvordan det gikk."), "invalid_choice": _("Velg et av svarene.")},
    )
    submit_label = _("Lagre møtet")
    fields_in_order = ["status", FieldRow("on", "at"), "topics", "agreed"]
