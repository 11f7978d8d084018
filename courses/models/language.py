"""Norwegian on the course: goals, support, and tests booked, taken and passed per part (K6)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership
from courses.models.class_work import ThroughEnrolmentQuerySet
from courses.models.enrolment import Enrolment


class Goal(models.TextChoices):
    """Levels a course can lead to, as Norskprøven gives them."""

    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"


@track()
class LanguagePlan(PublicIdModel, VersionedModel):
    """Goal per skill, and the support she gets on the course."""

    enrolment = models.OneToOneField(Enrolment, on_delete=models.CASCADE, related_name="language_plan")
    oral = models.CharField(_("mål, muntlig"), max_length=2, choices=Goal, blank=True)
    listening = models.CharField(_("mål, lytte"), max_length=2, choices=Goal, blank=True)
    reading = models.CharField(_("mål, lese"), max_length=2, choices=Goal, blank=True)
    writing = models.CharField(_("mål, skrive"), max_length=2, choices=Goal, blank=True)
    support = models.CharField(_("støtte på kurset"), max_length=500, blank=True)
    updated_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    updated_at = models.DateTimeField()

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        verbose_name = _("norsk på kurset")


@track()
class LanguageTest(PublicIdModel, VersionedModel):
    """One part of Norskprøven: booked, taken, passed or not."""

    class Part(models.TextChoices):
        ORAL = "oral", _("Muntlig")
        LISTENING = "listening", _("Lytte")
        READING = "reading", _("Lese")
        WRITING = "writing", _("Skrive")

    class Status(models.TextChoices):
        BOOKED = "booked", _("Påmeldt")
        TAKEN = "taken", _("Tatt, venter på resultat")
        PASSED = "passed", _("Bestått")
        FAILED = "failed", _("Ikke bestått")
        CANCELLED = "cancelled", _("Avmeldt")

    class Payer(models.TextChoices):
        PROVIDER = "provider", _("Kursleverandøren, gjennom avtalen")
        NAV = "nav", _("Nav")
        MUNICIPALITY = "municipality", _("Kommunen")
        PARTICIPANT = "participant", _("Deltakeren selv")

    WAITING = (Status.BOOKED, Status.TAKEN)

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="language_tests")
    part = models.CharField(_("delprøve"), max_length=10, choices=Part)
    level = models.CharField(_("nivå det prøves for"), max_length=2, choices=Goal)
    booked_on = models.DateField(_("påmeldt dato"))
    test_on = models.DateField(_("prøvedato"))
    place = models.CharField(_("prøvested"), max_length=100, blank=True)
    paid_by = models.CharField(_("hvem betaler"), max_length=15, choices=Payer)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.BOOKED)
    result = models.CharField(_("resultat"), max_length=2, choices=Goal, blank=True)
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    # The caseworker has taken the result into the mapping: the level is documented there.
    mapped_at = models.DateTimeField(_("tatt inn i kartleggingen"), null=True, blank=True)
    mapped_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = ThroughEnrolmentQuerySet.as_manager()

    class Meta:
        ordering = ["test_on", "pk"]
        verbose_name = _("norskprøve")
        constraints = [
            models.CheckConstraint(
                name="languagetest_passed_has_result",
                condition=Q(status="passed", result__gt="") | (~Q(status="passed") & Q(result="")),
                violation_error_message=_("Velg nivået som er oppnådd når prøven er bestått, og bare da."),
            ),
            models.CheckConstraint(
                name="languagetest_after_booking",
                condition=Q(test_on__gte=models.F("booked_on")),
                violation_error_message=_("Prøvedatoen kan ikke være før påmeldingen."),
            ),
            models.UniqueConstraint(
                fields=["enrolment", "part", "test_on"],
                name="languagetest_once_a_day",
                violation_error_message=_("Delprøven er allerede registrert denne dagen."),
            ),
        ]
