"""What happens on a class from week to week: its pattern, corrections, absence patterns, leaving, job search (K1–K3)."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership
from courses.models.enrolment import Attendance, Enrolment
from courses.models.intake import Intake

WEEKDAYS = 7


class ThroughEnrolmentQuerySet(models.QuerySet):
    """Rows about one participation: whoever sees the participation sees them."""

    def visible_to(self, membership, on=None):
        return self.filter(enrolment__in=Enrolment.objects.visible_to(membership, on))


class DayKind(models.TextChoices):
    """What somebody on a course does on a day."""

    SCHOOL = "school", _("Skole")
    PLACEMENT = "placement", _("Praksis")
    FREE = "free", pgettext_lazy("dag uten kurs", "Fri")


def days_are_whole(days) -> None:
    """Raise ValidationError unless there is a kind for each of the seven weekdays, and not every one is free."""
    if len(days) != WEEKDAYS:
        raise ValidationError(_("Velg hva som gjelder for hver ukedag."))
    if set(days) == {DayKind.FREE}:
        raise ValidationError(_("Minst én dag i uka må være skole eller praksis."))


class WeekPlanQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """A class's for whoever sees the class; one person's for whoever sees her participation."""
        own = Enrolment.objects.visible_to(membership, on)
        seen = Intake.objects.visible_to(membership, on)
        return self.filter(Q(enrolment=None, intake__in=seen) | Q(enrolment__in=own))


@track()
class WeekPlan(PublicIdModel, VersionedModel):
    """Which weekdays are school and which placement, from a day on: of a class, or of one person where hers differs.

    The latest that has begun holds. A person's own goes before the class's; with `ends_on` the class's holds again.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="week_plans")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, null=True, blank=True, related_name="week_plans")
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)
    # Monday first.
    days = ArrayField(
        models.CharField(max_length=10, choices=DayKind),
        size=WEEKDAYS,
        validators=[days_are_whole],
        verbose_name=_("ukedagene"),
    )
    updated_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField()

    objects = WeekPlanQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name = _("ukeplan")
        constraints = [
            models.UniqueConstraint(
                fields=["intake", "starts_on"],
                condition=Q(enrolment=None),
                name="weekplan_one_a_day_of_class",
                violation_error_message=_("Kurset har allerede en ukeplan fra denne dagen. Endre den i stedet."),
            ),
            models.UniqueConstraint(
                fields=["enrolment", "starts_on"],
                condition=Q(enrolment__isnull=False),
                name="weekplan_one_a_day_of_person",
                violation_error_message=_("Deltakeren har allerede en ukeplan fra denne dagen. Endre den i stedet."),
            ),
            models.CheckConstraint(
                name="weekplan_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            models.CheckConstraint(
                name="weekplan_seven_days",
                condition=Q(days__len=WEEKDAYS),
                violation_error_message=_("Velg hva som gjelder for hver ukedag."),
            ),
        ]


class AttendanceCorrection(models.Model):
    """A recorded day that was changed: from what to what, by whom and when. Never changed itself."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="attendance_corrections")
    day = models.DateField(_("dag"))
    was = models.CharField(_("var"), max_length=20, choices=Attendance.Code)
    was_recorded_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("ført av")
    )
    was_recorded_at = models.DateTimeField(_("ført"))
    became = models.CharField(_("ble"), max_length=20, choices=Attendance.Code)
    corrected_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", verbose_name=_("rettet av")
    )
    corrected_at = models.DateTimeField(_("rettet"))

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["corrected_at", "pk"]
        verbose_name = _("retting av oppmøte")
        indexes = [models.Index(fields=["enrolment", "day"], name="attendancecorrection_day")]


class AbsenceWarningQuerySet(ThroughEnrolmentQuerySet):
    def open(self):
        """Those that provider, office or both have not followed up yet."""
        return self.filter(closed_at=None)


@track()
class AbsenceWarning(PublicIdModel):
    """A pattern in somebody's absence that provider and caseworker are to talk to her about (K1).

    `days` are the days the pattern was seen in, kept as it was seen. Open until both sides have written what they
    did, or until the days are corrected so that there is no pattern.
    """

    class Rule(models.TextChoices):
        NOT_REPORTED = "not_reported", _("Fravær som ikke er meldt")
        LOW_SHARE = "low_share", _("Lavt oppmøte")
        WEEKDAY = "weekday", _("Borte på samme ukedag")

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="absence_warnings")
    rule = models.CharField(_("mønster"), max_length=20, choices=Rule)
    days = ArrayField(models.DateField(), verbose_name=_("dager borte"))
    counted = models.PositiveSmallIntegerField(_("dager som er regnet med"))
    first_day = models.DateField(_("fra"))
    last_day = models.DateField(_("til"))
    raised_at = models.DateTimeField(_("varslet"))
    closed_at = models.DateTimeField(_("fulgt opp"), null=True, blank=True)
    withdrawn = models.BooleanField(_("falt bort etter retting"), default=False, db_default=False)

    objects = AbsenceWarningQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "-pk"]
        verbose_name = _("varsel om fravær")
        constraints = [
            models.UniqueConstraint(
                fields=["enrolment", "rule"], condition=Q(closed_at=None), name="absencewarning_one_open"
            ),
            models.CheckConstraint(name="absencewarning_days_in_order", condition=Q(last_day__gte=F("first_day"))),
        ]


class FollowUpQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """A provider sees its own side only: what NAV wrote is NAV's."""
        found = self.filter(warning__in=AbsenceWarning.objects.visible_to(membership, on))
        if membership is not None and membership.is_provider:
            found = found.filter(side=AbsenceFollowUp.Side.PROVIDER)
        return found


