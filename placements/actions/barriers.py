"""Barriers: reported, taken on, answered, handed over, opened again, merged (L9). One owner at a time."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, locks, versions, workdays
from amo.models import County, Membership, Role
from amo.notifications import notify_many
from participants.actions import complete_tasks_by_key, create_task
from placements.barrier_owners import About, Unit, fields_of, label_of, owner_of, proposed
from placements.barriers import may_answer
from placements.models import Barrier, BarrierReport, BarrierStep

TASK = "barrier"
"""Kind of the owner's task: done when the barrier is answered or given to somebody else."""
ANSWER_WORKING_DAYS = 10
Status, Step = Barrier.Status, BarrierStep.Kind


@transaction.atomic
def report_barrier(
    *,
    county: County,
    level: str,
    what: str,
    by: Membership,
    about: About | None = None,
    text: str = "",
    owner: Unit | None = None,
    same_as: Barrier | None = None,
    is_new: bool = False,
) -> BarrierReport:
    """Report what stands in the way; counted on `same_as` when it is the same as one that is open.

    With neither `same_as` nor `is_new`, an open one in the same words about the same is the same one.
    Raises ValidationError at `same_as` when that one was closed meanwhile, or the reporter has told it already.
    """
    about = about or About()
    locks.wait_for_transaction(f"barriers:{county.pk}")
    barrier = _joined(same_as) if same_as else None
    if barrier is None and not is_new:
        barrier = _in_the_same_words(county, level, what, about)
    first = barrier is None
    if first:
        barrier = Barrier(
            county=county,
            level=level,
            what=what,
            concept=about.concept,
            intake=about.intake,
            employer=about.employer,
            created_at=clock.now(),
            **fields_of(owner or proposed(level, about, county, by)),
        )
        barrier = versions.save(barrier)
    elif barrier.reports.filter(reported_by=by, participant=about.participant).exists():
        raise ValidationError({"same_as": _("Du har allerede meldt dette.")})
    report = BarrierReport(
        barrier=barrier, participant=about.participant, text=text, reported_by=by, reported_at=clock.now()
    )
    report.full_clean()
    report.save()
    if first:
        _ask_owner(barrier, by)
    return report


def _joined(chosen: Barrier) -> Barrier:
    """The open barrier, locked, that a chosen one is or was merged into."""
    barrier = Barrier.objects.select_for_update(of=("self",)).get(pk=chosen.merged_into_id or chosen.pk)
    if barrier.status not in Barrier.OPEN:
        raise ValidationError({"same_as": _("Denne barrieren er nettopp lukket. Velg at det er noe annet.")})
    return barrier


def _in_the_same_words(county: County, level: str, what: str, about: About) -> Barrier | None:
    found = Barrier.objects.filter(
        county=county, level=level, what__iexact=what, employer=about.employer, concept=about.concept,
        intake=about.intake, status__in=Barrier.OPEN, merged_into=None,
    )  # fmt: skip
    return found.select_for_update(of=("self",)).order_by("pk").first()


@transaction.atomic
def take_on(*, barrier: Barrier, by: Membership, version: int | None = None) -> Barrier:
    """The owner works on it; those who reported it are told. Raises ValidationError unless it is only reported."""
    barrier = _locked(barrier, by, version)
    if barrier.status != Status.REPORTED:
        raise ValidationError(_("Barrieren er allerede tatt tak i."))
    barrier.status, barrier.taken_on_by, barrier.taken_on_at = Status.TAKEN_ON, by, clock.now()
    versions.save(barrier)
    _step(barrier, Step.TAKEN_ON, by)
    _tell_reporters(barrier, _("%(who)s har tatt tak i noe dere meldte: %(what)s") % _words(barrier, by), by)
    return barrier


@transaction.atomic
def close(*, barrier: Barrier, status: str, answer: str, by: Membership, version: int | None = None) -> Barrier:
    """Answer and close: solved, or cannot be solved here. Raises ValidationError when it is closed, or has no answer."""
    barrier = _locked(barrier, by, version)
    if barrier.status not in Barrier.OPEN:
        raise ValidationError(_("Barrieren er allerede lukket."))
    if not answer.strip():
        raise ValidationError({"answer": _("Skriv et svar før barrieren lukkes.")})
    barrier.status, barrier.answer = status, answer
    barrier.closed_by, barrier.closed_at = by, clock.now()
    versions.save(barrier)
    barrier.reports.update(answer_seen_at=None)
    _step(barrier, Step.CLOSED, by, answer)
    complete_tasks_by_key(_task_key(barrier), by=by)
    _tell_reporters(barrier, _("%(who)s har svart på noe dere meldte: %(what)s") % _words(barrier, by), by)
    return barrier


@transaction.atomic
def hand_over(*, barrier: Barrier, owner: Unit, reason: str, by: Membership, version: int | None = None) -> Barrier:
    """Give an open barrier to another owner, with a reason that both sides read."""
    barrier = _locked(barrier, by, version)
    if barrier.status not in Barrier.OPEN:
        raise ValidationError(_("Barrieren er lukket. Åpne den igjen før du gir den videre."))
    before = label_of(owner_of(barrier))
    for name, value in fields_of(owner).items():
        setattr(barrier, name, value)
    barrier.status, barrier.taken_on_by, barrier.taken_on_at = Status.REPORTED, None, None
    versions.save(barrier)
    text = _("Fra %(before)s til %(after)s. %(reason)s") % {
        "before": before,
        "after": label_of(owner),
        "reason": reason,
    }
    _step(barrier, Step.HANDED_OVER, by, text)
    complete_tasks_by_key(_task_key(barrier), by=by)
    _ask_owner(barrier, by)
    return barrier


