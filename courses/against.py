"""When a choice goes against the advice, and why, in words (P6): one rule for every page and action that asks.

"Ikke AMO nå" needs no rule of its own: it stands when no course clears both floors, and then every course that may be
chosen is below one.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from amo.models import Membership
from courses import words
from courses.advice_data import Advised, advise
from courses.engines.advice import AdviceLine, Reason
from courses.engines.against import leads, objections
from courses.models import Application, Intake, Wish
from participants.models import Participant

HELD = (Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.OFFERED, Wish.Status.ACCEPTED)
"""Wishes she has already, which the advice was asked about when they were sent."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The wishes of one person weighed against the advice, by the classes' primary keys."""

    advised: Advised
    lines: dict[int, AdviceLine]
    against: dict[int, tuple[Reason, ...]]

    def explanations(self) -> list[str]:
        """One sentence per course that the advice speaks against, for whoever chooses it all the same."""
        return _texts(self.advised, {self.lines[pk].concept.id: reasons for pk, reasons in self.against.items()})


def weigh(
    participant: Participant,
    wishes: Sequence[Intake],
    *,
    by: Membership,
    day: dt.date,
    before: Sequence[Intake] = (),
    application: Application | None = None,
    leftover: bool = False,
    alone: bool = False,
) -> Choice:
    """Weigh the wishes, in her own order, against everything she could apply for in her own county.

    before: the wishes as they stood, in their order; what went against the advice then is not asked about again.
    application: the one they stand on. leftover: places that are left when all have been given; there nothing else is
    to be had, so only floors and bands count. alone: each as if it were put first.
    """
    intakes = list({intake.pk: intake for intake in (*wishes, *before)}.values())
    county = None if leftover else participant.office.county_id
    advised = advise(participant, by=by, day=day, intakes=intakes, county_id=county, leftover=leftover)
    by_intake = {line.intake.id: line for line in advised.lines()}
    lines = {intake.pk: by_intake[str(intake.pk)] for intake in intakes}
    others = () if leftover else alternatives(advised, participant)
    held = set() if leftover else _held(participant, application)
    policy = advised.advice.policy
    best = max(others, key=lambda line: line.points, default=None)
    followed = best is not None and any(
        line.concept.id in held and not leads(best, line, policy) for line in advised.advice.recommended
    )
    asked = {}
    for order in (before, wishes):
        ordered = [lines[intake.pk] for intake in order]
        answers = (
            [objections([line], others, policy, followed=followed)[0] for line in ordered]
            if alone
            else objections(ordered, others, policy, followed=followed)
        )
        asked[order is wishes] = {one.pk: found for one, found in zip(order, answers, strict=True) if found}
    new = {pk: reasons for pk, reasons in asked[True].items() if pk not in asked.get(False, {})}
    return Choice(advised, lines, {pk: _titled(reasons, advised) for pk, reasons in new.items()})


def in_words(reasons: Iterable[Reason], names: words.Names) -> str:
    """What the advice has against one course."""
    return " ".join(words.sentence(reason, names) for reason in reasons)


def explanations(advised: Advised, lines: Iterable[AdviceLine]) -> list[str]:
    """As `Choice.explanations`, of lines among which none leads another: only floors and bands count."""
    policy = advised.advice.policy
    found = {line.concept.id: objections([line], (), policy)[0] for line in lines}
    return _texts(advised, {concept: reasons for concept, reasons in found.items() if reasons})


def _texts(advised: Advised, against: dict[str, tuple[Reason, ...]]) -> list[str]:
    if not against:
        return []
    names = words.Names.load()
    return [
        _("%(course)s: %(why)s")
        % {
            "course": advised.concepts[concept].title,
            "why": in_words(reasons, names),
        }
        for concept, reasons in against.items()
    ]


def alternatives(advised: Advised, participant: Participant) -> list[AdviceLine]:
    """What she could be applied for today in her own county, of what was advised on."""
    own = str(participant.office.county_id)
    return [
        line
        for line in advised.advice.recommended
        if line.concept.county == own and advised.intakes[line.intake.id].window_id is not None
    ]


def _held(participant: Participant, application: Application | None) -> set[str]:
    """The courses she waits for or has a place on already, by their keys in the advice."""
    wishes = Wish.objects.filter(application__participant=participant, status__in=HELD)
    if application is not None:
        wishes = wishes.exclude(application=application)
    return {str(pk) for pk in wishes.values_list("intake__contract__concept", flat=True)}


def _titled(reasons: Iterable[Reason], advised: Advised) -> tuple[Reason, ...]:
    """The reasons with the name of the course that leads, as it is called today: they are kept with the wish."""
    return tuple(
        replace(reason, params={**reason.params, "concept": advised.concepts[reason.params["concept"]].title})
        if reason.code == "clearly_led"
        else reason
        for reason in reasons
    )


def rule_words(advised: Advised, participant: Participant) -> str:
    """What a choice is asked about, for the page it is made on; with the course that leads, where one does."""
    text = _("Velger dere et kurs som forslagene taler mot, skriver dere én setning om hvorfor på neste side.")
    best = max(alternatives(advised, participant), key=lambda line: line.points, default=None)
    if best is None:
        return text
    limit = round(best.points) - advised.advice.policy.clear_lead
    if limit < 0:
        return text
    return (
        text
        + " "
        + _("Det gjelder også når %(course)s velges bort for et kurs med %(limit)d poeng eller færre.")
        % {"course": advised.concepts[best.concept.id].title, "limit": limit}
    )
