"""Who may open the pages about decision letters, and the right of appeal they tell of."""

from amo import clock
from tests.access.matrix import NAV, NAV_OUTSIDE, Row, by, nothing, who

EVERY_NAV = (*NAV, *NAV_OUTSIDE)
OFFICES = ("caseworker", "colleague", "office_lead", "outsider_caseworker")
WRITERS = ("caseworker", "office_lead")
KEEPERS = ("county_staff", "other_county", "administrator")


def _today() -> str:
    return clock.today().isoformat()


def _reading(name):
    return Row(by(name), get=who(ok=NAV, hidden=NAV_OUTSIDE))


def _writing(name, data):
    """Her own caseworker and the office lead; a colleague reads."""
    outside = ["outsider_caseworker"]
    return Row(by(name), get=who(ok=WRITERS, hidden=outside), post=who(302, ok=WRITERS, hidden=outside), data=data)


def _batch(world):
    return {"batch": world.sent_letter.batch}


def _ids(name):
    return lambda world: {"ids": [str(getattr(world, name).public_id)]}


def _deciding():
    return Row(by("letter_rule", "pk", "pk"), get=who(ok=KEEPERS), post=who(302, ok=KEEPERS))


OWN_OFFICE = ("caseworker", "colleague", "office_lead")
RULE = {
    "decision_type": "common_start", "appealable": "no", "text_nb": "Tekst.", "text_nn": "Tekst.", "note": "Ny lov.",
}  # fmt: skip

MATRIX = {
    "courses:letter_list": Row(nothing, get=who(ok=EVERY_NAV)),
    "courses:letter_detail": _reading("letter"),
    "courses:letter_pdf": _reading("letter"),
    "courses:letter_edit": _writing(
        "letter", lambda world: {"version": 1, "language": "nn", "own_words": "Slik er det."}
    ),
    "courses:letter_send": _writing("letter", lambda world: {"version": 1, "channel": "posted", "sent_on": _today()}),
    "courses:letter_discard": _writing("letter", lambda world: {"version": 1, "reason": "Sagt i et møte."}),
    "courses:letter_correct": _writing(
        "sent_letter", lambda world: {"version": world.sent_letter.version, "reason": "Feil dato."}
    ),
    # A colleague may not change the person's file: nothing is left to send, and the list says so.
    "courses:letter_send_many": Row(
        post=who(200, ok=WRITERS, hidden=["outsider_caseworker"], colleague=302), data=_ids("letter")
    ),
    "courses:letter_print_many": Row(post=who(ok=OWN_OFFICE, hidden=["outsider_caseworker"]), data=_ids("letter")),
    "courses:letter_batch": Row(_batch, get=who(ok=OWN_OFFICE, hidden=["outsider_caseworker"])),
    "courses:letter_batch_pdf": Row(_batch, get=who(ok=OWN_OFFICE, hidden=["outsider_caseworker"])),
    "courses:letter_rule_list": Row(nothing, get=who(ok=[*EVERY_NAV, "administrator"])),
    # A draft is the keepers' own work until it is taken into use.
    "courses:letter_rule_detail": Row(by("letter_rule", "pk", "pk"), get=who(ok=KEEPERS, hidden=OFFICES)),
    "courses:letter_rule_new": Row(
        get=who(ok=KEEPERS), post=who(302, ok=KEEPERS), data=lambda world: RULE | {"valid_from": _today()}
    ),
    "courses:letter_rule_use": _deciding(),
    "courses:letter_rule_discard": _deciding(),
}
