"""The allocation's rules, each by a case counted by hand (rows A1, A2, A3, A4, C3)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from courses.engines.allocation import (
    AllocationPolicy,
    Application,
    CutOff,
    Intake,
    Points,
    Quota,
    Wish,
    allocate,
    score,
)

POLICY = AllocationPolicy("1")
MONDAY = datetime(2026, 1, 5, 9, tzinfo=UTC)


def applicant(name, office, points, *intakes, days=0, submitted=MONDAY, holds=None, blocked=""):
    """An applicant with the given points from fit alone at every intake she wishes for."""
    return Application(
        name, office, submitted, tuple(Wish(i, points, 40, days, blocked=blocked) for i in intakes), holds
    )


def run(applications, *intakes, seed=b"seed"):
    return allocate(applications, intakes, seed=seed, policy=POLICY)


@pytest.mark.row("A2")
def test_points_are_those_of_the_printed_example():
    wish = Wish("i", fit_met=3, fit_total=4, days_waiting=284, earlier_refusals=1, earlier_courses=1)
    assert score(wish, POLICY) == Points(fit=30, waiting=19, refusals=10, courses=-5)
    assert score(wish, POLICY).total == 54


@pytest.mark.row("A2")
@pytest.mark.parametrize(
    ("facts", "factor", "points"),
    [
        ({"fit_met": 1, "fit_total": 16}, "fit", 3),  # 2.5 is rounded up
        ({"fit_met": 3, "fit_total": 16}, "fit", 8),  # and 7.5 too
        ({"fit_met": 0, "fit_total": 0}, "fit", 0),
        ({"days_waiting": 14}, "waiting", 0),
        ({"days_waiting": 15}, "waiting", 1),
        ({"days_waiting": 364}, "waiting", 24),
        ({"days_waiting": 365}, "waiting", 25),
        ({"days_waiting": 5000}, "waiting", 25),
        ({"earlier_refusals": 1}, "refusals", 10),
        ({"earlier_refusals": 2}, "refusals", 15),
        ({"earlier_refusals": 9}, "refusals", 15),
        ({"earlier_courses": 1}, "courses", -5),
        ({"earlier_courses": 3}, "courses", -15),
        ({"earlier_courses": 6}, "courses", -15),
    ],
)
def test_points_by_factor(facts, factor, points):
    wish = replace(Wish("i", 0, 1), **facts)
    assert getattr(score(wish, POLICY), factor) == points
    assert score(wish, POLICY).total == points


@pytest.mark.row("A1")
def test_everybody_gets_the_highest_wish_she_can_and_lower_ones_close():
    first, second = applicant("first", "a", 30, "x", "y"), applicant("second", "a", 20, "x", "y")
    result = run([second, first], Intake("x", 1), Intake("y", 1))
    assert result.placed == {"first": "x", "second": "y"}
    assert [o.status for o in result.outcomes() if o.application == "first"] == ["placed", "closed"]
    assert [o.status for o in result.outcomes() if o.application == "second"] == ["full", "placed"]


@pytest.mark.row("A2")
def test_equal_points_go_by_days_waiting_then_by_the_earlier_application_then_by_lot():
    # 15 and 20 days are both worth one point; the best makes the limit one that rests on two.
    best, two = applicant("best", "a", 39, "x"), Intake("x", 2)
    longer = applicant("longer", "a", 30, "x", days=20, submitted=MONDAY.replace(hour=10))
    shorter = applicant("shorter", "a", 30, "x", days=15)
    result = run([best, shorter, longer], two)
    assert result.placed == {"best": "x", "longer": "x"}
    assert result.outcome("shorter", 1).tie == "days_waiting"

    late = applicant("late", "a", 30, "x", submitted=MONDAY.replace(hour=10))
    early = applicant("early", "a", 30, "x")
    result = run([best, late, early], two)
    assert result.placed == {"best": "x", "early": "x"}
    assert result.outcome("late", 1).tie == "submitted"

    same = [applicant(name, "a", 30, "x") for name in ("p", "q")]
    winners = {next(iter(run(same, Intake("x", 1), seed=bytes([n])).placed)) for n in range(30)}
    assert winners == {"p", "q"}
    result = run([best, *same], two)
    loser = ({"p", "q"} - set(result.placed)).pop()
    assert result.outcome(loser, 1).tie == "lot"


@pytest.mark.row("A2", "A5")
def test_a_tie_with_the_one_person_placed_is_not_told():
    """She knows her own points: that they were equal would be the other's points."""
    result = run([applicant("p", "a", 30, "x"), applicant("q", "a", 30, "x", days=1)], Intake("x", 1))
    (refused,) = [outcome for outcome in result.outcomes() if outcome.status == "full"]
    assert (refused.cut_off, refused.tie) == (CutOff(1, 30, False), "")


