"""One slot and many writers: never more than agreed (05-architecture, "counters")."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from amo import clock
from placements.actions.placements import agree_placement
from placements.models import Employer, Placement
from tests import factories
from tests.engines.counts import FULL

WRITERS = 24 if FULL else 6


@pytest.mark.row("L1")
@pytest.mark.django_db(transaction=True)
def test_the_last_slot_is_taken_once():
    employer = factories.EmployerFactory(slots=1)
    today = clock.today()
    intake = factories.IntakeFactory(running=True)
    provider = factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)
    enrolments = [factories.EnrolmentFactory(intake=intake) for _n in range(WRITERS)]

    def take(enrolment) -> bool:
        try:
            agree_placement(
                enrolment=enrolment,
                employer=employer,
                mentor_name="Kari",
                tasks="Kjøkken",
                hours_per_week=30,
                starts_on=today,
                ends_on=today + dt.timedelta(days=1),
                declared_on=today,
                by=provider,
            )
        except ValidationError:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(max_workers=WRITERS) as pool:
        taken = list(pool.map(take, enrolments))
    assert sum(taken) == 1
    assert Placement.objects.count() == 1
    assert Employer.objects.get().occupied_slots == 1
