"""Form widgets that carry what the crispy pack "aksel" needs. All work without JavaScript."""

from django import forms


class DateInput(forms.DateInput):
    """The browser's own date picker; the value is always ISO, whatever the language."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs={"class": "input-date"} | (attrs or {}), format="%Y-%m-%d")


class TimeInput(forms.TimeInput):
    """The browser's own time picker, hours and minutes."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs={"class": "input-number"} | (attrs or {}), format="%H:%M")


class NumberInput(forms.NumberInput):
    """A short field with the numeric keyboard on a phone."""

    def __init__(self, attrs=None):
        super().__init__(attrs={"class": "input-number", "inputmode": "numeric"} | (attrs or {}))


class _DescribedChoices:
    """Adds a description under a choice, and lets a choice be shown but not chosen.

    `descriptions` and `disabled` map the choice's value (as text) to a text; the text of a disabled choice is the
    reason and replaces its description. The form must still refuse a disabled value that is posted.
    """

    def __init__(self, attrs=None, choices=(), descriptions=None, disabled=None):
        super().__init__(attrs, choices)
        self.descriptions = descriptions or {}
        self.disabled = disabled or {}

    def create_option(self, name, value, label, selected, index, subindex=None, attrs=None):
        option = super().create_option(name, value, label, selected, index, subindex, attrs)
        key = str(value)
        option["description"] = self.disabled.get(key) or self.descriptions.get(key, "")
        if key in self.disabled:
            option["attrs"]["disabled"] = True
        return option


class RadioSelect(_DescribedChoices, forms.RadioSelect):
    """Radio buttons with a description per choice and disabled choices."""


class CheckboxSelectMultiple(_DescribedChoices, forms.CheckboxSelectMultiple):
    """Checkboxes with a description per choice and disabled choices."""
