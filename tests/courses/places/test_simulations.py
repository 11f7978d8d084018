"""What other criteria would have given: beside a proposal, for a draft, and for rounds that are over (A2)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import jobs
from courses import run_page
from courses.actions import allocation, policies, simulations
from courses.actions.policies import to_policy
from courses.models import AllocationDecision, AllocationRun, AllocationSimulation, PolicyVersion
from courses.recorded import recorded
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A2")]
SEED = "00" * 16
POINTS = {
    "fit": 40, "waiting": 25, "waiting_days": 365, "refusal_1": 10, "refusal_2": 15, "course_penalty": 5,
    "course_cap": 3,
}  # fmt: skip
ALLOCATION = PolicyVersion.Engine.ALLOCATION


@pytest.fixture
def world():
    """One place: by waiting time the first gets it, by the checklist alone the second does."""
    world = World(places=1)
    item = factories.ChecklistItemFactory(concept=world.concept)
    world.patient = world.applies(days_ago=360)
    world.fitting = world.applies(days_ago=3)
    factories.ChecklistAnswerFactory(participant=world.fitting.participant, item=item, answer="met")
    factories.ChecklistItemFactory(concept=world.concept)
    world.run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    return world


def draft(world, **changes):
    return policies.draft_policy(
        engine=ALLOCATION, parameters=POINTS | changes, valid_from=today(), note="Prøver ut.", by=world.maker
    )


def test_a_stored_run_counted_again_gives_itself(world):
    world.applies(person=world.person(strictly_confidential=True))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    record = recorded(run)
    assert set(record.again(to_policy(run.policy))) == set(record.decided)
    assert len(record.decided) == 3


def test_what_another_version_would_have_given_is_shown_and_not_stored(world, client_for):
    made = draft(world, waiting=0)
    before = AllocationDecision.objects.count(), AllocationRun.objects.count()
    url = reverse("courses:run_compare", args=[world.run.public_id])
    client = client_for(world.maker)
    assert "Vis forskjellen" in text(client.get(url))
    page = text(client.get(url, {"policy": made.pk}))
    assert "2 søkere får en annen plass" in page
    assert world.patient.participant.list_name in page and world.fitting.participant.list_name in page
    assert (AllocationDecision.objects.count(), AllocationRun.objects.count()) == before
    refused = client.get(url, {"policy": "0"})
    assert refused.status_code == 422 and "Velg en av versjonene." in text(refused)


def test_the_criteria_are_drafted_previewed_and_taken_into_use_by_a_second_person(world, client_for):
    url = reverse("courses:criteria_new")
    data = POINTS | {"waiting": 0, "valid_from": today().isoformat(), "note": "Ventetid skal ikke telle."}
    maker = client_for(world.maker)
    for changes, message in (
        ({"fit": "101"}, "Skriv et helt tall fra 0 til 100."),
        ({"waiting_days": "0"}, "Skriv et helt tall fra 1 til 3650."),
        ({"refusal_2": "5"}, "To avslag kan ikke gi færre poeng enn ett."),
        ({"note": ""}, "Skriv hvorfor kriteriene endres."),
    ):
        refused = maker.post(url, data | changes)
        assert refused.status_code == 422 and message in text(refused), message
    response = maker.post(url, data)
    assert response.status_code == 302
    page = text(client_for(world.approver).get(response.url))
    assert "Hva utkastet ville gitt" in page and "2 søkere får en annen plass" in page
    number = PolicyVersion.objects.get(engine=ALLOCATION, status="draft").number
    use = reverse("courses:criteria_use", args=[number])
    assert maker.post(use).status_code == 422
    assert client_for(world.approver).post(use).status_code == 302
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    assert run.policy.number == number
    assert run.decisions.get(outcome="placed").wish.application == world.fitting
    other = World()
    other.applies()
    assert allocation.run_allocation(window=other.window, by=other.maker, seed=SEED).policy.number != number


def test_a_simulation_of_last_year_is_a_job_that_changes_nothing(world, client_for):
    made = draft(world, waiting=0)
    client = client_for(world.maker)
    url = reverse("courses:simulation_new")
    data = {"first_day": today(-365).isoformat(), "last_day": today(200).isoformat(), "policy": made.pk}
    refused = client.post(url, data)
    assert refused.status_code == 422 and "Ingen runde med kursstart i perioden er fordelt" in text(refused)
    allocation.approve_run(run=world.run, by=world.approver)
    # The days proposed hold the round, also where its courses start later than today.
    assert f'value="{world.window.last_start.isoformat()}"' in client.get(url).content.decode()
    before = list(AllocationDecision.objects.order_by("pk").values_list("pk", "outcome", "facts"))
    assert client.post(url, data).status_code == 302
    assert jobs.run_waiting() == 1
    simulation = AllocationSimulation.objects.get()
    (round_,) = simulation.result["rounds"]
    assert (round_["then"]["placed"], round_["now"]["placed"], round_["accepted"]) == (1, 1, 0)
    assert round_["then"]["days"] == 360 and round_["now"]["days"] == 3
    assert simulation.result["offices"] == {world.office.name: [2, 1, 1]}
    assert list(AllocationDecision.objects.order_by("pk").values_list("pk", "outcome", "facts")) == before
    page = text(client.get(simulation.get_absolute_url()))
    assert "Slik det ble fordelt" in page and world.window.name in page
    assert "Versjon" in text(client.get(reverse("courses:simulation_list")))
    stranger = client_for(factories.MembershipFactory(county_staff=True))
    assert stranger.get(simulation.get_absolute_url()).status_code == 404
    job_run = jobs.JobRun.objects.get()
    assert simulations.run_job(job_run)["url"] == simulation.get_absolute_url()
    assert AllocationSimulation.objects.count() == 1


def test_a_period_the_wrong_way_round_is_told_at_the_field(world, client_for):
    data = {"first_day": today().isoformat(), "last_day": today(-1).isoformat(), "policy": world.run.policy_id}
    refused = client_for(world.maker).post(reverse("courses:simulation_new"), data)
    assert refused.status_code == 422 and "Siste dag kan ikke være før den første." in text(refused)


def test_another_countys_draft_is_not_tried(world):
    other = World()
    foreign = draft(other)
    with pytest.raises(PermissionDenied):
        simulations.start_simulation(policy=foreign, first_day=today(-9), last_day=today(99), by=world.maker)
    with pytest.raises(ValidationError):
        simulations.start_simulation(policy=world.run.policy, first_day=today(-9), last_day=today(-8), by=world.maker)


def test_a_person_with_a_strictly_confidential_address_is_in_no_count(world):
    hidden = world.applies(person=world.person(strictly_confidential=True))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    assert run.decisions.filter(wish__application=hidden).exists()
    shown = run_page.context(run, world.maker)
    assert {str(name): number for name, number in shown["summary"]}["Søkere"] == 2
    assert shown["courses"][0]["applicants"] == 2


def test_the_comparison_asks_the_same_for_any_number(world, client_for):
    client, counts = client_for(world.maker), []
    client.get(reverse("courses:window_list"))
    for more in (1, 8):
        for _ in range(more):
            office = factories.OfficeFactory(county=world.county)
            intake = world.intake(capacity=1)
            world.applies(intake, caseworker=factories.MembershipFactory(office=office))
        run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
        policy = draft(world, waiting=0)
        with CaptureQueriesContext(connection) as queries:
            address = reverse("courses:run_compare", args=[run.public_id])
            assert client.get(address, {"policy": policy.pk}).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