@pytest.mark.row("C3")
def test_minimums_come_first_then_maximums_then_free_places_over_quota():
    quotas = {"a": Quota(0, 2), "b": Quota(1, 1)}
    people = [applicant(f"a{n}", "a", 40 - n, "x") for n in range(4)] + [applicant("b0", "b", 1, "x")]
    result = run(people, Intake("x", 4, quotas))
    steps = {o.application: o.step for o in result.outcomes() if o.status == "placed"}
    assert steps == {"b0": "minimum", "a0": "maximum", "a1": "maximum", "a2": "over_quota"}
    assert result.cut_offs() == {
        ("x", "b", "minimum"): CutOff(1, 1, False),
        ("x", "a", "maximum"): CutOff(2, 39, True),
        ("x", "a", "over_quota"): CutOff(1, 38, False),
    }


@pytest.mark.row("C3")
def test_an_office_without_a_quota_gets_what_the_others_leave():
    people = [applicant("guest", "c", 40, "x"), applicant("own", "a", 10, "x")]
    crowded = run(people, Intake("x", 1, {"a": Quota(0, 1)}))
    assert crowded.placed == {"own": "x"}
    assert crowded.outcome("guest", 1).reason == "other_quota"
    roomy = run(people, Intake("x", 2, {"a": Quota(0, 1)}))
    assert roomy.outcome("guest", 1).step == "over_quota"


@pytest.mark.row("A2")
def test_a_refusal_tells_the_offices_places_and_their_lowest_points():
    people = [applicant(name, "a", points, "x") for name, points in (("p", 33), ("q", 31), ("r", 30))]
    people += [applicant(f"b{n}", "b", 5, "x") for n in range(2)]
    refused = run(people, Intake("x", 4, {"a": Quota(0, 2), "b": Quota(2, 2)})).outcome("r", 1)
    assert (refused.status, refused.reason, refused.cut_off) == ("full", "own_office", CutOff(2, 31, True))


@pytest.mark.row("A2", "A5")
@pytest.mark.parametrize("quotas", [{}, {"a": Quota(0, 5), "b": Quota(0, 5)}])
def test_places_that_were_for_anybody_are_not_told_as_her_offices(quotas):
    people = [applicant("mate", "a", 40, "x"), applicant("she", "a", 18, "x")]
    people += [applicant(name, "b", 20, "x") for name in ("p", "q")]
    refused = run(people, Intake("x", 3, quotas)).outcome("she", 1)
    assert (refused.reason, refused.cut_off) == ("outranked", CutOff(3, 20, True))


@pytest.mark.row("A2", "A5")
def test_the_lowest_of_the_places_she_could_have_had_is_the_limit():
    people = [applicant(name, "a", points, "x") for name, points in (("p", 30), ("q", 29), ("r", 10))]
    people += [applicant(f"b{number}", "b", 40 - number, "x") for number in range(4)]
    # What is set aside for her office went at 29, the places for anybody at 37: two were hers to have.
    set_aside = run(people, Intake("x", 6, {"a": Quota(2, 5), "b": Quota(0, 4)})).outcome("r", 1)
    assert (set_aside.reason, set_aside.cut_off) == ("own_office", CutOff(2, 29, True))
    # Her office has its one; two of the other's are over quota, and those she could have had.
    people = people[1:2] + people[2:3] + people[3:]
    over = run(people, Intake("x", 4, {"a": Quota(0, 1), "b": Quota(0, 1)})).outcome("r", 1)
    assert (over.reason, over.cut_off) == ("own_office", CutOff(1, 29, False))
    people = [applicant("q", "a", 40, "x"), applicant("r", "a", 10, "x")]
    people += [applicant(f"b{number}", "b", 30 - number, "x") for number in range(3)]
    over = run(people, Intake("x", 4, {"a": Quota(0, 1), "b": Quota(0, 1)})).outcome("r", 1)
    assert (over.reason, over.cut_off) == ("outranked", CutOff(2, 28, True))


