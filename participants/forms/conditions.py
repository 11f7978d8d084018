"""The day for which the formal conditions are shown (P3)."""

import datetime as dt

from dateutil.relativedelta import relativedelta
from django import forms
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.forms import DateField

YEARS = 5
"""Farther away than this nobody plans a course."""


class StartDayForm(forms.Form):
    """A GET form; empty means today."""

    oppstart = DateField(label=_("Vis vilkårene per dato"), required=False)

    def clean_oppstart(self):
        day = self.cleaned_data["oppstart"]
        if day is None:
            return None
        span, today = relativedelta(years=YEARS), clock.today()
        if not today - span <= day <= today + span:
            raise forms.ValidationError(_("Velg en dato som er høyst fem år fram eller tilbake."))
        return day

    @property
    def day(self) -> dt.date:
        """The chosen day; today where none, or an impossible one, was chosen."""
        return (self.is_valid() and self.cleaned_data["oppstart"]) or clock.today()


def start_day_form(query) -> StartDayForm:
    """The form as asked for in the address, filled with today where nothing was."""
    asked = query.get("oppstart")
    return StartDayForm({"oppstart": clock.today().isoformat() if asked in (None, "") else asked})
