"""What a hand-over of a class means for its placements (C2): the workplaces hear of the new provider."""

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, workdays
from amo.models import Membership
from courses.models import Enrolment, Handover
from participants.actions import create_task
from participants.models import Participant
from placements.models import Placement, Visit

GOING_ON = (Placement.Status.AGREED, Placement.Status.RUNNING)
TELL_WORKING_DAYS = 5
"""The new provider tells the employer and agrees on the visits within so many working days."""


def follow(handover: Handover, enrolments: list[Enrolment], by: Membership | None) -> None:
    """One task for the new provider per placement that goes on: tell the employer, and take the planned visits over.

    Placements and visits themselves follow the participation: whoever may open that may open them.
    """
    placements = Placement.objects.filter(enrolment__in=enrolments, status__in=GOING_ON)
    placements = list(placements.select_related("participant", "employer").order_by("pk"))
    planned = set(_planned_visits(placements).values_list("placement", flat=True))
    due_on = workdays.add_working_days(max(handover.day, clock.today()), TELL_WORKING_DAYS)
    for placement in placements:
        if placement.pk in planned:
            title = _("Fortell %(employer)s at dere er ny kursleverandør, og avtal besøket som er planlagt")
        else:
            title = _("Fortell %(employer)s at dere er ny kursleverandør")
        create_task(
            participant=placement.participant,
            kind="handover",
            title=(title % {"employer": placement.employer.name})[:200],
            due_on=due_on,
            provider=handover.to_contract.provider,
            url=reverse("placements:placement_detail", args=[placement.public_id]),
            dedupe_key=f"handover:{handover.public_id}:{placement.public_id}",
            by=by,
        )


def touches(enrolment_ids: list[int], membership: Membership) -> list[tuple[str, int]]:
    """How many placements and planned visits go along, among those the membership may open. Two queries."""
    people = Participant.objects.openable_by(membership)
    placements = Placement.objects.visible_to(membership).filter(
        enrolment__in=enrolment_ids, status__in=GOING_ON, participant__in=people
    )
    return [
        (str(_("Praksisplasser")), placements.count()),
        (str(_("Planlagte besøk")), _planned_visits(placements).count()),
    ]


def _planned_visits(placements):
    return Visit.objects.filter(placement__in=placements, status=Visit.Status.PLANNED).order_by("pk")
