"""What a provider has before it: a class's visits planned, meetings with employers, guides given (L5, L12)."""

import datetime as dt
import random

from amo import workdays
from courses.models import Intake
from placements import visit_plan_page
from placements.actions import meetings
from placements.actions.guides import hand_out_guide
from placements.actions.visit_plans import Row, plan_visits
from placements.actions.visits import cancel_visit
from placements.models import Employer, EmployerMeeting, Placement, Visit
from reporting.demo.world import World

AGREED = (
    "Fast fadder på hver vakt. Vi ringer avdelingsleder, ikke sentralbordet.",
    "De trenger folk på kveld og helg fra januar, og sier fra når stillingene lyses ut.",
    "Deltakere får prøve seg alene på frokosten fra uke tre.",
    "De vil møte klassen og fortelle hva de krever for å ansette.",
)


def build(world: World) -> None:
    """After placements and their visits are there; with a random source of its own, so that other parts stay as they were."""
    draw = random.Random(f"{world.seed}:visits")
    lead = world.members["demo.berit"]
    own = Placement.objects.filter(
        enrolment__intake__contract__provider=lead.provider_id, status__in=visit_plan_page.LIVE
    )
    _class_planned(world, lead)
    _called_off(draw, own, lead)
    _meetings(world, draw, own, lead)
    for number, placement in enumerate(own.order_by("pk")):
        if number % 2:
            hand_out_guide(placement=placement, language="nn" if number % 7 == 1 else "nb", by=lead)


def _class_planned(world: World, lead) -> None:
    """One class of several has all its visits planned, with hours; the others are left to be planned."""
    running = Intake.objects.visible_to(lead).filter(status=Intake.Status.RUNNING).order_by("starts_on", "code")
    for intake in running:
        placements = visit_plan_page.of_class(lead, intake)
        found = visit_plan_page.proposals(placements, intake, every_weeks=3, today=world.today)
        if found:
            rows = [
                Row(one["placement"].pk, one["planned_for"], dt.time(9 + n % 5, 30 * (n % 2)))
                for n, one in enumerate(found)
            ]
            plan_visits(rows=rows, by=lead)
            return


def _called_off(draw: random.Random, own, lead) -> None:
    planned = list(Visit.objects.filter(placement__in=own, status=Visit.Status.PLANNED).order_by("pk"))
    for visit in draw.sample(planned, min(2, len(planned))):
        cancel_visit(visit=visit, status=Visit.Status.CANCELLED_BY_EMPLOYER, by=lead)


def _meetings(world: World, draw: random.Random, own, lead) -> None:
    """Most have had a start meeting; one wants the provider in every Friday, one has every second week."""
    employers = list(Employer.objects.filter(pk__in=own.values("employer")).order_by("name_sort", "pk"))
    for number, employer in enumerate(employers):
        if number % 4 == 3:
            continue
        day = workdays.add_working_days(world.today, -draw.randint(8, 30))
        meetings.agree_meetings(
            employer=employer, kind=EmployerMeeting.Kind.START, on=day, by=lead, status=EmployerMeeting.Status.HELD,
            topics=draw.sample(EmployerMeeting.Topic.values, 3), agreed=AGREED[number % len(AGREED)],
        )  # fmt: skip
    for employer, kind, weeks in zip(employers, ("invited", "fixed"), (1, 2), strict=False):
        friday = world.today + dt.timedelta(days=(4 - world.today.weekday()) % 7 or 7)
        meetings.agree_meetings(
            employer=employer, kind=kind, on=friday, at=dt.time(9), by=lead, every_weeks=weeks,
            until=friday + dt.timedelta(weeks=12),
        )  # fmt: skip
