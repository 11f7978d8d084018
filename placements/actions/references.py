"""The written reference and the referee of a placement: asked for, received or refused; and a reminder in time (L11)."""

import datetime as dt

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, files, notifications, versions
from amo.models import Membership
from courses.models import IntakeAssignment
from participants import actions as participants
from participants.models import Task
from placements.models import Placement, Reference

Kind, Status = Reference.Kind, Reference.Status
TASK = "reference"
REMIND_DAYS = 7
"""So many days before the last one the instructor is reminded, where nobody has been asked."""


@transaction.atomic
def save_reference(
    *,
    placement: Placement,
    kind: str,
    status: str,
    asked_on: dt.date,
    by: Membership,
    answered_on: dt.date | None = None,
    name: str = "",
    phone: str = "",
    file: files.Content | None = None,
    note: str = "",
    version: int | None = None,
) -> Reference:
    """Write down that it is asked for, received or refused; each placement has one of each kind.

    version: 0 for one that is not there yet. A file stays until another takes its place. Raises StaleVersion, and
    ValidationError at the field.
    """
    placement = Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)
    if placement.status == Placement.Status.CANCELLED:
        raise ValidationError(_("Praksisen ble avlyst. Det er ingen å spørre."))
    reference = Reference.objects.select_for_update(of=("self",)).filter(placement=placement, kind=kind).first()
    if reference is None:
        reference = Reference(placement=placement, kind=kind)
    else:
        versions.check(reference, version)
    reference.status, reference.asked_on = status, asked_on
    reference.answered_on = None if status == Status.ASKED else answered_on or clock.today()
    reference.name, reference.phone, reference.note = name, phone, note
    _check(reference)
    if file is not None:
        reference.file = files.store(file, by=by)
    reference.recorded_by, reference.recorded_at = by, clock.now()
    versions.save(reference)
    participants.complete_tasks_by_key(_task_key(placement), by=by)
    return reference


def _check(reference: Reference) -> None:
    """Raise ValidationError at the field for days that cannot be, and for a referee nobody can call."""
    today, placement = clock.today(), reference.placement
    if reference.asked_on > today:
        raise ValidationError({"asked_on": _("Datoen kan ikke være fram i tid.")})
    if reference.asked_on < placement.starts_on:
        day = date_format(placement.starts_on)
        raise ValidationError({"asked_on": _("Datoen kan ikke være før praksisen startet, %(day)s.") % {"day": day}})
    if reference.answered_on and reference.answered_on > today:
        raise ValidationError({"answered_on": _("Datoen kan ikke være fram i tid.")})
    if reference.answered_on and reference.answered_on < reference.asked_on:
        raise ValidationError({"answered_on": _("Svaret kan ikke være før du spurte.")})
    if reference.kind == Kind.REFEREE and reference.status == Status.RECEIVED:
        missing = {}
        if not reference.name:
            missing["name"] = _("Skriv navnet på den som kan ringes.")
        if not reference.phone:
            missing["phone"] = _("Skriv telefonnummeret til den som kan ringes.")
        if missing:
            raise ValidationError(missing)


def _task_key(placement: Placement) -> str:
    return f"{TASK}:{placement.public_id}"


def _unasked(today: dt.date) -> QuerySet:
    """Placements that end within a week, or did so in the last one, where nobody has been asked for anything."""
    running = (Placement.Status.RUNNING, Placement.Status.COMPLETED)
    week = dt.timedelta(days=REMIND_DAYS)
    return (
        Placement.objects.filter(status__in=running, ends_on__range=(today - week, today + week))
        .filter(~Exists(Reference.objects.filter(placement=OuterRef("pk"))))
        .select_related("participant__office", "participant__caseworker__user", "enrolment__intake__contract__provider")
        .prefetch_related(
            Prefetch(
                "enrolment__intake__assignments",
                IntakeAssignment.objects.active_on(today).select_related("membership__user"),
            )
        )
        .order_by("pk")
    )


@transaction.atomic
def remind(now: dt.datetime) -> int:
    """Job of the tick, once a day: the provider gets a task, its instructors a message, once for each placement.

    The message names nobody. Of a protected person, who is opened by name only, there is the task alone. Returns how
    many placements.
    """
    today = now.astimezone(clock.OSLO).date()
    found = list(_unasked(today))
    known = set(
        Task.objects.filter(dedupe_key__in=[_task_key(one) for one in found]).values_list("dedupe_key", flat=True)
    )
    new = [one for one in found if _task_key(one) not in known]
    participants.create_tasks(
        kind=TASK,
        due_on=today,
        by=None,
        tasks=[
            participants.NewTask(
                one.participant,
                _("Spør om attest og referanse før praksisen slutter %(day)s") % {"day": date_format(one.ends_on)},
                _url(one),
                _task_key(one),
                provider=one.enrolment.intake.contract.provider,
                due_on=max(one.ends_on, today),
            )
            for one in new
        ],
    )
    notifications.notify_many(
        (
            assigned.membership,
            _("En praksisplass slutter snart, og det er ikke spurt om attest."),
            _url(one),
            _task_key(one),
        )
        for one in new
        if not one.participant.is_protected
        for assigned in one.enrolment.intake.assignments.all()
        if assigned.membership.provider_id == one.enrolment.intake.contract.provider_id
        and assigned.membership.is_in_force(today)
    )
    return len(new)


def _url(placement: Placement) -> str:
    return reverse("placements:placement_detail", args=[placement.public_id])
