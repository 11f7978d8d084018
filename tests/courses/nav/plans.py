"""Courses without work, an application and a plan: what the tests of the rule before a third course are made of (P7)."""

import datetime as dt

from courses.actions.applications import submit_application
from courses.models import Application
from participants import actions
from tests import factories as f


def course(person, ended: dt.date, **more):
    """A course of ninety days outside Kursløp that led to no work."""
    values = {"kind": "amo", "title": "Truckfører", "ended_in_work": False} | more
    return f.MeasureFactory(participant=person, starts_on=ended - dt.timedelta(days=90), ends_on=ended, **values)


def chain(person, *, second_ended: dt.date):
    """Two courses without work, the second of which ended on the day."""
    course(person, second_ended - dt.timedelta(days=400), title="Renhold")
    return course(person, second_ended)


def apply(case, *intakes) -> Application:
    return submit_application(
        participant=case.person,
        wishes=intakes or [case.care_intake],
        by=case.caseworker,
        against_reason="Vil prøve yrket.",
    )


def make_plan(case, **more):
    steps = [{"what": "Søke på fem stillinger", "responsible": "participant"}]
    return actions.save_plan(
        participant=case.person, goal="Fast jobb på sykehjem", steps=steps, by=case.caseworker, **more
    )
