"""The pages of job offers: typed once, kept where wrong, seen by those they concern (L8)."""

import datetime as dt
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from participants.models import Employment
from placements.models import JobOffer
from tests import factories
from tests.statistics import analyze

pytestmark = pytest.mark.django_db


def iso(offset: int) -> str:
    return (clock.today() + dt.timedelta(days=offset)).isoformat()


@pytest.fixture
def placement():
    return factories.PlacementFactory()


@pytest.fixture
def lead(placement):
    lead = factories.MembershipFactory(provider_lead=True, provider=placement.enrolment.intake.contract.provider)
    person = placement.participant
    factories.AccessGrantFactory(participant=person, provider=lead.provider, county=None, level="course")
    return lead


def new_url(placement) -> str:
    return reverse("placements:offer_new", args=[placement.enrolment.public_id])


def typed(**changes) -> dict:
    """An offer as the browser sends it; a number is days from today."""
    data = {
        "submission": str(uuid.uuid4()),
        "employer": "Kafé Kornblomst",
        "terms": "temporary",
        "fte_low": "60",
        "hours": "kveld og helg",
        "starts_on": iso(10),
        "offered_on": iso(0),
        "condition": "",
    }
    return data | {name: iso(value) if isinstance(value, int) else value for name, value in changes.items()}


@pytest.mark.row("L8")
def test_the_employer_of_the_placement_stands_there_already(placement, lead, client_for):
    url = reverse("placements:placement_detail", args=[placement.public_id])
    page = client_for(lead).get(url).text
    assert f"{new_url(placement)}?praksis={placement.public_id}" in page
    form = client_for(lead).get(new_url(placement), {"praksis": str(placement.public_id)}).text
    assert f'value="{placement.employer.name} ({placement.employer.organisation_number})"' in form
    assert client_for(lead).get(new_url(placement), {"praksis": "noe annet"}).status_code == 200


@pytest.mark.row("L8")
def test_a_registered_employer_is_known_by_its_name_and_another_is_kept_in_words(placement, lead, client_for):
    known = factories.EmployerFactory(name="Solbakken sykehjem")
    client = client_for(lead)
    for text, employer, words in (
        ("solbakken  sykehjem", known, ""),
        (f"Solbakken sykehjem ({known.organisation_number})", known, ""),
        ("Tante Sofie", None, "Tante Sofie"),
    ):
        assert client.post(new_url(placement), typed(employer=text)).status_code == 302
        offer = JobOffer.objects.latest("pk")
        assert (offer.employer, offer.employer_name) == (employer, words)
    factories.EmployerFactory(name="Solbakken sykehjem")
    answer = client.post(new_url(placement), typed(employer="Solbakken sykehjem"))
    assert answer.status_code == 422 and "Flere arbeidsgivere heter dette." in answer.text


