"""Contracts: saved, in force, extended, ended; notices before they expire; places called off (C2)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from amo import clock
from amo.models import Notification
from courses import grants
from courses.actions import contract_lifecycle, contracts, lifecycle
from courses.actions.catalogue import save_intake
from courses.actions.contracts import OptionRow
from courses.contract_facts import notice_due, places_of, successor_of
from courses.models import Contract, ContractNotice, ContractOption, Intake, IntakeAssignment, PlacesBeyond
from participants import grants as participant_grants
from participants.models import Participant
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C2")]


def dates(changes: dict) -> dict:
    """Numbers of days from today as dates: a parameter cannot ask the clock."""
    return {
        name: today(value) if isinstance(value, int) and _is_day(name) else value for name, value in changes.items()
    }


def _is_day(name: str) -> bool:
    return name.endswith("_on") or name == "application_deadline"


def values(case, **changes):
    return {
        "concept": case.concept,
        "number": "OSL-2030-1",
        "provider": case.new_provider,
        "starts_on": today(60),
        "ends_on": today(500),
        "announced_on": today(-200),
        "deadline_on": today(-150),
        "awarded_on": today(-100),
        "places_bought": 60,
        "price_model": "Pris per plass",
        "introductory_weeks": 4,
    } | dates(changes)


def saved(case, *, options=(), **changes):
    return contracts.save_contract(contract=None, values=values(case, **changes), options=options, by=case.staff)


def test_a_tender_becomes_a_contract_in_force_with_its_options(case):
    row = OptionRow(months=12, use_by=today(400))
    contract = saved(case, options=[row, OptionRow(months=None, use_by=None)])
    assert contract.status == Contract.Status.DRAFT
    assert list(contract.options.values_list("number", "months", "status")) == [(1, 12, "open")]
    assert not Contract.objects.visible_to(case.new_lead).filter(pk=contract.pk).exists()
    contracts.activate(contract=contract, by=case.staff)
    contract.refresh_from_db()
    assert contract.status == Contract.Status.ACTIVE
    assert Contract.objects.visible_to(case.new_lead).filter(pk=contract.pk).exists()


@pytest.mark.parametrize("lacks", [{"provider": None}, {"places_bought": 0}])
def test_a_tender_is_not_in_force_before_it_has_provider_and_places(case, lacks):
    contract = saved(case, **lacks)
    with pytest.raises(ValidationError):
        contracts.activate(contract=contract, by=case.staff)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"deadline_on": -250}, "deadline_on"),
        ({"awarded_on": -160}, "awarded_on"),
        ({"starts_on": -101, "ends_on": 10}, "starts_on"),
        ({"ends_on": 59}, "ends_on"),
    ],
)
def test_dates_out_of_order_are_refused_at_the_field(case, wrong, field):
    with pytest.raises(ValidationError) as refused:
        saved(case, **wrong)
    assert field in refused.value.message_dict


def test_the_database_keeps_the_milestones_in_order_and_a_provider_in_force(case):
    for wrong in ({"deadline_on": today(-10), "announced_on": today(-5)}, {"provider": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Contract.objects.filter(pk=case.old.pk).update(**wrong)


def test_another_county_changes_nothing(case):
    other = f.MembershipFactory(county_staff=True)
    for action in (
        lambda: contracts.save_contract(contract=case.old, values={"number": "X"}, options=None, by=other),
        lambda: contracts.cancel(contract=case.old, reason="Nei", by=other),
        lambda: contracts.save_contract(contract=None, values=values(case), options=[], by=other),
    ):
        with pytest.raises(PermissionDenied):
            action()


def test_course_and_provider_of_one_in_force_stay(case):
    contracts.save_contract(
        contract=case.old, values={"provider": case.new_provider, "price_model": "Ny"}, options=None, by=case.staff
    )
    case.old.refresh_from_db()
    assert (case.old.provider, case.old.price_model) == (case.old_provider, "Ny")


def test_a_contract_cannot_end_before_its_classes(case):
    with pytest.raises(ValidationError) as refused:
        contracts.save_contract(contract=case.old, values={"ends_on": today(10)}, options=None, by=case.staff)
    assert case.intake.code in refused.value.message_dict["ends_on"][0]


# --- options ------------------------------------------------------------------------------------


def test_a_used_option_extends_the_contract_and_says_by_whom(case):
    f.ContractOptionFactory(contract=case.old, number=1, months=12, use_by=today(5))
    Contract.objects.filter(pk=case.old.pk).update(ends_on=dt.date(2031, 2, 28))
    option = contracts.use_option(contract=case.old, number=1, by=case.staff)
    case.old.refresh_from_db()
    assert case.old.ends_on == dt.date(2032, 2, 29)  # the end of the month stays the end of the month
    assert (case.old.options_used, option.decided_by, option.decided_on) == (1, case.staff, today())
    with pytest.raises(ValidationError):
        contracts.use_option(contract=case.old, number=1, by=case.staff)


def test_an_option_is_used_in_time_and_in_order(case, move_clock):
    f.ContractOptionFactory(contract=case.old, number=1, use_by=today(5))
    f.ContractOptionFactory(contract=case.old, number=2, use_by=today(50))
    with pytest.raises(ValidationError):
        contracts.use_option(contract=case.old, number=2, by=case.staff)
    move_clock(6)
    with pytest.raises(ValidationError):
        contracts.use_option(contract=case.old, number=1, by=case.staff)
    with pytest.raises(ValidationError):
        contracts.decline_option(contract=case.old, number=1, by=case.staff, note=" ")
    contracts.decline_option(contract=case.old, number=1, by=case.staff, note="Etterspørselen er borte.")
    contracts.use_option(contract=case.old, number=2, by=case.staff)
    statuses = list(ContractOption.objects.order_by("number").values_list("status", flat=True))
    assert statuses == ["not_used", "used"]


def test_a_settled_option_is_not_changed_by_the_form(case):
    f.ContractOptionFactory(contract=case.old, number=1, months=12, use_by=today(5))
    contracts.use_option(contract=case.old, number=1, by=case.staff)
    rows = [OptionRow(months=99, use_by=today(9), number=1), OptionRow(months=6, use_by=today(90))]
    contracts.save_contract(contract=case.old, values={}, options=rows, by=case.staff)
    found = list(ContractOption.objects.order_by("number").values_list("number", "months"))
    assert found == [(1, 12), (2, 6)]


def test_a_decision_is_undone_the_same_day_and_not_later(case, move_clock):
    f.ContractOptionFactory(contract=case.old, number=1, months=12, use_by=today(5))
    before = case.old.ends_on
    contracts.use_option(contract=case.old, number=1, by=case.staff)
    contracts.reopen_option(contract=case.old, number=1, by=case.staff)
    case.old.refresh_from_db()
    assert (case.old.ends_on, case.old.options_used, case.old.options.get().status) == (before, 0, "open")
    contracts.decline_option(contract=case.old, number=1, by=case.staff, note="Ikke behov.")
    move_clock(1)
    with pytest.raises(ValidationError):
        contracts.reopen_option(contract=case.old, number=1, by=case.staff)


def test_an_option_that_a_class_rests_on_is_not_undone(case):
    f.ContractOptionFactory(contract=case.old, number=1, months=12, use_by=today(5))
    contracts.use_option(contract=case.old, number=1, by=case.staff)
    f.IntakeFactory(contract=case.old, status="planned", starts_on=today(720))
    with pytest.raises(ValidationError) as refused:
        contracts.reopen_option(contract=case.old, number=1, by=case.staff)
    assert "ends_on" in refused.value.message_dict


# --- the days -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ends_in", "kind"),
    [(0, "14d"), (14, "14d"), (15, "3m"), (60, "3m"), (150, "6m"), (220, "8m"), (260, None), (-1, None)],
)
def test_the_most_urgent_notice_is_due(ends_in, kind):
    day = dt.date(2030, 3, 1)
    assert notice_due(day + dt.timedelta(days=ends_in), day) == kind


def notices():
    return list(ContractNotice.objects.order_by("pk").values_list("kind", flat=True))


def test_each_notice_is_sent_once_and_after_downtime_only_the_one_that_is_due(case, move_clock):
    Contract.objects.filter(pk=case.new.pk).delete()
    Contract.objects.filter(pk=case.old.pk).update(ends_on=today(238))
    for _repeat in range(2):
        contract_lifecycle.notify_expiry(clock.now())
    assert notices() == ["8m"]
    # Away from seven months before until one month before.
    move_clock(200)
    for _repeat in range(2):
        contract_lifecycle.notify_expiry(clock.now())
    assert notices() == ["8m", "3m"]
    move_clock(230)
    contract_lifecycle.notify_expiry(clock.now())
    assert notices() == ["8m", "3m", "14d"]
    texts = Notification.objects.filter(membership=case.staff)
    assert texts.count() == 3
    assert case.old.number in texts.first().text
    assert not Notification.objects.exclude(membership=case.staff).exists()


def test_an_extended_contract_is_told_of_again(case):
    Contract.objects.filter(pk=case.new.pk).delete()
    Contract.objects.filter(pk=case.old.pk).update(ends_on=today(100))
    contract_lifecycle.notify_expiry(clock.now())
    Contract.objects.filter(pk=case.old.pk).update(ends_on=today(200))
    contract_lifecycle.notify_expiry(clock.now())
    assert notices() == ["6m", "8m"]


def test_no_notice_where_a_later_contract_takes_over_and_the_page_says_so(case, client_for):
    Contract.objects.filter(pk=case.old.pk).update(ends_on=today(200))
    case.old.refresh_from_db()
    contract_lifecycle.notify_expiry(clock.now())
    assert notices() == []
    assert successor_of(case.old) == case.new
    page = client_for(case.staff).get(case.old.get_absolute_url()).content.decode()
    assert "Ny avtale er registrert: NY-1" in page
    Contract.objects.filter(pk=case.new.pk).update(status="cancelled")
    contract_lifecycle.notify_expiry(clock.now())
    assert notices() == ["8m"]


def test_the_tick_ends_a_contract_and_tells_of_classes_that_still_run(case):
    Contract.objects.filter(pk=case.old.pk).update(ends_on=today(-1))
    assert contract_lifecycle.advance(clock.now()) == 1
    case.old.refresh_from_db()
    assert case.old.status == Contract.Status.ENDED
    assert Notification.objects.filter(membership=case.staff, dedupe_key__endswith=":left").count() == 1
    assert contract_lifecycle.advance(clock.now()) == 0


def test_when_a_contract_ends_an_instructor_has_nothing_open_ended(case, enrol):
    """Her class is gone from her list, and every person with it, when nothing is left to report."""
    ended = f.IntakeFactory(contract=case.old, ended=True)
    f.IntakeAssignmentFactory(intake=ended, membership=case.old_instructor)
    enrol(ended, status="completed")
    Intake.objects.filter(pk=case.intake.pk).update(status="called_off")
    Contract.objects.filter(pk=case.old.pk).update(ends_on=today(-1))
    contract_lifecycle.advance(clock.now())
    last = ended.ends_on + dt.timedelta(days=160)
    assert IntakeAssignment.objects.get().ends_on == last
    assert Intake.objects.visible_to(case.old_instructor, last).exists()
    assert not Intake.objects.visible_to(case.old_instructor, last + dt.timedelta(days=1)).exists()
    assert participant_grants.differences() == []


@pytest.mark.parametrize("who", ["old_lead", "old_instructor"])
def test_what_a_provider_user_has_left_when_the_contract_is_over(case, enrol, who, client_for, move_clock):
    """The course view 40 days after her end, the reduced one until day 160 after the class's, then nothing (06-access)."""
    ended = f.IntakeFactory(contract=case.old, running=True, starts_on=today(-120), ends_on=today(1))
    f.IntakeAssignmentFactory(intake=ended, membership=case.old_instructor)
    enrolment = enrol(ended)
    Intake.objects.filter(pk=case.intake.pk).update(status="called_off")
    Contract.objects.filter(pk=case.old.pk).update(ends_on=today(1))
    member = getattr(case, who)

    def left(days):
        move_clock(days)
        lifecycle.advance(clock.now())
        contract_lifecycle.advance(clock.now())
        client = client_for(member)
        page = client.get(enrolment.get_absolute_url())
        return page.status_code, bool(grants.has_course_view(member, [enrolment.participant_id], on=clock.today()))

    assert left(30) == (200, True)
    assert left(60) == (200, False)
    assert left(161) == (200, False)
    assert left(162) == (404, False)
    case.old.refresh_from_db()
    assert case.old.status == "ended"
    assert not Participant.objects.visible_to(member).exists()
    # The contract itself a lead still reads; an instructor never did, and has no class left.
    listed = client_for(member).get(reverse("courses:contract_list"))
    assert listed.status_code == (200 if who == "old_lead" else 403)
    if who == "old_instructor":
        assert not Intake.objects.visible_to(member).exists()
    assert participant_grants.differences() == []


