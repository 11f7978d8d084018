"""Where the hire record is met: the form of a placement, the county's limit, and who may count whom (L7)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from amo.versions import StaleVersion
from placements.actions.placements import agree_placement
from placements.actions.rules import rules_of, set_rules
from placements.hires import flag, hire_records, warned, warning
from placements.models import Placement, PlacementRules
from tests import factories

pytestmark = pytest.mark.django_db
REASON = "De har lovet to faste stillinger fra høsten."


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def been_there(employer, starts: int, ends: int, *, job: dict | None = None, **person) -> Placement:
    """An ended placement, days from today; `job` gives the person a job from the day after."""
    intake = factories.IntakeFactory(
        running=True, starts_on=day(starts - 5), theory_ends_on=day(starts - 1), ends_on=day(90)
    )
    enrolment = factories.EnrolmentFactory(intake=intake, participant=factories.ParticipantFactory(**person))
    placement = factories.PlacementFactory(
        employer=employer, enrolment=enrolment, starts_on=day(starts), ends_on=day(ends), status="completed",
        end_reason="as_planned",
    )  # fmt: skip
    if job is not None:
        factories.EmploymentFactory(participant=enrolment.participant, **{"starts_on": day(ends + 1)} | job)
    return placement


@pytest.fixture
def canteen():
    """The report's canteen: it lets a new trainee start the week before the last one leaves, and hires none."""
    employer = factories.EmployerFactory(name="Personalkantina", slots=2, motives=["relief"])
    for n in range(7):
        been_there(employer, -500 + 50 * n, -500 + 50 * n + 56)
    return employer


def agreement(enrolment, employer, **changes) -> dict:
    """What the action takes."""
    lead = factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)
    return {
        "enrolment": enrolment, "employer": employer, "mentor_name": "Kari", "tasks": "Kjøkken", "hours_per_week": 30,
        "starts_on": day(1), "ends_on": day(20), "declared_on": day(0), "by": lead,
    } | changes  # fmt: skip


@pytest.fixture
def enrolment():
    return factories.EnrolmentFactory(granted=True)


@pytest.mark.row("L7")
def test_the_canteen_that_hires_none(canteen):
    record = hire_records([canteen])[canteen.pk]
    assert (record.lately.ended, record.lately.jobs, record.run, record.relays) == (7, 0, 7, 6)
    assert warning(record) == (
        "7 praksisdeltakere på rad uten at noen ble ansatt. 6 ganger begynte en ny omtrent da den forrige sluttet. "
        "Spør hva som skal til før du avtaler en ny."
    )
    assert not any(sign.isdigit() for sign in flag(record))
    assert warned(None) == {canteen.pk}


@pytest.mark.row("L7")
def test_the_recruiter_who_hires():
    employer = factories.EmployerFactory(motives=["recruit"])
    for n in range(7):
        job = {"employer_number": employer.organisation_number} if n % 2 else None
        been_there(employer, -500 + 50 * n, -500 + 50 * n + 56, job=job)
    record = hire_records([employer])[employer.pk]
    assert (record.lately.ended, record.lately.jobs, record.run, record.warns) == (7, 3, 1, False)
    assert record.hires and warning(record) == flag(record) == ""


@pytest.mark.row("L7")
@pytest.mark.parametrize(
    ("job", "outcome"),
    [
        ({}, (0, 0, 0)),
        ({"employer_number": "own"}, (1, 0, 0)),
        ({"employer_number": "own", "wage_subsidy": True}, (0, 0, 1)),
        ({"employer_number": "own", "starts_on": -401}, (0, 0, 0)),
        ({"found_through": "placement_network"}, (0, 1, 0)),
        ({"found_through": "placement_employer"}, (0, 1, 0)),
        ({"found_through": "placement_network", "wage_subsidy": True}, (0, 0, 0)),
        ({"found_through": "own_search"}, (0, 0, 0)),
    ],
)
def test_what_came_of_a_placement_is_read_from_the_jobs(job, outcome):
    employer = factories.EmployerFactory()
    job = {
        name: employer.organisation_number if value == "own" else day(value) if name == "starts_on" else value
        for name, value in job.items()
    }
    been_there(employer, -400, -350, job=job)
    found = hire_records([employer])[employer.pk].lately
    assert (found.hired, found.through, found.subsidised) == outcome


@pytest.mark.row("L7")
def test_a_job_through_the_employer_is_that_of_her_last_placement():
    first, last = factories.EmployerFactory(), factories.EmployerFactory()
    placement = been_there(first, -400, -350)
    factories.PlacementFactory(
        employer=last, enrolment=placement.enrolment, starts_on=day(-340), ends_on=day(-300), status="completed",
        end_reason="as_planned",
    )  # fmt: skip
    factories.EmploymentFactory(
        participant=placement.participant, starts_on=day(-290), found_through="placement_network", employer_number=""
    )
    records = hire_records([first, last])
    assert (records[first.pk].lately.jobs, records[last.pk].lately.jobs) == (0, 1)


