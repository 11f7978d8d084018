"""The category of a person on a day, case by case (rows R1, R2, K2)."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest

from reporting.engines.categories import CATEGORIES, DayFacts, Job, Outcome, band, categorise

DAY = date(2026, 6, 1)
LONG_AGO = DAY - timedelta(days=400)


def job(form="permanent", percent=100, **more):
    return Job(form, more.pop("starts_on", LONG_AGO), percent=percent, **more)


def ends_after(days, **more):
    start = DAY - timedelta(days=10)
    return Job("temporary", start, start + timedelta(days=days), percent=100, **more)


def open_since(days):
    return Job("temporary", DAY - timedelta(days=days), percent=100)


EVERYTHING = DayFacts(
    jobs=(job(), job("self_employed"), job(wage_subsidy=True)),
    amo=True,
    placement=True,
    education_nav=True,
    education_ordinary=True,
    left="ill",
    unemployed=True,
    attempts=3,
)
STRIPPED = [
    ("permanent", {}),
    ("part_time", {"jobs": (job(percent=49), *EVERYTHING.jobs[1:])}),
    ("self_employed", {"jobs": EVERYTHING.jobs[1:]}),
    ("wage_subsidy", {"jobs": EVERYTHING.jobs[2:]}),
    ("amo", {"jobs": ()}),
    ("placement", {"amo": False}),
    ("education_nav", {"placement": False}),
    ("education_ordinary", {"education_nav": False}),
    ("left_ill", {"education_ordinary": False}),
    ("left_other", {"left": "other"}),
    ("unemployed", {"left": ""}),
    ("no_contact", {"unemployed": False}),
]


@pytest.mark.row("R2")
def test_the_order_of_precedence_by_taking_away_the_first_each_time():
    facts = EVERYTHING
    for category, taken_away in STRIPPED:
        facts = replace(facts, **taken_away)
        assert categorise(facts, DAY).category == category


@pytest.mark.row("R1")
@pytest.mark.parametrize(
    ("jobs", "category"),
    [
        ((job(percent=50),), "permanent"),
        ((job(percent=49),), "part_time"),
        ((job(percent=30), job("temporary", 20)), "permanent"),
        ((job(percent=30), job("temporary", 19)), "part_time"),
        ((job("apprentice"),), "temporary_long"),
        ((job(percent=None),), "part_time"),
        ((job(percent=None), open_since(100)), "permanent"),
        ((ends_after(90),), "temporary_long"),
        ((ends_after(89),), "temporary_short"),
        ((open_since(90),), "temporary_long"),
        ((open_since(89),), "temporary_short"),
        ((ends_after(20), job("temporary", 10)), "temporary_long"),
        ((job(percent=40), job(percent=100, wage_subsidy=True)), "part_time"),
        ((job(percent=100, wage_subsidy=True),), "wage_subsidy"),
        ((job("self_employed", percent=10), job(percent=5)), "part_time"),
    ],
)
def test_jobs_by_form_length_and_percentage_in_sum(jobs, category):
    assert categorise(DayFacts(jobs=jobs), DAY).category == category


@pytest.mark.row("R2")
@pytest.mark.parametrize(
    ("starts", "ends", "held"),
    [(0, None, True), (1, None, False), (-9, 0, True), (-9, -1, False), (0, 0, True)],
)
def test_a_job_is_held_from_its_first_to_its_last_day(starts, ends, held):
    end = None if ends is None else DAY + timedelta(days=ends)
    found = categorise(DayFacts(jobs=(Job("permanent", DAY + timedelta(days=starts), end, 100),)), DAY)
    assert (found.category == "permanent") == held


@pytest.mark.row("R1")
def test_quality_is_stored_beside_the_category_also_where_it_is_part_time():
    found = categorise(DayFacts(jobs=(job(percent=20, on_call=True),)), DAY)
    assert found == Outcome("part_time", "permanent", 20, "under_50", on_call=True)
    mixed = categorise(DayFacts(jobs=(job("temporary", 40, on_call=True), job("temporary", 45))), DAY)
    assert (mixed.category, mixed.band, mixed.on_call) == ("temporary_long", "from_80", False)
    assert categorise(DayFacts(jobs=(job("apprentice"),)), DAY).apprentice


@pytest.mark.row("K2")
@pytest.mark.parametrize(("left", "without_work"), [("ill", "left_ill"), ("other", "left_other")])
def test_who_left_and_works_is_in_work_and_that_she_left_is_kept(left, without_work):
    working = categorise(DayFacts(jobs=(job(),), left=left), DAY)
    assert (working.category, working.left) == ("permanent", left)
    assert categorise(DayFacts(left=left, unemployed=True), DAY).category == without_work


@pytest.mark.row("R2")
@pytest.mark.parametrize(("attempts", "incomplete"), [(0, True), (2, True), (3, False)])
def test_no_contact_takes_three_attempts_to_be_complete(attempts, incomplete):
    found = categorise(DayFacts(attempts=attempts), DAY)
    assert (found.category, found.incomplete) == ("no_contact", incomplete)


@pytest.mark.row("R2")
def test_everybody_is_in_exactly_one_category_of_appendix_4():
    choices = [(), (job(),), (job(percent=10),), (ends_after(20),), (job("self_employed"),), (job(wage_subsidy=True),)]
    flags = [False, True]
    seen = set()
    for jobs, amo, placement, nav, ordinary, left, unemployed in itertools.product(
        choices, flags, flags, flags, flags, ("", "ill", "other"), flags
    ):
        facts = DayFacts(jobs, amo, placement, nav, ordinary, left, unemployed)
        seen.add(categorise(facts, DAY).category)
    assert seen == set(CATEGORIES) - {"temporary_long"}


@pytest.mark.parametrize(
    ("percent", "expected"),
    [(100, "from_80"), (80, "from_80"), (79.9, "from_50"), (50, "from_50"), (49.9, "under_50"), (0, "under_50")],
)
def test_bands(percent, expected):
    assert band(percent) == expected


@pytest.mark.parametrize("make", [lambda: Job("gig", DAY), lambda: Job("permanent", DAY, DAY - timedelta(days=1))])
def test_a_job_that_makes_no_sense_is_refused(make):
    with pytest.raises(ValueError):
        make()
