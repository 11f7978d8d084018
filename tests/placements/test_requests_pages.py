"""The pages of requests: what they say, to whom, and what an employer may be told (L2, 06-access)."""

import datetime as dt
import uuid
from io import BytesIO

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock, outbox
from amo.models import AccessLog, OutboxMessage
from placements import sharing_page
from placements.actions import requests as actions
from placements.models import PlacementRequest, PlacementWish, SlotRound
from tests import factories

pytestmark = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


@pytest.fixture
def intake():
    return factories.IntakeFactory(running=True, starts_on=day(-42), theory_ends_on=day(7), ends_on=day(60))


@pytest.fixture
def lead(intake):
    return factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)


def on_class(intake, **person):
    return factories.EnrolmentFactory(intake=intake, granted=True, participant=factories.ParticipantFactory(**person))


def asked(enrolment, employer, lead, **fields) -> PlacementRequest:
    values = {"asked_by": "provider", "how": "phone", "asked_on": day(0), "by": lead}
    return actions.put_request(enrolment=enrolment, employer=employer, **values | fields)


def sent(**fields) -> dict:
    return {"submission": str(uuid.uuid4())} | fields


def new_request(asked_one, **changes) -> dict:
    data = {
        "employer": asked_one.organisation_number,
        "asked_by": "participant",
        "how": "visit",
        "asked_on": 0,
        "note": "Traff lederen",
    }
    data = sent(**data) | changes
    # A number at a date is days from today.
    return data | {"asked_on": day(data["asked_on"]).isoformat() if data["asked_on"] in (0, 1) else data["asked_on"]}


def text_of(response) -> str:
    from pypdf import PdfReader

    content = b"".join(response.streaming_content) if response.streaming else response.content
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


@pytest.mark.row("L2")
def test_a_request_beyond_the_cap_says_its_place_in_the_queue(intake, lead, client_for):
    home = factories.EmployerFactory(name="Solbakken sykehjem", slots=1)
    for _n in range(4):
        asked(on_class(intake), home, lead)
    enrolment = on_class(intake)
    client = client_for(lead)
    url = reverse("placements:request_new", args=[enrolment.public_id])
    [found] = client.get(reverse("placements:employer_suggest"), {"q": "solbakken"}).json()["items"]
    assert found["also"] == "1 av 1 ledige i dag, 2 spurt, 2 i kø"
    data = new_request(home)
    first, second = client.post(url, data), client.post(url, data)
    assert (first.status_code, second.url) == (302, enrolment.get_absolute_url())
    assert PlacementRequest.objects.filter(enrolment=enrolment).count() == 1
    page = client.get(first.url).text
    assert "Forespørselen står som nummer 3 i køen hos Solbakken sykehjem." in page
    assert "Nummer 3 i køen" in page


@pytest.mark.row("L1", "L2")
def test_the_canteen_that_takes_through_the_provider_says_so_before_she_asks(intake, lead, client_for):
    canteen = factories.EmployerFactory(name="Kantina på Kaia", channel="through_provider")
    url = reverse("placements:request_new", args=[on_class(intake).public_id])
    client = client_for(lead)
    [found] = client.get(reverse("placements:employer_suggest"), {"q": "kantina"}).json()["items"]
    assert found["also"].endswith("bare gjennom kursleverandøren")
    assert (
        "Tar bare imot gjennom kursleverandøren"
        in client.get(reverse("placements:employer_detail", args=[canteen.public_id])).text
    )
    refused = client.post(url, new_request(canteen))
    assert refused.status_code == 422
    assert "Kantina på Kaia tar bare imot gjennom kursleverandøren. Deltakeren skal ikke spørre selv." in refused.text
    assert "Traff lederen" in refused.text
    assert client.post(url, new_request(canteen, asked_by="provider")).status_code == 302


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"employer": 0}, "Finner ikke arbeidsgiveren «0». Prøv en del av navnet, eller organisasjonsnummeret."),
        ({"employer": ""}, "Velg hvem som blir spurt."),
        ({"how": "fax"}, "Velg en av måtene."),
        ({"asked_on": 1}, "Datoen kan ikke være fram i tid."),
        ({"asked_on": "tull"}, "Skriv datoen som dag, måned og år"),
        ({"note": "x" * 301}, "Notatet kan ha høyst 300 tegn."),
    ],
)
def test_a_wrong_request_is_told_at_its_field(intake, lead, client_for, changes, message):
    url = reverse("placements:request_new", args=[on_class(intake).public_id])
    answer = client_for(lead).post(url, new_request(factories.EmployerFactory(), **changes))
    assert answer.status_code == 422
    assert message in answer.text
    assert not PlacementRequest.objects.exists()


