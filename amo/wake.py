"""Waking the worker. The database remembers what is to be done: a broker that is away costs at most a minute."""

import logging

from django.db import transaction

log = logging.getLogger(__name__)


def after_commit(send) -> None:
    """Call `send` (a task's delay) once the transaction is committed; errors of the broker are logged and swallowed."""
    transaction.on_commit(lambda: now(send))


def now(send) -> bool:
    """Call `send`; False when the broker cannot be reached."""
    from kombu.exceptions import OperationalError

    try:
        send()
    except (OperationalError, OSError) as error:
        log.warning("Broker not reached, the next tick takes it: %s", error)
        return False
    return True
