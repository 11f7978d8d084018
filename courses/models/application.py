"""Applications with 1–5 ranked parallel wishes (A1), the answers they rest on, and offers (A3)."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Role
from courses.models.catalogue import ChecklistItem
from courses.models.intake import Intake
from participants.models import Participant
from participants.models.mapping import ThroughParticipantQuerySet

MAX_WISHES = 5
MAX_LEFTOVER = 3
"""A leftover round adds up to three courses after the wishes she had (03-matching)."""


class ApplicationQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Own office's; the county's where a wish is for one of its intakes; never a provider (06-access)."""
        if membership is None or not membership.is_nav:
            return self.none()
        found = self.filter(participant__in=Participant.objects.visible_to(membership, on))
        if membership.role == Role.COUNTY_STAFF:
            found = found.filter(
                pk__in=Wish.objects.filter(intake__contract__concept__county=membership.county_id).values("application")
            )
        return found


@track()
class Application(PublicIdModel, VersionedModel):
    """One application (innsøking): all its wishes lie in one allocation window."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Utkast")
        SUBMITTED = "submitted", _("Sendt")
        DECIDED = "decided", _("Avgjort")
        WITHDRAWN = "withdrawn", _("Trukket")

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="applications")
    window = models.ForeignKey("courses.AllocationWindow", on_delete=models.PROTECT, related_name="applications")
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # What the wishes were chosen from, and the one sentence when a wish goes against the advice (P6).
    advice_shown = models.ForeignKey(
        "courses.AdviceShown", on_delete=models.PROTECT, null=True, blank=True, related_name="applications"
    )
    against_reason = models.CharField(_("hvorfor kurset likevel"), max_length=300, blank=True, db_default="")
    # P7: without a plan the place in the queue is kept until this day.
    plan_due_on = models.DateField(_("frist for plan"), null=True, blank=True)
    plan_met_on = models.DateField(_("plan laget"), null=True, blank=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = ApplicationQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["participant", "window"],
                condition=Q(status__in=["draft", "submitted"]),
                name="application_one_open_per_window",
                violation_error_message=_("Personen har allerede en søknad i denne tildelingsrunden."),
            ),
            models.CheckConstraint(
                name="application_submitted_is_signed",
                condition=Q(status="draft")
                | Q(status="withdrawn")
                | Q(submitted_at__isnull=False, submitted_by__isnull=False),
            ),
            models.CheckConstraint(
                name="application_withdrawn_has_a_time",
                condition=Q(status="withdrawn", withdrawn_at__isnull=False)
                | (~Q(status="withdrawn") & Q(withdrawn_at=None)),
            ),
        ]

    @property
    def awaits_plan(self) -> bool:
        """Whether it is held back from the allocation until the person has a plan (P7)."""
        return bool(self.plan_due_on and not self.plan_met_on and self.status != self.Status.WITHDRAWN)


class WishQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As its application; county staff only see the wishes for their own county's intakes."""
        found = self.filter(application__in=Application.objects.visible_to(membership, on))
        if membership is not None and membership.role == Role.COUNTY_STAFF:
            found = found.filter(intake__contract__concept__county=membership.county_id)
        return found


class LiveWishManager(models.Manager.from_queryset(WishQuerySet)):
    """Wishes that are still on their application. What was taken off is read by `Wish.everything`."""

    def get_queryset(self):
        return super().get_queryset().filter(removed_at=None)


