"""The provider says whether the course suits her; she answers; NAV decides (A6)."""

import datetime as dt
from collections.abc import Collection

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications, versions, workdays
from amo.models import Membership, Role
from courses import ending_effects, portfolio_rows
from courses.actions import endings, taking_off
from courses.actions.allocation import follow_up
from courses.actions.assessments_open import task_key
from courses.actions.class_lock import lock_enrolment
from courses.actions.enrolments import end_participation
from courses.class_people import leads
from courses.models import Enrolment, SuitabilityAssessment
from courses.models.catalogue import NOT_SCORED
from participants import actions as participants
from participants.responsible import county_staff_for, responsible_for

TASK = "suitability"
FIRST_DAYS = 7
"""The course may be found not to suit until so many days after her first day."""
SHOW_WORKING_DAYS = 2
"""Within so many working days the caseworker goes through it with her."""
ANSWER_WORKING_DAYS = 5
"""Within so many working days the county should have decided."""
LEAST_REASON = 10

Outcome, Decision = SuitabilityAssessment.Outcome, SuitabilityAssessment.Decision
LIVE = (Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING)


def may_assess(enrolment: Enrolment, today: dt.date) -> bool:
    """From the place is shared until the first days are over."""
    return enrolment.status in LIVE and today <= enrolment.starts_on + dt.timedelta(days=FIRST_DAYS)


def answer_due(assessment: SuitabilityAssessment) -> dt.date:
    """The day the county should have decided by."""
    day = assessment.assessed_at.astimezone(clock.OSLO).date()
    return workdays.add_working_days(day, ANSWER_WORKING_DAYS)


@transaction.atomic
def assess(
    *,
    enrolment: Enrolment,
    outcome: str,
    reasons: Collection[str] = (),
    note: str = "",
    by: Membership,
    expected_version: int | None = None,
) -> SuitabilityAssessment:
    """The provider's assessment; again until NAV has decided, and then it must be shown to her anew.

    Raises ValidationError at `reasons` without a reason from the list, at `note` for words about background, health
    or motivation, and when the first days are over or NAV has decided.
    """
    enrolment = lock_enrolment(enrolment)
    if not by.is_provider or enrolment.intake.contract.provider_id != by.provider_id:
        raise PermissionDenied
    if not may_assess(enrolment, clock.today()):
        raise ValidationError(_("Vurderingen må gjøres før kurset starter eller i løpet av den første uka."))
    found = SuitabilityAssessment.objects.filter(enrolment=enrolment).first()
    row = found or SuitabilityAssessment(enrolment=enrolment)
    if found:
        versions.check(row, expected_version)
        if row.decision:
            raise ValidationError(_("Nav har allerede avgjort saken."))
        participants.complete_tasks_by_key(task_key(row), by=by)
    row.outcome, row.note = outcome, _checked(note)
    row.reasons = list(reasons) if outcome == Outcome.NOT_SUITABLE else []
    if outcome == Outcome.NOT_SUITABLE and not row.reasons:
        raise ValidationError({"reasons": _("Velg minst én grunn når kurset ikke passer.")})
    row.assessed_by, row.assessed_at = by, clock.now()
    row.comment, row.shown_on, row.shown_by = "", None, None
    versions.save(row)
    if outcome == Outcome.NOT_SUITABLE:
        _tell(row, by)
    return row


def _checked(note: str) -> str:
    note = " ".join(note.split())
    if word := NOT_SCORED.search(note):
        message = _("Skriv bare om kravene i arbeidet og opplæringen. «%(word)s» er ingen grunn.")
        raise ValidationError({"note": message % {"word": word.group()}})
    return note


def _tell(row: SuitabilityAssessment, by: Membership) -> None:
    """A task for her caseworker, and a message to the county's staff who may know of her. No name in either."""
    enrolment = row.enrolment
    person = enrolment.participant
    owner = responsible_for(person)
    participants.create_task(
        participant=person,
        kind=TASK,
        title=_("Gå gjennom kursleverandørens vurdering med deltakeren"),
        due_on=workdays.add_working_days(clock.today(), SHOW_WORKING_DAYS),
        owner=owner,
        office=None if owner else person.office,
        url=row.get_absolute_url(),
        # One for each time it is assessed.
        dedupe_key=f"{task_key(row)}show:{row.version}",
        by=by,
    )
    text = _("Kursleverandøren mener at kurs %(code)s ikke passer for en deltaker. Nav må avgjøre.")
    code = enrolment.intake.code
    county = enrolment.intake.concept.county_id
    told = county_staff_for(person, county)
    key = f"{task_key(row)}asked:{row.version}"
    notifications.notify_many((one, text % {"code": code}, row.get_absolute_url(), key) for one in told)


