"""Forms about a concept as a whole: its copy, and what is only confirmed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.forms import KursForm
from amo.occupations import OccupationField
from courses.models import Concept


class CopyForm(KursForm):
    """The name of the copy: two courses of one county cannot have the same."""

    submit_label = _("Lag kopi")
    title = forms.CharField(
        label=_("Hva kopien skal hete"),
        max_length=Concept._meta.get_field("title").max_length,
        error_messages={"required": _("Skriv hva kurset heter.")},
    )

    def clean_title(self):
        title = self.cleaned_data["title"]
        if Concept.objects.filter(county=self.membership.county_id, title=title).exists():
            raise forms.ValidationError(_("Fylket har allerede et kurs med dette navnet."))
        return title


class VersionChoice(forms.Form):
    """Two versions to compare."""

    fra = forms.ChoiceField(label=_("Fra"), required=False)
    til = forms.ChoiceField(label=_("Til"), required=False)

    def __init__(self, *args, versions=(), **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.choices = [(str(version.number), str(version)) for version in versions]


class CountiesForm(forms.Form):
    """What to compare across counties. Sent by GET; every field may be empty."""

    yrke = OccupationField(label=_("Yrke kurset leder til"), required=False)
    type = forms.ChoiceField(label=_("Kurstype"), choices=[("", _("Alle")), *Concept.Category.choices], required=False)
    navn = forms.CharField(label=_("Ord i navnet på kurset"), max_length=150, required=False)
    ulikt = forms.BooleanField(label=_("Vis bare det som er ulikt"), required=False)
    kurs = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def choice(self) -> dict:
        """What `county_comparison.found` takes."""
        data = self.cleaned_data
        return {"occupation": data["yrke"], "category": data["type"], "title": data["navn"]}
