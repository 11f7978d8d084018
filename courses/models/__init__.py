"""Catalogue, applications, allocation and enrolment."""

from courses.models.advice import AdviceShown
from courses.models.allocation import AllocationDecision, AllocationRun, AllocationWindow, PolicyVersion
from courses.models.application import Application, ChecklistAnswer, Offer, Wish
from courses.models.application_change import ApplicationChange
from courses.models.catalogue import ChecklistItem, Concept, HiringRequirement, LabourDemand
from courses.models.certificate import CourseCertificate
from courses.models.class_work import (
    AbsenceFollowUp,
    AbsenceWarning,
    AttendanceCorrection,
    DayKind,
    JobSearchActivity,
    Leaving,
    WeekPlan,
)
from courses.models.concept_version import ConceptVersion
from courses.models.contract import Contract
from courses.models.contract_records import ContractNotice, ContractOption, Handover, PlacesBeyond
from courses.models.enrolment import Attendance, Enrolment
from courses.models.feedback import ConceptFeedback, FeedbackRound
from courses.models.intake import Intake, IntakeAssignment, OfficeQuota
from courses.models.intake_life import IntakeEnding, WeeklyMail
from courses.models.language import LanguagePlan, LanguageTest
from courses.models.leaflet import LeafletText
from courses.models.letter import DecisionLetter, LetterRule
from courses.models.permission import CountyPermission
from courses.models.rounds import AllocationException, AllocationSimulation, LeftoverAnswer, LeftoverRound
from courses.models.suitability import SuitabilityAssessment

__all__ = [
    "AbsenceFollowUp",
    "AbsenceWarning",
    "AdviceShown",
    "AllocationDecision",
    "AllocationException",
    "AllocationRun",
    "AllocationSimulation",
    "AllocationWindow",
    "Application",
    "ApplicationChange",
    "Attendance",
    "AttendanceCorrection",
    "ChecklistAnswer",
    "ChecklistItem",
    "Concept",
    "ConceptFeedback",
    "ConceptVersion",
    "Contract",
    "ContractNotice",
    "ContractOption",
    "CountyPermission",
    "CourseCertificate",
    "DayKind",
    "DecisionLetter",
    "Enrolment",
    "FeedbackRound",
    "Handover",
    "HiringRequirement",
    "Intake",
    "IntakeAssignment",
    "IntakeEnding",
    "JobSearchActivity",
    "LabourDemand",
    "LanguagePlan",
    "LanguageTest",
    "LeafletText",
    "Leaving",
    "LeftoverAnswer",
    "LeftoverRound",
    "LetterRule",
    "Offer",
    "OfficeQuota",
    "PlacesBeyond",
    "PolicyVersion",
    "SuitabilityAssessment",
    "WeekPlan",
    "WeeklyMail",
    "Wish",
]
