"""Course certificates: issued for one or the class, kept in a register, taken back with a reason (K5)."""

from collections.abc import Collection

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses import certificate_content, specification
from courses.actions.class_lock import lock_enrolment, own_class
from courses.actions.enrolments import may_have_certificate
from courses.models import CourseCertificate, Enrolment, Intake


@transaction.atomic
def issue_many(*, intake: Intake, enrolments: Collection[Enrolment], by: Membership) -> list[CourseCertificate]:
    """Issue certificates for these people of the class, all or none, with numbers in the order of their names.

    What the PDF says is stored now. One issued after another was taken back replaces it. Raises ValidationError at
    `people` for nobody, for a foreign one among them, for who has not completed or has a certificate already.
    """
    intake = own_class(intake, by)
    wanted = {one.pk for one in enrolments}
    people = list(
        Enrolment.objects.visible_to(by)
        .filter(pk__in=wanted, intake=intake)
        .select_for_update(of=("self",))
        .select_related(
            "participant", "intake__contract__concept", "intake__contract__provider", "intake__concept_version"
        )
        .order_by("participant__name_sort", "pk")
    )
    if not people or len(people) != len(wanted):
        raise ValidationError({"people": _("Velg minst én deltaker fra lista.")})
    _check(people)
    earlier = CourseCertificate.objects.filter(enrolment__in=people, replaced_by=None)
    replaced = {row.enrolment_id: row for row in earlier}
    first = CourseCertificate.objects.filter(enrolment__intake=intake).count() + 1
    spec, rows = specification.of_intake(intake), []
    for number, enrolment in enumerate(people, start=first):
        enrolment.certificate_issued_on = clock.today()
        versions.save(enrolment)
        rows.append(_issue(enrolment, spec, f"{intake.code}-{number:03d}", replaced.get(enrolment.pk), by))
    return rows


@transaction.atomic
def issue_certificate(
    *, enrolment: Enrolment, by: Membership, expected_version: int | None = None
) -> CourseCertificate:
    """Issue one person's certificate. Raises as `issue_many`, without a field, and StaleVersion."""
    versions.check(lock_enrolment(enrolment), expected_version)
    try:
        return issue_many(intake=enrolment.intake, enrolments=[enrolment], by=by)[0]
    except ValidationError as error:
        raise ValidationError(error.messages) from error


def _check(people: list[Enrolment]) -> None:
    today = clock.today()
    if not all(may_have_certificate(one, today) for one in people):
        raise ValidationError({"people": _("Kursbevis utstedes til den som har fullført kurset.")})
    has = [one for one in people if one.certificate_issued_on is not None]
    if has:
        day = date_format(has[0].certificate_issued_on)
        raise ValidationError({"people": _("Kursbeviset ble utstedt %(day)s.") % {"day": day}})


def _issue(
    enrolment: Enrolment, spec, number: str, replaces: CourseCertificate | None, by: Membership
) -> CourseCertificate:
    language = enrolment.participant.written_form
    with translation.override(language):
        content = certificate_content.of(enrolment, number, spec)
    return versions.save(
        CourseCertificate(
            enrolment=enrolment,
            number=number,
            language=language,
            content=content,
            issued_on=clock.today(),
            issued_at=clock.now(),
            issued_by=by,
            replaces=replaces,
        )
    )


@transaction.atomic
def revoke(
    *, certificate: CourseCertificate, reason: str, by: Membership, expected_version: int | None = None
) -> CourseCertificate:
    """Take a certificate back; it stays in the register with the reason, and a new one may be issued.

    Raises ValidationError at `reason` when it is empty, and when it is taken back already.
    """
    own_class(certificate.enrolment.intake, by)
    row = CourseCertificate.objects.select_for_update(of=("self",)).select_related("enrolment").get(pk=certificate.pk)
    versions.check(row, expected_version)
    if row.revoked_at is not None:
        raise ValidationError(_("Kursbeviset er allerede trukket tilbake."))
    reason = " ".join(reason.split())
    if not reason:
        raise ValidationError({"reason": _("Skriv hvorfor kursbeviset trekkes tilbake.")})
    row.revoked_at, row.revoked_by, row.revoke_reason = clock.now(), by, reason
    versions.save(row)
    enrolment = Enrolment.objects.select_for_update(of=("self",)).get(pk=row.enrolment_id)
    enrolment.certificate_issued_on = None
    versions.save(enrolment)
    return row
