"""The chain of measures and the day a next course would be the third without work (row P7)."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses.engines import chain as engine
from courses.engines.chain import Held, Item, Job, Kind, Left, Outcome, Study
from tests.engines.counts import examples

DAY0 = dt.date(2024, 1, 1)
TODAY = dt.date(2026, 6, 1)


def day(n: int) -> dt.date:
    return DAY0 + dt.timedelta(days=n)


def course(start: int, end: int | None, title: str = "Kurs", **more) -> Item:
    return Item(Kind.COURSE, title, day(start), None if end is None else day(end), **more)


def outcome(item: Item, *, on: dt.date = TODAY, **facts) -> Outcome:
    (link,) = engine.build([item], on=on, **facts)
    return link.outcome


days = st.integers(0, 900)
jobs = st.builds(
    lambda start, length, on_call, low: Job(
        day(start), None if length is None else day(start + length), on_call=on_call, fte_low=low
    ),
    days, st.none() | st.integers(0, 400), st.booleans(), st.integers(0, 100),
)  # fmt: skip
studies = st.builds(lambda start, length: Study(day(start), day(start + length)), days, st.integers(0, 400))
items = st.builds(
    lambda kind, start, length, more: Item(kind, "X", day(start), None if length is None else day(start + length), **more),
    st.sampled_from(list(Kind)),
    days,
    st.none() | st.integers(1, 300),
    st.fixed_dictionaries(
        {
            "finished": st.booleans(),
            "held": st.sampled_from(list(Held)),
            "left": st.sampled_from(list(Left)),
            "ended_in_work": st.sampled_from([True, False, None]),
            "outside": st.booleans(),
        }
    ),
)  # fmt: skip
histories = st.tuples(st.lists(items, max_size=7), st.lists(jobs, max_size=3), st.lists(studies, max_size=2))


# --- one course ---------------------------------------------------------------------------------


@pytest.mark.row("P7")
@pytest.mark.parametrize(
    ("job", "expected"),
    [
        (Job(day(50)), Outcome.WORK),
        (Job(day(184)), Outcome.WORK),
        (Job(day(185)), Outcome.NO_WORK),
        (Job(day(110), day(184)), Outcome.WORK),
        (Job(day(110), day(183)), Outcome.NO_WORK),
        (Job(day(150), form="temporary", on_call=True, fte_low=20, fte_high=60), Outcome.ON_CALL),
    ],
)
def test_work_is_a_job_held_84_days_after_the_end(job, expected):
    assert outcome(course(0, 100), jobs=[job]) == expected


@pytest.mark.row("P7")
def test_until_the_84th_day_it_is_too_early_to_say():
    item = course(0, 100)
    assert outcome(item, on=day(100)) == Outcome.RUNNING
    assert outcome(item, on=day(101)) == outcome(item, on=day(183)) == Outcome.TOO_EARLY
    assert outcome(item, on=day(184)) == Outcome.NO_WORK
    # A job that is known already does not settle it before its day.
    assert outcome(item, on=day(183), jobs=[Job(day(101))]) == Outcome.TOO_EARLY


@pytest.mark.row("P7")
def test_the_job_with_agreed_hours_is_told_before_the_one_on_call():
    on_call = Job(day(110), form="temporary", on_call=True, fte_low=90)
    steady = Job(day(120), form="permanent", fte_low=50)
    (link,) = engine.build([course(0, 100)], jobs=[on_call, steady], on=TODAY)
    assert (link.outcome, link.job) == (Outcome.WORK, steady)


@pytest.mark.row("P7")
@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"held": Held.CALLED_OFF}, Outcome.CALLED_OFF),
        ({"held": Held.CUT_SHORT}, Outcome.CUT_SHORT),
        ({"held": Held.NOT_STARTED}, Outcome.NOT_STARTED),
        ({"left": Left.WORK}, Outcome.WORK),
        ({"left": Left.EDUCATION}, Outcome.EDUCATION),
        ({"left": Left.ILL}, Outcome.ILL),
        ({"finished": False}, Outcome.RUNNING),
        ({"ended_in_work": True, "outside": True}, Outcome.WORK),
    ],
)
def test_what_is_never_counted_as_without_work(more, expected):
    (link,) = engine.build([course(0, 100, **more)], on=TODAY)
    assert (link.outcome, link.without_work) == (expected, False)


@pytest.mark.row("P7")
@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"left": Left.OTHER}, Outcome.NO_WORK),
        ({"ended_in_work": False, "outside": True}, Outcome.NO_WORK),
        ({"outside": True}, Outcome.UNKNOWN),
    ],
)
def test_what_counts_as_without_work(more, expected):
    (link,) = engine.build([course(0, 100, **more)], on=TODAY)
    assert (link.outcome, link.without_work) == (expected, True)


def test_education_on_the_84th_day_is_told_and_not_counted():
    (link,) = engine.build([course(0, 100)], studies=[Study(day(150), day(184))], on=TODAY)
    assert (link.outcome, link.without_work) == (Outcome.EDUCATION, False)


def test_placements_and_wage_subsidies_stand_in_the_chain_and_never_count():
    found = [replace(course(n * 200, n * 200 + 100), kind=kind) for n, kind in enumerate(Kind) if kind != Kind.COURSE]
    links = engine.build(found, on=TODAY)
    assert len(links) == 3 and engine.without_work(links) == []


# --- the chain ----------------------------------------------------------------------------------


@pytest.mark.row("P7")
def test_the_third_course_is_84_days_after_the_second_without_work():
    first, second, third = course(0, 100), course(200, 300), course(400, 500)
    assert engine.third_course_from(engine.build([first], on=TODAY)) is None
    assert engine.third_course_from(engine.build([second, first], on=TODAY)) == day(384)
    assert engine.third_course_from(engine.build([third, second, first], on=TODAY)) == day(384)
    worked = [Job(day(100 + 84), day(100 + 84))]
    assert engine.third_course_from(engine.build([third, second, first], jobs=worked, on=TODAY)) == day(584)


@pytest.mark.row("P7")
def test_the_man_with_six_courses():
    six = [course(330 * n, 330 * n + 90, ended_in_work=False, outside=True) for n in range(6)]
    links = engine.build(six, on=day(2400))
    assert engine.summary(links) == engine.Summary(courses=6, years=5, in_work=0, on_call=0)
    assert engine.third_course_from(links) == day(330 + 90 + 84)
    assert engine.plan_newer_than(links, day(2400)) == day(5 * 330 + 90)


@pytest.mark.row("P7")
def test_a_plan_must_be_newer_than_the_latest_course_that_has_been_over_for_84_days():
    first, second, third = course(0, 100), course(200, 300), course(400, 500)
    links = engine.build([third, second, first], on=TODAY)
    asked = [engine.plan_newer_than(links, day(n)) for n in (383, 384, 583, 584)]
    assert asked == [None, day(300), day(300), day(500)]
    assert engine.plan_newer_than(engine.build([first, third], on=TODAY), day(583)) is None


@pytest.mark.row("P7")
@given(histories, days)
@examples(200, 5000)
def test_a_plan_is_asked_for_from_the_day_of_the_third_course_on(history, asked):
    found, work, study = history
    links = engine.build(found, jobs=work, studies=study, on=day(asked))
    third, after = engine.third_course_from(links), engine.plan_newer_than(links, day(asked))
    assert (after is not None) == (third is not None and third <= day(asked))
    assert after is None or engine.second_ended_on(links) <= after <= day(asked) - engine.WAIT


@pytest.mark.row("P7")
@given(histories, days)
@examples(200, 5000)
def test_the_day_does_not_depend_on_when_one_asks(history, asked):
    found, work, study = history
    now, later = (engine.build(found, jobs=work, studies=study, on=on) for on in (day(asked), day(5000)))
    assert engine.third_course_from(now) == engine.third_course_from(later)


@pytest.mark.row("P7")
@given(histories, jobs)
@examples(200, 5000)
def test_more_work_never_brings_the_day_nearer(history, more):
    found, work, study = history
    before = engine.third_course_from(engine.build(found, jobs=work, studies=study, on=TODAY))
    after = engine.third_course_from(engine.build(found, jobs=[*work, more], studies=study, on=TODAY))
    assert after is None or (before is not None and after >= before)


@pytest.mark.row("P7")
@given(histories)
@examples(200, 5000)
def test_every_item_has_a_place_and_the_figures_add_up(history):
    found, work, study = history
    links = engine.build(found, jobs=work, studies=study, on=TODAY)
    assert len(links) == len(found)
    assert [link.item.starts_on for link in links] == sorted(item.starts_on for item in found)
    counted = engine.summary(links)
    assert 0 <= counted.on_call <= counted.in_work <= counted.courses <= len(found)
    third = engine.third_course_from(links)
    assert (third is not None) == (len(engine.without_work(links)) >= 2)
    for link in engine.without_work(links):
        assert link.item.kind == Kind.COURSE and link.item.held == Held.YES and link.item.left not in engine.LEFT_FOR
        assert link.outcome not in engine.IN_WORK


@given(histories)
@examples(100, 2000)
def test_the_order_of_the_records_is_of_no_account(history):
    found, work, study = history
    one = engine.build(found, jobs=work, studies=study, on=TODAY)
    other = engine.build(found[::-1], jobs=work[::-1], studies=study[::-1], on=TODAY)
    assert sorted(link.outcome for link in one) == sorted(link.outcome for link in other)
    assert engine.third_course_from(one) == engine.third_course_from(other)
