"""Intakes (one class with dates), office quotas and instructors' assignments (C3)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Office, Role
from courses.models.contract import Contract


class IntakeQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """NAV sees every county's; a provider lead its own, an instructor the assigned ones."""
        if membership is None:
            return self.none()
        if membership.is_nav:
            return self
        if membership.role == Role.PROVIDER_LEAD:
            return self.filter(contract__provider=membership.provider_id)
        if membership.role == Role.PROVIDER_INSTRUCTOR:
            assigned = IntakeAssignment.objects.active_on(on).filter(membership=membership.pk)
            return self.filter(contract__provider=membership.provider_id, pk__in=assigned.values("intake"))
        return self.none()

    def managed_by(self, membership):
        """Intakes whose places this county allocates."""
        county = membership.county_id if membership else None
        return self.filter(contract__concept__county=county) if county else self.none()

    def open_for_application(self, day):
        return self.filter(status=Intake.Status.OPEN, application_deadline__gte=day)

    def with_names(self):
        return self.select_related("contract__concept__county", "contract__provider")


@track()
class Intake(PublicIdModel, VersionedModel):
    """One class with dates (kurs, gjennomføring). `occupied` is guarded by CHECK and changed by F() under a lock."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("Planlagt")
        OPEN = "open", _("Åpent for søknad")
        ALLOCATED = "allocated", _("Plasser tildelt")
        RUNNING = "running", _("Pågår")
        COMPLETED = "completed", _("Gjennomført")
        CALLED_OFF = "called_off", _("Avlyst")
        CUT_SHORT = "cut_short", _("Avbrutt")

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="intakes")
    # What it was planned under; empty as long as the concept has not been changed since (`pin`).
    concept_version = models.ForeignKey(
        "courses.ConceptVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="intakes"
    )
    window = models.ForeignKey(
        "courses.AllocationWindow", on_delete=models.PROTECT, null=True, blank=True, related_name="intakes"
    )
    code = models.CharField(_("kursnummer"), max_length=30, unique=True)
    starts_on = models.DateField(_("starter"))
    theory_ends_on = models.DateField(_("teoridelen slutter"))
    ends_on = models.DateField(_("slutter"))
    place = models.CharField(_("sted"), max_length=100)
    # The district the class is held in; compared only with the districts she has said she can reach.
    district = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    application_deadline = models.DateField(_("søknadsfrist"))
    capacity = models.PositiveSmallIntegerField(_("plasser"), default=15)
    over_capacity = models.PositiveSmallIntegerField(_("plasser over"), default=0)
    over_capacity_reason = models.CharField(_("hvorfor flere enn vanlig"), max_length=200, blank=True)
    occupied = models.PositiveSmallIntegerField(default=0, editable=False)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.PLANNED)

    objects = IntakeQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "code"]
        verbose_name = _("kurs")
        constraints = [
            models.CheckConstraint(
                name="intake_dates_in_order",
                condition=Q(theory_ends_on__gte=F("starts_on"), ends_on__gte=F("theory_ends_on")),
                violation_error_message=_("Kurset må starte før teoridelen slutter, og teoridelen slutte før kurset."),
            ),
            models.CheckConstraint(
                name="intake_deadline_before_start",
                condition=Q(application_deadline__lte=F("starts_on")),
                violation_error_message=_("Søknadsfristen må være senest dagen kurset starter."),
            ),
            models.CheckConstraint(
                name="intake_occupied_within_capacity",
                condition=Q(occupied__lte=F("capacity") + F("over_capacity")),
                violation_error_message=_("Kurset har ikke flere ledige plasser."),
            ),
            models.CheckConstraint(
                name="intake_over_capacity_has_reason",
                condition=Q(over_capacity=0) | ~Q(over_capacity_reason=""),
                violation_error_message=_("Skriv hvorfor kurset skal ha flere plasser enn vanlig."),
            ),
        ]
        indexes = [models.Index(fields=["status", "starts_on"], name="intake_status_start")]

    def __str__(self):
        return self.code

    def clean(self):
        if self.starts_on and self.theory_ends_on and self.theory_ends_on < self.starts_on:
            raise ValidationError({"theory_ends_on": _("Teoridelen kan ikke slutte før kurset starter.")})
        if self.theory_ends_on and self.ends_on and self.ends_on < self.theory_ends_on:
            raise ValidationError({"ends_on": _("Kurset kan ikke slutte før teoridelen.")})

    @property
    def concept(self):
        return self.contract.concept

    @property
    def provider(self):
        return self.contract.provider

    @property
    def free_places(self) -> int:
        return max(0, self.capacity + self.over_capacity - self.occupied)


@track()
class OfficeQuota(models.Model):
    """How many of an intake's places one office may fill: at least and at most. Soft (03-matching)."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="quotas")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+")
    minimum = models.PositiveSmallIntegerField(_("minst"), default=0)
    maximum = models.PositiveSmallIntegerField(_("høyst"), null=True, blank=True)

    class Meta:
        ordering = ["office__name_sort"]
        constraints = [
            models.UniqueConstraint(fields=["intake", "office"], name="officequota_once"),
            models.CheckConstraint(
                name="officequota_maximum_not_below_minimum",
                condition=Q(maximum=None) | Q(maximum__gte=F("minimum")),
                violation_error_message=_("Høyeste kvote kan ikke være lavere enn laveste."),
            ),
        ]


class IntakeAssignmentQuerySet(models.QuerySet):
    def active_on(self, day=None):
        from amo import clock

        day = day or clock.today()
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


@track()
class IntakeAssignment(models.Model):
    """An instructor's intake in a period: her only scope."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="assignments")
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="intake_assignments")
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)

    objects = IntakeAssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["intake", "membership"], name="intakeassignment_once"),
        ]
