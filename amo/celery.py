"""Celery only wakes: what is to be done stands in the database (docs/decisions, 05-architecture)."""

import os

from celery import Celery
from celery.signals import worker_ready

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")

app = Celery("amo")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@worker_ready.connect
def tick_at_start(sender=None, **kwargs):
    """A worker that starts looks at once for what is due: it may have been away for long."""
    sender.app.send_task("amo.tasks.tick", expires=55)
