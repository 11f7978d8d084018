"""One application with ranked wishes: sent, refused at the field, withdrawn."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import clock
from courses.actions.applications import expected_grants, submit_application, withdraw_application
from courses.models import Application, PolicyVersion, Wish
from participants import grants
from participants.models import AccessGrant, PortfolioRow
from tests import factories as f
from tests.factories import today

pytestmark = pytest.mark.django_db


def data(*intakes, **more):
    wishes = {f"wish_{rank}": intake.public_id for rank, intake in enumerate(intakes, start=1)}
    # A sentence for the wishes that go against the advice; it is kept only when there is one.
    return wishes | {"submission": str(uuid.uuid4()), "against_reason": "Vil prøve yrket."} | more


@pytest.fixture
def send(case, client_for):
    """`send(intake, …)`: posts the form as the person's caseworker."""
    client = client_for(case.caseworker)
    url = reverse("courses:application_new", args=[case.person.public_id])
    return lambda *intakes, **more: client.post(url, data(*intakes, **more))


@pytest.mark.row("A1")
def test_wishes_keep_their_order_and_the_advice_as_it_was(case, send):
    response = send(case.cafe_intake, case.care_intake)
    application = Application.objects.get()
    assert response.status_code == 302
    assert response["Location"] == reverse("courses:application_detail", args=[application.public_id])
    assert (application.status, application.submitted_by) == ("submitted", case.caseworker)
    wishes = list(application.wishes.values_list("rank", "intake", "status"))
    assert wishes == [(1, case.cafe_intake.pk, "pending"), (2, case.care_intake.pk, "pending")]
    shown = application.wishes.get(rank=2).advice
    assert (shown["band"], shown["policy"], shown["on"]) == ("possible", "1", today().isoformat())
    assert [part["factor"] for part in shown["parts"]] == ["fit", "demand", "progression", "wish"]
    assert PolicyVersion.objects.filter(engine="advice", number=1).exists()


@pytest.mark.row("A1")
def test_the_county_sees_the_person_from_now_on(case, send, client_for):
    url = reverse("participants:detail", args=[case.person.public_id])
    assert client_for(case.staff).get(url).status_code == 404
    send(case.care_intake)
    assert client_for(case.staff).get(url).status_code == 200
    grant = AccessGrant.objects.get(participant=case.person)
    assert (grant.county, grant.level, grant.source) == (case.county, "county", "application")
    assert grants.differences() == []
    assert PortfolioRow.objects.get(pk=case.person.pk).applied_on == today()


def test_the_same_form_twice_sends_once(case, send):
    token = str(uuid.uuid4())
    first = send(case.care_intake, submission=token)
    second = send(case.care_intake, submission=token)
    assert first["Location"] == second["Location"]
    assert Application.objects.count() == 1


def test_a_second_open_application_in_the_round_is_refused(case, send):
    send(case.care_intake)
    response = send(case.cafe_intake)
    assert response.status_code == 422
    assert "Personen har allerede en søknad i denne tildelingsrunden." in response.content.decode()
    assert Wish.objects.count() == 1


@pytest.mark.row("A1")
@pytest.mark.parametrize(
    ("wishes", "message"),
    [
        ([], "Velg hvilket kurs som er førsteønsket."),
        (["care", "care"], "Kurset er allerede ønsket."),
        (["care", "other_round"], "ligger i en annen tildelingsrunde"),
        (["closed"], "Kurset er ikke åpent for søknad lenger."),
    ],
)
def test_bad_wishes_are_told_at_the_field(case, send, wishes, message):
    other = f.AllocationWindowFactory(county=case.county)
    known = {
        "care": case.care_intake,
        "other_round": f.IntakeFactory(contract__concept=case.cafe, window=other),
        "closed": f.IntakeFactory(contract__concept=case.cafe, window=case.window, status="planned"),
    }
    response = send(*[known[name] for name in wishes])
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not Application.objects.exists()


def test_garbage_is_no_500(case, client_for):
    client = client_for(case.caseworker)
    url = reverse("courses:application_new", args=[case.person.public_id])
    for body in ({"wish_1": "x" * 500}, {"wish_1": "\x00"}, {"wish_2": str(uuid.uuid4())}, {"submission": "zzz"}):
        assert client.post(url, body).status_code == 422
    assert client.get(url, {"kurs": ["x", "\x00", str(uuid.uuid4())]}).status_code == 200


@pytest.mark.row("P3")
def test_under_19_on_the_start_day_is_refused_at_the_wish(case, client_for):
    start = case.care_intake.starts_on
    born = start.replace(year=start.year - 19, day=min(start.day, 28)) + dt.timedelta(days=5)
    young = f.ParticipantFactory(
        caseworker=case.caseworker, born_on=born, need_assessed_on=today(), need_reason="Trenger fagkunnskap."
    )
    f.JobseekerPeriodFactory(participant=young)
    url = reverse("courses:application_new", args=[young.public_id])
    response = client_for(case.caseworker).post(url, data(case.care_intake))
    assert response.status_code == 422
    page = response.content.decode()
    assert "Deltakeren må ha fylt 19 år når kurset starter." in page
    assert f'name="wish_1" value="{case.care_intake.public_id}"' in page
    assert not Application.objects.exists()


