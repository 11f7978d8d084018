"""Plan and log visits at the workplace (L5). Only `in_person` counts towards "at least once"."""

import datetime as dt
from collections.abc import Collection

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership, Role
from placements.actions import portfolio
from placements.actions.training import follow_visit, tick_goals
from placements.models import Placement, PlanGoal, Visit

CLOSED = frozenset({Placement.Status.COMPLETED, Placement.Status.ENDED_EARLY, Placement.Status.CANCELLED})
EARLY = dt.timedelta(days=7)  # a visit held this much before its day is the planned one
CALLED_OFF = (Visit.Status.CANCELLED_BY_EMPLOYER, Visit.Status.CANCELLED_BY_PROVIDER)


class AlreadyLogged(ValidationError):  # noqa: N818 -- it is a state, not a fault
    """This visit is logged, by somebody else or by `by`: `visit` is the one that is there.

    The refusal belongs to no field: the answers may all be right.
    """

    def __init__(self, visit: Visit, by: Membership):
        self.visit = visit
        when = date_format(timezone.localtime(visit.logged_at, clock.OSLO), "j. F \\k\\l. H.i")
        if visit.logged_by_id == by.pk:
            text = _("Du har alt logget besøket denne dagen, %(when)s.") % {"when": when}
        else:
            text = _("%(who)s har alt logget besøket denne dagen, %(when)s.")
            text %= {"who": visit.logged_by.user, "when": when}
        super().__init__(text)


@transaction.atomic
def plan_visit(
    *, placement: Placement, planned_for: dt.date, by: Membership, planned_at: dt.time | None = None
) -> Visit:
    """Plan a visit within the placement's dates. A repeat for the same day gives the visit that is there."""
    placement = _locked(placement)
    check_day_ahead(placement, planned_for)
    same_day = placement.visits.filter(status=Visit.Status.PLANNED, planned_for=planned_for).first()
    return same_day or _planned(placement, planned_for, by, planned_at)


@transaction.atomic
def move_visit(
    *,
    visit: Visit,
    planned_for: dt.date,
    by: Membership,
    planned_at: dt.time | None = None,
    version: int | None = None,
) -> Visit:
    """Give a planned visit another day or hour. Raises ValidationError, StaleVersion."""
    visit, placement = _locked_visit(visit, version)
    _must_be_planned(visit)
    check_day_ahead(placement, planned_for)
    visit.planned_for, visit.planned_at = planned_for, planned_at
    return versions.save(visit)


@transaction.atomic
def cancel_visit(*, visit: Visit, status: str, by: Membership, version: int | None = None) -> Visit:
    """Call a planned visit off, by the employer or by the provider. It stays in the history and in the calendar file.

    Raises ValidationError, StaleVersion.
    """
    visit, _placement = _locked_visit(visit, version)
    _must_be_planned(visit)
    if status not in CALLED_OFF:
        raise ValidationError({"status": _("Velg hvem som avlyste.")})
    visit.status = status
    return versions.save(visit)


@transaction.atomic
def log_visit(
    *,
    placement: Placement,
    held_on: dt.date,
    status: str,
    by: Membership,
    kind: str = "",
    present: list[str] | None = None,
    plan_followed: str = "",
    topics: list[str] | None = None,
    hiring_intent: str = "",
    why_not: str = "",
    why_not_hire: str = "",
    goals: Collection | None = None,
    next_visit_on: dt.date | None = None,
    note: str = "",
) -> Visit:
    """Log a visit: it takes the place of the earliest planned one that was due, and plans the next.

    One in person may be held up to a week before its day. goals: public ids of the training plan's steps that were
    reached. Raises ValidationError when the day lies ahead, before the placement or after its end, or a "no" to hiring
    has no reason; AlreadyLogged when the same has been logged for that day.
    """
    placement = _locked(placement)
    _must_not_be(placement, {Placement.Status.CANCELLED})
    in_person = status == Visit.Status.HELD and kind == Visit.Kind.IN_PERSON
    # A call before the day does not spare anybody the way there.
    until = held_on + EARLY if in_person else held_on
    visit = (
        placement.visits.select_for_update(of=("self",))
        .filter(status=Visit.Status.PLANNED, planned_for__lte=until)
        .order_by("planned_for", "pk")
        .first()
    ) or Visit(placement=placement)
    visit.status, visit.held_on, visit.kind = status, held_on, kind
    visit.present, visit.topics = present or [], topics or []
    visit.plan_followed, visit.note, visit.next_visit_on = plan_followed, note, next_visit_on
    visit.hiring_intent, visit.why_not, visit.why_not_hire = hiring_intent, why_not, why_not_hire
    _check_answers(visit, placement, by)
    visit.logged_by, visit.logged_at = by, clock.now()
    visit = versions.save(visit)
    if goals and status == Visit.Status.HELD:
        _tick(visit, goals, by)
    if next_visit_on:
        _plan_next(placement, next_visit_on, held_on, by)
    portfolio.refresh([placement.participant_id])
    return visit


