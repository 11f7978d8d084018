"""Bokmål and nynorsk as working languages: the user's own choice, else what the browser prefers."""

import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


def lang(response) -> str:
    return response.content.decode().split('<html lang="')[1][:2]


def test_bokmal_is_the_default_whatever_other_language_the_browser_asks_for(client_for):
    client = client_for(factories.MembershipFactory())
    assert lang(client.get(reverse("amo:start"), headers={"Accept-Language": "en-US,en;q=0.9"})) == "nb"


def test_the_browser_may_ask_for_nynorsk(client_for):
    client = client_for(factories.MembershipFactory())
    assert lang(client.get(reverse("amo:start"), headers={"Accept-Language": "nn-NO,nn;q=0.9,en;q=0.5"})) == "nn"


def test_the_choice_follows_the_user_and_comes_before_the_browsers(client_for):
    member = factories.MembershipFactory()
    client = client_for(member)
    client.post(reverse("amo:language"), {"language": "nn", "next": reverse("amo:start")})
    answer = client_for(member).get(reverse("amo:start"), headers={"Accept-Language": "nb"})
    assert lang(answer) == "nn"
    assert answer["Content-Language"] == "nn"
    client.post(reverse("amo:language"), {"language": "nb"})
    assert lang(client.get(reverse("amo:start"), headers={"Accept-Language": "nn"})) == "nb"


def test_one_users_choice_does_not_stay_for_the_next(client_for):
    nynorsk, other = factories.MembershipFactory(), factories.MembershipFactory()
    nynorsk.user.language = "nn"
    nynorsk.user.save()
    client_for(nynorsk).get(reverse("amo:start"))
    assert lang(client_for(other).get(reverse("amo:start"))) == "nb"


def test_another_language_is_refused_and_nothing_changes(client_for):
    member = factories.MembershipFactory()
    answer = client_for(member).post(reverse("amo:language"), {"language": "de"})
    assert answer.status_code == 400
    assert "Velg bokmål eller nynorsk." in answer.content.decode()
    member.user.refresh_from_db()
    assert member.user.language == ""


def test_the_address_asked_for_as_a_page_leads_to_the_start(client_for):
    answer = client_for(factories.MembershipFactory()).get(reverse("amo:language"))
    assert (answer.status_code, answer["Location"]) == (302, reverse("amo:start"))
