"""Requests to employers: what is refused, the caps, the queue that moves by itself (L2)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from amo import clock, tick
from amo.models import Notification
from amo.versions import StaleVersion
from participants.actions import complete_task
from participants.models import Task
from placements.actions import employers as employer_actions
from placements.actions import requests as actions
from placements.actions.placements import agree_placement
from placements.models import PlacementRequest
from tests import factories

Status = PlacementRequest.Status
pytestmark = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


@pytest.fixture
def intake():
    return factories.IntakeFactory(running=True, starts_on=day(-80), theory_ends_on=day(-10), ends_on=day(60))


@pytest.fixture
def lead(intake):
    return factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)


@pytest.fixture
def enrolment(intake):
    return factories.EnrolmentFactory(intake=intake, granted=True)


def put(enrolment, employer, lead, **changes):
    values = {"asked_by": "participant", "how": "visit", "asked_on": day(0), "by": lead}
    return actions.put_request(enrolment=enrolment, employer=employer, **values | changes)


def answer(row, lead, status="no", **changes):
    return actions.answer_request(request=row, status=status, by=lead, **{"answered_on": day(0)} | changes)


def statuses(employer) -> list[str]:
    """Of the employer's requests, in the order they came."""
    return list(
        PlacementRequest.objects.filter(employer=employer).order_by("queued_at", "pk").values_list("status", flat=True)
    )


@pytest.mark.row("L2")
def test_a_nursing_home_with_25_requests_in_a_week_has_four_and_a_queue(intake, lead):
    """The report: over 25 applications from one course in a week. Two places: four are asked, the rest queue."""
    home = factories.EmployerFactory(name="Solbakken sykehjem", slots=2)
    rows = [put(factories.EnrolmentFactory(intake=intake), home, lead) for _n in range(25)]
    assert statuses(home) == ["asked"] * 4 + ["queued"] * 21
    assert sorted(row.employer_seat for row in rows[:4]) == [1, 2, 3, 4]
    answer(rows[1], lead)
    assert statuses(home) == ["asked", "no", "asked", "asked", "asked"] + ["queued"] * 20


@pytest.mark.row("L2")
def test_one_person_has_five_out_and_the_rest_wait_for_an_answer(enrolment, lead):
    places = factories.EmployerFactory.create_batch(7)
    rows = [put(enrolment, employer, lead) for employer in places]
    assert [row.status for row in rows] == ["asked"] * 5 + ["queued"] * 2
    answer(rows[0], lead)
    assert [PlacementRequest.objects.get(pk=row.pk).status for row in rows] == ["no"] + ["asked"] * 5 + ["queued"]


@pytest.mark.row("L2")
def test_who_has_five_out_keeps_her_place_in_the_queue(intake, enrolment, lead):
    wanted = factories.EmployerFactory(slots=1)
    first = put(factories.EnrolmentFactory(intake=intake), wanted, lead)
    put(factories.EnrolmentFactory(intake=intake), wanted, lead)
    own = [put(enrolment, factories.EmployerFactory(), lead) for _n in range(5)]
    busy = put(enrolment, wanted, lead)
    after = put(factories.EnrolmentFactory(intake=intake), wanted, lead)
    answer(first, lead)
    assert PlacementRequest.objects.get(pk=busy.pk).status == Status.QUEUED
    assert PlacementRequest.objects.get(pk=after.pk).status == Status.ASKED
    answer(own[0], lead)
    assert PlacementRequest.objects.get(pk=busy.pk).status == Status.QUEUED, "no seat at the employer"
    answer(PlacementRequest.objects.get(pk=after.pk), lead)
    assert PlacementRequest.objects.get(pk=busy.pk).status == Status.ASKED


@pytest.mark.row("L2")
def test_two_on_one_seat_are_refused_by_the_database(enrolment):
    row = factories.PlacementRequestFactory(asked=True, enrolment=enrolment)
    for clash in ({"employer": row.employer}, {"enrolment": enrolment}):
        with pytest.raises(IntegrityError, match="seat_once"), transaction.atomic():
            factories.PlacementRequestFactory(asked=True, **clash)
    with pytest.raises(IntegrityError, match="request_asked_has_seats"), transaction.atomic():
        factories.PlacementRequestFactory(asked=True, participant_seat=6)


@pytest.mark.row("L1", "L2")
def test_a_canteen_that_takes_through_the_provider_is_never_asked_by_herself(enrolment, lead):
    canteen = factories.EmployerFactory(name="Kantina på Kaia", channel="through_provider")
    with pytest.raises(ValidationError, match="tar bare imot gjennom kursleverandøren") as refused:
        put(enrolment, canteen, lead)
    assert "asked_by" in refused.value.message_dict
    assert put(enrolment, canteen, lead, asked_by="provider").status == Status.ASKED


