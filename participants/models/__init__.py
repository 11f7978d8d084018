"""The person: from registration to facts about work, and who may see her."""

from participants.models.access import AccessGrant
from participants.models.aim import Aim, AimOccupation
from participants.models.facts import ContactAttempt, EducationPeriod, Employment, InformationGiven, Measure
from participants.models.mapping import HeldCertificate, Mapping, WorkExperience
from participants.models.participant import JobseekerPeriod, Participant
from participants.models.plan import Plan, PlanStep
from participants.models.portfolio import PortfolioMark, PortfolioRow
from participants.models.work import Note, Task

__all__ = [
    "AccessGrant",
    "Aim",
    "AimOccupation",
    "ContactAttempt",
    "EducationPeriod",
    "Employment",
    "HeldCertificate",
    "InformationGiven",
    "JobseekerPeriod",
    "Mapping",
    "Measure",
    "Note",
    "Participant",
    "Plan",
    "PlanStep",
    "PortfolioMark",
    "PortfolioRow",
    "Task",
    "WorkExperience",
]
