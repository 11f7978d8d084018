"""Facts about a person that outcomes are derived from: jobs, education, measures, information and contact."""

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.fields import PublicIdModel, VersionedModel, organisation_number_format
from amo.history import track
from amo.models import Membership, Occupation
from participants.models.mapping import ThroughParticipantQuerySet
from participants.models.participant import Participant

PERCENT = [MinValueValidator(0), MaxValueValidator(100)]


def not_in_the_future(field: str, day):
    """Raise the Norwegian message at `field` when something that has happened is dated after today."""
    if day and day > clock.today():
        raise ValidationError({field: _("Datoen kan ikke være fram i tid.")})


def reversed_dates(starts_on, ends_on):
    """Raise the Norwegian message at the field when the dates are reversed."""
    if starts_on and ends_on and ends_on < starts_on:
        raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})


def percentage_text(low: int, high: int | None) -> str:
    """ "70 %" or "20–60 %"."""
    return f"{low}–{high} %" if high and high != low else f"{low} %"


class EmploymentQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """NAV within its scope; a provider the facts of those it may see (outcome fields, 06-access)."""
        return self.filter(participant__in=Participant.objects.visible_to(membership, on))

    def current(self):
        """Facts that no correction has replaced."""
        return self.filter(superseded_at=None)

    def at_the_time_of(self, job):
        """The person's other jobs that she has on a day of this one."""
        found = self.filter(participant=job.participant_id).exclude(pk=job.pk)
        found = found.filter(Q(ends_on=None) | Q(ends_on__gte=job.starts_on))
        return found if job.ends_on is None else found.filter(starts_on__lte=job.ends_on)

    def held_on(self, day):
        return self.current().filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


