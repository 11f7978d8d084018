"""What a decision letter says, from the decision itself: one text for the screen, the paper and the archive (A5).

The content is plain data. A draft's is made anew each time it is looked at; a sent letter's is stored and never made again.
"""

import datetime as dt
import hashlib
import json

from django.utils import translation
from django.utils.formats import date_format

from amo import clock, pdf, workdays
from amo.list_parts import resolve
from courses import letter_reasons, words_allocation
from courses.actions.policies import to_policy
from courses.letter_texts import PHONE, text
from courses.models import AllocationDecision, DecisionLetter, Enrolment, Intake, LetterRule, Offer, Wish

LAYOUT = 1
"""Number of the layout a letter is set in: courses/typst/letter_1.typ. A new one gets a new file, the old letters keep theirs."""

Kind = DecisionLetter.Kind
DECISION_TYPES = {
    Kind.OFFER: LetterRule.DecisionType.COMMON_START,
    Kind.REFUSAL: LetterRule.DecisionType.COMMON_START,
    Kind.END: LetterRule.DecisionType.PARTICIPATION_END,
}
ALIVE = frozenset({Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.OFFERED, Wish.Status.ACCEPTED})
FOR_ALL = frozenset({Intake.Status.CALLED_OFF, Intake.Status.CUT_SHORT})


def of_draft(letter: DecisionLetter, rule: LetterRule, *, channel: str = "", sent_on: dt.date | None = None) -> dict:
    """The content as it would be sent today; with `channel` and `sent_on` as it is sent.

    letter: from `for_content()`. {"layout", "language", "title", "to", "facts", "notes", "sections", "signature", …}.
    """
    language = letter.language
    with translation.override(language):
        return {
            "layout": LAYOUT,
            "language": language,
            "office": letter.participant.office.name,
            "reference": letter.reference,
            "title": text(language, f"title.{occasion(letter)}", course=letter.intake.concept.title),
            "facts": _facts(letter, sent_on or clock.today()),
            "notes": _correction(letter),
            "sections": [section for section in _sections(letter, rule, channel, sent_on) if section["paragraphs"]],
            "signature": _signature(letter),
            "rule": {"type": rule.decision_type, "number": rule.number},
            "words": {key: text(language, key) for key in ("page", "of", "draft")},
        }


def digest(content: dict) -> str:
    """SHA-256 of the content, in one order of keys: the database keeps them in an order of its own."""
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def render(letters: list[tuple[dict, bool]], *, at: dt.datetime) -> bytes:
    """One PDF of these contents, each from its page 1; the flag marks a draft. Same contents and `at`, same bytes."""
    layouts = {content["layout"] for content, _draft in letters}
    if len(layouts) != 1:
        raise ValueError("letters of one layout at a time")
    first = letters[0][0]
    title = first["title"] if len(letters) == 1 else f"{first['office']}: {len(letters)}"
    data = {
        "language": first["language"],
        "title": title,
        "letters": [content | {"is_draft": draft} for content, draft in letters],
    }
    return pdf.render(f"courses/letter_{layouts.pop()}.typ", data, at=at)


def needs_own_words(letter: DecisionLetter) -> bool:
    """Whether the decision carries no reason that can be read to her, so that the caseworker must write one."""
    if letter.kind == Kind.END:
        other = letter.enrolment.end_reason in ("", Enrolment.EndReason.OTHER)
        return other and not stopped_for_all(letter) and not _goes_on(letter)
    if letter.kind == Kind.REFUSAL:
        return not _why(letter)
    return False


def occasion(letter: DecisionLetter) -> str:
    """offer, refusal, end, not_started, goes_on, called_off or cut_short: which words it takes."""
    if letter.kind == Kind.REFUSAL and _class_is_off(letter) == Intake.Status.CALLED_OFF:
        return str(Intake.Status.CALLED_OFF)
    if letter.kind == Kind.END:
        if stopped := stopped_for_all(letter):
            return stopped
        if letter.enrolment.status == Enrolment.Status.NOT_STARTED:
            return "not_started"
        if _goes_on(letter):
            return "goes_on"
    return str(letter.kind)


