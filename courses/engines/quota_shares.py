"""Places by share, without fractions: the largest remainder, carried from one class to the next (C3). Pure."""

from collections.abc import Mapping, Sequence


def apportion(places: Sequence[int], weights: Mapping[int, int]) -> list[dict[int, int]]:
    """Per class, in the order given, {key: places} in proportion to the weights; nobody anything when all weights are 0.

    The places of one class go one by one to the key with most to its credit: its share of this class and of those
    before, less what it has got. So no key is rounded down every time. On a tie the larger weight is first, then the
    lower key: the same numbers give the same answer.
    """
    total = sum(weights.values())
    credit = dict.fromkeys(weights, 0)
    found = []
    for number in places:
        given = dict.fromkeys(weights, 0)
        for key, weight in weights.items():
            credit[key] += number * weight
        for _place in range(number if total > 0 else 0):
            first = min(weights, key=lambda key: (-credit[key], -weights[key], key))
            credit[first] -= total
            given[first] += 1
        found.append(given)
    return found


def quotas(places: Sequence[int], weights: Mapping[int, int], minimum_percent: int) -> list[dict[int, tuple[int, int]]]:
    """Per class {key: (least, most)}: the most by share of all places, the least by share of so many percent of them.

    The least is never above the most, which a smaller number of places could otherwise give.
    """
    most = apportion(places, weights)
    least = apportion([number * minimum_percent // 100 for number in places], weights)
    return [
        {key: (min(low[key], high[key]), high[key]) for key in weights} for low, high in zip(least, most, strict=True)
    ]
