"""Classes go to another provider, and with them everything that opens and owns (C2)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from amo import clock
from amo.models import Notification
from courses.actions import absence, contract_lifecycle, handover
from courses.actions.catalogue import save_intake
from courses.actions.enrolments import assign_instructor
from courses.models import AbsenceWarning, Enrolment, Handover, Intake, IntakeAssignment, PlacesBeyond
from participants import grants
from participants.models import AccessGrant, Participant, Task
from placements.models import Placement, Visit
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C2")]


def draft(case, *intakes, day=0, **more):
    values = {
        "from_contract": case.old,
        "to_contract": case.new,
        "intakes": intakes or [case.intake],
        "day": today(day),
        "reason": "Leverandøren er slått konkurs.",
        "by": case.staff,
    }
    return handover.draft_handover(**(values | more))


def hand_over(case, *intakes, **more):
    return handover.confirm_handover(handover=draft(case, *intakes, **more), by=case.staff)


def sees(membership, enrolment, on=None) -> tuple[bool, bool]:
    """(the participation, the class itself)."""
    return (
        Enrolment.objects.visible_to(membership, on).filter(pk=enrolment.pk).exists(),
        Intake.objects.visible_to(membership, on).filter(pk=enrolment.intake_id).exists(),
    )


def levels(enrolment, **receiver) -> set[str]:
    """The levels open to a receiver today because of this participation."""
    found = AccessGrant.objects.active_on(clock.today()).filter(source_id=enrolment.public_id, **receiver)
    return set(found.values_list("level", flat=True))


def test_those_who_run_follow_the_class_and_the_old_provider_loses_them(case, enrol):
    f.IntakeAssignmentFactory(intake=case.intake, membership=case.old_instructor)
    enrolment = enrol()
    assert sees(case.old_lead, enrolment) == (True, True)
    assert sees(case.old_instructor, enrolment) == (True, True)

    hand_over(case)

    case.intake.refresh_from_db()
    assert case.intake.contract == case.new
    assert sees(case.new_lead, enrolment) == (True, True)
    assert sees(case.old_lead, enrolment) == (False, False)
    assert sees(case.old_instructor, enrolment) == (False, False)
    assert levels(enrolment, provider=case.old_provider) == set()
    assert levels(enrolment, provider=case.new_provider) == {"course", "reduced"}
    assert not Participant.objects.visible_to(case.old_lead).exists()
    assert IntakeAssignment.objects.get(intake=case.intake).ends_on == today(-1)
    assert grants.differences() == []


def test_who_ended_before_the_day_stays_with_the_old_provider_in_the_reduced_view(case, enrol):
    f.IntakeAssignmentFactory(intake=case.intake, membership=case.old_instructor)
    left = enrol(status="dropped_out", end_reason="ill", ends_on=today(-3))
    hand_over(case)
    assert levels(left, provider=case.old_provider) == {"reduced"}
    assert levels(left, provider=case.new_provider) == set()
    assert sees(case.old_lead, left) == (True, False)
    assert sees(case.new_lead, left) == (False, True)
    assert sees(case.old_instructor, left) == (False, False)
    last = case.intake.ends_on + dt.timedelta(days=160)
    assert sees(case.old_lead, left, on=last) == (True, False)
    assert sees(case.old_lead, left, on=last + dt.timedelta(days=1)) == (False, False)
    assert grants.differences() == []


def test_an_instructor_of_the_new_provider_sees_only_those_who_came_along(case, enrol):
    running, left = enrol(), enrol(status="dropped_out", end_reason="work", ends_on=today(-3))
    hand_over(case)
    case.intake.refresh_from_db()
    assign_instructor(intake=case.intake, instructor=case.new_instructor, starts_on=today(), by=case.new_lead)
    assert sees(case.new_instructor, running) == (True, True)
    assert sees(case.new_instructor, left) == (False, True)
    assert grants.differences() == []


def test_another_course_with_the_new_provider_does_not_open_what_was_over(case, enrol):
    """She is with the new provider now, on another course: that she had left this one is still not its business."""
    left = enrol(status="dropped_out", end_reason="ill", ends_on=today(-10))
    other = f.IntakeFactory(contract__provider=case.new_provider, running=True, starts_on=today(-5))
    enrol(other, participant=left.participant)
    hand_over(case)
    assert Participant.objects.visible_to(case.new_lead).filter(pk=left.participant_id).exists()
    assert sees(case.new_lead, left) == (False, True)


def test_nothing_happens_before_the_day_and_the_tick_does_it_then(case, enrol, move_clock):
    enrolment = enrol()
    planned = hand_over(case, day=10)
    assert planned.status == Handover.Status.PLANNED
    contract_lifecycle.advance(clock.now())
    assert sees(case.old_lead, enrolment) == (True, True)
    # Three days of downtime: the day itself still counts.
    move_clock(13)
    assert contract_lifecycle.advance(clock.now()) == 1
    planned.refresh_from_db()
    assert planned.status == Handover.Status.DONE
    given = AccessGrant.objects.get(source_id=enrolment.public_id, provider=case.old_provider, level="course")
    assert given.ends_on == planned.day - dt.timedelta(days=1)
    assert sees(case.new_lead, enrolment) == (True, True)
    assert contract_lifecycle.advance(clock.now()) == 0
    assert grants.differences() == []


def test_who_was_enrolled_on_the_day_itself_was_never_with_the_old_provider(case, enrol):
    enrolment = enrol(created_at=clock.now())
    hand_over(case)
    assert not AccessGrant.objects.filter(source_id=enrolment.public_id, provider=case.old_provider).exists()
    assert levels(enrolment, provider=case.new_provider) == {"course", "reduced"}
    assert grants.differences() == []


def test_a_class_that_comes_back_is_open_to_the_first_provider_again(case, enrol, move_clock):
    enrolment = enrol()
    hand_over(case)
    move_clock(5)
    back = handover.draft_handover(
        from_contract=case.new, to_contract=case.old, intakes=[case.intake], day=clock.today(), reason="Angret.",
        by=case.staff,
    )  # fmt: skip
    handover.confirm_handover(handover=back, by=case.staff)
    assert sees(case.old_lead, enrolment) == (True, True)
    assert sees(case.new_lead, enrolment) == (False, False)
    assert grants.differences() == []


def test_a_renewed_contract_with_the_same_provider_takes_nothing_from_anybody(case, enrol):
    f.IntakeAssignmentFactory(intake=case.intake, membership=case.old_instructor)
    enrolment = enrol()
    renewed = f.ContractFactory(concept=case.concept, provider=case.old_provider, ends_on=today(900))
    task = f.TaskFactory(participant=enrolment.participant, owner=None, provider=case.old_provider)
    hand_over(case, to_contract=renewed)
    assert sees(case.old_lead, enrolment) == (True, True)
    assert sees(case.old_instructor, enrolment) == (True, True)
    task.refresh_from_db()
    assert task.provider == case.old_provider
    assert grants.differences() == []


def test_open_tasks_get_the_new_provider_and_done_ones_and_those_of_an_earlier_course_stay(case, enrol):
    earlier = f.IntakeFactory(contract=case.old, ended=True, starts_on=today(-200))
    enrolment = enrol()
    before = enrol(earlier, participant=enrolment.participant, status="completed")
    mine = {"participant": enrolment.participant, "owner": None, "provider": case.old_provider}
    unit = f.TaskFactory(**mine, url=enrolment.get_absolute_url())
    personal = f.TaskFactory(participant=enrolment.participant, owner=case.old_instructor)
    done = f.TaskFactory(**mine, done_at=clock.now())
    report = f.TaskFactory(**mine, url=before.get_absolute_url())
    hand_over(case)
    owners = dict(Task.objects.exclude(kind="handover").values_list("pk", "provider"))
    assert owners[unit.pk] == case.new_provider.pk
    assert owners[personal.pk] == case.new_provider.pk
    assert owners[done.pk] == case.old_provider.pk
    assert owners[report.pk] == case.old_provider.pk


def test_an_absence_of_an_earlier_course_stays_with_who_had_it_and_one_of_this_course_goes_along(case, enrol):
    """Told by what the task is about: neither opens the page of a participation."""
    earlier = f.IntakeFactory(contract=case.old, ended=True, starts_on=today(-200))
    enrolment = enrol()
    before = enrol(earlier, participant=enrolment.participant, status="completed")
    absence._tell([f.AbsenceWarningFactory(enrolment=before)], case.old_lead)
    absence._tell([f.AbsenceWarningFactory(enrolment=enrolment)], case.old_lead)
    hand_over(case)
    owners = dict(Task.objects.exclude(provider=None).filter(kind="absence_pattern").values_list("url", "provider"))
    warnings = {warning.enrolment_id: absence.url_of(warning) for warning in AbsenceWarning.objects.all()}
    assert owners == {
        warnings[before.pk]: case.old_provider.pk,
        warnings[enrolment.pk]: case.new_provider.pk,
    }


def test_placements_and_visits_follow_and_the_workplace_is_told(case, enrol):
    enrolment = enrol()
    placement = f.PlacementFactory(enrolment=enrolment, created_by=case.old_lead, status="running")
    visit = f.VisitFactory(placement=placement, planned=True, logged_by=case.old_lead)
    hand_over(case)
    assert Placement.objects.visible_to(case.new_lead).get() == placement
    assert Visit.objects.visible_to(case.new_lead).get() == visit
    assert not Placement.objects.visible_to(case.old_lead).exists()
    assert not Visit.objects.visible_to(case.old_lead).exists()
    task = Task.objects.visible_to(case.new_lead).get(kind="handover")
    assert placement.employer.name in task.title
    assert "besøket" in task.title


def test_everybody_is_told_without_a_name(case, enrol):
    f.IntakeAssignmentFactory(intake=case.intake, membership=case.old_instructor)
    enrolment = enrol(participant=f.ParticipantFactory(last_name="Navnesen", caseworker=case.caseworker))
    protected = f.ParticipantFactory(is_shielded=True, caseworker=f.MembershipFactory(office=case.office))
    enrol(participant=protected)
    hand_over(case)
    told = {row.membership: row.text for row in Notification.objects.select_related("membership__user")}
    assert set(told) == {case.old_lead, case.new_lead, case.old_instructor, case.staff, case.caseworker}
    assert not [text for text in told.values() if enrolment.participant.last_name in text]
    assert "Nye Kurs AS" in told[case.caseworker]


def test_the_intake_page_says_who_was_responsible_when(case, enrol, client_for):
    enrol()
    done = hand_over(case)
    page = client_for(case.caseworker).get(f"/kurs/oppstarter/{case.intake.public_id}/").content.decode()
    assert "Gamle Kurs AS hadde kurset til" in page
    assert "da Nye Kurs AS overtok" in page
    assert done.intakes.get() == case.intake


def test_the_new_contract_notes_places_it_had_not_bought(case, enrol):
    case.new.places_bought = 5
    case.new.save()
    hand_over(case)
    row = PlacesBeyond.objects.get()
    assert (row.contract, row.places, row.reason) == (case.new, 10, "Leverandøren er slått konkurs.")


def test_a_class_that_was_handed_over_can_still_be_changed(case):
    """It began before the new contract did: its start day is not held against it."""
    hand_over(case)
    case.intake.refresh_from_db()
    save_intake(intake=case.intake, values={"place": "Storo", "window": None}, quotas={}, by=case.staff)
    case.intake.refresh_from_db()
    assert case.intake.place == "Storo"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (lambda case: {"to_contract": case.old}, "to_contract"),
        (lambda case: {"to_contract": f.ContractFactory(concept__county=case.county)}, "to_contract"),
        (lambda case: {"to_contract": f.ContractFactory(concept=case.concept, status="ended")}, "to_contract"),
        (lambda case: {"day": -1}, "day"),
        (lambda case: {"day": 1000}, "day"),
        (lambda case: {"reason": "  "}, "reason"),
        (lambda case: {"intakes": []}, "intakes"),
        (lambda case: {"intakes": [f.IntakeFactory(contract=case.old, ended=True)]}, "intakes"),
        (lambda case: {"intakes": [f.IntakeFactory(contract=case.new, running=True)]}, "intakes"),
        (lambda case: {"day": 300}, "intakes"),
        (
            lambda case: {
                "to_contract": f.ContractFactory(concept=case.concept, starts_on=today(-9), ends_on=today(20))
            },
            "intakes",
        ),
    ],
)
def test_what_cannot_be_handed_over_is_refused_at_its_field(case, change, field):
    with pytest.raises(ValidationError) as refused:
        draft(case, **change(case))
    assert field in refused.value.message_dict


def test_a_class_lies_in_one_planned_hand_over_only(case):
    hand_over(case, day=10)
    with pytest.raises(ValidationError) as refused:
        draft(case, day=12)
    assert "intakes" in refused.value.message_dict


def test_another_county_hands_nothing_over(case):
    other = f.MembershipFactory(county_staff=True)
    with pytest.raises(PermissionDenied):
        draft(case, by=other)
    waiting = draft(case)
    for action in (handover.confirm_handover, handover.cancel_handover):
        with pytest.raises(PermissionDenied):
            action(handover=waiting, by=other)


def test_a_planned_hand_over_can_be_given_up_and_both_hear_of_it(case, enrol, move_clock):
    enrolment = enrol()
    planned = hand_over(case, day=10)
    handover.cancel_handover(handover=planned, by=case.staff)
    move_clock(11)
    assert contract_lifecycle.advance(clock.now()) == 0
    assert sees(case.old_lead, enrolment) == (True, True)
    texts = list(Notification.objects.filter(membership=case.new_lead).values_list("text", flat=True))
    assert len(texts) == 2
    assert "avlyst" in " ".join(texts)
    with pytest.raises(ValidationError):
        handover.confirm_handover(handover=planned, by=case.staff)


def test_one_that_cannot_be_carried_out_is_told_and_does_not_stop_the_rest(case, enrol, move_clock):
    other_intake = f.IntakeFactory(contract=case.old, running=True)
    third = f.ContractFactory(concept=case.concept, starts_on=today(-5), ends_on=today(900))
    first = hand_over(case, case.intake, day=5)
    second = hand_over(case, other_intake, day=5, to_contract=third)
    case.new.status = "cancelled"
    case.new.save()
    move_clock(6)
    assert contract_lifecycle.advance(clock.now()) == 1
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.status, second.status) == ("planned", "done")
    contract_lifecycle.advance(clock.now())
    told = Notification.objects.filter(membership=case.staff, dedupe_key__endswith=":stopped")
    assert told.count() == 1


def test_a_class_that_ended_in_the_meantime_is_left_where_it_was(case, move_clock):
    short = f.IntakeFactory(contract=case.old, running=True, ends_on=today(80))
    planned = hand_over(case, case.intake, short, day=10)
    Intake.objects.filter(pk=short.pk).update(status="cut_short")
    move_clock(10)
    contract_lifecycle.advance(clock.now())
    short.refresh_from_db()
    assert short.contract == case.old
    assert list(planned.intakes.all()) == [case.intake]
