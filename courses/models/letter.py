"""Decision letters, and the right of appeal they tell of (A5)."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from amo import clock
from amo.fields import PublicIdModel, VersionedModel
from amo.history import track
from amo.models import Membership, Role
from courses.models.allocation import AllocationDecision
from courses.models.application import Offer, Wish
from courses.models.enrolment import Enrolment
from courses.models.intake import Intake
from participants.models import Participant

MAX_WEEKS = 52


class LetterRuleQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """No case data: NAV reads them, and the administrator who keeps them too."""
        return self if membership and (membership.is_nav or membership.role == Role.ADMINISTRATOR) else self.none()


@track()
class LetterRule(models.Model):
    """Whether a kind of decision may be appealed, within how many weeks, and the words of it. One for the whole country.

    In force on a day: the one in use whose day came last. One in use is never changed: a new number is added.
    """

    class DecisionType(models.TextChoices):
        COMMON_START = "common_start", _("Plass på kurs med felles oppstart")
        PARTICIPATION_END = "participation_end", _("Deltakelse som avsluttes")
        OTHER_MEASURE = "other_measure", _("Andre tiltak")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Utkast")
        IN_USE = "in_use", _("Tatt i bruk")
        DISCARDED = "discarded", _("Forkastet")

    decision_type = models.CharField(_("slags vedtak"), max_length=20, choices=DecisionType)
    number = models.PositiveIntegerField(_("nummer"))
    appealable = models.BooleanField(_("kan klages på"))
    weeks = models.PositiveSmallIntegerField(_("klagefrist i uker"), null=True, blank=True)
    text_nb = models.TextField(_("tekst på bokmål"), max_length=1200)
    text_nn = models.TextField(_("tekst på nynorsk"), max_length=1200)
    law_reference = models.CharField(_("lovhjemmel"), max_length=200, blank=True)
    # Nobody with legal training has confirmed it yet: whoever sends a letter that rests on it is told.
    must_be_confirmed = models.BooleanField(_("må bekreftes juridisk"), default=False)
    valid_from = models.DateField(_("gjelder fra"))
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    note = models.CharField(_("hvorfor"), max_length=300, blank=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(null=True, blank=True)
    approved_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)

    objects = LetterRuleQuerySet.as_manager()

    class Meta:
        ordering = ["decision_type", "-number"]
        verbose_name = _("klageregel")
        constraints = [
            models.UniqueConstraint(fields=["decision_type", "number"], name="letterrule_once"),
            models.CheckConstraint(
                name="letterrule_weeks_when_appealable",
                condition=Q(appealable=True, weeks__gte=1, weeks__lte=MAX_WEEKS) | Q(appealable=False, weeks=None),
                violation_error_message=_(
                    "Skriv klagefristen i uker når vedtaket kan klages på, og la den stå tom ellers."
                ),
            ),
            models.CheckConstraint(
                name="letterrule_second_person",
                condition=Q(created_by=None) | Q(approved_by=None) | ~Q(approved_by=F("created_by")),
                violation_error_message=_("Den som laget utkastet, kan ikke ta det i bruk selv."),
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="in_use_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status="in_use"),
            )
        ]

    def __str__(self):
        return _("%(kind)s, versjon %(number)d") % {"kind": self.get_decision_type_display(), "number": self.number}

    def get_absolute_url(self):
        return reverse("courses:letter_rule_detail", args=[self.pk])


class DecisionLetterQuerySet(models.QuerySet):
    def visible_to(self, membership, on=None):
        """NAV's, of persons it may open: a letter of a protected person is not even counted elsewhere (06-access).

        County staff those about their own county's courses; never a provider.
        """
        if membership is None or not membership.is_nav:
            return self.none()
        found = self.filter(participant__in=Participant.objects.openable_by(membership, on))
        if membership.role == Role.COUNTY_STAFF:
            found = found.filter(intake__contract__concept__county=membership.county_id)
        return found

    def for_content(self):
        """With all that a letter's text is made from: three queries for any number."""
        found = self.select_related(
            "participant__office",
            "participant__caseworker__user",
            "intake__contract__concept",
            "intake__contract__provider",
            "intake__ending",
            "offer",
            "wish__application",
            "enrolment",
            "decision__run__policy",
            "corrects",
            "rule",
            "sent_by__user",
        )
        # What a run rested on is as large as the round.
        return found.defer("decision__run__inputs").prefetch_related("wish__application__wishes")


