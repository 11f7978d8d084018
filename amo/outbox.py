"""What follows from a write, stored in its transaction and done afterwards, at least once (05-architecture).

outbox.add("mail", f"offer:{offer.public_id}", {...})     # in an action
outbox.register("mail", send_mail)                        # in AppConfig.ready(); handler(message: OutboxMessage)
"""

import datetime as dt
import hashlib
import logging
from collections.abc import Callable

from django.conf import settings
from django.db import transaction

from amo import clock, wake
from amo.models import OutboxMessage

log = logging.getLogger(__name__)

Handler = Callable[[OutboxMessage], None]
MAX_ATTEMPTS = 5
_handlers: dict[str, Handler] = {}


def register(kind: str, handler: Handler) -> None:
    """Tell who handles a kind of message. A handler bears being called twice with the same message."""
    if _handlers.get(kind, handler) is not handler:
        raise ValueError(f"Two handlers for {kind}")
    _handlers[kind] = handler


def add(kind: str, dedupe_key: str, payload: dict) -> bool:
    """Store a message in the current transaction; False when one with this key is there already.

    payload holds JSON values and no client's name. Raises KeyError for an unknown kind.
    """
    _handlers[kind]
    now = clock.now()
    _message, created = OutboxMessage.objects.get_or_create(
        dedupe_key=dedupe_key,
        defaults={
            "kind": kind,
            "payload": payload,
            "message_id": message_id(dedupe_key),
            "created_at": now,
            "next_try_at": now,
        },
    )
    if created:
        wake.after_commit(_wake)
    return created


def message_id(dedupe_key: str) -> str:
    """The same Message-ID each time this message is sent, so that a mail server can drop the repeat."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ") or "localhost"
    return f"<{hashlib.sha256(dedupe_key.encode()).hexdigest()[:40]}@{domain}>"


def _wake() -> None:
    from amo.tasks import drain_outbox

    drain_outbox.apply_async(retry=False)


def drain(limit: int = 200) -> int:
    """Handle what is due, each message in its own transaction; several processes may do so at once.

    limit: how many to try at most. Returns how many were sent.
    """
    sent = 0
    tried: set[int] = set()
    while len(tried) < limit:
        with transaction.atomic():
            message = (
                OutboxMessage.objects.select_for_update(skip_locked=True)
                .filter(sent_at=None, parked_at=None, next_try_at__lte=clock.now())
                .exclude(pk__in=tried)
                .order_by("next_try_at", "pk")
                .first()
            )
            if message is None:
                break
            tried.add(message.pk)
            sent += _handle(message)
    return sent


def _handle(message: OutboxMessage) -> bool:
    message.attempts += 1
    try:
        with transaction.atomic():
            _handlers[message.kind](message)
    except Exception as error:
        log.warning("Outbox message %s (%s) failed: %s", message.pk, message.kind, error)
        message.last_error = f"{type(error).__name__}: {error}"[:2000]
        message.next_try_at = clock.now() + dt.timedelta(minutes=2**message.attempts)
        if message.attempts >= MAX_ATTEMPTS:
            message.parked_at = clock.now()
            log.error("Outbox message %s (%s) is parked after %s attempts", message.pk, message.kind, message.attempts)
    else:
        message.sent_at = clock.now()
        message.last_error = ""
    message.save()
    return message.sent_at is not None


def sweep(now: dt.datetime) -> int:
    """Job of the tick: wake the drain when something is due."""
    due = OutboxMessage.objects.filter(sent_at=None, parked_at=None, next_try_at__lte=now).count()
    if due:
        wake.after_commit(_wake)
    return due
