"""What offices say of a concept, the half-yearly rounds that ask them, and the county's answer (C7)."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import County, Membership, Office, Role
from courses.models.catalogue import Concept
from courses.models.intake import Intake

MIN_TEXT = 10
"""Characters a feedback must have to say something."""


class FeedbackRoundQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """The county's own rounds; the offices those that ask them."""
        if membership is None or not membership.is_nav:
            return self.none()
        if membership.role == Role.COUNTY_STAFF:
            return self.filter(county=membership.county_id)
        return self.filter(offices=membership.office_id)


@track()
class FeedbackRound(PublicIdModel, VersionedModel):
    """A county asks its offices about some concepts, with a deadline. Everybody at an office answers per concept."""

    class Status(models.TextChoices):
        OPEN = "open", _("Åpen")
        CLOSED = "closed", _("Avsluttet")

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="feedback_rounds")
    name = models.CharField(_("navn på runden"), max_length=100)
    question = models.TextField(_("hva dere spør om"), max_length=1000)
    due_on = models.DateField(_("svarfrist"))
    concepts = models.ManyToManyField(Concept, related_name="feedback_rounds", verbose_name=_("kurs"))
    offices = models.ManyToManyField(Office, related_name="+", verbose_name=_("Nav-kontor"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.OPEN)
    opened_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(_("åpnet"))
    closed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    closed_at = models.DateTimeField(_("avsluttet"), null=True, blank=True)

    objects = FeedbackRoundQuerySet.as_manager()

    class Meta:
        ordering = ["-opened_at", "-pk"]
        verbose_name = _("tilbakemeldingsrunde")
        constraints = [
            models.UniqueConstraint(
                fields=["county", "name"],
                name="feedbackround_name_once",
                violation_error_message=_("Fylket har allerede en runde med dette navnet."),
            ),
            models.CheckConstraint(
                name="feedbackround_closed_is_signed",
                condition=Q(status="open", closed_at=None, closed_by=None)
                | Q(status="closed", closed_at__isnull=False, closed_by__isnull=False),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("courses:feedback_round", args=[self.public_id])


class ConceptFeedbackQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """One's own; the office's for its lead; for county staff those about their own county's concepts.

        Never a provider, and never another county's staff: a sender writes to the county that has the course.
        """
        if membership is None or not membership.is_nav:
            return self.none()
        if membership.role == Role.COUNTY_STAFF:
            return self.filter(concept__county=membership.county_id)
        if membership.role == Role.OFFICE_LEAD:
            return self.filter(Q(office=membership.office_id) | Q(sender=membership.pk))
        return self.filter(sender=membership.pk)

    def unanswered(self):
        """Those whose sender has heard nothing yet."""
        return self.filter(status__in=[ConceptFeedback.Status.NEW, ConceptFeedback.Status.READ])

    def with_names(self):
        """With all that a page shows of them."""
        return self.select_related("concept__county", "intake", "round", "sender__user", "office", "answered_by__user")


@track()
class ConceptFeedback(PublicIdModel, VersionedModel):
    """What one person at an office says of a concept, of her own accord or in a round, and what the county answers.

    Of her own accord: `kind` says what it is about. In a round: `verdict` says what should be done. About courses only,
    never about a person.
    """

    class Kind(models.TextChoices):
        CONTENT = "content", _("Innholdet i kurset")
        LEVEL = "level", _("Nivået, også norskkravet")
        TARGET_GROUP = "target_group", _("Hvem kurset passer for")
        PLACE_TIME = "place_time", _("Sted og tidspunkt")
        RESULTS = "results", _("Jobb etter kurset")
        OTHER = "other", _("Noe annet")

    class Verdict(models.TextChoices):
        KEEP = "keep", _("Behold som det er")
        CHANGE = "change", _("Endre")
        MORE = "more", _("Kjøp flere plasser")
        STOP = "stop", _("Slutt med kurset")

    class Status(models.TextChoices):
        NEW = "new", _("Ny")
        READ = "read", _("Lest")
        ANSWERED = "answered", _("Besvart")
        ACTED_ON = "acted_on", _("Fulgt opp")

    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="feedback", verbose_name=_("kurs"))
    intake = models.ForeignKey(
        Intake, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kursoppstart")
    )
    round = models.ForeignKey(FeedbackRound, on_delete=models.PROTECT, null=True, blank=True, related_name="answers")
    kind = models.CharField(_("hva det gjelder"), max_length=20, choices=Kind, blank=True, default="")
    verdict = models.CharField(_("råd"), max_length=10, choices=Verdict, blank=True, default="")
    text = models.TextField(_("tilbakemelding"), max_length=2000, blank=True)
    sender = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("avsender"))
    # The sender's office then: the answers of one who has moved on still count where they were given.
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="+", verbose_name=_("Nav-kontor"))
    sent_at = models.DateTimeField(_("sendt"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.NEW)
    answer = models.TextField(_("svar"), max_length=2000, blank=True)
    what_changed = models.CharField(_("hva som er endret"), max_length=500, blank=True)
    answered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(_("besvart"), null=True, blank=True)

    objects = ConceptFeedbackQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("tilbakemelding om kurs")
        constraints = [
            models.CheckConstraint(
                name="conceptfeedback_kind_or_verdict",
                condition=(Q(round=None, verdict="") & ~Q(kind=""))
                | (Q(round__isnull=False, kind="", intake=None) & ~Q(verdict="")),
            ),
            models.CheckConstraint(
                name="conceptfeedback_says_why",
                condition=~Q(text="") | Q(verdict="keep"),
                violation_error_message=_("Skriv hvorfor."),
            ),
            models.CheckConstraint(
                name="conceptfeedback_answer_is_whole",
                condition=Q(status__in=["new", "read"], answer="", answered_by=None, answered_at=None)
                | (
                    Q(status__in=["answered", "acted_on"], answered_by__isnull=False, answered_at__isnull=False)
                    & ~Q(answer="")
                ),
                violation_error_message=_("Skriv svaret til den som sendte tilbakemeldingen."),
            ),
            models.CheckConstraint(
                name="conceptfeedback_acted_on_says_what",
                condition=(~Q(status="acted_on") & Q(what_changed="")) | (Q(status="acted_on") & ~Q(what_changed="")),
                violation_error_message=_("Skriv hva som er endret."),
            ),
            models.CheckConstraint(
                name="conceptfeedback_answered_after_sent",
                condition=Q(answered_at=None) | Q(answered_at__gte=F("sent_at")),
            ),
            models.UniqueConstraint(
                fields=["round", "concept", "sender"],
                name="conceptfeedback_once_per_round",
                violation_error_message=_("Du har allerede svart om dette kurset i runden."),
            ),
        ]
        indexes = [models.Index(fields=["concept", "status"], name="conceptfeedback_waiting")]

    def __str__(self):
        return f"{self.concept.title}: {self.about}"

    @property
    def about(self) -> str:
        """What it is about, or what is advised."""
        return self.get_verdict_display() if self.verdict else self.get_kind_display()

    @property
    def is_answered(self) -> bool:
        return self.status in (self.Status.ANSWERED, self.Status.ACTED_ON)

    def get_absolute_url(self):
        return reverse("courses:feedback_detail", args=[self.public_id])
