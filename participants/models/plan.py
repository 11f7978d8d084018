"""The plan (P8): ordered steps, goals beyond work, a plan B, and who does what by when."""

from django.db import models
from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.fields import PublicIdModel
from amo.history import track
from amo.models import Membership, Occupation, Provider
from participants.models.access import AccessGrant
from participants.models.mapping import MappingQuerySet
from participants.models.participant import Participant

STEP_TASK = "plan-step-"
"""What the dedupe key of a step's task begins with."""

PLAN_TASK = "plan"
"""Kind of the task to make a plan: it is done by making one, and in no other way (P7)."""


@track()
class Plan(PublicIdModel):
    """Versioned: a change is a new plan with the steps carried over, so that what a decision rested on stays."""

    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="plans")
    number = models.PositiveIntegerField(_("versjon"))
    is_current = models.BooleanField(default=True)
    goal = models.CharField(_("mål"), max_length=200)
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("yrke")
    )
    beyond_work = models.TextField(_("mål utover jobb"), max_length=1000, blank=True)
    plan_b = models.TextField(_("plan B"), max_length=1000, blank=True)
    review_on = models.DateField(_("ses på igjen"), null=True, blank=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = MappingQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "number"], name="plan_number_once"),
            models.UniqueConstraint(fields=["participant"], condition=Q(is_current=True), name="plan_one_current"),
        ]

    def __str__(self):
        return self.goal


class PlanStepQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """As its plan; a provider the steps of the plan in force shared with it, while it has the course view of her."""
        if membership is not None and membership.is_provider:
            granted = AccessGrant.objects.active_on(on or clock.today()).given_to(membership)
            granted = granted.filter(level=AccessGrant.Level.COURSE)
            return self.filter(
                plan__is_current=True,
                shared_with=membership.provider_id,
                plan__participant__in=granted.values("participant"),
            )
        return self.filter(plan__in=Plan.objects.visible_to(membership, on))

    def open(self):
        return self.filter(done_on=None)


@track()
class PlanStep(PublicIdModel):
    """One step: what, who, by when, and the day it was done."""

    class Responsible(models.TextChoices):
        PARTICIPANT = "participant", _("Brukeren selv")
        CASEWORKER = "caseworker", _("Veileder")
        OFFICE = "office", _("Nav-kontoret")
        OTHER = "other", _("Noen andre")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="steps")
    rank = models.PositiveSmallIntegerField()
    what = models.CharField(_("steg"), max_length=200)
    occupation = models.ForeignKey(
        Occupation, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("yrke")
    )
    responsible = models.CharField(_("hvem"), max_length=12, choices=Responsible, default=Responsible.PARTICIPANT)
    responsible_name = models.CharField(_("hvem da"), max_length=100, blank=True)
    by_when = models.DateField(_("innen"), null=True, blank=True)
    # One provider and not a yes or no: what she has agreed to share with one is not shared with the next (06-access).
    shared_with = models.ForeignKey(
        Provider,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("delt med kursleverandør"),
    )
    done_on = models.DateField(_("gjort"), null=True, blank=True)
    done_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    objects = PlanStepQuerySet.as_manager()

    class Meta:
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "rank"], name="planstep_rank_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                name="planstep_other_is_named",
                condition=~Q(responsible="other") | ~Q(responsible_name=""),
                violation_error_message=_("Skriv hvem som gjør dette."),
            ),
        ]

    def __str__(self):
        return self.what

    @property
    def task_key(self) -> str:
        """The dedupe key of the task that goes with a step NAV has taken on."""
        return f"{STEP_TASK}{self.public_id}"

    @property
    def is_navs(self) -> bool:
        """Whether NAV is to do it: then it is a task with an owner and a due date (P9)."""
        return self.responsible in (self.Responsible.CASEWORKER, self.Responsible.OFFICE)

    @property
    def shared_label(self) -> str:
        """ "Delt med Solvang kurs", or empty."""
        return gettext("Delt med %(provider)s") % {"provider": self.shared_with} if self.shared_with else ""

    @property
    def done_label(self) -> str:
        """ "Gjort 3. mai 2026", or empty."""
        return _done_on(self.done_on) if self.done_on else ""

    @property
    def who(self) -> str:
        """Who does it, for a reader."""
        if self.responsible == self.Responsible.OTHER:
            return self.responsible_name
        return str(self.get_responsible_display())

    @property
    def who_to_her(self) -> str:
        """Who does it, on a sheet that speaks to the person herself."""
        return gettext("Du") if self.responsible == self.Responsible.PARTICIPANT else self.who


def _done_on(day) -> str:
    return gettext("Gjort %(day)s") % {"day": date_format(day)}