@track()
class AbsenceFollowUp(PublicIdModel):
    """What one side did about an absence pattern: that closes its task."""

    class Side(models.TextChoices):
        PROVIDER = "provider", _("Kursleverandøren")
        OFFICE = "office", _("Nav-kontoret")

    class Outcome(models.TextChoices):
        TALKED = "talked", _("Snakket med deltakeren, ikke behov for mer")
        AGREED = "agreed", _("Avtalte noe som skal gjøre det lettere å møte")
        NOT_REACHED = "not_reached", _("Fikk ikke kontakt")
        MISTAKE = "mistake", _("Det var ført feil")

    warning = models.ForeignKey(
        AbsenceWarning, on_delete=models.CASCADE, related_name="follow_ups", verbose_name=_("varsel om fravær")
    )
    side = models.CharField(_("hvem"), max_length=10, choices=Side)
    outcome = models.CharField(_("hva kom ut av det"), max_length=15, choices=Outcome)
    did = models.CharField(_("hva ble gjort"), max_length=500)
    done_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField()

    objects = FollowUpQuerySet.as_manager()

    class Meta:
        ordering = ["done_at", "pk"]
        verbose_name = _("oppfølging av fravær")
        constraints = [
            models.UniqueConstraint(
                fields=["warning", "side"],
                name="absencefollowup_once_a_side",
                violation_error_message=_("Varselet er allerede fulgt opp."),
            ),
            models.CheckConstraint(
                name="absencefollowup_says_what",
                condition=~Q(did=""),
                violation_error_message=_("Skriv hva som ble gjort."),
            ),
        ]


@track()
class Leaving(PublicIdModel):
    """How somebody left before the course was over (K2): when she should have ended, and what would have kept her."""

    class Kept(models.TextChoices):
        NOTHING = "nothing", _("Ingenting ville gjort forskjell")
        HOURS = "hours", _("Andre tider eller færre timer")
        TRAVEL = "travel", _("Kortere reisevei")
        CHILDCARE = "childcare", _("Barnepass eller hjelp hjemme")
        NORWEGIAN = "norwegian", _("Mer hjelp med norsk")
        CONTENT = "content", _("Et annet innhold på kurset")
        PLACEMENT = "placement", _("En annen praksisplass")
        FOLLOW_UP = "follow_up", _("Tettere oppfølging")
        MONEY = "money", _("Økonomien")
        NOT_ASKED = "not_asked", _("Ikke spurt, fikk ikke kontakt")

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="leaving")
    planned_ends_on = models.DateField(_("skulle slutte"))
    kept = ArrayField(
        models.CharField(max_length=15, choices=Kept),
        default=list,
        blank=True,
        verbose_name=_("hva kunne fått deltakeren til å bli"),
    )
    said = models.CharField(_("hva deltakeren sa"), max_length=500, blank=True)
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["recorded_at", "pk"]
        verbose_name = _("avslutning av deltakelse")


@track()
class JobSearchActivity(PublicIdModel):
    """Help with looking for a job on the course: what, when, with whom, and what was sent (K3)."""

    class Kind(models.TextChoices):
        CV = "cv", _("CV")
        APPLICATION = "application", _("Søknad")
        INTERVIEW = "interview", _("Trening på intervju")
        VISIT = "visit", _("Bedriftsbesøk")
        LESSON = "lesson", _("Kurstime i jobbsøking")
        JOB_INTERVIEW = "job_interview", _("Jobbintervju")

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="job_search")
    kind = models.CharField(_("slag"), max_length=15, choices=Kind)
    on = models.DateField(_("dato"))
    with_whom = models.CharField(_("sammen med"), max_length=100, blank=True)
    applications = models.PositiveSmallIntegerField(
        _("søknader sendt"), default=0, validators=[MinValueValidator(0), MaxValueValidator(50)]
    )
    employer = models.CharField(_("arbeidsgiver"), max_length=150, blank=True)
    note = models.CharField(_("notat"), max_length=300, blank=True)
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        verbose_name = _("aktivitet i jobbsøking")
        constraints = [
            models.CheckConstraint(
                name="jobsearchactivity_application_is_counted",
                condition=~Q(kind="application") | Q(applications__gte=1),
                violation_error_message=_("Skriv hvor mange søknader som er sendt."),
            ),
        ]
        indexes = [models.Index(fields=["enrolment", "on"], name="jobsearchactivity_day")]
