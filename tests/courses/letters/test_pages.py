"""The pages about letters: list, one letter, sending one and many, the PDF, the rules (A5)."""

import io
import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from amo.models import AccessLog
from courses.actions import letter_rules, letters
from courses.models import DecisionLetter, LetterRule
from participants import events, innsyn
from participants.events import Kind
from tests import factories as f
from tests.courses.places.world import text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A5")]


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


def draft(caseworker, **more) -> DecisionLetter:
    return f.DecisionLetterFactory(wish__application__participant__caseworker=caseworker, **more)


def sent(caseworker, **more) -> DecisionLetter:
    letter = draft(caseworker, **more)
    letters.send_letters(letters=[letter], channel="posted", sent_on=today(), by=caseworker)
    letter.refresh_from_db()
    return letter


def url(name, *args):
    return reverse(f"courses:{name}", args=args)


def pages_of(response) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages]


def test_the_list_shows_what_is_to_be_sent_first(client_for, caseworker):
    waiting, done = draft(caseworker), sent(caseworker)
    client = client_for(caseworker)
    page = text(client.get(url("letter_list")))
    assert waiting.participant.list_name in page and done.participant.list_name not in page
    page = text(client.get(url("letter_list"), {"quick": "sent"}))
    assert done.participant.list_name in page and waiting.participant.list_name not in page
    DecisionLetter.objects.filter(pk=waiting.pk).update(status="discarded", discard_reason="Sagt.")
    assert "Ingen brev å sende" in text(client.get(url("letter_list")))


def test_the_list_asks_the_same_whatever_its_length(client_for, caseworker):
    client = client_for(caseworker)
    client.get(url("letter_list"))
    counts = []
    for number in (1, 12):
        for _n in range(number):
            draft(caseworker)
        with CaptureQueriesContext(connection) as queries:
            client.get(url("letter_list"))
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_start_page_tells_how_many_wait(client_for, caseworker):
    draft(caseworker)
    draft(caseworker)
    colleague = f.MembershipFactory(office=caseworker.office)
    assert "Brev å sende" in text(client_for(caseworker).get("/"))
    assert "Brev å sende" not in text(client_for(colleague).get("/"))


def test_screen_and_paper_say_the_same(client_for, caseworker):
    letter = sent(caseworker)
    client = client_for(caseworker)
    page = text(client.get(letter.get_absolute_url()))
    paper = " ".join(" ".join(pages_of(client.get(url("letter_pdf", letter.public_id)))).split())
    paragraphs = [paragraph for section in letter.content["sections"] for paragraph in section["paragraphs"]]
    assert len(paragraphs) >= 3
    for paragraph in paragraphs:
        assert paragraph in page
        # The paper divides words at the end of a line.
        plain = " ".join(paragraph.split()).replace("-", "")
        assert plain in paper.replace("- ", "").replace("-", "")
    assert letter.content_hash in page
    assert "Side 1 av 1" in paper and letter.reference in paper


def test_the_paper_is_the_same_bytes_each_time_and_logged_each_time(client_for, caseworker, move_clock):
    letter = sent(caseworker)
    client = client_for(caseworker)
    first = client.get(url("letter_pdf", letter.public_id)).content
    move_clock(1)
    second = client_for(caseworker).get(url("letter_pdf", letter.public_id)).content
    assert first == second
    assert letter.participant.list_name not in client.get(url("letter_pdf", letter.public_id))["Content-Disposition"]
    logged = AccessLog.objects.filter(subject_id=letter.participant.public_id, route="courses:letter_pdf")
    assert logged.count() == 3


def test_a_draft_on_paper_is_marked_as_one(client_for, caseworker):
    letter = draft(caseworker, language="nn")
    (page,) = pages_of(client_for(caseworker).get(url("letter_pdf", letter.public_id)))
    assert "Utkast. Ikkje sendt." in page


