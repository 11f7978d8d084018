"""An employer that is typed: part of the name, or the number. Works without JavaScript: what is near is suggested."""

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from placements import employer_search
from placements.models import Employer


class EmployerInput(forms.TextInput):
    """A text field that static/js/combobox.js makes a combobox of."""

    def get_context(self, name, value, attrs):
        own = {"data-combobox": reverse("placements:employer_suggest"), "autocomplete": "off"}
        return super().get_context(name, value, own | (attrs or {}))


class EmployerField(forms.Field):
    """The value is an Employer of `queryset`, which the form narrows to what its membership may choose."""

    widget = EmployerInput
    queryset = Employer.objects.none()

    def prepare_value(self, value):
        """The label of a record or of its key; text as it was typed."""
        if isinstance(value, int):
            value = self.queryset.filter(pk=value).first()
        return employer_search.label(value) if isinstance(value, Employer) else value

    def to_python(self, value) -> Employer | None:
        if isinstance(value, Employer):
            return value
        text = str(value or "").strip()
        if not text:
            return None
        found = employer_search.named(self.queryset, text[:200])
        if len(found) == 1:
            return found[0]
        near = found or employer_search.search(self.queryset, text, 3)
        shown = text[: employer_search.MAX_TERM]
        if not near:
            raise ValidationError(
                _("Finner ikke arbeidsgiveren «%(text)s». Prøv en del av navnet, eller organisasjonsnummeret."),
                params={"text": shown},
            )
        names = "; ".join(employer_search.label(one) for one in near[:3])
        raise ValidationError(
            _("Finner ikke én arbeidsgiver som heter «%(text)s». Velg fra listen, for eksempel: %(names)s."),
            params={"text": shown, "names": names},
        )

    def has_changed(self, initial, data) -> bool:
        return (self.prepare_value(initial) or "") != (data or "")
