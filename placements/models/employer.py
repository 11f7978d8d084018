"""Employers, who to talk to there, how many they take at a time, and the rules county staff keep (L1, L2, L7)."""

import re

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from stdnum.no import orgnr

from amo.fields import PublicIdModel, VersionedModel, search_column, sort_column
from amo.history import track
from amo.models import County, Membership, Role, Sector
from amo.ranges import date_range

NINE_DIGITS = re.compile("[0-9]{9}")


def compact(number: str | None) -> str:
    """An organisation number as it is kept: without the spaces it is written with, full-width digits as plain ones."""
    return orgnr.compact("".join((number or "").split()))


def validate_organisation_number(number: str) -> None:
    """Nine plain digits with the right check digit (mod 11)."""
    if not (NINE_DIGITS.fullmatch(number) and orgnr.is_valid(number)):
        raise ValidationError(_("Organisasjonsnummeret er ikke gyldig. Sjekk de ni sifrene."))


class EmployerQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Every role that works with cases; what of the employer is shown differs per page (06-access)."""
        if membership is None or membership.role == Role.ADMINISTRATOR:
            return self.none()
        return self

    def living(self):
        """Without those that were merged into another."""
        return self.filter(merged_into=None)


@track()
class Employer(PublicIdModel, VersionedModel):
    """A workplace (bedrift) that takes placements.

    How many trainees it has at a time: `slots`, or the period of `SlotPeriod` that a day lies in. That no more are there
    on any day is held by the numbered places of `Placement.slot` (docs/decisions/0027).
    """

    class Motive(models.TextChoices):
        RECRUIT = "recruit", _("Rekruttere")
        HELP = "help", _("Hjelpe folk i arbeid")
        RELIEF = "relief", _("Avlastning i driften")
        TEACH = "teach", _("Lære bort faget")

    class Channel(models.TextChoices):
        DIRECT = "direct", _("Deltakeren kan ta kontakt selv")
        THROUGH_PROVIDER = "through_provider", _("Bare gjennom kursleverandøren")
        BOTH = "both", _("Begge deler")

    class NoNumber(models.TextChoices):
        """Why an employer has no Norwegian organisation number."""

        NONE = "", _("Har organisasjonsnummer")
        HOUSEHOLD = "household", _("Privat husholdning")
        FOREIGN = "foreign", _("Utenlandsk virksomhet")

    # NULL where it has none: then `no_number` says why.
    organisation_number = models.CharField(
        _("organisasjonsnummer"),
        max_length=9,
        unique=True,
        null=True,
        blank=True,
        validators=[validate_organisation_number],
        error_messages={"unique": _("Arbeidsgiveren er allerede registrert.")},
    )
    no_number = models.CharField(
        _("hvorfor den ikke har nummer"), max_length=10, choices=NoNumber, blank=True, default="", db_default=""
    )
    # The legal entity (hovedenhet) that the workplace belongs to: units of one owner are shown together.
    main_number = models.CharField(
        _("hovedenhetens organisasjonsnummer"), max_length=9, blank=True, default="", db_default="",
        validators=[validate_organisation_number],
    )  # fmt: skip
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
    contact_name = models.CharField(_("kontaktperson"), max_length=100, blank=True)
    contact_phone = models.CharField(_("telefon"), max_length=20, blank=True)
    contact_email = models.EmailField(_("e-post"), blank=True)
    # While county staff decide a report of discrimination, nobody new is sent there (L10).
    paused_on = models.DateField(null=True, blank=True, editable=False)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from", editable=False
    )

    objects = EmployerQuerySet.as_manager()

    class Meta:
        ordering = ["name_sort", "pk"]
        verbose_name = _("arbeidsgiver")
        constraints = [
            models.CheckConstraint(
                name="employer_number_or_why_not",
                condition=Q(organisation_number=None, no_number__gt="") | Q(organisation_number__gt="", no_number=""),
                violation_error_message=_(
                    "Skriv organisasjonsnummeret, eller velg hvorfor arbeidsgiveren ikke har et."
                ),
            ),
            models.CheckConstraint(
                name="employer_not_merged_into_itself",
                condition=Q(merged_into=None) | ~Q(merged_into=F("pk")),
                violation_error_message=_("En arbeidsgiver kan ikke slås sammen med seg selv."),
            ),
        ]

    def __str__(self):
        return self.name


class OfEmployerQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        return self.filter(employer__in=Employer.objects.visible_to(membership, on))


@track()
class EmployerContact(PublicIdModel, VersionedModel):
    """One more person to talk to at the workplace, beside the employer's own contact."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("navn"), max_length=100)
    role = models.CharField(_("rolle"), max_length=100, blank=True)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)
    email = models.EmailField(_("e-post"), blank=True)

    objects = OfEmployerQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = _("kontaktperson")


