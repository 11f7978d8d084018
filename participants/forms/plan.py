"""The plan's form: goal, steps as rows, goals beyond work, plan B, and when it is looked at again (P8)."""

import datetime as dt
from contextlib import suppress
from typing import Any

from crispy_forms.layout import HTML, Div, Fieldset, LayoutObject
from django import forms
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.text import get_text_list
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.crispy import FieldRow, Small, Unmarked
from amo.forms import DateField, KursForm
from amo.models import Provider
from amo.occupations import OccupationField
from amo.versions import text_of
from amo.widgets import CheckboxSelectMultiple
from participants import plan_shared
from participants.actions.plans import MAX_STEPS
from participants.models import Plan, PlanStep
from participants.plan_suggestions import Suggestion

ROWS = range(1, MAX_STEPS + 1)
PARTS = ("what", "responsible", "responsible_name", "by_when", "origin", "shared_with")
FIRST_ROWS = 3
"""Empty rows of a plan that is new."""

Responsible = PlanStep.Responsible


def field_name(row: int, part: str) -> str:
    return f"step_{row}_{part}"


class RowButtons(LayoutObject):
    """Buttons of one step: up, down, take out. They send the form back, so they work without JavaScript."""

    def __init__(self, row: int, last: int):
        self.row, self.last = row, last

    def render(self, form, context, template_pack=None, **kwargs):
        if self.row > self.last:
            return ""
        commands = {verb: f"{verb}-{self.row}" for verb in ("up", "down", "remove")}
        data = {"row": self.row, "commands": commands, "first": self.row == 1, "last": self.row == self.last}
        return render_to_string("participants/_plan_row.html", data)


class Sharing(LayoutObject):
    """What it means to share a step, once above the steps."""

    def render(self, form, context, template_pack=None, **kwargs):
        names = get_text_list([provider.name for provider in form.providers.values()], _("eller"))
        return render_to_string("participants/_plan_shared.html", {"names": names})


