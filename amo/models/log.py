"""The access log: one row each time a person's details are shown (06-access). Partitioned by month."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _


class AccessLogQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Nobody reads the log by queryset from a page of her own; the person's print-out asks by subject."""
        return self.none()


class AccessLog(models.Model):
    """Who saw whose details, when, on which page. The app role may only SELECT and INSERT here."""

    class Event(models.TextChoices):
        ACCESS = "access", _("vist")
        CREATE = "create", _("opprettet")
        UPDATE = "update", _("endret")
        DELETE = "delete", _("slettet")

    pk = models.CompositePrimaryKey("at", "id")
    id = models.UUIDField(default=uuid.uuid4)
    at = models.DateTimeField()
    event = models.CharField(max_length=10, choices=Event, default=Event.ACCESS)
    user_ident = models.CharField(max_length=150)
    membership_id = models.BigIntegerField(null=True)
    organisation = models.CharField(max_length=150, blank=True)
    role = models.CharField(max_length=25, blank=True)
    # The person's public id: amo knows no participants, and an identity number stands in no log line.
    subject_id = models.UUIDField(null=True)
    route = models.CharField(max_length=100)
    message = models.CharField(max_length=200, blank=True)
    request_id = models.CharField(max_length=64, blank=True)
    protected = models.BooleanField(default=False)
    rows = models.PositiveIntegerField(null=True)

    objects = AccessLogQuerySet.as_manager()

    class Meta:
        verbose_name = _("sporingslogg")
        indexes = [models.Index(fields=["subject_id", "at"], name="accesslog_subject_at")]
