"""Employers, placements and visits (L1, L3, L5)."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from stdnum.no import orgnr

from amo import clock
from amo.fields import PublicIdModel, VersionedModel, search_column, sort_column
from amo.history import track
from amo.models import Membership, Role, Sector
from amo.ranges import date_range
from courses.models import Enrolment
from participants.models import AccessGrant, Participant


def validate_organisation_number(number: str) -> None:
    """Nine digits with the right check digit (mod 11)."""
    if not orgnr.is_valid(number):
        raise ValidationError(_("Organisasjonsnummeret er ikke gyldig. Sjekk de ni sifrene."))


class EmployerQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Every role that works with cases; what of the employer is shown differs per page (06-access)."""
        if membership is None or membership.role == Role.ADMINISTRATOR:
            return self.none()
        return self


@track()
class Employer(PublicIdModel, VersionedModel):
    """A workplace that takes placements. `occupied_slots` is a counter under the row's lock."""

    class Motive(models.TextChoices):
        RECRUIT = "recruit", _("Rekruttere")
        HELP = "help", _("Hjelpe folk i arbeid")
        RELIEF = "relief", _("Avlastning i driften")
        TEACH = "teach", _("Lære bort faget")

    class Channel(models.TextChoices):
        DIRECT = "direct", _("Deltakeren kan ta kontakt selv")
        THROUGH_PROVIDER = "through_provider", _("Bare gjennom kursleverandøren")
        BOTH = "both", _("Begge deler")

    organisation_number = models.CharField(
        _("organisasjonsnummer"),
        max_length=9,
        unique=True,
        validators=[validate_organisation_number],
        error_messages={"unique": _("Arbeidsgiveren er allerede registrert.")},
    )
    name = models.CharField(_("navn"), max_length=150)
    name_sort = sort_column("name")
    name_search = search_column("name")
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, related_name="+", verbose_name=_("bransje"))
    employer_group = models.CharField(_("arbeidsgivergruppe"), max_length=40, blank=True)
    address = models.CharField(_("besøksadresse"), max_length=150, blank=True)
    motives = ArrayField(
        models.CharField(max_length=10, choices=Motive), default=list, blank=True, verbose_name=_("hvorfor de tar imot")
    )
    channel = models.CharField(_("kontakt"), max_length=20, choices=Channel, default=Channel.BOTH)
    slots = models.PositiveSmallIntegerField(_("avtalte praksisplasser"), default=1)
    occupied_slots = models.PositiveSmallIntegerField(default=0, editable=False)
    contact_name = models.CharField(_("kontaktperson"), max_length=100, blank=True)
    contact_phone = models.CharField(_("telefon"), max_length=20, blank=True)
    contact_email = models.EmailField(_("e-post"), blank=True)

    objects = EmployerQuerySet.as_manager()

    class Meta:
        ordering = ["name_sort", "pk"]
        verbose_name = _("arbeidsgiver")
        constraints = [
            models.CheckConstraint(
                name="employer_slots_not_overfilled",
                condition=Q(occupied_slots__lte=F("slots")),
                violation_error_message=_("Arbeidsgiveren har ikke flere ledige praksisplasser."),
            )
        ]

    def __str__(self):
        return self.name


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
        return found.filter(participant__in=own.filter(receiver).values("participant"))


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
    # The employer's declaration that the trainee does not replace ordinary staff (L3).
    declared_on = models.DateField(_("erklæring om at ordinært ansatte ikke fortrenges"))
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
        ]

    def clean(self):
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})


class ThroughPlacementQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        return self.filter(placement__in=Placement.objects.visible_to(membership, on))


@track()
class Visit(PublicIdModel, VersionedModel):
    """A visit at the workplace: planned, then held. Only `in_person` counts as "at least once" (L5)."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("Planlagt")
        HELD = "held", _("Gjennomført")
        CANCELLED_BY_EMPLOYER = "cancelled_by_employer", _("Avlyst av arbeidsgiver")
        PARTICIPANT_ABSENT = "participant_absent", _("Deltakeren var ikke der")

    class Kind(models.TextChoices):
        IN_PERSON = "in_person", _("På arbeidsplassen")
        PHONE = "phone", _("Telefon")
        VIDEO = "video", _("Video")

    class PlanFollowed(models.TextChoices):
        UNKNOWN = "", _("Ikke spurt")
        YES = "yes", _("Ja")
        PARTLY = "partly", _("Delvis")
        NO = "no", _("Nei")

    class HiringIntent(models.TextChoices):
        UNKNOWN = "", _("Ikke spurt")
        YES = "yes", _("Ja")
        MAYBE = "maybe", _("Kanskje")
        NO = "no", _("Nei")

    class Topic(models.TextChoices):
        TASKS = "tasks", _("Arbeidsoppgaver")
        NORWEGIAN = "norwegian", _("Norsk på jobb")
        ATTENDANCE = "attendance", _("Oppmøte og fravær")
        FOLLOW_UP = "follow_up", _("Opplæring fra fadder")
        HIRING = "hiring", _("Mulighet for ansettelse")
        REFERENCE = "reference", _("Attest og referanse")

    class Present(models.TextChoices):
        PARTICIPANT = "participant", _("Deltakeren")
        MENTOR = "mentor", _("Fadder")
        MANAGER = "manager", _("Leder")

    placement = models.ForeignKey(Placement, on_delete=models.PROTECT, related_name="visits")
    status = models.CharField(max_length=22, choices=Status, default=Status.PLANNED)
    planned_for = models.DateField(_("planlagt"), null=True, blank=True)
    held_on = models.DateField(_("dato"), null=True, blank=True)
    kind = models.CharField(_("hvordan"), max_length=10, choices=Kind, blank=True)
    present = ArrayField(models.CharField(max_length=12, choices=Present), default=list, blank=True)
    plan_followed = models.CharField(_("følges opplæringen"), max_length=8, choices=PlanFollowed, blank=True)
    topics = ArrayField(models.CharField(max_length=12, choices=Topic), default=list, blank=True)
    hiring_intent = models.CharField(_("vil de ansette"), max_length=6, choices=HiringIntent, blank=True)
    why_not_hire = models.CharField(_("hvorfor ikke"), max_length=200, blank=True)
    next_visit_on = models.DateField(_("neste besøk"), null=True, blank=True)
    note = models.TextField(_("notat"), max_length=1000, blank=True)
    logged_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    logged_at = models.DateTimeField(editable=False)

    objects = ThroughPlacementQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-planned_for", "-pk"]
        verbose_name = _("besøk")
        constraints = [
            models.CheckConstraint(
                name="visit_held_has_day_and_kind",
                condition=~Q(status="held") | (Q(held_on__isnull=False) & ~Q(kind="")),
                violation_error_message=_("Oppgi når og hvordan besøket ble gjennomført."),
            ),
        ]