def _tick(visit: Visit, goals: Collection, by: Membership) -> None:
    """Set the steps of the placement's plan with these public ids as reached at the visit."""
    found = list(PlanGoal.objects.filter(plan__placement=visit.placement, public_id__in=goals).select_related("plan"))
    if len(found) != len(set(map(str, goals))):
        raise ValidationError({"goals": _("Opplæringsplanen er endret. Åpne siden på nytt.")})
    tick_goals(plan=found[0].plan, goals=found, on=visit.held_on, visit=visit, by=by)


def may_correct(visit: Visit, membership: Membership) -> bool:
    """Who logged it, and the course lead; not one that is planned."""
    if visit.status == Visit.Status.PLANNED or not membership.is_provider:
        return False
    return membership.role == Role.PROVIDER_LEAD or visit.logged_by_id == membership.pk


@transaction.atomic
def correct_visit(*, visit: Visit, by: Membership, version: int | None = None, **answers) -> Visit:
    """Change what was logged: `answers` are the visit's own columns. The change history keeps what stood there.

    Raises PermissionDenied, ValidationError, AlreadyLogged, StaleVersion.
    """
    visit, placement = _locked_visit(visit, version)
    if not may_correct(visit, by):
        raise PermissionDenied
    for name, value in answers.items():
        setattr(visit, name, value)
    _check_answers(visit, placement, by)
    visit = versions.save(visit)
    follow_visit(visit)
    portfolio.refresh([placement.participant_id])
    return visit


def _locked(placement: Placement) -> Placement:
    return Placement.objects.select_for_update(of=("self",)).get(pk=placement.pk)


def _locked_visit(visit: Visit, version: int | None) -> tuple[Visit, Placement]:
    """The placement first, as everywhere."""
    placement = _locked(visit.placement)
    visit = Visit.objects.select_for_update(of=("self",)).select_related("logged_by__user").get(pk=visit.pk)
    versions.check(visit, version)
    return visit, placement


def _planned(placement: Placement, day: dt.date, by: Membership, at: dt.time | None = None) -> Visit:
    return versions.save(
        Visit(placement=placement, planned_for=day, planned_at=at, logged_by=by, logged_at=clock.now())
    )


def check_day_ahead(placement: Placement, day: dt.date, field: str = "planned_for") -> None:
    """Raise ValidationError, at `field`, when no visit can be planned at the placement that day."""
    _must_not_be(placement, CLOSED)
    if day < clock.today():
        raise ValidationError({field: _("Et besøk kan ikke planlegges tilbake i tid.")})
    if not placement.starts_on <= day <= placement.ends_on:
        raise ValidationError({field: _("Datoen må ligge i praksisperioden.")})


def _must_be_planned(visit: Visit) -> None:
    if visit.status != Visit.Status.PLANNED:
        raise ValidationError(_("Besøket er ikke lenger bare planlagt. Åpne siden på nytt."))


def _check_answers(visit: Visit, placement: Placement, by: Membership) -> None:
    """The day of a visit, what belongs to the answers that were given, and that the same is not logged already."""
    if visit.held_on > clock.today():
        raise ValidationError({"held_on": _("Besøket kan ikke være fram i tid.")})
    if visit.held_on < placement.starts_on:
        raise ValidationError({"held_on": _("Besøket kan ikke være før praksisen startet.")})
    if visit.held_on > placement.ends_on:
        day = date_format(placement.ends_on)
        raise ValidationError({"held_on": _("Praksisen sluttet %(day)s. Besøket kan ikke være senere.") % {"day": day}})
    if visit.status != Visit.Status.HELD:
        # A form without JavaScript sends what stood chosen in it beforehand.
        visit.kind = visit.plan_followed = visit.hiring_intent = ""
        visit.present, visit.topics = [], []
    _check_no(visit)
    same = placement.visits.filter(held_on=visit.held_on, status=visit.status, kind=visit.kind)
    if other := same.exclude(pk=visit.pk).select_related("logged_by__user").first():
        raise AlreadyLogged(other, by)


def _check_no(visit: Visit) -> None:
    """A "no" to hiring has its reason, and only a "no" has one."""
    if visit.hiring_intent != Visit.HiringIntent.NO:
        visit.why_not = visit.why_not_hire = ""
    elif not visit.why_not:
        raise ValidationError({"why_not": _("Velg hvorfor de ikke vil ansette.")})
    if visit.why_not != Visit.WhyNot.OTHER:
        visit.why_not_hire = ""
    elif not visit.why_not_hire:
        raise ValidationError({"why_not_hire": _("Skriv kort hvorfor de ikke vil ansette.")})


def _must_not_be(placement: Placement, statuses: Collection[str]) -> None:
    """Raise ValidationError when the placement has come to one of these."""
    if placement.status in statuses:
        status = placement.get_status_display()
        raise ValidationError(_("Praksisplassen tar ikke imot besøk: %(status)s.") % {"status": status.lower()})


def _plan_next(placement: Placement, next_visit_on: dt.date, held_on: dt.date, by: Membership) -> None:
    if next_visit_on <= held_on:
        raise ValidationError({"next_visit_on": _("Neste besøk må være etter dette.")})
    check_day_ahead(placement, next_visit_on, "next_visit_on")
    if not placement.visits.filter(status=Visit.Status.PLANNED, planned_for=next_visit_on).exists():
        _planned(placement, next_visit_on, by)