def test_from_draft_to_sent(client_for, caseworker):
    letter = draft(caseworker, wish__refusal_reason="other")
    client = client_for(caseworker)
    here = letter.get_absolute_url()
    page = text(client.get(here))
    assert "Brevet mangler begrunnelse" in page and url("letter_send", letter.public_id) not in page
    edit = url("letter_edit", letter.public_id)
    answer = client.post(edit, {"version": 1, "language": "nn", "own_words": "", "submission": uuid.uuid4()})
    assert answer.status_code == 422 and "Avgjørelsen har ingen begrunnelse" in text(answer)
    own = "Vi ble enige om et annet kurs."
    assert client.post(edit, {"version": 1, "language": "nn", "own_words": own}).url == here
    stale = client.post(edit, {"version": 1, "language": "nb", "own_words": "Noe annet."})
    assert stale.status_code == 409 and "Noe annet." in text(stale)
    page = text(client.get(url("letter_send", letter.public_id)))
    assert own in page and "Hvordan leveres brevet?" in page
    form = {"version": 2, "channel": "handed_over", "sent_on": today().isoformat(), "submission": str(uuid.uuid4())}
    for _twice in range(2):
        assert client.post(url("letter_send", letter.public_id), form).url == here
    letter.refresh_from_db()
    assert (letter.status, letter.language, letter.version) == ("sent", "nn", 3)
    page = text(client.get(here))
    assert "Rett med et nytt brev" in page and url("letter_edit", letter.public_id) not in page
    for version in (2, 3):
        refused = client.post(url("letter_discard", letter.public_id), {"version": version, "reason": "Feil."})
        assert refused.status_code == 422 and "allerede sendt" in text(refused)
    for name in ("letter_edit", "letter_send", "letter_discard"):
        assert "allerede sendt" in text(client.get(url(name, letter.public_id), follow=True))


def test_a_correction_from_the_page_leads_both_ways(client_for, caseworker):
    old = sent(caseworker)
    client = client_for(caseworker)
    answer = client.post(url("letter_correct", old.public_id), {"version": old.version, "reason": "Feil dato."})
    new = DecisionLetter.objects.get(corrects=old)
    assert answer.url == new.get_absolute_url()
    assert old.get_absolute_url() in text(client.get(new.get_absolute_url()))
    page = text(client.get(old.get_absolute_url()))
    assert new.get_absolute_url() in page and url("letter_correct", old.public_id) not in page


def test_many_are_sent_together_and_printed_in_one_file(client_for, caseworker):
    chosen = [draft(caseworker), draft(caseworker)]
    lacking, done = draft(caseworker, wish__refusal_reason="other"), sent(caseworker)
    colleague = f.MembershipFactory(office=caseworker.office)
    theirs = draft(colleague)
    ids = [str(letter.public_id) for letter in (*chosen, lacking, done, theirs)]
    client = client_for(caseworker)
    page = text(client.post(url("letter_send_many"), {"ids": ids}))
    assert "Send 2 brev" in page
    for reason in ("mangler begrunnelse", "sendt eller lagt bort", "en kollega er veileder"):
        assert "1 brev er utelatt fordi" in page and reason in page
    answer = client.post(url("letter_send_many"), {"ids": ids, "channel": "", "sent_on": today().isoformat()})
    assert answer.status_code == 422 and "Velg hvordan brevet leveres." in text(answer)
    form = {"ids": ids, "channel": "posted", "sent_on": today().isoformat()}
    answer = client.post(url("letter_send_many"), form)
    batch = DecisionLetter.objects.get(pk=chosen[0].pk).batch
    assert answer.url == url("letter_batch", batch)
    assert set(DecisionLetter.objects.filter(batch=batch)) == set(chosen)
    page = text(client.get(answer.url))
    assert all(letter.participant.list_name in page for letter in chosen)
    before = AccessLog.objects.count()
    pages = pages_of(client.get(url("letter_batch_pdf", batch)))
    assert len(pages) == 2
    for letter, page in zip(sorted(chosen, key=lambda one: one.participant.name_sort), pages, strict=True):
        assert letter.participant.name in page and "Side 1 av 1" in page and letter.reference in page
    subjects = AccessLog.objects.order_by("-pk").values_list("subject_id", flat=True)[
        : AccessLog.objects.count() - before
    ]
    assert set(subjects) == {letter.participant.public_id for letter in chosen}


def test_one_foreign_letter_refuses_them_all(client_for, caseworker):
    own, foreign = draft(caseworker), f.DecisionLetterFactory()
    form = {
        "ids": [str(own.public_id), str(foreign.public_id)], "channel": "posted", "sent_on": today().isoformat(),
    }  # fmt: skip
    for name in ("letter_send_many", "letter_print_many"):
        assert client_for(caseworker).post(url(name), form).status_code == 404
        assert client_for(caseworker).post(url(name), {"ids": ["tull"]}).status_code == 404
    assert client_for(caseworker).post(url("letter_print_many"), {}).status_code == 302
    own.refresh_from_db()
    assert own.status == "draft"


def test_a_protected_persons_letter_is_neither_shown_nor_counted(client_for, caseworker):
    letter = draft(caseworker)
    letter.participant.address_protection = "confidential"
    letter.participant.save()
    client = client_for(caseworker)
    assert "Ingen brev å sende" in text(client.get(url("letter_list")))
    assert "Brev å sende" not in text(client.get("/"))
    assert client.get(letter.get_absolute_url()).status_code == 404
    flagged = f.MembershipFactory(office=caseworker.office, every_flag=True)
    assert client_for(flagged).get(letter.get_absolute_url()).status_code == 200


