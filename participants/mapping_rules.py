"""What a mapping may say: which test documents which level, how long somebody can have worked (P1, 02-domain).

Pure functions: the form asks them to tell everything that is wrong at once, the action before it saves.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from participants.models.mapping import Cefr, EvidenceSource, NorwegianTest

PARTS = ("oral", "listening", "reading", "writing")
"""The four parts of Norskprøven."""

SKILLS = (*PARTS, "written")
"""With the written part of the older tests, which is never split into reading and writing."""

OLD_LEVELS = {NorwegianTest.NORSKPROVE_2: Cefr.A2, NorwegianTest.NORSKPROVE_3: Cefr.B1}
"""The older tests were passed or not: one level each, in one oral and one written part."""

LAST_OLD_TEST = dt.date(2013, 12, 31)
YOUNGEST_WORKER = 15
"""Years of age; before that nobody works (arbeidsmiljøloven's rule for more than light work)."""


def blank_errors(values: Mapping[str, Any], *, has_jobs: bool) -> dict[str, str]:
    """{field: message} where "none" is said beside something that is there."""
    errors = {}
    if values.get("daytime_only") and any(values.get(name) for name in ("evenings", "nights", "weekends")):
        errors["daytime_only"] = _("Velg enten «Nei, bare dagtid» eller når brukeren kan arbeide utenom dagtid.")
    if values.get("no_jobs") and has_jobs:
        errors["no_jobs"] = _("Fjern jobbene som står over, eller ta bort krysset.")
    return errors


def tests_of(skill: str) -> list[NorwegianTest]:
    """The tests that can document this skill."""
    if skill == "written":
        return list(OLD_LEVELS)
    return [test for test in NorwegianTest if skill == "oral" or test not in OLD_LEVELS]


def follow_old_tests(values: Mapping[str, Any], *, opened: Mapping[str, Any]) -> dict[str, Any]:
    """The values where an old test gives its level if the level stands as the form was opened with it.

    opened: {field: value} from before anything was typed. A level somebody has chosen herself is left for
    `norwegian_errors` to judge.
    """
    values = dict(values)
    for skill in PARTS:
        test, documented = values.get(f"{skill}_test"), values.get(f"{skill}_source") == EvidenceSource.DOCUMENTED
        if documented and test in OLD_LEVELS and test in tests_of(skill) and values.get(skill) == opened.get(skill):
            values[skill] = OLD_LEVELS[test].value
    return values


def complete(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a mapping with what follows from them: an old test gives its level, a level has a source.

    values: fields of a mapping, `<skill>`, `<skill>_source`, `<skill>_test` and `<skill>_tested_on` among them. What
    belongs to a test that is not used is taken away. Returns a new dictionary.
    """
    values = dict(values)
    for skill in SKILLS:
        level, source = values.get(skill) or "", values.get(f"{skill}_source") or ""
        test, tested_on = values.get(f"{skill}_test") or "", values.get(f"{skill}_tested_on")
        if skill == "written":
            test = test or next((old for old, gives in OLD_LEVELS.items() if gives == level), "")
            source = EvidenceSource.DOCUMENTED if test else EvidenceSource.UNKNOWN
        if source == EvidenceSource.DOCUMENTED:
            level = level or OLD_LEVELS.get(test, "")
        elif level:
            source = EvidenceSource.ASSESSED
        if source != EvidenceSource.DOCUMENTED:
            test, tested_on = "", None
        if not level and source != EvidenceSource.DOCUMENTED:
            source = EvidenceSource.UNKNOWN
        values |= {
            skill: str(level),
            f"{skill}_source": str(source),
            f"{skill}_test": str(test),
            f"{skill}_tested_on": tested_on,
        }
    return values


def norwegian_errors(values: Mapping[str, Any], *, today: dt.date, born_on: dt.date | None = None) -> dict[str, str]:
    """{field: what is wrong} with completed values: levels and tests that do not belong together, impossible dates."""
    errors = {}
    for skill in SKILLS:
        if values[f"{skill}_source"] == EvidenceSource.DOCUMENTED:
            errors |= _errors_of(
                skill, values[skill], values[f"{skill}_test"], values[f"{skill}_tested_on"], today, born_on
            )
    return errors


def _errors_of(skill, level, test, tested_on, today, born_on) -> dict[str, str]:
    errors = {}
    if not level:
        errors[skill] = _("Velg nivået prøven viste.")
    if not test:
        errors[f"{skill}_test"] = _("Velg hvilken prøve som viser nivået.")
    elif test not in tests_of(skill):
        errors[f"{skill}_test"] = _(
            "Norskprøve 2 og 3 hadde en muntlig og en skriftlig del. Før den skriftlige under «Skriftlig»."
        )
    elif level and OLD_LEVELS.get(test, level) != level:
        errors[skill] = _("%(test)s viser nivå %(level)s. Rett nivået eller prøven.") % {
            "test": NorwegianTest(test).label,
            "level": OLD_LEVELS[test].label,
        }
    elif test == NorwegianTest.NORSKPROVEN and level == Cefr.NATIVE:
        errors[skill] = _("Norskprøven viser høyst nivå C1. Rett nivået eller prøven.")
    wrong_day = _wrong_day(test, tested_on, today, born_on)
    return errors | ({f"{skill}_tested_on": wrong_day} if wrong_day else {})


def _wrong_day(test: str, tested_on: dt.date | None, today: dt.date, born_on: dt.date | None) -> str:
    if tested_on is None:
        return ""
    if tested_on > today:
        return _("Datoen kan ikke være fram i tid.")
    if born_on and tested_on <= born_on:
        return _("Datoen er før brukeren ble født.")
    if test in OLD_LEVELS and tested_on > LAST_OLD_TEST:
        return _("Norskprøve 2 og 3 ble holdt til og med 2013. Rett datoen eller prøven.")
    if test == NorwegianTest.NORSKPROVEN and tested_on <= LAST_OLD_TEST:
        return _("Norskprøven kom i 2014. Rett datoen, eller velg en eldre prøve.")
    return ""


# --- work --------------------------------------------------------------------------------------


def _working_months(born_on: dt.date, until: dt.date) -> int:
    """Whole months from the day she turned 15; negative before it."""
    start_year = born_on.year + YOUNGEST_WORKER
    return (until.year - start_year) * 12 + until.month - born_on.month - (until.day < born_on.day)


def job_error(
    months: int | None, ended_year: int | None, *, born_on: dt.date, today: dt.date
) -> tuple[str, str] | None:
    """(field, what is wrong) with one job that began before she turned 15; None when it is possible."""
    last = min(today, dt.date(ended_year, 12, 31)) if ended_year else today
    possible = _working_months(born_on, last)
    turned = born_on.year + YOUNGEST_WORKER
    if ended_year and possible < 1:
        return "ended_year", _("Brukeren fylte 15 år i %(year)d. Rett årstallet.") % {"year": turned}
    if months and months > possible:
        return "months", _("Så lenge kan jobben ikke ha vart. Brukeren fylte 15 år i %(year)d.") % {"year": turned}
    return None


def work_error(all_months: Iterable[int], *, born_on: dt.date, today: dt.date) -> str:
    """What is wrong with all the jobs together: more months than have passed since she turned 15. "" when possible."""
    total, possible = sum(all_months), max(0, _working_months(born_on, today))
    if total <= possible:
        return ""
    return _(
        "Jobbene varte til sammen i %(total)d måneder, men det er bare gått %(possible)d måneder siden brukeren fylte"
        " 15 år. Tid i to jobber samtidig føres bare i den ene."
    ) % {"total": total, "possible": possible}
