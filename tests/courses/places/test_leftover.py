"""The leftover round: shown what fits and is free, new wishes with the person, the engine again (A2)."""

import datetime as dt
import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from amo import clock
from amo.models import Membership, Notification
from courses import leftover
from courses.actions import allocation
from courses.actions import leftover as actions
from courses.actions.letters import lacks_reason
from courses.actions.lifecycle import advance
from courses.models import Application, DecisionLetter, LeftoverAnswer, LeftoverRound, Wish
from participants.models import AccessGrant, Participant
from tests import factories
from tests.courses.places.world import World, statuses, text
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("A2")]
SEED = "00" * 16


def fits(world, intake):
    """A checklist that everybody meets, and openings enough: the course is recommended to all."""
    concept = intake.concept
    concept.occupations.add(factories.OccupationFactory())
    factories.LabourDemandFactory(occupation=concept.occupations.get(), county=concept.county)
    factories.ChecklistItemFactory(concept=concept, kind="norwegian", skill="oral", level="A1", label="Norsk")


def other_course(world, **more):
    """Another course of the county in the same round, that fits everybody mapped."""
    concept = factories.ConceptFactory(county=world.county)
    intake = factories.IntakeFactory(
        contract__concept=concept, window=world.window, starts_on=today(40), application_deadline=today(-1), **more
    )
    fits(world, intake)
    return intake


def mapped(world):
    person = world.person()
    factories.MappingFactory(participant=person)
    return person


@pytest.fixture
def leftovers():
    """One got the only place, one did not; another course of the round has two vacancies."""
    world = World(places=1)
    world.placed = world.applies(person=mapped(world))
    world.without = world.applies(person=mapped(world))
    world.vacant = other_course(world, capacity=2)
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    allocation.approve_run(run=run, by=world.approver)
    world.window.refresh_from_db()
    return world


def open_round(world, **more):
    given = {"window": world.window, "deadline": today(7), "open_to_others": False, "by": world.maker} | more
    return actions.open_round(**given)


def test_who_has_no_place_is_shown_courses_with_vacancies_and_her_caseworker_is_told(leftovers):
    round_ = open_round(leftovers)
    assert list(leftover.without_place([leftovers.window.pk])) == [leftovers.without]
    found = leftover.suggestions([leftovers.without], clock.today())
    assert found == {leftovers.without.pk: [leftovers.vacant]}
    note = Notification.objects.get(membership=leftovers.caseworker, dedupe_key__startswith="leftover:")
    assert "én av brukerne dine" in note.text and str(round_.public_id) in note.dedupe_key


def told(membership) -> list[str]:
    return list(
        Notification.objects.filter(membership=membership, dedupe_key__startswith="leftover:").values_list(
            "text", flat=True
        )
    )


def test_a_caseworker_hears_the_number_she_may_know_of_and_no_kode_6(leftovers):
    """Each has one who is strictly confidential, and one of them has not the flag: she hears of her other person only."""
    flagged = factories.MembershipFactory(office=leftovers.office, sees_strictly_confidential=True)
    for caseworker in (leftovers.caseworker, flagged):
        person = mapped(leftovers)
        waits = leftovers.applies(leftovers.intakes[0], person=person)
        Participant.objects.filter(pk=person.pk).update(
            address_protection="strictly_confidential", caseworker=caseworker
        )
        Application.objects.filter(pk=waits.pk).update(decided_at=clock.now(), status="decided")
    open_round(leftovers)
    for caseworker in (leftovers.caseworker, flagged):
        (found,) = told(caseworker)
        assert "én av brukerne dine" in found


def test_people_of_a_caseworker_who_has_left_are_told_of_to_the_leads_of_their_office(leftovers):
    lead = factories.MembershipFactory(office_lead=True, office=leftovers.office)
    elsewhere = factories.MembershipFactory(office_lead=True)
    Membership.objects.filter(pk=leftovers.caseworker.pk).update(starts_on=today(-9), ends_on=today(-1))
    open_round(leftovers)
    assert (told(leftovers.caseworker), told(elsewhere)) == ([], [])
    (found,) = told(lead)
    assert "én bruker uten plass ved kontoret har ingen veileder" in found


def test_at_most_three_and_none_below_the_floors_full_or_wished_for(leftovers):
    courses = [other_course(leftovers) for _ in range(3)]
    unwanted = factories.ConceptFactory(county=leftovers.county)
    factories.ChecklistItemFactory(concept=unwanted, kind="norwegian", skill="oral", level="C2", label="Norsk")
    factories.IntakeFactory(contract__concept=unwanted, window=leftovers.window, starts_on=today(40))
    full = other_course(leftovers, capacity=0)
    open_round(leftovers)
    found = leftover.suggestions([leftovers.without], clock.today())[leftovers.without.pk]
    assert len(found) == 3
    assert set(found) <= {leftovers.vacant, *courses}
    assert full not in found and leftovers.intakes[0] not in found


