"""Very many persons at one office, in a few statements: for benches, and tests that count queries."""

import datetime as dt
from collections.abc import Sequence

from django.db import connection

from amo import clock
from amo.models import Membership
from participants.identity import person_hash
from participants.models import JobseekerPeriod, Participant, PortfolioRow
from tests.factories.people import identity_number

BATCH = 5000
FIRST = ("Ada", "Bjørn", "Çelik", "Dag", "Eva", "Fatuma", "Gro", "Håkon", "Ida", "Jan", "Kari", "Lwam", "Ñusta", "Åse")
LAST = ("Berg", "Dahl", "Eide", "Foss", "Haug", "Lie", "Moen", "Nygård", "Ødegård", "Vik", "Ærlig", "Aasen")
LANGUAGES = ("", "", "somali", "tigrinja")
COURSES = ("", "Barnehageassistent", "Pleie og omsorg", "Vaktmester", "Renhold")
DAYS = 7_000
"""Days of birth from 1940 on: older than anybody in the demo world and the other factories, whose numbers they share."""


def crowd(caseworkers: Sequence[Membership], size: int, *, first: int = 0) -> None:
    """`size` persons of the caseworkers' office, dealt out among them in turn, with rows and registrations.

    first: number of the first of them, so that a second crowd gets other identity numbers.
    """
    today, now = clock.today(), clock.now()
    for start in range(first, first + size, BATCH):
        numbers = range(start, min(start + BATCH, first + size))
        people = [_person(n, caseworkers[n % len(caseworkers)], now) for n in numbers]
        Participant.objects.bulk_create(people)
        rows = [_row(n, person.pk, today) for n, person in zip(numbers, people, strict=True)]
        PortfolioRow.objects.bulk_create(rows)
        JobseekerPeriod.objects.bulk_create(
            JobseekerPeriod(participant=person, starts_on=today - dt.timedelta(days=n % 700))
            for n, person in zip(numbers, people, strict=True)
            if n % 4
        )
    with connection.cursor() as cursor:
        # What the planner would know of them by itself before long; until then it takes the tables to be small.
        cursor.execute("ANALYZE")


def _person(n: int, caseworker: Membership, now: dt.datetime) -> Participant:
    born_on = dt.date(1940, 1, 1) + dt.timedelta(days=n % DAYS)
    number = identity_number(born_on, n // DAYS)
    return Participant(
        national_id=number,
        person_hash=person_hash(number),
        first_name=FIRST[n % len(FIRST)],
        last_name=f"{LAST[n % len(LAST)]}{n % 997}",
        born_on=born_on,
        office=caseworker.office,
        caseworker=caseworker,
        interpreter_language=LANGUAGES[n % len(LANGUAGES)],
        is_shielded=n % 500 == 0,
        registered_by=caseworker,
        registered_at=now - dt.timedelta(days=n % 900),
    )


def _row(n: int, pk: int, today: dt.date) -> PortfolioRow:
    def day(every: int, offset: int) -> dt.date | None:
        return today + dt.timedelta(days=offset) if n % every == 0 else None

    started = day(3, -(n % 800))
    return PortfolioRow(
        pk=pk,
        mapped_on=day(2, -(n % 600)),
        available_from=day(2, n % 60),
        plan_on=day(6, -(n % 90)),
        informed_on=None if n % 3 == 0 else today - dt.timedelta(days=n % 400),
        last_contact_on=None if n % 7 == 0 else today - dt.timedelta(days=n % 120),
        applied_on=day(4, -(n % 300)),
        offer_deadline=day(40, n % 9 - 2),
        course_label=COURSES[n % len(COURSES)],
        course_starts_on=started,
        course_ends_on=started + dt.timedelta(days=170) if started else None,
        courses_ended=n % 4,
        chain_from=day(9, 30 - n % 90),
        outcome_label="Fast jobb" if n % 11 == 0 else "",
        next_action=f"Avtal møte {n % 17}" if n % 5 else "",
        next_action_on=today + dt.timedelta(days=n % 40 - 5) if n % 5 else None,
    )
