"""Forms that end an intake before its time (C3)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.crispy import Confirmation
from amo.forms import DateField, KursForm


class EndingForm(KursForm):
    """Why, who else is told, and that it is meant: it cannot be undone."""

    danger = True
    fields_in_order = ["reason", "tell_office_leads", Confirmation("sure")]

    reason = forms.CharField(
        label=_("Hvorfor?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Vises til veilederne og kursleverandøren. Skriv ikke om enkeltpersoner."),
        error_messages={
            "required": _("Skriv hvorfor kurset ikke gjennomføres som planlagt."),
            "max_length": _("Begrunnelsen kan ha høyst 300 tegn."),
        },
    )
    tell_office_leads = forms.BooleanField(
        label=_("Varsle også kontorlederne"),
        required=False,
        initial=True,
        help_text=_("Veilederne og kursleverandøren får alltid beskjed. Ingen navn står i varslene."),
    )
    sure = forms.BooleanField(
        label=_("Ja, jeg har sett hvem det gjelder"),
        help_text=_("Dette kan ikke angres."),
        error_messages={"required": _("Bekreft at du har sett hvem det gjelder.")},
    )


class CallOffForm(EndingForm):
    """Before the start."""

    submit_label = _("Avlys kurset")


class CutShortForm(EndingForm):
    """After the start: also the last day."""

    submit_label = _("Stans kurset")
    fields_in_order = ["last_day", *EndingForm.fields_in_order]

    last_day = DateField(
        label=_("Siste kursdag"),
        help_text=_("Dagen kan ligge fram i tid. Da går kurset som vanlig til og med den dagen."),
        error_messages={"required": _("Skriv siste kursdag.")},
    )
