"""What the engines read of concepts, intakes, hiring requirements and labour demand. A constant number of queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from amo import clock
from amo.models import County, QualificationType
from courses import specification
from courses.engines import fit
from courses.engines.advice import ConceptFacts, IntakeFacts
from courses.engines.hiring import CourseGives, HiringRule, Segment
from courses.models import (
    ChecklistAnswer,
    ChecklistItem,
    Concept,
    Enrolment,
    HiringRequirement,
    Intake,
    Offer,
    OfficeQuota,
    Wish,
)
from courses.specification import Item, Specification
from participants.models import Participant

COMING = (Intake.Status.PLANNED, Intake.Status.OPEN, Intake.Status.ALLOCATED)
APPLIED = (Wish.Status.PENDING, Wish.Status.WAITING, Wish.Status.OFFERED, Wish.Status.ACCEPTED)
STRICTLY_CONFIDENTIAL = Q(
    application__participant__address_protection=Participant.AddressProtection.STRICTLY_CONFIDENTIAL
)
UNSHOWN = Participant.AddressProtection.STRICTLY_CONFIDENTIAL
FEW = 3
"""An office that neither has a quota nor applies has a number of its own from so many places on (decision 26)."""
MET = {"met": True, "not_met": False, "unknown": None}


def concept_facts(concept_ids: Collection[int]) -> dict[int, ConceptFacts]:
    """{pk: facts} of concepts as they stand; ids inside the facts are the primary keys as text, items' likewise."""
    return {concept.pk: as_facts(concept) for concept in concepts_with_rules(concept_ids)}


def facts_by_key(concepts: Iterable[Concept], pinned: Iterable[tuple[int, int | None]]) -> dict[str, ConceptFacts]:
    """{key: facts} for (concept, version) pairs of intakes: a class is judged by what it was planned under (C1).

    concepts: those of the pairs, from `concepts_with_rules`. See `specification.key`; one query for all the versions.
    """
    by_pk = {concept.pk: concept for concept in concepts}
    pairs = dict.fromkeys(pinned)
    versions = specification.of_versions(version for _, version in pairs if version)
    found = {}
    for pk, version in pairs:
        concept = by_pk[pk]
        found[specification.key(pk, version)] = (
            facts_of(versions[version], concept.pk, concept.county_id) if version else as_facts(concept)
        )
    return found


def concepts_with_rules(concept_ids: Collection[int]) -> list[Concept]:
    """The concepts with all that `as_facts` reads of them."""
    return list(specification.with_content(Concept.objects.filter(pk__in=concept_ids)))


def as_facts(concept: Concept) -> ConceptFacts:
    """One concept as the engine reads it; see `concepts_with_rules`."""
    return facts_of(specification.of_concept(concept), concept.pk, concept.county_id)


def facts_of(spec: Specification, concept_id: int, county_id: int) -> ConceptFacts:
    """A specification as the engine reads it, whichever version it is."""
    occupations = tuple(occupation.code for occupation in spec.occupations)
    gives = spec.gives
    return ConceptFacts(
        id=str(concept_id),
        county=str(county_id),
        items=tuple(checklist_item(item, occupations) for item in spec.checklist),
        occupations=occupations,
        sectors=frozenset([spec.sector.code]),
        norwegian=tuple(
            fit.NorwegianMinimum(skill, level, spec.minimum_reason) for skill, level in spec.minimums.items()
        ),
        weeks=spec.weeks,
        hours_per_week=spec.hours_per_week,
        usual_shifts=frozenset(spec.usual_shifts),
        gives=CourseGives(
            qualifications=frozenset(kind.code for kind in gives if not kind.norwegian),
            # A test can be failed: it is offered, not given.
            offered_qualifications=frozenset(kind.code for kind in gives if kind.norwegian),
            offered_norwegian=tuple(_minimum(kind.norwegian) for kind in gives if kind.norwegian),
        ),
    )


