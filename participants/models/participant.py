"""The participant and her registration as a jobseeker."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.contrib.postgres.indexes import GinIndex
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.fields import PublicIdModel, VersionedModel, search_column, sort_column
from amo.history import track
from amo.models import Membership, Office, Role
from amo.ranges import date_range
from participants.identity import person_hash, validate_identity_number


class ParticipantQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Participants whose existence may be revealed to this membership (06-access, "Who sees what").

        Reads office, access grants, protection flags and the own-file rule, and nothing else.
        A masked person (fortrolig, shielded) is in the result: lists mask her, `openable_by` guards her page.
        """
        if membership is None or membership.role == Role.ADMINISTRATOR:
            return self.none()
        on = on or clock.today()
        if membership.is_office:
            found = self.filter(office=membership.office_id)
        else:
            found = self._granted_to(membership, on)
        if not membership.sees_strictly_confidential:
            found = found.exclude(address_protection=Participant.AddressProtection.STRICTLY_CONFIDENTIAL)
        return found

    def _granted_to(self, membership, on):
        from participants.models.access import AccessGrant

        grants = AccessGrant.objects.active_on(on)
        if membership.role == Role.COUNTY_STAFF:
            grants = grants.filter(county=membership.county_id)
        elif membership.role == Role.PROVIDER_LEAD:
            grants = grants.filter(provider=membership.provider_id)
        else:
            grants = grants.filter(membership=membership.pk)
        return self.filter(pk__in=grants.values("participant"))

    def openable_by(self, membership, on=None):
        """Those whose page this membership may open: without the flag, protected persons and her own file are out."""
        found = self.visible_to(membership, on)
        if membership is None:
            return found
        if membership.is_provider:
            from participants.models.access import AccessGrant

            by_name = AccessGrant.objects.active_on(on or clock.today()).filter(membership=membership.pk)
            found = found.filter(Q(address_protection="", is_shielded=False) | Q(pk__in=by_name.values("participant")))
        else:
            if not membership.sees_confidential:
                found = found.exclude(address_protection=Participant.AddressProtection.CONFIDENTIAL)
            if not membership.sees_shielded:
                found = found.exclude(is_shielded=True)
        if membership.user.person_hash:
            found = found.exclude(person_hash=membership.user.person_hash)
        return found

    def with_header(self):
        """What a person header shows, in one query."""
        return self.select_related("office__county", "caseworker__user")


