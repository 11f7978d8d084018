"""Many at once from the list: who is left out and told of, what is asked before, what is done once (P4, P5)."""

import threading
import uuid

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from amo.models import Notification
from participants import actions, portfolio
from participants.changes import events_about, readable
from participants.models import InformationGiven, Participant, PortfolioMark, PortfolioRow
from participants.responsible import responsible_for
from participants.views.selection import MAX_BULK
from tests import factories as f

pytestmark = pytest.mark.django_db
ASSIGN, INFORM = "/brukere/tildel/", "/brukere/informer/"
TOLD = {"kind": "general", "channel": "phone", "said": "Om kursene i vår", "language": "somali"}


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


@pytest.fixture
def people(caseworker):
    found = [f.ParticipantFactory(caseworker=caseworker, last_name=f"Mengdesen{n}") for n in range(3)]
    portfolio.refresh()
    return found


def ids(people) -> dict:
    return {"ids": [str(one.public_id) for one in people], "next": "/brukere/?f=1&quick=uninformed"}


def told(**more) -> dict:
    return TOLD | {"given_on": f.today().isoformat()} | more


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]


# --- information --------------------------------------------------------------------------------


@pytest.mark.row("P5")
def test_many_are_told_after_a_page_that_asks(client, caseworker, people):
    form = client.post(INFORM, ids(people))
    assert form.status_code == 200
    assert not form.context["form"].is_bound
    asked = client.post(INFORM, ids(people) | told())
    page = asked.content.decode()
    assert asked.status_code == 200
    assert "for 3 brukere. Det kan ikke angres." in page
    for text in ("Mengdesen0", "Mengdesen2", "Telefon", "Om kursene i vår", "somali", "Loggfør for 3 brukere"):
        assert text in page
    assert not InformationGiven.objects.exists()
    changing = client.post(INFORM, ids(people) | told(change="1"))
    assert changing.context["form"]["said"].value() == "Om kursene i vår"
    done = client.post(INFORM, ids(people) | told(confirmed="1"))
    assert done.url == "/brukere/?f=1&quick=uninformed"
    assert said(done) == ["Informasjonen er loggført for 3 brukere."]
    rows = InformationGiven.objects.all()
    assert {row.participant for row in rows} == set(people)
    assert {(row.kind, row.channel, row.language, row.said, row.given_on, row.given_by) for row in rows} == {
        ("general", "phone", "somali", "Om kursene i vår", f.today(), caseworker)
    }
    assert set(PortfolioRow.objects.values_list("informed_on", "last_contact_on")) == {(f.today(), f.today())}


@pytest.mark.row("P5")
def test_what_is_sent_twice_is_logged_once(client, people):
    key = str(uuid.uuid4())
    for _twice in range(2):
        done = client.post(INFORM, ids(people) | told(confirmed="1", submission=key))
        assert done.status_code == 302
    assert InformationGiven.objects.count() == 3


def test_the_page_that_asks_carries_every_answer_and_the_key_of_the_form(client, people):
    key = str(uuid.uuid4())
    asked = client.post(INFORM, ids(people) | told(points=["outcome", "benefit"], submission=key))
    page = asked.content.decode()
    for text in (f'value="{key}"', 'name="points" value="outcome"', 'name="points" value="benefit"'):
        assert text in page
    for one in people:
        assert f'name="ids" value="{one.public_id}"' in page


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"given_on": "2099-01-01"}, "given_on"),
        ({"given_on": "31.02.2026"}, "given_on"),
        ({"given_on": ""}, "given_on"),
        ({"kind": "alt"}, "kind"),
        ({"channel": ""}, "channel"),
        ({"said": "x" * 10_000}, "said"),
    ],
)
def test_a_wrong_answer_is_told_at_its_field_and_nothing_is_logged(client, people, wrong, field):
    answer = client.post(INFORM, ids(people) | told(confirmed="1") | wrong)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "Mengdesen0" in answer.content.decode()
    assert not InformationGiven.objects.exists()


@pytest.mark.row("P5")
def test_those_who_are_not_hers_are_left_out_and_told_of(client, caseworker, people):
    colleague = f.MembershipFactory(office=caseworker.office)
    others = f.ParticipantFactory.create_batch(2, caseworker=colleague, last_name="Kollegasen")
    protected = f.ParticipantFactory(caseworker=caseworker, confidential=True, last_name="Hemmeligsen")
    shielded = f.ParticipantFactory(caseworker=caseworker, is_shielded=True, last_name="Skjermetsen")
    everybody = [*people, *others, protected, shielded]
    page = client.post(INFORM, ids(everybody))
    text = page.content.decode()
    assert "2 brukere er utelatt fordi du ikke har tilgang til dem." in text
    assert "2 brukere er utelatt fordi kolleger er veiledere for dem." in text
    for name in ("Kollegasen", "Hemmeligsen", "Skjermetsen"):
        assert name not in text
    done = client.post(INFORM, ids(everybody) | told(confirmed="1"))
    assert len(said(done)) == 3
    assert {row.participant for row in InformationGiven.objects.all()} == set(people)
    nobody = client.post(INFORM, ids([protected, shielded]) | told(confirmed="1"))
    assert said(nobody)[-1] == "2 brukere er utelatt fordi du ikke har tilgang til dem."
    assert InformationGiven.objects.count() == 3


