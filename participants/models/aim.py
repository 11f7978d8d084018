"""Aim (eget mål): the person's own words and table 3.1's terms (P2). Never scored, never seen by a provider."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.history import track
from amo.models import Membership, Occupation
from participants.models.mapping import MappingQuerySet
from participants.models.participant import Participant


@track()
class Aim(models.Model):
    """What she wants, versioned, read to her. The order of occupations feeds advice's `wish`."""

    class Kind(models.TextChoices):
        WORK_IN_SECTOR = "work_in_sector", _("Jobbe i bransjen")
        BEST_CHANCE = "best_chance", _("Opplæring der det er størst sjanse for jobb")
        COURSE = "course", _("Gå på kurs, men ikke nødvendigvis få jobb nå")
        WORK_NOT_COURSE = "work_not_course", _("Jobbe, men ikke gå på kurs")
        OTHER_SECTOR = "other_sector", _("Jobbe i en annen bransje")
        OTHER_COURSE = "other_course", _("Gå på et annet kurs")
        UNDECIDED = "undecided", _("Vil ikke bestemme seg nå")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="aims")
    number = models.PositiveIntegerField(_("versjon"))
    is_current = models.BooleanField(default=True)
    words = models.TextField(_("med egne ord"), max_length=1000, blank=True)
    kind = models.CharField(_("eget mål"), max_length=20, choices=Kind)
    # She hears what was written about her before it counts as said.
    read_to_person_on = models.DateField(_("lest opp for brukeren"), null=True, blank=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = MappingQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "number"], name="aim_number_once"),
            models.UniqueConstraint(fields=["participant"], condition=Q(is_current=True), name="aim_one_current"),
        ]


@track()
class AimOccupation(models.Model):
    """An occupation she aims for, in her own order."""

    aim = models.ForeignKey(Aim, on_delete=models.CASCADE, related_name="occupations")
    rank = models.PositiveSmallIntegerField()
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(fields=["aim", "rank"], name="aimoccupation_rank_once"),
            models.UniqueConstraint(fields=["aim", "occupation"], name="aimoccupation_once"),
        ]
