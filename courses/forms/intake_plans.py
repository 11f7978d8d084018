"""The county's forms for planning a year of intakes and for quotas of several in one go (C3)."""

from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.forms import BaseFormSet, formset_factory
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amo.crispy import FieldRow
from amo.forms import DateField, KursForm, say_longest
from amo.models import Office
from amo.widgets import CheckboxSelectMultiple, NumberInput, RadioSelect
from courses.forms.intakes import MAX_PLACES, ContractChoice, usable_contracts
from courses.forms.rows import FormsetRows
from courses.models import Contract, Intake
from courses.quota_proposals import BY_SHARE, FROM_LAST, NONE

MAX_INTAKES = 26
METHODS = [
    (BY_SHARE, _("Etter kontorenes andel av registrerte arbeidssøkere")),
    (FROM_LAST, _("Som på forrige kurs av samme slag")),
]


def whole_number(label, low: int, high: int, **more) -> forms.IntegerField:
    """A number from `low` to `high` with one message for everything that is none."""
    text = _("Skriv et tall fra %(low)d til %(high)d.") % {"low": low, "high": high}
    messages = dict.fromkeys(("required", "invalid", "min_value", "max_value"), text)
    return forms.IntegerField(
        label=label, min_value=low, max_value=high, widget=NumberInput, error_messages=messages, **more
    )