@transaction.atomic
def reopen(*, barrier: Barrier, reason: str, by: Membership, version: int | None = None) -> Barrier:
    """Open a closed one again: its owner, the county, and those who reported it, whose answer did not help."""
    barrier = Barrier.objects.select_for_update(of=("self",)).get(pk=barrier.pk)
    versions.check(barrier, version)
    if barrier.merged_into_id or barrier.status in Barrier.OPEN:
        raise ValidationError(_("Barrieren er ikke lukket."))
    barrier.status, barrier.answer = Status.REPORTED, ""
    barrier.closed_by = barrier.closed_at = barrier.taken_on_by = barrier.taken_on_at = None
    versions.save(barrier)
    _step(barrier, Step.REOPENED, by, reason)
    _ask_owner(barrier, by)
    return barrier


@transaction.atomic
def merge(*, barrier: Barrier, into: Barrier, by: Membership, version: int | None = None) -> Barrier:
    """Two that turned out to be one: the reports go to `into`. Returns it. Both are open and of one county."""
    locks.wait_for_transaction(f"barriers:{barrier.county_id}")
    pair = Barrier.objects.select_for_update(of=("self",)).filter(pk__in=[barrier.pk, into.pk]).order_by("pk")
    found = {one.pk: one for one in pair}
    barrier, into = found[barrier.pk], found[into.pk]
    versions.check(barrier, version)
    if barrier.pk == into.pk or barrier.county_id != into.county_id:
        raise ValidationError({"into": _("Velg en annen åpen barriere i samme fylke.")})
    if any(one.merged_into_id or one.status not in Barrier.OPEN for one in (barrier, into)):
        raise ValidationError({"into": _("Bare barrierer som er åpne, kan slås sammen.")})
    barrier.reports.update(barrier=into)
    barrier.merged_into = into
    versions.save(barrier)
    # What was merged into this one before leads on to the same.
    Barrier.objects.filter(merged_into=barrier).update(merged_into=into)
    _step(barrier, Step.MERGED, by, into.what)
    _step(into, Step.MERGED, by, barrier.what)
    complete_tasks_by_key(_task_key(barrier), by=by)
    return into


@transaction.atomic
def see_answers(*, barrier: Barrier, by: Membership) -> None:
    """The one who reported has read the answer."""
    if barrier.status not in Barrier.OPEN:
        barrier.reports.filter(reported_by=by, answer_seen_at=None).update(answer_seen_at=clock.now())


# --- pieces ---------------------------------------------------------------------------------------


def _locked(barrier: Barrier, by: Membership, version: int | None) -> Barrier:
    """Under lock, unmerged, at the version that was seen, and this membership's to answer."""
    barrier = Barrier.objects.select_for_update(of=("self",)).get(pk=barrier.pk)
    versions.check(barrier, version)
    if barrier.merged_into_id:
        raise ValidationError(_("Barrieren er slått sammen med en annen."))
    if not may_answer(by, barrier):
        raise ValidationError(_("Barrieren er gitt til noen andre."))
    return barrier


def _step(barrier: Barrier, kind: str, by: Membership, text: str = "") -> None:
    step = BarrierStep(barrier=barrier, kind=kind, text=text[:1000], by=by, at=clock.now())
    step.full_clean()
    step.save()


def _task_key(barrier: Barrier) -> str:
    return f"barrier:{barrier.public_id}:"


def _url(barrier: Barrier) -> str:
    return reverse("placements:barrier_detail", args=[barrier.public_id])


def _words(barrier: Barrier, by: Membership) -> dict:
    return {"who": by.organisation_name, "what": barrier.what}


def _ask_owner(barrier: Barrier, by: Membership) -> None:
    """A task with a date for the owner; the county, which owns no tasks, is told instead and sees it on its start page."""
    key = f"{_task_key(barrier)}{barrier.version}"
    if barrier.owner_county_id:
        staff = Membership.objects.active_on(clock.today()).filter(
            role=Role.COUNTY_STAFF, county=barrier.owner_county_id
        )
        text = _("En barriere er meldt til dere: %(what)s") % {"what": barrier.what}
        _notify(staff, text, barrier, key, by)
        return
    create_task(
        kind=TASK,
        title=(_("Svar på barrieren: %(what)s") % {"what": barrier.what})[:200],
        due_on=workdays.add_working_days(clock.today(), ANSWER_WORKING_DAYS),
        owner=barrier.owner,
        office=barrier.owner_office,
        provider=barrier.owner_provider,
        url=_url(barrier),
        dedupe_key=key,
        by=by,
    )


def _tell_reporters(barrier: Barrier, text: str, by: Membership) -> None:
    """Everybody who reported it, once each, but not who did it herself."""
    people = Membership.objects.filter(pk__in=barrier.reports.values("reported_by"))
    _notify(people, text, barrier, f"barrier:{barrier.public_id}:{barrier.version}", by)


def _notify(people: Iterable[Membership], text: str, barrier: Barrier, key: str, by: Membership) -> None:
    notify_many((one, text, _url(barrier), key) for one in people if one.pk != by.pk)
