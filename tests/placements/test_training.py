"""The training plan: from a template, agreed by three, ticked, and that it is not followed is seen (L4)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from amo.versions import StaleVersion
from placements.actions import training as actions
from placements.actions.plan_templates import StepLine, save_template
from placements.models import Placement, PlanGoal, PlanTemplate
from placements.training_follow import not_followed, reasons
from tests import factories

pytestmark = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


@pytest.fixture
def placement():
    enrolment = factories.EnrolmentFactory(granted=True)
    return factories.PlacementFactory(enrolment=enrolment, starts_on=day(-30), ends_on=day(30))


@pytest.fixture
def lead(placement):
    return placement.created_by


def with_steps(*weeks, **changes):
    template = factories.PlanTemplateFactory(**changes)
    for rank, week in enumerate(weeks, start=1):
        factories.TemplateStepFactory(template=template, rank=rank, text=f"Steg i uke {week}", week=week)
    return template


@pytest.mark.row("L4")
def test_a_plan_copies_the_template_and_dates_its_steps_by_week(placement, lead):
    plan = actions.make_plan(placement=placement, template=with_steps(3, 1, 40), by=lead)
    goals = [(goal.text, goal.due_on) for goal in plan.goals.all()]
    assert goals == [
        ("Steg i uke 1", placement.starts_on + dt.timedelta(days=6)),
        ("Steg i uke 3", placement.starts_on + dt.timedelta(days=20)),
        ("Steg i uke 40", placement.ends_on),
    ]
    assert not plan.is_agreed
    with pytest.raises(ValidationError, match="allerede en opplæringsplan"):
        actions.make_plan(placement=placement, by=lead)


def plan_data(plan, **changes):
    goal = plan.goals.first()
    data = {
        "submission": str(uuid.uuid4()),
        "version": plan.version,
        "text_1": "Ta imot gjester",
        "due_1": day(3).isoformat(),
        "judge_1": "together",
        "goal_1": str(goal.public_id) if goal else "",
        "text_2": "Dekke bordet",
        "due_2": day(1).isoformat(),
        "judge_2": "mentor",
        "goal_2": "",
    }
    return data | changes


@pytest.mark.row("L4")
def test_the_three_change_the_steps_and_agree(placement, lead, client_for):
    plan = actions.make_plan(placement=placement, template=with_steps(1, 2), by=lead)
    url = reverse("placements:training_edit", args=[placement.public_id])
    client = client_for(lead)
    assert "Steg i uke 2" in client.get(url).text
    agreed = dict.fromkeys(("participant_agreed_on", "employer_agreed_on", "provider_agreed_on"), day(0).isoformat())
    assert client.post(url, plan_data(plan, **agreed)).status_code == 302
    plan.refresh_from_db()
    assert [(goal.text, goal.judged_by) for goal in plan.goals.all()] == [
        ("Dekke bordet", "mentor"),
        ("Ta imot gjester", "together"),
    ]
    assert plan.is_agreed


@pytest.mark.row("L4")
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"due_1": ""}, "Velg hvilken dag steget skal være nådd."),
        ({"due_1": "2020-01-01"}, "utenfor praksisperioden"),
        ({"text_1": "", "text_2": ""}, "Skriv minst ett steg."),
        ({"employer_agreed_on": "2999-01-01"}, "Datoen kan ikke være fram i tid."),
        ({"judge_1": "nobody"}, "Velg hvem som vurderer."),
        ({"text_1": "x" * 201}, "Steget kan ha høyst 200 tegn."),
    ],
)
def test_a_wrong_plan_is_told_and_what_was_typed_stays(placement, lead, client_for, changes, message):
    plan = actions.make_plan(placement=placement, template=with_steps(1), by=lead)
    url = reverse("placements:training_edit", args=[placement.public_id])
    answer = client_for(lead).post(url, plan_data(plan, **changes))
    assert answer.status_code == 422
    assert message in answer.text
    assert changes.get("text_2", "Dekke bordet") in answer.text
    assert plan.goals.get().text == "Steg i uke 1"


@pytest.mark.row("L4")
def test_a_stale_plan_is_not_saved(placement, lead, client_for):
    plan = actions.make_plan(placement=placement, template=with_steps(1), by=lead)
    url = reverse("placements:training_edit", args=[placement.public_id])
    client = client_for(lead)
    assert client.post(url, plan_data(plan)).status_code == 302
    answer = client.post(url, plan_data(plan, text_1="Noe helt annet"))
    assert answer.status_code == 409
    assert "Noe helt annet" in answer.text
    assert not plan.goals.filter(text="Noe helt annet").exists()


@pytest.mark.row("L4")
def test_steps_are_ticked_once_and_a_wrong_tick_is_taken_back(placement, lead, client_for):
    plan = actions.make_plan(placement=placement, template=with_steps(1, 2), by=lead)
    first, second = plan.goals.all()
    visit = factories.VisitFactory(placement=placement)
    assert actions.tick_goals(plan=plan, goals=[first], on=day(-1), visit=visit, by=lead) == 1
    assert actions.tick_goals(plan=plan, goals=[first, second], on=day(0), by=lead) == 1
    first.refresh_from_db()
    assert (first.reached_on, first.visit) == (day(-1), visit)
    url = reverse("placements:training_untick", args=[placement.public_id, first.public_id])
    data = {"version": plan.version, "submission": str(uuid.uuid4())}
    client = client_for(lead)
    for _again in range(2):
        assert client.post(url, data).status_code == 302
    first.refresh_from_db()
    assert (first.reached_on, first.visit) == (None, None)
    # Reached anew after that, it is not opened by the same form come late.
    actions.tick_goals(plan=plan, goals=[first], on=day(0), by=lead)
    client.post(url, data)
    first.refresh_from_db()
    assert first.reached_on == day(0)


@pytest.mark.row("L4")
def test_a_tick_on_a_plan_that_was_changed_is_told(placement, lead, client_for):
    plan = actions.make_plan(placement=placement, template=with_steps(1, 2), by=lead)
    first, second = plan.goals.all()
    actions.tick_goals(plan=plan, goals=[first], on=day(0), by=lead)
    client, url = client_for(lead), reverse("placements:training_plan", args=[placement.public_id])
    sent = {"version": plan.version, "reached_on": day(0).isoformat(), "goals": [str(second.pk)]}
    lines = [actions.GoalLine(goal.text, goal.due_on, public_id=goal.public_id) for goal in (first, second)]
    actions.change_plan(plan=plan, goals=lines, by=lead)
    assert client.post(url, sent).status_code == 409
    undo = reverse("placements:training_untick", args=[placement.public_id, first.public_id])
    told = client.post(undo, {"version": sent["version"]}, follow=True)
    assert "Noen andre har endret planen." in told.text
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.reached_on, second.reached_on) == (day(0), None)


@pytest.mark.row("L4")
def test_a_step_taken_away_meanwhile_is_told(placement, lead):
    plan = actions.make_plan(placement=placement, template=with_steps(1, 2), by=lead)
    gone = plan.goals.first()
    PlanGoal.objects.filter(pk=gone.pk).delete()
    with pytest.raises(ValidationError, match="ikke lenger i planen"):
        actions.untick_goal(plan=plan, goal=gone, by=lead)


@pytest.mark.parametrize(("offset", "message"), [(1, "fram i tid"), (-31, "før praksisen startet")])
def test_a_tick_lies_within_the_placement(placement, lead, offset, message):
    plan = actions.make_plan(placement=placement, template=with_steps(1), by=lead)
    with pytest.raises(ValidationError, match=message):
        actions.tick_goals(plan=plan, goals=plan.goals.all(), on=day(offset), by=lead)


def test_a_step_of_another_plan_is_not_ticked(placement, lead):
    plan = actions.make_plan(placement=placement, template=with_steps(1), by=lead)
    with pytest.raises(ValidationError, match="hører ikke til planen"):
        actions.tick_goals(plan=plan, goals=[factories.PlanGoalFactory()], on=day(0), by=lead)


def test_a_step_that_is_reached_is_not_taken_away(placement, lead):
    plan = actions.make_plan(placement=placement, template=with_steps(1), by=lead)
    actions.tick_goals(plan=plan, goals=plan.goals.all(), on=day(0), by=lead)
    with pytest.raises(ValidationError, match="er nådd og kan ikke fjernes"):
        actions.change_plan(plan=plan, goals=[actions.GoalLine("Ny", day(1))], by=lead)


# --- not followed ---------------------------------------------------------------------------------


def plan_of(placement, *goals, agreed=True):
    """goals: (due, reached or None) as days from today."""
    days = {} if agreed else {"employer_agreed_on": None}
    plan = factories.TrainingPlanFactory(placement=placement, **days)
    for due, reached in goals:
        reached_on = None if reached is None else day(reached)
        factories.PlanGoalFactory(plan=plan, due_on=day(due), reached_on=reached_on)
    return plan


def flags(placement):
    found = not_followed(Placement.objects.filter(pk=placement.pk), clock.today()).first()
    return reasons(found, clock.today()) if found else []


@pytest.mark.row("L4")
@pytest.mark.parametrize(
    ("goals", "agreed", "said"),
    [
        ([(-1, None), (5, -2)], True, ["1 steg er over fristen."]),
        ([(0, None), (5, -2)], True, []),
        ([(5, None), (-10, -21)], True, []),
        ([(5, None), (-10, -22)], True, ["Ingen steg er nådd siden"]),
        ([(5, None)], True, ["Ingen steg er nådd siden"]),
        ([(-25, -25)], True, []),
        ([(-1, None)], False, []),
    ],
)
def test_a_plan_is_not_followed_when_steps_are_late_or_nothing_moves(placement, goals, agreed, said):
    plan_of(placement, *goals, agreed=agreed)
    found = flags(placement)
    assert len(found) == len(said)
    assert all(one.startswith(start) for one, start in zip(found, said, strict=True))


@pytest.mark.row("L4")
def test_the_latest_visit_that_asked_says_whether_it_is_followed(placement):
    plan_of(placement, (5, -1))
    factories.VisitFactory(placement=placement, held_on=day(-5), plan_followed="no")
    factories.VisitFactory(placement=placement, held_on=day(-2), plan_followed="")
    assert flags(placement) == ["Det ble sagt på siste besøk at opplæringen ikke følges."]
    factories.VisitFactory(placement=placement, held_on=day(-1), plan_followed="yes")
    assert flags(placement) == []


@pytest.mark.row("L4")
def test_it_is_seen_on_the_placement_in_the_class_and_by_county_staff(placement, lead, client_for):
    plan_of(placement, (-1, None))
    intake = placement.enrolment.intake
    staff = factories.MembershipFactory(county_staff=True, county=intake.contract.concept.county)
    for membership, route, args in (
        (lead, "placements:placement_detail", [placement.public_id]),
        (lead, "courses:roster", [intake.public_id]),
        (staff, "placements:training_not_followed", []),
    ):
        assert "1 steg er over fristen." in client_for(membership).get(reverse(route, args=args)).text
    assert "Opplæringsplan som ikke følges" in client_for(lead).get(reverse("amo:start")).text


def test_the_list_asks_as_many_questions_for_many(placement, lead, client_for):
    client, url = client_for(lead), reverse("placements:training_not_followed")

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    plan_of(placement, (-1, None))
    asked()
    one = asked()
    for _n in range(3):
        enrolment = factories.EnrolmentFactory(intake=placement.enrolment.intake, granted=True)
        plan_of(factories.PlacementFactory(enrolment=enrolment, starts_on=day(-30), created_by=lead), (-1, None))
    assert asked() == one


# --- templates ------------------------------------------------------------------------------------


def template_data(named, **changes):
    data = {
        "submission": str(uuid.uuid4()),
        "occupation": named.code,
        "title": "Kjøkkenassistent",
        "active": "on",
        "text_1": "Lage dagens suppe",
        "week_1": "4",
        "text_2": "Vaske opp",
        "week_2": "1",
        "text_3": "",
        "week_3": "",
    }
    return data | changes


@pytest.mark.row("L4")
def test_county_staff_keep_templates_in_order_of_week(client_for):
    staff, occupation = factories.MembershipFactory(county_staff=True), factories.OccupationFactory()
    client, new = client_for(staff), reverse("placements:plan_template_new")
    assert client.post(new, template_data(occupation)).status_code == 302
    template = PlanTemplate.objects.get()
    assert [step.text for step in template.steps.all()] == ["Vaske opp", "Lage dagens suppe"]
    url = reverse("placements:plan_template_edit", args=[template.public_id])
    assert "Lage dagens suppe" in client.get(url).text
    assert client.post(url, template_data(occupation, version=1, active="")).status_code == 302
    template.refresh_from_db()
    assert not template.active
    stale = client.post(url, template_data(occupation, version=1, title="For sent"))
    assert stale.status_code == 409 and "For sent" in stale.text


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"text_1": "", "text_2": ""}, "Skriv minst ett steg."),
        ({"week_1": ""}, "Skriv hvilken uke"),
        ({"week_1": "60"}, "Skriv en uke fra 1 til 52."),
        ({"week_1": "snart"}, "Skriv uka med tall."),
        ({"occupation": "Finnes ikke"}, "Finner ikke yrket"),
    ],
)
def test_a_wrong_template_is_told_at_its_field(client_for, changes, message):
    staff, occupation = factories.MembershipFactory(county_staff=True), factories.OccupationFactory()
    answer = client_for(staff).post(reverse("placements:plan_template_new"), template_data(occupation, **changes))
    assert answer.status_code == 422
    assert message in answer.text
    assert not PlanTemplate.objects.exists()


def test_an_occupation_has_one_template_in_use(client_for):
    staff, old = factories.MembershipFactory(county_staff=True), with_steps(1)
    values = {"occupation": old.occupation, "title": "Ny", "active": True, "steps": [StepLine("Vaske", 1)], "by": staff}
    with pytest.raises(ValidationError, match="allerede en mal"):
        save_template(county=old.county, **values)
    save_template(county=old.county, **values | {"active": False})
    with pytest.raises(StaleVersion):
        save_template(template=old, version=7, **values)
