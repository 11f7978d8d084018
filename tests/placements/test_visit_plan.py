"""The visits of a class planned in one go: the days proposed, and all of them saved once (L5)."""

import datetime as dt
import uuid
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from amo import clock, workdays
from placements.engines.visit_plan import Stay, propose
from placements.models import Visit
from tests import factories
from tests.engines.counts import examples

MONDAY = dt.date(2026, 3, 2)


def on(offset: int) -> dt.date:
    return MONDAY + dt.timedelta(days=offset)


def stay(key="a", first=0, last=69, **more) -> Stay:
    return Stay(key, on(first), on(last), more.pop("is_good", workdays.is_working_day), **more)


def days(found) -> list[tuple]:
    return [(one.key, (one.on - MONDAY).days) for one in found]


@pytest.mark.row("L5")
def test_the_first_within_two_weeks_then_every_n_weeks_until_the_end():
    assert days(propose([stay()], every_weeks=2, today=MONDAY)) == [("a", 14), ("a", 28), ("a", 42), ("a", 56)]


def test_a_holiday_is_moved_past_and_remembered():
    easter_monday = dt.date(2026, 4, 6)
    moved = next(one for one in propose([stay(last=40)], every_weeks=3, today=MONDAY) if one.moved)
    assert (moved.wanted, moved.on) == (easter_monday, easter_monday + dt.timedelta(days=1))


def test_the_first_is_moved_back_so_that_two_weeks_are_kept():
    # Two weeks after Sunday 22 March is Easter Sunday; the last working day before it is Wednesday.
    assert days(propose([stay(first=20, last=40)], every_weeks=3, today=MONDAY))[0] == ("a", 30)


def test_only_days_when_she_is_at_the_workplace():
    found = propose([stay(is_good=lambda day: day.weekday() in (3, 4))], every_weeks=3, today=MONDAY)
    assert {one.on.weekday() for one in found} <= {3, 4}
    assert found[0].on <= on(14)


def test_two_at_one_employer_share_a_day_where_the_rule_allows():
    found = propose([stay("a"), stay("b", first=3), stay("c", first=30)], every_weeks=4, today=MONDAY)
    by_key = {key: [one.on for one in found if one.key == key] for key in "abc"}
    assert by_key["a"] == by_key["b"]
    assert by_key["c"][0] > by_key["a"][0]
    assert by_key["c"][0] <= on(44)


def test_what_is_planned_or_held_is_counted():
    planned = stay(planned=(on(10), on(31)))
    assert days(propose([planned], every_weeks=3, today=MONDAY)) == [("a", 52)]
    visited = stay(visited_on=on(8))
    assert days(propose([visited], every_weeks=3, today=on(9)))[0] == ("a", 29)


def test_an_overdue_first_visit_is_proposed_for_the_next_good_day():
    saturday = on(26)
    assert days(propose([stay()], every_weeks=6, today=saturday))[0] == ("a", 28)


MOST_ASKED = 20_000
"""Days looked at for three short placements: more means that the plan goes round in a ring."""


@pytest.mark.row("L5")
@examples(100, 3_000)
@given(
    workdays_on=st.lists(st.sets(st.integers(0, 80)), min_size=1, max_size=3),
    lasts=st.lists(st.integers(0, 80), min_size=3, max_size=3),
    planned=st.sets(st.integers(0, 80), max_size=4),
    every_weeks=st.integers(1, 6),
    today=st.integers(-5, 80),
    most=st.integers(1, 3),
)
def test_the_plan_has_an_end_and_goes_forward(workdays_on, lasts, planned, every_weeks, today, most):
    """Also where the last weeks are at school: no day twice, none in the past, none where she is not."""
    asked = 0

    def good(among):
        def is_good(one):
            nonlocal asked
            asked += 1
            assert asked < MOST_ASKED
            return (one - MONDAY).days in among

        return is_good

    stays = [
        stay(
            key,
            last=lasts[key],
            is_good=good(among),
            planned=tuple(on(one) for one in planned if one <= lasts[key]),
            place=key % 2,
        )
        for key, among in enumerate(workdays_on)
    ]
    found = propose(stays, every_weeks=every_weeks, today=on(today), most_places=most)
    for one in stays:
        own = [proposal.on for proposal in found if proposal.key == one.key]
        assert len(own) == len(set(own))
        assert not set(own) & set(one.planned)
        assert all(max(on(today), one.starts_on) <= when <= one.ends_on for when in own)
        assert all((when - MONDAY).days in workdays_on[one.key] for when in own)


