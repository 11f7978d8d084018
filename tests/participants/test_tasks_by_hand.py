"""Tasks that somebody writes herself: one owner among colleagues, office and the provider that has the person (P9)."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from participants import actions
from participants.models import Task
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.row("P9")]


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker)


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


def written(caseworker, **values):
    return f.TaskFactory(**{"kind": "manual", "owner": caseworker, "created_by": caseworker} | values)


def typed(**more):
    return {"title": "Ring kursstedet", "due_on": f.today(3).isoformat(), "owner": "office"} | more


def test_a_provider_that_has_the_person_may_be_given_it_and_no_other(client, person):
    lead = f.MembershipFactory(provider_lead=True)
    other = f.ProviderFactory()
    f.AccessGrantFactory(participant=person, provider=lead.provider, county=None, level="course")
    url = reverse("participants:task_new", args=[person.public_id])
    refused = client.post(url, typed(owner=f"provider-{other.pk}"))
    assert list(refused.context["form"].errors) == ["owner"]
    assert client.post(url, typed(owner=f"provider-{lead.provider.pk}")).status_code == 302
    task = Task.objects.get()
    assert (task.provider, task.owner, task.office) == (lead.provider, None, None)
    # Both who is asked and who asked follow it up.
    assert Task.objects.visible_to(lead).get() == Task.objects.visible_to(person.caseworker).get() == task


def test_the_grant_must_be_in_force(client, person):
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, provider=lead.provider, county=None, level="course", ends_on=f.today(-1))
    url = reverse("participants:task_new", args=[person.public_id])
    assert client.post(url, typed(owner=f"provider-{lead.provider.pk}")).status_code == 422


def test_a_task_about_nobody(client, caseworker):
    url = reverse("participants:task_new_general")
    form = client.get(url).context["form"]
    assert form["owner"].value() == str(caseworker.pk)
    assert client.post(url, typed(owner=str(caseworker.pk))).status_code == 302
    task = Task.objects.get()
    assert (task.participant, task.owner) == (None, caseworker)
    listed = client.get(reverse("participants:task_list")).content.decode()
    edit = reverse("participants:task_edit_general", args=[task.public_id])
    assert edit in listed
    client.post(edit, typed(title="Bestill rom", version=1))
    task.refresh_from_db()
    assert (task.title, task.owner, task.office) == ("Bestill rom", None, caseworker.office)


def test_a_task_is_changed_and_who_is_late_sees_what_changed(client, person, caseworker):
    task = written(caseworker, participant=person, title="Ring")
    colleague = f.MembershipFactory(office=caseworker.office)
    url = reverse("participants:task_edit", args=[task.public_id])
    assert client.get(url).context["form"]["title"].value() == "Ring"
    assert client.post(url, typed(owner=str(colleague.pk), version=1)).status_code == 302
    task.refresh_from_db()
    assert (task.owner, task.title, task.version) == (colleague, "Ring kursstedet", 2)
    late = client.post(url, typed(title="Skriv", version=1))
    assert late.status_code == 409 and "Ring kursstedet" in late.content.decode()


def test_a_passed_deadline_may_stand_when_the_rest_is_changed(client, person, caseworker):
    task = written(caseworker, participant=person, due_on=f.today(-3))
    url = reverse("participants:task_edit", args=[task.public_id])
    assert client.post(url, typed(due_on=f.today(-3).isoformat(), version=1)).status_code == 302
    refused = client.post(url, typed(due_on=f.today(-2).isoformat(), version=2))
    assert list(refused.context["form"].errors) == ["due_on"]


def test_what_the_system_made_and_what_is_done_is_not_edited(client, client_for, person, caseworker):
    made = f.TaskFactory(participant=person, kind="offer_contact")
    assert client.get(reverse("participants:task_edit", args=[made.public_id])).status_code == 403
    with pytest.raises(ValidationError, match="laget av systemet"):
        actions.edit_task(task=made, title="x", due_on=f.today(), owner=caseworker, by=caseworker)
    done = actions.complete_task(task=written(caseworker, participant=person), by=caseworker)
    with pytest.raises(ValidationError, match="allerede merket"):
        actions.edit_task(task=done, title="x", due_on=f.today(), owner=caseworker, by=caseworker)
    # A colleague reads her task and leaves it alone; the lead may change it.
    task = written(caseworker, participant=person)
    url = reverse("participants:task_edit", args=[task.public_id])
    assert client_for(f.MembershipFactory(office=caseworker.office)).get(url).status_code == 403
    assert client_for(f.MembershipFactory(office=caseworker.office, office_lead=True)).get(url).status_code == 200
    assert client_for(f.MembershipFactory()).get(url).status_code == 404


def test_who_may_no_longer_have_the_task_is_told_and_nobody_is_chosen_instead(client, person, caseworker):
    gone = f.MembershipFactory(office=caseworker.office, starts_on=f.today(-99), ends_on=f.today(-1))
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, provider=lead.provider, county=None, level="course", ends_on=f.today(-1))
    for values, name in (
        ({"owner": gone}, str(gone.user)),
        ({"owner": None, "provider": lead.provider}, str(lead.provider)),
    ):
        task = written(caseworker, participant=person, **values)
        url = reverse("participants:task_edit", args=[task.public_id])
        page = client.get(url)
        assert page.context["form"]["owner"].value() == ""
        assert f"{name} kan ikke lenger ha oppgaven." in page.content.decode()
        assert '<option value="" selected>Velg den ansvarlige</option>' in page.content.decode()
        refused = client.post(url, typed(owner="", version=1))
        assert dict(refused.context["form"].errors) == {"owner": ["Velg hvem som gjør det."]}
        assert client.post(url, typed(owner="office", version=1)).status_code == 302
        task.refresh_from_db()
        assert (task.owner, task.provider, task.office) == (None, None, caseworker.office)


def test_who_still_has_the_task_is_chosen_and_there_is_no_empty_choice(client, person, caseworker):
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, provider=lead.provider, county=None, level="course")
    for values, key in (
        ({}, str(caseworker.pk)),
        ({"owner": None, "office": caseworker.office}, "office"),
        ({"owner": None, "provider": lead.provider}, f"provider-{lead.provider.pk}"),
    ):
        task = written(caseworker, participant=person, **values)
        page = client.get(reverse("participants:task_edit", args=[task.public_id]))
        assert page.context["form"]["owner"].value() == key
        assert "Velg den ansvarlige</option>" not in page.content.decode()
