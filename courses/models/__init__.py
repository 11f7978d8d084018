"""Catalogue, applications, allocation and enrolment."""

from courses.models.advice import AdviceShown
from courses.models.allocation import AllocationDecision, AllocationRun, AllocationWindow, PolicyVersion
from courses.models.application import Application, ChecklistAnswer, Offer, Wish
from courses.models.catalogue import ChecklistItem, Concept, Contract, HiringRequirement, LabourDemand
from courses.models.class_work import (
    AbsenceFollowUp,
    AbsenceWarning,
    AttendanceCorrection,
    DayKind,
    JobSearchActivity,
    Leaving,
    WeekPlan,
)
from courses.models.enrolment import Attendance, Enrolment
from courses.models.intake import Intake, IntakeAssignment, OfficeQuota
from courses.models.leaflet import LeafletText

__all__ = [
    "AbsenceFollowUp",
    "AbsenceWarning",
    "AdviceShown",
    "AllocationDecision",
    "AllocationRun",
    "AllocationWindow",
    "Application",
    "Attendance",
    "AttendanceCorrection",
    "ChecklistAnswer",
    "ChecklistItem",
    "Concept",
    "Contract",
    "DayKind",
    "Enrolment",
    "HiringRequirement",
    "Intake",
    "IntakeAssignment",
    "JobSearchActivity",
    "LabourDemand",
    "LeafletText",
    "Leaving",
    "Offer",
    "OfficeQuota",
    "PolicyVersion",
    "WeekPlan",
    "Wish",
]
