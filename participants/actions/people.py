"""Registering a person, changing what is registered, and who follows her up (P3, P4)."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock, locks, notifications, versions
from amo.models import Membership, Office
from participants import portfolio
from participants.identity import birth_date, compact, person_hash, validate_identity_number
from participants.models import JobseekerPeriod, Participant, Task
from participants.responsible import may_open

LOWEST_AGE_AT_REGISTRATION = 18
EDITABLE = frozenset(
    {
        "first_name", "last_name", "phone", "email", "interpreter_language", "written_form", "address_protection",
        "is_shielded", "benefit", "basis", "need_reason", "need_assessed_on", "tuition_right", "tuition_hours_left",
        "tuition_deadline",
    }
)  # fmt: skip


class AlreadyRegistered(ValidationError):
    """The number is taken. `participant` is the person where the membership may open her file, otherwise None."""

    def __init__(self, participant: Participant | None):
        self.participant = participant
        if participant:
            text = _("Personen er allerede registrert ved kontoret ditt.")
        else:
            text = _("Personen kan ikke registreres her. Ta det opp med lederen ved kontoret.")
        super().__init__({"national_id": text})


@transaction.atomic
def register_participant(
    *,
    national_id: str,
    first_name: str,
    last_name: str,
    office: Office,
    by: Membership,
    caseworker: Membership | None = None,
    registered_from: date | None = None,
    **details: Any,
) -> Participant:
    """Register a person at an office, with a jobseeker period when `registered_from` is given.

    details: any of EDITABLE. Raises ValidationError at the field. A number that is registered already is refused
    (AlreadyRegistered) without saying where, or why she cannot be seen (06-access).
    """
    _only_editable(details)
    number = compact(national_id)
    locks.wait_for_transaction(f"register:{person_hash(number)}")  # two at once: the second is told
    refuse_number(number, by)
    participant = Participant(
        national_id=number,
        first_name=first_name,
        last_name=last_name,
        born_on=birth_date(number),
        office=office,
        caseworker=caseworker,
        registered_by=by,
        registered_at=clock.now(),
        **details,
    )
    _complete_conditions(participant)
    _check_caseworker(participant, caseworker)
    participant.full_clean(exclude={"person_hash"})
    participant.save()
    if registered_from:
        try:
            set_jobseeker_period(participant=participant, starts_on=registered_from, ends_on=None, by=by)
        except ValidationError as error:
            raise _renamed(error, starts_on="registered_from") from None
    portfolio.refresh([participant.pk])
    return participant


def refuse_number(number: str, by: Membership) -> None:
    """Raise ValidationError (AlreadyRegistered) at national_id when nobody with this number may be registered by `by`.

    number: compact. Public so that a form with other errors can tell of this one in the same round.
    """
    try:
        validate_identity_number(number)
    except ValidationError as error:
        raise ValidationError({"national_id": error.messages}) from None
    hashed = person_hash(number)
    if by.user.person_hash and by.user.person_hash == hashed:
        raise ValidationError({"national_id": _("Du kan ikke registrere deg selv. Be en kollega om det.")})
    born_on = birth_date(number)
    if born_on > clock.today():
        raise ValidationError({"national_id": _("Fødselsdatoen i nummeret er fram i tid.")})
    known = Participant.objects.filter(national_id=number)
    if known.exists():
        raise AlreadyRegistered(known.openable_by(by).first())
    if Participant(born_on=born_on).age_on(clock.today()) < LOWEST_AGE_AT_REGISTRATION:
        raise ValidationError(
            {"national_id": _("Personen er under 18 år. Kurs krever at deltakeren har fylt 19 år på oppstartsdagen.")}
        )


@transaction.atomic
def update_participant(
    *,
    participant: Participant,
    by: Membership,
    expected_version: int | None = None,
    jobseeker: tuple[date, date | None] | None = None,
    **changes: Any,
) -> Participant:
    """Change what is registered about a person. jobseeker: first and last day of her latest registration.

    Raises StaleVersion, and ValidationError at the field (jobseeker_from, jobseeker_to).
    """
    _only_editable(changes)
    participant = Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    versions.check(participant, expected_version)
    for name, value in changes.items():
        setattr(participant, name, value)
    _complete_conditions(participant)
    if jobseeker:
        try:
            set_jobseeker_period(participant=participant, starts_on=jobseeker[0], ends_on=jobseeker[1], by=by)
        except ValidationError as error:
            raise _renamed(error, starts_on="jobseeker_from", ends_on="jobseeker_to") from None
    return versions.save(participant)


def _renamed(error: ValidationError, **names: str) -> ValidationError:
    """The same error at the caller's field names."""
    if not hasattr(error, "error_dict"):
        return error
    return ValidationError({names.get(name, name): errors for name, errors in error.error_dict.items()})


def _only_editable(values: dict) -> None:
    unknown = set(values) - EDITABLE
    if unknown:
        raise TypeError(f"not editable: {', '.join(sorted(unknown))}")


