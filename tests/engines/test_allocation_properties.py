"""What the allocation promises, held against an oracle that tries everything (rows A1, A2, A3, C3)."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engines.allocation import STEPS, allocate, choose
from tests.engines import oracle
from tests.engines.counts import examples
from tests.engines.people import OFFICES, POLICY, crowded, markets, wishes

SEED = b"a seed"


def run(applications, intakes, seed=SEED):
    return allocate(applications, intakes, seed=seed, policy=POLICY)


def matching_of(applications, result) -> dict:
    return {application.id: result.placed.get(application.id) for application in applications}


@pytest.mark.row("A2")
@given(markets(applicants=8))
@examples(150, 5000)
def test_no_blocking_pair(market):
    applications, intakes = market
    assert oracle.is_stable(applications, intakes, matching_of(applications, run(applications, intakes)), SEED)


@pytest.mark.row("A2")
@given(markets(applicants=4))
@examples(60, 1000)
def test_nobody_could_be_better_off_in_another_stable_matching(market):
    applications, intakes = market
    found = matching_of(applications, run(applications, intakes))
    others = list(oracle.stable_matchings(applications, intakes, SEED))
    assert found in others
    for other in others:
        for application in applications:
            mine = oracle.rank_of(application, found[application.id])
            assert mine <= oracle.rank_of(application, other[application.id])


@pytest.mark.row("A2")
@given(markets(applicants=8))
@examples(200, 3000)
def test_no_place_stands_empty_while_somebody_waits_for_it(market):
    applications, intakes = market
    result = run(applications, intakes)
    for intake in intakes:
        given_away = sum(1 for place in result.placed.values() if place == intake.id)
        free = max(0, intake.capacity - sum(intake.taken.values()))
        assert given_away <= free
        if result.waiting(intake.id):
            assert given_away == free


@pytest.mark.row("C3")
@given(markets(applicants=9, intakes=1, stopped=False))
@examples(200, 3000)
def test_the_quota_steps_are_taken_in_the_order_given(market):
    applications, (intake,) = market
    there = [a for a in applications if oracle.wanted(a)]
    ordered = sorted(there, key=lambda a: oracle.order_key(a, intake.id, SEED))
    mine = {ordered[index].id: step for index, step in choose(intake, [a.office for a in ordered])}
    assert mine == dict(oracle.choose(intake, there, SEED))
    steps = {o.application: o.step for o in run(applications, [intake]).outcomes() if o.status == "placed"}
    assert steps == mine


@pytest.mark.row("A1")
@given(markets(applicants=4, intakes=5, stopped=False), st.data())
@examples(15, 1000)
def test_nobody_gains_by_hiding_or_reordering_true_wishes(market, data):
    applications, intakes = market
    if not applications:
        return
    liar = data.draw(st.sampled_from(applications))
    facts = {wish.intake: wish for wish in liar.wishes}
    others = [a for a in applications if a is not liar]
    for intake in intakes:
        facts.setdefault(intake.id, data.draw(wishes(intake.id)))
    honest = oracle.rank_of(liar, run(applications, intakes).placed.get(liar.id))
    for size in range(len(intakes) + 1):
        for said in itertools.permutations(facts, size):
            lie = replace(liar, wishes=tuple(facts[intake] for intake in said))
            got = run([*others, lie], intakes).placed.get(liar.id)
            if got is None or got in {wish.intake for wish in liar.wishes}:
                assert oracle.rank_of(liar, got) >= honest


@pytest.mark.row("A2")
@given(markets(applicants=7), st.randoms(use_true_random=False))
@examples(120, 4000)
def test_the_order_of_the_input_does_not_matter_and_the_same_seed_gives_the_same_run(market, random):
    applications, intakes = market
    first = run(applications, intakes)
    shuffled, moved = random.sample(applications, len(applications)), random.sample(intakes, len(intakes))
    again = run(shuffled, moved)
    assert again.placed == first.placed
    assert list(again.outcomes()) == list(first.outcomes())
    assert again.cut_offs() == first.cut_offs()
    assert [again.waiting(i.id) for i in intakes] == [first.waiting(i.id) for i in intakes]


@pytest.mark.row("A2")
@given(markets(applicants=6))
@examples(120, 3000)
def test_the_lot_decides_only_between_equals(market):
    applications, intakes = market
    distinct = [replace(a, submitted_at=a.submitted_at.replace(hour=number)) for number, a in enumerate(applications)]
    assert run(distinct, intakes, b"one").placed == run(distinct, intakes, b"two").placed


@pytest.mark.row("A2")
@given(markets(applicants=6), st.data())
@examples(150, 5000)
def test_more_points_never_give_a_worse_place(market, data):
    applications, intakes = market
    if not applications:
        return
    one = data.draw(st.sampled_from(applications))
    factor, change = data.draw(
        st.sampled_from((("days_waiting", 400), ("earlier_refusals", 1), ("earlier_courses", -1), ("fit_met", 1)))
    )
    better = tuple(
        replace(wish, **{factor: min(wish.fit_total, wish.fit_met + 1)})
        if factor == "fit_met"
        else replace(wish, **{factor: max(0, getattr(wish, factor) + change)})
        for wish in one.wishes
    )
    before = run(applications, intakes).placed.get(one.id)
    after = run([replace(one, wishes=better) if a is one else a for a in applications], intakes).placed.get(one.id)
    assert oracle.rank_of(one, after) <= oracle.rank_of(one, before)


@pytest.mark.row("A4")
@given(markets(applicants=8))
@examples(120, 4000)
def test_the_waiting_list_is_in_the_strict_order_with_positions_that_agree(market):
    applications, intakes = market
    by_id = {a.id: a for a in applications}
    result = run(applications, intakes)
    for intake in intakes:
        row = result.waiting(intake.id)
        keys = [oracle.order_key(by_id[name], intake.id, SEED) for name, _ in row]
        assert keys == sorted(keys)
        outcomes = [result.outcome(name, rank) for name, rank in row]
        assert [o.position for o in outcomes] == list(range(1, len(row) + 1))
        for office in OFFICES:
            own = [o.office_position for o in outcomes if o.office == office]
            assert own == list(range(1, len(own) + 1))
        assert {(o.status, o.intake) for o in outcomes} <= {("full", intake.id)}


@pytest.mark.row("A2")
@given(markets(applicants=8) | crowded())
@examples(300, 3000)
def test_every_refusal_is_true(market):
    """Each reason is held against who got the places, and each printed cut-off against their points."""
    applications, intakes = market
    by_id = {a.id: a for a in applications}
    result = run(applications, intakes)
    placed = {intake.id: {} for intake in intakes}
    for outcome in result.outcomes():
        if outcome.status == "placed":
            placed[outcome.intake][outcome.application] = outcome
    for outcome in result.outcomes():
        if outcome.status != "full":
            continue
        if outcome.reason == "passed_over":
            assert outcome.position is None and outcome.cut_off is None
            continue
        there = placed[outcome.intake]
        key = oracle.order_key(by_id[outcome.application], outcome.intake, SEED)
        before = {n for n in there if oracle.order_key(by_id[n], outcome.intake, SEED) < key}
        own = {n for n, o in there.items() if o.office == outcome.office}
        assert own <= before
        excepted = {n for n, o in there.items() if o.step == "exception"}
        intake = next(one for one in intakes if one.id == outcome.intake)
        she, placed_there = by_id[outcome.application], [by_id[n] for n in there]
        full = oracle.is_full(intake, placed_there, outcome.office)
        told = outcome.cut_off and (outcome.reason, outcome.cut_off.places, outcome.cut_off.points)
        behind = [o for n, o in there.items() if n not in before]
        if not full and any(o.step == "minimum" for o in behind):
            assert outcome.reason == "other_minimum"  # what she would ask about first, whatever else stopped her
        else:
            assert told == oracle.what_stopped(intake, placed_there, she, SEED)
        if outcome.reason == "other_minimum":
            assert not outcome.cut_off
            assert any(o.step == "minimum" and o.office != outcome.office for o in there.values())
        elif outcome.reason == "none_left":
            assert not there
        elif outcome.reason == "exception":
            assert excepted and own <= excepted
        elif not outcome.cut_off:
            assert outcome.reason in ("own_taken", "other_quota")
            assert all(o.step != "over_quota" for n, o in there.items() if n not in excepted)
        if outcome.cut_off:
            assert outcome.cut_off.points >= outcome.points.total
            assert outcome.cut_off.printable == (outcome.cut_off.places >= 2)
            equal = outcome.cut_off.points == outcome.points.total
            assert bool(outcome.tie) == (equal and outcome.cut_off.printable), "a tie would tell one person's points"
        if behind:
            # Somebody after her in the order got in: that is said, or her office has its own and no more is due to it.
            assert outcome.reason == "other_minimum" or full
            assert all(o.step in STEPS[:2] for o in behind)


@pytest.mark.row("A2", "A5")
@given(crowded(excepted=False))
@examples(100, 3000)
def test_a_limit_that_is_told_is_the_limit(market):
    """With just more points than the limit, all else being equal, she has the place or one that she would rather have:
    what is read to her is what stood between her and the place."""
    applications, intakes = market
    for outcome in run(applications, intakes).outcomes():
        if outcome.status != "full" or not outcome.cut_off:
            continue
        own = next(a for a in applications if a.id == outcome.application)
        raised = just_above(own, outcome.intake, outcome.cut_off.points)
        if raised is None:
            continue  # nobody can have more points than that
        over = [raised if a is own else a for a in applications]
        again = {(o.application, o.intake): o for o in run(over, intakes).outcomes()}
        assert again[outcome.application, outcome.intake].status in ("placed", "closed"), outcome


FACTS = [
    {"fit_met": met, "fit_total": 20, "days_waiting": days, "earlier_refusals": refusals, "earlier_courses": 0}
    for met in range(21)
    for days in (0, 100, 200, 400)
    for refusals in range(3)
]


def just_above(application, intake: str, limit: int):
    """The application with the fewest points above the limit at one intake that the facts can give; None for none."""
    wish = next(wish for wish in application.wishes if wish.intake == intake)
    possible = [one for one in (replace(wish, **facts) for facts in FACTS) if oracle.points(one) > limit]
    if not possible:
        return None
    raised = min(possible, key=oracle.points)
    return replace(application, wishes=tuple(raised if one is wish else one for one in application.wishes))
