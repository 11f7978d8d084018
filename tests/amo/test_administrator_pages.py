"""The administrator's pages and the demo's clock: what they change, and what they refuse."""

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from amo import clock, tick
from amo.actions import demo_clock, users
from amo.models import ClockOffset, Membership, User
from amo.personhash import person_hash
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    return factories.MembershipFactory(administrator=True)


@pytest.fixture
def client(client_for, administrator):
    return client_for(administrator)


# --- the clock ----------------------------------------------------------------------------------


def test_a_step_moves_the_clock_for_everybody_and_runs_the_jobs(client, monkeypatch):
    seen = []
    monkeypatch.setattr(tick, "_jobs", {})
    tick.register("test.job", lambda now: seen.append(now.astimezone(clock.OSLO).date()) or 2)
    before = clock.today()
    response = client.post(reverse("amo:clock"), {"days": "42"}, follow=True)
    assert clock.today() == before + dt.timedelta(days=42)
    assert seen == [clock.today()]
    page = response.content.decode()
    assert "Bakgrunnsjobbene har gjort 2 ting" in page
    assert "test.job" in page
    assert "Demoklokken viser" in page


def test_the_clock_goes_to_a_date_and_back(client):
    day = clock.today() + dt.timedelta(days=100)
    client.post(reverse("amo:clock"), {"day": day.isoformat()})
    assert clock.today() == day
    client.post(reverse("amo:clock"), {"days": "-7"})
    assert clock.today() == day - dt.timedelta(days=7)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"day": ""}, "Skriv datoen klokken skal vise."),
        ({"day": "i morgen"}, "Skriv datoen som dag, måned og år"),
        ({"day": "2199-01-01"}, "høyst tre år"),
    ],
)
def test_a_wrong_date_is_told_at_the_field(client, data, text):
    response = client.post(reverse("amo:clock"), data)
    assert response.status_code == 422
    assert text in response.content.decode()
    assert clock.offset_days() == 0


@pytest.mark.parametrize("days", ["1000", "abc", "", "1 OR 1=1"])
def test_an_unknown_step_is_refused(client, days):
    assert client.post(reverse("amo:clock"), {"days": days}).status_code == 400
    assert clock.offset_days() == 0


def test_a_failing_job_is_named_and_the_others_go_on(client, monkeypatch):
    monkeypatch.setattr(tick, "_jobs", {})
    tick.register("test.broken", lambda now: 1 / 0)
    tick.register("test.fine", lambda now: 1)
    page = client.post(reverse("amo:clock"), {"run": "1"}, follow=True).content.decode()
    assert "Disse bakgrunnsjobbene feilet: test.broken." in page
    assert "har gjort 1 ting" in page


@pytest.mark.parametrize("change", [{"DEMO": False}, {"PRODUCTION": True}])
def test_the_clock_stands_still_outside_demo_mode(client, administrator, settings, change):
    ClockOffset.objects.create(pk=1, days=9)
    for name, value in change.items():
        setattr(settings, name, value)
    assert client.post(reverse("amo:clock"), {"days": "7"}).status_code == 404
    with pytest.raises(PermissionDenied):
        demo_clock.move(by=administrator, days=7)
    assert ClockOffset.objects.get().days == 9
    settings.DEMO = False
    assert clock.offset_days() == 0


# --- users and memberships ----------------------------------------------------------------------


def test_a_new_user_gets_a_membership_and_no_password(client):
    data = {"username": "n123456", "first_name": "Ny", "last_name": "Ansatt", "email": "ny@nav.example"}
    response = client.post(reverse("amo:user_new"), data)
    user = User.objects.get(username="n123456")
    assert response["Location"] == reverse("amo:membership_new", args=[user.public_id])
    assert not user.has_usable_password()
    office = factories.OfficeFactory()
    data = {"role": "caseworker", "office": office.pk, "starts_on": clock.today(), "sees_shielded": "on"}
    assert client.post(response["Location"], data).status_code == 302
    membership = user.memberships.get()
    assert (membership.office, membership.sees_shielded, membership.sees_confidential) == (office, True, False)
    page = client.get(reverse("amo:user_list")).content.decode()
    assert f"Veileder, {office.name}" in page


