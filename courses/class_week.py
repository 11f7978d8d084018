"""Read models of a class's days: what is missing, the week as a grid, and who differs (K1). Constant queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo.models import Membership
from courses import attendance_summary, grants, shown_names
from courses.course_days import Calendar, calendars
from courses.engines import week
from courses.models import Attendance, DayKind, Enrolment, Intake
from courses.words_attendance import COLORS, LETTERS

Code = Attendance.Code
HELD = (Intake.Status.RUNNING, Intake.Status.COMPLETED)


@dataclass(frozen=True)
class DayState:
    """One course day: how many were asked, and for how many something is recorded."""

    day: dt.date
    asked: int
    recorded: int

    @property
    def missing(self) -> int:
        return max(0, self.asked - self.recorded)


def people_of(membership: Membership, intakes: Iterable[Intake]) -> dict[int, list[Enrolment]]:
    """{intake: who is or was on it, as this membership sees them, by name}. One query."""
    found = defaultdict(list)
    rows = Enrolment.objects.visible_to(membership).filter(intake__in=intakes).taking_a_place()
    for row in rows.select_related("participant").order_by("participant__name_sort", "pk"):
        found[row.intake_id].append(row)
    return found


def with_course_view(membership: Membership, people: list[Enrolment], today: dt.date) -> list[Enrolment]:
    """Those of these people of whom the provider still sees more than name and outcome. One query."""
    full = grants.has_course_view(membership, {one.participant_id for one in people}, on=today)
    return [one for one in people if one.participant_id in full]


def states(membership: Membership, intakes: list[Intake], first: dt.date, last: dt.date) -> dict[int, list[DayState]]:
    """{intake: its course days from `first` to `last` on which anybody was asked}. Three queries for all classes."""
    by_intake = calendars(intakes)
    people = people_of(membership, intakes)
    rows = Attendance.objects.filter(enrolment__in=_ids(people), day__range=(first, last)).order_by()
    recorded = set(rows.values_list("enrolment", "day"))
    found = {}
    for intake in intakes:
        calendar, days = by_intake[intake.pk], []
        for day in calendar.days(first, last):
            asked = calendar.asked(people[intake.pk], day)
            if asked:
                days.append(DayState(day, len(asked), sum((one.pk, day) in recorded for one in asked)))
        found[intake.pk] = days
    return found


def _ids(people: dict[int, list[Enrolment]]) -> list[int]:
    return [one.pk for rows in people.values() for one in rows]


def missing(membership: Membership, intakes: list[Intake], today: dt.date, back: int) -> dict[int, list[DayState]]:
    """{intake: course days of the last `back` days, today included, that are not recorded for everybody}."""
    held = [intake for intake in intakes if intake.status in HELD]
    found = states(membership, held, today - dt.timedelta(days=back), today)
    return {pk: [state for state in days if state.missing] for pk, days in found.items()}


# --- the week as a grid -------------------------------------------------------------------------


@dataclass
class Cell:
    """One person on one day: the code's letter and word, or why there is none."""

    day: dt.date
    letter: str = ""
    label: str = ""
    color: str = ""
    note: str = ""


@dataclass
class Row:
    """One person's week."""

    enrolment: Enrolment
    name: str
    masked: bool
    cells: list[Cell] = field(default_factory=list)
    present: int = 0
    counted: int = 0
    summary: attendance_summary.Summary | None = None


@dataclass
class Grid:
    """A class's week: its days, a row per person, and a sum per day."""

    days: list[dt.date]
    rows: list[Row]
    sums: list[dict]


def monday_of(day: dt.date) -> dt.date:
    """The Monday of the week the day lies in."""
    return day - dt.timedelta(days=day.weekday())


def grid(membership: Membership, intake: Intake, monday: dt.date, *, today: dt.date) -> Grid:
    """The week that begins on `monday`, of everybody who is on the class in it. Six queries."""
    sunday = monday + dt.timedelta(days=6)
    calendar = calendars([intake])[intake.pk]
    people = with_course_view(membership, people_of(membership, [intake])[intake.pk], today)
    people = [one for one in people if one.starts_on <= sunday and one.ends_on >= monday]
    names = shown_names.names(membership, people)
    counted = attendance_summary.summaries([one.pk for one in people])
    rows = Attendance.objects.filter(enrolment__in=people, day__range=(monday, sunday)).order_by()
    codes = {(enrolment, day): code for enrolment, day, code in rows.values_list("enrolment", "day", "code")}
    days = calendar.days(monday, sunday)
    found = [_row(calendar, one, names[one.pk], days, codes, today, counted[one.pk]) for one in people]
    return Grid(days, found, [_sum(found, number, day, today) for number, day in enumerate(days)])


def _row(calendar: Calendar, one: Enrolment, name: str, days, codes, today, summary) -> Row:
    row = Row(one, name, masked=name != one.participant.list_name, summary=summary)
    for day in days:
        cell = _cell(calendar, one, day, codes.get((one.pk, day)), today)
        row.cells.append(cell)
        row.counted += bool(cell.letter)
        row.present += cell.letter == LETTERS[Code.PRESENT]
    return row


def _cell(calendar: Calendar, one: Enrolment, day: dt.date, code: str | None, today: dt.date) -> Cell:
    if code is not None:
        return Cell(day, LETTERS[code], str(Code(code).label), COLORS[code])
    if not one.starts_on <= day <= one.ends_on:
        return Cell(day, note=_("Ikke på kurset"))
    if calendar.kind(day, one.pk) == DayKind.FREE:
        return Cell(day, note=str(DayKind.FREE.label))
    return Cell(day, note="" if day > today else _("Ikke ført"))


def _sum(rows: list[Row], number: int, day: dt.date, today: dt.date) -> dict:
    recorded = [row.cells[number].letter for row in rows if row.cells[number].letter]
    present = sum(letter == LETTERS[Code.PRESENT] for letter in recorded)
    return {
        "day": day,
        "present": present,
        "recorded": len(recorded),
        "may_record": day <= today,
        "share": round(100 * present / len(recorded)) if recorded else None,
    }


# --- the weekly pattern in words ----------------------------------------------------------------


def pattern_text(calendar: Calendar, day: dt.date, enrolment_id: int | None = None) -> str:
    """ "Skole man–ons, praksis tors–fre" of the week `day` lies in, without regard to holidays."""
    monday = monday_of(day)
    kinds = defaultdict(list)
    for number in range(7):
        kinds[plan_kind(calendar, monday + dt.timedelta(days=number), enrolment_id)].append(number)
    parts = []
    for kind in (DayKind.SCHOOL, DayKind.PLACEMENT):
        if kinds[kind]:
            parts.append(f"{kind.label} {_ranges(kinds[kind], monday)}")
    return ", ".join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])]) if parts else _("Fri hele uka")


def plan_kind(calendar: Calendar, day: dt.date, enrolment_id: int | None) -> str:
    """The kind of day by the plans alone, holidays as other days."""
    own = calendar.own.get(enrolment_id, ())
    return week.kind_of(day, own=own, of_class=calendar.of_class, theory_ends_on=calendar.intake.theory_ends_on)


def _ranges(numbers: list[int], monday: dt.date) -> str:
    """ "man–ons og fre" of [0, 1, 2, 4]."""
    name = lambda number: date_format(monday + dt.timedelta(days=number), "D").lower().rstrip(".")  # noqa: E731
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    texts = [name(run[0]) if len(run) == 1 else f"{name(run[0])}–{name(run[-1])}" for run in runs]
    return " ".join([", ".join(texts[:-1]), _("og"), texts[-1]]) if len(texts) > 1 else texts[0]
