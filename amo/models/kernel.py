"""Records of the kernel's own pieces: clock, jobs, outbox, notifications, drafts, files, submissions, imports."""

import secrets
import uuid

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel
from amo.models.users import Membership, Role


class OwnQuerySet(models.QuerySet):
    """Rows that belong to one membership and are seen by that one only."""

    def visible_to(self, membership, on=None):
        return self.filter(membership=membership) if membership else self.none()


class ClockOffset(models.Model):
    """Days added to the machine's clock, in test and demo only. One row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    days = models.IntegerField(default=0)

    class Meta:
        constraints = [models.CheckConstraint(name="clockoffset_one_row", condition=Q(id=1))]


class JobState(models.Model):
    """When a job of the tick was last done, for jobs that are due by time."""

    name = models.CharField(max_length=80, primary_key=True)
    done_for = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)


class JobRunQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """County staff see the runs of the system and of their own county, an administrator the system's; others their own."""
        if membership is None:
            return self.none()
        if membership.role == Role.ADMINISTRATOR:
            return self.filter(Q(membership=None) | Q(membership=membership))
        if membership.county_id:
            return self.filter(Q(membership=None) | Q(membership__county=membership.county_id))
        return self.filter(membership=membership)


class JobRun(PublicIdModel):
    """One run of a long job: progress, log, cancel, by whom, as of which day."""

    class Status(models.TextChoices):
        QUEUED = "queued", _("I kø")
        RUNNING = "running", _("Pågår")
        DONE = "done", _("Ferdig")
        FAILED = "failed", _("Feilet")
        CANCELLED = "cancelled", _("Avbrutt")

    kind = models.CharField(max_length=60)
    label = models.CharField(max_length=200)
    status = models.CharField(max_length=12, choices=Status, default=Status.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    log = models.TextField(blank=True)
    result = models.JSONField(default=dict, blank=True)
    arguments = models.JSONField(default=dict, blank=True)
    as_of = models.DateField(null=True, blank=True)
    cancel_requested = models.BooleanField(default=False)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)

    objects = JobRunQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]


class OutboxMessage(models.Model):
    """What follows from a write, stored in the same transaction and sent afterwards, at least once."""

    kind = models.CharField(max_length=40)
    dedupe_key = models.CharField(max_length=200, unique=True)
    payload = models.JSONField(default=dict)
    message_id = models.CharField(max_length=200, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField()
    next_try_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)
    parked_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_try_at"], name="outbox_waiting", condition=Q(sent_at=None, parked_at=None))
        ]


class Notification(PublicIdModel):
    """A message to one membership inside the app."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="notifications")
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=300, blank=True)
    dedupe_key = models.CharField(max_length=200)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["membership", "dedupe_key"], name="notification_once"),
        ]
        indexes = [
            models.Index(fields=["membership"], name="notification_unread", condition=Q(read_at=None)),
        ]


class Draft(models.Model):
    """What was typed into a form and not sent yet; survives the session."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    form_key = models.CharField(max_length=80)
    object_key = models.CharField(max_length=80, blank=True)
    data = models.JSONField(default=dict)
    updated_at = models.DateTimeField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["membership", "form_key", "object_key"], name="draft_once"),
        ]


class SavedFilter(PublicIdModel):
    """A named filter of a list. At most one favourite per list: it opens first."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    list_key = models.CharField(max_length=60)
    name = models.CharField(_("navn på filteret"), max_length=60)
    query = models.CharField(max_length=1000)
    is_favourite = models.BooleanField(default=False)

    objects = OwnQuerySet.as_manager()

    class Meta:
        ordering = ["-is_favourite", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["membership", "list_key", "name"],
                name="savedfilter_name_once",
                violation_error_message=_("Du har allerede et filter med dette navnet."),
            ),
            models.UniqueConstraint(
                fields=["membership", "list_key"],
                condition=Q(is_favourite=True),
                name="savedfilter_one_favourite",
            ),
        ]


def _search_key() -> str:
    return secrets.token_urlsafe(12)


class StoredSearch(models.Model):
    """A search for a person: the term stays here, only the random key stands in the URL (07-ui)."""

    key = models.CharField(max_length=32, unique=True, default=_search_key)
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    term = models.CharField(max_length=200)
    created_at = models.DateTimeField()

    objects = OwnQuerySet.as_manager()


class Submission(models.Model):
    """A form's hidden uuid, inserted first in the action's transaction: one effect per double click."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, null=True, related_name="+")
    result_url = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()


class StoredFile(PublicIdModel):
    """A file in the database: at most 5 MB, type found from its bytes, served as an attachment only."""

    name = models.CharField(max_length=200)
    content = models.BinaryField()
    content_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField()

    objects = OwnQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="storedfile_at_most_5_mb",
                condition=Q(size__lte=5 * 1024 * 1024),
                violation_error_message=_("Filen er større enn 5 MB."),
            )
        ]


class ImportBatch(PublicIdModel):
    """One import: the file, its rows as read, the row errors, and whether it was taken in (all or nothing)."""

    class Status(models.TextChoices):
        PREVIEW = "preview", _("Forhåndsvisning")
        DONE = "done", _("Lest inn")
        DISCARDED = "discarded", _("Forkastet")

    kind = models.CharField(max_length=40)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.PREVIEW)
    row_count = models.PositiveIntegerField(default=0)
    errors = models.JSONField(default=list, blank=True)
    sample = models.JSONField(default=list, blank=True)
    result = models.JSONField(default=dict, blank=True)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    objects = OwnQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
