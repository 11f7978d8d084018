"""Concepts with their checklist, hiring requirements and labour demand (C1, C4, C5)."""

import re

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import ArrayField, RangeOperators
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce, Lower
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel, search_column, sort_column
from amo.history import track
from amo.models import County, Occupation, QualificationType, Sector
from amo.ranges import date_range
from courses.models.specified import Aim, Audience, Specified
from participants.models.mapping import Cefr, EducationLevel


class OpenToNavQuerySet(models.QuerySet):
    """Catalogue data: all of NAV sees every county's, so that a course next door can be found (C6)."""

    def visible_to(self, membership, on=None):
        return self if membership and membership.is_nav else self.none()

    def editable_by(self, membership):
        """County staff keep their own county's."""
        return self.filter(county=membership.county_id) if membership and membership.county_id else self.none()


class ConceptQuerySet(OpenToNavQuerySet):
    def visible_to(self, membership, on=None):
        """NAV sees all; a provider those it holds a contract for."""
        if membership is None:
            return self.none()
        if membership.is_nav:
            return self
        return (
            self.filter(
                contracts__provider=membership.provider_id, contracts__status__in=["active", "ended", "cancelled"]
            ).distinct()
            if membership.is_provider
            else self.none()
        )


@track()
class Concept(Specified, PublicIdModel, VersionedModel):
    """A course specification (kurskonsept): intakes inherit it (C1)."""

    class Category(models.TextChoices):
        TRADE = "trade", _("Bransje- og yrkesrettet kurs")
        NORWEGIAN = "norwegian", _("Norskopplæring")
        BASIC_SKILLS = "basic_skills", _("Grunnleggende ferdigheter")
        PREPARATORY = "preparatory", _("Forberedende opplæring for voksne")

    class Shift(models.TextChoices):
        """The parts of the day and week that not everybody can work; the codes of a mapping's availability."""

        EVENINGS = "evenings", _("Kveld")
        NIGHTS = "nights", _("Natt")
        WEEKENDS = "weekends", _("Helg")

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="concepts")
    title = models.CharField(_("kurs"), max_length=150)
    title_sort = sort_column("title")
    title_search = search_column("title")
    category = models.CharField(_("kurstype"), max_length=20, choices=Category, default=Category.TRADE)
    audience = models.CharField(_("laget for"), max_length=20, choices=Audience, blank=True, default="", db_default="")
    aim = models.CharField(_("skal føre til"), max_length=20, choices=Aim, blank=True, default="", db_default="")
    sector = models.ForeignKey(Sector, on_delete=models.PROTECT, related_name="+", verbose_name=_("bransje"))
    purpose = models.TextField(_("mål"), max_length=2000)
    target_group = models.TextField(_("målgruppe"), max_length=2000)
    entry_requirements = models.TextField(_("hva som kreves"), max_length=2000, blank=True)
    # The stated, job-related minimum per skill; empty = none (03-matching: the only use of Norwegian).
    minimum_oral = models.CharField(_("norsk muntlig minst"), max_length=2, choices=Cefr, blank=True)
    minimum_listening = models.CharField(_("norsk lytte minst"), max_length=2, choices=Cefr, blank=True)
    minimum_reading = models.CharField(_("norsk lese minst"), max_length=2, choices=Cefr, blank=True)
    minimum_writing = models.CharField(_("norsk skrive minst"), max_length=2, choices=Cefr, blank=True)
    minimum_reason = models.CharField(_("hvorfor jobben krever dette nivået"), max_length=300, blank=True)
    theory_weeks = models.PositiveSmallIntegerField(_("uker teori"))
    placement_weeks = models.PositiveSmallIntegerField(_("uker praksis"))
    hours_per_week = models.PositiveSmallIntegerField(_("timer i uka i teoridelen"), default=30)
    class_size = models.PositiveSmallIntegerField(_("plasser i en klasse"), default=15)
    # Empty: no limit is set. An intake above the class size says why.
    most_over = models.PositiveSmallIntegerField(_("høyst så mange plasser over"), null=True, blank=True)
    topics = ArrayField(models.CharField(max_length=150), default=list, blank=True, verbose_name=_("temaer"))
    gives = models.ManyToManyField(
        QualificationType, blank=True, related_name="+", verbose_name=_("kursbevis og prøver")
    )
    occupations = models.ManyToManyField(
        Occupation, blank=True, related_name="+", verbose_name=_("yrker kurset leder til")
    )
    language_support = models.TextField(_("norskstøtte"), max_length=1000, blank=True)
    outlook = models.TextField(_("ærlig om jobbutsiktene"), max_length=2000)
    # When the jobs are usually done, beside the day; warned about where she cannot (03-matching).
    usual_shifts = ArrayField(
        models.CharField(max_length=10, choices=Shift),
        default=list,
        blank=True,
        verbose_name=_("vanlig arbeidstid utenom dagtid"),
    )
    source = models.CharField(_("kilde"), max_length=200, blank=True)
    is_active = models.BooleanField(default=True)

    objects = ConceptQuerySet.as_manager()

    class Meta:
        ordering = ["title_sort", "pk"]
        verbose_name = _("kurskonsept")
        constraints = [
            models.UniqueConstraint(
                fields=["county", "title"],
                name="concept_title_once",
                violation_error_message=_("Fylket har allerede et kurs med dette navnet."),
            ),
            models.CheckConstraint(
                name="concept_has_weeks",
                condition=Q(theory_weeks__gt=0) | Q(placement_weeks__gt=0),
                violation_error_message=_("Kurset må vare minst én uke."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("courses:concept_detail", args=[self.public_id])


class ChecklistItemQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As its concept."""
        return self.filter(concept__in=Concept.objects.visible_to(membership, on))

    def active(self):
        return self.filter(is_active=True)


# What no item may ask for: background, motivation and suitability are shown in words, never scored (02-domain).
NOT_SCORED = re.compile(
    r"motiv(asjon|ert)|egnet|egnethet|skikket|personlig\w* egen|bakgrunn|innvandr|etnisk|landbakgrunn|statsborger|"
    r"religi|kjønn|gravid|helsetilstand|sykdom|funksjons",
    re.IGNORECASE,
)


@track()
class ChecklistItem(PublicIdModel):
    """One item of a concept's checklist, with a weight: a rule, or judged by the caseworker (02-domain).

    No item names background, motivation or suitability.
    """

    class Kind(models.TextChoices):
        NORWEGIAN = "norwegian", _("Norsk")
        EDUCATION = "education", _("Utdanning")
        EXPERIENCE = "experience", _("Arbeidserfaring")
        CERTIFICATE = "certificate", _("Bevis")
        HOURS = "hours", _("Timer i uka")
        GOAL = "goal", _("Ønsket yrke")
        JUDGED = "judged", _("Vurderes av veileder")

    class Skill(models.TextChoices):
        ORAL = "oral", _("Muntlig")
        LISTENING = "listening", _("Lytte")
        READING = "reading", _("Lese")
        WRITING = "writing", _("Skrive")
        WRITTEN = "written", _("Lese og skrive")

    concept = models.ForeignKey(Concept, on_delete=models.CASCADE, related_name="checklist")
    order = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=12, choices=Kind)
    label = models.CharField(_("punkt"), max_length=200)
    weight = models.PositiveSmallIntegerField(_("vekt"), default=1)
    skill = models.CharField(_("ferdighet"), max_length=10, choices=Skill, blank=True)
    level = models.CharField(_("nivå"), max_length=2, choices=Cefr, blank=True)
    education_level = models.CharField(_("utdanning"), max_length=20, choices=EducationLevel, blank=True)
    sector = models.ForeignKey(
        Sector, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("bransje")
    )
    occupations = models.ManyToManyField(Occupation, blank=True, related_name="+", verbose_name=_("yrker"))
    qualification = models.ForeignKey(
        QualificationType, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("bevis")
    )
    months = models.PositiveSmallIntegerField(_("måneder"), null=True, blank=True)
    hours = models.PositiveSmallIntegerField(_("timer i uka"), null=True, blank=True)
    # An item that is taken out stays for the answers and the stored advice that speak of it.
    is_active = models.BooleanField(default=True)

    objects = ChecklistItemQuerySet.as_manager()

    class Meta:
        ordering = ["order", "pk"]
        constraints = [models.CheckConstraint(name="checklistitem_has_weight", condition=Q(weight__gte=1))]

    def __str__(self):
        return self.label

    # What each kind of rule needs to know, and what is said when it is missing.
    NEEDED = {
        Kind.NORWEGIAN: {"skill": _("Velg ferdighet."), "level": _("Velg nivå.")},
        Kind.EDUCATION: {"education_level": _("Velg utdanningsnivå.")},
        Kind.EXPERIENCE: {"months": _("Skriv hvor mange måneder.")},
        Kind.CERTIFICATE: {"qualification": _("Velg bevis.")},
        Kind.HOURS: {"hours": _("Skriv hvor mange timer i uka.")},
    }

    def clean(self):
        errors = {name: text for name, text in self.NEEDED.get(self.kind, {}).items() if not getattr(self, name)}
        if NOT_SCORED.search(self.label):
            errors["label"] = _("Et punkt kan ikke handle om bakgrunn, helse, motivasjon eller egnethet.")
        if errors:
            raise ValidationError(errors)


class HiringRequirementQuerySet(OpenToNavQuerySet):
    def same_as(self, requirement):
        """Every period of the same employers, occupation and form of employment, its own among them."""
        return self.filter(
            county=requirement.county_id,
            segment__iexact=requirement.segment,
            occupation=requirement.occupation_id,
            form=requirement.form,
        )

    def overlapping(self, requirement):
        """Others of the same that hold on a day of its period."""
        found = self.same_as(requirement).exclude(pk=requirement.pk).exclude(valid_to__lt=requirement.valid_from)
        return found if requirement.valid_to is None else found.filter(valid_from__lte=requirement.valid_to)


@track()
class HiringRequirement(PublicIdModel, VersionedModel):
    """Which qualifications a form of employment asks for in a labour-market segment (C4)."""

    class Form(models.TextChoices):
        PERMANENT = "permanent", _("fast jobb")
        TEMPORARY = "temporary", _("vikariat")
        ON_CALL = "on_call", _("ringevikar eller ekstravakt")

    segment = models.CharField(_("arbeidsgivere"), max_length=100)
    employer_group = models.CharField(_("arbeidsgivergruppe"), max_length=40, blank=True)
    county = models.ForeignKey(
        County, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("fylke")
    )
    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="+", verbose_name=_("yrke"))
    form = models.CharField(_("ansettelsesform"), max_length=12, choices=Form)
    needs_all = models.ManyToManyField(
        QualificationType, blank=True, related_name="+", verbose_name=_("alt dette kreves")
    )
    needs_any = models.ManyToManyField(
        QualificationType, blank=True, related_name="+", verbose_name=_("minst ett av dette kreves")
    )
    permission_from = models.CharField(_("tillatelse fra"), max_length=100, blank=True)
    months_each = models.PositiveSmallIntegerField(_("måneder om gangen"), null=True, blank=True)
    months_total = models.PositiveSmallIntegerField(_("måneder i alt"), null=True, blank=True)
    valid_from = models.DateField(_("gjelder fra"))
    valid_to = models.DateField(_("gjelder til"), null=True, blank=True)
    source = models.CharField(_("kilde"), max_length=200)
    source_url = models.URLField(_("lenke til kilden"), max_length=300, blank=True)

    objects = HiringRequirementQuerySet.as_manager()

    class Meta:
        ordering = ["segment", "occupation", "form", "valid_from", "pk"]
        verbose_name = _("krav til ansettelse")
        constraints = [
            models.CheckConstraint(
                name="hiringrequirement_ends_after_start",
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            ExclusionConstraint(
                name="hiringrequirement_no_overlap",
                expressions=[
                    (Coalesce("county", 0), RangeOperators.EQUAL),
                    (Lower("segment"), RangeOperators.EQUAL),
                    ("occupation", RangeOperators.EQUAL),
                    ("form", RangeOperators.EQUAL),
                    (date_range("valid_from", "valid_to"), RangeOperators.OVERLAPS),
                ],
                violation_error_message=_("Det finnes allerede krav for disse arbeidsgiverne i perioden."),
            ),
        ]

    def __str__(self):
        return f"{self.segment}: {self.get_form_display()}"

    def get_absolute_url(self) -> str:
        return reverse("courses:hiring_detail", args=[self.public_id])

    def clean(self):
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("Sluttdato kan ikke være før startdato.")})


@track()
class LabourDemand(models.Model):
    """Openings and unemployed per occupation, county and month (C5); imported from CSV."""

    occupation = models.ForeignKey(Occupation, on_delete=models.PROTECT, related_name="+")
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+")
    month = models.DateField(_("måned"))
    openings = models.PositiveIntegerField(_("ledige stillinger"))
    unemployed = models.PositiveIntegerField(_("arbeidsledige"))

    objects = OpenToNavQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["occupation", "county", "month"], name="labourdemand_once"),
            models.CheckConstraint(name="labourdemand_first_of_month", condition=Q(month__day=1)),
        ]
