"""The leaflet about a course: its texts, and that somebody was given it (P5, K4)."""

import datetime as dt
from collections.abc import Mapping, Sequence

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from amo import clock, versions
from amo.models import Membership
from amo.versions import Change, StaleVersion
from courses.actions.enrolments import CAN_EXPLAIN_FROM
from courses.models import Concept, Enrolment, LeafletText
from participants import actions as participants
from participants import portfolio
from participants.models import InformationGiven, Participant

TEXTS = ("title", "what", "requirements", "outlook", "practical")
Kind, Point = InformationGiven.Kind, InformationGiven.Point


@transaction.atomic
def save_leaflet(
    *, concept: Concept, language: str, texts: Mapping[str, str], by: Membership, version: int | None = None
) -> LeafletText:
    """Save the leaflet of a course in one language. texts: TEXTS. version: 0 or None when there was none to change.

    Raises PermissionDenied for another county's course, StaleVersion, and ValidationError at the field.
    """
    if by.county_id is None or concept.county_id != by.county_id:
        raise PermissionDenied
    if language not in LeafletText.Language.values:
        raise ValidationError(_("Språket finnes ikke."))
    # The concept's row is the lock: the first text in a language has no row of its own to hold.
    Concept.objects.select_for_update(of=("self",)).get(pk=concept.pk)
    text = LeafletText.objects.select_for_update(of=("self",)).filter(concept=concept, language=language).first()
    if text is None:
        text = LeafletText(concept=concept, language=language)
    elif not version:
        raise _written_meanwhile(text)
    else:
        versions.check(text, version)
    for name in TEXTS:
        setattr(text, name, texts.get(name, ""))
    text.updated_by, text.updated_at = by, clock.now()
    return versions.save(text)


def _written_meanwhile(text: LeafletText) -> StaleVersion:
    """Somebody else was first to write in this language: all of it is new to the one who saves now."""
    label = LeafletText._meta.get_field
    changes = [
        Change(name, str(label(name).verbose_name).capitalize(), "", getattr(text, name))
        for name in TEXTS
        if getattr(text, name)
    ]
    return StaleVersion(changes, current=text.version, by=str(text.updated_by.user), when=text.updated_at)


@transaction.atomic
def inform_about_course(
    *,
    participant: Participant,
    concept: Concept,
    points: Sequence[str],
    said: str,
    given_on: dt.date,
    by: Membership,
    channel: str = "in_person",
    language: str = "",
    with_interpreter: bool = False,
) -> InformationGiven:
    """Log what she was told about a course (P5). Prospects that are told while she is on it stand there too (K4).

    Raises ValidationError at the field.
    """
    given = participants.give_information(
        participant=participant,
        kind=Kind.PROSPECTS if set(points) == {Point.PROSPECTS} else Kind.COURSE,
        subject=concept.title,
        subject_id=concept.public_id,
        points=points,
        said=said.strip(),
        channel=channel,
        language=language,
        with_interpreter=with_interpreter,
        given_on=given_on,
        by=by,
    )
    if Point.PROSPECTS in points:
        _explained(participant, concept, given_on, said.strip(), by)
    return given


def _explained(participant: Participant, concept: Concept, on: dt.date, said: str, by: Membership) -> None:
    """Mark her place on the course as explained, unless it is already."""
    places = Enrolment.objects.select_for_update(of=("self",)).filter(
        participant=participant,
        intake__contract__concept=concept,
        status__in=CAN_EXPLAIN_FROM,
        prospects_explained_on=None,
    )
    longest = Enrolment._meta.get_field("prospects_said").max_length
    for place in places.order_by("pk"):
        if on < place.created_at.astimezone(clock.OSLO).date():
            continue  # she was told before she was given the place: that is no explanation on the course
        place.prospects_explained_on, place.prospects_explained_by = on, by
        place.prospects_said = said if len(said) <= longest else said[: longest - 1] + "…"
        versions.save(place)


@transaction.atomic
def hand_out(
    *, participant: Participant, concept: Concept, language: str, channel: str, by: Membership
) -> tuple[InformationGiven, bool]:
    """Log that she got the leaflet in a language (a code of `LeafletText.Language`), and how (a `Channel`).

    Once per day and language: a repeat gives the entry that is there. Returns (entry, whether it is new).
    Raises ValidationError at the field.
    """
    named = _named(language)
    Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)  # two at once: the second finds it
    first = _handed_out(participant, concept, named)
    if first is not None:
        return first, False
    given = participants.give_information(
        participant=participant,
        kind=Kind.COURSE,
        subject=concept.title,
        subject_id=concept.public_id,
        points=[Point.LEAFLET],
        channel=channel,
        language=named,
        given_on=clock.today(),
        by=by,
    )
    return given, True


def may_correct(given: InformationGiven) -> bool:
    """A leaflet logged today and nothing else: what was said to her stands as it was logged."""
    return given.points == [Point.LEAFLET] and given.given_on == clock.today()


@transaction.atomic
def correct_hand_out(*, given: InformationGiven, concept: Concept, language: str, channel: str) -> InformationGiven:
    """Put the right language and way in the place of what was logged wrongly today; the history keeps both.

    Raises ValidationError at the field, and on a later day.
    """
    named = _named(language)
    Participant.objects.select_for_update(of=("self",)).get(pk=given.participant_id)
    given = _correctable(given)
    other = _handed_out(given.participant, concept, named)
    if other is not None and other.pk != given.pk:
        raise ValidationError({"language": _("Heftet på dette språket er allerede loggført i dag.")})
    given.language, given.channel = named, channel
    given.full_clean()
    given.save()
    return given


@transaction.atomic
def withdraw_hand_out(*, given: InformationGiven) -> None:
    """Take away what was logged today though she never got it; the history keeps it. Raises ValidationError later."""
    Participant.objects.select_for_update(of=("self",)).get(pk=given.participant_id)
    given = _correctable(given)
    participant = given.participant_id
    given.delete()
    portfolio.refresh([participant])


def _correctable(given: InformationGiven) -> InformationGiven:
    given = InformationGiven.objects.select_for_update(of=("self",)).filter(pk=given.pk).first()
    if given is None:
        raise ValidationError(_("Oppføringen er allerede fjernet."))
    if not may_correct(given):
        raise ValidationError(_("Heftet kan bare rettes samme dag som det ble loggført."))
    return given


def _handed_out(participant: Participant, concept: Concept, named: str) -> InformationGiven | None:
    """The entry of today that she got the leaflet in the language, if any."""
    today = InformationGiven.objects.filter(
        participant=participant, subject_id=concept.public_id, given_on=clock.today(), points=[Point.LEAFLET]
    )
    return today.filter(language=named).order_by("pk").first()


def _named(language: str) -> str:
    """The language as a conversation names it; bokmål is not named. Raises ValidationError at `language`."""
    if language not in LeafletText.Language.values:
        raise ValidationError({"language": _("Velg språk.")})
    return "" if language == LeafletText.Language.BOKMAL else str(LeafletText.Language(language).label).lower()