@track()
class Participant(PublicIdModel, VersionedModel):
    """The person, from the day she is registered. `bruker` before a course, `deltaker` on it."""

    class AddressProtection(models.TextChoices):
        NONE = "", _("Ingen")
        CONFIDENTIAL = "confidential", _("Fortrolig")
        STRICTLY_CONFIDENTIAL = "strictly_confidential", _("Strengt fortrolig")

    class WrittenForm(models.TextChoices):
        BOKMAL = "nb", _("Bokmål")
        NYNORSK = "nn", _("Nynorsk")

    class TuitionRight(models.TextChoices):
        YES = "yes", _("Ja")
        NO = "no", _("Nei")
        UNKNOWN = "unknown", _("Vet ikke")

    class Benefit(models.TextChoices):
        NONE = "none", _("Ingen ytelse")
        UNEMPLOYMENT = "unemployment", _("Dagpenger")
        ACTIVITY_ALLOWANCE = "activity_allowance", _("Tiltakspenger")
        WORK_ASSESSMENT = "work_assessment", _("Arbeidsavklaringspenger")
        SOCIAL = "social", _("Økonomisk sosialhjelp")
        OTHER = "other", _("Annen ytelse")

    class Basis(models.TextChoices):
        VOLUNTARY = "voluntary", _("Frivillig")
        REQUIRED = "required", _("Krav om aktivitet")
        UNKNOWN = "unknown", _("Ikke avklart")

    national_id = models.CharField(
        _("fødselsnummer eller d-nummer"), max_length=11, unique=True, validators=[validate_identity_number]
    )
    person_hash = models.CharField(max_length=64, editable=False, db_index=True)
    # Empty for a person with one name only, which then stands as the last name.
    first_name = models.CharField(_("fornavn"), max_length=100, blank=True)
    last_name = models.CharField(_("etternavn"), max_length=100)
    name_sort = sort_column(Concat(F("last_name"), Value(", "), F("first_name")))
    name_search = search_column(Concat(F("first_name"), Value(" "), F("last_name"), Value(" "), F("first_name")))
    born_on = models.DateField(_("fødselsdato"), editable=False)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    interpreter_language = models.CharField(_("tolkespråk"), max_length=40, blank=True)
    written_form = models.CharField(_("målform i brev"), max_length=2, choices=WrittenForm, default=WrittenForm.BOKMAL)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="participants")
    caseworker = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="participants"
    )
    address_protection = models.CharField(
        _("adressebeskyttelse"), max_length=25, choices=AddressProtection, blank=True, default=AddressProtection.NONE
    )
    is_shielded = models.BooleanField(_("skjermet"), default=False)
    benefit = models.CharField(_("ytelse"), max_length=20, choices=Benefit, default=Benefit.NONE)
    # P11: recorded by NAV, unseen by provider and employer, never an input to matching.
    basis = models.CharField(_("frivillig eller krav"), max_length=10, choices=Basis, default=Basis.UNKNOWN)
    need_reason = models.CharField(_("behov for kvalifisering"), max_length=500, blank=True)
    need_assessed_on = models.DateField(_("behovet vurdert"), null=True, blank=True)
    tuition_right = models.CharField(
        _("rett til kommunal norskopplæring"), max_length=10, choices=TuitionRight, default=TuitionRight.UNKNOWN
    )
    tuition_hours_left = models.PositiveSmallIntegerField(_("timer igjen"), null=True, blank=True)
    tuition_deadline = models.DateField(_("frist for opplæringen"), null=True, blank=True)
    registered_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    registered_at = models.DateTimeField(editable=False)

    objects = ParticipantQuerySet.as_manager()

    class Meta:
        ordering = ["name_sort", "pk"]
        verbose_name = _("bruker")
        indexes = [
            models.Index(fields=["office", "name_sort"], name="participant_office_name"),
            GinIndex(fields=["name_search"], name="participant_name_trgm", opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self):
        return self.list_name

    def save(self, *args, **kwargs):
        self.person_hash = person_hash(self.national_id)
        super().save(*args, **kwargs)

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()

    @property
    def list_name(self) -> str:
        """As in every list: "Etternavn, Fornavn", or the one name she has."""
        return ", ".join(filter(None, [self.last_name, self.first_name]))

    @property
    def is_protected(self) -> bool:
        return bool(self.address_protection) or self.is_shielded

    def age_on(self, day) -> int:
        """Whole years on `day`."""
        return day.year - self.born_on.year - ((day.month, day.day) < (self.born_on.month, self.born_on.day))

    def is_masked_for(self, membership) -> bool:
        """Whether a list shows only "Beskyttet" to this membership (06-access). A flag opens nothing for a provider."""
        if membership.is_provider:
            return self.is_protected
        if self.address_protection == self.AddressProtection.STRICTLY_CONFIDENTIAL:
            return not membership.sees_strictly_confidential
        if self.address_protection == self.AddressProtection.CONFIDENTIAL and not membership.sees_confidential:
            return True
        return self.is_shielded and not membership.sees_shielded


@track()
class JobseekerPeriod(models.Model):
    """A period as a registered jobseeker (P3)."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="jobseeker_periods")
    starts_on = models.DateField(_("registrert fra"))
    ends_on = models.DateField(_("til"), null=True, blank=True)

    class Meta:
        ordering = ["starts_on"]
        constraints = [
            models.CheckConstraint(
                name="jobseekerperiod_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            ExclusionConstraint(
                name="jobseekerperiod_no_overlap",
                expressions=[("participant", RangeOperators.EQUAL), (date_range(), RangeOperators.OVERLAPS)],
                violation_error_message=_("Personen er allerede registrert som arbeidssøker i perioden."),
            ),
        ]

    def clean(self):
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})
