"""What the lists of persons are narrowed and sorted by. A masked row meets no condition and has no sort key (06-access)."""

import datetime as dt

from django.db.models import Case, DateField, Expression, F, Q, QuerySet, Value, When

from amo import clock
from amo.models import Membership
from participants.models import JobseekerPeriod, PortfolioMark, PortfolioRow

DEADLINE_DAYS = 3
CONTACT_DAYS = 30
PHASE = PortfolioRow.Phase
COLOR = PortfolioMark.Color
COLORS = [color for color in COLOR if color]
NEVER_TOLD = {"informed_on": None, "applied_on": None, "course_starts_on": None, "courses_ended": 0}
"""Never told about courses (P5): nothing logged, and neither an application nor a course, which tell it as well."""


def is_never_told(row: PortfolioRow) -> bool:
    """The same of one row."""
    return all(getattr(row, name) == value for name, value in NEVER_TOLD.items())


def portfolio_rows(membership: Membership, today: dt.date) -> QuerySet:
    """Rows this membership may list, with `phase`, `masked` and its own mark. A fixed number of queries for any number."""
    rows = PortfolioRow.objects.visible_to(membership).with_mark_of(membership).with_phase(today)
    return rows.select_related("participant__caseworker__user")


def open_rows(**conditions) -> Q:
    """Conditions that only rows shown in full can meet: a filter must not tell what a masked row hides."""
    return Q(masked=False, **conditions)


def sort_key(key: str | Expression) -> Case:
    """A field to sort by that says nothing about masked persons: they come last both ways."""
    return Case(When(masked=True, then=None), default=F(key) if isinstance(key, str) else key)


def contact_key() -> Case:
    """Day of the last contact; somebody never reached stands before the longest ago."""
    never = When(last_contact_on=None, then=Value(dt.date.min))
    return Case(When(masked=True, then=None), never, default=F("last_contact_on"), output_field=DateField())


def text_key(name: str) -> Case:
    """As sort_key, for a text where empty is nothing."""
    return Case(When(masked=True, then=None), When(**{name: ""}, then=None), default=F(name))


def phase_key() -> Case:
    """Phases in the order of the path, not of the alphabet."""
    order = [When(phase=phase, then=Value(number)) for number, phase in enumerate(PHASE.values)]
    return Case(When(masked=True, then=None), *order)


def mark_key() -> Case:
    """Colours in the order they are offered, then rows with a note only."""
    order = [When(mark_color=color, then=Value(number)) for number, color in enumerate(COLORS)]
    return Case(*order, When(~Q(mark_note=""), then=Value(len(COLORS))), default=None)


# --- quick filters ------------------------------------------------------------------------------


def due(page) -> Q:
    """An open task whose deadline is at most three days ahead, or past."""
    return open_rows(next_action_on__lte=page.today + dt.timedelta(days=DEADLINE_DAYS))


def silent(page) -> Q:
    """Nobody has reached her for 30 days; somebody never reached counts from her registration."""
    limit = page.today - dt.timedelta(days=CONTACT_DAYS)
    started = dt.datetime.combine(limit, dt.time(), clock.OSLO)
    long_ago = Q(last_contact_on__lte=limit) | Q(last_contact_on=None, participant__registered_at__lt=started)
    return open_rows() & long_ago


def never_told(page) -> Q:
    """Neither told about courses, nor applied, nor been on one (P5)."""
    return open_rows(**NEVER_TOLD)


def on_course(page) -> Q:
    """On a course today, its first and last day included."""
    return Q(course_starts_on__lte=page.today) & (Q(course_ends_on=None) | Q(course_ends_on__gte=page.today))


def third_course(page) -> Q:
    """The next course would be the third after two that led to no work (P7), and she is not on one now."""
    return open_rows(chain_from__lte=page.today) & ~on_course(page)


def without_outcome(page) -> Q:
    """The course has ended and nobody has recorded what came of it."""
    return open_rows(course_ends_on__lt=page.today, outcome_label="")


def offered(page) -> Q:
    """An outstanding offer that still can be answered."""
    return open_rows(offer_deadline__gte=page.today)


# --- facets -------------------------------------------------------------------------------------


def registered_on(day: dt.date) -> Q:
    """Registered as a jobseeker on that day."""
    periods = JobseekerPeriod.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)
    # Not Exists(): as a condition of a count it is asked for every row, four times as slow at 50,000.
    return Q(participant__in=periods.values("participant"))
