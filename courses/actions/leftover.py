"""The leftover round: opened by the county, answered with each person, run like any other allocation (A2)."""

import datetime as dt
from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Max
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, notifications, versions
from amo.models import Membership
from courses import leftover, portfolio_rows
from courses.actions.allocation import county_only
from courses.actions.applications import advice_as_shown
from courses.actions.seats import lock_intakes, lock_window
from courses.advice_data import advise
from courses.models import AllocationWindow, Application, Intake, LeftoverAnswer, LeftoverRound, Wish
from participants import grants
from participants.models import AccessGrant, Participant


@transaction.atomic
def open_round(*, window: AllocationWindow, deadline: dt.date, open_to_others: bool, by: Membership) -> LeftoverRound:
    """Open the round and tell the caseworkers of those without a place.

    Raises ValidationError before the allocation is approved, for a second round, and where no course has a vacancy.
    """
    window = lock_window(window.pk)
    county_only(window, by)
    _ahead(deadline)
    if window.status != AllocationWindow.Status.ALLOCATED:
        raise ValidationError(_("Restrunden kan åpnes når fordelingen er godkjent."))
    if LeftoverRound.objects.filter(window=window).exists():
        raise ValidationError(_("Restrunden er allerede åpnet."))
    today = clock.today()
    if not (leftover.free_intakes([window.pk], today).exists() or leftover.vacancies(window.county_id, today).exists()):
        raise ValidationError(_("Ingen kurs har ledige plasser nå."))
    round_ = LeftoverRound(
        window=window, deadline=deadline, open_to_others=open_to_others, opened_by=by, opened_at=clock.now()
    )
    versions.save(round_)
    _tell(round_)
    return round_


def _ahead(deadline: dt.date) -> None:
    if deadline <= clock.today():
        raise ValidationError({"deadline": _("Fristen må være tidligst i morgen.")})


def _tell(round_: LeftoverRound) -> None:
    """One message to each caseworker, with how many of hers it is about."""
    people = leftover.without_place([round_.window_id]).filter(participant__caseworker__isnull=False)
    counts = dict(people.order_by().values_list("participant__caseworker").annotate(n=Count("pk")))
    members = Membership.objects.in_bulk(counts)
    day = date_format(round_.deadline)

    def text(n: int) -> str:
        return ngettext(
            "Restplasser: én av brukerne dine uten plass kan velge nye kurs innen %(day)s.",
            "Restplasser: %(n)d av brukerne dine uten plass kan velge nye kurs innen %(day)s.",
            n,
        ) % {"n": n, "day": day}

    url = reverse("courses:leftover_list")
    notifications.notify_many(
        (members[pk], text(n), url, f"leftover:{round_.public_id}") for pk, n in sorted(counts.items())
    )


@transaction.atomic
def change_round(
    *,
    round_: LeftoverRound,
    deadline: dt.date,
    open_to_others: bool,
    by: Membership,
    expected_version: int | None = None,
) -> LeftoverRound:
    """Move the deadline, or offer the places to other counties too."""
    window = lock_window(round_.window_id)
    county_only(window, by)
    round_ = LeftoverRound.objects.select_for_update().get(pk=round_.pk)
    versions.check(round_, expected_version)
    _ahead(deadline)
    round_.deadline, round_.open_to_others = deadline, open_to_others
    return versions.save(round_)


@transaction.atomic
def answer_round(
    *, application: Application, round_: LeftoverRound, wishes: list[Intake], note: str, by: Membership
) -> LeftoverAnswer:
    """Send the new wishes that were made with the person, or that she wants none of the courses and why.

    They come after those she has; for another county's course an application goes to that county. Raises
    ValidationError keyed "wish_1" … by rank for a course she may not be given any longer, and when it is too late.
    """
    _lock_windows(application, wishes)
    lock_intakes([intake.pk for intake in wishes])
    person = Participant.objects.select_for_update(of=("self",)).get(pk=application.participant_id)
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    _still_open(application, round_)
    application.participant = person
    shown = {intake.pk: intake for intake in leftover.suggestions([application], clock.today())[application.pk]}
    gone = {
        f"wish_{rank}": _("%(code)s har ikke ledig plass lenger, eller passer ikke nå. Velg et annet.")
        % {"code": intake.code}
        for rank, intake in enumerate(wishes, start=1)
        if intake.pk not in shown
    }
    if gone:
        raise ValidationError(gone)
    for window_id, own in _by_window(wishes).items():
        target = application if window_id == application.window_id else _sent_to(person, own[0].window, by)
        _add(target, own, by)
    if any(intake.window_id == application.window_id for intake in wishes):
        # It waits for a decision again, like the wishes that were added.
        application.status = Application.Status.SUBMITTED
        versions.save(application)
    answer = LeftoverAnswer(
        round=round_, application=application, wishes=len(wishes), note="" if wishes else note.strip(),
        answered_by=by, answered_at=clock.now(),
    )  # fmt: skip
    answer.full_clean()
    answer.save()
    portfolio_rows.refresh([person.pk])
    return answer


def _lock_windows(application: Application, wishes: list[Intake]) -> None:
    for pk in sorted({application.window_id, *(intake.window_id for intake in wishes)}):
        lock_window(pk)


def _still_open(application: Application, round_: LeftoverRound) -> None:
    round_ = LeftoverRound.objects.get(pk=round_.pk)
    if round_.window_id != application.window_id or round_.deadline < clock.today():
        raise ValidationError(_("Fristen for nye ønsker er ute."))
    if LeftoverAnswer.objects.filter(round=round_, application=application).exists():
        raise ValidationError(_("De nye ønskene er allerede sendt."))
    if not leftover.without_place([application.window_id]).filter(pk=application.pk).exists():
        raise ValidationError(_("Brukeren har fått plass eller tilbud, eller søknaden er trukket."))


def _by_window(wishes: list[Intake]) -> dict[int, list[Intake]]:
    grouped = defaultdict(list)
    for intake in wishes:
        grouped[intake.window_id].append(intake)
    return grouped


def _sent_to(person: Participant, window: AllocationWindow, by: Membership) -> Application:
    """An application to another county's round, which from today may see the person."""
    now = clock.now()
    application = Application(
        participant=person, window=window, status=Application.Status.SUBMITTED, submitted_at=now, submitted_by=by,
        created_by=by, created_at=now,
    )  # fmt: skip
    versions.save(application)
    grants.grant(
        participant=person,
        level=AccessGrant.Level.COUNTY,
        source=AccessGrant.Source.APPLICATION,
        source_id=application.public_id,
        starts_on=clock.today(),
        county=window.county,
    )
    return application


def _add(application: Application, intakes: list[Intake], by: Membership) -> None:
    """The wishes after those she has, with the advice as it is today."""
    today = clock.today()
    last = application.wishes.aggregate(last=Max("rank"))["last"] or 0
    advised = advise(application.participant, by=by, day=today, intakes=intakes)
    for rank, intake in enumerate(intakes, start=last + 1):
        advice = advice_as_shown(advised.line(intake), advised.advice.policy.version, today)
        # Waiting for what is wished for now begins now.
        versions.save(Wish(application=application, intake=intake, rank=rank, advice=advice, added_on=today))
