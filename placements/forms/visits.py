"""The visit form: logged on a phone in a corridor, three taps for the usual case (L5)."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import Div, Inline, Unmarked
from amo.forms import DateField, KursForm
from amo.widgets import CheckboxSelectMultiple, RadioSelect, TimeInput
from placements.forms.guarded import GuardedForm
from placements.models import Visit

CODED_FIELDS = [
    "status",
    "held_on",
    "kind",
    "present",
    "plan_followed",
    "goals",
    "topics",
    "hiring_intent",
    "why_not",
    "why_not_hire",
    "next_visit_on",
    "note",
]
ONLY_HELD = {"kind", "present", "hiring_intent", "why_not", "why_not_hire", "plan_followed", "goals", "topics"}
"""What is asked of a visit that was held, and of no other."""
NOT_ASKED = "not_asked"
INTENTS = [*(choice for choice in Visit.HiringIntent.choices if choice[0]), (NOT_ASKED, _("Fikk ikke spurt"))]


class _AnswersForm(GuardedForm, KursForm):
    """What is said about a visit that was held, or that came to nothing."""

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
        label=_("Vil dere ansette?"),
        help_text=_("Spør arbeidsgiveren hver gang."),
        choices=INTENTS,
        widget=RadioSelect,
        required=False,
        error_messages={"invalid_choice": _("Velg et av svarene.")},
    )
    why_not = forms.ChoiceField(
        label=_("Hvorfor ikke?"),
        choices=[choice for choice in Visit.WhyNot.choices if choice[0]],
        widget=RadioSelect,
        required=False,
        help_text=_("Velg når svaret er nei."),
        error_messages={"invalid_choice": _("Velg en av grunnene.")},
    )
    why_not_hire = forms.CharField(
        label=_("Hva er grunnen?"),
        max_length=200,
        required=False,
        help_text=_("Skriv bare når grunnen ikke står i lista."),
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
    submit_label = _("Lagre besøket")

    def __init__(self, *args, placement, **kwargs):
        super().__init__(*args, **kwargs)
        self.placement = placement

    def clean(self):
        cleaned = super().clean()
        held = cleaned.get("status") == Visit.Status.HELD
        if not held:
            # Hidden by the page; without JavaScript it is sent as it stood.
            for name in ONLY_HELD & self.fields.keys():
                self.errors.pop(name, None)
                cleaned[name] = [] if isinstance(self.fields[name], forms.MultipleChoiceField) else ""
            return cleaned
        intent, why_not = cleaned.get("hiring_intent"), cleaned.get("why_not")
        if not intent and "hiring_intent" not in self.errors:
            self.add_error("hiring_intent", _("Svar på om de vil ansette, eller at du ikke fikk spurt."))
        if intent == Visit.HiringIntent.NO and not why_not and "why_not" not in self.errors:
            self.add_error("why_not", _("Velg hvorfor de ikke vil ansette."))
        other = intent == Visit.HiringIntent.NO and why_not == Visit.WhyNot.OTHER
        if other and not cleaned.get("why_not_hire") and "why_not_hire" not in self.errors:
            self.add_error("why_not_hire", _("Skriv kort hvorfor de ikke vil ansette."))
        return cleaned

    def cleaned_data_for_action(self):
        data = super().cleaned_data_for_action()
        if data["hiring_intent"] == NOT_ASKED:
            data["hiring_intent"] = ""
        return data


def _order(*more, goals=False):
    """The fields as they come up in a talk at the workplace; why not stands right after the "no"."""
    why_not = Div("why_not", Div("why_not_hire", data_shown_when="why_not=other"), data_shown_when="hiring_intent=no")
    held = Div(
        Inline("kind"),
        Inline("present"),
        # Answered each time, though a form sent without JavaScript may leave it open.
        Unmarked(Inline("hiring_intent"), why_not),
        Inline("plan_followed"),
        *(("goals",) if goals else ()),
        "topics",
        css_class="form-stack",
        data_shown_when="status=held",
    )
    return ["status", "held_on", held, "note", *more]


class VisitForm(_AnswersForm):
    """A visit to log, with the answers of the usual case chosen; the steps of the training plan that are not reached."""

    goals = forms.MultipleChoiceField(
        label=_("Hvilke steg i opplæringsplanen er nådd?"),
        widget=CheckboxSelectMultiple,
        required=False,
        error_messages={"invalid_choice": _("Velg blant stegene i planen.")},
    )
    next_visit_on = DateField(label=_("Neste besøk"), required=False)

    def __init__(self, *args, goals=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.initial.setdefault("held_on", clock.today())
        self.fields["goals"].choices = [(str(goal.public_id), goal.text) for goal in goals]
        if not goals:
            del self.fields["goals"]

    @property
    def fields_in_order(self):
        """The steps stand in it where the plan has any left."""
        return _order("next_visit_on", goals="goals" in self.fields)

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


class CorrectVisitForm(_AnswersForm):
    """What was logged, to be put right."""

    submit_label = _("Lagre rettelsen")
    fields_in_order = _order()


class PlanVisitForm(KursForm):
    """The day of a coming visit, and the hour where it is agreed."""

    planned_for = DateField(label=_("Dato for besøket"), error_messages={"required": _("Velg dato for besøket.")})
    planned_at = forms.TimeField(
        label=_("Klokkeslett"),
        required=False,
        widget=TimeInput,
        help_text=_("Fyll ut når dere har avtalt det."),
        error_messages={"invalid": _("Skriv klokkeslettet som 13.30.")},
        input_formats=["%H:%M", "%H.%M", "%H"],
    )
    submit_label = _("Planlegg besøket")
    fields_in_order = ["planned_for", "planned_at"]


class CancelVisitForm(KursForm):
    """Who called the visit off."""

    status = forms.ChoiceField(
        label=_("Hvem avlyste?"),
        choices=[
            (Visit.Status.CANCELLED_BY_EMPLOYER, _("Arbeidsgiveren")),
            (Visit.Status.CANCELLED_BY_PROVIDER, _("Vi")),
        ],
        widget=RadioSelect,
        error_messages={"required": _("Velg hvem som avlyste."), "invalid_choice": _("Velg hvem som avlyste.")},
    )
    submit_label = _("Avlys besøket")
    danger = True
