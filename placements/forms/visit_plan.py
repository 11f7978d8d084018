"""The form in which the visits of a whole class are planned (L5)."""

from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from amo.forms import DateField, KursForm
from amo.widgets import NumberInput, TimeInput
from courses.forms.rows import FormsetRows
from placements.visit_plan_page import DEFAULT_PLACES, DEFAULT_WEEKS, MAX_PLACES, MAX_ROWS, MAX_WEEKS

TIME_FORMATS = ["%H:%M", "%H.%M", "%H"]


class EveryWeeksForm(forms.Form):
    """How often, and how many workplaces on one day, in the page's address."""

    uker = forms.IntegerField(
        label=_("Uker mellom besøkene"),
        min_value=1,
        max_value=MAX_WEEKS,
        initial=DEFAULT_WEEKS,
        widget=NumberInput,
        required=False,
    )

    steder = forms.IntegerField(
        label=_("Arbeidsplasser på én dag, høyst"),
        min_value=1,
        max_value=MAX_PLACES,
        initial=DEFAULT_PLACES,
        widget=NumberInput,
        required=False,
    )

    def weeks(self) -> int:
        """What was asked for, or the usual."""
        return self._asked("uker") or DEFAULT_WEEKS

    def places(self) -> int:
        """What was asked for, or the usual."""
        return self._asked("steder") or DEFAULT_PLACES

    def _asked(self, name: str) -> int | None:
        self.is_valid()
        return getattr(self, "cleaned_data", {}).get(name)


class VisitRowForm(forms.Form):
    """One visit of the plan; one that is not ticked is left out."""

    use_required_attribute = False

    placement = forms.UUIDField(widget=forms.HiddenInput)
    include = forms.BooleanField(label=_("Ta med"), required=False, initial=True)
    planned_for = DateField(label=_("Dato"), error_messages={"required": _("Velg dato for besøket.")})
    planned_at = forms.TimeField(
        label=_("Klokkeslett"),
        required=False,
        widget=TimeInput,
        input_formats=TIME_FORMATS,
        error_messages={"invalid": _("Skriv klokkeslettet som 13.30.")},
    )

    def __init__(self, *args, placements=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.placements = placements or {}

    @property
    def at(self):
        """The placement the row is about; None when it is not one of the class's any more."""
        return self.placements.get(str(self["placement"].value() or ""))

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("include") and self.at is None:
            raise forms.ValidationError(_("Praksisplassen er ikke lenger i klassen. Ta bort haken, og prøv igjen."))
        return cleaned


class _Rows(BaseFormSet):
    def chosen(self) -> list[tuple[int, VisitRowForm]]:
        """(index, form) of the rows that are ticked."""
        return [(index, form) for index, form in enumerate(self.forms) if form.cleaned_data.get("include")]


VisitRowFormSet = formset_factory(
    VisitRowForm, formset=_Rows, extra=0, max_num=MAX_ROWS, absolute_max=MAX_ROWS, validate_max=True
)


class ClassVisitsForm(KursForm):
    """Every row of the plan is saved, or none."""

    submit_label = _("Planlegg besøkene")

    def __init__(self, *args, rows, groups, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        self.groups = groups
        self.fields_in_order = [FormsetRows("rows", "placements/visits/_plan_rows.html")]
