"""Models of the placements app."""

from placements.models.barrier import Barrier, BarrierReport, BarrierStep, DiscriminationReport
from placements.models.employer import (
    Employer,
    EmployerContact,
    EmployerMerge,
    PlacementRules,
    SlotPeriod,
    validate_organisation_number,
)
from placements.models.offer import JobOffer, Reference
from placements.models.placement import Placement, PlacementExtension, SwapRequest
from placements.models.request import PlacementRequest, PlacementWish, SlotRound, SlotShare
from placements.models.training import PlanGoal, PlanTemplate, TemplateStep, TrainingPlan
from placements.models.visit import EmployerMeeting, GuideHandOut, Visit

__all__ = [
    "Barrier",
    "BarrierReport",
    "BarrierStep",
    "DiscriminationReport",
    "Employer",
    "EmployerContact",
    "EmployerMeeting",
    "EmployerMerge",
    "GuideHandOut",
    "JobOffer",
    "Placement",
    "PlacementExtension",
    "PlacementRequest",
    "PlacementRules",
    "PlacementWish",
    "PlanGoal",
    "PlanTemplate",
    "Reference",
    "SlotPeriod",
    "SlotRound",
    "SlotShare",
    "SwapRequest",
    "TemplateStep",
    "TrainingPlan",
    "Visit",
    "validate_organisation_number",
]
