"""One whole case with every kind of object, and outsiders with a whole case of their own (05-architecture, "Tests")."""

from types import SimpleNamespace

from amo import clock
from courses.actions.letters import send_letters
from courses.allocation_data import Round, intakes_of
from courses.models import AllocationDecision, AllocationRun, Intake, Wish
from participants.models import AccessGrant
from participants.portfolio import rebuild
from tests import factories as f

# Names that occur nowhere else: a page that contains one shows that person.
SECRET = "Hemmeligsen"
OTHER = "Utenforsen"

ROLES = (
    "anonymous",
    "caseworker",
    "colleague",
    "office_lead",
    "county_staff",
    "provider_lead",
    "instructor",
    "outsider_caseworker",
    "other_county",
    "other_provider",
    "instructor_unassigned",
    "administrator",
)
# Those who must learn nothing of the person, whatever they ask for.
OUTSIDERS = ("outsider_caseworker", "other_county", "other_provider", "instructor_unassigned", "administrator")


def build() -> SimpleNamespace:
    """Everything as attributes; `members[role]` is the membership of each role of ROLES (None for anonymous)."""
    world = SimpleNamespace()
    _organisations(world)
    _members(world)
    _catalogue(world)
    _person(world)
    _application(world)
    _enrolment(world)
    _employers(world)
    _letters(world)
    _class_work(world)
    _agreements(world)
    _kernel(world)
    _contracts(world)
    _feedback(world)
    _barriers(world)
    _requests(world)
    _outsider(world)
    rebuild()
    return world


def _organisations(world):
    world.county = f.CountyFactory(number="93", name="Midtfylket")
    world.office = f.OfficeFactory(county=world.county, name="Nav Midtbyen")
    world.provider = f.ProviderFactory(name="Midt Kurs AS")
    world.foreign_county = f.CountyFactory(number="94", name="Nabofylket")
    world.foreign_office = f.OfficeFactory(county=world.foreign_county, name="Nav Nabobyen")
    world.foreign_provider = f.ProviderFactory(name="Nabo Kurs AS")


def _members(world):
    make = f.MembershipFactory
    # The outsiders hold every flag: only the scope may keep them out.
    flags = {"every_flag": True}
    world.members = {
        "anonymous": None,
        "caseworker": make(office=world.office),
        "colleague": make(office=world.office),
        "office_lead": make(office_lead=True, office=world.office),
        "county_staff": make(county_staff=True, county=world.county),
        "provider_lead": make(provider_lead=True, provider=world.provider),
        "instructor": make(instructor=True, provider=world.provider),
        "outsider_caseworker": make(office=world.foreign_office, **flags),
        "other_county": make(county_staff=True, county=world.foreign_county, **flags),
        "other_provider": make(provider_lead=True, provider=world.foreign_provider, **flags),
        "instructor_unassigned": make(instructor=True, provider=world.provider, **flags),
        "administrator": make(administrator=True, **flags),
    }
    for role, membership in world.members.items():
        setattr(world, role, membership)
    world.second_county_staff = make(county_staff=True, county=world.county)


def _catalogue(world):
    world.sector = f.SectorFactory()
    world.occupation = f.OccupationFactory(sector=world.sector)
    world.qualification = f.QualificationTypeFactory()
    world.concept = f.ConceptFactory(county=world.county, sector=world.sector, title="Pleieassistent")
    world.concept.occupations.add(world.occupation)
    world.checklist_item = f.ChecklistItemFactory(concept=world.concept)
    world.concept_version = f.ConceptVersionFactory(concept=world.concept)
    world.contract = f.ContractFactory(concept=world.concept, provider=world.provider)
    world.hiring_requirement = f.HiringRequirementFactory(occupation=world.occupation, county=world.county)
    world.policy = f.PolicyVersionFactory()
    # The county's draft of other weights; somebody else than its maker takes it into use.
    world.policy_draft = f.PolicyVersionFactory(
        advice=True, number=90, county=world.county, status="draft", created_by=world.second_county_staff
    )
    world.window = f.AllocationWindowFactory(county=world.county)
    # One class to apply for, one running, one that ended 24 days ago.
    world.open_intake = f.IntakeFactory(contract=world.contract, window=world.window)
    world.intake = f.IntakeFactory(contract=world.contract, running=True, starts_on=f.today(-10))
    world.ended_intake = f.IntakeFactory(contract=world.contract, ended=True)
    world.quota = f.OfficeQuotaFactory(intake=world.open_intake, office=world.office)
    for intake in (world.intake, world.ended_intake):
        f.IntakeAssignmentFactory(intake=intake, membership=world.instructor)


