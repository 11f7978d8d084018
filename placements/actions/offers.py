"""Job offers: written down, their condition decided, answered, and the answer taken back (L8).

An accepted offer becomes an employment fact through participants' own action, once; nothing is ever overwritten there.
"""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership
from courses.models import Enrolment
from participants import actions as participants
from participants.models import Employment, Participant
from participants.responsible import task_owner
from placements.models import JobOffer, Placement

Answer, Condition, Decision, Reason = JobOffer.Answer, JobOffer.Condition, JobOffer.Decision, JobOffer.Reason

SUBSIDY_TASK = "wage_subsidy"
"""Kind of the caseworker's task to answer for a wage subsidy; done by the answer on its own page."""
SUBSIDY_DAYS = 7
TERMS = (
    "employer", "employer_name", "occupation", "form", "on_call", "fte_low", "fte_high", "hours", "starts_on",
    "ends_on", "condition", "condition_text", "offered_on", "note",
)  # fmt: skip
REASONS = {
    Answer.DECLINED: (
        Reason.HOURS, Reason.PERCENTAGE, Reason.PAY, Reason.TRAVEL, Reason.OTHER_JOB, Reason.EDUCATION, Reason.OTHER,
    ),
    Answer.WITHDRAWN: (Reason.CONDITION, Reason.NO_NEED, Reason.OTHER),
}  # fmt: skip
"""Which reasons belong to which answer: the one is hers, the other the employer's."""


@transaction.atomic
def register_offer(
    *, enrolment: Enrolment, by: Membership, placement: Placement | None = None, **terms: object
) -> JobOffer:
    """Write down a job offer to somebody on or after a course. terms: TERMS; percentages are whole numbers.

    A wage subsidy makes a task for her caseworker. Raises ValidationError at the field.
    """
    if enrolment.status == Enrolment.Status.NOT_STARTED:
        raise ValidationError(_("Deltakeren begynte aldri på kurset."))
    offer = JobOffer(
        enrolment=enrolment,
        participant_id=enrolment.participant_id,
        placement=placement,
        recorded_by=by,
        recorded_at=clock.now(),
    )
    _set_terms(offer, terms)
    versions.save(offer)
    _ask_nav(offer, by)
    return offer


@transaction.atomic
def change_offer(*, offer: JobOffer, by: Membership, version: int | None = None, **terms: object) -> JobOffer:
    """Change what is offered while it waits for an answer. Another condition is another question: not decided yet.

    Raises StaleVersion, and ValidationError for an offer that is answered: then the job is what is corrected.
    """
    offer = _locked(offer)
    versions.check(offer, version)
    if not offer.is_open:
        raise ValidationError(_("Tilbudet er besvart. Angre svaret først, eller rett jobben."))
    before = offer.condition
    _set_terms(offer, terms)
    if offer.condition != before:
        offer.condition_decision, offer.condition_decided_on, offer.condition_reason = Decision.NONE, None, ""
        _nav_need_not_answer(offer, by)
    versions.save(offer)
    _ask_nav(offer, by)
    return offer


def _set_terms(offer: JobOffer, terms: dict[str, object]) -> None:
    unknown = set(terms) - set(TERMS)
    if unknown:
        raise TypeError(f"not a term of an offer: {', '.join(sorted(unknown))}")
    for name, value in terms.items():
        setattr(offer, name, value)
    if offer.employer_id:
        offer.employer_name = ""
    if not offer.condition:
        offer.condition_text = ""
    if offer.offered_on and offer.offered_on > clock.today():
        raise ValidationError({"offered_on": _("Datoen kan ikke være fram i tid.")})
    if offer.offered_on and offer.offered_on < offer.enrolment.starts_on:
        day = date_format(offer.enrolment.starts_on)
        raise ValidationError(
            {"offered_on": _("Tilbudet kan ikke være fra før kurset startet, %(day)s.") % {"day": day}}
        )
    if offer.condition == Condition.OTHER and not offer.condition_text:
        raise ValidationError({"condition_text": _("Skriv hva vilkåret er.")})
    if offer.fte_high is not None and offer.fte_low is not None and offer.fte_high < offer.fte_low:
        raise ValidationError({"fte_high": _("Den høyeste stillingsprosenten må være minst like høy som den laveste.")})


