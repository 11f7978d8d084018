"""A new version of the advice's weights: weights that sum to 100, floors, and where the bands begin (P6)."""

import datetime as dt
from decimal import Decimal

from crispy_forms.layout import Fieldset
from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock
from amo.crispy import FieldRow
from amo.forms import DateField, KursForm
from amo.widgets import NumberInput
from courses.actions.policies import EDITABLE, FLOORS, LEAD, LIMITS, POINTS, WEIGHTS, numbers

TEXTS = {
    "fit": gettext_lazy("Målgruppe"),
    "demand": gettext_lazy("Arbeidsmarked"),
    "progression": gettext_lazy("Bygger videre"),
    "wish": gettext_lazy("Eget ønske"),
    "fit_floor": gettext_lazy("Minste del av sjekklista"),
    "demand_floor": gettext_lazy("Minste verdi for arbeidsmarkedet"),
    "good_from": gettext_lazy("Passer godt fra"),
    "possible_from": gettext_lazy("Kan passe fra"),
    "clear_lead": gettext_lazy("Klart foran fra"),
}

POINT_TEXTS = {
    "fit": gettext_lazy("Målgruppe, høyst"),
    "waiting": gettext_lazy("Ventetid, høyst"),
    "waiting_days": gettext_lazy("Dager for full ventetid"),
    "refusal_1": gettext_lazy("Ett tidligere avslag"),
    "refusal_2": gettext_lazy("To eller flere avslag"),
    "course_penalty": gettext_lazy("Trekk for hvert tidligere kurs"),
    "course_cap": gettext_lazy("Tidligere kurs som teller, høyst"),
}


class ShareField(forms.DecimalField):
    """A number from 0 to 1, with a comma or a point."""

    widget = NumberInput(attrs={"step": "0.05", "inputmode": "decimal"})

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class DraftForm(KursForm):
    """What every draft has: the day it shall hold from, and why. Subclasses add the numbers."""

    submit_label = gettext_lazy("Lagre utkastet")

    valid_from = DateField(
        label=gettext_lazy("Gjelder fra"),
        help_text=gettext_lazy("Tidligst i dag. Fram til da gjelder versjonen som er i bruk."),
        error_messages={"required": gettext_lazy("Skriv hvilken dag vektene skal gjelde fra.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Hvorfor endres vektene?"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": gettext_lazy("Skriv hvorfor vektene endres."),
            "max_length": gettext_lazy("Begrunnelsen kan ha høyst 300 tegn."),
        },
    )

    def clean_valid_from(self) -> dt.date:
        day = self.cleaned_data["valid_from"]
        if day < clock.today():
            raise forms.ValidationError(_("Dagen kan ikke ligge bak oss. Velg i dag eller senere."))
        return day


class PolicyForm(DraftForm):
    """PolicyForm(data, membership=…, base=the AdvicePolicy it starts from)."""

    def __init__(self, *args, base, **kwargs):
        super().__init__(*args, **kwargs)
        whole, share = _("Skriv et helt tall fra 0 til 100."), _("Skriv et tall fra 0 til 1, for eksempel 0,5.")
        for name in (*WEIGHTS, *LIMITS, LEAD):
            least, text = (1, _("Skriv et helt tall fra 1 til 100.")) if name == LEAD else (0, whole)
            self.fields[name] = forms.IntegerField(
                label=TEXTS[name],
                initial=getattr(base, name),
                min_value=least,
                max_value=100,
                widget=NumberInput,
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), text),
            )
        for name in FLOORS:
            self.fields[name] = ShareField(
                label=TEXTS[name],
                initial=Decimal(str(getattr(base, name))),
                min_value=0,
                max_value=1,
                max_digits=5,
                decimal_places=2,
                error_messages=dict.fromkeys(
                    ("required", "invalid", "min_value", "max_value", "max_digits", "max_decimal_places"), share
                ),
            )
        self.fields_in_order = [
            Fieldset(_("Vekter, til sammen 100"), FieldRow(*WEIGHTS)),
            Fieldset(
                _("Gulv: under dem anbefales kurset ikke, heller ikke når brukeren ønsker det"), FieldRow(*FLOORS)
            ),
            Fieldset(_("Poeng for hvert nivå"), FieldRow(*LIMITS)),
            Fieldset(_("Poeng et kurs må ligge foran før det å velge det bort krever én setning"), FieldRow(LEAD)),
            "valid_from",
            "note",
        ]

    def parameters(self) -> dict:
        """The nine numbers as the engine takes them."""
        data = self.cleaned_data
        return {name: float(data[name]) if name in FLOORS else data[name] for name in EDITABLE}


class CriteriaForm(DraftForm):
    """CriteriaForm(data, membership=…, base=the AllocationPolicy it starts from)."""

    def __init__(self, *args, base, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["valid_from"].error_messages["required"] = _("Skriv hvilken dag kriteriene skal gjelde fra.")
        self.fields["note"].label = _("Hvorfor endres kriteriene?")
        self.fields["note"].error_messages["required"] = _("Skriv hvorfor kriteriene endres.")
        limits = {"waiting_days": (1, 3650), "course_cap": (1, 20)}
        for name, value in numbers(base).items():
            least, most = limits.get(name, (0, 100))
            text = _("Skriv et helt tall fra %(least)d til %(most)d.") % {"least": least, "most": most}
            self.fields[name] = forms.IntegerField(
                label=POINT_TEXTS[name],
                initial=value,
                min_value=least,
                max_value=most,
                widget=NumberInput,
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), text),
            )
        self.fields_in_order = [
            Fieldset(_("Poeng"), FieldRow("fit", "waiting", "waiting_days")),
            Fieldset(_("Tidligere avslag fordi kurset var fullt"), FieldRow("refusal_1", "refusal_2")),
            Fieldset(_("Tidligere kurs de siste fem årene"), FieldRow("course_penalty", "course_cap")),
            "valid_from",
            "note",
        ]

    def parameters(self) -> dict:
        """The seven numbers by name."""
        return {name: self.cleaned_data[name] for name in POINTS}