def _class_is_off(letter: DecisionLetter) -> str:
    """called_off or cut_short where she waited for a class that is not held; empty for one who was refused before."""
    ending = getattr(letter.intake, "ending", None)
    kind = ending.kind if ending else letter.intake.status
    stopped = kind == Intake.Status.CUT_SHORT and letter.wish.status == Wish.Status.CLOSED
    return str(kind) if kind == Intake.Status.CALLED_OFF or stopped else ""


def _goes_on(letter: DecisionLetter) -> bool:
    """Whether it takes back a letter about an end that has been undone: she is on the course as before."""
    live = (Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING)
    return bool(letter.corrects_id) and letter.enrolment.status in live and not stopped_for_all(letter)


def stopped_for_all(letter: DecisionLetter) -> str:
    """called_off or cut_short where the class ends for everybody, on a day that may lie ahead; empty for one who left."""
    if letter.enrolment.status == Enrolment.Status.DROPPED_OUT:
        return ""
    ending = getattr(letter.intake, "ending", None)
    if ending and letter.enrolment.ended_at and letter.enrolment.ended_at < ending.decided_at:
        return ""  # she had given up her place before
    kind = ending.kind if ending else letter.intake.status
    return str(kind) if kind in FOR_ALL else ""


# --- the parts ------------------------------------------------------------------------------------


def _day(day: dt.date) -> str:
    return date_format(day, "j. F Y")


def _facts(letter: DecisionLetter, day: dt.date) -> list[list[str]]:
    language, person = letter.language, letter.participant
    return [
        [text(language, "label.to"), person.name],
        [text(language, "label.identity"), f"{person.national_id[:6]} {person.national_id[6:]}"],
        [text(language, "label.date"), _day(day)],
        [text(language, "label.reference"), letter.reference],
    ]


def _correction(letter: DecisionLetter) -> list[str]:
    old = letter.corrects
    if old is None:
        return []
    day = _day(old.sent_on)
    return [
        text(letter.language, "corrects", day=day, reference=old.reference),
        text(letter.language, "corrects.what", what=letter.correction_reason),
    ]


def _sections(letter: DecisionLetter, rule: LetterRule, channel: str, sent_on: dt.date | None) -> list[dict]:
    language = letter.language
    why = [*_why(letter), *([letter.own_words] if letter.own_words else [])]
    parts = (
        ("decided", [_decided(letter)], _course(letter) if letter.kind == Kind.OFFER else []),
        ("why", why, []),
        ("what_now", _what_now(letter), []),
        ("disagree", _disagree(language, rule, channel, sent_on), []),
        ("ask", _ask(letter), []),
    )
    return [
        {"heading": text(language, f"heading.{key}"), "paragraphs": paragraphs, "facts": facts}
        for key, paragraphs, facts in parts
    ]


def _decided(letter: DecisionLetter) -> str:
    ended = letter.enrolment.ends_on if letter.enrolment else letter.intake.ends_on
    return text(
        letter.language,
        f"decided.{occasion(letter)}",
        course=letter.intake.concept.title,
        start=_day(letter.intake.starts_on),
        end=_day(ended),
    )


def _course(letter: DecisionLetter) -> list[list[str]]:
    intake = letter.intake
    shown = (
        ("course", intake.concept.title),
        ("code", intake.code),
        ("provider", intake.provider.name),
        ("from", _day(intake.starts_on)),
        ("until", _day(intake.ends_on)),
        ("place", intake.place),
        ("hours", str(intake.concept.hours_per_week)),
    )
    return [[text(letter.language, f"label.{key}"), value] for key, value in shown if value]


def _why(letter: DecisionLetter) -> list[str]:
    """The reason that the decision itself carries; empty where it carries none."""
    if letter.kind == Kind.END:
        return _why_ended(letter)
    if letter.kind == Kind.OFFER:
        if letter.decision is None:
            return []
        return letter_reasons.why(letter.decision, letter.language)
    language, reason = letter.language, letter.wish.refusal_reason
    if off := _class_is_off(letter):
        return [text(language, f"why.{off}")]
    if reason == Wish.RefusalReason.FULL:
        if letter.decision and letter.decision.outcome == AllocationDecision.Outcome.WAITING:
            return letter_reasons.why(letter.decision, language)
        return [text(language, "why.started")]
    if reason == Wish.RefusalReason.REQUIREMENT:
        code = letter.decision.reason if letter.decision else ""
        return [text(language, f"why.{code}" if code in words_allocation.BLOCKED_WORDS else "why.requirement")]
    return [text(language, "why.no_plan")] if letter.wish.application.awaits_plan else []


