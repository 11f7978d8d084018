"""Who asked which employer for a placement, what was answered, and the wishes that places are shared out by (L2)."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership
from courses.models import Enrolment, Intake
from participants.models import Participant
from placements.models.employer import Employer
from placements.models.placement import ThroughEnrolmentQuerySet

MOST_PER_PARTICIPANT = 5
"""Open requests a participant has at a time (L2)."""
PER_SLOT = 2
"""Open requests an employer has at a time, for each place it takes (L2)."""


@track()
class PlacementRequest(PublicIdModel, VersionedModel):
    """A question to an employer about one participant: in the queue, put, answered.

    A request that is put takes a numbered seat at the employer and one of the participant's five. The unique constraints
    hold both caps whoever writes at once (docs/decisions/0027).
    """

    class Status(models.TextChoices):
        QUEUED = "queued", _("I kø")
        ASKED = "asked", _("Spurt")
        YES = "yes", _("Ja")
        NO = "no", _("Nei")
        NO_ANSWER = "no_answer", _("Fikk ikke svar")
        WITHDRAWN = "withdrawn", _("Trukket")

    class AskedBy(models.TextChoices):
        PARTICIPANT = "participant", _("Deltakeren selv")
        PROVIDER = "provider", _("Kursleverandøren")

    class How(models.TextChoices):
        VISIT = "visit", _("Møtte opp")
        PHONE = "phone", _("Telefon")
        WRITTEN = "written", _("Skriftlig søknad")

    class Reason(models.TextChoices):
        """Why not. No reason names who the person is (L10)."""

        NONE = "", _("Ikke oppgitt")
        FULL = "full", _("Har ikke plass nå")
        MENTOR = "mentor", _("Har ingen fadder")
        NORWEGIAN = "norwegian", _("Trenger bedre norsk til oppgavene")
        QUALIFICATION = "qualification", _("Mangler kvalifikasjon som kreves")
        HOURS = "hours", _("Arbeidstiden passer ikke")
        THROUGH_PROVIDER = "through_provider", _("Tar bare imot gjennom kursleverandøren")
        OTHER = "other", _("Annet")

    class WithdrawnBecause(models.TextChoices):
        """Why a request was withdrawn: by somebody, or by itself."""

        NONE = "", ""
        OWN_WISH = "own_wish", _("Deltakeren eller kursleverandøren trakk den")
        MERGED = "merged", _("Arbeidsgiveren var registrert to ganger")
        PLACED = "placed", _("Deltakeren har fått praksisplass")
        ENDED = "ended", _("Deltakelsen er slutt")

    OPEN = (Status.QUEUED, Status.ASKED)

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="placement_requests")
    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, related_name="placement_requests", editable=False
    )
    employer = models.ForeignKey(
        Employer, on_delete=models.PROTECT, related_name="requests", verbose_name=_("arbeidsgiver")
    )
    asked_by = models.CharField(_("hvem spør"), max_length=12, choices=AskedBy, default=AskedBy.PARTICIPANT)
    how = models.CharField(_("hvordan"), max_length=10, choices=How, blank=True)
    status = models.CharField(max_length=10, choices=Status, default=Status.QUEUED)
    queued_at = models.DateTimeField(_("registrert"), editable=False)
    asked_on = models.DateField(_("spurt"), null=True, blank=True)
    answered_on = models.DateField(_("svar"), null=True, blank=True)
    reason = models.CharField(_("hvorfor ikke"), max_length=20, choices=Reason, blank=True, default="")
    note = models.CharField(_("notat"), max_length=300, blank=True)
    # The day she agreed that her first name and phone are given to this employer; None: they are not (06-access).
    consented_on = models.DateField(_("samtykke til å dele navn og telefon"), null=True, blank=True)
    consent_withdrawn_on = models.DateField(_("samtykket er trukket"), null=True, blank=True, editable=False)
    # When the answer, or the withdrawal, was written down: the same day it may be taken back.
    closed_at = models.DateTimeField(_("svaret er skrevet"), null=True, blank=True, editable=False)
    withdrawn_because = models.CharField(
        _("hvorfor den er trukket"), max_length=10, choices=WithdrawnBecause, blank=True, default="", db_default="",
        editable=False,
    )  # fmt: skip
    employer_seat = models.PositiveSmallIntegerField(
        _("nummer hos arbeidsgiveren"), null=True, blank=True, editable=False
    )
    participant_seat = models.PositiveSmallIntegerField(
        _("nummer blant deltakerens egne"), null=True, blank=True, editable=False
    )
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["-queued_at", "-pk"]
        verbose_name = _("forespørsel om praksisplass")
        indexes = [models.Index(fields=["employer", "queued_at"], name="request_queue", condition=Q(status="queued"))]
        constraints = [
            models.CheckConstraint(
                name="request_asked_has_seats",
                condition=Q(
                    status="asked", asked_on__isnull=False, employer_seat__gte=1,
                    participant_seat__range=(1, MOST_PER_PARTICIPANT),
                )
                | (~Q(status="asked") & Q(employer_seat=None, participant_seat=None)),
                violation_error_message=_("Deltakeren kan ha høyst fem forespørsler ute samtidig."),
            ),
            models.UniqueConstraint(
                name="request_employer_seat_once",
                fields=["employer", "employer_seat"],
                violation_error_message=_("Arbeidsgiveren har allerede så mange forespørsler som er avtalt."),
            ),
            models.UniqueConstraint(
                name="request_participant_seat_once",
                fields=["participant", "participant_seat"],
                violation_error_message=_("Deltakeren kan ha høyst fem forespørsler ute samtidig."),
            ),
            models.UniqueConstraint(
                name="request_open_once",
                fields=["participant", "employer"],
                condition=Q(status__in=["queued", "asked"]),
                violation_error_message=_("Arbeidsgiveren er allerede spurt, eller forespørselen står i kø."),
            ),
        ]  # fmt: skip


class ThroughIntakeQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        return self.filter(intake__in=Intake.objects.visible_to(membership, on))


@track()
class PlacementWish(PublicIdModel, VersionedModel):
    """Where a participant would like to be, in order: what the class's places are shared out by."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="placement_wishes")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="+", verbose_name=_("arbeidsgiver"))
    rank = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])

    class PlacementWishQuerySet(ThroughEnrolmentQuerySet):
        pass

    objects = PlacementWishQuerySet.as_manager()

    class Meta:
        ordering = ["enrolment", "rank"]
        verbose_name = _("ønske om praksisplass")
        constraints = [
            models.UniqueConstraint(
                name="placementwish_rank_once",
                fields=["enrolment", "rank"],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Samme nummer er brukt to ganger."),
            ),
            models.UniqueConstraint(
                name="placementwish_employer_once",
                fields=["enrolment", "employer"],
                deferrable=models.Deferrable.DEFERRED,
                violation_error_message=_("Samme arbeidsgiver er ønsket to ganger."),
            ),
        ]


