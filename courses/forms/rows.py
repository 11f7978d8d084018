"""Rows of a formset inside a crispy form: one form tag, one submit button."""

from crispy_forms.layout import Fieldset, LayoutObject
from django.template.loader import render_to_string


class FormsetRows(LayoutObject):
    """Draws `form.<name>` (a formset) by a template that gets `formset`."""

    def __init__(self, name: str, template: str):
        self.name = name
        self.template = template

    def render(self, form, context, template_pack=None, **kwargs):
        return render_to_string(self.template, {"formset": getattr(form, self.name), "form": form})


def without(part, name: str):
    """The fieldset without a field that this form does not have."""
    if isinstance(part, Fieldset) and name in part.fields:
        return Fieldset(part.legend, *(field for field in part.fields if field != name))
    return part
