"""PortfolioRow: one indexed row per person, so that 250, 5,000 and 50,000 people list alike (P4)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from participants.models.participant import Participant


class PortfolioRowQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        return self.filter(participant__in=Participant.objects.visible_to(membership, on))


class PortfolioRow(models.Model):
    """Dates and labels, never ages. Written downwards by the actions of upper apps; `manage.py rebuild_portfolio`."""

    class Phase(models.TextChoices):
        REGISTERED = "registered", _("Registrert")
        MAPPED = "mapped", _("Kartlagt")
        APPLIED = "applied", _("Søkt inn")
        OFFERED = "offered", _("Tilbud")
        ON_COURSE = "on_course", _("På kurs")
        IN_PLACEMENT = "in_placement", _("I praksis")
        ENDED = "ended", _("Kursslutt")
        WEEK_6 = "week_6", _("6 uker")
        WEEK_12 = "week_12", _("12 uker")

    participant = models.OneToOneField(
        Participant, on_delete=models.CASCADE, primary_key=True, related_name="portfolio_row"
    )
    phase = models.CharField(_("fase"), max_length=12, choices=Phase, default=Phase.REGISTERED, db_index=True)
    mapped_on = models.DateField(null=True)
    informed_on = models.DateField(null=True)
    last_contact_on = models.DateField(null=True)
    applied_on = models.DateField(null=True)
    offer_deadline = models.DateField(null=True)
    course_label = models.CharField(max_length=150, blank=True)
    course_starts_on = models.DateField(null=True)
    course_ends_on = models.DateField(null=True)
    placement_label = models.CharField(max_length=150, blank=True)
    placement_starts_on = models.DateField(null=True)
    placement_ends_on = models.DateField(null=True)
    last_visit_on = models.DateField(null=True)
    courses_ended = models.PositiveSmallIntegerField(default=0)
    outcome_label = models.CharField(max_length=100, blank=True)
    next_action = models.CharField(max_length=200, blank=True)
    next_action_on = models.DateField(null=True, db_index=True)

    objects = PortfolioRowQuerySet.as_manager()