def _ask_nav(offer: JobOffer, by: Membership) -> None:
    """A wage subsidy is Nav's to decide: one task for her caseworker, or the office."""
    if not offer.waits_for_nav:
        return
    participants.create_task(
        participant=offer.participant,
        kind=SUBSIDY_TASK,
        title=_("Svar om lønnstilskudd til et jobbtilbud"),
        due_on=clock.today() + dt.timedelta(days=SUBSIDY_DAYS),
        url=reverse("placements:offer_condition", args=[offer.public_id]),
        dedupe_key=f"{_task_key(offer)}{offer.version}",
        by=by,
        **task_owner(offer.participant),
    )


def _task_key(offer: JobOffer) -> str:
    return f"{SUBSIDY_TASK}:{offer.public_id}:"


def _nav_need_not_answer(offer: JobOffer, by: Membership) -> None:
    participants.complete_tasks_by_key(_task_key(offer), by=by)


@transaction.atomic
def decide_condition(
    *,
    offer: JobOffer,
    decision: str,
    decided_on: dt.date,
    by: Membership,
    reason: str = "",
    version: int | None = None,
) -> JobOffer:
    """Whether the condition is met. A wage subsidy is decided by the office alone, and whoever wrote the offer is told.

    What is refused may still be offered without it, or be withdrawn. Raises PermissionDenied, StaleVersion, and
    ValidationError at `decided_on` or `reason`.
    """
    offer = _locked(offer)
    versions.check(offer, version)
    subsidy = offer.condition == Condition.WAGE_SUBSIDY
    if subsidy and not by.is_office:
        raise PermissionDenied
    if not offer.condition:
        raise ValidationError(_("Tilbudet har ikke noe vilkår."))
    if not offer.is_open:
        raise ValidationError(_("Tilbudet er besvart. Angre svaret først."))
    _check_day(offer, decided_on, "decided_on")
    if decision == Decision.REFUSED and not reason.strip():
        raise ValidationError({"reason": _("Skriv kort hvorfor vilkåret ikke er oppfylt.")})
    offer.condition_decision, offer.condition_decided_on = decision, decided_on
    offer.condition_reason = reason.strip()
    versions.save(offer)
    if subsidy:
        _nav_need_not_answer(offer, by)
        _tell_of_decision(offer, by)
    return offer


def _tell_of_decision(offer: JobOffer, by: Membership) -> None:
    """Whoever wrote the offer hears that Nav has answered; no name, for mail and messages carry none."""
    receiver = offer.recorded_by
    if receiver.pk == by.pk or not receiver.is_in_force(clock.today()):
        return
    url = reverse("placements:offer_detail", args=[offer.public_id])
    key = f"offer-decision:{offer.public_id}:{offer.version}"
    notifications.notify(receiver, _("Nav har svart om lønnstilskudd til et jobbtilbud."), url, key)


@transaction.atomic
def answer_offer(
    *,
    offer: JobOffer,
    answer: str,
    answered_on: dt.date,
    by: Membership,
    reason: str = "",
    note: str | None = None,
    found_through: str = Employment.FoundThrough.UNKNOWN,
    version: int | None = None,
) -> JobOffer:
    """Her answer, or that the employer withdrew the offer, and why it did not become a job.

    Accepted: the job is recorded once; where the same side has told of it already, the offer is tied to that fact.
    Raises StaleVersion, and ValidationError at the field: answered already, a day ahead, a condition not decided.
    """
    offer = _locked(offer)
    versions.check(offer, version)
    if not offer.is_open:
        raise ValidationError(
            _("Tilbudet er allerede besvart: %(answer)s.") % {"answer": offer.get_answer_display().lower()}
        )
    _check_day(offer, answered_on, "answered_on")
    if note is not None:
        offer.note = note
    if answer == Answer.ACCEPTED:
        _refuse_undecided(offer)
        reason = Reason.NONE
        _make_job(offer, by, found_through)
    else:
        _check_reason(offer, answer, reason)
    offer.answer, offer.answered_on, offer.reason = answer, answered_on, reason
    versions.save(offer)
    _nav_need_not_answer(offer, by)
    return offer


