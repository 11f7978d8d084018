"""Advice: the sum, the groups, the stops and the warnings (rows P6, P7, P10, C4, C5, K6)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from courses.engines.advice import (
    AdvicePolicy,
    ConceptFacts,
    Demand,
    IntakeFacts,
    Period,
    Situation,
    hard_stops,
    rank,
)
from courses.engines.fit import (
    Certificate,
    ChecklistItem,
    Experience,
    Judgement,
    Norwegian,
    NorwegianMinimum,
    PersonFacts,
    SkillLevel,
)
from courses.engines.hiring import CourseGives, HiringRule, Segment

TODAY = date(2026, 1, 12)
POLICY = AdvicePolicy("1")
SITUATION = Situation(on=TODAY, registered=True, need_assessed=True)
INTAKE = IntakeFacts("i", "care", date(2026, 3, 2), date(2026, 8, 16), deadline=date(2026, 2, 1))
GOOD_MARKET = Demand("5321", openings=100, completed=20, planned=5, unemployed=150)


def concept(**changes) -> ConceptFacts:
    base = ConceptFacts("care", "03", (ChecklistItem("j", "judged", 1),), ("5321",), frozenset({"care"}))
    return replace(base, **changes)


MET = {"j": Judgement(True)}


def ranked(person, course, *intakes, situation=SITUATION, demand=(GOOD_MARKET,), judged=None, segments=()):
    return rank(
        person,
        situation,
        intakes or [INTAKE],
        concepts={course.id: course},
        demand={(course.county, row.occupation): row for row in demand},
        segments=segments,
        judged={course.id: MET if judged is None else judged},
        policy=POLICY,
    )


def only(result):
    (line,) = result.recommended + result.wanted_but + result.blocked
    return line


def part(line, factor):
    (found,) = [p for p in line.parts if p.factor == factor]
    return found


def codes(reasons):
    return [reason.code for reason in reasons]


@pytest.mark.row("P6")
def test_the_points_are_the_weighted_sum_and_explained_part_by_part():
    person = PersonFacts(goal_occupations=("9412", "5321"), plan_occupations=("5321",))
    items = (ChecklistItem("j", "judged", 3), ChecklistItem("e", "education", 1, education_level=2))
    line = only(ranked(person, concept(items=items), demand=[replace(GOOD_MARKET, completed=50, planned=20)]))
    values = {p.factor: (p.weight, pytest.approx(p.value)) for p in line.parts}
    assert values == {"fit": (40, 0.75), "demand": (30, 0.4), "progression": (15, 1), "wish": (15, 0.67)}
    assert line.points == pytest.approx(30 + 12 + 15 + 10.05)
    assert (line.group, line.band) == ("recommended", "good")
    assert codes(part(line, "wish").reasons) == ["wish_rank"]
    assert all(p.reasons for p in line.parts)


@pytest.mark.row("C5")
@pytest.mark.parametrize(
    ("openings", "completed", "planned", "value", "code"),
    [
        (100, 20, 5, 1.0, "demand"),
        (100, 0, 0, 1.0, "demand"),
        (100, 30, 25, 0.6, "demand"),
        (100, 60, 40, 0.0, "demand"),
        (100, 60, 41, 0.0, "demand_saturated"),
        (10, 5, 2, 0.4, "demand"),
        (9, 100, 100, 0.5, "demand_unknown"),
        (0, 0, 0, 0.5, "demand_unknown"),
        (None, 7, 7, 0.5, "demand_unknown"),
    ],
)
def test_demand_falls_with_saturation_and_is_unknown_on_few_openings(openings, completed, planned, value, code):
    row = Demand("5321", openings, completed, planned, unemployed=300)
    found = part(only(ranked(PersonFacts(), concept(), demand=[row])), "demand")
    assert found.value == pytest.approx(value)
    assert codes(found.reasons) == [code]
    if code != "demand_unknown":
        assert found.reasons[0].params["unemployed_per_opening"] == pytest.approx(300 / openings)


@pytest.mark.row("C5")
def test_the_best_occupation_speaks_but_an_unknown_one_does_not_hide_a_full_market():
    both = concept(occupations=("5321", "9412"))
    full = Demand("5321", 20, 50, 0)
    better = Demand("9412", 100, 40, 0)
    assert part(only(ranked(PersonFacts(), both, demand=[full, better])), "demand").value == pytest.approx(0.8)
    assert part(only(ranked(PersonFacts(), both, demand=[full])), "demand").value == 0
    assert part(only(ranked(PersonFacts(), both, demand=[])), "demand").value == 0.5
    assert part(only(ranked(PersonFacts(), concept(occupations=()), demand=[])), "demand").value == 0.5


@pytest.mark.row("C5")
@pytest.mark.parametrize(("wanted", "said"), [(("8344",), ["demand", "demand_tight"]), (("9999",), ["demand"])])
def test_little_room_in_the_occupation_she_wants_is_said_although_another_of_the_course_decides(wanted, said):
    """Everybody has the forklift licence; that there is room for warehouse workers does not hide it (the report)."""
    both = concept(occupations=("9333", "8344"))
    demand = [Demand("9333", 53, 24), Demand("8344", 24, 24, unemployed=208)]
    line = only(ranked(PersonFacts(goal_occupations=wanted), both, demand=demand))
    assert codes(part(line, "demand").reasons) == said
    assert ("demand_tight" in codes(line.warnings)) == (len(said) == 2)
    assert part(line, "demand").value == pytest.approx(4 * (53 - 24) / (3 * 53)), "no number depends on it"


@pytest.mark.row("C5")
def test_a_full_market_warns_and_is_listed_under_wanted_but():
    person = PersonFacts(goal_occupations=("5321",), plan_occupations=("5321",))
    line = only(ranked(person, concept(), demand=[Demand("5321", 100, 80, 21)]))
    assert (line.group, line.band) == ("wanted_but", "poor")
    assert codes(line.below) == ["demand_below"]
    assert "demand_saturated" in codes(line.warnings)
    assert line.wished and line.points == pytest.approx(40 + 15 + 15)


@pytest.mark.row("C5")
@pytest.mark.parametrize(("trained", "group"), [(85, "recommended"), (86, "wanted_but")])
def test_the_floor_of_demand_is_met_exactly(trained, group):
    assert only(ranked(PersonFacts(), concept(), demand=[Demand("5321", 100, trained)])).group == group


@pytest.mark.row("P6")
@pytest.mark.parametrize(("weight", "group"), [(1, "recommended"), (2, "wanted_but")])
def test_the_floor_of_fit_holds_whatever_the_wish(weight, group):
    items = (ChecklistItem("j", "judged", 1), ChecklistItem("k", "judged", weight))
    person = PersonFacts(goal_occupations=("5321",), plan_occupations=("5321",))
    line = only(ranked(person, concept(items=items)))
    assert line.group == group
    assert codes(line.below) == ([] if group == "recommended" else ["fit_below"])


@pytest.mark.row("P6")
@pytest.mark.parametrize(
    ("person", "value", "code"),
    [
        (PersonFacts(plan_occupations=("5321",)), 1, "continues_plan"),
        (PersonFacts(experience=(Experience("5321", "care", 3),)), 1, "continues_work"),
        (PersonFacts(experience=(Experience("9999", "care", 3),)), 1, "continues_work"),
        (PersonFacts(education_sectors=("care",)), 1, "continues_education"),
        (PersonFacts(earlier_course_sectors=("care", "food")), 0.5, "same_sector_as_earlier_course"),
        (PersonFacts(), 0.5, "new_sector"),
        (PersonFacts(earlier_course_sectors=("food",)), 0.5, "new_sector"),
        # a job whose sector nobody wrote down is no sector of its own
        (
            PersonFacts(earlier_course_sectors=("food",), experience=(Experience("8344", "", 9),)),
            0.5,
            "new_sector",
        ),
        (PersonFacts(earlier_course_sectors=("food", "office")), 0, "third_sector"),
        (
            PersonFacts(earlier_course_sectors=("food",), experience=(Experience("8344", "transport", 9),)),
            0,
            "third_sector",
        ),
    ],
)
def test_progression_continues_what_she_has_and_is_no_hop_to_a_third_sector(person, value, code):
    found = part(only(ranked(person, concept())), "progression")
    assert found.value == value and codes(found.reasons) == [code]


@pytest.mark.row("P6")
@pytest.mark.parametrize(("place", "value"), [(1, 1), (2, 0.67), (3, 0.33), (4, 0), (None, 0)])
def test_wish_by_place_in_her_own_order(place, value):
    goals = ["a", "b", "c", "d"]
    if place:
        goals.insert(place - 1, "5321")
    line = only(ranked(PersonFacts(goal_occupations=tuple(goals)), concept()))
    assert part(line, "wish").value == value
    assert line.wished == (place is not None)


BLOCKS = {
    "too_young": ({"legal_age_from": INTAKE.starts_on + timedelta(days=1)}, {}),
    "not_registered": ({"registered": False}, {}),
    "need_not_assessed": ({"need_assessed": False}, {}),
    "overlapping_measure": ({"measures": (Period(TODAY, INTAKE.starts_on, "AMO"),)}, {}),
    "intake_closed": ({}, {"is_open": False}),
    "overlapping_measure on the last day": ({"measures": (Period(INTAKE.ends_on, INTAKE.ends_on, "AMO"),)}, {}),
}


@pytest.mark.row("P3")
@pytest.mark.parametrize("code", BLOCKS)
def test_a_hard_condition_stops_and_tells_which(code):
    situation, intake = BLOCKS[code]
    result = ranked(PersonFacts(), concept(), replace(INTAKE, **intake), situation=replace(SITUATION, **situation))
    assert codes(only(result).stops) == [code.split()[0]]
    assert only(result).group == "blocked"
    assert result.not_amo_now is None


@pytest.mark.row("P3")
def test_what_lies_just_inside_the_limits_does_not_stop():
    situation = replace(
        SITUATION,
        legal_age_from=INTAKE.starts_on,
        measures=(
            Period(TODAY, INTAKE.starts_on - timedelta(days=1)),
            Period(INTAKE.ends_on + timedelta(days=1), INTAKE.ends_on + timedelta(days=9)),
        ),
    )
    assert only(ranked(PersonFacts(), concept(), replace(INTAKE, deadline=TODAY), situation=situation)).stops == ()
    late = ranked(PersonFacts(), concept(), replace(INTAKE, deadline=TODAY - timedelta(days=1)))
    assert codes(only(late).stops) == ["intake_closed"]


@pytest.mark.row("K6")
@pytest.mark.parametrize(
    ("oral", "stops", "clarify"),
    [
        (SkillLevel("A1", "documented"), ["norwegian_below"], []),
        (SkillLevel("A1", "assessed"), ["norwegian_below"], []),
        (SkillLevel("A2", "assessed"), [], []),
        (SkillLevel(), [], ["norwegian_unknown"]),
    ],
)
def test_norwegian_below_the_stated_minimum_stops_and_unknown_must_be_clarified(oral, stops, clarify):
    course = concept(norwegian=(NorwegianMinimum("oral", "A2", "Muntlige beskjeder om beboerne."),))
    line = only(ranked(PersonFacts(norwegian=Norwegian(oral=oral)), course))
    assert (codes(line.stops), codes(line.clarify)) == (stops, clarify)
    for reason in (*line.stops, *line.clarify):
        assert reason.params["reason"] == "Muntlige beskjeder om beboerne."


@pytest.mark.row("C4")
def test_closed_forms_of_employment_warn_with_what_stays_open_and_never_stop():
    rules = (HiringRule("permanent", needs=(("health_worker",),)), HiringRule("on_call", permission_from="X"))
    segment = Segment("homes", "5321", rules)
    line = only(ranked(PersonFacts(), concept(), segments=[segment, replace(segment, code="other", occupation="1")]))
    (warning,) = line.warnings
    assert warning.code == "hiring_closed"
    assert (warning.params["open"], warning.params["closed"]) == (("on_call",), ("permanent",))
    assert line.group == "recommended" and [h.segment.code for h in line.hiring] == ["homes"]
    held = PersonFacts(certificates=(Certificate("health_worker"),))
    assert only(ranked(held, concept(), segments=[segment])).warnings == ()


@pytest.mark.row("C4")
def test_each_intake_is_held_against_the_rules_that_hold_when_it_ends():
    rules = (HiringRule("permanent", needs=(("health_worker",),), valid_to=INTAKE.ends_on),)
    segment = Segment("homes", "5321", rules)
    later = replace(INTAKE, id="later", ends_on=INTAKE.ends_on + timedelta(days=1))
    for intakes in ((INTAKE, later), (later, INTAKE)):
        result = ranked(PersonFacts(), concept(), *intakes, segments=[segment])
        assert {line.intake.id: codes(line.warnings) for line in result.recommended} == {
            "i": ["hiring_closed"],
            "later": [],
        }


@pytest.mark.row("C4")
def test_a_rule_that_another_takes_over_from_is_told_for_the_right_intake():
    old = HiringRule("permanent", needs=(("health_worker",),), valid_to=INTAKE.ends_on)
    new = HiringRule("permanent", needs=(("truck",),), valid_from=INTAKE.ends_on + timedelta(days=1))
    later = replace(INTAKE, id="later", ends_on=INTAKE.ends_on + timedelta(days=1))
    result = ranked(PersonFacts(), concept(), INTAKE, later, segments=[Segment("homes", "5321", (old, new))])
    needs = {line.intake.id: line.hiring[0].at_end[0].missing[0].any_of for line in result.recommended}
    assert needs == {"i": ("health_worker",), "later": ("truck",)}


@pytest.mark.row("C4")
def test_another_countys_rules_say_nothing_of_a_course():
    rules = (HiringRule("permanent", needs=(("health_worker",),)),)
    course = concept()
    here, there = (Segment("homes", "5321", rules, county=county) for county in (course.county, "elsewhere"))
    assert [len(only(ranked(PersonFacts(), course, segments=[one])).hiring) for one in (here, there)] == [1, 0]


@pytest.mark.row("P3")
def test_the_stops_are_the_same_when_asked_for_alone():
    course = concept(norwegian=(NorwegianMinimum("oral", "A2"),))
    person = PersonFacts(norwegian=Norwegian(oral=SkillLevel("A1", "assessed")))
    situation = replace(SITUATION, registered=False)
    stops = only(ranked(person, course, situation=situation)).stops
    assert codes(stops) == ["not_registered", "norwegian_below"]
    assert hard_stops(person, situation, INTAKE, course) == stops


@pytest.mark.row("P6")
@pytest.mark.parametrize(("shifts", "clarify"), [(None, ["shifts_unknown"]), (frozenset(), []), ({"evenings"}, [])])
def test_hours_outside_the_day_are_asked_about_where_nothing_is_known(shifts, clarify):
    course = concept(usual_shifts=frozenset({"evenings"}))
    line = only(ranked(PersonFacts(shifts=shifts and frozenset(shifts)), course))
    assert codes(line.clarify) == clarify and line.stops == ()
    assert codes(line.warnings) == (["outside_shifts"] if shifts == frozenset() else [])


@pytest.mark.row("P3")
@pytest.mark.parametrize(
    ("periods", "warned"),
    [
        ([], None),
        ([(-90, 9999)], None),
        ([(-90, 49)], None),  # the course's first day
        ([(-90, 48)], 48),
        ([(-90, 10), (11, 200)], None),  # renewed before the course
        ([(-90, 10), (60, 200)], 10),
    ],
)
def test_a_registration_that_ends_before_the_course_is_warned_about(periods, warned):
    days = tuple(Period(TODAY + timedelta(first), TODAY + timedelta(last)) for first, last in periods)
    line = only(ranked(PersonFacts(), concept(), situation=replace(SITUATION, registrations=days)))
    expected = [] if warned is None else [("registration_ends", TODAY + timedelta(warned))]
    assert [(one.code, one.params["ends_on"]) for one in line.warnings] == expected and line.stops == ()


@pytest.mark.row("P7")
@pytest.mark.parametrize(
    ("person", "situation", "warning"),
    [
        ({}, {"courses_without_work": 2}, "courses_without_work"),
        ({}, {"districts": frozenset({"Frogner"})}, "outside_districts"),
        ({"shifts": frozenset({"night"})}, {}, "outside_shifts"),
        ({"hours_available": 20}, {}, "outside_hours"),
    ],
)
def test_warnings_never_stop(person, situation, warning):
    course = concept(usual_shifts=frozenset({"day"}), hours_per_week=30)
    intake = replace(INTAKE, district="Alna")
    line = only(ranked(PersonFacts(**person), course, intake, situation=replace(SITUATION, **situation)))
    assert codes(line.warnings) == [warning]
    assert line.group == "recommended" and line.stops == ()
    quiet = replace(SITUATION, courses_without_work=1, districts=frozenset({"Alna"}))
    fine = PersonFacts(shifts=frozenset({"day"}), hours_available=30)
    assert only(ranked(fine, course, intake, situation=quiet)).warnings == ()


@pytest.mark.row("P7")
@pytest.mark.parametrize(
    ("person", "warning"),
    [
        (
            PersonFacts(certificates=(Certificate("diploma"),), earlier_course_occupations=("5321",)),
            "same_occupation_before",
        ),
        (PersonFacts(certificates=(Certificate("diploma", TODAY), Certificate("hygiene"))), None),
        (PersonFacts(earlier_course_occupations=("9412",)), None),
    ],
)
def test_a_course_that_repeats_what_she_has_says_so_and_stops_nothing(person, warning):
    course = concept(gives=CourseGives(qualifications=frozenset({"diploma", "hygiene"})))
    line = only(ranked(person, course))
    assert codes(line.warnings) == ([warning] if warning else [])
    assert line.group == "recommended"


@pytest.mark.row("P7")
def test_a_course_that_gives_nothing_she_has_not_is_set_aside_whatever_its_points():
    course = concept(gives=CourseGives(qualifications=frozenset({"diploma", "hygiene"})))
    holder = PersonFacts(certificates=(Certificate("diploma"), Certificate("hygiene")))
    result = ranked(holder, course)
    line = only(result)
    assert codes(line.below) == ["gives_nothing_new"] and line.warnings == ()
    assert (line.group, line.band) == ("wanted_but", "poor")
    assert line.points == only(ranked(replace(holder, certificates=holder.certificates[:1]), course)).points
    assert codes(result.not_amo_now.reasons) == ["nothing_new"]


@pytest.mark.row("P10")
def test_a_course_counts_once_among_the_reasons_however_many_classes_it_has():
    later = replace(INTAKE, id="later", starts_on=INTAKE.starts_on + timedelta(days=30))
    (reason,) = ranked(PersonFacts(), concept(), INTAKE, later, judged={}).not_amo_now.reasons
    assert reason.params == {"courses": 1, "of": 1}


@pytest.mark.row("C5")
def test_a_full_market_is_not_hidden_by_a_better_one_that_the_course_leads_to_too():
    full = Demand("8344", 20, completed=15, planned=10)
    found = part(
        only(ranked(PersonFacts(), concept(occupations=("5321", "8344")), demand=[GOOD_MARKET, full])), "demand"
    )
    alone = part(only(ranked(PersonFacts(), concept(), demand=[GOOD_MARKET])), "demand")
    assert codes(found.reasons) == ["demand", "demand_saturated"] and found.reasons[1].params["occupation"] == "8344"
    assert found.value == alone.value


@pytest.mark.row("P10")
def test_nothing_that_clears_both_floors_is_not_amo_now_with_another_way():
    items = (ChecklistItem("n", "norwegian", 3, skill="oral", level="B1"), ChecklistItem("j", "judged", 1))
    person = PersonFacts(norwegian=Norwegian(oral=SkillLevel("A1", "documented")))
    result = ranked(person, concept(items=items))
    assert codes(result.not_amo_now.reasons) == ["fit_below"]
    assert codes(result.not_amo_now.other_ways)[0] == "norwegian_tuition"
    assert (
        ranked(
            replace(person, norwegian=Norwegian(oral=SkillLevel("B1", "documented"))), concept(items=items)
        ).not_amo_now
        is None
    )


@pytest.mark.row("P10")
@pytest.mark.parametrize(
    ("person", "item", "way"),
    [
        (PersonFacts(education_level=0), ChecklistItem("e", "education", 1, education_level=1), "primary_school"),
        (PersonFacts(education_level=1), ChecklistItem("e", "education", 1, education_level=2), "upper_secondary"),
        (PersonFacts(), ChecklistItem("e", "education", 1, education_level=2), "complete_mapping"),
        (PersonFacts(experience=()), ChecklistItem("x", "experience", 1, months=3), "work_practice"),
    ],
)
def test_the_nearest_other_way_follows_what_is_missing(person, item, way):
    assert codes(ranked(person, concept(items=(item,))).not_amo_now.other_ways)[0] == way


@pytest.mark.row("P10")
def test_long_practice_points_to_a_vocational_certificate_and_a_full_market_to_a_wage_subsidy():
    person = PersonFacts(experience=(Experience("5321", "care", 60),), education_level=1)
    ways = codes(ranked(person, concept(), demand=[Demand("5321", 10, 50)]).not_amo_now.other_ways)
    assert ways == ["vocational_certificate", "wage_subsidy", "work_practice"]


@pytest.mark.row("P10")
def test_norwegian_below_every_minimum_is_not_amo_now_and_no_intakes_at_all_too():
    course = concept(norwegian=(NorwegianMinimum("oral", "A2"),))
    result = ranked(PersonFacts(norwegian=Norwegian(oral=SkillLevel("A1", "assessed"))), course)
    assert codes(result.not_amo_now.reasons) == ["norwegian_below"]
    assert codes(result.not_amo_now.other_ways)[0] == "norwegian_tuition"
    nothing = rank(PersonFacts(), SITUATION, [], concepts={}, demand={}, policy=POLICY)
    assert codes(nothing.not_amo_now.reasons) == ["no_intakes"]
    assert nothing.not_amo_now.other_ways


@pytest.mark.row("P6")
def test_the_best_comes_first_then_the_earliest_start():
    plain, wished = concept(id="plain", occupations=("9412",)), concept(id="wished")
    intakes = [
        replace(INTAKE, id="a", concept="plain"),
        replace(INTAKE, id="b-late", concept="wished", starts_on=date(2026, 4, 6)),
        replace(INTAKE, id="c-early", concept="wished"),
    ]
    result = rank(
        PersonFacts(goal_occupations=("5321",)),
        SITUATION,
        intakes,
        concepts={"plain": plain, "wished": wished},
        demand={("03", "5321"): GOOD_MARKET, ("03", "9412"): replace(GOOD_MARKET, occupation="9412")},
        judged={"plain": MET, "wished": MET},
        policy=POLICY,
    )
    assert [line.intake.id for line in result.recommended] == ["c-early", "b-late", "a"]


@pytest.mark.row("P6")
def test_a_certificate_counts_only_for_the_starts_before_it_expires():
    items = (ChecklistItem("c", "certificate", 1, certificates=frozenset({"truck"})),)
    later = replace(INTAKE, id="later", starts_on=date(2026, 5, 4))
    person = PersonFacts(certificates=(Certificate("truck", date(2026, 4, 1)),))
    result = ranked(person, concept(items=items), INTAKE, later)
    assert [line.intake.id for line in result.recommended] == ["i"]
    assert [line.intake.id for line in result.wanted_but] == ["later"]
