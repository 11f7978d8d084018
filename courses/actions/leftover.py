"""The leftover round: opened by the county, answered with each person, run like any other allocation (A2)."""

import datetime as dt
from collections import Counter, defaultdict

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, notifications, versions
from amo.models import Membership
from courses import leftover, plan_rule, portfolio_rows
from courses.actions import permissions
from courses.actions.allocation import county_only
from courses.actions.applications import Judged, check_count, judge, locked_person, send
from courses.actions.seats import lock_intakes, lock_window, lock_windows
from courses.allocation_data import HOLDING
from courses.models import AllocationWindow, Application, Intake, LeftoverAnswer, LeftoverRound, Wish
from courses.models.application import MAX_LEFTOVER, MAX_WISHES
from participants.models import Participant
from participants.responsible import may_know_of, office_leads, responsible_for


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
    """One message to each who answers for somebody without a place, with how many of those she may know of it is about.

    Her caseworker hears of a person; where nobody in force has her, the leads of her office.
    """
    people = leftover.without_place([round_.window_id]).select_related("participant__caseworker__user").order_by("pk")
    own: Counter[Membership] = Counter()
    nobodys: Counter[Membership] = Counter()
    persons = [application.participant for application in people]
    leads = office_leads({person.office_id for person in persons})
    for person in persons:
        caseworker = responsible_for(person)
        receivers = [caseworker] if caseworker else leads[person.office_id]
        counts = own if caseworker else nobodys
        counts.update(one for one in receivers if may_know_of(one, person))
    url, key, day = reverse("courses:leftover_list"), f"leftover:{round_.public_id}", date_format(round_.deadline)
    messages = [(one, _own_text(n, day), url, key) for one, n in own.items()]
    messages += [(one, _nobodys_text(n, day), url, f"{key}:lead") for one, n in nobodys.items()]
    notifications.notify_many(messages)


def _own_text(n: int, day: str) -> str:
    return ngettext(
        "Restplasser: én av brukerne dine uten plass kan velge nye kurs innen %(day)s.",
        "Restplasser: %(n)d av brukerne dine uten plass kan velge nye kurs innen %(day)s.",
        n,
    ) % {"n": n, "day": day}


def _nobodys_text(n: int, day: str) -> str:
    return ngettext(
        "Restplasser: én bruker uten plass ved kontoret har ingen veileder, og kan velge nye kurs innen %(day)s.",
        "Restplasser: %(n)d brukere uten plass ved kontoret har ingen veileder, og kan velge nye kurs innen %(day)s.",
        n,
    ) % {"n": n, "day": day}


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
    *,
    application: Application,
    round_: LeftoverRound,
    wishes: list[Intake],
    note: str,
    by: Membership,
    against_reason: str = "",
) -> LeftoverAnswer:
    """Send the new wishes that were made with the person, or that she wants none of the courses and why.

    They come after those she has; for another county's course they go to the application she has in its round, or to a
    new one. Every wish passes what it passes when one applies (`applications.judge`), but for the class's deadline.
    Raises ValidationError keyed "wish_1" … by rank in the form, and when it is too late.
    """
    locked = _locked(application, wishes)
    person = locked_person(application.participant_id)
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    _still_open(application, round_)
    application.participant = person
    if locked:
        _add_wishes(application, locked, by=by, against_reason=against_reason)
    answer = LeftoverAnswer(
        round=round_, application=application, wishes=len(locked), note="" if locked else note.strip(),
        answered_by=by, answered_at=clock.now(),
    )  # fmt: skip
    answer.full_clean()
    answer.save()
    portfolio_rows.refresh([person.pk])
    return answer


def _locked(application: Application, wishes: list[Intake]) -> dict[int, Intake]:
    """{rank: class}, fresh: the rounds locked first, in one order. Refuses repeats, and one moved to another round."""
    if wishes:
        check_count(wishes)
    lock_windows([application.window_id, *(intake.window_id for intake in wishes)])
    intakes = lock_intakes([intake.pk for intake in wishes])
    locked = {rank: intakes[intake.pk] for rank, intake in enumerate(wishes, start=1)}
    _refuse_gone({r: one for r, one in locked.items() if one.window_id != wishes[r - 1].window_id})
    return locked


def _refuse_gone(gone: dict[int, Intake]) -> None:
    text = _("%(code)s har ikke ledig plass lenger, eller passer ikke nå. Velg et annet.")
    if gone:
        raise ValidationError({f"wish_{rank}": text % {"code": intake.code} for rank, intake in gone.items()})


