"""Half-yearly rounds: a county asks its offices about its concepts, reminds them, and closes (C7)."""

import datetime as dt
from collections.abc import Iterable, Mapping

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership, Office, Role
from amo.models.users import OFFICE_ROLES
from courses.actions.feedback import check_names_nobody
from courses.models import Concept, ConceptFeedback, FeedbackRound
from participants.actions import complete_tasks_by_key, create_task

REMIND_DAYS = (7, 2)
"""Those who have not answered are reminded so many days before the deadline, once each time."""
TASK = "feedback_round"
Status = FeedbackRound.Status


def task_key(round_: FeedbackRound) -> str:
    return f"feedback_round:{round_.public_id}:"


@transaction.atomic
def open_round(
    *,
    name: str,
    question: str,
    due_on: dt.date,
    concepts: Iterable[Concept],
    offices: Iterable[Office],
    by: Membership,
) -> FeedbackRound:
    """Ask some offices about some concepts. Each office gets a task, everybody at it a message.

    Raises ValidationError at `due_on` for a day that is not ahead, at `concepts` and `offices` for another county's.
    """
    if by.role != Role.COUNTY_STAFF:
        raise PermissionDenied
    concepts, offices = list(concepts), list(offices)
    _check(due_on, concepts, offices, by)
    round_ = FeedbackRound(
        county=by.county, name=name, question=question, due_on=due_on, opened_by=by, opened_at=clock.now()
    )
    versions.save(round_)
    round_.concepts.set(concepts)
    round_.offices.set(offices)
    url = reverse("courses:feedback_round_answer", args=[round_.public_id])
    for office in offices:
        create_task(
            kind=TASK,
            title=_("Svar på tilbakemeldingsrunden %(name)s")[:200] % {"name": name},
            due_on=due_on,
            office=office,
            url=url,
            dedupe_key=f"{task_key(round_)}{office.number}:",
            by=by,
        )
    _notify(round_, asked(round_), "opened")
    return round_


def _check(due_on: dt.date, concepts: list[Concept], offices: list[Office], by: Membership) -> None:
    if due_on <= clock.today():
        raise ValidationError({"due_on": _("Velg en svarfrist fram i tid.")})
    if not concepts or any(concept.county_id != by.county_id for concept in concepts):
        raise ValidationError({"concepts": _("Velg minst ett av fylkets egne kurs.")})
    if not offices or any(office.county_id != by.county_id for office in offices):
        raise ValidationError({"offices": _("Velg minst ett av fylkets egne kontor.")})


def asked(round_: FeedbackRound):
    """Everybody who works at an office of the round today."""
    found = Membership.objects.active_on(clock.today()).filter(user__is_active=True, role__in=OFFICE_ROLES)
    return found.filter(office__in=round_.offices.all())


def silent(round_: FeedbackRound):
    """Those of them who have said nothing yet. One who is both lead and caseworker answers once."""
    return asked(round_).exclude(user__in=round_.answers.values("sender__user"))


def _notify(round_: FeedbackRound, members, occasion: str) -> int:
    members = list(members)
    text = _("%(name)s: svar på hva dere mener om fylkets kurs innen %(day)s.") % {
        "name": round_.name,
        "day": date_format(round_.due_on, "j. F"),
    }
    url = reverse("courses:feedback_round_answer", args=[round_.public_id])
    notifications.notify_many((one, text, url, f"{task_key(round_)}{occasion}") for one in members)
    return len(members)


def remind(now: dt.datetime) -> int:
    """Job of the tick: remind those who have not answered. Returns how many were reminded, also again."""
    today, count = now.astimezone(clock.OSLO).date(), 0
    rounds = FeedbackRound.objects.filter(status=Status.OPEN, due_on__gte=today)
    for round_ in rounds.filter(due_on__lte=today + dt.timedelta(days=max(REMIND_DAYS))):
        left = (round_.due_on - today).days
        step = min(days for days in REMIND_DAYS if left <= days)
        count += _notify(round_, silent(round_), f"remind:{step}")
    return count


@transaction.atomic
def answer_round(*, round_: FeedbackRound, answers: Mapping[int, tuple[str, str]], by: Membership) -> FeedbackRound:
    """Give one's advice: {concept pk: (verdict, why)}. A concept left out is not answered. May be sent again.

    What was sent before is replaced until the county has read it. Raises ValidationError at "why-<pk>" and for a
    round that is closed.
    """
    round_ = FeedbackRound.objects.select_for_update(of=("self",)).get(pk=round_.pk)
    if not by.is_office or not round_.offices.filter(pk=by.office_id).exists():
        raise PermissionDenied
    if round_.status != Status.OPEN:
        raise ValidationError(_("Runden er avsluttet. Du kan fortsatt gi tilbakemelding fra siden om kurset."))
    if not answers:
        raise ValidationError(_("Svar om minst ett kurs."))
    own = {row.concept_id: row for row in round_.answers.filter(sender=by).select_for_update(of=("self",))}
    concepts = {concept.pk: concept for concept in round_.concepts.filter(pk__in=answers)}
    for pk, (verdict, text) in answers.items():
        if pk in concepts:
            _save_answer(round_, concepts[pk], own.get(pk), verdict, text.strip(), by)
    if not round_.concepts.exclude(feedback__round=round_, feedback__office=by.office_id).exists():
        complete_tasks_by_key(f"{task_key(round_)}{by.office.number}:", by=by)
    return round_


def _save_answer(round_, concept: Concept, row: ConceptFeedback | None, verdict: str, text: str, by: Membership):
    if verdict != ConceptFeedback.Verdict.KEEP and not text:
        raise ValidationError({f"why-{concept.pk}": _("Skriv hvorfor.")})
    check_names_nobody(text, by, f"why-{concept.pk}")
    if row is not None and (row.verdict, row.text) == (verdict, text):
        return
    if row is not None and row.status != ConceptFeedback.Status.NEW:
        raise ValidationError(
            {f"why-{concept.pk}": _("Nav tiltak har allerede lest svaret om dette kurset. Det kan ikke endres.")}
        )
    row = row or ConceptFeedback(round=round_, concept=concept, sender=by, office_id=by.office_id)
    row.verdict, row.text, row.sent_at = verdict, text, clock.now()
    versions.save(row)


@transaction.atomic
def close_round(*, round_: FeedbackRound, by: Membership, version: int | None = None) -> FeedbackRound:
    """No more answers: they count as read, and the offices' tasks are done with.

    Raises ValidationError when it is closed already.
    """
    round_ = FeedbackRound.objects.select_for_update(of=("self",)).get(pk=round_.pk)
    if by.role != Role.COUNTY_STAFF or round_.county_id != by.county_id:
        raise PermissionDenied
    versions.check(round_, version)
    if round_.status != Status.OPEN:
        raise ValidationError(_("Runden er allerede avsluttet."))
    round_.status, round_.closed_by, round_.closed_at = Status.CLOSED, by, clock.now()
    versions.save(round_)
    new = round_.answers.filter(status=ConceptFeedback.Status.NEW)
    new.update(status=ConceptFeedback.Status.READ, version=F("version") + 1)
    complete_tasks_by_key(task_key(round_), by=by)
    return round_
