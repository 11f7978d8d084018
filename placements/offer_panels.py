"""What job offers add to the pages of participations, placements, persons, classes and employers (L8)."""

from collections import defaultdict
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses import grants
from courses.models import Enrolment, Intake
from participants.events import Event, Kind
from participants.models import Participant
from participants.views.lookups import may_write
from placements import offer_words
from placements.models import JobOffer, Placement
from placements.protection import unprotected

COUNTED = ("answer", "reason", "condition")
Answer = JobOffer.Answer


def _rows(membership: Membership, **where) -> QuerySet:
    found = JobOffer.objects.visible_to(membership).filter(**where).select_related("employer")
    return found.order_by("-offered_on", "-pk")


def _row(offer: JobOffer) -> dict:
    return {
        "url": reverse("placements:offer_detail", args=[offer.public_id]),
        "employer": offer.employer_label,
        "offered_on": offer.offered_on,
        "terms": offer_words.terms_text(offer),
        "condition": offer_words.condition_text(offer),
        "answer": offer.get_answer_display(),
        "color": offer_words.COLORS[offer.answer],
        "why_not": offer_words.why_not(offer),
    }


def _by(key: str, offers) -> dict[int, list[JobOffer]]:
    found = defaultdict(list)
    for offer in offers:
        found[getattr(offer, key)].append(offer)
    return found


def _panel(offers: list[JobOffer], new_url: str = "") -> dict:
    rows = [(one.answer, one.reason, one.condition) for one in offers]
    return {"rows": [_row(one) for one in offers], "counted": offer_words.counted(rows), "new_url": new_url}


def _new_url(enrolment: Enrolment, placement: Placement | None = None) -> str:
    url = reverse("placements:offer_new", args=[enrolment.public_id])
    return f"{url}?{urlencode({'praksis': placement.public_id})}" if placement else url


def _writable(membership: Membership, enrolments) -> set[int]:
    """Those participations (with `participant`) that the membership writes about; never one that did not begin."""
    began = [one for one in enrolments if one.status != Enrolment.Status.NOT_STARTED]
    if membership.is_provider:
        full = grants.has_course_view(membership, {one.participant_id for one in began}, on=clock.today())
        return {one.pk for one in began if one.participant_id in full}
    return {one.pk for one in began if may_write(membership, one.participant)}


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: the offers, and where one is written down. Not in a provider's reduced view. Three queries."""
    enrolments = list(Enrolment.objects.visible_to(membership).filter(pk__in=ids).select_related("participant"))
    writable = _writable(membership, enrolments)
    offers = _by("enrolment_id", _rows(membership, enrolment__in=ids))
    return {
        one.pk: _panel(offers[one.pk], _new_url(one) if one.pk in writable else "")
        for one in enrolments
        if one.pk in writable or offers[one.pk]
    }


def of_placements(membership: Membership, ids: list) -> dict:
    """placement.detail: the offers that came of it."""
    offers = _by("placement_id", _rows(membership, placement__in=ids))
    return {pk: _panel(rows) for pk, rows in offers.items()}


def buttons_of_placements(membership: Membership, ids: list) -> dict:
    """placement.buttons: write down an offer with the employer filled in."""
    placements = Placement.objects.visible_to(membership).filter(pk__in=ids).exclude(status=Placement.Status.CANCELLED)
    placements = list(placements.select_related("enrolment__participant"))
    writable = _writable(membership, [one.enrolment for one in placements])
    return {
        one.pk: {
            "buttons": [
                {"label": _("Registrer jobbtilbud"), "url": _new_url(one.enrolment, one), "variant": "secondary"}
            ]
        }
        for one in placements
        if one.enrolment_id in writable
    }


def of_participants(membership: Membership, ids: list) -> dict:
    """participant.overview, for NAV: her offers over all courses, and where her caseworker writes one down."""
    if not membership.is_nav:
        return {}
    offers = _by("participant_id", _rows(membership, participant__in=ids))
    latest = Enrolment.objects.visible_to(membership).filter(participant__in=ids, status__in=Enrolment.STARTED)
    last = {one.participant_id: one for one in latest.select_related("participant").order_by("starts_on", "pk")}
    found = {}
    for pk in ids:
        enrolment = last.get(pk)
        writes = enrolment is not None and may_write(membership, enrolment.participant)
        if offers[pk] or writes:
            found[pk] = _panel(offers[pk], _new_url(enrolment) if writes else "")
    return found


