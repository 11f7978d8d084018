"""Many who ask at the same instant: never more out than may be, nobody lost, no deadlock (L2, docs/decisions/0027)."""

import datetime as dt
import itertools

import pytest

from amo import clock
from placements.actions import requests as actions
from placements.actions.placements import agree_placement
from placements.actions.queue import sweep
from placements.models import PlacementRequest
from tests import factories
from tests.at_once import at_once
from tests.engines.counts import FULL

WRITERS = 24 if FULL else 8
pytestmark = [pytest.mark.row("L2"), pytest.mark.django_db(transaction=True)]


@pytest.fixture
def intake():
    today = clock.today()
    return factories.IntakeFactory(
        running=True,
        starts_on=today - dt.timedelta(days=80),
        theory_ends_on=today - dt.timedelta(days=10),
        ends_on=today + dt.timedelta(days=60),
    )


@pytest.fixture
def lead(intake):
    return factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)


def asking(enrolment, employer, lead):
    return lambda: actions.put_request(
        enrolment=enrolment, employer=employer, asked_by="participant", how="visit", asked_on=clock.today(), by=lead
    )


def refusing(row, lead):
    return lambda: actions.answer_request(request=row, status="no", answered_on=clock.today(), by=lead)


def count(**where) -> int:
    return PlacementRequest.objects.filter(**where).count()


def test_one_employer_with_one_place_is_asked_by_two(intake, lead):
    employer = factories.EmployerFactory(slots=1)
    people = [factories.EnrolmentFactory(intake=intake) for _n in range(WRITERS)]
    done = at_once([asking(one, employer, lead) for one in people])
    assert all(isinstance(one, PlacementRequest) for one in done)
    assert (count(status="asked"), count(status="queued")) == (2, WRITERS - 2)
    first = PlacementRequest.objects.order_by("queued_at", "pk").values_list("status", flat=True)
    assert list(first[:2]) == ["asked", "asked"], "in the order they came"


def test_one_participant_asks_five(intake, lead):
    enrolment = factories.EnrolmentFactory(intake=intake)
    done = at_once([asking(enrolment, factories.EmployerFactory(), lead) for _n in range(WRITERS)])
    assert all(isinstance(one, PlacementRequest) for one in done)
    assert (count(status="asked"), count(status="queued")) == (5, WRITERS - 5)


def test_the_same_question_is_put_once(intake, lead):
    enrolment, employer = factories.EnrolmentFactory(intake=intake), factories.EmployerFactory()
    at_once([asking(enrolment, employer, lead)] * WRITERS)
    assert count() == 1


def test_queues_of_several_employers_move_at_once(intake, lead):
    """Everybody queues everywhere; all who are asked are answered at the same instant, from both ends."""
    places = factories.EmployerFactory.create_batch(3, slots=1)
    people = [factories.EnrolmentFactory(intake=intake) for _n in range(WRITERS)]
    for one, employer in itertools.product(people, places):
        asking(one, employer, lead)()
    while asked := list(PlacementRequest.objects.filter(status="asked").order_by("-employer", "pk")):
        at_once([*(refusing(row, lead) for row in asked), lambda: sweep(clock.now())])
        for employer in places:
            left = count(employer=employer, status="queued")
            assert count(employer=employer, status="asked") == min(2, left + count(employer=employer, status="asked"))
            assert left == 0 or count(employer=employer, status="asked") == 2, "a seat stands empty"
    assert count(status="no") == WRITERS * len(places)


def test_placements_and_answers_at_once(intake, lead):
    """A placement closes what one has out at every employer, while others are answered and ask there."""
    places = factories.EmployerFactory.create_batch(2, slots=WRITERS // 4)
    people = [factories.EnrolmentFactory(intake=intake) for _n in range(WRITERS)]
    late = [factories.EnrolmentFactory(intake=intake) for _n in range(2)]
    for one, employer in itertools.product(people, places):
        asking(one, employer, lead)()
    today = clock.today()

    def agreeing(enrolment, employer):
        return lambda: agree_placement(
            enrolment=enrolment, employer=employer, mentor_name="Kari", tasks="Kjøkken", hours_per_week=30,
            starts_on=today, ends_on=today + dt.timedelta(days=9), declared_on=today, by=lead,
        )  # fmt: skip

    works = [agreeing(one, places[number % 2]) for number, one in enumerate(people[: WRITERS // 2])]
    works += [asking(one, employer, lead) for one, employer in itertools.product(late, places)]
    done = at_once(works)
    placed = [one for one in done if not isinstance(one, PlacementRequest | Exception)]
    assert len(placed) == WRITERS // 2
    for enrolment in people[: WRITERS // 2]:
        assert count(enrolment=enrolment, status__in=PlacementRequest.OPEN) == 0
    for employer in places:
        asked, queued = count(employer=employer, status="asked"), count(employer=employer, status="queued")
        assert asked <= 2 * employer.slots
        assert queued == 0 or asked == 2 * employer.slots
