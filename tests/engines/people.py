"""Invented persons, checklists and markets for the property tests of the engines."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from courses.engines import allocation as al
from courses.engines.fit import (
    EDUCATION,
    LEVELS,
    Certificate,
    ChecklistItem,
    Experience,
    Norwegian,
    PersonFacts,
    SkillLevel,
)

START = date(2026, 3, 2)
OCCUPATIONS = ("5321", "5131", "9412", "8344", "4311")
SECTORS = ("care", "food", "transport", "office")
CERTIFICATES = ("truck", "hygiene", "first_aid")
SHIFTS = ("day", "evening", "night", "weekend")
POLICY = al.AllocationPolicy("test")

skill_levels = st.one_of(
    st.just(SkillLevel()), st.builds(SkillLevel, st.sampled_from(LEVELS), st.sampled_from(("documented", "assessed")))
)
norwegians = st.builds(Norwegian, skill_levels, skill_levels, skill_levels, skill_levels, skill_levels)
some_occupations = st.lists(st.sampled_from(OCCUPATIONS), max_size=4, unique=True).map(tuple)
some_sectors = st.lists(st.sampled_from(SECTORS), max_size=3, unique=True).map(tuple)
experiences = st.builds(
    Experience, st.sampled_from(OCCUPATIONS), st.sampled_from(SECTORS), st.integers(min_value=0, max_value=200)
)
certificates = st.builds(
    Certificate,
    st.sampled_from(CERTIFICATES),
    st.none() | st.dates(START - timedelta(days=400), START + timedelta(days=400)),
)
people = st.builds(
    PersonFacts,
    norwegian=norwegians,
    education_level=st.none() | st.integers(0, len(EDUCATION) - 1),
    education_sectors=some_sectors,
    experience=st.none() | st.lists(experiences, max_size=4).map(tuple),
    certificates=st.none() | st.lists(certificates, max_size=3).map(tuple),
    hours_available=st.none() | st.integers(0, 40),
    shifts=st.none() | st.frozensets(st.sampled_from(SHIFTS)),
    goal_occupations=some_occupations,
    plan_occupations=some_occupations,
    earlier_course_occupations=some_occupations,
    earlier_course_sectors=some_sectors,
)
weights = st.integers(1, 5)
items = st.one_of(
    st.builds(
        ChecklistItem,
        code=st.just("n"),
        kind=st.just("norwegian"),
        weight=weights,
        skill=st.sampled_from(("oral", "listening", "reading", "writing", "written")),
        level=st.sampled_from(LEVELS),
    ),
    st.builds(
        ChecklistItem, code=st.just("e"), kind=st.just("education"), weight=weights, education_level=st.integers(0, 5)
    ),
    st.builds(
        ChecklistItem,
        code=st.just("x"),
        kind=st.just("experience"),
        weight=weights,
        occupations=st.frozensets(st.sampled_from(OCCUPATIONS)),
        sectors=st.frozensets(st.sampled_from(SECTORS)),
        months=st.integers(0, 60),
    ),
    st.builds(
        ChecklistItem,
        code=st.just("c"),
        kind=st.just("certificate"),
        weight=weights,
        certificates=st.frozensets(st.sampled_from(CERTIFICATES), min_size=1),
    ),
    st.builds(
        ChecklistItem,
        code=st.just("h"),
        kind=st.just("hours"),
        weight=weights,
        hours=st.integers(0, 40),
    ),
    st.builds(ChecklistItem, code=st.just("j"), kind=st.just("judged"), weight=weights),
)
goal_items = st.builds(
    ChecklistItem,
    code=st.just("g"),
    kind=st.just("goal"),
    weight=weights,
    occupations=st.frozensets(st.sampled_from(OCCUPATIONS)),
)
checklists = st.lists(items | goal_items, max_size=6).map(tuple)
checklists_without_goal = st.lists(items, max_size=6).map(tuple)

OFFICES = ("0301", "0302", "0303")


@st.composite
def markets(draw, applicants: int = 5, intakes: int = 3, stopped: bool = True):
    """(applications, intakes) small enough to be gone through by hand, crowded and full of ties.

    ``stopped``: some wishes are blocked, some are excepted by the county, and some applicants hold a place already.
    """
    names = [f"i{number}" for number in range(draw(st.integers(1, intakes)))]
    quotas = st.dictionaries(
        st.sampled_from(OFFICES),
        st.tuples(st.integers(0, 2), st.none() | st.integers(0, 2)).map(
            lambda pair: al.Quota(pair[0], None if pair[1] is None else pair[0] + pair[1])
        ),
    )
    places = [
        al.Intake(
            name,
            draw(st.integers(0, 3)),
            draw(quotas),
            draw(st.dictionaries(st.sampled_from(OFFICES), st.integers(0, 1), max_size=2)),
        )
        for name in names
    ]
    applications = []
    for number in range(draw(st.integers(0, applicants))):
        order = draw(st.permutations(names))
        wished = order[: draw(st.integers(0, len(order)))]
        applications.append(
            al.Application(
                f"a{number}",
                draw(st.sampled_from(OFFICES)),
                datetime(2026, 1, draw(st.integers(1, 2)), tzinfo=UTC),
                tuple(draw(wishes(name, stopped)) for name in wished),
                draw(st.sampled_from((None, None, *wished))) if stopped else None,
            )
        )
    return applications, places


@st.composite
def crowded(draw, excepted: bool = True):
    """(applications, intakes) where most are refused, by a limit that several share: everybody wishes for everything.

    ``excepted``: the county has made some exceptions.
    """
    names = [f"i{number}" for number in range(draw(st.integers(1, 2)))]
    quotas = st.dictionaries(
        st.sampled_from(OFFICES),
        st.sampled_from([al.Quota(0, 1), al.Quota(0, 2), al.Quota(1, 2), al.Quota(1, None), al.Quota(0, 5)]),
    )
    taken = st.dictionaries(st.sampled_from(OFFICES), st.just(1), max_size=1)
    places = [al.Intake(name, draw(st.integers(2, 5)), draw(quotas), draw(taken)) for name in names]
    facts = st.builds(
        al.Wish, st.none(), st.integers(2, 4), st.just(4), st.sampled_from((15, 16)),
        lifted=st.sampled_from((False,) * 9 + (True,)) if excepted else st.just(False),
    )  # fmt: skip
    people = st.tuples(st.sampled_from(OFFICES[:2]), st.integers(1, 2), st.tuples(*(facts for _ in names)))
    applications = [
        al.Application(
            f"a{number}",
            office,
            datetime(2026, 1, day, tzinfo=UTC),
            tuple(replace(wish, intake=name) for name, wish in zip(names, wished, strict=True)),
        )
        for number, (office, day, wished) in enumerate(draw(st.lists(people, min_size=5, max_size=9)))
    ]
    return applications, places


@st.composite
def wishes(draw, intake: str, stopped: bool = False):
    """A wish for the intake with few different facts, so that equals are common."""
    return al.Wish(
        intake,
        draw(st.integers(2, 4)),
        4,
        draw(st.sampled_from((15, 16, 17, 400))),
        draw(st.integers(0, 2)),
        draw(st.integers(0, 4)),
        draw(st.sampled_from(("", "", "", "too_young"))) if stopped else "",
        draw(st.sampled_from((False,) * 5 + (True,))) if stopped else False,
        draw(st.sampled_from((False,) * 7 + (True,))) if stopped else False,
    )