def _check_day(offer: JobOffer, day: dt.date, field: str) -> None:
    if day > clock.today():
        raise ValidationError({field: _("Datoen kan ikke være fram i tid.")})
    if day < offer.offered_on:
        raise ValidationError({field: _("Datoen kan ikke være før tilbudet kom.")})


def _check_reason(offer: JobOffer, answer: str, reason: str) -> None:
    if answer not in REASONS:
        raise ValidationError({"answer": _("Velg svaret.")})
    if not reason:
        raise ValidationError({"reason": _("Velg hvorfor det ikke ble jobb.")})
    if reason not in REASONS[answer]:
        raise ValidationError({"reason": _("Velg en årsak som hører til svaret.")})
    if reason == Reason.CONDITION and not offer.condition:
        raise ValidationError({"reason": _("Tilbudet har ikke noe vilkår. Velg en annen årsak.")})
    if reason == Reason.OTHER and not offer.note:
        raise ValidationError({"note": _("Skriv kort hvorfor det ikke ble jobb.")})


def _refuse_undecided(offer: JobOffer) -> None:
    if not offer.condition or offer.condition_decision:
        return
    if offer.condition == Condition.WAGE_SUBSIDY:
        text = _("Nav har ikke svart om lønnstilskudd ennå. Svaret fra deltakeren kan føres når Nav har svart.")
    else:
        text = _("Før først om vilkåret er oppfylt.")
    raise ValidationError({"answer": text})


def _make_job(offer: JobOffer, by: Membership, found_through: str) -> None:
    """Record the job, or tie the offer to the one that is told already. The person is locked: two never make two."""
    try:
        with transaction.atomic():
            offer.employment = participants.record_employment(
                participant=offer.participant,
                by=by,
                employer_number=(offer.employer.organisation_number or "") if offer.employer else "",
                employer_name=offer.employer_label,
                occupation=offer.occupation,
                form=offer.form,
                on_call=offer.on_call,
                wage_subsidy=offer.condition == Condition.WAGE_SUBSIDY and offer.condition_decision == Decision.MET,
                fte_low=offer.fte_low,
                fte_high=offer.fte_high,
                starts_on=offer.starts_on,
                ends_on=offer.ends_on,
                found_through=found_through,
            )
        offer.job_was_there = False
    except participants.OverlappingJob as error:
        if JobOffer.objects.filter(employment=error.job).exclude(pk=offer.pk).exists():
            raise ValidationError(_("Et annet tilbud er alt blitt til denne jobben.")) from None
        offer.employment, offer.job_was_there = error.job, True


@transaction.atomic
def undo_answer(*, offer: JobOffer, by: Membership, version: int | None = None) -> JobOffer:
    """Take an answer back: the offer waits again, and the job it made counts no more.

    The fact is kept as everything that was told (R1); one that stood there before the answer stays. Raises
    StaleVersion, and ValidationError where the other side told of the job.
    """
    offer = _locked(offer)
    versions.check(offer, version)
    if offer.is_open:
        raise ValidationError(_("Tilbudet er ikke besvart."))
    if offer.employment_id and not offer.job_was_there:
        job = latest_version(offer.employment)
        if job.superseded_at is None:
            participants.withdraw_employment(employment=job, by=by)
    offer.employment, offer.job_was_there = None, False
    offer.answer, offer.answered_on, offer.reason = Answer.OPEN, None, Reason.NONE
    versions.save(offer)
    _ask_nav(offer, by)
    return offer


def latest_version(job: Employment) -> Employment:
    """The fact as it was last corrected; itself where nobody has."""
    while newer := Employment.objects.filter(supersedes=job).select_related("recorded_by").first():
        job = newer
    return job


def _locked(offer: JobOffer) -> JobOffer:
    """The offer, with the person locked before it as everywhere."""
    Participant.objects.select_for_update(of=("self",)).get(pk=offer.participant_id)
    rows = JobOffer.objects.select_for_update(of=("self",)).select_related(
        "participant__office", "participant__caseworker__user", "employer", "enrolment", "employment__recorded_by",
        "recorded_by",
    )  # fmt: skip
    return rows.get(pk=offer.pk)