@pytest.mark.row("L7")
def test_a_job_at_the_number_of_a_registration_that_was_merged_counts():
    employer = factories.EmployerFactory()
    merged = factories.EmployerFactory(merged_into=employer)
    been_there(employer, -400, -350, job={"employer_number": merged.organisation_number})
    assert hire_records([employer])[employer.pk].lately.hired == 1


@pytest.mark.row("L7")
def test_a_strictly_confidential_person_is_counted_by_those_with_the_flag_only(canteen):
    been_there(canteen, -60, -30, address_protection="strictly_confidential")
    may = factories.MembershipFactory(county_staff=True, sees_strictly_confidential=True)
    may_not = factories.MembershipFactory(county_staff=True)
    counts = [hire_records([canteen], reader)[canteen.pk].run for reader in (may, may_not, None)]
    assert counts == [8, 7, 7]


def test_records_of_many_take_as_many_queries_as_one(canteen, django_assert_num_queries):
    employers = [canteen, *factories.EmployerFactory.create_batch(5)]
    # The placements, and the clock.
    for some in ([canteen], employers):
        with django_assert_num_queries(2):
            assert len(hire_records(some)) == len(some)


# --- the form and the limit ---------------------------------------------------------------------


def typed(employer, **changes) -> dict:
    return {
        "submission": str(uuid.uuid4()), "employer": employer.organisation_number, "mentor_name": "Kari Fadder",
        "tasks": "Kjøkken",
        "hours_per_week": "30", "starts_on": day(1).isoformat(), "ends_on": day(20).isoformat(), "declaration": "on",
    } | changes  # fmt: skip


@pytest.mark.row("L7")
def test_the_form_warns_once_and_then_lets_it_be_agreed(canteen, enrolment, client_for):
    lead = factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)
    client, url = client_for(lead), reverse("placements:placement_new", args=[enrolment.public_id])
    [found] = client.get(reverse("placements:employer_suggest"), {"q": canteen.name}).json()["items"]
    assert found["also"].endswith("spør om ansettelse først")
    answer = client.post(url, typed(canteen))
    assert answer.status_code == 422 and not Placement.objects.filter(enrolment=enrolment).exists()
    assert "Ingen av de siste praksisdeltakerne ble ansatt her." in answer.text
    assert "7 praksisdeltakere" not in answer.text
    again = typed(canteen, told_of=answer.context["form"]["told_of"].value())
    assert client.post(url, again).status_code == 302
    assert Placement.objects.get(enrolment=enrolment).limit_reason == ""


def test_the_form_says_nothing_of_an_employer_without_a_warning(enrolment, client_for):
    lead = factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)
    url = reverse("placements:placement_new", args=[enrolment.public_id])
    assert client_for(lead).post(url, typed(factories.EmployerFactory())).status_code == 302


@pytest.mark.row("L7")
def test_past_the_limit_of_the_courses_county_a_written_reason_is_asked_for(canteen, enrolment):
    _limit(enrolment, 7)
    with pytest.raises(ValidationError) as refused:
        agree_placement(**agreement(enrolment, canteen, limit_reason="Fordi.    "))
    assert "Fylket ber om en begrunnelse" in refused.value.message_dict["limit_reason"][0]
    placement = agree_placement(**agreement(enrolment, canteen, limit_reason=REASON))
    assert placement.limit_reason == REASON


@pytest.mark.row("L7")
@pytest.mark.parametrize("limit", [None, 8])
def test_under_the_limit_no_reason_is_asked_for_or_kept(canteen, enrolment, limit):
    _limit(enrolment, limit)
    assert agree_placement(**agreement(enrolment, canteen, limit_reason=REASON)).limit_reason == ""


@pytest.mark.row("L7")
def test_another_countys_limit_does_not_hold(canteen, enrolment):
    PlacementRules.objects.create(county=factories.CountyFactory(), unpaid_limit=3)
    assert agree_placement(**agreement(enrolment, canteen)).limit_reason == ""


@pytest.mark.row("L7")
def test_the_reason_is_written_in_the_form_and_read_by_county_staff(canteen, enrolment, client_for):
    _limit(enrolment, 5)
    concept = enrolment.intake.contract.concept
    lead = factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)
    client, url = client_for(lead), reverse("placements:placement_new", args=[enrolment.public_id])
    answer = client.post(url, typed(canteen, told_of=canteen.pk))
    assert answer.status_code == 422
    assert 'name="limit_reason"' in answer.text and "Fylket ber om en begrunnelse" in answer.text
    done = client.post(url, typed(canteen, told_of=canteen.pk, limit_reason=REASON))
    assert done.status_code == 302
    staff = client_for(factories.MembershipFactory(county_staff=True, county=concept.county))
    assert REASON in staff.get(done.url).text
    assert REASON in staff.get(reverse("placements:limit_passed")).text
    other = client_for(factories.MembershipFactory(county_staff=True))
    assert REASON not in other.get(reverse("placements:limit_passed")).text


