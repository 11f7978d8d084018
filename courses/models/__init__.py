"""Catalogue, applications, allocation and enrolment."""

from courses.models.allocation import AllocationDecision, AllocationRun, AllocationWindow, PolicyVersion
from courses.models.application import Application, ChecklistAnswer, Offer, Wish
from courses.models.catalogue import ChecklistItem, Concept, Contract, HiringRequirement, LabourDemand
from courses.models.enrolment import Attendance, Enrolment
from courses.models.intake import Intake, IntakeAssignment, OfficeQuota

__all__ = [
    "AllocationDecision",
    "AllocationRun",
    "AllocationWindow",
    "Application",
    "Attendance",
    "ChecklistAnswer",
    "ChecklistItem",
    "Concept",
    "Contract",
    "Enrolment",
    "HiringRequirement",
    "Intake",
    "IntakeAssignment",
    "LabourDemand",
    "Offer",
    "OfficeQuota",
    "PolicyVersion",
    "Wish",
]
