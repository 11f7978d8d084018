"""From snapshots in the database to the table of appendix 4: counts by GROUP BY, constant queries (R6, C8)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from django.db.models import (
    Case,
    CharField,
    Count,
    DurationField,
    Exists,
    ExpressionWrapper,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Greatest

from amo import clock
from amo.models import Membership
from courses.models import Concept, Enrolment, Intake
from participants.models import Employment, Participant
from reporting.engines.categories import CONTACT_ATTEMPTS
from reporting.engines.indicators import Coverage, OutcomeCount, Table, table
from reporting.models import Category, Milestone, OutcomeSnapshot

SHOWN = (Milestone.T0, Milestone.T6, Milestone.T12)
HELD = [Intake.Status.COMPLETED, Intake.Status.CUT_SHORT, Intake.Status.RUNNING]
DROPOUT_REASONS = [
    Enrolment.EndReason.ILL,
    Enrolment.EndReason.OTHER_SUPPORT,
    Enrolment.EndReason.NO_SHOW,
    Enrolment.EndReason.OTHER,
]
WIDE = (
    Category.PERMANENT,
    Category.TEMPORARY_LONG,
    Category.TEMPORARY_SHORT,
    Category.PART_TIME,
    Category.SELF_EMPLOYED,
)


@dataclass(frozen=True)
class Choice:
    """Which intakes are counted: those that ended in the period, optionally one provider's or one intake."""

    since: dt.date | None = None
    until: dt.date | None = None
    provider: int | None = None
    intake: int | None = None
    as_appendix_4: bool = False

    def of_intakes(self, prefix: str = "") -> Q:
        """The condition on intakes, for a path to them ("" or "intake__" …)."""
        where = Q()
        if self.since:
            where &= Q(**{f"{prefix}ends_on__gte": self.since})
        if self.until:
            where &= Q(**{f"{prefix}ends_on__lte": self.until})
        if self.provider:
            where &= Q(**{f"{prefix}contract__provider": self.provider})
        if self.intake:
            where &= Q(**{f"{prefix}pk": self.intake})
        return where


@dataclass
class ConceptResults:
    """One concept's tables by milestone. `hide_small`: small cells are hidden from this reader (R10)."""

    concept: Concept
    hide_small: bool
    tables: dict[int, Table] = field(default_factory=dict)
    next_due: dict[int, dt.date] = field(default_factory=dict)


def follows_in_full(membership: Membership, concept: Concept) -> bool:
    """Own county staff and the intakes' provider see every number (04-outcomes); everybody else the suppressed ones."""
    return bool(membership.county_id) and membership.county_id == concept.county_id or membership.is_provider


def measured(prefix: str = "") -> Q:
    """Enrolments that are measured, for a path to them ("" or "enrolment__"): started, on a class that was held."""
    return ~Q(**{f"{prefix}status__in": [Enrolment.Status.NOT_STARTED, Enrolment.Status.AWAITING_START]}) & ~Q(
        **{f"{prefix}intake__status": Intake.Status.CALLED_OFF}
    )


def counted(prefix: str = "") -> Q:
    """Those of them that figures are made of: a strictly confidential person is in no count (06-access)."""
    strictly = Participant.AddressProtection.STRICTLY_CONFIDENTIAL
    return measured(prefix) & ~Q(**{f"{prefix}participant__address_protection": strictly})


def results(membership: Membership, concepts: Iterable[Concept], choice: Choice) -> list[ConceptResults]:
    """Tables at course end, 6 and 12 weeks for each concept, in the order given. Four queries at most for any number.

    A provider gets its own intakes only, whatever it asks for. A choice narrows only what the reader sees in full:
    two choices of suppressed numbers, held against each other, would tell a small cell (04-outcomes, R10).
    """
    concepts = list(concepts)
    if membership.is_provider:
        choice = replace(choice, provider=membership.provider_id)
    in_full = {concept.pk for concept in concepts if follows_in_full(membership, concept)}
    published = [concept.pk for concept in concepts if concept.pk not in in_full]
    counts, coverage = _numbers(in_full, choice)
    if published:
        more_counts, more_coverage = _numbers(published, Choice())
        counts, coverage = counts | more_counts, coverage | more_coverage
    return [
        _tables(ConceptResults(concept, concept.pk not in in_full), counts, coverage, choice) for concept in concepts
    ]


def _numbers(concepts: Iterable[int], choice: Choice) -> tuple[dict, dict]:
    concepts = list(concepts)
    return (_counts(concepts, choice), _coverage(concepts, choice)) if concepts else ({}, {})


def _tables(row: ConceptResults, counts: dict, coverage: dict, choice: Choice) -> ConceptResults:
    as_appendix_4 = choice.as_appendix_4 and not row.hide_small
    for milestone in SHOWN:
        key = (row.concept.pk, milestone.value)
        covered, next_due = coverage.get(key, (Coverage(0, 0, 0), None))
        if key in counts:
            row.tables[milestone.value] = table(
                counts[key], covered, hide_small=row.hide_small, as_appendix_4=as_appendix_4
            )
        elif next_due:
            row.next_due[milestone.value] = next_due
    return row


