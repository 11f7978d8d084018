"""A share with its count, denominator and interval; no percentage without them (rows R6, R8)."""

from dataclasses import dataclass
from functools import lru_cache

PERCENT_FROM = 10
"""No percentage is given of fewer than this."""

CERTAIN_FROM = 30
"""A percentage of fewer than this is marked uncertain."""

STATUSES = ("ok", "uncertain", "too_few", "hidden")


@dataclass(frozen=True, slots=True)
class Share:
    """k of n. ``percent`` is rounded half up; ``low`` and ``high`` are the Wilson 95 % interval in percent.

    ``status``: ok; uncertain (n under 30); too_few (n under 10, no percentage); hidden (small cell, no numbers).
    """

    k: int | None
    n: int | None
    percent: int | None
    low: float | None
    high: float | None
    status: str


def percent(k: int, n: int) -> int:
    """100·k/n rounded half up, in whole numbers. Raises ZeroDivisionError for n = 0."""
    return (200 * k + n) // (2 * n)


@lru_cache(maxsize=4096)
def wilson(k: int, n: int) -> tuple[float, float]:
    """Wilson 95 % interval of k of n, in percent. Raises ValueError unless 0 <= k <= n and n > 0."""
    from scipy.stats import binomtest  # takes most of a second to import: only a page with figures pays for it

    found = binomtest(k, n).proportion_ci(confidence_level=0.95, method="wilson")
    return 100 * float(found.low), 100 * float(found.high)


def share(k: int, n: int) -> Share:
    """k of n as it may be shown. Raises ValueError unless 0 <= k <= n."""
    if not 0 <= k <= n:
        raise ValueError(f"{k} of {n} is no share")
    if n < PERCENT_FROM:
        return Share(k, n, None, None, None, "too_few")
    low, high = wilson(k, n)
    return Share(k, n, percent(k, n), low, high, "ok" if n >= CERTAIN_FROM else "uncertain")


HIDDEN = Share(None, None, None, None, None, "hidden")
"""A share that rests on a small cell."""
