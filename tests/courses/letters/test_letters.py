"""Decision letters: they arise with the decision, freeze when they are sent, and are corrected by a new one (A5)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from amo import clock
from amo.versions import StaleVersion
from courses import letter_content, letter_page
from courses.actions import allocation, enrolments, exceptions, letters, lifecycle, offers
from courses.models import AllocationDecision, DecisionLetter, Wish
from tests import factories as f
from tests.courses.places.world import World
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A5")]
SEED = "00" * 16


def approved(world: World):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    return allocation.approve_run(run=run, by=world.approver)


def loaded(**wanted) -> DecisionLetter:
    return DecisionLetter.objects.for_content().get(**wanted)


def words(letter: DecisionLetter) -> str:
    """Everything the letter says, as one text."""
    content = letter_page.text_of(loaded(pk=letter.pk))
    parts = [content["title"], *content["notes"], *content["signature"]]
    for section in content["sections"]:
        parts += [section["heading"], *section["paragraphs"], *(value for _label, value in section["facts"])]
    return "\n".join([*parts, *(value for _label, value in content["facts"])])


def send(*sent: DecisionLetter, by, channel="posted", on=None, **more):
    return letters.send_letters(letters=sent, channel=channel, sent_on=on or today(), by=by, **more)


def a_refusal(world: World, **person) -> DecisionLetter:
    """Somebody who was not placed, and whose class has begun."""
    first = world.applies()
    application = world.applies(person=world.person(**person))
    approved(world)
    assert first.wishes.get().status == Wish.Status.OFFERED
    wish = application.wishes.get()
    begun(wish.intake)
    return DecisionLetter.objects.get(wish=wish)


def begun(intake) -> None:
    """The class starts today."""
    intake.starts_on = today()
    intake.save(update_fields=["starts_on"])
    lifecycle.start_intakes(today())


# --- they arise with the decision -------------------------------------------------------------------


def test_an_offer_leaves_a_draft_in_the_same_transaction():
    world = World()
    application = world.applies(person=world.person(written_form="nn"))
    approved(world)
    letter = DecisionLetter.objects.get()
    assert (letter.kind, letter.status, letter.language) == ("offer", "draft", "nn")
    assert (letter.wish, letter.participant) == (application.wishes.get(), application.participant)
    assert letter.decision == AllocationDecision.objects.get(wish=letter.wish)
    assert "Nav gir deg tilbod om plass" in words(letter)
    # When the offer's transaction is undone, so is the letter.
    with pytest.raises(RuntimeError), transaction.atomic():
        world.applies()
        letters.offers_made([f.OfferFactory()], by=None)
        raise RuntimeError
    assert DecisionLetter.objects.get() == letter


def test_a_decision_has_one_letter():
    offer = f.OfferFactory()
    letters.offers_made([offer], by=None)
    letters.offers_made([offer], by=None)
    assert DecisionLetter.objects.get().offer == offer
    with pytest.raises(IntegrityError, match="decisionletter_once_per_offer"), transaction.atomic():
        f.DecisionLetterFactory(kind="offer", offer=offer, wish=offer.wish)


def test_a_letter_of_new_years_night_has_the_year_of_the_new_one(freeze):
    freeze(dt.datetime(2026, 12, 31, 23, 30, tzinfo=dt.UTC))
    assert f.DecisionLetterFactory().reference.startswith("2027-")


@pytest.mark.parametrize("answer", ["declined", "expired"])
def test_the_draft_of_an_offer_that_is_over_is_put_aside(answer, move_clock):
    world = World()
    world.applies()
    approved(world)
    letter = DecisionLetter.objects.get()
    if answer == "declined":
        offers.answer_offer(offer=letter.offer, accept=False, reason="Har fått jobb", by=world.caseworker)
    else:
        offers.record_contact(offer=letter.offer, on=today(), by=world.caseworker)
        move_clock(20)
        offers.expire_offers(clock.now())
    letter.refresh_from_db()
    assert (letter.status, letter.discard_reason) == ("discarded", "Tilbudet gjelder ikke lenger.")


def test_an_accepted_offer_keeps_its_draft_and_says_that_the_place_is_hers():
    world = World()
    world.applies()
    approved(world)
    letter = DecisionLetter.objects.get()
    assert "Fristen er fem virkedager" in words(letter)
    offers.answer_offer(offer=letter.offer, accept=True, by=world.caseworker)
    letter.refresh_from_db()
    assert letter.status == "draft"
    assert "plassen er din" in words(letter)


def test_a_refusal_gives_the_reason_of_the_decision_itself():
    world = World(places=1)
    letter = a_refusal(world)
    text = words(letter)
    assert letter.kind == "refusal"
    # Her own office's, but nothing was set aside for it: the place was for anybody.
    assert "Den ledige plassen gikk til søkere som sto foran deg i rekkefølgen. Du hadde " in text
    # One person's points are told to nobody else.
    assert "søkere med minst" not in text
    assert "på ventelista" not in text


def test_the_words_of_the_decision_are_nynorsk_in_a_letter_in_nynorsk():
    world = World(places=1)
    letter = a_refusal(world, written_form="nn")
    with translation.override("nb"):
        text = words(letter)
    assert "Du får ikkje plass på kurset" in text
    assert "tidlegare avslag" in text
    assert "Kvifor" in text


@pytest.mark.parametrize("form, reason", [("nb", "Begrunnelse: "), ("nn", "Grunngiving: ")])
@pytest.mark.parametrize("kind", ["place", "pass_over"])
def test_an_exception_is_told_with_its_reason_and_not_as_the_rules(kind, form, reason):
    world = World(places=1)
    why = "Søkeren mistet plassen da et annet kurs ble avlyst."
    first = world.applies(person=world.person(written_form=form))
    second = world.applies(person=world.person(written_form=form))
    run = allocation.run_allocation(window=world.window, by=world.maker, seed="00" * 16)
    moved = second if kind == "place" else first
    wish = moved.wishes.get()
    run = exceptions.make_exception(decision=run.decisions.get(wish=wish), kind=kind, reason=why, by=world.maker)
    allocation.approve_run(run=run, by=world.approver)
    if kind == "pass_over":
        begun(wish.intake)
    letter = DecisionLetter.objects.get(wish=wish)
    text = words(letter)
    assert reason + why in text
    assert ("unntak, slik at du får plassen" in text) == (kind == "place")
    assert "faste regler" not in text and "faste reglar" not in text


@pytest.mark.parametrize("earlier, promised", [(0, True), (1, True), (2, False), (5, False)])
def test_more_points_next_time_are_told_of_only_where_there_are_more(earlier, promised):
    """0, 10 and 15 points for none, one and more refusals: the third gives nothing (03-matching)."""
    letter = a_refusal(World(places=1))
    decision = letter.decision
    decision.facts["earlier_refusals"] = earlier
    decision.save(update_fields=["facts"])
    text = words(letter)
    assert ("kan gi deg flere poeng neste gang" in text) == promised
    assert "Du kan søke på andre kurs." in text


@pytest.mark.parametrize(
    "code, said",
    [
        ("too_young", "Du må ha fylt 19 år"),
        ("norwegian_below", "Norsknivået ditt er under"),
        ("not_registered", "Du må være registrert som arbeidssøker"),
        ("something_new", "Du oppfyller ikke alle kravene"),
    ],
)
def test_a_requirement_is_told_to_her_and_not_about_her(code, said):
    wish = f.WishFactory(status="refused", refusal_reason="requirement")
    window = wish.application.window
    by = f.MembershipFactory(county_staff=True, county=window.county)
    run = f.AllocationRunFactory(window=window, status="approved", approved_by=by, approved_at=clock.now())
    f.AllocationDecisionFactory(run=run, wish=wish, outcome="blocked", reason=code)
    letters.wishes_refused([wish.pk])
    text = words(DecisionLetter.objects.get())
    assert said in text
    assert "deltakeren" not in text


def test_a_run_that_is_approved_refuses_with_a_letter():
    world = World()
    application = world.applies()
    person = application.participant
    person.jobseeker_periods.all().delete()
    approved(world)
    letter = DecisionLetter.objects.get()
    assert (letter.kind, letter.participant) == ("refusal", person)
    assert "registrert som arbeidssøker" in words(letter)


@pytest.mark.parametrize(
    "reason, said",
    [
        ("work", "Du har fått jobb."),
        ("no_show", "Du møtte ikke opp på kurset."),
        ("other_support", "annen hjelp enn kurset kan gi"),
        ("ill", "Vi har fått vite at du ikke kan være med på kurset."),
    ],
)
def test_the_end_of_a_participation_is_told_without_a_word_of_health(reason, said):
    enrolment = f.EnrolmentFactory(granted=True)
    by = enrolment.participant.caseworker
    enrolments.end_participation(enrolment=enrolment, on=today(-1), reason=reason, by=by)
    letter = DecisionLetter.objects.get()
    text = words(letter).lower()
    assert letter.kind == "end"
    assert said.lower() in text
    assert not any(word in text for word in ("syk", "ill", "helse", "diagnose") if word != "ill" or " ill" in text)
    assert "fristen for å klage er 6 uker" in text


@pytest.mark.parametrize("status, title", [("called_off", "blir ikke holdt"), ("cut_short", "stopper før tiden")])
def test_a_course_that_is_stopped_for_all_says_so(status, title):
    enrolment = f.EnrolmentFactory(intake__status=status)
    letters.participations_ended([enrolment], by=None)
    letter = DecisionLetter.objects.get()
    assert title in words(letter)
    assert "Det handler ikke om deg" in words(letter)
    assert not letters.lacks_reason(loaded(pk=letter.pk))


# --- sent once, and for ever ------------------------------------------------------------------------


def test_a_sent_letter_is_stored_with_its_content_its_hash_and_its_rule():
    letter = f.DecisionLetterFactory()
    by = letter.participant.caseworker
    before = letter_page.text_of(loaded(pk=letter.pk))
    send(letter, by=by)
    letter.refresh_from_db()
    assert (letter.status, letter.channel, letter.sent_on, letter.sent_by) == ("sent", "posted", today(), by)
    assert letter.content == before
    assert letter.content_hash == letter_content.digest(before)
    assert (letter.rule.decision_type, letter.rule.number) == ("common_start", 1)
    assert letter_page.is_intact(letter)
    letter.content["title"] = "Et annet"
    assert not letter_page.is_intact(letter)


@pytest.mark.parametrize("how", ["update", "delete", "truncate", "save"])
def test_the_database_refuses_to_change_a_sent_letter(how):
    letter = f.DecisionLetterFactory()
    send(letter, by=letter.participant.caseworker)
    letter.refresh_from_db()
    with pytest.raises(DatabaseError), transaction.atomic():
        if how == "update":
            DecisionLetter.objects.filter(pk=letter.pk).update(own_words="Noe annet.")
        elif how == "delete":
            letter.delete()
        elif how == "save":
            letter.content = {}
            letter.save()
        else:
            with connection.cursor() as cursor:
                cursor.execute("TRUNCATE courses_decisionletter CASCADE")
    # A draft may still be changed: it is the letter that is sent that stays.
    draft = f.DecisionLetterFactory()
    DecisionLetter.objects.filter(pk=draft.pk).update(own_words="Noe annet.")


def test_a_sent_letter_stays_when_what_it_was_made_from_changes(move_clock):
    world = World()
    world.applies()
    approved(world)
    letter = DecisionLetter.objects.get()
    send(letter, by=world.caseworker)
    before = words(letter), letter_page.pdf_of([loaded(pk=letter.pk)])
    offers.record_contact(offer=letter.offer, on=today(), by=world.caseworker)
    letter.participant.last_name = "Nyttnavn"
    letter.participant.save()
    f.LetterRuleFactory(in_use=True, valid_from=today())
    move_clock(30)
    with translation.override("nn"):
        after = words(letter), letter_page.pdf_of([loaded(pk=letter.pk)])
    assert after[0] == before[0]
    # The same bytes each time, whoever takes it out and when.
    assert after[1] == before[1]


def test_all_are_sent_or_none():
    good, without = f.DecisionLetterFactory(), f.DecisionLetterFactory(wish__refusal_reason="other")
    by = good.participant.caseworker
    with pytest.raises(ValidationError, match="1 brev mangler begrunnelse"):
        send(good, without, by=by)
    assert not DecisionLetter.objects.filter(status="sent").exists()
    letters.edit_letter(letter=without, language="nb", own_words="Kurset passer ikke med det du skal bli.", by=by)
    batch = send(good, without, by=by)
    assert DecisionLetter.objects.filter(status="sent", batch=batch).count() == 2
    assert "Kurset passer ikke med det du skal bli." in words(without)
    with pytest.raises(ValidationError, match="allerede sendt"):
        send(good, by=by)


@pytest.mark.parametrize(
    "days, channel, field", [(1, "posted", "sent_on"), (-1, "posted", "sent_on"), (0, "", "channel")]
)
def test_a_wrong_day_or_no_way_of_delivery_is_refused_at_the_field(days, channel, field):
    letter = f.DecisionLetterFactory()
    with pytest.raises(ValidationError) as caught:
        send(letter, by=letter.participant.caseworker, on=today(days), channel=channel)
    assert list(caught.value.error_dict) == [field]


def test_a_letter_that_was_changed_in_between_is_not_sent():
    letter = f.DecisionLetterFactory()
    by = letter.participant.caseworker
    letters.edit_letter(letter=letter, language="nn", own_words="", by=by)
    with pytest.raises(StaleVersion):
        send(letter, by=by, expected_version=1)


def test_sending_many_takes_as_many_queries_as_sending_two():
    counts = []
    for number in (2, 12):
        chosen = f.DecisionLetterFactory.create_batch(number)
        letters.lacks_reason(loaded(pk=chosen[0].pk))
        with CaptureQueriesContext(
            connection,
        ) as queries:
            send(*chosen, by=chosen[0].participant.caseworker)
        counts.append(len(queries))
    # The first one makes the first version of the rule too.
    assert counts[1] <= counts[0]


# --- corrected by a new one ----------------------------------------------------------------------------


def test_a_sent_letter_is_corrected_by_a_new_one_that_refers_to_it():
    old = f.DecisionLetterFactory()
    by = old.participant.caseworker
    with pytest.raises(ValidationError, match="Bare et sendt brev"):
        letters.correct_letter(letter=old, reason="Feil dato.", by=by)
    send(old, by=by)
    with pytest.raises(ValidationError) as caught:
        letters.correct_letter(letter=old, reason="  ", by=by)
    assert list(caught.value.error_dict) == ["reason"]
    new = letters.correct_letter(letter=old, reason="Datoen for kursstart var feil.", by=by)
    assert (new.status, new.corrects, new.kind, new.wish) == ("draft", old, "refusal", old.wish)
    text = words(new)
    assert f"(referanse {old.reference})" in text
    assert "Dette er rettet: Datoen for kursstart var feil." in text
    with pytest.raises(ValidationError, match="allerede rettet"):
        letters.correct_letter(letter=old, reason="Enda en feil.", by=by)
    send(new, by=by)
    old.refresh_from_db()
    assert old.status == "sent"
    assert "Dette er rettet" not in words(old)


def test_a_draft_may_be_put_aside_with_a_reason_and_a_new_one_made():
    letter = f.DecisionLetterFactory()
    by = letter.participant.caseworker
    with pytest.raises(ValidationError) as caught:
        letters.discard_letter(letter=letter, reason="", by=by)
    assert list(caught.value.error_dict) == ["reason"]
    letters.discard_letter(letter=letter, reason="Sagt i et møte.", by=by)
    letters.wishes_refused([letter.wish_id])
    assert DecisionLetter.objects.filter(wish=letter.wish).count() == 2


# --- the right of appeal ---------------------------------------------------------------------------------


def test_admission_cannot_be_appealed_and_the_letter_says_what_one_can_ask_for():
    text = words(f.DecisionLetterFactory())
    assert "Du kan ikke klage på hvem som får plass" in text
    assert "be Nav om en skriftlig begrunnelse" in text
    assert "en ny vurdering av hvilken hjelp du trenger" in text
    assert "Fristen for å klage" not in text


def test_a_letter_put_into_her_hand_names_the_last_day_to_appeal_on_a_working_day(freeze):
    # Six weeks after 9 November 2026 is Monday the 21st of December; after the 14th of November it is a Saturday.
    freeze(dt.date(2026, 11, 14))
    enrolment = f.EnrolmentFactory(granted=True)
    by = enrolment.participant.caseworker
    enrolments.end_participation(enrolment=enrolment, on=today(), reason="work", by=by)
    letter = DecisionLetter.objects.get()
    assert "Siste dag for å klage" not in words(letter)
    send(letter, by=by, channel="handed_over")
    letter.refresh_from_db()
    assert letter_content.appeal_by(today(), letter.rule) == dt.date(2026, 12, 28)
    assert "Siste dag for å klage er 28. desember 2026." in words(letter)


def test_no_letter_tells_of_another_person():
    world = World(places=1)
    letter = a_refusal(world)
    text = words(letter)
    others = DecisionLetter.objects.exclude(participant=letter.participant).select_related("participant")
    assert others
    for other in others:
        assert other.participant.last_name not in text
        assert other.participant.national_id not in text
