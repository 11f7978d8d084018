"""Runs of the allocation: made as a job, previewed, approved by a second person, put aside (A2, A3)."""

import secrets
from collections.abc import Callable, Iterable
from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, jobs, versions
from amo.models import JobRun, Membership, Role
from courses import ground
from courses.actions import deciding
from courses.actions.carrying_out import carry_out
from courses.actions.following import follow_up
from courses.actions.offering import locked_wishes
from courses.actions.policies import policy_row
from courses.actions.seats import lock_intakes, lock_window
from courses.allocation_data import TRIED, Exceptions, Round, awaiting_plan, load
from courses.models import (
    AllocationException,
    AllocationRun,
    AllocationWindow,
    Application,
    Intake,
    LeftoverRound,
    PolicyVersion,
)

__all__ = ["JOB", "approve_run", "discard_run", "follow_up", "run_allocation", "run_job", "start_run"]

JOB = "courses.allocation"
STEPS = 4
"""What the job tells of its progress: read, counted, distributed, stored."""


def county_only(window: AllocationWindow, by: Membership) -> None:
    """Refuse whoever does not work for the window's county."""
    if by.role != Role.COUNTY_STAFF or by.county_id != window.county_id:
        raise PermissionDenied


@transaction.atomic
def start_run(
    *,
    window: AllocationWindow,
    by: Membership,
    again: AllocationRun | None = None,
    expected_version: int | None = None,
) -> JobRun:
    """Queue a run over the window as a job. Raises ValidationError when one is already waiting or running.

    again: a proposal whose ground has moved; the new one has its seed and those of its exceptions that still apply.
    Raises StaleVersion, and ValidationError where it is no proposal any more.
    """
    window = lock_window(window.pk)
    county_only(window, by)
    if again is not None:
        must_be_preview(locked(again), expected_version)
    if (
        not Application.objects.filter(window=window, wishes__status__in=TRIED)
        .exclude(status__in=[Application.Status.DRAFT, Application.Status.WITHDRAWN])
        .exclude(pk__in=awaiting_plan(window))
        .exists()
    ):
        raise ValidationError(_("Ingen søknader venter på plass i denne tildelingsrunden."))
    if JobRun.objects.filter(kind=JOB, arguments__window=str(window.public_id), finished_at=None).exists():
        raise ValidationError(_("Et forslag for denne tildelingsrunden er allerede under arbeid."))
    arguments = {"window": str(window.public_id)} | ({"again": str(again.public_id)} if again else {})
    label = _("Forslag til fordeling: %(window)s") % {"window": window}
    return jobs.start(JOB, label, by=by, total=STEPS, arguments=arguments)


def run_job(job_run: JobRun) -> dict:
    """The job itself; a run that a killed worker had finished is found again, not made twice."""
    window = AllocationWindow.objects.get(public_id=job_run.arguments["window"])
    run = AllocationRun.objects.filter(job=job_run).first()
    if run is None:
        earlier = AllocationRun.objects.filter(public_id=job_run.arguments.get("again")).first()
        run = run_allocation(
            window=window,
            by=job_run.membership,
            seed=earlier.seed if earlier else None,
            job=job_run,
            replaces=earlier,
            exceptions=list(earlier.exceptions.all()) if earlier else [],
            tell=partial(jobs.progress, job_run),
        )
    return {"url": run.get_absolute_url(), "label": _("Se forslaget")}


def run_allocation(
    *,
    window: AllocationWindow,
    by: Membership,
    seed: str | None = None,
    job: JobRun | None = None,
    replaces: AllocationRun | None = None,
    expected_version: int | None = None,
    exceptions: Iterable[AllocationException] = (),
    tell: Callable[[int, str], None] = lambda done, line: None,
) -> AllocationRun:
    """Make and store a proposal; nothing moves before it is approved. seed: hexadecimal, random when not given.

    Read and distributed without a lock, so that the job can tell how far it is and be stopped; stored in one
    transaction, so that there is a whole proposal or none. replaces: the proposal that it takes the place of, which
    must be one still, at `expected_version` where that is given. exceptions: stored or new ones; those whose wish is
    settled since are left out. Raises StaleVersion, and ValidationError where `replaces` is no proposal any more.
    """
    county_only(window, by)
    day = clock.today()
    exceptions = [one for one in exceptions if one.wish.status in TRIED]
    told = Exceptions(
        lifted={one.wish_id: one.reason for one in exceptions if one.kind == AllocationException.Kind.PLACE},
        passed_over={one.wish_id: one.reason for one in exceptions if one.kind == AllocationException.Kind.PASS_OVER},
    )
    loaded = load(window, day=day, exceptions=told)
    tell(1, _count_words(len(loaded.applications), len(loaded.intakes)))
    policy = policy_row(engine=PolicyVersion.Engine.ALLOCATION, day=day, county_id=window.county_id)
    run = AllocationRun(
        window=window, policy=policy, seed=seed or secrets.token_hex(16), job=job, made_by=by, made_at=clock.now()
    )
    tell(2, _("Poengene er regnet ut etter kriteriene, versjon %(number)d.") % {"number": policy.number})
    found = deciding.answer(run, loaded)
    tell(3, _placed_words(len(found.placed)))
    with transaction.atomic():
        lock_window(window.pk)
        if replaces is not None:
            must_be_preview(locked(replaces), expected_version)
        if loaded.moved(window):
            # Somebody answered meanwhile: counted again with the window locked, nothing more can move.
            loaded = load(window, day=day, exceptions=told)
            found = deciding.answer(run, loaded)
        run.inputs = {
            "day": day.isoformat(),
            "intakes": loaded.inputs,
            "awaiting_plan": awaiting_plan(window).count(),
        }
        versions.save(run)
        _keep_exceptions(run, exceptions, loaded)
        deciding.store(run, loaded, found)
        if replaces is not None:
            _discard(AllocationRun.objects.filter(pk=replaces.pk))
    return run


