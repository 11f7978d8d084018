"""Factories for every record, with traits. Dates are relative to the clock's today; all persons are invented."""

from tests.factories.courses import (
    AllocationDecisionFactory,
    AllocationRunFactory,
    AllocationWindowFactory,
    ApplicationFactory,
    AttendanceFactory,
    ChecklistAnswerFactory,
    ChecklistItemFactory,
    ConceptFactory,
    ContractFactory,
    EnrolmentFactory,
    HiringRequirementFactory,
    IntakeAssignmentFactory,
    IntakeFactory,
    LabourDemandFactory,
    OfferFactory,
    OfficeQuotaFactory,
    PolicyVersionFactory,
    WishFactory,
)
from tests.factories.kernel import (
    AccessLogFactory,
    CountyFactory,
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
    PortfolioRowFactory,
    TaskFactory,
    WorkExperienceFactory,
    identity_number,
)

__all__ = [name for name in dir() if name.endswith("Factory")] + ["identity_number", "today"]
