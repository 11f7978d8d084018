"""What a barrier may be about, read from the page that the reporter came from, through her own scope (L9)."""

from uuid import UUID

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from amo.models import County, Membership
from courses.models import Concept, Enrolment, Intake
from participants.models import Participant
from placements.barrier_owners import About
from placements.counties import public_id_of
from placements.models import Employer, Placement

CLASS = "contract__concept__county"


def about_page(request: HttpRequest, came_from: str) -> tuple[About, County | None]:
    """(what the page is about, the county its class belongs to), as far as this membership may see it.

    The page is named by its path, or by `?arbeidsgiver=` and `?plass=`. What she may not see counts as not named.
    """
    named = [public_id_of(request.GET.get(name, "")) for name in ("plass", "arbeidsgiver")]
    for public_id in (*filter(None, named), *_ids_of(came_from)):
        about = _find(request.membership, public_id)
        if about is not None:
            concept = about.concept
            return about, concept.county if concept else None
    return About(), None


def _ids_of(path: str) -> list[UUID]:
    """The public ids in a path of this site, the last first: the innermost thing is what the page is about."""
    try:
        match = resolve(path.partition("?")[0])
    except Resolver404:
        return []
    return [value for value in reversed(match.kwargs.values()) if isinstance(value, UUID)]


def _find(membership: Membership, public_id: UUID) -> About | None:
    """What carries this public id. No two records have the same one, so the kinds are tried in turn."""
    placements = Placement.objects.visible_to(membership).select_related("employer", f"enrolment__intake__{CLASS}")
    if placement := placements.filter(public_id=public_id).first():
        intake = placement.enrolment.intake
        person = _openable(membership, pk=placement.participant_id)
        return About(intake.contract.concept, intake, placement.employer, person)
    if employer := Employer.objects.visible_to(membership).living().filter(public_id=public_id).first():
        return About(employer=employer)
    if person := _openable(membership, public_id=public_id):
        return About(participant=person)
    enrolments = Enrolment.objects.visible_to(membership).select_related(f"intake__{CLASS}")
    if enrolment := enrolments.filter(public_id=public_id).first():
        person = _openable(membership, pk=enrolment.participant_id)
        return About(enrolment.intake.contract.concept, enrolment.intake, participant=person)
    if intake := Intake.objects.visible_to(membership).select_related(CLASS).filter(public_id=public_id).first():
        return About(intake.contract.concept, intake)
    concepts = Concept.objects.visible_to(membership).select_related("county")
    if concept := concepts.filter(public_id=public_id).first():
        return About(concept)
    return None


def _openable(membership: Membership, **where) -> Participant | None:
    found = Participant.objects.openable_by(membership).select_related("office", "caseworker__user")
    return found.filter(**where).first()
