"""Users and memberships. One membership is active at a time, and every rule is per membership (02-domain)."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.fields import PublicIdModel
from amo.history import track
from amo.models.organisations import County, Office, Provider


class Role(models.TextChoices):
    CASEWORKER = "caseworker", _("Veileder")
    OFFICE_LEAD = "office_lead", _("Kontorleder")
    COUNTY_STAFF = "county_staff", _("Nav tiltak")
    PROVIDER_LEAD = "provider_lead", _("Kursleder")
    PROVIDER_INSTRUCTOR = "provider_instructor", _("Kursinstruktør")
    ADMINISTRATOR = "administrator", _("Administrator")


OFFICE_ROLES = frozenset({Role.CASEWORKER, Role.OFFICE_LEAD})
NAV_ROLES = OFFICE_ROLES | {Role.COUNTY_STAFF}
PROVIDER_ROLES = frozenset({Role.PROVIDER_LEAD, Role.PROVIDER_INSTRUCTOR})
CASE_ROLES = NAV_ROLES | PROVIDER_ROLES
ALL_ROLES = frozenset(Role)


@track(exclude=("password", "last_login"))
class User(AbstractUser, PublicIdModel):
    """A person who signs in."""

    class ColorScheme(models.TextChoices):
        SYSTEM = "system", _("Som på maskinen")
        LIGHT = "light", _("Lyst")
        DARK = "dark", _("Mørkt")

    class Language(models.TextChoices):
        BOKMAL = "nb", _("Bokmål")
        NYNORSK = "nn", _("Nynorsk")

    # Keyed hash of her own identity number, set by the administrator: makes the own-file rule checkable (06-access).
    person_hash = models.CharField(max_length=64, blank=True, editable=False)
    color_scheme = models.CharField(_("farger"), max_length=10, choices=ColorScheme, default=ColorScheme.SYSTEM)
    # Empty until she has chosen: then the browser's own preference decides.
    language = models.CharField(_("målform"), max_length=2, choices=Language, blank=True, default="", db_default="")

    class Meta:
        verbose_name = _("ansatt")

    def __str__(self):
        return self.get_full_name() or self.username


class MembershipQuerySet(models.QuerySet):
    def active_on(self, day):
        """Memberships in force on `day`, of users who may sign in."""
        return self.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day, user__is_active=True)

    def visible_to(self, membership, on=None):
        """Colleagues one may hand work to: own office, own provider, own county; an administrator sees all."""
        if membership is None:
            return self.none()
        if membership.role == Role.ADMINISTRATOR:
            return self
        if membership.office_id:
            return self.filter(office=membership.office_id)
        if membership.provider_id:
            return self.filter(provider=membership.provider_id)
        return self.filter(Q(county=membership.county_id) | Q(office__county=membership.county_id))


@track()
class Membership(PublicIdModel):
    """A user's role at one office, county or provider, in a period."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(_("rolle"), max_length=25, choices=Role)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")
    county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")
    provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships")
    starts_on = models.DateField(_("fra"), default=clock.today)
    ends_on = models.DateField(_("til"), null=True, blank=True)
    sees_strictly_confidential = models.BooleanField(_("kan se strengt fortrolig adresse"), default=False)
    sees_confidential = models.BooleanField(_("kan se fortrolig adresse"), default=False)
    sees_shielded = models.BooleanField(_("kan se skjermede"), default=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["user__last_name", "user__first_name", "pk"]
        verbose_name = _("tilknytning")
        constraints = [
            models.CheckConstraint(
                name="membership_scope_fits_role",
                condition=(
                    Q(role__in=["caseworker", "office_lead"], office__isnull=False, county=None, provider=None)
                    | Q(role="county_staff", county__isnull=False, office=None, provider=None)
                    | Q(
                        role__in=["provider_lead", "provider_instructor"],
                        provider__isnull=False,
                        office=None,
                        county=None,
                    )
                    | Q(role="administrator", office=None, county=None, provider=None)
                ),
                violation_error_message=_("Rollen må høre til ett kontor, ett fylke eller én kursleverandør."),
            ),
            models.CheckConstraint(
                name="membership_ends_after_start",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
        ]

    def __str__(self):
        return f"{self.user} ({self.get_role_display()}, {self.organisation_name})"

    @property
    def organisation(self):
        """The office, county or provider; None for an administrator."""
        return self.office or self.county or self.provider

    @property
    def organisation_name(self) -> str:
        return str(self.organisation) if self.organisation else str(_("Kursløp"))

    def is_in_force(self, day) -> bool:
        """Whether `day` lies in the membership's period."""
        return self.starts_on <= day and (self.ends_on is None or self.ends_on >= day)

    @property
    def is_nav(self) -> bool:
        return self.role in NAV_ROLES

    @property
    def is_office(self) -> bool:
        return self.role in OFFICE_ROLES

    @property
    def is_provider(self) -> bool:
        return self.role in PROVIDER_ROLES

    @property
    def home_county_id(self) -> int | None:
        """The county of county staff or of the office; None for a provider."""
        return self.county_id or (self.office.county_id if self.office_id else None)
