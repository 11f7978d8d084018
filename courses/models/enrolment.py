"""Enrolment (participant × intake) and attendance (K1, K2, K4, K5)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Role
from amo.ranges import date_range
from courses.models.application import Wish
from courses.models.contract_records import Handover
from courses.models.intake import Intake
from participants.models import AccessGrant, Participant


class EnrolmentQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """NAV as it sees the person (county: its own intakes); a provider what its grants open, on its own intakes.

        Of a class that has been handed over, each provider sees those whom this very participation opens to it.
        """
        if membership is None:
            return self.none()
        found = self.filter(participant__in=Participant.objects.visible_to(membership, on))
        if membership.role == Role.COUNTY_STAFF:
            found = found.filter(intake__contract__concept__county=membership.county_id)
        if membership.is_provider:
            handed_over = Q(intake__in=Handover.objects.done().values("intakes"))
            own = AccessGrant.objects.active_on(on or clock.today()).filter(
                participant=OuterRef("participant"),
                source=AccessGrant.Source.ENROLMENT,
                source_id=OuterRef("public_id"),
            )
            is_lead = membership.role == Role.PROVIDER_LEAD
            own = own.filter(provider=membership.provider_id) if is_lead else own.filter(membership=membership.pk)
            found = found.filter(
                Q(~handed_over, intake__in=Intake.objects.visible_to(membership, on)) | Q(handed_over, Exists(own))
            )
        return found

    def taking_a_place(self):
        return self.exclude(status=Enrolment.Status.NOT_STARTED)

    def active_on(self, day):
        return self.filter(
            status__in=[Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING, Enrolment.Status.COMPLETED],
            starts_on__lte=day,
            ends_on__gte=day,
        )


@track()
class Enrolment(PublicIdModel, VersionedModel):
    """A person on a class. `starts_on` and `ends_on` are her own; T0 is the day she, or the intake, ends."""

    class Status(models.TextChoices):
        AWAITING_START = "awaiting_start", _("Venter på oppstart")
        PARTICIPATING = "participating", _("Deltar")
        COMPLETED = "completed", _("Fullført")
        DROPPED_OUT = "dropped_out", _("Avbrutt")
        NOT_STARTED = "not_started", _("Startet ikke")

    STARTED = (Status.PARTICIPATING, Status.COMPLETED, Status.DROPPED_OUT)

    class EndReason(models.TextChoices):
        NONE = "", ""
        ILL = "ill", _("Syk")
        WORK = "work", _("Fått jobb")
        EDUCATION = "education", _("Utdanning")
        OTHER_SUPPORT = "other_support", _("Trenger annen støtte")
        NO_SHOW = "no_show", _("Møtte ikke")
        OTHER = "other", _("Annet")

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="enrolments")
    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="enrolments")
    wish = models.OneToOneField(Wish, on_delete=models.PROTECT, null=True, blank=True, related_name="enrolment")
    # The caseworker who referred, kept when the person later changes caseworker: she hears how it went (R9).
    referred_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="referrals"
    )
    status = models.CharField(max_length=15, choices=Status, default=Status.AWAITING_START)
    starts_on = models.DateField(_("starter"))
    ends_on = models.DateField(_("slutter"))
    end_reason = models.CharField(_("årsak"), max_length=15, choices=EndReason, blank=True, default="")
    ended_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    prospects_explained_on = models.DateField(_("jobbutsikter forklart"), null=True, blank=True)
    prospects_said = models.CharField(_("hva som ble sagt"), max_length=300, blank=True)
    prospects_explained_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    certificate_issued_on = models.DateField(_("kursbevis utstedt"), null=True, blank=True)
    created_at = models.DateTimeField()

    objects = EnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["intake", "participant__name_sort", "pk"]
        verbose_name = _("deltakelse")
        constraints = [
            models.CheckConstraint(
                name="enrolment_ends_after_start",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            models.CheckConstraint(
                name="enrolment_ended_early_has_reason",
                condition=~Q(status__in=["dropped_out", "not_started"]) | ~Q(end_reason=""),
                violation_error_message=_("Velg hvorfor deltakelsen er slutt."),
            ),
            ExclusionConstraint(
                name="enrolment_no_overlap",
                expressions=[("participant", RangeOperators.EQUAL), (date_range(), RangeOperators.OVERLAPS)],
                condition=~Q(status="not_started"),
                violation_error_message=_("Personen går allerede på et kurs i perioden."),
            ),
        ]
        indexes = [
            models.Index(fields=["ends_on", "status"], name="enrolment_end_status"),
            models.Index(fields=["intake", "status"], name="enrolment_intake_status"),
        ]

    def __str__(self):
        return str(self.pk)

    def get_absolute_url(self):
        return reverse("courses:enrolment_detail", args=[self.public_id])

    def clean(self):
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})

    @property
    def is_dropout(self) -> bool:
        """Leaving for a job or an education is no dropout (K2)."""
        return self.status == self.Status.DROPPED_OUT and self.end_reason not in {
            self.EndReason.WORK,
            self.EndReason.EDUCATION,
        }


class AttendanceQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        return self.filter(enrolment__in=Enrolment.objects.visible_to(membership, on))


class Attendance(models.Model):
    """One day of one enrolment: the kind of absence, never a diagnosis. Not in the change history (05)."""

    class Code(models.TextChoices):
        PRESENT = "present", _("Til stede")
        ILL = "ill", _("Syk")
        CHILD_ILL = "child_ill", _("Sykt barn")
        INTERVIEW_OR_WORK = "interview_or_work", _("Intervju eller jobb")
        AGREED = "agreed", _("Avtalt fravær")
        NOT_REPORTED = "not_reported", _("Ikke meldt fravær")

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attendance")
    day = models.DateField(_("dag"))
    code = models.CharField(max_length=20, choices=Code)
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = AttendanceQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["enrolment", "day"], name="attendance_once_a_day")]
