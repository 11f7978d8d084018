"""Several occupations in one field, a line each (docs/decisions/0013): by title, by a name people use, or by code."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from amo.models import Occupation
from amo.occupations import OccupationField, Occupations, label

MOST_LINES = 40


class OccupationLinesField(forms.Field):
    """The value is a list of Occupation. Every line that names none, or several, is told.

    known: give all the fields of a page the same Occupations, so that they are read once.
    """

    widget = forms.Textarea(attrs={"rows": 3})
    default_error_messages = {"too_many": gettext_lazy("Skriv høyst 40 yrker.")}

    def __init__(self, *, known: Occupations | None = None, **kwargs):
        kwargs.setdefault("help_text", gettext_lazy("Ett yrke på hver linje: navnet, eller koden på fire siffer."))
        super().__init__(**kwargs)
        self.known = known

    def prepare_value(self, value):
        """The labels of records; text as it was typed."""
        if value is None or isinstance(value, str):
            return value
        return "\n".join(label(one) for one in sorted(value, key=lambda one: one.title_sort))

    def to_python(self, value) -> list[Occupation]:
        lines = [line.strip() for line in str(value or "").splitlines() if line.strip()]
        if len(lines) > MOST_LINES:
            raise ValidationError(self.error_messages["too_many"], code="too_many")
        one = OccupationField(known=self.known or Occupations())
        found, errors = {}, []
        for line in lines:
            try:
                occupation = one.to_python(line)
                found[occupation.pk] = occupation
            except ValidationError as error:
                errors += error.error_list
        if errors:
            raise ValidationError(errors)
        return list(found.values())

    def has_changed(self, initial, data) -> bool:
        return (self.prepare_value(initial) or "").split() != str(data or "").split()

    def widget_attrs(self, widget):
        return {"spellcheck": "false"}
