"""What follows a measurement: the caseworker is told once, in counts; the portfolio row says the outcome (R9)."""

import pytest
from django.core import mail
from django.urls import reverse

from amo import jobs, outbox
from amo.models import JobRun, Notification, OutboxMessage
from courses import portfolio_rows
from participants import portfolio
from participants.models import Participant, PortfolioRow
from reporting.actions import snapshots as actions
from tests import factories as f
from tests.participants.test_portfolio import counts
from tests.reporting import known
from tests.reporting.known import day

pytestmark = pytest.mark.django_db


def run(**kwargs) -> JobRun:
    job_run = actions.start_run(by=None, **kwargs)
    jobs.run(job_run.pk)
    job_run.refresh_from_db()
    assert job_run.status == JobRun.Status.DONE, job_run.log
    return job_run


def told(membership) -> list[str]:
    return list(Notification.objects.filter(membership=membership).order_by("pk").values_list("text", flat=True))


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


def referrals(caseworker, count, days_ago=1):
    intake = known.ended_intake(days_ago)
    return [known.person_on(intake, participant__caseworker=caseworker) for _n in range(count)]


@pytest.mark.row("R9")
def test_one_message_per_milestone_in_counts_and_none_again(caseworker):
    people = referrals(caseworker, 3, days_ago=50)
    colleague = f.MembershipFactory()
    referrals(colleague, 1)
    run()
    assert told(caseworker) == [
        "Du kan se hvordan det gikk med 3 av dem du søkte inn (kursslutt).",
        "Du kan se hvordan det gikk med 3 av dem du søkte inn (6 uker).",
    ]
    assert len(told(colleague)) == 1
    for _again in range(2):
        run()
    # A fact that comes late is a new version, not news.
    known.works(people[0])
    run()
    assert len(told(caseworker)) == 2
    assert OutboxMessage.objects.filter(kind="mail").count() == 3


@pytest.mark.row("R9")
def test_the_mail_carries_counts_and_a_link_and_no_name(caseworker):
    people = referrals(caseworker, 2)
    run()
    assert outbox.drain() == 1
    (sent,) = mail.outbox
    assert sent.to == [caseworker.user.email]
    assert "2 av dem du søkte inn" in sent.body
    assert "/resultater/mine/" in sent.body
    for enrolment in people:
        person = enrolment.participant
        for text in (person.first_name, person.last_name, person.national_id, enrolment.intake.concept.title):
            assert text not in sent.subject + sent.body


@pytest.mark.row("R9")
def test_a_job_whose_worker_was_killed_tells_once(caseworker, monkeypatch):
    people = referrals(caseworker, 2, days_ago=50)
    job_run = actions.start_run(by=None)

    def killed(*args, **kwargs):
        raise SystemExit

    # Between the first milestone's commit and its progress.
    with monkeypatch.context() as patch:
        patch.setattr(jobs, "progress", killed)
        with pytest.raises(SystemExit):
            jobs.run(job_run.pk)
    job_run.refresh_from_db()
    assert job_run.status == JobRun.Status.RUNNING
    assert len(told(caseworker)) == 1
    jobs.run_waiting()
    job_run.refresh_from_db()
    assert job_run.status == JobRun.Status.DONE
    assert len(told(caseworker)) == 2
    assert [enrolment.snapshots.count() for enrolment in people] == [2, 2]
    assert OutboxMessage.objects.filter(kind="mail").count() == 2


@pytest.mark.row("R9")
def test_only_those_in_her_list_are_counted(caseworker):
    people = [enrolment.participant for enrolment in referrals(caseworker, 6)]
    Participant.objects.filter(pk=people[0].pk).update(address_protection="strictly_confidential")
    Participant.objects.filter(pk=people[1].pk).update(address_protection="confidential")
    Participant.objects.filter(pk=people[2].pk).update(is_shielded=True)
    Participant.objects.filter(pk=people[3].pk).update(office=f.OfficeFactory())
    caseworker.user.person_hash = people[4].person_hash
    caseworker.user.save()
    run()
    assert told(caseworker) == ["Du kan se hvordan det gikk med 1 av dem du søkte inn (kursslutt)."]


def test_who_has_left_nav_is_not_written_to(caseworker):
    referrals(caseworker, 1)
    caseworker.ends_on = day(-1)
    caseworker.save()
    run()
    assert told(caseworker) == []
    assert not OutboxMessage.objects.exists()


def test_a_run_for_what_is_missing_tells_as_well(caseworker):
    referrals(caseworker, 1)
    run(only_missing=True)
    assert len(told(caseworker)) == 1


def test_the_portfolio_says_the_latest_outcome_and_a_rebuild_says_the_same(caseworker):
    people = referrals(caseworker, 2, days_ago=50)
    portfolio.rebuild()
    known.works(people[0])
    run()

    def labels():
        rows = PortfolioRow.objects.filter(participant__in=[enrolment.participant for enrolment in people])
        return list(rows.order_by("participant").values_list("outcome_label", flat=True))

    assert labels() == ["Fast jobb", ""], "nobody has recorded what came of the second: it is still to be asked"
    before = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == before
    f.EmploymentFactory(participant=people[1].participant, starts_on=day(-20), fte_low=20)
    run()
    assert labels() == ["Fast jobb", "Deltid, under 50 %"]


def without_outcome(client_for, caseworker) -> set[str]:
    """Public ids of those under "Kurs ferdig uten resultat"; the count on the filter and the list agree."""
    response = client_for(caseworker).get(reverse("participants:list"), {"quick": "outcome"})
    found = {str(row["obj"].participant.public_id) for row in response.context["listpage"].rows}
    assert counts(response)["outcome"] == len(found)
    return found


def agrees() -> None:
    """Each row says what a rebuild says."""
    before = portfolio.snapshot()
    portfolio.rebuild()
    assert portfolio.snapshot() == before


@pytest.mark.row("P4")
def test_measured_is_not_recorded(caseworker, client_for):
    """T0 is there the day after for everybody; those whom nobody has asked are found all the same."""
    nobody, registered, works, reached, left = referrals(caseworker, 5, days_ago=50)
    for one in (registered, reached):
        f.JobseekerPeriodFactory(participant=one.participant, starts_on=day(-400))
    known.works(works)
    f.ContactAttemptFactory(participant=reached.participant, made_on=day(-20), reached=True)
    left.status, left.end_reason, left.ends_on = "dropped_out", "ill", day(-60)
    left.save()
    portfolio.rebuild()
    run()
    assert without_outcome(client_for, caseworker) == {str(one.participant.public_id) for one in (nobody, registered)}
    agrees()


@pytest.mark.row("P4")
def test_the_result_of_an_earlier_course_says_nothing_of_the_latest(caseworker, client_for):
    earlier = referrals(caseworker, 1, days_ago=300)[0]
    person = earlier.participant
    known.works(earlier, ends_on=day(-25))
    portfolio.rebuild()
    run()
    assert PortfolioRow.objects.get(participant=person).outcome_label
    known.person_on(known.ended_intake(20), participant=person)
    portfolio_rows.refresh([person.pk])
    assert without_outcome(client_for, caseworker) == {str(person.public_id)}
    agrees()
    run()
    assert without_outcome(client_for, caseworker) == {str(person.public_id)}
    agrees()
