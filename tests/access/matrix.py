"""The access matrix: every route × role, for GET and POST. Each app declares its rows in rows_<app>.py:

    MATRIX = {
        "participants:detail": Row(by("participant"), get=who(ok=OFFICE, hidden=OUTSIDE)),
        "participants:note_new": Row(
            by("participant"),
            get=who(ok=["caseworker", "office_lead"], hidden=["outsider_caseworker"]),
            post=who(302, ok=["caseworker", "office_lead"], hidden=["outsider_caseworker"]),
            data=lambda world: {"text": "Ringte."},
        ),
    }

`who(status, ok=…, hidden=…)`: `ok` get the status, `hidden` 404 (the object is outside their scope), everybody else
signed in 403 (the page is not for their role), anonymous is sent to sign-in. A method that is not declared must be 405
for those who may use the other one.
"""

import importlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.urls import URLPattern, get_resolver

from amo.policy import Policy
from tests.access.world import ROLES

APPS = ("amo", "participants", "courses", "placements", "reporting")
EVERYBODY = tuple(role for role in ROLES if role != "anonymous")
OFFICE = ("caseworker", "colleague", "office_lead")
NAV = (*OFFICE, "county_staff")
PROVIDER = ("provider_lead", "instructor")
NAV_OUTSIDE = ("outsider_caseworker", "other_county")
PROVIDER_OUTSIDE = ("other_provider", "instructor_unassigned")
OUTSIDE = (*NAV_OUTSIDE, *PROVIDER_OUTSIDE)

Expected = dict[str, int]


def who(status: int = 200, *, ok: Iterable[str] = (), hidden: Iterable[str] = (), **special: int) -> Expected:
    """Expected status per role; `special` sets single roles ("colleague=409")."""
    expected = dict.fromkeys(EVERYBODY, 403) | {"anonymous": 302}
    expected |= dict.fromkeys(ok, status) | dict.fromkeys(hidden, 404) | special
    unknown = expected.keys() - set(ROLES)
    if unknown:
        raise ValueError(f"no such role: {sorted(unknown)}")
    return expected


def by(name: str, parameter: str = "public_id", attribute: str = "public_id") -> Callable:
    """kwargs of a route that names one object of the world: by("placement"), by("enrolment", "enrolment_id")."""
    return lambda world: {parameter: getattr(getattr(world, name), attribute)}


def nothing(world) -> dict:
    """A route without parameters, or a form without fields."""
    return {}


@dataclass(frozen=True)
class Row:
    """What one route answers. `query`: GET parameters that go with both methods."""

    kwargs: Callable = nothing
    get: Expected | None = None
    post: Expected | None = None
    data: Callable = nothing
    query: dict = field(default_factory=dict)
    # Roles that see the person's name although they are outsiders to the case (nobody, unless a row says why).
    may_name: tuple[str, ...] = ()
    # A file that is taken out: one row with the number of rows, though it shows no person's details.
    export: bool = False

    def expected(self, method: str) -> Expected:
        """Status per role for "get" or "post"; what is not declared is 405 to those the page is for."""
        declared = getattr(self, method)
        if declared is not None:
            return declared
        other = self.post if method == "get" else self.get
        stopped = {role for role, status in other.items() if status == 403 or (role, status) == ("anonymous", 302)}
        return {role: status if role in stopped else 405 for role, status in other.items()}


def collect() -> dict[str, Row]:
    """Every app's rows. Raises ValueError when two apps declare the same route."""
    found: dict[str, Row] = {}
    for app in APPS:
        rows = importlib.import_module(f"tests.access.rows_{app}").MATRIX
        twice = found.keys() & rows.keys()
        if twice:
            raise ValueError(f"declared twice: {sorted(twice)}")
        found |= rows
    return found


def routes() -> dict[str, Policy | None]:
    """Every route of the resolver, with its view's policy (None: undeclared)."""
    return {name: getattr(pattern.callback, "policy", None) for name, pattern in _walk(get_resolver(), "")}


def _walk(resolver, namespace: str) -> Iterator[tuple[str, URLPattern]]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLPattern):
            yield f"{namespace}{pattern.name or pattern.pattern}", pattern
        else:
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern, inside)
