"""Other ways to a trade that she has and aims for (row P10)."""

from dataclasses import replace

import pytest
from hypothesis import given

from courses.engines.fit import Experience, PersonFacts
from courses.engines.other_ways import own_trade
from tests.engines.counts import examples
from tests.engines.people import people
from tests.engines.test_advice import MET, concept, ranked

pytestmark = pytest.mark.row("P10")

NURSE = concept(occupations=("2223",), sectors=frozenset({"care"}))
TRAINED = PersonFacts(
    education_level=4, experience=(Experience("2223", "care", 24),), goal_occupations=("5321", "2223")
)


def ways(person, *concepts):
    found = own_trade(person, concepts)
    return [way.code for way in found.ways] if found else None


def test_whoever_is_trained_and_has_worked_in_what_she_aims_for_has_a_trade():
    found = own_trade(TRAINED, ())
    assert found.reason.params == {"occupation": "2223", "months": 24}
    assert [way.code for way in found.ways] == ["recognition", "mentor", "wage_subsidy"]


def test_education_in_the_sector_of_what_she_aims_for_is_a_trade_without_work():
    student = replace(TRAINED, experience=(), education_sectors=("care",))
    assert own_trade(student, [NURSE]).reason.params == {"occupation": "2223", "months": 0}
    assert own_trade(student, [concept()]).reason.params["occupation"] == "5321"
    assert ways(replace(student, education_sectors=("food",)), NURSE) is None


@pytest.mark.parametrize(("level", "months", "found"), [
    (3, 11, None), (3, 12, ["recognition", "mentor", "wage_subsidy"]),
    (2, 59, None), (2, 60, ["vocational_certificate", "mentor", "wage_subsidy"]), (None, 24, None),
])  # fmt: skip
def test_training_or_long_practice_makes_a_trade(level, months, found):
    assert ways(replace(TRAINED, education_level=level, experience=(Experience("2223", "care", months),))) == found


def test_a_trade_she_does_not_aim_for_is_left_alone():
    assert ways(replace(TRAINED, goal_occupations=("9412",))) is None
    assert ways(replace(TRAINED, experience=None)) is None


@given(people)
@examples(100, 2000)
def test_the_ways_touch_no_point_and_no_group(person):
    bare = replace(person, goal_occupations=())
    advice = ranked(bare, concept(), judged=MET)
    assert advice.own_trade is None
    found = ranked(person, concept(), judged=MET).own_trade
    if found:
        assert found.reason.params["occupation"] in person.goal_occupations
        assert len({way.code for way in found.ways}) == len(found.ways)
