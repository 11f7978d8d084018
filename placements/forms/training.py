"""Forms of training plans and their templates: as many rows of steps as there are, and some to write in (L4)."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock
from amo.crispy import HTML, FieldRow, Unmarked
from amo.forms import DateField, KursForm
from amo.occupations import OccupationField
from amo.widgets import CheckboxSelectMultiple
from placements.actions.plan_templates import StepLine
from placements.actions.training import MOST_GOALS, GoalLine
from placements.forms.guarded import GuardedForm
from placements.models import PlanGoal, PlanTemplate

MORE_ROWS = 3


def _step(number: int) -> forms.CharField:
    return forms.CharField(
        label=_("Steg %(number)d") % {"number": number},
        max_length=200,
        required=False,
        error_messages={"max_length": _("Steget kan ha høyst 200 tegn.")},
    )


class _WithSteps(GuardedForm, KursForm):
    """A form with the fields text_1, text_2 … and what belongs to each step. The guard reads every step."""

    def add_rows(self, filled: int) -> None:
        """The rows that are there or were sent, and some empty ones, never more than a plan may have."""
        if self.is_bound:
            sent = [int(n[5:]) for n in self.data if n.startswith("text_") and n[5:].isdecimal() and len(n) < 8]
            count = max(sent, default=0)
        else:
            count = max(filled + MORE_ROWS, 2 * MORE_ROWS)
        self.row_numbers = range(1, min(max(count, MORE_ROWS), MOST_GOALS) + 1)
        for number in self.row_numbers:
            self.fields[f"text_{number}"] = _step(number)
            self.add_parts(number)
        self.guarded = (*self.guarded, *(f"text_{number}" for number in self.row_numbers))

    def add_parts(self, number: int) -> None:
        raise NotImplementedError

    def written(self) -> list[int]:
        """Numbers of the rows that hold a step. An emptied one is taken away."""
        return [n for n in self.row_numbers if self.cleaned_data.get(f"text_{n}", "").strip()]

    def require(self, part: str, message: str) -> None:
        """Every step written has its part, or the field says so."""
        for number in self.written():
            name = f"{part}_{number}"
            if self.cleaned_data.get(name) in (None, "") and name not in self.errors:
                self.add_error(name, message)


class TemplateForm(_WithSteps):
    """A template: its occupation, its name, and the steps with the week each is usually reached."""

    guarded = ("title",)

    occupation = OccupationField(
        label=gettext_lazy("Yrke"), error_messages={"required": gettext_lazy("Skriv hvilket yrke malen gjelder.")}
    )
    title = forms.CharField(
        label=gettext_lazy("Navn på malen"),
        max_length=100,
        error_messages={
            "required": gettext_lazy("Skriv et navn på malen."),
            "max_length": gettext_lazy("Navnet kan ha høyst 100 tegn."),
        },
    )
    active = forms.BooleanField(
        label=gettext_lazy("Malen er i bruk"),
        required=False,
        initial=True,
        help_text=gettext_lazy("En mal som ikke er i bruk, kan ikke velges for nye planer."),
    )

    def __init__(self, *args, template: PlanTemplate | None = None, **kwargs):
        steps = list(template.steps.all()) if template else []
        initial = {}
        if template:
            initial = {"occupation": template.occupation, "title": template.title, "active": template.active}
        for number, step in enumerate(steps, start=1):
            initial |= {f"text_{number}": step.text, f"week_{number}": step.week}
        super().__init__(*args, initial=initial, version=template.version if template else None, **kwargs)
        self.add_rows(len(steps))
        rows = [FieldRow(f"text_{n}", f"week_{n}", css_class="step-row") for n in self.row_numbers]
        self.fields_in_order = ["occupation", "title", "active", Unmarked(*rows)]

    def add_parts(self, number: int) -> None:
        self.fields[f"week_{number}"] = forms.IntegerField(
            label=_("Nådd innen uke"),
            min_value=1,
            max_value=52,
            required=False,
            widget=forms.TextInput(attrs={"inputmode": "numeric", "size": 4}),
            error_messages={
                "invalid": _("Skriv uka med tall."),
                "min_value": _("Skriv en uke fra 1 til 52."),
                "max_value": _("Skriv en uke fra 1 til 52."),
            },
        )

    def clean(self):
        cleaned = super().clean()
        self.require("week", _("Skriv hvilken uke i praksisen steget skal være nådd."))
        if not self.written() and not self.errors:
            self.add_error("text_1", _("Skriv minst ett steg."))
        return cleaned

    def cleaned_data_for_action(self):
        data = self.cleaned_data
        found = {name: data[name] for name in ("occupation", "title", "active", "version") if name in data}
        found["steps"] = [StepLine(data[f"text_{n}"].strip(), data[f"week_{n}"]) for n in self.written()]
        return found


class MakePlanForm(KursForm):
    """Which template the plan starts from."""

    template = forms.ModelChoiceField(
        label=gettext_lazy("Mal"),
        queryset=PlanTemplate.objects.none(),
        required=False,
        empty_label=gettext_lazy("Uten mal"),
        help_text=gettext_lazy("Stegene kopieres. Etterpå endrer dere dem sammen med deltakeren og arbeidsgiveren."),
        error_messages={"invalid_choice": gettext_lazy("Velg en mal i lista.")},
    )
    submit_label = gettext_lazy("Lag opplæringsplanen")

    def __init__(self, *args, county, **kwargs):
        super().__init__(*args, **kwargs)
        found = PlanTemplate.objects.visible_to(self.membership).filter(county=county, active=True)
        self.fields["template"].queryset = found


class PlanForm(_WithSteps):
    """The steps, with date and who judges, and on which day each of the three agreed."""

    participant_agreed_on = DateField(label=gettext_lazy("Deltakeren"), required=False)
    employer_agreed_on = DateField(label=gettext_lazy("Arbeidsgiveren"), required=False)
    provider_agreed_on = DateField(label=gettext_lazy("Kursleverandøren"), required=False)
    submit_label = gettext_lazy("Lagre planen")

    AGREED = ("participant_agreed_on", "employer_agreed_on", "provider_agreed_on")

    def __init__(self, *args, plan, **kwargs):
        goals = list(plan.goals.all())
        initial = {name: getattr(plan, name) for name in self.AGREED}
        for n, goal in enumerate(goals, start=1):
            initial |= {
                f"text_{n}": goal.text,
                f"due_{n}": goal.due_on,
                f"judge_{n}": goal.judged_by,
                f"goal_{n}": goal.public_id,
            }
        super().__init__(*args, initial=initial, version=plan.version, about=plan.placement.employer, **kwargs)
        self.known = {str(goal.public_id) for goal in goals}
        self.add_rows(len(goals))
        rows = [
            FieldRow(f"text_{n}", f"due_{n}", f"judge_{n}", css_class="step-row step-row--long")
            for n in self.row_numbers
        ]
        heading = '<h2 class="aksel-heading aksel-heading--small">{% load i18n %}{% translate "Når ble planen avtalt?" %}</h2>'
        self.fields_in_order = [Unmarked(*rows), HTML(heading), Unmarked(FieldRow(*self.AGREED))]

    def add_parts(self, number: int) -> None:
        self.fields[f"due_{number}"] = DateField(label=_("Nådd innen"), required=False)
        self.fields[f"judge_{number}"] = forms.ChoiceField(
            label=_("Hvem vurderer?"),
            choices=PlanGoal.JudgedBy,
            initial=PlanGoal.JudgedBy.MENTOR,
            required=False,
            error_messages={"invalid_choice": _("Velg hvem som vurderer.")},
        )
        self.fields[f"goal_{number}"] = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def clean(self):
        cleaned = super().clean()
        self.require("due", _("Velg hvilken dag steget skal være nådd."))
        if not self.written() and not self.errors:
            self.add_error("text_1", _("Skriv minst ett steg."))
        return cleaned

    def cleaned_data_for_action(self):
        data = self.cleaned_data
        found = {name: data[name] for name in (*self.AGREED, "version")}
        found["goals"] = [
            GoalLine(
                text=data[f"text_{n}"].strip(),
                due_on=data[f"due_{n}"],
                judged_by=data[f"judge_{n}"] or PlanGoal.JudgedBy.MENTOR,
                public_id=data[f"goal_{n}"] if str(data[f"goal_{n}"]) in self.known else None,
            )
            for n in self.written()
        ]
        return found


class TickForm(KursForm):
    """Steps that are reached, and on which day."""

    goals = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Hvilke steg er nådd?"),
        queryset=PlanGoal.objects.none(),
        widget=CheckboxSelectMultiple,
        error_messages={
            "required": gettext_lazy("Kryss av for minst ett steg."),
            "invalid_choice": gettext_lazy("Steget er ikke lenger i planen. Åpne siden på nytt."),
            "invalid_pk_value": gettext_lazy("Steget er ikke lenger i planen. Åpne siden på nytt."),
        },
    )
    reached_on = DateField(label=gettext_lazy("Dato"), error_messages={"required": gettext_lazy("Velg dato.")})
    submit_label = gettext_lazy("Marker som nådd")

    def __init__(self, *args, plan, **kwargs):
        super().__init__(*args, version=plan.version, **kwargs)
        self.fields["goals"].queryset = plan.goals.all()
        self.fields["goals"].label_from_instance = lambda goal: goal.text
        if not self.is_bound:
            self.fields["goals"].queryset = plan.goals.filter(reached_on=None)
        self.initial.setdefault("reached_on", clock.today())
