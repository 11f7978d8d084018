"""Who may open the pages about suitability, certificates, prospects of a class and Norwegian on the course."""

from amo import clock
from courses.models import Enrolment
from tests import factories as f
from tests.access.matrix import NAV, NAV_OUTSIDE, OUTSIDE, PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who

WRITERS = ("caseworker", "office_lead")


def _today() -> str:
    return clock.today().isoformat()


def _own(kwargs, data=None):
    """A page of the provider's own; with `data` a form that saves."""
    post = None if data is None else who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE)
    return Row(kwargs, get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE), post=post, data=data or nothing)


def _with_county(kwargs):
    return Row(kwargs, get=who(ok=[*PROVIDER, "county_staff"], hidden=[*PROVIDER_OUTSIDE, "other_county"]))


def _test(world) -> dict:
    return {
        "version": 1, "part": "oral", "level": "B1", "booked_on": _today(), "test_on": _today(),
        "paid_by": "provider", "status": "booked",
    }  # fmt: skip


def _coming(world) -> dict:
    """Her next course, which has not begun: made where it is asked for, so that the other pages' world is as it was."""
    found = Enrolment.objects.filter(intake__code="SENERE").first()
    if found is None:
        intake = f.IntakeFactory(
            contract=world.contract, window=None, code="SENERE", starts_on=f.today(150), occupied=1
        )
        f.IntakeAssignmentFactory(intake=intake, membership=world.instructor)
        found = f.EnrolmentFactory(participant=world.participant, intake=intake, status="awaiting_start", granted=True)
    return {"public_id": found.public_id}


MATRIX = {
    "courses:suitability_assess": _own(_coming, lambda world: {"outcome": "not_suitable", "reasons": ["hours"]}),
    "courses:suitability": Row(by("suitability"), get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE)),
    "courses:suitability_show": Row(
        by("suitability"),
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"version": 1, "on": _today(), "comment": "Jeg kan møte likevel."},
    ),
    "courses:suitability_decide": Row(
        by("suitability"),
        get=who(ok=["county_staff"], hidden=["other_county"]),
        post=who(302, ok=["county_staff"], hidden=["other_county"]),
        data=lambda world: {"version": 1, "decision": "keeps", "reason": "Tidene kan tilpasses i praksisen."},
    ),
    "courses:suitability_county": Row(nothing, get=who(ok=["county_staff", "other_county"])),
    "courses:certificate_register": _with_county(by("ended_intake")),
    "courses:certificate_issue_many": Row(
        by("ended_intake"),
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(422, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
    ),
    "courses:certificate_class_pdf": _with_county(by("ended_intake")),
    "courses:certificate_revoke": _own(by("certificate"), lambda world: {"version": 1, "reason": "Feil navn."}),
    "courses:class_norwegian": _own(by("intake")),
    "courses:class_prospects": _own(by("intake")),
    "courses:class_prospects_new": _own(
        by("intake"),
        lambda world: {"on": _today(), "said": "Vikariater først.", "people": [str(world.enrolment.public_id)]},
    ),
    "courses:language_plan": _own(by("enrolment"), lambda world: {"oral": "B1", "support": "To timer i uka."}),
    "courses:language_test_new": _own(by("enrolment"), _test),
    "courses:language_test_edit": _own(by("language_test"), _test),
    "courses:language_test_map": Row(
        by("language_test"),
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        # It is booked, not passed: refused at the form.
        post=who(422, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=lambda world: {"version": 1},
    ),
    "courses:norwegian_counties": Row(nothing, get=who(ok=[*NAV, *NAV_OUTSIDE])),
}