def _limit(enrolment, limit):
    county = enrolment.intake.contract.concept.county
    by = factories.MembershipFactory(county_staff=True, county=county)
    return set_rules(county=county, step_in_after=3, unpaid_limit=limit, by=by)


# --- the rules ----------------------------------------------------------------------------------


@pytest.mark.row("L7")
def test_county_staff_set_their_own_countys_rules(client_for):
    staff = factories.MembershipFactory(county_staff=True)
    client, url = client_for(staff), reverse("placements:rules")
    assert rules_of(staff.county).unpaid_limit is None
    data = {"step_in_after": "4", "unpaid_limit": "6", "version": "0"}
    assert client.post(url, data).status_code == 302
    rules = rules_of(staff.county)
    assert (rules.step_in_after, rules.unpaid_limit, rules.changed_by) == (4, 6, staff)
    assert client.post(url, data | {"unpaid_limit": "7"}).status_code == 409
    assert client.post(url, data | {"unpaid_limit": "", "version": "1"}).status_code == 302
    assert rules_of(staff.county).unpaid_limit is None
    few = client.post(url, data | {"unpaid_limit": "2", "version": "2"})
    assert few.status_code == 422 and "færre er for få til å si noe" in few.text


def test_rules_of_another_county_are_not_set():
    staff = factories.MembershipFactory(county_staff=True)
    with pytest.raises(PermissionDenied):
        set_rules(county=factories.CountyFactory(), step_in_after=3, unpaid_limit=None, by=staff)
    set_rules(county=staff.county, step_in_after=3, unpaid_limit=None, by=staff, version=0)
    with pytest.raises(StaleVersion):
        set_rules(county=staff.county, step_in_after=5, unpaid_limit=None, by=staff, version=0)


# --- the page and the list ----------------------------------------------------------------------


@pytest.mark.row("L7")
def test_numbers_for_nav_and_a_flag_for_a_provider(canteen, client_for):
    page, register = (
        reverse("placements:employer_detail", args=[canteen.public_id]),
        reverse("placements:employer_list"),
    )
    staff = client_for(factories.MembershipFactory(county_staff=True))
    lead = client_for(factories.MembershipFactory(provider_lead=True))
    assert "7 praksisdeltakere på rad" in staff.get(page).text
    assert "Spør først (0 av 7)" in staff.get(register).text
    for url in (page, register):
        shown = lead.get(url).text
        assert "0 av 7" not in shown and "7 praksisdeltakere" not in shown
    assert "Spør først" in lead.get(register).text


@pytest.mark.row("L7")
def test_the_list_is_narrowed_to_those_that_hire_or_warn(canteen, client_for):
    employer = factories.EmployerFactory(name="Ansetter")
    been_there(employer, -400, -350, job={"employer_number": employer.organisation_number})
    url = reverse("placements:employer_list")

    def names(client, quick):
        return [row["obj"].name for row in client.get(f"{url}?quick={quick}").context["listpage"].rows]

    staff = client_for(factories.MembershipFactory(county_staff=True))
    assert names(staff, "warns") == ["Personalkantina"]
    assert names(staff, "hired") == ["Ansetter"]
    # One of one is no flag to a provider: it would be that person's outcome.
    lead = client_for(factories.MembershipFactory(provider_lead=True))
    assert names(lead, "hired") == []


@pytest.mark.row("L7")
def test_no_share_is_given_of_few_and_the_number_stays(client_for):
    employer = factories.EmployerFactory()
    page = reverse("placements:employer_detail", args=[employer.public_id])
    staff, lead = (
        client_for(factories.MembershipFactory(county_staff=True)),
        factories.MembershipFactory(provider_lead=True),
    )
    assert "Ingen praksisplasser er avsluttet ennå." in staff.get(page).text
    been_there(employer, -1400, -1350)
    assert "Ingen praksisplasser er avsluttet de siste tre årene." in staff.get(page).text
    been_there(employer, -400, -350, job={"employer_number": employer.organisation_number})
    been_there(employer, -300, -250)
    told = staff.get(page).text
    assert "1 av 2 avsluttede praksisplasser førte til jobb." in told
    assert "For få til å regne andel." in told
    assert "til å si noe" not in told
    few = client_for(lead).get(page).text
    assert "De siste tre årene er det avsluttet for få praksisplasser til å si noe." in few
    assert "1 av 2" not in few


def test_the_list_asks_as_often_for_many_as_for_few(canteen, client_for):
    client, url = client_for(factories.MembershipFactory(county_staff=True)), reverse("placements:employer_list")
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for employer in factories.EmployerFactory.create_batch(10):
        been_there(employer, -400, -350, job={"employer_number": employer.organisation_number})
    with CaptureQueriesContext(connection) as many:
        assert client.get(url).status_code == 200
    assert len(many) == len(few)
