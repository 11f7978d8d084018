"""What the page of a proposal shows: what each office and course gets, the exceptions, what has changed (A2)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from amo.models import Membership, Office
from courses import ground
from courses.actions.policies import to_policy
from courses.facts_catalogue import unshown_at, with_own_number
from courses.models import AllocationDecision, AllocationRun, Application, Intake
from courses.recorded import Difference, Recorded, Row, difference, may_be_counted, recorded, totals
from courses.shown_names import shown_name
from participants.models import Participant

Outcome = AllocationDecision.Outcome
MOST_MOVED = 60


def context(run: AllocationRun, membership: Membership) -> dict:
    """Everything of the run's page; a constant number of queries."""
    found = recorded(run, may_be_counted(membership))
    shown = run.exceptions.filter(wish__application__participant__in=Participant.objects.openable_by(membership))
    exceptions = list(shown.select_related("made_by__user", "wish__application__participant", "wish__intake"))
    preview = run.status == AllocationRun.Status.PREVIEW
    return {
        "summary": summary(found),
        "offices": offices(found, None if membership.sees_strictly_confidential else _unshown(run, found)),
        "courses": courses(run, found),
        "exceptions": [_exception(one, membership, run) for one in exceptions],
        "effect": exceptions_effect(run, found, membership) if exceptions else [],
        "changes": ground.changes(run) if preview else [],
    }


def without_place(rows: Iterable[Row]) -> set[str]:
    """Applications that neither get a place nor hold one."""
    everybody, settled = set(), set()
    for row in rows:
        everybody.add(row.application)
        if row.outcome in (Outcome.PLACED, Outcome.HELD):
            settled.add(row.application)
    return everybody - settled


def summary(found: Recorded) -> list[tuple[str, object]]:
    """(name, number) of the whole proposal."""
    sums = totals(found.decided)
    places = sum(max(0, one.capacity - sum(one.taken.values())) for one in found.intakes)
    return [
        (_("Søkere"), sums.applicants),
        (_("Får plass"), sums.placed),
        (_("Får førsteønsket"), sums.first_wish),
        (_("Uten plass"), len(without_place(found.decided))),
        (_("Over kvote"), sums.over_quota),
        (_("Plasser som blir stående ledige"), max(0, places - sums.placed)),
    ]


def offices(found: Recorded, unshown: Mapping[int, Mapping[int, int]] | None = None) -> list[list]:
    """Per office: applicants, sum of its minimums and maximums, what it has, gets, first wishes, over quota.

    unshown: {intake: {office: places}} that no office's number may hold; given, places taken that then stand under no
    office come last, with those of offices that have few and nothing else (decision 26).
    """
    sums = totals(found.decided)
    least, most, taken, short = Counter(), {}, Counter(), Counter()
    given = Counter((row.office, row.intake) for row in found.decided if row.outcome == Outcome.PLACED)
    for intake in found.intakes:
        hidden = (unshown or {}).get(int(intake.id), {})
        held = {office: max(0, n - hidden.get(int(office), 0)) for office, n in intake.taken.items()}
        for office, quota in intake.quotas.items():
            least[office] += quota.minimum
            open_ended = quota.maximum is None or most.get(office, 0) is None
            most[office] = None if open_ended else most.get(office, 0) + quota.maximum
            has = held.get(office, 0) + given[office, intake.id]
            short[office] += max(0, quota.minimum - has)
        taken.update(held)
    rest = 0
    if unshown is not None:
        places = sum(n for intake in found.intakes for n in intake.taken.values())
        own, rest = with_own_number(taken, sums.applied_office.keys() | least.keys(), places)
        taken = Counter(own)
    names = _office_names()
    everyone = sums.applied_office.keys() | least.keys() | taken.keys()
    rows = [
        [
            names[int(office)],
            sums.applied_office[office],
            _quota(least[office], most.get(office, 0)) if office in least else "",
            taken[office],
            sums.by_office[office],
            sums.first_office[office],
            sums.over_office[office],
            short[office],
        ]
        for office in sorted(everyone, key=lambda key: names[int(key)])
    ]
    return [*rows, [_("Ikke fordelt på kontor"), "", "", rest, "", "", "", ""]] if rest else rows


def _unshown(run: AllocationRun, found: Recorded) -> dict[int, dict[int, int]]:
    return unshown_at([int(intake.id) for intake in found.intakes], run.made_at)


