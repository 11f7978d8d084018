"""Catalogue, applications, allocation and enrolment."""

from courses.models.advice import AdviceShown
from courses.models.allocation import AllocationDecision, AllocationRun, AllocationWindow, PolicyVersion
from courses.models.application import Application, ChecklistAnswer, Offer, Wish
from courses.models.application_change import ApplicationChange
from courses.models.catalogue import ChecklistItem, Concept, Contract, HiringRequirement, LabourDemand
from courses.models.enrolment import Attendance, Enrolment
from courses.models.intake import Intake, IntakeAssignment, OfficeQuota
from courses.models.leaflet import LeafletText
from courses.models.permission import CountyPermission

__all__ = [
    "AdviceShown",
    "AllocationDecision",
    "AllocationRun",
    "AllocationWindow",
    "Application",
    "ApplicationChange",
    "Attendance",
    "ChecklistAnswer",
    "ChecklistItem",
    "Concept",
    "Contract",
    "CountyPermission",
    "Enrolment",
    "HiringRequirement",
    "Intake",
    "IntakeAssignment",
    "LabourDemand",
    "LeafletText",
    "Offer",
    "OfficeQuota",
    "PolicyVersion",
    "Wish",
]
