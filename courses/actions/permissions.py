"""An office asks another county whether one of its people may be put forward, and that county answers (A1, C6)."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications, versions, workdays
from amo.models import Membership, Notification, Role
from courses.county_rule import is_foreign
from courses.models import AllocationWindow, CountyPermission, Intake
from courses.models.permission import MIN_REASON
from participants.actions import complete_tasks_by_key, create_task
from participants.models import Participant
from participants.responsible import responsible_for, task_owner

ANSWER_WORKING_DAYS = 3
"""Within so many working days the county should have answered, and never after the deadline for applications."""

APPLY_WORKING_DAYS = 3
"""Within so many working days of the answer the caseworker should have told the person, and applied."""

Status = CountyPermission.Status


def task_key(permission: CountyPermission) -> str:
    return f"permission:{permission.public_id}:"


@transaction.atomic
def ask_permission(*, participant: Participant, intake: Intake, reason: str, by: Membership) -> CountyPermission:
    """Ask the class's county for permission to wish for it. The county's staff are told, without a name.

    Raises ValidationError at `reason` when it says too little, and for a class that is closed, or of the own county.
    """
    today = clock.today()
    participant = Participant.objects.select_for_update(of=("self",)).select_related("office").get(pk=participant.pk)
    intake = Intake.objects.with_names().select_related("window").get(pk=intake.pk)
    if not is_foreign(intake, participant):
        raise ValidationError(_("Kurset hører til deres eget fylke. Dere kan søke uten tillatelse."))
    if not _is_open(intake, today):
        raise ValidationError(_("%(code)s er ikke åpent for søknad nå.") % {"code": intake.code})
    if len(reason.strip()) < MIN_REASON:
        raise ValidationError({"reason": _("Skriv minst ti tegn om hvorfor kurset passer.")})
    due_on = min(workdays.add_working_days(today, ANSWER_WORKING_DAYS), intake.application_deadline)
    permission = CountyPermission(
        participant=participant, intake=intake, reason=reason.strip(), asked_by=by, asked_at=clock.now(), due_on=due_on
    )
    versions.save(permission)
    text = _("%(office)s ber om tillatelse til å søke inn én bruker på %(course)s (%(code)s).") % {
        "office": participant.office.name,
        "course": intake.concept.title,
        "code": intake.code,
    }
    url = permission.get_absolute_url()
    notifications.notify_many((one, text, url, f"{task_key(permission)}asked") for one in _staff(permission))
    return permission


def _is_open(intake: Intake, today: dt.date) -> bool:
    window = intake.window
    open_now = intake.status == Intake.Status.OPEN and intake.application_deadline >= today
    return (
        open_now and window is not None and window.status == AllocationWindow.Status.OPEN and window.deadline >= today
    )


def _staff(permission: CountyPermission) -> list[Membership]:
    """The county's staff who may know of it: of a protected person's, those who hold her flag."""
    person = permission.participant
    county = permission.intake.contract.concept.county_id
    active = Membership.objects.active_on(clock.today()).filter(county=county, role=Role.COUNTY_STAFF).order_by("pk")
    return [one for one in active.select_related("user") if not person.is_masked_for(one) and not _is_own(person, one)]


def _is_own(person: Participant, membership: Membership) -> bool:
    """Whether it is about the member of staff herself: she neither hears of it nor answers it (06-access)."""
    return bool(membership.user.person_hash) and membership.user.person_hash == person.person_hash


def _locked(permission: CountyPermission, version: int | None) -> CountyPermission:
    found = CountyPermission.objects.select_for_update(of=("self",)).select_related(
        "participant__office", "participant__caseworker", "intake__contract__concept__county", "asked_by"
    )
    permission = found.get(pk=permission.pk)
    versions.check(permission, version)
    if permission.status != Status.ASKED:
        raise ValidationError(_("Det er allerede svart: %(answer)s.") % {"answer": permission.get_status_display()})
    return permission


@transaction.atomic
def answer_permission(
    *, permission: CountyPermission, granted: bool, by: Membership, answer: str = "", version: int | None = None
) -> CountyPermission:
    """The county's answer; the caseworker gets a task to tell the person, and to apply when it is yes.

    Raises PermissionDenied for another county's staff and for one's own file, ValidationError at `answer` for a
    refusal without a reason.
    """
    permission = _locked(permission, version)
    if by.role != Role.COUNTY_STAFF or by.county_id != permission.intake.contract.concept.county_id:
        raise PermissionDenied
    if _is_own(permission.participant, by):
        raise PermissionDenied
    if not granted and not answer.strip():
        raise ValidationError({"answer": _("Skriv hvorfor tillatelsen ikke gis.")})
    permission.status = Status.GRANTED if granted else Status.REFUSED
    permission.answer, permission.answered_by, permission.answered_at = answer.strip(), by, clock.now()
    versions.save(permission)
    _tell(permission)
    return permission


def _tell(permission: CountyPermission) -> None:
    person, intake = permission.participant, permission.intake
    values = {"course": intake.concept.title, "county": intake.concept.county.name}
    if permission.status == Status.GRANTED:
        title = _("Søk inn på %(course)s: %(county)s har gitt tillatelse") % values
        url = f"{reverse('courses:application_new', args=[person.public_id])}?kurs={intake.public_id}"
        due_on = min(workdays.add_working_days(clock.today(), APPLY_WORKING_DAYS), intake.application_deadline)
    else:
        title = _("Gi beskjed: %(county)s har ikke gitt tillatelse til %(course)s") % values
        url = permission.get_absolute_url()
        due_on = workdays.add_working_days(clock.today(), APPLY_WORKING_DAYS)
    _tell_asker(
        permission,
        task=title,
        due_on=due_on,
        url=url,
        message=_("Nav tiltak %(county)s har svart om tillatelse til %(course)s.") % values,
        key=f"{task_key(permission)}answered",
    )


def _tell_asker(permission: CountyPermission, *, task: str, due_on: dt.date, url: str, message: str, key: str) -> None:
    """A task for whoever follows her up, and a message to the same, or to who asked; no name in it."""
    person = permission.participant
    create_task(
        participant=person,
        kind="county_permission",
        title=task,
        due_on=due_on,
        **task_owner(person),
        url=url,
        dedupe_key=key,
    )
    receiver = responsible_for(person) or permission.asked_by
    notifications.notify(receiver, message, permission.get_absolute_url(), key)


@transaction.atomic
def withdraw_permission(
    *, permission: CountyPermission, by: Membership, version: int | None = None
) -> CountyPermission:
    """The office no longer asks. Raises ValidationError when it is answered."""
    permission = _locked(permission, version)
    permission.status = Status.WITHDRAWN
    return versions.save(permission)


def class_is_off(intake: Intake, *, by: Membership) -> None:
    """The class is called off: what is asked about it falls away, and what was to be done with a yes is done with."""
    alive = CountyPermission.objects.filter(intake=intake, status__in=[Status.ASKED, Status.GRANTED])
    for permission in _for_lapse(alive):
        complete_tasks_by_key(task_key(permission), by=by)
        if permission.status == Status.ASKED:
            _lapse(permission, _("Kurset er avlyst."), by=by)


def lapse_late(now: dt.datetime) -> int:
    """Job of the tick: what the county has not answered while one could apply falls away. Returns how many."""
    today = now.astimezone(clock.OSLO).date()
    late = CountyPermission.objects.filter(status=Status.ASKED).filter(
        Q(intake__application_deadline__lt=today)
        | Q(intake__window__deadline__lt=today)
        | ~Q(intake__status=Intake.Status.OPEN)
    )
    return sum(_lapse_one(pk) for pk in list(late.order_by("pk").values_list("pk", flat=True)))


@transaction.atomic
def _lapse_one(pk: int) -> int:
    """One transaction each, so that a question which is answered meanwhile keeps its answer."""
    for permission in _for_lapse(CountyPermission.objects.filter(pk=pk, status=Status.ASKED)):
        window = permission.intake.window
        day = permission.intake.application_deadline
        if window:
            day = min(day, window.deadline)
        text = _("Søknadsfristen gikk ut %(day)s uten at det var svart.")
        if day >= clock.today():
            text = _("Kurset er ikke lenger åpent for søknad.")
        _lapse(permission, text % {"day": date_format(day)}, by=None)
        return 1
    return 0


def _for_lapse(permissions) -> list[CountyPermission]:
    related = (
        "participant__office", "participant__caseworker__user", "intake__contract__concept__county", "intake__window",
        "asked_by",
    )  # fmt: skip
    return list(permissions.select_for_update(of=("self",)).select_related(*related).order_by("pk"))


def _lapse(permission: CountyPermission, why: str, *, by: Membership | None) -> None:
    permission.status, permission.answer = Status.LAPSED, why
    permission.answered_by, permission.answered_at = by, clock.now()
    versions.save(permission)
    values = {"course": permission.intake.concept.title}
    _tell_asker(
        permission,
        task=_("Gi beskjed: spørsmålet om tillatelse til %(course)s falt bort") % values,
        due_on=workdays.add_working_days(clock.today(), APPLY_WORKING_DAYS),
        url=permission.get_absolute_url(),
        message=_("Spørsmålet om tillatelse til %(course)s falt bort.") % values + " " + why,
        key=f"{task_key(permission)}lapsed",
    )


def used(participant: Participant, intakes, *, by: Membership) -> None:
    """An application with these classes is sent: what was to be done with their permissions is done. By its action."""
    for permission in CountyPermission.objects.granted_for(participant).filter(intake__in=intakes).order_by("pk"):
        complete_tasks_by_key(task_key(permission), by=by)


def remind(now: dt.datetime) -> int:
    """Job of the tick: the county's staff hear once of what they have not answered in time. Returns how many are new."""
    today = now.astimezone(clock.OSLO).date()
    late = CountyPermission.objects.filter(status=Status.ASKED, due_on__lt=today, intake__status=Intake.Status.OPEN)
    by_key = {
        f"{task_key(one)}late": one
        for one in late.select_related("participant", "intake__contract__concept").order_by("pk")
    }
    told = set(
        Notification.objects.filter(dedupe_key__in=by_key).order_by().values_list("dedupe_key", flat=True).distinct()
    )
    new = {key: one for key, one in by_key.items() if key not in told}
    text = _("Et spørsmål om tillatelse til %(course)s (%(code)s) venter på svar. Søknadsfristen nærmer seg.")
    notifications.notify_many(
        (
            member,
            text % {"course": one.intake.concept.title, "code": one.intake.code},
            one.get_absolute_url(),
            key,
        )
        for key, one in new.items()
        for member in _staff(one)
    )
    return len(new)
