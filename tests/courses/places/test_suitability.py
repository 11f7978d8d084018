"""The provider finds the course unsuitable, she answers, NAV decides (A6)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo.models import Membership, Notification
from courses.actions import suitability as actions
from courses.actions.offers import answer_offer
from courses.models import Enrolment, Intake, SuitabilityAssessment, Wish
from participants import grants
from participants.models import Participant, Task
from participants.responsible import county_staff_for
from tests import factories
from tests.courses.places.world import World, statuses, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A6")]
REASON = "Tidene på kurset kan ikke flyttes."


@pytest.fixture
def world():
    return World(intakes=2)


@pytest.fixture
def enrolment(world):
    """A place on a course that starts in a month, shared with the provider."""
    Intake.objects.filter(pk=world.intakes[0].pk).update(occupied=1)
    found = factories.EnrolmentFactory(
        participant=world.person(),
        intake=world.intakes[0],
        status="awaiting_start",
        starts_on=world.intakes[0].starts_on,
    )
    grants.repair(grants.differences())
    return found


def unsuitable(enrolment, by, **more):
    values = {"outcome": "not_suitable", "reasons": ["hours"], "note": "Kurset er mandag til fredag."} | more
    return actions.assess(enrolment=enrolment, by=by, **values)


def test_from_assessment_to_decision(world, enrolment, client_for):
    provider = client_for(world.lead)
    new = reverse("courses:suitability_assess", args=[enrolment.public_id])
    assert "Passer kurset for deltakeren?" in text(provider.get(new))
    sent = {"outcome": "not_suitable", "reasons": ["hours", "norwegian"], "note": "Kurset er hver dag."}
    assert provider.post(new, sent).status_code == 302
    row = SuitabilityAssessment.objects.get()
    task = Task.objects.get(kind=actions.TASK)
    assert task.owner == world.caseworker and task.url == row.get_absolute_url()

    caseworker = client_for(world.caseworker)
    assert "Kan ikke møte i kurstiden" in text(caseworker.get(row.get_absolute_url()))
    answer = {"version": row.version, "on": today().isoformat(), "comment": "Jeg kan møte hver dag nå."}
    assert caseworker.post(reverse("courses:suitability_show", args=[row.public_id]), answer).status_code == 302
    task.refresh_from_db()
    assert task.done_at is not None

    county = client_for(world.maker)
    assert enrolment.intake.code in text(county.get(reverse("courses:suitability_county")))
    assert "Jeg kan møte hver dag nå." in text(county.get(row.get_absolute_url()))
    row.refresh_from_db()
    data = {"version": row.version, "decision": "keeps", "reason": REASON}
    assert county.post(reverse("courses:suitability_decide", args=[row.public_id]), data).status_code == 302
    row.refresh_from_db()
    assert (row.decision, row.decided_by) == ("keeps", world.maker)
    page = text(provider.get(enrolment.get_absolute_url()))
    assert "Beholder plassen" in page
    assert "Jeg kan møte hver dag nå." not in page and REASON not in page, "what NAV and she wrote is NAV's"


@pytest.mark.parametrize("note", ["Virker lite motivert.", "Har feil bakgrunn.", "Har en sykdom."])
def test_background_health_and_motivation_are_no_reason(world, enrolment, note):
    with pytest.raises(ValidationError) as error:
        unsuitable(enrolment, world.lead, note=note)
    assert "note" in error.value.message_dict


def test_a_reason_is_needed_and_time_is_limited(world, enrolment):
    with pytest.raises(ValidationError) as error:
        unsuitable(enrolment, world.lead, reasons=[])
    assert "reasons" in error.value.message_dict
    with pytest.raises(ValidationError):
        unsuitable(enrolment, world.lead, reasons=["motivation"])
    Enrolment.objects.filter(pk=enrolment.pk).update(starts_on=today(-8), status="participating")
    with pytest.raises(ValidationError, match="første uka"):
        unsuitable(enrolment, world.lead)
    with pytest.raises(PermissionDenied):
        unsuitable(enrolment, world.maker)


def test_a_place_given_on_gives_the_other_wish_back(world):
    application = world.applies(*world.intakes)
    wish, other = application.wishes.order_by("rank")
    Wish.objects.filter(pk=wish.pk).update(status="offered")
    Intake.objects.filter(pk=wish.intake_id).update(occupied=1)
    offer = factories.OfferFactory(wish=wish)
    answer_offer(offer=offer, accept=True, by=world.caseworker)
    assert statuses(application) == ["accepted", "closed"]
    enrolment = Enrolment.objects.get()
    row = unsuitable(enrolment, world.lead)
    values = {"decision": "given_on", "reason": REASON, "by": world.maker}
    with pytest.raises(ValidationError, match="sett vurderingen"):
        actions.decide(assessment=row, **values)
    row = actions.show_to_person(assessment=row, on=today(), comment="", by=world.caseworker)
    actions.decide(assessment=row, **values)
    enrolment.refresh_from_db()
    assert enrolment.status == "not_started"
    assert statuses(application) == ["closed", "waiting"], "her other wish waits again"
    assert Intake.objects.get(pk=wish.intake_id).occupied == 0
    application.refresh_from_db()
    with pytest.raises(ValidationError, match="allerede avgjort"):
        actions.decide(assessment=row, **values)


def test_another_provider_and_another_county_decide_nothing(world, enrolment):
    row = unsuitable(enrolment, world.lead)
    stranger = factories.MembershipFactory(county_staff=True)
    with pytest.raises(PermissionDenied):
        actions.decide(assessment=row, decision="keeps", reason=REASON, by=stranger)
    other = factories.MembershipFactory(provider_lead=True)
    with pytest.raises(PermissionDenied):
        unsuitable(enrolment, other)


def test_the_county_sees_shares_only_from_ten(world, client_for):
    intake = factories.IntakeFactory(contract=world.contract, running=True, capacity=20, occupied=10)
    for number in range(10):
        one = factories.EnrolmentFactory(participant=world.person(), intake=intake)
        if number < 9:
            factories.SuitabilityAssessmentFactory(
                enrolment=one, assessed_by=world.lead,
                **({} if number < 3 else {"outcome": "suitable", "reasons": []}),
            )  # fmt: skip
    grants.repair(grants.differences())
    client, url = client_for(world.maker), reverse("courses:suitability_county")
    page = text(client.get(url))
    assert "3 av 9" in page and "3 av 9 (" not in page
    factories.SuitabilityAssessmentFactory(enrolment=one, assessed_by=world.lead, outcome="suitable", reasons=[])
    page = text(client.get(url))
    assert "3 av 10 (30 %" in page and "Kan ikke møte i kurstiden (3)" in page


@pytest.mark.parametrize("protection", [{}, {"address_protection": "confidential"}, {"is_shielded": True},
                                        {"address_protection": "strictly_confidential"}])  # fmt: skip
def test_the_county_is_told_by_those_who_may_open_her_in_a_constant_number_of_queries(world, enrolment, protection):
    person = enrolment.participant
    Participant.objects.filter(pk=person.pk).update(**protection)
    person.refresh_from_db()
    own_file = factories.UserFactory(person_hash=person.person_hash)
    factories.MembershipFactory(county_staff=True, county=world.county, user=own_file)
    factories.MembershipFactory(county_staff=True, county=world.county, ends_on=today(-1))
    factories.MembershipFactory(county_staff=True, every_flag=True)
    for flag in ("sees_strictly_confidential", "sees_confidential", "sees_shielded"):
        factories.MembershipFactory(county_staff=True, county=world.county, **{flag: True})
    factories.MembershipFactory(county_staff=True, county=world.county, every_flag=True)
    counts = []
    for more in (0, 12):
        factories.MembershipFactory.create_batch(more, county_staff=True, county=world.county)
        with CaptureQueriesContext(connection) as caught:
            told = county_staff_for(person, world.county.pk)
        counts.append(len(caught))
        active = Membership.objects.active_on(today()).filter(role="county_staff").order_by("pk")
        may = [one for one in active if Participant.objects.openable_by(one).filter(pk=person.pk).exists()]
        assert told == may
    assert counts[0] == counts[1] <= 3


def test_of_an_assessment_each_of_the_county_hears_once_whatever_their_number(world, enrolment):
    counts = []
    for number in (0, 0, 12):  # the first makes the person's row of the portfolio too
        factories.MembershipFactory.create_batch(number, county_staff=True, county=world.county)
        with CaptureQueriesContext(connection) as caught:
            unsuitable(enrolment, world.lead)
        SuitabilityAssessment.objects.all().delete()
        counts.append(len(caught))
    assert counts[1] == counts[2]
    assert Notification.objects.filter(membership__county=world.county).count() >= 2 + 12
