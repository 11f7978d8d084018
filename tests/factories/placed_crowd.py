"""Very many employers with what came of their placements, in a few statements: for benches."""

from django.db import connection, models

from amo import clock
from placements.models import Employer, Placement
from tests.factories.courses import EnrolmentFactory
from tests.factories.outcomes import EmployerFactory, PlacementFactory
from tests.factories.people import EmploymentFactory

EVERY_DAYS = 150
"""So many days lie between two placements at one employer: with ten of each, seven have ended lately."""


def placed_crowd(office, employers: int) -> None:
    """`employers` workplaces, and a placement that is over for each person of the office, dealt out among them in turn.

    Two of five got a job afterwards, every other of them at the workplace itself.
    """
    today = clock.today()
    enrolment = EnrolmentFactory(granted=True)
    employer = EmployerFactory()
    placement = PlacementFactory(enrolment=enrolment, employer=employer, status="completed", end_reason="as_planned")
    job = EmploymentFactory(participant=enrolment.participant)
    _copy(
        employer,
        f"generate_series(1, {employers}) AS n",
        organisation_number="(700000000 + n)::text",
        name="'Arbeidsplass ' || n",
        channel="(ARRAY['direct', 'through_provider', 'both'])[1 + n % 3]",
    )
    people = (
        f"(SELECT id, row_number() OVER (ORDER BY id) AS n FROM participants_participant WHERE office_id = {office.pk})"
    )
    _copy(enrolment, f"{people} AS p", participant_id="p.id")
    workplaces = (
        "(SELECT id, organisation_number, row_number() OVER (ORDER BY id) - 1 AS place "
        "FROM placements_employer WHERE organisation_number LIKE '7%')"
    )
    there = (
        f"{people} AS p JOIN courses_enrolment AS e ON e.participant_id = p.id "
        f"JOIN {workplaces} AS w ON w.place = p.n % {employers}"
    )
    starts = f"DATE '{today.isoformat()}' - 70 - {EVERY_DAYS} * (p.n / {employers})::int"
    _copy(
        placement, there, enrolment_id="e.id", participant_id="p.id", employer_id="w.id", starts_on=starts,
        ends_on=f"{starts} + 60", slot="1 + p.n / " + str(employers),
    )  # fmt: skip
    _copy(
        job, f"{there} WHERE p.n * 7 / 11 % 5 < 2", participant_id="p.id", starts_on=f"{starts} + 61",
        ends_on="NULL::date",
        employer_number="CASE WHEN p.n / 3 % 2 = 0 THEN w.organisation_number ELSE '' END",
        found_through="CASE WHEN p.n / 7 % 3 = 0 THEN 'placement_network' ELSE 'own_search' END",
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _copy(row: models.Model, many: str, **values: str) -> None:
    """A copy of the row for each of `many`, with values of its own, as SQL."""
    fields = [field for field in row._meta.concrete_fields if not field.primary_key and not field.generated]
    values |= {"public_id": "gen_random_uuid()"}
    named = {field.column for field in fields}
    columns = ", ".join(f'"{field.column}"' for field in fields)
    chosen = ", ".join(values.get(field.column, f't."{field.column}"') for field in fields)
    if unknown := values.keys() - named - {"public_id"}:
        raise ValueError(f"no such columns: {unknown}")
    table = row._meta.db_table
    sql = (
        f"INSERT INTO {table} ({columns}) SELECT {chosen} FROM (SELECT * FROM {table} WHERE id = {row.pk}) AS t, {many}"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql)


def counted() -> str:
    """How many there are."""
    return f"{Employer.objects.count()} employers, {Placement.objects.count()} placements"
