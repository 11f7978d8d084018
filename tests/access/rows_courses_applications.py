"""Who may open the pages about applications after they are sent: changes, receipt, offers, waiting lists, permissions."""

from tests.access.matrix import NAV, NAV_OUTSIDE, OFFICE, Row, by, nothing, who

ALL_NAV = (*NAV, *NAV_OUTSIDE)
WRITERS = ("caseworker", "office_lead")
HIDDEN = ("outsider_caseworker",)
OFFICE_ONLY = (*OFFICE, "outsider_caseworker")


def _permission_new(world):
    return {"participant_id": world.participant.public_id, "intake_id": world.second_foreign_intake.public_id}


MATRIX = {
    "courses:application_search": Row(nothing, post=who(302, ok=ALL_NAV), data=lambda world: {"q": "Nordmann"}),
    "courses:application_change": Row(
        by("application"),
        get=who(ok=WRITERS, hidden=HIDDEN),
        post=who(302, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"version": 1, "wish_1": str(world.open_intake.public_id)},
    ),
    "courses:application_receipt": Row(by("application"), get=who(ok=OFFICE, hidden=HIDDEN)),
    # The world's wish has an offer out: it must be answered first.
    "courses:wish_withdraw": Row(
        lambda world: {"public_id": world.application.public_id, "wish_id": world.wish.public_id},
        get=who(ok=WRITERS, hidden=HIDDEN),
        post=who(422, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"version": 1},
    ),
    "courses:waiting_list": Row(by("open_intake"), get=who(ok=ALL_NAV)),
    "courses:offer_list": Row(nothing, get=who(ok=ALL_NAV)),
    "courses:offer_search": Row(nothing, post=who(302, ok=ALL_NAV), data=lambda world: {"q": "Nordmann"}),
    "courses:permission_list": Row(nothing, get=who(ok=ALL_NAV)),
    "courses:permission_new": Row(
        _permission_new,
        get=who(ok=WRITERS, hidden=HIDDEN),
        post=who(302, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"reason": "Kurset finnes ikke i fylket vårt."},
    ),
    # The question is about the other county's class: that county answers, without a name; the own one has no part in it.
    "courses:permission_detail": Row(
        by("permission"),
        get=who(ok=[*OFFICE, "other_county"], hidden=[*HIDDEN, "county_staff"]),
        post=who(403, other_county=302, outsider_caseworker=404, county_staff=404),
        data=lambda world: {"version": 1, "granted": "yes"},
    ),
    "courses:permission_withdraw": Row(
        by("permission"),
        get=who(ok=WRITERS, hidden=HIDDEN),
        post=who(302, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"version": 1},
    ),
}