def test_the_same_employer_twice_is_told_at_the_employer(intake, lead, client_for):
    enrolment, employer = on_class(intake), factories.EmployerFactory()
    asked(enrolment, employer, lead)
    url = reverse("placements:request_new", args=[enrolment.public_id])
    answer = client_for(lead).post(url, new_request(employer))
    assert answer.status_code == 422
    assert "Arbeidsgiveren er allerede spurt, eller forespørselen står i kø." in answer.text


@pytest.mark.row("L2")
def test_three_refusals_stand_on_the_page_and_a_wrong_one_is_taken_back(intake, lead, client_for):
    enrolment, client = on_class(intake), client_for(lead)
    for _n in range(3):
        row = asked(enrolment, factories.EmployerFactory(), lead)
        data = sent(status="no", reason="full", answered_on=day(0).isoformat(), version=row.version)
        assert client.post(reverse("placements:request_answer", args=[row.public_id]), data).status_code == 302
    page = client.get(enrolment.get_absolute_url()).text
    assert "3 nei" in page and "Har ikke plass nå" in page
    assert "kursleverandøren skal hjelpe til" in page
    row.refresh_from_db()
    undone = client.post(reverse("placements:request_undo", args=[row.public_id]), sent(version=row.version))
    assert undone.status_code == 302
    page = client.get(enrolment.get_absolute_url()).text
    assert "2 nei" in page and "kursleverandøren skal hjelpe til" not in page
    # NAV reads it, and writes nothing.
    seen = client_for(enrolment.participant.caseworker).get(enrolment.get_absolute_url()).text
    assert "2 nei" in seen and "Skriv svar" not in seen and "Ny forespørsel" not in seen


def test_an_answer_on_an_old_page_is_told_what_changed(intake, lead, client_for):
    row = asked(on_class(intake), factories.EmployerFactory(), lead)
    url, client = reverse("placements:request_answer", args=[row.public_id]), client_for(lead)
    data = {"status": "no", "answered_on": day(0).isoformat(), "version": row.version}
    actions.set_consent(request=row, consents=True, by=lead)
    assert client.post(url, sent(**data)).status_code == 409
    row.refresh_from_db()
    assert row.status == "asked"


@pytest.fixture
def asking(intake, lead):
    """Four ask a home with two places: two have agreed to be named, one has not, one is protected."""
    home = factories.EmployerFactory(name="Solbakken sykehjem", slots=2, contact_email="post@solbakken.example")
    names = ("Amina", "Bahar", "Chidi")
    rows = [
        asked(on_class(intake, first_name=name, last_name=f"Etternavn{name}", phone=f"900 00 00{n}"), home, lead,
              consent=name != "Chidi")
        for n, name in enumerate(names)
    ]  # fmt: skip
    hidden = on_class(intake, first_name="Dalia", confidential=True)
    factories.PlacementRequestFactory(asked=True, enrolment=hidden, employer=home, employer_seat=4, consented_on=day(0))
    return home, rows


@pytest.mark.row("L2")
def test_the_employers_day_names_only_those_who_agreed(asking, lead, client_for):
    home, _rows = asking
    client = client_for(lead)
    own = reverse("placements:employer_day", args=[home.public_id])
    assert own in client.get(reverse("placements:employer_detail", args=[home.public_id])).text
    before = AccessLog.objects.count()
    response = client.get(own)
    assert "Tre spør, dere har to plasser." in response.text
    for shown in ("Amina", "900 00 000", "Bahar", "900 00 001", "Én deltaker til"):
        assert shown in response.text
    for hidden in ("Chidi", "900 00 002", "Dalia", "Etternavn"):
        assert hidden not in response.text
    assert AccessLog.objects.count() - before == 2, "each who is named"
    paper = text_of(client.get(reverse("placements:employer_day_pdf", args=[home.public_id])))
    assert "Tre spør, dere har to plasser." in paper and "Amina" in paper and "900 00 001" in paper
    assert "Chidi" not in paper and "Dalia" not in paper and "Etternavn" not in paper