def _count_words(applications: int, intakes: int) -> str:
    text = ngettext(
        "%(n)d søknad er lest, til %(courses)d kurs.", "%(n)d søknader er lest, til %(courses)d kurs.", applications
    )
    return text % {"n": applications, "courses": intakes}


def _placed_words(placed: int) -> str:
    return ngettext("Plassene er fordelt: %(n)d får plass.", "Plassene er fordelt: %(n)d får plass.", placed) % {
        "n": placed
    }


def _keep_exceptions(run: AllocationRun, exceptions: list[AllocationException], loaded: Round) -> None:
    """Write the exceptions down with the proposal that was made with them."""
    for one in exceptions:
        if one.wish_id in loaded.facts:
            kept = AllocationException(
                run=run, wish_id=one.wish_id, kind=one.kind, reason=one.reason, made_by=one.made_by, made_at=one.made_at
            )
            kept.full_clean()
            kept.save()


@transaction.atomic
def approve_run(*, run: AllocationRun, by: Membership, expected_version: int | None = None) -> AllocationRun:
    """A second person approves: offers go out in the same transaction, the rest stand on the waiting list.

    Raises ValidationError for the same person, before a deadline is out, or when the ground has moved: places, wishes,
    or that somebody to be offered a place does not meet the formal conditions any more.
    """
    window = lock_window(run.window_id)
    county_only(window, by)
    run = locked(run)
    must_be_preview(run, expected_version)
    _second_person(run, by)
    if run.follows_id is None:
        # A place given on is a place of the approved round: it does not wait for the new wishes of a leftover round.
        _after_deadline(window)
    intakes = lock_intakes([int(pk) for pk in run.inputs.get("intakes", {})])
    decisions = list(run.decisions.order_by("pk"))
    wishes = locked_wishes(decision.wish_id for decision in decisions)
    _check_ground(run)
    run.status, run.approved_by, run.approved_at = AllocationRun.Status.APPROVED, by, clock.now()
    versions.save(run)
    _discard(AllocationRun.objects.filter(window=window).exclude(pk=run.pk))
    carry_out(run, decisions, wishes=wishes, intakes=intakes, by=by)
    Intake.objects.filter(pk__in=intakes, status=Intake.Status.OPEN).update(
        status=Intake.Status.ALLOCATED, version=F("version") + 1
    )
    window.status = AllocationWindow.Status.ALLOCATED
    versions.save(window)
    return run


def _second_person(run: AllocationRun, by: Membership) -> None:
    """Neither the maker of the proposal nor of an exception in it, whatever membership she uses."""
    if run.made_by is not None and run.made_by.user_id == by.user_id:
        raise ValidationError(_("Fordelingen må godkjennes av en annen enn den som laget den."))
    if run.exceptions.filter(made_by__user=by.user_id).exists():
        raise ValidationError(_("Du har gjort et unntak i forslaget. En annen i Nav tiltak må godkjenne det."))


def _after_deadline(window: AllocationWindow) -> None:
    if window.deadline >= clock.today():
        raise ValidationError(
            _("Søknadsfristen er %(day)s. Fordelingen kan godkjennes når den er ute.")
            % {"day": date_format(window.deadline)}
        )
    leftover = LeftoverRound.objects.filter(window=window, deadline__gte=clock.today()).first()
    if leftover is not None:
        raise ValidationError(
            _("Fristen for nye ønsker i restrunden er %(day)s. Fordelingen kan godkjennes når den er ute.")
            % {"day": date_format(leftover.deadline)}
        )


def locked(run: AllocationRun) -> AllocationRun:
    """The run, locked and fresh."""
    runs = AllocationRun.objects.select_for_update(of=("self",))
    return runs.select_related("made_by", "policy", "window").get(pk=run.pk)


def must_be_preview(run: AllocationRun, expected_version: int | None) -> None:
    """Refuse a run that is no proposal any more: StaleVersion where it changed since it was seen, else ValidationError."""
    versions.check(run, expected_version)
    if run.status == AllocationRun.Status.DISCARDED:
        raise ValidationError(_("Forslaget er lagt til side eller erstattet av et nytt. Åpne det nyeste."))
    if run.status != AllocationRun.Status.PREVIEW:
        raise ValidationError(_("Forslaget er allerede avgjort."))


def _check_ground(run: AllocationRun) -> None:
    """Refuse when places or wishes are no longer as they were when the proposal was made, and tell what is not."""
    found = ground.changes(run)
    if found:
        text = _("Plasser eller søknader er endret siden forslaget ble laget. Lag forslaget på nytt.")
        raise ValidationError([text, *found])


def _discard(runs) -> None:
    """Put those of the runs aside that are still proposals."""
    previews = runs.filter(status=AllocationRun.Status.PREVIEW)
    for run in previews.select_for_update(of=("self",)).order_by("pk"):
        run.status = AllocationRun.Status.DISCARDED
        versions.save(run)


@transaction.atomic
def discard_run(*, run: AllocationRun, by: Membership, expected_version: int | None = None) -> AllocationRun:
    """Put a proposal aside. Raises StaleVersion, and ValidationError when it is decided already."""
    window = lock_window(run.window_id)
    county_only(window, by)
    run = locked(run)
    must_be_preview(run, expected_version)
    run.status = AllocationRun.Status.DISCARDED
    return versions.save(run)