def test_a_taken_user_name_is_told_and_nothing_saved_twice(client):
    taken = factories.UserFactory()
    data = {"username": taken.username, "first_name": "Ny", "last_name": "Ansatt"}
    response = client.post(reverse("amo:user_new"), data)
    assert response.status_code == 422
    assert User.objects.filter(username=taken.username).count() == 1
    assert "Ansatt" in response.content.decode()


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"role": ""}, "Velg en rolle."),
        ({"role": "king"}, "Velg et gyldig valg"),
        ({"office": ""}, "Velg kontoret som rollen gjelder for."),
        ({"office": "999999"}, "Velg et gyldig valg"),
        ({"starts_on": ""}, "Skriv når tilknytningen begynner."),
        ({"ends_on": "2001-01-01"}, "Sluttdato kan ikke være før startdato."),
        ({"role": "county_staff"}, "La dette stå tomt for den rollen du har valgt."),
    ],
)
def test_a_membership_that_does_not_fit_is_told_at_the_field(client, change, text):
    user = factories.UserFactory()
    data = {"role": "caseworker", "office": factories.OfficeFactory().pk, "starts_on": clock.today()} | change
    response = client.post(reverse("amo:membership_new", args=[user.public_id]), data)
    assert response.status_code == 422
    assert text in response.content.decode()
    assert not user.memberships.exists()


def test_an_ended_membership_opens_nothing_from_now_on(client, client_for):
    member = factories.MembershipFactory()
    theirs = client_for(member)
    assert theirs.get(reverse("amo:start")).status_code == 200
    client.post(reverse("amo:membership_end", args=[member.public_id]))
    member.refresh_from_db()
    assert member.ends_on == clock.today() - dt.timedelta(days=1)
    assert theirs.get(reverse("amo:start"))["Location"].startswith(reverse("amo:memberships"))


def test_one_that_began_today_ends_today(administrator):
    member = factories.MembershipFactory(starts_on=clock.today())
    assert users.end_membership(by=administrator, membership=member).ends_on == clock.today()


def test_an_administrator_shuts_nobody_out_of_the_last_door(client, administrator):
    response = client.post(reverse("amo:membership_end", args=[administrator.public_id]))
    assert response.status_code == 422
    assert "tilknytningen du arbeider med" in response.content.decode()
    client.post(reverse("amo:user_active", args=[administrator.user.public_id]), {"active": "0"})
    administrator.user.refresh_from_db()
    assert administrator.user.is_active
    assert Membership.objects.get(pk=administrator.pk).ends_on is None


def test_a_locked_user_is_let_in_again(client):
    user = factories.UserFactory()
    url = reverse("amo:user_active", args=[user.public_id])
    for wanted, active in (("0", False), ("1", True)):
        client.post(url, {"active": wanted})
        user.refresh_from_db()
        assert user.is_active is active


def test_only_the_hash_of_her_own_number_is_kept(client):
    user = factories.UserFactory()
    number = factories.identity_number(dt.date(1980, 5, 17))
    url = reverse("amo:user_number", args=[user.public_id])
    assert client.post(url, {"number": "123"}).status_code == 422
    assert client.post(url, {"number": number}).status_code == 302
    user.refresh_from_db()
    assert user.person_hash == person_hash(number)
    assert number not in str(vars(user))


@pytest.mark.parametrize(
    "action",
    [
        lambda by, member: users.add_user(by=by, username="x", first_name="x", last_name="x"),
        lambda by, member: users.add_membership(by=by, user=member.user, role="administrator", starts_on=clock.today()),
        lambda by, member: users.end_membership(by=by, membership=member),
        lambda by, member: users.set_active(by=by, user=member.user, is_active=False),
        lambda by, member: users.set_own_number(by=by, user=member.user, number="01817000112"),
        lambda by, member: demo_clock.move(by=by, days=1),
    ],
)
def test_the_actions_themselves_refuse_everybody_else(action):
    with pytest.raises(PermissionDenied):
        action(factories.MembershipFactory(office_lead=True), factories.MembershipFactory())


# --- counties and offices -----------------------------------------------------------------------


def test_the_administrator_adds_an_office_and_sees_who_works_there(client):
    county = factories.CountyFactory(name="Nyfylket")
    data = {"number": "9399", "name": "Nav Nybyen", "county": county.pk, "is_active": "on"}
    assert client.post(reverse("amo:office_new"), data).status_code == 302
    page = client.get(reverse("amo:office_list")).content.decode()
    assert "Nav Nybyen" in page and "Nyfylket" in page
    response = client.post(reverse("amo:office_new"), data)
    assert response.status_code == 422
    response = client.post(reverse("amo:office_new"), data | {"number": "93"})
    assert "Skriv fire siffer." in response.content.decode()


def test_an_office_where_somebody_works_is_not_closed(client):
    office = factories.MembershipFactory().office
    data = {"number": office.number, "name": office.name, "county": office.county_id}
    response = client.post(reverse("amo:office_edit", args=[office.public_id]), data)
    assert response.status_code == 422
    assert "1 arbeider fortsatt ved kontoret" in response.content.decode()
    Membership.objects.filter(office=office).update(ends_on=factories.today(-1))
    assert client.post(reverse("amo:office_edit", args=[office.public_id]), data).status_code == 302
    office.refresh_from_db()
    assert not office.is_active
