"""Where first jobs are mostly small posts, whoever can work full time is told before she chooses (C4, C8)."""

import pytest
from django.urls import reverse

from courses.models import AdviceShown
from reporting import words
from reporting.engines.indicators import Coverage, OutcomeCount, table
from reporting.models import Milestone
from tests.ui.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.row("C8")]

MIXED = {
    "permanent": 4, "temporary_long": 4, "temporary_short": 4, "part_time": 18, "self_employed": 4, "unemployed": 4,
}  # fmt: skip
"""No cell is so small that it is hidden from an office."""

OTHER_WORK = ("temporary_long", "temporary_short", "self_employed")

SAID = (
    "De fleste første jobbene er deltid: 18 av 34 i jobb 12 uker etter kurset, hadde under 50 % stilling. "
    "Brukeren kan arbeide 37,5 timer i uka."
)


@pytest.fixture
def card(case, client_for):
    """`card()`: the text of the care course's card on the advice page."""
    client = client_for(case.caseworker)
    url = reverse("courses:advice", args=[case.person.public_id])

    def read():
        tree = parse(client.get(url).content.decode())
        return tree.one("article", id=f"kurs-{case.care.public_id}").text

    return read


def can_work(case, hours):
    case.mapping.hours_available = hours
    case.mapping.save()


@pytest.mark.row("C4")
def test_small_posts_are_warned_about_with_their_numbers(case, card, measured):
    can_work(case, 37.5)
    measured(case.care_intake, **MIXED)
    assert f"Merk: {SAID}" in card()
    # It is part of what was shown, and no point is touched by it.
    (kept,) = [one for one in AdviceShown.objects.get().content["courses"] if one["title"] == "Pleieassistent"]
    assert SAID in kept["warnings"]


def test_nothing_is_reckoned_from_it(case, client_for, measured):
    can_work(case, 37.5)
    client = client_for(case.caseworker)
    url = reverse("courses:advice", args=[case.person.public_id])

    def points():
        client.get(url)
        shown = AdviceShown.objects.order_by("-shown_at", "-pk").first()
        return [(one["title"], one["points"], one["group"]) for one in shown.content["courses"]]

    before = points()
    measured(case.care_intake, **MIXED)
    assert points() == before


@pytest.mark.parametrize(
    ("hours", "changes"),
    [(20, {}), (None, {}), (37.5, {"part_time": 16}), (37.5, dict.fromkeys(OTHER_WORK, 0))],
    ids=["wants part time", "not known", "half of them", "a small cell would be told"],
)
def test_it_is_said_only_where_it_matters_and_may_be_known(case, card, measured, hours, changes):
    can_work(case, hours)
    measured(case.care_intake, **MIXED | changes)
    assert "De fleste første jobbene er deltid" not in card()


def test_it_is_not_said_of_fewer_than_ten():
    def said(part_time):
        counts = [OutcomeCount("part_time", part_time), OutcomeCount("unemployed", 30)]
        return words.part_time(table(counts, Coverage(1, 1, 1), hide_small=False), Milestone.T0)

    assert said(9) == ""
    assert said(10) == (
        "De fleste første jobbene er deltid: 10 av 10 i jobb da kurset sluttet, hadde under 50 % stilling."
    )
