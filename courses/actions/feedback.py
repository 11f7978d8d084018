"""What offices say of a concept, and the county's answer to every one who said it (C7)."""

import re
from collections.abc import Collection

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext as _

from amo import clock, notifications, versions
from amo.models import Membership, Role
from courses.models import Concept, ConceptFeedback, Intake
from courses.models.feedback import MIN_TEXT
from participants.models import Participant

Status = ConceptFeedback.Status
ANSWERS = (Status.ANSWERED, Status.ACTED_ON)
# Eleven digits in a row, also written as "010190 12345" or "010190-12345".
IDENTITY_NUMBER = re.compile(r"(?<!\d)\d{6}[ .\-]?\d{5}(?!\d)")


def check_names_nobody(text: str, by: Membership, field: str = "text") -> None:
    """Raise ValidationError at `field` for an identity number, or the name of one of the persons `by` may open.

    Only names she may read already are compared, so that the refusal tells her nothing. One query.
    """
    if IDENTITY_NUMBER.search(text):
        raise ValidationError({field: _("Teksten inneholder et fødselsnummer. Skriv om kurset, ikke om personer.")})
    folded = " ".join(text.split())
    space = Value(" ")
    named = (
        Participant.objects.openable_by(by)
        .annotate(
            said=Value(folded),
            straight=Concat(F("first_name"), space, F("last_name")),
            turned=Concat(F("last_name"), Value(", "), F("first_name")),
        )
        .order_by()
    )
    if named.filter(said__icontains=F("straight")).union(named.filter(said__icontains=F("turned"))).exists():
        raise ValidationError(
            {field: _("Teksten inneholder navnet på en bruker. Ta det bort, og skriv om kurset, ikke om personer.")}
        )


@transaction.atomic
def send_feedback(
    *, concept: Concept, kind: str, text: str, by: Membership, intake: Intake | None = None
) -> ConceptFeedback:
    """Tell the concept's county what one thinks of it. Its staff are told that there is something to read.

    Raises ValidationError at `text` (too short, or about a person) and at `intake` (of another concept).
    """
    if not by.is_office:
        raise PermissionDenied
    text = text.strip()
    if len(text) < MIN_TEXT:
        raise ValidationError({"text": _("Skriv minst ti tegn, så Nav tiltak forstår hva du mener.")})
    if intake is not None and intake.contract.concept_id != concept.pk:
        raise ValidationError({"intake": _("Velg en oppstart av dette kurset.")})
    check_names_nobody(text, by)
    feedback = ConceptFeedback(
        concept=concept, intake=intake, kind=kind, text=text, sender=by, office_id=by.office_id, sent_at=clock.now()
    )
    versions.save(feedback)
    said = _("Ny tilbakemelding om %(course)s.") % {"course": concept.title}
    url, key = feedback.get_absolute_url(), f"feedback:{feedback.public_id}:sent"
    notifications.notify_many((one, said, url, key) for one in _county_staff(concept))
    return feedback


@transaction.atomic
def withdraw_feedback(*, feedback: ConceptFeedback, by: Membership, version: int | None = None) -> None:
    """Take back what nobody has read yet. Raises ValidationError once it is read, and for an answer in a round."""
    feedback = _locked([feedback.pk])[0]
    if feedback.sender_id != by.pk:
        raise PermissionDenied
    versions.check(feedback, version)
    if feedback.status != Status.NEW or feedback.round_id:
        raise ValidationError(_("Nav tiltak har allerede lest tilbakemeldingen. Den kan ikke trekkes nå."))
    feedback.delete()


@transaction.atomic
def mark_read(*, feedback: ConceptFeedback, by: Membership) -> ConceptFeedback:
    """The sender sees that the county has opened it. Nothing happens when it was read before."""
    if by.role != Role.COUNTY_STAFF or feedback.status != Status.NEW:
        return feedback
    locked = _locked([feedback.pk])[0]
    _own_county([locked], by)
    if locked.status == Status.NEW:
        locked.status = Status.READ
        versions.save(locked)
    return locked


@transaction.atomic
def answer_feedback(
    *,
    feedback: Collection[ConceptFeedback],
    status: str,
    answer: str,
    by: Membership,
    what_changed: str = "",
    version: int | None = None,
) -> list[ConceptFeedback]:
    """Answer one or many; every sender is told. All or none.

    `status` is "answered" or "acted_on" (then `what_changed`). An answer may be given anew when more has been done.
    Raises ValidationError at the fields, StaleVersion (one feedback only), PermissionDenied for another county's.
    """
    rows = _locked([one.pk for one in feedback])
    _own_county(rows, by)
    answer, what_changed = answer.strip(), what_changed.strip()
    if status not in ANSWERS:
        raise ValidationError({"status": _("Velg om noe er endret.")})
    if not answer:
        raise ValidationError({"answer": _("Skriv svaret til den som sendte tilbakemeldingen.")})
    if status == Status.ACTED_ON and not what_changed:
        raise ValidationError({"what_changed": _("Skriv hva som er endret.")})
    if len(rows) == 1:
        versions.check(rows[0], version)
    now = clock.now()
    for row in rows:
        row.status, row.answer = status, answer
        row.what_changed = what_changed if status == Status.ACTED_ON else ""
        row.answered_by, row.answered_at = by, now
        versions.save(row)
    notifications.notify_many(_told(row) for row in rows)
    return rows


def _told(row: ConceptFeedback) -> tuple[Membership, str, str, str]:
    words = {"course": row.concept.title}
    if row.status == Status.ACTED_ON:
        text = _("Nav tiltak har endret noe etter tilbakemeldingen din om %(course)s.") % words
    else:
        text = _("Nav tiltak har svart på tilbakemeldingen din om %(course)s.") % words
    return row.sender, text, row.get_absolute_url(), f"feedback:{row.public_id}:answered:{row.version}"


def _locked(pks: Collection[int]) -> list[ConceptFeedback]:
    rows = ConceptFeedback.objects.select_for_update(of=("self",)).select_related("concept", "sender")
    return list(rows.filter(pk__in=pks).order_by("pk"))


def _own_county(rows: list[ConceptFeedback], by: Membership) -> None:
    if by.role != Role.COUNTY_STAFF or any(row.concept.county_id != by.county_id for row in rows):
        raise PermissionDenied


def _county_staff(concept: Concept):
    found = Membership.objects.active_on(clock.today()).filter(user__is_active=True)
    return found.filter(role=Role.COUNTY_STAFF, county=concept.county_id)
