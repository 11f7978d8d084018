"""The kernel's records. It knows nothing of the apps above it."""

from amo.models.kernel import (
    ClockOffset,
    Draft,
    ImportBatch,
    JobRun,
    JobState,
    Notification,
    OutboxMessage,
    SavedFilter,
    StoredFile,
    StoredSearch,
    Submission,
)
from amo.models.log import AccessLog
from amo.models.organisations import County, Office, Provider
from amo.models.reference import Occupation, QualificationType, Sector
from amo.models.users import Membership, Role, User

__all__ = [
    "AccessLog",
    "ClockOffset",
    "County",
    "Draft",
    "ImportBatch",
    "JobRun",
    "JobState",
    "Membership",
    "Notification",
    "Occupation",
    "Office",
    "OutboxMessage",
    "Provider",
    "QualificationType",
    "Role",
    "SavedFilter",
    "Sector",
    "StoredFile",
    "StoredSearch",
    "Submission",
    "User",
]
