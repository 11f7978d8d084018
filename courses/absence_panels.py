"""What was seen in somebody's absence, on the page of her participation (K1, 06-access)."""

from collections import defaultdict

from amo.models import Membership, Role
from courses import enrolment_page
from courses.actions.absence import url_of
from courses.models import AbsenceFollowUp, AbsenceWarning, AttendanceCorrection, Enrolment
from courses.words_absence import seen

CORRECTIONS_SHOWN = 20


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: patterns with who has followed up, and corrected days. Not for the county. Four queries."""
    if membership.role == Role.COUNTY_STAFF:
        return {}
    enrolments = Enrolment.objects.visible_to(membership).filter(pk__in=ids)
    shown = {one.pk for one in enrolments if enrolment_page.has_course_view(one, membership)}
    warnings, corrections = defaultdict(list), defaultdict(list)
    found = AbsenceWarning.objects.filter(enrolment__in=shown, withdrawn=False).prefetch_related("follow_ups")
    for warning in found:
        warnings[warning.enrolment_id].append(
            {"warning": warning, "seen": seen(warning), "url": url_of(warning), "sides": _sides(warning)}
        )
    rows = AttendanceCorrection.objects.filter(enrolment__in=shown).select_related("corrected_by__user")
    for row in rows.order_by("-corrected_at", "-pk"):
        corrections[row.enrolment_id].append(row)
    return {
        pk: {"warnings": warnings[pk], "corrections": corrections[pk][:CORRECTIONS_SHOWN]}
        for pk in shown
        if warnings[pk] or corrections[pk]
    }


def _sides(warning: AbsenceWarning) -> list[tuple[str, object]]:
    """(side, the day it followed up, or None)."""
    done = {row.side: row.done_at for row in warning.follow_ups.all()}
    return [(str(label), done.get(side)) for side, label in AbsenceFollowUp.Side.choices]
