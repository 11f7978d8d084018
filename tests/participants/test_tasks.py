"""Tasks: one owner and a due date each, done once (P9)."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import panels
from participants import actions
from participants.models import Task
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


def make(**values):
    return actions.create_task(**{"kind": "x", "title": "Ring", "due_on": f.today(2)} | values)


@pytest.mark.row("P9")
def test_a_task_has_exactly_one_owner(caseworker):
    for owners in ({}, {"owner": caseworker, "office": caseworker.office}):
        with pytest.raises(ValidationError, match="én eier"):
            make(**owners)
    assert make(office=caseworker.office).office == caseworker.office


def test_the_system_makes_a_task_once_by_its_key_and_closes_it_by_its_prefix(caseworker):
    person = f.ParticipantFactory(caseworker=caseworker)
    first = make(owner=caseworker, participant=person, dedupe_key="offer:1:contact")
    assert make(owner=caseworker, title="Annet", dedupe_key="offer:1:contact") == first
    other = make(owner=caseworker, dedupe_key="offer:12:contact")
    assert actions.complete_tasks_by_key("offer:1:", by=None) == 1
    first.refresh_from_db()
    other.refresh_from_db()
    assert first.done_at and not other.done_at
    assert make(owner=caseworker, dedupe_key="offer:1:contact") == first
    with pytest.raises(ValueError, match="empty"):
        actions.complete_tasks_by_key("", by=None)


def test_a_task_is_done_once(caseworker):
    task = make(owner=caseworker)
    done = actions.complete_task(task=task, by=caseworker)
    assert (done.done_by, done.version) == (caseworker, 2)
    with pytest.raises(ValidationError, match="allerede"):
        actions.complete_task(task=task, by=caseworker)


@pytest.mark.row("P9")
def test_tasks_are_seen_by_owner_office_and_provider_and_no_other(caseworker):
    colleague = f.MembershipFactory(office=caseworker.office)
    lead = f.MembershipFactory(provider_lead=True)
    own, shared, theirs = make(owner=caseworker), make(office=caseworker.office), make(provider=lead.provider)

    def seen(membership):
        return set(Task.objects.visible_to(membership))

    assert seen(caseworker) == seen(colleague) == {own, shared}
    assert seen(lead) == {theirs}
    assert seen(f.MembershipFactory(every_flag=True)) == seen(None) == set()


@pytest.mark.row("P9")
def test_a_task_is_written_listed_and_ticked_off(client_for, caseworker):
    person = f.ParticipantFactory(caseworker=caseworker, last_name="Oppgavesen")
    client = client_for(caseworker)
    url = reverse("participants:task_new", args=[person.public_id])
    form = client.get(url).context["form"]
    assert form["owner"].value() == str(caseworker.pk)
    late = client.post(url, {"title": "Ring", "due_on": f.today(-1).isoformat(), "owner": caseworker.pk})
    assert list(late.context["form"].errors) == ["due_on"]
    missing = client.post(url, {})
    assert set(missing.context["form"].errors) == {"title", "due_on", "owner"}
    assert client.post(url, {"title": "Møte", "due_on": f.today().isoformat(), "owner": "office"}).status_code == 302
    task = Task.objects.get()
    assert (task.office, task.owner, task.created_by) == (caseworker.office, None, caseworker)
    page = client.get("/brukere/oppgaver/", {"f": 1, "quick": "shared"}).content.decode()
    assert "Møte" in page and "Oppgavesen" in page
    done = reverse("participants:task_done", args=[task.public_id])
    assert client.post(done, {"next": f"/brukere/{person.public_id}/"}).url == f"/brukere/{person.public_id}/"
    assert client.post(done).status_code == 302
    assert "Møte" not in client.get("/brukere/oppgaver/", {"f": 1, "state": "open"}).content.decode()
    assert "Møte" in client.get("/brukere/oppgaver/", {"f": 1, "state": "done"}).content.decode()


def test_a_protected_person_is_not_named_in_the_task_list(client_for, caseworker):
    person = f.ParticipantFactory(caseworker=caseworker, confidential=True, last_name="Hemmeligsen")
    make(owner=caseworker, participant=person)
    page = client_for(caseworker).get("/brukere/oppgaver/").content.decode()
    assert "Hemmeligsen" not in page and "Beskyttet" in page


@pytest.mark.row("P9")
def test_the_start_page_counts_what_waits_and_names_nobody(client_for, caseworker):
    person = f.ParticipantFactory(caseworker=caseworker, last_name="Ventesen")
    make(owner=caseworker, participant=person, due_on=f.today(1))
    make(owner=f.MembershipFactory(office=caseworker.office))
    boxes = panels.collect("start", caseworker, [caseworker.pk])[caseworker.pk]
    items = {item["text"]: item for box in boxes if box.key == "participants" for item in box.context["items"]}
    assert items["Frist innen 3 dager"]["count"] == 1
    assert items["Frist innen 3 dager"]["due"] == f.today(1)
    assert items["Dine oppgaver"]["count"] == 1
    client = client_for(caseworker)
    page = client.get("/").content.decode()
    assert "Dine oppgaver" in page and "Ventesen" not in page
    shown = client.get(items["Frist innen 3 dager"]["url"]).context["listpage"].rows
    assert len(shown) == 1


def test_nobody_without_the_flag_learns_of_tasks_about_a_strictly_confidential_person(caseworker):
    person = f.ParticipantFactory(office=caseworker.office, address_protection="strictly_confidential")
    make(office=caseworker.office, participant=person)
    allowed = f.MembershipFactory(office=caseworker.office, sees_strictly_confidential=True)
    assert not Task.objects.visible_to(caseworker).exists()
    assert Task.objects.visible_to(allowed).count() == 1


def test_what_is_to_be_done_about_a_shielded_person_is_not_told(caseworker, client_for):
    person = f.ParticipantFactory(office=caseworker.office, is_shielded=True)
    make(office=caseworker.office, participant=person, title="Ring Hemmeligsen om timen", url="/brukere/hemmelig/")
    page = client_for(caseworker).get(reverse("participants:task_list"), {"f": 1}).content.decode()
    assert "Beskyttet" in page
    assert "Hemmeligsen" not in page and "/brukere/hemmelig/" not in page


def test_a_provider_sees_no_task_about_a_person_it_no_longer_sees():
    enrolment = f.EnrolmentFactory(granted=True)
    lead = f.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)
    make(provider=lead.provider, participant=enrolment.participant)
    make(provider=lead.provider, participant=f.ParticipantFactory())
    assert [task.participant for task in Task.objects.visible_to(lead)] == [enrolment.participant]