def _add_wishes(application: Application, wishes: dict[int, Intake], *, by: Membership, against_reason: str) -> None:
    """The wishes {rank in the form: class}, each to the application of its round."""
    person = application.participant
    shown = {intake.pk for intake in leftover.suggestions([application], clock.today())[application.pk]}
    _refuse_gone({rank: intake for rank, intake in wishes.items() if intake.pk not in shown})
    by_window = defaultdict(dict)
    for rank, intake in wishes.items():
        by_window[intake.window_id][rank] = intake
    targets = {application.window_id: application} | _others(person, by_window.keys() - {application.window_id})
    kept = {rank: one for rank, one in wishes.items() if one.window_id in targets}
    _room_on(targets, {pk: own for pk, own in by_window.items() if pk in targets})
    _plan_first(person, kept)
    judged = judge(person, wishes, by=by, against_reason=against_reason, leftover=True)
    for window_id, own in by_window.items():
        intakes = list(own.values())
        if window_id in targets:
            _add(targets[window_id], intakes, judged, by)
        else:
            window = AllocationWindow.objects.select_related("county").get(pk=window_id)
            send(participant=person, window=window, intakes=intakes, judged=judged, by=by)


def _others(person: Participant, window_ids) -> dict[int, Application]:
    """{round: her application in it}: one person has one in a round, so new wishes go to that. Locked."""
    rows = Application.objects.filter(participant=person, window__in=window_ids)
    rows = rows.exclude(status=Application.Status.WITHDRAWN).select_for_update(of=("self",))
    return {one.window_id: one for one in rows.select_related("window__county").order_by("pk")}


def _room_on(targets: dict[int, Application], by_window: dict[int, dict[int, Intake]]) -> None:
    """Refuse wishes for an application that has a place or an offer already, or as many wishes as there may be."""
    placed = _("%(code)s: brukeren har allerede plass eller tilbud i den tildelingsrunden.")
    full = _("%(code)s: søknaden i den tildelingsrunden har ikke rom for flere ønsker.")
    errors = {}
    for window_id, own in by_window.items():
        wishes = list(targets[window_id].wishes.order_by("rank"))
        holds = any(wish.status in HOLDING for wish in wishes)
        room = MAX_WISHES + MAX_LEFTOVER - (wishes[-1].rank if wishes else 0)
        for number, (rank, intake) in enumerate(own.items(), start=1):
            if holds or number > room:
                errors[f"wish_{rank}"] = (placed if holds else full) % {"code": intake.code}
    if errors:
        raise ValidationError(errors)


def _plan_first(person: Participant, wishes: dict[int, Intake]) -> None:
    """New wishes on an application sent before need the plan first (P7).

    It is not held back as a new one is: what she waits for already would lose its place in the queue with it.
    """
    if wishes and plan_rule.requirement(person, day=clock.today()):
        text = _("Minst to tidligere kurs har ikke ført til jobb. Lag en plan før det neste kurset ønskes.")
        raise ValidationError({f"wish_{rank}": text for rank in wishes})


def _still_open(application: Application, round_: LeftoverRound) -> None:
    round_ = LeftoverRound.objects.get(pk=round_.pk)
    if round_.window_id != application.window_id or round_.deadline < clock.today():
        raise ValidationError(_("Fristen for nye ønsker er ute."))
    if LeftoverAnswer.objects.filter(round=round_, application=application).exists():
        raise ValidationError(_("De nye ønskene er allerede sendt."))
    if not leftover.without_place([application.window_id]).filter(pk=application.pk).exists():
        raise ValidationError(_("Brukeren har fått plass eller tilbud, eller søknaden er trukket."))


def _add(application: Application, intakes: list[Intake], judged: Judged, by: Membership) -> None:
    """The wishes after those she has; the application waits for a decision again, and they wait from today."""
    last = application.wishes.aggregate(last=Max("rank"))["last"] or 0
    for rank, intake in enumerate(intakes, start=last + 1):
        wish = Wish(application=application, intake=intake, rank=rank, added_on=clock.today(), **judged.of(intake))
        versions.save(wish)
    application.status = Application.Status.SUBMITTED
    application.against_reason = judged.reason or application.against_reason
    versions.save(application)
    permissions.used(application.participant, intakes, by=by)
