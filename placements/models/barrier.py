"""What stands in the way: barriers passed on to an owner, and reports of discrimination (L9, L10, R11)."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from amo.fields import PublicIdModel, VersionedModel, search_column
from amo.history import track
from amo.models import County, Membership, Office, Provider, Role
from courses.models import Concept, Intake
from participants.models import Participant
from placements.models.employer import Employer


class BarrierQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """County staff their county's; others what their own side reported, owns, or was asked about.

        A barrier names no person: who it is about stands on the report, which has its own scope.
        """
        if membership is None or membership.role == Role.ADMINISTRATOR:
            return self.none()
        if membership.county_id:
            return self.filter(county=membership.county_id)
        if membership.provider_id:
            own = Q(owner_provider=membership.provider_id)
            side = Q(reported_by__provider=membership.provider_id)
        else:
            own = Q(owner_office=membership.office_id)
            side = Q(reported_by__office=membership.office_id)
        reported = BarrierReport.objects.filter(side).values("barrier")
        return self.filter(own | Q(owner=membership.pk) | Q(pk__in=reported))


@track()
class Barrier(PublicIdModel, VersionedModel):
    """Something that keeps people from work, with one owner who takes it on, answers and closes (L9).

    The same barrier from many is one, with a report each.
    """

    class Level(models.TextChoices):
        PERSON = "person", _("Personen")
        COURSE = "course", _("Kurset")
        EMPLOYER = "employer", _("Arbeidsgiveren")
        MATCHING = "matching", _("Koblingen mellom person, kurs og jobb")
        RULES = "rules", _("Regelverk og ordninger")

    class Status(models.TextChoices):
        REPORTED = "reported", _("Meldt")
        TAKEN_ON = "taken_on", _("Under arbeid")
        SOLVED = "solved", _("Løst")
        NOT_HERE = "not_here", _("Kan ikke løses her")

    OPEN = (Status.REPORTED, Status.TAKEN_ON)

    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", editable=False)
    level = models.CharField(_("hva gjelder det"), max_length=10, choices=Level)
    what = models.CharField(_("hva som står i veien"), max_length=150)
    what_search = search_column("what")
    concept = models.ForeignKey(
        Concept, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("kurs")
    )
    intake = models.ForeignKey(
        Intake, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    employer = models.ForeignKey(
        Employer, on_delete=models.PROTECT, null=True, blank=True, related_name="barriers",
        verbose_name=_("arbeidsgiver"),
    )  # fmt: skip
    status = models.CharField(max_length=10, choices=Status, default=Status.REPORTED)
    owner = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_provider = models.ForeignKey(Provider, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_county = models.ForeignKey(County, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    taken_on_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    taken_on_at = models.DateTimeField(null=True, blank=True, editable=False)
    answer = models.CharField(_("svar"), max_length=1000, blank=True)
    closed_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    closed_at = models.DateTimeField(null=True, blank=True, editable=False)
    # Two that turned out to be one: the reports went to the other.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(editable=False)

    objects = BarrierQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-pk"]
        verbose_name = _("barriere")
        indexes = [models.Index(fields=["county", "level", "created_at"], name="barrier_of_county")]
        constraints = [
            models.CheckConstraint(
                name="barrier_exactly_one_owner",
                condition=(
                    Q(owner__isnull=False, owner_office=None, owner_provider=None, owner_county=None)
                    | Q(owner=None, owner_office__isnull=False, owner_provider=None, owner_county=None)
                    | Q(owner=None, owner_office=None, owner_provider__isnull=False, owner_county=None)
                    | Q(owner=None, owner_office=None, owner_provider=None, owner_county__isnull=False)
                ),
                violation_error_message=_("En barriere skal ha én eier."),
            ),
            models.CheckConstraint(
                name="barrier_closed_has_answer",
                condition=~Q(status__in=["solved", "not_here"]) | (~Q(answer="") & Q(closed_at__isnull=False)),
                violation_error_message=_("Skriv et svar før barrieren lukkes."),
            ),
        ]

    def __str__(self):
        return self.what


class BarrierReportQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Reports of barriers in scope; one about a person only to who may see her."""
        found = self.filter(barrier__in=Barrier.objects.visible_to(membership, on))
        if membership is None:
            return found.none()
        seen = Participant.objects.visible_to(membership, on)
        return found.filter(Q(participant=None) | Q(participant__in=seen))


