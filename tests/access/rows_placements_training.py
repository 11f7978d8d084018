"""Who may open the pages of training plans (06-access)."""

from tests.access.matrix import NAV, OUTSIDE, PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who

COUNTIES = ("county_staff", "other_county")


def _provider(data, status=302):
    return Row(
        by("placement", "placement_id"),
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(status, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=data,
    )


def _template(world):
    return {
        "occupation": world.plan_template.occupation.code,
        "title": "Kjøkken",
        "text_1": "Vaske opp",
        "week_1": "1",
        "version": world.plan_template.version,
    }


def _goal(world):
    return {"placement_id": world.placement.public_id, "goal_id": world.plan_goal.public_id}


def _plan(world):
    return {
        "text_1": "Vaske opp",
        "due_1": world.placement.ends_on.isoformat(),
        "judge_1": "mentor",
        "goal_1": str(world.plan_goal.public_id),
        "version": world.training_plan.version,
    }


MATRIX: dict[str, Row] = {
    "placements:training_plan": Row(
        by("placement", "placement_id"),
        get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE),
        post=who(302, ok=PROVIDER, hidden=OUTSIDE),
        data=lambda world: {
            "goals": [world.plan_goal.pk],
            "reached_on": world.placement.starts_on.isoformat(),
            "version": 1,
        },
    ),
    # The plan that is there: the form says so.
    "placements:training_new": _provider(nothing, status=422),
    "placements:training_edit": _provider(_plan),
    "placements:training_pdf": Row(by("placement", "placement_id"), get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE)),
    "placements:training_untick": Row(
        _goal, post=who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE), data=lambda world: {"version": 1}
    ),
    "placements:training_not_followed": Row(nothing, get=who(ok=[*PROVIDER, *PROVIDER_OUTSIDE, *COUNTIES])),
    "placements:plan_template_list": Row(nothing, get=who(ok=COUNTIES)),
    "placements:plan_template_new": Row(
        nothing,
        get=who(ok=COUNTIES),
        post=who(302, ok=COUNTIES),
        data=_template,
    ),
    "placements:plan_template_edit": Row(
        by("plan_template"),
        get=who(ok=["county_staff"], hidden=["other_county"]),
        post=who(302, ok=["county_staff"], hidden=["other_county"]),
        data=lambda world: _template(world) | {"active": "on"},
    ),
}
