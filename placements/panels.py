"""The placements app's part of pages below it."""

from collections import defaultdict

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models.users import Role
from placements.models import Placement, Visit

Status = Placement.Status


def _placements(membership, **where):
    return (
        Placement.objects.visible_to(membership)
        .filter(**where)
        .select_related("employer", "enrolment")
        .prefetch_related("visits")
        .order_by("-starts_on", "-pk")
    )


def _row(placement: Placement) -> dict:
    held = [visit for visit in placement.visits.all() if visit.status == Visit.Status.HELD]
    return {
        "placement": placement,
        "url": reverse("placements:placement_detail", args=[placement.public_id]),
        "last_visit": max((visit.held_on for visit in held), default=None),
        "visits": len(held),
    }


def for_participants(membership, ids) -> dict:
    """participant.overview: every placement of a person, latest first."""
    found = defaultdict(list)
    for placement in _placements(membership, participant__in=ids):
        found[placement.participant_id].append(_row(placement))
    return {pk: {"rows": rows} for pk, rows in found.items()}


def tabs_of_participants(membership, ids) -> dict:
    """participant.tabs: NAV's tab with her placements."""
    if not membership.is_nav:
        return {}
    return {
        public_id: {
            "tabs": [
                {
                    "key": "placements",
                    "label": _("Praksis"),
                    "url": reverse("placements:person_placements", args=[public_id]),
                }
            ]
        }
        for public_id in ids
    }


def path_of_participants(membership, ids) -> dict:
    """participant.path: periods of placement, visits as milestones."""
    found = defaultdict(lambda: {"periods": [], "milestones": []})
    today = clock.today()
    for placement in _placements(membership, participant__in=ids):
        if placement.status == Status.CANCELLED:
            continue
        found[placement.participant_id]["periods"].append(
            {
                "label": _("Praksis"),
                "start": placement.starts_on,
                "end": placement.ends_on,
                "color": "meta-purple",
                "planned": placement.starts_on > today,
                "text": placement.employer.name,
            }
        )
        found[placement.participant_id]["milestones"] += [
            {"label": _("Besøk"), "on": visit.held_on}
            for visit in placement.visits.all()
            if visit.status == Visit.Status.HELD
        ]
    return dict(found)


def for_enrolments(membership, ids) -> dict:
    """enrolment.detail: the placements of one participation, and where a provider registers one."""
    found = defaultdict(list)
    for placement in _placements(membership, enrolment__in=ids):
        found[placement.enrolment_id].append(_row(placement))
    return {pk: {"rows": found.get(pk, [])} for pk in ids}


def buttons_of_enrolments(membership, ids) -> dict:
    """enrolment.buttons: "Logg besøk" while a placement runs, otherwise "Registrer praksisplass"."""
    if not membership.is_provider:
        return {}
    from courses.models import Enrolment

    running = {
        placement.enrolment_id: placement
        for placement in Placement.objects.visible_to(membership).filter(
            enrolment__in=ids, status__in=[Status.AGREED, Status.RUNNING]
        )
    }
    open_ones = Enrolment.objects.visible_to(membership).filter(
        pk__in=ids, status__in=[Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING]
    )
    found = {}
    for enrolment in open_ones:
        placement = running.get(enrolment.pk)
        if placement and placement.status == Status.RUNNING:
            url, label = reverse("placements:visit_log", args=[placement.public_id]), _("Logg besøk")
        elif placement:
            continue
        else:
            url = reverse("placements:placement_new", args=[enrolment.public_id])
            label = _("Registrer praksisplass")
        found[enrolment.pk] = {"buttons": [{"label": label, "url": url, "variant": "secondary"}]}
    return found


def for_intakes(membership, ids) -> dict:
    """intake.detail: how many of the class have a placement."""
    if not (membership.is_provider or membership.role == Role.COUNTY_STAFF):
        return {}
    found = defaultdict(set)
    for intake_id, enrolment_id in (
        Placement.objects.visible_to(membership)
        .filter(enrolment__intake__in=ids)
        .exclude(status=Status.CANCELLED)
        .values_list("enrolment__intake", "enrolment")
    ):
        found[intake_id].add(enrolment_id)
    return {pk: {"with_placement": len(found[pk])} for pk in ids}
