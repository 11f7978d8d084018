"""Versions of a concept: what it said when, kept whole (C1). A running intake keeps the one it was planned under."""

import pgtrigger
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel
from amo.models import Membership
from courses.models.catalogue import Concept


class ConceptVersionQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As its concept."""
        return self.filter(concept__in=Concept.objects.visible_to(membership, on))


class ConceptVersion(PublicIdModel):
    """The whole specification and checklist as they were saved once; see `courses.specification`. Never changed."""

    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField(_("versjon"))
    content = models.JSONField(encoder=DjangoJSONEncoder)
    reason = models.CharField(_("hvorfor"), max_length=300)
    # Nobody, where the concept was there before versions were kept.
    saved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    saved_at = models.DateTimeField()

    objects = ConceptVersionQuerySet.as_manager()

    class Meta:
        ordering = ["concept", "-number"]
        verbose_name = _("kursversjon")
        constraints = [
            models.UniqueConstraint(
                fields=["concept", "number"],
                name="conceptversion_once",
                violation_error_message=_("Noen andre lagret en ny versjon samtidig. Åpne siden på nytt."),
            ),
            models.CheckConstraint(name="conceptversion_counts_from_one", condition=models.Q(number__gte=1)),
        ]
        triggers = [
            pgtrigger.Protect(name="conceptversion_never_changes", operation=pgtrigger.Update | pgtrigger.Delete)
        ]

    def __str__(self):
        return str(_("Versjon %(number)d") % {"number": self.number})

    def get_absolute_url(self) -> str:
        return reverse("courses:concept_version", args=[self.concept.public_id, self.number])
