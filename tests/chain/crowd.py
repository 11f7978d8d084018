"""More of everything in the access tests' world: `grow(world, n)` adds n of each thing a page could list."""

import datetime as dt

from amo import clock
from participants import portfolio
from tests import factories as f
from tests.factories import today


def grow(world, n: int) -> None:
    """n more persons with whole cases, n more records about the person of the case, n more of what has no person."""
    first = getattr(world, "grown", 0)
    world.grown = first + n
    for number in range(first, world.grown):
        _person(world, number)
        _about_the_person(world, number)
        _without_person(world, number)
    portfolio.rebuild()


def _person(world, number):
    """Somebody else of the same caseworker: mapped, applied, offered, on the class, placed, measured."""
    person = f.ParticipantFactory(caseworker=world.caseworker, registered_by=world.caseworker)
    about = {"participant": person}
    f.JobseekerPeriodFactory(**about)
    mapping = f.MappingFactory(**about)
    f.WorkExperienceFactory(mapping=mapping)
    f.AimFactory(**about).occupations.create(rank=1, occupation=world.occupation)
    f.EmploymentFactory(**about)
    f.TaskFactory(**about)
    f.PlanStepFactory(plan=f.PlanFactory(**about))
    f.ContactAttemptFactory(**about)
    application = f.ApplicationFactory(window=world.window, **about)
    wish = f.WishFactory(application=application, intake=world.open_intake, status="offered")
    for run in (world.run, world.preview_run):
        f.AllocationDecisionFactory(run=run, wish=wish, position=number + 2)
    f.OfferFactory(wish=wish, run=world.run)
    f.AccessGrantFactory(county=world.county, source="application", source_id=application.public_id, **about)
    enrolment = f.EnrolmentFactory(intake=world.intake, granted=True, **about)
    f.AttendanceFactory(enrolment=enrolment, recorded_by=world.provider_lead)
    f.WeekPlanFactory(intake=world.intake, enrolment=enrolment, updated_by=world.provider_lead)
    f.AbsenceWarningFactory(enrolment=enrolment)
    f.JobSearchActivityFactory(enrolment=enrolment, recorded_by=world.provider_lead)
    placement = f.PlacementFactory(
        enrolment=enrolment, employer=f.EmployerFactory(sector=world.sector), created_by=world.provider_lead
    )
    f.VisitFactory(placement=placement)
    f.PlacementFactory(
        enrolment=f.EnrolmentFactory(
            intake=world.ended_intake, status="completed", granted=True, certificate_issued_on=today(), **about
        ),
        employer=world.employer,
        created_by=world.provider_lead,
        starts_on=world.ended_intake.starts_on,
        ends_on=world.ended_intake.ends_on,
        status="completed",
        end_reason="as_planned",
    )
    f.OutcomeSnapshotFactory(enrolment=person.enrolments.get(intake=world.ended_intake))


def _about_the_person(world, number):
    """Her file grows: earlier courses, jobs, notes, tasks, log."""
    about = {"participant": world.participant}
    for factory in (f.NoteFactory, f.TaskFactory, f.EmploymentFactory, f.MeasureFactory, f.ContactAttemptFactory):
        factory(**about)
    f.EducationPeriodFactory(**about)
    f.PlanStepFactory(plan=world.plan, rank=world.plan_step.rank + 1 + number)
    f.PlanFactory(number=world.plan.number + 1 + number, is_current=False, **about)
    f.InformationGivenFactory(**about)
    f.WorkExperienceFactory(mapping=world.mapping)
    f.HeldCertificateFactory(mapping=world.mapping)
    f.VisitFactory(placement=world.placement, held_on=today(-2 - number), kind="phone")
    f.AttendanceFactory(enrolment=world.enrolment, day=today(-2 - number), code="ill", recorded_by=world.provider_lead)
    f.JobSearchActivityFactory(enrolment=world.enrolment, recorded_by=world.provider_lead)
    f.AbsenceWarningFactory(enrolment=world.enrolment, closed_at=clock.now())
    start = today(-700) - dt.timedelta(weeks=30 * number)
    earlier = f.IntakeFactory(contract=world.contract, ended=True, starts_on=start)
    enrolment = f.EnrolmentFactory(intake=earlier, status="completed", **about)
    f.OutcomeSnapshotFactory(enrolment=enrolment)


def _without_person(world, number):
    """Catalogue, rounds, employers, users and the kernel's own lists."""
    concept = f.ConceptFactory(county=world.county, sector=world.sector)
    concept.occupations.add(world.occupation)
    f.ChecklistItemFactory(concept=concept)
    f.ChecklistItemFactory(concept=world.concept)
    contract = f.ContractFactory(concept=concept, provider=world.provider)
    f.IntakeFactory(contract=contract, window=world.window)
    intake = f.IntakeFactory(contract=contract, running=True)
    f.IntakeAssignmentFactory(intake=intake, membership=world.instructor)
    f.WeekPlanFactory(intake=world.intake, starts_on=today(1 + number), updated_by=world.provider_lead)
    f.IntakeAssignmentFactory(
        intake=world.intake, membership=f.MembershipFactory(instructor=True, provider=world.provider)
    )
    f.HiringRequirementFactory(occupation=world.occupation, county=world.county, segment=f"Sykehjem {number}")
    f.LabourDemandFactory(county=world.county)
    f.OfficeQuotaFactory(intake=world.open_intake, office=f.OfficeFactory(county=world.county))
    f.AllocationRunFactory(window=world.window, policy=world.policy, made_by=world.county_staff)
    f.AllocationWindowFactory(
        county=world.county,
        first_start=today(300 + 2 * number),
        last_start=today(300 + 2 * number),
        deadline=today(250),
    )
    f.EmployerFactory(sector=world.sector)
    f.JobRunFactory(membership=world.county_staff)
    f.JobRunFactory(membership=None, kind="reporting.snapshots", label="Resultater")
    for membership in world.members.values():
        if membership is not None:
            f.NotificationFactory(membership=membership)
    f.SavedFilterFactory(membership=world.caseworker)
    f.ImportBatchFactory(membership=world.administrator)
    f.MembershipFactory(office=world.office)
