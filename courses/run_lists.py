"""The people of a proposal as a list: who gets a place, who is passed over and why, who has no place at all (A2)."""

from collections import Counter

from django.db.models import Exists, F, IntegerField, OuterRef, Q
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.lists import Column, Empty, Facet, ListPage, QuickFilter
from amo.templatetags.aksel import status_tag
from courses.models import AllocationDecision, AllocationRun, Wish
from courses.recorded import may_be_counted
from courses.shown_names import shown_name
from courses.window_overview import sentence
from participants.models import Participant

Outcome = AllocationDecision.Outcome
COLORS = {
    Outcome.PLACED: "offered",
    Outcome.WAITING: "waiting",
    Outcome.BLOCKED: "rejected",
    Outcome.NOT_NEEDED: "closed",
    Outcome.HELD: "accepted",
}
PASSED_BY = ("other_minimum", "other_quota", "exception", "passed_over")


def decisions_of(run: AllocationRun, membership):
    """The decisions about those whose page the membership may open, each with whether the person has any place.

    A masked row would tell her course, office and points, so there is none (06-access). A wish that was taken off
    later stands as it was decided, with the rank it had.
    """
    settled = AllocationDecision.objects.filter(
        run=run, wish__application=OuterRef("wish__application"), outcome__in=[Outcome.PLACED, Outcome.HELD]
    )
    return (
        AllocationDecision.objects.filter(
            run=run,
            wish__in=Wish.everything.visible_to(membership),
            wish__application__participant__in=Participant.objects.openable_by(membership),
        )
        .select_related("wish__application__participant__office", "wish__intake__contract__concept")
        .annotate(
            settled=Exists(settled),
            decided_rank=Coalesce(
                Cast(KT("facts__rank"), IntegerField()), F("wish__rank"), output_field=IntegerField()
            ),
        )
    )


def hidden_count(run: AllocationRun, membership) -> int:
    """Persons in the run that the membership may know of and not open: they are counted, and stand in no list."""
    persons = Participant.objects.visible_to(membership).filter(applications__wishes__decisions__run=run)
    return persons.exclude(pk__in=Participant.objects.openable_by(membership).values("pk")).distinct().count()


def not_followed_count(run: AllocationRun, membership) -> int:
    """Persons who are counted in the run and in no list, since the county does not follow them any longer."""
    decided = AllocationDecision.objects.filter(may_be_counted(membership), run=run)
    person = "wish__application__participant"
    gone = decided.exclude(**{f"{person}__in": Participant.objects.visible_to(membership)})
    return gone.order_by().values(person).distinct().count()


def _queue_places(run: AllocationRun, intakes: set[int], membership) -> dict[int, int]:
    """{decision: place from 1 among those of its course who wait}. One query.

    Counted anew of those whom the membership may count: a number left out would tell that somebody is there (06-access).
    """
    waiting = AllocationDecision.objects.filter(
        may_be_counted(membership), run=run, wish__intake__in=intakes, position__isnull=False
    )
    places, queues = {}, Counter()
    for pk, intake in waiting.order_by("position").values_list("pk", "wish__intake"):
        queues[intake] += 1
        places[pk] = queues[intake]
    return places


def _courses(listpage):
    pairs = listpage.base.order_by("wish__intake__code").values_list("wish__intake", "wish__intake__code").distinct()
    return list(pairs)


class DecisionList(ListPage):
    """Every wish of a proposal with its explanation."""

    key = "decisions"
    noun = (_("ønske"), _("ønsker"))
    template = "courses/allocation/decisions.html"
    default_sort = "order"
    column_list = [
        Column("name", _("Navn"), lambda d: d.shown_name, sort="wish__application__participant__name_sort"),
        Column(
            "office", _("Kontor"), "wish.application.participant.office.name",
            sort="wish__application__participant__office__name_sort",
        ),
        Column(
            "course", _("Ønske"), lambda d: f"{d.decided_rank}. {d.wish.intake.concept.title} ({d.wish.intake.code})",
            sort="wish__intake__code",
        ),
        Column("rank", _("Prioritet"), "decided_rank", sort="decided_rank", align="right", visible=False),
        # The sentence gives both; a page of fifty stays small.
        Column(
            "points", _("Poeng"), lambda d: d.points.get("total"), sort="points__total", align="right", visible=False
        ),
        Column(
            "outcome", _("Forslag"), lambda d: status_tag(d.get_outcome_display(), COLORS[d.outcome]),
            export="get_outcome_display", sort="outcome",
        ),
        Column(
            "order", _("Plass i køen"), "queue_place", sort=("wish__intake__code", "position"), align="right",
            visible=False,
        ),
        Column("why", _("Hvorfor"), lambda d: d.sentence),
    ]  # fmt: skip
    quick_list = [
        QuickFilter("placed", _("Får plass"), Q(outcome=Outcome.PLACED)),
        QuickFilter("first", _("Får førsteønsket"), Q(outcome=Outcome.PLACED, decided_rank=1)),
        QuickFilter("passed", _("Forbigått av kvote eller unntak"), Q(outcome=Outcome.WAITING, reason__in=PASSED_BY)),
        QuickFilter("without", _("Uten noen plass"), Q(settled=False)),
        QuickFilter("blocked", _("Krav ikke oppfylt"), Q(outcome=Outcome.BLOCKED)),
        QuickFilter("exception", _("Unntak"), Q(facts__has_key="exception")),
    ]
    facet_list = [
        Facet("kurs", _("Kurs"), field="wish__intake", choices=_courses),
        Facet(
            "kontor", _("Kontor"), field="wish__application__participant__office",
            label_field="wish__application__participant__office__name",
        ),
        Facet("forslag", _("Forslag"), field="outcome", choices=Outcome.choices),
    ]  # fmt: skip
    nothing_there = Empty(_("Ingen søknader i forslaget"))

    def __init__(self, request, run: AllocationRun, title: str):
        self.run, self.title = run, title
        super().__init__(request, decisions_of(run, request.membership))

    def prepare(self, objects):
        places = _queue_places(self.run, {decision.wish.intake_id for decision in objects}, self.membership)
        for decision in objects:
            decision.queue_place = places.get(decision.pk)
            decision.shown_name = shown_name(decision.wish.application.participant, self.membership)
            decision.sentence = sentence(decision)

    def row_url(self, obj):
        if obj.wish.application.participant.is_masked_for(self.membership):
            return ""
        return reverse("courses:run_decision", args=[self.run.public_id, obj.pk])
