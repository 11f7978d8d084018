"""The days of a placement after it is agreed: changed, ended, and what is planned or has happened in them (L3, L5)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import clock
from placements import agenda, calendar_file
from placements.actions import visits
from placements.actions.agreements import extend_placement
from placements.actions.placements import agree_placement, change_placement, end_placement
from placements.models import Placement, Visit
from tests import factories
from tests.at_once import at_once
from tests.engines.counts import FULL

WRITERS = 24 if FULL else 6
pytestmark = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def make_enrolment():
    intake = factories.IntakeFactory(running=True, starts_on=day(-80), theory_ends_on=day(-30), ends_on=day(60))
    return factories.EnrolmentFactory(intake=intake, granted=True)


def lead_of(enrolment):
    return factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)


def agree(enrolment, lead, **changes) -> Placement:
    terms = {"mentor_name": "Kari", "tasks": "Kjøkken", "hours_per_week": 30, "declared_on": day(0)}
    terms |= {"starts_on": day(-10), "ends_on": day(20)} | changes
    employer = terms.pop("employer", None) or factories.EmployerFactory()
    return agree_placement(enrolment=enrolment, employer=employer, by=lead, **terms)


@pytest.fixture
def enrolment():
    return make_enrolment()


@pytest.fixture
def lead(enrolment):
    return lead_of(enrolment)


@pytest.fixture
def running(enrolment, lead):
    return agree(enrolment, lead)


def held(placement, on: dt.date) -> Visit:
    answers = {"status": "held", "kind": "in_person", "hiring_intent": "maybe"}
    return visits.log_visit(placement=placement, held_on=on, by=placement.created_by, **answers)


def message(refused) -> dict:
    return refused.value.message_dict


@pytest.mark.row("L3")
@pytest.mark.parametrize("ends_on", [-1, 5, 30])
def test_the_last_day_of_a_running_placement_is_moved_by_ending_or_extending(running, lead, ends_on):
    with pytest.raises(ValidationError) as refused:
        change_placement(placement=running, by=lead, ends_on=day(ends_on))
    assert message(refused).keys() == {"ends_on"}


def test_the_form_of_a_running_placement_has_no_last_day(running, lead, client_for):
    url = reverse("placements:placement_edit", args=[running.public_id])
    page = client_for(lead).get(url).text
    assert 'name="starts_on"' in page and 'name="ends_on"' not in page
    data = {
        "submission": str(uuid.uuid4()), "version": running.version, "mentor_name": "Per", "tasks": "Kjøkken",
        "hours_per_week": "30", "starts_on": day(-9).isoformat(), "ends_on": day(-3).isoformat(),
    }  # fmt: skip
    assert client_for(lead).post(url, data).status_code == 302
    running.refresh_from_db()
    assert (running.mentor_name, running.starts_on, running.ends_on) == ("Per", day(-9), day(20))


@pytest.mark.row("L5")
def test_the_days_keep_what_has_happened_in_them(running, lead):
    held(running, day(-6))
    plan = factories.TrainingPlanFactory(placement=running, created_by=lead)
    factories.PlanGoalFactory(plan=plan, reached_on=day(-3))
    with pytest.raises(ValidationError) as refused:
        change_placement(placement=running, by=lead, starts_on=day(-5))
    assert message(refused).keys() == {"starts_on"}
    with pytest.raises(ValidationError) as refused:
        end_placement(placement=running, ends_on=day(-4), end_reason="employer", by=lead)
    assert message(refused).keys() == {"ends_on"}
    end_placement(placement=running, ends_on=day(-3), end_reason="employer", by=lead)


def test_a_coming_placement_is_not_moved_into_the_past(enrolment, lead):
    coming = agree(enrolment, lead, starts_on=day(3))
    with pytest.raises(ValidationError) as refused:
        change_placement(placement=coming, by=lead, starts_on=day(-9), ends_on=day(-1))
    assert message(refused).keys() == {"ends_on"}


@pytest.mark.row("L3")
@pytest.mark.parametrize(("change", "signed"), [({"mentor_name": "Per"}, True), ({"hours_per_week": 20}, False)])
def test_what_was_signed_for_is_signed_anew_when_it_changes(running, lead, change, signed):
    Placement.objects.filter(pk=running.pk).update(signed_on=day(-8))
    assert (change_placement(placement=running, by=lead, **change).signed_on is not None) == signed


@pytest.mark.row("L5")
@pytest.mark.parametrize("starts", [-10, 2])
def test_visits_that_the_end_leaves_behind_are_called_off_and_leave_the_calendar(enrolment, lead, starts):
    placement = agree(enrolment, lead, starts_on=day(starts))
    planned = visits.plan_visit(placement=placement, planned_for=day(9), by=lead)
    end_placement(placement=placement, ends_on=day(0), end_reason="employer", by=lead)
    planned.refresh_from_db()
    assert planned.status == Visit.Status.CANCELLED_BY_PROVIDER
    assert agenda.days(lead, clock.today()) == ([], [])
    file = calendar_file.render(agenda.in_file(lead, clock.today())[0]).decode()
    assert file.count("BEGIN:VEVENT") == 1
    assert "STATUS:CANCELLED" in file and "SEQUENCE:1" in file


@pytest.mark.row("L5")
def test_a_visit_held_before_its_day_leaves_the_calendar(running, lead):
    planned = visits.plan_visit(placement=running, planned_for=day(3), by=lead)
    assert held(running, day(0)).pk == planned.pk
    assert "STATUS:CANCELLED" in calendar_file.render(agenda.in_file(lead, clock.today())[0]).decode()


@pytest.mark.django_db(transaction=True)
def test_those_who_write_at_one_employer_at_once_wait_for_each_other_and_none_is_refused():
    """Changes, extensions and new agreements: the employer is locked first, then the placements."""
    employer = factories.EmployerFactory(slots=WRITERS)
    placements = [agree(one, lead_of(one), employer=employer) for one in (make_enrolment() for _n in range(WRITERS))]
    works = []
    for number, placement in enumerate(placements):
        by = placement.created_by
        if number % 2:
            works.append(lambda p=placement, by=by: change_placement(placement=p, by=by, hours_per_week=20))
        else:
            values = {"new_end": day(30), "reason": "Mer opplæring", "by": by}
            works.append(lambda p=placement, values=values: extend_placement(placement=p, **values))
    answers = at_once(works)
    assert not [one for one in answers if isinstance(one, Exception)]
    assert Placement.objects.filter(ends_on=day(30)).count() == WRITERS // 2
    assert sorted(Placement.objects.values_list("slot", flat=True)) == list(range(1, WRITERS + 1))
