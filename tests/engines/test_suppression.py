"""Hidden cells stay hidden: no reader can work one out from what is shown (row R10)."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from reporting.engines.categories import CATEGORIES
from reporting.engines.indicators import AGGREGATES, SUMS
from reporting.engines.suppression import MINIMUM, suppress
from tests.engines.counts import examples


def values_of(counts):
    cells = dict(zip(CATEGORIES, counts, strict=True))
    values = cells | {code: sum(cells[part] for part in parts) for code, parts in AGGREGATES.items()}
    return values | {"started": sum(counts)}


large = st.integers(MINIMUM, 12)
tables = st.lists(st.one_of(large, large, large, st.integers(0, 5)), min_size=14, max_size=14).map(values_of)


def span(key, values, hidden):
    """Lowest and highest value of a number that a reader cannot rule out, from the shown ones and the sums."""
    columns = {code: number for number, code in enumerate(CATEGORIES)}

    def row(code):
        found = numpy.zeros(len(CATEGORIES))
        parts = CATEGORIES if code == "started" else AGGREGATES.get(code, (code,))
        for part in parts:
            found[columns[part]] = 1
        return found

    shown = [code for code in values if code not in hidden]
    equations = numpy.array([row(code) for code in shown]) if shown else None
    known = [values[code] for code in shown] if shown else None
    limits = [(0, 1000)] * len(CATEGORIES)
    low, high = (linprog(sign * row(key), A_eq=equations, b_eq=known, bounds=limits) for sign in (1, -1))
    assert low.success and high.success
    return low.fun, -high.fun


@pytest.mark.row("R10")
@given(tables)
@examples(60, 2000)
def test_every_small_number_is_hidden_and_none_can_be_worked_out(values):
    hidden = suppress(values, SUMS)
    assert {key for key, value in values.items() if value < MINIMUM} <= hidden
    for key in hidden:
        low, high = span(key, values, hidden)
        assert low <= values[key] <= high
        assert high - low >= MINIMUM - 1e-6, (key, sorted(hidden))


@pytest.mark.row("R10")
@given(tables)
@examples(100, 3000)
def test_nothing_is_hidden_where_nothing_is_small(values):
    if min(values.values()) >= MINIMUM:
        assert suppress(values, SUMS) == frozenset()
    else:
        assert suppress(values, SUMS)


@pytest.mark.row("R10")
def test_by_hand():
    sums = {"all": ("a", "b", "c")}
    assert suppress({"a": 2, "b": 9, "c": 5, "all": 16}, sums) == {"a", "c"}
    assert suppress({"a": 1, "b": 2, "c": 9, "all": 12}, sums) == {"a", "b", "c"}
    assert suppress({"a": 4, "b": 4, "c": 4, "all": 12}, sums) == frozenset()
    assert suppress({"a": 1, "b": 1, "c": 1, "all": 3}, sums) == {"a", "b", "c", "all"}


@pytest.mark.row("R10")
def test_a_sum_that_is_hidden_is_not_told_by_its_terms():
    # wage_subsidy is small and alone among the starters; education is the smallest beside it, and so one of its terms
    # goes with it.
    counts = dict.fromkeys(CATEGORIES, 20) | {"wage_subsidy": 1, "education_nav": 5, "education_ordinary": 6}
    assert suppress(values_of(counts.values()), SUMS) == {"wage_subsidy", "education", "education_nav"}


def test_a_sum_that_does_not_add_up_is_refused():
    with pytest.raises(ValueError):
        suppress({"a": 1, "b": 1, "all": 3}, {"all": ("a", "b")})
