"""Forms of the wish for another placement (L6)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.crispy import Inline
from amo.forms import KursForm
from amo.models import Sector
from amo.widgets import RadioSelect
from placements.forms.employer_field import EmployerField
from placements.forms.guarded import GuardedForm
from placements.forms.placements import PlacementForm
from placements.models import SwapRequest


class SwapForm(GuardedForm, KursForm):
    """Who wishes it, why, and where to. The person's own idea and her reason come first."""

    guarded = (
        "explanation",
        "own_suggestion",
    )

    suggested_by = forms.ChoiceField(
        label=_("Hvem ønsker byttet?"),
        choices=SwapRequest.SuggestedBy,
        initial=SwapRequest.SuggestedBy.PARTICIPANT,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvem som ønsker byttet."), "invalid_choice": _("Velg et av svarene.")},
    )
    reason = forms.ChoiceField(
        label=_("Hvorfor?"),
        choices=SwapRequest.Reason,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvorfor."), "invalid_choice": _("Velg en av årsakene.")},
    )
    explanation = forms.CharField(
        label=_("Forklar med deltakerens egne ord"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Veilederen på Nav-kontoret leser dette og svarer. Ikke skriv om helse."),
        error_messages={
            "required": _("Skriv kort hvorfor et bytte er bedre."),
            "max_length": _("Teksten kan ha høyst 500 tegn."),
        },
    )
    own_suggestion = forms.CharField(
        label=_("Arbeidsplass deltakeren har funnet selv"),
        max_length=200,
        required=False,
        help_text=_("Den trenger ikke å være registrert ennå. Skriv navn og sted."),
        error_messages={"max_length": _("Teksten kan ha høyst 200 tegn.")},
    )
    employer = EmployerField(label=_("Registrert arbeidsgiver"), required=False)
    sector = forms.ModelChoiceField(
        label=_("Bransje"),
        queryset=Sector.objects.none(),
        required=False,
        empty_label=_("Samme bransje"),
        error_messages={"invalid_choice": _("Velg en bransje i lista.")},
    )
    submit_label = _("Send til Nav")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employer"].offer_to(self.membership)
        self.fields["sector"].queryset = Sector.objects.visible_to(self.membership)


class SwapAnswerForm(GuardedForm, KursForm):
    """NAV's yes or no, with its reason."""

    guarded = ("answer",)

    approved = forms.ChoiceField(
        label=_("Kan deltakeren bytte praksisplass?"),
        choices=[("yes", _("Ja, byttet er godkjent")), ("no", _("Nei"))],
        widget=RadioSelect,
        error_messages={"required": _("Velg ja eller nei."), "invalid_choice": _("Velg ja eller nei.")},
    )
    answer = forms.CharField(
        label=_("Begrunnelse"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kursleverandøren leser den for deltakeren."),
        error_messages={
            "required": _("Skriv en kort begrunnelse."),
            "max_length": _("Teksten kan ha høyst 500 tegn."),
        },
    )
    submit_label = _("Send svaret")
    fields_in_order = [Inline("approved"), "answer"]

    def clean_approved(self) -> bool:
        return self.cleaned_data["approved"] == "yes"


class WithdrawSwapForm(KursForm):
    """Confirms that the provider no longer asks."""

    submit_label = _("Trekk ønsket")
    danger = True


class SwapPlacementForm(PlacementForm):
    """The new agreement after an approved swap; the old placement ends the day before it starts."""

    submit_label = _("Avslutt den gamle og registrer den nye")
