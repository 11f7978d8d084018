"""Sign-in, one click in demo mode, the choice of a membership, and how a session ends (06-access)."""

import time

import pytest
from django.test import Client
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db
LOGIN, START, MEMBERSHIPS = reverse("amo:login"), reverse("amo:start"), reverse("amo:memberships")


def test_everything_but_sign_in_and_health_asks_for_a_session(client):
    response = client.get(reverse("amo:notifications"))
    assert response.status_code == 302
    assert response["Location"] == f"{LOGIN}?next={reverse('amo:notifications')}"
    for name in ("login", "isalive", "isready"):
        assert client.get(reverse(f"amo:{name}")).status_code == 200


def test_password_sign_in_goes_where_one_was_going(client):
    member = factories.MembershipFactory(user__password="riktig hest batteri")
    data = {"username": member.user.username, "password": "riktig hest batteri"}
    response = client.post(f"{LOGIN}?next=/varsler/", data)
    assert (response.status_code, response["Location"]) == (302, "/varsler/")


def test_wrong_password_is_told_at_the_form_and_keeps_the_name(client):
    member = factories.MembershipFactory(user__password="riktig hest batteri")
    response = client.post(LOGIN, {"username": member.user.username, "password": "feil"})
    assert response.status_code == 422
    page = response.content.decode()
    assert "Brukernavnet eller passordet er feil." in page
    assert member.user.username in page
    assert 'feil"' not in page


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "javascript:alert(1)"])
def test_next_never_leaves_the_site(client, target):
    member = factories.MembershipFactory(user__password="riktig hest batteri")
    data = {"username": member.user.username, "password": "riktig hest batteri", "next": target}
    assert client.post(LOGIN, data)["Location"] == START


def test_ten_wrong_passwords_lock_the_user_out(client, settings):
    settings.AXES_ENABLED = True
    member = factories.MembershipFactory(user__password="riktig hest batteri")
    for _attempt in range(settings.AXES_FAILURE_LIMIT):
        response = client.post(LOGIN, {"username": member.user.username, "password": "feil"})
    assert response.status_code == 429
    assert "Vent et kvarter" in response.content.decode()
    right = {"username": member.user.username, "password": "riktig hest batteri"}
    assert client.post(LOGIN, right).status_code == 429


def demo_member(**kwargs):
    return factories.MembershipFactory(user__username="demo.kari", user__first_name="Kari", **kwargs)


def test_demo_users_sign_in_with_one_click(client):
    member = demo_member()
    ordinary = factories.MembershipFactory()
    page = client.get(LOGIN).content.decode()
    assert str(member.user) in page
    assert str(ordinary.user) not in page
    response = client.post(reverse("amo:demo_login"), {"membership": member.public_id})
    assert response["Location"] == START
    assert str(member.user) in client.get(START).content.decode()


def test_one_click_opens_no_other_user(client):
    ordinary = factories.MembershipFactory()
    for wanted in (ordinary.public_id, "no-uuid", ""):
        assert client.post(reverse("amo:demo_login"), {"membership": wanted}).status_code == 404
    assert client.get(START).status_code == 302


@pytest.mark.parametrize("change", [{"DEMO": False}, {"PRODUCTION": True}])
def test_one_click_exists_in_demo_mode_only(client, settings, change):
    member = demo_member()
    for name, value in change.items():
        setattr(settings, name, value)
    assert client.post(reverse("amo:demo_login"), {"membership": member.public_id}).status_code == 404
    assert str(member.user) not in client.get(LOGIN).content.decode()


def test_several_memberships_are_chosen_between_and_switched(client_for):
    first = factories.MembershipFactory()
    second = factories.MembershipFactory(user=first.user, county_staff=True)
    client = Client()
    client.force_login(first.user)
    assert client.get(START)["Location"] == f"{MEMBERSHIPS}?next=%2F"
    assert second.organisation_name in client.get(MEMBERSHIPS).content.decode()
    assert client.post(reverse("amo:switch"), {"membership": second.pk})["Location"] == START
    assert client.get(START).wsgi_request.membership == second
    client.post(reverse("amo:switch"), {"membership": first.pk})
    assert client.get(START).wsgi_request.membership == first


