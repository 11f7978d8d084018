"""What a run over a window is counted from: ORM to the engine's data classes, a constant number of queries (A2)."""

import datetime as dt
from collections import defaultdict
from dataclasses import asdict, dataclass, field, fields, replace

from django.db.models import QuerySet

from amo import clock
from courses import specification
from courses.engines import allocation as engine
from courses.engines.advice import IntakeFacts, hard_stops
from courses.engines.fit import fit
from courses.facts_catalogue import concepts_with_rules, facts_by_key, judgements, taken_by_office
from courses.facts_person import person_facts, situations
from courses.models import Application, Enrolment, Intake, OfficeQuota, Wish
from courses.plan_rule import AWAITS_PLAN, waits_from
from courses.waiting import History

TRIED = (Wish.Status.PENDING, Wish.Status.WAITING)
HOLDING = (Wish.Status.OFFERED, Wish.Status.ACCEPTED)
COUNTED = tuple(each.name for each in fields(engine.Wish) if each.name != "intake")
"""Those of the stored facts that the engine reads."""


@dataclass
class Round:
    """One window as the engine takes it. Engine ids: str(pk) of intake and office, str(public_id) of application.

    `wish_at` leads from (application id, rank in the engine) back to the wish; `facts` are stored with each decision.
    """

    applications: list[engine.Application] = field(default_factory=list)
    intakes: list[engine.Intake] = field(default_factory=list)
    wish_at: dict[tuple[str, int], int] = field(default_factory=dict)
    facts: dict[int, dict] = field(default_factory=dict)
    statuses: dict[int, str] = field(default_factory=dict)
    """Of the wishes in `facts`, as they were when they were read."""

    def moved(self, window) -> bool:
        """Whether a place or a wish is no longer as it was read. Asked with the window locked. Five queries."""
        now = dict(Wish.objects.filter(pk__in=self.facts).values_list("pk", "status"))
        return now != self.statuses or Round(intakes=intakes_of(window)).inputs != self.inputs

    def without_exceptions(self) -> list[engine.Application]:
        """The applications as the engine would take them had the county made no exception."""
        return [
            replace(one, wishes=tuple(replace(wish, lifted=False, passed_over=False) for wish in one.wishes))
            for one in self.applications
        ]

    @property
    def room(self) -> set[str]:
        """Intakes with a place to give."""
        return {intake.id for intake in self.intakes if intake.capacity > sum(intake.taken.values())}

    @property
    def inputs(self) -> dict:
        """The places as they were when the run was made, in a form that is stored and compared."""
        return {intake.id: asdict(intake) for intake in self.intakes}


def intakes_of(window) -> list[engine.Intake]:
    """The window's intakes that still take people, with quotas and the frozen places per office."""
    places = list(
        Intake.objects.filter(window=window, status__in=[Intake.Status.OPEN, Intake.Status.ALLOCATED]).order_by("pk")
    )
    quotas, taken = defaultdict(dict), taken_by_office(places)
    for quota in OfficeQuota.objects.filter(intake__in=places).order_by("pk"):
        quotas[quota.intake_id][str(quota.office_id)] = engine.Quota(quota.minimum, quota.maximum)
    return [
        engine.Intake(
            id=str(place.pk),
            capacity=place.capacity + place.over_capacity,
            quotas=quotas[place.pk],
            taken=dict(sorted((str(office), count) for office, count in taken[place.pk].items())),
        )
        for place in places
    ]


@dataclass(frozen=True)
class Exceptions:
    """The county's exceptions as a run takes them: wish pk -> the reason."""

    lifted: dict[int, str] = field(default_factory=dict)
    passed_over: dict[int, str] = field(default_factory=dict)

    def of(self, wish: int) -> dict:
        """What is added to the facts of a wish; nothing for one that nobody has made an exception for."""
        found = {}
        if wish in self.lifted:
            found = {"lifted": True, "exception": self.lifted[wish]}
        elif wish in self.passed_over:
            found = {"passed_over": True, "exception": self.passed_over[wish]}
        return found


def load(window, *, day: dt.date, stored: dict[int, dict] | None = None, exceptions: Exceptions | None = None) -> Round:
    """Everything a run over the window needs on `day`.

    stored: {wish pk: facts} of an approved run. Given, only those wishes take part and their points are counted from
    the same facts, so that the approved order stays; hard conditions are judged afresh all the same.
    """
    exceptions = exceptions or Exceptions()
    found = Round(intakes=intakes_of(window))
    rows = _rows(window, {int(intake.id) for intake in found.intakes}, day)
    wishes = [wish for own in rows.values() for wish in own]
    persons = {wish.application.participant_id for wish in wishes}
    blocked, met = _conditions(wishes, persons, day)
    history = History(persons, window=window, day=day) if stored is None else None
    for application, own in rows.items():
        taking_part, held = [], None
        own = [wish for wish in own if wish.status in HOLDING or stored is None or wish.pk in stored]
        if not any(wish.status in TRIED for wish in own):
            continue
        for wish in own:
            if wish.status in HOLDING:
                held = held or str(wish.intake_id)
                # Not tried, so never counted from: a later run that tries it counts anew.
                facts = {"fit_met": 0, "fit_total": 0, "holding": True}
            elif stored is not None:
                facts = dict(stored[wish.pk])
            else:
                facts = met[wish.pk] | history.of(wish) | exceptions.of(wish.pk)
            facts["blocked"] = blocked.get(wish.pk, "")
            facts["office"] = str(application.participant.office_id)
            # As she ranked it then: it stands in the proposal although the wish is taken off later.
            facts["rank"] = wish.rank
            facts["queued_at"] = _queued_at(application).isoformat()
            found.facts[wish.pk] = facts
            found.statuses[wish.pk] = wish.status
            taking_part.append(engine_wish(wish.intake_id, facts))
            found.wish_at[str(application.public_id), len(taking_part)] = wish.pk
        found.applications.append(
            engine.Application(
                id=str(application.public_id),
                office=str(application.participant.office_id),
                submitted_at=_queued_at(application),
                wishes=tuple(taking_part),
                holds=held,
            )
        )
    return found


