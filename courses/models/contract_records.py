"""What belongs to a contract (C2): its options, notices before it expires, places beyond it, and hand-overs."""

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Role
from courses.models.contract import Contract
from courses.models.intake import Intake


class OfContractQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As its contract."""
        return self.filter(contract__in=Contract.objects.visible_to(membership, on))


@track()
class ContractOption(models.Model):
    """A right to extend a contract, to be used within a day. Using it moves the contract's last day."""

    class Status(models.TextChoices):
        OPEN = "open", _("Ikke avgjort")
        USED = "used", _("Brukt")
        NOT_USED = "not_used", _("Ikke brukt")

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="options")
    number = models.PositiveSmallIntegerField(_("opsjon"), validators=[MinValueValidator(1)])
    months = models.PositiveSmallIntegerField(_("måneder"), validators=[MinValueValidator(1)])
    use_by = models.DateField(_("siste dag å bruke den"))
    status = models.CharField(max_length=10, choices=Status, default=Status.OPEN)
    decided_on = models.DateField(_("avgjort"), null=True, blank=True)
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(_("begrunnelse"), max_length=300, blank=True)
    # The contract's last day before and after the option was used.
    ended_before = models.DateField(null=True, blank=True)
    extends_to = models.DateField(null=True, blank=True)

    objects = OfContractQuerySet.as_manager()

    class Meta:
        ordering = ["contract", "number"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "number"], name="contractoption_once"),
            models.CheckConstraint(
                name="contractoption_has_months",
                condition=Q(months__gt=0),
                violation_error_message=_("En opsjon varer minst én måned."),
            ),
            models.CheckConstraint(
                name="contractoption_decided_by_somebody",
                condition=Q(status="open") | Q(decided_on__isnull=False, decided_by__isnull=False),
                violation_error_message=_("En opsjon som er avgjort, må ha dato og hvem som avgjorde."),
            ),
            models.CheckConstraint(
                name="contractoption_used_extends",
                condition=~Q(status="used") | Q(extends_to__gt=F("ended_before")),
                violation_error_message=_("En opsjon som er brukt, må forlenge avtalen."),
            ),
        ]

    def __str__(self):
        return str(self.number)


@track()
class ContractNotice(models.Model):
    """The county was told that a contract expires, once per threshold and last day."""

    class Kind(models.TextChoices):
        EIGHT_MONTHS = "8m", _("8 måneder før")
        SIX_MONTHS = "6m", _("6 måneder før")
        THREE_MONTHS = "3m", _("3 måneder før")
        FOURTEEN_DAYS = "14d", _("14 dager før")

    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=3, choices=Kind)
    ends_on = models.DateField()
    sent_on = models.DateField()

    objects = OfContractQuerySet.as_manager()

    class Meta:
        ordering = ["contract", "sent_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["contract", "kind", "ends_on"], name="contractnotice_once"),
        ]

    def __str__(self):
        return self.get_kind_display()


@track()
class PlacesBeyond(models.Model):
    """Places of an intake beyond what its contract had bought, with the written reason."""

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="places_beyond")
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="places_beyond")
    places = models.PositiveSmallIntegerField(_("plasser"))
    reason = models.CharField(_("begrunnelse"), max_length=300)
    decided_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()

    objects = OfContractQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="placesbeyond_has_reason",
                condition=~Q(reason="") & Q(places__gt=0),
                violation_error_message=_("Skriv hvorfor det avropes flere plasser enn avtalen har."),
            )
        ]

    def __str__(self):
        return self.reason


class HandoverQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """All of NAV; a provider lead the confirmed ones to or from her provider."""
        if membership is None:
            return self.none()
        if membership.is_nav:
            return self
        if membership.role != Role.PROVIDER_LEAD:
            return self.none()
        own = Q(from_contract__provider=membership.provider_id) | Q(to_contract__provider=membership.provider_id)
        return self.filter(own, status__in=[Handover.Status.PLANNED, Handover.Status.DONE])

    def done(self):
        return self.filter(status=Handover.Status.DONE)

    def with_names(self):
        return self.select_related(
            "from_contract__provider", "from_contract__concept", "to_contract__provider", "to_contract__concept"
        )


@track()
class Handover(PublicIdModel, VersionedModel):
    """Intakes that go from one contract to another on a day, with everybody who is on them that day (C2).

    `intakes` while a draft or planned: those chosen; when done: those that went.
    """

    class Status(models.TextChoices):
        DRAFT = "draft", _("Utkast")
        PLANNED = "planned", _("Planlagt")
        DONE = "done", _("Gjennomført")
        CANCELLED = "cancelled", _("Avlyst")

    from_contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="handovers_from")
    to_contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="handovers_to")
    intakes = models.ManyToManyField(Intake, related_name="handovers", verbose_name=_("kurs"))
    day = models.DateField(_("første dag hos ny leverandør"))
    reason = models.CharField(_("hvorfor"), max_length=300)
    status = models.CharField(max_length=10, choices=Status, default=Status.DRAFT)
    made_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    class Meta:
        ordering = ["-day", "-pk"]
        verbose_name = _("overføring")
        constraints = [
            models.CheckConstraint(
                name="handover_between_two_contracts",
                condition=~Q(from_contract=F("to_contract")),
                violation_error_message=_("Velg en annen avtale enn den kursene går fra."),
            ),
            models.CheckConstraint(
                name="handover_done_has_time",
                condition=~Q(status="done") | Q(done_at__isnull=False),
                violation_error_message=_("En gjennomført overføring må ha et tidspunkt."),
            ),
        ]
        indexes = [models.Index(fields=["status", "day"], name="handover_status_day")]

    def __str__(self):
        return f"{self.from_contract} → {self.to_contract}"

    def get_absolute_url(self) -> str:
        return reverse("courses:handover_detail", args=[self.public_id])

    def clean(self):
        if self.from_contract_id and self.from_contract_id == self.to_contract_id:
            raise ValidationError({"to_contract": _("Velg en annen avtale enn den kursene går fra.")})
