"""The register of employers: the form, duplicates, contacts, periods (L1)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from placements import duplicates
from placements.actions import employers as actions
from placements.models import Employer, EmployerContact, SlotPeriod
from tests import factories
from tests.factories.kernel import organisation_number

pytestmark = pytest.mark.django_db


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


@pytest.fixture
def staff():
    return factories.MembershipFactory(county_staff=True)


def typed(**changes) -> dict:
    """The form of an employer as the browser sends it."""
    data = {
        "submission": str(uuid.uuid4()),
        "name": "Lindelia sykehjem",
        "no_number": "",
        "organisation_number": organisation_number(701),
        "slots": "2",
        "sector": (changes.pop("at", None) or factories.SectorFactory()).pk,
        "channel": "both",
    }
    return data | changes


def post_new(client, **changes):
    return client.post(reverse("placements:employer_new"), typed(**changes))


@pytest.mark.row("L1")
def test_an_employer_is_registered_with_everything_known_of_it(client_for, staff):
    factories.HiringRequirementFactory(employer_group="sykehjem_oslo")
    client = client_for(staff)
    page = client.get(reverse("placements:employer_new")).text
    assert '<option value="sykehjem_oslo">' in page
    number = organisation_number(701)
    spaced = f"{number[:3]} {number[3:6]} {number[6:]}"
    answer = post_new(
        client, organisation_number=spaced, main_number=organisation_number(702), employer_group="sykehjem_oslo",
        motives=["recruit", "teach"],
    )  # fmt: skip
    assert answer.status_code == 302
    employer = Employer.objects.get()
    assert (employer.organisation_number, employer.main_number) == (number, organisation_number(702))
    assert (employer.employer_group, employer.motives) == ("sykehjem_oslo", ["recruit", "teach"])


@pytest.mark.row("L1")
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"organisation_number": "123456789"}, "Organisasjonsnummeret er ikke gyldig. Sjekk de ni sifrene."),
        ({"organisation_number": "12"}, "Organisasjonsnummeret er ikke gyldig. Sjekk de ni sifrene."),
        ({"organisation_number": ""}, "Skriv organisasjonsnummeret, eller velg hvorfor arbeidsgiveren ikke har et."),
        ({"no_number": "foreign"}, "Arbeidsgiveren har et nummer. Velg «Har organisasjonsnummer»."),
        ({"main_number": "123456789"}, "Organisasjonsnummeret er ikke gyldig. Sjekk de ni sifrene."),
        ({"slots": "101"}, "Skriv høyst 100 praksisplasser."),
        ({"name": ""}, "Skriv navnet på arbeidsplassen."),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_what_was_typed_stays(client_for, staff, changes, message):
    answer = post_new(client_for(staff), **{"address": "Storgata 1"} | changes)
    assert answer.status_code == 422
    assert message in answer.text and "Storgata 1" in answer.text
    assert not Employer.objects.exists()


@pytest.mark.row("L1")
def test_full_width_digits_are_kept_as_plain_ones_and_other_digits_are_refused(client_for, staff):
    number = organisation_number(701)
    wide, arabic = ("".join(chr(ord(sign) + to) for sign in number) for to in (0xFEE0, 0x660 - ord("0")))
    answer = post_new(client_for(staff), organisation_number=arabic)
    assert "Organisasjonsnummeret er ikke gyldig." in answer.text
    assert post_new(client_for(staff), organisation_number=wide).status_code == 302
    assert Employer.objects.get().organisation_number == number
    with pytest.raises(ValidationError):
        actions.register_employer(
            by=staff, name="Rå", sector=factories.SectorFactory(), organisation_number=wide, slots=1
        )


@pytest.mark.row("L1")
@pytest.mark.parametrize("why", ["household", "foreign"])
def test_an_employer_without_a_number_is_registered_with_the_reason(client_for, staff, why):
    answer = post_new(client_for(staff), organisation_number="", no_number=why)
    assert answer.status_code == 302
    employer = Employer.objects.get()
    assert (employer.organisation_number, employer.no_number) == (None, why)
    assert employer.get_no_number_display() in client_for(staff).get(answer.url).text


@pytest.mark.row("L1")
def test_a_number_that_is_there_leads_to_the_one_that_has_it(client_for, staff):
    kept = factories.EmployerFactory()
    merged = factories.EmployerFactory(organisation_number=organisation_number(701), merged_into=kept)
    answer = post_new(client_for(staff), organisation_number=merged.organisation_number)
    assert answer.status_code == 422
    assert "Arbeidsgiveren er allerede registrert" in answer.text
    assert reverse("placements:employer_detail", args=[kept.public_id]) in answer.text


@pytest.mark.row("L1")
def test_one_of_nearly_the_same_name_is_shown_before_saving(client_for, staff):
    sector = factories.SectorFactory()
    there = factories.EmployerFactory(name="Lindelia Sykehjem AS", sector=sector)
    factories.EmployerFactory(name="Lindelia sykehjem")  # another sector, no address: not it
    factories.EmployerFactory(name="Solsiden sykehjem", sector=sector)
    client = client_for(staff)
    live = client.post(reverse("placements:employer_similar"), {"name": "Lindelia sykehjem", "sector": sector.pk})
    link = reverse("placements:employer_detail", args=[there.public_id])
    assert link in live.text and live.text.count("<li>") == 1
    answer = post_new(client, at=sector)
    assert answer.status_code == 422 and link in answer.text
    assert Employer.objects.count() == 3
    assert post_new(client, at=sector, is_another="on").status_code == 302
    assert Employer.objects.count() == 4


@pytest.mark.row("L1")
def test_a_number_that_is_there_is_told_while_it_is_typed(client_for, staff):
    there = factories.EmployerFactory()
    typed_so_far = {
        "name": "",
        "organisation_number": f" {there.organisation_number[:3]} {there.organisation_number[3:]}",
    }
    answer = client_for(staff).post(reverse("placements:employer_similar"), typed_so_far)
    assert there.name in answer.text
    assert "<li>" not in client_for(staff).post(reverse("placements:employer_similar"), {"name": "\x00"}).text


@pytest.mark.row("L1")
def test_at_one_address_a_less_similar_name_is_told():
    there = factories.EmployerFactory(name="Lindelia sjukeheim", address="Storgata 1")
    assert duplicates.like(Employer.objects.all(), name="Lindelia sykehjem", address="storgata 1") == [there]
    assert duplicates.like(Employer.objects.all(), name="Lindelia sykehjem", sector=there.sector) == []


@pytest.mark.row("L1")
def test_the_next_one_starts_with_what_the_last_one_was_given(client_for, staff):
    client, sector = client_for(staff), factories.SectorFactory()
    post_new(client, at=sector, channel="direct")
    form = client.get(reverse("placements:employer_new")).context["form"]
    assert (form["sector"].value(), form["channel"].value()) == (sector.pk, "direct")


@pytest.mark.row("L1")
def test_pairs_that_may_be_one_workplace():
    owner = organisation_number(800)
    first = factories.EmployerFactory(name="Solbakken sykehjem", main_number=owner)
    second = factories.EmployerFactory(name="Solbakken sjukeheim", main_number=owner)
    factories.EmployerFactory(name="Fryselageret Sør", main_number=owner)
    third = factories.EmployerFactory(name="Kafé Ærlig", address="Storgata 1")
    fourth = factories.EmployerFactory(name="Kafe Ærlig AS", address="STORGATA 1")
    home = {"organisation_number": None, "no_number": "household", "name": "Familien Berg"}
    fifth, sixth = factories.EmployerFactory(**home), factories.EmployerFactory(**home)
    factories.EmployerFactory(name="Solbakken sykehjem", main_number=owner, merged_into=first)
    found = duplicates.pairs(Employer.objects.all())
    assert [(pair.first, pair.second) for pair in found] == [(fifth, sixth), (third, fourth), (first, second)]


# --- contacts and periods -----------------------------------------------------------------------


@pytest.mark.row("L1")
def test_a_contact_is_added_changed_and_removed(client_for, staff):
    employer, client = factories.EmployerFactory(), client_for(staff)
    own = reverse("placements:employer_detail", args=[employer.public_id])
    added = {"name": "Berit Leder", "role": "Avdelingsleder", "phone": "22 33 44 55", "email": ""}
    assert client.post(reverse("placements:contact_new", args=[employer.public_id]), added).url == own
    contact = EmployerContact.objects.get()
    assert "Berit Leder" in client.get(own).text
    edit = reverse("placements:contact_edit", args=[contact.public_id])
    assert client.post(edit, added | {"name": "Berit Ny", "version": 1}).status_code == 302
    assert client.post(edit, added | {"name": "Berit Sen", "version": 1}).status_code == 409
    remove = reverse("placements:contact_remove", args=[contact.public_id])
    assert "Berit Ny" in client.get(remove).text and EmployerContact.objects.exists()
    assert client.post(remove, {}).status_code == 302
    assert not EmployerContact.objects.exists()


def test_a_provider_reads_the_contacts_and_a_caseworker_does_not(client_for):
    employer = factories.EmployerFactory()
    EmployerContact.objects.create(employer=employer, name="Berit Leder")
    url = reverse("placements:employer_detail", args=[employer.public_id])
    assert "Berit Leder" in client_for(factories.MembershipFactory(provider_lead=True)).get(url).text
    assert "Berit Leder" not in client_for(factories.MembershipFactory()).get(url).text


@pytest.mark.row("L1")
def test_a_period_is_refused_where_it_overlaps_or_is_too_small(client_for, staff):
    placement = factories.PlacementFactory(employer=factories.EmployerFactory(slots=1))
    employer, client = placement.employer, client_for(staff)
    url = reverse("placements:period_new", args=[employer.public_id])

    def post(first, last, slots):
        return client.post(url, {"starts_on": day(first).isoformat(), "ends_on": day(last).isoformat(), "slots": slots})

    full = post(5, 10, 0)
    assert full.status_code == 422 and "1 praksisplass er avtalt" in full.text
    assert post(5, 10, 2).status_code == 302
    overlaps = post(10, 20, 2)
    assert overlaps.status_code == 422
    assert "Det er allerede avtalt et antall for noen av disse dagene." in overlaps.text
    assert "Sluttdato kan ikke være før startdato." in post(30, 20, 2).text
    assert "Skriv høyst 100 praksisplasser." in post(30, 40, 101).text
    assert SlotPeriod.objects.count() == 1


@pytest.mark.row("L1")
def test_a_period_is_not_taken_away_under_those_who_are_there(staff):
    employer = factories.EmployerFactory(slots=1)
    factories.PlacementFactory.create_batch(2, employer=employer)
    period = actions.add_period(employer=employer, starts_on=day(-10), ends_on=day(30), slots=2, by=staff)
    with pytest.raises(ValidationError, match="2 praksisplasser er avtalt"):
        actions.remove_period(period=period, by=staff)
    assert actions.change_period(period=period, by=staff, slots=3).slots == 3
    with pytest.raises(ValidationError, match="2 praksisplasser er avtalt"):
        actions.change_period(period=period, by=staff, slots=1)


# --- the page and the list ----------------------------------------------------------------------


@pytest.mark.row("L1")
def test_the_page_tells_of_owner_requirements_and_visits(client_for, staff):
    owner = organisation_number(800)
    employer = factories.EmployerFactory(main_number=owner, employer_group="sykehjem_oslo")
    factories.EmployerFactory(name="Søsterhjemmet", main_number=owner)
    requirement = factories.HiringRequirementFactory(employer_group="Sykehjem_Oslo")
    factories.HiringRequirementFactory(employer_group="sykehjem_oslo", valid_to=day(-1), segment="Før")
    concept = factories.ConceptFactory(county=staff.county)
    intake = factories.IntakeFactory(contract=factories.ContractFactory(concept=concept), running=True)
    placement = factories.PlacementFactory(
        employer=employer, enrolment=factories.EnrolmentFactory(intake=intake, granted=True)
    )
    factories.VisitFactory(placement=placement)
    page = client_for(staff).get(reverse("placements:employer_detail", args=[employer.public_id]))
    assert "Søsterhjemmet" in page.text
    assert [one["url"] for one in page.context["requirements"]] == [requirement.get_absolute_url()]
    assert page.context["visits"] == {"count": 1, "last": day(-1)}
    assert page.context["now"] == [placement]


@pytest.mark.row("L1")
def test_the_list_is_searched_filtered_and_sorted_by_every_column(client_for, staff):
    free = factories.EmployerFactory(name="Åpen kafé", slots=2, motives=["recruit"], employer_group="kafe")
    factories.EmployerFactory(name="Stengt", slots=0)
    factories.EmployerFactory(name="På vent", slots=2, paused_on=clock.today())
    client, url = client_for(staff), reverse("placements:employer_list")

    def names(query: str) -> list[str]:
        return [row["obj"].name for row in client.get(f"{url}?{query}").context["listpage"].rows]

    assert names("quick=free") == ["Åpen kafé"]
    assert names("quick=paused") == ["På vent"]
    assert names("motive=recruit") == names("group=kafe") == ["Åpen kafé"]
    found = client.post(reverse("placements:employer_search"), {"q": free.organisation_number})
    assert names(found.url.partition("?")[2]) == ["Åpen kafé"]
    found = client.post(reverse("placements:employer_search"), {"q": "apen"})
    assert names(found.url.partition("?")[2]) == ["Åpen kafé"]
    for column in client.get(url).context["listpage"].columns:
        assert column["sortable"], column["key"]
        for sort in (column["key"], f"-{column['key']}"):
            assert len(names(f"sort={sort}")) == 3
    assert client.get(f"{url}?export=xlsx").status_code == 200


def test_the_history_says_who_changed_what(client_for, staff):
    employer = factories.EmployerFactory(name="Før")
    edit = reverse("placements:employer_edit", args=[employer.public_id])
    client = client_for(staff)
    data = typed(at=employer.sector, name="Etter", organisation_number=employer.organisation_number, version=1)
    assert client.post(edit, data).status_code == 302
    page = client.get(reverse("placements:employer_history", args=[employer.public_id])).text
    assert "Før" in page and "Etter" in page and str(staff.user) in page


def test_the_page_asks_as_often_for_much_as_for_little(client_for, staff):
    employer, client = factories.EmployerFactory(slots=30), client_for(staff)
    url = reverse("placements:employer_detail", args=[employer.public_id])
    factories.PlacementFactory(employer=employer)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for n in range(6):
        factories.PlacementFactory(employer=employer)
        EmployerContact.objects.create(employer=employer, name=f"Kontakt {n}")
        actions.add_period(employer=employer, starts_on=day(100 * n), ends_on=day(100 * n + 5), slots=30, by=staff)
    with CaptureQueriesContext(connection) as many:
        assert client.get(url).status_code == 200
    assert len(many) == len(few)
