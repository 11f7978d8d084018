"""How many examples the property tests try: few in every run, thousands in the long one."""

import os

from hypothesis import HealthCheck, settings

FULL = os.environ.get("KURSLOP_COUNTS") == "full"


def examples(short: int, full: int):
    """Hypothesis settings with one count for `make test` and one for `make test-long`.

    The short run tries the same examples each time; the long one looks for new ones.
    """
    return settings(
        max_examples=full if FULL else short,
        derandomize=not FULL,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
