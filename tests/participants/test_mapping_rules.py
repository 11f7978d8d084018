"""The pure rules of a mapping: how long somebody can have worked, how people say how long, what is not told yet (P1)."""

import datetime as dt
import re

import pytest
from django import forms
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from participants import mapping_gaps, mapping_rules
from participants.comparison import duration_text
from participants.forms.mapping_rows import MAX_MONTHS, ExperienceRow, MonthsField
from participants.models import Mapping
from tests import factories as f

pytestmark = pytest.mark.row("P1")

BORN, TODAY = dt.date(2000, 6, 15), dt.date(2026, 6, 14)
POSSIBLE = 11 * 12 - 1  # a day short of eleven years since she turned 15


@pytest.mark.parametrize(
    ("typed", "months"),
    [
        ("18", 18), ("18 måneder", 18), ("18 månader", 18), ("1 månad", 1), ("18 mdr", 18), ("18 mdr.", 18),
        ("1 year", 12),
        ("18 months", 18), ("1 month", 1), ("2 years and 6 mo.", 30), ("2 år og 6 månader", 30),
        ("18 mnd.", 18), ("6 md", 6), ("2 år", 24), ("1,5 år", 18), ("1.5 år", 18),
        ("1 år 6 md", 18), ("2 år og 3 måneder", 27), (" 3 ÅR ", 36), ("60 år", 720), ("1 måned", 1),
    ],
)  # fmt: skip
def test_how_long_is_read_as_people_say_it(typed, months):
    assert MonthsField(required=False).clean(typed) == months


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_the_form_says_in_every_language_can_be_typed_in_it(language):
    """Its own examples, and the length of a stored job, which stands in the field when the form is opened again."""
    with translation.override(language):
        told = [str(ExperienceRow.base_fields["months"].help_text), str(MonthsField().error_messages["invalid"])]
        examples = [example for text in told for example in re.findall(r"\d+ \w+", text)]
        assert len(examples) == 4
        for example in examples:
            assert MonthsField(required=False).clean(example) in (18, 24), example
        for months in (1, 18, 24, 30):
            assert MonthsField(required=False).clean(duration_text(months)) == months


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("lenge", "invalid"), ("år", "invalid"), ("2 uker", "invalid"), ("1e3", "invalid"), ("9" * 50, "invalid"),
        ("0", "min_value"), ("-2 år", "min_value"), ("0 år", "min_value"), ("61 år", "max_value"), ("721", "max_value"),
    ],
)  # fmt: skip
def test_what_is_no_length_of_time_is_refused(typed, code):
    with pytest.raises(forms.ValidationError) as caught:
        MonthsField(required=False).clean(typed)
    assert caught.value.code == code


@given(st.integers(min_value=1, max_value=MAX_MONTHS))
def test_what_is_shown_is_read_back_as_the_same(months):
    assert MonthsField().clean(duration_text(months)) == months


@pytest.mark.parametrize(
    ("months", "ended_year", "field"),
    [
        (POSSIBLE, None, None),
        (POSSIBLE + 1, None, "months"),
        (POSSIBLE, 2026, None),
        (7, 2015, "months"),
        (6, 2015, None),
        (1, 2014, "ended_year"),
        (None, 2014, "ended_year"),
    ],
)
def test_a_job_begins_after_she_turned_fifteen(months, ended_year, field):
    wrong = mapping_rules.job_error(months, ended_year, born_on=BORN, today=TODAY)
    assert (wrong[0] if wrong else None) == field


def test_all_jobs_together_fit_into_the_time_since_she_turned_fifteen():
    assert mapping_rules.work_error([POSSIBLE - 1, 1], born_on=BORN, today=TODAY) == ""
    told = mapping_rules.work_error([POSSIBLE, 1], born_on=BORN, today=TODAY)
    assert f"{POSSIBLE + 1} måneder" in told and f"{POSSIBLE} måneder" in told
    assert mapping_rules.work_error([], born_on=TODAY, today=TODAY) == ""


def test_completing_what_is_complete_changes_nothing():
    values = {"oral_source": "documented", "oral_test": "norskprove_3", "written_test": "norskprove_2", "reading": "A2"}
    once = mapping_rules.complete(values)
    assert (once["oral"], once["written"], once["reading_source"]) == ("B1", "A2", "assessed")
    assert mapping_rules.complete(once) == once


@pytest.mark.django_db
def test_what_a_mapping_does_not_tell(django_assert_num_queries):
    everything = {gap.key for gap in mapping_gaps.questions()}
    assert {gap.key for gap in mapping_gaps.gaps(None)} == everything
    person = f.ParticipantFactory()
    f.MappingFactory(participant=person, oral="", oral_source="unknown", reading="", writing="", written="B1")
    mapping = Mapping.objects.with_parts().get()
    with django_assert_num_queries(0):
        assert [gap.key for gap in mapping_gaps.gaps(mapping)] == ["oral", "experience", "shifts", "start", "reach"]
