"""Who may open the pages of results (06-access)."""

from tests.access.matrix import EVERYBODY, NAV, NAV_OUTSIDE, OFFICE, PROVIDER, Row, by, nothing, who

CASES = [role for role in EVERYBODY if role != "administrator"]
NAV_ALL = (*OFFICE, "outsider_caseworker", "county_staff", "other_county")

MATRIX = {
    "reporting:person_results": Row(by("participant", "participant_id"), get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "reporting:results": Row(nothing, get=who(ok=CASES)),
    # All of NAV sees every county's concepts; a provider those it holds a contract for.
    "reporting:concept_results": Row(
        by("concept"),
        get=who(ok=[*NAV_ALL, *PROVIDER, "instructor_unassigned"], hidden=["other_provider"]),
    ),
    "reporting:results_export": Row(nothing, get=who(ok=CASES), export=True),
    "reporting:concept_export": Row(
        by("concept"),
        get=who(ok=[*NAV_ALL, *PROVIDER, "instructor_unassigned"], hidden=["other_provider"]),
        export=True,
    ),
    "reporting:behind": Row(
        by("concept"),
        get=who(ok=["county_staff", *PROVIDER, "instructor_unassigned"], hidden=["other_provider"]),
        # The other county is stopped by the concept, not by its role.
        post=who(405, ok=["county_staff", "other_county", *PROVIDER, "instructor_unassigned", "other_provider"]),
    ),
    "reporting:referrals": Row(nothing, get=who(ok=[*OFFICE, "outsider_caseworker"])),
    "reporting:run_list": Row(nothing, get=who(ok=["county_staff", "other_county"])),
    "reporting:run_new": Row(
        nothing,
        get=who(ok=["county_staff", "other_county"]),
        post=who(302, ok=["county_staff", "other_county"]),
    ),
}
