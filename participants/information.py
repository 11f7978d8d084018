"""What a person has been told about courses: the latest beside her overview, everything on a page of its own (P5)."""

from collections.abc import Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from amo.models import Membership
from amo.versions import text_of
from participants.models import InformationGiven, Participant

SHOWN = 3
"""On the overview; the rest one click away."""


def told(participant: Participant, membership: Membership) -> QuerySet[InformationGiven]:
    """Everything she has been told that this membership may see, newest first."""
    found = InformationGiven.objects.visible_to(membership).filter(participant=participant)
    return found.select_related("given_by__user")


def row(given: InformationGiven) -> dict:
    """One conversation as it is read: {title, points, said, how, on, by}."""
    how = [given.get_channel_display()]
    if given.language and given.with_interpreter:
        how.append(_("på %(language)s med tolk") % {"language": given.language})
    elif given.language:
        how.append(_("på %(language)s") % {"language": given.language})
    elif given.with_interpreter:
        how.append(_("med tolk"))
    return {
        "title": given.subject or given.get_kind_display(),
        "about": given.get_kind_display() if given.subject and given.kind != InformationGiven.Kind.COURSE else "",
        "points": given.point_labels,
        "said": given.said,
        "how": ", ".join(how),
        "on": text_of(given.given_on),
        "by": str(given.given_by.user),
    }


def for_many(membership: Membership, ids: Sequence[int]) -> dict[int, dict]:
    """The panel of each person: the latest conversations, how many there are, and where all of them stand."""
    if not membership.is_nav:
        return {}
    people = {person.pk: person for person in Participant.objects.visible_to(membership).filter(pk__in=ids)}
    found: dict[int, dict] = {
        pk: {"rows": [], "count": 0, "url": reverse("participants:information_list", args=[person.public_id])}
        for pk, person in people.items()
    }
    given = InformationGiven.objects.visible_to(membership).filter(participant__in=people)
    for one in given.select_related("given_by__user"):
        panel = found[one.participant_id]
        panel["count"] += 1
        if len(panel["rows"]) < SHOWN:
            panel["rows"].append(row(one))
    return found
