"""Who may see a participant because of her enrolment: provider, instructors and county (06-access).

The course view lasts 40 days after her own end, the reduced one until day 160 after the intake's end.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from amo import clock
from courses.models import Enrolment, IntakeAssignment
from participants import grants
from participants.grants import ExpectedGrant
from participants.models import AccessGrant, Participant

COURSE_DAYS = 40
REDUCED_DAYS = 160


def expected_of(enrolments: Iterable[Enrolment]) -> Iterator[ExpectedGrant]:
    """Every grant these enrolments give. Two queries, whatever their number.

    An instructor's follows her assignment. A protected person is opened to nobody by an assignment: only by name.
    """
    enrolments = list(enrolments)
    assigned = defaultdict(list)
    for row in IntakeAssignment.objects.filter(intake__in={e.intake_id for e in enrolments}).order_by("pk"):
        assigned[row.intake_id].append(row)
    for enrolment in enrolments:
        yield from _of_one(enrolment, assigned[enrolment.intake_id])


def _of_one(enrolment: Enrolment, assignments: list[IntakeAssignment]) -> Iterator[ExpectedGrant]:
    contract = enrolment.intake.contract
    begins = enrolment.created_at.astimezone(clock.OSLO).date()
    last = _last_days(enrolment)
    common = {
        "participant_id": enrolment.participant_id,
        "source": str(AccessGrant.Source.ENROLMENT),
        "source_id": enrolment.public_id,
    }
    for level, until in last.items():
        yield ExpectedGrant(
            **common, level=level, starts_on=begins, ends_on=max(begins, until), provider_id=contract.provider_id
        )
    yield ExpectedGrant(
        **common, level=str(AccessGrant.Level.COUNTY), starts_on=begins, county_id=contract.concept.county_id
    )
    if enrolment.participant.is_protected:
        return
    for assignment in assignments:
        starts_on = max(begins, assignment.starts_on)
        for level, until in last.items():
            ends_on = until if assignment.ends_on is None else min(until, assignment.ends_on)
            if ends_on >= starts_on:
                yield ExpectedGrant(
                    **common, level=level, starts_on=starts_on, ends_on=ends_on, membership_id=assignment.membership_id
                )


def _last_days(enrolment: Enrolment) -> dict[str, dt.date]:
    """{level: last day}. One who never started is gone from the provider's pages the day that is recorded."""
    if enrolment.status == Enrolment.Status.NOT_STARTED:
        gone = enrolment.ended_at.astimezone(clock.OSLO).date()
        return {str(AccessGrant.Level.COURSE): gone, str(AccessGrant.Level.REDUCED): gone}
    return {
        str(AccessGrant.Level.COURSE): enrolment.ends_on + dt.timedelta(days=COURSE_DAYS),
        str(AccessGrant.Level.REDUCED): enrolment.intake.ends_on + dt.timedelta(days=REDUCED_DAYS),
    }


def with_sources(queryset):
    """The enrolments with what their grants are read from."""
    return queryset.select_related("participant", "intake__contract__concept")


def expected() -> Iterator[ExpectedGrant]:
    """All grants that enrolments should give; for `manage.py check_grants`."""
    yield from expected_of(with_sources(Enrolment.objects.order_by("pk")))


def write(enrolments: Iterable[Enrolment]) -> None:
    """Write what these enrolments give, in the caller's transaction; dates of what is there are moved."""
    grants.grant_many(expected_of(enrolments))


def close_protected() -> int:
    """Take persons who have become protected away from instructors; returns how many grants went."""
    protected = Participant.objects.exclude(address_protection="", is_shielded=False)
    given = AccessGrant.objects.filter(
        source=AccessGrant.Source.ENROLMENT, membership__isnull=False, participant__in=protected
    )
    count, _by_model = given.delete()
    return count


def has_course_view(membership, participant_ids: Iterable[int], *, on: dt.date) -> set[int]:
    """Those of these persons whom a provider's membership still sees in the course view, not only the reduced one."""
    active = AccessGrant.objects.active_on(on).filter(level=AccessGrant.Level.COURSE, participant__in=participant_ids)
    if membership.role == "provider_lead":
        active = active.filter(provider=membership.provider_id)
    else:
        active = active.filter(membership=membership.pk)
    return set(active.order_by().values_list("participant", flat=True))
