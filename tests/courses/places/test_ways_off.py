"""Every way off a class leaves nothing open: no assessment, no absence to follow up, no grant beyond it (K2, C3, A6)."""

from types import SimpleNamespace

import pytest

from amo import clock, counters
from courses import grants as course_grants
from courses.actions import absence, endings, lifecycle, offers, suitability
from courses.actions.enrolments import assign_instructor, end_participation
from courses.actions.leaving import undo_end
from courses.models import AbsenceWarning, DecisionLetter, Enrolment, Intake, SuitabilityAssessment, Wish
from participants import grants
from participants.models import AccessGrant, Task
from tests import factories as f
from tests.courses.places.world import World, statuses, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("K2")]
REASON = "For få søkere til at kurset kan holdes."
ABOUT_THE_COURSE = ("suitability", absence.TASK)


def accepted(world: World) -> SimpleNamespace:
    """She has a place on her second wish, and an offer for her first."""
    application = world.applies(*world.intakes)
    higher, wish = application.wishes.order_by("rank")
    # An instructor who has the class from its first day on: her view of it lies ahead.
    instructor = f.MembershipFactory(instructor=True, provider=world.provider)
    assign_instructor(intake=wish.intake, instructor=instructor, starts_on=wish.intake.starts_on, by=world.lead)
    Wish.objects.filter(pk__in=[higher.pk, wish.pk]).update(status="offered")
    Intake.objects.filter(pk__in=[higher.intake_id, wish.intake_id]).update(occupied=1)
    better = f.OfferFactory(wish=higher)
    offers.answer_offer(offer=f.OfferFactory(wish=wish), accept=True, by=world.caseworker)
    return SimpleNamespace(world=world, better=better, wish=wish, enrolment=Enrolment.objects.get(), day=today())


def with_open_matters(case) -> None:
    """The provider finds that the course does not suit her, and she has been away."""
    row = suitability.assess(
        enrolment=case.enrolment, outcome="not_suitable", reasons=["hours"], by=case.world.lead
    )  # fmt: skip
    case.assessment = row
    absence._tell([f.AbsenceWarningFactory(enrolment=case.enrolment)], case.world.lead)
    case.enrolment.refresh_from_db()
    assert open_about_the_course(case.enrolment) == ["absence_pattern", "absence_pattern", "suitability"]


def open_about_the_course(enrolment) -> list[str]:
    tasks = Task.objects.open().filter(participant=enrolment.participant, kind__in=ABOUT_THE_COURSE)
    return sorted(tasks.values_list("kind", flat=True))


def run(case, *, ends_in: int = 30) -> None:
    """The class runs, and she is on it."""
    Intake.objects.filter(pk=case.enrolment.intake_id).update(
        status="running", starts_on=today(-3), theory_ends_on=today(ends_in), ends_on=today(ends_in),
        application_deadline=today(-10),
    )  # fmt: skip
    Enrolment.objects.filter(pk=case.enrolment.pk).update(
        status="participating", starts_on=today(-3), ends_on=today(ends_in)
    )
    case.enrolment = Enrolment.objects.select_related("intake").get(pk=case.enrolment.pk)
    course_grants.write(course_grants.with_sources(Enrolment.objects.filter(pk=case.enrolment.pk)))


# --- the ways --------------------------------------------------------------------------------------


def ended_before_the_start(case) -> str:
    end_participation(enrolment=case.enrolment, on=today(), reason="work", by=case.world.caseworker)
    return "not_started"


def left_early(case) -> str:
    run(case)
    end_participation(enrolment=case.enrolment, on=today(-1), reason="work", by=case.world.caseworker)
    return "dropped_out"


def left_for_a_better_course(case) -> str:
    offers.answer_offer(offer=case.better, accept=True, by=case.world.caseworker)
    return "not_started"


def given_on(case) -> str:
    row = suitability.show_to_person(assessment=case.assessment, on=today(), comment="", by=case.world.caseworker)
    suitability.decide(
        assessment=row, decision="given_on", reason="Tidene kan ikke flyttes.", by=case.world.maker
    )  # fmt: skip
    return "not_started"


def called_off(case) -> str:
    endings.call_off(intake=case.enrolment.intake, reason=REASON, by=case.world.maker)
    return "not_started"