@track()
class BarrierReport(PublicIdModel):
    """One report of a barrier: who, when, about whom, in a sentence."""

    barrier = models.ForeignKey(Barrier, on_delete=models.PROTECT, related_name="reports", verbose_name=_("barriere"))
    participant = models.ForeignKey(
        Participant, on_delete=models.PROTECT, null=True, blank=True, related_name="barrier_reports"
    )
    text = models.CharField(_("kort om det"), max_length=300, blank=True)
    reported_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, related_name="+", editable=False, verbose_name=_("meldt av")
    )
    reported_at = models.DateTimeField(_("meldt"), editable=False)
    # When the reporter has read the answer, so that "new answer" is shown once.
    answer_seen_at = models.DateTimeField(_("svaret er lest"), null=True, blank=True, editable=False)

    objects = BarrierReportQuerySet.as_manager()

    class Meta:
        ordering = ["-reported_at", "-pk"]
        verbose_name = _("melding om barriere")


@track()
class BarrierStep(PublicIdModel):
    """What was done with a barrier, by whom and why: taken on, handed over, answered, opened again, merged (L9)."""

    class Kind(models.TextChoices):
        TAKEN_ON = "taken_on", _("Under arbeid")
        HANDED_OVER = "handed_over", _("Gitt videre")
        CLOSED = "closed", _("Lukket")
        REOPENED = "reopened", _("Åpnet igjen")
        MERGED = "merged", _("Slått sammen med en annen")

    barrier = models.ForeignKey(Barrier, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12, choices=Kind)
    text = models.CharField(max_length=1000, blank=True)
    by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    at = models.DateTimeField(editable=False)

    class BarrierStepQuerySet(models.QuerySet):
        def visible_to(self, membership, on=None):
            return self.filter(barrier__in=Barrier.objects.visible_to(membership, on))

    objects = BarrierStepQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = _("hva som er gjort")


class DiscriminationReportQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """Read by the county's staff and nobody else, not by who wrote it either (L10)."""
        if membership is None or membership.role != Role.COUNTY_STAFF:
            return self.none()
        return self.filter(county=membership.county_id)

    def outcomes_for(self, membership):
        """What the one who reported may know afterwards: when, whom and what was decided. Never a text."""
        own = self.filter(reported_by=membership.pk).order_by("-reported_at", "-pk")
        return own.values("public_id", "employer__name", "employer__public_id", "reported_at", "decision", "decided_at")

    def in_force(self):
        """Those that keep the employer paused: not decided yet, or decided that way."""
        return self.filter(decision__in=DiscriminationReport.PAUSES)


@track()
class DiscriminationReport(PublicIdModel, VersionedModel):
    """An employer's wish about who people are, kept here and nowhere else, for county staff to decide on (L10)."""

    class Decision(models.TextChoices):
        OPEN = "", _("Ikke avgjort")
        RESUME = "resume", _("Samarbeidet fortsetter")
        STAY_PAUSED = "stay_paused", _("Ikke flere praksisplasser her")

    PAUSES = (Decision.OPEN, Decision.STAY_PAUSED)

    class HeardBy(models.TextChoices):
        MYSELF = "myself", _("Jeg")
        COLLEAGUE = "colleague", _("En kollega")
        PARTICIPANT = "participant", _("Deltakeren")
        OTHER = "other", _("Noen andre")

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="discrimination_reports")
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+", editable=False)
    what = models.TextField(_("hva arbeidsgiveren sa eller gjorde"), max_length=2000)
    heard_by = models.CharField(
        _("hvem som hørte eller så det"),
        max_length=12,
        choices=HeardBy,
        default=HeardBy.MYSELF,
        db_default=HeardBy.MYSELF,
    )
    reported_by = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="+", editable=False)
    reported_at = models.DateTimeField(editable=False)
    decision = models.CharField(_("avgjørelse"), max_length=12, choices=Decision, blank=True, default="")
    decision_reason = models.CharField(_("begrunnelse"), max_length=1000, blank=True)
    decided_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = DiscriminationReportQuerySet.as_manager()

    class Meta:
        ordering = ["-reported_at", "-pk"]
        verbose_name = _("melding om diskriminering")
        constraints = [
            models.CheckConstraint(
                name="discriminationreport_decided_with_reason",
                condition=Q(decision="")
                | (~Q(decision_reason="") & Q(decided_by__isnull=False, decided_at__isnull=False)),
                violation_error_message=_("Skriv hvorfor, før saken avgjøres."),
            )
        ]
