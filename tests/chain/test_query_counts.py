"""No page asks the database more when there is more to show: every page of the matrix with 3 and with 30 of everything."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.access import matrix
from tests.chain.crowd import grow

MATRIX = matrix.collect()
FEW, MANY = 3, 30


def pages(world, role: str) -> dict[str, str]:
    """Address per route that this role may open."""
    return {
        name: reverse(name, kwargs=row.kwargs(world), query=row.query or None)
        for name, row in sorted(MATRIX.items())
        if (row.get or {}).get(role) == 200
    }


def queries(client, addresses: dict[str, str]) -> dict[str, int]:
    """How many times each page asks."""
    found = {}
    for name, address in addresses.items():
        with CaptureQueriesContext(connection) as captured:
            assert read(client, address) == 200, address
        found[name] = len(captured)
    return found


def read(client, address: str) -> int:
    """Ask and read to the end; the status."""
    response = client.get(address)
    if response.streaming:
        b"".join(response.streaming_content)
    return response.status_code


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["caseworker", "county_staff", "provider_lead", "instructor", "administrator"])
def test_no_page_asks_more(role, world, client_for):
    client = client_for(world.members[role])
    addresses = pages(world, role)
    queries(client, addresses)  # fills what is kept in memory
    # Both counts are of a first look: what a page stores of what it showed (advice) is written both times.
    grow(world, FEW - 1)
    few = queries(client, addresses)
    grow(world, MANY - FEW)
    many = queries(client, addresses)
    assert {name: (few[name], many[name]) for name in few if many[name] > few[name]} == {}
