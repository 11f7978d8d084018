"""Who may open the pages of placements: NAV reads, providers write their own (06-access)."""

from amo import clock
from tests.access import (
    rows_placements_agreements,
    rows_placements_barriers,
    rows_placements_employers,
    rows_placements_offers,
    rows_placements_requests,
    rows_placements_training,
    rows_placements_visits,
)
from tests.access.matrix import EVERYBODY, NAV, NAV_OUTSIDE, OUTSIDE, PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who
from tests.factories.kernel import organisation_number

CASES = [role for role in EVERYBODY if role != "administrator"]
EVERY_PROVIDER = (*PROVIDER, *PROVIDER_OUTSIDE)
COUNTIES = ("county_staff", "other_county")


def _write(kwargs, data, status=302):
    return Row(
        kwargs,
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(status, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=data,
    )


def _employer(world):
    return {
        "name": "Nye Sykehjem",
        "organisation_number": organisation_number(900),
        "slots": "2",
        "sector": world.sector.pk,
        "channel": "both",
        "is_another": "on",
    }


def _terms(world):
    placement = world.placement
    return {
        "mentor_name": "Kari",
        "tasks": "Kjøkken",
        "hours_per_week": "30",
        "starts_on": placement.starts_on.isoformat(),
        "ends_on": placement.ends_on.isoformat(),
        "version": placement.version,
    }


MATRIX = {
    **rows_placements_barriers.MATRIX,
    **rows_placements_offers.MATRIX,
    **rows_placements_requests.MATRIX,
    **rows_placements_training.MATRIX,
    **rows_placements_visits.MATRIX,
    **rows_placements_employers.MATRIX,
    **rows_placements_agreements.MATRIX,
    "placements:person_placements": Row(by("participant", "participant_id"), get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "placements:employer_list": Row(nothing, get=who(ok=CASES)),
    "placements:employer_detail": Row(by("employer"), get=who(ok=CASES)),
    "placements:employer_new": Row(
        nothing,
        get=who(ok=[*EVERY_PROVIDER, *COUNTIES]),
        post=who(302, ok=[*EVERY_PROVIDER, *COUNTIES]),
        data=_employer,
    ),
    "placements:employer_edit": Row(
        by("employer"),
        get=who(ok=COUNTIES),
        post=who(302, ok=COUNTIES),
        data=lambda world: _employer(world) | {"version": world.employer.version},
    ),
    # The placement that is there overlaps: the form says so.
    "placements:placement_new": _write(by("enrolment", "enrolment_id"), _terms, status=422),
    "placements:placement_detail": Row(by("placement"), get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE)),
    "placements:placement_edit": _write(by("placement"), _terms),
    "placements:placement_end": _write(
        by("placement"),
        lambda world: {
            "ends_on": clock.today().isoformat(),
            "end_reason": "other",
            "end_note": "Arbeidsplassen flyttet.",
            "version": world.placement.version,
        },
    ),
}