def _complete_conditions(participant: Participant) -> None:
    """A need is assessed with a reason and on a day; hours and deadline belong to a right to tuition (P3)."""
    if participant.need_reason and not participant.need_assessed_on:
        participant.need_assessed_on = clock.today()
    if participant.need_assessed_on and not participant.need_reason:
        raise ValidationError({"need_reason": _("Skriv hvorfor personen trenger kvalifisering, eller fjern datoen.")})
    if participant.need_assessed_on and participant.need_assessed_on > clock.today():
        raise ValidationError({"need_assessed_on": _("Datoen kan ikke være fram i tid.")})
    if participant.tuition_right != Participant.TuitionRight.YES:
        participant.tuition_hours_left = participant.tuition_deadline = None


@transaction.atomic
def set_jobseeker_period(
    *, participant: Participant, starts_on: date, ends_on: date | None, by: Membership
) -> JobseekerPeriod:
    """Set the latest period as a registered jobseeker; a start after an ended period opens a new one.

    Raises ValidationError at starts_on or ends_on.
    """
    Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    if starts_on > clock.today():
        raise ValidationError({"starts_on": _("Datoen kan ikke være fram i tid.")})
    period = JobseekerPeriod.objects.filter(participant=participant).order_by("-starts_on").first()
    if period is None or (period.ends_on and starts_on > period.ends_on):
        period = JobseekerPeriod(participant=participant)
    period.starts_on, period.ends_on = starts_on, ends_on
    period.full_clean()
    period.save()
    return period


def assigned_meanwhile() -> str:
    """What somebody is told whose list of whom follows up whom is no longer right."""
    return _("Noen andre har endret hvem som følger opp brukerne. Se over listen og send på nytt.")


@transaction.atomic
def assign_caseworker(*, participants: Iterable[Participant], caseworker: Membership | None, by: Membership) -> int:
    """Give persons to a caseworker of their own office who may open them, or to nobody. All or none.

    What the one before was to do about them goes along, to the office where nobody takes over: returns how many tasks.
    Raises ValidationError, also when one of them has got another caseworker since `participants` were read.
    """
    seen = {participant.pk: participant.caseworker_id for participant in participants}
    rows = list(Participant.objects.filter(pk__in=seen).select_for_update(of=("self",)).order_by("pk"))
    if any(participant.caseworker_id != seen[participant.pk] for participant in rows):
        raise ValidationError(assigned_meanwhile())
    _check_active(caseworker)
    for participant in rows:
        _check_fits(participant, caseworker)
        participant.caseworker = caseworker
        participant.version += 1
    Participant.objects.bulk_update(rows, ["caseworker", "version"])
    return _move_tasks(rows, seen, caseworker, by)


def _move_tasks(rows: list[Participant], before: dict[int, int | None], caseworker: Membership | None, by) -> int:
    """The open tasks about these persons that were their caseworkers' go along; the new one is told once. A few queries."""
    new = caseworker.pk if caseworker else None
    moved = []
    tasks = Task.objects.open().filter(participant__in=rows, owner__in={pk for pk in before.values() if pk})
    offices = {participant.pk: participant.office_id for participant in rows}
    for task in tasks.select_for_update(of=("self",)).order_by("pk"):
        if task.owner_id == before[task.participant_id] and task.owner_id != new:
            task.owner_id, task.office_id = new, None if new else offices[task.participant_id]
            task.version += 1
            moved.append(task)
    Task.objects.bulk_update(moved, ["owner", "office", "version"])
    if moved and caseworker is not None and caseworker.pk != by.pk:
        text = ngettext("Du har fått ansvar for %(n)d oppgave.", "Du har fått ansvar for %(n)d oppgaver.", len(moved))
        url = f"{reverse('participants:task_list')}?f=1&state=open&whose=mine"
        key = f"task-owner:{moved[0].public_id}:{moved[0].version}"
        notifications.notify(caseworker, text % {"n": len(moved)}, url, key)
    return len(moved)


def _check_caseworker(participant: Participant, caseworker: Membership | None) -> None:
    _check_active(caseworker)
    _check_fits(participant, caseworker)


def _wrong_office() -> ValidationError:
    return ValidationError({"caseworker": _("Velg en veileder som arbeider ved brukerens kontor.")})


def _check_active(caseworker: Membership | None) -> None:
    if caseworker and not Membership.objects.active_on(clock.today()).filter(pk=caseworker.pk).exists():
        raise _wrong_office()


def _check_fits(participant: Participant, caseworker: Membership | None) -> None:
    if caseworker is None:
        return
    if caseworker.office_id != participant.office_id:
        raise _wrong_office()
    if caseworker.user.person_hash and caseworker.user.person_hash == person_hash(participant.national_id):
        raise ValidationError({"caseworker": _("En ansatt kan ikke være sin egen veileder.")})
    if not may_open(caseworker, participant):
        # Said to one who may open her: nobody else has got this far.
        raise ValidationError({"caseworker": _("Kollegaen har ikke tilgang til alle brukerne. Velg en annen.")})
