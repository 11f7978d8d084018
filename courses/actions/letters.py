"""Decision letters: drafts arise with the decision, are sent once, and are corrected only by a new letter (A5)."""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, versions
from amo.models import Membership
from courses import letter_content
from courses.actions.letter_rules import rules_on
from courses.letter_texts import text
from courses.models import AllocationDecision, AllocationRun, DecisionLetter, Enrolment, Offer, Wish

Kind, Status, Channel = DecisionLetter.Kind, DecisionLetter.Status, DecisionLetter.Channel
FROZEN = (
    "status", "rule", "content", "content_hash", "channel", "sent_on", "sent_at", "sent_by", "batch", "version",
)  # fmt: skip


# --- drafts, in the transaction of the decision they tell of ------------------------------------------


def offers_made(offers: Collection[Offer], *, by: Membership | None) -> None:
    """A draft for each offer. offers: with the person behind each. Two queries, whatever their number."""
    decisions = {}
    found = AllocationDecision.objects.filter(
        wish__in={offer.wish_id for offer in offers}, run__in={offer.run_id for offer in offers if offer.run_id}
    )
    for decision in found:
        decisions[decision.run_id, decision.wish_id] = decision
    _make(
        _draft(
            Kind.OFFER,
            offer.wish.application.participant,
            offer.wish.intake_id,
            by,
            offer=offer,
            wish=offer.wish,
            decision=decisions.get((offer.run_id, offer.wish_id)),
        )
        for offer in offers
    )


def offer_is_over(wish: Wish) -> None:
    """An offer that nobody can take any more is not sent: its draft is put aside."""
    drafts = DecisionLetter.objects.filter(kind=Kind.OFFER, status=Status.DRAFT, wish=wish)
    drafts.update(
        status=Status.DISCARDED,
        discard_reason=_("Tilbudet gjelder ikke lenger."),
        version=F("version") + 1,
    )


def end_is_undone(enrolment: Enrolment, *, by: Membership | None) -> None:
    """She is on the course after all: the draft about its end is put aside, and one that is sent gets a correction."""
    drafts = DecisionLetter.objects.filter(kind=Kind.END, status=Status.DRAFT, enrolment=enrolment, corrects=None)
    drafts.update(status=Status.DISCARDED, discard_reason=_("Avslutningen er angret."), version=F("version") + 1)
    if old := _sent_ends([enrolment]).get(enrolment.pk):
        _correct_end(old, "undone", by=by)


def end_is_corrected(enrolment: Enrolment, *, why_changed: bool, by: Membership | None) -> None:
    """Her last day, or why she left, was wrong: a letter that is sent gets a correction; a draft says it anew itself."""
    if old := _sent_ends([enrolment]).get(enrolment.pk):
        _correct_end(
            old, "why" if why_changed else "last_day", by=by, day=enrolment.ends_on, keep_words=not why_changed
        )


def _sent_ends(enrolments: Collection[Enrolment]) -> dict[int, DecisionLetter]:
    """{enrolment: the newest letter about its end that she has got}, locked with every draft that corrects one."""
    found = DecisionLetter.objects.filter(kind=Kind.END, enrolment__in=[one.pk for one in enrolments])
    locked = found.exclude(status=Status.DISCARDED).select_for_update(of=("self",)).order_by("pk")
    return {letter.enrolment_id: letter for letter in locked if letter.status == Status.SENT}


def _correct_end(
    old: DecisionLetter, key: str, *, by: Membership | None, day: dt.date | None = None, keep_words: bool = False
) -> None:
    """A draft that corrects a sent letter; the one that waits already is told of what holds now."""
    new = DecisionLetter.objects.filter(corrects=old, status=Status.DRAFT).first() or _correction_of(old, by)
    # In the letter's own form of Norwegian, as all that she reads.
    with translation.override(new.language):
        what = text(new.language, f"corrected.{key}", day=date_format(day) if day else "")
    new.correction_reason, new.decided_on = what, clock.today()
    if not keep_words:
        new.own_words = ""
    versions.save(new)


