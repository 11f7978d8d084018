"""Who would be on two courses at once if an intake's dates were moved (C3)."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo.models import Membership
from courses.models import Enrolment, Intake
from participants.models import Participant

MAX_NAMED = 10
FOLLOWS = (Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING)


def refuse_overlaps(intake: Intake, by: Membership) -> None:
    """Raise ValidationError at `starts_on` that names everybody whose other course the new days would run into.

    intake: locked, with its new days set and not yet saved. Two queries.
    """
    own = list(Enrolment.objects.filter(intake=intake, status__in=FOLLOWS).order_by("pk"))
    others = defaultdict(list)
    elsewhere = Enrolment.objects.taking_a_place().exclude(intake=intake)
    elsewhere = elsewhere.filter(participant__in=[enrolment.participant_id for enrolment in own])
    elsewhere = elsewhere.filter(starts_on__lte=intake.ends_on)
    for other in elsewhere.select_related("participant", "intake__contract__concept").order_by("starts_on", "pk"):
        others[other.participant_id].append(other)
    clashes = []
    for enrolment in own:
        waits = enrolment.status == Enrolment.Status.AWAITING_START
        starts_on = intake.starts_on if waits else enrolment.starts_on
        clashes += [other for other in others[enrolment.participant_id] if other.ends_on >= starts_on]
    if clashes:
        raise ValidationError({"starts_on": _sentences(clashes, by)})


def _sentences(clashes: list[Enrolment], by: Membership) -> list[str]:
    """One sentence per person the membership may name; the others are told of without what would give them away."""
    people = Participant.objects.visible_to(by).filter(pk__in=[other.participant_id for other in clashes])
    visible = set(people.values_list("pk", flat=True))
    named = [other for other in clashes if other.participant_id in visible and not other.participant.is_masked_for(by)]
    said = [
        _("%(name)s går på %(course)s %(first)s–%(last)s. Avslutt det først, eller velg andre dager.")
        % {
            "name": other.participant.list_name,
            "course": other.intake.concept.title,
            "first": date_format(other.starts_on, "SHORT_DATE_FORMAT"),
            "last": date_format(other.ends_on, "SHORT_DATE_FORMAT"),
        }
        for other in named[:MAX_NAMED]
    ]
    if len(named) < len(clashes) or len(named) > MAX_NAMED:
        said.append(_("Flere på kurset går på et annet kurs i perioden."))
    return said
