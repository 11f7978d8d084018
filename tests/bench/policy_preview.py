"""The preview of new weights at its largest: 500 mapped persons ranked under two versions (P6, ADR 15).

Everything happens in one transaction that is rolled back: the database is as it was.
"""

import os
import time

import django

from tests.bench import Steps, bench

CONCEPTS, INTAKES_EACH = 60, 4


@bench("preview of weights for 500 persons")
def policy_preview() -> Steps:
    """The bare query of the persons and the courses' classes, then the whole preview."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        yield from _measured()
        transaction.set_rollback(True)


def _measured() -> Steps:
    from dataclasses import replace

    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from amo import clock
    from courses import policy_preview as page
    from courses.engines.advice import AdvicePolicy

    by, today = _world(page.MOST_PERSONS), clock.today()
    old = AdvicePolicy(version="1")
    new = replace(old, version="2", fit=50, demand=20)
    yield "persons, courses and classes made", f"{CONCEPTS} courses with {INTAKES_EACH} classes each"
    people, _capped = page._people(by, today)
    _concepts, rows = page._courses(by, today)
    yield "the bare queries", f"{len(people)} persons, {len(rows)} classes"
    with CaptureQueriesContext(connection) as captured:
        busy = time.process_time()
        found = page.preview(old, new, by=by, day=today)
        busy = time.process_time() - busy
    counted = f"{found.persons} persons twice over {found.courses} courses, {len(captured)} queries"
    yield "the preview", f"{counted}, {busy:.1f} s of processor time"


def _world(persons: int):
    """One of the county's staff, with so many mapped jobseekers and what is coming there."""
    from tests import factories as f

    staff = f.MembershipFactory(county_staff=True)
    county = staff.county
    caseworker = f.MembershipFactory(office=f.OfficeFactory(county=county))
    occupations = [f.OccupationFactory() for _n in range(20)]
    window = f.AllocationWindowFactory(county=county)
    for n in range(CONCEPTS):
        concept = f.ConceptFactory(county=county, sector=occupations[n % 20].sector)
        concept.occupations.add(occupations[n % 20])
        f.ChecklistItemFactory(concept=concept, kind="norwegian", label="Norsk", skill="oral", level="A2", weight=2)
        f.ChecklistItemFactory(concept=concept, kind="goal", label="Ønsker yrket")
        contract = f.ContractFactory(concept=concept)
        for day in range(INTAKES_EACH):
            f.IntakeFactory(contract=contract, window=window, starts_on=f.today(30 + day), code=f"PREVIEW-{n}-{day}")
    for n in range(persons):
        person = f.ParticipantFactory(caseworker=caseworker, need_assessed_on=f.today(-9), need_reason="Trenger fag.")
        f.JobseekerPeriodFactory(participant=person)
        f.AccessGrantFactory(participant=person, level="county", county=county, membership=None, provider=None)
        mapping = f.MappingFactory(participant=person, hours_available=37.5)
        f.WorkExperienceFactory(mapping=mapping, occupation=occupations[n % 20], sector=occupations[n % 20].sector)
        f.AimFactory(participant=person).occupations.create(rank=1, occupation=occupations[n % 20])
    return staff
