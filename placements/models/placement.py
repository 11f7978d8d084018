"""The placement, its extensions, and the wish for another one (L3, L6)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Role, Sector, StoredFile
from amo.ranges import date_range
from courses.models import Enrolment
from participants.models import AccessGrant, Participant
from placements.models.employer import Employer


class ThroughEnrolmentQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As the enrolment; a provider only while it has the course view: the reduced one has no placements (06-access)."""
        found = self.filter(enrolment__in=Enrolment.objects.visible_to(membership, on))
        if membership is None or not membership.is_provider:
            return found
        own = AccessGrant.objects.active_on(on or clock.today()).filter(level=AccessGrant.Level.COURSE)
        receiver = (
            Q(provider=membership.provider_id) if membership.role == Role.PROVIDER_LEAD else Q(membership=membership.pk)
        )
        return found.filter(enrolment__participant__in=own.filter(receiver).values("participant"))


@track()
class Placement(PublicIdModel, VersionedModel):
    """A placement (praksisplass) during an enrolment. No overlap for one participant (L3)."""

    class Status(models.TextChoices):
        AGREED = "agreed", _("Avtalt")
        RUNNING = "running", _("Pågår")
        COMPLETED = "completed", _("Fullført")
        ENDED_EARLY = "ended_early", _("Avsluttet før tiden")
        CANCELLED = "cancelled", _("Avlyst")

    class EndReason(models.TextChoices):
        NONE = "", ""
        AS_PLANNED = "as_planned", _("Som avtalt")
        HIRED = "hired", _("Ansatt her")
        OTHER_JOB = "other_job", _("Fått jobb et annet sted")
        SWAP = "swap", _("Byttet praksisplass")
        ILL = "ill", _("Syk")
        EMPLOYER = "employer", _("Arbeidsgiveren ønsket det")
        OTHER = "other", _("Annet")

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="placements")
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="placements", editable=False)
    employer = models.ForeignKey(
        Employer, on_delete=models.PROTECT, related_name="placements", verbose_name=_("arbeidsgiver")
    )
    mentor_name = models.CharField(_("fadder"), max_length=100)
    mentor_phone = models.CharField(_("telefon til fadder"), max_length=20, blank=True)
    tasks = models.TextField(_("arbeidsoppgaver"), max_length=1000)
    hours_per_week = models.DecimalField(
        _("timer i uka"), max_digits=4, decimal_places=1, validators=[MinValueValidator(1), MaxValueValidator(40)]
    )
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"))
    status = models.CharField(max_length=12, choices=Status, default=Status.AGREED)
    end_reason = models.CharField(_("årsak"), max_length=12, choices=EndReason, blank=True, default="")
    # What happened, where none of the reasons says it.
    end_note = models.CharField(_("hva som skjedde"), max_length=300, blank=True, default="", db_default="")
    # The employer's declaration that the trainee does not replace ordinary staff (L3).
    declared_on = models.DateField(_("erklæring om at ordinært ansatte ikke fortrenges"))
    # Which of the employer's places it holds, 1 and up; two that hold a place on one day never have the same number.
    slot = models.PositiveSmallIntegerField(_("plassens nummer"), default=1, db_default=1, editable=False)
    # The three signatures on the agreement, and the signed copy where there is one.
    signed_on = models.DateField(_("signert av alle tre"), null=True, blank=True)
    signed_copy = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("signert avtale"),
    )
    # Why the employer got another trainee though the county's limit was reached (L7).
    limit_reason = models.CharField(
        _("hvorfor grensen fravikes"), max_length=500, blank=True, default="", db_default=""
    )
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(editable=False)

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        verbose_name = _("praksisplass")
        constraints = [
            models.CheckConstraint(
                name="placement_ends_after_start",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            models.CheckConstraint(
                name="placement_ended_has_reason",
                condition=~Q(status__in=["completed", "ended_early", "cancelled"]) | ~Q(end_reason=""),
                violation_error_message=_("Velg hvorfor praksisen er slutt."),
            ),
            ExclusionConstraint(
                name="placement_no_overlap",
                expressions=[("participant", RangeOperators.EQUAL), (date_range(), RangeOperators.OVERLAPS)],
                condition=~Q(status="cancelled"),
                violation_error_message=_("Deltakeren har allerede en praksisplass i perioden."),
            ),
            models.CheckConstraint(
                name="placement_slot_from_one",
                condition=Q(slot__gte=1),
                violation_error_message=_("Praksisplassen må ha et nummer fra 1 og oppover."),
            ),
            ExclusionConstraint(
                name="placement_slot_held_once",
                expressions=[
                    ("employer", RangeOperators.EQUAL),
                    ("slot", RangeOperators.EQUAL),
                    (date_range(), RangeOperators.OVERLAPS),
                ],
                condition=Q(status__in=["agreed", "running"]),
                deferrable=models.Deferrable.IMMEDIATE,
                violation_error_message=_("Arbeidsgiveren har ikke flere ledige praksisplasser i perioden."),
            ),
        ]

    def clean(self):
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})


class ThroughPlacementQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        return self.filter(placement__in=Placement.objects.visible_to(membership, on))


@track()
class PlacementExtension(PublicIdModel):
    """The last day moved further out, with why (L3)."""

    placement = models.ForeignKey(Placement, on_delete=models.CASCADE, related_name="extensions")
    old_end = models.DateField(_("siste dag før"))
    new_end = models.DateField(_("ny siste dag"))
    reason = models.CharField(_("hvorfor"), max_length=300)
    agreed_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", editable=False, verbose_name=_("avtalt av")
    )
    agreed_at = models.DateTimeField(_("avtalt"), editable=False)

    objects = ThroughPlacementQuerySet.as_manager()

    class Meta:
        ordering = ["-agreed_at", "-pk"]
        verbose_name = _("forlengelse")
        constraints = [
            models.CheckConstraint(
                name="extension_ends_later",
                condition=Q(new_end__gt=F("old_end")),
                violation_error_message=_("Den nye siste dagen må være etter den gamle."),
            )
        ]


@track()
class SwapRequest(PublicIdModel, VersionedModel):
    """Another employer or sector, asked of NAV and answered in the app (L6). The person's own idea comes first."""

    class SuggestedBy(models.TextChoices):
        PARTICIPANT = "participant", _("Deltakeren")
        PROVIDER = "provider", _("Kursleverandøren")
        EMPLOYER = "employer", _("Arbeidsgiveren")

    class Reason(models.TextChoices):
        OWN_TRADE = "own_trade", _("Vil heller i sitt eget fag")
        NO_HIRE = "no_hire", _("Arbeidsgiveren kan ikke ansette")
        TRAINING = "training", _("Får ikke opplæringen som er avtalt")
        HOURS = "hours", _("Arbeidstiden passer ikke")
        TRAVEL = "travel", _("For lang reisevei")
        CONDITIONS = "conditions", _("Forhold på arbeidsplassen")
        OTHER = "other", _("Annet")

    class Status(models.TextChoices):
        OPEN = "open", _("Venter på svar")
        APPROVED = "approved", _("Godkjent")
        REFUSED = "refused", _("Avslått")
        WITHDRAWN = "withdrawn", _("Trukket")

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="swap_requests")
    suggested_by = models.CharField(
        _("hvem ønsker byttet"), max_length=12, choices=SuggestedBy, default=SuggestedBy.PARTICIPANT
    )
    reason = models.CharField(_("hvorfor"), max_length=12, choices=Reason)
    explanation = models.CharField(_("forklaring"), max_length=500)
    sector = models.ForeignKey(
        Sector, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("ønsket bransje")
    )
    employer = models.ForeignKey(
        Employer,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("ønsket arbeidsgiver"),
    )
    # A workplace she has found herself and that is not registered.
    own_suggestion = models.CharField(_("deltakerens eget forslag"), max_length=200, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    asked_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    asked_at = models.DateTimeField(_("spurt"), editable=False)
    answer = models.CharField(_("begrunnelse"), max_length=500, blank=True)
    answered_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ThroughPlacementQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("ønske om bytte")
        constraints = [
            models.UniqueConstraint(
                name="swaprequest_open_once",
                fields=["placement"],
                condition=Q(status="open"),
                violation_error_message=_("Det venter allerede et ønske om bytte på svar."),
            ),
            models.CheckConstraint(
                name="swaprequest_answered_by_somebody",
                condition=~Q(status__in=["approved", "refused"])
                | Q(answered_by__isnull=False, answered_at__isnull=False),
                violation_error_message=_("Et svar må ha dato og den som svarte."),
            ),
        ]
