"""Who may open the pages of visits in one go, the calendar and meetings (06-access)."""

from amo import clock
from tests.access.matrix import (
    EVERYBODY,
    NAV,
    NAV_OUTSIDE,
    OUTSIDE,
    PROVIDER,
    PROVIDER_OUTSIDE,
    Row,
    by,
    nothing,
    who,
)

CASES = [role for role in EVERYBODY if role != "administrator"]
EVERY_PROVIDER = (*PROVIDER, *PROVIDER_OUTSIDE)
COUNTIES = ("county_staff", "other_county")
# A meeting is the provider's own: its unassigned instructor reads it too, another provider does not.
OF_PROVIDER = (*PROVIDER, "instructor_unassigned")


def _write(kwargs, data, status=302):
    return Row(
        kwargs,
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(status, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=data,
    )


def _visit(world):
    return {"status": "held", "held_on": clock.today().isoformat(), "kind": "in_person", "hiring_intent": "maybe"}


def _moved(world):
    return {"planned_for": world.placement.ends_on.isoformat()}


def _plan(world):
    return {
        "row-TOTAL_FORMS": "1",
        "row-INITIAL_FORMS": "1",
        "row-0-placement": str(world.placement.public_id),
        "row-0-include": "on",
        "row-0-planned_for": world.placement.ends_on.isoformat(),
    }


def _meeting(world):
    return {"kind": "fixed", "status": "held", "on": clock.today().isoformat()}


def _of_meeting(data, status=302):
    return Row(
        by("meeting"),
        get=who(ok=OF_PROVIDER, hidden=["other_provider"]),
        post=who(status, ok=OF_PROVIDER, hidden=["other_provider"]),
        data=data,
    )


MATRIX: dict[str, Row] = {
    "placements:visit_log": _write(by("placement", "placement_id"), _visit),
    "placements:visit_plan": _write(by("placement", "placement_id"), _moved),
    "placements:missing_visits": Row(nothing, get=who(ok=[*EVERY_PROVIDER, *COUNTIES])),
    "placements:agenda": Row(nothing, get=who(ok=EVERY_PROVIDER)),
    "placements:agenda_ics": Row(nothing, get=who(ok=EVERY_PROVIDER)),
    "placements:visit_detail": Row(by("visit"), get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE)),
    # Logged by the course lead: her instructor may not put it right.
    "placements:visit_correct": Row(
        by("visit"),
        get=who(ok=["provider_lead"], hidden=PROVIDER_OUTSIDE),
        post=who(302, ok=["provider_lead"], hidden=PROVIDER_OUTSIDE),
        data=lambda world: _visit(world) | {"version": world.visit.version},
    ),
    "placements:visit_move": _write(
        by("planned_visit"), lambda world: _moved(world) | {"version": world.planned_visit.version}
    ),
    "placements:visit_cancel": _write(
        by("planned_visit"),
        lambda world: {"status": "cancelled_by_employer", "version": world.planned_visit.version},
    ),
    "placements:visit_ics": Row(by("planned_visit"), get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE)),
    "placements:class_visits": _write(by("intake"), _plan),
    "placements:meeting_new": Row(
        by("employer"), get=who(ok=EVERY_PROVIDER), post=who(302, ok=EVERY_PROVIDER), data=_meeting
    ),
    "placements:meeting_detail": Row(
        by("meeting"), get=who(ok=[*NAV, *NAV_OUTSIDE, *OF_PROVIDER], hidden=["other_provider"])
    ),
    "placements:meeting_edit": _of_meeting(
        lambda world: {
            "status": "planned",
            "on": world.meeting.on.isoformat(),
            "version": world.meeting.version,
        }
    ),
    "placements:meeting_cancel_rest": _of_meeting(nothing),
    "placements:start_meetings_missing": Row(nothing, get=who(ok=EVERY_PROVIDER)),
    "placements:guide": _write(by("placement", "placement_id"), lambda world: {"language": "nn"}),
    "placements:guide_pdf": Row(by("placement", "placement_id"), get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE)),
}
