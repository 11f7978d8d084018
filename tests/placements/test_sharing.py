"""Sharing out of places in a class by the engine of the course places (L2)."""

import datetime as dt
import random

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from amo import clock
from amo.versions import StaleVersion
from placements import sharing
from placements.actions import sharing as actions
from placements.models import PlacementRequest, SlotRound
from placements.sharing import Person, points_of, share
from tests import factories
from tests.engines.counts import examples

db = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


@pytest.fixture
def intake():
    return factories.IntakeFactory(running=True, starts_on=day(-42), theory_ends_on=day(7), ends_on=day(60))


@pytest.fixture
def lead(intake):
    return factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)


def wishing(intake, *employers, **fields):
    enrolment = factories.EnrolmentFactory(intake=intake, granted=True, **fields)
    for rank, employer in enumerate(employers, start=1):
        factories.PlacementWishFactory(enrolment=enrolment, employer=employer, rank=rank)
    return enrolment


def shares(row) -> dict:
    return {one.enrolment_id: one.employer_id for one in row.shares.order_by("pk")}


def person(key: str, *wishes: str, days=0, refusals=0, had_placement=False) -> Person:
    return Person(key, days, refusals, had_placement, tuple((one, "") for one in wishes))


@pytest.mark.row("L2", "A1")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (person("a", "x", refusals=1), person("b", "x")),
        (person("a", "x"), person("b", "x", had_placement=True)),
        (person("a", "x", days=42), person("b", "x", days=41)),
        (person("a", "x", refusals=2), person("b", "x", days=40, refusals=1)),
    ],
)
def test_who_has_more_points_comes_before(before, after):
    for order in ([before, after], [after, before]):
        assert share(order, {"x": 1}, 7).placed == {"a": "x"}


def test_points_are_the_documented_ones():
    assert points_of(person("a", days=42, refusals=5)) == {
        "nobody_yet": 20,
        "waiting": 10,
        "refusals": 30,
        "total": 60,
    }


@pytest.mark.row("L2", "A1")
def test_equals_draw_lots_that_everybody_can_repeat():
    people = [person(f"p{n}", "x") for n in range(20)]
    winners = {seed: next(iter(share(people, {"x": 1}, seed).placed)) for seed in range(30)}
    assert len(set(winners.values())) > 5, "the seed decides"
    assert winners == {seed: next(iter(share(people[::-1], {"x": 1}, seed).placed)) for seed in range(30)}


PEOPLE = st.lists(
    st.tuples(
        st.lists(st.sampled_from("uvwxyz"), unique=True, max_size=5),
        st.integers(0, 200),
        st.integers(0, 4),
        st.booleans(),
    ),
    max_size=15,
)


