"""Who may plan intakes, set quotas of several, end one before its time, and read the weekly overview."""

from tests.access.matrix import NAV, NAV_OUTSIDE, Row, by, nothing, who

COUNTIES = ("county_staff", "other_county")
OFFICES = ("caseworker", "colleague", "office_lead", "outsider_caseworker")
REASON = "Kursleverandøren har ingen lærer."


def _ending(name, **data):
    """The county of the course ends it; what is posted is whole."""
    return Row(
        by(name),
        get=who(ok=["county_staff"], other_county=403),
        post=who(302, ok=["county_staff"], other_county=403),
        data=lambda world: {"reason": REASON, "sure": "on", "version": 1} | {k: v(world) for k, v in data.items()},
    )


MATRIX = {
    "courses:intake_week": Row(nothing, get=who(ok=[*NAV, *NAV_OUTSIDE])),
    "courses:intake_week_mail": Row(nothing, post=who(302, ok=OFFICES), data=lambda world: {"on": "1"}),
    "courses:intake_plan": Row(nothing, get=who(ok=COUNTIES), post=who(422, ok=COUNTIES)),
    "courses:intake_quotas": Row(nothing, get=who(ok=COUNTIES), post=who(422, ok=COUNTIES)),
    "courses:intake_call_off": _ending("open_intake"),
    "courses:intake_cut_short": _ending("intake", last_day=lambda world: world.attendance.day.isoformat()),
}