def test_new_wishes_come_after_the_old_ones_and_the_engine_runs_again(leftovers):
    round_ = open_round(leftovers)
    actions.answer_round(
        application=leftovers.without, round_=round_, wishes=[leftovers.vacant], note="", by=leftovers.caseworker
    )
    added = Wish.objects.get(application=leftovers.without, intake=leftovers.vacant)
    assert (added.rank, added.status, added.advice["group"]) == (2, "pending", "recommended")
    run = allocation.run_allocation(window=leftovers.window, by=leftovers.maker, seed=SEED)
    with pytest.raises(ValidationError, match="Fristen for nye ønsker"):
        allocation.approve_run(run=run, by=leftovers.approver)
    LeftoverRound.objects.update(deadline=today(-1))
    allocation.approve_run(run=run, by=leftovers.approver)
    assert statuses(leftovers.without) == ["waiting", "offered"]
    assert statuses(leftovers.placed) == ["offered"]


def test_nobody_is_placed_where_she_has_not_wished(leftovers):
    open_round(leftovers)
    LeftoverRound.objects.update(deadline=today(-1))
    run = allocation.run_allocation(window=leftovers.window, by=leftovers.maker, seed=SEED)
    assert not run.decisions.filter(wish__intake=leftovers.vacant).exists()


def test_none_of_them_takes_a_reason_and_both_are_answered_once(leftovers):
    round_ = open_round(leftovers)
    given = {"application": leftovers.without, "round_": round_, "wishes": [], "by": leftovers.caseworker}
    with pytest.raises(ValidationError, match="Skriv hvorfor ingen"):
        actions.answer_round(note="", **given)
    actions.answer_round(note="Vil vente på pleiekurset.", **given)
    with pytest.raises(ValidationError, match="allerede sendt"):
        actions.answer_round(note="Igjen", **given)
    (row,) = leftover.progress(round_, leftovers.maker)
    assert (row["people"], row["new_wishes"], row["no_wishes"], row["left"]) == (1, 0, 1, 0)
    assert statuses(leftovers.without) == ["waiting"]


def test_a_place_that_is_taken_meanwhile_is_told_at_its_wish(leftovers):
    round_ = open_round(leftovers)
    type(leftovers.vacant).objects.filter(pk=leftovers.vacant.pk).update(occupied=2)
    with pytest.raises(ValidationError) as refused:
        actions.answer_round(
            application=leftovers.without, round_=round_, wishes=[leftovers.vacant], note="", by=leftovers.caseworker
        )
    assert "har ikke ledig plass lenger" in refused.value.message_dict["wish_1"][0]
    assert not LeftoverAnswer.objects.exists()


def test_after_the_deadline_and_for_one_with_a_place_it_is_refused(leftovers):
    round_ = open_round(leftovers)
    given = {"round_": round_, "wishes": [leftovers.vacant], "note": "", "by": leftovers.caseworker}
    with pytest.raises(ValidationError, match="fått plass eller tilbud"):
        actions.answer_round(application=leftovers.placed, **given)
    LeftoverRound.objects.update(deadline=today(-1))
    with pytest.raises(ValidationError, match="Fristen for nye ønsker er ute"):
        actions.answer_round(application=leftovers.without, **given)


def test_another_countys_free_places_come_through_that_county(leftovers):
    open_round(leftovers)
    neighbour = World(places=5)
    fits(neighbour, neighbour.intakes[0])
    neighbour.applies(person=mapped(neighbour))
    run = allocation.run_allocation(window=neighbour.window, by=neighbour.maker, seed=SEED)
    allocation.approve_run(run=run, by=neighbour.approver)
    theirs = actions.open_round(window=neighbour.window, deadline=today(7), open_to_others=False, by=neighbour.maker)
    offered = neighbour.intakes[0]
    assert offered not in leftover.suggestions([leftovers.without], clock.today())[leftovers.without.pk]
    actions.change_round(round_=theirs, deadline=today(8), open_to_others=True, by=neighbour.maker)
    assert offered in leftover.suggestions([leftovers.without], clock.today())[leftovers.without.pk]
    actions.answer_round(
        application=leftovers.without, round_=leftovers.window.leftover, wishes=[offered], note="",
        by=leftovers.caseworker,
    )  # fmt: skip
    sent = Application.objects.get(window=neighbour.window, participant=leftovers.without.participant)
    assert sent.status == "submitted"
    assert AccessGrant.objects.filter(participant=sent.participant, county=neighbour.county).exists()
    LeftoverRound.objects.update(deadline=today(-1))
    again = allocation.run_allocation(window=neighbour.window, by=neighbour.maker, seed=SEED)
    allocation.approve_run(run=again, by=neighbour.approver)
    assert statuses(sent) == ["offered"]


def test_only_after_the_allocation_once_and_by_the_county(leftovers):
    with pytest.raises(PermissionDenied):
        open_round(leftovers, by=factories.MembershipFactory(county_staff=True))
    with pytest.raises(ValidationError, match="tidligst i morgen"):
        open_round(leftovers, deadline=today())
    open_round(leftovers)
    with pytest.raises(ValidationError, match="allerede åpnet"):
        open_round(leftovers)
    early = World()
    with pytest.raises(ValidationError, match="når fordelingen er godkjent"):
        open_round(early)


