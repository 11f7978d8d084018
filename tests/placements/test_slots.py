"""Places at an employer: on no day more than agreed, whoever writes at once (L1, docs/decisions/0027)."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from amo import clock
from placements.actions.employers import change_employer
from placements.actions.placements import agree_placement, change_placement
from placements.engines.slots import Stay, at_once, first_overfull, numbered
from placements.models import Employer, Placement
from placements.slots import stays_at
from tests import factories
from tests.engines.counts import FULL, examples

WRITERS = 24 if FULL else 6


@pytest.mark.row("L1")
@pytest.mark.django_db(transaction=True)
def test_the_last_slot_is_taken_once():
    employer = factories.EmployerFactory(slots=1)
    today = clock.today()
    intake = factories.IntakeFactory(running=True)
    provider = factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)
    enrolments = [factories.EnrolmentFactory(intake=intake) for _n in range(WRITERS)]

    def take(enrolment) -> bool:
        try:
            agree_placement(
                enrolment=enrolment,
                employer=employer,
                mentor_name="Kari",
                tasks="Kjøkken",
                hours_per_week=30,
                starts_on=today,
                ends_on=today + dt.timedelta(days=1),
                declared_on=today,
                by=provider,
            )
        except ValidationError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(max_workers=WRITERS) as pool:
        taken = list(pool.map(take, enrolments))
    assert sum(taken) == 1
    assert Placement.objects.count() == 1
    assert set(stays_at(employer)) == {Placement.objects.get().pk}


def agree(employer, first: int, last: int):
    """A placement there, days from today."""
    day = lambda offset: clock.today() + dt.timedelta(days=offset)  # noqa: E731
    intake = factories.IntakeFactory(running=True, starts_on=day(-50), theory_ends_on=day(-20), ends_on=day(300))
    return agree_placement(
        enrolment=factories.EnrolmentFactory(intake=intake),
        employer=employer,
        mentor_name="Kari",
        tasks="Kjøkken",
        hours_per_week=30,
        starts_on=day(first),
        ends_on=day(last),
        declared_on=day(0),
        by=factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider),
    )


@pytest.mark.row("L1")
@pytest.mark.django_db
def test_the_next_trainee_may_be_agreed_before_the_last_one_leaves():
    employer = factories.EmployerFactory(slots=1)
    agree(employer, 0, 20)
    with pytest.raises(ValidationError, match="ingen ledige praksisplasser"):
        agree(employer, 20, 40)
    agree(employer, 21, 40)
    assert len(stays_at(employer)) == 2


@pytest.mark.row("L1")
@pytest.mark.django_db
def test_places_change_numbers_where_that_makes_room():
    employer = factories.EmployerFactory(slots=2)
    early, late = agree(employer, 0, 20), agree(employer, 10, 40)
    last = agree(employer, 41, 60)
    through = agree(employer, 21, 60)
    for row in (early, late, last, through):
        row.refresh_from_db()
    assert {early.slot, late.slot} == {last.slot, through.slot} == {1, 2}
    with pytest.raises(ValidationError, match="ingen ledige praksisplasser"):
        agree(employer, 30, 35)


@pytest.mark.row("L1")
@pytest.mark.django_db
def test_a_period_has_its_own_number():
    employer = factories.EmployerFactory(slots=1)
    today = clock.today()
    for first, last, slots in ((10, 20, 0), (30, 40, 2)):
        employer.slot_periods.create(
            starts_on=today + dt.timedelta(days=first),
            ends_on=today + dt.timedelta(days=last),
            slots=slots,
            agreed_by=factories.MembershipFactory(county_staff=True),
            agreed_at=clock.now(),
        )
    with pytest.raises(ValidationError, match="tar ikke imot praksisdeltakere"):
        agree(employer, 5, 12)
    agree(employer, 21, 40)
    agree(employer, 30, 40)
    with pytest.raises(ValidationError, match="ingen ledige praksisplasser"):
        agree(employer, 40, 41)


@pytest.mark.row("L10")
@pytest.mark.django_db
def test_a_paused_employer_takes_nobody():
    employer = factories.EmployerFactory(slots=2)
    placement = agree(employer, 0, 20)
    Employer.objects.update(paused_on=clock.today())
    with pytest.raises(ValidationError, match="tar ikke imot nå"):
        agree(employer, 0, 20)
    # Who is there already goes on, and her agreement can be changed.
    change_placement(placement=placement, by=placement.created_by, mentor_name="Ola")


@pytest.mark.row("L1")
@pytest.mark.django_db
def test_the_number_is_not_lowered_below_those_who_are_there():
    employer, county = factories.EmployerFactory(slots=2), factories.MembershipFactory(county_staff=True)
    agree(employer, 0, 20)
    agree(employer, 10, 30)
    with pytest.raises(ValidationError, match="2 praksisplasser er avtalt"):
        change_employer(employer=employer, by=county, slots=1)


STAYS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 30)).map(lambda pair: (pair[0], pair[0] + pair[1])), max_size=12
)


@examples(100, 5_000)
@given(STAYS)
def test_numbers_are_as_few_as_the_fullest_day_needs(spans):
    first = dt.date(2026, 1, 1)
    stays = [Stay(n, first + dt.timedelta(a), first + dt.timedelta(b)) for n, (a, b) in enumerate(spans)]
    places = numbered(stays)
    days = [first + dt.timedelta(n) for n in range(91)]
    fullest = max(at_once(stays, day) for day in days)
    assert max(places.values(), default=0) == fullest
    for day in days:
        held = [places[stay.key] for stay in stays if stay.covers(day)]
        assert len(held) == len(set(held))
    full = first_overfull(stays, lambda _day: fullest - 1, [])
    assert full == next((day for day in days if at_once(stays, day) == fullest), None) if fullest else full is None
