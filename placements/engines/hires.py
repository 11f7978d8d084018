"""What came of the placements at one employer: the hire record, and when it is worth a question (L7).

Reckoned from facts; when few cases say nothing, it says nothing (docs/decisions/0028).
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from courses.engines.shares import Share, share, wilson

MONTHS = 36
"""What is judged by: placements that ended in so many months. Older ones are only counted."""
LOW = 40.0
"""Percent. An employer is asked about when even the upper end of the interval is under this: fewer than two in five."""
ENOUGH = 5
"""Ended placements from which "somebody was hired here" is said where no numbers may be shown."""
RELAY_DAYS = 14
"""A new trainee so many days before or after the last one leaves takes over from that one."""

HIRED, THROUGH, SUBSIDISED, NOTHING = "hired", "through", "subsidised", "nothing"
"""What came of a placement: a job there, a job through there, a job there with wage subsidy, none of them."""


@dataclass(frozen=True, slots=True)
class Stint:
    """One placement that was not called off. `ended`: it is over; `outcome` one of the four above."""

    starts_on: dt.date
    ends_on: dt.date
    ended: bool
    outcome: str = NOTHING


@dataclass(frozen=True, slots=True)
class Tally:
    """Ended placements by what came of them."""

    ended: int = 0
    hired: int = 0
    through: int = 0
    subsidised: int = 0

    @property
    def jobs(self) -> int:
        """Those that led to an ordinary job, there or through there. A job with wage subsidy is counted apart."""
        return self.hired + self.through

    @property
    def rate(self) -> Share:
        """The hire rate with its Wilson 95 % interval; no percentage of fewer than ten."""
        return share(self.jobs, self.ended)

    @property
    def is_low(self) -> bool:
        """Whether even the upper end of the interval is under LOW."""
        return self.ended > 0 and wilson(self.jobs, self.ended)[1] < LOW


@dataclass(frozen=True, slots=True)
class HireRecord:
    """lately: of the last MONTHS; in_all: ever. run: placements on end up to the last one with no paid job after them.

    relays: how often a new trainee took over from one who got no job there. Both within MONTHS.
    """

    lately: Tally = Tally()
    in_all: Tally = Tally()
    run: int = 0
    relays: int = 0

    @property
    def run_says_something(self) -> bool:
        """Whether so long a run would be strange at an employer that hires two in five."""
        return self.run > 0 and wilson(0, self.run)[1] < LOW

    @property
    def warns(self) -> bool:
        """Worth a question before the next placement. Never on few cases: it takes six without a hire."""
        return self.run_says_something or self.lately.is_low

    @property
    def hires(self) -> bool:
        """Whether "somebody was hired here" may be said without numbers."""
        return self.lately.ended >= ENOUGH and self.lately.jobs > 0


def record(stints: Iterable[Stint], day: dt.date) -> HireRecord:
    """The hire record on a day."""
    stints = list(stints)
    since = months_before(day)
    ended = sorted((one for one in stints if one.ended), key=lambda one: (one.ends_on, one.starts_on))
    lately = [one for one in ended if one.ends_on >= since]
    return HireRecord(_tally(lately), _tally(ended), _run(lately), _relays(lately, stints))


def of_outcomes(outcomes: Sequence[str]) -> HireRecord:
    """The same from what came of each of the last MONTHS' ended placements, the latest first. No relays, nothing older."""
    return HireRecord(_counted(outcomes), Tally(), _nothing_first(outcomes))


def months_before(day: dt.date) -> dt.date:
    """The day MONTHS before; 29 February becomes the 28th."""
    years, months = divmod(day.year * 12 + day.month - 1 - MONTHS, 12)
    last = 28 if months == 1 else day.day
    return dt.date(years, months + 1, min(day.day, last))


def _tally(ended: Sequence[Stint]) -> Tally:
    return _counted([one.outcome for one in ended])


def _counted(outcomes: Sequence[str]) -> Tally:
    return Tally(len(outcomes), outcomes.count(HIRED), outcomes.count(THROUGH), outcomes.count(SUBSIDISED))


def _run(ended: Sequence[Stint]) -> int:
    """How many of the latest, by last day, led to no paid job: a job with wage subsidy ends the run as well."""
    return _nothing_first([one.outcome for one in reversed(ended)])


def _nothing_first(outcomes: Iterable[str]) -> int:
    """How many come before the first that is not NOTHING."""
    return sum(1 for _one in takewhile(lambda one: one == NOTHING, outcomes))


def _relays(ended: Sequence[Stint], stints: Sequence[Stint]) -> int:
    """Times a new one started within RELAY_DAYS of the last day of one who got no job; each takes over from one only."""
    reach = dt.timedelta(days=RELAY_DAYS)
    waiting = sorted(stints, key=lambda one: (one.starts_on, one.ends_on))
    relays = 0
    for left in ended:
        if left.outcome != NOTHING:
            continue
        after = next(
            (
                n
                for n, new in enumerate(waiting)
                if new.starts_on > left.starts_on and left.ends_on - reach <= new.starts_on <= left.ends_on + reach
            ),
            None,
        )
        if after is not None:
            del waiting[after]
            relays += 1
    return relays
