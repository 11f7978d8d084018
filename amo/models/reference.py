"""Reference data: occupations (STYRK-08), sectors and kinds of qualification."""

from django.db import models
from django.db.models import F, Value
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from amo.fields import search_column, sort_column


class ReferenceQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Reference data is open to everybody signed in."""
        return self if membership else self.none()


class Sector(models.Model):
    """A line of business (bransje), in NAV's own list."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(_("bransje"), max_length=120)

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name


class Occupation(models.Model):
    """An occupation by its four-digit STYRK-08 code."""

    code = models.CharField(_("STYRK-08-kode"), max_length=4, unique=True)
    title = models.CharField(_("yrke"), max_length=150)
    title_sort = sort_column("title")
    title_search = search_column("title")
    # What people call it, comma-separated: "hjelpepleier, pleieassistent".
    also_known_as = models.CharField(_("kalles også"), max_length=300, blank=True, db_default="")
    words_search = search_column(Concat(F("title"), Value(" "), F("also_known_as")))
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, null=True, blank=True, related_name="occupations")

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ["title_sort"]

    def __str__(self):
        return self.title


class QualificationType(models.Model):
    """A certificate, test or authorisation that a person can hold and an employer can ask for."""

    code = models.CharField(max_length=40, unique=True)
    name = models.CharField(_("kvalifikasjon"), max_length=150)
    valid_years = models.PositiveSmallIntegerField(_("gyldig i antall år"), null=True, blank=True)
    # A test of Norwegian is held when the mapping documents that level: "oral:B1". Empty for everything else.
    norwegian = models.CharField(max_length=20, blank=True)
    name_nn = models.CharField(_("navn på nynorsk"), max_length=150, blank=True, default="", db_default="")
    name_en = models.CharField(_("navn på engelsk"), max_length=150, blank=True, default="", db_default="")

    objects = ReferenceQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self):
        return self.name

    def name_in(self, language: str) -> str:
        """The name in "nb", "nn" or "en"; bokmål where it has none in the language."""
        return {"nn": self.name_nn, "en": self.name_en}.get(language) or self.name
