"""Who may open a concept's life and versions, and counties side by side."""

from tests.access.matrix import NAV, NAV_OUTSIDE, Row, by, nothing, who

CATALOGUE = who(ok=(*NAV, *NAV_OUTSIDE))
COUNTIES = ("county_staff", "other_county")


def _own(status: int, **data):
    """A page of the concept's own county, and what its POST answers."""
    return Row(
        by("concept"),
        get=who(ok=["county_staff"], other_county=403),
        post=who(status, ok=["county_staff"], other_county=403),
        data=lambda world: {"version": world.concept.version} | data,
    )


MATRIX = {
    "courses:concept_counties": Row(nothing, get=CATALOGUE),
    "courses:concept_versions": Row(by("concept"), get=CATALOGUE),
    "courses:concept_version_compare": Row(by("concept"), get=CATALOGUE),
    "courses:concept_version": Row(
        lambda world: {"public_id": world.concept.public_id, "number": world.concept_version.number}, get=CATALOGUE
    ),
    # The world's concept is in use and has classes to come: each of these is refused in words.
    "courses:concept_use": _own(422),
    "courses:concept_take_out": _own(422),
    "courses:concept_delete": _own(422),
    "courses:concept_copy": Row(
        by("concept"),
        get=who(ok=COUNTIES),
        post=who(302, ok=COUNTIES),
        data=lambda world: {"title": "Kopi av kurset"},
    ),
    # An open class keeps the version it has.
    "courses:intake_newest": Row(
        by("open_intake"),
        get=who(ok=["county_staff"], other_county=403),
        post=who(422, ok=["county_staff"], other_county=403),
        data=lambda world: {"version": world.open_intake.version},
    ),
}
