"""The test run itself is unforgiving (tests/hostile.py)."""

import datetime as dt
import socket

import pytest
from django.core.paginator import Paginator, UnorderedObjectListWarning
from django.template import engines
from django.test import RequestFactory
from zeal import NPlusOneError

from amo.models import Notification, Office
from tests import factories
from tests.hostile import OutsideConnection


def render(text, **context):
    return engines["django"].from_string(text).render(context)


@pytest.mark.parametrize(
    "text", ["{{ missing }}", "{{ a.missing }}", "{{ missing|upper }}", "{% with b=missing %}{% endwith %}"]
)
def test_an_undefined_variable_fails(text):
    with pytest.raises(AssertionError, match="Undefined"):
        render(text, a={})


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("{% if missing %}x{% endif %}", ""),
        ("{% for one in missing %}x{% endfor %}", ""),
        ('{{ missing|default:"–" }}', "–"),
        ("{{ empty }}", ""),
    ],
)
def test_what_says_itself_what_happens_is_allowed(text, result):
    assert render(text, empty="") == result


def test_nothing_outside_the_machine_is_reached():
    with pytest.raises(OutsideConnection):
        socket.create_connection(("192.0.2.1", 80), timeout=1)
    with pytest.raises(OutsideConnection):
        socket.create_connection(("2001:db8::1", 80), timeout=1)


@pytest.mark.django_db
def test_a_naive_datetime_fails():
    with pytest.raises(RuntimeWarning, match="naive"):
        factories.NotificationFactory(created_at=dt.datetime(2026, 1, 1))  # noqa: DTZ001


@pytest.mark.django_db
def test_pages_of_an_unordered_list_fail():
    with pytest.raises(UnorderedObjectListWarning):
        Paginator(Notification.objects.order_by(), 10).page(1)


@pytest.mark.django_db
def test_one_query_per_row_fails(settings):
    from django.utils.module_loading import import_string

    factories.OfficeFactory.create_batch(5)
    middleware = import_string(settings.MIDDLEWARE[0])
    with pytest.raises(NPlusOneError):
        middleware(lambda request: [office.county.name for office in Office.objects.all()])(RequestFactory().get("/"))
    middleware(lambda request: [o.county.name for o in Office.objects.select_related("county")])(
        RequestFactory().get("/")
    )