def _contracts(world):
    """An option to decide, a tender that can be put in force, and two hand-overs: a draft and a planned one."""
    world.contract_option = f.ContractOptionFactory(contract=world.contract)
    world.draft_contract = f.ContractFactory(
        concept=world.concept, provider=world.provider, status="draft", places_bought=30, starts_on=f.today(100)
    )
    next_provider = f.ContractFactory(concept=world.concept)
    ends = {"from_contract": world.contract, "to_contract": next_provider, "made_by": world.county_staff}
    world.handover = f.HandoverFactory(**ends, intakes=[world.open_intake])
    world.planned_handover = f.HandoverFactory(**ends, status="planned", intakes=[world.intake])


def _person(world):
    world.participant = f.ParticipantFactory(
        first_name="Amina", last_name=SECRET, caseworker=world.caseworker, registered_by=world.caseworker
    )
    person = {"participant": world.participant}
    world.jobseeker_period = f.JobseekerPeriodFactory(**person)
    world.mapping = f.MappingFactory(**person)
    world.aim = f.AimFactory(**person)
    world.employment = f.EmploymentFactory(**person)
    world.measure = f.MeasureFactory(**person)
    world.note = f.NoteFactory(**person)
    world.task = f.TaskFactory(**person)
    # Written by hand: the one about the person, the other about nobody.
    world.own_task = f.TaskFactory(kind="manual", **person)
    world.general_task = f.TaskFactory(kind="manual", participant=None, owner=world.caseworker, created_by=None)
    world.plan = f.PlanFactory(**person)
    world.plan_step = f.PlanStepFactory(plan=world.plan)


def _application(world):
    world.application = f.ApplicationFactory(participant=world.participant, window=world.window)
    world.wish = f.WishFactory(application=world.application, intake=world.open_intake, status=Wish.Status.OFFERED)
    world.run = f.AllocationRunFactory(
        window=world.window,
        made_by=world.county_staff,
        policy=world.policy,
        status=AllocationRun.Status.APPROVED,
        approved_by=world.second_county_staff,
        approved_at=clock.now(),
    )
    world.decision = f.AllocationDecisionFactory(
        run=world.run, wish=world.wish, outcome=AllocationDecision.Outcome.PLACED, position=1
    )
    world.offer = f.OfferFactory(wish=world.wish, run=world.run)
    Intake.objects.filter(pk=world.open_intake.pk).update(occupied=1)
    # A second window whose run waits for approval by somebody else than its maker.
    world.preview_window = f.AllocationWindowFactory(
        county=world.county, first_start=f.today(130), last_start=f.today(200), deadline=f.today(-1)
    )
    world.preview_run = f.AllocationRunFactory(
        window=world.preview_window, made_by=world.second_county_staff, policy=world.policy
    )
    f.AccessGrantFactory(
        participant=world.participant,
        county=world.county,
        source=AccessGrant.Source.APPLICATION,
        source_id=world.application.public_id,
    )
    _after_allocation(world)