def _minimum(test: str) -> fit.NorwegianMinimum:
    """A test such as "oral:B1" as a minimum."""
    skill, _, level = test.partition(":")
    return fit.NorwegianMinimum(skill, level)


def checklist_item(item: Item, concept_occupations: tuple[str, ...]) -> fit.ChecklistItem:
    """One item as the engine reads it. A goal or experience without occupations of its own means the concept's."""
    occupations = frozenset(occupation.code for occupation in item.occupations)
    sector, qualification = item.sector, item.qualification
    if item.kind == ChecklistItem.Kind.GOAL and not occupations:
        occupations = frozenset(concept_occupations)
    if item.kind == ChecklistItem.Kind.EXPERIENCE and not occupations and not sector:
        occupations = frozenset(concept_occupations)
    return fit.ChecklistItem(
        code=str(item.id),
        kind=item.kind,
        weight=item.weight,
        label=item.label,
        skill=item.skill,
        level=item.level,
        education_level=fit.EDUCATION.index(item.education_level) if item.education_level else 0,
        occupations=occupations,
        sectors=frozenset([sector.code] if sector else ()),
        months=item.months or 0,
        certificates=frozenset([qualification.code] if qualification else ()),
        hours=item.hours or 0,
    )


def judgements(participant_ids: Collection[int], concept_ids: Collection[int] | None = None) -> dict[int, dict]:
    """{participant: {concept id as text: {item code: Judgement}}} of what caseworkers have answered."""
    answers = ChecklistAnswer.objects.filter(participant__in=participant_ids)
    if concept_ids is not None:
        answers = answers.filter(item__concept__in=concept_ids)
    found = defaultdict(lambda: defaultdict(dict))
    for participant, concept, item, answer, sentence in answers.values_list(
        "participant", "item__concept", "item", "answer", "sentence"
    ):
        found[participant][str(concept)][str(item)] = fit.Judgement(MET[answer], sentence)
    return found


def taken_by_office(
    intake_ids: Collection[int] | QuerySet | None = None, *, shown: bool = False
) -> dict[int, dict[int, int]]:
    """{intake: {office: places}} of outstanding offers and of enrolments that take a place. None: of every intake.

    What is taken is said here, for pages, counters and the allocation alike; `course_search.room_for` says it in SQL.
    shown: as everybody may see it per office, without people with a strictly confidential address (06-access).
    """
    offers = Offer.objects.filter(status=Offer.Status.OUTSTANDING)
    enrolments = Enrolment.objects.taking_a_place()
    if shown:
        offers = offers.exclude(wish__application__participant__address_protection=UNSHOWN)
        enrolments = enrolments.exclude(participant__address_protection=UNSHOWN)
    return _per_office(offers, enrolments, intake_ids)


def unshown_at(intake_ids: Collection[int], at: dt.datetime) -> dict[int, dict[int, int]]:
    """{intake: {office: places}} that people with a strictly confidential address held at the instant.

    Read back from what stands now, for the figures that a run has kept of that instant.
    """
    day = at.astimezone(clock.OSLO).date()
    offers = Offer.objects.filter(
        Q(status=Offer.Status.OUTSTANDING) | Q(answered_on__gt=day) | Q(wish__enrolment__created_at__gt=at),
        Q(run=None, offered_on__lt=day) | Q(run__made_at__lt=at),
        wish__application__participant__address_protection=UNSHOWN,
    )
    enrolments = Enrolment.objects.filter(
        ~Q(status=Enrolment.Status.NOT_STARTED) | Q(ended_at__gt=at),
        created_at__lte=at,
        participant__address_protection=UNSHOWN,
    )
    return _per_office(offers, enrolments, intake_ids)


def _per_office(offers: QuerySet, enrolments: QuerySet, intake_ids) -> dict[int, dict[int, int]]:
    found = defaultdict(lambda: defaultdict(int))
    if intake_ids is not None:
        offers, enrolments = offers.filter(wish__intake__in=intake_ids), enrolments.filter(intake__in=intake_ids)
    for rows in (
        offers.values_list("wish__intake", "wish__application__participant__office").annotate(n=Count("pk")),
        enrolments.order_by().values_list("intake", "participant__office").annotate(n=Count("pk")),
    ):
        for intake, office, places in rows.order_by():
            found[intake][office] += places
    return found


