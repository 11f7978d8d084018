"""Who may open the pages about places: allocation, offers, classes, participations."""

from amo import clock
from courses.course_days import editable_days
from courses.forms.places import AttendanceForm
from tests.access.matrix import NAV, OUTSIDE, PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who

COUNTIES = ("county_staff", "other_county")
# Writers: her own caseworker and the office lead; a colleague reads (06-access).
WRITERS = ("caseworker", "office_lead")
EVERY_PROVIDER = (*PROVIDER, *PROVIDER_OUTSIDE)
WRITERS_OUTSIDE = ("outsider_caseworker", *PROVIDER_OUTSIDE)


def _today() -> str:
    return clock.today().isoformat()


def _version(name):
    return lambda world: {"version": getattr(world, name).version}


def _county(kwargs, status=200, **row):
    return Row(kwargs, get=who(status, ok=["county_staff"], hidden=["other_county"]), **row)


def _office(data):
    return Row(
        by("offer"),
        get=who(ok=WRITERS, hidden=["outsider_caseworker"]),
        post=who(302, ok=WRITERS, hidden=["outsider_caseworker"]),
        data=data,
    )


def _writing(data):
    """What provider and office both record about a participation."""
    ok = [*WRITERS, *PROVIDER]
    return Row(
        by("enrolment"),
        get=who(ok=ok, hidden=WRITERS_OUTSIDE),
        post=who(302, ok=ok, hidden=WRITERS_OUTSIDE),
        data=data,
    )


def _class_day(world):
    day = editable_days(world.intake, today=clock.today())[-1]
    return {"public_id": world.intake.public_id, "day": day}


MATRIX = {
    "courses:window_list": Row(nothing, get=who(ok=COUNTIES)),
    "courses:window_detail": _county(by("window")),
    # The round has a proposal: the page leads back, and what is sent is refused at the form.
    "courses:window_edit": Row(
        by("preview_window"),
        get=who(302, ok=["county_staff"], hidden=["other_county"]),
        post=who(422, ok=["county_staff"], hidden=["other_county"]),
        data=lambda world: (
            {"version": 1, "name": "Runden", "first_start": _today(), "last_start": _today(), "deadline": _today()}
        ),
    ),
    # Nobody waits in the world's round, so that the proposal is refused at the form.
    "courses:run_new": _county(by("window"), post=who(422, ok=["county_staff"], hidden=["other_county"])),
    "courses:run_detail": _county(by("run")),
    "courses:run_approve": _county(
        by("preview_run"),
        post=who(302, ok=["county_staff"], hidden=["other_county"]),
        data=_version("preview_run"),
    ),
    "courses:run_discard": _county(
        by("preview_run"),
        post=who(302, ok=["county_staff"], hidden=["other_county"]),
        data=_version("preview_run"),
    ),
    "courses:offer_contact": _office(
        lambda world: {"version": 1, "on": _today(), "channel": "phone", "reached": "yes"},
    ),
    "courses:offer_answer": _office(lambda world: {"version": 1, "answer": "decline", "reason": "Har fått jobb"}),
    "courses:class_list": Row(nothing, get=who(ok=EVERY_PROVIDER)),
    "courses:roster": Row(by("intake"), get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE)),
    "courses:assign_instructor": Row(
        by("intake"),
        get=who(ok=["provider_lead"], hidden=["other_provider"]),
        post=who(302, ok=["provider_lead"], hidden=["other_provider"]),
        data=lambda world: {"instructor": world.instructor_unassigned.pk, "starts_on": _today()},
    ),
    "courses:attendance_today": Row(by("intake"), get=who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE)),
    "courses:attendance": Row(
        _class_day,
        get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        post=who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE),
        data=lambda world: {AttendanceForm.key(world.enrolment): "present"},
    ),
    "courses:enrolment_detail": Row(by("enrolment"), get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE)),
    "courses:enrolment_end": _writing(lambda world: {"version": 1, "on": _today(), "reason": "work"}),
    "courses:enrolment_prospects": _writing(
        lambda world: {"version": 1, "on": _today(), "said": "Vikariater først, fast jobb krever fagbrev."}
    ),
    "courses:certificate_issue": Row(
        by("ended_enrolment"), post=who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE), data=_version("ended_enrolment")
    ),
    "courses:certificate": Row(by("ended_enrolment"), get=who(ok=[*NAV, *PROVIDER], hidden=OUTSIDE)),
}
