"""The training plan at the workplace: a template per occupation, and the steps agreed by three (L4)."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import County, Membership, Occupation, Role
from placements.models.placement import Placement, ThroughPlacementQuerySet
from placements.models.visit import Visit


class PlanTemplateQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """A template names nobody: every role that works with cases."""
        if membership is None or membership.role == Role.ADMINISTRATOR:
            return self.none()
        return self


@track()
class PlanTemplate(PublicIdModel, VersionedModel):
    """The steps of learning an occupation, kept by a county's staff; a plan copies them and may change them."""

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", editable=False)
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="+", verbose_name=_("yrke"))
    title = models.CharField(_("navn"), max_length=100)
    active = models.BooleanField(_("i bruk"), default=True)

    objects = PlanTemplateQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("mal for opplæringsplan")
        constraints = [
            models.UniqueConstraint(
                name="plantemplate_one_in_use",
                fields=["county", "occupation"],
                condition=Q(active=True),
                violation_error_message=_("Yrket har allerede en mal som er i bruk."),
            )
        ]

    def __str__(self):
        return self.title


@track()
class TemplateStep(PublicIdModel):
    """One step of a template, and by which week of the placement it is usually reached."""

    template = models.ForeignKey(PlanTemplate, on_delete=models.CASCADE, related_name="steps")
    rank = models.PositiveSmallIntegerField()
    text = models.CharField(_("steg"), max_length=200)
    week = models.PositiveSmallIntegerField(_("uke"), validators=[MinValueValidator(1), MaxValueValidator(52)])

    class TemplateStepQuerySet(models.QuerySet):
        def visible_to(self, membership, on=None):
            return self.filter(template__in=PlanTemplate.objects.visible_to(membership, on))

    objects = TemplateStepQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("steg i mal")
        constraints = [
            models.UniqueConstraint(
                name="templatestep_rank_once",
                fields=["template", "rank"],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("To steg har samme nummer."),
            )
        ]


@track()
class TrainingPlan(PublicIdModel, VersionedModel):
    """What is learned in a placement, in steps. In force when participant, employer and provider have agreed."""

    placement = models.OneToOneField(Placement, on_delete=models.PROTECT, related_name="training_plan", editable=False)
    template = models.ForeignKey(
        PlanTemplate,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("mal"),
    )
    participant_agreed_on = models.DateField(_("deltakeren"), null=True, blank=True)
    employer_agreed_on = models.DateField(_("arbeidsgiveren"), null=True, blank=True)
    provider_agreed_on = models.DateField(_("kursleverandøren"), null=True, blank=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(editable=False)

    objects = ThroughPlacementQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("opplæringsplan")

    @property
    def is_agreed(self) -> bool:
        """Whether all three have agreed."""
        return bool(self.participant_agreed_on and self.employer_agreed_on and self.provider_agreed_on)


@track()
class PlanGoal(PublicIdModel):
    """A step of a plan: by when, who judges, and when it was reached."""

    class JudgedBy(models.TextChoices):
        MENTOR = "mentor", _("Fadder")
        PROVIDER = "provider", _("Kursleverandøren")
        TOGETHER = "together", _("Alle tre sammen")

    plan = models.ForeignKey(TrainingPlan, on_delete=models.CASCADE, related_name="goals")
    rank = models.PositiveSmallIntegerField()
    text = models.CharField(_("steg"), max_length=200)
    due_on = models.DateField(_("innen"))
    judged_by = models.CharField(_("hvem vurderer"), max_length=10, choices=JudgedBy, default=JudgedBy.MENTOR)
    reached_on = models.DateField(_("nådd"), null=True, blank=True)
    # The visit where it was ticked, when it was at one.
    visit = models.ForeignKey(
        Visit, on_delete=models.SET_NULL, null=True, blank=True, related_name="goals", verbose_name=_("besøk")
    )

    class PlanGoalQuerySet(models.QuerySet):
        def visible_to(self, membership, on=None):
            return self.filter(plan__in=TrainingPlan.objects.visible_to(membership, on))

    objects = PlanGoalQuerySet.as_manager()

    class Meta:
        ordering = ["rank", "pk"]
        verbose_name = _("steg i opplæringsplan")
        constraints = [
            models.UniqueConstraint(
                name="plangoal_rank_once",
                fields=["plan", "rank"],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("To steg har samme nummer."),
            )
        ]