@pytest.mark.row("L5")
def test_a_class_is_spread_over_days_and_the_first_visits_keep_their_limit():
    stays = [stay(key, place=key) for key in range(10)]
    found = propose(stays, every_weeks=3, today=MONDAY, most_places=3)
    by_day = Counter(one.on for one in found)
    assert max(by_day.values()) == 3
    firsts = {one.key: one.on for one in reversed(found)}
    assert len(firsts) == 10
    assert all(when <= on(14) for when in firsts.values())
    one_a_day = propose(stays[:5], every_weeks=3, today=MONDAY, most_places=1)
    assert max(Counter(one.on for one in one_a_day).values()) == 1


@pytest.mark.row("L5")
def test_what_is_planned_counts_among_the_places_of_its_day():
    there = [stay(key, place=key, planned=(on(14),), visited_on=on(0)) for key in ("x", "y")]
    found = propose([*there, stay("a", place="a")], every_weeks=12, today=MONDAY, most_places=2)
    assert days(found) == [("a", 11)]


@pytest.mark.row("L5")
@pytest.mark.parametrize("planned", [16, 18, 24])
def test_another_at_the_employer_is_visited_on_the_day_that_is_planned(planned):
    there = stay("x", place="home", planned=(on(planned),), visited_on=on(0))
    later = stay("a", place="home", visited_on=on(0))
    found = propose([there, later, stay("b", place="other", visited_on=on(0))], every_weeks=3, today=MONDAY)
    first = {one.key: one.on for one in reversed(found)}
    assert first["a"] == on(planned)
    assert first["b"] == on(21)


def test_a_first_visit_is_not_late_for_the_sake_of_another():
    there = stay("x", place="home", planned=(on(16),), visited_on=on(0))
    found = propose([there, stay("a", place="home")], every_weeks=12, today=MONDAY)
    assert ("a", 14) in days(found)


def test_a_plan_that_is_followed_asks_for_nothing_more():
    first = propose([stay("a"), stay("b", first=2)], every_weeks=3, today=MONDAY)
    again = [
        stay(key, first=start, planned=tuple(one.on for one in first if one.key == key))
        for key, start in (("a", 0), ("b", 2))
    ]
    assert propose(again, every_weeks=3, today=MONDAY) == []


# --- the page ---------------------------------------------------------------------------------------


@pytest.fixture
def school_class(db):
    """A running class with two at one employer and one at another."""
    today = clock.today()
    intake = factories.IntakeFactory(
        running=True,
        starts_on=today - dt.timedelta(days=60),
        theory_ends_on=today - dt.timedelta(days=8),
        ends_on=today + dt.timedelta(days=60),
    )
    home = factories.EmployerFactory(name="Solbakken sykehjem", slots=3)
    canteen = factories.EmployerFactory(name="Kantinen på torget")
    made = [_placed(intake, employer) for employer in (home, home, canteen)]
    lead = factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)
    return intake, made, lead


def _placed(intake, employer, **person):
    enrolment = factories.EnrolmentFactory(
        intake=intake, granted=True, participant=factories.ParticipantFactory(**person)
    )
    today = clock.today()
    return factories.PlacementFactory(
        enrolment=enrolment, employer=employer, starts_on=today, ends_on=today + dt.timedelta(days=55)
    )


def posted(answer, **changes) -> dict:
    """What the browser would send of the page as it was shown."""
    form = answer.context["form"]
    data = {"submission": str(uuid.uuid4())}
    data |= {"row-TOTAL_FORMS": len(form.rows.forms), "row-INITIAL_FORMS": len(form.rows.forms)}
    for index, row in enumerate(form.rows.forms):
        data[f"row-{index}-placement"] = str(row.initial["placement"])
        data[f"row-{index}-planned_for"] = row.initial["planned_for"].isoformat()
        data[f"row-{index}-include"] = "on"
    data |= changes
    return {name: value for name, value in data.items() if value is not None}


