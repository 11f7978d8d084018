"""Who may open NAV's pages of courses: catalogue, intakes, advice, applications."""

from amo import clock
from participants.models import InformationGiven
from tests import factories as f
from tests.access.matrix import NAV, NAV_OUTSIDE, OFFICE, Row, by, nothing, who

# The catalogue is no case data: every county's is open to all of NAV (C6).
ALL_NAV = (*NAV, *NAV_OUTSIDE)
COUNTIES = ("county_staff", "other_county")
WRITERS = ("caseworker", "office_lead")
HIDDEN = ("outsider_caseworker",)
CATALOGUE = who(ok=ALL_NAV)


def _county_form(kwargs, refused=()):
    """A form of the county; what is posted lacks everything, so that the form is shown again."""
    forbidden = dict.fromkeys(refused, 403)
    return Row(
        kwargs,
        get=who(ok=[role for role in COUNTIES if role not in refused], **forbidden),
        post=who(422, ok=[role for role in COUNTIES if role not in refused], **forbidden),
        data=lambda world: {"checklist-TOTAL_FORMS": 0, "checklist-INITIAL_FORMS": 0},
    )


def _county(world):
    return {"number": world.county.number}


def _requirement(world):
    found = world.hiring_requirement
    return {
        "segment": found.segment, "occupation": found.occupation.code, "terms": found.form, "source": "Avtale",
        "valid_from": found.valid_from.isoformat(), "version": 1,
    }  # fmt: skip


def _leaflet(world):
    return {"public_id": world.concept.public_id, "language": "nb"}


def _course_for(world):
    return {"participant_id": world.participant.public_id, "concept_id": world.concept.public_id}


def _leaflet_given(world):
    where = {"participant": world.participant, "subject_id": world.concept.public_id, "points": ["leaflet"]}
    found = InformationGiven.objects.filter(**where).first()
    return _course_for(world) | {"given_id": (found or f.InformationGivenFactory(kind="course", **where)).pk}


def _item(world):
    return {"participant_id": world.participant.public_id, "item_id": world.checklist_item.pk}


def _answer(world):
    name = f"item-{world.checklist_item.pk}"
    return {f"{name}-answer": "met", f"{name}-sentence": "Har arbeidet turnus."}


MATRIX = {
    "courses:person_courses": Row(by("participant", "participant_id"), get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    "courses:concept_list": Row(nothing, get=CATALOGUE),
    "courses:concept_detail": Row(by("concept"), get=CATALOGUE),
    "courses:concept_new": _county_form(nothing),
    "courses:concept_edit": _county_form(by("concept"), refused=["other_county"]),
    "courses:intake_list": Row(nothing, get=CATALOGUE),
    "courses:intake_detail": Row(by("open_intake"), get=CATALOGUE),
    "courses:intake_new": _county_form(nothing),
    "courses:intake_edit": _county_form(by("open_intake"), refused=["other_county"]),
    "courses:hiring_list": Row(nothing, get=CATALOGUE),
    "courses:hiring_search": Row(nothing, post=who(302, ok=ALL_NAV), data=lambda world: {"q": "sykehjem"}),
    "courses:hiring_detail": Row(by("hiring_requirement"), get=CATALOGUE),
    "courses:hiring_new": _county_form(nothing),
    "courses:hiring_edit": Row(
        by("hiring_requirement"),
        get=who(ok=["county_staff"], other_county=403),
        post=who(302, ok=["county_staff"], other_county=403),
        data=lambda world: _requirement(world),
    ),
    "courses:hiring_version": Row(
        by("hiring_requirement"),
        get=who(ok=["county_staff"], other_county=403),
        post=who(302, ok=["county_staff"], other_county=403),
        data=lambda world: _requirement(world) | {"valid_from": clock.today().isoformat()},
    ),
    "courses:hiring_end": Row(
        by("hiring_requirement"),
        get=who(ok=["county_staff"], other_county=403),
        post=who(302, ok=["county_staff"], other_county=403),
        data=lambda world: {"version": 1, "last_day": clock.today().isoformat()},
    ),
    "courses:hiring_preview": Row(
        nothing, post=who(ok=COUNTIES), data=lambda world: {"terms": "permanent", "segment": "Sykehjem"}
    ),
    "courses:demand_list": Row(nothing, get=CATALOGUE),
    "courses:demand_template": Row(nothing, get=who(ok=COUNTIES)),
    "courses:demand_county": Row(_county, get=CATALOGUE),
    "courses:demand_search": Row(_county, post=who(302, ok=ALL_NAV), data=lambda world: {"q": "pleie"}),
    "courses:demand_detail": Row(lambda world: _county(world) | {"code": world.occupation.code}, get=CATALOGUE),
    "courses:leaflet_edit": Row(
        _leaflet,
        get=who(ok=["county_staff"], other_county=403),
        post=who(302, ok=["county_staff"], other_county=403),
        data=lambda world: {"version": 0, "title": "Pleie", "what": "Du lærer stell.", "outlook": "Mest ringevakter."},
    ),
    "courses:leaflet_hints": Row(nothing, post=who(ok=COUNTIES), data=lambda world: {"what": "Du lærer stell."}),
    "courses:leaflet_pdf": Row(_leaflet, get=CATALOGUE),
    "courses:course_for": Row(
        _course_for,
        get=who(ok=OFFICE, hidden=HIDDEN),
        post=who(302, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"points": ["what"], "channel": "phone", "given_on": clock.today().isoformat()},
    ),
    "courses:leaflet_hand_out": Row(
        _course_for,
        get=who(405, ok=[*OFFICE, *HIDDEN]),
        post=who(302, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"language": "nb", "channel": "letter"},
    ),
    "courses:leaflet_correct": Row(
        _leaflet_given,
        get=who(ok=WRITERS, hidden=HIDDEN),
        post=who(302, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"language": "en", "channel": "digital"},
    ),
    "courses:leaflet_person": Row(
        lambda world: _course_for(world) | {"language": "en"}, get=who(ok=OFFICE, hidden=HIDDEN)
    ),
    "courses:advice": Row(by("participant", "participant_id"), get=who(ok=OFFICE, hidden=HIDDEN)),
    "courses:checklist_answer": Row(
        _item, get=who(ok=WRITERS, hidden=HIDDEN), post=who(302, ok=WRITERS, hidden=HIDDEN), data=_answer
    ),
    "courses:application_list": Row(nothing, get=CATALOGUE),
    # She has an application in the only open round already: the form says so.
    "courses:application_new": Row(
        by("participant", "participant_id"),
        get=who(ok=WRITERS, hidden=HIDDEN),
        post=who(422, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"wish_1": str(world.open_intake.public_id)},
    ),
    "courses:application_detail": Row(by("application"), get=who(ok=NAV, hidden=NAV_OUTSIDE)),
    # The world's wish has an offer out: it must be answered first.
    "courses:application_withdraw": Row(
        by("application"),
        get=who(ok=WRITERS, hidden=HIDDEN),
        post=who(422, ok=WRITERS, hidden=HIDDEN),
        data=lambda world: {"version": 1},
    ),
}