def test_a_contract_with_classes_left_is_not_cancelled(case):
    with pytest.raises(ValidationError) as refused:
        contracts.cancel(contract=case.old, reason="Misligholdt.", by=case.staff)
    assert case.intake.code in str(refused.value)
    Intake.objects.filter(pk=case.intake.pk).update(status="cut_short")
    with pytest.raises(ValidationError) as refused:
        contracts.cancel(contract=case.old, reason=" ", by=case.staff)
    assert "reason" in refused.value.message_dict
    contracts.cancel(contract=case.old, reason="Misligholdt.", by=case.staff)
    case.old.refresh_from_db()
    assert (case.old.status, case.old.cancelled_on) == ("cancelled", today())


# --- call-off -----------------------------------------------------------------------------------


def call_off(case, contract=None, *, reason="", intake=None, **changes):
    window = f.AllocationWindowFactory(county=case.county)
    fields = {
        "contract": contract or case.old,
        "window": window,
        "code": f"K-{Intake.objects.count()}x",
        "starts_on": today(30),
        "theory_ends_on": today(80),
        "ends_on": today(100),
        "place": "Storo",
        "application_deadline": today(10),
        "capacity": 15,
    } | dates(changes)
    return save_intake(intake=intake, values=fields, quotas={}, by=case.staff, beyond_reason=reason)


