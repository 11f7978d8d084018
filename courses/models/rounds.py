"""What a round of allocation has beside its runs: exceptions, the leftover round, simulations (A2, 03-matching)."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import County, JobRun, Membership
from courses.models.allocation import AllocationRun, AllocationWindow, PolicyVersion
from courses.models.application import Application, Wish
from courses.models.catalogue import OpenToNavQuerySet

MIN_REASON = 10


class ThroughRunQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As the run: county staff, their own county's; and of it the wishes they may see."""
        return self.filter(
            run__in=AllocationRun.objects.visible_to(membership, on), wish__in=Wish.objects.visible_to(membership, on)
        )


@track()
class AllocationException(models.Model):
    """Somebody at the county moves one person in one proposal, with a reason that the approver and the person read."""

    class Kind(models.TextChoices):
        PLACE = "place", _("Gi plass")
        PASS_OVER = "pass_over", _("Gå forbi")

    run = models.ForeignKey(AllocationRun, on_delete=models.CASCADE, related_name="exceptions")
    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("unntak"), max_length=10, choices=Kind)
    reason = models.CharField(_("begrunnelse"), max_length=300)
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects = ThroughRunQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["run", "wish"],
                name="allocationexception_once",
                violation_error_message=_("Det er allerede gjort et unntak for denne søkeren på kurset."),
            ),
            models.CheckConstraint(
                name="allocationexception_has_a_reason",
                condition=Q(reason__regex=rf"\S.{{{MIN_REASON - 2},}}\S"),
                violation_error_message=_("Skriv en begrunnelse på minst ti tegn."),
            ),
        ]


@track()
class LeftoverRound(PublicIdModel, VersionedModel):
    """After the allocation: everybody without a place is shown courses with vacancies until the deadline."""

    window = models.OneToOneField(AllocationWindow, on_delete=models.PROTECT, related_name="leftover")
    deadline = models.DateField(_("frist for nye ønsker"))
    open_to_others = models.BooleanField(_("tilbys andre fylker"), default=False)
    opened_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()

    objects = OpenToNavQuerySet.as_manager()

    def get_absolute_url(self):
        return reverse("courses:leftover_county", args=[self.window.public_id])


class LeftoverAnswerQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As the application."""
        return self.filter(application__in=Application.objects.visible_to(membership, on))


@track()
class LeftoverAnswer(models.Model):
    """That the courses were gone through with the person: so many new wishes, or none and why."""

    round = models.ForeignKey(LeftoverRound, on_delete=models.PROTECT, related_name="answers")
    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="leftover_answers")
    wishes = models.PositiveSmallIntegerField(_("nye ønsker"))
    note = models.CharField(_("hvorfor ingen av dem"), max_length=300, blank=True)
    answered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    objects = LeftoverAnswerQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "application"],
                name="leftoveranswer_once",
                violation_error_message=_("De nye ønskene er allerede sendt."),
            ),
            models.CheckConstraint(
                name="leftoveranswer_wishes_or_a_note",
                condition=Q(wishes__gte=1) | ~Q(note=""),
                violation_error_message=_("Skriv hvorfor ingen av kursene er ønsket."),
            ),
        ]


class SimulationQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """County staff, their own county's."""
        county = membership.county_id if membership else None
        return self.filter(county=county) if county else self.none()


@track()
class AllocationSimulation(PublicIdModel):
    """What a policy would have given in rounds that are over. Counts only; nothing changes."""

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+")
    policy = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField(_("fra"))
    last_day = models.DateField(_("til"))
    result = models.JSONField(default=dict)
    job = models.ForeignKey(JobRun, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()

    objects = SimulationQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]

    def get_absolute_url(self):
        return reverse("courses:simulation_detail", args=[self.public_id])