def wishes_refused(wish_ids: Collection[int], *, by: Membership | None = None) -> None:
    """A draft for each refused wish, resting on what the latest approved run decided about it. Three queries."""
    wishes = Wish.objects.filter(pk__in=wish_ids, status=Wish.Status.REFUSED).select_related("application__participant")
    approved = AllocationDecision.objects.filter(wish__in=wish_ids, run__status=AllocationRun.Status.APPROVED)
    decisions = approved.by_wish()
    _make(
        _draft(
            Kind.REFUSAL,
            wish.application.participant,
            wish.intake_id,
            by,
            wish=wish,
            decision=decisions.get(wish.pk),
            own_words=_never_in_a_run(wish),
        )
        for wish in wishes.order_by("pk")
    )


def _never_in_a_run(wish: Wish) -> str:
    """The reason of one that no run took up, written for the caseworker: there is no decision that carries one."""
    if wish.refusal_reason != Wish.RefusalReason.OTHER or wish.application.awaits_plan:
        return ""
    return text(wish.application.participant.written_form, "why.not_in_a_run")


def participations_ended(enrolments: Iterable[Enrolment], *, by: Membership | None) -> None:
    """A draft for each participation that ended before the course did, or never began. enrolments: with the person.

    Who has got a letter about another end of it gets one that corrects that.
    """
    enrolments = list(enrolments)
    sent = _sent_ends(enrolments)
    for enrolment in enrolments:
        if old := sent.get(enrolment.pk):
            never_begun = enrolment.status == Enrolment.Status.NOT_STARTED
            _correct_end(old, "not_started" if never_begun else "last_day", by=by, day=enrolment.ends_on)
    _make(
        _draft(Kind.END, enrolment.participant, enrolment.intake_id, by, enrolment=enrolment, wish_id=enrolment.wish_id)
        for enrolment in enrolments
        if enrolment.pk not in sent
    )


def class_is_off(wishes: Iterable[Wish], *, by: Membership | None) -> None:
    """A draft for each who waited for a class, or had an offer for it, that is not held. wishes: with the person."""
    _make(_draft(Kind.REFUSAL, wish.application.participant, wish.intake_id, by, wish=wish) for wish in wishes)


def _draft(kind: str, participant, intake_id: int, by: Membership | None, **source) -> DecisionLetter:
    return DecisionLetter(
        kind=kind,
        participant=participant,
        intake_id=intake_id,
        language=participant.written_form,
        decided_on=clock.today(),
        created_by=by,
        created_at=clock.now(),
        **source,
    )


def _make(letters: Iterable[DecisionLetter]) -> None:
    """Store them; a decision that has its letter already keeps that one."""
    DecisionLetter.objects.bulk_create(list(letters), batch_size=1000, ignore_conflicts=True)


# --- from draft to sent -----------------------------------------------------------------------------


def _locked(letter: DecisionLetter, expected_version: int | None, status: str = Status.DRAFT) -> DecisionLetter:
    letter = DecisionLetter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    # That it is sent is said before that it was changed: the two contents side by side would help nobody.
    if letter.status != status:
        raise ValidationError(must_be(status))
    versions.check(letter, expected_version)
    return letter


def must_be(status: str) -> str:
    """Why a letter that is not in this state is refused, and what to do instead."""
    if status == Status.DRAFT:
        return _(
            "Brevet er allerede sendt eller lagt bort. Er noe feil i et sendt brev, lager du et nytt som retter det."
        )
    return _("Bare et sendt brev kan rettes med et nytt brev. Et utkast endrer du i stedet.")


@transaction.atomic
def edit_letter(
    *,
    letter: DecisionLetter,
    language: str,
    own_words: str,
    by: Membership,
    correction_reason: str = "",
    expected_version: int | None = None,
) -> DecisionLetter:
    """Choose the form of Norwegian and write one sentence of one's own into a draft. Raises ValidationError."""
    letter = _locked(letter, expected_version)
    letter.language, letter.own_words = language, _one_line(own_words)
    if letter.corrects_id:
        letter.correction_reason = _one_line(correction_reason)
        if not letter.correction_reason:
            raise ValidationError({"correction_reason": _("Skriv hva som er rettet.")})
    return versions.save(letter)


def _one_line(text: str) -> str:
    return " ".join(text.split())


