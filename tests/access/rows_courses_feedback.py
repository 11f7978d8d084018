"""Who may open the pages about feedback on concepts, and about people and organisations."""

from tests.access.matrix import NAV, NAV_OUTSIDE, OFFICE, Row, by, who
from tests.factories import today

ALL_NAV = (*NAV, *NAV_OUTSIDE)
OFFICES = (*OFFICE, "outsider_caseworker")
# A sender's text is hers, her lead's and the county's; another county's staff learn nothing of it.
READERS = {"ok": ["caseworker", "office_lead", "county_staff"], "hidden": ["colleague", *NAV_OUTSIDE]}
ROUND = {"ok": NAV, "hidden": NAV_OUTSIDE}
COUNTY = {"ok": ["county_staff"], "hidden": ["other_county"]}
ANSWER = {"status": "answered", "answer": "Takk, vi tar det med til neste anbud."}


def of_round(world):
    return {"public_id": world.feedback_round.public_id, "concept_id": world.concept.public_id}


MATRIX = {
    "courses:feedback_list": Row(get=who(ok=ALL_NAV)),
    "courses:feedback_search": Row(post=who(302, ok=ALL_NAV), data=lambda world: {"q": "norsk"}),
    "courses:feedback_new": Row(
        by("concept"),
        # Every county's offices see the course, so all may say what they think of it.
        get=who(ok=OFFICES),
        post=who(302, ok=OFFICES),
        data=lambda world: {"kind": "level", "text": "Norskkravet er for høyt for jobben."},
    ),
    "courses:feedback_detail": Row(
        by("feedback"),
        get=who(**READERS),
        post=who(302, ok=["county_staff"], hidden=["colleague", *NAV_OUTSIDE]),
        data=lambda world: ANSWER | {"version": world.feedback.version + 1},
    ),
    "courses:feedback_withdraw": Row(
        by("feedback"),
        get=who(ok=["caseworker"], hidden=["colleague", "outsider_caseworker"]),
        post=who(302, ok=["caseworker"], hidden=["colleague", "outsider_caseworker"]),
        data=lambda world: {"version": world.feedback.version},
    ),
    "courses:feedback_round_list": Row(get=who(ok=ALL_NAV)),
    "courses:feedback_round_new": Row(
        get=who(ok=["county_staff", "other_county"]),
        post=who(302, ok=["county_staff"], other_county=422),
        data=lambda world: {
            "name": "Ny runde",
            "question": "Hva mener dere?",
            "due_on": today(20).isoformat(),
            "concepts": [world.concept.pk],
            "offices": [world.office.pk],
        },
    ),
    "courses:feedback_round": Row(by("feedback_round"), get=who(**ROUND)),
    "courses:feedback_round_answer": Row(
        by("feedback_round"),
        get=who(ok=OFFICE, hidden=["outsider_caseworker"]),
        post=who(302, ok=OFFICE, hidden=["outsider_caseworker"]),
        data=lambda world: {f"verdict-{world.concept.pk}": "keep"},
    ),
    "courses:feedback_round_reply": Row(
        of_round, get=who(**COUNTY), post=who(302, **COUNTY), data=lambda world: ANSWER
    ),
    "courses:feedback_round_close": Row(
        by("feedback_round"),
        get=who(**COUNTY),
        post=who(302, **COUNTY),
        data=lambda world: {"version": world.feedback_round.version},
    ),
}
