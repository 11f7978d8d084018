"""Allocation windows, runs and decisions, and the versioned policies of both engines (A2, 03-matching)."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import County, JobRun, Membership, Role
from courses.models.catalogue import OpenToNavQuerySet


@track()
class PolicyVersion(models.Model):
    """Weights and points of an engine. Every stored result names its version; parameters in use are never changed.

    In force on a day: the one in use whose day came last, a county's own before the whole country's.
    """

    class Engine(models.TextChoices):
        ADVICE = "advice", _("Råd")
        ALLOCATION = "allocation", _("Tildeling")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Utkast")
        IN_USE = "in_use", _("Tatt i bruk")
        DISCARDED = "discarded", _("Forkastet")

    engine = models.CharField(max_length=12, choices=Engine)
    number = models.PositiveIntegerField()
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    parameters = models.JSONField()
    valid_from = models.DateField(_("gjelder fra"))
    status = models.CharField(max_length=10, choices=Status, default=Status.IN_USE, db_default=Status.IN_USE)
    note = models.CharField(_("hvorfor"), max_length=300, blank=True, db_default="")
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = OpenToNavQuerySet.as_manager()

    class Meta:
        ordering = ["engine", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["engine", "number"], name="policyversion_once"),
            models.CheckConstraint(
                name="policyversion_second_person",
                condition=Q(created_by=None) | Q(approved_by=None) | ~Q(approved_by=F("created_by")),
                violation_error_message=_("Den som laget utkastet, kan ikke ta det i bruk selv."),
            ),
        ]

    def __str__(self):
        return f"{self.get_engine_display()} {self.number}"


@track()
class AllocationWindow(PublicIdModel, VersionedModel):
    """A round of allocation: all intakes of a county that start between two days."""

    class Status(models.TextChoices):
        OPEN = "open", _("Åpen for søknader")
        CLOSED = "closed", _("Fristen er ute")
        ALLOCATED = "allocated", _("Plasser tildelt")

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="allocation_windows")
    name = models.CharField(_("tildelingsrunde"), max_length=80)
    first_start = models.DateField(_("første kursstart"))
    last_start = models.DateField(_("siste kursstart"))
    deadline = models.DateField(_("søknadsfrist"))
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)

    objects = OpenToNavQuerySet.as_manager()

    class Meta:
        ordering = ["-first_start", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="allocationwindow_dates_in_order",
                condition=Q(last_start__gte=F("first_start")),
                violation_error_message=_("Siste kursstart kan ikke være før den første."),
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("courses:window_detail", args=[self.public_id])

    def clean(self):
        if self.first_start and self.last_start and self.last_start < self.first_start:
            raise ValidationError({"last_start": _("Siste kursstart kan ikke være før den første.")})


class AllocationRunQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """County staff, their own county's runs."""
        county = membership.county_id if membership else None
        return self.filter(window__county=county) if county else self.none()


@track()
class AllocationRun(PublicIdModel, VersionedModel):
    """One run over a window: previewed, then approved by a second person, then offers go out."""

    class Status(models.TextChoices):
        PREVIEW = "preview", _("Forslag")
        APPROVED = "approved", _("Godkjent")
        DISCARDED = "discarded", _("Forkastet")

    window = models.ForeignKey(AllocationWindow, on_delete=models.PROTECT, related_name="runs")
    status = models.CharField(max_length=10, choices=Status, default=Status.PREVIEW)
    policy = models.ForeignKey(PolicyVersion, on_delete=models.PROTECT, related_name="+")
    seed = models.CharField(max_length=64)
    inputs = models.JSONField(default=dict, blank=True)
    # A run that fills a place after a decline keeps the approved order of the run it follows.
    follows = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by")
    job = models.ForeignKey(JobRun, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    approved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = AllocationRunQuerySet.as_manager()

    class Meta:
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="allocationrun_approved_by_a_second_person",
                condition=(
                    ~Q(status="approved")
                    | Q(follows__isnull=False)
                    | (Q(approved_by__isnull=False, made_by__isnull=False) & ~Q(approved_by=F("made_by")))
                ),
                violation_error_message=_("Fordelingen må godkjennes av en annen enn den som laget den."),
            ),
        ]

    def get_absolute_url(self):
        return reverse("courses:run_detail", args=[self.public_id])


class AllocationDecisionQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """County staff their runs'. Once a run is approved: the lead the office's, a caseworker her own people's."""
        if membership is None or not membership.is_nav:
            return self.none()
        if membership.county_id:
            return self.filter(run__window__county=membership.county_id)
        person = "wish__application__participant"
        found = self.filter(run__status=AllocationRun.Status.APPROVED, **{f"{person}__office": membership.office_id})
        if membership.role == Role.CASEWORKER:
            found = found.filter(Q(**{f"{person}__caseworker": membership.pk}) | Q(**{f"{person}__caseworker": None}))
        return found

    def by_wish(self) -> dict:
        """{wish: the newest of these about it}. One that only says that nothing was left gives way to an earlier one about
        the same waiting, which says who got the places: somebody else's decline tells her nothing new."""
        found = {}
        for row in self.order_by("run__made_at", "pk"):
            before = found.get(row.wish_id)
            waited = before is not None and before.outcome == row.outcome == AllocationDecision.Outcome.WAITING
            if not (waited and row.reason == "none_left"):
                found[row.wish_id] = row
        return found


@track()
class AllocationDecision(models.Model):
    """What a run decided about one wish: the facts, points by factor, the step, and the cut-off it met.

    `reason` is the engine's code for a full intake, or the code of the hard condition that blocked.
    """

    class Outcome(models.TextChoices):
        PLACED = "placed", _("Får plass")
        WAITING = "waiting", _("Venteliste")
        BLOCKED = "blocked", _("Krav ikke oppfylt")
        NOT_NEEDED = "not_needed", _("Fikk et høyere ønske")
        HELD = "held", _("Har plass fra før")

    run = models.ForeignKey(AllocationRun, on_delete=models.CASCADE, related_name="decisions")
    wish = models.ForeignKey("courses.Wish", on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=12, choices=Outcome)
    step = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=30, blank=True)
    # What the points were counted from; a follow-up run counts from the same, so that the order stays (03-matching).
    facts = models.JSONField(default=dict)
    points = models.JSONField(default=dict)
    cut_off = models.JSONField(default=dict)
    position = models.PositiveIntegerField(null=True, blank=True)

    objects = AllocationDecisionQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["run", "wish"], name="allocationdecision_once")]
