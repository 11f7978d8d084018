"""Where a form leads afterwards: a path of this site, or the place it would lead to anyway."""

import pytest
from django.test import RequestFactory
from django.urls import reverse

from amo import clock, submissions
from amo.models import Submission
from amo.redirects import safe_next
from tests import factories


@pytest.mark.parametrize("wanted", ["/brukere/", "/brukere/?f=1&sort=-due", "/a/#del"])
def test_a_path_of_the_site_is_followed(wanted):
    assert safe_next(RequestFactory().get("/", {"next": wanted})) == wanted
    assert safe_next(RequestFactory().post("/", {"next": wanted})) == wanted


@pytest.mark.parametrize(
    "wanted",
    ["//ond.example/", "/\\ond.example/", "https://ond.example/", "javascript:alert(1)", "finnes-ikke", "amo:start",
     "participants:detail", "/a\nb", "/\x00", "/" + "x" * 2000, ""],
)  # fmt: skip
def test_nothing_else_is(wanted):
    assert safe_next(RequestFactory().get("/", {"next": wanted})) == reverse("amo:start")


@pytest.mark.django_db
def test_a_long_address_is_kept_without_its_query():
    submission = Submission(membership=factories.MembershipFactory(), created_at=clock.now())
    submission.save()
    submissions.finish(submission, "/brukere/?sort=" + "x" * 400)
    assert Submission.objects.get().result_url == "/brukere/"