def _after_allocation(world):
    """A third window: she got no place there, its leftover round is open, and a proposal with an exception waits."""
    world.leftover_window = f.AllocationWindowFactory(
        county=world.county, first_start=f.today(210), last_start=f.today(280), deadline=f.today(-1), status="allocated"
    )
    world.leftover_application = f.ApplicationFactory(
        participant=world.participant, window=world.leftover_window, status="decided", decided_at=clock.now()
    )
    intake = f.IntakeFactory(contract=world.contract, window=world.leftover_window, starts_on=f.today(220))
    wish = f.WishFactory(application=world.leftover_application, intake=intake, status="waiting")
    world.leftover_round = f.LeftoverRoundFactory(window=world.leftover_window, opened_by=world.second_county_staff)
    other = f.IntakeFactory(contract=world.contract, window=world.leftover_window, starts_on=f.today(230))
    second = f.WishFactory(application=world.leftover_application, intake=other, rank=2, status="waiting")
    world.exception_run = f.AllocationRunFactory(
        window=world.leftover_window,
        made_by=world.second_county_staff,
        policy=world.policy,
        seed="00" * 16,
        inputs={"intakes": Round(intakes=intakes_of(world.leftover_window)).inputs},
    )
    waiting = AllocationDecision.Outcome.WAITING
    world.waiting_decision = f.AllocationDecisionFactory(run=world.exception_run, wish=wish, outcome=waiting)
    f.AllocationDecisionFactory(run=world.exception_run, wish=second, outcome=waiting)
    world.allocation_exception = f.AllocationExceptionFactory(
        run=world.exception_run, wish=second, made_by=world.second_county_staff
    )
    world.simulation = f.AllocationSimulationFactory(county=world.county, policy=world.policy)
    world.criteria_draft = f.PolicyVersionFactory(
        parameters={"waiting": 30},
        valid_from=f.today(),
        number=91,
        county=world.county,
        status="draft",
        created_by=world.second_county_staff,
        note="Ventetid skal telle.",
    )


def _enrolment(world):
    world.enrolment = f.EnrolmentFactory(participant=world.participant, intake=world.intake, granted=True)
    world.ended_enrolment = f.EnrolmentFactory(
        participant=world.participant,
        intake=world.ended_intake,
        status="completed",
        certificate_issued_on=f.today(),
        granted=True,
    )
    Intake.objects.filter(pk__in=[world.intake.pk, world.ended_intake.pk]).update(occupied=1)
    world.attendance = f.AttendanceFactory(enrolment=world.enrolment, recorded_by=world.provider_lead)
    world.employer = f.EmployerFactory(sector=world.sector, name="Midt sykehjem")
    world.placement = f.PlacementFactory(
        enrolment=world.enrolment, employer=world.employer, created_by=world.provider_lead
    )
    world.visit = f.VisitFactory(placement=world.placement)
    world.planned_visit = f.VisitFactory(placement=world.placement, planned=True)
    world.meeting = f.EmployerMeetingFactory(employer=world.employer, created_by=world.provider_lead)
    world.snapshot = f.OutcomeSnapshotFactory(enrolment=world.ended_enrolment)
    _offers(world)


def _offers(world):
    """Two job offers, one that waits for Nav and one she said yes to; and a written reference with its file."""
    of = {"placement": world.placement, "recorded_by": world.provider_lead}
    world.job_offer = f.JobOfferFactory(condition="wage_subsidy", **of)
    world.plain_offer = f.JobOfferFactory(condition="language_test", **of)
    job = f.EmploymentFactory(
        participant=world.participant, source="provider", recorded_by=world.provider_lead, starts_on=f.today(14)
    )
    world.answered_offer = f.JobOfferFactory(answer="accepted", answered_on=f.today(), employment=job, **of)
    world.reference = f.ReferenceFactory(
        placement=world.placement,
        status="received",
        file=f.StoredFileFactory(membership=world.provider_lead, content_type="application/pdf", name="attest.pdf"),
        recorded_by=world.provider_lead,
    )
    # Her course that has ended: the provider follows her up with a task of its own.
    world.followed = world.ended_enrolment
    world.follow_up_task = f.TaskFactory(
        kind="manual", participant=world.participant, owner=None, provider=world.provider, created_by=None
    )