def _queued_at(application: Application) -> dt.datetime:
    """The instant that decides between equals: when it was sent, or the end of the day a late plan was made (P7)."""
    sent_on = application.submitted_at.astimezone(clock.OSLO).date()
    day = waits_from(sent_on, application.plan_due_on, application.plan_met_on)
    if day == sent_on:
        return application.submitted_at
    return dt.datetime.combine(day, dt.time.max, clock.OSLO)


def awaiting_plan(window) -> QuerySet:
    """Applications in the window that a run leaves out until the person has a plan (P7)."""
    sent = Application.objects.filter(AWAITS_PLAN, window=window, wishes__status__in=TRIED)
    return sent.exclude(status__in=[Application.Status.DRAFT, Application.Status.WITHDRAWN]).distinct()


def engine_wish(intake_id: int, facts: dict) -> engine.Wish:
    """A wish for an intake as the engine takes it, from the facts that are stored with a decision."""
    return engine.Wish(intake=str(intake_id), **{key: facts[key] for key in COUNTED if key in facts})


def _rows(window, intakes: set[int], day: dt.date) -> dict[Application, list[Wish]]:
    """Wishes that take part, by application. Out of it: what has started, and those whose accepted course has."""
    wishes = (
        Wish.objects.filter(
            application__window=window,
            application__status__in=[Application.Status.SUBMITTED, Application.Status.DECIDED],
            status__in=[*TRIED, *HOLDING],
        )
        .exclude(application__in=awaiting_plan(window))
        .select_related("application__participant", "intake__contract__concept")
        .order_by("application", "rank")
    )
    rows = defaultdict(list)
    started = set()
    for wish in wishes:
        if wish.status == Wish.Status.ACCEPTED and wish.intake.starts_on <= day:
            started.add(wish.application)
        if wish.status in HOLDING or (wish.intake_id in intakes and wish.intake.starts_on > day):
            rows[wish.application].append(wish)
    return {
        application: own
        for application, own in rows.items()
        if application not in started and any(wish.status in TRIED for wish in own)
    }


def _conditions(wishes, persons: set[int], day: dt.date) -> tuple[dict[int, str], dict[int, dict]]:
    """({wish: code of the hard condition that fails}, {wish: weight met and in all})."""
    pinned = {wish.pk: (wish.intake.contract.concept_id, wish.intake.concept_version_id) for wish in wishes}
    concept_ids = {concept for concept, _ in pinned.values()}
    facts_of = facts_by_key(concepts_with_rules(concept_ids), pinned.values())
    facts = person_facts(persons, day=day)
    formal = situations(persons, day=day)
    answers = judgements(persons, concept_ids)
    accepted_periods = own_periods(wishes)
    blocked, met = {}, {}
    for wish in wishes:
        if wish.status not in TRIED:
            continue
        person, intake = wish.application.participant_id, wish.intake
        pair = specification.key(*pinned[wish.pk])
        concept = facts_of[pair]
        situation = formal[person]
        own = accepted_periods.get(wish.application_id)
        if own:
            # The course she would leave for this one is no hindrance.
            others = tuple(p for p in situation.measures if (p.starts_on, p.ends_on) != own)
            situation = replace(situation, measures=others)
        place = IntakeFacts(str(intake.pk), pair, intake.starts_on, intake.ends_on)
        stops = hard_stops(facts[person], situation, place, concept)
        if stops:
            blocked[wish.pk] = stops[0].code
        result = fit(facts[person], concept.items, answers.get(person, {}).get(concept.id), on=intake.starts_on)
        met[wish.pk] = {"fit_met": result.weight_met, "fit_total": result.weight_total}
    return blocked, met


def own_periods(wishes) -> dict[int, tuple[dt.date, dt.date]]:
    """{application: the days of the course it has already led to}."""
    accepted = [wish.pk for wish in wishes if wish.status == Wish.Status.ACCEPTED]
    if not accepted:
        return {}
    enrolments = Enrolment.objects.filter(wish__in=accepted).order_by("pk")
    return {
        application: (starts_on, ends_on)
        for application, starts_on, ends_on in enrolments.values_list("wish__application", "starts_on", "ends_on")
    }
