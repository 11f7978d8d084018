"""Visits logged, put right, moved and called off; who has not been anywhere (L5)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from amo import clock
from amo.models import Notification, OutboxMessage
from amo.versions import StaleVersion
from placements.actions import visit_reminders, visits
from placements.models import PlanGoal, TrainingPlan, Visit
from tests import factories
from tests.placements.test_pages import visit_data

pytestmark = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


@pytest.fixture
def placement():
    enrolment = factories.EnrolmentFactory(granted=True)
    return factories.PlacementFactory(enrolment=enrolment)


@pytest.fixture
def lead(placement):
    return member(placement, provider_lead=True)


def member(placement, **kind):
    return factories.MembershipFactory(provider=placement.enrolment.intake.contract.provider, **kind)


def instructor_of(placement):
    intake = placement.enrolment.intake
    found = member(placement, instructor=True)
    factories.IntakeAssignmentFactory(intake=intake, membership=found)
    factories.AccessGrantFactory(
        participant=placement.participant, provider=None, membership=found, county=None, level="course"
    )
    return found


def log(placement, by, **changes):
    values = {"held_on": day(0), "status": "held", "kind": "in_person", "hiring_intent": "maybe"}
    return visits.log_visit(placement=placement, by=by, **values | changes)


def url_of(name, one):
    return reverse(f"placements:{name}", args=[one.public_id])


@pytest.mark.row("L5")
def test_the_usual_case_is_answered_beforehand(placement, lead, client_for):
    page = client_for(lead).get(url_of("visit_log", placement))
    form = page.context["form"]
    chosen = {name: form[name].value() for name in ("status", "held_on", "kind", "present", "hiring_intent")}
    assert chosen == {
        "status": "held",
        "held_on": day(0),
        "kind": "in_person",
        "present": ["participant", "mentor"],
        "hiring_intent": None,
    }
    assert form["next_visit_on"].value() is not None


@pytest.mark.row("L5")
def test_not_asked_is_an_answer_and_the_reason_goes_with_a_no_only(placement, lead, client_for):
    client = client_for(lead)
    assert client.post(url_of("visit_log", placement), visit_data(hiring_intent="not_asked")).status_code == 302
    visit = Visit.objects.get()
    assert (visit.hiring_intent, visit.why_not) == ("", "")
    data = visit_data(hiring_intent="yes", why_not="other", why_not_hire="Står igjen") | {"version": visit.version}
    assert client.post(url_of("visit_correct", visit), data).status_code == 302
    visit.refresh_from_db()
    assert (visit.hiring_intent, visit.why_not, visit.why_not_hire) == ("yes", "", "")


def test_a_no_keeps_its_code_and_words_only_for_another_reason(placement, lead):
    visit = log(placement, lead, hiring_intent="no", why_not="norwegian", why_not_hire="overflødig")
    assert (visit.why_not, visit.why_not_hire) == ("norwegian", "")


@pytest.mark.row("L5")
@pytest.mark.parametrize("held_on", [-8, 1])
def test_a_day_outside_is_refused_by_the_page(placement, lead, client_for, held_on):
    answer = client_for(lead).post(url_of("visit_log", placement), visit_data(held_on=held_on))
    assert answer.status_code == 422
    assert not Visit.objects.exists()


def test_after_the_end_is_refused_and_before_it_is_taken(placement, lead):
    placement.status, placement.end_reason, placement.ends_on = "ended_early", "ill", day(-2)
    placement.save()
    with pytest.raises(ValidationError, match="sluttet"):
        log(placement, lead, held_on=day(-1))
    assert log(placement, lead, held_on=day(-2)).held_on == day(-2)


def test_a_placement_that_was_called_off_has_no_form(placement, lead, client_for):
    placement.status, placement.end_reason = "cancelled", "other"
    placement.save()
    assert client_for(lead).get(url_of("visit_log", placement)).status_code == 403


@pytest.mark.row("L5")
def test_the_second_who_logs_a_visit_is_told_who_did_and_loses_nothing(placement, lead, client_for):
    first = instructor_of(placement)
    logged = log(placement, first)
    answer = client_for(lead).post(url_of("visit_log", placement), visit_data(note="Vil ha mer ansvar"))
    assert answer.status_code == 422
    assert f"{first.user} har alt logget besøket denne dagen" in answer.text
    assert url_of("visit_detail", logged) in answer.text
    assert "Vil ha mer ansvar" in answer.text
    assert Visit.objects.count() == 1


@pytest.mark.row("L5")
def test_the_same_form_sent_twice_is_one_visit_and_says_so(placement, lead, client_for):
    client, data = client_for(lead), visit_data()
    client.post(url_of("visit_log", placement), data)
    again = client.post(url_of("visit_log", placement), data | {"note": "Sendt om igjen"}, follow=True)
    assert "Det er ikke lagret to ganger." in again.text
    assert f"saved-{data['submission']}" in again.text
    assert Visit.objects.count() == 1


@pytest.mark.row("L4")
@pytest.mark.row("L5")
def test_steps_of_the_training_plan_are_ticked_at_the_visit(placement, lead, client_for):
    plan = TrainingPlan.objects.create(placement=placement, created_by=lead, created_at=clock.now())
    first, second = (
        PlanGoal.objects.create(plan=plan, rank=n, text=text, due_on=day(7))
        for n, text in enumerate(["Dekke bord", "Lage frokost"])
    )
    client, data = client_for(lead), visit_data(goals=[str(first.public_id)])
    assert "Dekke bord" in client.get(url_of("visit_log", placement)).text
    for _again in range(2):
        assert client.post(url_of("visit_log", placement), data).status_code == 302
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.reached_on, first.visit, second.reached_on) == (day(0), Visit.objects.get(), None)
    page = client.get(url_of("visit_log", placement))
    assert ("Dekke bord" in page.text, "Lage frokost" in page.text) == (False, True)


@pytest.mark.row("L5")
def test_a_visit_is_put_right_by_its_author_or_the_lead_and_the_history_keeps_it(placement, lead, client_for):
    author, other = instructor_of(placement), instructor_of(placement)
    visit = log(placement, author, note="Trives")
    with pytest.raises(PermissionDenied):
        visits.correct_visit(visit=visit, by=other, note="Nei")
    assert client_for(other).get(url_of("visit_correct", visit)).status_code == 403
    client = client_for(lead)
    data = visit_data(note="Trives godt", topics=["hiring"]) | {"version": visit.version}
    assert client.post(url_of("visit_correct", visit), data).status_code == 302
    shown = client.get(url_of("visit_detail", visit)).text
    assert "Notat: Trives godt (før: Trives)" in shown
    assert "Hva dere snakket om: Mulighet for ansettelse (før: –)" in shown
    stale = client.post(url_of("visit_correct", visit), data | {"note": "Sent", "submission": str(uuid.uuid4())})
    assert stale.status_code == 409
    assert "Mulighet for ansettelse" in stale.text
    with pytest.raises(StaleVersion):
        visits.correct_visit(visit=visit, by=author, version=visit.version, note="Sent")


def test_a_planned_visit_is_moved_and_called_off_once(placement, lead, client_for):
    visit = visits.plan_visit(placement=placement, planned_for=day(2), by=lead)
    client = client_for(lead)
    moved = {"planned_for": day(4).isoformat(), "planned_at": "13.30", "version": visit.version}
    assert client.post(url_of("visit_move", visit), moved).status_code == 302
    visit.refresh_from_db()
    assert (visit.planned_for, visit.planned_at) == (day(4), dt.time(13, 30))
    visits.plan_visit(placement=placement, planned_for=day(6), by=lead)
    taken = client.post(
        url_of("visit_move", visit), moved | {"planned_for": day(6).isoformat(), "version": visit.version}
    )
    assert taken.status_code == 422
    assert "Det er allerede planlagt et besøk denne dagen." in taken.text
    called_off = {"status": "cancelled_by_employer", "version": visit.version}
    assert client.post(url_of("visit_cancel", visit), called_off).status_code == 302
    assert client.get(url_of("visit_cancel", visit)).status_code == 403
    assert placement.visits.filter(status="planned").count() == 1


@pytest.mark.row("L5")
def test_one_that_ended_without_a_visit_stays_in_the_list(placement, lead, client_for):
    placement.starts_on, placement.ends_on = day(-30), day(-3)
    placement.status, placement.end_reason = "completed", "as_planned"
    placement.save()
    county = factories.MembershipFactory(county_staff=True, county=placement.enrolment.intake.contract.concept.county)
    url = reverse("placements:missing_visits")
    for membership in (lead, county):
        page = client_for(membership).get(url)
        assert placement.participant.list_name in page.text
        assert "Sluttet uten besøk" in page.text
    assert placement.enrolment.intake.contract.provider.name in client_for(county).get(url).text
    log(placement, lead, held_on=day(-5), kind="phone")
    assert placement.participant.list_name in client_for(lead).get(url).text
    log(placement, lead, held_on=day(-4))
    assert placement.participant.list_name not in client_for(lead).get(url).text


def test_one_broken_off_before_its_first_visit_was_due_owes_none(placement, lead, client_for):
    placement.starts_on, placement.ends_on = day(-30), day(-27)
    placement.status, placement.end_reason = "ended_early", "ill"
    placement.save()
    assert placement.participant.list_name not in client_for(lead).get(reverse("placements:missing_visits")).text


@pytest.mark.row("L5")
def test_a_short_placement_is_due_on_its_last_day(placement, lead, client_for):
    placement.starts_on, placement.ends_on = day(-5), day(-1)
    placement.save()
    assert placement.participant.list_name in client_for(lead).get(reverse("placements:missing_visits")).text


# --- reminders --------------------------------------------------------------------------------------

THURSDAY = dt.date(2026, 3, 5)


@pytest.fixture
def thursday(freeze):
    freeze(THURSDAY)
    return THURSDAY


def planned(weeks=6):
    placement = factories.PlacementFactory(enrolment=factories.EnrolmentFactory(granted=True))
    return placement, member(placement, provider_lead=True)


@pytest.mark.row("L5")
def test_a_visit_is_told_of_the_working_day_before_and_once(thursday, freeze):
    placement, lead = planned()
    instructor = instructor_of(placement)
    for offset in (1, 2, 4):  # Friday, Saturday, Monday
        visits.plan_visit(placement=placement, planned_for=THURSDAY + dt.timedelta(days=offset), by=lead)
    for _again in range(2):
        visit_reminders.remind_before(clock.now())
    told = Notification.objects.filter(membership=instructor)
    assert list(told.values_list("text", flat=True)) == [f"Besøk hos {placement.employer.name} fredag 6. mars."]
    assert not Notification.objects.filter(membership=lead).exists()
    (mail,) = OutboxMessage.objects.filter(kind="mail")
    assert "Du har 1 besøk eller møte" in mail.payload["text"]
    everything = str(mail.payload) + "".join(told.values_list("text", flat=True))
    assert placement.participant.last_name not in everything

    freeze(THURSDAY + dt.timedelta(days=1))
    visit_reminders.remind_before(clock.now())
    assert told.count() == 3
    freeze(THURSDAY + dt.timedelta(days=2))
    assert visit_reminders.remind_before(clock.now()) == 0


@pytest.mark.row("L5")
def test_on_the_day_only_what_is_not_logged_is_told_and_to_the_lead_where_no_instructor_is(thursday):
    placement, lead = planned()
    visits.plan_visit(placement=placement, planned_for=THURSDAY, by=lead)
    other, _lead = planned()
    visits.plan_visit(placement=other, planned_for=THURSDAY, by=_lead)
    log(other, _lead, held_on=THURSDAY)
    for _again in range(2):
        visit_reminders.remind_unlogged(clock.now())
    leads = {lead, placement.created_by}
    assert {one.membership for one in Notification.objects.all()} == leads
    text = f"Besøket hos {placement.employer.name} i dag er ikke logget."
    assert {one.text for one in Notification.objects.all()} == {text}
    assert OutboxMessage.objects.filter(kind="mail").count() == len(leads) == Notification.objects.count()


def test_nobody_is_told_of_a_protected_person(thursday):
    placement, lead = planned()
    visits.plan_visit(placement=placement, planned_for=THURSDAY, by=lead)
    placement.participant.address_protection = "strictly_confidential"
    placement.participant.save()
    assert visit_reminders.remind_unlogged(clock.now()) == 0