def _agreements(world):
    """A signed copy, a wish that waits and one that is approved, a training plan and the template it is made from."""
    placement = world.placement
    placement.signed_on, placement.signed_copy = f.today(), f.StoredFileFactory(membership=world.provider_lead)
    placement.save()
    world.swap = f.SwapRequestFactory(placement=placement)
    world.approved_swap = f.SwapRequestFactory(
        placement=placement,
        status="approved",
        answer="Ja.",
        answered_by=world.caseworker,
        answered_at=world.swap.asked_at,
    )
    world.plan_template = f.PlanTemplateFactory(county=world.county)
    f.TemplateStepFactory(template=world.plan_template)
    world.training_plan = f.TrainingPlanFactory(placement=placement, template=world.plan_template)
    world.plan_goal = f.PlanGoalFactory(plan=world.training_plan, reached_on=f.today())
    f.PlanGoalFactory(plan=world.training_plan)


def _employers(world):
    """What belongs to the employer, and another that may be the same."""
    world.second_employer = f.EmployerFactory(sector=world.sector, name="Midt sjukeheim")
    world.employer_contact = f.EmployerContactFactory(employer=world.employer)
    world.slot_period = f.SlotPeriodFactory(employer=world.employer)


def _letters(world):
    """A draft about the offer, a sent one about a course that was cut short, and a draft of another rule."""
    world.letter = f.DecisionLetterFactory(kind="offer", offer=world.offer, wish=world.wish, decision=world.decision)
    ended = {
        "wish": None,
        "participant": world.participant,
        "intake": world.ended_intake,
        "own_words": "Målet er nådd.",
    }
    world.sent_letter = f.DecisionLetterFactory(kind="end", enrolment=world.ended_enrolment, **ended)
    send_letters(letters=[world.sent_letter], channel="posted", sent_on=f.today(), by=world.caseworker)
    world.sent_letter.refresh_from_db()
    # Two other people's county staff and the administrator may decide about it: its maker is none of them.
    world.letter_rule = f.LetterRuleFactory(created_by=world.second_county_staff)


def _class_work(world):
    """From week to week; and a course she left today, between the two others."""
    world.week_plan = f.WeekPlanFactory(intake=world.intake)
    world.absence_warning = f.AbsenceWarningFactory(enrolment=world.enrolment)
    world.job_search = f.JobSearchActivityFactory(enrolment=world.enrolment)
    intake = f.IntakeFactory(
        contract=world.contract, running=True, starts_on=f.today(-23), theory_ends_on=f.today(-13), ends_on=f.today(-11)
    )
    f.IntakeAssignmentFactory(intake=intake, membership=world.instructor)
    world.left_enrolment = f.EnrolmentFactory(
        participant=world.participant,
        intake=intake,
        status="dropped_out",
        end_reason="other",
        ends_on=f.today(-15),
        ended_by=world.provider_lead,
        ended_at=clock.now(),
        granted=True,
    )
    Intake.objects.filter(pk=intake.pk).update(occupied=1)
    world.suitability = f.SuitabilityAssessmentFactory(enrolment=world.enrolment, assessed_by=world.provider_lead)
    world.language_test = f.LanguageTestFactory(enrolment=world.enrolment)
    world.certificate = f.CourseCertificateFactory(enrolment=world.ended_enrolment)
    f.LeavingFactory(enrolment=world.left_enrolment, planned_ends_on=intake.ends_on, recorded_by=world.provider_lead)


def _kernel(world):
    world.job_run = f.JobRunFactory(membership=world.county_staff)
    world.snapshot_run = f.JobRunFactory(membership=None, kind="reporting.snapshots", label="Resultater")
    world.notification = f.NotificationFactory(membership=world.caseworker)
    world.saved_filter = f.SavedFilterFactory(membership=world.caseworker)
    world.stored_file = f.StoredFileFactory(membership=world.county_staff)
    world.import_batch = f.ImportBatchFactory(membership=world.administrator)