@pytest.mark.parametrize("url", [ASSIGN, INFORM, "/brukere/merk/"])
def test_one_id_from_outside_the_scope_refuses_them_all(client, caseworker, people, url):
    foreign = f.ParticipantFactory()
    strictly = f.ParticipantFactory(office=caseworker.office, strictly_confidential=True)
    answers = told(confirmed="1", caseworker=f.MembershipFactory(office=caseworker.office).pk, color="red")
    for outside in (foreign.public_id, strictly.public_id, uuid.uuid4()):
        keys = [*(one.public_id for one in people), outside]
        assert client.post(url, {"ids": [str(key) for key in keys]} | answers).status_code == 404
    assert not InformationGiven.objects.exists() and not PortfolioMark.objects.exists()
    assert {one.caseworker for one in type(foreign).objects.filter(pk__in=[p.pk for p in people])} == {caseworker}


def test_nobody_chosen_too_many_and_no_ids(client):
    assert said(client.post(INFORM, {})) == ["Velg minst én bruker i listen først."]
    many = client.post(INFORM, {"ids": [str(uuid.uuid4()) for _n in range(MAX_BULK + 1)]})
    assert said(many)[-1] == f"Velg høyst {MAX_BULK} brukere om gangen."
    assert client.post(INFORM, {"ids": ["x"]}).status_code == 404
    assert client.get(INFORM).status_code == 405


@pytest.mark.row("P5")
def test_the_statements_are_the_same_for_any_number(caseworker):
    def statements(people) -> int:
        with CaptureQueriesContext(connection) as captured:
            values = {"kind": "general", "given_on": f.today(), "channel": "phone"}
            assert actions.give_information_many(participants=people, by=caseworker, **values) == len(people)
        return len(captured)

    few = f.ParticipantFactory.create_batch(2, caseworker=caseworker)
    many = f.ParticipantFactory.create_batch(120, caseworker=caseworker)
    portfolio.refresh()
    assert statements(few) == statements(many)
    assert InformationGiven.objects.count() == 122
    assert actions.give_information_many(participants=[], by=caseworker, kind="general", given_on=f.today()) == 0


def test_information_about_the_future_is_refused_for_all(caseworker, people):
    with pytest.raises(ValidationError) as refused:
        actions.give_information_many(participants=people, by=caseworker, kind="general", given_on=f.today(1))
    assert "given_on" in refused.value.error_dict
    assert not InformationGiven.objects.exists()


def test_each_gets_a_line_in_her_change_history(client, people):
    client.post(INFORM, ids(people) | told(confirmed="1"))
    for person in people:
        assert "Informasjon gitt" in {event["title"] for event in readable(events_about(person))}


# --- a caseworker -------------------------------------------------------------------------------


def test_a_colleague_gets_those_that_may_be_given_and_the_rest_are_told_of(client, caseworker, people):
    colleague = f.MembershipFactory(office=caseworker.office)
    protected = f.ParticipantFactory(caseworker=caseworker, confidential=True)
    assert client.post(ASSIGN, {"ids": ["x"]}).status_code == 404
    done = client.post(ASSIGN, ids([people[0], protected]) | {"caseworker": colleague.pk})
    assert said(done) == [
        "1 bruker har fått veileder.",
        "1 bruker er utelatt fordi du ikke har tilgang til personen.",
    ]
    people[0].refresh_from_db()
    protected.refresh_from_db()
    assert people[0].caseworker == colleague
    assert protected.caseworker == caseworker
    # Now a colleague's: not hers to give any more.
    again = client.post(ASSIGN, ids([people[0]]) | {"caseworker": caseworker.pk})
    assert said(again)[-1] == "1 bruker er utelatt fordi en kollega er veileder for personen."


@pytest.mark.row("P9")
def test_what_is_open_goes_along_and_can_be_done_by_the_new_one(client, client_for, caseworker, people):
    colleague, third = (f.MembershipFactory(office=caseworker.office) for _n in range(2))
    hers = [f.TaskFactory(participant=one, owner=caseworker) for one in people[:2]]
    done = f.TaskFactory(participant=people[0], owner=caseworker, done_at=clock.now(), done_by=caseworker)
    others = f.TaskFactory(participant=people[0], owner=third)
    about_nobody = f.TaskFactory(participant=None, owner=caseworker, created_by=caseworker)
    done_now = client.post(ASSIGN, ids(people[:2]) | {"caseworker": colleague.pk})
    assert said(done_now) == ["2 brukere har fått veileder. 2 åpne oppgaver fulgte med."]
    for task in (*hers, done, others, about_nobody):
        before = task.version
        task.refresh_from_db()
        assert task.version == before + (task in hers)
    assert {task.owner for task in hers} == {colleague}
    assert (done.owner, others.owner, about_nobody.owner) == (caseworker, third, caseworker)
    assert Notification.objects.get(membership=colleague).text == "Du har fått ansvar for 2 oppgaver."
    url = reverse("participants:task_done", args=[hers[0].public_id])
    assert client_for(colleague).post(url).status_code == 302
    actions.assign_caseworker(participants=[Participant.objects.get(pk=people[1].pk)], caseworker=None, by=caseworker)
    hers[1].refresh_from_db()
    assert (hers[1].owner, hers[1].office) == (None, caseworker.office)


