"""After the meeting: one small form for contact, note and next task."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import FieldRow, Inline, Unmarked
from amo.forms import DateField, KursForm
from amo.widgets import RadioSelect
from participants.models.facts import Channel


class MeetingForm(KursForm):
    """Everything has a sensible default, so that leaving the meeting takes half a minute."""

    submit_label = _("Lagre møtet")
    fields_in_order = [
        Inline("reached"),
        FieldRow("channel", "made_on"),
        Unmarked("note", "next_task", "next_due_on"),
    ]
    reached = forms.TypedChoiceField(
        label=_("Snakket dere sammen?"),
        choices=[("yes", _("Ja")), ("no", _("Nei, brukeren kom ikke"))],
        coerce=lambda value: value == "yes",
        initial="yes",
        widget=RadioSelect,
        error_messages={"required": _("Velg om dere snakket sammen.")},
    )
    channel = forms.ChoiceField(
        label=_("Hvordan"),
        choices=[choice for choice in Channel.choices if choice[0] != Channel.LETTER],
        initial=Channel.IN_PERSON,
        error_messages={"required": _("Velg hvordan.")},
    )
    made_on = DateField(label=_("Dato"), initial=clock.today, error_messages={"required": _("Skriv datoen.")})
    note = forms.CharField(
        label=_("Notat, om du trenger det"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leses bare på Nav-kontoret. Brukeren kan be om innsyn."),
    )
    next_task = forms.CharField(label=_("Neste oppgave, om det er noen"), max_length=200, required=False)
    next_due_on = DateField(label=_("Frist"), required=False)