def _quota(least: int, most: int | None) -> str:
    return _("%(least)d eller flere") % {"least": least} if most is None else f"{least}–{most}"


def _office_names() -> dict[int, str]:
    return dict(Office.objects.order_by().values_list("pk", "name"))


def courses(run: AllocationRun, found: Recorded) -> list[dict]:
    """Per course: places, what is given, who waits, what stays free, and where its applicants stand."""
    outcomes = defaultdict(Counter)
    first = Counter(row.intake for row in found.decided if row.rank == 1)
    for row in found.decided:
        outcomes[row.intake][row.outcome] += 1
    stored = {one.id: one for one in found.intakes}
    intakes = Intake.objects.filter(pk__in=[int(key) for key in stored]).with_names().order_by("starts_on", "code")
    people = reverse("courses:run_decisions", args=[run.public_id])
    rows = []
    for intake in intakes:
        counts, one = outcomes[str(intake.pk)], stored[str(intake.pk)]
        taken = sum(one.taken.values())
        rows.append(
            {
                "intake": intake,
                "url": f"{people}?kurs={intake.pk}",
                "capacity": one.capacity,
                "taken": taken,
                "applicants": sum(counts.values()),
                "first": first[str(intake.pk)],
                "given": counts[Outcome.PLACED],
                "waiting": counts[Outcome.WAITING],
                "blocked": counts[Outcome.BLOCKED],
                "free": max(0, one.capacity - taken - counts[Outcome.PLACED]),
            }
        )
    return rows


def _exception(one, membership: Membership, run: AllocationRun) -> dict:
    person = one.wish.application.participant
    return {
        "exception": one,
        "who": shown_name(person, membership),
        "course": one.wish.intake.code,
        "remove_url": reverse("courses:exception_remove", args=[run.public_id, one.pk]),
    }


def exceptions_effect(run: AllocationRun, found: Recorded, membership: Membership) -> list[dict]:
    """Who has another place because of the exceptions: the same facts counted again without them."""
    ordinary = found.again(to_policy(run.policy), exceptions=False)
    seen = {row.application for row in found.decided}
    return moved_people(difference([row for row in ordinary if row.application in seen], found.decided), membership)


def moved_people(found: Difference, membership: Membership) -> list[dict]:
    """{who, before, after} of those whose place is another; at most MOST_MOVED. Two queries."""
    moved = found.moved[:MOST_MOVED]
    applications = Application.objects.visible_to(membership).filter(
        public_id__in=[name for name, _b, _a in moved], participant__in=Participant.objects.openable_by(membership)
    )
    people = {str(one.public_id): one.participant for one in applications.select_related("participant__office")}
    codes = {
        str(intake.pk): f"{intake.concept.title} ({intake.code})"
        for intake in Intake.objects.filter(
            pk__in={int(key) for _n, *pair in moved for key in pair if key}
        ).with_names()
    }
    nothing = _("ingen plass")
    return [
        {
            "who": shown_name(people[name], membership),
            "office": people[name].office.name,
            "before": codes.get(before, nothing),
            "after": codes.get(after, nothing),
        }
        for name, before, after in moved
        if name in people
    ]


def compared(found: Difference) -> dict:
    """A difference in counts: in all, per office and per course (only what changes)."""
    before, after = found.before, found.after
    names = _office_names()
    codes = {
        str(intake.pk): f"{intake.concept.title} ({intake.code})"
        for intake in Intake.objects.filter(
            pk__in=[int(key) for key in before.by_intake.keys() | after.by_intake.keys()]
        ).with_names()
    }
    return {
        "figures": [
            [_("Får plass"), before.placed, after.placed],
            [_("Får førsteønsket"), before.first_wish, after.first_wish],
            [_("Over kvote"), before.over_quota, after.over_quota],
            [_("Ventedager i snitt for dem som får plass"), round(before.days_waiting), round(after.days_waiting)],
        ],
        "offices": _changed(before.by_office, after.by_office, lambda key: names[int(key)]),
        "courses": _changed(before.by_intake, after.by_intake, lambda key: codes[key]),
        "moved": len(found.moved),
    }


def _changed(before: Counter, after: Counter, name) -> list[list]:
    rows = [[name(key), before[key], after[key]] for key in before.keys() | after.keys() if before[key] != after[key]]
    return sorted(rows)
