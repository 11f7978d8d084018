"""Read models of decision letters: one letter, a person's letters, and what waits to be sent (A5)."""

from collections import defaultdict

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses import letter_content
from courses.actions.letter_rules import rule_row
from courses.actions.letters import lacks_reason
from courses.models import DecisionLetter

Status = DecisionLetter.Status
STATUS_COLORS = {Status.DRAFT: "waiting", Status.SENT: "completed", Status.DISCARDED: "closed"}
SHOWN = 3
"""So many on the person's own page; the rest stand on the tab about applications."""


def text_of(letter: DecisionLetter) -> dict:
    """What the letter says: a sent one from what was stored, a draft as it would be sent today."""
    if letter.status == Status.SENT:
        return letter.content
    return letter_content.of_draft(letter, rule_of(letter))


def rule_of(letter: DecisionLetter):
    """The right of appeal it told of, or would tell of today."""
    return letter.rule or rule_row(letter_content.DECISION_TYPES[letter.kind], clock.today())


def is_intact(letter: DecisionLetter) -> bool:
    """Whether a sent letter still is what was sent; a draft always is."""
    return letter.status != Status.SENT or letter_content.digest(letter.content) == letter.content_hash


def pdf_of(letters: list[DecisionLetter]) -> bytes:
    """One PDF of these letters, each from its page 1. One sent letter gives the same bytes each time."""
    at = max((letter.sent_at or letter.created_at for letter in letters), default=clock.now())
    return letter_content.render([(text_of(letter), letter.status != Status.SENT) for letter in letters], at=at)


def file_name(letter: DecisionLetter) -> str:
    """ "brev-2026-000123.pdf": it names nobody."""
    return f"brev-{letter.reference}.pdf"


def context(letter: DecisionLetter, *, may_write: bool) -> dict:
    """Everything the page of one letter shows. letter: from `for_content()`."""
    rule = rule_of(letter)
    newer = letter.corrected_by.exclude(status=Status.DISCARDED).first()
    draft = letter.status == Status.DRAFT
    appeal_by = None
    if letter.status == Status.SENT and letter.channel == DecisionLetter.Channel.HANDED_OVER:
        appeal_by = letter_content.appeal_by(letter.sent_on, rule)
    return {
        "letter": letter,
        "content": text_of(letter),
        "color": STATUS_COLORS[letter.status],
        "rule": rule,
        "newer": newer,
        "lacks_reason": draft and lacks_reason(letter),
        "intact": is_intact(letter),
        "appeal_by": appeal_by,
        "may_change": may_write and draft,
        "may_correct": may_write and letter.status == Status.SENT and newer is None,
    }


def _rows(membership: Membership, **wanted) -> list[dict]:
    found = DecisionLetter.objects.visible_to(membership).filter(**wanted).select_related("intake__contract__concept")
    return [
        {"letter": letter, "course": letter.intake.concept.title, "color": STATUS_COLORS[letter.status]}
        for letter in found.order_by("-created_at", "-pk")
    ]


def all_letters(membership: Membership, ids: list) -> dict[int, list[dict]]:
    """{participant: her letters, newest first}. One query."""
    grouped = defaultdict(list)
    for row in _rows(membership, participant__in=ids) if membership.is_nav else []:
        grouped[row["letter"].participant_id].append(row)
    return dict(grouped)


def overview(membership: Membership, ids: list) -> dict:
    """participant.overview: the newest letters, and how many there are more."""
    return {
        person: {"letters": rows[:SHOWN], "more": max(0, len(rows) - SHOWN)}
        for person, rows in all_letters(membership, ids).items()
    }


def of_application(membership: Membership, application) -> list[dict]:
    """Letters about the wishes of one application, newest first. One query."""
    return _rows(membership, wish__application=application)


def enrolment_panel(membership: Membership, ids: list) -> dict:
    """enrolment.detail: letters about the participation, for NAV only. One query."""
    grouped = defaultdict(list)
    for row in _rows(membership, enrolment__in=ids) if membership.is_nav else []:
        grouped[row["letter"].enrolment_id].append(row)
    return {enrolment: {"letters": rows, "more": 0} for enrolment, rows in grouped.items()}


def start_office(membership: Membership, ids: list) -> dict:
    """start: letters that wait to be sent: a caseworker's own people's, the whole office's for its lead."""
    if not membership.is_office:
        return {}
    drafts = DecisionLetter.objects.visible_to(membership).filter(status=Status.DRAFT)
    url = reverse("courses:letter_list")
    if membership.role == Role.CASEWORKER:
        drafts = drafts.filter(participant__caseworker=membership)
        url += "?f=1&quick=mine"
    count = drafts.count()
    if not count:
        return {}
    item = {"text": _("Brev å sende"), "url": url, "count": count, "due": None}
    return {membership.pk: {"title": _("Brev"), "items": [item]}}


def sent_words(letter: DecisionLetter) -> str:
    """ "3. desember 2026, levert i et møte": when and how."""
    day = date_format(letter.sent_on, "j. F Y")
    return _("%(day)s, %(how)s") % {"day": day, "how": letter.get_channel_display().lower()}
