"""The third course after two without work: taken in, held back until there is a plan (P7)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import clock, tick
from amo.models import Notification
from courses import plan_rule
from courses.actions import allocation, lifecycle
from courses.actions.applications import submit_application, withdraw_application
from courses.allocation_data import awaiting_plan, load
from courses.models import AllocationDecision, Application, Intake, Wish
from courses.waiting import History
from participants import actions, portfolio
from participants.models import PortfolioRow, Task
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("P7")]

MONDAY = dt.date(2026, 12, 14)
"""Ten working days later is Tuesday the 29th: Christmas Day is a Friday that year."""


def course(person, ended: dt.date, **more):
    """A course of ninety days outside Kursløp that led to no work."""
    values = {"kind": "amo", "title": "Truckfører", "ended_in_work": False} | more
    return f.MeasureFactory(participant=person, starts_on=ended - dt.timedelta(days=90), ends_on=ended, **values)


def chain(person, *, second_ended: dt.date):
    """Two courses without work, the second of which ended on the day."""
    course(person, second_ended - dt.timedelta(days=400), title="Renhold")
    return course(person, second_ended)


def apply(case, *intakes) -> Application:
    return submit_application(
        participant=case.person,
        wishes=intakes or [case.care_intake],
        by=case.caseworker,
        against_reason="Vil prøve yrket.",
    )


def make_plan(case, **more):
    steps = [{"what": "Søke på fem stillinger", "responsible": "participant"}]
    return actions.save_plan(
        participant=case.person, goal="Fast jobb på sykehjem", steps=steps, by=case.caseworker, **more
    )


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


# --- the portfolio ------------------------------------------------------------------------------


def chain_from(person):
    return PortfolioRow.objects.get(pk=person.pk).chain_from


def test_what_changes_the_chain_changes_the_portfolio(case):
    by = case.caseworker
    for title, ended in (("Renhold", -500), ("Truck", -200)):
        actions.record_measure(
            participant=case.person, kind="amo", title=title, starts_on=today(ended - 60), ends_on=today(ended), by=by
        )
    assert chain_from(case.person) == today(-200 + 84)
    job = actions.record_employment(
        participant=case.person, employer_name="Lageret", form="permanent", fte_low=80, starts_on=today(-150),
        source="caseworker", by=by,
    )  # fmt: skip
    assert chain_from(case.person) is None
    actions.correct_employment(employment=job, ends_on=today(-140), by=by)
    assert chain_from(case.person) == today(-200 + 84)
    before = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == before


def test_a_course_that_ends_is_in_the_chain_the_day_after(case):
    course(case.person, today(-300))
    enrolment = f.EnrolmentFactory(participant=case.person, ends_on=today(5))
    portfolio.rebuild()
    assert chain_from(case.person) is None
    lifecycle.complete_enrolments(today(6))
    assert chain_from(case.person) == enrolment.ends_on + dt.timedelta(days=84)


# --- the requirement falls away -----------------------------------------------------------------


def _released(case, held) -> None:
    """In the allocation again, with the place it had from the start, and nobody is asked for a plan."""
    held.refresh_from_db()
    assert (held.plan_due_on, held.plan_met_on, held.awaits_plan) == (None, None, False)
    assert not awaiting_plan(held.window).exists()
    assert plan_rule.waits_from(today(-1), held.plan_due_on, held.plan_met_on) == today(-1)
    assert Task.objects.get(kind="plan").done_by == case.caseworker
    assert held.events.filter(plan_due_on__isnull=False).exists()


def _job(case, **more):
    values = {"employer_name": "Solbakken", "form": "permanent", "fte_low": 80, "starts_on": today(-20)} | more
    return actions.record_employment(participant=case.person, by=case.caseworker, source="participant", **values)


def test_a_job_on_the_84th_day_releases_the_application(case, held):
    _job(case)
    _released(case, held)


def test_a_job_that_was_not_held_then_releases_nothing(case, held):
    job = _job(case, ends_on=today(-1))
    held.refresh_from_db()
    assert held.awaits_plan and not Task.objects.get(kind="plan").done_at
    actions.correct_employment(employment=job, by=case.caseworker, ends_on=None)
    _released(case, held)


def test_it_keeps_its_place_also_when_the_days_are_out(case, held, freeze):
    freeze(held.plan_due_on + dt.timedelta(days=3))
    tick.run_all(only=["courses.plan_deadlines"])
    actions.record_employment(
        participant=case.person, by=case.caseworker, source="participant", employer_name="Solbakken", form="permanent",
        fte_low=80, starts_on=held.submitted_at.date() - dt.timedelta(days=20),
    )  # fmt: skip
    _released(case, held)


def test_education_releases_too(case, held):
    actions.record_education(
        participant=case.person, kind="ordinary", title="Helsefag", starts_on=today(-30), by=case.caseworker
    )
    _released(case, held)


@pytest.mark.parametrize("way", ["led to work", "another kind", "removed", "ended later"])
def test_a_wrong_earlier_course_forces_no_plan_for_ever(case, way):
    last = chain(case.person, second_ended=today(-84))
    held, by = apply(case), case.caseworker
    if way == "removed":
        actions.withdraw_measure(measure=last, by=by)
    else:
        changes = {
            "led to work": {"ended_in_work": True},
            "another kind": {"kind": "placement"},
            "ended later": {"ends_on": today(-83)},
        }[way]
        actions.correct_measure(measure=last, by=by, **changes)
    _released(case, held)
    before = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == before


def test_an_application_that_was_not_held_back_never_is_afterwards(case):
    sent = apply(case)
    for ended in (today(-84), today(-400)):
        actions.record_measure(
            participant=case.person, kind="amo", title="Renhold", starts_on=ended - dt.timedelta(days=90), ends_on=ended,
            ended_in_work=False, by=case.caseworker,
        )  # fmt: skip
    sent.refresh_from_db()
    assert sent.plan_due_on is None


def test_withdrawn_applications_are_left_as_they_are(case, held):
    withdraw_application(application=held, by=case.caseworker)
    held.refresh_from_db()
    kept = held.version
    _job(case)
    held.refresh_from_db()
    assert (held.version, held.plan_due_on is None) == (kept, False)
