"""When a choice goes against the advice: below a floor, in the lowest band, or passing over what is clearly ahead."""

from dataclasses import replace

import pytest

from courses.engines.advice import AdvicePolicy, Reason
from courses.engines.against import objections
from courses.engines.fit import PersonFacts
from tests.engines.test_advice import concept, only, ranked

pytestmark = pytest.mark.row("P6")

POLICY = AdvicePolicy("1", clear_lead=20)


def line(name, points, band="possible", below=()):
    """A line of the course `name` with so many points."""
    base = only(ranked(PersonFacts(), concept()))
    return replace(base, concept=replace(base.concept, id=name), points=points, band=band, below=tuple(below))


BEST = line("best", 96, "good")


def codes(*chosen, others=(BEST,), **more):
    found = objections(chosen, others, POLICY, **more)
    return [[reason.code for reason in reasons] for reasons in found]


@pytest.mark.parametrize(
    ("points", "expected"), [(60, ["clearly_led"]), (76, ["clearly_led"]), (76.4, ["clearly_led"]), (77, []), (96, [])]
)
def test_passing_over_a_course_that_is_clearly_ahead_is_against_the_advice(points, expected):
    # 76.4 is read as 76, and is 20 behind to whoever reads it.
    assert codes(line("other", points)) == [expected]


def test_what_is_said_names_the_course_that_leads_and_both_numbers():
    ((reason,),) = objections([line("other", 60)], [BEST, line("second", 80)], POLICY)
    assert reason == Reason("clearly_led", {"points": 60, "best": 96, "concept": "best"})


def test_what_stands_below_a_course_that_is_not_led_passes_nothing_over():
    assert codes(BEST, line("other", 60)) == [[], []]
    assert codes(line("near", 80), line("other", 60)) == [[], []]
    assert codes(line("other", 60), BEST) == [["clearly_led"], []]
    assert codes(line("other", 60), followed=True) == [[]]


def test_a_course_below_a_floor_follows_no_advice_for_those_after_it():
    short = line("short", 95, below=[Reason("fit_below", {"value": 0.4, "floor": 0.5})])
    assert codes(short, line("other", 60)) == [["fit_below"], ["clearly_led"]]


def test_floors_and_the_lowest_band_are_asked_about_whatever_leads():
    assert codes(line("other", 30, "poor"), others=()) == [["lowest_band"]]
    assert codes(line("other", 30, "poor")) == [["lowest_band"]]
    assert codes(line("other", 60), others=()) == [[]]


def test_another_class_of_the_same_course_does_not_lead_it():
    assert codes(line("best", 60)) == [[]]
