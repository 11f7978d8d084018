"""Forms about decision letters and the right of appeal they tell of (A5)."""

from django import forms
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow, Inline
from amo.forms import DateField, KursForm
from amo.widgets import NumberInput, RadioSelect
from courses.models import DecisionLetter, LetterRule
from courses.models.letter import MAX_WEEKS
from participants.models import Participant

OWN_WORDS_HELP = _("Står i brevet under «Hvorfor». Skriv til «du». Skriv aldri om helse eller om andre personer.")


def _sentence(label, required: str, help_text="") -> forms.CharField:
    """One sentence of at most 300 characters."""
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": required},
    )


class LetterForm(KursForm):
    """What may be chosen in a draft. LetterForm(…, letter=the draft, needs_reason=whether it carries none itself)."""

    submit_label = _("Lagre teksten")

    language = forms.ChoiceField(
        label=_("Målform"),
        choices=Participant.WrittenForm.choices,
        widget=RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg bokmål eller nynorsk.")),
    )
    own_words = forms.CharField(
        label=_("Din egen setning"),
        help_text=OWN_WORDS_HELP,
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    correction_reason = _sentence(
        _("Hva er rettet?"), _("Skriv hva som er rettet."), _("Står i brevet, så leseren ser hva som er nytt.")
    )

    def __init__(self, *args, letter: DecisionLetter, needs_reason: bool, **kwargs):
        super().__init__(*args, **kwargs)
        if letter.corrects_id is None:
            del self.fields["correction_reason"]
        own = self.fields["own_words"]
        own.required = needs_reason
        own.error_messages["required"] = _("Avgjørelsen har ingen begrunnelse. Skriv én setning om hvorfor.")
        if not needs_reason:
            own.label = _("Din egen setning (valgfritt)")


class SendForm(KursForm):
    """How and when the letter was delivered. From then on it never changes."""

    submit_label = _("Send")

    channel = forms.ChoiceField(
        label=_("Hvordan leveres brevet?"),
        choices=[choice for choice in DecisionLetter.Channel.choices if choice[0]],
        widget=RadioSelect(
            descriptions={"handed_over": _("Klagefristen regnes fra denne dagen, og siste dag står i brevet.")}
        ),
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg hvordan brevet leveres.")),
    )
    sent_on = DateField(label=_("Dato"), error_messages={"required": _("Skriv hvilken dag brevet leveres.")})


class DiscardForm(KursForm):
    """Why a draft is not to be sent."""

    submit_label = _("Legg bort brevet")
    danger = True
    reason = _sentence(_("Hvorfor skal brevet ikke sendes?"), _("Skriv hvorfor brevet ikke skal sendes."))


class CorrectForm(KursForm):
    """What is wrong in a sent letter."""

    submit_label = _("Lag nytt brev")
    reason = _sentence(
        _("Hva er rettet?"), _("Skriv hva som er rettet."), _("Står i det nye brevet, så leseren ser hva som er nytt.")
    )


class LetterRuleForm(KursForm):
    """A draft of a new version of the right of appeal for one kind of decision."""

    submit_label = _("Lagre utkastet")
    fields_in_order = [
        "decision_type", Inline("appealable"), "weeks", "text_nb", "text_nn", "law_reference", "must_be_confirmed",
        FieldRow("valid_from"), "note",
    ]  # fmt: skip

    decision_type = forms.ChoiceField(
        label=_("Slags vedtak"),
        choices=LetterRule.DecisionType.choices,
        widget=RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg hva slags vedtak regelen gjelder.")),
    )
    appealable = forms.TypedChoiceField(
        label=_("Kan vedtaket klages på?"),
        choices=[("yes", _("Ja")), ("no", _("Nei"))],
        coerce=lambda value: value == "yes",
        widget=RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg om vedtaket kan klages på.")),
    )
    weeks = forms.IntegerField(
        label=_("Klagefrist i uker"),
        help_text=_("Tom når vedtaket ikke kan klages på. Fristen skrives i brevet av seg selv."),
        required=False,
        min_value=1,
        max_value=MAX_WEEKS,
        widget=NumberInput,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), _("Skriv et helt tall fra 1 til %(n)d.") % {"n": MAX_WEEKS}
        ),
    )
    text_nb = forms.CharField(
        label=_("Tekst på bokmål"),
        help_text=_("Korte setninger til «du»: om en kan klage, hvordan, og hva en ellers kan be om."),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv teksten på bokmål.")},
    )
    text_nn = forms.CharField(
        label=_("Tekst på nynorsk"),
        max_length=1200,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Skriv teksten på nynorsk.")},
    )
    law_reference = forms.CharField(
        label=_("Lovhjemmel (valgfritt)"),
        help_text=_("Slik den skal stå i brevet."),
        required=False,
        max_length=200,
    )
    must_be_confirmed = forms.BooleanField(
        label=_("Må bekreftes juridisk"),
        help_text=_("Den som sender et brev, får se at regelen ikke er bekreftet ennå."),
        required=False,
    )
    valid_from = DateField(
        label=_("Gjelder fra"), error_messages={"required": _("Skriv hvilken dag regelen skal gjelde fra.")}
    )
    note = _sentence(_("Hvorfor endres regelen?"), _("Skriv hvorfor regelen endres."))