@track()
class DecisionLetter(PublicIdModel, VersionedModel):
    """A letter about one decision. A draft is written from the decision itself; once sent it never changes.

    `content` is what the sent letter says, `content_hash` its SHA-256, `rule` the right of appeal it told of.
    """

    class Kind(models.TextChoices):
        OFFER = "offer", _("Tilbud om plass")
        REFUSAL = "refusal", _("Avslag")
        END = "end", _("Deltakelsen er slutt")

    class Status(models.TextChoices):
        DRAFT = "draft", _("Til sending")
        SENT = "sent", _("Sendt")
        DISCARDED = "discarded", _("Ikke sendt")

    class Channel(models.TextChoices):
        NONE = "", ""
        HANDED_OVER = "handed_over", _("Levert i et møte")
        POSTED = "posted", _("Sendt i posten")
        OWN_SYSTEM = "own_system", _("Sendt digitalt fra Navs eget system")

    participant = models.ForeignKey(Participant, on_delete=models.PROTECT, related_name="decision_letters")
    kind = models.CharField(_("slags brev"), max_length=10, choices=Kind)
    intake = models.ForeignKey(Intake, on_delete=models.PROTECT, related_name="decision_letters")
    wish = models.ForeignKey(Wish, on_delete=models.PROTECT, null=True, blank=True, related_name="letters")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, null=True, blank=True, related_name="letters")
    enrolment = models.ForeignKey(Enrolment, on_delete=models.PROTECT, null=True, blank=True, related_name="letters")
    decision = models.ForeignKey(
        AllocationDecision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name=_("avgjørelse i tildelingen"),
    )
    decided_on = models.DateField(_("avgjort"))
    language = models.CharField(_("målform"), max_length=2, choices=Participant.WrittenForm)
    own_words = models.CharField(_("veilederens egen setning"), max_length=300, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.DRAFT)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by", verbose_name=_("retter")
    )
    correction_reason = models.CharField(_("hva som er rettet"), max_length=300, blank=True)
    discard_reason = models.CharField(_("hvorfor brevet ikke sendes"), max_length=300, blank=True)
    rule = models.ForeignKey(
        LetterRule, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("klageregel")
    )
    content = models.JSONField(_("innhold"), default=dict, blank=True)
    content_hash = models.CharField(_("kontrollsum"), max_length=64, blank=True)
    channel = models.CharField(_("levert"), max_length=12, choices=Channel, blank=True, default=Channel.NONE)
    sent_on = models.DateField(_("sendt dato"), null=True, blank=True)
    sent_at = models.DateTimeField(_("registrert sendt"), null=True, blank=True)
    sent_by = models.ForeignKey(
        Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("sendt av")
    )
    # Letters that were sent together are printed together.
    batch = models.UUIDField(_("utsending"), null=True, blank=True, db_index=True)
    created_by = models.ForeignKey(Membership, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField()

    objects = DecisionLetterQuerySet.as_manager()

    class Meta:
        ordering = ["decided_on", "pk"]
        verbose_name = _("vedtaksbrev")
        constraints = [
            models.CheckConstraint(
                name="decisionletter_has_its_decision",
                condition=Q(kind="offer", offer__isnull=False, wish__isnull=False, enrolment=None)
                | Q(kind="refusal", wish__isnull=False, offer=None, enrolment=None)
                | Q(kind="end", enrolment__isnull=False, offer=None),
            ),
            models.CheckConstraint(
                name="decisionletter_sent_is_whole",
                condition=~Q(status="sent")
                | (
                    Q(sent_on__isnull=False, sent_at__isnull=False, sent_by__isnull=False, rule__isnull=False)
                    & ~Q(channel="")
                    & ~Q(content_hash="")
                ),
                violation_error_message=_("Et sendt brev må ha dato, avsender og måten det ble levert på."),
            ),
            models.CheckConstraint(
                name="decisionletter_discarded_has_a_reason",
                condition=~Q(status="discarded") | ~Q(discard_reason=""),
                violation_error_message=_("Skriv hvorfor brevet ikke skal sendes."),
            ),
            models.CheckConstraint(
                name="decisionletter_correction_says_what",
                condition=Q(corrects=None) | ~Q(correction_reason=""),
                violation_error_message=_("Skriv hva som er rettet."),
            ),
            *(
                models.UniqueConstraint(
                    fields=[source],
                    condition=Q(kind=kind, corrects=None) & ~Q(status="discarded"),
                    name=f"decisionletter_once_per_{source}",
                    violation_error_message=_("Det finnes allerede et brev om denne avgjørelsen."),
                )
                for kind, source in (("offer", "offer"), ("refusal", "wish"), ("end", "enrolment"))
            ),
            models.UniqueConstraint(
                fields=["corrects"],
                condition=~Q(status="discarded"),
                name="decisionletter_corrected_once",
                violation_error_message=_("Brevet er allerede rettet. Rett det nyeste brevet."),
            ),
        ]
        indexes = [models.Index(fields=["participant", "status"], name="decisionletter_person")]
        triggers = [
            pgtrigger.Protect(
                name="sent_stays",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__status="sent"),
            )
        ]

    def __str__(self):
        return self.reference

    @property
    def label(self) -> str:
        """What kind of letter it is, in a list: that a class is called off is no refusal of hers. With the intake read."""
        if self.kind == self.Kind.REFUSAL and self.intake.status == Intake.Status.CALLED_OFF:
            return str(_("Kurset er avlyst"))
        return self.get_kind_display()

    @property
    def reference(self) -> str:
        """What the letter is called in writing: "2026-000123"."""
        return f"{timezone.localtime(self.created_at, clock.OSLO).year}-{self.pk:06d}"

    def get_absolute_url(self):
        return reverse("courses:letter_detail", args=[self.public_id])

    def as_text(self) -> str:
        """All that a sent letter says, in one text; "" for a draft, which says nothing yet. For the person's print-out."""
        if not self.content:
            return ""
        parts = [self.content["title"], *self.content["notes"]]
        for section in self.content["sections"]:
            parts.append(f"{section['heading']}: {' '.join(section['paragraphs'])}")
            parts += [f"{label}: {value}" for label, value in section["facts"]]
        return "\n".join([*parts, *self.content["signature"]])
