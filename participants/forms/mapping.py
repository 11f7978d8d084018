"""The mapping form: Norwegian per skill, education, jobs, certificates and availability on one page (P1)."""

import json
from typing import Any

from crispy_forms.layout import Fieldset
from django import forms
from django.forms import BaseFormSet, formset_factory
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from amo import clock, drafts
from amo.crispy import FieldRow, Inline, OccupationSuggestions, Unmarked
from amo.forms import DateField, KursForm
from amo.models import Office, QualificationType, Sector
from amo.occupations import Occupations
from amo.versions import StaleVersion, text_of
from amo.widgets import CheckboxSelectMultiple, RadioSelect
from participants import comparison, mapping_gaps, mapping_rules
from participants.comparison import Parts
from participants.forms import mapping_merge
from participants.forms.aim import RecordField
from participants.forms.mapping_rows import (
    MAX_ROWS,
    CertificateRow,
    CertificateRows,
    ExperienceRow,
    ExperienceRows,
    FormsetPart,
    HoursField,
    RowError,
    SkillsPart,
    row_count,
    rows_of_draft,
)
from participants.mapping_rules import PARTS, SKILLS
from participants.models import HeldCertificate, Mapping, Participant, WorkExperience
from participants.models.mapping import Cefr, EducationLevel, EvidenceSource, NorwegianTest, Recognition

SOURCES = [choice for choice in EvidenceSource.choices if choice[0] != EvidenceSource.UNKNOWN]
SHIFTS = [
    ("evenings", _("Kveld")), ("nights", _("Natt")), ("weekends", _("Helg")), ("daytime_only", _("Nei, bare dagtid")),
]  # fmt: skip
YES_NO = [("", _("Vet ikke")), ("yes", _("Ja")), ("no", _("Nei"))]
SHOWN_LAST = 80
YEARS_AROUND = 5
EMPTY = (None, "", [], False)


class OfficesField(forms.ModelMultipleChoiceField):
    """Offices by the place they serve: "Gamle Oslo" for "Nav Gamle Oslo"."""

    def label_from_instance(self, obj):
        return str(obj).removeprefix("Nav ")


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


