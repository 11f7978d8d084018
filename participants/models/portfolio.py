"""PortfolioRow: one indexed row per person, so that 250, 5,000 and 50,000 people list alike (P4)."""

import datetime as dt

from django.db import models
from django.db.models import Case, CharField, F, FilteredRelation, Q, Value, When
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from amo.models import Membership
from participants.models.participant import Participant


class PortfolioRowQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        return self.filter(participant__in=Participant.objects.visible_to(membership, on))

    def masked_for(self, membership):
        """Adds `masked`: whether this membership sees only "Beskyttet" in a list (06-access)."""
        protection = Participant.AddressProtection
        masked = Q(pk__in=[])
        if not membership.sees_strictly_confidential:
            masked |= Q(participant__address_protection=protection.STRICTLY_CONFIDENTIAL)
        if not membership.sees_confidential:
            masked |= Q(participant__address_protection=protection.CONFIDENTIAL)
        if not membership.sees_shielded:
            masked |= Q(participant__is_shielded=True)
        return self.annotate(masked=Case(When(masked, then=True), default=False, output_field=models.BooleanField()))

    def with_mark_of(self, membership):
        """Adds `mark_color` and `mark_note`: what this membership itself has put on the row, empty for a masked one."""
        own = Q(participant__portfolio_marks__membership=membership.pk)
        none = Value("", output_field=CharField())
        found = self.masked_for(membership).annotate(
            mark=FilteredRelation("participant__portfolio_marks", condition=own)
        )
        return found.annotate(
            mark_color=Case(When(masked=False, then=Coalesce("mark__color", none)), default=none),
            mark_note=Case(When(masked=False, then=Coalesce("mark__note", none)), default=none),
        )

    def with_phase(self, today):
        """Adds `phase` (Phase): where the person is on `today`, from the dates alone. Six weeks are 42 days."""
        phase = PortfolioRow.Phase
        on_course = Q(course_starts_on__lte=today) & (Q(course_ends_on=None) | Q(course_ends_on__gte=today))
        in_placement = Q(placement_starts_on__lte=today) & (Q(placement_ends_on=None) | Q(placement_ends_on__gte=today))
        applied_since = Q(applied_on__isnull=False) & (Q(course_ends_on=None) | Q(applied_on__gt=F("course_ends_on")))
        whens = [
            When(on_course & in_placement, then=Value(phase.IN_PLACEMENT)),
            When(on_course, then=Value(phase.ON_COURSE)),
            When(Q(offer_deadline__gte=today) | Q(course_starts_on__gt=today), then=Value(phase.OFFERED)),
            When(applied_since, then=Value(phase.APPLIED)),
            When(course_ends_on__lte=today - dt.timedelta(days=84), then=Value(phase.WEEK_12)),
            When(course_ends_on__lte=today - dt.timedelta(days=42), then=Value(phase.WEEK_6)),
            When(course_ends_on__lt=today, then=Value(phase.ENDED)),
            When(mapped_on__isnull=False, then=Value(phase.MAPPED)),
        ]
        return self.annotate(phase=Case(*whens, default=Value(phase.REGISTERED), output_field=CharField(max_length=12)))


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
    # From this day a new course would be the third after two that led to no work (P7); empty with fewer than two.
    chain_from = models.DateField(null=True)
    plan_on = models.DateField(null=True)
    # From the current mapping: the first day she can start on a course.
    available_from = models.DateField(_("kan starte fra"), null=True)
    outcome_label = models.CharField(max_length=100, blank=True)
    next_action = models.CharField(max_length=200, blank=True)
    next_action_on = models.DateField(null=True, db_index=True)

    objects = PortfolioRowQuerySet.as_manager()


class PortfolioMarkQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Her own marks and nobody else's, on persons she may see."""
        if membership is None:
            return self.none()
        return self.filter(membership=membership, participant__in=Participant.objects.visible_to(membership, on))


class PortfolioMark(models.Model):
    """A caseworker's own colour and note on a row of her list (P4). It is her working aid, no part of the case."""

    class Color(models.TextChoices):
        NONE = "", _("Ingen farge")
        RED = "red", _("Rød")
        YELLOW = "yellow", _("Gul")
        GREEN = "green", _("Grønn")
        BLUE = "blue", _("Blå")

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="+")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="portfolio_marks")
    color = models.CharField(_("farge"), max_length=6, choices=Color, blank=True, default="")
    note = models.CharField(_("eget notat"), max_length=300, blank=True, default="")
    updated_at = models.DateTimeField()

    objects = PortfolioMarkQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["membership", "participant"], name="portfoliomark_once"),
            models.CheckConstraint(name="portfoliomark_says_something", condition=~Q(color="") | ~Q(note="")),
        ]
