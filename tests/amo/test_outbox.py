"""What follows from a write waits in its transaction, is done at least once, and a broker that is away costs nothing."""

import datetime as dt
import threading
from functools import partial

import pytest
from django.core import mail as django_mail
from django.core.management import call_command
from django.db import connection, transaction
from kombu import Connection

from amo import clock, mail, outbox
from amo.models import OutboxMessage
from amo.tasks import drain_outbox


@pytest.fixture
def sent(monkeypatch):
    """Handler `test`, which notes what it is given; `fail` in the payload makes it raise."""
    seen = []

    def handle(message):
        if message.payload.get("fail"):
            raise ConnectionError("ingen forbindelse")
        seen.append(message.payload)

    monkeypatch.setattr(outbox, "_handlers", outbox._handlers | {"test": handle})
    return seen


@pytest.fixture
def woken(monkeypatch):
    """Counts how often a worker is woken."""
    calls = []
    monkeypatch.setattr(outbox, "_wake", lambda: calls.append(1))
    return calls


def test_a_message_is_added_once_per_key_and_wakes_after_the_commit(db, sent, woken, commit):
    with commit():
        assert outbox.add("test", "k1", {"n": 1}) is True
        assert outbox.add("test", "k1", {"n": 2}) is False
        assert woken == []
    assert woken == [1]
    assert outbox.drain() == 1
    assert sent == [{"n": 1}]
    assert outbox.drain() == 0


def test_a_rolled_back_write_leaves_no_message(db, sent, woken, commit):
    with commit():
        with pytest.raises(RuntimeError), transaction.atomic():
            outbox.add("test", "k1", {})
            raise RuntimeError
    assert not OutboxMessage.objects.exists()
    assert woken == []


def test_an_unknown_kind_is_refused_at_once(db):
    with pytest.raises(KeyError):
        outbox.add("nobody", "k", {})


def test_failures_are_tried_later_and_later_and_then_parked(db, sent, freeze):
    start = dt.datetime(2026, 3, 2, 12, tzinfo=clock.OSLO)
    freeze(start)
    outbox.add("test", "k1", {"fail": True})
    waits, moment = [], start
    for _attempt in range(5):
        assert outbox.drain() == 0
        message = OutboxMessage.objects.get()
        waits.append((message.next_try_at - moment) // dt.timedelta(minutes=1))
        assert outbox.drain() == 0
        assert OutboxMessage.objects.get().attempts == message.attempts
        moment = message.next_try_at
        freeze(moment)
    assert waits == [2, 4, 8, 16, 32]
    assert message.parked_at is not None
    assert message.last_error == "ConnectionError: ingen forbindelse"
    assert outbox.sweep(clock.now()) == 0


def test_one_bad_message_stops_no_other(db, sent):
    outbox.add("test", "k1", {"fail": True})
    outbox.add("test", "k2", {"n": 2})
    assert outbox.drain() == 1
    assert sent == [{"n": 2}]


def test_the_tick_wakes_for_what_is_due(db, sent, woken, commit):
    outbox.add("test", "k1", {})
    with commit():
        assert outbox.sweep(clock.now()) == 1
    assert woken == [1]


@pytest.mark.django_db(transaction=True)
def test_with_the_broker_away_nothing_is_raised_and_the_message_waits(monkeypatch, settings, sent, caplog):
    nobody = Connection("redis://127.0.0.1:1/0", transport_options=settings.CELERY_BROKER_TRANSPORT_OPTIONS)
    monkeypatch.setattr(drain_outbox, "apply_async", partial(drain_outbox.apply_async, connection=nobody))
    with transaction.atomic():
        outbox.add("test", "k1", {"n": 1})
    assert "Broker not reached" in caplog.text
    assert OutboxMessage.objects.get().sent_at is None
    assert outbox.drain() == 1


@pytest.mark.django_db(transaction=True)
def test_two_drains_at_once_send_each_message_once(monkeypatch):
    """The second one passes over what the first one has in its hands."""
    seen, in_hand, go_on = [], threading.Event(), threading.Event()

    def handle(message):
        if message.dedupe_key == "k1":
            in_hand.set()
            assert go_on.wait(30)
        seen.append(message.dedupe_key)

    monkeypatch.setattr(outbox, "_handlers", {"test": handle})
    monkeypatch.setattr(outbox, "_wake", lambda: None)
    outbox.add("test", "k1", {})
    outbox.add("test", "k2", {})

    def drain():
        try:
            outbox.drain()
        finally:
            connection.close()

    first = threading.Thread(target=drain)
    first.start()
    assert in_hand.wait(30)
    assert outbox.drain() == 1
    assert seen == ["k2"]
    go_on.set()
    first.join(30)
    assert seen == ["k2", "k1"]


def test_mail_carries_the_same_message_id_at_every_attempt(db, settings):
    settings.BASE_URL = "https://kurslop.example"
    assert mail.queue(to="a@nav.example", subject="To\noppgaver", text="Du har 2 oppgaver.", url="/", dedupe_key="d1")
    assert not mail.queue(to="", subject="x", text="x", dedupe_key="d2")
    message = OutboxMessage.objects.get()
    mail.send(message)
    mail.send(message)
    first, second = django_mail.outbox
    assert first.extra_headers["Message-ID"] == second.extra_headers["Message-ID"] == message.message_id
    assert message.message_id.endswith("@localhost>")
    assert first.subject == "To oppgaver"
    assert first.body == "Du har 2 oppgaver.\n\nhttps://kurslop.example/\n"


def test_the_command_sends_what_waits(db, sent, capsys):
    outbox.add("test", "k1", {})
    call_command("drain_outbox")
    assert "Sendt: 1" in capsys.readouterr().out
