"""What of the advice to look at: county, course name, free places, order (P6). All in the address, nothing required."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.models import County
from courses.advice_page import Choice

ALL = "alle"


class AdviceFilter(forms.Form):
    """GET fields; what cannot be read is as if it were not chosen."""

    q = forms.CharField(label=_("Søk etter kurs"), max_length=100, required=False)
    fylke = forms.ChoiceField(label=_("Fylke"), required=False)
    sorter = forms.ChoiceField(
        label=_("Rekkefølge"),
        required=False,
        choices=[("", _("Det som passer best først")), ("start", _("Første start"))],
    )
    ledig = forms.BooleanField(label=_("Bare kurs med ledig plass"), required=False)

    def __init__(self, data, *, own: County, counties):
        super().__init__(data)
        others = [county for county in counties if county.pk != own.pk]
        self.own, self.by_number = own, {county.number: county for county in others}
        self.fields["fylke"].choices = [
            ("", str(own)),
            (ALL, _("Alle fylker")),
            *((county.number, str(county)) for county in others),
        ]
        self.is_valid()

    @property
    def everywhere(self) -> bool:
        return self.cleaned_data.get("fylke") == ALL

    @property
    def county(self) -> County | None:
        """The county whose courses are shown; None for all of them."""
        return None if self.everywhere else self.by_number.get(self.cleaned_data.get("fylke"), self.own)

    @property
    def choice(self) -> Choice:
        data = self.cleaned_data
        return Choice(
            text=data.get("q", "").strip(),
            only_free=bool(data.get("ledig")),
            by_start=data.get("sorter") == "start",
            opened=self.data.get("vis", ""),
        )

    @property
    def narrowed(self) -> bool:
        """Is anything left out by the name or by free places?"""
        return bool(self.choice.text or self.choice.only_free)
