"""When a choice goes against the advice, and why, in words (P6).

"Ikke AMO nå" needs no rule of its own: it stands when no course clears both floors, and then every course that may be
chosen is below one.
"""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from courses import words
from courses.advice_data import Advised
from courses.engines.advice import AdviceLine


def goes_against(line: AdviceLine) -> bool:
    """Is the course below a floor, or in the lowest band?"""
    return bool(line.below) or line.band == "poor"


def explanations(advised: Advised, lines: Iterable[AdviceLine]) -> list[str]:
    """One sentence per course that the advice speaks against, for whoever chooses it all the same."""
    found = {line.concept.id: line for line in lines if goes_against(line)}
    if not found:
        return []
    names = words.Names.load()
    return [
        _("%(course)s: %(why)s") % {"course": advised.concepts[concept].title, "why": _why(line, names)}
        for concept, line in found.items()
    ]


def _why(line: AdviceLine, names) -> str:
    if line.below:
        return " ".join(words.sentence(reason, names) for reason in line.below)
    return _("%(points)d av 100 poeng, som er lavest av de tre nivåene.") % {"points": round(line.points)}