@pytest.mark.row("A2", "A5")
def test_where_more_is_set_aside_than_there_is_the_limit_is_that_of_all_the_places():
    people = [applicant(name, "b", points, "x") for name, points in (("p", 30), ("q", 20))]
    people += [applicant("she", "a", 10, "x")]
    refused = run(people, Intake("x", 2, {"a": Quota(1, 2), "b": Quota(2, 2)})).outcome("she", 1)
    assert (refused.reason, refused.cut_off) == ("outranked", CutOff(2, 20, True))


@pytest.mark.row("A2")
def test_a_refusal_tells_when_the_place_went_to_an_office_below_its_minimum():
    people = [applicant("p", "a", 40, "x"), applicant("q", "b", 1, "x")]
    refused = run(people, Intake("x", 1, {"a": Quota(0, 1), "b": Quota(1, 1)})).outcome("p", 1)
    assert (refused.reason, refused.cut_off) == ("other_minimum", None)


@pytest.mark.row("A2")
def test_a_cut_off_that_rests_on_one_person_is_not_printable():
    people = [applicant("p", "a", 33, "x"), applicant("q", "a", 31, "x")]
    assert run(people, Intake("x", 1)).outcome("q", 1).cut_off == CutOff(1, 33, False)


@pytest.mark.row("A3")
def test_frozen_places_are_not_touched_and_count_towards_their_offices_quota():
    people = [applicant("p", "a", 40, "x"), applicant("q", "b", 1, "x")]
    intake = Intake("x", 2, {"a": Quota(0, 1), "b": Quota(0, 1)}, taken={"a": 1})
    result = run(people, intake)
    assert result.placed == {"q": "x"}
    assert result.outcome("p", 1).reason == "own_taken"
    full = run(people, replace(intake, taken={"a": 1, "b": 1}))
    assert full.placed == {}
    assert {o.reason for o in full.outcomes()} == {"none_left"}


@pytest.mark.row("A3")
def test_a_minimum_that_is_filled_by_a_frozen_place_gives_no_more_preference():
    people = [applicant("p", "a", 40, "x"), applicant("q", "b", 1, "x")]
    quotas = {"a": Quota(0, 2), "b": Quota(1, 2)}
    assert run(people, Intake("x", 1, quotas)).placed == {"q": "x"}
    assert run(people, Intake("x", 2, quotas, taken={"b": 1})).placed == {"p": "x"}


@pytest.mark.row("A3")
def test_one_who_holds_a_place_is_tried_only_for_what_she_ranks_higher():
    holder = applicant("holder", "a", 40, "x", "y", "z", holds="y")
    result = run([holder], Intake("x", 0), Intake("y", 2, taken={"a": 1}), Intake("z", 1))
    assert [o.status for o in result.outcomes()] == ["full", "held", "closed"]
    assert result.waiting("x") == (("holder", 1),)
    result = run([holder], Intake("x", 1), Intake("y", 2, taken={"a": 1}), Intake("z", 1))
    assert [o.status for o in result.outcomes()] == ["placed", "held", "closed"]


@pytest.mark.row("A3")
def test_a_declined_place_goes_to_the_next_in_the_approved_order():
    people = [applicant(name, "a", points, "x") for name, points in (("p", 30), ("q", 20), ("r", 10))]
    first = run(people, Intake("x", 1))
    assert first.waiting("x") == (("q", 1), ("r", 1))
    after_decline = run(people[1:], Intake("x", 1))
    assert after_decline.placed == {"q": "x"}


