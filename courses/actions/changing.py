"""After an application is sent: other wishes or another order until the deadline, and one wish withdrawn (A1)."""

from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from amo.versions import Change, StaleVersion
from courses import portfolio_rows
from courses.actions import permissions
from courses.actions.applications import Changed, check_count, judge, locked_person
from courses.actions.seats import lock_intakes, lock_window
from courses.changes import in_order
from courses.models import AllocationWindow, Application, ApplicationChange, Intake, Wish

OPEN = frozenset({Wish.Status.PENDING, Wish.Status.WAITING})


@transaction.atomic
def change_wishes(
    *,
    application: Application,
    wishes: Sequence[Intake],
    by: Membership,
    against_reason: str = "",
    version: int | None = None,
) -> Application:
    """Put the wishes of a sent application in this order; what is not among them is taken off (A1).

    The place in the queue is kept: the application is as old as it was, and a wish that stays keeps the advice as it
    was shown. A new wish is judged as when one applies, and waits from today unless it had been wished for before.
    Raises StaleVersion, and ValidationError keyed "wish_1" … "wish_5", or after the deadline.
    """
    check_count(wishes)
    window = lock_window(application.window_id)
    intakes = lock_intakes([intake.pk for intake in wishes])
    ordered = [intakes[intake.pk] for intake in wishes]
    participant = locked_person(application.participant_id)
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    live = _locked_wishes(application)
    _check_version(application, live, version)
    _must_be_changeable(application, window)
    new = {rank: one for rank, one in enumerate(ordered, start=1) if one.pk not in {w.intake_id for w in live}}
    _check_new(new, window)
    before = _listed(live)
    changed = Changed(application, [wish.intake for wish in live], ordered)
    judged = judge(participant, new, by=by, against_reason=against_reason, changed=changed)
    application.against_reason = judged.reason or application.against_reason
    for wish in live:
        if wish.intake_id not in intakes:
            take_off(wish, by)
        elif wish.intake_id in judged.sentences:
            wish.against_reason = judged.sentences[wish.intake_id]
            versions.save(wish, exclude=("rank",))
    for rank, intake in enumerate(ordered, start=1):
        if rank in new:
            _put_on(application, intake, rank, judged.of(intake))
    _number(application, [intake.pk for intake in ordered])
    permissions.used(participant, list(new.values()), by=by)
    return _finish(application, before, by)


def _check_version(application: Application, live: list[Wish], version: int | None) -> None:
    """Raise StaleVersion with the wishes as they were and as they are, where somebody has changed those."""
    try:
        versions.check(application, version)
    except StaleVersion as stale:
        later = max(application.version - version, 0)
        since = list(ApplicationChange.objects.filter(application=application).order_by("-pk")[:later])
        if since:
            before, now = since[-1].before, _listed(live)
            stale.changes.insert(0, Change("wishes", str(_("Ønsker")), in_order(before), in_order(now)))
        raise


def _must_be_changeable(application: Application, window: AllocationWindow) -> None:
    if application.status == Application.Status.WITHDRAWN:
        raise ValidationError(_("Søknaden er trukket."))
    if window.status != AllocationWindow.Status.OPEN or window.deadline < clock.today():
        raise ValidationError(
            _("Søknadsfristen var %(day)s. Ønskene kan ikke endres lenger, men ett ønske kan trekkes.")
            % {"day": date_format(window.deadline)}
        )
    if application.status != Application.Status.SUBMITTED:
        raise ValidationError(_("Søknaden er avgjort. Ønskene kan ikke endres, men ett ønske kan trekkes."))


def _check_new(new: dict[int, Intake], window: AllocationWindow) -> None:
    """A class that was not wished for must be open, and lie in the application's own round."""
    errors, today = {}, clock.today()
    for rank, intake in new.items():
        if intake.window_id != window.pk:
            errors[f"wish_{rank}"] = _(
                "%(code)s ligger i en annen tildelingsrunde. Send en egen søknad for kurs i samme runde."
            ) % {"code": intake.code}
        elif intake.status != Intake.Status.OPEN or intake.application_deadline < today:
            errors[f"wish_{rank}"] = _("%(code)s er ikke åpent for søknad nå.") % {"code": intake.code}
    if errors:
        raise ValidationError(errors)


