"""With a real broker and a real worker process: what is added to the outbox is sent by the worker."""

import os
import subprocess
import sys
import uuid
from functools import partial
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection, transaction

from amo import mail
from amo.models import OutboxMessage
from amo.tasks import drain_outbox


def line_with(stream, words: str) -> str:
    """The next line that has these words; fails when the process ends before."""
    seen = []
    for line in stream:
        seen.append(line)
        if words in line:
            return line
    raise AssertionError("".join(seen[-30:]))


@pytest.fixture
def worker(transactional_db, monkeypatch):
    """A worker on this test's database, listening to a queue of its own."""
    queue = f"test-{uuid.uuid4()}"
    monkeypatch.setattr(drain_outbox, "apply_async", partial(drain_outbox.apply_async, queue=queue))
    url = urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{connection.settings_dict['NAME']}"))
    command = [sys.executable, "-m", "celery", "-A", "amo", "worker", "--pool", "solo", "--queues", queue]
    command += ["--loglevel", "INFO", "--without-gossip", "--without-mingle", "--without-heartbeat"]
    process = subprocess.Popen(
        command,
        cwd=settings.BASE_DIR,
        env=os.environ | {"DATABASE_URL": url},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        line_with(process.stdout, " ready.")
        yield process
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


@pytest.mark.infra
def test_the_worker_sends_what_was_added(worker):
    with transaction.atomic():
        mail.queue(to="a@nav.example", subject="Oppgaver", text="Du har 2 oppgaver.", dedupe_key="k1")
        assert OutboxMessage.objects.get().sent_at is None
    line_with(worker.stdout, "amo.tasks.drain_outbox")
    line_with(worker.stdout, "succeeded")
    message = OutboxMessage.objects.get()
    assert message.sent_at is not None
    assert message.attempts == 1
