"""Who may open the pages of the register of employers beyond its list and form (06-access)."""

from tests.access.matrix import EVERYBODY, PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who

CASES = [role for role in EVERYBODY if role != "administrator"]
COUNTIES = ("county_staff", "other_county")
EVERY_PROVIDER = (*PROVIDER, *PROVIDER_OUTSIDE)


def _both(kwargs, data=nothing, status: int = 302) -> Row:
    """A form of county staff."""
    return Row(kwargs, get=who(ok=COUNTIES), post=who(status, ok=COUNTIES), data=data)


def _period(world) -> dict:
    day = world.placement.ends_on.replace(year=world.placement.ends_on.year + 2)
    return {"starts_on": day.isoformat(), "ends_on": day.isoformat(), "slots": "2"}


def _two(world) -> dict:
    return {"public_id": world.employer.public_id, "merged_id": world.second_employer.public_id}


MATRIX: dict[str, Row] = {
    "placements:employer_search": Row(nothing, post=who(302, ok=CASES), data=lambda world: {"q": "sykehjem"}),
    "placements:employer_similar": Row(
        nothing, post=who(ok=[*EVERY_PROVIDER, *COUNTIES]), data=lambda world: {"name": "Midt sykehjem"}
    ),
    "placements:duplicate_list": Row(nothing, get=who(ok=COUNTIES)),
    "placements:import_template": Row(nothing, get=who(ok=COUNTIES)),
    "placements:employer_history": Row(by("employer"), get=who(ok=COUNTIES)),
    "placements:employer_merge": _both(_two, lambda world: {"reason": "Registrert to ganger.", "checked": "on"}),
    "placements:contact_new": _both(by("employer"), lambda world: {"name": "Berit Leder"}),
    "placements:contact_edit": _both(
        by("employer_contact"), lambda world: {"name": "Berit Ny", "version": world.employer_contact.version}
    ),
    "placements:contact_remove": _both(by("employer_contact")),
    "placements:period_new": _both(by("employer"), _period),
    "placements:period_edit": _both(
        by("slot_period"), lambda world: _period(world) | {"version": world.slot_period.version}
    ),
    "placements:period_remove": _both(by("slot_period")),
    "placements:rules": _both(nothing, lambda world: {"step_in_after": "4", "version": "0"}),
    "placements:limit_passed": Row(nothing, get=who(ok=COUNTIES)),
}