def of_intakes(membership: Membership, ids: list) -> dict:
    """intake.detail: what came of the class's offers in one line. Protected persons are in no count."""
    found = unprotected(JobOffer.objects.visible_to(membership).filter(enrolment__intake__in=ids))
    counted = offer_words.counted_by(found.order_by().values_list("enrolment__intake", *COUNTED))
    keys = dict(Intake.objects.filter(pk__in=counted).values_list("pk", "public_id"))
    return {
        pk: {"counted": text, "url": reverse("placements:class_offers", args=[keys[pk]])}
        for pk, text in counted.items()
    }


def of_employers(membership: Membership, ids: list) -> dict:
    """employer.detail: what came of the offers the membership may know of, by the employer itself."""
    found = unprotected(JobOffer.objects.visible_to(membership).filter(employer__in=ids))
    counted = offer_words.counted_by(found.order_by().values_list("employer", *COUNTED))
    return {pk: {"counted": text} for pk, text in counted.items()}


def events_of(membership: Membership, ids: list) -> dict:
    """participant.events: offered, the condition decided, answered, and why it did not become a job."""
    if not membership.is_nav:
        return {}
    found = defaultdict(list)
    for offer in _rows(membership, participant__in=ids).select_related("employer", "recorded_by__user"):
        found[offer.participant_id] += _events(offer)
    return {person: {"events": events} for person, events in found.items()}


def _events(offer: JobOffer) -> list[Event]:
    url, by = reverse("placements:offer_detail", args=[offer.public_id]), str(offer.recorded_by.user)
    text = f"{offer.employer_label}. {offer_words.terms_text(offer)}"
    events = [Event(Kind.JOB, offer.offered_on, _("Fikk jobbtilbud"), text, by, url, offer.recorded_at)]
    if offer.condition_decided_on:
        text = ". ".join(filter(None, [offer_words.condition_text(offer), offer.condition_reason]))
        events.append(
            Event(Kind.JOB, offer.condition_decided_on, _("Vilkåret for jobbtilbudet avgjort"), text, "", url)
        )
    if offer.answered_on:
        titles = {
            Answer.ACCEPTED: _("Takket ja til jobbtilbud"),
            Answer.DECLINED: _("Takket nei til jobbtilbud"),
            Answer.WITHDRAWN: _("Arbeidsgiveren trakk jobbtilbudet"),
        }
        text = ". ".join(filter(None, [offer.employer_label, offer_words.why_not(offer)]))
        events.append(Event(Kind.JOB, offer.answered_on, titles[offer.answer], text, "", url))
    return events


def meeting_of(membership: Membership, ids: list) -> dict:
    """participant.meeting: offers that wait for an answer, hers or Nav's."""
    if not membership.is_office:
        return {}
    found = defaultdict(lambda: {"open": []})
    for offer in _rows(membership, participant__in=ids, answer=Answer.OPEN):
        text = _("Jobbtilbud fra %(employer)s: venter på svar")
        route = "offer_detail"
        if offer.waits_for_nav:
            text, route = _("Jobbtilbud fra %(employer)s: Nav skal svare om lønnstilskudd"), "offer_condition"
        found[offer.participant_id]["open"].append(
            {
                "text": text % {"employer": offer.employer_label},
                "due": None,
                "url": reverse(f"placements:{route}", args=[offer.public_id]),
            }
        )
    return dict(found)


def path_of(membership: Membership, ids: list) -> dict:
    """participant.path: each offer as a milestone on the day it came."""
    visible = Participant.objects.visible_to(membership).filter(pk__in=ids)
    found = defaultdict(lambda: {"milestones": []})
    for offer in _rows(membership, participant__in=visible):
        label = _("Jobbtilbud: %(answer)s") % {"answer": offer.get_answer_display().lower()}
        found[offer.participant_id]["milestones"].append({"label": label, "on": offer.offered_on})
    return dict(found)


def start_of(membership: Membership, ids: list) -> dict:
    """start: a provider's offers that wait for an answer, in count."""
    if not membership.is_provider:
        return {}
    waiting = unprotected(JobOffer.objects.visible_to(membership).filter(answer=Answer.OPEN))
    items = [
        {
            "text": _("Skriv svaret på jobbtilbudet fra %(employer)s") % {"employer": offer.employer_label},
            "url": reverse("placements:offer_detail", args=[offer.public_id]),
        }
        for offer in waiting.select_related("employer").order_by("offered_on", "pk")[:5]
    ]
    return {membership.pk: {"title": _("Jobbtilbud"), "items": items}}
