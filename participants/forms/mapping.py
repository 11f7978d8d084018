"""The mapping form: Norwegian per skill, education, jobs, certificates and availability on one page (P1)."""

from typing import Any

from crispy_forms.layout import HTML, Fieldset, LayoutObject
from django import forms
from django.forms import BaseFormSet, formset_factory
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from amo import clock, drafts
from amo.crispy import FieldRow, Inline, Unmarked
from amo.forms import DateField, KursForm
from amo.models import Office, QualificationType, Sector
from amo.widgets import CheckboxSelectMultiple, NumberInput, RadioSelect
from participants.forms.aim import RecordField, occupation_label, occupations
from participants.models import Mapping
from participants.models.mapping import Cefr, EducationLevel, EvidenceSource

SKILLS = (("oral", _("Muntlig")), ("listening", _("Lytte")), ("reading", _("Lese")), ("writing", _("Skrive")))
SOURCES = [choice for choice in EvidenceSource.choices if choice[0] != EvidenceSource.UNKNOWN]
# The tests used until 2013: norskprøve 2 is A2, norskprøve 3 is B1 (02-domain).
OLD_TESTS = [("", _("Ingen")), (Cefr.A2, _("Norskprøve 2 (A2)")), (Cefr.B1, _("Norskprøve 3 (B1)"))]
OLD_TEST_NOTE = _("Prøve fra før 2013? Norskprøve 2 regnes som A2 og norskprøve 3 som B1.")
SKILL_FIELDS = {name for skill, _label in SKILLS for name in (skill, f"{skill}_source")}
SHIFTS = [("evenings", _("Kveld")), ("nights", _("Natt")), ("weekends", _("Helg"))]
YES_NO = [("", _("Vet ikke")), ("yes", _("Ja")), ("no", _("Nei"))]
FIRST_YEAR = 1940
MAX_ROWS = 15


def _row_count(text: str) -> int:
    """A number of rows as it was sent; 0 for what is no number of that size."""
    return int(text) if text.isdecimal() and len(text) <= 4 else 0


def yes_no(label, **kwargs):
    """Yes, no or not known as True, False or None."""
    return forms.TypedChoiceField(
        label=label,
        choices=YES_NO,
        coerce=lambda value: value == "yes",
        empty_value=None,
        required=False,
        widget=RadioSelect,
        **kwargs,
    )


def yes_no_initial(value) -> str:
    return {True: "yes", False: "no"}.get(value, "")


