"""What advice may never do, whatever the person and the course: monotone in each factor, no wish overturns (row P6)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engines.advice import AdvicePolicy, Demand, rank
from courses.engines.fit import ChecklistItem, Experience, Judgement
from tests.engines.counts import examples
from tests.engines.people import OCCUPATIONS, checklists_without_goal, people
from tests.engines.test_advice import GOOD_MARKET, INTAKE, MET, POLICY, SITUATION, concept, only, part, ranked


@pytest.mark.row("P6")
@given(people, checklists_without_goal, checklists_without_goal, st.permutations(OCCUPATIONS))
@examples(150, 5000)
def test_a_wish_cannot_overturn_a_clear_lead(person, items, other_items, goals):
    first = concept(id="first", items=items)
    second = concept(id="second", items=other_items, occupations=("9412",), sectors=frozenset({"food"}))
    intakes = [replace(INTAKE, id=c.id, concept=c.id) for c in (first, second)]

    def lines(who):
        result = rank(who, SITUATION, intakes, concepts={"first": first, "second": second}, demand={}, policy=POLICY)
        found = {line.intake.id: line for line in result.recommended + result.wanted_but + result.blocked}
        return found["first"], found["second"]

    one, two = lines(replace(person, goal_occupations=()))
    if abs(one.points - two.points) > 15:
        wished_one, wished_two = lines(replace(person, goal_occupations=tuple(goals)))
        assert (wished_one.points > wished_two.points) == (one.points > two.points)
        assert (wished_one.group, wished_two.group) == (one.group, two.group)


@pytest.mark.row("P6")
@given(
    people,
    checklists_without_goal,
    st.integers(10, 200),
    st.integers(0, 200),
    st.integers(0, 50),
    st.integers(0, 50),
)
@examples(150, 5000)
def test_more_openings_or_fewer_trained_never_give_fewer_points(person, items, openings, trained, more, fewer):
    course = concept(items=items)
    before = only(ranked(person, course, demand=[Demand("5321", openings, trained)]))
    after = only(ranked(person, course, demand=[Demand("5321", openings + more, max(0, trained - fewer))]))
    assert after.points >= before.points
    assert 0 <= before.points <= 100 + 1e-9


@pytest.mark.row("P6")
@given(people, checklists_without_goal)
@examples(100, 3000)
def test_each_step_up_her_list_never_gives_fewer_points(person, items):
    found = []
    for place in range(5, -1, -1):
        goals = ["a", "b", "c", "d", "e"]
        goals.insert(place, "5321")
        found.append(only(ranked(replace(person, goal_occupations=tuple(goals)), concept(items=items))).points)
    assert found == sorted(found)


CONTINUES = {
    "plan": lambda person: replace(person, plan_occupations=(*person.plan_occupations, "5321")),
    "education": lambda person: replace(person, education_sectors=(*person.education_sectors, "care")),
    "work": lambda person: replace(person, experience=(*(person.experience or ()), Experience("5321", "care", 1))),
    "course": lambda person: replace(person, earlier_course_sectors=(*person.earlier_course_sectors, "care")),
}
HOPS = {
    "education": lambda person: replace(person, education_sectors=(*person.education_sectors, "mining")),
    "work": lambda person: replace(person, experience=(*(person.experience or ()), Experience("8111", "mining", 9))),
    "course": lambda person: replace(person, earlier_course_sectors=(*person.earlier_course_sectors, "mining")),
}


@pytest.mark.row("P6")
@given(people, st.sampled_from(sorted(CONTINUES)))
@examples(150, 5000)
def test_more_behind_her_in_the_course_s_own_line_never_gives_less_progression(person, what):
    before = part(only(ranked(person, concept())), "progression").points
    assert part(only(ranked(CONTINUES[what](person), concept())), "progression").points >= before


@pytest.mark.row("P6")
@given(people, st.sampled_from(sorted(HOPS)))
@examples(150, 5000)
def test_one_more_line_of_business_elsewhere_never_gives_more_progression(person, what):
    before = part(only(ranked(person, concept())), "progression").points
    assert part(only(ranked(HOPS[what](person), concept())), "progression").points <= before


@pytest.mark.row("P6")
@given(people, checklists_without_goal, st.integers(0, 5))
@examples(150, 5000)
def test_one_more_item_met_never_gives_fewer_points_nor_a_lower_band(person, items, more):
    judged = [ChecklistItem(f"j{n}", "judged", 2) for n in range(6)]
    course = concept(items=(*items, *judged))

    def line(met):
        return only(ranked(person, course, judged={f"j{n}": Judgement(n < met) for n in range(6)}))

    before, after = line(more), line(more + 1)
    assert after.points > before.points
    assert ("poor", "possible", "good").index(after.band) >= ("poor", "possible", "good").index(before.band)


@pytest.mark.row("P6")
@given(people, checklists_without_goal, st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
@examples(100, 3000)
def test_any_weights_that_sum_to_100_keep_the_points_between_0_and_100(person, items, one, two, three):
    cuts = sorted((one, two, three))
    weights = dict(
        zip(
            ("fit", "demand", "progression", "wish"),
            (cuts[0], cuts[1] - cuts[0], cuts[2] - cuts[1], 100 - cuts[2]),
            strict=True,
        )
    )
    course = concept(items=items)
    found = rank(
        person,
        SITUATION,
        [INTAKE],
        concepts={"care": course},
        demand={("03", "5321"): GOOD_MARKET},
        judged={"care": MET},
        policy=AdvicePolicy("2", **weights),
    )
    line = only(found)
    assert 0 <= line.points <= 100 + 1e-9
    assert line.points == pytest.approx(sum(p.value * p.weight for p in line.parts))
