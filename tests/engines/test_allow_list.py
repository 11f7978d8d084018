"""What the matching may know of a person, and what it can never reach (row P6, 03-matching)."""

import dataclasses
import inspect
import subprocess
import sys
import typing
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engines import advice, allocation, fit, hiring
from tests.engines.counts import examples
from tests.engines.people import checklists, markets, people
from tests.engines.test_advice import INTAKE, POLICY, SITUATION, concept, ranked

ROOT = Path(__file__).resolve().parents[2]

PERSON = {
    "norwegian",
    "education_level",
    "education_sectors",
    "experience",
    "certificates",
    "hours_available",
    "shifts",
    "goal_occupations",
    "plan_occupations",
    "earlier_course_occupations",
    "earlier_course_sectors",
}
ALLOWED = {
    fit.PersonFacts: PERSON,
    fit.Norwegian: {"oral", "listening", "reading", "writing", "written"},
    fit.SkillLevel: {"level", "source"},
    fit.Experience: {"occupation", "sector", "months"},
    fit.Certificate: {"code", "valid_to"},
    fit.Judgement: {"met", "sentence"},
    advice.Situation: {
        "on",
        "registered",
        "need_assessed",
        "legal_age_from",
        "measures",
        "courses_without_work",
        "districts",
        "registrations",
    },
    advice.Period: {"starts_on", "ends_on", "label"},
    allocation.Application: {"id", "office", "submitted_at", "wishes", "holds"},
    allocation.Wish: {
        "intake",
        "fit_met",
        "fit_total",
        "days_waiting",
        "earlier_refusals",
        "earlier_courses",
        "blocked",
        "lifted",
        "passed_over",
    },
}
PROTECTED = (
    "sex",
    "gender",
    "pregnant",
    "care_duties",
    "children",
    "ethnicity",
    "country_of_birth",
    "country",
    "citizenship",
    "mother_tongue",
    "religion",
    "disability",
    "health",
    "adaptation",
    "orientation",
    "name",
    "first_name",
    "address",
    "postcode",
    "birth_date",
    "age",
    "motivation",
    "voluntary",
    "benefit",
    "national_id",
    "interpreter",
    "aim",
)


@pytest.mark.row("P6")
@pytest.mark.parametrize("kind", ALLOWED, ids=lambda kind: kind.__name__)
def test_the_fields_are_exactly_those_on_the_list(kind):
    assert {field.name for field in fields(kind)} == ALLOWED[kind]


@pytest.mark.row("P6")
@pytest.mark.parametrize("kind", ALLOWED, ids=lambda kind: kind.__name__)
def test_nothing_else_can_be_hung_on_or_changed(kind):
    assert not hasattr(kind, "__dict__") or "__dict__" not in dir(kind)
    assert kind.__dataclass_params__.frozen
    for attribute in PROTECTED:
        assert attribute not in ALLOWED[kind]
        assert not hasattr(kind, attribute)


def reachable(kind, seen):
    """Every data class that a field of this one can hold, however deep."""
    for part in (kind, *typing.get_args(kind)):
        if dataclasses.is_dataclass(part) and part not in seen:
            seen.add(part)
            for hint in typing.get_type_hints(part).values():
                reachable(hint, seen)
        elif part is not kind:
            reachable(part, seen)
    return seen


@pytest.mark.row("P6")
@pytest.mark.parametrize(
    "function", [fit.fit, advice.rank, hiring.outlook, allocation.score, allocation.allocate], ids=lambda f: f.__name__
)
def test_the_scoring_functions_take_only_listed_classes_about_a_person(function):
    course_side = {
        fit.ChecklistItem,
        fit.NorwegianMinimum,
        hiring.Segment,
        hiring.HiringRule,
        hiring.CourseGives,
        advice.IntakeFacts,
        advice.ConceptFacts,
        advice.Demand,
        advice.AdvicePolicy,
        allocation.Intake,
        allocation.Quota,
        allocation.AllocationPolicy,
    }
    hints = typing.get_type_hints(function)
    assert set(inspect.signature(function).parameters) <= set(hints)
    found = set()
    for name, hint in hints.items():
        if name != "return":
            reachable(hint, found)
    assert found and found - course_side <= set(ALLOWED)


@pytest.mark.row("P6")
@given(people, checklists, st.text(max_size=20), st.text(max_size=20))
@examples(60, 3000)
def test_texts_that_are_passed_through_leave_the_output_byte_identical(person, items, one, other):
    """A free text may hold anything about anybody, so no number or group may depend on one."""

    def output(text):
        written = [replace(item, label=text) for item in items]
        judged = {item.code: fit.Judgement(True, text) for item in items}
        situation = replace(SITUATION, measures=(advice.Period(INTAKE.starts_on, INTAKE.starts_on, text),))
        result = ranked(person, concept(items=tuple(written)), situation=situation, judged=judged)
        return repr(
            [
                (
                    line.intake.id,
                    line.group,
                    line.band,
                    line.points,
                    [(p.factor, p.value, p.points) for p in line.parts],
                )
                + tuple(stop.code for stop in line.stops)
                for line in result.recommended + result.wanted_but + result.blocked
            ]
        ).encode()

    assert output(one) == output(other)


@pytest.mark.row("P6")
@given(markets(), st.sampled_from(("Ola", "Fatima")))
@examples(30, 500)
def test_an_allocation_knows_a_person_only_by_the_number_of_her_application(market, name):
    """Renaming every application, the lot aside, moves nobody."""
    applications, intakes = market
    apart = [replace(a, submitted_at=a.submitted_at.replace(hour=n)) for n, a in enumerate(applications)]
    renamed = [replace(a, id=f"{name}-{a.id}") for a in apart]
    policy = allocation.AllocationPolicy("1")
    first = allocation.allocate(apart, intakes, seed=b"s", policy=policy)
    second = allocation.allocate(renamed, intakes, seed=b"s", policy=policy)
    assert {f"{name}-{key}": value for key, value in first.placed.items()} == second.placed


def test_no_other_age_than_one_below_the_limit_reaches_the_engine():
    assert POLICY.version
    with pytest.raises(ValueError):
        replace(SITUATION, legal_age_from=SITUATION.on)


@pytest.mark.parametrize("package", ["courses.engines", "reporting.engines"])
def test_the_engines_import_neither_django_nor_a_model(package):
    modules = sorted(p.stem for p in (ROOT / package.replace(".", "/")).glob("*.py") if p.stem != "__init__")
    assert len(modules) >= 3
    code = "; ".join(f"import {package}.{name}" for name in modules)
    code += (
        "; import sys; print([m for m in sys.modules if m.startswith(('django', 'amo.', 'participants', 'celery'))])"
    )
    code += "; print([m for m in sys.modules if m.endswith('.models')])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:2] == ["[]", "[]"]