class ExperienceRow(forms.Form):
    """One job in the work history. A row without title and occupation is empty."""

    use_required_attribute = False
    title = forms.CharField(label=_("Stilling"), max_length=120, required=False)
    occupation = RecordField(label=_("Yrke"), empty_label=_("Velg yrke"))
    sector = RecordField(label=_("Bransje"), empty_label=_("Som yrket"))
    country = forms.CharField(label=_("Land"), max_length=60, required=False)
    months = forms.IntegerField(
        label=_("Måneder"), required=False, min_value=1, max_value=720, widget=NumberInput,
        error_messages={
            "min_value": _("Skriv minst én måned."), "max_value": _("Skriv høyst 720 måneder."),
            "invalid": _("Skriv antall måneder som et helt tall."),
        },
    )  # fmt: skip
    ended_year = forms.IntegerField(
        label=_("Sluttet (år)"), required=False, min_value=FIRST_YEAR, widget=NumberInput,
        error_messages={"min_value": _("Skriv et årstall fra 1940."), "invalid": _("Skriv årstallet med fire siffer.")},
    )  # fmt: skip
    row_layout = [["title", "months", "ended_year"], ["occupation"], ["sector", "country"]]

    def __init__(self, *args, lists, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["occupation"].use(lists["occupations"], occupation_label)
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
        if data.get("title") and not data.get("months") and "months" not in self.errors:
            self.add_error("months", _("Skriv hvor mange måneder jobben varte."))
        if data.get("months") and not data.get("title"):
            self.add_error("title", _("Skriv hvilken stilling det var."))
        return data

    def is_empty(self) -> bool:
        return not self.cleaned_data.get("title")


class CertificateRow(forms.Form):
    """One certificate. A row without a qualification is empty."""

    use_required_attribute = False
    qualification = RecordField(label=_("Bevis eller sertifikat"), empty_label=_("Velg"))
    valid_to = DateField(label=_("Gyldig til"), required=False)
    row_layout = [["qualification", "valid_to"]]

    def __init__(self, *args, lists, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["qualification"].use(lists["qualifications"])

    def clean(self):
        data = super().clean()
        if data.get("valid_to") and not data.get("qualification"):
            self.add_error("qualification", _("Velg hvilket bevis datoen gjelder."))
        return data

    def is_empty(self) -> bool:
        return not self.cleaned_data.get("qualification")


class CertificateRows(BaseFormSet):
    def clean(self):
        seen = set()
        for form in self.forms:
            chosen = getattr(form, "cleaned_data", {}).get("qualification")
            if chosen is not None and chosen in seen:
                form.add_error("qualification", _("Beviset er allerede ført opp."))
            seen.add(chosen)


class FormsetPart(LayoutObject):
    """Draws one of the form's formsets inside the form, with a button for one more row."""

    def __init__(self, name: str, add_label):
        self.name, self.add_label = name, add_label

    def render(self, form, context, template_pack=None, **kwargs):
        formset = getattr(form, self.name)
        data = {"formset": formset, "name": self.name, "add_label": self.add_label}
        return render_to_string("participants/_formset.html", data)


class HoursField(forms.DecimalField):
    """Hours with a comma or a point."""

    def to_python(self, value):
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class MappingForm(KursForm):
    """MappingForm(data, membership=…, mapping=current or None, version=number the new version gets)."""

    submit_label = _("Lagre kartleggingen")
    norwegian_test = forms.CharField(label=_("Hvilken prøve"), max_length=100, required=False)
    norwegian_tested_on = DateField(label=_("Prøvedato"), required=False)
    old_oral = forms.ChoiceField(label=_("Muntlig prøve"), choices=OLD_TESTS, required=False)
    written = forms.ChoiceField(label=_("Skriftlig prøve"), choices=OLD_TESTS, required=False)
    education_level = forms.ChoiceField(
        label=_("Høyeste fullførte utdanning"), choices=EducationLevel.choices, required=False
    )
    education_field = forms.CharField(label=_("Fag"), max_length=120, required=False)
    education_country = forms.CharField(label=_("Land"), max_length=60, required=False)
    education_recognised = yes_no(_("Godkjent i Norge?"))
    hours_available = HoursField(
        label=_("Timer i uka til arbeid eller kurs"),
        required=False, min_value=0, max_value=60, max_digits=4, decimal_places=1,
        widget=NumberInput(attrs={"step": "0.5", "inputmode": "decimal"}),
        help_text=_("Kurs er som regel 30 timer i uka."),
        error_messages={
            "invalid": _("Skriv timene som et tall, for eksempel 37,5."), "max_value": _("Skriv høyst 60 timer."),
            "min_value": _("Skriv 0 eller mer."), "max_digits": _("Skriv timene som et tall, for eksempel 37,5."),
            "max_decimal_places": _("Skriv høyst én desimal."),
        },
    )  # fmt: skip
    shifts = forms.MultipleChoiceField(
        label=_("Kan også arbeide"),
        choices=SHIFTS,
        required=False,
        widget=CheckboxSelectMultiple,
    )
    available_from = DateField(label=_("Kan starte fra"), required=False)
    reachable_offices = forms.ModelMultipleChoiceField(
        label=_("Kan reise til"), queryset=Office.objects.none(), required=False, widget=CheckboxSelectMultiple,
        help_text=_("Ingen valgt betyr at det ikke er avklart. Kurs utenfor det som er valgt, får et varsel i forslagene."),
    )  # fmt: skip
    can_move = yes_no(_("Kan flytte for jobb?"))
    digital_skills = forms.ChoiceField(
        label=_("Digitale ferdigheter"),
        choices=Mapping._meta.get_field("digital_skills").choices,
        required=False,
        widget=RadioSelect,
    )
    needs_adaptation = forms.BooleanField(label=_("Trenger tilrettelegging"), required=False)
    adaptation_text = forms.CharField(
        label=_("Hva som må tilrettelegges"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Leses bare på Nav-kontoret. Skriv hva som trengs, ikke hvorfor."),
    )  # fmt: skip
    summary = forms.CharField(
        label=_("Oppsummering"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, data=None, *args, mapping: Mapping | None = None, **kwargs):
        super().__init__(data, *args, **kwargs)
        self.mapping = mapping
        for skill, label in SKILLS:
            self.fields[skill] = forms.ChoiceField(label=label, choices=Cefr.choices, required=False)
            self.fields[f"{skill}_source"] = forms.ChoiceField(
                label=_("Kilde"), choices=SOURCES, required=False, initial=EvidenceSource.ASSESSED
            )
        office = self.membership.office
        self.fields["reachable_offices"].queryset = Office.objects.filter(county=office.county_id, is_active=True)
        self.initial = self._initial(mapping) | self.initial
        self.fields_in_order = [Unmarked(*self._layout())]
        self.experiences = self.certificates = None

    # --- starting point ---------------------------------------------------------------------

    @staticmethod
    def _initial(mapping: Mapping | None) -> dict[str, Any]:
        if mapping is None:
            return {}
        plain = [field.name for field in Mapping._meta.concrete_fields]
        initial = {
            name: getattr(mapping, name) for name in plain if name in MappingForm.base_fields or name in SKILL_FIELDS
        }
        for skill, _label in SKILLS:
            if not getattr(mapping, skill):
                initial[f"{skill}_source"] = EvidenceSource.ASSESSED
        return initial | {
            "education_recognised": yes_no_initial(mapping.education_recognised),
            "can_move": yes_no_initial(mapping.can_move),
            "shifts": [name for name, _label in SHIFTS if getattr(mapping, name)],
            "reachable_offices": list(mapping.reachable_offices.values_list("pk", flat=True)),
        }

    def make_formsets(self) -> None:
        """Build the two formsets, after `autosave` has brought back a draft."""
        draft = drafts.as_querydict(self.draft) if self.draft else None
        mapping = self.mapping
        jobs = [
            {name: getattr(row, f"{name}_id", None) or getattr(row, name) for name in ExperienceRow.base_fields}
            for row in (mapping.experiences.all() if mapping else [])
        ]
        held = [
            {"qualification": row.qualification_id, "valid_to": row.valid_to}
            for row in (mapping.certificates.all() if mapping else [])
        ]
        self.lists = {
            "occupations": occupations(),
            "sectors": list(Sector.objects.order_by("name")),
            "qualifications": list(QualificationType.objects.filter(norwegian="").order_by("name")),
        }
        self.experiences = self._formset(ExperienceRow, BaseFormSet, "jobs", jobs, draft)
        self.certificates = self._formset(CertificateRow, CertificateRows, "held", held, draft)

    def _formset(self, row, base, prefix, initial, draft):
        if draft is not None and f"{prefix}-TOTAL_FORMS" in draft:
            initial = _rows_of_draft(row, prefix, draft)
        factory = formset_factory(row, formset=base, extra=1, max_num=MAX_ROWS, validate_max=True)
        if self.is_bound:
            return factory(self._one_more(prefix), prefix=prefix, initial=initial, form_kwargs={"lists": self.lists})
        return factory(prefix=prefix, initial=initial, form_kwargs={"lists": self.lists})

    def _one_more(self, prefix):
        """The posted data, with one row more when that button was pressed."""
        if self.data.get("add") != prefix:
            return self.data
        data = self.data.copy()
        total = data.get(f"{prefix}-TOTAL_FORMS", "0")
        data[f"{prefix}-TOTAL_FORMS"] = str(min(_row_count(total), MAX_ROWS - 1) + 1)
        return data

    def _layout(self) -> list:
        return [
            Fieldset(
                _("Norsk"),
                *(FieldRow(skill, f"{skill}_source") for skill, _label in SKILLS),
                FieldRow("norwegian_test", "norwegian_tested_on"),
                HTML(format_html('<p class="aksel-body-short aksel-body-short--medium">{}</p>', OLD_TEST_NOTE)),
                FieldRow("old_oral", "written"),
            ),
            Fieldset(
                _("Utdanning"), "education_level", FieldRow("education_field", "education_country"),
                Inline("education_recognised"),
            ),
            Fieldset(_("Arbeidserfaring"), FormsetPart("experiences", _("Legg til en jobb"))),
            Fieldset(_("Bevis og sertifikater"), FormsetPart("certificates", _("Legg til et bevis"))),
            Fieldset(
                _("Når og hvor"), "hours_available", Inline("shifts"), "available_from", Inline("reachable_offices"),
                Inline("can_move"),
            ),
            Fieldset(_("Annet"), Inline("digital_skills"), "needs_adaptation", "adaptation_text", "summary"),
        ]  # fmt: skip

    # --- checking ---------------------------------------------------------------------------

    def is_valid(self) -> bool:
        own = super().is_valid()
        parts = [formset.is_valid() for formset in (self.experiences, self.certificates)]
        if not all(parts):
            self._report_rows()
        return own and all(parts)

    def _report_rows(self) -> None:
        """The rows' errors in the form's own summary too, each leading to its field."""
        for formset, label in ((self.experiences, _("Jobb")), (self.certificates, _("Bevis"))):
            for message in formset.non_form_errors():
                self.add_error(None, message)
            for number, row in enumerate(formset.forms, start=1):
                for name, messages in row.errors.items():
                    for message in messages:
                        self.add_error(None, _row_error(row[name], f"{label} {number}: {message}"))

    def clean(self):
        data = super().clean()
        if data.get("old_oral") and not data.get("oral"):
            data["oral"], data["oral_source"] = data["old_oral"], EvidenceSource.DOCUMENTED
            data["norwegian_test"] = data.get("norwegian_test") or str(dict(OLD_TESTS)[data["old_oral"]])
        tested = data.get("norwegian_tested_on")
        if tested and tested > clock.today():
            self.add_error("norwegian_tested_on", _("Datoen kan ikke være fram i tid."))
        return data

    def cleaned_data_for_action(self) -> dict[str, Any]:
        """Keyword arguments of `save_mapping`."""
        data = super().cleaned_data_for_action()
        number = data.pop("version")
        data.pop("old_oral")
        offices, shifts = data.pop("reachable_offices"), data.pop("shifts")
        for name, _label in SHIFTS:
            data[name] = name in shifts
        for skill, _label in SKILLS:
            data[f"{skill}_source"] = data[f"{skill}_source"] or EvidenceSource.ASSESSED
        data["written_source"] = EvidenceSource.DOCUMENTED if data["written"] else EvidenceSource.UNKNOWN
        return {
            "values": data,
            "experiences": [row.cleaned_data for row in self.experiences.forms if not row.is_empty()],
            "certificates": [row.cleaned_data for row in self.certificates.forms if not row.is_empty()],
            "reachable_offices": offices,
            "expected_number": number,
        }


def _row_error(field, text: str) -> str:
    """A line of the error summary that leads to a field of a formset."""
    link = '<a href="#{}" class="aksel-error-summary__item aksel-link">{}</a>'
    return format_html(link, field.id_for_label, text)


def _rows_of_draft(row, prefix: str, draft) -> list[dict]:
    """The rows as they were typed, as initial values."""
    total = draft.get(f"{prefix}-TOTAL_FORMS", "0")
    rows = []
    for number in range(min(_row_count(total), MAX_ROWS)):
        values = {
            name: field.widget.value_from_datadict(draft, {}, f"{prefix}-{number}-{name}")
            for name, field in row.base_fields.items()
        }
        if any(values.values()):
            rows.append(values)
    return rows
