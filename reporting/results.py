"""From snapshots in the database to the table of appendix 4: counts by GROUP BY, constant queries (R6, C8)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

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
from participants.models import Employment
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


def results(membership: Membership, concepts: Iterable[Concept], choice: Choice) -> list[ConceptResults]:
    """Tables at course end, 6 and 12 weeks for each concept, in the order given. Three queries for any number.

    A provider gets its own intakes only, whatever it asks for.
    """
    concepts = list(concepts)
    if membership.is_provider:
        choice = Choice(choice.since, choice.until, membership.provider_id, choice.intake, choice.as_appendix_4)
    counts = _counts(concepts, choice)
    coverage = _coverage(concepts, choice)
    found = []
    for concept in concepts:
        row = ConceptResults(concept, hide_small=not follows_in_full(membership, concept))
        for milestone in SHOWN:
            groups = counts.get((concept.pk, milestone.value))
            covered = coverage[concept.pk, milestone.value]
            if groups:
                row.tables[milestone.value] = table(
                    groups, covered[0], hide_small=row.hide_small, as_appendix_4=choice.as_appendix_4
                )
            elif covered[1]:
                row.next_due[milestone.value] = covered[1]
        found.append(row)
    return found


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
        "completed": Case(
            When(enrolment__status=Enrolment.Status.COMPLETED, then=Value(True)), default=Value(False)
        ),
        "left_early": Case(
            When(dropout & Q(enrolment__ends_on__lt=F("enrolment__starts_on") + introduction), then=Value(True)),
            default=Value(False),
        ),
        "from_register": Exists(_register_job()),
    }


def _register_job() -> QuerySet:
    return Employment.objects.current().filter(
        Q(ends_on=None) | Q(ends_on__gte=OuterRef("due_on")),
        participant=OuterRef("enrolment__participant"),
        source=Employment.Source.REGISTER,
        starts_on__lte=OuterRef("due_on"),
    )


def _counts(concepts: list[Concept], choice: Choice) -> dict[tuple[int, int], list[OutcomeCount]]:
    rows = (
        OutcomeSnapshot.objects.latest()
        .filter(
            choice.of_intakes("enrolment__intake__"),
            enrolment__intake__contract__concept__in=[concept.pk for concept in concepts],
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
            "began_on_or_after_start",
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
                confirmed=in_job and row["from_register"] and row["began_on_or_after_start"],
                verified=in_job and row["from_register"],
            )
        )
    return found


def _coverage(concepts: list[Concept], choice: Choice) -> dict[tuple[int, int], tuple[Coverage, dt.date | None]]:
    """Per concept and milestone: intakes held, due and measured in full, and when the next one is due (R3).

    Measured in full: nobody is written off as "no contact" before three attempts.
    """
    today = clock.today()
    unfinished = OutcomeSnapshot.objects.latest().filter(
        enrolment__intake=OuterRef("pk"), category=Category.NO_CONTACT, contact_attempts__lt=CONTACT_ATTEMPTS
    )
    intakes = (
        Intake.objects.filter(
            choice.of_intakes(), contract__concept__in=[concept.pk for concept in concepts], status__in=HELD
        )
        .annotate(last_day=Greatest("ends_on", Max("enrolments__ends_on")))
        .annotate(**{f"open_{weeks.value}": Exists(unfinished.filter(milestone=weeks)) for weeks in SHOWN})
        .values("contract__concept", "last_day", "status", *(f"open_{weeks.value}" for weeks in SHOWN))
        .order_by("last_day")
    )
    numbers = defaultdict(lambda: [0, 0, 0, None])
    for intake in intakes:
        last_day = intake["last_day"]
        for weeks in SHOWN:
            row = numbers[intake["contract__concept"], weeks.value]
            due_on = last_day + dt.timedelta(weeks=weeks.value)
            row[0] += last_day <= today
            if due_on <= today:
                row[1] += 1
                row[2] += not intake[f"open_{weeks.value}"]
            elif row[3] is None:
                row[3] = due_on
    return defaultdict(
        lambda: (Coverage(0, 0, 0), None),
        {key: (Coverage(held, due, done), coming) for key, (held, due, done, coming) in numbers.items()},
    )
