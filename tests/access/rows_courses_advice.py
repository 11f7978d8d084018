"""Who may compare courses, make another way a task, and set the advice's weights."""

from tests.access.matrix import NAV, NAV_OUTSIDE, OFFICE, Row, by, nothing, who
from tests.factories import today

ALL_NAV = (*NAV, *NAV_OUTSIDE)
HIDDEN = ("outsider_caseworker",)
DRAFT = by("policy_draft", "number", "number")


def _draft_of_the_county(status=302):
    """The county's own draft: hidden from another county's staff."""
    return Row(
        DRAFT,
        get=who(ok=["county_staff"], hidden=["other_county"]),
        post=who(status, ok=["county_staff"], hidden=["other_county"]),
    )


def _weights(world):
    return {
        "fit": 40, "demand": 30, "progression": 15, "wish": 15, "fit_floor": "0,5", "demand_floor": "0,2",
        "good_from": 65, "possible_from": 45, "clear_lead": 20,
        "valid_from": today().isoformat(), "note": "Som før.",
    }  # fmt: skip


MATRIX = {
    "courses:advice_compare": Row(by("participant", "participant_id"), get=who(ok=OFFICE, hidden=HIDDEN)),
    "courses:way_task": Row(
        lambda world: {"participant_id": world.participant.public_id, "code": "wage_subsidy"},
        get=who(ok=["caseworker", "office_lead"], hidden=HIDDEN),
        post=who(302, ok=["caseworker", "office_lead"], hidden=HIDDEN),
    ),
    "courses:policy_list": Row(nothing, get=who(ok=ALL_NAV)),
    # Offices read what has been in use; a draft is the county's own work.
    "courses:policy_detail": Row(
        DRAFT, get=who(ok=["county_staff"], hidden=[*OFFICE, "outsider_caseworker", "other_county"])
    ),
    "courses:policy_new": Row(
        nothing,
        get=who(ok=["county_staff", "other_county"]),
        post=who(302, ok=["county_staff", "other_county"]),
        data=_weights,
    ),
    "courses:policy_use": _draft_of_the_county(),
    "courses:policy_discard": _draft_of_the_county(),
}
