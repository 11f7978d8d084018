"""The whole advice page of one person over 4,000 open intakes, on the database that DATABASE_URL names.

Everything happens in one transaction that is rolled back: the database is as it was.
"""

import os

import django

from tests.bench import Steps, bench

INTAKES = 4_000
CONCEPTS = 200


@bench("advice page over 4,000 open intakes")
def advice_page() -> Steps:
    """The bare query of the intakes, the advice with everything it reads, and the page with what is stored of it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")
    django.setup()
    from django.core.management import call_command
    from django.db import transaction

    call_command("migrate", verbosity=0)
    with transaction.atomic():
        yield from _measured()
        transaction.set_rollback(True)


def _measured() -> Steps:
    from django.db import connection
    from django.http import QueryDict
    from django.template.loader import render_to_string
    from django.test.utils import CaptureQueriesContext

    from amo import clock
    from courses import advice_page as page
    from courses.advice_data import advise, coming
    from courses.facts_catalogue import intake_rows
    from courses.models import Intake

    person, by = _world()
    today = clock.today()
    page.context(advise(person, by=by, day=today), person, by, page.Choice())
    yield "courses and intakes made, and one page to warm up", f"{INTAKES} intakes of {CONCEPTS} courses"
    rows = intake_rows(Intake.objects.visible_to(by, today).filter(coming(today)))
    yield "the bare query of the open intakes", f"{len(rows)} rows"
    with CaptureQueriesContext(connection) as captured:
        advised = advise(person, by=by, day=today)
    yield "advice: every fact read and every intake ranked", f"{len(advised.lines())} lines, {len(captured)} queries"
    with CaptureQueriesContext(connection) as captured:
        context = page.context(advised, person, by, page.Choice())
    cards = sum(len(group["cards"]) for group in context["groups"])
    yield "the cards that are shown, with results", f"{cards} cards, {len(captured)} queries"
    context |= {"participant": person, "may_write": True, "asked": QueryDict()}
    html = "".join(render_to_string("courses/_advice_group.html", context | {"group": g}) for g in context["groups"])
    yield "written as HTML", f"{len(html) // 1024} kB"


def _world():
    """(a mapped person, her caseworker) beside 4,000 open intakes of one county."""
    from courses.models import Concept, Intake
    from tests import factories as f

    by = f.MembershipFactory()
    county = by.office.county
    person = f.ParticipantFactory(caseworker=by, need_assessed_on=f.today(-9), need_reason="Trenger fagkunnskap.")
    f.JobseekerPeriodFactory(participant=person)
    mapping = f.MappingFactory(participant=person, hours_available=37.5)
    occupations = [f.OccupationFactory() for _n in range(40)]
    f.WorkExperienceFactory(mapping=mapping, occupation=occupations[3], sector=occupations[3].sector)
    aim = f.AimFactory(participant=person)
    for rank, occupation in enumerate(occupations[2:5], start=1):
        aim.occupations.create(rank=rank, occupation=occupation)
        f.LabourDemandFactory(occupation=occupation, county=county, openings=20 * rank)
    window = f.AllocationWindowFactory(county=county)
    concepts: list[Concept] = []
    for n in range(CONCEPTS):
        concept = f.ConceptFactory(county=county, sector=occupations[n % 40].sector)
        concept.occupations.add(occupations[n % 40])
        f.ChecklistItemFactory(concept=concept, kind="norwegian", label="Norsk", skill="oral", level="A2", weight=2)
        f.ChecklistItemFactory(concept=concept, kind="goal", label="Ønsker yrket")
        concepts.append(concept)
    contracts = [f.ContractFactory(concept=concept) for concept in concepts]
    Intake.objects.bulk_create(
        f.IntakeFactory.build(
            contract=contracts[n % CONCEPTS], window=window, starts_on=f.today(30 + n % 90), code=f"BENCH-{n}"
        )
        for n in range(INTAKES)
    )
    return person, by