@pytest.mark.row("A4")
def test_the_waiting_list_gives_positions_in_all_and_within_the_office():
    people = [
        applicant(name, office, points, "x")
        for name, office, points in (("p", "a", 30), ("q", "b", 20), ("r", "a", 15), ("s", "b", 10))
    ]
    result = run(people, Intake("x", 1))
    positions = {o.application: (o.position, o.office_position) for o in result.outcomes() if o.status == "full"}
    assert positions == {"q": (1, 1), "r": (2, 1), "s": (3, 2)}


def moved(application, **exception):
    """The applicant with an exception for her first wish."""
    first, *others = application.wishes
    return replace(application, wishes=(replace(first, **exception), *others))


@pytest.mark.row("A2")
def test_an_exception_goes_before_the_order_and_within_the_capacity():
    people = [applicant(name, "a", points, "x") for name, points in (("p", 30), ("q", 20))]
    people += [moved(applicant("low", "b", 1, "x"), lifted=True)]
    result = run(people, Intake("x", 2, {"a": Quota(0, 2), "b": Quota(0, 0)}))
    assert result.placed == {"low": "x", "p": "x"}
    assert result.outcome("low", 1).step == "exception"
    # Her office could have had two: the place that was left was for anybody.
    assert (result.outcome("q", 1).reason, result.outcome("q", 1).cut_off) == ("outranked", CutOff(1, 30, False))
    alone = run(people, Intake("x", 1))
    assert alone.placed == {"low": "x"}
    assert {alone.outcome(name, 1).reason for name in ("p", "q")} == {"exception"}


@pytest.mark.row("A2")
def test_an_exception_does_not_keep_her_from_a_better_wish_or_past_a_requirement():
    better = applicant("p", "a", 40, "x", "y")
    better = replace(better, wishes=(better.wishes[0], replace(better.wishes[1], lifted=True)))
    assert run([better], Intake("x", 1), Intake("y", 1)).placed == {"p": "x"}
    blocked = moved(applicant("p", "a", 40, "x", blocked="too_young"), lifted=True)
    assert run([blocked], Intake("x", 1)).outcome("p", 1).status == "blocked"


@pytest.mark.row("A2")
def test_one_passed_over_is_not_tried_there_and_has_no_position():
    people = [moved(applicant("p", "a", 40, "x", "y"), passed_over=True), applicant("q", "a", 1, "x")]
    result = run(people, Intake("x", 1), Intake("y", 1))
    assert result.placed == {"p": "y", "q": "x"}
    passed = result.outcome("p", 1)
    assert (passed.status, passed.reason, passed.position) == ("full", "passed_over", None)
    assert result.waiting("x") == ()


@pytest.mark.row("P3")
def test_a_blocked_wish_is_not_tried_and_does_not_wait():
    blocked = applicant("p", "a", 40, "x", blocked="too_young")
    result = run([blocked], Intake("x", 1))
    (outcome,) = result.outcomes()
    assert (outcome.status, outcome.reason, outcome.position) == ("blocked", "too_young", None)
    assert result.placed == {} and result.waiting("x") == ()


@pytest.mark.parametrize(
    ("applications", "intakes", "seed"),
    [
        ([], [], b""),
        ([applicant("p", "a", 1, "x")] * 2, [Intake("x", 1)], b"s"),
        ([applicant("p", "a", 1, "x", "x")], [Intake("x", 1)], b"s"),
        ([applicant("p", "a", 1, "nowhere")], [Intake("x", 1)], b"s"),
        ([applicant("p", "a", 1, "x", days=-1)], [Intake("x", 1)], b"s"),
        ([], [Intake("x", 1), Intake("x", 2)], b"s"),
    ],
)
def test_input_that_contradicts_itself_is_refused(applications, intakes, seed):
    with pytest.raises(ValueError):
        run(applications, *intakes, seed=seed)


@pytest.mark.parametrize("make", [lambda: Quota(2, 1), lambda: Quota(-1), lambda: Intake("x", -1)])
def test_impossible_quotas_and_places_are_refused(make):
    with pytest.raises(ValueError):
        make()


def test_nobody_and_nothing_is_an_empty_run():
    result = run([])
    assert result.placed == {} and list(result.outcomes()) == [] and result.cut_offs() == {}
    assert list(run([Application("p", "a", MONDAY, ())]).outcomes()) == []