def test_places_are_counted_and_more_than_bought_needs_a_reason(case):
    Contract.objects.filter(pk=case.old.pk).update(places_bought=40)
    case.old.refresh_from_db()
    called_off = f.IntakeFactory(contract=case.old, status="called_off")
    assert places_of([case.old])[case.old.pk].left == 25
    call_off(case)
    assert places_of([case.old])[case.old.pk].left == 10
    with pytest.raises(ValidationError) as refused:
        call_off(case)
    assert "10 av 40" in refused.value.message_dict["beyond_reason"][0]
    intake = call_off(case, reason="Ventelista er lang.")
    row = PlacesBeyond.objects.get()
    assert (row.intake, row.places, row.reason, row.decided_by) == (intake, 5, "Ventelista er lang.", case.staff)
    assert places_of([case.old])[case.old.pk].left == -5
    assert called_off.contract == case.old


def test_a_reason_holds_until_still_more_places_are_wanted(case):
    Contract.objects.filter(pk=case.old.pk).update(places_bought=20)
    intake = call_off(case, reason="Ventelista er lang.")
    call_off(case, intake=intake, place="Helsfyr", code=intake.code, window=intake.window)
    with pytest.raises(ValidationError):
        call_off(case, intake=intake, capacity=16, code=intake.code, window=intake.window)
    assert PlacesBeyond.objects.count() == 1


