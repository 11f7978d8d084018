"""Visits at the workplace, and the meetings with an employer that are agreed on (L5, L12)."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Provider, Role
from placements.models.employer import Employer
from placements.models.placement import Placement, ThroughPlacementQuerySet


@track()
class Visit(PublicIdModel, VersionedModel):
    """A visit at the workplace: planned, then held. Only `in_person` counts as "at least once" (L5)."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("Planlagt")
        HELD = "held", _("Gjennomført")
        CANCELLED_BY_EMPLOYER = "cancelled_by_employer", _("Avlyst av arbeidsgiver")
        PARTICIPANT_ABSENT = "participant_absent", _("Deltakeren var ikke der")
        CANCELLED_BY_PROVIDER = "cancelled_by_provider", _("Avlyst av oss")

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

    class WhyNot(models.TextChoices):
        """The employer's own reason; "other" takes a few words in `why_not_hire`."""

        UNKNOWN = "", _("Ikke oppgitt")
        NO_VACANCY = "no_vacancy", _("Har ingen ledig stilling")
        ONLY_ON_CALL = "only_on_call", _("Har bare ringevakter")
        NORWEGIAN = "norwegian", _("Trenger bedre norsk")
        QUALIFICATION = "qualification", _("Mangler kvalifikasjon som kreves")
        NEEDS_TIME = "needs_time", _("Trenger mer tid på arbeidsplassen")
        HOURS = "hours", _("Arbeidstiden passer ikke")
        OTHER = "other", _("Annet")

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
    planned_at = models.TimeField(_("klokkeslett"), null=True, blank=True)
    held_on = models.DateField(_("dato"), null=True, blank=True)
    kind = models.CharField(_("hvordan"), max_length=10, choices=Kind, blank=True)
    present = ArrayField(
        models.CharField(max_length=12, choices=Present), default=list, blank=True, verbose_name=_("hvem var med")
    )
    plan_followed = models.CharField(_("følges opplæringen"), max_length=8, choices=PlanFollowed, blank=True)
    topics = ArrayField(
        models.CharField(max_length=12, choices=Topic), default=list, blank=True, verbose_name=_("hva dere snakket om")
    )
    hiring_intent = models.CharField(_("vil de ansette"), max_length=6, choices=HiringIntent, blank=True)
    why_not = models.CharField(
        _("hvorfor de ikke vil ansette"), max_length=15, choices=WhyNot, blank=True, default="", db_default=""
    )
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
            models.UniqueConstraint(
                # One that is only planned, or was called off beforehand, has no day on which it was held.
                name="visit_logged_once",
                fields=["placement", "held_on", "status", "kind"],
                violation_error_message=_("Besøket denne dagen er allerede logget."),
            ),
            models.UniqueConstraint(
                name="visit_planned_once_a_day",
                fields=["placement", "planned_for"],
                condition=Q(status="planned"),
                violation_error_message=_("Det er allerede planlagt et besøk denne dagen."),
            ),
        ]


class EmployerMeetingQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """A provider its own; NAV's staff all: a meeting names no participant."""
        if membership is None or membership.role == Role.ADMINISTRATOR:
            return self.none()
        if membership.is_provider:
            return self.filter(provider=membership.provider_id)
        return self


@track()
class EmployerMeeting(PublicIdModel, VersionedModel):
    """A meeting with an employer: the start meeting, a fixed date, or that the provider was invited in (L12).

    About the workplace and never about a participant: what concerns a person belongs to a visit.
    """

    class Kind(models.TextChoices):
        START = "start", _("Oppstartsmøte")
        FIXED = "fixed", _("Avtalt møte")
        INVITED = "invited", _("Arbeidsgiveren ba om møte")
        TO_CLASS = "to_class", _("Arbeidsgiveren møter klassen")

    class Status(models.TextChoices):
        PLANNED = "planned", _("Planlagt")
        HELD = "held", _("Gjennomført")
        CANCELLED = "cancelled", _("Avlyst")

    class Topic(models.TextChoices):
        EXPECTATIONS = "expectations", _("Hva de venter av deltakeren")
        TRAINING = "training", _("Opplæringen og hvem som er fadder")
        HIRING = "hiring", _("Behovet for folk")
        REQUIREMENTS = "requirements", _("Krav for å bli ansatt")
        ABSENCE = "absence", _("Hva de gjør ved fravær")
        CONTACT = "contact", _("Hvem de ringer, og når vi kommer")

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="meetings")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, related_name="+", editable=False)
    kind = models.CharField(_("slags møte"), max_length=10, choices=Kind)
    status = models.CharField(max_length=10, choices=Status, default=Status.PLANNED)
    on = models.DateField(_("dato"))
    at = models.TimeField(_("klokkeslett"), null=True, blank=True)
    topics = ArrayField(
        models.CharField(max_length=15, choices=Topic), default=list, blank=True, verbose_name=_("hva møtet handler om")
    )
    agreed = models.CharField(_("hva som ble avtalt"), max_length=500, blank=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(editable=False)

    objects = EmployerMeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("møte med arbeidsgiver")
        constraints = [
            models.UniqueConstraint(
                name="employermeeting_once_a_day",
                fields=["employer", "provider", "on", "kind"],
                condition=~Q(status="cancelled"),
                violation_error_message=_("Dette møtet står der allerede."),
            )
        ]


@track()
class GuideHandOut(PublicIdModel):
    """That the mentor of a placement was given the guide to following up, in which language and when (L12)."""

    class Language(models.TextChoices):
        BOKMAL = "nb", _("Bokmål")
        NYNORSK = "nn", _("Nynorsk")

    placement = models.OneToOneField(Placement, on_delete=models.CASCADE, related_name="guide", editable=False)
    language = models.CharField(_("målform"), max_length=2, choices=Language)
    given_on = models.DateField(_("gitt"))
    given_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)

    objects = ThroughPlacementQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]
        verbose_name = _("veiledning til fadder")
