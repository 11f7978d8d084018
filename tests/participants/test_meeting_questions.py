"""Questions worth asking: each rule on both sides of its boundary, and nothing but the facts decides (P4)."""

import datetime as dt
from dataclasses import fields, replace

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from participants.meeting_questions import Facts, JobNow, questions

TODAY = dt.date(2026, 5, 4)
DAY = dt.timedelta(days=1)
# Somebody about whom nothing needs to be asked.
QUIET = Facts(
    today=TODAY,
    mapped_on=TODAY - DAY,
    norwegian_known=True,
    aim_on=TODAY - DAY,
    aim_read=True,
    informed_on=TODAY - DAY,
    last_contact_on=TODAY - DAY,
)


def codes(**changes) -> list[str]:
    return [question.code for question in questions(replace(QUIET, **changes))]


def ago(**span) -> dt.date:
    return TODAY - relativedelta(**span)


def test_nothing_is_asked_where_nothing_is_missing():
    assert codes() == []


@pytest.mark.row("P4")
@pytest.mark.parametrize(
    ("code", "asked", "silent"),
    [
        ("interpreter", {"interpreter": "somali"}, {"interpreter": ""}),
        ("offer", {"offers": (("Pleieassistent", TODAY),)}, {"offers": ()}),
        ("offer", {"offers": (("Pleieassistent", None),)}, {}),
        ("registered", {"registered": False}, {"registered_until": TODAY + 31 * DAY}),
        ("registered", {"registered_until": TODAY + 30 * DAY}, {}),
        ("tuition", {"tuition_deadline": TODAY + 90 * DAY}, {"tuition_deadline": TODAY + 91 * DAY}),
        ("tuition", {"tuition_deadline": TODAY}, {"tuition_deadline": TODAY - DAY}),
        ("tuition_unknown", {"tuition_unknown": True}, {}),
        ("ended", {"ended": ("Renhold", TODAY - 7 * DAY)}, {"ended": ("Renhold", TODAY - 6 * DAY)}),
        ("chain", {"plan_after": TODAY - 84 * DAY}, {"plan_after": None}),
        ("chain", {"plan_after": TODAY - DAY, "plan_on": TODAY - DAY}, {"plan_after": TODAY - DAY, "plan_on": TODAY}),
        ("step", {"late_steps": (("Ring skolen", TODAY - DAY),)}, {}),
        ("review", {"review_on": TODAY}, {"review_on": TODAY + DAY}),
        ("more_hours", {"jobs": (JobNow("Kafé", 50, 100),)}, {"jobs": (JobNow("Kafé", 50, 50),)}),
        ("job_ends", {"jobs": (JobNow("Kafé", 50, ends_on=TODAY + 60 * DAY),)}, {"jobs": (JobNow("Kafé", 50),)}),
        ("placement", {"placement": ("Kafé", TODAY)}, {}),
        ("course", {"running": ("Renhold", TODAY)}, {}),
        ("certificate", {"certificates": (("Truck", TODAY + 90 * DAY),)}, {"certificates": (("T", TODAY + 91 * DAY),)}),
        ("certificate", {"certificates": (("Truck", TODAY - DAY),)}, {}),
        ("mapping_missing", {"mapped_on": None}, {}),
        ("norwegian", {"norwegian_known": False}, {}),
        ("mapping_old", {"mapped_on": ago(months=6)}, {"mapped_on": ago(months=6) + DAY}),
        ("aim_missing", {"aim_on": None}, {}),
        ("aim_old", {"aim_on": ago(months=12)}, {"aim_on": ago(months=12) + DAY}),
        ("aim_unread", {"aim_read": False}, {"aim_on": None, "aim_read": False}),
        ("never_told", {"informed_on": None}, {}),
        ("contact", {"last_contact_on": ago(days=30)}, {"last_contact_on": ago(days=29)}),
        ("contact", {"last_contact_on": None}, {}),
        ("basis", {"basis_unknown": True}, {}),
    ],
)
def test_each_rule_on_both_sides_of_its_boundary(code, asked, silent):
    assert code in codes(**asked)
    assert code not in codes(**silent)


def test_somebody_never_mapped_is_asked_about_all_of_it_once():
    assert codes(mapped_on=None, norwegian_known=False) == ["mapping_missing"]


def test_what_cannot_wait_stands_first():
    found = codes(offers=(("Renhold", TODAY),), basis_unknown=True, informed_on=None, interpreter="dari")
    assert found == ["interpreter", "offer", "never_told", "basis"]


def test_a_plan_that_is_too_old_is_said_to_be():
    (found,) = questions(replace(QUIET, plan_after=TODAY - DAY, plan_on=TODAY - 2 * DAY))
    assert found.reason == "Planen er fra før det siste kurset tok slutt. Lag en ny."


days = st.none() | st.dates(dt.date(2010, 1, 1), dt.date(2040, 1, 1))
names = st.text(min_size=1, max_size=20)
pairs = st.tuples(names, days.filter(bool))
ANY = st.builds(
    Facts,
    today=st.dates(dt.date(2015, 1, 1), dt.date(2035, 1, 1)),
    interpreter=st.text(max_size=10),
    registered=st.booleans(),
    registered_until=days,
    mapped_on=days,
    norwegian_known=st.booleans(),
    aim_on=days,
    aim_read=st.booleans(),
    informed_on=days,
    last_contact_on=days,
    tuition_deadline=days,
    tuition_hours=st.none() | st.integers(0, 900),
    tuition_unknown=st.booleans(),
    basis_unknown=st.booleans(),
    jobs=st.tuples() | st.tuples(st.builds(JobNow, names, st.integers(0, 100), st.none() | st.integers(0, 100), days)),
    certificates=st.tuples() | st.tuples(pairs),
    plan_after=days,
    plan_on=days,
    review_on=days,
    late_steps=st.tuples() | st.tuples(pairs),
    offers=st.tuples() | st.tuples(st.tuples(names, days)),
    running=st.none() | pairs,
    placement=st.none() | pairs,
    ended=st.none() | pairs,
)


@given(ANY)
def test_every_question_has_its_reason_and_the_same_facts_give_the_same_questions(facts):
    found = questions(facts)
    assert found == questions(replace(facts))
    assert all(question.text and question.reason and "%(" not in question.text + question.reason for question in found)


def test_no_fact_says_who_she_is():
    """Neither age, sex, name, origin nor religion is there to ask by."""
    allowed = {
        "today", "interpreter", "registered", "registered_until", "mapped_on", "norwegian_known", "aim_on", "aim_read",
        "informed_on", "last_contact_on", "tuition_deadline", "tuition_hours", "tuition_unknown", "basis_unknown", "jobs",
        "certificates", "plan_after", "plan_on", "review_on", "late_steps", "offers", "running", "placement", "ended",
    }  # fmt: skip
    assert {field.name for field in fields(Facts)} == allowed