@pytest.mark.row("P9")
@pytest.mark.parametrize(
    ("protected", "flags"),
    [
        ({"address_protection": "confidential"}, {"sees_confidential": True}),
        ({"address_protection": "strictly_confidential"}, {"sees_strictly_confidential": True}),
        ({"is_shielded": True}, {"sees_shielded": True}),
        (
            {"address_protection": "strictly_confidential", "is_shielded": True},
            {"sees_strictly_confidential": True, "sees_shielded": True},
        ),
    ],
)
def test_nobody_is_given_a_person_or_a_task_that_she_may_not_open(client_for, caseworker, protected, flags):
    lead = f.MembershipFactory(office=caseworker.office, role="office_lead", **flags)
    cleared = f.MembershipFactory(office=caseworker.office, **flags)
    almost = f.MembershipFactory(office=caseworker.office, **dict(list(flags.items())[:-1]))
    person, client = f.ParticipantFactory(office=caseworker.office, caseworker=lead, **protected), client_for(lead)
    task_url = reverse("participants:task_new", args=[person.public_id])
    typed = {"title": "Ring", "due_on": f.today(3).isoformat()}
    for colleague in (caseworker, almost):
        refused = client.post(ASSIGN, ids([person]) | {"caseworker": colleague.pk})
        assert refused.status_code == 422
        assert "har ikke tilgang" in refused.context["form"].errors["caseworker"][0]
        refused = client.post(task_url, typed | {"owner": colleague.pk})
        assert "har ikke tilgang" in refused.context["form"].errors["owner"][0]
        assert not Participant.objects.openable_by(colleague).filter(pk=person.pk).exists()
        person.caseworker = colleague
        assert responsible_for(person) is None, "who was given her before goes by the office"
    assert client.post(task_url, typed | {"owner": cleared.pk}).status_code == 302
    assert client.post(ASSIGN, ids([person]) | {"caseworker": cleared.pk}).status_code == 302
    person.caseworker = cleared
    assert responsible_for(person) == cleared


def test_a_caseworker_of_another_office_is_no_choice(client, people):
    stranger = f.MembershipFactory()
    answer = client.post(ASSIGN, ids(people) | {"caseworker": stranger.pk})
    assert answer.status_code == 422
    assert answer.context["form"].errors["caseworker"] == ["Velg en veileder fra listen."]


def test_two_leads_at_once_the_second_sees_what_the_first_did(client_for, caseworker, people):
    first, second = (f.MembershipFactory(office=caseworker.office) for _n in range(2))
    lead = client_for(f.MembershipFactory(office=caseworker.office, role="office_lead"))
    seen = lead.post(ASSIGN, ids(people)).context["selection"].as_seen
    actions.assign_caseworker(participants=people[:1], caseworker=first, by=caseworker)
    late = lead.post(ASSIGN, ids(people) | {"caseworker": second.pk, "as_seen": seen})
    assert late.status_code == 422
    assert "Noen andre har endret hvem som følger opp brukerne." in late.content.decode()
    assert str(first.user) in late.content.decode(), "whose they are now"
    people[0].refresh_from_db()
    assert people[0].caseworker == first
    now = late.context["selection"].as_seen
    assert lead.post(ASSIGN, ids(people) | {"caseworker": second.pk, "as_seen": now}).status_code == 302
    people[0].refresh_from_db()
    assert people[0].caseworker == second


@pytest.mark.django_db(transaction=True)
@pytest.mark.row("P4")
def test_of_two_leads_in_the_same_instant_one_is_told_and_nothing_is_overwritten(caseworker, people):
    two = [f.MembershipFactory(office=caseworker.office) for _n in range(2)]
    gate, results = threading.Barrier(2), []
    seen = list(Participant.objects.filter(pk__in=[one.pk for one in people]))

    def assign(to):
        try:
            gate.wait()
            actions.assign_caseworker(participants=seen, caseworker=to, by=caseworker)
            results.append((to, ""))
        except ValidationError as error:
            results.append((None, error.messages[0]))
        finally:
            connection.close()

    threads = [threading.Thread(target=assign, args=(one,)) for one in two]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [to for to, text in results if to]
    assert [text for _to, text in results if text] == [actions.assigned_meanwhile()]
    assert set(Participant.objects.values_list("caseworker", flat=True)) == {winner.pk}
