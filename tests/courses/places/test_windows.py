"""The county changes a round; classes of one month find their round whatever the order they are typed in (A1, C3)."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from amo import clock, workdays
from amo.models import Notification
from amo.versions import StaleVersion
from courses.actions.catalogue import save_intake
from courses.actions.windows import change_window
from courses.models import AllocationWindow, Intake
from tests import factories
from tests.courses.places.world import World, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A1")]


@pytest.fixture
def world():
    return World(deadline=14)


def working(days: int) -> dt.date:
    return workdays.next_working_day(today(days))


def changes(world, by=None, **more) -> AllocationWindow:
    window = AllocationWindow.objects.get(pk=world.window.pk)
    values = {name: getattr(window, name) for name in ("name", "first_start", "last_start", "deadline")}
    return change_window(window=window, by=by or world.maker, expected_version=window.version, **values | more)


def new_class(world, code, *, start: dt.date, deadline: dt.date) -> Intake:
    values = {
        "contract": world.contract, "code": code, "place": "Oslo", "capacity": 10, "over_capacity": 0,
        "starts_on": start, "theory_ends_on": start + dt.timedelta(days=30), "ends_on": start + dt.timedelta(days=60),
        "application_deadline": deadline,
    }  # fmt: skip
    return save_intake(intake=None, values=values, quotas={}, by=world.maker)


def refused(world, **more) -> dict:
    with pytest.raises(ValidationError) as caught:
        changes(world, **more)
    return caught.value.message_dict


@pytest.mark.row("C3")
def test_a_moved_deadline_lets_a_later_class_into_the_same_round(world):
    start, later = today(40), working(25)
    assert new_class(world, "SENT-1", start=start, deadline=later).window != world.window
    changes(world, deadline=later)
    assert new_class(world, "SENT-2", start=start, deadline=later).window == world.window


@pytest.mark.row("C3")
def test_two_rounds_of_a_month_have_names_that_tell_them_apart(world):
    first = (today(200)).replace(day=20)
    rounds = [
        new_class(
            world, f"TO-{n}", start=first, deadline=workdays.next_working_day(first - dt.timedelta(days=ago))
        ).window
        for n, ago in enumerate((90, 60, 30))
    ]
    names = [one.name for one in rounds]
    assert len(set(names)) == 3
    assert names[1].startswith(names[0] + ", frist ") and names[2].startswith(names[0] + ", frist ")


def test_the_courses_with_the_rounds_deadline_follow_it_and_others_stay(world):
    own = world.intakes[0]
    sooner = world.intake(code="FØR")
    Intake.objects.filter(pk=sooner.pk).update(application_deadline=today(5))
    day = working(20)
    changes(world, deadline=day, move_courses=True)
    found = dict(Intake.objects.values_list("pk", "application_deadline"))
    assert found == {own.pk: day, sooner.pk: today(5)}
    changes(world, deadline=working(22))
    assert Intake.objects.get(pk=own.pk).application_deadline == day


def test_a_deadline_on_a_day_off_moves_and_the_page_says_so(world, client_for):
    sunday = today(15) + dt.timedelta(days=(6 - today(15).weekday()) % 7)
    client, url = client_for(world.maker), reverse("courses:window_edit", args=[world.window.public_id])
    window = world.window
    data = {
        "version": window.version, "name": window.name, "deadline": sunday.isoformat(),
        "first_start": window.first_start.isoformat(), "last_start": window.last_start.isoformat(),
    }  # fmt: skip
    page = text(client.post(url, data, follow=True))
    assert "er en fridag. Søknadsfristen er satt til neste virkedag" in page
    window.refresh_from_db()
    assert window.deadline == workdays.next_working_day(sunday) != sunday
    assert client.post(url, data).status_code == 409, "somebody else's round in between"


def test_offices_hear_of_a_moved_deadline_and_of_nothing_else(world):
    lead = factories.MembershipFactory(office=world.office, office_lead=True)
    stranger = factories.MembershipFactory(office_lead=True)
    other = factories.MembershipFactory(office=world.office)
    person = world.person(caseworker=other, strictly_confidential=True)
    world.applies()
    world.applies(person=person)
    changes(world, name="Vårens runde")
    assert not Notification.objects.exists()
    changes(world, deadline=working(20))
    told = Notification.objects.filter(text__contains="Vårens runde")
    assert set(told.values_list("membership", flat=True)) == {lead.pk, world.caseworker.pk}
    assert stranger.pk not in told.values_list("membership", flat=True)
    changes(world, deadline=working(25))
    assert told.count() == 4, "each move is told"


def test_a_round_whose_deadline_was_out_is_open_again(world):
    AllocationWindow.objects.update(status="closed", deadline=today(-2))
    Intake.objects.update(application_deadline=today(-2))
    assert changes(world, name="Bare navnet").status == "closed"
    assert changes(world, deadline=working(10)).status == "open"


@pytest.mark.parametrize(
    "values, field, message",
    [
        ({"deadline": -20}, "deadline", "er gått"),
        ({"deadline": 200}, "deadline", "etter siste kursstart"),
        ({"deadline": 60}, "deadline", "starter før fristen"),
        ({"deadline": 3}, "deadline", "har senere søknadsfrist"),
        ({"first_start": 50}, "first_start", "starter tidligere"),
        ({"last_start": 20}, "last_start", "starter senere"),
        ({"first_start": 119, "last_start": 10}, "last_start", "før den første"),
        ({"name": "opptatt"}, "name", "allerede en runde"),
    ],
)
def test_what_the_courses_do_not_agree_with_is_told_at_the_field(world, values, field, message):
    values = {name: today(one) if isinstance(one, int) else one for name, one in values.items()}
    factories.AllocationWindowFactory(county=world.county, name="Opptatt")
    assert message in refused(world, **values)[field][0]
    found = AllocationWindow.objects.get(pk=world.window.pk)
    assert (found.version, found.deadline) == (world.window.version, world.window.deadline)


@pytest.mark.parametrize("status, reason", [("preview", "Forkast forslaget"), ("approved", "er tildelt")])
def test_a_round_that_is_being_allocated_is_refused_with_the_reason(world, client_for, status, reason):
    more = {"approved_by": world.approver, "approved_at": clock.now()} if status == "approved" else {}
    factories.AllocationRunFactory(window=world.window, made_by=world.maker, status=status, **more)
    with pytest.raises(ValidationError, match=reason):
        changes(world, name="Nytt")
    client, url = client_for(world.maker), reverse("courses:window_edit", args=[world.window.public_id])
    page = text(client.get(url, follow=True))
    assert reason in page and url not in page


def test_only_the_county_itself_changes_a_round_and_not_over_somebody_elses_change(world, client_for):
    stranger = factories.MembershipFactory(county_staff=True)
    for by in (stranger, world.caseworker, world.lead):
        with pytest.raises(PermissionDenied):
            changes(world, by=by)
    AllocationWindow.objects.update(version=7)
    with pytest.raises(StaleVersion):
        change_window(
            window=world.window, name="X", first_start=today(), last_start=today(90), deadline=today(9), by=world.maker,
            expected_version=1,
        )  # fmt: skip
    page = text(client_for(world.maker).get(world.window.get_absolute_url()))
    assert reverse("courses:window_edit", args=[world.window.public_id]) in page


def test_a_round_beside_it_is_pointed_out(world, client_for):
    page = text(client_for(world.maker).get(world.window.get_absolute_url()))
    assert "på tvers av runder" not in page
    other = factories.AllocationWindowFactory(county=world.county)
    page = text(client_for(world.maker).get(world.window.get_absolute_url()))
    assert "på tvers av runder" in page and other.get_absolute_url() in page
