"""Read models of job offers: one offer's page, what a new one starts from, and which may stand in a list (L8)."""

import datetime as dt
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses.enrolment_page import may_write_about
from participants.models import Employment
from placements import offer_words
from placements.actions.offers import latest_version
from placements.models import JobOffer, Placement

FoundThrough = Employment.FoundThrough


def of_answer(answer: str) -> Q:
    """A list's quick filter."""
    return Q(answer=answer)


def initial(placement: Placement | None) -> dict:
    """What a new offer starts from; at a placement the job usually follows the day after its last."""
    if placement is None:
        return {}
    return {"starts_on": max(placement.ends_on + dt.timedelta(days=1), clock.today())}


def found_through(offer: JobOffer) -> str:
    """How the job was found, where the records say it: an employer she has been in a placement with."""
    if offer.employer_id and offer.participant.placements.filter(employer=offer.employer_id).exists():
        return FoundThrough.PLACEMENT_EMPLOYER
    return FoundThrough.PLACEMENT_NETWORK if offer.placement_id else FoundThrough.UNKNOWN


def context(offer: JobOffer, membership: Membership) -> dict:
    """The page: facts, what waits for whom, the job it became, and the buttons of those who write."""
    writes = may_write_about(offer.enrolment, membership)
    job = latest_version(offer.employment) if offer.employment else None
    return {
        "offer": offer,
        "color": offer_words.COLORS[offer.answer],
        "facts": _facts(offer),
        "outcome": offer_words.why_not(offer),
        "waits_for_nav": offer.waits_for_nav,
        "job": job,
        "job_url": _job_url(offer, job, membership) if job and writes else "",
        "buttons": _buttons(offer, membership) if writes else [],
        "may_end_placement": writes and membership.is_provider and _placement_goes_on(offer),
        "back_url": reverse("courses:enrolment_detail", args=[offer.enrolment.public_id]),
    }


def _facts(offer: JobOffer) -> list[tuple[str, str]]:
    rows = [
        (_("Arbeidsgiver"), offer.employer_label),
        (_("Yrke"), str(offer.occupation or "")),
        (_("Ansettelsesform"), str(offer.get_form_display())),
        (_("Ringevikar"), _("Ja") if offer.on_call else ""),
        (_("Stillingsprosent"), offer.fte_text),
        (_("Når på døgnet"), offer.hours),
        (_("Første arbeidsdag"), date_format(offer.starts_on)),
        (_("Siste arbeidsdag"), date_format(offer.ends_on) if offer.ends_on else ""),
        (_("Tilbudt"), date_format(offer.offered_on)),
        (_("Vilkår for tilbudet"), offer_words.condition_text(offer)),
        (_("Begrunnelse for svaret på vilkåret"), offer.condition_reason),
        (_("Svart"), date_format(offer.answered_on) if offer.answered_on else ""),
        (_("Notat"), offer.note if not offer.reason else ""),
        (_("Registrert av"), str(offer.recorded_by.user)),
    ]
    return [row for row in rows if row[1]]


def _buttons(offer: JobOffer, membership: Membership) -> list[dict]:
    """What may be done now, the likeliest first."""

    def button(route: str, label: str, variant: str = "secondary") -> dict:
        return {"url": reverse(f"placements:{route}", args=[offer.public_id]), "label": label, "variant": variant}

    if not offer.is_open:
        return [button("offer_undo", _("Angre svaret"))]
    found = []
    subsidy = offer.condition == JobOffer.Condition.WAGE_SUBSIDY
    decides = bool(offer.condition) and not (subsidy and membership.is_provider)
    if decides:
        label = _("Svar om lønnstilskudd") if subsidy else _("Er vilkåret oppfylt?")
        found.append(button("offer_condition", label, "secondary" if offer.condition_decision else "primary"))
    answers_first = not decides or offer.condition_decision
    found.append(button("offer_answer", _("Skriv svaret"), "primary" if answers_first else "secondary"))
    found.append(button("offer_edit", _("Endre")))
    return found


def _job_url(offer: JobOffer, job: Employment, membership: Membership) -> str:
    """Where the job is corrected by the side that told it."""
    if job.superseded_at or not job.is_told_by(membership):
        return ""
    here = urlencode({"next": reverse("placements:offer_detail", args=[offer.public_id])})
    return f"{reverse('participants:employment_correct', args=[job.public_id])}?{here}"


def _placement_goes_on(offer: JobOffer) -> bool:
    """She has said yes, and the placement she is in has not been ended: that is the provider's next step."""
    running = (Placement.Status.AGREED, Placement.Status.RUNNING)
    accepted = offer.answer == JobOffer.Answer.ACCEPTED
    return accepted and offer.placement_id is not None and offer.placement.status in running