def test_only_ones_own_membership_in_force_can_be_chosen(client_for):
    own = factories.MembershipFactory()
    ended = factories.MembershipFactory(user=own.user, ended=True)
    client = client_for(own)
    for wanted in (ended.pk, factories.MembershipFactory().pk, "abc", "", "9" * 30):
        assert client.post(reverse("amo:switch"), {"membership": wanted}).status_code == 404
    assert client.get(START).wsgi_request.membership == own


def test_without_any_membership_one_is_told_what_to_do(client):
    member = factories.MembershipFactory(ended=True)
    client.force_login(member.user)
    assert client.get(START)["Location"].startswith(MEMBERSHIPS)
    assert "Be administratoren" in client.get(MEMBERSHIPS).content.decode()


def age_session(client, **seconds_ago):
    session = client.session
    for key, seconds in seconds_ago.items():
        session[key] = int(time.time()) - seconds
    session.save()


def test_a_session_ends_after_thirty_idle_minutes(client_for):
    client = client_for(factories.MembershipFactory())
    assert client.get(START).status_code == 200
    age_session(client, seen_at=29 * 60)
    assert client.get(START).status_code == 200
    age_session(client, seen_at=31 * 60)
    assert client.get(START).status_code == 302
    assert "30 minutter" in client.get(LOGIN).content.decode()


@pytest.mark.parametrize(("seconds", "marked"), [(45, False), (75, True)])
def test_a_busy_session_is_marked_as_seen_once_a_minute(client, seconds, marked):
    client.force_login(factories.MembershipFactory().user)
    client.get(START)
    age_session(client, seen_at=seconds)
    before = client.session["seen_at"]
    client.get(START)
    assert (client.session["seen_at"] > before) is marked


def test_a_session_ends_after_eight_hours_however_busy(client_for):
    client = client_for(factories.MembershipFactory())
    client.get(START)
    age_session(client, signed_in_at=8 * 3600 + 60)
    assert client.get(START).status_code == 302
    assert "åtte timer" in client.get(LOGIN).content.decode()


def test_moving_the_demo_clock_signs_nobody_out(client_for, move_clock):
    client = client_for(factories.MembershipFactory())
    assert client.get(START).status_code == 200
    move_clock(42)
    assert client.get(START).status_code == 200


def test_a_deactivated_user_is_out_at_the_next_click(client_for):
    member = factories.MembershipFactory()
    client = client_for(member)
    assert client.get(START).status_code == 200
    member.user.is_active = False
    member.user.save()
    assert client.get(START).status_code == 302
    assert "sperret" in client.get(LOGIN).content.decode()


def test_an_expired_session_behind_htmx_leads_to_sign_in(client):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/varsler/?page=2"}
    response = client.get(reverse("amo:notifications"), headers=headers)
    assert response.status_code == 204
    assert response["HX-Redirect"] == f"{LOGIN}?next=%2Fvarsler%2F%3Fpage%3D2"
    assert "Location" not in response


def test_signing_out_ends_the_session(client_for):
    client = client_for(factories.MembershipFactory())
    assert client.get(reverse("amo:logout")).status_code == 405
    assert client.post(reverse("amo:logout"))["Location"] == LOGIN
    assert client.get(START).status_code == 302


def test_nothing_about_a_case_stays_in_a_cache(client_for):
    response = client_for(factories.MembershipFactory()).get(START)
    assert response["Cache-Control"] == "no-store, private"
    assert "HX-Request" in response["Vary"]


def test_the_content_policy_allows_nothing_inline(client):
    policy = client.get(LOGIN)["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "nonce" not in policy
    assert "frame-ancestors 'none'" in policy
