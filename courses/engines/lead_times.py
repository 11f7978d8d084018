"""How long a procurement takes, learned from earlier ones, and the dates that follow for the next (C2). Pure."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

FEWEST = 3
"""With fewer earlier procurements than this no dates are proposed: two can differ by chance alone."""

PHASES = ("bids", "award", "preparation")
"""From announced to the deadline for bids, from there to the award, from there to the first day."""


@dataclass(frozen=True)
class Procurement:
    """The milestones of one earlier contract."""

    announced_on: dt.date
    deadline_on: dt.date
    awarded_on: dt.date
    starts_on: dt.date

    @property
    def days(self) -> dict[str, int]:
        """{phase: days}, and "whole" for all of them."""
        stops = (self.announced_on, self.deadline_on, self.awarded_on, self.starts_on)
        each = [(after - before).days for before, after in zip(stops, stops[1:], strict=False)]
        return dict(zip(PHASES, each, strict=True)) | {"whole": (self.starts_on - self.announced_on).days}


@dataclass(frozen=True)
class LeadTime:
    """Days of one phase: the median and the shortest and longest of `n` procurements."""

    median: int
    shortest: int
    longest: int
    n: int


@dataclass(frozen=True)
class LeadTimes:
    """{phase: LeadTime} with "whole", and whose procurements they rest on ("county" or "all")."""

    phases: dict[str, LeadTime]
    of: str

    @property
    def n(self) -> int:
        return self.phases["whole"].n


@dataclass(frozen=True)
class Proposal:
    """The latest dates for a contract that shall start on a day."""

    announce_by: dt.date
    deadline_on: dt.date
    award_by: dt.date
    starts_on: dt.date
    # When to announce if every phase takes as long as the longest has.
    announce_to_be_safe: dt.date


def learn(own: Sequence[Procurement], every: Sequence[Procurement]) -> LeadTimes | None:
    """From the county's own procurements where they are enough, else from all; None where those are too few too."""
    for of, found in (("county", own), ("all", every)):
        if len(found) >= FEWEST:
            days = [one.days for one in found]
            return LeadTimes({phase: _spread([one[phase] for one in days]) for phase in (*PHASES, "whole")}, of)
    return None


def _spread(days: list[int]) -> LeadTime:
    return LeadTime(round(median(days)), min(days), max(days), len(days))


def propose(times: LeadTimes, starts_on: dt.date, on_or_before: Callable[[dt.date], dt.date]) -> Proposal:
    """Dates counted back from the first day, each on a working day.

    on_or_before: the working day that is the day itself or the last before it.
    """

    def back(day: dt.date, phase: str, measure: str = "median") -> dt.date:
        return on_or_before(day - dt.timedelta(days=getattr(times.phases[phase], measure)))

    award = back(starts_on, "preparation")
    deadline = back(award, "award")
    return Proposal(
        announce_by=back(deadline, "bids"),
        deadline_on=deadline,
        award_by=award,
        starts_on=starts_on,
        announce_to_be_safe=back(starts_on, "whole", "longest"),
    )
