"""What the page of one application shows: the wishes, the offers, the reasons (A1–A4)."""

from collections import defaultdict
from collections.abc import Iterable

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses import conditions_now, letter_page, plan_rule, waiting_list, words
from courses.changes import change_words
from courses.models import (
    AdviceShown,
    AllocationDecision,
    AllocationRun,
    AllocationWindow,
    Application,
    ApplicationChange,
    Concept,
    CountyPermission,
    Offer,
    Wish,
)
from courses.words_allocation import decision
from courses.words_base import join_words

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
PERMISSION_COLORS = {
    CountyPermission.Status.ASKED: "waiting",
    CountyPermission.Status.GRANTED: "accepted",
    CountyPermission.Status.REFUSED: "rejected",
    CountyPermission.Status.WITHDRAWN: "withdrawn",
    CountyPermission.Status.LAPSED: "withdrawn",
}


def held_back(application: Application, wishes: Iterable[Wish]) -> bool:
    """Does a wish of it still wait for a plan? Once all are settled the plan changes nothing for it (P7)."""
    waits = (Wish.Status.PENDING, Wish.Status.WAITING)
    return application.awaits_plan and any(wish.status in waits for wish in wishes)


def context(application: Application, membership: Membership) -> dict:
    """Wishes this membership may see, each with offer, decision, letters and the advice as shown. Constant queries."""
    names = words.Names.load()
    related = ("intake__contract__concept__county", "intake__contract__provider", "application__participant")
    every = list(
        Wish.everything.visible_to(membership)
        .filter(application=application)
        .select_related(*related, "removed_by__user")
        .order_by("rank", "removed_at")
    )
    wishes = [wish for wish in every if wish.removed_at is None]
    offers = defaultdict(list)
    for offer in Offer.objects.filter(wish__in=wishes).order_by("offered_on", "pk"):
        offers[offer.wish_id].append(offer)
    decisions = latest_decisions(wishes, membership)
    more = {
        "offers": offers,
        "decisions": decisions,
        "places": waiting_list.places_of(wishes, membership),
        "stops": conditions_now.stops_now(wishes, day=clock.today()) if is_alive(application) else {},
        "permissions": _permissions(application, wishes, membership),
        "single": len(wishes) == 1,
    }
    chosen = {wish.intake.concept.public_id for wish in wishes}
    changes = ApplicationChange.objects.filter(application=application).select_related("made_by__user")
    return {
        "may_change": may_change(application),
        "changes": [{"change": change, "text": change_words(change)} for change in changes],
        "removed": [wish for wish in every if wish.removed_at is not None],
        "awaits_plan": held_back(application, wishes),
        "plan_late": plan_rule.is_late(application),
        "color": APPLICATION_COLORS[application.status],
        "decided": bool(decisions),
        "letters": letter_page.of_application(membership, application),
        "shown": shown_then(application.advice_shown, chosen, membership),
        "compared": shown_then(_compared(application, chosen), chosen, membership),
        "wishes": [_wish(wish, more, membership, names) for wish in wishes],
        "against": _against(application, every),
    }


def _against(application: Application, every: Iterable[Wish]) -> list[str]:
    """Why what goes against the advice was chosen: each sentence once, after the courses it was written of.

    The application's own last sentence stands alone where no wish that is shown has it: wishes once had none.
    """
    courses = defaultdict(list)
    for wish in every:
        if wish.against_reason and wish.intake.concept.title not in courses[wish.against_reason]:
            courses[wish.against_reason].append(wish.intake.concept.title)
    told = [_("%(course)s: %(why)s") % {"course": join_words(names), "why": why} for why, names in courses.items()]
    if application.against_reason and application.against_reason not in courses:
        told.append(application.against_reason)
    return told


def is_alive(application: Application) -> bool:
    """Whether it can still lead to a place."""
    return application.status in (Application.Status.SUBMITTED, Application.Status.DECIDED)


def may_change(application: Application) -> bool:
    """Whether its wishes can still be changed: until the round's deadline. The action decides."""
    window = application.window
    return (
        application.status == Application.Status.SUBMITTED
        and window.status == AllocationWindow.Status.OPEN
        and window.deadline >= clock.today()
    )