def _judged() -> dict:
    """What a snapshot's group is told apart by, as annotations."""
    introduction = ExpressionWrapper(
        F("enrolment__intake__contract__introductory_weeks") * Value(dt.timedelta(weeks=1)),
        output_field=DurationField(),
    )
    dropout = Q(enrolment__status=Enrolment.Status.DROPPED_OUT, enrolment__end_reason__in=DROPOUT_REASONS)
    return {
        "band": Case(
            When(fte_low__gte=80, then=Value("from_80")),
            When(fte_low__gte=50, then=Value("from_50")),
            When(fte_low__isnull=False, then=Value("under_50")),
            default=Value(""),
            output_field=CharField(),
        ),
        "wants_more": Case(When(wanted_fte__gt=F("fte_low"), then=Value(True)), default=Value(False)),
        "completed": Case(When(enrolment__status=Enrolment.Status.COMPLETED, then=Value(True)), default=Value(False)),
        "left_early": Case(
            When(dropout & Q(enrolment__ends_on__lt=F("enrolment__starts_on") + introduction), then=Value(True)),
            default=Value(False),
        ),
        "from_register": Exists(_register_job()),
        # The same job must be in the register and begin on or after course start (04-outcomes, "The main figure").
        "confirmed": Exists(_register_job().filter(starts_on__gte=OuterRef("enrolment__starts_on"))),
    }


def _register_job() -> QuerySet:
    return Employment.objects.held_on(OuterRef("due_on")).filter(
        participant=OuterRef("enrolment__participant"), source=Employment.Source.REGISTER, wage_subsidy=False
    )


def _counts(concepts: list[int], choice: Choice) -> dict[tuple[int, int], list[OutcomeCount]]:
    rows = (
        OutcomeSnapshot.objects.latest()
        .filter(
            counted("enrolment__"),
            choice.of_intakes("enrolment__intake__"),
            enrolment__intake__contract__concept__in=concepts,
            milestone__in=SHOWN,
        )
        .annotate(**_judged())
        .order_by()
        .values(
            "enrolment__intake__contract__concept",
            "milestone",
            "category",
            "on_call",
            "left_category",
            *_judged(),
        )
        .annotate(n=Count("pk"))
    )
    found = defaultdict(list)
    for row in rows:
        in_job = row["category"] in WIDE
        found[row["enrolment__intake__contract__concept"], row["milestone"]].append(
            OutcomeCount(
                category=row["category"],
                n=row["n"],
                on_call=row["on_call"],
                band=row["band"],
                wants_more=row["wants_more"] and in_job,
                completed=row["completed"],
                left=row["left_category"].removeprefix("left_"),
                left_introduction=row["left_early"],
                confirmed=in_job and row["confirmed"],
                verified=in_job and row["from_register"],
            )
        )
    return dict(found)


def _coverage(concepts: list[int], choice: Choice) -> dict[tuple[int, int], tuple[Coverage, dt.date | None]]:
    """Per concept and milestone: intakes held, due and measured in full, and when the next one is due (R3).

    Held: over for everybody on it, as the measuring day counts. Measured in full: everybody has a snapshot, and
    nobody is written off as "no contact" before three attempts.
    """
    today = clock.today()
    numbers = defaultdict(lambda: [0, 0, 0, None])
    for intake in _intakes(concepts, choice):
        for weeks in SHOWN:
            row = numbers[intake["contract__concept"], weeks.value]
            due_on = intake["last_day"] + dt.timedelta(weeks=weeks.value)
            row[0] += intake["last_day"] <= today
            if due_on <= today:
                row[1] += 1
                row[2] += not intake[f"open_{weeks.value}"]
            elif row[3] is None:
                row[3] = due_on
    return {key: (Coverage(held, due, done), coming) for key, (held, due, done, coming) in numbers.items()}


def _intakes(concepts: list[int], choice: Choice) -> QuerySet:
    """Classes that somebody started on: the last day of anybody on them, and whether a milestone is unfinished."""
    everybody = Enrolment.objects.filter(counted())
    latest = OutcomeSnapshot.objects.latest().filter(enrolment=OuterRef("pk"))
    given_up = latest.filter(category=Category.NO_CONTACT, contact_attempts__lt=CONTACT_ATTEMPTS)
    unfinished = {}
    for weeks in SHOWN:
        lacks = ~Exists(latest.filter(milestone=weeks)) | Exists(given_up.filter(milestone=weeks))
        unfinished[f"open_{weeks.value}"] = Exists(everybody.filter(lacks, intake=OuterRef("pk")))
    return (
        Intake.objects.filter(choice.of_intakes(), contract__concept__in=concepts, status__in=HELD)
        .annotate(own_last_day=Max("enrolments__ends_on", filter=counted("enrolments__")))
        .exclude(own_last_day=None)
        .annotate(last_day=Greatest("ends_on", "own_last_day"), **unfinished)
        .values("contract__concept", "last_day", *unfinished)
        .order_by("last_day")
    )
