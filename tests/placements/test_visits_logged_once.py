"""One visit is one row, whoever logs it and how often; what came to nothing says only that (L5)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from amo import clock
from placements.actions import visits
from placements.models import PlanGoal, TrainingPlan, Visit
from tests import factories
from tests.at_once import at_once
from tests.engines.counts import FULL
from tests.placements.test_pages import visit_data
from tests.placements.test_visits import day, instructor_of, log, member, url_of

WRITERS = 12 if FULL else 4
NOT_IN_PERSON = [
    ("cancelled_by_employer", ""),
    ("participant_absent", ""),
    ("held", "phone"),
    ("held", "video"),
]


@pytest.fixture
def placement(db):
    return factories.PlacementFactory(enrolment=factories.EnrolmentFactory(granted=True))


@pytest.fixture
def lead(placement):
    return member(placement, provider_lead=True)


@pytest.mark.row("L5")
@pytest.mark.parametrize(("status", "kind"), [*NOT_IN_PERSON, ("held", "in_person")])
def test_the_second_who_logs_the_same_takes_no_other_visit(placement, lead, status, kind):
    coming = visits.plan_visit(placement=placement, planned_for=day(3), by=lead)
    placement.visits.create(planned_for=day(0), logged_by=lead, logged_at=clock.now())
    first = log(placement, instructor_of(placement), status=status, kind=kind)
    with pytest.raises(visits.AlreadyLogged) as refused:
        log(placement, lead, status=status, kind=kind)
    assert refused.value.visit == first
    coming.refresh_from_db()
    assert (coming.status, placement.visits.count()) == ("planned", 2)


@pytest.mark.row("L5")
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("status", "kind"), [("participant_absent", ""), ("held", "phone")])
def test_at_once_one_is_logged_and_the_next_stays_planned(status, kind):
    placement = factories.PlacementFactory(enrolment=factories.EnrolmentFactory(granted=True))
    lead = member(placement, provider_lead=True)
    for offset in (0, 2):
        visits.plan_visit(placement=placement, planned_for=day(offset), by=lead)
    by = [instructor_of(placement) for _n in range(WRITERS)]
    made = at_once([lambda one=one: log(placement, one, status=status, kind=kind) for one in by])
    assert sum(isinstance(one, Visit) for one in made) == 1
    assert sum(isinstance(one, visits.AlreadyLogged) for one in made) == WRITERS - 1
    assert placement.visits.filter(status="planned").get().planned_for == day(2)


def test_the_database_keeps_it_too(placement, lead):
    one = log(placement, lead, kind="phone")
    with pytest.raises(IntegrityError, match="visit_logged_once"):
        placement.visits.create(status="held", kind="phone", held_on=one.held_on, logged_by=lead, logged_at=clock.now())


@pytest.mark.row("L5")
@pytest.mark.parametrize(("status", "kind"), NOT_IN_PERSON)
def test_only_a_visit_in_person_takes_one_that_lies_ahead(placement, lead, status, kind):
    planned = visits.plan_visit(placement=placement, planned_for=day(3), by=lead)
    assert log(placement, lead, status=status, kind=kind).pk != planned.pk
    assert log(placement, lead).pk == planned.pk


@pytest.mark.parametrize(("status", "kind"), NOT_IN_PERSON)
def test_what_came_instead_on_the_day_takes_the_planned_one(placement, lead, status, kind):
    planned = visits.plan_visit(placement=placement, planned_for=day(0), by=lead)
    assert log(placement, lead, status=status, kind=kind).pk == planned.pk


@pytest.mark.row("L5")
def test_the_next_visit_is_not_planned_back_in_time(placement, lead, client_for):
    with pytest.raises(ValidationError, match="tilbake i tid") as refused:
        log(placement, lead, held_on=day(-5), next_visit_on=day(-2))
    assert set(refused.value.error_dict) == {"next_visit_on"}
    data = visit_data(held_on=-5) | {"next_visit_on": day(-2).isoformat()}
    answer = client_for(lead).post(url_of("visit_log", placement), data)
    assert answer.status_code == 422
    assert "Et besøk kan ikke planlegges tilbake i tid." in answer.text
    assert not Visit.objects.exists()


def goal_of(placement, by) -> PlanGoal:
    plan = TrainingPlan.objects.create(placement=placement, created_by=by, created_at=clock.now())
    return PlanGoal.objects.create(plan=plan, rank=1, text="Dekke bord", due_on=day(7))


@pytest.mark.row("L4")
@pytest.mark.row("L5")
def test_a_visit_that_is_moved_moves_the_steps_ticked_at_it(placement, lead):
    goal = goal_of(placement, lead)
    visit = log(placement, lead, goals=[str(goal.public_id)])
    visit = visits.correct_visit(visit=visit, by=lead, held_on=day(-2))
    goal.refresh_from_db()
    assert (goal.reached_on, goal.visit) == (day(-2), visit)
    visits.correct_visit(visit=visit, by=lead, status="participant_absent")
    goal.refresh_from_db()
    assert (goal.reached_on, goal.visit) == (None, None)


@pytest.mark.row("L5")
@pytest.mark.parametrize("status", ["participant_absent", "cancelled_by_employer"])
def test_a_visit_that_came_to_nothing_says_nothing_of_who_was_there(placement, lead, client_for, status):
    """As a form without JavaScript sends it: with all that stood chosen."""
    goal = goal_of(placement, lead)
    data = visit_data(status=status, hiring_intent="no", plan_followed="yes", goals=[str(goal.public_id)])
    client = client_for(lead)
    assert client.post(url_of("visit_log", placement), data | {"note": "Var syk"}).status_code == 302
    visit, _goal = Visit.objects.get(), goal.refresh_from_db()
    said = (visit.kind, visit.present, visit.plan_followed, visit.hiring_intent, visit.why_not, visit.topics)
    assert said == ("", [], "", "", "", [])
    assert (visit.note, goal.reached_on) == ("Var syk", None)


@pytest.mark.row("L5")
def test_what_old_ones_say_of_who_was_there_is_not_shown(placement, lead, client_for):
    visit = placement.visits.create(
        status="participant_absent", held_on=day(0), kind="in_person", present=["participant"], hiring_intent="maybe",
        logged_by=lead, logged_at=clock.now(),
    )  # fmt: skip
    client = client_for(lead)
    page = client.get(url_of("visit_detail", visit)).text
    assert "Hvem var med" not in page
    assert "Vil de ansette" not in page
    assert "Får deltakeren opplæringen" not in page
    assert "Vil ansette:" not in client.get(url_of("placement_detail", placement)).text


@pytest.mark.row("L5")
def test_it_is_said_once_and_of_the_right_one(placement, lead, client_for):
    log(placement, lead)
    answer = client_for(lead).post(url_of("visit_log", placement), visit_data())
    assert answer.text.count("har alt logget besøket") == 1
    assert "Du har alt logget besøket denne dagen" in answer.text
    assert "logget av en annen" not in answer.text
    assert url_of("visit_detail", Visit.objects.get()) in answer.text