@pytest.mark.row("L2")
@pytest.mark.parametrize(
    ("changes", "field"),
    [({"asked_on": 1}, "asked_on"), ({"asked_on": -200}, "asked_on"), ({"note": "x" * 301}, "note")],
)
def test_what_cannot_be_is_refused_at_its_field(enrolment, lead, changes, field):
    changes = {name: day(value) if isinstance(value, int) else value for name, value in changes.items()}
    with pytest.raises(ValidationError) as refused:
        put(enrolment, factories.EmployerFactory(), lead, **changes)
    assert field in refused.value.message_dict
    assert not PlacementRequest.objects.exists()


def test_who_is_paused_merged_or_asked_already_is_not_asked(enrolment, lead):
    asked = factories.EmployerFactory()
    put(enrolment, asked, lead)
    paused = factories.EmployerFactory(paused_on=day(0))
    merged = factories.EmployerFactory(merged_into=asked)
    for employer, text in ((asked, "allerede spurt"), (paused, "tar ikke imot nå"), (merged, "slått sammen")):
        with pytest.raises(ValidationError, match=text):
            put(enrolment, employer, lead)


def test_nobody_asks_for_one_who_has_left(intake, lead):
    gone = factories.EnrolmentFactory(intake=intake, status="dropped_out", end_reason="other", ends_on=day(-1))
    with pytest.raises(ValidationError, match="Deltakelsen er avsluttet"):
        put(gone, factories.EmployerFactory(), lead)


@pytest.mark.parametrize(("offset", "text"), [(1, "fram i tid"), (-4, "ble spurt")])
def test_an_answer_has_a_day_after_the_question(enrolment, lead, offset, text):
    row = put(enrolment, factories.EmployerFactory(), lead, asked_on=day(-3))
    with pytest.raises(ValidationError, match=text):
        answer(row, lead, answered_on=day(offset))


def test_an_old_page_does_not_answer_over_a_new_answer(enrolment, lead):
    row = put(enrolment, factories.EmployerFactory(), lead)
    answer(row, lead, version=row.version)
    with pytest.raises(StaleVersion):
        answer(row, lead, version=row.version)


@pytest.mark.row("L2")
def test_a_wrong_answer_is_taken_back_the_same_day_and_is_first_in_the_queue(intake, enrolment, lead):
    employer = factories.EmployerFactory(slots=1)
    row = put(enrolment, employer, lead, asked_on=day(-2))
    answer(row, lead)
    again = actions.undo_answer(request=row, by=lead)
    assert (again.status, again.asked_on, again.answered_on) == (Status.ASKED, day(-2), None)
    put(factories.EnrolmentFactory(intake=intake), employer, lead)
    waiting = put(factories.EnrolmentFactory(intake=intake), employer, lead)
    last = put(factories.EnrolmentFactory(intake=intake), employer, lead)
    answer(row, lead)
    assert actions.undo_answer(request=row, by=lead).status == Status.QUEUED
    answer(PlacementRequest.objects.get(pk=waiting.pk), lead)
    assert PlacementRequest.objects.get(pk=row.pk).status == Status.ASKED
    assert PlacementRequest.objects.get(pk=last.pk).status == Status.QUEUED


def test_an_answer_of_yesterday_stands(enrolment, lead):
    row = answer(put(enrolment, factories.EmployerFactory(), lead), lead)
    PlacementRequest.objects.filter(pk=row.pk).update(closed_at=clock.now() - dt.timedelta(days=1))
    with pytest.raises(ValidationError, match="samme dag"):
        actions.undo_answer(request=row, by=lead)


@pytest.mark.row("L2")
def test_a_placement_withdraws_what_she_has_out_and_the_next_are_asked(intake, enrolment, lead):
    chosen, other = factories.EmployerFactory(), factories.EmployerFactory(slots=1)
    yes, out = put(enrolment, chosen, lead), put(enrolment, other, lead)
    put(factories.EnrolmentFactory(intake=intake), other, lead)
    next_one = put(factories.EnrolmentFactory(intake=intake), other, lead)
    assert next_one.status == Status.QUEUED
    agree_placement(
        enrolment=enrolment, employer=chosen, mentor_name="Kari", tasks="Kjøkken", hours_per_week=30,
        starts_on=day(1), ends_on=day(30), declared_on=day(0), by=lead,
    )  # fmt: skip
    for row in (yes, out, next_one):
        row.refresh_from_db()
    assert yes.status == Status.YES
    assert (out.status, out.get_withdrawn_because_display()) == (Status.WITHDRAWN, "Deltakeren har fått praksisplass")
    assert next_one.status == Status.ASKED


