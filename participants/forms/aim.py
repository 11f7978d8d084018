"""The person's own aim (P2)."""

from collections.abc import Callable, Iterable

from crispy_forms.layout import HTML
from django import forms
from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from amo.forms import KursForm
from amo.occupations import OccupationField, Occupations
from amo.widgets import RadioSelect
from participants.models import Aim

RANKS = (1, 2, 3)
ORDER_LABELS = {1: _("Helst"), 2: _("Så"), 3: _("Eller")}


class RecordField(forms.TypedChoiceField):
    """One record of a list that is read once for all the fields and rows that choose from it: see `use`."""

    def __init__(self, *, label, empty_label, error_messages=None, **kwargs):
        self.empty_label, self.records = empty_label, {}
        messages = {"invalid_choice": _("Velg fra listen.")} | (error_messages or {})
        super().__init__(
            label=label,
            required=False,
            coerce=self._record,
            empty_value=None,
            error_messages=messages,
            **kwargs,
        )

    def __deepcopy__(self, memo):
        copied = super().__deepcopy__(memo)
        copied.coerce = copied._record
        return copied

    def _record(self, key) -> Model:
        """ValueError, which the field turns into its own message, for what is not in the list."""
        try:
            return self.records[str(key)]
        except KeyError:
            raise ValueError(key) from None

    def use(self, records: Iterable[Model], label: Callable = str) -> None:
        """Choose among these records."""
        self.records = {str(record.pk): record for record in records}
        self.choices = [("", self.empty_label), *((key, label(one)) for key, one in self.records.items())]

    def prepare_value(self, value):
        return value.pk if isinstance(value, Model) else value


class AimForm(KursForm):
    """Her own words, table 3.1's terms, and up to three occupations in her own order."""

    submit_label = _("Lagre målet")
    words = forms.CharField(
        label=_("Målet med brukerens egne ord"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Les det opp for brukeren. Målet kan endres når som helst, og vises aldri til kursleverandør eller arbeidsgiver."
        ),
    )
    kind = forms.ChoiceField(
        label=_("Hva vil brukeren nå?"),
        choices=Aim.Kind.choices,
        widget=RadioSelect,
        error_messages={
            "required": _("Velg det som passer best med det brukeren sier."),
            "invalid_choice": _("Velg ett av alternativene."),
        },
    )

    read_to_person = forms.BooleanField(label=_("Målet er lest opp for brukeren, slik det står nå"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = Occupations()
        for rank in RANKS:
            field = OccupationField(label=ORDER_LABELS[rank], known=known, required=False)
            self.fields[f"occupation_{rank}"] = field
        note = _("Yrkene brukeren helst vil ha, i brukerens egen rekkefølge. De teller i kursforslagene.")
        heading = f'<p class="aksel-body-short aksel-body-short--medium">{note}</p>'
        ranks = (f"occupation_{rank}" for rank in RANKS)
        self.fields_in_order = ["words", "kind", HTML(heading), *ranks, "read_to_person"]

    def clean(self):
        data = super().clean()
        chosen = []
        for rank in RANKS:
            occupation = data.get(f"occupation_{rank}")
            if occupation is not None and occupation in chosen:
                self.add_error(f"occupation_{rank}", _("Yrket er allerede valgt. Velg et annet."))
            elif occupation is not None:
                chosen.append(occupation)
        data["occupations"] = chosen
        return data

    @staticmethod
    def initial_from(aim: Aim | None) -> dict:
        """The current aim as the form's starting point."""
        if aim is None:
            return {}
        chosen = {f"occupation_{row.rank}": row.occupation_id for row in aim.occupations.all()}
        return {"words": aim.words, "kind": aim.kind} | chosen
