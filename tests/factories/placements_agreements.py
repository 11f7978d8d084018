"""Agreements: extensions, wishes to swap, training plans and their templates."""

import factory
from factory.django import DjangoModelFactory

from amo import clock
from placements import models as placements
from tests.factories.kernel import CountyFactory, OccupationFactory, today
from tests.factories.outcomes import PlacementFactory


class SwapRequestFactory(DjangoModelFactory):
    """Open, her own suggestion."""

    class Meta:
        model = placements.SwapRequest

    placement = factory.SubFactory(PlacementFactory)
    reason = placements.SwapRequest.Reason.OWN_TRADE
    explanation = "Hun er frisør og har funnet en salong selv."
    own_suggestion = "Salong Saks, Storgata 3"
    asked_by = factory.SelfAttribute("placement.created_by")
    asked_at = factory.LazyFunction(lambda: clock.now())


class PlacementExtensionFactory(DjangoModelFactory):
    class Meta:
        model = placements.PlacementExtension

    placement = factory.SubFactory(PlacementFactory)
    old_end = factory.LazyFunction(lambda: today(14))
    new_end = factory.LazyFunction(lambda: today(28))
    reason = "Trenger mer tid"
    agreed_by = factory.SelfAttribute("placement.created_by")
    agreed_at = factory.LazyFunction(lambda: clock.now())


class PlanTemplateFactory(DjangoModelFactory):
    class Meta:
        model = placements.PlanTemplate

    county = factory.SubFactory(CountyFactory)
    occupation = factory.SubFactory(OccupationFactory)
    title = factory.Sequence(lambda n: f"Mal {n}")


class TemplateStepFactory(DjangoModelFactory):
    class Meta:
        model = placements.TemplateStep

    template = factory.SubFactory(PlanTemplateFactory)
    rank = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Kan oppgave {n}")
    week = 1


class TrainingPlanFactory(DjangoModelFactory):
    """Agreed by all three on the placement's first day."""

    class Meta:
        model = placements.TrainingPlan

    placement = factory.SubFactory(PlacementFactory)
    participant_agreed_on = factory.SelfAttribute("placement.starts_on")
    employer_agreed_on = factory.SelfAttribute("placement.starts_on")
    provider_agreed_on = factory.SelfAttribute("placement.starts_on")
    created_by = factory.SelfAttribute("placement.created_by")
    created_at = factory.LazyFunction(lambda: clock.now())


class PlanGoalFactory(DjangoModelFactory):
    class Meta:
        model = placements.PlanGoal

    plan = factory.SubFactory(TrainingPlanFactory)
    rank = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Steg {n}")
    due_on = factory.LazyFunction(lambda: today(7))