def _feedback(world):
    """One of her own accord, and an open round with one answer."""
    about = {"concept": world.concept, "sender": world.caseworker}
    world.feedback = f.ConceptFeedbackFactory(**about)
    world.feedback_round = f.FeedbackRoundFactory(
        county=world.county, concepts=[world.concept], offices=[world.office], opened_by=world.second_county_staff
    )
    f.ConceptFeedbackFactory(round=world.feedback_round, kind="", verdict="change", **about)


def _barriers(world):
    """Open, closed and alike barriers the office reported about the person, and a report of discrimination."""
    make, about = f.BarrierFactory, {"participant": world.participant, "reported_by": world.caseworker}
    owned = {"county": world.county, "owner_county": world.county, "employer": world.employer}
    world.barrier = make(**owned, what="Ingen fadder om kvelden")
    f.BarrierReportFactory(barrier=world.barrier, **about)
    f.BarrierReportFactory(barrier=world.barrier, reported_by=world.provider_lead)
    closed = {"status": "solved", "answer": "Ordnet.", "closed_at": clock.now(), "closed_by": world.county_staff}
    world.closed_barrier = make(**owned, what="Kontrakten kom sent", **closed)
    f.BarrierReportFactory(barrier=world.closed_barrier, **about)
    world.other_barrier = make(county=world.county, owner_county=world.county, what="Skiftet begynner før bussen går")
    f.BarrierReportFactory(barrier=world.other_barrier, reported_by=world.county_staff)
    world.discrimination_report = f.DiscriminationReportFactory(
        employer__sector=world.sector, county=world.county, reported_by=world.instructor
    )


def _requests(world):
    """One that waits for an answer, with consent; one answered today; a wish; and a proposal of the class's sharing out."""
    world.asked_employer = f.EmployerFactory(
        sector=world.sector, name="Spurt sykehjem", contact_email="post@spurt.example"
    )
    about = {"enrolment": world.enrolment, "recorded_by": world.provider_lead}
    world.placement_request = f.PlacementRequestFactory(
        asked=True, employer=world.asked_employer, consented_on=f.today(), **about
    )
    world.answered_request = f.PlacementRequestFactory(
        status="no", asked_on=f.today(), answered_on=f.today(), closed_at=clock.now(), **about
    )
    world.placement_wish = f.PlacementWishFactory(enrolment=world.enrolment, employer=world.asked_employer)
    world.slot_round = f.SlotRoundFactory(intake=world.intake, created_by=world.provider_lead)
    points = {"nobody_yet": 0, "waiting": 2, "refusals": 10, "total": 12, "wishes": []}
    f.SlotShareFactory(round=world.slot_round, enrolment=world.enrolment, employer=world.asked_employer, points=points)


def _outsider(world):
    """Each outsider works with somebody, so that an empty scope is not what keeps her out."""
    world.foreign_participant = f.ParticipantFactory(last_name=OTHER, caseworker=world.outsider_caseworker)
    concept = f.ConceptFactory(county=world.foreign_county)
    contract = f.ContractFactory(concept=concept, provider=world.foreign_provider)
    world.foreign_intake = f.IntakeFactory(contract=contract, running=True)
    world.foreign_enrolment = f.EnrolmentFactory(
        participant=world.foreign_participant, intake=world.foreign_intake, granted=True
    )
    # Open classes of the other county: about one it is asked for permission, about the other not yet.
    world.second_foreign_intake = f.IntakeFactory(contract=contract)
    world.permission = f.CountyPermissionFactory(
        participant=world.participant, intake=f.IntakeFactory(contract=contract), asked_by=world.caseworker
    )
    own_intake = f.IntakeFactory(contract=world.contract, running=True)
    f.IntakeAssignmentFactory(intake=own_intake, membership=world.instructor_unassigned)
