"""The register of employers at the size of the country, through the page itself (L1, L7)."""

import os

import django
from django.core.management import call_command

from tests.bench import Steps, bench

EMPLOYERS, PLACEMENTS, CASEWORKERS = 5_000, 50_000, 50


@bench("register of 5,000 employers")
def employers() -> Steps:
    """The list, its filters, the combobox and a form, with 50,000 placements behind. Everything is rolled back."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")
    django.setup()
    from django.db import transaction

    from placements.hires import lately
    from tests import factories as f
    from tests.factories.crowd import crowd
    from tests.factories.placed_crowd import counted, placed_crowd

    call_command("migrate", verbosity=0)
    yield "migrations that were missing", "-"
    with transaction.atomic():
        office = f.OfficeFactory(number="9998", county=f.CountyFactory(number="97"))
        crowd([f.MembershipFactory(office=office) for _n in range(CASEWORKERS)], PLACEMENTS)
        placed_crowd(office, EMPLOYERS)
        yield "made", counted()
        staff = f.MembershipFactory(county_staff=True)
        yield from _floor()
        found = lately(staff)
        yield "what came of the placements, an employer", f"{len(found)}, {sum(r.warns for r in found.values())} warn"
        yield from _pages(staff)
        transaction.set_rollback(True)


def _floor() -> Steps:
    """The least that is needed: count the employers, the first fifty by name, and add up what ended at each."""
    from django.db import connection

    with connection.cursor() as cursor:
        for label, statement in (
            ("floor: count of the employers", "SELECT count(*) FROM placements_employer WHERE merged_into_id IS NULL"),
            ("floor: fifty by name", "SELECT * FROM placements_employer ORDER BY name_sort LIMIT 50"),
            (
                "floor: ended placements by employer",
                "SELECT employer_id, count(*) FROM placements_placement WHERE status IN ('completed', 'ended_early') "
                "AND ends_on >= current_date - 1096 GROUP BY employer_id",
            ),
            (
                "floor: the same beside every job",
                "SELECT p.employer_id, count(DISTINCT p.id) FILTER (WHERE j.starts_on >= p.starts_on) "
                "FROM placements_placement p LEFT JOIN participants_employment j ON j.participant_id = p.participant_id "
                "AND j.superseded_at IS NULL WHERE p.ends_on >= current_date - 1096 GROUP BY p.employer_id",
            ),
        ):
            cursor.execute(statement)
            yield label, f"{len(cursor.fetchall())} rows"


def _pages(membership) -> Steps:
    from django.test import Client
    from django.urls import reverse

    from placements.views.employers import EmployerList

    client = Client(SERVER_NAME="localhost")
    client.force_login(membership.user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.session
    session["membership"] = membership.pk
    session.save()
    register = reverse("placements:employer_list")
    _get(client, register)
    yield "templates compiled", "-"
    yield "the register", _get(client, register)
    for quick in EmployerList.quick_list:
        yield f"the register: {quick.code}", _get(client, register, quick=quick.code)
    yield "the register by hires", _get(client, register, sort="record")
    yield "typed search", _get(client, reverse("placements:employer_suggest"), q="plass 49")
    yield "form of a barrier", _get(client, reverse("placements:barrier_new"))
    yield "form of a report", _get(client, reverse("placements:discrimination_new"))


def _get(client, address: str, **params) -> str:
    """One page; what it says of itself: size and the share that the database took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        response = client.get(address, params)
    if response.status_code != 200:
        raise RuntimeError(f"{response.status_code} for {address} {params}")
    slowest = max((float(query["time"]) for query in captured), default=0)
    spent = sum(float(query["time"]) for query in captured)
    size = len(response.content) / 1000
    return f"{size:.0f} kB; {len(captured)} queries {spent:.2f} s, slowest {slowest:.2f} s"