def with_own_number(taken: Mapping[int, int], named: Collection[int], places: int) -> tuple[dict[int, int], int]:
    """({office: places}, the rest as one number without an office) of the shown places per office.

    named: offices that are in the table anyway, by a quota or an applicant. places: all that are taken. The rest adds
    the small offices up with what no office may show, so that neither is told by subtraction (decision 26).
    """
    own = {office: n for office, n in taken.items() if n and (office in named or n >= FEW)}
    return own, max(0, places - sum(own.values()))


@dataclass(frozen=True, slots=True)
class Share:
    """What an office has of a class. quota: its highest number, None for no limit; used: places it has taken.

    free: what is left of its quota, and never more than is free at all; after the deadline all is free for all (C3).
    """

    free: int
    quota: int | None
    used: int
    open_to_all: bool


class Shares:
    """Quotas and taken places of these classes, for any office: three queries, whatever their numbers.

    With no quotas every place is open to every office; an office without a row among others' has none of its own.
    scope: the keys of the same classes as a queryset; thousands are then named by a subquery and not one by one.
    day: given, a class whose deadline was before it is free for all, whatever the quotas. A person with a strictly
    confidential address is in no office's number; the class's own free places, which bound it, are true (decision 26).
    """

    def __init__(
        self, intakes: "Iterable[Intake | IntakeRow]", *, scope: QuerySet | None = None, day: dt.date | None = None
    ):
        self.day = day
        ids = [intake.pk for intake in intakes] if scope is None else scope
        self._quotas = defaultdict(dict)
        rows = OfficeQuota.objects.filter(intake__in=ids)
        for intake, office, most in rows.values_list("intake", "office", "maximum"):
            self._quotas[intake][office] = most
        self._taken = taken_by_office(ids, shown=True)

    def of(self, intake: "Intake | IntakeRow", office_id: int) -> Share:
        """The office's share of one of the classes."""
        quotas = self._quotas[intake.pk]
        quota = quotas.get(office_id, 0) if quotas else None
        used = self._taken[intake.pk][office_id]
        open_to_all = self.day is not None and intake.application_deadline < self.day
        free = intake.free_places
        if quota is not None and not open_to_all:
            free = min(free, max(0, quota - used))
        return Share(free, quota, used, open_to_all)


def free_for_office(
    intakes: "Iterable[Intake | IntakeRow]",
    office_id: int | None,
    scope: QuerySet | None = None,
    day: dt.date | None = None,
) -> dict[int, int]:
    """{intake: free places for the office}, as `Shares`; None for no office: what is free at all."""
    intakes = list(intakes)
    if office_id is None:
        return {intake.pk: intake.free_places for intake in intakes}
    shares = Shares(intakes, scope=scope, day=day)
    return {intake.pk: shares.of(intake, office_id).free for intake in intakes}


def applicants(intake_ids: Collection[int] | QuerySet) -> dict[int, int]:
    """{intake: number of wishes that are not settled or hold a place}: says how long the queue is.

    A person with a strictly confidential address is in no count that everybody sees (06-access).
    """
    wishes = Wish.objects.filter(intake__in=intake_ids, status__in=APPLIED).exclude(STRICTLY_CONFIDENTIAL).order_by()
    return dict(wishes.values_list("intake").annotate(n=Count("pk")))


@dataclass(frozen=True, slots=True)
class IntakeRow:
    """What advice needs of an intake: thousands of plain rows are read at once, so there is no model instance."""

    pk: int
    public_id: UUID
    concept_id: int
    concept_version_id: int | None
    window_id: int | None
    district_id: int | None
    starts_on: dt.date
    ends_on: dt.date
    status: str
    application_deadline: dt.date
    place: str
    capacity: int
    over_capacity: int
    occupied: int

    @property
    def pinned(self) -> tuple[int, int | None]:
        """The concept, and the version of it that the class was planned under."""
        return self.concept_id, self.concept_version_id

    @property
    def free_places(self) -> int:
        return max(0, self.capacity + self.over_capacity - self.occupied)