@pytest.mark.row("L5")
def test_a_class_is_planned_at_once_and_a_repeat_plans_nothing_twice(school_class, client_for):
    intake, made, lead = school_class
    client, url = client_for(lead), reverse("placements:class_visits", args=[intake.public_id])
    page = client.get(url)
    assert page.text.count("Solbakken sykehjem") == 1
    data = posted(page, **{"row-0-planned_at": "13.30"})
    assert client.post(url, data).status_code == 302
    count = Visit.objects.filter(status="planned").count()
    assert count == len(page.context["form"].rows.forms) >= 3 * 2
    assert Visit.objects.filter(planned_at=dt.time(13, 30)).count() == 1
    for placement in made:
        first = placement.visits.order_by("planned_for").first().planned_for
        assert first <= placement.starts_on + dt.timedelta(days=14)
        assert workdays.is_working_day(first)
    assert client.post(url, data).status_code == 302
    assert client.post(url, data | {"submission": str(uuid.uuid4())}).status_code == 302
    assert Visit.objects.filter(status="planned").count() == count
    assert "Alle besøk er planlagt" in client.get(url).text


@pytest.mark.row("L5")
def test_how_many_workplaces_a_day_is_asked_for(school_class, client_for):
    intake, _made, lead = school_class
    for _n in range(3):
        _placed(intake, factories.EmployerFactory())
    client, url = client_for(lead), reverse("placements:class_visits", args=[intake.public_id])

    def fullest(most) -> int:
        page = client.get(url, {"steder": most})
        rows = page.context["form"].rows.forms
        return max(Counter(day for day, _at in {(r.initial["planned_for"], r.at.employer_id) for r in rows}).values())

    assert (fullest(1), fullest(2), fullest("")) == (1, 2, 3)
    assert "Høyst én arbeidsplass" in client.get(url, {"steder": 1}).text
    assert client.get(url, {"steder": "99"}).status_code == 200


def test_one_wrong_row_plans_none_and_says_so_at_its_field(school_class, client_for):
    intake, made, lead = school_class
    client, url = client_for(lead), reverse("placements:class_visits", args=[intake.public_id])
    late = (made[0].ends_on + dt.timedelta(days=3)).isoformat()
    answer = client.post(url, posted(client.get(url), **{"row-0-planned_for": late}))
    assert answer.status_code == 422
    assert "Datoen må ligge i praksisperioden." in answer.text
    assert f'value="{late}"' in answer.text
    assert not Visit.objects.exists()


def test_a_row_that_is_not_ticked_is_left_out(school_class, client_for):
    intake, _made, lead = school_class
    client, url = client_for(lead), reverse("placements:class_visits", args=[intake.public_id])
    page = client.get(url)
    client.post(url, posted(page, **{"row-0-include": None, "row-1-include": None}))
    assert Visit.objects.count() == len(page.context["form"].rows.forms) - 2


def test_a_placement_of_another_class_is_refused(school_class, client_for):
    intake, _made, lead = school_class
    other = factories.PlacementFactory()
    client, url = client_for(lead), reverse("placements:class_visits", args=[intake.public_id])
    answer = client.post(url, posted(client.get(url), **{"row-0-placement": str(other.public_id)}))
    assert answer.status_code == 422
    assert not Visit.objects.exists()


def test_a_protected_person_is_not_in_the_plan(school_class, client_for):
    intake, made, lead = school_class
    hidden = _placed(intake, made[0].employer, address_protection="confidential")
    page = client_for(lead).get(reverse("placements:class_visits", args=[intake.public_id]))
    assert hidden.participant.last_name not in page.text
    assert str(hidden.public_id) not in page.text


def test_the_plan_asks_as_often_for_many_as_for_few(school_class, client_for):
    intake, made, lead = school_class
    client, url = client_for(lead), reverse("placements:class_visits", args=[intake.public_id])

    def queries() -> int:
        with CaptureQueriesContext(connection) as counted:
            assert client.get(url).status_code == 200
        return len(counted)

    client.get(url)
    few = queries()
    for _one in range(5):
        _placed(intake, factories.EmployerFactory())
    assert queries() == few

    def saving() -> int:
        data = posted(client.get(url))
        with CaptureQueriesContext(connection) as counted:
            assert client.post(url, data).status_code == 302
        Visit.objects.all().delete()
        return len(counted)

    many = saving()
    assert many < 40
