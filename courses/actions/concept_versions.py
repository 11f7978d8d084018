"""Versions of a concept (C1): each change of one in use adds a new one, and what was bought or planned keeps its own.

Contracts and intakes without a pinned version follow the newest; they are pinned when the concept is about to change.
So whatever makes them need know nothing of versions.
"""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from courses import specification
from courses.actions.seats import lock_windows
from courses.models import Concept, ConceptVersion, Contract, Intake

REASON_LENGTH = 300


def content_of(concept: Concept) -> dict:
    """What the concept says now, read afresh."""
    [fresh] = specification.with_content(Concept.objects.filter(pk=concept.pk))
    return specification.content(fresh)


def newest(concept: Concept) -> ConceptVersion | None:
    """The version that is the concept as it stands; None for one that has not been changed since versions began."""
    return ConceptVersion.objects.filter(concept=concept).order_by("-number").first()


def has_been_in_use(concept: Concept) -> bool:
    """Whether it is more than a draft."""
    return concept.is_active or ConceptVersion.objects.filter(concept=concept).exists()


@transaction.atomic
def keep(concept: Concept, before: dict | None, *, reason: str, by: Membership) -> ConceptVersion | None:
    """Add a version of a locked concept that was just saved, when it has been in use and says something new.

    before: what it said until now, None for a new one. Raises ValidationError at "reason" where the reason is missing.
    """
    if not has_been_in_use(concept):
        return None
    now, last = content_of(concept), newest(concept)
    if before is None:
        return _add(concept, now, number=1, reason=reason or _("Tatt i bruk"), by=by)
    if now == before:
        return last
    if not reason.strip():
        raise ValidationError({"reason": _("Skriv hvorfor kurset endres.")})
    if last is None:
        last = _add(concept, before, number=1, reason=_("Slik kurset var da versjonene begynte"), by=None)
    pin(concept, last)
    return _add(concept, now, number=last.number + 1, reason=reason, by=by)


def first(concept: Concept, *, by: Membership, reason: str) -> ConceptVersion:
    """The version of a locked concept that is taken into use; the newest one when it has been in use before."""
    return newest(concept) or _add(concept, content_of(concept), number=1, reason=reason, by=by)


def _add(concept: Concept, content: dict, *, number: int, reason: str, by: Membership | None) -> ConceptVersion:
    version = ConceptVersion(
        concept=concept, number=number, content=content, reason=reason.strip(), saved_by=by, saved_at=clock.now()
    )
    version.full_clean()
    version.save()
    return version


def pin(concept: Concept, version: ConceptVersion) -> None:
    """Bind the contracts and intakes that followed the newest version to this one.

    The rounds first and then the intakes, as everywhere: whoever holds a round may lock its intakes one after another.
    """
    intakes = Intake.objects.filter(contract__concept=concept, concept_version=None)
    lock_windows(intakes.order_by().values_list("window", flat=True))
    ids = list(intakes.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    Intake.objects.filter(pk__in=ids).update(concept_version=version)
    Contract.objects.filter(concept=concept, concept_version=None).update(concept_version=version)


@transaction.atomic
def move_to_newest(*, intake: Intake, by: Membership, version: int | None = None) -> Intake:
    """Let a planned intake follow the newest version of its concept.

    Raises PermissionDenied for another county's, StaleVersion, and ValidationError when it is open or begun, or has it.
    """
    found = Intake.objects.select_for_update(of=("self",)).select_related("contract__concept", "concept_version")
    intake = found.get(pk=intake.pk)
    if by.county_id is None or intake.concept.county_id != by.county_id:
        raise PermissionDenied
    versions.check(intake, version)
    if intake.status != Intake.Status.PLANNED:
        raise ValidationError(_("Kurset er åpnet for søknader og beholder versjonen det ble planlagt etter."))
    last = newest(intake.concept)
    if last is None or intake.concept_version_id in (None, last.pk):
        raise ValidationError(_("Kurset har allerede den nyeste versjonen."))
    intake.concept_version = last
    return versions.save(intake)
