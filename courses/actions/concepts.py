"""A concept's life: draft, in use, taken out of use (C1). One that has been in use is never deleted."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count, ProtectedError, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import versions
from amo.models import Membership
from courses import specification
from courses.actions import concept_versions
from courses.actions.catalogue import lock_own
from courses.models import ChecklistItem, Concept, Intake

NOT_BEGUN = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED)


@transaction.atomic
def take_into_use(*, concept: Concept, by: Membership, version: int | None = None) -> Concept:
    """A draft, or one that was taken out, is offered: advised, planned and applied for. A draft gets its version 1.

    Raises PermissionDenied for another county's, StaleVersion, and ValidationError when it is in use already.
    """
    concept = lock_own(concept, by)
    versions.check(concept, version)
    if concept.is_active:
        raise ValidationError(_("Kurset er allerede i bruk."))
    concept.is_active = True
    versions.save(concept)
    concept_versions.first(concept, by=by, reason=_("Tatt i bruk"))
    return concept


@transaction.atomic
def take_out_of_use(*, concept: Concept, by: Membership, version: int | None = None) -> Concept:
    """Offer it no more. What was bought, planned, shown and held stays. Raises ValidationError where something runs."""
    concept = lock_own(concept, by)
    versions.check(concept, version)
    if not concept.is_active:
        raise ValidationError(_("Kurset er ikke i bruk."))
    if text := still_runs(concept):
        raise ValidationError(text)
    # Without a version it would look like a draft that nobody has used.
    concept_versions.first(concept, by=by, reason=_("Slik kurset var da det ble tatt ut av bruk"))
    concept.is_active = False
    return versions.save(concept)


def still_runs(concept: Concept) -> str:
    """Why it cannot be taken out of use: how many classes are to come or run, and what to do. Empty when it can."""
    counts = Intake.objects.filter(contract__concept=concept).aggregate(
        coming=Count("pk", filter=Q(status__in=NOT_BEGUN)), running=Count("pk", filter=Q(status=Intake.Status.RUNNING))
    )
    coming, running = counts["coming"], counts["running"]
    parts = []
    if coming:
        parts.append(
            ngettext("%(n)d kurs er planlagt eller åpent.", "%(n)d kurs er planlagt eller åpne.", coming)
            % {"n": coming}
        )
    if running:
        parts.append(ngettext("%(n)d kurs pågår.", "%(n)d kurs pågår.", running) % {"n": running})
    if not parts:
        return ""
    return " ".join(
        [
            _("Kurset kan ikke tas ut av bruk ennå."),
            *parts,
            _("Vent til de er gjennomført, eller avlys dem først."),
        ]
    )


@transaction.atomic
def delete_draft(*, concept: Concept, by: Membership, version: int | None = None) -> None:
    """Delete a draft that nobody has used. Raises ValidationError for one that has been in use, or has a contract."""
    concept = lock_own(concept, by)
    versions.check(concept, version)
    if concept_versions.has_been_in_use(concept):
        raise ValidationError(
            _("Kurset har vært i bruk og kan ikke slettes. Ta det ut av bruk, så kan det fortsatt leses.")
        )
    if concept.contracts.exists():
        raise ValidationError(_("Det finnes en avtale om kurset. Et kurs med avtale kan ikke slettes."))
    try:
        concept.delete()
    except ProtectedError as error:
        raise ValidationError(_("Kurset er brukt andre steder og kan ikke slettes.")) from error


@transaction.atomic
def copy_concept(*, concept: Concept, title: str, by: Membership) -> Concept:
    """A draft in the own county with everything a concept says, from any county's. Raises ValidationError at "title"."""
    if by.county_id is None:
        raise PermissionDenied
    [original] = specification.with_content(Concept.objects.filter(pk=concept.pk))
    copied = {field.name: getattr(original, field.name) for field in specification.fields(Concept) if _is_column(field)}
    copied |= {"title": title, "source": _source(original), "is_active": False}
    draft = versions.save(Concept(county_id=by.county_id, **copied))
    for name in ("gives", "occupations"):
        getattr(draft, name).set(getattr(original, name).all())
    for item in original.checklist.all():
        columns = {f.name: getattr(item, f.name) for f in specification.fields(ChecklistItem) if _is_column(f)}
        own = ChecklistItem(concept=draft, order=item.order, **columns)
        own.full_clean()
        own.save()
        own.occupations.set(item.occupations.all())
    return draft


def _is_column(field) -> bool:
    return not field.many_to_many


def _source(original: Concept) -> str:
    text = _("Kopi av %(title)s, %(county)s") % {"title": original.title, "county": original.county}
    return text[: Concept._meta.get_field("source").max_length]
