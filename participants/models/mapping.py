"""Mapping (kartlegging): versioned, one current (P1). No health detail beyond "needs adaptation"."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.history import track
from amo.models import Membership, Occupation, Office, QualificationType, Sector
from participants.models.participant import Participant


class Cefr(models.TextChoices):
    """Norwegian by CEFR level. norskprøve 2 is A2, norskprøve 3 is B1."""

    NONE = "", _("Vet ikke")
    BELOW_A1 = "A0", _("Under A1")
    A1 = "A1", "A1"
    A2 = "A2", "A2"
    B1 = "B1", "B1"
    B2 = "B2", "B2"
    C1 = "C1", "C1"
    NATIVE = "C2", _("C2 eller morsmål")


class EvidenceSource(models.TextChoices):
    UNKNOWN = "unknown", _("Ikke kjent")
    ASSESSED = "assessed", _("Vurdert av veileder")
    DOCUMENTED = "documented", _("Dokumentert med prøve")


class NorwegianTest(models.TextChoices):
    """The test that documents a level. Norskprøve 2 and 3 were used until 2013."""

    NORSKPROVEN = "norskproven", _("Norskprøven")
    NORSKPROVE_2 = "norskprove_2", _("Norskprøve 2 (A2)")
    NORSKPROVE_3 = "norskprove_3", _("Norskprøve 3 (B1)")
    BERGENSTESTEN = "bergenstesten", _("Bergenstesten")
    OTHER = "other", _("Annen prøve")


class EducationLevel(models.TextChoices):
    UNKNOWN = "", _("Vet ikke")
    NONE = "none", _("Ingen fullført utdanning")
    PRIMARY = "primary", _("Grunnskole")
    UPPER_SECONDARY = "upper_secondary", _("Videregående skole")
    VOCATIONAL = "vocational", _("Fagbrev eller yrkesskole")
    BACHELOR = "bachelor", _("Høyere utdanning, inntil fire år")
    MASTER = "master", _("Høyere utdanning, mer enn fire år")


class Recognition(models.TextChoices):
    """Whether education from abroad counts as Norwegian: HK-dir answers, once she has applied."""

    UNKNOWN = "", _("Vet ikke")
    YES = "yes", _("Godkjent")
    APPLIED = "applied", _("Har søkt")
    NO = "no", _("Ikke godkjent")


class ThroughParticipantQuerySet(models.QuerySet):
    """Rows seen by those who see the whole person: NAV, within `Participant.visible_to`."""

    def visible_to(self, membership, on=None):
        if membership is None or not membership.is_nav:
            return self.none()
        return self.filter(participant__in=Participant.objects.visible_to(membership, on))


class MappingQuerySet(ThroughParticipantQuerySet):
    def current(self):
        return self.filter(is_current=True)

    def with_parts(self):
        """With the rows that belong to each, in a fixed number of queries."""
        return self.select_related("education_sector").prefetch_related(
            "experiences__occupation", "experiences__sector", "certificates__qualification", "reachable_offices"
        )


@track()
class Mapping(models.Model):
    """What is known about a person's Norwegian, education, work, certificates and availability."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="mappings")
    number = models.PositiveIntegerField(_("versjon"))
    is_current = models.BooleanField(default=True)
    oral = models.CharField(_("muntlig"), max_length=2, choices=Cefr, blank=True)
    oral_source = models.CharField(
        _("kilde, muntlig"), max_length=12, choices=EvidenceSource, default=EvidenceSource.UNKNOWN
    )
    oral_test = models.CharField(_("prøve, muntlig"), max_length=15, choices=NorwegianTest, blank=True, db_default="")
    oral_tested_on = models.DateField(_("prøvedato, muntlig"), null=True, blank=True)
    listening = models.CharField(_("lytte"), max_length=2, choices=Cefr, blank=True)
    listening_source = models.CharField(
        _("kilde, lytte"), max_length=12, choices=EvidenceSource, default=EvidenceSource.UNKNOWN
    )
    listening_test = models.CharField(
        _("prøve, lytte"), max_length=15, choices=NorwegianTest, blank=True, db_default=""
    )
    listening_tested_on = models.DateField(_("prøvedato, lytte"), null=True, blank=True)
    reading = models.CharField(_("lese"), max_length=2, choices=Cefr, blank=True)
    reading_source = models.CharField(
        _("kilde, lese"), max_length=12, choices=EvidenceSource, default=EvidenceSource.UNKNOWN
    )
    reading_test = models.CharField(_("prøve, lese"), max_length=15, choices=NorwegianTest, blank=True, db_default="")
    reading_tested_on = models.DateField(_("prøvedato, lese"), null=True, blank=True)
    writing = models.CharField(_("skrive"), max_length=2, choices=Cefr, blank=True)
    writing_source = models.CharField(
        _("kilde, skrive"), max_length=12, choices=EvidenceSource, default=EvidenceSource.UNKNOWN
    )
    writing_test = models.CharField(_("prøve, skrive"), max_length=15, choices=NorwegianTest, blank=True, db_default="")
    writing_tested_on = models.DateField(_("prøvedato, skrive"), null=True, blank=True)
    # The combined written part of the tests used until 2013; never split into reading and writing.
    written = models.CharField(_("skriftlig (gammel prøve)"), max_length=2, choices=Cefr, blank=True)
    written_source = models.CharField(
        _("kilde, skriftlig"), max_length=12, choices=EvidenceSource, default=EvidenceSource.UNKNOWN
    )
    written_test = models.CharField(
        _("prøve, skriftlig"), max_length=15, choices=NorwegianTest, blank=True, db_default=""
    )
    written_tested_on = models.DateField(_("prøvedato, skriftlig"), null=True, blank=True)
    # Asked, and there was none: no jobs in a mapping alone means that it is not known.
    no_jobs = models.BooleanField(_("har ikke hatt jobb"), default=False, db_default=False)
    education_level = models.CharField(_("utdanning"), max_length=20, choices=EducationLevel, blank=True)
    education_field = models.CharField(_("fag"), max_length=120, blank=True)
    education_country = models.CharField(_("land"), max_length=60, blank=True)
    # Where the education belongs: advice reads it as what a course builds on (03-matching, progression).
    education_sector = models.ForeignKey(
        Sector,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("bransje for utdanningen"),
    )
    education_recognition = models.CharField(
        _("godkjent i Norge"), max_length=10, choices=Recognition, blank=True, db_default=""
    )
    hours_available = models.DecimalField(
        _("mulige timer i uka"), max_digits=4, decimal_places=1, null=True, blank=True
    )
    evenings = models.BooleanField(_("kveld"), default=False)
    nights = models.BooleanField(_("natt"), default=False)
    weekends = models.BooleanField(_("helg"), default=False)
    # Asked, and the answer is none of the three; without any of the four it is not known (02-domain).
    daytime_only = models.BooleanField(_("bare dagtid"), default=False, db_default=False)
    available_from = models.DateField(_("kan starte fra"), null=True, blank=True)
    reachable_offices = models.ManyToManyField(Office, blank=True, related_name="+", verbose_name=_("kan reise til"))
    can_move = models.BooleanField(_("kan flytte"), null=True, blank=True)
    digital_skills = models.CharField(
        _("digitale ferdigheter"),
        max_length=10,
        choices=[("", _("Vet ikke")), ("none", _("Ingen")), ("some", _("Noen")), ("good", _("Gode"))],
        blank=True,
    )
    needs_adaptation = models.BooleanField(_("trenger tilrettelegging"), default=False)
    # Internal to NAV; providers never see it (06-access).
    adaptation_text = models.CharField(_("hva som må tilrettelegges"), max_length=500, blank=True)
    summary = models.TextField(_("oppsummering"), max_length=2000, blank=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = MappingQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "number"], name="mapping_number_once"),
            models.UniqueConstraint(fields=["participant"], condition=Q(is_current=True), name="mapping_one_current"),
        ]


@track()
class WorkExperience(models.Model):
    """One job in a mapping's work history."""

    mapping = models.ForeignKey(Mapping, on_delete=models.CASCADE, related_name="experiences")
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    title = models.CharField(_("stilling"), max_length=120)
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    country = models.CharField(_("land"), max_length=60, blank=True)
    months = models.PositiveSmallIntegerField(_("måneder"))
    ended_year = models.PositiveSmallIntegerField(_("sluttet (år)"), null=True, blank=True)

    class Meta:
        ordering = ["-ended_year", "pk"]


@track()
class HeldCertificate(models.Model):
    """A certificate in a mapping."""

    mapping = models.ForeignKey(Mapping, on_delete=models.CASCADE, related_name="certificates")
    qualification = models.ForeignKey(QualificationType, on_delete=models.PROTECT, related_name="+")
    valid_to = models.DateField(_("gyldig til"), null=True, blank=True)

    class Meta:
        ordering = ["qualification__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["mapping", "qualification"],
                name="heldcertificate_once",
                violation_error_message=_("Beviset er allerede ført opp."),
            ),
        ]
