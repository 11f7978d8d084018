"""The header's menu. Apps register their pages in `AppConfig.ready()`; the kernel knows none of their routes."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from amo.redirects import MAX_LENGTH


@dataclass(frozen=True)
class Entry:
    """One menu item. `prefixes`: beginnings of route names that belong to it."""

    label: str
    url_name: str
    roles: frozenset[str]
    order: int
    prefixes: tuple[str, ...]


@dataclass(frozen=True)
class Item:
    """A menu item as the header draws it."""

    label: str
    url: str
    active: bool
    count: int = 0


_entries: dict[str, Entry] = {}
_search: dict[str, str] = {}
_everywhere: dict[str, Entry] = {}


def register(label, url_name: str, roles: Iterable[str], order: int, active_prefixes: Iterable[str] = ()) -> None:
    """Add a menu item for some roles; the same route again replaces it. Lower `order` stands further left.

    active_prefixes: beginnings of route names ("courses:intake_") on whose pages the item is marked as the current one.
    """
    prefixes = (url_name, *active_prefixes)
    _entries[url_name] = Entry(label, url_name, frozenset(str(role) for role in roles), order, prefixes)


def register_search(url_name: str, roles: Iterable[str]) -> None:
    """Name the route that the header's person search posts to, for some roles."""
    _search.update({str(role): url_name for role in roles})


def register_everywhere(label, url_name: str, roles: Iterable[str], order: int) -> None:
    """Name a page that can be reached from any other, by the user's menu and the foot of the page.

    It gets the address it was opened from as `next`.
    """
    _everywhere[url_name] = Entry(label, url_name, frozenset(str(role) for role in roles), order, ())


def everywhere(membership, here: str) -> list[Item]:
    """The pages a membership reaches from any other. here: the address of the page that is shown."""
    if membership is None:
        return []
    entries = sorted(
        (e for e in _everywhere.values() if membership.role in e.roles), key=lambda e: (e.order, e.url_name)
    )
    query = urlencode({"next": here}) if here and len(here) <= MAX_LENGTH else ""
    found = []
    for entry in entries:
        url = reverse(entry.url_name)
        # On the page itself the address it was opened from stays.
        same = here.partition("?")[0] == url
        found.append(Item(entry.label, here if same else f"{url}?{query}" if query else url, active=same))
    return found


def search_url(membership) -> str:
    """Where this membership searches for a person; empty when it may not."""
    name = _search.get(membership.role, "") if membership else ""
    return reverse(name) if name else ""


def items(membership, view_name: str = "") -> list[Item]:
    """The menu of a membership; the item with the longest matching prefix is active."""
    if membership is None:
        return []
    entries = sorted((e for e in _entries.values() if membership.role in e.roles), key=lambda e: (e.order, e.url_name))
    best = max(((len(p), e.url_name) for e in entries for p in e.prefixes if view_name.startswith(p)), default=(0, ""))
    return [Item(label=e.label, url=reverse(e.url_name), active=e.url_name == best[1]) for e in entries]
