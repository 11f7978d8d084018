"""The register of course certificates: who got one, its number, and those taken back (K5)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership
from courses.models.class_work import ThroughEnrolmentQuerySet
from courses.models.enrolment import Enrolment


class CertificateQuerySet(ThroughEnrolmentQuerySet):
    def valid(self):
        return self.filter(revoked_at=None)


@track()
class CourseCertificate(PublicIdModel, VersionedModel):
    """One certificate as it was issued: `content` is what the PDF says, and never changes."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="certificates")
    number = models.CharField(_("nummer"), max_length=40, unique=True)
    language = models.CharField(_("målform"), max_length=2)
    content = models.JSONField(_("innhold"))
    issued_on = models.DateField(_("utstedt"))
    issued_at = models.DateTimeField()
    issued_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("erstatter")
    )
    revoked_at = models.DateTimeField(_("trukket tilbake"), null=True, blank=True)
    revoked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    revoke_reason = models.CharField(_("hvorfor"), max_length=300, blank=True)

    objects = CertificateQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("kursbevis")
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment"],
                condition=Q(revoked_at=None),
                name="certificate_one_valid",
                violation_error_message=_("Deltakeren har allerede et gyldig kursbevis."),
            ),
            models.CheckConstraint(
                name="certificate_revoked_with_reason",
                condition=Q(revoked_at=None) | ~Q(revoke_reason=""),
                violation_error_message=_("Skriv hvorfor kursbeviset trekkes tilbake."),
            ),
        ]

    def __str__(self):
        return self.number
