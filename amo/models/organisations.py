"""Counties, offices and course providers."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, organisation_number_format, sort_column
from amo.history import track


class OrganisationQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Names of organisations are no case data: everybody signed in may see them."""
        return self if membership else self.none()


@track()
class County(PublicIdModel):
    """A county and its measures unit (Nav tiltak)."""

    number = models.CharField(_("fylkesnummer"), max_length=2, unique=True)
    name = models.CharField(_("navn"), max_length=100)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name = _("fylke")

    def __str__(self):
        return self.name


@track()
class Office(PublicIdModel):
    """A NAV office, by its four-digit unit number. Oslo has one per district."""

    number = models.CharField(_("enhetsnummer"), max_length=4, unique=True)
    name = models.CharField(_("navn"), max_length=100)
    name_sort = sort_column("name")
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="offices")
    is_active = models.BooleanField(default=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name_sort"]
        verbose_name = _("Nav-kontor")

    def __str__(self):
        return self.name


@track()
class Provider(PublicIdModel):
    """A course provider (kursleverandør)."""

    organisation_number = models.CharField(
        _("organisasjonsnummer"), max_length=9, unique=True, validators=[organisation_number_format]
    )
    name = models.CharField(_("navn"), max_length=150)
    name_sort = sort_column("name")
    email = models.EmailField(_("e-post"), blank=True)
    phone = models.CharField(_("telefon"), max_length=20, blank=True)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["name_sort"]
        verbose_name = _("kursleverandør")

    def __str__(self):
        return self.name
