"""Who may open a round's proposals, exceptions, leftover round, simulations and the allocation's criteria."""

from tests.access.matrix import NAV, NAV_OUTSIDE, OFFICE, Row, by, nothing, who
from tests.factories import today

ALL_NAV = (*NAV, *NAV_OUTSIDE)
COUNTIES = ("county_staff", "other_county")
OFFICES = (*OFFICE, "outsider_caseworker")
CRITERIA = by("criteria_draft", "number", "number")


def _county(kwargs, post=None, **row):
    """The county's own page; `post` is the status of what is sent."""
    sent = {"post": who(post, ok=["county_staff"], hidden=["other_county"])} if post else {}
    return Row(kwargs, get=who(ok=["county_staff"], hidden=["other_county"]), **sent, **row)


def _version(world) -> dict:
    return {"version": world.exception_run.version}


def _decision(world) -> dict:
    return {"public_id": world.exception_run.public_id, "decision_id": world.waiting_decision.pk}


def _exception(world) -> dict:
    return {"public_id": world.exception_run.public_id, "exception_id": world.allocation_exception.pk}


def _wishes(world) -> dict:
    return {"public_id": world.leftover_application.public_id, "round_id": world.leftover_round.public_id}


def _points(world) -> dict:
    return {
        "fit": 40, "waiting": 25, "waiting_days": 365, "refusal_1": 10, "refusal_2": 15, "course_penalty": 5,
        "course_cap": 3, "valid_from": today().isoformat(), "note": "Som før.",
    }  # fmt: skip


MATRIX = {
    # No application waits in the world's round, so that the proposal is refused at the form.
    "courses:run_again": _county(by("preview_run"), post=422, data=lambda world: {"version": 1}),
    "courses:run_decisions": _county(by("exception_run")),
    "courses:run_decision": _county(
        _decision,
        post=302,
        data=lambda world: _version(world) | {"kind": "place", "reason": "Har hatt læreplass der."},
    ),
    "courses:exception_remove": _county(_exception, post=302, data=_version),
    "courses:run_compare": _county(by("exception_run")),
    "courses:leftover_county": _county(
        by("leftover_window"), post=302, data=lambda world: {"version": 1, "deadline": today(9).isoformat()}
    ),
    "courses:leftover_list": Row(nothing, get=who(ok=OFFICES)),
    "courses:leftover_wishes": Row(
        _wishes,
        get=who(ok=["caseworker", "office_lead"], hidden=["outsider_caseworker"]),
        post=who(302, ok=["caseworker", "office_lead"], hidden=["outsider_caseworker"]),
        data=lambda world: {"note": "Vil vente på pleiekurset."},
    ),
    "courses:simulation_list": Row(nothing, get=who(ok=COUNTIES)),
    # Nothing is sent along, so that the form is shown again.
    "courses:simulation_new": Row(nothing, get=who(ok=COUNTIES), post=who(422, ok=COUNTIES)),
    "courses:simulation_detail": _county(by("simulation")),
    "courses:criteria_list": Row(nothing, get=who(ok=ALL_NAV)),
    "courses:criteria_detail": Row(
        CRITERIA, get=who(ok=["county_staff"], hidden=[*OFFICE, "outsider_caseworker", "other_county"])
    ),
    "courses:criteria_new": Row(nothing, get=who(ok=COUNTIES), post=who(302, ok=COUNTIES), data=_points),
    "courses:criteria_use": _county(CRITERIA, post=302),
    "courses:criteria_discard": _county(CRITERIA, post=302),
}
