"""Catalogue, applications, allocation and enrolment."""

from courses.models.advice import AdviceShown
from courses.models.allocation import AllocationDecision, AllocationRun, AllocationWindow, PolicyVersion
from courses.models.application import Application, ChecklistAnswer, Offer, Wish
from courses.models.catalogue import ChecklistItem, Concept, Contract, HiringRequirement, LabourDemand
from courses.models.enrolment import Attendance, Enrolment
from courses.models.intake import Intake, IntakeAssignment, OfficeQuota
from courses.models.leaflet import LeafletText
from courses.models.letter import DecisionLetter, LetterRule

__all__ = [
    "AdviceShown",
    "AllocationDecision",
    "AllocationRun",
    "AllocationWindow",
    "Application",
    "Attendance",
    "ChecklistAnswer",
    "ChecklistItem",
    "Concept",
    "Contract",
    "DecisionLetter",
    "Enrolment",
    "HiringRequirement",
    "Intake",
    "IntakeAssignment",
    "LabourDemand",
    "LeafletText",
    "LetterRule",
    "Offer",
    "OfficeQuota",
    "PolicyVersion",
    "Wish",
]