def _locked_wishes(application: Application) -> list[Wish]:
    """The wishes on the application in order, locked."""
    wishes = Wish.objects.filter(application=application).select_for_update(of=("self",))
    return sorted(wishes.select_related("intake__contract__concept").order_by("pk"), key=lambda wish: wish.rank)


def _listed(wishes: list[Wish]) -> list[dict]:
    """The wishes as they are kept in the record of a change."""
    return [
        {"intake": str(wish.intake.public_id), "code": wish.intake.code, "title": wish.intake.concept.title}
        for wish in wishes
    ]


def take_off(wish: Wish, by: Membership) -> None:
    """Take one wish off; the row stays with what was decided about it. The caller renumbers those left."""
    wish.rank, wish.status = None, Wish.Status.CLOSED
    wish.removed_at, wish.removed_by = clock.now(), by
    versions.save(wish)


def _put_on(application: Application, intake: Intake, rank: int, values: dict) -> None:
    """A new wish, or one that was taken off and is wanted again: that one waits from the day it first was wished for."""
    wish = Wish.everything.filter(application=application, intake=intake).select_for_update(of=("self",)).first()
    if wish is None:
        wish = Wish(application=application, intake=intake, added_on=clock.today())
    wish.rank, wish.status = rank, Wish.Status.PENDING
    wish.advice, wish.against_reason = values["advice"], values["against_reason"]
    wish.removed_at = wish.removed_by = None
    # Two wishes may hold one rank until all are numbered: the constraint looks at the end of the transaction.
    versions.save(wish, exclude=("rank",))


def _number(application: Application, order: list[int]) -> None:
    """Give the wishes for these intakes the ranks 1, 2, … ; those that have them already are left alone."""
    by_intake = {wish.intake_id: wish for wish in _locked_wishes(application)}
    for rank, intake_id in enumerate(order, start=1):
        wish = by_intake[intake_id]
        if wish.rank != rank:
            wish.rank = rank
            versions.save(wish, exclude=("rank",))


def _finish(application: Application, before: list[dict], by: Membership) -> Application:
    """Count the version up and keep the change, where there is one."""
    after = _listed(_locked_wishes(application))
    if after == before:
        return application
    versions.save(application)
    change = ApplicationChange(application=application, before=before, after=after, made_at=clock.now(), made_by=by)
    change.full_clean()
    change.save()
    portfolio_rows.refresh([application.participant_id])
    return application


@transaction.atomic
def withdraw_wish(*, wish: Wish, by: Membership, version: int | None = None) -> Application:
    """Withdraw one wish that waits, before the deadline or after it; the others keep their order (A1).

    Waiting for that course ends with it. Raises StaleVersion (of the application), and ValidationError for a wish that
    is offered or settled, and for the only one that is left to withdraw: then the application is withdrawn.
    """
    lock_window(wish.application.window_id)
    locked_person(wish.application.participant_id)
    application = Application.objects.select_for_update(of=("self",)).get(pk=wish.application_id)
    versions.check(application, version)
    if application.status == Application.Status.WITHDRAWN:
        raise ValidationError(_("Søknaden er trukket."))
    live = _locked_wishes(application)
    wish = next((one for one in live if one.pk == wish.pk), None)
    if wish is None:
        raise ValidationError(_("Ønsket er allerede trukket."))
    if wish.status == Wish.Status.OFFERED:
        raise ValidationError(_("Det ligger et tilbud ute. Svar på tilbudet i stedet."))
    if wish.status == Wish.Status.ACCEPTED:
        raise ValidationError(_("Brukeren har takket ja til en plass. Avslutt deltakelsen i stedet."))
    if wish.status not in OPEN:
        raise ValidationError(_("Ønsket er avgjort: %(status)s.") % {"status": wish.get_status_display()})
    if len(live) == 1:
        raise ValidationError(_("Dette er det eneste ønsket. Trekk hele søknaden i stedet."))
    before = _listed(live)
    take_off(wish, by)
    _number(application, [one.intake_id for one in live if one.pk != wish.pk])
    return _finish(application, before, by)
