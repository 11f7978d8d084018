"""What is shown about people who left early: of one person, and of a class as counts (K2, 04-outcomes, 06-access)."""

from collections import defaultdict

from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses import enrolment_page
from courses.actions.leaving import may_undo
from courses.engines import shares
from courses.models import Enrolment, Intake, Leaving

Status, Reason = Enrolment.Status, Enrolment.EndReason
NO_DROPOUT = {Reason.WORK, Reason.EDUCATION}


def initial(enrolment: Enrolment, membership: Membership) -> dict:
    """What the form of a correction begins with; words that NAV wrote down are not shown to a provider."""
    leaving = Leaving.objects.filter(enrolment=enrolment).select_related("recorded_by").first()
    if leaving is None:
        return {}
    return {"kept": leaving.kept, "said": _said(leaving, membership)}


def _said(leaving: Leaving, membership: Membership) -> str:
    own = not membership.is_provider or leaving.recorded_by.is_provider
    return leaving.said if own and membership.role != Role.COUNTY_STAFF else ""


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: what would have kept her, and whether the end may be taken back or corrected. One query."""
    rows = Enrolment.objects.visible_to(membership).filter(pk__in=ids, status=Status.DROPPED_OUT)
    today, found = clock.today(), {}
    for enrolment in rows.select_related("leaving__recorded_by__user", "intake", "participant"):
        if not enrolment_page.has_course_view(enrolment, membership):
            continue
        leaving = getattr(enrolment, "leaving", None)
        shown = leaving is not None and enrolment_page.may_see_reason(enrolment, membership)
        writes = enrolment_page.may_write_about(enrolment, membership)
        found[enrolment.pk] = {
            "enrolment": enrolment,
            "is_dropout": enrolment.is_dropout,
            "kept": [str(Leaving.Kept(code).label) for code in leaving.kept] if shown else [],
            "said": _said(leaving, membership) if shown else "",
            "by": leaving.recorded_by.user if shown else "",
            "may_undo": writes and leaving is not None and may_undo(enrolment, today),
            "may_correct": writes,
        }
    return found


def of_intakes(membership: Membership, ids: list) -> dict:
    """intake.detail, for the provider's lead and the county's own staff: how many left, and of how many.

    Whoever left for a job or an education is told apart. Percentages with their interval from ten people on. Two
    queries.
    """
    intakes = Intake.objects.visible_to(membership).filter(pk__in=ids)
    if membership.role == Role.COUNTY_STAFF:
        intakes = intakes.managed_by(membership)
    elif membership.role != Role.PROVIDER_LEAD:
        return {}
    intakes = {one.pk: one for one in intakes.select_related("contract")}
    rows = (
        Enrolment.objects.visible_to(membership)
        .filter(intake__in=intakes)
        .exclude(status__in=[Status.AWAITING_START, Status.NOT_STARTED])
    )
    people = defaultdict(list)
    for row in rows.order_by("pk"):
        people[row.intake_id].append(row)
    return {pk: _counts(intakes[pk], found) for pk, found in people.items()}


def _counts(intake: Intake, people: list[Enrolment]) -> dict:
    """Left early by cause, against who started, and against those beyond the introductory weeks (04-outcomes)."""
    weeks = clock.dt.timedelta(weeks=intake.contract.introductory_weeks)
    left = [one for one in people if one.is_dropout]
    early = [one for one in left if one.ends_on < one.starts_on + weeks]
    good = [one for one in people if one.status == Status.DROPPED_OUT and one.end_reason in NO_DROPOUT]
    remaining = len(people) - len(early)
    return {
        "started": len(people),
        "left": len(left),
        "ill": sum(one.end_reason == Reason.ILL for one in left),
        "other": sum(one.end_reason != Reason.ILL for one in left),
        "good": len(good),
        "early": len(early),
        "weeks": intake.contract.introductory_weeks,
        "share": share(len(left), len(people)),
        "late_share": share(len(left) - len(early), remaining),
    }


def share(k: int, n: int) -> str:
    """ "3 av 12 (25 %, 95 % intervall 9–53 %)": no percentage below ten people, "usikkert" below thirty."""
    found = shares.share(k, n)
    text = _("%(k)d av %(n)d") % {"k": k, "n": n}
    if found.percent is None:
        return text
    values = {"text": text, "percent": found.percent, "low": round(found.low), "high": round(found.high)}
    if found.status == "uncertain":
        return _("%(text)s (%(percent)d %%, usikkert: 95 %% intervall %(low)d–%(high)d %%)") % values
    return _("%(text)s (%(percent)d %%, 95 %% intervall %(low)d–%(high)d %%)") % values
