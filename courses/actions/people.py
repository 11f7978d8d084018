"""Who leaves an office or a provider, and who takes over what she had (06-access, last row of the table)."""

import datetime as dt
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from amo import clock
from amo.actions import users
from amo.models import Membership, Provider, Role
from courses import grants
from courses.models import Enrolment, IntakeAssignment
from participants.actions import assign_caseworker, reassign_task
from participants.models import Participant, Task


@dataclass(frozen=True)
class Left:
    """What a membership has that somebody must take over: persons followed up, open tasks, classes."""

    people: int
    tasks: int
    classes: int


def left_by(membership: Membership, by: Membership) -> Left:
    """Counts only, three queries. Persons that `by` may not know of are in no count (06-access)."""
    today = clock.today()
    classes = IntakeAssignment.objects.filter(membership=membership, intake__ends_on__gte=today)
    return Left(
        people=Participant.objects.visible_to(by).filter(caseworker=membership).count(),
        tasks=Task.objects.visible_to(by).open().filter(owner=membership).count(),
        classes=classes.exclude(ends_on__lt=today).count(),
    )


@transaction.atomic
def hand_over(*, membership: Membership, to: Membership | None, by: Membership) -> Membership:
    """Give all persons and open tasks of one at the office to a colleague; without one, to the office itself.

    Those that `by` may not know of go along to a colleague who may open them, else to the office. Raises
    ValidationError at `to` where she may not open one of the others.
    """
    if by.role != Role.OFFICE_LEAD or membership.office_id != by.office_id:
        raise PermissionDenied
    if to is not None and (to.office_id != by.office_id or to.pk == membership.pk or not _works(to)):
        raise ValidationError({"to": _("Velg en kollega fra listen.")})
    people = list(Participant.objects.filter(caseworker=membership))
    tasks = list(Task.objects.open().filter(owner=membership))
    about = {one.pk for one in people} | {one.participant_id for one in tasks if one.participant_id}
    opened = set(Participant.objects.openable_by(to).filter(pk__in=about).values_list("pk", flat=True)) if to else about
    known = set(Participant.objects.visible_to(by).filter(pk__in=about).values_list("pk", flat=True))
    if known - opened:
        raise ValidationError({"to": _("Kollegaen har ikke tilgang til alle brukerne. Velg en annen.")})
    assign_caseworker(participants=[one for one in people if one.pk in opened], caseworker=to, by=by)
    assign_caseworker(participants=[one for one in people if one.pk not in opened], caseworker=None, by=by)
    for task in tasks:
        mine = task.participant_id is None or task.participant_id in opened
        reassign_task(task=task, owner=to if mine else None, by=by)
    return membership


def _works(member: Membership) -> bool:
    return member.user.is_active and member.is_in_force(clock.today())


@transaction.atomic
def end_member(*, membership: Membership, by: Membership, to: Membership | None = None) -> Membership:
    """End a membership in one's own house; what she had goes to `to`, or to the office (the provider).

    Her view ends with it: a session that is open opens nothing at its next request.
    """
    ended = users.end_membership(by=by, membership=membership)
    if membership.office_id and by.role == Role.OFFICE_LEAD:
        hand_over(membership=membership, to=to, by=by)
    elif membership.provider_id:
        _leave_classes(membership)
        tasks = Task.objects.open().filter(owner=membership)
        tasks.update(owner=None, provider=membership.provider_id, version=F("version") + 1)
    return ended


def _leave_classes(membership: Membership) -> None:
    """End her assignments with yesterday; one that had not begun is taken away."""
    today = clock.today()
    rows = IntakeAssignment.objects.select_for_update(of=("self",)).filter(membership=membership)
    touched = []
    for row in rows.exclude(ends_on__lt=today):
        touched.append(row.intake_id)
        if row.starts_on >= today:
            row.delete()
        else:
            row.ends_on = today - dt.timedelta(days=1)
            row.full_clean()
            row.save()
    if touched:
        grants.write_again(grants.with_sources(Enrolment.objects.filter(intake__in=touched).order_by("pk")))


@transaction.atomic
def save_provider(
    *, by: Membership, organisation_number: str, name: str, email: str = "", phone: str = "", provider=None
) -> Provider:
    """Register a provider, or correct one that the county keeps. Raises ValidationError at the fields."""
    if by.role != Role.COUNTY_STAFF:
        raise PermissionDenied
    if provider is None:
        provider = Provider()
    else:
        provider = Provider.objects.select_for_update().get(pk=provider.pk)
        if not keeps_provider(by, provider):
            raise PermissionDenied
    provider.organisation_number, provider.name = organisation_number, name
    provider.email, provider.phone = email, phone
    provider.full_clean()
    provider.save()
    return provider


def keeps_provider(by: Membership, provider: Provider) -> bool:
    """A provider belongs to the counties that have bought from it; one that nobody has bought from yet, to all."""
    if by.role != Role.COUNTY_STAFF:
        return False
    own = provider.contracts.filter(concept__county=by.county_id)
    return own.exists() or not provider.contracts.exists()
