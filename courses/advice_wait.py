"""When she can expect to start on a course, in words: free places, the queue, the next class (P6)."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.advice_data import Advised
from courses.engines.advice import AdviceLine
from courses.facts_catalogue import IntakeRow
from courses.models import Intake
from courses.words_base import date_words


def expected_start(lines: Sequence[AdviceLine], advised: Advised) -> dict:
    """{"text", "starts_on", "free"} of one course: the first class with room for her, or what the queue is like."""
    rows = [advised.intakes[line.intake.id] for line in lines if _possible(line)]
    rows.sort(key=lambda row: (row.starts_on, row.pk))
    open_rows = [row for row in rows if row.status == Intake.Status.OPEN]
    with_room = next((row for row in open_rows if _has_room(row, advised)), None)
    if with_room:
        return {"text": _may_start(with_room, advised), "starts_on": with_room.starts_on, "free": True}
    planned = next((row for row in rows if row.status == Intake.Status.PLANNED), None)
    if open_rows:
        return {"text": _queue(open_rows[0], planned, advised), "starts_on": open_rows[0].starts_on, "free": False}
    if planned:
        text = _("Ikke åpnet for søknad ennå.") + " " + _next_starts(planned, advised)
        return {"text": text, "starts_on": planned.starts_on, "free": False}
    return {"text": "", "starts_on": None, "free": False}


def _possible(line: AdviceLine) -> bool:
    """A class she may be on as things are: a planned one is closed today, and that is no hindrance for later."""
    stops = {stop.code for stop in line.stops}
    return not stops or (stops == {"intake_closed"} and not line.intake.is_open)


def _has_room(row: IntakeRow, advised: Advised) -> bool:
    return advised.free[row.pk] > 0 and advised.queue.get(row.pk, 0) < row.free_places


def _queue(row: IntakeRow, planned: IntakeRow | None, advised: Advised) -> str:
    values = {"day": date_words(row.starts_on), "free": row.free_places, "queue": advised.queue.get(row.pk, 0)}
    if not row.free_places:
        text = _("Kurset som starter %(day)s, er fullt.") % values
    elif not advised.free[row.pk]:
        text = _(
            "Kontoret har brukt plassene sine på kurset som starter %(day)s, men kan få plasser andre ikke fyller."
        )
        text %= values
    else:
        text = _("Regn med venteliste: %(queue)d har søkt om %(free)d plasser på kurset som starter %(day)s.") % values
    if planned:
        text += " " + _("Kurset etter det starter %(day)s.") % {"day": date_words(planned.starts_on)}
    return text


def _may_start(row: IntakeRow, advised: Advised) -> str:
    values = {"day": date_words(row.starts_on), "n": _weeks(row, advised)}
    if values["n"] < 1:
        return _("Kan trolig starte %(day)s, om under en uke.") % values
    return (
        ngettext("Kan trolig starte %(day)s, om %(n)d uke.", "Kan trolig starte %(day)s, om %(n)d uker.", values["n"])
        % values
    )


def _next_starts(row: IntakeRow, advised: Advised) -> str:
    values = {"day": date_words(row.starts_on), "n": _weeks(row, advised)}
    if values["n"] < 1:
        return _("Neste kurs starter %(day)s, om under en uke.") % values
    return (
        ngettext("Neste kurs starter %(day)s, om %(n)d uke.", "Neste kurs starter %(day)s, om %(n)d uker.", values["n"])
        % values
    )


def _weeks(row: IntakeRow, advised: Advised) -> int:
    """Whole weeks until a class starts."""
    return (row.starts_on - advised.on).days // 7