def test_the_letter_stands_wherever_the_person_does(client_for, caseworker):
    letter = sent(caseworker)
    person, client = letter.participant, client_for(caseworker)
    here = letter.get_absolute_url()
    addresses = [
        reverse("participants:detail", args=[person.public_id]),
        url("person_courses", person.public_id),
        url("application_detail", letter.wish.application.public_id),
    ]
    for address in addresses:
        assert here in text(client.get(address)), address
    found = [event for event in events.feed(person, caseworker) if event.kind == Kind.LETTER]
    assert [(event.on, event.url) for event in found] == [(today(), here)]
    shown = dict(next(one for one in innsyn.sections(person) if one.title == "Vedtaksbrev").records[0])
    assert letter.content["sections"][0]["paragraphs"][0] in shown["Innhold"]


def test_the_letter_stands_on_the_participation_for_nav_only(client_for, world):
    here = world.sent_letter.get_absolute_url()
    address = world.ended_enrolment.get_absolute_url()
    assert here in text(client_for(world.caseworker).get(address))
    assert here not in text(client_for(world.provider_lead).get(address))
    assert not DecisionLetter.objects.visible_to(world.provider_lead).exists()
    # County staff read those about their own courses.
    assert DecisionLetter.objects.visible_to(world.county_staff).count() == 2
    assert not DecisionLetter.objects.visible_to(world.other_county).exists()


# --- the right of appeal ---------------------------------------------------------------------------------


def _rule_form(**more) -> dict:
    form = {
        "decision_type": "common_start", "appealable": "yes", "weeks": "4", "text_nb": "Du kan klage nå.",
        "text_nn": "Du kan klage no.", "valid_from": today().isoformat(), "note": "Ny lov.",
    }  # fmt: skip
    return form | more


def test_a_rule_is_drafted_by_one_and_taken_into_use_by_another(client_for, caseworker):
    one, other = f.MembershipFactory(county_staff=True), f.MembershipFactory(administrator=True)
    before = sent(caseworker)
    client = client_for(one)
    client.post(url("letter_rule_new"), _rule_form())
    rule = LetterRule.objects.get(number=2)
    refused = client.post(url("letter_rule_use", rule.pk), {})
    assert refused.status_code == 422 and "kan ikke ta det i bruk selv" in text(refused)
    assert "Du kan ikke klage" in text(client_for(caseworker).get(draft(caseworker).get_absolute_url()))
    assert client_for(other).post(url("letter_rule_use", rule.pk), {}).status_code == 302
    page = text(client_for(caseworker).get(draft(caseworker).get_absolute_url()))
    assert "Du kan klage nå." in page and "Fristen for å klage er 4 uker" in page
    assert "Du kan ikke klage" in text(client_for(caseworker).get(before.get_absolute_url()))
    assert "Gjelder nå" in text(client_for(caseworker).get(url("letter_rule_list")))


@pytest.mark.parametrize(
    "wrong, said",
    [
        ({"weeks": ""}, "Skriv klagefristen i uker."),
        ({"weeks": "0"}, "Skriv et helt tall fra 1 til 52."),
        ({"appealable": "no"}, "La fristen stå tom"),
        ({"text_nn": ""}, "Skriv teksten på nynorsk."),
        ({"valid_from": "2020-01-01"}, "kan tidligst gjelde fra i dag"),
        ({"note": ""}, "Skriv hvorfor regelen endres."),
    ],
)
def test_a_wrong_rule_is_told_at_its_field_and_what_was_typed_is_kept(wrong, said, client_for):
    answer = client_for(f.MembershipFactory(county_staff=True)).post(url("letter_rule_new"), _rule_form(**wrong))
    assert answer.status_code == 422
    assert said in text(answer) and "Du kan klage nå." in text(answer)
    assert not LetterRule.objects.filter(number=2).exists()


def test_a_rule_in_use_is_never_changed():
    rule = letter_rules.rule_row("other_measure", today())
    assert (rule.appealable, rule.weeks, rule.must_be_confirmed) == (True, 6, True)
    from django.db import DatabaseError, transaction

    for change in (lambda: LetterRule.objects.filter(pk=rule.pk).update(weeks=3), rule.delete):
        with pytest.raises(DatabaseError), transaction.atomic():
            change()


def test_whoever_sends_is_told_that_a_rule_is_not_confirmed(client_for, caseworker):
    enrolment = f.EnrolmentFactory(participant__caseworker=caseworker, status="dropped_out", end_reason="work")
    letters.participations_ended([enrolment], by=caseworker)
    letter = DecisionLetter.objects.get()
    assert "ikke bekreftet juridisk" in text(client_for(caseworker).get(letter.get_absolute_url()))