@transaction.atomic
def show_to_person(
    *, assessment: SuitabilityAssessment, on: dt.date, comment: str, by: Membership, expected_version: int | None = None
) -> SuitabilityAssessment:
    """The caseworker has gone through it with her; `comment` is what she says, in her words.

    Raises ValidationError at `on` for a day ahead or before the assessment, and when NAV has decided.
    """
    row = _locked(assessment, expected_version)
    if on > clock.today():
        raise ValidationError({"on": _("Dagen kan ikke være fram i tid.")})
    assessed = row.assessed_at.astimezone(clock.OSLO).date()
    if on < assessed:
        message = _("Dagen kan ikke være før vurderingen ble skrevet, %(day)s.")
        raise ValidationError({"on": message % {"day": date_format(assessed)}})
    row.shown_on, row.shown_by, row.comment = on, by, " ".join(comment.split())
    versions.save(row)
    participants.complete_tasks_by_key(f"{task_key(row)}show", by=by)
    return row


@transaction.atomic
def decide(
    *,
    assessment: SuitabilityAssessment,
    decision: str,
    reason: str,
    by: Membership,
    expected_version: int | None = None,
) -> SuitabilityAssessment:
    """The county decides: she keeps the place, it is given on, or her participation ends because she needs other support.

    A place that is given on costs her nothing: her other wishes wait again with their waiting time. Raises
    ValidationError at `decision` when it cannot be given on, or before she has seen the assessment; at `reason`.
    """
    row = _locked(assessment, expected_version)
    enrolment = row.enrolment
    if by.role != Role.COUNTY_STAFF or enrolment.intake.concept.county_id != by.county_id:
        raise PermissionDenied
    if row.outcome != Outcome.NOT_SUITABLE:
        raise ValidationError(_("Kursleverandøren mener at kurset passer. Det er ikke noe å avgjøre."))
    if decision not in SuitabilityAssessment.ANSWERS:
        raise ValidationError({"decision": _("Velg hva Nav avgjør.")})
    reason = " ".join(reason.split())
    if len(reason) < LEAST_REASON:
        raise ValidationError({"reason": _("Skriv en begrunnelse på minst %(n)d tegn.") % {"n": LEAST_REASON}})
    if decision != Decision.KEEPS:
        _may_lose_place(row, decision)
    row.decision, row.decision_reason = decision, reason
    row.decided_by, row.decided_at = by, clock.now()
    versions.save(row)
    participants.complete_tasks_by_key(task_key(row), by=by)
    if decision == Decision.GIVEN_ON:
        _give_on(enrolment, by)
    elif decision == Decision.OTHER_SUPPORT:
        end_participation(
            enrolment=enrolment, on=clock.today(), reason=Enrolment.EndReason.OTHER_SUPPORT, by=by
        )  # fmt: skip
    _tell_decided(row, by)
    return row


def _may_lose_place(row: SuitabilityAssessment, decision: str) -> None:
    if row.shown_on is None:
        message = _("Deltakeren må ha sett vurderingen og fått svare før plassen kan tas fra henne eller ham.")
        raise ValidationError({"decision": message})
    if row.enrolment.status not in LIVE:
        raise ValidationError({"decision": _("Deltakeren er ikke på kurset lenger.")})
    if decision == Decision.GIVEN_ON and row.enrolment.status != Enrolment.Status.AWAITING_START:
        message = _("Kurset har startet for deltakeren, og plassen kan ikke gis videre. Velg noe annet.")
        raise ValidationError({"decision": message})


def _give_on(enrolment: Enrolment, by: Membership) -> None:
    found = ending_effects.of_one(enrolment, day=clock.today())
    taking_off.never_begun([enrolment], reason=Enrolment.EndReason.OTHER, by=by)
    endings.settle(found, by)
    if enrolment.intake.window_id:
        follow_up(window=enrolment.intake.window, by=by)
    portfolio_rows.refresh([enrolment.participant_id])


def _tell_decided(row: SuitabilityAssessment, by: Membership) -> None:
    enrolment = row.enrolment
    person, intake = enrolment.participant, enrolment.intake
    owner = responsible_for(person)
    participants.create_task(
        participant=person,
        kind=TASK + "_decided",
        title=_("Fortell deltakeren hva Nav har avgjort om kursplassen"),
        due_on=workdays.add_working_days(clock.today(), SHOW_WORKING_DAYS),
        owner=owner,
        office=None if owner else person.office,
        url=row.get_absolute_url(),
        dedupe_key=f"{task_key(row)}decided",
        by=by,
    )
    if person.is_protected:
        return
    text = _("Nav har svart på vurderingen av en deltaker på kurs %(code)s.") % {"code": intake.code}
    # Where the place is given on the provider no longer sees her.
    open_still = row.decision == Decision.KEEPS
    url = row.get_absolute_url() if open_still else ""
    notifications.notify_many((lead, text, url, f"{task_key(row)}decided") for lead in leads(intake))


def _locked(assessment: SuitabilityAssessment, expected_version: int | None) -> SuitabilityAssessment:
    enrolment = lock_enrolment(assessment.enrolment)
    row = SuitabilityAssessment.objects.select_for_update(of=("self",)).get(pk=assessment.pk)
    row.enrolment = enrolment
    versions.check(row, expected_version)
    if row.decision:
        raise ValidationError(_("Nav har allerede avgjort saken."))
    return row
