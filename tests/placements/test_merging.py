"""Two registrations of one workplace made one (L1, docs/decisions/0030)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import clock
from placements import models
from placements.actions import merging
from placements.actions.slots import check_agreed
from placements.models import Employer, EmployerMerge, Placement, PlacementRequest, PlacementWish, SlotPeriod
from tests import factories
from tests.at_once import at_once
from tests.engines.counts import FULL

REASON = "Registrert to ganger, samme avdeling."
TIMES = 8 if FULL else 2

pytestmark = pytest.mark.row("L1")


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


@pytest.fixture
def staff(db):
    return factories.MembershipFactory(county_staff=True)


@pytest.fixture
def kept(db):
    return factories.EmployerFactory(name="Solbakken sykehjem", slots=2)


@pytest.fixture
def merged(db):
    return factories.EmployerFactory(name="Solbakken sjukeheim", slots=2, contact_name="Berit Leder")


def request_of(employer, enrolment=None, *, seat: int | None = None, days: int = 0) -> PlacementRequest:
    """A request in the queue, or put with a seat."""
    enrolment = enrolment or factories.EnrolmentFactory(granted=True)
    asked = {"status": "asked", "asked_on": day(days), "employer_seat": seat} if seat else {}
    if seat:
        taken = PlacementRequest.objects.filter(participant=enrolment.participant, status="asked").count()
        asked["participant_seat"] = taken + 1
    return PlacementRequest.objects.create(
        enrolment=enrolment,
        participant=enrolment.participant,
        employer=employer,
        queued_at=clock.now() + dt.timedelta(days=days),
        recorded_by=factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider),
        **asked,
    )


def merge(kept, merged, staff) -> EmployerMerge:
    return merging.merge_employers(kept=kept, merged=merged, reason=REASON, by=staff)


def test_every_model_that_points_at_an_employer_is_moved():
    pointing = {
        link.related_model
        for link in Employer._meta.get_fields(include_hidden=True)
        if link.auto_created and not link.concrete
    }
    pointing = {model for model in pointing if not model._meta.model_name.endswith("event")}
    assert pointing == merging.MOVED


def test_places_are_numbered_anew_and_the_number_agreed_is_raised(kept, merged, staff):
    here = factories.PlacementFactory.create_batch(2, employer=kept)
    there = factories.PlacementFactory.create_batch(2, employer=merged)
    before = factories.PlacementFactory(
        employer=merged, status="completed", end_reason="as_planned", starts_on=day(-90), ends_on=day(-30)
    )
    assert merging.preview(kept, merged).slots == (2, 4)
    done = merge(kept, merged, staff)
    assert done.moved == {"placements": 3, "slots": [2, 4]}
    assert not Placement.objects.exclude(employer=kept).exists()
    held = Placement.objects.filter(pk__in=[one.pk for one in [*here, *there]])
    assert sorted(held.values_list("slot", flat=True)) == [1, 2, 3, 4]
    kept.refresh_from_db()
    assert kept.slots == 4
    check_agreed(kept)
    before.refresh_from_db()
    assert before.employer == kept


def test_those_after_each_other_need_no_more_places(kept, merged, staff):
    factories.PlacementFactory.create_batch(2, employer=kept, ends_on=day(10))
    factories.PlacementFactory.create_batch(2, employer=merged, starts_on=day(11), ends_on=day(30), status="agreed")
    merge(kept, merged, staff)
    kept.refresh_from_db()
    assert kept.slots == 2
    assert set(Placement.objects.values_list("slot", flat=True)) == {1, 2}


def test_the_kept_ones_periods_hold_and_hold_those_who_are_there(kept, merged, staff):
    july = factories.SlotPeriodFactory(employer=kept, starts_on=day(5), ends_on=day(15), slots=1)
    same = factories.SlotPeriodFactory(employer=merged, starts_on=day(15), ends_on=day(25), slots=9)
    other = factories.SlotPeriodFactory(employer=merged, starts_on=day(40), ends_on=day(50), slots=7)
    factories.PlacementFactory.create_batch(2, employer=merged, ends_on=day(28))
    done = merge(kept, merged, staff)
    assert (done.moved["periods"], done.moved["periods_left"]) == (1, 1)
    for period, employer, slots in ((july, kept, 2), (same, merged, 9), (other, kept, 7)):
        period.refresh_from_db()
        assert (period.employer, period.slots) == (employer, slots)
    check_agreed(kept)
    assert SlotPeriod.objects.count() == 3


def test_open_requests_get_free_seats_and_one_of_two_by_the_same_person_is_withdrawn(kept, merged, staff):
    enrolment, another = (factories.EnrolmentFactory(granted=True) for _n in range(2))
    first = request_of(kept, seat=2)
    older = request_of(kept, enrolment, days=-5)
    put = request_of(merged, enrolment, seat=1, days=-1)
    newer = request_of(merged, another, days=-1)
    eldest = request_of(kept, another, days=-2)
    also = request_of(merged, seat=2)
    done = merge(kept, merged, staff)
    assert (done.moved["requests"], done.moved["requests_withdrawn"]) == (3, 2)
    for row in (first, older, put, newer, eldest, also):
        row.refresh_from_db()
        assert row.employer == kept
    # Put before queued, otherwise the older.
    assert [older.status, put.status, newer.status, eldest.status] == ["withdrawn", "asked", "withdrawn", "queued"]
    assert {first.employer_seat, put.employer_seat, also.employer_seat} == {1, 2, 3}


def test_wishes_meetings_contacts_and_the_rest_go_along(kept, merged, staff):
    enrolment = factories.EnrolmentFactory(granted=True)
    lead = factories.MembershipFactory(provider_lead=True, provider=enrolment.intake.contract.provider)
    other = factories.EmployerFactory()
    for rank, employer in enumerate((merged, other, kept), 1):
        PlacementWish.objects.create(enrolment=enrolment, employer=employer, rank=rank)
    meeting = {"provider": lead.provider, "on": day(3), "created_by": lead, "created_at": clock.now()}
    for employer, kind in ((kept, "fixed"), (merged, "fixed"), (merged, "start")):
        models.EmployerMeeting.objects.create(employer=employer, kind=kind, **meeting)
    models.JobOffer.objects.create(
        enrolment=enrolment, participant=enrolment.participant, employer=merged, form="permanent", fte_low=80,
        starts_on=day(9), offered_on=day(0), recorded_by=lead, recorded_at=clock.now(),
    )  # fmt: skip
    report = models.DiscriminationReport.objects.create(
        employer=merged, county=staff.county, what="Vil ikke ha noen fra et land", reported_by=lead,
        reported_at=clock.now(),
    )  # fmt: skip
    factories.EmployerContactFactory(employer=merged, name="Kari Fadder")
    Employer.objects.filter(pk=merged.pk).update(paused_on=day(-3))
    shown = merging.preview(kept, merged).moved
    done = merge(kept, merged, staff)
    assert done.moved == shown == {
        "wishes": 1, "wishes_joined": 1, "meetings": 2, "meetings_joined": 1, "offers": 1, "contacts": 1,
    }  # fmt: skip
    assert list(PlacementWish.objects.values_list("employer", "rank")) == [(kept.pk, 1), (other.pk, 2)]
    report.refresh_from_db()
    kept.refresh_from_db()
    assert (report.employer, kept.paused_on) == (kept, day(-3))
    assert set(kept.contacts.values_list("name", flat=True)) == {"Kari Fadder", "Berit Leder"}
    assert models.EmployerMeeting.objects.filter(employer=kept).count() == 3
    assert models.JobOffer.objects.get().employer == kept


def test_a_strictly_confidential_person_moves_and_is_in_no_count(kept, merged, staff):
    person = factories.ParticipantFactory(address_protection="strictly_confidential")
    placement = factories.PlacementFactory(
        employer=merged, enrolment=factories.EnrolmentFactory(participant=person, granted=True)
    )
    assert merge(kept, merged, staff).moved == {}
    placement.refresh_from_db()
    assert placement.employer == kept


def test_the_page_asks_and_the_merged_ones_leads_to_the_kept_one(kept, merged, staff, client_for):
    factories.PlacementFactory(employer=merged)
    client = client_for(staff)
    url = reverse("placements:employer_merge", args=[kept.public_id, merged.public_id])
    page = client.get(url).text
    assert "Sammenslåingen kan ikke gjøres om." in page and "Praksisplasser" in page
    refused = client.post(url, {"reason": ""})
    assert refused.status_code == 422 and "Skriv hvorfor de er samme arbeidsplass." in refused.text
    own = reverse("placements:employer_detail", args=[kept.public_id])
    unsure = client.post(url, {"reason": REASON})
    assert unsure.status_code == 422 and "To organisasjonsnumre er som regel to arbeidsplasser." in unsure.text
    assert client.post(url, {"reason": REASON, "checked": "on"}).url == own
    assert REASON in client.get(own).text
    assert client.get(reverse("placements:employer_detail", args=[merged.public_id])).url == own
    again = client.post(url, {"reason": REASON, "checked": "on"})
    assert again.status_code == 422 and "allerede slått sammen" in again.text
    assert client.get(reverse("placements:employer_merge", args=[kept.public_id, kept.public_id])).status_code == 404
    assert Employer.objects.count() == 2


def test_one_merged_before_leads_to_the_one_that_is_left(kept, merged, staff):
    first = factories.EmployerFactory()
    merge(merged, first, staff)
    merge(kept, merged, staff)
    first.refresh_from_db()
    assert first.merged_into == kept
    with pytest.raises(ValidationError, match="allerede slått sammen"):
        merge(first, kept, staff)
    with pytest.raises(ValidationError, match="seg selv"):
        merge(kept, kept, staff)


def test_as_many_statements_for_many_as_for_few(staff, django_assert_max_num_queries):
    """Counted with ten of each where one would do."""
    few, many = ([factories.EmployerFactory(slots=20) for _n in range(2)] for _m in range(2))
    for pair, times in ((few, 1), (many, 6)):
        for _n in range(times):
            factories.PlacementFactory(employer=pair[1])
            request_of(pair[1], seat=1 + PlacementRequest.objects.filter(employer=pair[1], status="asked").count())
    with django_assert_max_num_queries(200) as first:
        merge(*few, staff)
    with django_assert_max_num_queries(len(first)):
        merge(*many, staff)


@pytest.mark.django_db(transaction=True)
def test_two_merges_in_opposite_directions_leave_one():
    for _n in range(TIMES):
        one, two = factories.EmployerFactory(), factories.EmployerFactory()
        factories.PlacementFactory(employer=one)
        factories.PlacementFactory(employer=two)
        by = [factories.MembershipFactory(county_staff=True) for _m in range(2)]
        results = at_once([lambda: merge(one, two, by[0]), lambda: merge(two, one, by[1])])  # noqa: B023
        assert sorted(type(result).__name__ for result in results) == ["EmployerMerge", "ValidationError"]
        left = Employer.objects.filter(pk__in=[one.pk, two.pk]).living().get()
        assert Placement.objects.filter(employer=left).count() == 2
