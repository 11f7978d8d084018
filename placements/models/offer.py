"""What an employer gives her in the end: a job offer, a written reference, a willing referee (L8, L11)."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Occupation, StoredFile
from courses.models import Enrolment
from participants.models import Employment, Participant
from participants.models.facts import percentage_text
from placements.models.employer import Employer
from placements.models.placement import Placement, ThroughEnrolmentQuerySet, ThroughPlacementQuerySet

PERCENT = [MinValueValidator(1), MaxValueValidator(100)]


@track()
class JobOffer(PublicIdModel, VersionedModel):
    """A job somebody offered her: terms, a condition and its decision, her answer and why (L8).

    An accepted offer becomes an employment fact, once.
    """

    class Condition(models.TextChoices):
        NONE = "", _("Ingen")
        WAGE_SUBSIDY = "wage_subsidy", _("Lønnstilskudd fra Nav")
        LANGUAGE_TEST = "language_test", _("Bestått norskprøve")
        QUALIFICATION = "qualification", _("Et bevis eller kurs")
        BACKGROUND = "police", _("Politiattest")
        OTHER = "other", _("Annet")

    class Decision(models.TextChoices):
        NONE = "", _("Ikke avgjort")
        MET = "met", _("Oppfylt")
        REFUSED = "refused", _("Ikke oppfylt")

    class Answer(models.TextChoices):
        OPEN = "open", _("Venter på svar")
        ACCEPTED = "accepted", _("Takket ja")
        DECLINED = "declined", _("Takket nei")
        WITHDRAWN = "withdrawn", _("Arbeidsgiveren trakk tilbudet")

    class Reason(models.TextChoices):
        """Why it did not become a job."""

        NONE = "", _("Ikke oppgitt")
        HOURS = "hours", _("Arbeidstiden passer ikke")
        PERCENTAGE = "percentage", _("For liten stilling")
        PAY = "pay", _("Lønna")
        TRAVEL = "travel", _("Reiseveien")
        OTHER_JOB = "other_job", _("Fikk en annen jobb")
        EDUCATION = "education", _("Begynner på utdanning")
        CONDITION = "condition", _("Vilkåret ble ikke oppfylt")
        NO_NEED = "no_need", _("Arbeidsgiveren hadde ikke behov likevel")
        OTHER = "other", _("Annet")

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="job_offers", editable=False)
    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="job_offers", editable=False)
    placement = models.ForeignKey(
        Placement, on_delete=models.PROTECT, null=True, blank=True, related_name="job_offers", editable=False
    )
    employer = models.ForeignKey(
        Employer, on_delete=models.PROTECT, null=True, blank=True, related_name="job_offers",
        verbose_name=_("arbeidsgiver"),
    )  # fmt: skip
    # An employer that is not registered, in words.
    employer_name = models.CharField(_("navn på arbeidsgiveren"), max_length=150, blank=True)
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("yrke")
    )
    form = models.CharField(_("ansettelsesform"), max_length=15, choices=Employment.Form)
    on_call = models.BooleanField(_("ringevikar"), default=False)
    fte_low = models.PositiveSmallIntegerField(_("stillingsprosent"), validators=PERCENT)
    fte_high = models.PositiveSmallIntegerField(_("opp til"), null=True, blank=True, validators=PERCENT)
    hours = models.CharField(_("når på døgnet"), max_length=100, blank=True)
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)
    condition = models.CharField(_("vilkår"), max_length=15, choices=Condition, blank=True, default="")
    condition_text = models.CharField(_("om vilkåret"), max_length=200, blank=True)
    condition_decision = models.CharField(_("vilkåret"), max_length=10, choices=Decision, blank=True, default="")
    condition_decided_on = models.DateField(_("avgjort"), null=True, blank=True)
    condition_reason = models.CharField(_("begrunnelse"), max_length=300, blank=True)
    offered_on = models.DateField(_("tilbudt"))
    answer = models.CharField(_("svar"), max_length=10, choices=Answer, default=Answer.OPEN)
    answered_on = models.DateField(_("svart"), null=True, blank=True)
    reason = models.CharField(_("hvorfor det ikke ble jobb"), max_length=12, choices=Reason, blank=True, default="")
    note = models.CharField(_("notat"), max_length=300, blank=True)
    employment = models.OneToOneField(
        Employment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("jobben det ble"),
    )
    # The same side had told of the job before she accepted: to undo the answer takes nothing back but the answer.
    job_was_there = models.BooleanField(
        _("jobben var registrert fra før"), default=False, db_default=False, editable=False
    )
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    recorded_at = models.DateTimeField(editable=False)

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["-offered_on", "-pk"]
        verbose_name = _("jobbtilbud")
        constraints = [
            models.CheckConstraint(
                name="joboffer_has_employer",
                condition=Q(employer__isnull=False) | Q(employer_name__gt=""),
                violation_error_message=_("Velg arbeidsgiver, eller skriv navnet."),
            ),
            models.CheckConstraint(
                name="joboffer_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            models.CheckConstraint(
                name="joboffer_fte_range",
                condition=Q(fte_low__range=(1, 100))
                & (Q(fte_high=None) | Q(fte_high__gte=F("fte_low"), fte_high__lte=100)),
                violation_error_message=_("Den høyeste stillingsprosenten må være minst like høy som den laveste."),
            ),
            models.CheckConstraint(
                name="joboffer_accepted_is_a_job",
                condition=Q(answer="accepted", employment__isnull=False) | (~Q(answer="accepted") & Q(employment=None)),
                violation_error_message=_("Et tilbud hun har takket ja til, er en jobb."),
            ),
            models.CheckConstraint(
                name="joboffer_lost_has_reason",
                condition=~Q(answer__in=["declined", "withdrawn"]) | ~Q(reason=""),
                violation_error_message=_("Velg hvorfor det ikke ble jobb."),
            ),
        ]

    def clean(self):
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})

    @property
    def employer_label(self) -> str:
        """Who offers, registered or in words."""
        return self.employer.name if self.employer else self.employer_name

    @property
    def fte_text(self) -> str:
        """ "70 %" or "20–60 %"."""
        return percentage_text(self.fte_low, self.fte_high)

    @property
    def is_open(self) -> bool:
        """Whether she has not answered and it still stands."""
        return self.answer == self.Answer.OPEN

    @property
    def waits_for_nav(self) -> bool:
        """Whether a wage subsidy is asked for and Nav has not decided."""
        return self.is_open and self.condition == self.Condition.WAGE_SUBSIDY and not self.condition_decision


@track()
class Reference(PublicIdModel, VersionedModel):
    """A written reference (attest) or somebody willing to be called (referanse): two things, each asked for (L11)."""

    class Kind(models.TextChoices):
        ATTEST = "attest", _("Skriftlig attest")
        REFEREE = "referee", _("Referanse som kan ringes")

    class Status(models.TextChoices):
        ASKED = "asked", _("Spurt")
        RECEIVED = "received", _("Fått")
        REFUSED = "refused", _("Vil ikke")

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="references", editable=False)
    kind = models.CharField(_("hva"), max_length=10, choices=Kind, editable=False)
    status = models.CharField(max_length=10, choices=Status, default=Status.ASKED)
    asked_on = models.DateField(_("spurt"))
    answered_on = models.DateField(_("svar"), null=True, blank=True)
    name = models.CharField(_("navn"), max_length=100, blank=True)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    file = models.ForeignKey(
        StoredFile,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        editable=False,
        verbose_name=_("fil"),
    )
    note = models.CharField(_("notat"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    recorded_at = models.DateTimeField(editable=False)

    objects = ThroughPlacementQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "-asked_on", "-pk"]
        verbose_name = _("attest eller referanse")
        constraints = [
            models.UniqueConstraint(
                name="reference_one_of_each",
                fields=["placement", "kind"],
                violation_error_message=_("Det er allerede spurt om dette."),
            )
        ]