@examples(100, 5_000)
@given(PEOPLE, st.integers(0, 1000), st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing_and_no_place_is_given_twice(rows, seed, shuffle: random.Random):
    people = [
        person(f"p{n}", *wishes, days=days, refusals=refusals, had_placement=had)
        for n, (wishes, days, refusals, had) in enumerate(rows)
    ]
    places = dict(zip("uvwxyz", [0, 1, 1, 2, 3, 1], strict=True))
    placed = share(people, places, seed).placed
    mixed = people[:]
    shuffle.shuffle(mixed)
    assert share(mixed, places, seed).placed == placed
    for key, count in places.items():
        assert sum(got == key for got in placed.values()) <= count
    for one in people:
        if one.key not in placed:
            wanted = [key for key, _why in one.wishes]
            assert all(sum(got == key for got in placed.values()) == places[key] for key in wanted), (
                "a place stands empty"
            )


@db
@pytest.mark.row("L2", "A1")
def test_places_that_are_free_in_the_period_are_shared_out_and_put_to_the_employers(intake, lead):
    home, canteen = factories.EmployerFactory(slots=2), factories.EmployerFactory(slots=1)
    factories.PlacementFactory(employer=home, starts_on=day(20), ends_on=day(30))
    refused = wishing(intake, home, canteen)
    factories.PlacementRequestFactory(
        enrolment=refused, status="no", asked_on=day(-3), answered_on=day(-2), closed_at=clock.now()
    )
    second, third = wishing(intake, home, canteen), wishing(intake, home)
    # Second and third are equal but for the lot.
    row = actions.propose(intake=intake, by=lead, seed=3)
    got = shares(row)
    assert got[refused.pk] == home.pk, "one of two is free all the days, and refusals count"
    assert got[second.pk] == canteen.pk
    assert got[third.pk] is None
    assert not PlacementRequest.objects.filter(status__in=PlacementRequest.OPEN).exists(), "nobody is told"
    row, left_out = actions.carry_out(round=row, by=lead, version=row.version)
    assert (row.status, left_out) == (SlotRound.Status.CARRIED_OUT, [])
    put = PlacementRequest.objects.filter(status="asked").order_by("pk")
    assert {(one.enrolment_id, one.employer_id, one.asked_by) for one in put} == {
        (refused.pk, home.pk, "provider"),
        (second.pk, canteen.pk, "provider"),
    }
    assert not refused.placements.exists(), "the employer has not said yes"


@db
@pytest.mark.row("L2")
def test_what_has_changed_since_the_proposal_is_left_out(intake, lead):
    employer = factories.EmployerFactory(slots=2)
    gone, stays = wishing(intake, employer), wishing(intake, employer)
    row = actions.propose(intake=intake, by=lead)
    type(gone).objects.filter(pk=gone.pk).update(status="dropped_out", end_reason="work")
    row, left_out = actions.carry_out(round=row, by=lead)
    assert [one.enrolment_id for one in left_out] == [gone.pk]
    assert PlacementRequest.objects.get().enrolment_id == stays.pk
    with pytest.raises(ValidationError, match="allerede brukt"):
        actions.carry_out(round=row, by=lead)


@db
def test_who_is_asked_there_already_is_not_asked_twice(intake, lead):
    employer = factories.EmployerFactory()
    enrolment = wishing(intake, employer)
    there = factories.PlacementRequestFactory(asked=True, enrolment=enrolment, employer=employer)
    row, left_out = actions.carry_out(round=actions.propose(intake=intake, by=lead), by=lead)
    assert (row.shares.get().request, left_out) == (there, [])


@db
def test_a_refusal_there_and_a_paused_employer_are_not_tried(intake, lead):
    no, paused = factories.EmployerFactory(), factories.EmployerFactory(paused_on=day(0))
    enrolment = wishing(intake, no, paused)
    factories.PlacementRequestFactory(
        enrolment=enrolment, employer=no, status="no", asked_on=day(-3), answered_on=day(-2), closed_at=clock.now()
    )
    one = actions.propose(intake=intake, by=lead).shares.get()
    assert [wish["reason"] for wish in one.points["wishes"]] == [sharing.SAID_NO, sharing.NOT_NOW]
    assert one.employer is None


@db
def test_a_proposal_is_thrown_away_and_made_anew(intake, lead):
    wishing(intake, factories.EmployerFactory())
    row = actions.propose(intake=intake, by=lead, seed=1)
    with pytest.raises(ValidationError, match="allerede et forslag"):
        actions.propose(intake=intake, by=lead)
    actions.discard(round=row, by=lead)
    again = actions.propose(intake=intake, by=lead, seed=1)
    assert shares(again) == shares(row)


@db
def test_nothing_is_proposed_where_nobody_has_wished(intake, lead):
    factories.EnrolmentFactory(intake=intake, granted=True)
    with pytest.raises(ValidationError, match="Skriv inn ønskene først"):
        actions.propose(intake=intake, by=lead)


@db
def test_protected_people_and_those_with_a_placement_take_no_part(intake, lead):
    employer = factories.EmployerFactory(slots=9)
    wishing(intake, employer, participant=factories.ParticipantFactory(confidential=True))
    placed = wishing(intake, employer)
    factories.PlacementFactory(enrolment=placed)
    free = wishing(intake, employer)
    assert set(shares(actions.propose(intake=intake, by=lead))) == {free.pk}


@db
def test_wishes_change_places_and_an_old_page_does_not_write_over_them(intake, lead):
    first, second, third = factories.EmployerFactory.create_batch(3)
    enrolment = wishing(intake, first, second)
    version = actions.wishes_version(enrolment.placement_wishes.all())
    actions.set_wishes(enrolment=enrolment, employers=[second, first, third], by=lead, version=version)
    assert [wish.employer for wish in sharing.wishes_of([enrolment.pk])] == [second, first, third]
    with pytest.raises(StaleVersion):
        actions.set_wishes(enrolment=enrolment, employers=[first], by=lead, version=version)
    with pytest.raises(ValidationError, match="ønsket to ganger"):
        actions.set_wishes(enrolment=enrolment, employers=[first, first], by=lead)
    actions.set_wishes(enrolment=enrolment, employers=[], by=lead)
    assert not enrolment.placement_wishes.exists()
