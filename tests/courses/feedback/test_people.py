"""Leads keep their own people, county staff their providers, and nobody is left without somebody (06-access)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo.actions import users
from amo.models import Membership, Provider, User
from courses.actions import people as actions
from participants.models import Task
from tests import factories as f
from tests.courses.places.world import text
from tests.factories import today

pytestmark = pytest.mark.django_db

NEW = {"username": "ny.ansatt", "first_name": "Ny", "last_name": "Ansatt"}


@pytest.fixture
def lead():
    return f.MembershipFactory(office_lead=True)


@pytest.fixture
def leaving(lead):
    return f.MembershipFactory(office=lead.office)


@pytest.fixture
def provider_lead():
    return f.MembershipFactory(provider_lead=True)


def url(name, *args):
    return reverse(f"courses:{name}", args=args)


def test_a_lead_adds_a_caseworker_who_can_work_at_once(client_for, lead):
    data = NEW | {"role": "caseworker", "starts_on": today().isoformat()}
    assert client_for(lead).post(url("people_new"), data).status_code == 302
    made = Membership.objects.get(user__username="ny.ansatt")
    assert (made.office, made.role) == (lead.office, "caseworker")
    assert not made.user.has_usable_password()
    assert client_for(made).get(reverse("amo:start")).status_code == 200


def test_nobody_gives_a_role_in_another_house(lead, provider_lead):
    wrong = [
        (lead, {"role": "caseworker", "office": f.OfficeFactory()}),
        (lead, {"role": "county_staff", "office": lead.office}),
        (provider_lead, {"role": "provider_instructor", "provider": f.ProviderFactory()}),
        (provider_lead, {"role": "caseworker", "office": lead.office}),
        (f.MembershipFactory(county_staff=True), {"role": "provider_instructor", "provider": provider_lead.provider}),
        (f.MembershipFactory(office=lead.office), {"role": "caseworker", "office": lead.office}),
    ]
    for by, where in wrong:
        with pytest.raises(PermissionDenied):
            users.add_colleague(by=by, starts_on=today(), **NEW, **where)
    with pytest.raises(PermissionDenied):
        users.add_membership(
            by=lead,
            user=f.UserFactory(),
            role="caseworker",
            office=lead.office,
            starts_on=today(),
            sees_confidential=True,
        )
    assert not User.objects.filter(username="ny.ansatt").exists()


def test_a_provider_cannot_take_in_somebody_from_nav(client_for, provider_lead, lead):
    user = lead.user
    data = {"username": user.username, "first_name": user.first_name, "last_name": user.last_name}
    data |= {"role": "provider_instructor", "starts_on": today().isoformat()}
    response = client_for(provider_lead).post(url("people_new"), data)
    assert response.status_code == 422 and "Be administrator om" in text(response)
    response = client_for(provider_lead).post(url("people_new"), data | {"last_name": "Feil"})
    assert "et annet etternavn" in text(response)


def test_who_leaves_hands_over_people_and_tasks_and_opens_nothing(client_for, lead, leaving):
    to = f.MembershipFactory(office=lead.office)
    person = f.ParticipantFactory(caseworker=leaving, office=lead.office)
    task = f.TaskFactory(participant=person, owner=leaving)
    session = client_for(leaving)
    assert session.get(reverse("participants:task_list")).status_code == 200
    client = client_for(lead)
    page = text(client.get(url("people_end", leaving.public_id)))
    assert "følger opp 1 bruker og har 1 åpen oppgave" in page
    assert client.post(url("people_end", leaving.public_id), {"to": to.pk}).status_code == 302
    person.refresh_from_db(), task.refresh_from_db()
    assert (person.caseworker, task.owner) == (to, to)
    assert session.get(reverse("participants:task_list")).status_code == 302
    page = text(client.get(url("people_detail", leaving.public_id)))
    assert "Tilknytningen er avsluttet" in page and "Slipp inn igjen" in page
    again = client.get(url("people_new"), {"igjen": leaving.public_id})
    assert f'value="{leaving.user.username}"' in text(again)


def test_a_colleague_who_may_not_open_everybody_cannot_take_over(lead, leaving):
    person = f.ParticipantFactory(caseworker=leaving, office=lead.office, is_shielded=True)
    to = f.MembershipFactory(office=lead.office)
    with pytest.raises(ValidationError, match="ikke tilgang til alle"):
        actions.hand_over(membership=leaving, to=to, by=lead)
    person.refresh_from_db()
    assert person.caseworker == leaving


def test_a_strictly_protected_person_is_in_no_count_and_is_not_lost(lead, leaving):
    person = f.ParticipantFactory(caseworker=leaving, office=lead.office, address_protection="strictly_confidential")
    assert actions.left_by(leaving, lead).people == 0
    actions.end_member(membership=leaving, by=lead, to=f.MembershipFactory(office=lead.office))
    person.refresh_from_db()
    assert person.caseworker is None


def test_the_only_lead_stays(client_for, lead):
    second = f.MembershipFactory(office_lead=True, office=lead.office)
    users.end_membership(by=second, membership=lead)
    administrator = f.MembershipFactory(administrator=True)
    response = client_for(administrator).post(reverse("amo:membership_end", args=[second.public_id]))
    assert response.status_code == 422 and "den eneste lederen" in text(response)
    with pytest.raises(ValidationError, match="eneste lederen"):
        users.change_role(by=administrator, membership=second, role="caseworker")


def test_an_instructor_who_leaves_has_no_classes_and_her_tasks_are_the_providers(client_for, provider_lead):
    provider = provider_lead.provider
    instructor = f.MembershipFactory(instructor=True, provider=provider)
    intake = f.IntakeFactory(contract__provider=provider, running=True)
    f.IntakeAssignmentFactory(intake=intake, membership=instructor)
    task = f.TaskFactory(participant=None, owner=instructor, created_by=None)
    client = client_for(provider_lead)
    assert "satt opp på 1 kurs" in text(client.get(url("people_end", instructor.public_id)))
    assert client.post(url("people_end", instructor.public_id)).status_code == 302
    assert not intake.assignments.active_on(today()).exists()
    task = Task.objects.get(pk=task.pk)
    assert (task.owner, task.provider) == (None, provider)
    page = text(client.get(url("instructor_plan")))
    assert "1 kurs har ingen instruktør" in page


def test_all_classes_and_instructors_stand_in_one_page_with_few_queries(client_for, provider_lead):
    provider, client, counts = provider_lead.provider, client_for(provider_lead), []
    for _n in range(2):
        for _m in range(2):
            member = f.MembershipFactory(instructor=True, provider=provider)
            intake = f.IntakeFactory(contract__provider=provider, running=True)
            f.IntakeAssignmentFactory(intake=intake, membership=member)
        client.get(url("instructor_plan"))
        with CaptureQueriesContext(connection) as queries:
            page = text(client.get(url("instructor_plan")))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert str(member.user) in page and intake.code in page and "Ingen instruktør" not in page
    f.IntakeFactory(contract__provider=f.ProviderFactory(), running=True)
    empty = f.IntakeFactory(contract__provider=provider, running=True)
    page = text(client.get(url("instructor_plan"), {"vis": "uten"}))
    assert empty.code in page and f"{intake.concept.title} {intake.code}" not in page


@pytest.mark.parametrize("number", ["974760674", "12", "abcdefghi"])
def test_a_wrong_organisation_number_is_told_at_the_field(client_for, number):
    county = f.MembershipFactory(county_staff=True)
    response = client_for(county).post(url("provider_new"), {"organisation_number": number, "name": "Kurs AS"})
    assert response.status_code == 422 and "Organisasjonsnummeret er ikke gyldig" in text(response)
    assert 'value="Kurs AS"' in text(response)


def test_a_county_registers_a_provider_and_its_first_lead(client_for):
    county = f.MembershipFactory(county_staff=True)
    client = client_for(county)
    data = {"organisation_number": "974 760 673", "name": "Nytt Kurs AS", "email": "post@kurs.example"}
    assert client.post(url("provider_new"), data).status_code == 302
    provider = Provider.objects.get(organisation_number="974760673")
    lead = NEW | {"role": "provider_lead", "starts_on": today().isoformat()}
    assert client.post(url("provider_lead_new", provider.public_id), lead).status_code == 302
    assert "Ny Ansatt" in text(client.get(url("provider_detail", provider.public_id)))
    # Once another county has bought from it, it is that county's to keep.
    f.ContractFactory(provider=provider)
    assert client.get(url("provider_edit", provider.public_id)).status_code == 403
    assert client.post(url("provider_new"), data).status_code == 422
