"""Who may open the pages of barriers and discrimination (06-access)."""

from tests.access.matrix import EVERYBODY, NAV_OUTSIDE, PROVIDER, Row, by, nothing, who

CASES = [role for role in EVERYBODY if role != "administrator"]
# A barrier is its sides': the office and the provider that reported it, and the county that answers it.
SIDES = ("caseworker", "colleague", "office_lead", "county_staff", *PROVIDER, "instructor_unassigned")
BEYOND = (*NAV_OUTSIDE, "other_provider")
COUNTY = {"ok": ["county_staff"], "hidden": BEYOND}


def _report(world):
    return {"level": "rules", "what": "Attesten tar tre måneder", "same_as": "new", "county": world.county.pk}


def _discrimination(world):
    return {
        "employer": world.employer.organisation_number,
        "what": "Ingen fra Langtvekkistan.",
        "heard_by": "myself",
        "county": world.county.pk,
    }


def _work(data) -> Row:
    """What only the owner and the county do; other sides read."""
    return Row(by("barrier"), get=who(**COUNTY), post=who(302, **COUNTY), data=data)


MATRIX: dict[str, Row] = {
    "placements:barrier_list": Row(nothing, get=who(ok=CASES)),
    "placements:barrier_new": Row(nothing, get=who(ok=CASES), post=who(302, ok=CASES), data=_report),
    "placements:barrier_similar": Row(nothing, post=who(ok=CASES), data=_report),
    "placements:barrier_search": Row(nothing, post=who(302, ok=CASES), data=lambda world: {"q": "fadder"}),
    "placements:barrier_overview": Row(nothing, get=who(ok=["county_staff", "other_county"])),
    "placements:barrier_detail": Row(by("barrier"), get=who(ok=SIDES, hidden=BEYOND)),
    "placements:barrier_take_on": _work(lambda world: {"version": 1}),
    "placements:barrier_close": _work(lambda world: {"version": 1, "status": "solved", "answer": "Fadder ordnet."}),
    "placements:barrier_hand_over": _work(
        lambda world: {"version": 1, "owner": f"office:{world.office.pk}", "reason": "Kontoret kan løse det."},
    ),
    # The one who reported it may open it again, and her colleagues not.
    "placements:barrier_reopen": Row(
        by("closed_barrier"),
        get=who(ok=["county_staff", "caseworker"], hidden=[*BEYOND, *PROVIDER, "instructor_unassigned"]),
        post=who(302, ok=["county_staff", "caseworker"], hidden=[*BEYOND, *PROVIDER, "instructor_unassigned"]),
        data=lambda world: {"version": 1, "reason": "Det skjedde igjen."},
    ),
    "placements:barrier_merge": Row(
        by("barrier"),
        get=who(ok=["county_staff"], hidden=["other_county"]),
        post=who(302, ok=["county_staff"], hidden=["other_county"]),
        data=lambda world: {"version": 1, "into": world.other_barrier.pk},
    ),
    "placements:discrimination_new": Row(nothing, get=who(ok=CASES), post=who(302, ok=CASES), data=_discrimination),
    "placements:discrimination_mine": Row(nothing, get=who(ok=CASES)),
    "placements:discrimination_list": Row(nothing, get=who(ok=["county_staff", "other_county"])),
    "placements:discrimination_detail": Row(
        by("discrimination_report"),
        get=who(ok=["county_staff"], hidden=["other_county"]),
        post=who(302, ok=["county_staff"], hidden=["other_county"]),
        data=lambda world: {
            "version": 1,
            "decision": "resume",
            "reason": "Snakket med lederen.",
            "shown": str(world.discrimination_report.public_id),
        },
    ),
}