def _why_ended(letter: DecisionLetter) -> list[str]:
    if stopped := stopped_for_all(letter):
        return [text(letter.language, f"why.{stopped}")]
    reason = letter.enrolment.end_reason
    return [] if reason in ("", Enrolment.EndReason.OTHER) else [text(letter.language, f"why.{reason}")]


def _what_now(letter: DecisionLetter) -> list[str]:
    language = letter.language
    if letter.kind == Kind.OFFER:
        offer = letter.offer
        if offer.status == Offer.Status.ACCEPTED:
            return [text(language, "now.accepted")]
        if offer.deadline_on:
            return [text(language, "now.answer_by", day=_day(offer.deadline_on)), text(language, "now.may_decline")]
        return [text(language, "now.answer"), text(language, "now.may_decline")]
    if letter.kind == Kind.REFUSAL:
        known = {Wish.RefusalReason.FULL: "now.full", Wish.RefusalReason.REQUIREMENT: "now.requirement"}
        called_off = letter.intake.status == Intake.Status.CALLED_OFF
        key = "now.other" if called_off else known.get(letter.wish.refusal_reason, "now.other")
        found = [text(language, "now.other" if key == "now.full" and _has_all_for_refusals(letter) else key)]
        others = [wish for wish in letter.wish.application.wishes.all() if wish.pk != letter.wish_id]
        if any(wish.status in ALIVE for wish in others):
            found.append(text(language, "now.other_wishes"))
        return found
    if occasion(letter) == "goes_on":
        return [text(language, "now.goes_on")]
    return [text(language, "now.plan"), text(language, "now.benefit")]


def _has_all_for_refusals(letter: DecisionLetter) -> bool:
    """Whether one more refusal gives her no more points, as the run's criteria count them (03-matching)."""
    if letter.decision is None:
        return False
    steps, earlier = to_policy(letter.decision.run.policy).refusals, letter.decision.facts.get("earlier_refusals", 0)
    before, after = (steps[min(count, len(steps) - 1)] for count in (earlier, earlier + 1))
    return after <= before


def _disagree(language: str, rule: LetterRule, channel: str, sent_on: dt.date | None) -> list[str]:
    """The right of appeal as the rule has it. The last day is known only of a letter that was put into her hand."""
    found = [rule.text_nn if language == "nn" else rule.text_nb]
    if rule.appealable:
        weeks = rule.weeks
        found.append(text(language, "appeal.week") if weeks == 1 else text(language, "appeal.weeks", weeks=weeks))
        if channel == DecisionLetter.Channel.HANDED_OVER and sent_on:
            day = appeal_by(sent_on, rule)
            found.append(text(language, "appeal.last_day", received=_day(sent_on), day=_day(day)))
    if rule.law_reference:
        found.append(text(language, "appeal.law", law=rule.law_reference))
    return found


def appeal_by(received: dt.date, rule: LetterRule) -> dt.date | None:
    """The last day to appeal; one that is no working day moves to the next. None where nothing can be appealed."""
    if not rule.appealable:
        return None
    day = received + dt.timedelta(weeks=rule.weeks)
    return day if workdays.is_working_day(day) else workdays.add_working_days(day, 1)


def _ask(letter: DecisionLetter) -> list[str]:
    language, office = letter.language, letter.participant.office.name
    caseworker = resolve(letter, "participant.caseworker.user")
    if caseworker:
        found = [text(language, "ask.caseworker", caseworker=str(caseworker), office=office, phone=PHONE)]
    else:
        found = [text(language, "ask.office", office=office, phone=PHONE)]
    if letter.participant.interpreter_language:
        found.append(text(language, "ask.interpreter"))
    return found


def _signature(letter: DecisionLetter) -> list[str]:
    language = letter.language
    caseworker = resolve(letter, "participant.caseworker.user")
    named = [f"{caseworker}, {text(language, 'caseworker')}"] if caseworker else []
    return [text(language, "greeting"), *named, letter.participant.office.name]
