"""Factories for every record, with traits. Dates are relative to the clock's today; all persons are invented."""

from tests.factories.class_work import (
    AbsenceWarningFactory,
    CourseCertificateFactory,
    JobSearchActivityFactory,
    LanguageTestFactory,
    LeavingFactory,
    SuitabilityAssessmentFactory,
    WeekPlanFactory,
)
from tests.factories.courses import (
    AdviceShownFactory,
    AllocationDecisionFactory,
    AllocationExceptionFactory,
    AllocationRunFactory,
    AllocationSimulationFactory,
    AllocationWindowFactory,
    ApplicationChangeFactory,
    ApplicationFactory,
    AttendanceFactory,
    ChecklistAnswerFactory,
    ChecklistItemFactory,
    ConceptFactory,
    ConceptFeedbackFactory,
    ConceptVersionFactory,
    ContractFactory,
    ContractOptionFactory,
    CountyPermissionFactory,
    DecisionLetterFactory,
    EnrolmentFactory,
    FeedbackRoundFactory,
    HandoverFactory,
    HiringRequirementFactory,
    IntakeAssignmentFactory,
    IntakeFactory,
    LabourDemandFactory,
    LeafletTextFactory,
    LeftoverRoundFactory,
    LetterRuleFactory,
    OfferFactory,
    OfficeQuotaFactory,
    PolicyVersionFactory,
    WishFactory,
)
from tests.factories.kernel import (
    AccessLogFactory,
    CountyFactory,
    ImportBatchFactory,
    JobRunFactory,
    MembershipFactory,
    NotificationFactory,
    OccupationFactory,
    OfficeFactory,
    ProviderFactory,
    QualificationTypeFactory,
    SavedFilterFactory,
    SectorFactory,
    StoredFileFactory,
    UserFactory,
    today,
)
from tests.factories.outcomes import EmployerFactory, OutcomeSnapshotFactory, PlacementFactory, VisitFactory
from tests.factories.people import (
    AccessGrantFactory,
    AimFactory,
    ContactAttemptFactory,
    EducationPeriodFactory,
    EmploymentFactory,
    HeldCertificateFactory,
    InformationGivenFactory,
    JobseekerPeriodFactory,
    MappingFactory,
    MeasureFactory,
    NoteFactory,
    ParticipantFactory,
    PlanFactory,
    PlanStepFactory,
    PortfolioMarkFactory,
    PortfolioRowFactory,
    TaskFactory,
    WorkExperienceFactory,
    identity_number,
)
from tests.factories.placements_agreements import (
    PlacementExtensionFactory,
    PlanGoalFactory,
    PlanTemplateFactory,
    SwapRequestFactory,
    TemplateStepFactory,
    TrainingPlanFactory,
)
from tests.factories.placements_barriers import BarrierFactory, BarrierReportFactory, DiscriminationReportFactory
from tests.factories.placements_employers import EmployerContactFactory, SlotPeriodFactory
from tests.factories.placements_offers import JobOfferFactory, ReferenceFactory
from tests.factories.placements_requests import (
    PlacementRequestFactory,
    PlacementWishFactory,
    SlotRoundFactory,
    SlotShareFactory,
)
from tests.factories.placements_visits import EmployerMeetingFactory

__all__ = [name for name in dir() if name.endswith("Factory")] + ["identity_number", "today"]