@pytest.mark.row("L2")
def test_more_places_let_the_queue_move(intake, lead):
    employer = factories.EmployerFactory(slots=1)
    for _n in range(5):
        put(factories.EnrolmentFactory(intake=intake), employer, lead)
    assert statuses(employer) == ["asked"] * 2 + ["queued"] * 3
    employer_actions.change_employer(employer=employer, by=factories.MembershipFactory(county_staff=True), slots=2)
    assert statuses(employer) == ["asked"] * 4 + ["queued"]
    employer_actions.change_employer(employer=employer, by=factories.MembershipFactory(county_staff=True), slots=1)
    answer(PlacementRequest.objects.filter(status="asked").first(), lead)
    assert statuses(employer).count("queued") == 1, "three are out where two may be"


@pytest.mark.row("L2")
def test_the_tick_withdraws_for_those_who_left_and_moves_the_queue(intake, enrolment, lead, commit):
    employer = factories.EmployerFactory(slots=1)
    instructor = factories.IntakeAssignmentFactory(intake=intake).membership
    row = put(enrolment, employer, lead)
    put(factories.EnrolmentFactory(intake=intake), employer, lead)
    waiting = put(factories.EnrolmentFactory(intake=intake), employer, lead)
    type(enrolment).objects.filter(pk=enrolment.pk).update(status="dropped_out", end_reason="work", ends_on=day(-1))
    assert [outcome.count for outcome in tick.run_all(["placements.requests"])] == [2]
    for one in (row, waiting):
        one.refresh_from_db()
    assert (row.status, row.withdrawn_because, waiting.status) == ("withdrawn", "ended", "asked")
    told = Notification.objects.filter(membership=instructor)
    assert [note.text for note in told] == [
        f"En deltaker på {intake.code} står først i køen og kan spørre {employer.name} nå."
    ]
    assert [outcome.count for outcome in tick.run_all(["placements.requests"])] == [0]


@pytest.mark.row("L2")
def test_a_period_with_more_places_moves_the_queue_on_its_first_day(intake, lead):
    employer = factories.EmployerFactory(slots=0)
    for _n in range(3):
        put(factories.EnrolmentFactory(intake=intake), employer, lead)
    employer.slot_periods.create(starts_on=day(0), ends_on=day(9), slots=1, agreed_by=lead, agreed_at=clock.now())
    assert [outcome.count for outcome in tick.run_all(["placements.requests"])] == [2]


@pytest.mark.row("L2")
def test_the_man_who_asked_13_employers_gets_help_after_three(enrolment, lead):
    """The report: one had asked up to 13 employers before the provider helped him find a placement."""
    for number in range(13):
        answer(put(enrolment, factories.EmployerFactory(), lead), lead, reason="full")
        tasks = Task.objects.filter(kind="placement_help")
        assert tasks.count() == (number >= 2), number
    task = tasks.get()
    assert (task.title, task.provider) == ("Hjelp deltakeren med å finne praksisplass", lead.provider)


@pytest.mark.row("L2")
def test_the_help_is_asked_for_again_when_it_happens_again(enrolment, lead):
    refuse = lambda: answer(put(enrolment, factories.EmployerFactory(), lead), lead)  # noqa: E731
    wrong = [refuse() for _n in range(3)][-1]
    actions.undo_answer(request=wrong, by=lead)
    assert not Task.objects.open().filter(kind="placement_help").exists(), "two refusals"
    answer(wrong, lead)
    complete_task(task=Task.objects.open().get(kind="placement_help"), by=lead)
    refuse(), refuse()
    assert not Task.objects.open().filter(kind="placement_help").exists()
    refuse()
    assert Task.objects.open().filter(kind="placement_help").count() == 1


@pytest.mark.row("L2")
def test_refusals_before_a_placement_do_not_count_in_the_next_search(enrolment, lead):
    refuse = lambda: answer(put(enrolment, factories.EmployerFactory(), lead), lead)  # noqa: E731
    refuse(), refuse()
    factories.PlacementFactory(enrolment=enrolment, created_at=clock.now())
    refuse(), refuse()
    assert not Task.objects.filter(kind="placement_help").exists()
    refuse()
    assert Task.objects.filter(kind="placement_help").exists()


@pytest.mark.row("L2")
def test_the_county_sets_when_the_provider_steps_in(enrolment, lead):
    from placements.models import PlacementRules

    PlacementRules.objects.create(county=enrolment.intake.contract.concept.county, step_in_after=1)
    answer(put(enrolment, factories.EmployerFactory(), lead), lead, status="no_answer")
    assert not Task.objects.filter(kind="placement_help").exists(), "no answer is no refusal"
    answer(put(enrolment, factories.EmployerFactory(), lead), lead)
    assert Task.objects.filter(kind="placement_help").count() == 1


def test_consent_is_dated_and_can_be_withdrawn(enrolment, lead):
    row = put(enrolment, factories.EmployerFactory(), lead, consent=True)
    assert row.consented_on == day(0)
    row = actions.set_consent(request=row, consents=False, by=lead)
    assert (row.consented_on, row.consent_withdrawn_on) == (None, day(0))
