"""The table of appendix 4 with every denominator beside it (rows R1, R3, R6, R10)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from courses.engines.shares import HIDDEN, Share, share
from reporting.engines.categories import CATEGORIES
from reporting.engines.suppression import MINIMUM, suppress

AGGREGATES = {
    "permanent_cover": ("permanent", "temporary_long", "temporary_short"),
    "wide": ("permanent", "temporary_long", "temporary_short", "part_time", "self_employed"),
    "education": ("education_nav", "education_ordinary"),
    "placement_amo": ("amo", "placement"),
    "unemployed": ("unemployed",),
    "left": ("left_ill", "left_other"),
    "no_contact": ("no_contact",),
}
"""In the order of appendix 4. ``permanent_cover`` is part of ``wide``: they are never added."""

SUMS = {
    "started": ("wide", "wage_subsidy", "education", "placement_amo", "unemployed", "left", "no_contact"),
    "wide": ("permanent_cover", "part_time", "self_employed"),
    "permanent_cover": AGGREGATES["permanent_cover"],
    "education": AGGREGATES["education"],
    "placement_amo": AGGREGATES["placement_amo"],
    "left": AGGREGATES["left"],
}
BASES = ("started", "without_introduction", "completed", "contacted")
MAIN_AGGREGATES = ("permanent_cover", "wide")
ON_CALL_IN = CATEGORIES[:4]
QUALITY = ("permanent_80", "from_50", "under_50", "on_call", "wants_more")


@dataclass(frozen=True, slots=True)
class OutcomeCount:
    """``n`` persons alike in everything below; a table is made of such groups, as GROUP BY gives them.

    ``left``: ill, other or empty, for those who left early whatever their category. ``left_introduction``: left in the
    contract's introductory weeks. ``confirmed``: in a register-confirmed job that began on or after course start.
    ``verified``: the category is held up by a register or NAV's own record. ``band`` as in categories.
    """

    category: str
    n: int
    on_call: bool = False
    band: str = ""
    wants_more: bool = False
    completed: bool = False
    left: str = ""
    left_introduction: bool = False
    confirmed: bool = False
    verified: bool = False

    def __post_init__(self):
        if self.category not in CATEGORIES:
            raise ValueError(f"not a category: {self.category!r}")
        if self.n < 0:
            raise ValueError("a count is never negative")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Intakes held, due to be reported by now, and reported."""

    held: int
    due: int
    reported: int

    @property
    def of_due(self) -> Share:
        return share(self.reported, self.due)

    @property
    def of_held(self) -> Share:
        return share(self.reported, self.held)


@dataclass(frozen=True, slots=True)
class Cell:
    """A category or aggregate ÷ started. ``on_call`` counts those of the cell, in the first four categories only."""

    code: str
    share: Share
    on_call: int | None = None


@dataclass(frozen=True, slots=True)
class ContactRange:
    """Jobs ÷ started if nobody without contact works, and if all of them do. Percentages rounded half up."""

    low: Share
    high: Share


@dataclass(frozen=True, slots=True)
class Table:
    """One row of appendix 4, and what must stand beside it.

    ``bases``: the denominators, None where hidden. ``by_base[aggregate][base]``: the same outcome by each of them.
    ``main``: register-confirmed jobs ÷ started. ``quality`` ÷ started: permanent_80, from_50, under_50, on_call and
    wants_more, which overlap and are never added. ``verified``: share of started whose category a register holds up.
    """

    started: int | None
    cells: tuple[Cell, ...]
    aggregates: tuple[Cell, ...]
    bases: Mapping[str, int | None]
    by_base: Mapping[str, Mapping[str, Share | None]]
    coverage: Coverage
    contact_range: ContactRange | None
    main: Share
    quality: tuple[Cell, ...]
    verified: Share
    as_appendix_4: bool
    small_hidden: bool


