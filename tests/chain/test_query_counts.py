"""No page asks the database more when there is more to show: every page of the matrix with 3 and with 30 of everything."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.access import matrix
from tests.chain.crowd import grow

MATRIX = matrix.collect()
FEW, MANY = 3, 30


def counts(client, world, role: str) -> dict[str, int]:
    """Queries per page of the role, after a first visit that fills what is kept in memory."""
    found = {}
    for name, row in sorted(MATRIX.items()):
        if (row.get or {}).get(role) != 200:
            continue
        url = reverse(name, kwargs=row.kwargs(world), query=row.query or None)
        read(client, url)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert read(client, url) == 200, url
        found[name] = len(captured)
    return found


def read(client, url: str) -> int:
    """Ask and read to the end; the status."""
    response = client.get(url)
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["caseworker", "county_staff", "provider_lead", "instructor", "administrator"])
def test_no_page_asks_more(role, world, client_for):
    client = client_for(world.members[role])
    grow(world, FEW - 1)
    few = counts(client, world, role)
    grow(world, MANY - FEW)
    many = counts(client, world, role)
    assert {name: (few[name], many[name]) for name in few if many[name] > few[name]} == {}
