"""Letters when a class is not held, and when a letter about an end turns out to be wrong (A5, C3, K2)."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from amo.models import Notification
from courses import letter_content
from courses.actions import endings, letters
from courses.actions.enrolments import end_participation
from courses.actions.leaving import correct_end, undo_end
from courses.models import DecisionLetter, Enrolment, Offer
from participants.models import Task
from tests import factories as f
from tests.courses.letters.test_letters import approved, loaded, send, words
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A5")]
REASON = "For få søkere til at kurset kan holdes."


# --- a class that is called off -----------------------------------------------------------------------


@pytest.fixture
def called_off():
    """One has an offer that she was written to about, one waits; the class is called off."""
    world = World(intakes=1, places=1)
    world.offered, world.waits = world.applies(), world.applies(person=world.person(written_form="nn"))
    approved(world)
    send(DecisionLetter.objects.get(kind="offer"), by=world.caseworker)
    endings.call_off(intake=world.intakes[0], reason=REASON, by=world.maker)
    return world


@pytest.mark.row("C3")
def test_who_had_an_offer_and_who_waited_are_written_to(called_off):
    for application in (called_off.offered, called_off.waits):
        letter = loaded(wish__application=application, kind="refusal")
        assert (letter.status, letter_content.occasion(letter)) == ("draft", "called_off")
        assert not letters.lacks_reason(letter), "it can be sent as it is"
    said = words(DecisionLetter.objects.get(wish__application=called_off.offered, kind="refusal"))
    assert "Det blir ikke holdt." in said and "Kurset er avlyst for alle. Det handler ikke om deg." in said
    assert "ikkje halde" in words(DecisionLetter.objects.get(wish__application=called_off.waits))
    assert DecisionLetter.objects.get(kind="offer").status == "sent", "what she was sent stays"


@pytest.mark.row("C3")
def test_their_caseworkers_have_a_message_and_a_task_each(called_off):
    own = Notification.objects.filter(membership=called_off.caseworker, text__contains="er avlyst").get()
    assert "Det gjelder 2 av brukerne dine." in own.text
    people = Task.objects.open().filter(kind="intake_ended").values_list("participant", flat=True)
    assert set(people) == {called_off.offered.participant_id, called_off.waits.participant_id}


@pytest.mark.row("C3")
def test_the_list_does_not_call_it_a_refusal(called_off, client_for):
    client = client_for(called_off.caseworker)
    page = text(client.get(reverse("courses:letter_list")))
    assert page.count("Kurset er avlyst") == 2
    letter = DecisionLetter.objects.get(wish__application=called_off.waits)
    assert "Brev: kurset er avlyst" in text(client.get(letter.get_absolute_url()))


@pytest.mark.row("C3")
def test_they_can_be_sent_together(called_off):
    drafts = list(DecisionLetter.objects.filter(kind="refusal", status="draft"))
    send(*drafts, by=called_off.caseworker)
    assert DecisionLetter.objects.filter(kind="refusal", status="sent").count() == 2


def test_who_had_taken_her_wish_back_is_not_written_to():
    world = World(intakes=2, places=1)
    application = world.applies(*world.intakes)
    application.wishes.filter(rank=1).update(status="closed")
    endings.call_off(intake=world.intakes[0], reason=REASON, by=world.maker)
    assert not DecisionLetter.objects.exists()


# --- the end was wrong ----------------------------------------------------------------------------------


@pytest.fixture
def ended():
    """She left the day before yesterday, and was written to about it."""
    world = World()
    intake = f.IntakeFactory(contract=world.contract, running=True, occupied=1)
    enrolment = f.EnrolmentFactory(participant=world.person(), intake=intake)
    world.enrolment = end_participation(enrolment=enrolment, on=today(-2), reason="work", by=world.caseworker)
    world.letter = DecisionLetter.objects.get()
    return world


def corrections() -> list[DecisionLetter]:
    return list(DecisionLetter.objects.exclude(corrects=None).order_by("pk"))


@pytest.mark.row("K2")
def test_a_corrected_last_day_corrects_the_letter_that_is_sent(ended):
    send(ended.letter, by=ended.caseworker)
    before = DecisionLetter.objects.get(pk=ended.letter.pk)
    correct_end(enrolment=ended.enrolment, on=today(-4), reason="work", by=ended.caseworker)
    (draft,) = corrections()
    assert (draft.status, draft.corrects_id, draft.enrolment_id) == ("draft", ended.letter.pk, ended.enrolment.pk)
    said = words(draft)
    assert f"referanse {before.reference}" in said and "Dette er rettet: Siste dagen din på kurset er" in said
    assert letter_content._day(today(-4)) in said and letter_content._day(today(-2)) not in said
    after = DecisionLetter.objects.get(pk=ended.letter.pk)
    assert (after.status, after.content_hash, after.content) == ("sent", before.content_hash, before.content)
    with pytest.raises(DatabaseError), transaction.atomic():
        DecisionLetter.objects.filter(pk=ended.letter.pk).update(own_words="endret")


@pytest.mark.row("K2")
def test_corrected_twice_there_is_one_draft_and_after_it_is_sent_the_next_corrects_that(ended):
    send(ended.letter, by=ended.caseworker)
    correct_end(enrolment=ended.enrolment, on=today(-4), reason="work", by=ended.caseworker)
    correct_end(enrolment=ended.enrolment, on=today(-5), reason="work", by=ended.caseworker)
    (draft,) = corrections()
    assert letter_content._day(today(-5)) in draft.correction_reason
    send(draft, by=ended.caseworker)
    correct_end(enrolment=ended.enrolment, on=today(-5), reason="education", by=ended.caseworker)
    first, second = corrections()
    assert second.corrects_id == first.pk
    assert "Du begynner på en utdanning." in words(second) and "Hvorfor du ikke lenger går" in words(second)


@pytest.mark.row("K2")
def test_a_draft_needs_no_correction_and_neither_does_what_the_letter_does_not_say(ended):
    correct_end(enrolment=ended.enrolment, on=today(-4), reason="work", by=ended.caseworker)
    assert corrections() == [] and letter_content._day(today(-4)) in words(ended.letter)
    send(ended.letter, by=ended.caseworker)
    correct_end(enrolment=ended.enrolment, on=today(-4), reason="work", said="Fikk fast jobb.", by=ended.caseworker)
    assert corrections() == []


@pytest.mark.row("K2")
def test_an_end_that_is_undone_takes_the_sent_letter_back_and_a_new_end_says_so_again(ended):
    send(ended.letter, by=ended.caseworker)
    undo_end(enrolment=Enrolment.objects.get(), by=ended.caseworker)
    (draft,) = corrections()
    assert letter_content.occasion(loaded(pk=draft.pk)) == "goes_on"
    said = words(draft)
    assert "Du går fortsatt på kurset" in said and "Dette er rettet: Du går på kurset som før." in said
    assert "Du har fått jobb." not in said and not letters.lacks_reason(loaded(pk=draft.pk))
    end_participation(enrolment=Enrolment.objects.get(), on=today(-1), reason="ill", by=ended.caseworker)
    (draft,) = corrections()
    assert letter_content.occasion(loaded(pk=draft.pk)) == "end"
    assert letter_content._day(today(-1)) in words(draft)


@pytest.mark.row("K2")
def test_the_correction_is_written_in_her_form_of_norwegian():
    world = World()
    intake = f.IntakeFactory(contract=world.contract, running=True, occupied=1)
    enrolment = f.EnrolmentFactory(participant=world.person(written_form="nn"), intake=intake)
    end_participation(enrolment=enrolment, on=today(-2), reason="work", by=world.caseworker)
    send(DecisionLetter.objects.get(), by=world.caseworker)
    correct_end(enrolment=Enrolment.objects.get(), on=today(-2), reason="education", by=world.caseworker)
    assert "Kvifor du ikkje lenger går på kurset" in words(corrections()[0])


@pytest.mark.row("C3")
def test_a_new_last_day_of_a_class_that_is_stopped_corrects_what_was_sent():
    world = World()
    intake = f.IntakeFactory(contract=world.contract, running=True, occupied=1)
    f.EnrolmentFactory(participant=world.person(), intake=intake)
    endings.cut_short(intake=intake, last_day=today(5), reason=REASON, by=world.maker)
    send(DecisionLetter.objects.get(), by=world.caseworker)
    endings.cut_short(intake=intake, last_day=today(3), reason=REASON, by=world.maker)
    (draft,) = corrections()
    assert letter_content.occasion(loaded(pk=draft.pk)) == "cut_short"
    assert letter_content._day(today(3)) in draft.correction_reason
    assert not Offer.objects.exists()
