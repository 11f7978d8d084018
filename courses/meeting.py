"""What the courses add to the page that prepares a meeting: what is open, and facts that questions rest on."""

from collections import defaultdict

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses import chain, waiting_list
from courses.engines.chain import plan_newer_than
from courses.models import Application, Enrolment, Offer, Wish
from participants.models import Participant

Status = Wish.Status
OPEN = (Status.PENDING, Status.WAITING, Status.OFFERED)


def for_participants(membership: Membership, ids: list) -> dict:
    """participant.meeting, for the office: {"open": [{text, due, url}], "offers": […], "running": …, "plan_after": …}.

    plan_after: the day her plan must be newer than before another course (P7), or None. Nine queries.
    """
    if not membership.is_office:
        return {}
    found = defaultdict(lambda: {"open": [], "offers": [], "running": None, "plan_after": None})
    _add_wishes(membership, ids, found)
    _add_enrolments(membership, ids, found)
    _add_chains(membership, ids, found)
    return dict(found)


def _add_wishes(membership: Membership, ids: list, found: dict) -> None:
    wishes = Wish.objects.visible_to(membership).filter(
        application__participant__in=ids, application__status__in=[Application.Status.SUBMITTED, Application.Status.DECIDED],
        status__in=OPEN,
    )  # fmt: skip
    wishes = list(
        wishes.select_related("application__window", "application__participant", "intake__contract__concept").order_by(
            "application", "rank"
        )
    )
    offers = Offer.objects.visible_to(membership).filter(wish__in=wishes, status=Offer.Status.OUTSTANDING)
    outstanding = {offer.wish_id: offer for offer in offers}
    places = waiting_list.places_of(wishes, membership)
    held_back = set()
    for wish in wishes:
        application, course = wish.application, wish.intake.concept.title
        person = found[application.participant_id]
        url = reverse("courses:application_detail", args=[application.public_id])
        offer, due = outstanding.get(wish.pk), None
        if offer:
            person["offers"].append((course, offer.deadline_on))
            text, due = _offer_text(course, offer), offer.deadline_on
        elif wish.status == Status.WAITING:
            place = places.get(wish.pk)
            text = _("På venteliste til %(course)s") % {"course": course}
            if place:
                text = _("På venteliste til %(course)s, nummer %(place)d i køen") % {
                    "course": course,
                    "place": place.position,
                }
        elif wish.status == Status.PENDING:
            text = _("Søkt inn på %(course)s som ønske %(rank)d, fordeles etter %(day)s") % {
                "course": course,
                "rank": wish.rank,
                "day": date_format(application.window.deadline, "j. F"),
            }
        else:
            continue
        person["open"].append({"text": text, "due": due, "url": url})
        if application.plan_due_on and application.plan_met_on is None and application.pk not in held_back:
            held_back.add(application.pk)
            text = _("Søknaden venter på en plan")
            person["open"].append({"text": text, "due": application.plan_due_on, "url": url})


def _offer_text(course: str, offer: Offer) -> str:
    if offer.contacted_on is None:
        return _("Tilbud om %(course)s: brukeren har ikke fått beskjed") % {"course": course}
    return _("Tilbud om %(course)s: venter på svar") % {"course": course}


def _add_enrolments(membership: Membership, ids: list, found: dict) -> None:
    today, status = clock.today(), Enrolment.Status
    enrolments = Enrolment.objects.visible_to(membership).filter(
        participant__in=ids, status__in=[status.AWAITING_START, status.PARTICIPATING], ends_on__gte=today
    )
    for row in enrolments.select_related("intake__contract__concept").order_by("starts_on", "pk"):
        person, course = found[row.participant_id], row.intake.concept.title
        if row.starts_on <= today:
            person["running"] = (course, row.ends_on)
            continue
        text = _("Starter på %(course)s %(day)s") % {"course": course, "day": date_format(row.starts_on, "j. F")}
        person["open"].append({"text": text, "due": None, "url": row.get_absolute_url()})


def _add_chains(membership: Membership, ids: list, found: dict) -> None:
    today = clock.today()
    own = Participant.objects.visible_to(membership).filter(pk__in=ids).values_list("pk", flat=True)
    for person, links in chain.load(list(own), day=today).items():
        if after := plan_newer_than(links, today):
            found[person]["plan_after"] = after