@track()
class SlotRound(PublicIdModel, VersionedModel):
    """Sharing out of employers' places in one class by the allocation engine: proposed, then put to the employers."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("Forslag")
        CARRIED_OUT = "carried_out", _("Brukt")
        DISCARDED = "discarded", _("Forkastet")

    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="slot_rounds")
    status = models.CharField(max_length=12, choices=Status, default=Status.PROPOSED)
    seed = models.PositiveIntegerField()
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(editable=False)
    carried_out_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    carried_out_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = ThroughIntakeQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("fordeling av praksisplasser")
        constraints = [
            models.UniqueConstraint(
                name="slotround_one_proposal",
                fields=["intake"],
                condition=Q(status="proposed"),
                violation_error_message=_("Klassen har allerede et forslag som ikke er brukt eller forkastet."),
            )
        ]


@track()
class SlotShare(PublicIdModel):
    """What one participant gets in a sharing out, and why."""

    round = models.ForeignKey(SlotRound, on_delete=models.CASCADE, related_name="shares")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="+")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    rank = models.PositiveSmallIntegerField(null=True, blank=True)
    points = models.JSONField(default=dict)
    request = models.OneToOneField(
        PlacementRequest,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="share",
        editable=False,
        verbose_name=_("forespørsel"),
    )

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("tildelt praksisplass")
        constraints = [
            models.UniqueConstraint(
                name="slotshare_once_a_round",
                fields=["round", "enrolment"],
                violation_error_message=_("Deltakeren står allerede i fordelingen."),
            )
        ]