@pytest.mark.row("L2")
def test_who_takes_her_consent_back_is_off_the_page_at_once(asking, lead, client_for):
    home, rows = asking
    client = client_for(lead)
    answer = client.post(reverse("placements:request_consent", args=[rows[0].public_id]), sent(version=rows[0].version))
    assert answer.status_code == 302
    page = client.get(reverse("placements:employer_day", args=[home.public_id])).text
    assert "Amina" not in page and "To deltakere til" in page
    rows[0].refresh_from_db()
    assert (rows[0].consented_on, rows[0].consent_withdrawn_on) == (None, day(0))


@pytest.mark.row("L2")
def test_another_provider_sees_nobody_and_is_counted_only(asking, client_for):
    home, _rows = asking
    other = factories.IntakeFactory(running=True)
    outsider = factories.MembershipFactory(provider_lead=True, provider=other.contract.provider)
    url = reverse("placements:employer_day", args=[home.public_id])
    assert client_for(outsider).get(url).status_code == 404
    home.slots = 3
    home.save()
    asked(on_class(other, first_name="Elif"), home, outsider, consent=True)
    page = client_for(outsider).get(url).text
    assert "Fire spør, dere har tre plasser." in page and "Elif" in page
    assert "Tre deltakere fra andre kurs" in page and "Amina" not in page


@pytest.mark.row("L2")
def test_the_mail_to_the_employer_carries_counts_only(asking, lead, client_for, commit):
    home, _rows = asking
    client, url = client_for(lead), reverse("placements:employer_day_mail", args=[home.public_id])
    data = sent()
    with commit():
        assert client.post(url, data).status_code == 302
        client.post(url, data)
    outbox.drain()
    assert OutboxMessage.objects.filter(kind="mail", payload__to=home.contact_email).count() == 1
    (message,) = [one for one in mail.outbox if one.to == [home.contact_email]]
    assert "Tre spør, dere har to plasser." in message.subject + message.body
    for name in ("Amina", "Bahar", "Chidi", "900 00"):
        assert name not in message.subject + message.body


def test_a_mail_without_an_address_is_refused(intake, lead, client_for):
    employer = factories.EmployerFactory(contact_email="")
    asked(on_class(intake), employer, lead)
    answer = client_for(lead).post(reverse("placements:employer_day_mail", args=[employer.public_id]), sent())
    assert answer.status_code == 422 and "Arbeidsgiveren har ingen e-postadresse." in answer.text


@pytest.mark.row("L2")
def test_the_class_has_those_without_anything_first(intake, lead, client_for):
    placed = on_class(intake, last_name="Aplassert")
    factories.PlacementFactory(enrolment=placed)
    waits, refused = on_class(intake, last_name="Bventer"), on_class(intake, last_name="Cavslag")
    asked(waits, factories.EmployerFactory(), lead)
    no = asked(refused, factories.EmployerFactory(), lead)
    actions.answer_request(request=no, status="no", answered_on=day(0), by=lead)
    on_class(intake, last_name="Dingenting")
    on_class(intake, last_name="Ehemmelig", confidential=True)
    url = reverse("placements:class_placements", args=[intake.public_id])
    page = client_for(lead).get(url).text
    order = [page.index(name) for name in ("Dingenting", "Cavslag", "Bventer", "Aplassert", "Beskyttet")]
    assert order == sorted(order)
    assert "1 av 4 har praksisplass, 1 har ikke begynt." in page
    assert "Ehemmelig" not in page
    without = client_for(lead).get(url, {"quick": "nothing", "f": "1"}).text
    assert "Dingenting" in without and "Cavslag" not in without


