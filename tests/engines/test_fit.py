"""Fit: each kind of checklist item by hand, and what may never happen (rows P6, A2)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engines.fit import (
    LEVELS,
    Certificate,
    ChecklistItem,
    Experience,
    Judgement,
    Norwegian,
    NorwegianMinimum,
    PersonFacts,
    SkillLevel,
    fit,
    fit_points,
    reaches,
)
from tests.engines.counts import examples
from tests.engines.people import START, checklists, people


def known(level, source="documented"):
    return SkillLevel(level, source)


def answer(person, item, judged=None):
    (result,) = fit(person, [item], judged, on=START).items
    return result.met, result.evidence.code


NORWEGIAN = ChecklistItem("n", "norwegian", 2, skill="oral", level="A2")
EXPERIENCE = ChecklistItem("x", "experience", 1, occupations=frozenset({"5321"}), sectors=frozenset({"food"}), months=6)
TRUCK = ChecklistItem("c", "certificate", 1, certificates=frozenset({"truck", "crane"}))
HOURS = ChecklistItem("h", "hours", 1, hours=30)
GOAL = ChecklistItem("g", "goal", 1, occupations=frozenset({"5321"}))
JUDGED = ChecklistItem("j", "judged", 3)


@pytest.mark.row("P6")
@pytest.mark.parametrize(
    ("person", "item", "expected"),
    [
        (PersonFacts(norwegian=Norwegian(oral=known("A2"))), NORWEGIAN, (True, "norwegian")),
        (PersonFacts(norwegian=Norwegian(oral=known("B1", "assessed"))), NORWEGIAN, (True, "norwegian")),
        (PersonFacts(norwegian=Norwegian(oral=known("A1"))), NORWEGIAN, (False, "norwegian")),
        (PersonFacts(norwegian=Norwegian(reading=known("C1"))), NORWEGIAN, (None, "unknown")),
        (PersonFacts(education_level=2), ChecklistItem("e", "education", 1, education_level=2), (True, "education")),
        (PersonFacts(education_level=1), ChecklistItem("e", "education", 1, education_level=2), (False, "education")),
        (PersonFacts(), ChecklistItem("e", "education", 1, education_level=2), (None, "unknown")),
        (PersonFacts(experience=(Experience("5321", "care", 4),)), EXPERIENCE, (False, "experience")),
        (
            PersonFacts(experience=(Experience("5321", "care", 4), Experience("9412", "food", 2))),
            EXPERIENCE,
            (True, "experience"),
        ),
        (PersonFacts(experience=()), EXPERIENCE, (False, "experience")),
        (PersonFacts(), EXPERIENCE, (None, "unknown")),
        (PersonFacts(certificates=(Certificate("crane"),)), TRUCK, (True, "certificate")),
        (PersonFacts(certificates=(Certificate("truck", START),)), TRUCK, (True, "certificate")),
        (
            PersonFacts(certificates=(Certificate("truck", START - timedelta(days=1)),)),
            TRUCK,
            (False, "certificate_expired"),
        ),
        (PersonFacts(certificates=()), TRUCK, (False, "certificate_missing")),
        (PersonFacts(), TRUCK, (None, "unknown")),
        (PersonFacts(hours_available=30), HOURS, (True, "hours")),
        (PersonFacts(hours_available=29.5), HOURS, (False, "hours")),
        (PersonFacts(), HOURS, (None, "unknown")),
        (PersonFacts(goal_occupations=("9412", "5321")), GOAL, (True, "goal")),
        (PersonFacts(goal_occupations=("9412",)), GOAL, (False, "goal_absent")),
        (PersonFacts(), GOAL, (None, "unknown")),
    ],
)
def test_each_kind_of_item(person, item, expected):
    assert answer(person, item) == expected


@pytest.mark.row("P6")
@pytest.mark.parametrize(
    ("judged", "expected"),
    [
        ({"j": Judgement(True, "Har vist det i praksis.")}, (True, "judged")),
        ({"j": Judgement(False, "Mangler det.")}, (False, "judged")),
        ({"j": Judgement(None, "Ikke snakket om.")}, (None, "unknown")),
        ({}, (None, "unknown")),
        (None, (None, "unknown")),
    ],
)
def test_a_judged_item_is_answered_by_the_caseworker_with_her_sentence(judged, expected):
    assert answer(PersonFacts(), JUDGED, judged) == expected


@pytest.mark.row("P6")
def test_fit_is_weight_met_over_weight_and_unknown_counts_as_not_met_and_says_so():
    person = PersonFacts(norwegian=Norwegian(oral=known("B1")), experience=())
    result = fit(person, [NORWEGIAN, EXPERIENCE, JUDGED], on=START)
    assert (result.weight_met, result.weight_total, result.value) == (2, 6, 2 / 6)
    assert [r.item.code for r in result.unknown] == ["j"]
    assert result.points(40) == 13


def test_an_empty_checklist_shows_nothing():
    assert fit(PersonFacts(), [], on=START).value == 0
    assert fit(PersonFacts(), [], on=START).points(40) == 0


@pytest.mark.parametrize(("met", "total", "points"), [(1, 80, 1), (1, 81, 0), (5, 16, 13), (16, 16, 40), (0, 3, 0)])
def test_points_are_rounded_half_up(met, total, points):
    assert fit_points(met, total, 40) == points


@pytest.mark.row("P1")
@pytest.mark.parametrize(
    ("norwegian", "skill", "level", "expected"),
    [
        (Norwegian(written=known("B1")), "reading", "B1", True),
        (Norwegian(written=known("A2")), "writing", "B1", False),
        (Norwegian(written=known("B1"), reading=known("A1")), "reading", "A2", False),
        (Norwegian(written=known("B1")), "listening", "A1", None),
        (Norwegian(reading=known("B2"), writing=known("A2")), "written", "B1", False),
        (Norwegian(reading=known("B2"), writing=known("B1")), "written", "B1", True),
        (Norwegian(reading=known("B2")), "written", "B1", None),
        (Norwegian(written=known("A2"), reading=known("B1"), writing=known("B1")), "written", "B1", True),
        (Norwegian(written=known("B1"), reading=known("A2"), writing=known("A2")), "written", "B1", True),
    ],
)
def test_the_old_written_test_answers_for_both_its_parts_and_the_weaker_part_for_it(norwegian, skill, level, expected):
    assert reaches(norwegian, NorwegianMinimum(skill, level)) is expected


def test_written_from_two_parts_is_only_as_well_known_as_the_weaker_source():
    mixed = Norwegian(reading=known("B1"), writing=known("B1", "assessed"))
    assert mixed.of("written").source == "assessed"


def test_an_assessment_does_not_stand_in_the_way_of_an_older_test():
    norwegian = Norwegian(written=known("B1"), reading=known("C1", "assessed"), writing=known("C1", "assessed"))
    assert norwegian.of("written") == known("C1", "assessed")
    assert norwegian.of("written", documented_only=True) == known("B1")
    assert norwegian.of("reading", documented_only=True) == known("B1")
    assert not norwegian.of("oral", documented_only=True).known
    same = Norwegian(written=known("B1"), reading=known("B1", "assessed"), writing=known("B1", "assessed"))
    assert same.of("written") == known("B1")


@pytest.mark.parametrize(
    "make",
    [
        lambda: SkillLevel("A9", "documented"),
        lambda: SkillLevel("A1"),
        lambda: SkillLevel(None, "assessed"),
        lambda: SkillLevel("A1", "guess"),
        lambda: ChecklistItem("k", "motivation", 1),
        lambda: ChecklistItem("n", "norwegian", 1, skill="oral", level="fluent"),
        lambda: ChecklistItem("n", "norwegian", 1, skill="singing", level="A1"),
        lambda: ChecklistItem("e", "education", -1),
        lambda: Norwegian().of("singing"),
    ],
)
def test_what_is_no_level_skill_or_kind_is_refused(make):
    with pytest.raises(ValueError):
        make()


def better(person: PersonFacts, what: str) -> PersonFacts:
    """The same person with a little more of one thing that checklists ask for."""

    def up(skill):
        if not skill.known:
            return known("A0")
        return SkillLevel(LEVELS[min(LEVELS.index(skill.level) + 1, len(LEVELS) - 1)], skill.source)

    def old_test_only(norwegian):
        # A known part takes the place of the old combined test, so that one may fall where only it was known.
        return norwegian.written.known and not (norwegian.reading.known and norwegian.writing.known)

    if what == "norwegian" and not old_test_only(person.norwegian):
        n = person.norwegian
        return replace(
            person, norwegian=Norwegian(up(n.oral), up(n.listening), up(n.reading), up(n.writing), up(n.written))
        )
    if what == "education":
        return replace(person, education_level=min(5, (person.education_level or 0) + 1))
    if what == "experience":
        return replace(person, experience=(*(person.experience or ()), Experience("5321", "care", 12)))
    if what == "certificates":
        return replace(person, certificates=(*(person.certificates or ()), Certificate("truck")))
    if what == "hours":
        return replace(person, hours_available=(person.hours_available or 0) + 5)
    if what == "goal":
        return replace(person, goal_occupations=(*person.goal_occupations, "7777"))
    return person


@pytest.mark.row("P6")
@given(people, checklists, st.sampled_from(("norwegian", "education", "experience", "certificates", "hours", "goal")))
@examples(200, 6000)
def test_more_of_anything_never_gives_less_fit(person, items, what):
    before = fit(person, items, on=START)
    after = fit(better(person, what), items, on=START)
    assert after.weight_met >= before.weight_met
    assert after.weight_total == before.weight_total
    assert 0 <= before.weight_met <= before.weight_total


@pytest.mark.row("P6")
@given(people, checklists)
@examples(100, 3000)
def test_unknown_is_never_counted_and_always_said(person, items):
    result = fit(person, items, {}, on=START)
    assert result.weight_met == sum(r.item.weight for r in result.items if r.met is True)
    for found in result.items:
        assert (found.met is None) == (found.evidence.code == "unknown")
