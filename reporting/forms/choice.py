"""Filters of the results pages."""

import datetime as dt

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock
from amo.models import Membership, Provider
from courses.models import Intake
from reporting.results import Choice

HALF_YEARS = 6


def half_years() -> list[tuple[str, str]]:
    """The latest half-years as ("2026-2", "Andre halvår 2026"), newest first."""
    today = clock.today()
    year, half = today.year, 1 if today.month <= 6 else 2
    found = []
    for _n in range(HALF_YEARS):
        label = _("Første halvår %(year)d") if half == 1 else _("Andre halvår %(year)d")
        found.append((f"{year}-{half}", label % {"year": year}))
        year, half = (year - 1, 2) if half == 1 else (year, 1)
    return found


class ChoiceForm(forms.Form):
    """Period, provider and way of counting. What is no choice is shown as an error and counts as "all".

    Without `in_full` there is nothing to choose: those who get suppressed numbers get one set of them (04-outcomes).
    """

    use_required_attribute = False
    period = forms.ChoiceField(
        label=gettext_lazy("Kursslutt"),
        required=False,
        error_messages={"invalid_choice": gettext_lazy("Velg en periode i lista.")},
    )
    provider = forms.ModelChoiceField(
        label=gettext_lazy("Kursleverandør"),
        queryset=Provider.objects.none(),
        required=False,
        empty_label=gettext_lazy("Alle"),
        to_field_name="public_id",
        error_messages={"invalid_choice": gettext_lazy("Velg en kursleverandør i lista.")},
    )
    as_appendix_4 = forms.BooleanField(
        label=gettext_lazy("Tell som i vedlegg 4: de som sluttet, står under «sluttet» også når de jobber"),
        required=False,
    )

    def __init__(self, *args, membership: Membership, in_full: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if not in_full:
            self.fields.clear()
            return
        self.fields["period"].choices = [("", _("Alle perioder")), *half_years()]
        if membership.is_provider:
            del self.fields["provider"]
        else:
            self.fields["provider"].queryset = Provider.objects.visible_to(membership)

    def choice(self) -> Choice:
        """What was asked for; a field with an error narrows nothing."""
        self.is_valid()
        since, until = self._days(self.cleaned_data.get("period"))
        provider, intake = self.cleaned_data.get("provider"), self.cleaned_data.get("intake")
        return Choice(
            since=since,
            until=until,
            provider=provider.pk if provider else None,
            intake=intake.pk if intake else None,
            as_appendix_4=bool(self.cleaned_data.get("as_appendix_4")),
        )

    def in_words(self) -> list[tuple[str, str]]:
        """(label, what was chosen) of each field, for an export."""
        self.is_valid()
        return [(str(field.label), self._chosen(name)) for name, field in self.fields.items()]

    def _chosen(self, name: str) -> str:
        value = self.cleaned_data.get(name)
        if isinstance(value, bool):
            return _("Ja") if value else _("Nei")
        if name == "period":
            return str(dict(self.fields[name].choices)[value or ""])
        return str(value or _("Alle"))

    @staticmethod
    def _days(period: str | None) -> tuple[dt.date | None, dt.date | None]:
        if not period:
            return None, None
        year, half = (int(part) for part in period.split("-"))
        if half == 1:
            return dt.date(year, 1, 1), dt.date(year, 6, 30)
        return dt.date(year, 7, 1), dt.date(year, 12, 31)


class IntakeChoiceForm(ChoiceForm):
    """The same, with the intakes of one concept."""

    intake = forms.ModelChoiceField(
        label=gettext_lazy("Kurs"),
        queryset=Intake.objects.none(),
        required=False,
        empty_label=gettext_lazy("Alle"),
        to_field_name="public_id",
        error_messages={"invalid_choice": gettext_lazy("Velg et kurs i lista.")},
    )
    field_order = ["period", "provider", "intake", "as_appendix_4"]

    def __init__(self, *args, intakes: QuerySet, **kwargs):
        super().__init__(*args, **kwargs)
        if "intake" in self.fields:
            self.fields["intake"].queryset = intakes
