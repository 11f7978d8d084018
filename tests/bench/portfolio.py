"""The portfolio at the size of the largest office there could be, through the page itself (P4)."""

import os

import django
from django.core.management import call_command

from tests.bench import Steps, bench

PEOPLE, CASEWORKERS = 50_000, 200


@bench("portfolio of 50,000")
def portfolio() -> Steps:
    """The list page as a caseworker opens it: her own people, then the whole office. Everything is rolled back."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")
    django.setup()
    from django.db import transaction

    from tests import factories as f
    from tests.factories.crowd import crowd

    call_command("migrate", verbosity=0)
    yield "migrations that were missing", "-"
    with transaction.atomic():
        office = f.OfficeFactory(number="9999", county=f.CountyFactory(number="98"))
        caseworkers = [f.MembershipFactory(office=office) for _n in range(CASEWORKERS)]
        crowd(caseworkers, PEOPLE)
        yield "made", f"{PEOPLE} persons, {PEOPLE // CASEWORKERS} each"
        lead = f.MembershipFactory(office=office, role="office_lead")
        yield from _floor(office)
        yield from _pages(caseworkers[0], "own", "own people")
        yield from _pages(lead, "all", "whole office")
        yield from _sorts(lead)
        transaction.set_rollback(True)


def _floor(office) -> Steps:
    """The least that showing a list must ask: how many there are, and the first fifty by a column with an index."""
    from django.db import connection

    with connection.cursor() as cursor:
        for label, statement in (
            ("floor: count of the office", "SELECT count(*) FROM participants_participant WHERE office_id = %s"),
            (
                "floor: fifty of the office by deadline",
                "SELECT r.*, p.* FROM participants_portfoliorow r JOIN participants_participant p "
                "ON p.id = r.participant_id WHERE p.office_id = %s ORDER BY r.next_action_on LIMIT 50",
            ),
        ):
            cursor.execute(statement, [office.pk])
            yield label, f"{len(cursor.fetchall())} rows"


def _get(client, **params) -> str:
    """One page; what it says of itself: rows and the share that the database took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        response = client.get("/brukere/", {"f": "1"} | params)
    if response.status_code != 200:
        raise RuntimeError(f"{response.status_code} for {params}")
    slowest = max(float(query["time"]) for query in captured)
    spent = sum(float(query["time"]) for query in captured)
    count = response.content.decode().partition('list__count">')[2].partition("<")[0]
    return f"{count}; {len(captured)} queries {spent:.2f} s, slowest {slowest:.2f} s"


def _client(membership):
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(membership.user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["membership"] = membership.pk
    session.save()
    return client


def _pages(membership, scope: str, whose: str) -> Steps:
    from participants.filters import PortfolioList

    client = _client(membership)
    _get(client, scope=scope)  # templates are compiled once
    yield f"{whose}: templates compiled", "-"
    yield f"{whose}: first page", _get(client, scope=scope)
    yield f"{whose}: 200 a page", _get(client, scope=scope, size="200")
    yield f"{whose}: last page", _get(client, scope=scope, page="99999")
    for quick in PortfolioList.quick_list:
        yield f"{whose}: {quick.code}", _get(client, scope=scope, quick=quick.code)
    yield f"{whose}: two facets", _get(client, scope=scope, phase="on_course", need="interpreter")
    for term in ("ødegård", "1234", "kari nygård17"):
        address = client.post("/brukere/sok/", {"q": term}).url
        key = address.partition("s=")[2]
        yield f"{whose}: search {term}", _get(client, scope=scope, s=key)


def _sorts(membership) -> Steps:
    from participants.filters import PortfolioList

    client = _client(membership)
    for column in PortfolioList.column_list:
        yield f"whole office by {column.key}", _get(client, scope="all", sort=column.key)
