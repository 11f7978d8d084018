"""Norwegian on the course: goals and support, tests, and a passed test taken into the mapping (K6)."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock, versions, workdays
from amo.models import Membership
from courses.actions.class_lock import lock_enrolment
from courses.models import Enrolment, LanguagePlan, LanguageTest
from participants import actions as participants
from participants.actions.mapping import MAPPING_FIELDS
from participants.models import Mapping
from participants.models.mapping import EvidenceSource, NorwegianTest
from participants.responsible import responsible_for

TASK = "language_test_passed"
MAP_WORKING_DAYS = 5
SKILLS = ("oral", "listening", "reading", "writing")
REPORT_DAYS = 84
"""The last report is asked for so many days after T0 (04-outcomes): a later test is in no report."""

Status = LanguageTest.Status


@transaction.atomic
def save_plan(
    *,
    enrolment: Enrolment,
    goals: dict[str, str],
    support: str,
    by: Membership,
    expected_version: int | None = None,
) -> LanguagePlan:
    """Goal per skill (goals: {skill: level or ""}) and the support she gets. Raises ValidationError, StaleVersion."""
    enrolment = lock_enrolment(enrolment)
    row = LanguagePlan.objects.filter(enrolment=enrolment).first()
    if row is not None:
        versions.check(row, expected_version)
    row = row or LanguagePlan(enrolment=enrolment)
    for skill in SKILLS:
        setattr(row, skill, goals.get(skill, ""))
    row.support, row.updated_by, row.updated_at = support.strip(), by, clock.now()
    return versions.save(row)


@transaction.atomic
def save_test(
    *,
    enrolment: Enrolment,
    values: dict,
    by: Membership,
    test: LanguageTest | None = None,
    expected_version: int | None = None,
) -> LanguageTest:
    """Book a test, or say how it went; her caseworker gets a task when it is passed.

    values: part, level, booked_on, test_on, place, paid_by, status, result. Raises ValidationError at the field.
    """
    enrolment = lock_enrolment(enrolment)
    row = LanguageTest(enrolment=enrolment)
    if test is not None:
        row = LanguageTest.objects.select_for_update(of=("self",)).get(pk=test.pk)
        versions.check(row, expected_version)
        if row.mapped_at is not None:
            raise ValidationError(_("Resultatet er tatt inn i kartleggingen og kan ikke endres her."))
    for name, value in values.items():
        setattr(row, name, value)
    _check(row, clock.today())
    row.recorded_by, row.recorded_at = by, clock.now()
    versions.save(row)
    key = f"language_test:{row.public_id}:"
    participants.complete_tasks_by_key(key, by=by)
    if row.status == Status.PASSED:
        _tell(enrolment, row, f"{key}{row.version}", by)
    return row


def _check(row: LanguageTest, today: dt.date) -> None:
    if row.booked_on > today:
        raise ValidationError({"booked_on": _("Dagen kan ikke være fram i tid.")})
    if row.test_on < row.booked_on:
        raise ValidationError({"test_on": _("Prøvedatoen kan ikke være før påmeldingen.")})
    over = row.status in (Status.TAKEN, Status.PASSED, Status.FAILED)
    if over and row.test_on > today:
        raise ValidationError({"status": _("Prøven er ikke tatt ennå: prøvedatoen er fram i tid.")})
    if row.status == Status.PASSED and not row.result:
        raise ValidationError({"result": _("Velg nivået som er oppnådd.")})
    if row.status != Status.PASSED and row.result:
        raise ValidationError({"result": _("Nivået fylles ut bare når prøven er bestått.")})
    if row.status == Status.PASSED and row.result < row.level:
        raise ValidationError({"result": _("Nivået er lavere enn det prøven gjaldt. Da er den ikke bestått.")})


def _tell(enrolment: Enrolment, row: LanguageTest, key: str, by: Membership) -> None:
    person = enrolment.participant
    owner = responsible_for(person)
    participants.create_task(
        participant=person,
        kind=TASK,
        title=_("Ta bestått norskprøve inn i kartleggingen"),
        due_on=workdays.add_working_days(clock.today(), MAP_WORKING_DAYS),
        owner=owner,
        office=None if owner else person.office,
        url=reverse("courses:language_test_map", args=[row.public_id]),
        dedupe_key=key,
        by=by,
    )


@transaction.atomic
def take_into_mapping(*, test: LanguageTest, by: Membership, expected_version: int | None = None) -> Mapping:
    """The caseworker accepts a passed test: a new version of the mapping documents the level, the rest as it was.

    A level that is documented as higher already is never lowered. Raises ValidationError when the test is not passed,
    is taken in already, or there is no mapping; PermissionDenied for a provider.
    """
    if by.is_provider:
        raise PermissionDenied
    lock_enrolment(test.enrolment)
    row = LanguageTest.objects.select_for_update(of=("self",)).get(pk=test.pk)
    versions.check(row, expected_version)
    if row.status != Status.PASSED or row.mapped_at is not None:
        raise ValidationError(_("Prøven er ikke bestått, eller den er allerede tatt inn."))
    current = Mapping.objects.current().with_parts().filter(participant=test.enrolment.participant_id).first()
    if current is None:
        raise ValidationError(_("Brukeren er ikke kartlagt. Gjør kartleggingen først."))
    documented = getattr(current, f"{row.part}_source") == EvidenceSource.DOCUMENTED
    if documented and getattr(current, row.part) > row.result:
        raise ValidationError(
            _("Kartleggingen har allerede et høyere dokumentert nivå. Resultatet kan stå som det er.")
        )
    values = {name: getattr(current, name) for name in MAPPING_FIELDS}
    values |= {
        row.part: row.result,
        f"{row.part}_source": EvidenceSource.DOCUMENTED,
        f"{row.part}_test": NorwegianTest.NORSKPROVEN,
        f"{row.part}_tested_on": row.test_on,
    }
    mapping = participants.save_mapping(
        participant=test.enrolment.participant,
        values=values,
        by=by,
        experiences=[_part(one) for one in current.experiences.all()],
        certificates=[_part(one) for one in current.certificates.all()],
        reachable_offices=current.reachable_offices.all(),
        expected_number=current.number + 1,
    )
    row.mapped_at, row.mapped_by = clock.now(), by
    versions.save(row)
    participants.complete_tasks_by_key(f"language_test:{row.public_id}:", by=by)
    return mapping


def _part(row) -> dict:
    """A row that belongs to a mapping, as `save_mapping` takes it."""
    skip = {"id", "mapping", "public_id"}
    return {field.name: getattr(row, field.name) for field in row._meta.concrete_fields if field.name not in skip}