@transaction.atomic
def send_letters(
    *,
    letters: Collection[DecisionLetter],
    channel: str,
    sent_on: dt.date,
    by: Membership,
    expected_version: int | None = None,
) -> uuid.UUID:
    """Freeze the letters as they are today and register how and when they were delivered. Returns their batch.

    All or nothing. Raises ValidationError at `channel` or `sent_on`, and when one of them is no draft or lacks a reason;
    StaleVersion when a single letter was changed in between.
    """
    found = list(
        DecisionLetter.objects.select_for_update(of=("self",))
        .filter(pk__in=[letter.pk for letter in letters])
        .for_content()
        .order_by("pk")
    )
    _check(found, channel, sent_on)
    if len(found) == 1:
        versions.check(found[0], expected_version)
    today, now, batch = clock.today(), clock.now(), uuid.uuid4()
    kinds = letter_content.DECISION_TYPES
    rules = rules_on(today, sorted({kinds[letter.kind] for letter in found}))
    for letter in found:
        letter.rule = rules[kinds[letter.kind]]
        letter.content = letter_content.of_draft(letter, letter.rule, channel=channel, sent_on=sent_on)
        letter.content_hash = letter_content.digest(letter.content)
        letter.status, letter.channel, letter.batch = Status.SENT, channel, batch
        letter.sent_on, letter.sent_at, letter.sent_by = sent_on, now, by
        letter.version += 1
    DecisionLetter.objects.bulk_update(found, FROZEN, batch_size=200)
    return batch


def _check(letters: list[DecisionLetter], channel: str, sent_on: dt.date) -> None:
    if not letters:
        raise ValidationError(_("Velg minst ett brev."))
    if channel not in Channel.values or not channel:
        raise ValidationError({"channel": _("Velg hvordan brevet leveres.")})
    if sent_on > clock.today():
        raise ValidationError({"sent_on": _("Dagen kan ikke være fram i tid.")})
    if any(letter.status != Status.DRAFT for letter in letters):
        raise ValidationError(must_be(Status.DRAFT))
    decided = max(letter.decided_on for letter in letters)
    if sent_on < decided:
        day = date_format(decided)
        raise ValidationError({"sent_on": _("Brevet kan ikke være sendt før avgjørelsen, %(day)s.") % {"day": day}})
    lacking = sum(lacks_reason(letter) for letter in letters)
    if lacking:
        message = ngettext(
            "%(n)d brev mangler begrunnelse. Skriv én setning i brevet før det sendes.",
            "%(n)d brev mangler begrunnelse. Skriv én setning i hvert av dem før de sendes.",
            lacking,
        )
        raise ValidationError(message % {"n": lacking})


def lacks_reason(letter: DecisionLetter) -> bool:
    """Whether it would say no reason at all. letter: from `for_content()`."""
    return not letter.own_words and letter_content.needs_own_words(letter)


@transaction.atomic
def discard_letter(
    *, letter: DecisionLetter, reason: str, by: Membership, expected_version: int | None = None
) -> DecisionLetter:
    """Put a draft aside that is not to be sent, with the reason. Raises ValidationError at `reason`."""
    letter = _locked(letter, expected_version)
    letter.status, letter.discard_reason = Status.DISCARDED, _one_line(reason)
    if not letter.discard_reason:
        raise ValidationError({"reason": _("Skriv hvorfor brevet ikke skal sendes.")})
    return versions.save(letter)


@transaction.atomic
def correct_letter(
    *, letter: DecisionLetter, reason: str, by: Membership, expected_version: int | None = None
) -> DecisionLetter:
    """A new draft that refers to a sent letter and says what is corrected; the sent one stays as it is.

    Raises ValidationError at `reason` when it is empty, and when the letter has been corrected already.
    """
    old = _locked(letter, expected_version, Status.SENT)
    what = _one_line(reason)
    if not what:
        raise ValidationError({"reason": _("Skriv hva som er rettet.")})
    new = _correction_of(old, by)
    new.correction_reason = what
    return versions.save(new)


def _correction_of(old: DecisionLetter, by: Membership | None) -> DecisionLetter:
    """A new draft about the same decision that refers to a sent letter; not stored yet."""
    same = {
        name: getattr(old, name)
        for name in (
            "participant_id", "kind", "intake_id", "wish_id", "offer_id", "enrolment_id", "decision_id", "decided_on",
            "language", "own_words",
        )
    }  # fmt: skip
    return DecisionLetter(corrects=old, created_by=by, created_at=clock.now(), **same)
