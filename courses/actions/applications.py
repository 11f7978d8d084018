"""Applications: one to five ranked wishes sent in one go, and withdrawn together (A1)."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses import county_rule, plan_rule, portfolio_rows, words
from courses.actions import permissions
from courses.actions import plan_rule as plan_actions
from courses.actions.advice import latest_shown
from courses.actions.policies import policy_row
from courses.actions.seats import lock_intakes, lock_window
from courses.against import Choice, weigh
from courses.engines.advice import AdviceLine, Reason
from courses.models import AllocationWindow, Application, Intake, PolicyVersion, Wish
from courses.models.application import MAX_WISHES
from participants import grants
from participants.models import AccessGrant, Participant


@transaction.atomic
def submit_application(
    *, participant: Participant, wishes: Sequence[Intake], by: Membership, against_reason: str = ""
) -> Application:
    """Send an application with the wishes in the person's own order (A1, P3).

    The formal conditions are judged afresh for every wish, and the advice is stored as it was at that moment, with what
    `by` last saw of it that day. A wish that goes against the advice needs `against_reason`, one sentence (P6); another
    county's class needs that county's permission. The window's county may see the person from today. When this would
    be the third course after two without work and there is no plan, it is taken in all the same, and held back until
    the plan is made (P7). Raises ValidationError keyed "wish_1" … "wish_5" by rank.
    """
    intakes = _locked(wishes)
    window = _one_window(intakes, clock.today())
    participant = locked_person(participant.pk)
    _none_open(participant, window)
    judged = judge(participant, dict(enumerate(intakes, start=1)), by=by, against_reason=against_reason)
    return send(participant=participant, window=window, intakes=intakes, judged=judged, by=by)


@dataclass(frozen=True, slots=True)
class Changed:
    """A sent application whose wishes are put in another order: as they stood, and as they shall stand."""

    application: Application
    before: Sequence[Intake]
    order: Sequence[Intake]


@dataclass(frozen=True)
class Judged:
    """What `judge` found, by class: the advice to store with a new wish, and the sentence for what goes against it.

    reason: that sentence, "" where none was asked for. sentences: also of a wish that stays and goes against it now.
    """

    advice: dict[int, dict]
    reason: str
    sentences: dict[int, str]

    def of(self, intake: Intake) -> dict:
        """The fields of a new wish."""
        return {"advice": self.advice[intake.pk], "against_reason": self.sentences.get(intake.pk, "")}


def judge(
    participant: Participant,
    new: dict[int, Intake],
    *,
    by: Membership,
    against_reason: str,
    leftover: bool = False,
    changed: Changed | None = None,
) -> Judged:
    """What every class newly wished for must pass, {rank in the form: class}, whichever way it is wished for.

    Another county's permission (C6) and the hard conditions of today (P3) are refused at the field; what goes against
    the advice needs the sentence (P6). leftover: a leftover round's own deadline holds in place of the class's.
    changed: the application whose wishes are changed. The person is locked, with her office.
    """
    today = clock.today()
    check_permissions(participant, new)
    policy_row(engine=PolicyVersion.Engine.ADVICE, day=today, county_id=participant.office.county_id)
    choice = weigh(
        participant,
        changed.order if changed else list(new.values()),
        by=by,
        day=today,
        before=changed.before if changed else (),
        application=changed.application if changed else None,
        leftover=leftover,
    )
    no_stops({rank: choice.lines[intake.pk] for rank, intake in new.items()})
    reason = sentence_against(choice, against_reason)
    advice = {intake.pk: advice_as_shown(choice, intake, today) for intake in new.values()}
    return Judged(advice, reason, dict.fromkeys(choice.against, reason))


def send(
    *,
    participant: Participant,
    window: AllocationWindow,
    intakes: Sequence[Intake],
    judged: Judged,
    by: Membership,
) -> Application:
    """Make the application of classes that have passed `judge`, and all that follows: plan, access, permissions.

    The caller has locked the round, the classes and the person, in this order, and there is none open in the round.
    """
    today = clock.today()
    required = plan_rule.requirement(participant, day=today)
    application = Application(
        participant=participant,
        window=window,
        status=Application.Status.SUBMITTED,
        submitted_at=clock.now(),
        submitted_by=by,
        advice_shown=latest_shown(participant, by, on=today, compared=False) or latest_shown(participant, by, on=today),
        against_reason=judged.reason,
        plan_due_on=required.due_on if required else None,
        created_by=by,
        created_at=clock.now(),
    )
    versions.save(application)
    if required:
        plan_actions.ask_for_plan(application=application, required=required, by=by)
    for rank, intake in enumerate(intakes, start=1):
        versions.save(Wish(application=application, intake=intake, rank=rank, **judged.of(intake)))
    grants.grant(
        participant=participant,
        level=AccessGrant.Level.COUNTY,
        source=AccessGrant.Source.APPLICATION,
        source_id=application.public_id,
        starts_on=today,
        county=window.county,
    )
    permissions.used(participant, intakes, by=by)
    portfolio_rows.refresh([participant.pk])
    return application


def locked_person(pk: int) -> Participant:
    """The person, locked, with the county her office lies in."""
    return Participant.objects.select_for_update(of=("self",)).select_related("office").get(pk=pk)


def check_permissions(participant: Participant, intakes: dict[int, Intake]) -> None:
    """Refuse, at its field, a wish {rank: class} that another county must allow first."""
    refused = county_rule.refusals(participant, intakes.values())
    errors = {f"wish_{rank}": refused[intake.pk] for rank, intake in intakes.items() if intake.pk in refused}
    if errors:
        raise ValidationError(errors)


def check_count(wishes: Sequence[Intake]) -> None:
    """One to five different classes, or ValidationError."""
    if not wishes:
        raise ValidationError({"wish_1": _("Velg minst ett kurs.")})
    if len(wishes) > MAX_WISHES:
        raise ValidationError(_("En søknad kan ha fra ett til fem ønsker."))
    ids = [intake.pk for intake in wishes]
    for rank, pk in enumerate(ids, start=1):
        if pk in ids[: rank - 1]:
            raise ValidationError({f"wish_{rank}": _("Kurset er allerede ønsket.")})


def _locked(wishes: Sequence[Intake]) -> list[Intake]:
    """The intakes in the order given, locked against a change. Refuses none, too many and repeats."""
    check_count(wishes)
    ids = [intake.pk for intake in wishes]
    lock_window(wishes[0].window_id)
    locked = lock_intakes(ids)
    return [locked[pk] for pk in ids]


def _one_window(intakes: list[Intake], today: dt.date) -> AllocationWindow:
    """The round all the wishes lie in; it and every intake must still be open."""
    errors = {}
    first = intakes[0].window_id
    for rank, intake in enumerate(intakes, start=1):
        if intake.window_id is None or intake.status != Intake.Status.OPEN or intake.application_deadline < today:
            errors[f"wish_{rank}"] = _("%(code)s er ikke åpent for søknad nå.") % {"code": intake.code}
        elif intake.window_id != first:
            errors[f"wish_{rank}"] = _(
                "%(code)s ligger i en annen tildelingsrunde. Send en egen søknad for kurs i samme runde."
            ) % {"code": intake.code}
    if errors:
        raise ValidationError(errors)
    window = AllocationWindow.objects.select_related("county").get(pk=first)
    if window.status != AllocationWindow.Status.OPEN or window.deadline < today:
        message = _("Fristen for tildelingsrunden %(name)s er ute.") % {"name": window.name}
        raise ValidationError({"wish_1": message})
    return window


def _none_open(participant: Participant, window: AllocationWindow) -> None:
    open_status = [Application.Status.DRAFT, Application.Status.SUBMITTED]
    if Application.objects.filter(participant=participant, window=window, status__in=open_status).exists():
        raise ValidationError(_("Personen har allerede en søknad i denne tildelingsrunden."))


def no_stops(lines: dict[int, AdviceLine]) -> None:
    """Refuse the wishes {rank: line} that a hard condition stops, each at its field with what would change it (P3)."""
    if not any(line.stops for line in lines.values()):
        return
    names = words.Names.load()
    raise ValidationError(
        {
            f"wish_{rank}": [words.sentence(stop, names) for stop in line.stops]
            for rank, line in lines.items()
            if line.stops
        }
    )


def sentence_against(choice: Choice, reason: str) -> str:
    """The sentence that is stored: required when a wish goes against the advice, none otherwise."""
    if not choice.against:
        return ""
    if not reason.strip():
        raise ValidationError({"against_reason": _("Skriv én setning om hvorfor kurset velges likevel.")})
    return reason.strip()


BESIDE_BELOW = ("lowest_band", "clearly_led")
"""What speaks against a choice and stands nowhere else in the advice: the rest is below a floor."""


def advice_as_shown(choice: Choice, intake: Intake, day: dt.date) -> dict:
    """The advice for one wish as JSON: band, points by part with their reasons, warnings, checklist, policy version."""
    line = choice.lines[intake.pk]
    return {
        "policy": choice.advised.advice.policy.version,
        "on": day.isoformat(),
        "group": line.group,
        "band": line.band,
        "points": round(line.points),
        "parts": [
            {
                "factor": part.factor,
                "points": round(part.points, 1),
                "weight": part.weight,
                "reasons": [_plain(reason) for reason in part.reasons],
            }
            for part in line.parts
        ],
        "below": [_plain(reason) for reason in line.below],
        "against": [_plain(one) for one in choice.against.get(intake.pk, ()) if one.code in BESIDE_BELOW],
        "clarify": [_plain(reason) for reason in line.clarify],
        "warnings": [_plain(reason) for reason in line.warnings],
        "checklist": [
            {"item": result.item.code, "label": result.item.label, "weight": result.item.weight, "met": result.met}
            for result in line.fit.items
        ],
    }


def _plain(reason: Reason) -> dict:
    """A reason as JSON: dates as ISO text, tuples as lists."""
    params = {
        key: value.isoformat() if isinstance(value, dt.date) else list(value) if isinstance(value, tuple) else value
        for key, value in reason.params.items()
    }
    return {"code": reason.code, "params": params}


@transaction.atomic
def withdraw_application(*, application: Application, by: Membership, version: int | None = None) -> Application:
    """Take back an application that has led to no place: its open wishes close, and the county's access ends today.

    Raises ValidationError when there is an offer to answer first or a place has been accepted.
    """
    lock_window(application.window_id)
    # The person before the application, as where a plan is made: else the two would wait for each other.
    Participant.objects.select_for_update(of=("self",)).get(pk=application.participant_id)
    application = Application.objects.select_for_update(of=("self",)).get(pk=application.pk)
    versions.check(application, version)
    allowed = (Application.Status.SUBMITTED, Application.Status.DECIDED)
    if application.status not in allowed:
        raise ValidationError(_("Søknaden er allerede trukket."))
    wishes = list(application.wishes.select_for_update().order_by("rank"))
    if any(wish.status == Wish.Status.OFFERED for wish in wishes):
        raise ValidationError(_("Det ligger et tilbud ute. Svar på tilbudet før søknaden trekkes."))
    if any(wish.status == Wish.Status.ACCEPTED for wish in wishes):
        raise ValidationError(_("Brukeren har takket ja til en plass. Avslutt deltakelsen i stedet."))
    for wish in wishes:
        if wish.status in (Wish.Status.PENDING, Wish.Status.WAITING):
            wish.status = Wish.Status.CLOSED
            versions.save(wish)
    application.status = Application.Status.WITHDRAWN
    application.withdrawn_at = clock.now()
    versions.save(application)
    plan_actions.no_plan_needed(application, by)
    grants.end(source=AccessGrant.Source.APPLICATION, source_id=application.public_id, ends_on=clock.today())
    portfolio_rows.refresh([application.participant_id])
    return application


# --- what follows elsewhere -----------------------------------------------------------------------


def expected_grants() -> Iterable[grants.ExpectedGrant]:
    """The county's access that applications should give, for `manage.py check_grants`."""
    sent = Application.objects.exclude(submitted_at=None).select_related("window")
    for application in sent.iterator(chunk_size=2000):
        withdrawn = application.withdrawn_at
        yield grants.ExpectedGrant(
            participant_id=application.participant_id,
            level=AccessGrant.Level.COUNTY,
            source=AccessGrant.Source.APPLICATION,
            source_id=application.public_id,
            starts_on=application.submitted_at.astimezone(clock.OSLO).date(),
            ends_on=withdrawn.astimezone(clock.OSLO).date() if withdrawn else None,
            county_id=application.window.county_id,
        )