@pytest.mark.row("P3")
def test_every_formal_condition_is_checked_when_sending(case, send):
    case.person.jobseeker_periods.all().delete()
    case.person.need_assessed_on = None
    case.person.save()
    page = send(case.care_intake).content.decode()
    assert "Er ikke registrert som arbeidssøker." in page
    assert "Behovet for kvalifisering er ikke vurdert." in page


def test_overlapping_course_is_refused(case):
    f.EnrolmentFactory(
        participant=case.person,
        intake=f.IntakeFactory(running=True),
        ends_on=case.care_intake.starts_on + dt.timedelta(days=3),
    )
    with pytest.raises(ValidationError) as refused:
        submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    assert "Velg et kurs som starter etter det." in refused.value.message_dict["wish_1"][0]


def test_deadline_of_the_round_counts(case):
    case.window.deadline = today(-1)
    case.window.save()
    with pytest.raises(ValidationError, match="er ute"):
        submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)


def test_more_than_five_wishes_are_refused(case):
    intakes = [f.IntakeFactory(contract__concept=case.cafe, window=case.window) for _n in range(6)]
    with pytest.raises(ValidationError, match="fra ett til fem"):
        submit_application(participant=case.person, wishes=intakes, by=case.caseworker)


@pytest.mark.row("A1")
def test_withdrawing_closes_the_wishes_and_ends_the_county_s_access(case, send, client_for, freeze):
    send(case.care_intake, case.cafe_intake)
    application = Application.objects.get()
    url = reverse("courses:application_withdraw", args=[application.public_id])
    client = client_for(case.caseworker)
    assert "Trekke søknaden?" in client.get(url).content.decode()
    response = client.post(url, {"version": application.version, "submission": str(uuid.uuid4())})
    assert response.status_code == 302
    application.refresh_from_db()
    assert application.status == "withdrawn"
    assert set(application.wishes.values_list("status", flat=True)) == {"closed"}
    assert grants.differences() == []
    assert PortfolioRow.objects.get(pk=case.person.pk).applied_on is None
    detail = reverse("participants:detail", args=[case.person.public_id])
    assert client_for(case.staff).get(detail).status_code == 200  # to the end of the day
    freeze(clock.now() + dt.timedelta(days=1))
    assert client_for(case.staff).get(detail).status_code == 404


def test_withdrawing_waits_for_the_answer_to_an_offer(case):
    application = submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    wish = application.wishes.get()
    wish.status = "offered"
    wish.save()
    with pytest.raises(ValidationError, match="Svar på tilbudet"):
        withdraw_application(application=application, by=case.caseworker)


def test_stale_withdrawal_is_told(case, client_for):
    application = submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    Application.objects.filter(pk=application.pk).update(version=5)
    url = reverse("courses:application_withdraw", args=[application.public_id])
    response = client_for(case.caseworker).post(url, {"version": 1, "submission": str(uuid.uuid4())})
    assert response.status_code == 409
    application.refresh_from_db()
    assert application.status == "submitted"


def test_expected_grants_know_withdrawn_applications(case):
    application = submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    assert [grant.ends_on for grant in expected_grants()] == [None]
    withdraw_application(application=application, by=case.caseworker)
    assert [grant.ends_on for grant in expected_grants()] == [today()]


@pytest.mark.row("A4")
def test_application_page_explains_the_waiting_list(case, client_for):
    application = submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    wish = application.wishes.get()
    wish.status = "waiting"
    wish.save()
    run = f.AllocationRunFactory(window=case.window, status="approved", approved_by=case.staff)
    f.AllocationDecisionFactory(
        wish=wish,
        run=run,
        outcome="waiting",
        reason="own_office",
        position=3,
        points={"fit": 30, "waiting": 19, "refusals": 10, "courses": -5},
        cut_off={"places": 2, "points": 61, "printable": True},
    )
    url = reverse("courses:application_detail", args=[application.public_id])
    page = client_for(case.caseworker).get(url).content.decode()
    assert (
        "Plassene for kontoret (2) gikk til søkere med minst 61 poeng. Søkeren hadde 54 poeng "
        "(30 målgruppe + 19 ventetid + 10 tidligere avslag − 5 tidligere kurs)."
    ) in page
    assert "Nr. 1 av 1 på ventelista" in page


def test_a_cut_off_that_rests_on_one_person_is_not_printed():
    from courses.words_allocation import decision

    text = decision(
        outcome="waiting",
        reason="own_office",
        points={"fit": 30, "waiting": 0, "refusals": 0, "courses": 0},
        cut_off={"places": 1, "points": 61, "printable": False},
    )
    assert "61" not in text
    assert "gikk til søkere som sto foran i rekkefølgen" in text
