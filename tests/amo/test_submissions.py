"""A double click has one effect, also when both posts run at the same time."""

import threading
import uuid

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.test import RequestFactory

from amo import clock, submissions
from amo.forms import KursForm, perform
from amo.models import County, Submission
from tests import factories


def post_once(membership, key, work):
    """What a view does within its request's transaction."""
    request = RequestFactory().post("/skjema/")
    request.membership = membership
    form = KursForm(QueryDict(f"submission={key}"), membership=membership)
    assert form.is_valid()
    with transaction.atomic():
        url = perform(request, form, work, url=lambda county: f"/fylker/{county.pk}/")
    return url, form


def in_thread(function, results, name):
    def run():
        try:
            results[name] = function()
        finally:
            connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    return thread


def somebody_waits() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
            " WHERE NOT l.granted AND a.datname = current_database())"
        )
        return cursor.fetchone()[0]


def race(membership, key, first_work, second_work):
    """The second post arrives while the first one is in the middle of its action. Returns what each got."""
    results, in_the_middle, second = {}, threading.Event(), []

    def slow_work():
        in_the_middle.set()
        while not (somebody_waits() or (second and not second[0].is_alive())):
            pass
        return first_work()

    one = in_thread(lambda: post_once(membership, key, slow_work), results, "first")
    assert in_the_middle.wait(30)
    second.append(in_thread(lambda: post_once(membership, key, second_work), results, "second"))
    one.join(60)
    second[0].join(60)
    return results["first"], results["second"]


@pytest.mark.django_db(transaction=True)
def test_two_posts_at_the_same_time_have_one_effect():
    membership = factories.MembershipFactory()

    def make():
        return County.objects.create(number="71", name="Nytt")

    def make_again():
        return County.objects.create(number="72", name="En gang til")

    (url, _form), (again, _other) = race(membership, uuid.uuid4(), make, make_again)
    assert url == again == f"/fylker/{County.objects.get(number='71').pk}/"
    assert not County.objects.filter(number="72").exists()


@pytest.mark.django_db(transaction=True)
def test_when_the_first_one_fails_the_second_one_has_the_effect():
    from django.core.exceptions import ValidationError

    membership = factories.MembershipFactory()

    def refuse():
        raise ValidationError("Det gikk ikke.")

    def make():
        return County.objects.create(number="72", name="Andre forsøk")

    (url, form), (second_url, _other) = race(membership, uuid.uuid4(), refuse, make)
    assert url is None
    assert form.non_field_errors() == ["Det gikk ikke."]
    assert second_url == f"/fylker/{County.objects.get(number='72').pk}/"


def test_forms_sent_long_ago_are_forgotten(db, move_clock):
    membership = factories.MembershipFactory()
    key = uuid.uuid4()
    with transaction.atomic():
        submissions.claim(key, by=membership)
    assert submissions.is_used(str(key))
    assert submissions.sweep(clock.now()) == 0
    move_clock(91)
    assert submissions.sweep(clock.now()) == 1
    assert not Submission.objects.exists()


@pytest.mark.parametrize("text", ["", "tull", "\x00", "1" * 500])
def test_a_wrong_key_is_used_by_nobody(text):
    assert submissions.is_used(text) is False
