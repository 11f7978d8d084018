"""Small cells hidden, and enough beside them that they cannot be worked out (row R10)."""

from collections.abc import Iterable, Mapping, Sequence

MINIMUM = 4
"""Cells under this are hidden from those who do not follow the intake themselves."""


def suppress(values: Mapping[str, int], sums: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Keys to hide: all under MINIMUM, then the smallest others until no hidden one can be worked out.

    ``values`` holds every printed number, sums included; ``sums`` maps a sum to its terms, and each key is a term of
    one sum at most. By subtraction a reader knows the hidden terms of a shown sum taken together: they must be
    MINIMUM persons together, so that there are two at least. Raises ValueError when a sum does not add up.
    """
    for total, terms in sums.items():
        if values[total] != sum(values[term] for term in terms):
            raise ValueError(f"{total} is not the sum of its terms")
    hidden = {key for key, value in values.items() if value < MINIMUM}
    while (more := _next_to_hide(values, sums, hidden)) is not None:
        hidden.add(more)
    return frozenset(hidden)


def _next_to_hide(values: Mapping[str, int], sums: Mapping[str, Sequence[str]], hidden: set[str]) -> str | None:
    """What to hide because some sum gives a hidden number away; None when none does."""
    for total, terms in sums.items():
        inside = [term for term in terms if term in hidden]
        if total in hidden:
            leaks = not inside
        else:
            together = sum(_unknown(term, values, sums, hidden) for term in inside)
            leaks = bool(inside) and together < MINIMUM
        if leaks:
            shown = list(_nearest_shown(terms, sums, hidden))
            return min(shown, key=lambda key: (values[key], key)) if shown else total
    return None


def _unknown(key: str, values: Mapping[str, int], sums: Mapping[str, Sequence[str]], hidden: set[str]) -> int:
    """Persons behind a hidden number that its shown parts do not tell."""
    parts = [term for term in sums.get(key, ()) if term in hidden]
    return sum(_unknown(part, values, sums, hidden) for part in parts) if parts else values[key]


def _nearest_shown(terms: Iterable[str], sums: Mapping[str, Sequence[str]], hidden: set[str]) -> Iterable[str]:
    """Shown terms, or where all are hidden, the shown ones under them."""
    terms = list(terms)
    shown = [term for term in terms if term not in hidden]
    if shown or not terms:
        return shown
    return _nearest_shown([part for term in terms for part in sums.get(term, ())], sums, hidden)
