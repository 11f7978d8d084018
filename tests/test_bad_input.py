"""Garbage in every form and every list, as each role: never an error page, and a refused form saves nothing.

The forms are those of the access matrix; what is sent is the matrix' own valid data, spoilt.
"""

import functools
import itertools
import re
import zlib
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from zeal import NPlusOneError

from tests.access import matrix
from tests.clients import undone
from tests.engines.counts import FULL

MATRIX = matrix.collect()
# With short counts every third try, beginning at another for each route.
STEP = 1 if FULL else 3
# Who sends: one of each kind of role that a page lets in.
SENDERS = ("caseworker", "office_lead", "county_staff", "provider_lead", "instructor", "administrator")
OPEN = (200, 302, 409, 422)
LONG, HUGE = "x" * 6000, "9" * 30
EVERYWHERE = ("\x00", LONG, HUGE, "-1", "٣")
# What a field's own check may let through, so that the action behind it must bear it.
TOGETHER = (("date", "0001-01-01"), ("date", "9999-12-31"), ("number", "0"), ("text", " "), ("text", "');--<b>=1+1"))
ALONE = {"date": ("0001-01-01", "9999-12-31"), "number": ("2147483647",)}
QUERIES = (HUGE, "\x00", "finnes-ikke")
LIST_NAMES = ("page", "size", "sort", "quick", "f", "s", "export", "next", "dato", "kurs", "scope", "state")
# The session is no case data; the log keeps its own account (tests/access).
LATER_ROW = re.compile(r"-[1-9]\d*-")
NOT_COUNTED = {"django_session", "amo_accesslog", "pghistory_context"}


class Fields(HTMLParser):
    """Names and kinds of everything in a page that is sent, and the parameters of its links."""

    def __init__(self, html: str):
        super().__init__()
        self.kinds, self.parameters = {}, set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        name = attrs.get("name")
        if tag in ("input", "select", "textarea") and name and name != "csrfmiddlewaretoken":
            self.kinds[name] = {"select": "select", "textarea": "text"}.get(tag) or attrs.get("type") or "text"
        if tag == "a":
            self.parameters |= {key for key, _value in parse_qsl(urlsplit(attrs.get("href") or "").query)}


@functools.cache
def _counting() -> str:
    every = set(connection.introspection.table_names()) - NOT_COUNTED
    # Of a table with a history, its events tell of every row that is new, changed or gone.
    tables = sorted(table for table in every if f"{table}event" not in every)
    return "SELECT " + " || ',' || ".join(f'(SELECT count(*) FROM "{table}")::text' for table in tables)


def stored() -> str:
    """How many rows every table holds, events of the change history among them: a changed row leaves one."""
    with connection.cursor() as cursor:
        cursor.execute(_counting())
        return cursor.fetchone()[0]


def spoilt(valid: dict, kinds: dict):
    """(what was done, data): everything wrong in every way, then one field alone in what its own check lets through."""
    # One row of a formset speaks for all of them.
    names = [name for name in dict.fromkeys([*kinds, *valid, "submission"]) if not LATER_ROW.search(name)]
    yield "nothing at all", {}
    for bad in EVERYWHERE:
        yield f"{bad[:12]!r} everywhere", dict.fromkeys(names, bad)
    yield "files everywhere", {name: SimpleUploadedFile("x.exe", b"MZ\x00\x01") for name in names}
    yield "everything twice", valid | {name: ["finnes-ikke", "\x00"] for name in names}
    yield "unknown fields", valid | {"office": "1", "pk": "1", "id": "1", "status": "completed", "by": "1"}
    yield "another version", valid | {"version": "2000000000"}
    for kind, bad in TOGETHER:
        same = [name for name in names if kinds.get(name) == kind]
        if same:
            yield f"{bad} in every {kind}", valid | dict.fromkeys(same, bad)
    for name in names:
        for bad in ALONE.get(kinds.get(name), ()):
            yield f"{name}={bad!r}", valid | {name: bad}


def said(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:160]


def answer(send) -> tuple[int, str]:
    """(status, what went wrong) of one request; 500 for an exception that no page catches."""
    try:
        response = send()
        return response.status_code, ""
    except NPlusOneError:
        # The guard of the test run, not a page's fault: a choice that is no number is looked up twice.
        return 200, ""
    except Exception as error:
        return 500, said(error)


def senders(expected) -> list[str]:
    """One role of each organisation that the page lets in."""
    found = {}
    for role in SENDERS:
        if (expected or {}).get(role) in OPEN:
            found.setdefault(role if role == "administrator" else role.split("_")[0], role)
    return list(found.values())


def post_everything(world, client_for, name):
    """What went wrong when everything was posted to one route, as every kind of role."""
    row, url = MATRIX[name], reverse(name, kwargs=MATRIX[name].kwargs(world))
    for number, role in enumerate(senders(row.post)):
        client, kinds = client_for(world.members[role]), {}
        if row.get and row.get[role] == 200:
            kinds = Fields(client.get(url, query_params=row.query).content.decode()).kinds
        before = stored()
        # The second role's forms are mostly the first one's: some of it is enough.
        step = STEP * (9 if number else 1)
        for what, data in itertools.islice(
            spoilt(row.data(world), kinds), zlib.crc32(name.encode()) % step, None, step
        ):
            with undone():
                status, problem = answer(functools.partial(client.post, url, data, query_params=row.query))
                if status >= 500:
                    yield f"{name} {role} {what}: {problem or status}"
                elif status >= 400 and stored() != before:
                    yield f"{name} {role} {what}: {status}, and yet something is saved"


def get_everything(world, client_for, name):
    """What went wrong when a page was asked for with parameters that mean nothing."""
    row, url = MATRIX[name], reverse(name, kwargs=MATRIX[name].kwargs(world))
    names = set(LIST_NAMES)
    for number, role in enumerate(senders(row.get)):
        client = client_for(world.members[role])
        if FULL or not number:
            response = client.get(url, query_params=row.query)
            content = b"".join(response.streaming_content if response.streaming else [response.content])
            names |= Fields(content.decode("utf-8", "replace")).parameters
        tries = [dict.fromkeys(sorted(names), bad) for bad in QUERIES]
        tries += [{"export": "xlsx", "f": "1", "sort": "-finnes-ikke"}]
        # The second role's page is mostly the first one's; with short counts the tries are shared out among the routes.
        step = len(tries) if number else 1 if FULL else 2
        for data in tries[zlib.crc32(name.encode()) % step :: step]:
            with undone():
                status, problem = answer(functools.partial(client.get, url, query_params=data))
                if status >= 500:
                    yield f"{name} {role} {str(data)[:80]}: {problem or status}"


def names_of(app: str, method: str) -> list[str]:
    """Routes of one app that somebody may open or send."""
    return sorted(name for name, row in MATRIX.items() if name.startswith(f"{app}:") and senders(getattr(row, method)))


@pytest.mark.django_db
@pytest.mark.parametrize("app", matrix.APPS)
def test_no_form_breaks_or_saves_by_halves(app, world, client_for):
    assert names_of(app, "post")
    problems = [problem for name in names_of(app, "post") for problem in post_everything(world, client_for, name)]
    assert problems == []


@pytest.mark.django_db
@pytest.mark.parametrize("app", matrix.APPS)
def test_no_page_breaks_on_its_parameters(app, world, client_for):
    assert names_of(app, "get")
    problems = [problem for name in names_of(app, "get") for problem in get_everything(world, client_for, name)]
    assert problems == []
