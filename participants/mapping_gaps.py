"""What a mapping does not tell yet: the list beside the form, and what to ask about in a meeting (P1, P4)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from participants import comparison
from participants.models import Mapping


@dataclass(frozen=True)
class Gap:
    """Something that advice needs. names: the form's fields that fill it, the first is where the cursor goes."""

    key: str
    label: str
    names: tuple[str, ...]


def _skill(name: str, label) -> tuple[Gap, Callable]:
    return Gap(name, label, (name,)), lambda mapping: getattr(mapping, name) or mapping.written


QUESTIONS: tuple[tuple[Gap, Callable[[Mapping], object]], ...] = (
    (Gap("oral", _("Norsk muntlig"), ("oral",)), lambda mapping: mapping.oral),
    (Gap("listening", _("Lytte"), ("listening",)), lambda mapping: mapping.listening),
    _skill("reading", _("Lese")),
    _skill("writing", _("Skrive")),
    (Gap("education", _("Utdanning"), ("education_level",)), lambda mapping: mapping.education_level),
    (
        Gap("experience", _("Arbeidserfaring"), ("jobs-0-occupation", "jobs-0-title", "no_jobs")),
        lambda mapping: mapping.no_jobs or mapping.experiences.all(),
    ),
    (
        Gap("hours", _("Timer i uka"), ("hours_available",)),
        lambda mapping: mapping.hours_available is not None,
    ),
    (Gap("shifts", _("Kveld, natt og helg"), ("shifts",)), comparison.shift_text),
    (Gap("start", _("Kan starte fra"), ("available_from",)), lambda mapping: mapping.available_from),
    (Gap("reach", _("Kan reise til"), ("reachable_offices",)), lambda mapping: mapping.reachable_offices.all()),
)


def questions() -> list[Gap]:
    """Everything that is asked for, in the form's order."""
    return [gap for gap, _known in QUESTIONS]


def gaps(mapping: Mapping | None) -> list[Gap]:
    """What the mapping does not tell; all of it when there is none. Reads its parts (prefetch them for a list)."""
    return [gap for gap, known in QUESTIONS if mapping is None or not known(mapping)]