class PlanForm(KursForm):
    """What a year of intakes is planned from. The rows that come of it are the formset `rows`, None before it is shown."""

    submit_label = _("Vis planen")
    has_other_buttons = True

    contract = ContractChoice(
        label=_("Kurs og leverandør"),
        queryset=Contract.objects.none(),
        empty_label=_("Velg"),
        error_messages={"required": _("Velg kurs og leverandør."), "invalid_choice": _("Velg en avtale fra lista.")},
    )
    number = whole_number(_("Hvor mange kurs"), 1, MAX_INTAKES)
    first_start = DateField(
        label=_("Første kurs starter"), error_messages={"required": _("Skriv når det første kurset starter.")}
    )
    every_weeks = whole_number(_("Uker mellom hver start"), 1, 52)
    deadline_weeks = whole_number(_("Søknadsfrist, uker før start"), 0, 26)
    skip_days_off = forms.BooleanField(
        label=_("Flytt start på helg og helligdager til neste virkedag"), required=False, initial=True
    )
    skip_july = forms.BooleanField(label=_("Ingen start i juli"), required=False, initial=True)
    capacity = whole_number(_("Plasser på hvert kurs"), 1, MAX_PLACES)
    place = forms.CharField(
        label=_("Sted"), max_length=100, error_messages={"required": _("Skriv hvor kursene holdes.")}
    )
    district = forms.ModelChoiceField(
        label=_("Område"),
        queryset=Office.objects.none(),
        required=False,
        empty_label=_("Ikke valgt"),
        error_messages={"invalid_choice": _("Velg et område fra lista.")},
    )
    quota_method = forms.ChoiceField(
        label=_("Kvoter"),
        choices=[(NONE, _("Ingen nå")), *METHODS],
        initial=BY_SHARE,
        widget=RadioSelect,
        error_messages={"required": _("Velg kvoter."), "invalid_choice": _("Velg kvoter.")},
    )
    opened = forms.BooleanField(label=_("Åpne for søknader med en gang"), required=False)

    def __init__(self, *args, rows=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.rows = rows
        county = self.membership.county_id
        self.fields["contract"].queryset = usable_contracts(self.membership)
        self.fields["district"].queryset = Office.objects.visible_to(self.membership).filter(county=county)
        self.fields_in_order = [
            Fieldset(_("Kurset"), "contract", FieldRow("place", "district"), "capacity"),
            Fieldset(
                _("Når"),
                FieldRow("number", "first_start", "every_weeks"),
                "deadline_weeks",
                "skip_days_off",
                "skip_july",
            ),
            "quota_method",
            "opened",
        ]
        if rows is not None:
            self.submit_label = _("Opprett kursene")
            self.fields_in_order.append(FormsetRows("rows", "courses/intakes/_plan_rows.html"))


class PlanRowForm(forms.Form):
    """One intake of the plan; one that is not ticked is left out."""

    use_required_attribute = False

    include = forms.BooleanField(label=_("Ta med"), required=False, initial=True)
    code = forms.CharField(label=_("Kursnummer"), max_length=30, error_messages={"required": _("Skriv kursnummeret.")})
    starts_on = DateField(label=_("Starter"), error_messages={"required": _("Skriv når kurset starter.")})
    theory_ends_on = DateField(
        label=_("Teoridelen slutter"), error_messages={"required": _("Skriv når teoridelen slutter.")}
    )
    ends_on = DateField(label=_("Slutter"), error_messages={"required": _("Skriv når kurset slutter.")})
    application_deadline = DateField(label=_("Søknadsfrist"), error_messages={"required": _("Skriv søknadsfristen.")})
    capacity = whole_number(_("Plasser"), 1, MAX_PLACES)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        say_longest(self)

    def values(self) -> dict[str, Any]:
        """The intake's own columns, as `save_intake` takes them."""
        return {name: value for name, value in self.cleaned_data.items() if name != "include"}


class _PlanRows(BaseFormSet):
    """The rows as they were shown; what was posted about their number is held to the largest plan there is."""

    notes: list = []

    def __iter__(self):
        notes = [*self.notes, *([[]] * len(self.forms))]
        for form, said in zip(self.forms, notes, strict=False):
            form.notes = said
            yield form

    def chosen(self) -> list[tuple[int, PlanRowForm]]:
        """(index, form) of the rows that are ticked."""
        return [(index, form) for index, form in enumerate(self.forms) if form.cleaned_data.get("include")]


PlanRowFormSet = formset_factory(
    PlanRowForm, formset=_PlanRows, extra=0, max_num=MAX_INTAKES, absolute_max=MAX_INTAKES, validate_max=True
)


class QuotaPlanForm(KursForm):
    """Which intakes get proposed quotas, and how."""

    submit_label = _("Vis forslaget")
    has_other_buttons = True

    intakes = forms.ModelMultipleChoiceField(
        label=_("Kurs"),
        queryset=Intake.objects.none(),
        widget=CheckboxSelectMultiple,
        error_messages={"required": _("Velg minst ett kurs."), "invalid_choice": _("Velg kurs fra lista.")},
    )
    method = forms.ChoiceField(
        label=_("Hvordan"),
        choices=METHODS,
        initial=BY_SHARE,
        widget=RadioSelect,
        error_messages={"required": _("Velg hvordan."), "invalid_choice": _("Velg hvordan.")},
    )
    minimum_percent = whole_number(
        _("Minstekvoter, prosent av plassene"),
        0,
        100,
        initial=50,
        help_text=_("Så mange av plassene er sikret kontorene. Resten går til søkere opp til kontorets høyeste kvote."),
    )
    fields_in_order = ["intakes", "method", "minimum_percent"]

    def __init__(self, *args, intakes, **kwargs):
        super().__init__(*args, **kwargs)
        self.proposal = None
        field = self.fields["intakes"]
        field.queryset = intakes
        field.label_from_instance = _course_and_start

    def show(self, proposal: dict) -> None:
        """Put the proposal in the form, which then saves it."""
        self.proposal = proposal
        self.submit_label = _("Lagre kvotene")
        self.fields_in_order = [*self.fields_in_order, FormsetRows("proposal", "courses/intakes/_quota_proposal.html")]


def _course_and_start(intake: Intake) -> str:
    return _("%(course)s %(code)s, starter %(day)s") % {
        "course": intake.concept.title,
        "code": intake.code,
        "day": date_format(intake.starts_on, "SHORT_DATE_FORMAT"),
    }
