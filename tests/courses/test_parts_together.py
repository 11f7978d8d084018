"""Where the parts of a course meet: letters, waiting, places and who may see what, each kept by another part."""

import pytest
from django.core.exceptions import ValidationError

from amo import clock
from courses import conditions_now, leftover, run_lists, run_page
from courses.actions import allocation, endings, exceptions, offers
from courses.actions import leftover as leftover_actions
from courses.actions.catalogue import save_intake
from courses.actions.enrolments import end_participation, may_have_certificate
from courses.actions.leaving import correct_end, undo_end
from courses.models import AllocationDecision, DecisionLetter, Enrolment, Offer, Wish
from participants.models import Participant
from tests import factories
from tests.courses.places.test_leftover import leftovers, open_round  # noqa: F401
from tests.courses.places.world import World, statuses
from tests.factories import today

pytestmark = pytest.mark.django_db
SEED = "00" * 16


def allocated(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    return allocation.approve_run(run=run, by=world.approver)


def offered(application) -> Offer:
    return Offer.objects.get(wish__application=application, status="outstanding")


@pytest.mark.row("A3")
def test_a_place_given_up_for_a_better_one_can_be_taken_again_when_the_better_course_is_called_off():
    world = World(intakes=2, places=1)
    better, other = world.intakes
    first = world.applies(better)
    person = world.applies(better, other)
    allocated(world)
    offers.answer_offer(offer=offered(person), accept=True, by=world.caseworker)
    offers.answer_offer(offer=offered(first), accept=False, reason="Har fått jobb.", by=world.caseworker)
    offers.answer_offer(offer=offered(person), accept=True, by=world.caseworker)
    assert statuses(person) == ["accepted", "closed"]
    endings.call_off(intake=better, reason="For få søkere til kurset.", by=world.maker)
    assert statuses(person) == ["closed", "offered"]
    offers.answer_offer(offer=offered(person), accept=True, by=world.caseworker)
    assert Enrolment.objects.get(status="awaiting_start").intake == other


@pytest.fixture
def left():
    """Somebody whose participation ended yesterday, by whoever is asked for."""
    world = World(intakes=0)
    intake = factories.IntakeFactory(contract=world.contract, running=True, occupied=1)
    world.enrolment = factories.EnrolmentFactory(participant=world.person(), intake=intake, granted=True)
    return world


def ended(world, by, reason="other") -> Enrolment:
    return end_participation(enrolment=world.enrolment, on=today(-1), reason=reason, by=by)


@pytest.mark.row("K2")
def test_what_nav_has_ended_the_provider_neither_undoes_nor_rewords(left):
    enrolment = ended(left, left.caseworker)
    for change in (
        lambda: undo_end(enrolment=enrolment, by=left.lead),
        lambda: correct_end(enrolment=enrolment, on=today(-1), reason="work", by=left.lead),
    ):
        with pytest.raises(ValidationError, match="Nav har avsluttet"):
            change()
    assert undo_end(enrolment=enrolment, by=left.caseworker).status == "participating"


@pytest.mark.row("A5")
def test_an_end_that_is_undone_leaves_no_letter_and_the_next_one_has_its_own(left):
    enrolment = undo_end(enrolment=ended(left, left.lead), by=left.lead)
    assert set(DecisionLetter.objects.values_list("status", flat=True)) == {"discarded"}
    left.enrolment = enrolment
    ended(left, left.lead)
    assert DecisionLetter.objects.filter(status="draft", enrolment=enrolment).count() == 1


@pytest.mark.row("K5")
def test_a_course_that_was_cut_short_gives_no_certificate_of_a_whole_one(left):
    endings.cut_short(
        intake=left.enrolment.intake, last_day=today(-1), reason="Kursleverandøren har ingen lærer.", by=left.maker
    )
    left.enrolment.refresh_from_db()
    assert left.enrolment.status == "completed" and not may_have_certificate(left.enrolment, today())


@pytest.mark.row("C3")
def test_the_days_of_a_class_that_is_to_be_cut_short_are_changed_where_it_was(left):
    intake = endings.cut_short(
        intake=left.enrolment.intake, last_day=today(3), reason="Kursleverandøren har ingen lærer.", by=left.maker
    )
    with pytest.raises(ValidationError, match="Kurset skal stanses"):
        save_intake(intake=intake, values={"ends_on": today(40)}, quotas={}, by=left.maker, version=intake.version)


@pytest.mark.row("A4")
def test_a_wish_made_in_the_leftover_round_waits_from_its_own_day(leftovers):  # noqa: F811
    round_ = open_round(leftovers)
    leftover_actions.answer_round(
        application=leftovers.without, round_=round_, wishes=[leftovers.vacant], note="", by=leftovers.caseworker
    )
    assert Wish.objects.get(intake=leftovers.vacant).added_on == today()


@pytest.mark.row("A2")
def test_a_course_she_has_taken_back_is_not_suggested_again(leftovers):  # noqa: F811
    application = leftovers.without
    open_round(leftovers)
    assert leftover.suggestions([application], today())[application.pk] == [leftovers.vacant]
    factories.WishFactory(
        application=application, intake=leftovers.vacant, rank=None, status="closed", removed_at=clock.now(),
        removed_by=leftovers.caseworker,
    )  # fmt: skip
    assert leftover.suggestions([application], today())[application.pk] == []


@pytest.mark.row("C1")
def test_conditions_and_leftover_places_go_by_what_the_class_was_planned_under(leftovers):  # noqa: F811
    """The minimum was raised after the class was planned: neither a false task nor a place held back."""
    application, vacant = leftovers.without, leftovers.vacant
    open_round(leftovers)
    concept = vacant.concept
    vacant.concept_version = factories.ConceptVersionFactory(concept=concept)
    vacant.save()
    concept.minimum_oral, concept.minimum_reason = "C1", "Samtaler med kunder."
    concept.save()
    assert leftover.suggestions([application], today())[application.pk] == [vacant]
    wish = factories.WishFactory(application=application, intake=vacant, rank=2, status="waiting")
    assert conditions_now.stops_now([wish], day=today()) == {}


@pytest.mark.row("A2")
def test_who_may_not_be_opened_stands_in_no_list_of_a_proposal(rf):
    world = World(places=1)
    shown, hidden = world.applies(), world.applies()
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    decision = AllocationDecision.objects.get(run=run, wish__application=hidden)
    exceptions.make_exception(decision=decision, kind="place", reason="Har ventet svært lenge.", by=world.maker)
    Participant.objects.filter(pk=hidden.participant_id).update(is_shielded=True)
    run = run.window.runs.order_by("-pk").first()
    found = run_lists.decisions_of(run, world.approver)
    assert {row.wish.application_id for row in found} == {shown.pk}
    assert run_page.context(run, world.approver)["exceptions"] == []
