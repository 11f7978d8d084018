"""A placement is ended, and its training plan ticked, on a phone; the wish to swap is answered by the caseworker."""

import pytest
from django.urls import reverse

from amo import clock
from placements.models import Placement
from tests.browser.forms import fill, press

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("browser")]


def open_page(phone, live_server, route, *args):
    phone.page.goto(live_server.url + reverse(f"placements:{route}", args=args))
    assert phone.axe() == []
    assert phone.sideways() == 0
    return phone.page


@pytest.mark.row("L6")
def test_a_placement_is_ended_on_the_day_on_a_phone(world, tab_for, live_server):
    phone = tab_for(world.provider_lead, width=390, height=844)
    page = open_page(phone, live_server, "placement_detail", world.placement.public_id)
    page = open_page(phone, live_server, "placement_end", world.placement.public_id)
    fill(page, ends_on=clock.today().isoformat(), end_reason="other")
    press(page, "Avslutt praksisen")
    page.locator("[data-error-summary]").get_by_role("link", name="Skriv kort hva som skjedde.").wait_for()
    phone.complaints.clear()
    fill(page, end_note="Kantina stengte.")
    press(page, "Avslutt praksisen", then="Praksisen er avsluttet.")
    placement = Placement.objects.get(pk=world.placement.pk)
    assert (placement.status, placement.end_note) == ("ended_early", "Kantina stengte.")


@pytest.mark.row("L4")
def test_steps_are_changed_and_ticked_on_a_phone(world, tab_for, live_server):
    phone = tab_for(world.provider_lead, width=390, height=844)
    page = open_page(phone, live_server, "training_edit", world.placement.public_id)
    fill(page, text_3="Dekker frokostbordet alene", due_3=world.placement.ends_on.isoformat())
    press(page, "Lagre planen", then="Opplæringsplanen er lagret.")
    assert phone.axe() == []
    assert phone.sideways() == 0
    page.get_by_label("Dekker frokostbordet alene").check()
    press(page, "Marker som nådd", then="Stegene er markert som nådd.")
    assert world.training_plan.goals.get(text="Dekker frokostbordet alene").reached_on == clock.today()


@pytest.mark.row("L6")
def test_the_caseworker_answers_from_the_persons_page(world, tab_for, live_server):
    tab = tab_for(world.caseworker)
    page = tab.page
    page.goto(live_server.url + reverse("participants:detail", args=[world.participant.public_id]))
    page.get_by_role("link", name="Svar på ønsket").click()
    page.get_by_label("Ja, byttet er godkjent").check()
    fill(page, answer="Salongen vurderer å ansette.")
    press(page, "Send svaret", then="Svaret er sendt til kursleverandøren.")
    world.swap.refresh_from_db()
    assert world.swap.status == "approved"
