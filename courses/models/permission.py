"""Another county's permission to wish for one of its classes (A1, C6)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Role
from courses.models.intake import Intake
from participants.models import Participant

MIN_REASON = 10
"""Characters a reason must have to say something."""


class CountyPermissionQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """The office's own people's; the county those about its own classes. Never a provider.

        The county learns no name before an application is sent, but a protected person's request all the same only
        reaches those who hold her flag, and nobody is asked about herself.
        """
        if membership is None or not membership.is_nav:
            return self.none()
        if membership.role != Role.COUNTY_STAFF:
            return self.filter(participant__in=Participant.objects.visible_to(membership, on))
        found = self.filter(intake__contract__concept__county=membership.county_id)
        protection = Participant.AddressProtection
        if not membership.sees_strictly_confidential:
            found = found.exclude(participant__address_protection=protection.STRICTLY_CONFIDENTIAL)
        if not membership.sees_confidential:
            found = found.exclude(participant__address_protection=protection.CONFIDENTIAL)
        if not membership.sees_shielded:
            found = found.exclude(participant__is_shielded=True)
        if membership.user.person_hash:
            found = found.exclude(participant__person_hash=membership.user.person_hash)
        return found

    def granted_for(self, participant):
        """What is granted to this person."""
        return self.filter(participant=participant, status=CountyPermission.Status.GRANTED)


@track()
class CountyPermission(PublicIdModel, VersionedModel):
    """An office asks whether one of its people may be put forward for a class of another county; that county answers."""

    class Status(models.TextChoices):
        ASKED = "asked", _("Venter på svar")
        GRANTED = "granted", _("Gitt")
        REFUSED = "refused", _("Ikke gitt")
        WITHDRAWN = "withdrawn", _("Trukket")
        # The class is called off, or nobody can apply for it any more: `answer` says which.
        LAPSED = "lapsed", _("Falt bort")

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="county_permissions")
    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="permissions")
    status = models.CharField(_("svar"), max_length=10, choices=Status, default=Status.ASKED)
    reason = models.CharField(_("hvorfor det spørres"), max_length=500)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(_("spurt"))
    due_on = models.DateField(_("svar innen"))
    answer = models.CharField(_("begrunnelse for svaret"), max_length=500, blank=True)
    answered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(_("svart"), null=True, blank=True)

    objects = CountyPermissionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("tillatelse fra et annet fylke")
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "intake"],
                condition=Q(status__in=["asked", "granted"]),
                name="countypermission_one_alive",
                violation_error_message=_("Det er allerede spurt om tillatelse til dette kurset."),
            ),
            models.CheckConstraint(
                name="countypermission_answer_is_signed",
                condition=~Q(status__in=["granted", "refused"])
                | Q(answered_by__isnull=False, answered_at__isnull=False),
            ),
            models.CheckConstraint(
                name="countypermission_refusal_has_a_reason",
                condition=~Q(status="refused") | ~Q(answer=""),
                violation_error_message=_("Skriv hvorfor tillatelsen ikke gis."),
            ),
        ]
        indexes = [models.Index(fields=["status", "due_on"], name="countypermission_open")]

    def __str__(self):
        return f"{self.intake.concept.title} ({self.intake.code})"

    def get_absolute_url(self):
        return reverse("courses:permission_detail", args=[self.public_id])