INTAKE_COLUMNS = tuple("contract__concept_id" if name == "concept_id" else name for name in IntakeRow.__slots__)


def intake_rows(intakes: QuerySet[Intake]) -> list[IntakeRow]:
    """The intakes of a queryset as rows, in one query."""
    return [IntakeRow(*values) for values in intakes.values_list(*INTAKE_COLUMNS)]


def intake_facts(intake: IntakeRow, *, leftover: bool = False) -> IntakeFacts:
    """One intake as the engine reads it. leftover: open for a leftover round, which has a deadline of its own."""
    return IntakeFacts(
        id=str(intake.pk),
        concept=specification.key(*intake.pinned),
        starts_on=intake.starts_on,
        ends_on=intake.ends_on,
        is_open=leftover or intake.status == Intake.Status.OPEN,
        deadline=None if leftover else intake.application_deadline,
        district=str(intake.district_id or ""),
    )


def segments(county_ids: Collection[int] | None, *, day: dt.date) -> list[Segment]:
    """Hiring requirements that hold on `day` or later: per county, employers and occupation, a rule per form and period (C4).

    A county that has requirements of its own for some employers and occupation has the country's for the forms it says
    nothing of (see `Segment.rules_on`); the country's by themselves hold in every other county. county_ids: only these
    counties' and the country's; None for all.
    """
    rows = (
        HiringRequirement.objects.exclude(valid_to__lt=day)
        .select_related("occupation")
        .prefetch_related("needs_all", "needs_any")
    )
    if county_ids is not None:
        rows = rows.filter(Q(county=None) | Q(county__in=county_ids))
    counties = set(County.objects.values_list("pk", flat=True) if county_ids is None else county_ids)
    of_key: dict[tuple, dict[int | None, list]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        # As the constraint does: the same name in other letters is the same employers.
        of_key[row.segment.lower(), row.employer_group.lower(), row.occupation_id][row.county_id].append(row)
    found = []
    for by_county in of_key.values():
        national = by_county.pop(None, [])
        # With requirements of its own in any county, the country's must be told per county.
        places = (counties if by_county else {None}) if national else by_county
        found += [_segment(by_county.get(county, []) + national, county) for county in places]
    return found


def _segment(rows: list[HiringRequirement], county_id: int | None) -> Segment:
    first = rows[0]
    return Segment(
        code=first.segment,
        occupation=first.occupation.code,
        rules=tuple(hiring_rule(row) for row in rows),
        employer_group=first.employer_group,
        source="; ".join(dict.fromkeys(row.source for row in rows)),
        county="" if county_id is None else str(county_id),
    )


def hiring_rule(row: HiringRequirement) -> HiringRule:
    """One row as a rule, in its own period."""
    return hiring_rule_of(
        row.form,
        row.needs_all.all(),
        row.needs_any.all(),
        permission_from=row.permission_from,
        months_each=row.months_each,
        months_total=row.months_total,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        national=row.county_id is None,
    )


def hiring_rule_of(
    form: str, needs_all: Iterable[QualificationType], needs_any: Iterable[QualificationType], **limits
) -> HiringRule:
    """Every qualification of `needs_all`, and one of `needs_any`. limits: the other fields of `HiringRule`."""
    needs_all, needs_any = list(needs_all), list(needs_any)
    needs = [(kind.code,) for kind in needs_all if not kind.norwegian]
    if needs_any:
        needs.append(tuple(kind.code for kind in needs_any))
    return HiringRule(
        form=form,
        needs=tuple(needs),
        norwegian=tuple(_minimum(kind.norwegian) for kind in needs_all if kind.norwegian),
        **limits,
    )
