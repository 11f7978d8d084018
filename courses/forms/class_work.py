"""Forms about a class from week to week: week plans, absence followed up, leaving, job search (K1, K2, K3)."""

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow, Inline, Unmarked
from amo.forms import DateField, KursForm
from amo.widgets import CheckboxSelectMultiple, NumberInput, RadioSelect
from courses.engines.week import WORKING_DAYS
from courses.forms.places import EndForm
from courses.models import AbsenceFollowUp, DayKind, Enrolment, JobSearchActivity, Leaving

NO_DROPOUT = {Enrolment.EndReason.WORK, Enrolment.EndReason.EDUCATION}


class WeekPlanForm(KursForm):
    """Seven weekdays from a day on; `days()` is what the action takes."""

    submit_label = _("Lagre ukeplanen")

    starts_on = DateField(
        label=_("Gjelder fra"), error_messages={"required": _("Skriv fra hvilken dag planen gjelder.")}
    )
    ends_on = DateField(
        label=_("Til og med"), required=False, help_text=_("Tomt felt: til neste plan begynner, eller kurset slutter.")
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number, label in WEEKDAYS.items():
            self.fields[f"day_{number}"] = forms.ChoiceField(
                label=str(label).capitalize(),
                choices=DayKind.choices,
                widget=RadioSelect,
                initial=DayKind.SCHOOL if number < WORKING_DAYS else DayKind.FREE,
                error_messages=dict.fromkeys(
                    ("required", "invalid_choice"), _now("Velg skole, praksis eller fri for %(day)s.") % {"day": label}
                ),
            )
        rows = Inline(*[f"day_{number}" for number in WEEKDAYS])
        self.fields_in_order = [FieldRow("starts_on", "ends_on"), rows]

    def clean(self):
        data = super().clean()
        days = self.days()
        if len(days) == len(WEEKDAYS) and set(days) == {DayKind.FREE}:
            self.add_error("day_0", _("Minst én dag i uka må være skole eller praksis."))
        return data

    def days(self) -> list[str]:
        """The kinds chosen, Monday first."""
        return [self.cleaned_data[f"day_{number}"] for number in WEEKDAYS if f"day_{number}" in self.cleaned_data]


class FollowUpForm(KursForm):
    """What was done about a pattern in somebody's absence."""

    submit_label = _("Lagre og merk som fulgt opp")

    outcome = forms.ChoiceField(
        label=_("Hva kom ut av det?"),
        choices=AbsenceFollowUp.Outcome.choices,
        widget=RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg hva som kom ut av det.")),
    )
    did = forms.CharField(
        label=_("Hva ble gjort?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Skriv kort hva dere snakket om og hva dere ble enige om. Skriv aldri diagnose."),
        error_messages={"required": _("Skriv kort hva som ble gjort.")},
    )


class LeavingForm(EndForm):
    """The end of a participation, with what would have kept her."""

    fields_in_order = ["on", "reason", Unmarked("kept"), "said"]

    kept = forms.MultipleChoiceField(
        label=_("Hva kunne fått deltakeren til å bli?"),
        choices=Leaving.Kept.choices,
        widget=CheckboxSelectMultiple,
        required=False,
        help_text=_("Spør deltakeren. Svaret fylles ut når deltakelsen slutter uten jobb eller utdanning."),
        error_messages={"invalid_choice": _("Velg blant svarene.")},
    )
    said = forms.CharField(
        label=_("Hva sa deltakeren?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Med deltakerens egne ord. Skriv aldri diagnose."),
    )

    def clean(self):
        data = super().clean()
        reason = data.get("reason")
        if reason and reason not in NO_DROPOUT and not data.get("kept") and "kept" not in self.errors:
            self.add_error("kept", _("Velg minst ett svar, eller «Ikke spurt»."))
        return data


class LeavingCorrectionForm(LeavingForm):
    """A last day or a reason that was wrong."""

    submit_label = _("Lagre rettingen")
    danger = False


ALL, SOME = "all", "some"


class JobSearchForm(KursForm):
    """One activity for one person; with `people` for the class or some of it."""

    submit_label = _("Lagre aktiviteten")
    fields_in_order = ["kind", "on", "with_whom", "applications", "employer", "note", "whom", Unmarked("people")]

    kind = forms.ChoiceField(
        label=_("Hva ble gjort?"),
        choices=JobSearchActivity.Kind.choices,
        widget=RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg hva som ble gjort.")),
    )
    on = DateField(label=_("Dato"), error_messages={"required": _("Skriv hvilken dag det var.")})
    with_whom = forms.CharField(
        label=_("Sammen med"),
        required=False,
        max_length=100,
        help_text=_("For eksempel instruktøren, en arbeidsgiver eller Nav."),
    )
    applications = forms.IntegerField(
        label=_("Søknader sendt"),
        required=False,
        min_value=0,
        max_value=50,
        widget=NumberInput,
        help_text=_("Hvor mange hver deltaker sendte."),
        error_messages={
            "invalid": _("Skriv antallet med tall."),
            "min_value": _("Antallet kan ikke være mindre enn 0."),
            "max_value": _("Skriv høyst 50 søknader på én dag."),
        },
    )
    employer = forms.CharField(label=_("Arbeidsgiver"), required=False, max_length=150)
    note = forms.CharField(
        label=_("Notat"), required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Skriv aldri diagnose."),
    )  # fmt: skip

    def __init__(self, *args, people: dict[Enrolment, str] | None = None, **kwargs):
        """people: {enrolment: what she is called} of the class; None for one person alone."""
        super().__init__(*args, **kwargs)
        self.people = people
        if people is None:
            self.fields_in_order = None
            return
        self.fields["whom"] = forms.ChoiceField(
            label=_("Hvem gjelder det?"),
            choices=[(ALL, _("Alle som er på kurset")), (SOME, _("Bare dem jeg krysser av"))],
            widget=RadioSelect,
            initial=SOME,
            error_messages=dict.fromkeys(("required", "invalid_choice"), _("Velg hvem det gjelder.")),
        )
        self.fields["people"] = forms.MultipleChoiceField(
            label=_("Deltakere"),
            choices=[(str(one.public_id), name) for one, name in people.items()],
            widget=CheckboxSelectMultiple,
            required=False,
            error_messages={"invalid_choice": _("Velg deltakere fra lista.")},
        )

    def clean(self):
        data = super().clean()
        if data.get("kind") == JobSearchActivity.Kind.APPLICATION and not data.get("applications"):
            if "applications" not in self.errors:
                self.add_error("applications", _("Skriv hvor mange søknader som er sendt."))
        if self.people is not None and data.get("whom") == SOME and not data.get("people"):
            if "people" not in self.errors:
                self.add_error("people", _("Velg minst én deltaker fra lista."))
        return data

    def chosen(self) -> list[Enrolment]:
        """The people it is about: all who are on the course now, or those ticked."""
        if self.cleaned_data["whom"] == ALL:
            return [one for one in self.people if one.status == Enrolment.Status.PARTICIPATING]
        ticked = set(self.cleaned_data["people"])
        return [one for one in self.people if str(one.public_id) in ticked]

    def activity(self) -> dict:
        """The fields as the action takes them."""
        data = self.cleaned_data
        names = ("kind", "on", "with_whom", "employer", "note")
        return {name: data[name] for name in names} | {"applications": data["applications"] or 0}