def table(
    counts: Iterable[OutcomeCount], coverage: Coverage, *, hide_small: bool, as_appendix_4: bool = False
) -> Table:
    """Count one row (rows R1, R3, R6, R10).

    ``hide_small`` for everybody but own county staff and the intake's provider. ``as_appendix_4`` keeps those who left
    under left, though they work; otherwise who left and works is in work.
    """
    counts = [_as_counted(group, as_appendix_4) for group in counts]
    total = _counter(counts)
    values = {code: total(lambda g, c=code: g.category == c) for code in CATEGORIES}
    values |= {code: sum(values[c] for c in parts) for code, parts in AGGREGATES.items()}
    values["started"] = started = sum(group.n for group in counts)
    hidden = suppress(values, SUMS) if hide_small else frozenset()
    bases, by_base = _bases(counts, values, hidden, hide_small)

    def cell(code: str) -> Cell:
        on_call = None
        if code in ON_CALL_IN and not hide_small:
            on_call = total(lambda g: g.category == code and g.on_call)
        return Cell(code, HIDDEN if code in hidden else share(values[code], started), on_call)

    def part(k: int, of: int, shown: bool) -> Share:
        """A part of a printed number, hidden where it or the rest of that number is small."""
        if hide_small and not (shown and k >= MINIMUM and of - k >= MINIMUM):
            return HIDDEN
        return share(k, started)

    confirmed = total(lambda g: g.confirmed)
    return Table(
        started=None if "started" in hidden else started,
        cells=tuple(cell(code) for code in CATEGORIES),
        aggregates=tuple(cell(code) for code in AGGREGATES),
        bases=bases,
        by_base=by_base,
        coverage=coverage,
        contact_range=None if {"wide", "no_contact"} & hidden else _contact_range(values),
        main=part(confirmed, values["wide"], "wide" not in hidden),
        quality=_quality(total, values, hidden, part),
        verified=part(total(lambda g: g.verified), started, "started" not in hidden),
        as_appendix_4=as_appendix_4,
        small_hidden=hide_small,
    )


def retention(both: int, at_12_weeks: int) -> Share:
    """In a job at both T12 and T26 ÷ in a job at T12."""
    return share(both, at_12_weeks)


def _as_counted(group: OutcomeCount, as_appendix_4: bool) -> OutcomeCount:
    if not (as_appendix_4 and group.left):
        return group
    return OutcomeCount(
        category=f"left_{group.left}",
        n=group.n,
        completed=group.completed,
        left=group.left,
        left_introduction=group.left_introduction,
        verified=group.verified,
    )


def _counter(counts: list[OutcomeCount]) -> Callable[[Callable[[OutcomeCount], bool]], int]:
    return lambda which: sum(group.n for group in counts if which(group))


_IN_BASE: dict[str, Callable[[OutcomeCount], bool]] = {
    "started": lambda group: True,
    "without_introduction": lambda group: not group.left_introduction,
    "completed": lambda group: group.completed,
    "contacted": lambda group: group.category != "no_contact",
}


def _bases(counts, values, hidden, hide_small):
    """The denominators, and the main aggregates by each of them.

    Two denominators shown together tell the difference between them, so for those who get small cells hidden a
    denominator is left out where the difference to another, or to its part in the outcome, is a small cell.
    """
    total = _counter(counts)
    bases: dict[str, int | None] = {}
    by_base: dict[str, dict[str, Share | None]] = {code: {} for code in MAIN_AGGREGATES}
    jobs_in: dict[str, dict[str, int]] = {code: {} for code in MAIN_AGGREGATES}
    for base, inside in _IN_BASE.items():
        n = total(inside)
        others = [other for other in bases.values() if other is not None]
        shown = not hide_small or (n >= MINIMUM and all(abs(n - other) >= MINIMUM for other in others))
        if base == "contacted" and "no_contact" in hidden:
            shown = False
        bases[base] = n if shown else None
        for code in MAIN_AGGREGATES:
            k = total(lambda g, parts=AGGREGATES[code], within=inside: g.category in parts and within(g))
            known = jobs_in[code].values()
            # Nobody without contact is in work, so "contacted" has all the jobs and tells nothing new of them.
            apart = base == "contacted" or all(abs(k - other) >= MINIMUM for other in known)
            if hide_small and (not shown or code in hidden or min(k, n - k) < MINIMUM or not apart):
                by_base[code][base] = HIDDEN if shown else None
            else:
                by_base[code][base] = share(k, n)
                jobs_in[code][base] = k
    return bases, by_base


def _contact_range(values: Mapping[str, int]) -> ContactRange:
    jobs, started = values["wide"], values["started"]
    return ContactRange(share(jobs, started), share(jobs + values["no_contact"], started))


def _quality(total, values, hidden, part) -> tuple[Cell, ...]:
    """Job quality ÷ started, from the first four categories. from_50 and under_50 are the cells they equal."""
    in_job = set(ON_CALL_IN)
    jobs = values["permanent_cover"] + values["part_time"]
    jobs_shown = not {"permanent_cover", "part_time"} & hidden
    started = values["started"]

    def same(code: str) -> Share:
        return HIDDEN if code in hidden else share(values[code], started)

    permanent_80 = total(lambda g: g.category == "permanent" and g.band == "from_80")
    on_call = total(lambda g: g.category in in_job and g.on_call)
    wants_more = total(lambda g: g.category in in_job and g.wants_more)
    found = {
        "permanent_80": part(permanent_80, values["permanent"], "permanent" not in hidden),
        "from_50": same("permanent_cover"),
        "under_50": same("part_time"),
        "on_call": part(on_call, jobs, jobs_shown),
        "wants_more": part(wants_more, jobs, jobs_shown),
    }
    return tuple(Cell(code, found[code]) for code in QUALITY)
