"""Celery only wakes: what is to be done stands in the database (docs/decisions, 05-architecture)."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "amo.settings")

app = Celery("amo")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
