"""A county's round by hand: from the deadline, through a proposal with an exception, to accepted offers (A2, A3)."""

import re

import pytest
from playwright.sync_api import expect

from amo import jobs
from courses.models import AllocationRun, Enrolment, Offer
from tests.browser.forms import press
from tests.courses.places.world import World, statuses

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]
REASON = "Har hatt praksis på stedet og er lovet jobb der."


@pytest.mark.row("A2", "A3")
def test_from_the_deadline_to_accepted_offers(tab_for, live_server):
    world = World(places=1)
    first, second = world.applies(), world.applies()
    maker, approver = tab_for(world.maker).page, tab_for(world.approver, width=390, height=844).page

    # The first makes a proposal: it is a job, with its progress on a page.
    maker.goto(f"{live_server.url}{world.window.get_absolute_url()}")
    press(maker, "Lag forslag til fordeling")
    press(maker, "Lag forslag")
    expect(maker.get_by_role("heading", level=1, name=re.compile("Forslag til fordeling"))).to_be_visible()
    assert jobs.run_waiting() == 1
    maker.reload()
    maker.get_by_role("link", name="Se forslaget").click()
    expect(maker.get_by_role("heading", name="Hva hvert kontor får")).to_be_visible()

    # She moves one who waits, with a reason; the proposal is made anew.
    press(maker, "Se hvem som får plass, og hvorfor")
    maker.get_by_role("link", name=second.participant.list_name).click()
    expect(maker.get_by_role("heading", name="Gjør et unntak")).to_be_visible()
    maker.get_by_label("Gi plass").check()
    maker.get_by_label("Begrunnelse").fill(REASON)
    press(maker, "Lag forslaget på nytt med unntaket", then="En annen må godkjenne det.")
    expect(maker.get_by_text("Du laget forslaget. En annen i Nav tiltak må godkjenne det.")).to_be_visible()

    # The second reads the reason and whom it moves, on a phone, and approves.
    run = AllocationRun.objects.get(status="preview")
    approver.goto(f"{live_server.url}{run.get_absolute_url()}")
    expect(approver.get_by_text(REASON)).to_be_visible()
    expect(approver.get_by_role("rowheader", name=first.participant.list_name)).to_be_visible()
    press(approver, "Godkjenn")
    press(approver, "Godkjenn og send tilbud", then="Fordelingen er godkjent")
    assert [statuses(one) for one in (first, second)] == [["waiting"], ["offered"]]

    # The caseworker tells of the offer and registers the answer.
    offer = Offer.objects.get()
    caseworker = tab_for(world.caseworker).page
    caseworker.goto(f"{live_server.url}/kurs/tilbud/{offer.public_id}/kontakt/")
    press(caseworker, "Lagre kontakten", then="Kontakten er lagret.")
    caseworker.get_by_label("Takker ja").check()
    press(caseworker, "Lagre svaret", then="Svaret er lagret.")
    assert Enrolment.objects.get().participant == second.participant
    assert statuses(second) == ["accepted"]