class PlanForm(KursForm):
    """PlanForm(data, membership=…, plan=…, suggestions=[…], providers=[…], version=number the new version gets).

    plan: the current one or None. providers: those a step may be shared with; without any nothing is asked about it.

    Every row of fields is always there; those with something in them, and one more, are drawn. A row button gives
    the form back with the rows as `arranged` says, unsaved.
    """

    submit_label = _("Lagre planen")
    goal = forms.CharField(
        label=_("Hva er målet?"),
        max_length=200,
        help_text=_("For eksempel «Fast jobb som helsefagarbeider»."),
        error_messages={
            "required": _("Skriv hva planen skal føre til."),
            "max_length": _("Målet kan ha høyst 200 tegn."),
        },
    )
    occupation = OccupationField(label=_("Yrket planen leder til"), required=False)
    suggested = forms.MultipleChoiceField(
        label=_("Forslag ut fra det vi vet"),
        required=False,
        widget=CheckboxSelectMultiple,
        help_text=_("Kryss av det dere blir enige om. Stegene legges sist i planen når du lagrer."),
        error_messages={"invalid_choice": _("Et forslag er ikke aktuelt lenger. Se gjennom listen på nytt.")},
    )
    beyond_work = forms.CharField(
        label=_("Mål utover jobb"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Bedre norsk, egen bolig, et nettverk: det brukeren selv sier. Ikke skriv om helse."),
        error_messages={"max_length": _("Teksten kan ha høyst 1000 tegn.")},
    )
    plan_b = forms.CharField(
        label=_("Plan B"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Hva gjør dere hvis dette ikke går?"),
        error_messages={"max_length": _("Teksten kan ha høyst 1000 tegn.")},
    )
    review_on = DateField(label=_("Når ser dere på planen igjen?"), required=False)

    def __init__(
        self,
        data=None,
        *args,
        plan: Plan | None = None,
        suggestions: list[Suggestion] = (),
        providers: list[Provider] = (),
        **kwargs,
    ):
        super().__init__(data, *args, **kwargs)
        self.providers = {str(provider.public_id): provider for provider in providers}
        self.plan, self.suggestions = plan, list(suggestions)
        # A step that is carried over keeps its day, also when it has passed.
        self._days_before = {step.by_when for step in plan.steps.all()} if plan else set()
        for row in ROWS:
            self._add_row(row)
        self.fields["suggested"].choices = [(one.code, _choice(one)) for one in self.suggestions]
        if not self.suggestions:
            del self.fields["suggested"]
        self.initial = initial_from(plan) | self.initial

    def _add_row(self, row: int) -> None:
        messages = {"max_length": _("Steget kan ha høyst 200 tegn.")}
        self.fields[field_name(row, "what")] = forms.CharField(
            label=_("Steg %(n)d") % {"n": row}, max_length=200, required=False, error_messages=messages
        )
        self.fields[field_name(row, "responsible")] = forms.ChoiceField(
            label=_("Hvem gjør det?"),
            choices=Responsible.choices,
            required=False,
            initial=Responsible.PARTICIPANT,
            error_messages={"invalid_choice": _("Velg hvem som gjør det.")},
        )
        self.fields[field_name(row, "responsible_name")] = forms.CharField(
            label=_("Hvem, hvis noen andre"),
            max_length=100,
            required=False,
            error_messages={"max_length": _("Navnet kan ha høyst 100 tegn.")},
        )
        self.fields[field_name(row, "by_when")] = DateField(label=_("Innen"), required=False)
        if self.providers:
            self.fields[field_name(row, "shared_with")] = forms.TypedChoiceField(
                label=_("Del steget med kursleverandøren"),
                choices=[("", _("Ikke delt")), *((key, provider.name) for key, provider in self.providers.items())],
                coerce=self.providers.__getitem__,
                empty_value=None,
                required=False,
                error_messages={"invalid_choice": _("Kursleverandøren har ikke brukeren på kurs lenger.")},
            )
        self.fields[field_name(row, "origin")] = forms.UUIDField(
            required=False,
            widget=forms.HiddenInput,
            error_messages={"invalid": _("Skjemaet er ikke gyldig lenger. Åpne siden på nytt.")},
        )

    # --- as it is drawn -----------------------------------------------------------------------

    @property
    def fields_in_order(self) -> list:
        """Worked out when the form is drawn: by then a draft has been brought back."""
        last = self._last_row()
        shown = range(1, min(max(last + 1, 1 if self.plan else FIRST_ROWS), MAX_STEPS) + 1)
        rows = [self._row_layout(row, last) for row in shown]
        end = HTML(render_to_string("participants/_plan_add.html", {"full": last == MAX_STEPS}))
        ready = [Small("suggested"), self._insert()] if self.suggestions else []
        sharing = [Sharing()] if self.providers else []
        # Only the goal is required, and one step: to say so at every field would be noise.
        return [
            Unmarked(
                Fieldset(_("Mål"), "goal", "occupation"),
                Fieldset(
                    _("Steg i rekkefølge"),
                    *sharing,
                    *ready,
                    *rows,
                    end,
                    css_id="plan-steps",
                ),
                Fieldset(_("Resten av planen"), "beyond_work", "plan_b", "review_on"),
            )
        ]

    def _row_layout(self, row: int, last: int) -> Div:
        if self.providers:
            self._show_what_is_seen(row)
        names = [field_name(row, part) for part in PARTS]
        return Div(
            Small(names[0]),
            FieldRow(Small(names[1]), Small(names[3]), Small(names[2])),
            *([Small(names[5])] if self.providers else []),
            RowButtons(row, last),
            css_class="plan-row",
        )

    def _show_what_is_seen(self, row: int) -> None:
        """Beside the choice, the step as the provider would read it."""
        what, responsible, by_when = (
            self[field_name(row, part)].value() for part in ("what", "responsible", "by_when")
        )
        if not what or responsible not in Responsible.values:
            return
        day = None
        with suppress(forms.ValidationError):
            day = self.fields[field_name(row, "by_when")].to_python(by_when)
        self[field_name(row, "shared_with")].help_text = _("Kursleverandøren ser da: %(text)s") % {
            "text": plan_shared.as_seen(what, responsible, day)
        }

    @staticmethod
    def _insert() -> HTML:
        return HTML(render_to_string("participants/_plan_insert.html"))

    def _last_row(self) -> int:
        """The last row with something in it; 0 when all are empty."""
        parts = ("what", "responsible_name", "by_when")
        filled = [row for row in ROWS if any(self[field_name(row, part)].value() for part in parts)]
        return max(filled, default=0)

    # --- checking -----------------------------------------------------------------------------

    def clean(self):
        data = super().clean()
        for row in ROWS:
            self._clean_row(data, row)
        if not self.steps() and not data.get("suggested") and not self._has_row_errors():
            self.add_error(field_name(1, "what"), _("Skriv minst ett steg, eller kryss av et forslag."))
        if len(self.steps()) > MAX_STEPS:
            self.add_error(None, _("En plan kan ha høyst %(n)d steg.") % {"n": MAX_STEPS})
        review = data.get("review_on")
        if review and review < clock.today():
            self.add_error("review_on", _("Dagen kan ikke være før i dag."))
        return data

    def _clean_row(self, data: dict, row: int) -> None:
        what, responsible, name, by_when = (field_name(row, part) for part in PARTS[:4])
        if not data.get(what):
            if (data.get(name) or data.get(by_when)) and what not in self.errors:
                self.add_error(what, _("Skriv hva som skal gjøres, eller ta ut steget."))
            return
        if data.get(responsible) == Responsible.OTHER and not data.get(name) and name not in self.errors:
            self.add_error(name, _("Skriv hvem som gjør dette."))
        day = data.get(by_when)
        if day and day < clock.today() and day not in self._days_before and by_when not in self.errors:
            self.add_error(by_when, _("Fristen kan ikke være før i dag."))
        navs = data.get(responsible) in (Responsible.CASEWORKER, Responsible.OFFICE)
        if navs and not data.get(by_when) and by_when not in self.errors:
            self.add_error(by_when, _("Skriv når det skal være gjort. Det blir en oppgave med frist."))

    def _has_row_errors(self) -> bool:
        return any(name.startswith("step_") for name in self.errors)

    def steps(self) -> list[dict[str, Any]]:
        """The steps in order, the ticked suggestions last, as `save_plan` takes them."""
        data = self.cleaned_data
        found = []
        for row in ROWS:
            if not data.get(field_name(row, "what")):
                continue
            values = {part: data.get(field_name(row, part)) for part in PARTS}
            values["responsible"] = values["responsible"] or Responsible.PARTICIPANT
            values["responsible_name"] = values["responsible_name"] or ""
            found.append(values)
        ticked = set(data.get("suggested") or [])
        return found + [one.step for one in self.suggestions if one.code in ticked]

    def cleaned_data_for_action(self) -> dict[str, Any]:
        """Keyword arguments of `save_plan`."""
        data = self.cleaned_data
        plain = {name: data[name] for name in ("goal", "occupation", "beyond_work", "plan_b", "review_on")}
        return plain | {"steps": self.steps(), "expected_number": data["version"]}


def _choice(one: Suggestion) -> str:
    return f"{one.what} – {Responsible(one.responsible).label}, {text_of(one.by_when)}"


def initial_from(plan: Plan | None) -> dict[str, Any]:
    """The current plan as the form's starting point. What is done is kept by the steps themselves."""
    if plan is None:
        return {}
    initial = {name: getattr(plan, name) for name in ("goal", "beyond_work", "plan_b")}
    initial["occupation"] = plan.occupation_id
    if plan.review_on and plan.review_on >= clock.today():
        initial["review_on"] = plan.review_on
    for row, step in enumerate(plan.steps.all(), start=1):
        initial |= {
            field_name(row, "what"): step.what,
            field_name(row, "responsible"): step.responsible,
            field_name(row, "responsible_name"): step.responsible_name,
            field_name(row, "by_when"): step.by_when,
            field_name(row, "origin"): str(step.public_id),
            field_name(row, "shared_with"): str(step.shared_with.public_id) if step.shared_with else "",
        }
    return initial


def arranged(data: QueryDict, command: str, suggestions: list[Suggestion]) -> dict[str, Any]:
    """What was typed, with the rows moved as a row button says: "up-2", "down-2", "remove-2", "insert" or "add".

    Answers initial values for a fresh form. An unknown command changes nothing.
    """
    rows = [{part: data.get(field_name(row, part), "") for part in PARTS} for row in ROWS]
    verb, _sep, number = command.partition("-")
    at = int(number) - 1 if number.isdecimal() and len(number) < 3 and int(number) in ROWS else None
    values = {name: data.get(name, "") for name in ("goal", "occupation", "beyond_work", "plan_b", "review_on")}
    values["suggested"] = data.getlist("suggested")
    if verb == "remove" and at is not None:
        del rows[at]
    elif verb == "up" and at:
        rows[at - 1], rows[at] = rows[at], rows[at - 1]
    elif verb == "down" and at is not None and at + 1 < len(rows):
        rows[at + 1], rows[at] = rows[at], rows[at + 1]
    elif verb == "insert":
        rows = [row for row in rows if row["what"]]
        room = MAX_STEPS - len(rows)
        ticked = [one for one in suggestions if one.code in values["suggested"]]
        rows += [_as_typed(one) for one in ticked[:room]]
        values["suggested"] = [one.code for one in ticked[room:]]
    # Every row gets a value: one left out would come back as the plan in force has it.
    rows += [dict.fromkeys(PARTS, "")] * (MAX_STEPS - len(rows))
    for row, typed in zip(ROWS, rows, strict=True):
        values |= {field_name(row, part): typed[part] for part in PARTS}
    return values


def _as_typed(one: Suggestion) -> dict[str, str]:
    return {
        "what": one.what,
        "responsible": one.responsible,
        "responsible_name": "",
        "by_when": one.by_when.isoformat() if isinstance(one.by_when, dt.date) else "",
        "origin": "",
        "shared_with": "",
    }