def test_without_a_number_of_places_nothing_is_refused(case):
    Contract.objects.filter(pk=case.old.pk).update(places_bought=0)
    call_off(case)
    assert not PlacesBeyond.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"starts_on": 1, "theory_ends_on": 80, "application_deadline": -7}, None),
        ({"starts_on": 110, "theory_ends_on": 120, "ends_on": 130}, "starts_on"),
        ({"ends_on": 106}, "ends_on"),
        ({"ends_on": 105}, None),
    ],
)
def test_dates_outside_the_contract_are_refused(case, changes, field):
    contract = f.ContractFactory(concept=case.concept, starts_on=today(0), ends_on=today(105))
    window = f.AllocationWindowFactory(county=case.county, last_start=today(200))
    if field is None:
        call_off(case, contract, window=window, **changes)
        return
    with pytest.raises(ValidationError) as refused:
        call_off(case, contract, window=window, **changes)
    assert field in refused.value.message_dict


def test_nothing_new_is_called_off_from_a_contract_that_is_over_or_has_no_provider(case):
    for contract in (
        f.ContractFactory(concept=case.concept, status="ended"),
        f.ContractFactory(concept=case.concept, status="draft", provider=None),
    ):
        with pytest.raises(ValidationError) as refused:
            call_off(case, contract)
        assert "contract" in refused.value.message_dict
