"""The agreement, extensions and the training plan on the placement's, the class's and the start page (L3, L4, L6)."""

from collections import defaultdict

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from amo.models import Membership, Role
from placements import unsigned
from placements.actions.swaps import may_ask
from placements.models import Placement, PlacementExtension, SwapRequest, TrainingPlan
from placements.protection import unprotected
from placements.slots import HOLDS_SLOT
from placements.swap_panels import wish_text
from placements.training_follow import not_followed, reasons

CLASS_SHOWN = 20


def _url(route: str, placement: Placement) -> str:
    return reverse(f"placements:{route}", args=[placement.public_id])


def _visible(membership: Membership, ids: list) -> QuerySet:
    return Placement.objects.visible_to(membership).filter(pk__in=ids)


def buttons(membership: Membership, ids: list) -> dict:
    """placement.buttons, for the provider: a longer placement, another placement."""
    if not membership.is_provider:
        return {}
    found = {}
    asked = SwapRequest.objects.filter(placement__in=ids, status=SwapRequest.Status.OPEN)
    asked = set(asked.values_list("placement", flat=True))
    for placement in _visible(membership, ids).select_related("enrolment"):
        links = []
        if placement.status in HOLDS_SLOT and placement.ends_on < placement.enrolment.ends_on:
            links.append((_("Forleng"), "placement_extend"))
        if placement.pk not in asked and may_ask(placement):
            links.append((_("Be om bytte"), "swap_new"))
        found[placement.pk] = {
            "buttons": [
                {"label": label, "url": _url(route, placement), "variant": "secondary"} for label, route in links
            ]
        }
    return found


def side(membership: Membership, ids: list) -> dict:
    """placement.side: signed or not, extensions, wishes to swap."""
    extensions, swaps = defaultdict(list), defaultdict(list)
    seen = PlacementExtension.objects.visible_to(membership).filter(placement__in=ids)
    for row in seen.select_related("agreed_by__user"):
        extensions[row.placement_id].append(row)
    asked = SwapRequest.objects.visible_to(membership).filter(placement__in=ids)
    for row in asked.select_related("employer", "sector"):
        url = reverse("placements:swap_detail", args=[row.public_id])
        swaps[row.placement_id].append({"swap": row, "wish": wish_text(row), "url": url})
    return {
        placement.pk: {
            "agreement": placement,
            "waits": placement.signed_on is None and placement.status in HOLDS_SLOT,
            **_paper(membership, placement),
            "copy_url": _url("signed_copy", placement) if placement.signed_copy_id else "",
            "extensions": extensions[placement.pk],
            "swaps": swaps[placement.pk],
        }
        for placement in _visible(membership, ids)
    }


def _paper(membership: Membership, placement: Placement) -> dict:
    """Where the provider prints the agreement and marks it as signed."""
    if not membership.is_provider or placement.status == Placement.Status.CANCELLED:
        return {"pdf_url": "", "sign_url": ""}
    return {"pdf_url": _url("agreement_pdf", placement), "sign_url": _url("agreement_sign", placement)}


def training(membership: Membership, ids: list) -> dict:
    """placement.detail: the training plan with its steps, and that it is not followed."""
    today = clock.today()
    plans = TrainingPlan.objects.visible_to(membership).filter(placement__in=ids).prefetch_related("goals")
    plans = {plan.placement_id: plan for plan in plans}
    flagged = {row.pk: reasons(row, today) for row in not_followed(_visible(membership, ids), today)}
    found = {}
    for placement in _visible(membership, ids):
        plan = plans.get(placement.pk)
        goals = list(plan.goals.all()) if plan else []
        makes = membership.is_provider and placement.status in HOLDS_SLOT
        if plan is None and not makes and placement.pk not in flagged:
            continue
        found[placement.pk] = {
            "plan": plan,
            "goals": goals,
            "reached": sum(goal.reached_on is not None for goal in goals),
            "plan_url": _url("training_plan", placement) if plan else "",
            "new_url": _url("training_new", placement) if makes and not plan else "",
            "flags": flagged.get(placement.pk, []),
        }
    return found


def of_intakes(membership: Membership, ids: list) -> dict:
    """intake.detail: whose plan is not followed, and how many agreements wait for signatures. Two queries."""
    if not (membership.is_provider or membership.role == Role.COUNTY_STAFF):
        return {}
    today, found = clock.today(), {}
    placements = unprotected(Placement.objects.visible_to(membership).filter(enrolment__intake__in=ids))
    flagged, waiting = defaultdict(list), defaultdict(list)
    rows = not_followed(placements, today).select_related("participant", "employer", "enrolment")
    for row in rows.order_by("participant__name_sort", "pk"):
        flagged[row.enrolment.intake_id].append({"placement": row, "flags": reasons(row, today)})
    for row in (
        unsigned.of(placements).select_related("participant", "employer", "enrolment").order_by("starts_on", "pk")
    ):
        waiting[row.enrolment.intake_id].append(row)
    for pk in ids:
        if flagged[pk] or waiting[pk]:
            found[pk] = {
                "flagged": flagged[pk][:CLASS_SHOWN],
                "flagged_more": max(0, len(flagged[pk]) - CLASS_SHOWN),
                "waiting": waiting[pk][:CLASS_SHOWN],
                "waiting_more": max(0, len(waiting[pk]) - CLASS_SHOWN),
            }
    return found


def start(membership: Membership, ids: list) -> dict:
    """start: agreements without signatures (provider), training plans that are not followed (provider, county)."""
    if not (membership.is_provider or membership.role == Role.COUNTY_STAFF):
        return {}
    visible = unprotected(Placement.objects.visible_to(membership))
    items = []
    if membership.is_provider and (count := unsigned.of(visible).count()):
        text = ngettext("Avtale som ikke er signert", "Avtaler som ikke er signert", count)
        items.append({"text": text, "url": reverse("placements:unsigned_agreements"), "count": count})
    if count := not_followed(visible, clock.today()).count():
        text = ngettext("Opplæringsplan som ikke følges", "Opplæringsplaner som ikke følges", count)
        items.append({"text": text, "url": reverse("placements:training_not_followed"), "count": count})
    return {one: {"title": _("Praksisavtaler og opplæring"), "items": items} for one in ids} if items else {}
