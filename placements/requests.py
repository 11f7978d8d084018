"""What is known of requests: places in queues, how many are out, and what an employer's day looks like (L2)."""

from dataclasses import dataclass

from django.db.models import Count, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from amo import clock
from amo.models import Membership
from participants.models import Participant
from placements.models import Employer, PlacementRequest
from placements.protection import unprotected
from placements.slots import with_places

Status = PlacementRequest.Status
STRICTLY = Participant.AddressProtection.STRICTLY_CONFIDENTIAL
COLORS = {
    Status.QUEUED: "planned",
    Status.ASKED: "on_course",
    Status.YES: "success",
    Status.NO: "danger",
    Status.NO_ANSWER: "neutral",
    Status.WITHDRAWN: "neutral",
}


def with_queue_place(requests: QuerySet) -> QuerySet:
    """Requests with `queue_place`: 1 is next at its employer; None for those that do not queue. In the same query."""
    before = Q(queued_at__lt=OuterRef("queued_at")) | Q(queued_at=OuterRef("queued_at"), pk__lte=OuterRef("pk"))
    ahead = (
        PlacementRequest.objects.filter(before, employer=OuterRef("employer"), status=OuterRef("status"))
        .filter(status=Status.QUEUED)
        .exclude(participant__address_protection=STRICTLY)
        .order_by()
        .values("employer")
        .annotate(count=Count("pk"))
        .values("count")
    )
    return requests.annotate(queue_place=Subquery(ahead))


def count_of(status: str, **outer: str):
    """How many requests of one status an outer row has, without strictly confidential persons: count_of("no", employer="pk")."""
    rows = PlacementRequest.objects.filter(status=status, **{name: OuterRef(key) for name, key in outer.items()})
    name = next(iter(outer))
    rows = rows.exclude(participant__address_protection=STRICTLY).order_by().values(name)
    counted = rows.annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def with_requests(employers: QuerySet) -> QuerySet:
    """Employers with today's places, `asked_count` and `queued_count`, in the same query."""
    return with_places(employers, clock.today()).annotate(
        asked_count=count_of(Status.ASKED, employer="pk"), queued_count=count_of(Status.QUEUED, employer="pk")
    )


@dataclass(frozen=True)
class Shown:
    """One who has agreed that the employer is told her first name and phone."""

    first_name: str
    phone: str
    participant: Participant


@dataclass(frozen=True)
class EmployerDay:
    """Who asks one employer now, as far as one membership may tell it.

    named: those who have agreed. unnamed: how many more of the membership's own. elsewhere: of other classes.
    """

    employer: Employer
    slots: int
    named: tuple[Shown, ...]
    unnamed: int
    elsewhere: int

    @property
    def own(self) -> int:
        return len(self.named) + self.unnamed

    @property
    def asking(self) -> int:
        return self.own + self.elsewhere

    @property
    def headline(self) -> str:
        """ "Fire spør, dere har to plasser."."""
        asking = ngettext("%(count)s spør", "%(count)s spør", self.asking) % {"count": _in_words(self.asking)}
        if not self.slots:
            return _("%(asking)s, dere tar ikke imot noen nå.") % {"asking": _capital(asking)}
        places = ngettext("dere har %(count)s plass", "dere har %(count)s plasser", self.slots)
        places %= {"count": _in_words(self.slots)}
        return _("%(asking)s, %(places)s.") % {"asking": _capital(asking), "places": places}

    @property
    def more(self) -> str:
        """ "Én deltaker til": those who are not named."""
        if not self.unnamed:
            return ""
        if not self.named:
            text = ngettext("%(count)s deltaker", "%(count)s deltakere", self.unnamed)
        else:
            text = ngettext("%(count)s deltaker til", "%(count)s deltakere til", self.unnamed)
        return _capital(text % {"count": _in_words(self.unnamed)})

    @property
    def others(self) -> str:
        """Those of other classes than the reader's, by number."""
        if not self.elsewhere:
            return ""
        text = ngettext("%(count)s deltaker fra et annet kurs", "%(count)s deltakere fra andre kurs", self.elsewhere)
        return _capital(text % {"count": _in_words(self.elsewhere)})


def employer_day(employer: Employer, membership: Membership) -> EmployerDay:
    """Who asks today. Protected persons and those the membership may not open are not in it, by name or number.

    Three queries. `own` is 0 for one of whose classes nobody asks there.
    """
    asked = PlacementRequest.objects.filter(employer=employer, status=Status.ASKED)
    asked = unprotected(asked)
    openable = Participant.objects.openable_by(membership)
    own = asked.visible_to(membership).filter(participant__in=openable).select_related("participant")
    own = list(own.order_by("asked_on", "queued_at", "pk"))
    named = [
        Shown(row.participant.first_name, row.participant.phone, row.participant) for row in own if row.consented_on
    ]
    slots = with_places(Employer.objects.filter(pk=employer.pk), clock.today()).get().agreed_slots
    total = asked.count()
    return EmployerDay(employer, slots, tuple(named), len(own) - len(named), total - len(own))


def _in_words(number: int) -> str:
    """Numbers to twelve in words, as in running text."""
    words = (
        pgettext("number", "ingen"), pgettext("number", "én"), pgettext("number", "to"), pgettext("number", "tre"),
        pgettext("number", "fire"), pgettext("number", "fem"), pgettext("number", "seks"), pgettext("number", "sju"),
        pgettext("number", "åtte"), pgettext("number", "ni"), pgettext("number", "ti"), pgettext("number", "elleve"),
        pgettext("number", "tolv"),
    )  # fmt: skip
    return words[number] if number < len(words) else str(number)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def oldest_first(requests: QuerySet) -> QuerySet:
    """Those that are out or queue first, by age; then the answered ones, newest first."""
    is_open = Q(status__in=PlacementRequest.OPEN)
    return requests.annotate(is_open=is_open).order_by(F("is_open").desc(), "-closed_at", "queued_at", "pk")
