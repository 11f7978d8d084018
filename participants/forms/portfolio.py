"""Forms on the portfolio: one's own mark, and what is done for many at once."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.crispy import Inline, Unmarked
from amo.forms import KursForm
from amo.widgets import RadioSelect
from participants.forms.information import InformForm
from participants.models import PortfolioMark

COLOR = PortfolioMark.Color


class _ColorField(forms.ChoiceField):
    def __init__(self, **kwargs):
        messages = {"invalid_choice": _("Velg en av fargene.")}
        super().__init__(label=_("Farge"), choices=COLOR.choices, widget=RadioSelect, error_messages=messages, **kwargs)


class MarkForm(KursForm):
    """Colour and note on one row. Nothing in either takes the mark away."""

    submit_label = _("Lagre merkingen")
    fields_in_order = [Unmarked(Inline("color"), "note")]
    color = _ColorField(required=False)
    note = forms.CharField(
        label=_("Eget notat"),
        max_length=300,
        required=False,
        help_text=_("Bare du ser det i listen. Skriv ikke om helse. Brukeren kan be om innsyn."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ColorForm(KursForm):
    """One colour on many rows."""

    submit_label = _("Sett fargen")
    fields_in_order = [Unmarked(Inline("color"))]
    color = _ColorField(required=False)


class InformManyForm(InformForm):
    """What the chosen persons were told, the same for all."""

    # As the page that asks once more repeats them.
    field_order = ["kind", "subject", "points", "said", "channel", "language", "with_interpreter", "given_on"]
    submit_label = _("Gå videre")
