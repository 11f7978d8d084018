"""How an intake ended before its time (C3), and who wants the weekly mail to offices."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel
from amo.history import track
from amo.models import Membership
from courses.models.intake import Intake


class IntakeEndingQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Whoever sees the intake sees that it was called off or cut short, and why."""
        return self.filter(intake__in=Intake.objects.visible_to(membership, on))


@track()
class IntakeEnding(PublicIdModel):
    """That an intake was called off before its start or cut short after it: by whom, why, and what was planned.

    A course that is to be cut short on a day ahead has its ending already; the tick moves its status that night.
    """

    class Kind(models.TextChoices):
        CALLED_OFF = "called_off", _("Avlyst")
        CUT_SHORT = "cut_short", _("Avbrutt")

    intake = models.OneToOneField(Intake, on_delete=models.PROTECT, related_name="ending")
    kind = models.CharField(max_length=12, choices=Kind)
    last_day = models.DateField(_("siste dag"), null=True, blank=True)
    reason = models.CharField(_("begrunnelse"), max_length=300)
    planned_theory_ends_on = models.DateField(editable=False)
    planned_ends_on = models.DateField(editable=False)
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = IntakeEndingQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="intakeending_cut_short_has_last_day",
                condition=Q(kind="called_off", last_day=None) | Q(kind="cut_short", last_day__isnull=False),
                violation_error_message=_("Skriv siste kursdag."),
            ),
            models.CheckConstraint(
                name="intakeending_has_reason",
                condition=~Q(reason=""),
                violation_error_message=_("Skriv hvorfor kurset ikke gjennomføres som planlagt."),
            ),
        ]


class WeeklyMailQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """One's own choice."""
        return self.filter(membership=membership.pk) if membership else self.none()


@track()
class WeeklyMail(models.Model):
    """A caseworker or office lead who wants the weekly overview by mail. `sent_for`: the Monday it was last sent for."""

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="+")
    sent_for = models.DateField()
    chosen_at = models.DateTimeField()

    objects = WeeklyMailQuerySet.as_manager()
