"""What people are called to a membership: by name, or "Beskyttet", in a class with a number (06-access)."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from amo.models import Membership
from courses.models import Enrolment
from participants.models import Participant


def shown_name(person: Participant, membership: Membership) -> str:
    """Her name as in every list; "Beskyttet" where the row is masked to this membership."""
    return name_or_masked(person, masked=person.is_masked_for(membership))


def name_or_masked(person: Participant, *, masked: bool) -> str:
    """The same where the list knows already whether the row is masked."""
    return _("Beskyttet") if masked else person.list_name


def names(membership: Membership, enrolments: Iterable[Enrolment]) -> dict[int, str]:
    """{enrolment: the name of her row}; "Beskyttet" with a number for those this membership may not open. One query."""
    enrolments = list(enrolments)
    people = [enrolment.participant_id for enrolment in enrolments]
    openable = set(Participant.objects.openable_by(membership).filter(pk__in=people).values_list("pk", flat=True))
    found, hidden = {}, 0
    for enrolment in enrolments:
        if enrolment.participant_id in openable:
            found[enrolment.pk] = enrolment.participant.list_name
        else:
            hidden += 1
            found[enrolment.pk] = _("Beskyttet %(number)d") % {"number": hidden}
    return found
