"""Every route × role: who gets in, what the log says, and what outsiders learn (06-access)."""

import logging
import pickle

import pytest
from django.test import Client
from django.urls import reverse

from amo.models import AccessLog
from amo.policy import LogRule
from tests.access import matrix
from tests.access.world import OUTSIDERS, ROLES, SECRET, build
from tests.clients import signed_in, undone

MATRIX = matrix.collect()
POLICIES = matrix.routes()
DETAILS = sorted(
    name for name, policy in POLICIES.items() if policy and policy.log is LogRule.DETAILS and name in MATRIX
)
NAMES = sorted(MATRIX.keys() & POLICIES.keys())


@pytest.fixture(scope="module")
def same_world(django_db_setup, django_db_blocker):
    """One world for the module: to build it takes longer than what most tests do with it."""
    with django_db_blocker.unblock(), undone():
        made = build()
        made.cookies = {role: signed_in(membership).cookies for role, membership in made.members.items()}
        yield pickle.dumps(made)


@pytest.fixture
def world(same_world, db):
    """A copy of its own for each test, whose changes to the database are rolled back to the shared one."""
    return pickle.loads(same_world)


def test_every_route_declares_a_policy():
    assert sorted(name for name, policy in POLICIES.items() if policy is None) == []


def test_every_route_is_in_the_matrix():
    assert sorted(POLICIES.keys() - MATRIX.keys()) == []
    assert sorted(MATRIX.keys() - POLICIES.keys()) == []


def test_every_row_names_every_role():
    for name, row in MATRIX.items():
        for method in ("get", "post"):
            assert set(row.expected(method)) == set(ROLES), name


def body(response) -> str:
    parts = response.streaming_content if response.streaming else [response.content]
    return b"".join(parts).decode("utf-8", "replace")


def ask(client, world, name, method):
    row = MATRIX[name]
    url = reverse(name, kwargs=row.kwargs(world))
    if method == "post":
        return client.post(url, row.data(world), query_params=row.query)
    return client.get(url, query_params=row.query)


def client_of(world, role):
    """A client of its own, signed in as that role was when the world was built."""
    client = Client()
    client.cookies.update(world.cookies[role])
    return client


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", NAMES)
def test_each_role_gets_what_the_matrix_says(name, method, world, commit, caplog):
    expected, got, wrong_log = MATRIX[name].expected(method), {}, {}
    cef = logging.getLogger("amo.cef")
    cef.addHandler(caplog.handler)
    try:
        for role in ROLES:
            caplog.clear()
            with undone():
                before = AccessLog.objects.count()
                client = client_of(world, role)
                with commit():
                    response = ask(client, world, name, method)
                got[role] = response.status_code
                page = body(response)
                rows = AccessLog.objects.count() - before
            lines = [record.getMessage() for record in caplog.records if record.name == "amo.cef"]
            problem = log_problem(POLICIES[name], method, response.status_code, rows, lines, MATRIX[name].export)
            if problem:
                wrong_log[role] = problem
            if role in OUTSIDERS and role not in MATRIX[name].may_name:
                assert SECRET not in page, f"{role} learns the name"
                assert world.participant.national_id not in page, f"{role} learns the identity number"
    finally:
        cef.removeHandler(caplog.handler)
    assert got == expected
    assert wrong_log == {}


def log_problem(policy, method, status, rows, lines, export=False) -> str:
    """What is wrong with the access log after one request; "" when it is as 06-access says."""
    if any(not line.startswith("CEF:0|amo|AuditLogger|1.0|audit:") for line in lines) or len(lines) != rows:
        return f"{rows} rows, CEF lines {lines}"
    if status >= 403 and status not in (409, 422) and rows:
        return f"{rows} rows for a denial"
    shown = status in (200, 409, 422)
    if export:
        return f"{rows} rows for an export" if shown and rows != 1 else ""
    if policy.log is LogRule.DETAILS and shown and rows != 1:
        return f"{rows} rows for a page with details"
    if policy.log is not LogRule.DETAILS and method == "get" and rows:
        return f"{rows} rows for a page without details"
    return ""


def pages(world, role, names, methods=("get",)):
    """(name, status, text) of each page that the role may open or send, in the world as it now is."""
    for name in names:
        for method in methods:
            declared = getattr(MATRIX[name], method) or {}
            if declared.get(role) in (200, 302, 422):
                with undone():
                    response = ask(client_of(world, role), world, name, method)
                    yield f"{method} {name}", response.status_code, body(response)


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["caseworker", "office_lead", "county_staff", "provider_lead"])
def test_nobody_opens_or_changes_her_own_file(role, world):
    user = world.members[role].user
    user.person_hash = world.participant.person_hash
    user.save(update_fields=["person_hash"])
    answers = pages(world, role, DETAILS, ("get", "post"))
    assert [(name, status) for name, status, _page in answers if status not in (403, 404)] == []


INSIDERS = ["caseworker", "colleague", "office_lead", "county_staff", "provider_lead", "instructor"]
PROTECTIONS = {
    "strictly confidential": {"address_protection": "strictly_confidential"},
    "confidential": {"address_protection": "confidential"},
    "shielded": {"is_shielded": True},
}


@pytest.mark.django_db
@pytest.mark.parametrize("role", INSIDERS)
@pytest.mark.parametrize("kind", PROTECTIONS)
def test_a_protected_person_is_opened_and_named_with_the_flag_only(kind, role, world):
    for field, value in PROTECTIONS[kind].items():
        setattr(world.participant, field, value)
    world.participant.save()
    wrong = []
    for name, status, page in pages(world, role, NAMES, ("get", "post")):
        # An instructor who was given her by name may open her (06-access).
        if role == "instructor" and kind != "strictly confidential":
            continue
        # That she exists is itself protected at the strictest level; a lower one shows a masked row in lists.
        refusals = (404,) if kind == "strictly confidential" else (403, 404)
        if name.split(" ")[1] in DETAILS and status not in refusals:
            wrong.append(f"{name} is opened ({status})")
        if SECRET in page or world.participant.national_id in page:
            wrong.append(f"{name} names her")
        if any(word in page for word in ("trengt fortrolig", "kode 6", "kode 7")):
            wrong.append(f"{name} tells the kind of protection")
    assert wrong == []
