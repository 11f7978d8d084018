"""After the course: the provider until 12 weeks, then the caseworker, told in time and once (issue 5, point 10)."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock, tick
from amo.models import Notification
from courses import grants
from courses.models import Enrolment
from participants.actions import correct_employment, record_contact, record_employment
from participants.models import Participant, Task
from tests import factories
from tests.statistics import analyze

pytestmark = pytest.mark.django_db

HAND_OVER, SUGGEST = "placements.after_course_hand_over", "placements.after_course_suggestions"


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def ended(days_ago: int, **changes) -> Enrolment:
    """A participation that ended so many days ago, with the access it gives."""
    intake = changes.pop("intake", None) or factories.IntakeFactory(
        ended=True, starts_on=day(-days_ago - 100), theory_ends_on=day(-days_ago - 50), ends_on=day(-days_ago)
    )
    row = factories.EnrolmentFactory(intake=intake, status="completed", **changes)
    grants.write(grants.with_sources(Enrolment.objects.filter(pk=row.pk)))
    return row


def lead_of(row: Enrolment):
    return factories.MembershipFactory(provider_lead=True, provider=row.intake.contract.provider)


def run(name: str) -> int:
    (outcome,) = tick.run_all(only=[name])
    assert not outcome.error
    return outcome.count


def works(row: Enrolment, **changes):
    values = {"employer_name": "Kafé Kornblomst", "form": "permanent", "fte_low": 80, "starts_on": day(0)}
    return record_employment(participant=row.participant, by=lead_of(row), **values | changes)


def told(membership) -> list[str]:
    return list(Notification.objects.filter(membership=membership).order_by("pk").values_list("text", flat=True))


# --- suggestions --------------------------------------------------------------------------------


def test_who_ends_without_work_gives_the_provider_a_few_tasks_once(move_clock):
    row = ended(1)
    placement = factories.PlacementFactory(
        enrolment=row, starts_on=day(-30), ends_on=day(-1), status="completed", end_reason="as_planned"
    )
    factories.ReferenceFactory(placement=placement, status="received", asked_on=day(-3))
    factories.LanguageTestFactory(enrolment=row, status="booked", booked_on=day(-20), test_on=day(40))
    assert run(SUGGEST) == 3
    tasks = Task.objects.order_by("due_on")
    assert [(task.title, task.due_on) for task in tasks][:2] == [
        ("Oppdater CV-en med kurset, praksisen og attesten", day(6)),
        ("Velg tre arbeidsgivere sammen, og ta kontakt med dem", day(13)),
    ]
    assert tasks[2].title.startswith("Minn om norskprøven") and tasks[2].due_on == day(40)
    assert {task.provider for task in tasks} == {row.intake.contract.provider}
    assert not any(placement.employer.name in task.title for task in tasks)
    tasks[0].done_at = clock.now()
    assert run(SUGGEST) == 0
    move_clock(3)
    assert run(SUGGEST) == 0
    assert Task.objects.count() == 3


@pytest.mark.parametrize("why", ["works", "studies", "left", "protected", "long_ago", "on_course"])
def test_nothing_is_suggested_for_who_needs_none(why):
    row = ended(40 if why == "long_ago" else 1)
    person = row.participant
    if why == "works":
        works(row)
    elif why == "studies":
        factories.EducationPeriodFactory(participant=person, starts_on=day(-2), ends_on=None)
    elif why == "left":
        Enrolment.objects.filter(pk=row.pk).update(status="dropped_out", end_reason="ill")
    elif why == "protected":
        Participant.objects.filter(pk=person.pk).update(address_protection="confidential")
    elif why == "on_course":
        factories.EnrolmentFactory(
            participant=person, intake=factories.IntakeFactory(running=True, starts_on=day(0), ends_on=day(90))
        )
    assert run(SUGGEST) == 0


# --- the milestones -----------------------------------------------------------------------------


def test_the_caseworker_is_told_two_weeks_before_and_on_the_date_once_each(move_clock):
    row = ended(1)
    caseworker = row.participant.caseworker
    name = row.participant.last_name
    move_clock(68)
    assert run(HAND_OVER) == 0, "69 days after her end"
    move_clock(69)
    assert run(HAND_OVER) == 1
    (soon,) = Task.objects.all()
    assert (soon.owner, soon.due_on, soon.done_at) == (caseworker, row.ends_on + dt.timedelta(days=84), None)
    move_clock(75)
    assert run(HAND_OVER) == 0
    move_clock(83)
    assert run(HAND_OVER) == 1
    soon.refresh_from_db()
    assert soon.done_at is not None, "the warning is over with the date"
    assert Task.objects.open().get().title.startswith("Følg opp selv: kursleverandørens oppfølging sluttet")
    move_clock(90)
    assert run(HAND_OVER) == 0
    texts = told(caseworker)
    assert len(texts) == 2 and not any(name in text for text in texts)


def test_days_of_downtime_are_caught_up_and_long_ago_is_left_alone():
    late, old = ended(84 + 5), ended(84 + 60)
    assert run(HAND_OVER) == 1
    assert Task.objects.get().participant == late.participant
    assert not Task.objects.filter(participant=old.participant).exists()


def test_who_has_a_job_is_not_handed_over_and_who_loses_it_comes_back(move_clock, client_for):
    row = ended(1)
    lead = lead_of(row)
    job = works(row, starts_on=day(5))
    move_clock(69)
    assert run(HAND_OVER) == 0
    page = client_for(lead).get(reverse("placements:follow_up")).text
    assert row.participant.list_name not in page
    correct_employment(employment=job, by=lead, ends_on=day(-1))
    page = client_for(lead).get(reverse("placements:follow_up")).text
    assert row.participant.list_name in page
    assert run(HAND_OVER) == 1


def test_a_job_that_ends_before_the_date_is_warned_of(move_clock):
    row = ended(1)
    works(row, ends_on=day(60))
    move_clock(55)
    works_until = row.ends_on + dt.timedelta(days=84)
    assert works_until > day(0)
    move_clock(69)
    assert run(HAND_OVER) == 1


def test_a_new_job_ends_what_was_suggested_and_the_hand_over(move_clock):
    row = ended(1)
    run(SUGGEST)
    move_clock(70)
    run(HAND_OVER)
    assert Task.objects.open().count() == 3
    works(row)
    assert Task.objects.open().count() == 0
    move_clock(84)
    assert run(HAND_OVER) == 0


def test_on_the_date_the_providers_suggestions_are_over(move_clock):
    ended(1)
    run(SUGGEST)
    move_clock(83)
    run(HAND_OVER)
    assert Task.objects.open().filter(provider__isnull=False).count() == 0


def test_where_nobody_answers_for_her_the_office_gets_the_task_and_its_lead_the_message():
    row = ended(84, participant=factories.ParticipantFactory(unassigned=True))
    lead = factories.MembershipFactory(office_lead=True, office=row.participant.office)
    assert run(HAND_OVER) == 1
    assert Task.objects.get().office == row.participant.office
    assert len(told(lead)) == 1


def test_a_strictly_confidential_person_is_told_of_only_to_who_may_open_her():
    row = ended(84, participant=factories.ParticipantFactory(strictly_confidential=True))
    lead = factories.MembershipFactory(office_lead=True, office=row.participant.office)
    run(HAND_OVER)
    assert told(lead) == [] and told(row.participant.caseworker) == []


def test_many_are_handed_over_in_as_few_queries_as_few(move_clock):
    caseworker = factories.MembershipFactory()
    intake = factories.IntakeFactory(ended=True, starts_on=day(-200), theory_ends_on=day(-150), ends_on=day(-84))

    def queries(n):
        for _n in range(n):
            ended(84, intake=intake, participant=factories.ParticipantFactory(caseworker=caseworker))
        with CaptureQueriesContext(connection) as asked:
            assert run(HAND_OVER) == n
        return len(asked)

    queries(1)
    few = queries(10)
    assert queries(60) == few


# --- the pages ----------------------------------------------------------------------------------


def test_the_list_says_who_when_work_contact_and_who_has_her(client_for):
    row = ended(21)
    lead = lead_of(row)
    record_contact(participant=row.participant, made_on=day(-2), channel="phone", reached=True, by=lead)
    record_contact(participant=row.participant, made_on=day(-1), channel="phone", reached=False, by=lead)
    nav = row.participant.caseworker
    record_contact(participant=row.participant, made_on=day(0), channel="phone", reached=True, by=nav)
    page = client_for(lead).get(reverse("placements:follow_up")).text
    for text in (row.participant.list_name, "3 uker", "Ikke i jobb", "Logg kontakt", "Registrer jobb", "Dere til"):
        assert text in page
    assert day(-2).strftime("%d.%m.%Y") in page
    assert day(0).strftime("%d.%m.%Y") not in page, "what Nav has talked with her about is Nav's"


def test_the_reduced_view_keeps_the_list_and_shows_no_placement(client_for, move_clock):
    row = ended(1)
    lead = lead_of(row)
    placement = factories.PlacementFactory(
        enrolment=row, starts_on=day(-30), ends_on=day(-1), status="completed", end_reason="as_planned"
    )
    offer = factories.JobOfferFactory(placement=placement, answer="declined", answered_on=day(0), reason="hours")
    reference = factories.ReferenceFactory(placement=placement, status="received", asked_on=day(-3))
    client = client_for(lead)
    page = client.get(row.get_absolute_url()).text
    assert "Attest og referanse" in page and placement.employer.name in page
    move_clock(41)
    client = client_for(lead)
    assert row.participant.list_name in client.get(reverse("placements:follow_up")).text
    page = client.get(row.get_absolute_url()).text
    assert "Oppfølging etter kurs" in page and "Ny oppgave" in page
    assert placement.employer.name not in page and "Attest og referanse" not in page and "Jobbtilbud" not in page
    for route, key in (("offer_detail", offer), ("reference_file", reference)):
        assert client.get(reverse(f"placements:{route}", args=[key.public_id])).status_code == 404
    assert client.get(reverse("placements:offer_new", args=[row.public_id])).status_code == 403
    move_clock(160)
    client = client_for(lead)
    assert row.participant.list_name not in client.get(reverse("placements:follow_up"), {"f": "1"}).text
    assert client.get(reverse("placements:follow_up_task_new", args=[row.public_id])).status_code == 404


def test_after_the_date_the_provider_writes_no_more_tasks(client_for, move_clock):
    row = ended(1)
    move_clock(83)
    client = client_for(lead_of(row))
    url = reverse("placements:follow_up_task_new", args=[row.public_id])
    assert client.get(url).status_code == 200
    move_clock(84)
    assert client_for(lead_of(row)).get(url).status_code == 403


def test_a_suggestion_is_changed_and_done_by_the_provider(client_for):
    row = ended(1)
    run(SUGGEST)
    client = client_for(lead_of(row))
    task = Task.objects.order_by("due_on").first()
    url = reverse("placements:follow_up_task_edit", args=[row.public_id, task.public_id])
    answer = client.post(url, {"title": "", "due_on": day(3).isoformat(), "version": "1"})
    assert answer.status_code == 422 and "Skriv hva som skal gjøres." in answer.text
    answer = client.post(url, {"title": "Ring Solbakken", "due_on": day(3).isoformat(), "version": "1"})
    assert answer.status_code == 302
    assert "Ring Solbakken" in client.get(row.get_absolute_url()).text
    client.post(reverse("participants:task_done", args=[task.public_id]), {"next": row.get_absolute_url()})
    task.refresh_from_db()
    assert task.done_at is not None


def test_the_person_page_and_the_meeting_say_who_has_her_and_until_when(client_for, move_clock):
    row = ended(1)
    caseworker = row.participant.caseworker
    url = reverse("participants:detail", args=[row.participant.public_id])
    provider = row.intake.contract.provider.name
    assert f"{provider} følger opp til" in client_for(caseworker).get(url).text
    meeting = reverse("participants:meeting", args=[row.participant.public_id])
    assert f"{provider} følger opp etter kurset" in client_for(caseworker).get(meeting).text
    move_clock(84)
    assert f"{caseworker.user} følger opp fra" in client_for(caseworker).get(url).text


def test_the_office_sees_who_was_handed_over_lately_and_who_comes(client_for):
    lately, soon, far = ended(90), ended(75), ended(20)
    office = factories.OfficeFactory()
    caseworker = factories.MembershipFactory(office=office)
    for row in (lately, soon, far):
        Participant.objects.filter(pk=row.participant_id).update(office=office, caseworker=caseworker)
    url = reverse("placements:handed_over")
    page = client_for(caseworker).get(url).text
    assert lately.participant.list_name in page and soon.participant.list_name in page
    assert far.participant.list_name not in page
    page = client_for(caseworker).get(url, {"f": "1", "quick": "over"}).text
    assert lately.participant.list_name in page and soon.participant.list_name not in page
    Participant.objects.filter(pk=lately.participant_id).update(is_shielded=True)
    assert lately.participant.list_name not in client_for(caseworker).get(url).text
    start = client_for(caseworker).get(reverse("amo:start")).text
    assert "Overtatt fra kursleverandøren, eller kommer snart" in start


@pytest.mark.parametrize("route", ["follow_up", "handed_over"])
def test_the_lists_ask_as_often_for_many_as_for_few(client_for, route):
    caseworker = factories.MembershipFactory()
    intake = factories.IntakeFactory(ended=True, starts_on=day(-200), theory_ends_on=day(-150), ends_on=day(-75))
    lead = factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)
    client = client_for(lead if route == "follow_up" else caseworker)
    url = reverse(f"placements:{route}")

    def queries(n):
        for _n in range(n):
            ended(75, intake=intake, participant=factories.ParticipantFactory(caseworker=caseworker))
        analyze()
        client.get(url, {"f": "1", "size": "200"})
        with CaptureQueriesContext(connection) as asked:
            assert client.get(url, {"f": "1", "size": "200"}).status_code == 200
        return len(asked)

    few = queries(10)
    assert queries(90) == few