def cut_short(case) -> str:
    run(case)
    endings.cut_short(intake=case.enrolment.intake, last_day=today(-1), reason=REASON, by=case.world.maker)
    return "completed"


def cut_short_on_a_day_ahead(case) -> str:
    run(case)
    endings.cut_short(intake=case.enrolment.intake, last_day=today(2), reason=REASON, by=case.world.maker)
    assert len(open_about_the_course(case.enrolment)) == 3, "she is still on the course"
    lifecycle.complete_enrolments(today(3))
    return "completed"


def completed(case) -> str:
    run(case, ends_in=-1)
    lifecycle.complete_enrolments(today())
    return "completed"


WAYS = [
    ended_before_the_start, left_early, left_for_a_better_course, given_on, called_off, cut_short,
    cut_short_on_a_day_ahead, completed,
]  # fmt: skip
FREES_THE_PLACE = {ended_before_the_start, left_for_a_better_course, given_on, called_off}


@pytest.mark.row("A6")
@pytest.mark.row("C3")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_nothing_stays_open(way):
    case = accepted(World(intakes=2))
    with_open_matters(case)
    status = way(case)
    enrolment = Enrolment.objects.get(pk=case.enrolment.pk)
    assert enrolment.status == status
    assert not SuitabilityAssessment.objects.unanswered().exists()
    assert not AbsenceWarning.objects.open().exists()
    assert open_about_the_course(enrolment) == []
    wrong = [one for one in grants.differences() if (one.expected or one.found).source == AccessGrant.Source.ENROLMENT]
    assert wrong == []
    assert counters.check() == []
    if way in FREES_THE_PLACE:
        assert Intake.objects.get(pk=enrolment.intake_id).occupied == 0
        assert Wish.objects.get(pk=case.wish.pk).status == "closed"
        last = AccessGrant.objects.filter(source_id=enrolment.public_id, provider=case.world.provider)
        assert set(last.values_list("ends_on", flat=True)) == {clock.today()}
        unsent = DecisionLetter.objects.filter(kind="offer", wish=case.wish, status="draft")
        assert not unsent.exists(), "nobody is written to that the place is hers"


@pytest.mark.row("A5")
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_letter_where_somebody_else_ended_it(way):
    """Who chose the better course, or was there to the last day, needs no letter about its end."""
    case = accepted(World(intakes=2))
    with_open_matters(case)
    way(case)
    letters = DecisionLetter.objects.filter(kind="end", enrolment=case.enrolment, status="draft")
    assert letters.count() == (0 if way in (left_for_a_better_course, completed) else 1)


@pytest.mark.row("A6")
def test_what_fell_away_says_who_and_why_and_is_no_answer(client_for):
    case = accepted(World(intakes=2))
    with_open_matters(case)
    called_off(case)
    row = SuitabilityAssessment.objects.get()
    assert (row.decision, row.decided_by) == ("lapsed", case.world.maker)
    assert row.decision_reason == "Deltakelsen var slutt før Nav hadde avgjort."
    assert "Falt bort: deltakelsen er slutt" in text(client_for(case.world.caseworker).get(row.get_absolute_url()))
    assert SuitabilityAssessment.Decision.LAPSED not in SuitabilityAssessment.ANSWERS


def test_an_end_that_is_undone_opens_again_what_it_closed():
    case = accepted(World(intakes=2))
    with_open_matters(case)
    before = open_about_the_course(case.enrolment)
    left_early(case)
    undo_end(enrolment=Enrolment.objects.get(pk=case.enrolment.pk), by=case.world.caseworker)
    assert open_about_the_course(case.enrolment) == before
    assert SuitabilityAssessment.objects.unanswered().count() == AbsenceWarning.objects.open().count() == 1


@pytest.mark.row("C3")
def test_a_placement_goes_with_the_place():
    case = accepted(World(intakes=2))
    placement = f.PlacementFactory(enrolment=case.enrolment, employer=f.EmployerFactory(slots=1))
    left_for_a_better_course(case)
    placement.refresh_from_db()
    assert placement.status == "cancelled"
    assert statuses(case.wish.application) == ["accepted", "closed"]
