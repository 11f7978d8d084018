"""The leaflet about a course, in the person's language (P5, K4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership
from courses.models.catalogue import Concept, ConceptQuerySet


class LeafletTextQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As its concept."""
        concepts: ConceptQuerySet = Concept.objects.visible_to(membership, on)
        return self.filter(concept__in=concepts)

    def editable_by(self, membership):
        """County staff keep their own county's."""
        if not membership or not membership.county_id:
            return self.none()
        return self.filter(concept__county=membership.county_id)


@track()
class LeafletText(PublicIdModel, VersionedModel):
    """A course in plain words, in one language. Facts such as weeks and dates come from the concept itself."""

    class Language(models.TextChoices):
        BOKMAL = "nb", _("Bokmål")
        NYNORSK = "nn", _("Nynorsk")
        ENGLISH = "en", _("Engelsk")

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="leaflets")
    language = models.CharField(_("språk"), max_length=2, choices=Language)
    title = models.CharField(_("tittel"), max_length=150)
    what = models.TextField(_("hva du lærer og gjør"), max_length=1500)
    requirements = models.TextField(_("hva du må kunne fra før"), max_length=1000, blank=True)
    outlook = models.TextField(_("hva kurset kan føre til"), max_length=1500)
    practical = models.TextField(_("praktisk"), max_length=1000, blank=True)
    updated_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField()

    objects = LeafletTextQuerySet.as_manager()

    class Meta:
        ordering = ["concept", "language"]
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "language"],
                name="leaflettext_language_once",
                violation_error_message=_("Kurset har allerede en tekst på dette språket."),
            )
        ]

    def __str__(self):
        return self.title
