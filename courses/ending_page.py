"""What the county sees before it ends a class: counts, and each person with what happens to her (C3)."""

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo.models import Membership
from courses.ending_effects import Effects, Touched
from courses.models import Intake, IntakeEnding
from courses.shown_names import name_or_masked
from participants.models import Participant

MAX_NAMED = 200


def effects(found: Effects, membership: Membership) -> dict:
    """{"counts": [(words, number)], "columns", "rows", "people", "offices"} of those this membership may know of.

    A strictly confidential person is in no list and no count; the action reaches her all the same (06-access).
    """
    hidden = set() if membership.sees_strictly_confidential else _strictly(found)
    touched = [one for one in found.touched() if one.participant.pk not in hidden]
    had = Counter(one.had for one in touched)
    labels = {
        "leaving": _("Deltar og slutter med kurset"),
        "enrolled": _("Mister plassen før start"),
        "offered": _("Får tilbudet trukket tilbake"),
        "waiting": _("Venter på plass her"),
    }
    people = Participant.objects.visible_to(membership).filter(pk__in=[one.participant.pk for one in touched])
    seen = set(people.values_list("pk", flat=True))
    rows = [_row(one, labels, membership, one.participant.pk in seen) for one in touched[:MAX_NAMED]]
    return {
        "counts": [(labels[key], had[key]) for key in labels if had[key]],
        "columns": [_("Navn"), _("Kontor"), _("Nå"), _("Etterpå")],
        "rows": rows,
        "people": len({one.participant.pk for one in touched}),
        "without": sum(one.had != "leaving" and not one.others for one in touched),
    }


def _strictly(found: Effects) -> set[int]:
    strictly = Participant.AddressProtection.STRICTLY_CONFIDENTIAL
    return {one.participant.pk for one in found.touched() if one.participant.address_protection == strictly}


def _row(one: Touched, labels: dict, membership: Membership, seen: bool) -> list:
    person = one.participant
    masked = not seen or person.is_masked_for(membership)
    name = name_or_masked(person, masked=masked)
    if masked:
        # Her row would tell what a masked one hides: only that she is there.
        return [name, "", "", ""]
    return [name, person.office.name, labels[one.had], _afterwards(one)]


def _afterwards(one: Touched) -> str:
    if one.had == "leaving":
        return _("Deltakelsen slutter siste kursdag. Det er ikke frafall.")
    if one.others:
        return ngettext(
            "Venter videre på %(n)d annet ønske, med samme ventetid.",
            "Venter videre på %(n)d andre ønsker, med samme ventetid.",
            one.others,
        ) % {"n": one.others}
    return _("Har ikke andre ønsker. Veilederen får oppgaven, og ventetiden beholdes.")


def ended(intake: Intake, membership: Membership) -> dict | None:
    """{"text", "reason", "by", "at"} of an intake that was called off or is cut short; None of any other."""
    ending = (
        IntakeEnding.objects.visible_to(membership).filter(intake=intake).select_related("decided_by__user").first()
    )
    return words(ending) if ending else None


def words(ending: IntakeEnding) -> dict:
    """The ending as a notice: what, why, by whom and when."""
    if ending.kind == IntakeEnding.Kind.CALLED_OFF:
        text = _("Kurset er avlyst.")
    else:
        text = _("Kurset er stanset før tiden. Siste kursdag er %(day)s, planlagt var %(planned)s.") % {
            "day": date_format(ending.last_day),
            "planned": date_format(ending.planned_ends_on),
        }
    return {"text": text, "reason": ending.reason, "by": str(ending.decided_by.user), "at": ending.decided_at}
