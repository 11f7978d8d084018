"""Places by share, without fractions: the largest remainder (C3). Pure."""

from collections.abc import Mapping


def apportion(places: int, weights: Mapping[int, int]) -> dict[int, int]:
    """{key: places} in proportion to the weights, `places` in all; nothing to anybody when all weights are 0.

    Each gets the whole number of its exact share; what is left goes one by one to the largest remainders, on a tie to
    the larger weight, then the lower key, so that the same numbers give the same answer.
    """
    total = sum(weights.values())
    if total <= 0 or places <= 0:
        return dict.fromkeys(weights, 0)
    found = {key: places * weight // total for key, weight in weights.items()}
    order = sorted(weights, key=lambda key: (-(places * weights[key] % total), -weights[key], key))
    for key in order[: places - sum(found.values())]:
        found[key] += 1
    return found


def quotas(places: int, weights: Mapping[int, int], minimum_percent: int) -> dict[int, tuple[int, int]]:
    """{key: (least, most)}: the most by share of all places, the least by share of so many percent of them.

    The least is never above the most, which a smaller number of places could otherwise give.
    """
    most = apportion(places, weights)
    least = apportion(places * minimum_percent // 100, weights)
    return {key: (min(least[key], most[key]), most[key]) for key in weights}
