"""Who may see a participant because of her enrolment: provider, instructors and county (06-access).

The course view lasts 40 days after her own end, the reduced one until day 160 after the intake's end.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from amo import clock
from courses import handovers
from courses.models import Enrolment, IntakeAssignment
from participants import grants
from participants.grants import ExpectedGrant
from participants.models import AccessGrant, Participant

COURSE_DAYS = 40
REDUCED_DAYS = 160


def expected_of(enrolments: Iterable[Enrolment]) -> Iterator[ExpectedGrant]:
    """Every grant these enrolments give. Three queries, whatever their number.

    An instructor's follows her assignment. A protected person is opened to nobody by an assignment: only by name.
    """
    enrolments = list(enrolments)
    intake_ids = {enrolment.intake_id for enrolment in enrolments}
    assigned = defaultdict(list)
    rows = IntakeAssignment.objects.filter(intake__in=intake_ids).select_related("membership").order_by("pk")
    for row in rows:
        assigned[row.intake_id].append(row)
    earlier = handovers.earlier_providers(intake_ids)
    for enrolment in enrolments:
        yield from _of_one(enrolment, assigned[enrolment.intake_id], earlier.get(enrolment.intake_id, []))


def _of_one(
    enrolment: Enrolment, assignments: list[IntakeAssignment], earlier: list[handovers.Turn]
) -> Iterator[ExpectedGrant]:
    contract = enrolment.intake.contract
    begins = enrolment.created_at.astimezone(clock.OSLO).date()
    views = _views(enrolment, begins, handovers.turns(earlier, contract.provider_id))
    common = {
        "participant_id": enrolment.participant_id,
        "source": str(AccessGrant.Source.ENROLMENT),
        "source_id": enrolment.public_id,
    }
    for provider_id, levels in views.items():
        for level, (first, last) in levels.items():
            yield ExpectedGrant(**common, level=level, starts_on=first, ends_on=last, provider_id=provider_id)
    yield ExpectedGrant(
        **common, level=str(AccessGrant.Level.COUNTY), starts_on=begins, county_id=contract.concept.county_id
    )
    if enrolment.participant.is_protected:
        return
    for assignment in assignments:
        for level, (first, until) in views.get(assignment.membership.provider_id, {}).items():
            starts_on = max(first, assignment.starts_on)
            ends_on = until if assignment.ends_on is None else min(until, assignment.ends_on)
            if ends_on >= starts_on:
                yield ExpectedGrant(
                    **common, level=level, starts_on=starts_on, ends_on=ends_on, membership_id=assignment.membership_id
                )


def _views(
    enrolment: Enrolment, begins: dt.date, turns: list[handovers.Turn]
) -> dict[int, dict[str, tuple[dt.date, dt.date]]]:
    """{provider: {level: (first day, last day)}} of those who have had the class.

    Who ended before a hand-over stays with the provider she was on the course with, which reports on her: in the
    reduced view. Whoever comes after never sees her. Who goes on follows the class.
    """
    last = _last_days(enrolment)
    ended = handovers.last_day_on_course(enrolment)
    found: dict[int, dict[str, tuple[dt.date, dt.date]]] = {}
    for turn in turns:
        if (turn.until and begins > turn.until) or (turn.first and ended < turn.first):
            continue
        for level, until in last.items():
            if turn.until and (level == AccessGrant.Level.COURSE or ended > turn.until):
                until = min(until, turn.until)
            first = max(begins, turn.first or begins)
            levels = found.setdefault(turn.provider_id, {})
            # A class that has come back to a provider: one period, from the first time it had it.
            levels[level] = (levels[level][0] if level in levels else first, max(first, until))
    return found


def _last_days(enrolment: Enrolment) -> dict[str, dt.date]:
    """{level: last day}. One who never started is gone from the provider's pages the day that is recorded."""
    if enrolment.status == Enrolment.Status.NOT_STARTED:
        gone = handovers.last_day_on_course(enrolment)
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


def write_again(enrolments: Iterable[Enrolment]) -> None:
    """As `write`, and what these enrolments no longer give is removed: for whatever moves or ends one."""
    enrolments = list(enrolments)
    wanted = list(expected_of(enrolments))
    grants.grant_many(wanted)
    keys = {item.key for item in wanted}
    found = AccessGrant.objects.filter(
        source=AccessGrant.Source.ENROLMENT,
        source_id__in=[enrolment.public_id for enrolment in enrolments],
        participant__in={enrolment.participant_id for enrolment in enrolments},
    )
    AccessGrant.objects.filter(pk__in=[row.pk for row in found if grants.key_of(row) not in keys]).delete()


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