@track()
class Wish(PublicIdModel, VersionedModel):
    """One wished intake on an application (kursønske)."""

    class Status(models.TextChoices):
        PENDING = "pending", _("Venter på tildeling")
        OFFERED = "offered", _("Har tilbud")
        ACCEPTED = "accepted", _("Takket ja")
        DECLINED = "declined", _("Takket nei")
        EXPIRED = "expired", _("Fristen gikk ut")
        REFUSED = "refused", _("Avslag")
        WAITING = "waiting", _("På venteliste")
        CLOSED = "closed", _("Lukket")

    class RefusalReason(models.TextChoices):
        NONE = "", ""
        FULL = "full", _("Kurset er fullt")
        REQUIREMENT = "requirement", _("Krav ikke oppfylt")
        OTHER = "other", _("Annet")

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="wishes")
    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="wishes")
    # Empty for a wish that was taken off: those left are numbered from 1 without gaps.
    rank = models.PositiveSmallIntegerField(_("prioritet"), null=True, blank=True)
    # The day it was put on an application sent before; empty when it was there from the start.
    added_on = models.DateField(_("lagt til"), null=True, blank=True)
    removed_at = models.DateTimeField(_("tatt bort"), null=True, blank=True)
    removed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    status = models.CharField(max_length=10, choices=Status, default=Status.PENDING)
    refusal_reason = models.CharField(max_length=12, choices=RefusalReason, blank=True, default="")
    decline_reason = models.CharField(_("hvorfor brukeren takker nei"), max_length=300, blank=True)
    # The sentence that was asked for when this one went against the advice; another wish may have one of its own.
    against_reason = models.CharField(_("hvorfor kurset likevel"), max_length=300, blank=True, db_default="")
    # The advice as it was shown when she applied: band, points by part, warnings.
    advice = models.JSONField(default=dict, blank=True)

    objects = LiveWishManager()
    everything = WishQuerySet.as_manager()

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["application", "rank"],
                name="wish_rank_once",
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("To ønsker kan ikke ha samme prioritet."),
            ),
            models.UniqueConstraint(
                fields=["application", "intake"],
                name="wish_intake_once",
                violation_error_message=_("Kurset er allerede ønsket."),
            ),
            models.CheckConstraint(
                name="wish_rank_1_to_8",
                condition=Q(rank__gte=1, rank__lte=MAX_WISHES + MAX_LEFTOVER),
                violation_error_message=_("En søknad kan ha fra ett til fem ønsker, og tre til i en restrunde."),
            ),
            models.CheckConstraint(
                name="wish_removed_has_no_rank",
                condition=Q(removed_at=None, removed_by=None, rank__isnull=False)
                | Q(removed_at__isnull=False, removed_by__isnull=False, rank=None, status="closed"),
                violation_error_message=_("Et ønske som er tatt bort, har ingen plass i rekkefølgen."),
            ),
        ]
        indexes = [models.Index(fields=["intake", "status"], name="wish_intake_status")]


@track()
class ChecklistAnswer(models.Model):
    """The caseworker's answer to a judged checklist item: met, not met or unknown, with one sentence."""

    class Answer(models.TextChoices):
        MET = "met", _("Oppfylt")
        NOT_MET = "not_met", _("Ikke oppfylt")
        UNKNOWN = "unknown", _("Vet ikke")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="checklist_answers")
    item = models.ForeignKey(ChecklistItem, on_delete=models.PROTECT, related_name="answers")
    answer = models.CharField(max_length=10, choices=Answer)
    sentence = models.CharField(_("begrunnelse"), max_length=300, blank=True)
    answered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField()

    objects = ThroughParticipantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["participant", "item"], name="checklistanswer_once"),
            models.CheckConstraint(
                name="checklistanswer_has_a_sentence",
                condition=Q(answer="unknown") | ~Q(sentence=""),
                violation_error_message=_("Skriv én setning om hvorfor."),
            ),
        ]


class OfferQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        return self.filter(wish__in=Wish.objects.visible_to(membership, on))


@track()
class Offer(PublicIdModel, VersionedModel):
    """A place offered. The deadline runs 5 working days from the first logged contact (03-matching)."""

    class Status(models.TextChoices):
        OUTSTANDING = "outstanding", _("Venter på svar")
        ACCEPTED = "accepted", _("Takket ja")
        DECLINED = "declined", _("Takket nei")
        EXPIRED = "expired", _("Fristen gikk ut")
        WITHDRAWN = "withdrawn", _("Trukket tilbake")

    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, related_name="offers")
    status = models.CharField(max_length=12, choices=Status, default=Status.OUTSTANDING)
    offered_on = models.DateField()
    contacted_on = models.DateField(_("kontaktet"), null=True, blank=True)
    deadline_on = models.DateField(_("svarfrist"), null=True, blank=True)
    answered_on = models.DateField(_("svarte"), null=True, blank=True)
    answered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    run = models.ForeignKey(
        "courses.AllocationRun", on_delete=models.PROTECT, null=True, blank=True, related_name="offers"
    )

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["-offered_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["wish"], condition=Q(status="outstanding"), name="offer_one_outstanding_per_wish"
            ),
            models.CheckConstraint(
                name="offer_deadline_after_contact",
                condition=Q(deadline_on=None) | Q(contacted_on__isnull=False, deadline_on__gte=F("contacted_on")),
            ),
        ]

    def get_absolute_url(self):
        return reverse("courses:application_detail", args=[self.wish.application.public_id])
