"""The county's pages: from a round to offers, and no more questions to the database for more applicants."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import jobs
from courses import run_page
from courses.actions import allocation
from courses.models import AllocationRun, Intake, Offer
from tests import factories
from tests.courses.places.world import World, statuses, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def world():
    return World()


@pytest.fixture
def offered(world):
    application = world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    allocation.approve_run(run=run, by=world.approver)
    return Offer.objects.get(wish__application=application)


@pytest.mark.row("A2")
def test_from_round_to_offers_through_the_pages(world, client_for):
    first, second = world.applies(), world.applies()
    Intake.objects.update(capacity=1)
    maker, approver = client_for(world.maker), client_for(world.approver)
    response = maker.post(reverse("courses:run_new", args=[world.window.public_id]))
    assert response.status_code == 302
    for job_run in jobs.JobRun.objects.all():
        jobs.run(job_run.pk)
    run = AllocationRun.objects.get()
    page = text(maker.get(run.get_absolute_url()))
    assert "Poengene følger fastsatte kriterier." in page and "To ansatte har kontrollert" not in page
    people = text(maker.get(reverse("courses:run_decisions", args=[run.public_id])))
    assert first.participant.list_name in people and second.participant.list_name in people
    assert "Den ledige plassen (1) gikk til søkere som sto foran i rekkefølgen." in people
    assert "En annen i Nav tiltak må godkjenne det." in page
    url = reverse("courses:run_approve", args=[run.public_id])
    refused = maker.post(url, {"version": run.version})
    assert refused.status_code == 422
    assert "godkjennes av en annen" in text(refused)
    assert approver.post(url, {"version": run.version}).status_code == 302
    assert [statuses(a) for a in (first, second)] == [["offered"], ["waiting"]]
    page = text(maker.get(run.get_absolute_url()))
    assert "Poengene følger fastsatte kriterier. To ansatte har kontrollert fordelingen." in page


def test_many_offers_go_out_and_come_back_through_the_pages(client_for):
    """With several caseworkers, so that a page that asks once per row is caught."""
    world = World(intakes=2, places=3)
    second = factories.MembershipFactory(office=world.office)
    applications = [world.applies(caseworker=one) for one in (world.caseworker, second) * 5]
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    url = reverse("courses:run_approve", args=[run.public_id])
    assert client_for(world.approver).post(url, {"version": run.version}).status_code == 302
    assert Offer.objects.count() == 6
    Intake.objects.update(capacity=5)
    first = Offer.objects.get(wish__application=applications[0])
    answer = reverse("courses:offer_answer", args=[first.public_id])
    data = {"version": first.version, "answer": "decline", "reason": "Har fått jobb"}
    assert client_for(world.caseworker).post(answer, data).status_code == 302
    assert Offer.objects.filter(status="outstanding").count() == 10, "five came free in all, and five waited"


def test_a_stale_approval_is_409(world, client_for):
    world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    url = reverse("courses:run_approve", args=[run.public_id])
    AllocationRun.objects.update(version=2)
    response = client_for(world.approver).post(url, {"version": 1})
    assert response.status_code == 409
    assert not Offer.objects.exists()


def test_a_protected_applicant_is_masked_on_the_proposal(world, client_for):
    hidden = world.applies(person=world.person(confidential=True))
    unseen = world.applies(person=world.person(strictly_confidential=True))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    page = text(client_for(world.maker).get(reverse("courses:run_decisions", args=[run.public_id])))
    # A row of hers could be told by its course, office and points.
    assert "Én beskyttet person er med i forslaget og vises ikke her." in page
    assert hidden.participant.last_name not in page
    assert unseen.participant.last_name not in page


@pytest.mark.row("A2")
def test_an_approved_run_still_says_what_each_office_got(world, offered):
    run = AllocationRun.objects.get()
    (row,) = run_page.context(run, world.maker)["offices"]
    assert row == [world.office.name, 1, "", 0, 1, 1, 0, 0]


@pytest.mark.parametrize("route", ["window_detail", "run_detail", "run_decisions"])
def test_round_and_proposal_ask_the_same_for_any_number(world, client_for, route):
    client = client_for(world.maker)
    client.get(reverse("courses:window_list"))
    counts = []
    for more in (2, 12):
        for _ in range(more):
            office = factories.OfficeFactory(county=world.county)
            intake = world.intake()
            factories.OfficeQuotaFactory(intake=intake, office=office)
            world.applies(intake, caseworker=factories.MembershipFactory(office=office))
        run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
        AllocationRun.objects.exclude(pk=run.pk).update(status="discarded")
        target = world.window if route == "window_detail" else run
        with CaptureQueriesContext(connection) as queries:
            assert client.get(reverse(f"courses:{route}", args=[target.public_id])).status_code == 200
        counts.append(len(queries))
    assert counts[0] == counts[1]
