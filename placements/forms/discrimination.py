"""Forms of reports of discrimination (L10). There is no field for anybody's origin."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.forms import KursForm
from amo.models import County
from amo.widgets import RadioSelect
from placements.counties import counties_of, public_id_of
from placements.forms.employer_field import EmployerField
from placements.models import DiscriminationReport


class DiscriminationForm(KursForm):
    """What an employer wished about who people are, and who heard it. `county` is asked for when there are several."""

    employer = EmployerField(
        label=_("Arbeidsgiver"), error_messages={"required": _("Velg hvilken arbeidsgiver det gjelder.")}
    )
    what = forms.CharField(
        label=_("Hva sa eller gjorde arbeidsgiveren?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Skriv det med arbeidsgiverens egne ord. Ikke skriv navn på deltakere."),
        error_messages={
            "required": _("Skriv hva arbeidsgiveren sa eller gjorde."),
            "max_length": _("Teksten kan ha høyst 2000 tegn."),
        },
    )
    heard_by = forms.ChoiceField(
        label=_("Hvem hørte eller så det?"),
        choices=DiscriminationReport.HeardBy,
        initial=DiscriminationReport.HeardBy.MYSELF,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvem som hørte det."), "invalid_choice": _("Velg et av svarene.")},
    )
    county = forms.ModelChoiceField(
        label=_("Hvilket fylke gjelder det?"),
        queryset=County.objects.none(),
        empty_label=_("Velg fylke"),
        error_messages={"required": _("Velg fylke."), "invalid_choice": _("Velg et fylke i lista.")},
    )
    submit_label = _("Meld til Nav tiltak")

    def __init__(self, *args, county: County | None = None, **kwargs):
        """county: the one it is about when that is known."""
        super().__init__(*args, **kwargs)
        self.fields["employer"].offer_to(self.membership, also_paused=True)
        counties = [county] if county else list(counties_of(self.membership))
        self.only_county = counties[0] if len(counties) == 1 else None
        if self.only_county:
            del self.fields["county"]
        else:
            self.fields["county"].queryset = counties_of(self.membership)

    def cleaned_data_for_action(self):
        return {"county": self.only_county} | super().cleaned_data_for_action()


class DecisionForm(KursForm):
    """What the county's staff decide about the employer, and why."""

    decision = forms.ChoiceField(
        label=_("Hva skjer med samarbeidet?"),
        choices=[choice for choice in DiscriminationReport.Decision.choices if choice[0]],
        widget=RadioSelect(
            descriptions={
                "resume": _("Arbeidsgiveren kan velges igjen med en gang."),
                "stay_paused": _("Ingen nye kommer hit. Praksisen som er avtalt, går som før."),
            }
        ),
        error_messages={"required": _("Velg hva som skal skje."), "invalid_choice": _("Velg et av svarene.")},
    )
    reason = forms.CharField(
        label=_("Begrunnelse"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Leses bare av Nav tiltak i fylket."),
        error_messages={
            "required": _("Skriv hvorfor, før saken avgjøres."),
            "max_length": _("Teksten kan ha høyst 1000 tegn."),
        },
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput)
    submit_label = _("Avgjør saken")

    def clean_shown(self) -> list:
        """The public ids that stood on the page; what is none is passed over."""
        return [found for found in map(public_id_of, self.cleaned_data["shown"].split()[:200]) if found]
