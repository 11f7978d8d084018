"""The third course after two without work: taken in, held back until there is a plan (P7)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import clock, tick
from amo.models import Notification
from courses import plan_rule
from courses.actions import allocation, lifecycle
from courses.actions.applications import withdraw_application
from courses.allocation_data import awaiting_plan, load
from courses.facts_person import situations
from courses.models import AllocationDecision, Intake, Wish
from courses.waiting import History
from participants import actions, portfolio
from participants.list_rules import is_never_told
from participants.models import Participant, PortfolioRow, Task
from tests import factories as f
from tests.courses.nav.plans import apply, chain, course, make_plan
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("P7")]

MONDAY = dt.date(2026, 12, 14)
"""Ten working days later is Tuesday the 29th: Christmas Day is a Friday that year."""


@pytest.fixture
def held(case):
    """An application that waits for a plan."""
    chain(case.person, second_ended=today(-84))
    return apply(case)


# --- when it is asked for -----------------------------------------------------------------------


@pytest.mark.parametrize(("days", "asked"), [(83, False), (84, True), (85, True)])
def test_from_the_84th_day_a_plan_is_asked_for(case, days, asked):
    chain(case.person, second_ended=today(-days))
    application = apply(case)
    assert application.awaits_plan is asked
    assert Task.objects.filter(kind="plan").exists() is asked


def test_one_course_without_work_asks_for_nothing(case):
    course(case.person, today(-300))
    assert apply(case).plan_due_on is None


def test_a_course_that_led_to_work_is_not_one_of_the_two(case):
    chain(case.person, second_ended=today(-100))
    f.EmploymentFactory(participant=case.person, on_call_job=True, starts_on=today(-30), ends_on=today(-16))
    assert plan_rule.requirement(case.person, day=today()) is None


def test_courses_in_kurslop_count_and_those_left_for_work_or_cut_short_do_not(case):
    def enrolled(n, **more):
        starts_on = today(-1000 + 200 * n)
        intake = f.IntakeFactory(ended=True, starts_on=starts_on, **more.pop("intake", {}))
        return f.EnrolmentFactory(
            participant=case.person, intake=intake, status=more.pop("status", "completed"), starts_on=starts_on,
            ends_on=starts_on + dt.timedelta(days=90), **more,
        )  # fmt: skip

    enrolled(0, status="dropped_out", end_reason="work")
    enrolled(1, intake={"status": "cut_short"})
    enrolled(2)
    assert plan_rule.requirement(case.person, day=today()) is None
    last = enrolled(3, status="dropped_out", end_reason="no_show")
    found = plan_rule.requirement(case.person, day=today())
    assert (found.after, found.since) == (last.ends_on, last.ends_on + dt.timedelta(days=84))


@pytest.mark.parametrize(("days", "asked"), [(200, True), (199, False)])
def test_the_plan_must_be_newer_than_the_second_course(case, freeze, days, asked):
    now = today()
    chain(case.person, second_ended=now - dt.timedelta(days=200))
    freeze(now - dt.timedelta(days=days))
    make_plan(case)
    freeze(now)
    found = plan_rule.requirement(case.person, day=now)
    assert (found is not None) is asked
    assert apply(case).plan_due_on == (found.due_on if found else None)


@pytest.mark.parametrize(("days", "asked"), [(2300, True), (100, True), (99, False)])
def test_the_man_with_six_courses_needs_a_plan_newer_than_the_latest(case, freeze, days, asked):
    """A plan from after his second course is no plan for his seventh."""
    now = today()
    for n in range(6):
        course(case.person, now - dt.timedelta(days=100 + 500 * n))
    freeze(now - dt.timedelta(days=days))
    make_plan(case)
    freeze(now)
    found = plan_rule.requirement(case.person, day=now)
    assert (found is not None) is asked
    assert apply(case).awaits_plan is asked
    if found:
        since = now - dt.timedelta(days=100 + 4 * 500 - 84)
        assert (found.after, found.since) == (now - dt.timedelta(days=100), since)


@pytest.mark.parametrize(("days", "asked"), [(83, False), (84, True)])
def test_a_third_course_makes_the_plan_too_old_when_it_has_been_over_for_84_days(case, freeze, days, asked):
    now = today()
    chain(case.person, second_ended=now - dt.timedelta(days=400))
    course(case.person, now - dt.timedelta(days=days))
    freeze(now - dt.timedelta(days=200))
    make_plan(case)
    freeze(now)
    assert apply(case).awaits_plan is asked


def test_a_plan_that_is_gone_through_again_is_a_new_one(case, freeze):
    now = today()
    chain(case.person, second_ended=now - dt.timedelta(days=200))
    freeze(now - dt.timedelta(days=300))
    make_plan(case)
    freeze(now)
    make_plan(case, expected_number=2)
    assert apply(case).plan_due_on is None


# --- what follows -------------------------------------------------------------------------------


def test_the_caseworker_gets_a_task_that_leads_to_the_plan(case, held):
    task = Task.objects.get(kind="plan")
    assert (task.owner, task.participant, task.due_on) == (case.caseworker, case.person, held.plan_due_on)
    assert task.url == reverse("participants:plan_new", args=[case.person.public_id])
    assert case.person.last_name not in task.title
    # It is done by making the plan, not by saying so.
    with pytest.raises(ValidationError, match="når planen er laget"):
        actions.complete_task(task=task, by=case.caseworker)


def test_without_a_caseworker_it_is_the_offices_task(case):
    case.person.caseworker = None
    case.person.save()
    chain(case.person, second_ended=today(-84))
    apply(case)
    assert Task.objects.get(kind="plan").office == case.office


def test_the_ten_working_days_step_over_holidays(case, freeze):
    freeze(MONDAY)
    assert plan_rule.workdays.add_working_days(MONDAY, plan_rule.KEPT_WORKING_DAYS) == dt.date(2026, 12, 29)


def test_it_is_left_out_of_the_allocation_until_the_plan_is_there(case, held):
    other = f.ApplicationFactory(
        participant=f.ParticipantFactory(office=case.office, caseworker=case.caseworker), window=case.window
    )
    f.WishFactory(application=other, intake=case.care_intake)
    assert list(awaiting_plan(case.window)) == [held]
    run = allocation.run_allocation(window=case.window, by=case.staff)
    assert [decision.wish.application for decision in run.decisions.all()] == [other]
    assert run.inputs["awaiting_plan"] == 1
    make_plan(case)
    run = allocation.run_allocation(window=case.window, by=case.staff)
    assert {decision.wish.application for decision in run.decisions.all()} == {other, held}


def test_a_round_with_nothing_but_held_applications_is_not_run(case, held):
    with pytest.raises(ValidationError, match="Ingen søknader venter"):
        allocation.start_run(window=case.window, by=case.staff)


def test_approving_leaves_it_as_it_is(case, held, freeze):
    wish = held.wishes.get()
    run = allocation.run_allocation(window=case.window, by=case.staff)
    freeze(case.window.deadline + dt.timedelta(days=1))
    approver = f.MembershipFactory(county_staff=True, county=case.county)
    allocation.approve_run(run=run, by=approver)
    wish.refresh_from_db()
    held.refresh_from_db()
    assert (wish.status, held.status) == ("pending", "submitted")
    assert not AllocationDecision.objects.filter(wish=wish).exists()


def test_a_class_that_starts_without_it_refuses_her_but_not_as_full(case, held, client_for):
    case.care_intake.refresh_from_db()
    lifecycle.start_intakes(case.care_intake.starts_on)
    wish = held.wishes.get()
    assert (wish.status, wish.refusal_reason) == ("refused", Wish.RefusalReason.OTHER)
    # Nothing is left that a plan could help: nobody is asked for it, and no page says that it waits.
    assert Task.objects.get(kind="plan").done_at
    client = client_for(case.caseworker)
    own = reverse("courses:application_detail", args=[held.public_id])
    for url in (own, reverse("courses:person_courses", args=[case.person.public_id])):
        page = client.get(url).content.decode()
        assert case.care.title in page
        assert "Søknaden er tatt imot" not in page and "Venter på plan" not in page


def test_one_class_that_starts_leaves_the_plan_asked_for_while_another_wish_waits(case):
    chain(case.person, second_ended=today(-84))
    application = apply(case, case.care_intake, case.cafe_intake)
    Intake.objects.filter(pk=case.cafe_intake.pk).update(starts_on=case.care_intake.starts_on + dt.timedelta(days=1))
    lifecycle.start_intakes(case.care_intake.starts_on)
    assert [wish.status for wish in application.wishes.order_by("rank")] == ["refused", "pending"]
    assert Task.objects.get(kind="plan").done_at is None


# --- the plan is made ---------------------------------------------------------------------------


def test_the_plan_lets_the_application_in_and_closes_the_task(case, held):
    make_plan(case)
    held.refresh_from_db()
    assert held.plan_met_on == today()
    task = Task.objects.get(kind="plan")
    assert task.done_at and task.done_by == case.caseworker
    assert PortfolioRow.objects.get(pk=case.person.pk).plan_on == today()


@pytest.mark.parametrize(
    ("made_on", "waits_from"),
    [(dt.date(2026, 12, 14), MONDAY), (dt.date(2026, 12, 29), MONDAY), (dt.date(2026, 12, 30), dt.date(2026, 12, 30))],
)
def test_in_time_it_keeps_its_place_and_too_late_it_waits_from_the_plan(request, freeze, made_on, waits_from):
    freeze(MONDAY)
    case = request.getfixturevalue("case")
    chain(case.person, second_ended=MONDAY - dt.timedelta(days=84))
    held = apply(case)
    assert held.plan_due_on == dt.date(2026, 12, 29)
    freeze(made_on)
    make_plan(case)
    later = MONDAY + dt.timedelta(days=25)
    freeze(later)
    wish = held.wishes.select_related("application", "intake__contract").get()
    waited = History({case.person.pk}, window=case.window, day=later).of(wish)["days_waiting"]
    assert waited == (later - waits_from).days
    (application,) = load(case.window, day=later).applications
    queued_on = application.submitted_at.astimezone(clock.OSLO).date()
    assert queued_on == waits_from


def test_the_place_is_not_kept_for_another_round_when_the_plan_never_came(case, held, freeze):
    wish = held.wishes.select_related("application", "intake__contract").get()

    def waited(day):
        return History({case.person.pk}, window=case.window, day=day).of(wish)["days_waiting"]

    assert waited(held.plan_due_on) == (held.plan_due_on - today()).days
    assert waited(held.plan_due_on + dt.timedelta(days=1)) == 0


def test_taking_it_back_closes_the_task_and_a_plan_later_touches_it_not(case, held):
    withdraw_application(application=held, by=case.caseworker)
    assert Task.objects.get(kind="plan").done_at
    make_plan(case)
    held.refresh_from_db()
    assert (held.status, held.plan_met_on) == ("withdrawn", None)


# --- the days run out ---------------------------------------------------------------------------


def test_caseworker_and_lead_hear_of_it_once(case, held, freeze):
    lead = f.MembershipFactory(office=case.office, office_lead=True)
    freeze(held.plan_due_on)
    assert tick.run_all(only=["courses.plan_deadlines"])[0].count == 0
    freeze(held.plan_due_on + dt.timedelta(days=1))
    assert tick.run_all(only=["courses.plan_deadlines"])[0].count == 1
    assert tick.run_all(only=["courses.plan_deadlines"])[0].count == 0
    told = Notification.objects.filter(dedupe_key__endswith="plan-late")
    assert {row.membership for row in told} == {case.caseworker, lead}
    assert all(case.person.last_name not in row.text for row in told)


@pytest.mark.parametrize("protection", [{"address_protection": "strictly_confidential"}, {"is_shielded": True}])
def test_a_lead_who_may_not_open_the_person_hears_nothing_of_her_late_plan(case, held, freeze, protection):
    """Not even that somebody of the office has applied (06-access)."""
    plain = f.MembershipFactory(office=case.office, office_lead=True)
    trusted = f.MembershipFactory(office=case.office, office_lead=True, every_flag=True)
    Participant.objects.filter(pk=case.person.pk).update(**protection)
    freeze(held.plan_due_on + dt.timedelta(days=1))
    tick.run_all(only=["courses.plan_deadlines"])
    told = set(Notification.objects.filter(dedupe_key__endswith="plan-late").values_list("membership", flat=True))
    assert trusted.pk in told and plain.pk not in told


@pytest.mark.parametrize("how", ["plan", "withdrawn"])
def test_nobody_hears_of_what_is_settled(case, held, freeze, how):
    if how == "plan":
        make_plan(case)
    else:
        withdraw_application(application=held, by=case.caseworker)
    freeze(held.plan_due_on + dt.timedelta(days=1))
    assert tick.run_all(only=["courses.plan_deadlines"])[0].count == 0


# --- pages --------------------------------------------------------------------------------------


def test_the_form_says_it_before_sending_with_the_chain_that_causes_it(case, client_for):
    chain(case.person, second_ended=today(-84))
    page = client_for(case.caseworker).get(reverse("courses:application_new", args=[case.person.public_id]))
    text = page.content.decode()
    assert "Det neste kurset trenger en plan" in text and "Lag plan nå" in text
    assert "Truckfører" in text and "2 kurs på 2 år, 0 endte i jobb." in text


def test_the_application_says_so_kindly_and_leads_to_the_plan_and_back(case, held, client_for):
    client = client_for(case.caseworker)
    here = reverse("courses:application_detail", args=[held.public_id])
    plan_new = reverse("participants:plan_new", args=[case.person.public_id])
    text = client.get(here).content.decode()
    assert "Søknaden er tatt imot" in text and f"{plan_new}?next={here}" in text
    data = {"goal": "Jobb", "step_1_what": "Søke", "step_1_responsible": "participant", "version": 1}
    assert client.post(f"{plan_new}?next={here}", data)["Location"] == here
    assert "Søknaden er tatt imot" not in client.get(here).content.decode()


def test_the_waiting_list_and_the_round_show_that_it_waits(case, held, client_for):
    listed = client_for(case.caseworker).get(reverse("courses:application_list"), {"quick": "plan"})
    assert "Venter på plan" in listed.content.decode() and case.person.list_name in listed.content.decode()
    page = client_for(case.staff).get(case.window.get_absolute_url()).content.decode()
    assert "Én søknad venter på at brukeren får en plan" in page and "1 av søkerne venter på plan." in page


def test_the_chain_stands_on_the_person_page_and_the_advice_page(case, client_for):
    chain(case.person, second_ended=today(-300))
    f.EmploymentFactory(participant=case.person, on_call_job=True, starts_on=today(-250))
    client = client_for(case.caseworker)
    for route in ("participants:detail", "courses:advice"):
        text = client.get(reverse(route, args=[case.person.public_id])).content.decode()
        assert "2 kurs på 2 år, 1 endte i jobb, 1 av dem som ringevikar." in text, route
        assert "Ringevikar 20–60 % fra" in text and "Ikke jobb 12 uker etter" in text, route


def test_the_plan_page_never_asks_for_what_is_there(case, client_for):
    chain(case.person, second_ended=today(-84))
    make_plan(case)
    page = client_for(case.caseworker).get(reverse("courses:application_new", args=[case.person.public_id]))
    assert "Det neste kurset trenger en plan" not in page.content.decode()


def test_a_plan_that_is_too_old_is_said_to_be_on_the_form_and_before_the_meeting(case, client_for, freeze):
    now = today()
    chain(case.person, second_ended=now - dt.timedelta(days=400))
    freeze(now - dt.timedelta(days=300))
    make_plan(case)
    freeze(now)
    course(case.person, now - dt.timedelta(days=84))
    client, too_old = client_for(case.caseworker), "Planen er fra før det siste kurset tok slutt. Lag en ny."
    pages = [
        reverse(route, args=[case.person.public_id]) for route in ("courses:application_new", "participants:meeting")
    ]
    assert [too_old in client.get(url).content.decode() for url in pages] == [True, True]
    make_plan(case, expected_number=2)
    assert [too_old in client.get(url).content.decode() for url in pages] == [False, False]


def test_six_courses_before_kurslop_are_six_in_the_list_too(case):
    """Recorded as measures, they count as those held here do: she is neither new to courses nor never told (P4, P5)."""
    for n in range(6):
        course(case.person, today(-1500 + 200 * n))
    portfolio.rebuild([case.person.pk])
    row = PortfolioRow.objects.get(participant=case.person)
    assert row.courses_ended == 6 and not is_never_told(row)


def test_a_course_that_ended_last_month_is_too_early_to_warn_of(case):
    course(case.person, today(-200))
    course(case.person, today(-30))
    assert situations([case.person.pk], day=today())[case.person.pk].courses_without_work == 1
    assert situations([case.person.pk], day=today(54))[case.person.pk].courses_without_work == 2
