"""Advice as it was shown (P6): what a choice was made from stays readable a year later."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel
from amo.models import Membership
from courses.models.allocation import PolicyVersion
from participants.models import Participant
from participants.models.mapping import ThroughParticipantQuerySet


class AdviceShown(PublicIdModel):
    """One answer of the engine, shown to one membership on one day. The same answer again is not stored twice.

    `content`: {"courses": [{"concept", "title", "group", "band", "points", "parts", "warnings", …}], "not_now": …}
    """

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="advice_shown")
    policy = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="+")
    on = models.DateField(_("dato"))
    everywhere = models.BooleanField(_("alle fylker"), default=False)
    content = models.JSONField()
    digest = models.CharField(max_length=64)
    shown_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    shown_at = models.DateTimeField()

    objects = ThroughParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["-shown_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "shown_by", "on", "digest"], name="adviceshown_once"),
        ]
