"""Who asks which employer for a placement: a nursing home with a queue, some with only refusals, wishes of a class (L2)."""

import random

from django.core.exceptions import ValidationError
from django.db import transaction

from courses.models import Enrolment, Intake
from placements.actions import requests as actions
from placements.actions import sharing
from placements.models import Employer, Placement, PlacementRequest
from placements.slots import HOLDS_SLOT
from reporting.demo.employers import SOUGHT_AFTER
from reporting.demo.world import World

ASKS, PROVIDER = PlacementRequest.AskedBy.PARTICIPANT, PlacementRequest.AskedBy.PROVIDER
HOW = list(PlacementRequest.How.values)
WHY_NOT = ["full", "full", "mentor", "hours", ""]


def build(world: World) -> None:
    """For the running classes of the demo's provider, through the app's own actions. A random source of its own."""
    draw = random.Random(f"{world.seed}:requests")
    lead = world.members["demo.berit"]
    own = [intake for intake in world.intakes if intake.contract.provider_id == lead.provider_id]
    running = [intake for intake in own if intake.status == Intake.Status.RUNNING]
    placed = Placement.objects.filter(status__in=HOLDS_SLOT).values("enrolment")
    people = Enrolment.objects.filter(intake__in=running, status="participating").exclude(pk__in=placed)
    people = list(people.select_related("participant").order_by("intake__starts_on", "pk"))
    home = Employer.objects.get(name=SOUGHT_AFTER)
    # By the provider: the home takes nobody who comes herself. Every fourth agrees that they are told her name.
    for number, enrolment in enumerate(people[: 3 * home.slots]):
        _ask(world, enrolment, home, lead, draw, by_provider=True, consent=number % 4 != 3)
    direct = [one for one in world.employers if one.channel != Employer.Channel.THROUGH_PROVIDER]
    for number, enrolment in enumerate(people):
        if number % 3 == 2:
            continue
        for employer in draw.sample(direct, 3 if number % 5 else 4):
            row = _ask(world, enrolment, employer, lead, draw)
            if row is not None and row.status == PlacementRequest.Status.ASKED and draw.random() < 0.6:
                _refuse(world, row, lead, draw)
    _wishes(draw, people, world.employers, lead)


def _ask(world: World, enrolment: Enrolment, employer: Employer, lead, draw, *, by_provider=False, consent=False):
    """A request some days ago; None where one may not be put."""
    days_ago = draw.randint(2, 12)
    try:
        with transaction.atomic():
            return actions.put_request(
                enrolment=enrolment,
                employer=employer,
                asked_by=PROVIDER if by_provider else ASKS,
                how="phone" if by_provider else draw.choice(HOW),
                asked_on=max(world.day(-days_ago), enrolment.starts_on),
                consent=consent and not enrolment.participant.is_protected,
                by=lead,
            )
    except ValidationError:
        return None


def _refuse(world: World, row: PlacementRequest, lead, draw) -> None:
    answered_on = max(world.day(-1), row.asked_on)
    actions.answer_request(request=row, status="no", answered_on=answered_on, reason=draw.choice(WHY_NOT), by=lead)


def _wishes(draw: random.Random, people: list[Enrolment], employers: list[Employer], lead) -> None:
    """The class with the most who lack a placement has wished, and a proposal waits to be used."""
    classes = {enrolment.intake_id for enrolment in people}
    if not classes:
        return
    largest = max(sorted(classes), key=lambda pk: sum(one.intake_id == pk for one in people))
    wanted = employers[:6]
    for enrolment in people:
        if enrolment.intake_id == largest:
            sharing.set_wishes(enrolment=enrolment, employers=draw.sample(wanted, draw.randint(1, 4)), by=lead)
    with transaction.atomic():
        sharing.propose(intake=Intake.objects.get(pk=largest), by=lead, seed=draw.randrange(2**31))
