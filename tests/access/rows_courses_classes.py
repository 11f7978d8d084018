"""Who may open the pages about a class from week to week: weeks, week plans, absence, leaving, job search."""

from amo import clock
from courses.course_days import editable_days
from tests.access.matrix import PROVIDER, PROVIDER_OUTSIDE, Row, by, nothing, who

# Writers: her own caseworker and the office lead; a colleague reads (06-access).
WRITERS = ("caseworker", "office_lead")
EVERY_PROVIDER = (*PROVIDER, *PROVIDER_OUTSIDE)
WRITERS_OUTSIDE = ("outsider_caseworker", *PROVIDER_OUTSIDE)


def _today() -> str:
    return clock.today().isoformat()


def _own(kwargs, data=None, status: int = 302):
    """A page of the provider's own class; with `data` a form that saves."""
    post = None if data is None else who(status, ok=PROVIDER, hidden=PROVIDER_OUTSIDE)
    return Row(kwargs, get=who(ok=PROVIDER, hidden=PROVIDER_OUTSIDE), post=post, data=data or nothing)


def _both(kwargs, data):
    """What provider and office both write about a participation."""
    ok = [*WRITERS, *PROVIDER]
    return Row(
        kwargs,
        get=who(ok=ok, hidden=WRITERS_OUTSIDE),
        post=who(302, ok=ok, hidden=WRITERS_OUTSIDE),
        data=data,
    )


def _week(world):
    day = editable_days(world.intake, today=clock.today())[-1]
    return {"public_id": world.intake.public_id, "day": day}


def _days() -> dict:
    return {f"day_{number}": "school" if number < 5 else "free" for number in range(7)}


MATRIX = {
    "courses:class_today": Row(nothing, get=who(ok=EVERY_PROVIDER)),
    "courses:attendance_this_week": Row(by("intake"), get=who(302, ok=PROVIDER, hidden=PROVIDER_OUTSIDE)),
    "courses:attendance_week": _own(_week),
    "courses:week_plan_list": _own(by("intake")),
    "courses:week_plan_new": _own(by("intake"), lambda world: _days() | {"starts_on": _today()}),
    "courses:week_plan_person": _own(by("enrolment"), lambda world: _days() | {"starts_on": _today()}),
    "courses:week_plan_edit": _own(by("week_plan"), lambda world: _days() | {"starts_on": _today(), "version": 1}),
    "courses:week_plan_remove": _own(by("week_plan"), nothing),
    # A colleague at the office reads what was seen, and does not answer.
    "courses:absence_warning": Row(
        by("absence_warning"),
        get=who(ok=[*WRITERS, "colleague", *PROVIDER], hidden=WRITERS_OUTSIDE),
        post=who(302, ok=[*WRITERS, *PROVIDER], hidden=WRITERS_OUTSIDE),
        data=lambda world: {"outcome": "talked", "did": "Ringte og ble enige om å melde fra."},
    ),
    "courses:enrolment_end_undo": _both(
        by("left_enrolment"), lambda world: {"version": world.left_enrolment.version}
    ),
    "courses:enrolment_end_correct": _both(
        by("left_enrolment"),
        lambda world: {
            "version": world.left_enrolment.version,
            "on": world.left_enrolment.ends_on.isoformat(),
            "reason": "work",
        },
    ),
    "courses:job_search": _own(by("intake")),
    "courses:job_search_new": _own(
        by("intake"),
        lambda world: {
            "kind": "lesson", "on": _today(), "whom": "some", "people": [str(world.enrolment.public_id)],
        },
    ),
    "courses:job_search_person": _own(by("enrolment"), lambda world: {"kind": "cv", "on": _today()}),
    "courses:job_search_remove": _own(by("job_search"), nothing),
}  # fmt: skip
