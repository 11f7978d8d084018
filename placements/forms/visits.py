"""The visit form: logged on a phone in a corridor, three taps for the usual case (L5)."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import Inline
from amo.forms import DateField, KursForm
from amo.widgets import CheckboxSelectMultiple, RadioSelect
from placements.forms.guarded import GuardedForm
from placements.models import Visit

CODED_FIELDS = ["status", "kind", "present", "plan_followed", "topics", "hiring_intent", "why_not_hire", "note"]


class VisitForm(GuardedForm, KursForm):
    """A visit that was held, or that came to nothing and why."""

    guarded = ("why_not_hire", "note")

    status = forms.ChoiceField(
        label=_("Ble besøket gjennomført?"),
        choices=[
            (Visit.Status.HELD, _("Ja")),
            (Visit.Status.CANCELLED_BY_EMPLOYER, _("Nei, arbeidsgiveren avlyste")),
            (Visit.Status.PARTICIPANT_ABSENT, _("Nei, deltakeren var ikke der")),
        ],
        initial=Visit.Status.HELD,
        widget=RadioSelect,
        error_messages={"required": _("Velg om besøket ble gjennomført."), "invalid_choice": _("Velg et av svarene.")},
    )
    held_on = DateField(label=_("Dato"), error_messages={"required": _("Velg dato for besøket.")})
    kind = forms.ChoiceField(
        label=_("Hvordan?"),
        choices=Visit.Kind,
        initial=Visit.Kind.IN_PERSON,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvordan besøket ble gjennomført."), "invalid_choice": _("Velg en måte.")},
    )
    present = forms.MultipleChoiceField(
        label=_("Hvem var med?"),
        choices=Visit.Present,
        initial=[Visit.Present.PARTICIPANT, Visit.Present.MENTOR],
        widget=CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Velg blant dem i lista.")},
    )
    hiring_intent = forms.ChoiceField(
        label=_("Vil de ansette deltakeren?"),
        choices=[choice for choice in Visit.HiringIntent.choices if choice[0]],
        widget=RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Velg et av svarene.")},
    )
    why_not_hire = forms.CharField(
        label=_("Hvorfor ikke?"),
        max_length=200,
        required=False,
        help_text=_("Fyll ut hvis svaret er nei."),
        error_messages={"max_length": _("Teksten kan ha høyst 200 tegn.")},
    )
    plan_followed = forms.ChoiceField(
        label=_("Får deltakeren opplæringen som er avtalt?"),
        choices=[choice for choice in Visit.PlanFollowed.choices if choice[0]],
        widget=RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Velg et av svarene.")},
    )
    topics = forms.MultipleChoiceField(
        label=_("Hva snakket dere om?"),
        choices=Visit.Topic,
        widget=CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Velg blant temaene i lista.")},
    )
    note = forms.CharField(
        label=_("Kort notat"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ikke skriv om helse eller andre private forhold."),
        error_messages={"max_length": _("Notatet kan ha høyst 1000 tegn.")},
    )
    next_visit_on = DateField(label=_("Neste besøk"), required=False)
    submit_label = _("Lagre besøket")
    fields_in_order = [
        "status",
        "held_on",
        Inline("kind"),
        Inline("present"),
        Inline("hiring_intent"),
        "why_not_hire",
        Inline("plan_followed"),
        "topics",
        "note",
        "next_visit_on",
    ]

    def __init__(self, *args, placement, **kwargs):
        super().__init__(*args, **kwargs)
        self.placement = placement
        self.initial.setdefault("held_on", clock.today())

    @cached_property
    def helper(self):
        """With a draft on the device: coded answers and the note, never a name (07-ui)."""
        helper = super().helper
        helper.attrs |= {
            "data-device-draft": str(self["submission"].value()),
            "data-device-draft-fields": " ".join(CODED_FIELDS),
            "data-device-draft-scope": str(self.placement.public_id),
        }
        helper.submit_actions["draft"] = True
        return helper

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("hiring_intent") == Visit.HiringIntent.NO and not cleaned.get("why_not_hire"):
            if "why_not_hire" not in self.errors:
                self.add_error("why_not_hire", _("Skriv kort hvorfor de ikke vil ansette."))
        return cleaned


class PlanVisitForm(KursForm):
    """The day of a coming visit."""

    planned_for = DateField(label=_("Dato for besøket"), error_messages={"required": _("Velg dato for besøket.")})
    submit_label = _("Planlegg besøket")
