"""Catalogue, applications, allocation and enrolment."""

from courses.models.advice import AdviceShown
from courses.models.allocation import AllocationDecision, AllocationRun, AllocationWindow, PolicyVersion
from courses.models.application import Application, ChecklistAnswer, Offer, Wish
from courses.models.catalogue import ChecklistItem, Concept, Contract, HiringRequirement, LabourDemand
from courses.models.enrolment import Attendance, Enrolment
from courses.models.intake import Intake, IntakeAssignment, OfficeQuota
from courses.models.leaflet import LeafletText
from courses.models.rounds import AllocationException, AllocationSimulation, LeftoverAnswer, LeftoverRound

__all__ = [
    "AdviceShown",
    "AllocationDecision",
    "AllocationException",
    "AllocationRun",
    "AllocationSimulation",
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
    "LeafletText",
    "LeftoverAnswer",
    "LeftoverRound",
    "Offer",
    "OfficeQuota",
    "PolicyVersion",
    "Wish",
]
