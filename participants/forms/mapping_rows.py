"""The rows of the mapping form: skills, jobs and certificates; how they are drawn, brought back and added to (P1)."""

import re
from typing import Any

from crispy_forms.layout import LayoutObject
from django import forms
from django.forms import BaseFormSet
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.forms import DateField, say_longest
from amo.occupations import OccupationField
from amo.widgets import NumberInput
from participants import comparison, mapping_rules
from participants.forms.aim import RecordField
from participants.forms.mapping_merge import SKILL_ENDS

FIRST_YEAR = 1940
MAX_ROWS = 15
YEARS_VALID = 60
MAX_MONTHS = 720
# In every language the form is shown in: its own examples, and what `duration_text` puts in the field.
YEAR_WORDS = "år|aar|å|years?"
MONTH_WORDS = "måneder|måned|månader|månad|months?|mdr|mnd|md|mo|m"
DURATION = re.compile(
    rf"(?:(?P<years>-?\d{{1,3}}(?:[.,]\d)?) *(?:{YEAR_WORDS}))?(?: *(?:og|and))? *"
    rf"(?:(?P<months>-?\d{{1,4}}) *(?:{MONTH_WORDS})?\.?)?"
)


class MonthsField(forms.CharField):
    """How long something lasted, as people say it: "18", "18 måneder", "2 år", "1,5 år", "1 år 6 md". Months, whole."""

    default_error_messages = {
        "invalid": _("Skriv hvor lenge jobben varte, for eksempel 18 måneder eller 2 år."),
        "min_value": _("Skriv minst én måned."),
        "max_value": _("Skriv høyst 60 år (720 måneder)."),
    }

    def __init__(self, **kwargs):
        super().__init__(max_length=40, widget=forms.TextInput(attrs={"class": "input-short"}), **kwargs)
        self.error_messages |= {"max_length": self.error_messages["invalid"]}
        self.validators = [v for v in self.validators if getattr(v, "code", "") != "max_length"]

    def to_python(self, value) -> int | None:
        text = super().to_python(value)
        if not text:
            return None
        found = DURATION.fullmatch(text.lower()) if len(text) <= 40 else None
        if not found or not (found["years"] or found["months"]):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        years = float((found["years"] or "0").replace(",", "."))
        months = round(years * 12) + int(found["months"] or 0)
        if months < 1 or years < 0:
            raise forms.ValidationError(self.error_messages["min_value"], code="min_value")
        if months > MAX_MONTHS:
            raise forms.ValidationError(self.error_messages["max_value"], code="max_value")
        return months

    def run_validators(self, value):
        return

    def prepare_value(self, value):
        return comparison.duration_text(value) if isinstance(value, int) else value


class ExperienceRow(forms.Form):
    """One job in the work history. A row without title and occupation is empty. lists: occupations, sectors, born_on."""

    use_required_attribute = False
    occupation = OccupationField(label=_("Yrke"), required=False)
    title = forms.CharField(label=_("Stilling, hvis den het noe annet"), max_length=120, required=False)
    months = MonthsField(label=_("Hvor lenge"), required=False, help_text=_("For eksempel «2 år» eller «18 måneder»."))
    ended_year = forms.IntegerField(
        label=_("Sluttet (år)"), required=False, min_value=FIRST_YEAR, widget=NumberInput,
        error_messages={"min_value": _("Skriv et årstall fra 1940."), "invalid": _("Skriv årstallet med fire siffer.")},
    )  # fmt: skip
    country = forms.CharField(label=_("Land"), max_length=60, required=False)
    sector = RecordField(label=_("Bransje"), empty_label=_("Som yrket"))
    row_layout = [["occupation", "title"], ["months", "ended_year", "country", "sector"]]

    def __init__(self, *args, lists, **kwargs):
        super().__init__(*args, **kwargs)
        say_longest(self)
        self.born_on = lists["born_on"]
        self.fields["occupation"].known = lists["occupations"]
        self.fields["sector"].use(lists["sectors"])

    def clean_ended_year(self):
        year = self.cleaned_data["ended_year"]
        if year and year > clock.today().year:
            raise forms.ValidationError(_("Årstallet kan ikke være fram i tid."))
        return year

    def clean(self):
        data = super().clean()
        if data.get("occupation") and not data.get("title"):
            data["title"] = data["occupation"].title
        if data.get("occupation") and not data.get("sector"):
            data["sector"] = data["occupation"].sector
        named = data.get("title") or "occupation" in self.errors
        if named and not data.get("months") and "months" not in self.errors:
            self.add_error("months", _("Skriv hvor lenge jobben varte."))
        if data.get("months") and not named and "title" not in self.errors:
            self.add_error("occupation", _("Skriv hvilket yrke eller hvilken stilling det var."))
        if not self.errors:
            impossible = mapping_rules.job_error(
                data.get("months"), data.get("ended_year"), born_on=self.born_on, today=clock.today()
            )
            if impossible:
                self.add_error(*impossible)
        return data

    def is_empty(self) -> bool:
        return not self.cleaned_data.get("title")


