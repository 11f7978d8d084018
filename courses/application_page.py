"""What the page of one application shows: the wishes, the offers, the reasons (A1–A4)."""

from collections import defaultdict
from collections.abc import Iterable

from django.urls import reverse

from amo.models import Membership, Role
from courses import letter_page, plan_rule, words
from courses.models import AdviceShown, AllocationDecision, AllocationRun, Application, Concept, Offer, Wish
from courses.words_allocation import decision

STATUS_COLORS = {
    Wish.Status.PENDING: "submitted",
    Wish.Status.OFFERED: "offered",
    Wish.Status.ACCEPTED: "accepted",
    Wish.Status.DECLINED: "declined",
    Wish.Status.EXPIRED: "overdue",
    Wish.Status.REFUSED: "rejected",
    Wish.Status.WAITING: "waiting",
    Wish.Status.CLOSED: "closed",
}
APPLICATION_COLORS = {
    Application.Status.DRAFT: "draft",
    Application.Status.SUBMITTED: "submitted",
    Application.Status.DECIDED: "completed",
    Application.Status.WITHDRAWN: "withdrawn",
}


def held_back(application: Application, wishes: Iterable[Wish]) -> bool:
    """Does a wish of it still wait for a plan? Once all are settled the plan changes nothing for it (P7)."""
    waits = (Wish.Status.PENDING, Wish.Status.WAITING)
    return application.awaits_plan and any(wish.status in waits for wish in wishes)


def context(application: Application, membership: Membership) -> dict:
    """Wishes this membership may see, each with offer, decision and letters, and the advice as shown. Eight queries."""
    names = words.Names.load()
    wishes = list(
        Wish.objects.visible_to(membership)
        .filter(application=application)
        .select_related("intake__contract__concept__county", "intake__contract__provider")
        .order_by("rank")
    )
    offers = defaultdict(list)
    for offer in Offer.objects.filter(wish__in=wishes).order_by("offered_on", "pk"):
        offers[offer.wish_id].append(offer)
    decisions = latest_decisions(wishes, membership)
    return {
        "awaits_plan": held_back(application, wishes),
        "plan_late": plan_rule.is_late(application),
        "color": APPLICATION_COLORS[application.status],
        "decided": bool(decisions),
        "letters": letter_page.of_application(membership, application),
        "shown": shown_then(application.advice_shown, {wish.intake.concept.public_id for wish in wishes}, membership),
        "wishes": [_wish(wish, offers[wish.pk], decisions.get(wish.pk), membership, names) for wish in wishes],
    }


def shown_then(shown: AdviceShown | None, chosen: set, membership: Membership) -> dict | None:
    """What lay on the screen when the choice was made, from what was stored; the chosen courses are marked.

    County staff read of their own county's courses only; how many more there were is not told where it counts others'.
    """
    if shown is None:
        return None
    content, wanted = shown.content, {str(public_id) for public_id in chosen}
    own = _own_concepts(membership)
    courses = [
        course
        | {
            "chosen": course["concept"] in wanted,
            "band_text": words.BAND_WORDS[course["band"]](),
            "color": words.BAND_COLORS[course["band"]],
            "against": [*course["stops"], *course["below"], *course["clarify"], *course["warnings"]],
        }
        for course in content["courses"]
        if own is None or course["concept"] in own
    ]
    return {
        "record": shown,
        "courses": sorted(courses, key=lambda course: not course["chosen"]),
        "more": content.get("more", 0) if own is None or not shown.everywhere else 0,
        "not_now": content.get("not_now"),
        "warnings": content.get("warnings", []),
        "area": content.get("county", ""),
    }


def _own_concepts(membership: Membership) -> set[str] | None:
    """The courses of the county that county staff work for; None for those who read of every county's."""
    if membership.role != Role.COUNTY_STAFF:
        return None
    own = Concept.objects.visible_to(membership).filter(county=membership.county_id)
    return {str(public_id) for public_id in own.values_list("public_id", flat=True)}


def latest_decisions(wishes, membership: Membership) -> dict[int, AllocationDecision]:
    """{wish: what the latest approved run decided}."""
    decisions = AllocationDecision.objects.visible_to(membership).filter(
        wish__in=wishes, run__status=AllocationRun.Status.APPROVED
    )
    return {row.wish_id: row for row in decisions.select_related("run").order_by("run__made_at", "pk")}


def _wish(wish: Wish, offers, found: AllocationDecision | None, membership, names) -> dict:
    outstanding = next((offer for offer in offers if offer.status == Offer.Status.OUTSTANDING), None)
    return {
        "wish": wish,
        "intake": wish.intake,
        "concept": wish.intake.concept,
        "color": STATUS_COLORS[wish.status],
        "offers": offers,
        "contact_url": reverse("courses:offer_contact", args=[outstanding.public_id])
        if outstanding and membership.is_office
        else "",
        "answer_url": reverse("courses:offer_answer", args=[outstanding.public_id])
        if outstanding and outstanding.contacted_on and membership.is_office
        else "",
        "decision": explain(found) if found else "",
        "position": found.position if found and wish.status == Wish.Status.WAITING else None,
        "decided_at": found.run.approved_at if found else None,
        "advice": _advice(wish.advice, names) if wish.advice else None,
    }


def explain(found: AllocationDecision) -> str:
    """The sentence of a stored decision."""
    return decision(
        outcome=found.outcome,
        points=found.points,
        step=found.step,
        reason=found.reason,
        cut_off=found.cut_off,
        tie=(found.cut_off or {}).get("tie", ""),
    )


def _advice(stored: dict, names) -> dict:
    """The stored snapshot in words."""
    return {
        "band": words.BAND_WORDS[stored["band"]](),
        "color": words.BAND_COLORS[stored["band"]],
        "points": stored["points"],
        "policy": stored["policy"],
        "parts": [
            {
                "label": words.FACTORS[part["factor"]](),
                "points": round(part["points"]),
                "maximum": part["weight"],
                "text": " ".join(words.sentence(reason, names) for reason in part["reasons"]),
            }
            for part in stored["parts"]
        ],
        "warnings": [
            words.sentence(reason, names) for key in ("below", "clarify", "warnings") for reason in stored[key]
        ],
    }
