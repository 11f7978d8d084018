"""The applications on the person page: the latest few, and all of them on the courses' own tab."""

from django.urls import reverse
from django.utils.translation import gettext as _

from amo.models import Membership
from courses.application_page import APPLICATION_COLORS, STATUS_COLORS, held_back
from courses.models import Application, Wish

SHOWN = 3
"""Somebody with 130 applications has a page of her own for them."""


def all_applications(membership: Membership, ids: list) -> dict[int, list[dict]]:
    """{participant: her applications that were sent, newest first, each with its wishes}. One query."""
    if not membership.is_nav:
        return {}
    wishes = Wish.objects.visible_to(membership).filter(application__participant__in=ids)
    wishes = wishes.exclude(application__status=Application.Status.DRAFT).select_related(
        "application__window", "intake__contract__concept"
    )
    found: dict[int, dict[int, dict]] = {}
    for wish in wishes.order_by("-application__created_at", "-application__pk", "rank"):
        person = found.setdefault(wish.application.participant_id, {})
        row = person.setdefault(
            wish.application_id,
            {"application": wish.application, "color": APPLICATION_COLORS[wish.application.status], "wishes": []},
        )
        row["wishes"].append({"wish": wish, "concept": wish.intake.concept, "color": STATUS_COLORS[wish.status]})
    for row in (row for rows in found.values() for row in rows.values()):
        row["awaits_plan"] = held_back(row["application"], (one["wish"] for one in row["wishes"]))
    return {person: list(rows.values()) for person, rows in found.items()}


def applications(membership: Membership, ids: list) -> dict:
    """participant.overview: the latest applications with the status of every wish, and how many there are more."""
    return {
        person: {"applications": rows[:SHOWN], "more": max(0, len(rows) - SHOWN)}
        for person, rows in all_applications(membership, ids).items()
    }


def tabs(membership: Membership, ids: list) -> dict:
    """participant.tabs: NAV's tab with her applications and courses."""
    if not membership.is_nav:
        return {}
    return {
        public_id: {
            "tabs": [
                {
                    "key": "applications",
                    "label": _("Søknader og kurs"),
                    "url": reverse("courses:person_courses", args=[public_id]),
                }
            ]
        }
        for public_id in ids
    }