@pytest.mark.row("L2")
def test_a_yes_that_became_a_placement_is_over_with_it(intake, lead, client_for):
    """After it she is among those who search anew, and a yes without an agreement still says so."""
    employer = factories.EmployerFactory()
    once, now = on_class(intake, last_name="Engang"), on_class(intake, last_name="Naa")
    for person, where in ((once, employer), (now, factories.EmployerFactory())):
        actions.answer_request(request=asked(person, where, lead), status="yes", answered_on=day(0), by=lead)
    ended = {"status": "ended_early", "end_reason": "employer", "starts_on": day(-5), "ends_on": day(0)}
    factories.PlacementFactory(enrolment=once, employer=employer, **ended)
    url = reverse("placements:class_placements", args=[intake.public_id])
    nothing = client_for(lead).get(url, {"quick": "nothing", "f": "1"}).text
    assert "Engang" in nothing and "Qvist" not in nothing
    assert "Fått ja, avtale mangler" in client_for(lead).get(url).text


@pytest.mark.row("L2")
def test_the_class_page_leads_to_the_overview(intake, lead, client_for):
    asked(on_class(intake), factories.EmployerFactory(), lead)
    page = client_for(lead).get(reverse("courses:roster", args=[intake.public_id])).text
    assert "1 spurt, 0 i kø, 0 nei." in page
    assert reverse("placements:class_placements", args=[intake.public_id]) in page


@pytest.mark.parametrize("route", ["placements:class_placements", "placements:slot_sharing"])
def test_a_page_of_the_class_asks_as_often_for_many_as_for_few(intake, lead, client_for, route):
    client, url = client_for(lead), reverse(route, args=[intake.public_id])

    def fill(count: int):
        for _n in range(count):
            factories.PlacementWishFactory(enrolment=on_class(intake))

    fill(2)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    fill(8)
    with CaptureQueriesContext(connection) as many:
        assert client.get(url).status_code == 200
    assert len(many) == len(few)


def test_a_participation_asks_as_often_for_13_requests_as_for_one(intake, lead, client_for):
    enrolment, client = on_class(intake), client_for(lead)
    asked(enrolment, factories.EmployerFactory(), lead)
    client.get(enrolment.get_absolute_url())
    with CaptureQueriesContext(connection) as few:
        client.get(enrolment.get_absolute_url())
    for _n in range(12):
        asked(enrolment, factories.EmployerFactory(), lead)
    with CaptureQueriesContext(connection) as many:
        client.get(enrolment.get_absolute_url())
    assert len(many) == len(few)


@pytest.mark.row("L2")
def test_wishes_are_shared_out_on_the_page(intake, lead, client_for):
    client = client_for(lead)
    home = factories.EmployerFactory(name="Solbakken sykehjem", slots=1)
    people = [on_class(intake), on_class(intake)]
    for enrolment in people:
        url = reverse("placements:placement_wishes", args=[enrolment.public_id])
        twice = client.post(url, sent(wish_1=home.organisation_number, wish_2=home.organisation_number, version=0))
        assert twice.status_code == 422 and "Samme arbeidsgiver er ønsket to ganger." in twice.text
        assert client.post(url, sent(wish_1=home.organisation_number, version=0)).status_code == 302
    assert PlacementWish.objects.count() == 2
    propose = reverse("placements:slot_propose", args=[intake.public_id])
    assert client.post(propose, sent()).status_code == 302
    page = client.get(reverse("placements:slot_sharing", args=[intake.public_id])).text
    assert "Ønske 1, Solbakken sykehjem: får spørre her." in page
    assert "Loddtrekning avgjorde." in page
    row = SlotRound.objects.get()
    use = client.post(reverse("placements:slot_carry_out", args=[row.public_id]), sent(version=row.version))
    assert "1 forespørsel er lagt inn." in client.get(use.url).text
    told = sharing_page.points_text(row.shares.exclude(request=None).get().points)
    assert told.endswith("Ønske 1, Solbakken sykehjem: får spørre her.") and "Poeng i alt: 30." in told
    stale = client.post(reverse("placements:slot_discard", args=[row.public_id]), sent(version=row.version))
    assert stale.status_code == 409
