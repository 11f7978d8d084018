"""The provider's assessment of whether the course suits a person who has got a place, and NAV's answer (A6)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership
from courses.models.class_work import ThroughEnrolmentQuerySet
from courses.models.enrolment import Enrolment


class SuitabilityQuerySet(ThroughEnrolmentQuerySet):
    def unanswered(self):
        """Found not suitable, and NAV has not decided."""
        return self.filter(outcome=SuitabilityAssessment.Outcome.NOT_SUITABLE, decision="")


@track()
class SuitabilityAssessment(PublicIdModel, VersionedModel):
    """What the provider found, for reasons of the work only; what she says to it; what NAV decided.

    Reasons come from the list. Background, health and motivation are no reason, and NAV decides.
    """

    class Outcome(models.TextChoices):
        SUITABLE = "suitable", _("Kurset passer")
        NOT_SUITABLE = "not_suitable", _("Kurset passer ikke")

    class Reason(models.TextChoices):
        """What the work or the teaching asks for."""

        NORWEGIAN = "norwegian", _("Norsk er under det kurset krever")
        HOURS = "hours", _("Kan ikke møte i kurstiden")
        SHIFTS = "shifts", _("Kan ikke arbeide de vaktene yrket har")
        LICENCE = "licence", _("Mangler bevis eller sertifikat som kurset krever")
        KNOWS_ALREADY = "knows_already", _("Kan allerede det kurset lærer bort")
        BASICS = "basics", _("Mangler forkunnskaper som kurset bygger på")
        OTHER_OCCUPATION = "other_occupation", _("Vil arbeide i et annet yrke enn kurset fører til")
        POLICE = "police", _("Kan ikke legge fram politiattesten som arbeidet krever")

    class Decision(models.TextChoices):
        NONE = "", ""
        KEEPS = "keeps", _("Beholder plassen")
        GIVEN_ON = "given_on", _("Plassen gis videre")
        OTHER_SUPPORT = "other_support", _("Trenger annen støtte")
        # No answer: the participation was over before there was one.
        LAPSED = "lapsed", _("Falt bort: deltakelsen er slutt")

    ANSWERS = (Decision.KEEPS, Decision.GIVEN_ON, Decision.OTHER_SUPPORT)

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="suitability")
    outcome = models.CharField(_("vurdering"), max_length=15, choices=Outcome)
    reasons = ArrayField(
        models.CharField(max_length=20, choices=Reason), default=list, blank=True, verbose_name=_("grunner")
    )
    note = models.CharField(_("utdyping"), max_length=500, blank=True)
    assessed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    assessed_at = models.DateTimeField(_("vurdert"))
    comment = models.CharField(_("det deltakeren sier"), max_length=1000, blank=True)
    shown_on = models.DateField(_("vist til deltakeren"), null=True, blank=True)
    shown_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decision = models.CharField(_("avgjørelse"), max_length=15, choices=Decision, blank=True, default="")
    decision_reason = models.CharField(_("begrunnelse"), max_length=500, blank=True)
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(_("avgjort"), null=True, blank=True)

    objects = SuitabilityQuerySet.as_manager()

    class Meta:
        ordering = ["-assessed_at", "-pk"]
        verbose_name = _("vurdering av om kurset passer")
        constraints = [
            models.CheckConstraint(
                name="suitability_reason_when_not_suitable",
                condition=Q(outcome="suitable", reasons__len=0) | Q(outcome="not_suitable", reasons__len__gte=1),
                violation_error_message=_("Velg minst én grunn når kurset ikke passer."),
            ),
            models.CheckConstraint(
                name="suitability_decided_only_when_not_suitable",
                condition=Q(decision="") | Q(outcome="not_suitable", decided_at__isnull=False),
                violation_error_message=_("Nav avgjør bare når kursleverandøren mener at kurset ikke passer."),
            ),
        ]

    def __str__(self):
        return self.get_outcome_display()

    def get_absolute_url(self):
        return reverse("courses:suitability", args=[self.public_id])

    @property
    def reason_labels(self) -> list[str]:
        return [str(self.Reason(code).label) for code in self.reasons]
