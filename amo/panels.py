"""An upper app's part of a lower app's page, registered in `AppConfig.ready()` (05-architecture, "Layers").

A panel is a function `for_many(membership, ids) -> {id: context}` and a template: one call per list, however many
rows. An id that is missing from the answer shows no panel.

Ids are primary keys, and `for_many` narrows them to what the membership may see. The links on a person's pages
("participant.tabs", "participant.buttons") need no look-up: they get the public id of the person who is shown already.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

ForMany = Callable[[Any, list], Mapping[Hashable, dict]]

SLOTS = frozenset(
    {
        "participant.overview",
        "participant.path",
        "participant.buttons",
        "participant.tabs",
        "participant.events",
        "participant.meeting",
        "concept.results",
        "enrolment.detail",
        "enrolment.buttons",
        "intake.detail",
        "placement.detail",
        "placement.side",
        "placement.buttons",
        "employer.detail",
        "employer.side",
        "start",
    }
)


@dataclass(frozen=True)
class Source:
    """One registered panel."""

    key: str
    for_many: ForMany
    template: str
    order: int


@dataclass(frozen=True)
class Panel:
    """A panel of one object, ready to be rendered by `{% panels %}`."""

    key: str
    template: str
    context: dict = field(default_factory=dict)


_sources: dict[str, dict[str, Source]] = {slot: {} for slot in SLOTS}


def register(slot: str, key: str, for_many: ForMany, template: str = "", order: int = 100) -> None:
    """Add a panel to a slot; the same key again replaces it. Raises KeyError for a slot nobody shows."""
    _sources[slot][key] = Source(key=key, for_many=for_many, template=template, order=order)


def collect(slot: str, membership, ids: Iterable) -> dict[Hashable, list[Panel]]:
    """{id: its panels in order}, with one call per registered panel. Raises KeyError for an unknown slot."""
    ids = list(ids)
    found: dict[Hashable, list[Panel]] = {one: [] for one in ids}
    if not ids:
        return found
    for source in sorted(_sources[slot].values(), key=lambda source: (source.order, source.key)):
        for one, context in source.for_many(membership, ids).items():
            if one in found:
                found[one].append(Panel(source.key, source.template, context))
    return found
