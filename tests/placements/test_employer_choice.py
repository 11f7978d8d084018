"""An employer is typed wherever one is chosen: the pages stay small however many there are (L1, L2)."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from placements import employer_search
from placements.models import Barrier, DiscriminationReport, PlacementWish
from tests import factories

pytestmark = pytest.mark.django_db
MANY = 60


@pytest.fixture
def enrolment():
    return factories.EnrolmentFactory(granted=True)


@pytest.fixture
def lead(enrolment):
    return factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)


def addresses(enrolment) -> dict[str, str]:
    """The pages with a form in which an employer is chosen, for somebody of the provider's."""
    placement = factories.PlacementFactory(enrolment=enrolment)
    return {
        "placement": reverse("placements:placement_new", args=[enrolment.public_id]),
        "request": reverse("placements:request_new", args=[enrolment.public_id]),
        "wishes": reverse("placements:placement_wishes", args=[enrolment.public_id]),
        "swap": reverse("placements:swap_new", args=[placement.public_id]),
        "offer": reverse("placements:offer_new", args=[enrolment.public_id]),
        "barrier": reverse("placements:barrier_new"),
        "discrimination": reverse("placements:discrimination_new"),
    }


@pytest.mark.row("L2")
def test_a_form_is_as_large_and_asks_as_often_with_many_employers(client_for, enrolment, lead):
    client, pages = client_for(lead), addresses(enrolment)

    def told() -> dict[str, tuple[int, bool]]:
        found = {}
        for name, url in pages.items():
            client.get(url)
            with CaptureQueriesContext(connection) as captured:
                answer = client.get(url)
            assert answer.status_code == 200, name
            found[name] = len(captured), "Bedrift nr." in answer.text
        return found

    few = told()
    for n in range(MANY):
        factories.EmployerFactory(name=f"Bedrift nr. {n}")
    assert told() == few
    assert not any(named for _queries, named in few.values())


@pytest.mark.row("L2")
def test_what_was_typed_stays_with_the_message_at_its_field(client_for, enrolment, lead):
    factories.EmployerFactory(name="Lindelia sykehjem")
    factories.EmployerFactory(name="Lindelia omsorg")
    pages = addresses(enrolment)
    for name, field in {
        "placement": "employer", "request": "employer", "wishes": "wish_3", "barrier": "employer",
        "discrimination": "employer",
    }.items():  # fmt: skip
        answer = client_for(lead).post(pages[name], {"submission": str(uuid.uuid4()), field: "lindelia", "version": 0})
        assert answer.status_code == 422, name
        form = answer.context["form"]
        assert "Finner ikke én arbeidsgiver som heter «lindelia»." in form.errors[field][0], name
        assert "Lindelia omsorg" in form.errors[field][0] and form[field].value() == "lindelia"


@pytest.mark.row("L10")
def test_one_that_takes_nobody_now_is_named_as_such_and_can_be_reported(client_for, enrolment, lead):
    paused = factories.EmployerFactory(name="Pauset kafé", paused_on=clock.today())
    pages, client = addresses(enrolment), client_for(lead)
    for name, field in {"placement": "employer", "request": "employer", "wishes": "wish_1"}.items():
        answer = client.post(pages[name], {"submission": str(uuid.uuid4()), field: paused.name, "version": 0})
        assert "Arbeidsgiveren tar ikke imot nå. Velg en annen." in answer.context["form"].errors[field][0]
    suggest = reverse("placements:employer_suggest")
    assert client.get(suggest, {"q": "pauset"}).json()["items"] == []
    [item] = client.get(suggest, {"q": "pauset", "alle": "1"}).json()["items"]
    assert item == {"value": employer_search.label(paused), "also": "tar ikke imot nå"}
    sent = {"submission": str(uuid.uuid4()), "employer": paused.name, "what": "Sa det rett ut.", "heard_by": "myself"}
    county = factories.MembershipFactory(county_staff=True)
    assert client_for(county).post(pages["discrimination"], sent).status_code == 302
    assert DiscriminationReport.objects.get().employer == paused


@pytest.mark.row("L10")
def test_the_one_of_the_page_she_came_from_is_filled_in(client_for, lead):
    employer = factories.EmployerFactory(name="Lindelia sykehjem")
    url = reverse("placements:discrimination_new") + f"?arbeidsgiver={employer.public_id}"
    assert f'value="{employer_search.label(employer)}"' in client_for(lead).get(url).text


@pytest.mark.row("L2")
def test_label_number_or_name_is_taken(client_for, enrolment, lead):
    first, second, third = (factories.EmployerFactory(name=name) for name in ("Kafé Én", "Kafé To", "Kafé Tre"))
    number = first.organisation_number
    sent = {"wish_1": f"{number[:3]} {number[3:6]} {number[6:]}", "wish_2": employer_search.label(second)}
    url = reverse("placements:placement_wishes", args=[enrolment.public_id])
    twice = client_for(lead).post(url, sent | {"wish_3": "kafé to", "version": 0, "submission": str(uuid.uuid4())})
    assert "Samme arbeidsgiver er ønsket to ganger." in twice.context["form"].errors["wish_3"]
    sent |= {"wish_3": "kafé tre", "version": 0, "submission": str(uuid.uuid4())}
    assert client_for(lead).post(url, sent).status_code == 302
    wishes = PlacementWish.objects.order_by("rank").values_list("employer", flat=True)
    assert list(wishes) == [first.pk, second.pk, third.pk]
    assert f'value="{employer_search.label(third)}"' in client_for(lead).get(url).text


@pytest.mark.row("L2")
def test_the_suggestion_says_what_there_is_to_know_before_one_is_asked(client_for, enrolment, lead):
    employer = factories.EmployerFactory(name="Lindelia sykehjem", slots=2, channel="through_provider")
    factories.PlacementRequestFactory(employer=employer, enrolment=enrolment, asked=True)
    url = reverse("placements:employer_suggest")
    [item] = client_for(lead).get(url, {"q": "lindelia"}).json()["items"]
    assert item["also"] == "2 av 2 ledige i dag, 1 spurt, bare gjennom kursleverandøren"
    [item] = client_for(factories.MembershipFactory()).get(url, {"q": "lindelia"}).json()["items"]
    assert item["also"] == "2 av 2 ledige i dag"


@pytest.mark.row("L9")
def test_a_barrier_is_about_the_employer_that_is_typed(client_for, lead):
    employer = factories.EmployerFactory(name="Lindelia sykehjem")
    county = factories.MembershipFactory(county_staff=True)
    sent = {"level": "employer", "what": "Ingen vakter på dagtid", "employer": "Lindelia sykehjem"}
    answer = client_for(county).post(reverse("placements:barrier_new"), sent | {"submission": str(uuid.uuid4())})
    assert answer.status_code == 302
    assert Barrier.objects.get().employer == employer
