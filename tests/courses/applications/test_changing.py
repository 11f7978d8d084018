"""A sent application: order, additions and removals until the deadline, and one wish withdrawn (A1)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from amo import clock
from amo.versions import StaleVersion
from courses.actions.applications import submit_application
from courses.actions.changing import change_wishes, withdraw_wish
from courses.allocation_data import load
from courses.changes import change_words
from courses.models import Application, ApplicationChange, Wish
from participants.models import PortfolioRow
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A1")]
WHY = "Vil prøve yrket."


@pytest.fixture
def sent(case):
    """Sent ten days ago: care first, the café second."""
    application = submit_application(
        participant=case.person, wishes=[case.care_intake, case.cafe_intake], against_reason=WHY, by=case.caseworker
    )
    at = clock.now() - dt.timedelta(days=10)
    Application.objects.filter(pk=application.pk).update(submitted_at=at, created_at=at)
    application.refresh_from_db()
    return application


@pytest.fixture
def third(case):
    """One more class of the café course, in the same round."""
    return f.IntakeFactory(contract__concept=case.cafe, window=case.window, starts_on=today(60))


def order(application) -> list[tuple]:
    return list(Wish.objects.filter(application=application).order_by("rank").values_list("rank", "intake"))


def change(application, *intakes, by, **more):
    return change_wishes(application=application, wishes=intakes, against_reason=WHY, by=by, **more)


def test_a_new_order_keeps_the_place_in_the_queue_and_the_advice_as_shown(case, sent):
    shown = {wish.intake_id: wish.advice for wish in sent.wishes.all()}
    changed = change(sent, case.cafe_intake, case.care_intake, by=case.caseworker, version=sent.version)
    assert order(changed) == [(1, case.cafe_intake.pk), (2, case.care_intake.pk)]
    assert changed.submitted_at == sent.submitted_at
    assert changed.version == sent.version + 1
    assert {wish.intake_id: wish.advice for wish in changed.wishes.all()} == shown
    kept = ApplicationChange.objects.get()
    assert [one["title"] for one in kept.before] == ["Pleieassistent", "Kafé og kantine"]
    assert change_words(kept) == "Ny rekkefølge: 1. Kafé og kantine, 2. Pleieassistent."


def test_a_wish_is_added_and_one_taken_off_without_a_gap(case, sent, third):
    change(sent, case.cafe_intake, third, by=case.caseworker)
    assert order(sent) == [(1, case.cafe_intake.pk), (2, third.pk)]
    gone = Wish.everything.get(application=sent, intake=case.care_intake)
    assert (gone.rank, gone.status, gone.removed_by) == (None, "closed", case.caseworker)
    assert Wish.objects.get(application=sent, intake=third).advice["on"] == today().isoformat()
    words = change_words(ApplicationChange.objects.get())
    assert words == f"La til Kafé og kantine ({third.code}). Tok bort Pleieassistent ({case.care_intake.code})."


def test_a_wish_added_later_waits_from_then_and_one_brought_back_from_the_start(case, sent, freeze):
    change(sent, case.care_intake, by=case.caseworker)
    freeze(today(3))
    other = f.ConceptFactory(county=case.county, title="Renhold")
    new = f.IntakeFactory(contract__concept=other, window=case.window)
    change(sent, case.care_intake, case.cafe_intake, new, by=case.caseworker)
    facts = {wish: found["days_waiting"] for wish, found in load(case.window, day=clock.today()).facts.items()}
    by_intake = {wish.intake_id: facts[wish.pk] for wish in sent.wishes.all()}
    assert by_intake == {case.care_intake.pk: 13, case.cafe_intake.pk: 13, new.pk: 0}


def test_the_run_follows_the_new_order(case, sent):
    change(sent, case.cafe_intake, case.care_intake, by=case.caseworker)
    (found,) = load(case.window, day=clock.today()).applications
    assert [wish.intake for wish in found.wishes] == [str(case.cafe_intake.pk), str(case.care_intake.pk)]


def test_what_is_not_changed_leaves_no_trace(case, sent):
    change(sent, case.care_intake, case.cafe_intake, by=case.caseworker)
    sent.refresh_from_db()
    assert not ApplicationChange.objects.exists()
    assert {wish.version for wish in sent.wishes.all()} == {1}


@pytest.mark.parametrize("moment", ["window_deadline", "window_closed", "decided", "withdrawn"])
def test_after_the_deadline_nothing_is_changed(case, sent, moment):
    if moment == "window_deadline":
        case.window.deadline = today(-1)
    elif moment == "window_closed":
        case.window.status = "closed"
    case.window.save()
    if moment in ("decided", "withdrawn"):
        at = clock.now() if moment == "withdrawn" else None
        Application.objects.filter(pk=sent.pk).update(status=moment, withdrawn_at=at)
    with pytest.raises(ValidationError, match="Søknadsfristen var|avgjort|er trukket"):
        change(sent, case.cafe_intake, by=case.caseworker)
    assert len(order(sent)) == 2


def test_bad_wishes_are_refused_at_the_field(case, sent, third):
    closed = f.IntakeFactory(contract__concept=case.cafe, window=case.window, status="planned")
    elsewhere = f.IntakeFactory(contract__concept=case.cafe, window=f.AllocationWindowFactory(county=case.county))
    for wishes, field, message in (
        ([], "wish_1", "Velg minst ett kurs"),
        ([case.care_intake, case.care_intake], "wish_2", "allerede ønsket"),
        ([case.care_intake, closed], "wish_2", "ikke åpent"),
        ([case.care_intake, elsewhere], "wish_2", "annen tildelingsrunde"),
    ):
        with pytest.raises(ValidationError) as refused:
            change(sent, *wishes, by=case.caseworker)
        assert message in refused.value.message_dict[field][0]
    with pytest.raises(ValidationError, match="fra ett til fem"):
        change(sent, *[f.IntakeFactory(window=case.window) for _n in range(6)], by=case.caseworker)
    assert len(order(sent)) == 2


def test_a_new_wish_meets_the_formal_conditions(case, sent, third):
    case.person.jobseeker_periods.all().delete()
    change(sent, case.cafe_intake, case.care_intake, by=case.caseworker)
    with pytest.raises(ValidationError) as refused:
        change(sent, case.cafe_intake, case.care_intake, third, by=case.caseworker)
    assert "Er ikke registrert som arbeidssøker." in refused.value.message_dict["wish_3"][0]


def test_two_wishes_of_one_rank_and_a_rankless_one_are_impossible(case, sent):
    wish = sent.wishes.get(rank=2)
    for values in ({"rank": 1}, {"rank": None}, {"rank": 9}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Wish.objects.filter(pk=wish.pk).update(**values)
            with transaction.get_connection().cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_somebody_who_was_quicker_is_told(case, sent):
    change(sent, case.cafe_intake, case.care_intake, by=case.caseworker, version=sent.version)
    with pytest.raises(StaleVersion):
        change(sent, case.care_intake, by=case.caseworker, version=sent.version)


# --- one wish withdrawn -----------------------------------------------------------------------------


def test_one_wish_is_withdrawn_on_the_waiting_list_and_the_others_move_up(case, sent):
    Application.objects.filter(pk=sent.pk).update(status="decided")
    sent.wishes.update(status="waiting")
    withdraw_wish(wish=sent.wishes.get(rank=1), by=case.caseworker)
    assert order(sent) == [(1, case.cafe_intake.pk)]
    assert PortfolioRow.objects.get(pk=case.person.pk).course_label == "Kafé og kantine"
    assert load(case.window, day=clock.today()).applications[0].wishes[0].intake == str(case.cafe_intake.pk)


@pytest.mark.parametrize(
    ("status", "message"),
    [("offered", "Svar på tilbudet"), ("accepted", "Avslutt deltakelsen"), ("declined", "Ønsket er avgjort")],
)
def test_a_wish_that_is_offered_or_settled_is_not_withdrawn(case, sent, status, message):
    sent.wishes.filter(rank=1).update(status=status)
    with pytest.raises(ValidationError, match=message):
        withdraw_wish(wish=sent.wishes.get(rank=1), by=case.caseworker)


def test_the_only_wish_is_withdrawn_with_the_application(case, sent):
    withdraw_wish(wish=sent.wishes.get(rank=1), by=case.caseworker)
    with pytest.raises(ValidationError, match="Trekk hele søknaden"):
        withdraw_wish(wish=sent.wishes.get(rank=1), by=case.caseworker)
    with pytest.raises(ValidationError, match="allerede trukket"):
        withdraw_wish(wish=Wish.everything.get(application=sent, rank=None), by=case.caseworker)


# --- the pages --------------------------------------------------------------------------------------


def post(client, url, **data):
    return client.post(url, {"submission": str(uuid.uuid4()), "against_reason": WHY, **data})


def test_the_form_moves_adds_and_saves_without_javascript(case, sent, third, client_for):
    client = client_for(case.caseworker)
    url = reverse("courses:application_change", args=[sent.public_id])
    page = client.get(url).content.decode()
    assert "Brukeren beholder plassen i køen." in page
    wishes = {"wish_1": case.care_intake.public_id, "wish_2": case.cafe_intake.public_id}
    moved = client.post(url, wishes | {"do": "opp-2", "version": sent.version}).content.decode()
    assert moved.index(str(case.cafe_intake.public_id)) < moved.index(str(case.care_intake.public_id))
    # The click is a draft: the page opened anew has the order that was clicked, and nothing is saved.
    again = client.get(url).content.decode()
    assert f'name="wish_1" value="{case.cafe_intake.public_id}"' in again
    assert order(sent)[0] == (1, case.care_intake.pk)
    wishes = {"wish_1": case.cafe_intake.public_id, "wish_2": third.public_id}
    saved = post(client, url, version=sent.version, **wishes)
    assert saved.status_code == 302
    assert order(sent) == [(1, case.cafe_intake.pk), (2, third.pk)]
    detail = client.get(saved["Location"]).content.decode()
    assert "Endret etter at søknaden ble sendt" in detail
    assert "Tok bort Pleieassistent" in detail
    assert "Ikke lenger ønsket:" in detail
    stale = post(client, url, version=sent.version, **wishes)
    assert stale.status_code == 409


def test_an_old_draft_does_not_undo_what_a_colleague_saved(case, sent, third, client_for):
    """The draft was begun on the first version: she is told of the new wishes, and her own stand in the form."""
    client = client_for(case.caseworker)
    url = reverse("courses:application_change", args=[sent.public_id])
    wishes = {"wish_1": case.cafe_intake.public_id, "wish_2": case.care_intake.public_id}
    client.post(reverse("amo:draft_save", args=["application-change", sent.public_id]), wishes | {"version": 1})
    change(sent, case.care_intake, case.cafe_intake, third, by=case.caseworker)
    page = client.get(url)
    assert "Noen andre har lagret etter at du begynte på kladden." in page.content.decode()
    assert page.context["form"]["version"].value() == 1
    # A click in the list is still of the version the draft was begun at.
    clicked = client.post(url, wishes | {"do": "opp-2", "version": 1}).context["form"]
    assert clicked["version"].value() == 1
    told = post(client, url, version=1, **wishes)
    assert told.status_code == 409 and len(order(sent)) == 3
    (row,) = [row for row in told.context["form"].stale_rows() if row[0] == "Ønsker"]
    care, cafe = case.care.title, case.cafe.title
    assert row[1] == f"1. {cafe}, 2. {care}"
    assert row[2] == f"1. {care}, 2. {cafe}, 3. {cafe} (før: 1. {care}, 2. {cafe})"
    assert f'name="wish_1" value="{case.cafe_intake.public_id}"' in told.content.decode()
    assert post(client, url, version=told.context["form"]["version"].value(), **wishes).status_code == 302
    assert len(order(sent)) == 2


def test_the_same_change_twice_is_one(case, sent, client_for):
    client = client_for(case.caseworker)
    url = reverse("courses:application_change", args=[sent.public_id])
    data = {"submission": str(uuid.uuid4()), "version": sent.version, "wish_1": case.cafe_intake.public_id}
    assert [client.post(url, data).status_code for _n in range(2)] == [302, 302]
    assert ApplicationChange.objects.count() == 1


def test_garbage_is_no_500(case, sent, client_for):
    client = client_for(case.caseworker)
    url = reverse("courses:application_change", args=[sent.public_id])
    for body in ({"wish_1": "x" * 500}, {"wish_1": "\x00"}, {"wish_2": str(uuid.uuid4())}, {"submission": "zzz"}):
        assert client.post(url, body).status_code == 422
    assert client.post(url, {"do": "opp-99"}).status_code == 200


def test_after_the_deadline_the_page_offers_no_change(case, sent, client_for):
    client = client_for(case.caseworker)
    detail = reverse("courses:application_detail", args=[sent.public_id])
    assert "Endre ønskene" in client.get(detail).content.decode()
    case.window.deadline = today(-1)
    case.window.save()
    assert "Endre ønskene" not in client.get(detail).content.decode()


def test_one_wish_is_withdrawn_after_a_question(case, sent, client_for):
    client = client_for(case.caseworker)
    url = reverse("courses:wish_withdraw", args=[sent.public_id, sent.wishes.get(rank=1).public_id])
    assert "Trekke ønsket?" in client.get(url).content.decode()
    assert post(client, url, version=sent.version + 1).status_code == 409
    assert post(client, url, version=sent.version).status_code == 302
    assert order(sent) == [(1, case.cafe_intake.pk)]


def test_the_change_stands_in_the_feed_and_in_the_history(case, sent, client_for):
    change(sent, case.cafe_intake, by=case.caseworker)
    events = reverse("participants:event_list", args=[case.person.public_id])
    assert "Endret søknaden" in client_for(case.caseworker).get(events).content.decode()
    labels = set(Wish.everything.get(intake=case.care_intake).events.values_list("pgh_label", flat=True))
    assert labels == {"insert", "update"}
