"""Snapshots: what came of a participation on a milestone's day (R2)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel
from amo.models import JobRun
from courses.models import Enrolment


class Milestone(models.IntegerChoices):
    """Weeks after the end of the intake, or of the person's own participation if longer (04-outcomes)."""

    T0 = 0, _("Kursslutt")
    T6 = 6, _("6 uker")
    T12 = 12, _("12 uker")
    T26 = 26, _("26 uker")
    T52 = 52, _("52 uker")


class Category(models.TextChoices):
    """Appendix 4, in its order."""

    PERMANENT = "permanent", _("Fast jobb")
    TEMPORARY_LONG = "temporary_long", _("Vikariat, 3 måneder eller mer")
    TEMPORARY_SHORT = "temporary_short", _("Vikariat, under 3 måneder")
    PART_TIME = "part_time", _("Deltid, under 50 %")
    SELF_EMPLOYED = "self_employed", _("Egenetablering")
    AMO = "amo", _("AMO-kurs")
    PLACEMENT = "placement", _("Praksisplass")
    WAGE_SUBSIDY = "wage_subsidy", _("Lønnstilskudd")
    EDUCATION_NAV = "education_nav", _("Utdanning registrert i Nav")
    EDUCATION_ORDINARY = "education_ordinary", _("Ordinær utdanning")
    UNEMPLOYED = "unemployed", _("Fortsatt arbeidsledig")
    LEFT_ILL = "left_ill", _("Sluttet, sykdom")
    LEFT_OTHER = "left_other", _("Sluttet, annen årsak")
    NO_CONTACT = "no_contact", _("Ikke kontakt")


class OutcomeSnapshotQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """NAV as it sees the enrolment; a provider its own (06-access)."""
        return self.filter(enrolment__in=Enrolment.objects.visible_to(membership, on))

    def latest(self):
        """The version in force of each measurement."""
        return self.filter(is_latest=True)


class OutcomeSnapshot(PublicIdModel):
    """Immutable but for `is_latest`. Facts that arrive late give a new version; the first stays."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, related_name="snapshots")
    milestone = models.PositiveSmallIntegerField(choices=Milestone)
    due_on = models.DateField()
    number = models.PositiveIntegerField(default=1)
    is_latest = models.BooleanField(default=True)
    category = models.CharField(max_length=20, choices=Category)
    left_category = models.CharField(max_length=20, blank=True)
    form = models.CharField(max_length=15, blank=True)
    on_call = models.BooleanField(default=False)
    is_apprentice = models.BooleanField(default=False)
    fte_low = models.PositiveSmallIntegerField(null=True)
    fte_high = models.PositiveSmallIntegerField(null=True)
    wanted_fte = models.PositiveSmallIntegerField(null=True)
    began_on_or_after_start = models.BooleanField(default=False)
    same_employer_as_placement = models.BooleanField(default=False)
    contact_attempts = models.PositiveSmallIntegerField(default=0)
    # Which facts it rests on, and their hash: another hash is a new version.
    facts = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=32)
    computed_at = models.DateTimeField()
    run = models.ForeignKey(JobRun, on_delete=models.PROTECT, null=True, related_name="+")

    objects = OutcomeSnapshotQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["enrolment", "milestone", "number"], name="outcomesnapshot_version_once"),
            models.UniqueConstraint(
                fields=["enrolment", "milestone"], condition=Q(is_latest=True), name="outcomesnapshot_one_latest"
            ),
        ]
        indexes = [models.Index(fields=["milestone", "due_on"], name="outcomesnapshot_due")]