@track()
class Employment(PublicIdModel, VersionedModel):
    """An employment fact with its source (R1). A correction is a new row that supersedes the old one."""

    class Form(models.TextChoices):
        PERMANENT = "permanent", _("Fast jobb")
        TEMPORARY = "temporary", _("Vikariat eller midlertidig")
        SELF_EMPLOYED = "self_employed", _("Egen virksomhet")
        APPRENTICE = "apprentice", _("Lærling")

    class FoundThrough(models.TextChoices):
        PLACEMENT_EMPLOYER = "placement_employer", _("Arbeidsgiveren fra praksis")
        PLACEMENT_NETWORK = "placement_network", _("Nettverket til praksisarbeidsgiveren")
        OWN_SEARCH = "own_search", _("Egen jobbsøking")
        NAV = "nav", _("Nav")
        PROVIDER = "provider", _("Kursleverandøren")
        AGENCY = "agency", _("Bemanningsbyrå")
        UNKNOWN = "unknown", _("Vet ikke")

    class Source(models.TextChoices):
        PARTICIPANT = "participant", _("Brukeren selv")
        PROVIDER = "provider", _("Kursleverandøren")
        CASEWORKER = "caseworker", _("Veileder")
        REGISTER = "register", _("Aa-registeret")

    SOURCES_BY_TRUST = (Source.REGISTER, Source.CASEWORKER, Source.PARTICIPANT, Source.PROVIDER)
    """Where several sources tell of one job, the first of these counts (R4: what the others say is kept)."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="employments")
    employer_number = models.CharField(
        _("organisasjonsnummer"), max_length=9, blank=True, validators=[organisation_number_format]
    )
    employer_name = models.CharField(_("arbeidsgiver"), max_length=150)
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    form = models.CharField(_("ansettelsesform"), max_length=15, choices=Form)
    on_call = models.BooleanField(_("ringevikar"), default=False)
    wage_subsidy = models.BooleanField(_("lønnstilskudd"), default=False)
    # A range counts by its lower end; both ends are shown ("20–60 %").
    fte_low = models.PositiveSmallIntegerField(_("stillingsprosent"), validators=PERCENT)
    fte_high = models.PositiveSmallIntegerField(_("opp til"), null=True, blank=True, validators=PERCENT)
    wanted_fte = models.PositiveSmallIntegerField(
        _("ønsket stillingsprosent"), null=True, blank=True, validators=PERCENT
    )
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)
    found_through = models.CharField(
        _("funnet gjennom"), max_length=20, choices=FoundThrough, default=FoundThrough.UNKNOWN
    )
    source = models.CharField(_("kilde"), max_length=15, choices=Source)
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    supersedes = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "-pk"]
        indexes = [
            models.Index(
                fields=["participant", "starts_on"], name="employment_current", condition=Q(superseded_at=None)
            )
        ]
        constraints = [
            models.CheckConstraint(
                name="employment_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            models.CheckConstraint(
                name="employment_fte_range",
                condition=Q(fte_low__lte=100) & (Q(fte_high=None) | Q(fte_high__gte=F("fte_low"), fte_high__lte=100)),
                violation_error_message=_("Den høyeste stillingsprosenten må være minst like høy som den laveste."),
            ),
        ]

    def clean(self):
        reversed_dates(self.starts_on, self.ends_on)

    def is_told_by(self, membership: Membership) -> bool:
        """Whether this membership's side told it and may correct it: one provider its own reports, NAV all others (R4).

        Read `recorded_by` with the fact where there are many.
        """
        if membership.is_provider:
            return self.recorded_by.provider_id == membership.provider_id
        return self.source != self.Source.PROVIDER

    def is_at_employer_of(self, other: "Employment") -> bool:
        """The same organisation number, or the same name where one of them has none."""
        numbers = {self.employer_number, other.employer_number}
        names = {" ".join(job.employer_name.casefold().split()) for job in (self, other)}
        return len(numbers if "" not in numbers else names) == 1

    @property
    def fte_text(self) -> str:
        """ "70 %" or "20–60 %"."""
        return percentage_text(self.fte_low, self.fte_high)


class PeriodFact(models.Model):
    """A fact with first and last day."""

    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)
    recorded_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = ThroughParticipantQuerySet.as_manager()

    class Meta:
        abstract = True

    def clean(self):
        reversed_dates(self.starts_on, self.ends_on)


@track()
class EducationPeriod(PeriodFact):
    """Education after or beside the course: registered by NAV, or ordinary."""

    class Kind(models.TextChoices):
        NAV = "nav", _("Utdanning registrert i Nav")
        ORDINARY = "ordinary", _("Ordinær utdanning")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="education_periods")
    kind = models.CharField(max_length=10, choices=Kind)
    title = models.CharField(_("utdanning"), max_length=150)

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                name="educationperiod_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            )
        ]


@track()
class Measure(PublicIdModel, VersionedModel, PeriodFact):
    """A measure held outside Kursløp or before it: part of the chain (P7). What was wrong is kept in its history."""

    class Kind(models.TextChoices):
        AMO = "amo", _("AMO-kurs")
        PLACEMENT = "placement", _("Arbeidstrening")
        WAGE_SUBSIDY = "wage_subsidy", _("Lønnstilskudd")
        OTHER = "other", _("Annet tiltak")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="measures")
    kind = models.CharField(max_length=15, choices=Kind)
    title = models.CharField(_("tiltak"), max_length=150)
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_in_work = models.BooleanField(_("førte til jobb"), null=True, blank=True)

    class Meta:
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(
                name="measure_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            )
        ]


class Channel(models.TextChoices):
    IN_PERSON = "in_person", _("Møte")
    PHONE = "phone", _("Telefon")
    DIGITAL = "digital", _("Melding i aktivitetsplanen")
    LETTER = "letter", _("Brev")


class InformationGivenQuerySet(ThroughParticipantQuerySet):
    def of_prospects(self):
        """Those where she was told what work a course leads to (K4)."""
        return self.filter(
            Q(kind=InformationGiven.Kind.PROSPECTS) | Q(points__contains=[InformationGiven.Point.PROSPECTS])
        )


@track()
class InformationGiven(models.Model):
    """What she was told about courses: when, by whom, how, in which language (P5, K4)."""

    class Kind(models.TextChoices):
        GENERAL = "general", _("Om AMO-kurs generelt")
        COURSE = "course", _("Om et bestemt kurs")
        PROSPECTS = "prospects", _("Om jobbutsikter etter kurset")

    class Point(models.TextChoices):
        """What there is to tell, ready to tick."""

        WHAT = "what", _("Hva kurset er, og hva en lærer og gjør")
        OUTCOME = "outcome", _("Hvordan det vanligvis går etter kurset")
        PROSPECTS = "prospects", _("Hvilke jobber kurset åpner for, og hvilke det ikke åpner for")
        ALTERNATIVES = "alternatives", _("Hva som finnes i stedet for kurs")
        MAY_DECLINE = "may_decline", _("At det går an å si nei, og hva som skjer da")
        BENEFIT = "benefit", _("Hva som skjer med ytelsen")
        LEAFLET = "leaflet", _("Fikk heftet om kurset")

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="information_given")
    kind = models.CharField(_("hva"), max_length=12, choices=Kind)
    # The course by public id and name: an app below cannot point at a record above it.
    subject_id = models.UUIDField(null=True, blank=True)
    subject = models.CharField(_("kurs"), max_length=150, blank=True)
    points = ArrayField(
        models.CharField(max_length=15, choices=Point),
        default=list,
        blank=True,
        verbose_name=_("hva det ble snakket om"),
    )
    said = models.CharField(_("hva som ble sagt"), max_length=1000, blank=True)
    channel = models.CharField(_("hvordan"), max_length=12, choices=Channel, default=Channel.IN_PERSON)
    language = models.CharField(_("språk"), max_length=40, blank=True)
    with_interpreter = models.BooleanField(_("med tolk"), default=False)
    given_on = models.DateField(_("dato"))
    given_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    objects = InformationGivenQuerySet.as_manager()

    class Meta:
        ordering = ["-given_on", "-pk"]

    def clean(self):
        not_in_the_future("given_on", self.given_on)

    @property
    def point_labels(self) -> list[str]:
        """What was talked about, in the order of the form."""
        return [str(label) for code, label in self.Point.choices if code in self.points]


@track()
class ContactAttempt(models.Model):
    """An attempt to reach her. Three without contact make the outcome "ikke kontakt" (04-outcomes)."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="contact_attempts")
    made_on = models.DateField(_("dato"))
    channel = models.CharField(_("hvordan"), max_length=12, choices=Channel, default=Channel.PHONE)
    reached = models.BooleanField(_("fikk kontakt"))
    note = models.CharField(_("notat"), max_length=300, blank=True)
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")

    objects = EmploymentQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "-pk"]

    def clean(self):
        not_in_the_future("made_on", self.made_on)
