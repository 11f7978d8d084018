"""Leaving early: what would have kept her, taken back the same day, corrected, and counted (K2)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from courses import leaving_page
from courses.actions.enrolments import end_participation
from courses.actions.leaving import correct_end, undo_end
from courses.models import Enrolment, Leaving
from participants import grants
from participants.models import AccessGrant, Task
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("K2")]


@pytest.fixture
def world():
    return World()


@pytest.fixture
def enrolment(world):
    intake = factories.IntakeFactory(contract=world.contract, running=True, occupied=1)
    found = factories.EnrolmentFactory(participant=world.person(), intake=intake)
    grants.repair(grants.differences())
    return found


def ends(enrolment, by, reason="other", on=-1, **more) -> Enrolment:
    return end_participation(enrolment=enrolment, on=today(on), reason=reason, by=by, **more)


def left_tasks() -> list[str]:
    return list(Task.objects.open().filter(kind="left_course").order_by("pk").values_list("title", flat=True))


def test_a_dropout_is_asked_what_would_have_kept_her(world, enrolment, client_for):
    url = reverse("courses:enrolment_end", args=[enrolment.public_id])
    data = {"version": enrolment.version, "on": today(-1).isoformat(), "reason": "other_support"}
    refused = client_for(world.lead).post(url, data)
    assert refused.status_code == 422 and "Velg minst ett svar, eller «Ikke spurt»." in text(refused)
    told = {"kept": ["hours", "childcare"], "said": "Kveldene gikk ikke."}
    assert client_for(world.lead).post(url, data | told).status_code == 302
    leaving = Leaving.objects.get()
    assert (leaving.kept, leaving.said, leaving.planned_ends_on) == (*told.values(), enrolment.intake.ends_on)
    page = text(client_for(world.caseworker).get(enrolment.get_absolute_url()))
    assert "Barnepass eller hjelp hjemme" in page and "Kveldene gikk ikke." in page
    assert "Kveldene gikk ikke." not in text(client_for(world.maker).get(enrolment.get_absolute_url()))
    assert left_tasks() == ["Snakk om veien videre etter frafallet"]
    assert Task.objects.get(kind="left_course").owner == world.caseworker


@pytest.mark.parametrize("reason, title", [("work", "Registrer jobben"), ("education", "Registrer utdanningen")])
def test_work_and_education_are_no_dropout_and_ask_for_other_things(world, enrolment, client_for, reason, title):
    url = reverse("courses:enrolment_end", args=[enrolment.public_id])
    data = {"version": enrolment.version, "on": today(-1).isoformat(), "reason": reason}
    assert client_for(world.lead).post(url, data).status_code == 302
    enrolment.refresh_from_db()
    assert not enrolment.is_dropout
    assert left_tasks()[0].startswith(title)


def test_what_nav_wrote_down_is_not_shown_to_the_provider(world, enrolment, client_for):
    ends(enrolment, world.caseworker, kept=["money"], said="Fortrolig til veilederen.")
    page = text(client_for(world.lead).get(enrolment.get_absolute_url()))
    assert "Økonomien" in page and "Fortrolig" not in page


def test_it_is_undone_the_same_day(world, enrolment, client_for):
    planned = enrolment.ends_on
    ends(enrolment, world.lead, kept=["hours"])
    enrolment.refresh_from_db()
    assert "Angre avslutningen" in text(client_for(world.lead).get(enrolment.get_absolute_url()))
    undo = reverse("courses:enrolment_end_undo", args=[enrolment.public_id])
    assert client_for(world.lead).post(undo, {"version": enrolment.version}).status_code == 302
    enrolment.refresh_from_db()
    assert (enrolment.status, enrolment.ends_on, enrolment.end_reason) == ("participating", planned, "")
    assert not Leaving.objects.exists() and left_tasks() == []
    assert grants.differences() == []
    # Both the end and that it was taken back are in the history.
    assert list(enrolment.events.order_by("pgh_id").values_list("status", flat=True)) == [
        "participating", "dropped_out", "participating",
    ]  # fmt: skip
    ends(enrolment, world.lead, kept=["hours"])
    assert len(left_tasks()) == 1, "a new end, a new task"


def test_the_day_after_it_is_corrected_instead(world, enrolment, freeze):
    ends(enrolment, world.lead, kept=["hours"])
    freeze(today(1))
    with pytest.raises(ValidationError, match="samme dag"):
        undo_end(enrolment=enrolment, by=world.lead)
    correct_end(enrolment=enrolment, on=today(-5), reason="work", by=world.lead)
    enrolment.refresh_from_db()
    assert (enrolment.ends_on, enrolment.end_reason) == (today(-5), "work")
    assert left_tasks() == ["Registrer jobben som gjorde at deltakelsen sluttet"]
    last = AccessGrant.objects.filter(level="course", provider=world.provider).get().ends_on
    assert last == today(-5) + dt.timedelta(days=40)


@pytest.mark.parametrize(
    "on, message", [(1, "fram i tid"), (-400, "før kursstarten"), (900, "etter at kurset slutter")]
)
def test_a_wrong_correction_is_refused(world, enrolment, on, message):
    ends(enrolment, world.lead, kept=["hours"])
    with pytest.raises(ValidationError, match=message):
        correct_end(enrolment=enrolment, on=today(on), reason="other", by=world.lead)


def test_an_end_is_not_undone_into_another_course(world, enrolment, client_for):
    ends(enrolment, world.lead, kept=["hours"])
    later = factories.IntakeFactory(contract=world.contract, running=True, starts_on=today())
    factories.EnrolmentFactory(participant=enrolment.participant, intake=later, starts_on=today())
    enrolment.refresh_from_db()
    undo = reverse("courses:enrolment_end_undo", args=[enrolment.public_id])
    response = client_for(world.lead).post(undo, {"version": enrolment.version})
    assert response.status_code == 422 and "går allerede på et kurs i perioden" in text(response)


def test_the_share_stands_with_what_it_is_of_and_without_per_cent_below_ten():
    assert leaving_page.share(3, 9) == "3 av 9"
    assert leaving_page.share(3, 12) == "3 av 12 (25 %, usikkert: 95 % intervall 9–53 %)"
    assert leaving_page.share(10, 40) == "10 av 40 (25 %, 95 % intervall 14–40 %)"


def test_lead_and_own_county_see_how_many_left_and_nobody_else(world, client_for):
    intake = factories.IntakeFactory(contract=world.contract, running=True, starts_on=today(-60), capacity=20)
    ended = {"status": "dropped_out", "ends_on": today(-50)}
    for more in [{}] * 8 + [ended | {"end_reason": "ill"}, ended | {"end_reason": "other", "ends_on": today(-5)}]:
        factories.EnrolmentFactory(participant=world.person(), intake=intake, **more)
    factories.EnrolmentFactory(participant=world.person(), intake=intake, **ended, end_reason="work")
    grants.repair(grants.differences())
    for membership in (world.lead, world.maker):
        counts = leaving_page.of_intakes(membership, [intake.pk])[intake.pk]
        assert [counts[name] for name in ("started", "left", "ill", "other", "good", "early")] == [11, 2, 1, 1, 1, 1]
        assert counts["share"].startswith("2 av 11 (18 %") and counts["late_share"].startswith("1 av 10 (10 %")
    other = factories.MembershipFactory(county_staff=True)
    for membership in (world.caseworker, other, factories.MembershipFactory(instructor=True, provider=world.provider)):
        assert leaving_page.of_intakes(membership, [intake.pk]) == {}
    assert "2 av 11 (18 %" in text(client_for(world.lead).get(reverse("courses:roster", args=[intake.public_id])))
