"""The sheet before a meeting and the form after it (P4)."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from participants import actions, portfolio
from participants.models import ContactAttempt, Note, Task
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    person = f.ParticipantFactory(
        caseworker=caseworker, interpreter_language="somali", basis="required", benefit="social"
    )
    f.JobseekerPeriodFactory(participant=person, starts_on=f.today(-100), ends_on=None)
    portfolio.refresh([person.pk])
    return person


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


def address(person) -> str:
    return reverse("participants:meeting", args=[person.public_id])


def logged(**changes) -> dict:
    values = {"reached": "yes", "channel": "in_person", "made_on": f.today().isoformat()}
    return values | changes


@pytest.mark.row("P4")
def test_the_sheet_says_who_what_is_agreed_open_and_has_happened(client, person, caseworker):
    f.ContactAttemptFactory(participant=person, made_on=f.today(-40), reached=True, made_by=caseworker)
    actions.save_aim(participant=person, kind="course", words="Vil bli kokk", by=caseworker)
    plan = f.PlanFactory(participant=person, goal="Fast jobb på kjøkken")
    f.PlanStepFactory(plan=plan, rank=8, what="Søke på skolen", by_when=f.today(-2))
    f.PlanStepFactory(plan=plan, rank=7, what="Spørre kafeen", by_when=f.today(2))
    f.PlanStepFactory(plan=plan, rank=9, what="Allerede gjort", done_on=f.today(-3))
    f.TaskFactory(participant=person, title="Bestille tolk", owner=caseworker)
    f.OfferFactory(
        wish__application__participant=person, wish__status="offered", wish__application__status="decided",
        contacted_on=f.today(), deadline_on=f.today(5),
    )  # fmt: skip
    portfolio.rebuild([person.pk])
    page = client.get(address(person))
    text = page.content.decode()
    for words in ("i 100 dager", "Økonomisk sosialhjelp", "Krav om aktivitet", "Vil bli kokk", "Fast jobb på kjøkken"):
        assert words in text
    assert [row["text"] for row in page.context["agreed"]["rows"]] == ["Spørre kafeen"]  # the late one is asked about
    texts = " ".join(row["text"] for row in page.context["open"]["rows"])
    assert "Bestille tolk" in texts and "venter på svar" in texts
    assert "Målet skrevet ned" in [event.title for event in page.context["happened"]["rows"]]
    codes = {question.code for question in page.context["questions"]["rows"]}
    assert {"interpreter", "offer", "step"} <= codes


@pytest.mark.row("P4")
def test_what_happened_is_counted_from_the_last_time_she_was_reached(client, person, caseworker):
    f.NoteFactory(participant=person, text="Gammelt", created_by=caseworker)
    f.ContactAttemptFactory(participant=person, made_on=f.today(), reached=True)
    f.ContactAttemptFactory(participant=person, made_on=f.today(), reached=False)
    portfolio.refresh([person.pk])
    page = client.get(address(person))
    assert page.context["since"] == f.today()
    assert page.context["happened"]["rows"] == []


def test_what_does_not_fit_is_counted(client, person, caseworker):
    for number in range(15):
        f.TaskFactory(participant=person, title=f"Oppgave {number}", owner=caseworker)
    page = client.get(address(person))
    rows, more = page.context["open"]["rows"], page.context["open"]["more"]
    assert len(rows) == 9
    # Besides the tasks: the need has not been assessed.
    assert len(rows) + more == 16
    assert f"og {more} til" in page.content.decode()


@pytest.mark.row("P9")
def test_one_form_logs_the_contact_the_note_and_the_next_task(client, person, caseworker):
    data = logged(note="Vil helst ha kveldsjobb.", next_task="Sende søknad", next_due_on=f.today(7).isoformat())
    answer = client.post(address(person), data)
    assert answer.url == reverse("participants:detail", args=[person.public_id])
    assert ContactAttempt.objects.get().reached
    assert Note.objects.get().text == "Vil helst ha kveldsjobb."
    task = Task.objects.get()
    assert (task.title, task.owner, task.due_on) == ("Sende søknad", caseworker, f.today(7))
    person.portfolio_row.refresh_from_db()
    assert person.portfolio_row.last_contact_on == f.today()
    assert person.portfolio_row.next_action == "Sende søknad"


def test_a_meeting_without_note_and_task_is_one_click(client, person):
    assert client.post(address(person), logged()).status_code == 302
    assert ContactAttempt.objects.count() == 1
    assert not Note.objects.exists() and not Task.objects.exists()


def test_somebody_who_did_not_come_was_not_reached(client, person):
    client.post(address(person), logged(reached="no"))
    assert not ContactAttempt.objects.get().reached
    person.portfolio_row.refresh_from_db()
    assert person.portfolio_row.last_contact_on is None


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"reached": ""}, "reached"),
        ({"reached": "maybe"}, "reached"),
        ({"channel": "letter"}, "channel"),
        ({"made_on": ""}, "made_on"),
        ({"made_on": "2999-01-01"}, "made_on"),
        ({"made_on": "31.02.2026"}, "made_on"),
        ({"note": "x" * 2001}, "note"),
        ({"next_task": "Ring"}, "next_due_on"),
        ({"next_due_on": "2999-01-01"}, "next_task"),
        ({"next_task": "Ring", "next_due_on": "2001-01-01"}, "next_due_on"),
        ({"next_task": "x" * 201, "next_due_on": "2999-01-01"}, "next_task"),
    ],
)
def test_a_bad_answer_is_told_at_the_field_and_nothing_is_saved(client, person, changes, field):
    answer = client.post(address(person), logged(note="Dette skrev jeg") | changes)
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert answer.context["form"]["note"].value() == changes.get("note", "Dette skrev jeg")
    assert not ContactAttempt.objects.exists() and not Note.objects.exists() and not Task.objects.exists()


def test_all_of_it_or_nothing(person, caseworker):
    lead = f.MembershipFactory(provider_lead=True)
    values = {"participant": person, "made_on": f.today(), "channel": "in_person", "reached": True}
    with pytest.raises(PermissionDenied):
        actions.log_meeting(**values, note="Hei", by=lead)
    with pytest.raises(ValidationError):
        actions.log_meeting(**values, note="Hei", next_task="x" * 201, next_due_on=f.today(), by=caseworker)
    assert not ContactAttempt.objects.exists() and not Note.objects.exists()


def test_a_colleague_reads_the_sheet_and_writes_nothing(client_for, person, caseworker):
    colleague = client_for(f.MembershipFactory(office=caseworker.office))
    page = colleague.get(address(person))
    assert page.status_code == 200
    assert page.context["form"] is None
    assert colleague.post(address(person), logged()).status_code == 403


def test_the_sheet_takes_the_same_queries_however_much_there_is(client, person, caseworker):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(person)).status_code == 200
        return len(captured)

    def fill(times):
        plan = f.PlanFactory(participant=person, is_current=False, number=times + 10)
        for _n in range(times):
            f.TaskFactory(participant=person, owner=caseworker)
            f.EmploymentFactory(participant=person)
            f.PlanStepFactory(plan=plan, rank=_n + 20)
            f.WishFactory(application__participant=person, application__status="submitted")
            f.OfferFactory(wish__application__participant=person)
            f.EnrolmentFactory(
                participant=person, starts_on=f.today(100 * _n + times), ends_on=f.today(100 * _n + times)
            )

    fill(1)
    queries()
    few = queries()
    fill(4)
    assert queries() == few


def test_a_job_that_nav_and_a_provider_tell_of_is_asked_about_once(client, person):
    for source, name in (("provider", "solbakken SYKEHJEM"), ("caseworker", "Solbakken sykehjem")):
        f.EmploymentFactory(participant=person, employer_name=name, source=source, fte_low=50, wanted_fte=80)
    rows = client.get(address(person)).context["questions"]["rows"]
    assert [one.text for one in rows if one.code == "more_hours"] == ["Kan det bli flere timer hos Solbakken sykehjem?"]
