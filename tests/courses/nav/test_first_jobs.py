"""Where first jobs are mostly small posts, whoever can work full time is told before she chooses (C4, C8)."""

import pytest
from django.urls import reverse

from courses.models import AdviceShown
from tests.ui.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.row("C8")]

SAID = (
    "De fleste første jobbene er deltid: 9 av 14 i jobb 12 uker etter kurset, hadde under 50 % stilling. "
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
    measured(case.care_intake, jobs=5, part_time=9, others=4)
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
    measured(case.care_intake, jobs=5, part_time=9, others=4)
    assert points() == before


@pytest.mark.parametrize(
    ("hours", "jobs", "part_time"), [(20, 5, 9), (None, 5, 9), (37.5, 6, 6), (37.5, 4, 5)],
    ids=["wants part time", "not known", "half of them", "fewer than ten"],
)  # fmt: skip
def test_it_is_said_only_where_it_matters_and_is_known(case, card, measured, hours, jobs, part_time):
    can_work(case, hours)
    measured(case.care_intake, jobs=jobs, part_time=part_time, others=4)
    assert "De fleste første jobbene er deltid" not in card()
