"""What came of some job offers, counted: pure, without names (L8)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

ACCEPTED, OPEN = "accepted", "open"


@dataclass(frozen=True)
class Tally:
    """offers: how many; accepted, waiting: of these; lost: {(reason, condition of those lost to it): how many}."""

    offers: int = 0
    accepted: int = 0
    waiting: int = 0
    lost: dict[tuple[str, str], int] = field(default_factory=dict)


def tally(rows: Iterable[tuple[str, str, str]]) -> Tally:
    """rows: (answer, reason, condition) of each offer. The condition counts only where it is the reason."""
    answers, lost = Counter(), Counter()
    for answer, reason, condition in rows:
        answers[answer] += 1
        if answer not in (ACCEPTED, OPEN):
            lost[reason, condition if reason == "condition" else ""] += 1
    return Tally(answers.total(), answers[ACCEPTED], answers[OPEN], dict(lost))