def test_a_new_wish_that_no_run_took_up_is_not_refused_as_full_when_its_course_starts_half_empty(leftovers):
    """Two of two places are free: she is told what is true, and gets no points for a refusal there was not."""
    round_ = open_round(leftovers)
    actions.answer_round(
        application=leftovers.without, round_=round_, wishes=[leftovers.vacant], note="", by=leftovers.caseworker
    )
    advance(clock.now() + dt.timedelta(days=60))
    left = Wish.objects.filter(application=leftovers.without).order_by("rank")
    assert list(left.values_list("status", "refusal_reason")) == [("refused", "full"), ("refused", "other")]
    letter = DecisionLetter.objects.for_content().get(wish=left[1])
    why = "Ønsket ditt var ikke med i noen fordeling av plasser før kurset startet."
    assert why in letter.own_words and not lacks_reason(letter)


def test_the_pages_of_county_and_office(leftovers, client_for):
    county, office = client_for(leftovers.maker), client_for(leftovers.caseworker)
    url = reverse("courses:leftover_county", args=[leftovers.window.public_id])
    assert "1 søker er uten plass." in text(county.get(url))
    refused = county.post(url, {"deadline": today(-1).isoformat()})
    assert refused.status_code == 422 and "tidligst i morgen" in text(refused)
    saturday = today(7)
    while saturday.weekday() != 5:
        saturday += dt.timedelta(days=1)
    response = county.post(url, {"deadline": saturday.isoformat()}, follow=True)
    assert "ingen virkedag" in text(response)
    round_ = LeftoverRound.objects.get()
    assert round_.deadline.weekday() < 5 and round_.deadline > saturday

    listed = text(office.get(reverse("courses:leftover_list")))
    assert leftovers.without.participant.list_name in listed and leftovers.vacant.code in listed
    assert leftovers.placed.participant.list_name not in listed
    form = reverse("courses:leftover_wishes", args=[leftovers.without.public_id, round_.public_id])
    assert leftovers.vacant.code in text(office.get(form))
    empty = office.post(form, {"wish_1": "", "note": ""})
    assert empty.status_code == 422 and "Velg minst ett kurs" in text(empty)
    assert office.post(form, {"wish_1": str(leftovers.vacant.pk), "note": ""}).status_code == 302
    assert "Nye ønsker sendt" in text(office.get(reverse("courses:leftover_list")))
    assert "Nye ønsker" in text(county.get(url))


PROTECTIONS = [{"address_protection": "confidential"}, {"is_shielded": True}]


def columns_of(page: str, row: str) -> list[str]:
    """What stands in the cells of a row, its header first."""
    found = page.split(f'id="row-{row}"')[1].split("</tr>")[0]
    return [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd].*?</t[hd]>", found, re.DOTALL)]


@pytest.mark.parametrize("protection", PROTECTIONS)
def test_a_masked_row_tells_nothing_leads_nowhere_and_is_not_found_by_what_it_hides(leftovers, client_for, protection):
    round_ = open_round(leftovers)
    Participant.objects.filter(pk=leftovers.without.participant_id).update(**protection)
    client, address = client_for(leftovers.caseworker), reverse("courses:leftover_list")
    page = text(client.get(address))
    assert columns_of(page, leftovers.without.public_id) == ["Beskyttet", "–", "–", "–", "–", "–"]
    told = [leftovers.vacant.code, leftovers.window.name, leftovers.without.participant.list_name]
    form = reverse("courses:leftover_wishes", args=[leftovers.without.public_id, round_.public_id])
    assert [one for one in [*told, form] if one in page] == []
    for quick in ("own", "left", "done"):
        assert "Beskyttet" not in text(client.get(address, {"f": "1", "quick": quick}))
    LeftoverAnswer.objects.create(
        round=round_, application=leftovers.without, wishes=1, answered_by=leftovers.caseworker, answered_at=clock.now()
    )
    assert client.get(form).status_code == 403, "nor does the address say that she is gone through"
    leftovers.caseworker.sees_confidential = leftovers.caseworker.sees_shielded = True
    leftovers.caseworker.save()
    page = text(client.get(address, {"f": "1", "quick": "done"}))
    assert leftovers.without.participant.list_name in page and leftovers.window.name in page


@pytest.mark.parametrize("sort", ["name", "caseworker", "round", "deadline"])
def test_a_masked_row_comes_last_whichever_way_the_list_is_sorted(leftovers, client_for, sort):
    open_round(leftovers)
    masked = leftovers.without
    Participant.objects.filter(pk=masked.participant_id).update(is_shielded=True, first_name="A", last_name="A")
    shown = leftovers.applies(leftovers.intakes[0], person=mapped(leftovers))
    Application.objects.filter(pk=shown.pk).update(decided_at=clock.now(), status="decided")
    Wish.objects.filter(application=shown).update(status="waiting")
    client = client_for(leftovers.caseworker)
    for way in (sort, f"-{sort}"):
        page = text(client.get(reverse("courses:leftover_list"), {"f": "1", "sort": way}))
        assert page.index(f"row-{shown.public_id}") < page.index(f"row-{masked.public_id}")