class MappingForm(KursForm):
    """MappingForm(data, membership=…, participant=…, mapping=current or None, version=the number the new one gets).

    Then `autosave` and `make_formsets`. Two who save at once: see mapping_merge.
    """

    submit_label = _("Lagre kartleggingen")
    has_other_buttons = True
    same_test = forms.BooleanField(label=_("Nivåene er fra samme norskprøve"), required=False)
    same_tested_on = DateField(label=_("Prøvedato, alle delene"), required=False)
    written_test = forms.ChoiceField(
        label=_("Skriftlig prøve fra før 2014"),
        choices=[("", _("Ingen")), *((test.value, test.label) for test in mapping_rules.tests_of("written"))],
        required=False,
    )
    written_tested_on = DateField(label=_("Prøvedato, skriftlig"), required=False)
    no_jobs = forms.BooleanField(label=_("Har ikke hatt jobb"), required=False)
    education_level = forms.ChoiceField(
        label=_("Høyeste fullførte utdanning"), choices=EducationLevel.choices, required=False
    )
    education_field = forms.CharField(label=_("Fag"), max_length=120, required=False)
    education_sector = RecordField(label=_("Bransje for utdanningen"), empty_label=_("Ikke valgt"))
    education_country = forms.CharField(label=_("Land"), max_length=60, required=False)
    education_recognition = forms.ChoiceField(
        label=_("Er utdanningen godkjent i Norge?"), choices=Recognition.choices, required=False, widget=RadioSelect,
        help_text=_("Gjelder utdanning fra utlandet. HK-dir svarer på søknader."),
    )  # fmt: skip
    hours_available = HoursField(
        label=_("Timer i uka til arbeid eller kurs"),
        required=False, min_value=0, max_value=60, max_digits=4, decimal_places=1,
        # A number field of a browser in English makes 375 of 37,5.
        widget=forms.TextInput(attrs={"class": "input-number", "inputmode": "decimal"}),
        help_text=_("Kurs er som regel 30 timer i uka."),
        error_messages={
            "invalid": _("Skriv timene som et tall, for eksempel 37,5."), "max_value": _("Skriv høyst 60 timer."),
            "min_value": _("Skriv 0 eller mer."), "max_digits": _("Skriv timene som et tall, for eksempel 37,5."),
            "max_decimal_places": _("Skriv høyst én desimal."),
        },
    )  # fmt: skip
    shifts = forms.MultipleChoiceField(
        label=_("Kan arbeide utenom dagtid"),
        choices=SHIFTS,
        required=False,
        widget=CheckboxSelectMultiple,
        help_text=_("Ingen valgt betyr at det ikke er avklart."),
    )
    available_from = DateField(label=_("Kan starte fra"), required=False)
    reachable_offices = OfficesField(
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

    def __init__(self, data=None, *args, participant: Participant, mapping: Mapping | None = None, **kwargs):
        self.participant, self.mapping = participant, mapping
        self.last = mapping_merge.posted(Parts.of(mapping)) if mapping else {}
        super().__init__(self._with_theirs(data), *args, **kwargs)
        for skill in PARTS:
            self._add_skill(skill)
        self.lists = {
            "occupations": Occupations(),
            "sectors": list(Sector.objects.order_by("name")),
            "qualifications": list(QualificationType.objects.filter(norwegian="").order_by("name")),
            "born_on": participant.born_on,
        }
        self.fields["education_sector"].use(self.lists["sectors"])
        office = self.membership.office
        self.fields["reachable_offices"].queryset = Office.objects.filter(county=office.county_id, is_active=True)
        self.initial = self._initial() | self.initial
        self.fields_in_order = [Unmarked(*self._layout()), OccupationSuggestions(self.lists["occupations"])]
        self.experiences = self.certificates = self.merged = None
        self._remember_last()

    def _add_skill(self, skill: str) -> None:
        label = comparison.SKILL_LABELS[skill]
        tests = [(test.value, test.label) for test in mapping_rules.tests_of(skill)]
        self.fields[skill] = forms.ChoiceField(label=label, choices=Cefr.choices, required=False)
        self.fields[f"{skill}_source"] = forms.ChoiceField(
            label=_("Hvordan vet vi det?"), choices=SOURCES, required=False, initial=EvidenceSource.ASSESSED
        )
        self.fields[f"{skill}_test"] = forms.ChoiceField(
            label=_("Prøve"), choices=tests, required=False, initial=NorwegianTest.NORSKPROVEN,
            # static/js/mapping.js lets the level follow at once.
            widget=forms.Select(attrs={"data-levels": json.dumps(mapping_rules.OLD_LEVELS)}),
        )  # fmt: skip
        self.fields[f"{skill}_tested_on"] = DateField(label=_("Prøvedato"), required=False)

    # --- starting point ---------------------------------------------------------------------

    def _initial(self) -> dict[str, Any]:
        """Everything as the last version has it; sensible defaults for a first one."""
        mapping = self.mapping
        initial = {"no_jobs": bool(mapping and mapping.no_jobs)}
        for part, fields in self.last.items():
            if part not in mapping_merge.ROWS:
                several = part in ("shifts", "reachable_offices")
                initial |= {name: texts if several else "".join(texts) for name, texts in fields.items()}
        for skill in PARTS:
            if initial.get(f"{skill}_source") != EvidenceSource.DOCUMENTED:
                initial |= {f"{skill}_source": EvidenceSource.ASSESSED, f"{skill}_test": NorwegianTest.NORSKPROVEN}
        if mapping and all(getattr(mapping, skill) for skill in PARTS):
            days = {_norskproven_on(mapping, skill) for skill in PARTS}
            if len(days) == 1 and None not in days:
                initial |= {"same_test": True, "same_tested_on": days.pop()}
        return initial

    def _remember_last(self) -> None:
        """What the last version said stands at each field, for static/js/mapping.js to show once it is changed."""
        for part, fields in self.last.items():
            if part in (*mapping_merge.ROWS, "shifts", "reachable_offices", "needs_adaptation"):
                continue
            for name, (text,) in fields.items():
                field = self.fields.get(name)
                if field is None or name.endswith("_source") or (not text and "_test" in name):
                    continue
                shown = dict(getattr(field, "choices", ())).get(text, text)
                if name.endswith("_tested_on") or name == "available_from":
                    shown = text_of(getattr(self.mapping, name))
                field.widget.attrs |= {"data-last": text, "data-last-text": str(shown)[:SHOWN_LAST] or "–"}

    def make_formsets(self) -> None:
        """Build the two formsets, after `autosave` has brought back a draft."""
        draft = drafts.as_querydict(self.draft) if self.draft else None
        self.experiences = self._formset(ExperienceRow, ExperienceRows, "experiences", draft)
        self.certificates = self._formset(CertificateRow, CertificateRows, "certificates", draft)

    def _formset(self, row, base, part: str, draft: QueryDict | None) -> BaseFormSet:
        prefix = mapping_merge.ROWS[part]
        stored = QueryDict(mutable=True)
        stored.update({name: texts[0] for name, texts in self.last.get(part, {}).items()})
        initial = rows_of_draft(row, prefix, draft if draft and f"{prefix}-TOTAL_FORMS" in draft else stored)
        factory = formset_factory(row, formset=base, extra=1, max_num=MAX_ROWS, validate_max=True)
        kwargs = {"prefix": prefix, "initial": initial, "form_kwargs": {"lists": self.lists}}
        return factory(self._one_more(prefix), **kwargs) if self.is_bound else factory(**kwargs)

    def _one_more(self, prefix):
        """The posted data, with one row more when that button was pressed."""
        if self.data.get("add") != prefix:
            return self.data
        data = self.data.copy()
        total = data.get(f"{prefix}-TOTAL_FORMS", "0")
        data[f"{prefix}-TOTAL_FORMS"] = str(min(row_count(total), MAX_ROWS - 1) + 1)
        return data

    def _layout(self) -> list:
        return [
            Fieldset(_("Norsk"), SkillsPart()),
            Fieldset(
                _("Utdanning"), FieldRow("education_level", "education_country"),
                FieldRow("education_field", "education_sector"), Inline("education_recognition"),
            ),
            Fieldset(
                _("Arbeidserfaring"), FormsetPart("experiences", _("Legg til en jobb"), _("Fjern jobben")), "no_jobs",
            ),
            Fieldset(
                _("Bevis og sertifikater"), FormsetPart("certificates", _("Legg til et bevis"), _("Fjern beviset"))
            ),
            Fieldset(
                _("Når og hvor"), FieldRow("hours_available", "available_from"), Inline("shifts"),
                Inline("reachable_offices"), Inline("can_move"),
            ),
            Fieldset(_("Annet"), Inline("digital_skills"), "needs_adaptation", "adaptation_text", "summary"),
        ]  # fmt: skip

    def missing(self) -> set[str]:
        """Keys of what advice needs and the form does not say, as it stands on the page."""
        parts = {formset.prefix: formset for formset in (self.experiences, self.certificates)}

        def value(name):
            prefix, _dash, rest = name.partition("-")
            if prefix not in parts:
                return self[name].value()
            place, _dash, field = rest.partition("-")
            rows = parts[prefix].forms
            return rows[int(place)][field].value() if int(place) < len(rows) else None

        return {gap.key for gap in mapping_gaps.questions() if not any(value(name) not in EMPTY for name in gap.names)}

    # --- checking ---------------------------------------------------------------------------

    def is_valid(self) -> bool:
        own = super().is_valid()
        parts = [formset.is_valid() for formset in (self.experiences, self.certificates)]
        if not all(parts):
            self._report_rows()
        return self._blanks_are_blank() and own and all(parts)

    def _blanks_are_blank(self) -> bool:
        """Tell where "none" is ticked beside something that is there, whatever else is wrong."""
        ticked = dict.fromkeys(self.cleaned_data.get("shifts", ()), True)
        ticked["no_jobs"] = self.cleaned_data.get("no_jobs")
        has_jobs = any(not (row.is_valid() and row.is_empty()) for row in self.experiences.forms)
        errors = mapping_rules.blank_errors(ticked, has_jobs=has_jobs)
        for name, message in errors.items():
            self.add_error("shifts" if name == "daytime_only" else name, message)
        return not errors

    def _report_rows(self) -> None:
        """The rows' errors in the form's own summary too, each leading to its field."""
        for part, label in (("experiences", _("Jobb")), ("certificates", _("Bevis"))):
            formset = getattr(self, part)
            for message in formset.non_form_errors():
                self.add_error(None, RowError.of(part, message))
            for number, row in enumerate(formset.forms, start=1):
                for name, messages in row.errors.items():
                    for message in messages:
                        self.add_error(None, RowError.of(part, f"{label} {number}: {message}", row[name]))

    def clean_available_from(self):
        day = self.cleaned_data["available_from"]
        if day and abs(day.year - clock.today().year) > YEARS_AROUND:
            raise forms.ValidationError(_("Datoen er mer enn fem år unna. Sjekk årstallet."))
        return day

    def clean(self):
        data = super().clean()
        same = data.get("same_test")
        if same:
            for skill in PARTS:
                if data.get(skill):
                    data |= {
                        f"{skill}_source": EvidenceSource.DOCUMENTED, f"{skill}_test": NorwegianTest.NORSKPROVEN,
                        f"{skill}_tested_on": data.get("same_tested_on"),
                    }  # fmt: skip
                else:
                    data[f"{skill}_source"] = ""
            if not any(data.get(skill) for skill in PARTS):
                self.add_error("oral", _("Velg nivåene prøven viste."))
        data = mapping_rules.complete(mapping_rules.follow_old_tests(data, opened=self.initial))
        errors = mapping_rules.norwegian_errors(data, today=clock.today(), born_on=self.participant.born_on)
        for name, message in errors.items():
            if same and name.endswith("_tested_on") and name != "written_tested_on":
                name = "same_tested_on"
            shown = name if name in self.fields else "written_test"
            if shown not in self.errors:
                self.add_error(shown, message)
        return data

    def cleaned_data_for_action(self) -> dict[str, Any]:
        """Keyword arguments of `save_mapping`."""
        data = super().cleaned_data_for_action()
        number = data.pop("version")
        offices, shifts = data.pop("reachable_offices"), data.pop("shifts")
        for name in ("same_test", "same_tested_on"):
            data.pop(name)
        for name, _label in SHIFTS:
            data[name] = name in shifts
        return {
            "values": data,
            "experiences": [row.cleaned_data for row in self.experiences.forms if not row.is_empty()],
            "certificates": [row.cleaned_data for row in self.certificates.forms if not row.is_empty()],
            "reachable_offices": offices,
            "expected_number": number,
        }

    # --- two at once ------------------------------------------------------------------------

    def _with_theirs(self, data):
        """The posted data with the stored value of each part where that was chosen (`take-<part>`)."""
        chosen = [part for part in self.last if data and data.get(mapping_merge.choice_name(part)) == "theirs"]
        if not chosen:
            return data
        data = data.copy()
        for part in chosen:
            mapping_merge.put(data, part, self.last[part])
        return data

    def typed(self) -> Parts:
        """What was typed, as a mapping that is not stored."""
        values = self.cleaned_data_for_action()
        return Parts(
            Mapping(**values["values"]),
            [WorkExperience(**row) for row in values["experiences"]],
            [HeldCertificate(**row) for row in values["certificates"]],
            values["reachable_offices"],
        )

    def set_stale(self, stale: StaleVersion) -> None:
        """Take in what only the other has changed, and ask about what both have."""
        expected = self.cleaned_data["version"]
        super().set_stale(stale)
        versions = Mapping.objects.with_parts().filter(participant=self.participant)
        stored, opened = versions.current().first(), versions.filter(number=expected - 1).first()
        if stored is None:
            return
        typed = self.typed()
        self.merged = mapping_merge.merge(opened, stored, typed)
        own, theirs = mapping_merge.posted(typed), mapping_merge.posted(Parts.of(stored))
        for skill in SKILLS:  # one by one from here on: only some may be of the same test
            mapping_merge.put(self.data, skill, own[skill])
        for part in self.merged.taken:
            mapping_merge.put(self.data, part, theirs[part])
        for name in ("same_test", "same_tested_on", *(n for n in list(self.data) if n.startswith("take-"))):
            self.data.pop(name, None)
        self._keep_same_test()
        self.make_formsets()

    def _keep_same_test(self) -> None:
        """The box for one test stays ticked while every level still comes from it and nothing is asked about them."""
        asked = {choice.part for choice in self.merged.choices}
        if asked.isdisjoint(PARTS) and all(self.data.get(skill) for skill in PARTS):
            tests = {(self.data.get(f"{skill}_test"), self.data.get(f"{skill}_tested_on")) for skill in PARTS}
            test, day = tests.pop()
            if not tests and test == NorwegianTest.NORSKPROVEN and day:
                self.data["same_test"], self.data["same_tested_on"] = "on", day

    def stale_rows(self) -> list:
        """Nothing for the ordinary box of two columns: `merged` has its own."""
        return [] if self.merged else super().stale_rows()


def _norskproven_on(mapping: Mapping, skill: str):
    """The day of Norskprøven that documents the skill; None when something else does."""
    if getattr(mapping, f"{skill}_test") != NorwegianTest.NORSKPROVEN:
        return None
    return getattr(mapping, f"{skill}_tested_on")
