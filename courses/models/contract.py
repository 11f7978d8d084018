"""The contract with a provider: period, tender milestones, places bought (C2). Its records: contract_records.py."""

from itertools import pairwise

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Provider
from courses.models.catalogue import Concept


class ContractQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        if membership is None:
            return self.none()
        if membership.is_nav:
            return self
        # A tender that is under way is not the provider's before the contract is in force.
        own = self.filter(provider=membership.provider_id).exclude(status=Contract.Status.DRAFT)
        return own if membership.is_provider else self.none()

    def editable_by(self, membership):
        """County staff keep their own county's."""
        return self.filter(concept__county=membership.county_id) if membership and membership.county_id else self.none()


def _in_order(first: str, last: str) -> Q:
    """Two milestones of a tender, as far as they are known."""
    return Q(**{f"{first}__isnull": True}) | Q(**{f"{last}__isnull": True}) | Q(**{f"{last}__gte": F(first)})


@track()
class Contract(PublicIdModel, VersionedModel):
    """Provider × concept × period, with tender milestones (C2)."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("Utkast")
        ACTIVE = "active", _("Aktiv")
        ENDED = "ended", _("Avsluttet")
        CANCELLED = "cancelled", _("Avbrutt")

    number = models.CharField(_("avtalenummer"), max_length=30, unique=True)
    # Not known while the tender runs.
    provider = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="contracts",
        verbose_name=_("kursleverandør"),
    )
    concept = models.ForeignKey(Concept, on_delete=models.PROTECT, related_name="contracts", verbose_name=_("kurs"))
    # What was bought; empty as long as the concept has not been changed since (`pin`).
    concept_version = models.ForeignKey(
        "courses.ConceptVersion", on_delete=models.PROTECT, null=True, blank=True, related_name="contracts"
    )
    starts_on = models.DateField(_("fra"))
    ends_on = models.DateField(_("til"))
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    announced_on = models.DateField(_("kunngjort"), null=True, blank=True)
    deadline_on = models.DateField(_("tilbudsfrist"), null=True, blank=True)
    awarded_on = models.DateField(_("tildelt"), null=True, blank=True)
    options_used = models.PositiveSmallIntegerField(_("opsjoner brukt"), default=0)
    places_bought = models.PositiveSmallIntegerField(_("kjøpte plasser"), default=0)
    price_model = models.CharField(_("prismodell"), max_length=100, blank=True)
    introductory_weeks = models.PositiveSmallIntegerField(_("innledende uker"), default=4)
    cancelled_on = models.DateField(_("avbrutt"), null=True, blank=True)
    cancel_reason = models.CharField(
        _("hvorfor avtalen ble avbrutt"), max_length=300, blank=True, default="", db_default=""
    )

    objects = ContractQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        verbose_name = _("avtale")
        constraints = [
            models.CheckConstraint(
                name="contract_ends_after_start",
                condition=Q(ends_on__gte=F("starts_on")),
                violation_error_message=_("Sluttdato kan ikke være før startdato."),
            ),
            models.CheckConstraint(
                name="contract_milestones_in_order",
                condition=_in_order("announced_on", "deadline_on")
                & _in_order("deadline_on", "awarded_on")
                & _in_order("announced_on", "awarded_on")
                & _in_order("awarded_on", "starts_on")
                & _in_order("deadline_on", "starts_on")
                & _in_order("announced_on", "starts_on"),
                violation_error_message=_("Datoene må komme i rekkefølge: kunngjort, tilbudsfrist, tildelt, start."),
            ),
            models.CheckConstraint(
                name="contract_in_force_has_provider",
                condition=Q(status__in=["draft", "cancelled"]) | Q(provider__isnull=False),
                violation_error_message=_("Velg kursleverandøren før avtalen settes i kraft."),
            ),
        ]

    def __str__(self):
        return self.number

    def get_absolute_url(self) -> str:
        return reverse("courses:contract_detail", args=[self.public_id])

    def clean(self):
        """The milestones in their order, each refused at its own field."""
        errors = {}
        stops = [(name, getattr(self, name)) for name in ("announced_on", "deadline_on", "awarded_on", "starts_on")]
        known = [(name, day) for name, day in stops if day]
        for (_name, before), (name, day) in pairwise(known):
            if day < before:
                errors[name] = _("Datoen kan ikke være før steget foran, %(day)s.") % {"day": date_format(before)}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("Sluttdato kan ikke være før startdato.")
        if errors:
            raise ValidationError(errors)
