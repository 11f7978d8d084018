"""Tasks with one owner each (P9), and internal notes."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Office, Provider
from participants.models.mapping import ThroughParticipantQuerySet
from participants.models.participant import Participant


def of_own_unit(membership) -> Q:
    """The tasks that the membership's office or provider owns as a unit: what nobody there has taken in person."""
    if membership.office_id:
        return Q(office=membership.office_id)
    return Q(provider=membership.provider_id) if membership.provider_id else Q(pk__in=[])


class TaskQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Own tasks, and those of the own office or provider.

        A provider only sees those about persons it sees; a strictly confidential person is in no list (06-access).
        """
        if membership is None:
            return self.none()
        owned = Q(owner=membership.pk)
        if membership.office_id:
            owned |= Q(office=membership.office_id) | Q(owner__office=membership.office_id)
            # What the office has asked a provider to do, it follows up.
            owned |= Q(provider__isnull=False, created_by__office=membership.office_id)
        if membership.provider_id:
            owned |= Q(provider=membership.provider_id)
        found = self.filter(owned)
        if membership.is_provider:
            seen = Participant.objects.visible_to(membership, on)
            found = found.filter(Q(participant=None) | Q(participant__in=seen))
        if not membership.sees_strictly_confidential:
            strictly = Participant.AddressProtection.STRICTLY_CONFIDENTIAL
            found = found.exclude(participant__address_protection=strictly)
        return found

    def open(self):
        return self.filter(done_at=None)


@track()
class Task(PublicIdModel, VersionedModel):
    """Something to do, about a person or not: exactly one owner and a due date."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, null=True, blank=True, related_name="tasks")
    kind = models.CharField(max_length=40)
    title = models.CharField(_("oppgave"), max_length=200)
    url = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="tasks")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(_("frist"))
    dedupe_key = models.CharField(max_length=200, unique=True, null=True, blank=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = TaskQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["participant", "due_on"], name="task_open_of_person", condition=Q(done_at=None)),
            models.Index(fields=["owner", "due_on"], name="task_open_of_owner", condition=Q(done_at=None)),
        ]
        constraints = [
            models.CheckConstraint(
                name="task_exactly_one_owner",
                condition=(
                    Q(owner__isnull=False, office=None, provider=None)
                    | Q(owner=None, office__isnull=False, provider=None)
                    | Q(owner=None, office=None, provider__isnull=False)
                ),
                violation_error_message=_("En oppgave skal ha én eier."),
            ),
        ]


@track()
class Note(PublicIdModel):
    """An internal note, visible to NAV's offices only."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField(_("notat"), max_length=2000)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class NoteQuerySet(ThroughParticipantQuerySet):
        def visible_to(self, membership, on=None):
            if membership is None or not membership.is_office:
                return self.none()
            return super().visible_to(membership, on)

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