class ExperienceRows(BaseFormSet):
    """All the jobs: together they cannot have lasted longer than she has been able to work."""

    def clean(self):
        if any(self.errors):
            return
        months = [form.cleaned_data["months"] for form in self.forms if form.cleaned_data.get("months")]
        born_on = self.form_kwargs["lists"]["born_on"]
        too_much = mapping_rules.work_error(months, born_on=born_on, today=clock.today())
        if too_much:
            raise forms.ValidationError(too_much)


class CertificateRow(forms.Form):
    """One certificate. A row without a qualification is empty. lists: qualifications."""

    use_required_attribute = False
    qualification = RecordField(label=_("Bevis eller sertifikat"), empty_label=_("Velg"))
    valid_to = DateField(label=_("Gyldig til"), required=False)
    row_layout = [["qualification", "valid_to"]]

    def __init__(self, *args, lists, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["qualification"].use(lists["qualifications"])

    @property
    def is_expired(self) -> bool:
        """Whether the day that stands in the row has passed: told, not refused."""
        try:
            day = self.fields["valid_to"].to_python(self["valid_to"].value())
        except forms.ValidationError:
            return False
        return day is not None and day < clock.today()

    def clean_valid_to(self):
        day = self.cleaned_data["valid_to"]
        if day and not FIRST_YEAR <= day.year <= clock.today().year + YEARS_VALID:
            raise forms.ValidationError(_("Sjekk årstallet. Et bevis varer ikke så lenge."))
        return day

    def clean(self):
        data = super().clean()
        if data.get("valid_to") and not data.get("qualification") and "qualification" not in self.errors:
            self.add_error("qualification", _("Velg hvilket bevis datoen gjelder."))
        return data

    def is_empty(self) -> bool:
        return not self.cleaned_data.get("qualification")


class CertificateRows(BaseFormSet):
    """All the certificates, each once."""

    def clean(self):
        seen = set()
        for form in self.forms:
            chosen = getattr(form, "cleaned_data", {}).get("qualification")
            if chosen is not None and chosen in seen:
                form.add_error("qualification", _("Beviset er allerede ført opp."))
            seen.add(chosen)


class RowError(SafeString):
    """A line of the error summary about a row, or about all the rows of a formset; `place`: the formset's name."""

    place = ""

    @classmethod
    def of(cls, place: str, text: str, field: forms.BoundField | None = None) -> "RowError":
        """With a link to the field where there is one."""
        link = '<a href="#{}" class="aksel-error-summary__item aksel-link">{}</a>'
        line = cls(format_html(link, field.id_for_label, text) if field else escape(text))
        line.place = place
        return line


class FormsetPart(LayoutObject):
    """Draws one of the form's formsets inside the form: buttons for one more row and for taking one away."""

    def __init__(self, name: str, add_label, remove_label):
        self.fields = [name]  # its place in the error summary
        self.name, self.add_label, self.remove_label = name, add_label, remove_label

    def render(self, form, context, template_pack=None, **kwargs):
        formset = getattr(form, self.name)
        data = {"formset": formset, "add_label": self.add_label, "remove_label": self.remove_label}
        data["full"] = len(formset.forms) >= MAX_ROWS
        if form.data.get("add") == formset.prefix and formset.forms:
            first = next(iter(formset.forms[-1].fields.values()))
            first.widget.attrs["autofocus"] = True
        return render_to_string("participants/_formset.html", data)


class HoursField(forms.DecimalField):
    """Hours with a comma or a point."""

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class SkillsPart(LayoutObject):
    """Norwegian, one line per skill: level, how we know it, and the test where there is one."""

    fields = [
        "same_test", "same_tested_on", *(f"{skill}{end}" for skill in mapping_rules.PARTS for end in SKILL_ENDS),
        "written_test", "written_tested_on",
    ]  # fmt: skip

    def render(self, form, context, template_pack=None, **kwargs):
        skills = [
            {
                "label": comparison.SKILL_LABELS[skill],
                "fields": [form[f"{skill}{end}"] for end in SKILL_ENDS],
            }
            for skill in mapping_rules.PARTS
        ]
        return render_to_string("participants/_skills.html", {"form": form, "skills": skills})


def row_count(text: str) -> int:
    """A number of rows as it was sent; 0 for what is no number of that size."""
    return int(text) if text.isdecimal() and len(text) <= 4 else 0


def rows_of_draft(row: type[forms.Form], prefix: str, draft: QueryDict) -> list[dict[str, Any]]:
    """The rows as they were typed, as initial values."""
    total = draft.get(f"{prefix}-TOTAL_FORMS", "0")
    rows = []
    for number in range(min(row_count(total), MAX_ROWS)):
        values = {
            name: field.widget.value_from_datadict(draft, {}, f"{prefix}-{number}-{name}")
            for name, field in row.base_fields.items()
        }
        if any(values.values()):
            rows.append(values)
    return rows
