"""AccessGrant: the only door to a person for those outside her office (05-architecture)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amo.history import track
from amo.models import County, Membership, Provider, Role
from participants.models.participant import Participant


class AccessGrantQuerySet(models.QuerySet):
    def active_on(self, day):
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)

    def given_to(self, membership):
        """Those a provider's membership sees by: a lead the provider's, an instructor her own."""
        if membership.role == Role.PROVIDER_LEAD:
            return self.filter(provider=membership.provider_id)
        return self.filter(membership=membership.pk)

    def visible_to(self, membership, on=None):
        """Grants are machinery: shown to nobody but the person's own print-out."""
        return self.none()


@track()
class AccessGrant(models.Model):
    """One reason why a provider, a county or one named membership may see one person, in a period.

    Written by actions of the upper apps in the same transaction as what it follows from.
    """

    class Level(models.TextChoices):
        COURSE = "course", _("Kursvisning")
        REDUCED = "reduced", _("Begrenset visning")
        COUNTY = "county", _("Fylke")

    class Source(models.TextChoices):
        APPLICATION = "application", _("Søknad")
        SHARED = "shared", _("Delt med kursleverandør")
        ENROLMENT = "enrolment", _("Deltakelse")
        OVERRIDE = "override", _("Utvidet tilgang")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="access_grants")
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    county = models.ForeignKey(County, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    level = models.CharField(max_length=10, choices=Level)
    source = models.CharField(max_length=12, choices=Source)
    source_id = models.UUIDField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    objects = AccessGrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accessgrant_exactly_one_receiver",
                condition=(
                    Q(provider__isnull=False, county=None, membership=None)
                    | Q(provider=None, county__isnull=False, membership=None)
                    | Q(provider=None, county=None, membership__isnull=False)
                ),
            ),
            models.CheckConstraint(
                name="accessgrant_ends_after_start", condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on"))
            ),
            models.UniqueConstraint(
                fields=["participant", "provider", "county", "membership", "level", "source", "source_id"],
                name="accessgrant_once",
                nulls_distinct=False,
            ),
        ]
        indexes = [
            models.Index(fields=["provider", "participant"], name="accessgrant_provider"),
            models.Index(fields=["county", "participant"], name="accessgrant_county"),
            models.Index(fields=["membership", "participant"], name="accessgrant_membership"),
        ]