def _permissions(application: Application, wishes, membership: Membership) -> dict[int, CountyPermission]:
    """{intake: another county's latest answer about it}."""
    found = CountyPermission.objects.visible_to(membership).filter(
        participant=application.participant_id, intake__in=[wish.intake_id for wish in wishes]
    )
    rows = found.exclude(status=CountyPermission.Status.WITHDRAWN).select_related("answered_by__user")
    return {row.intake_id: row for row in rows.order_by("asked_at", "pk")}


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
            "against": [
                *course["stops"],
                *course["below"],
                *_not_told(course),
                *course["clarify"],
                *course["warnings"],
            ],
        }
        for course in content["courses"]
        if own is None or course["concept"] in own
    ]
    return {
        "record": shown,
        "courses": sorted(courses, key=lambda course: not course["chosen"]),
        "more": content.get("more", 0) if own is None or not shown.everywhere else 0,
        "not_now": content.get("not_now"),
        "own_trade": content.get("own_trade"),
        "instead": content.get("instead"),
        "warnings": content.get("warnings", []),
        "area": content.get("county", ""),
        "compared": "compared" in content,
        "title": _("Kursene dere sammenlignet") if content.get("compared") else _("Hva dere så på da valget ble tatt"),
    }


def _not_told(course: dict) -> list[str]:
    """What a comparison said of choosing the course, as far as it is not told by the floors it is below."""
    told = " ".join(course["below"])
    return [text for text in course.get("against", ()) if text != told]


def _compared(application: Application, chosen: set) -> AdviceShown | None:
    """The last comparison with one of the chosen courses that was looked at before the application was sent that day."""
    shown = application.advice_shown
    if shown is None or "compared" in shown.content:
        return None
    seen = AdviceShown.objects.filter(
        participant=application.participant_id,
        shown_by=shown.shown_by_id,
        on=shown.on,
        shown_at__lte=application.submitted_at,
        content__has_key="compared",
    ).select_related("policy", "shown_by__user")
    wanted = {str(public_id) for public_id in chosen}
    return next(
        (one for one in seen if wanted.intersection(course["concept"] for course in one.content["courses"])), None
    )


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
    return decisions.select_related("run").by_wish()


def _wish(wish: Wish, more: dict, membership, names) -> dict:
    offers, found, stops = more["offers"][wish.pk], more["decisions"].get(wish.pk), more["stops"].get(wish.pk, [])
    outstanding = next((offer for offer in offers if offer.status == Offer.Status.OUTSTANDING), None)
    return {
        "wish": wish,
        "intake": wish.intake,
        "concept": wish.intake.concept,
        "color": STATUS_COLORS[wish.status],
        "offers": [{"offer": offer, "text": offer_text(offer)} for offer in offers],
        "contact_url": reverse("courses:offer_contact", args=[outstanding.public_id])
        if outstanding and membership.is_office
        else "",
        "answer_url": reverse("courses:offer_answer", args=[outstanding.public_id])
        if outstanding and outstanding.contacted_on and membership.is_office
        else "",
        "decision": explain(found) if found else "",
        "place": more["places"].get(wish.pk),
        "stops": [(words.sentence(stop, names), conditions_now.to_do(stop.code)) for stop in stops],
        "to_do": conditions_now.to_do(found.reason) if found and wish.refusal_reason == "requirement" else "",
        "permission": more["permissions"].get(wish.intake_id),
        "withdraw_url": _withdraw_url(wish, membership) if not more["single"] else "",
        "decided_at": found.run.approved_at if found else None,
        "advice": _advice(wish.advice, names) if wish.advice else None,
    }


def _withdraw_url(wish: Wish, membership: Membership) -> str:
    """Where one wish that waits is withdrawn; "" for a membership that only reads, and for a wish that is settled."""
    if not membership.is_office or wish.status not in (Wish.Status.PENDING, Wish.Status.WAITING):
        return ""
    return reverse("courses:wish_withdraw", args=[wish.application.public_id, wish.public_id])


def offer_text(offer: Offer) -> str:
    """The offer's status; one that lapsed though nobody got through says that it was no answer of hers."""
    if offer.status == Offer.Status.EXPIRED and offer.contacted_on is None:
        return _("Ikke kontaktet, plassen gikk videre")
    return offer.get_status_display()


def explain(found: AllocationDecision) -> str:
    """The sentence of a stored decision."""
    return decision(
        outcome=found.outcome,
        points=found.points,
        step=found.step,
        reason=found.reason,
        cut_off=found.cut_off,
        tie=(found.cut_off or {}).get("tie", ""),
        exception=(found.facts or {}).get("exception", ""),
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
            words.sentence(reason, names)
            for key in ("below", "against", "clarify", "warnings")
            for reason in stored.get(key, ())
        ],
    }
