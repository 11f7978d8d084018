"""The leftover round: who has no place, and which courses with vacancies each may be shown (A2, 03-matching)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from courses import specification
from courses.actions.policies import advice_policy
from courses.allocation_data import HOLDING
from courses.engines.advice import IntakeFacts, rank
from courses.facts_catalogue import concepts_with_rules, facts_by_key, judgements
from courses.facts_market import demand_facts
from courses.facts_person import person_facts, situations
from courses.models import Application, Intake, LeftoverAnswer, LeftoverRound, Wish
from courses.models.application import MAX_LEFTOVER

FIT_FLOOR, DEMAND_FLOOR = 0.5, 0.2
"""A course is shown from here (03-matching); a county's own floors may be higher, never lower."""

STILL_WITHOUT = (Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.REFUSED)


def open_rounds(day: dt.date) -> QuerySet[LeftoverRound]:
    """Leftover rounds that take new wishes on `day`."""
    return LeftoverRound.objects.filter(deadline__gte=day)


def without_place(windows) -> QuerySet[Application]:
    """Applications of the windows that were decided without giving a place, and still could."""
    wishes = Wish.objects.filter(application=OuterRef("pk"))
    return Application.objects.filter(
        ~Exists(wishes.filter(status__in=HOLDING)),
        Exists(wishes.filter(status__in=STILL_WITHOUT)),
        window__in=windows,
        decided_at__isnull=False,
        status__in=[Application.Status.SUBMITTED, Application.Status.DECIDED],
    )


def answered() -> Exists:
    """Condition on applications: gone through with the person in its window's leftover round."""
    return Exists(LeftoverAnswer.objects.filter(application=OuterRef("pk"), round__window=OuterRef("window")))


def vacancies(county_id: int, day: dt.date) -> QuerySet[Intake]:
    """Intakes that a county's people may be shown: its own in an open leftover round, and those others offer."""
    rounds = open_rounds(day)
    offered = rounds.filter(Q(window__county=county_id) | Q(open_to_others=True))
    return free_intakes(offered.values("window"), day)


def free_intakes(windows, day: dt.date) -> QuerySet[Intake]:
    """Intakes of the windows with a free place, that have not begun."""
    return Intake.objects.filter(
        window__in=windows,
        status__in=[Intake.Status.OPEN, Intake.Status.ALLOCATED],
        starts_on__gt=day,
        occupied__lt=F("capacity") + F("over_capacity"),
    )


def suggestions(applications: Iterable[Application], day: dt.date) -> dict[int, list[Intake]]:
    """{application: at most three intakes, best first}: fit and demand over the floors, no formal condition in the
    way, not wished for before. The applications have their participants' offices loaded. A constant number of queries
    per county among them."""
    grouped = defaultdict(list)
    for application in applications:
        grouped[application.participant.office.county_id].append(application)
    found = {}
    for county, own in grouped.items():
        found |= _of_county(county, own, day)
    return found


def _of_county(county_id: int, applications: list[Application], day: dt.date) -> dict[int, list[Intake]]:
    intakes = {
        str(intake.pk): intake
        for intake in vacancies(county_id, day).with_names().select_related("window").order_by("starts_on", "pk")
    }
    pinned = {key: (one.contract.concept_id, one.concept_version_id) for key, one in intakes.items()}
    concepts = concepts_with_rules({concept for concept, _version in pinned.values()})
    facts = facts_by_key(concepts, pinned.values())
    # No deadline here: that of the leftover round is what counts.
    places = [
        IntakeFacts(
            key, specification.key(*pinned[key]), one.starts_on, one.ends_on, district=str(one.district_id or "")
        )
        for key, one in intakes.items()
    ]
    ids = [application.participant_id for application in applications]
    persons, formal = person_facts(ids, day=day), situations(ids, day=day)
    judged, demand = judgements(ids, [concept.pk for concept in concepts]), demand_facts(day)
    policy, known = advice_policy(day, county_id), _wished(ids)
    found = {}
    for application in applications:
        person = application.participant_id
        advice = rank(
            persons[person], formal[person], places, concepts=facts, demand=demand, judged=judged[person], policy=policy
        )
        lines = (
            line
            for line in advice.recommended
            if min(line.fit.value - FIT_FLOOR, line.parts[1].value - DEMAND_FLOOR) >= 0
            and int(line.intake.id) not in known[person]
        )
        found[application.pk] = [intakes[line.intake.id] for line in lines][:MAX_LEFTOVER]
    return found


def _wished(participant_ids: list[int]) -> dict[int, set[int]]:
    """{person: intakes that she has wished for before, whatever came of it}."""
    known = defaultdict(set)
    # Those she has taken back as well: they are not offered her again.
    wishes = Wish.everything.filter(application__participant__in=participant_ids)
    wishes = wishes.exclude(application__status=Application.Status.WITHDRAWN).order_by()
    for person, intake in wishes.values_list("application__participant", "intake"):
        known[person].add(intake)
    return known


def progress(round_: LeftoverRound, membership) -> list[dict]:
    """Per office: persons without a place, gone through with new wishes, none wanted, and left to go through."""
    seen = Application.objects.visible_to(membership)
    # One who has got a place since is counted where she was asked all the same.
    everybody = Application.objects.filter(
        Q(pk__in=without_place([round_.window_id]).values("pk")) | Q(leftover_answers__round=round_),
        pk__in=seen.values("pk"),
    )
    answers = LeftoverAnswer.objects.filter(application=OuterRef("pk"), round=round_)
    rows = (
        everybody.annotate(new=Exists(answers.filter(wishes__gte=1)), none=Exists(answers.filter(wishes=0)))
        .order_by("participant__office__name_sort")
        .values("participant__office", "participant__office__name")
        .annotate(
            people=Count("pk", distinct=True),
            new_wishes=Count("pk", filter=Q(new=True), distinct=True),
            no_wishes=Count("pk", filter=Q(none=True), distinct=True),
        )
    )
    return [row | {"left": row["people"] - row["new_wishes"] - row["no_wishes"]} for row in rows]