@pytest.mark.row("L8")
def test_a_double_click_makes_one_offer_and_one_job(placement, lead, client_for):
    client, data = client_for(lead), typed()
    first, second = client.post(new_url(placement), data), client.post(new_url(placement), data)
    assert first.url == second.url and JobOffer.objects.count() == 1
    offer = JobOffer.objects.get()
    answer = {
        "submission": str(uuid.uuid4()), "version": "1", "answer": "accepted", "answered_on": iso(0),
        "found_through": "placement_network",
    }  # fmt: skip
    url = reverse("placements:offer_answer", args=[offer.public_id])
    assert [client.post(url, answer).status_code for _n in range(2)] == [302, 302]
    job = Employment.objects.get()
    assert (job.found_through, job.employer_name) == ("placement_network", "Kafé Kornblomst")
    again = client.post(url, answer | {"submission": str(uuid.uuid4())})
    assert again.status_code == 409 and Employment.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"employer": ""}, "Skriv hvem som tilbyr jobben."),
        ({"terms": ""}, "Velg ansettelsesform."),
        ({"fte_low": "0"}, "Skriv et helt tall fra 1 til 100."),
        ({"fte_high": "20"}, "Den høyeste stillingsprosenten må være minst like høy som den laveste."),
        ({"ends_on": 1}, "Sluttdato kan ikke være før startdato."),
        ({"offered_on": 1}, "Datoen kan ikke være fram i tid."),
        ({"condition": "other"}, "Skriv hva vilkåret er."),
        ({"condition": "magic"}, "Velg et av vilkårene."),
        ({"hours": "x" * 101}, "Teksten kan ha høyst 100 tegn."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(placement, lead, client_for, changes, message):
    answer = client_for(lead).post(new_url(placement), typed(note="Ringte i går", **changes))
    assert answer.status_code == 422
    assert message in answer.text and "Ringte i går" in answer.text
    assert not JobOffer.objects.exists()


@pytest.mark.row("L8")
def test_nav_answers_for_the_subsidy_and_the_provider_sees_the_answer(placement, lead, client_for):
    caseworker = placement.participant.caseworker
    offer = factories.JobOfferFactory(placement=placement, condition="wage_subsidy", recorded_by=lead)
    page = reverse("placements:offer_detail", args=[offer.public_id])
    assert "Veilederen har fått oppgaven" in client_for(lead).get(page).text
    url = reverse("placements:offer_condition", args=[offer.public_id])
    assert client_for(lead).get(url).status_code == 403
    data = {"decision": "refused", "decided_on": iso(0), "reason": "Rammen er brukt opp", "version": "1"}
    assert client_for(caseworker).post(url, data).status_code == 302
    shown = client_for(lead).get(page).text
    assert "Lønnstilskudd fra Nav: ikke oppfylt" in shown and "Rammen er brukt opp" in shown


@pytest.mark.row("L8")
def test_the_person_page_the_feed_the_meeting_and_the_path_tell_of_it(placement, client_for):
    person = placement.participant
    factories.JobOfferFactory(
        placement=placement, answer="declined", answered_on=clock.today(), reason="hours", note="Trenger dagtid"
    )
    factories.JobOfferFactory(placement=placement, condition="wage_subsidy")
    client = client_for(person.caseworker)
    page = client.get(reverse("participants:detail", args=[person.public_id])).text
    for text in (
        "2 tilbud, 0 ja, 1 venter på svar; 1 kunne ikke ta arbeidstiden",
        "Takket nei til jobbtilbud",
        "Jobbtilbud: takket nei",
    ):
        assert text in page
    meeting = client.get(reverse("participants:meeting", args=[person.public_id])).text
    assert "Nav skal svare om lønnstilskudd" in meeting and "Takket nei til jobbtilbud" in meeting


@pytest.mark.row("L8")
def test_the_class_and_the_employer_count_what_came_of_it_without_protected_persons(placement, lead, client_for):
    factories.JobOfferFactory(placement=placement, answer="declined", answered_on=clock.today(), reason="hours")
    offer = factories.JobOfferFactory(
        placement=placement, condition="wage_subsidy", condition_decision="refused", condition_reason="Nei",
        condition_decided_on=clock.today(), answer="withdrawn", answered_on=clock.today(), reason="condition",
    )  # fmt: skip
    counted = "2 tilbud, 0 ja; 1 kunne ikke ta arbeidstiden, 1 lønnstilskudd avslått"
    client = client_for(lead)
    urls = [
        reverse("placements:class_offers", args=[placement.enrolment.intake.public_id]),
        reverse("courses:roster", args=[placement.enrolment.intake.public_id]),
        reverse("placements:employer_detail", args=[placement.employer.public_id]),
    ]
    assert [counted in client.get(url).text for url in urls] == [True] * 3
    assert "Lønnstilskuddet ble avslått" in client.get(urls[0]).text
    offer.participant.is_shielded = True
    offer.participant.save()
    assert [counted in client.get(url).text for url in urls] == [False] * 3


def test_an_undone_answer_asks_first_and_leads_back(placement, lead, client_for):
    offer = factories.JobOfferFactory(placement=placement, recorded_by=lead)
    client = client_for(lead)
    answer = {"version": "1", "answer": "accepted", "answered_on": iso(0)}
    assert client.post(reverse("placements:offer_answer", args=[offer.public_id]), answer).status_code == 302
    url = reverse("placements:offer_undo", args=[offer.public_id])
    assert "blir stående i historikken" in client.get(url).text
    assert client.post(url, {"version": "2"}).status_code == 302
    offer.refresh_from_db()
    assert offer.is_open and not Employment.objects.current().exists()


def test_the_class_list_asks_as_often_for_many_as_for_few(client_for):
    intake = factories.IntakeFactory(running=True)
    client = client_for(factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider))
    caseworker, employer = factories.MembershipFactory(), factories.EmployerFactory(slots=200)
    url = reverse("placements:class_offers", args=[intake.public_id])

    def queries(n):
        for _n in range(n):
            person = factories.ParticipantFactory(caseworker=caseworker)
            enrolment = factories.EnrolmentFactory(intake=intake, participant=person, granted=True)
            factories.JobOfferFactory(placement=factories.PlacementFactory(enrolment=enrolment, employer=employer))
        analyze()
        client.get(url, {"f": "1", "size": "200"})
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url, {"f": "1", "size": "200"}).status_code == 200
        return len(asked)

    few = queries(10)
    assert queries(90) == few