@track()
class SlotPeriod(PublicIdModel, VersionedModel):
    """Another number of placements at a time than usual, from one day to another: more in spring, none in July (L1)."""

    employer = models.ForeignKey(Employer, on_delete=models.CASCADE, related_name="slot_periods")
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"))
    slots = models.PositiveSmallIntegerField(_("praksisplasser samtidig"), validators=[MaxValueValidator(100)])
    agreed_with = models.CharField(_("avtalt med"), max_length=100, blank=True)
    agreed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    agreed_at = models.DateTimeField(editable=False)

    objects = OfEmployerQuerySet.as_manager()

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name = _("avtalt periode")
        constraints = [
            models.CheckConstraint(
                name="slotperiod_ends_after_start",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            ExclusionConstraint(
                name="slotperiod_no_overlap",
                expressions=[("employer", RangeOperators.EQUAL), (date_range(), RangeOperators.OVERLAPS)],
                violation_error_message=_("Det er allerede avtalt et antall for noen av disse dagene."),
            ),
        ]

    def clean(self):
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            raise ValidationError({"ends_on": _("Sluttdato kan ikke være før startdato.")})


@track()
class EmployerMerge(PublicIdModel):
    """Two registrations of one workplace made one: what was moved, by whom and why."""

    kept = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="merges")
    merged = models.OneToOneField(Employer, on_delete=models.PROTECT, related_name="merge")
    reason = models.CharField(_("hvorfor"), max_length=300)
    # {"placements": 3, "requests": 5, …}: how many rows of each kind were moved.
    moved = models.JSONField(default=dict)
    merged_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    merged_at = models.DateTimeField(editable=False)

    class EmployerMergeQuerySet(models.QuerySet):
        def visible_to(self, membership, on=None):
            return self.filter(kept__in=Employer.objects.visible_to(membership, on))

    objects = EmployerMergeQuerySet.as_manager()

    class Meta:
        ordering = ["-merged_at", "-pk"]
        verbose_name = _("sammenslåing")


class PlacementRulesQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """The county's own for its staff; everybody who works with cases may read all."""
        if membership is None or membership.role == Role.ADMINISTRATOR:
            return self.none()
        return self


@track()
class PlacementRules(PublicIdModel, VersionedModel):
    """What a county's staff have set for placements; a county without a row has these defaults (L2, L7)."""

    county = models.OneToOneField(County, on_delete=models.PROTECT, related_name="+", editable=False)
    step_in_after = models.PositiveSmallIntegerField(
        _("avslag før kursleverandøren tar over"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
    )
    # So many placements on end at one employer without a hire; None: no limit, only the warning.
    unpaid_limit = models.PositiveSmallIntegerField(
        _("praksisplasser på rad uten ansettelse"),
        null=True,
        blank=True,
        validators=[MinValueValidator(3), MaxValueValidator(50)],
    )
    changed_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, related_name="+", editable=False)
    changed_at = models.DateTimeField(null=True, editable=False)

    objects = PlacementRulesQuerySet.as_manager()

    class Meta:
        verbose_name = _("regler for praksis")
