"""New wishes of a leftover round pass what every wish passes, and go to the one application of their round (A1, A2, P7)."""

import dataclasses

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from courses import county_rule, plan_rule
from courses.actions import allocation
from courses.actions import leftover as actions
from courses.actions.applications import submit_application
from courses.engines.advice import AdvicePolicy
from courses.models import Application, LeftoverAnswer, LeftoverRound, Wish
from participants.actions import save_plan
from participants.models import AccessGrant, Task
from tests import factories
from tests.courses.nav.plans import chain
from tests.courses.places.test_concurrency import at_once
from tests.courses.places.test_leftover import SEED, fits, leftovers, mapped, open_round
from tests.courses.places.world import World, statuses, text
from tests.factories import today

__all__ = ["leftovers"]
pytestmark = [pytest.mark.django_db, pytest.mark.row("A2"), pytest.mark.row("A1")]


def decided(world):
    run = allocation.run_allocation(window=world.window, by=world.maker, seed=SEED)
    allocation.approve_run(run=run, by=world.approver)


@pytest.fixture
def neighbour(leftovers):
    """Another county, whose round is decided and whose vacancies are offered to others; its first course fits all."""
    leftovers.round = open_round(leftovers)
    other = World(places=5)
    fits(other, other.intakes[0])
    other.applies(person=mapped(other))
    return other


def opens(neighbour, **more):
    decided(neighbour)
    given = {"deadline": today(7), "open_to_others": True, "by": neighbour.maker} | more
    return actions.open_round(window=neighbour.window, **given)


def answer(leftovers, *wishes, **more):
    given = {"application": leftovers.without, "round_": leftovers.round, "note": "", "by": leftovers.caseworker}
    return actions.answer_round(wishes=list(wishes), **given | more)


def refused(leftovers, *wishes) -> dict:
    with pytest.raises(ValidationError) as error:
        answer(leftovers, *wishes)
    assert not LeftoverAnswer.objects.exists()
    return error.value.message_dict


# --- one application in a round -------------------------------------------------------------------


def test_a_wish_goes_to_the_application_she_has_in_the_other_countys_round(leftovers, neighbour):
    person = leftovers.without.participant
    full = neighbour.intake(capacity=1)
    neighbour.applies(full, person=mapped(neighbour), days_ago=200)
    hers = neighbour.applies(full, person=person, days_ago=3)
    opens(neighbour)
    assert (Application.objects.get(pk=hers.pk).status, statuses(hers)) == ("decided", ["waiting"])
    answer(leftovers, neighbour.intakes[0])
    sent = Application.objects.get(participant=person, window=neighbour.window)
    assert (sent.pk, sent.status, sent.submitted_at) == (hers.pk, "submitted", hers.submitted_at)
    added = sent.wishes.get(intake=neighbour.intakes[0])
    assert (added.rank, added.status, added.added_on) == (2, "pending", today())
    LeftoverRound.objects.update(deadline=today(-1))
    decided(neighbour)
    assert statuses(hers) == ["waiting", "offered"]


def test_one_with_an_offer_in_the_other_round_is_refused_at_the_wish(leftovers, neighbour):
    more = neighbour.intake(capacity=3)
    neighbour.applies(more, person=leftovers.without.participant)
    opens(neighbour)
    found = refused(leftovers, leftovers.vacant, neighbour.intakes[0])
    assert list(found) == ["wish_2"] and "allerede plass eller tilbud" in found["wish_2"][0]


def test_an_application_with_eight_wishes_has_no_room(leftovers, neighbour):
    full = [neighbour.intake(capacity=1) for _ in range(5)]
    for one in full:
        neighbour.applies(one, person=mapped(neighbour), days_ago=200)
    hers = neighbour.applies(*full, person=leftovers.without.participant, days_ago=3)
    opens(neighbour)
    for rank in (6, 7, 8):
        factories.WishFactory(application=hers, intake=neighbour.intake(), rank=rank, status="waiting")
    found = refused(leftovers, neighbour.intakes[0])
    assert "ikke rom for flere ønsker" in found["wish_1"][0]


@pytest.mark.django_db(transaction=True)
def test_two_rounds_answered_at_once_make_one_application_in_the_third(leftovers, neighbour):
    opens(neighbour)
    second = World(places=1)
    second.county = second.concept.county = second.window.county = leftovers.county
    second.concept.save()
    second.window.save()
    second.maker, second.approver = leftovers.maker, leftovers.approver
    second.applies(days_ago=200)
    again = second.applies(person=leftovers.without.participant, days_ago=3)
    decided(second)
    other_round = open_round(second)
    more = neighbour.intake(capacity=2)
    results = at_once(
        [
            lambda: answer(leftovers, neighbour.intakes[0]),
            lambda: answer(leftovers, more, application=again, round_=other_round),
        ]
    )
    assert [result for result in results if isinstance(result, Exception)] == []
    (sent,) = Application.objects.filter(window=neighbour.window, participant=leftovers.without.participant)
    assert list(sent.wishes.order_by("rank").values_list("rank", flat=True)) == [1, 2]


# --- the county's word ----------------------------------------------------------------------------


def test_a_county_that_offers_its_vacancies_has_given_its_permission_to_all(leftovers, neighbour):
    person, offered = leftovers.without.participant, neighbour.intakes[0]
    assert offered.pk in county_rule.refusals(person, [offered])
    round_ = opens(neighbour, open_to_others=False)
    assert offered.pk in county_rule.refusals(person, [offered])
    actions.change_round(round_=round_, deadline=today(8), open_to_others=True, by=neighbour.maker)
    assert county_rule.refusals(person, [offered]) == {}
    LeftoverRound.objects.filter(pk=round_.pk).update(deadline=today(-1))
    assert offered.pk in county_rule.refusals(person, [offered])


def test_a_permission_she_had_is_used_and_its_task_done(leftovers, neighbour):
    person, offered = leftovers.without.participant, neighbour.intakes[0]
    permission = factories.CountyPermissionFactory(
        participant=person, intake=offered, granted=True, answered_by=neighbour.maker
    )
    task = factories.TaskFactory(
        participant=person, dedupe_key=f"permission:{permission.public_id}:answered", owner=leftovers.caseworker
    )
    opens(neighbour)
    answer(leftovers, offered)
    assert Task.objects.get(pk=task.pk).done_at


# --- the plan before a third course (P7) ----------------------------------------------------------


@pytest.mark.row("P7")
def test_an_application_to_another_county_is_held_back_until_there_is_a_plan(leftovers, neighbour):
    person = leftovers.without.participant
    chain(person, second_ended=today(-84))
    opens(neighbour)
    answer(leftovers, neighbour.intakes[0])
    sent = Application.objects.get(window=neighbour.window, participant=person)
    assert sent.awaits_plan and sent.plan_due_on == plan_rule.requirement(person, day=today()).due_on
    assert Task.objects.get(kind="plan").participant == person
    LeftoverRound.objects.update(deadline=today(-1))
    decided(neighbour)
    assert statuses(sent) == ["pending"]
    assert AccessGrant.objects.filter(participant=person, county=neighbour.county, source_id=sent.public_id).exists()


@pytest.mark.row("P7")
def test_new_wishes_on_her_own_application_need_the_plan_first_and_take_no_place_from_the_old(leftovers):
    leftovers.round = open_round(leftovers)
    person = leftovers.without.participant
    chain(person, second_ended=today(-84))
    found = refused(leftovers, leftovers.vacant)
    assert "Lag en plan" in found["wish_1"][0]
    assert (statuses(leftovers.without), Application.objects.get(pk=leftovers.without.pk).plan_due_on) == (
        ["waiting"], None,
    )  # fmt: skip
    steps = [{"what": "Søke på fem stillinger", "responsible": "participant"}]
    save_plan(participant=person, goal="Fast jobb på sykehjem", steps=steps, by=leftovers.caseworker)
    answer(leftovers, leftovers.vacant)
    assert statuses(leftovers.without) == ["waiting", "pending"]


@pytest.mark.row("P7")
def test_the_page_says_that_the_plan_comes_first_and_keeps_what_was_chosen(leftovers, client_for):
    round_ = open_round(leftovers)
    chain(leftovers.without.participant, second_ended=today(-84))
    client = client_for(leftovers.caseworker)
    url = reverse("courses:leftover_wishes", args=[leftovers.without.public_id, round_.public_id])
    assert "Lag planen før de nye ønskene sendes." in text(client.get(url))
    response = client.post(url, {"wish_1": str(leftovers.vacant.pk), "note": ""})
    assert response.status_code == 422
    page = text(response)
    assert "Lag en plan før det neste kurset ønskes." in page
    assert f'value="{leftovers.vacant.pk}" selected' in page


def test_where_no_course_fits_it_is_an_answer_that_is_saved(leftovers, client_for):
    round_ = open_round(leftovers)
    client = client_for(leftovers.caseworker)
    url = reverse("courses:leftover_wishes", args=[leftovers.without.public_id, round_.public_id])
    assert "Send de nye ønskene" in text(client.get(url))
    type(leftovers.vacant).objects.filter(pk=leftovers.vacant.pk).update(occupied=2)
    page = text(client.get(url))
    assert "Lagre svaret" in page and "Send de nye ønskene" not in page
    assert "Hvorfor ingen av kursene? (valgfritt)" not in page
    assert "Ingen som passer nå" in text(client.get(reverse("courses:leftover_list")))


# --- the conditions and the advice (P3, P6) -------------------------------------------------------


@pytest.mark.row("P6")
def test_the_advice_is_kept_as_the_person_was_shown_it_although_the_classs_own_deadline_is_out(leftovers):
    leftovers.round = open_round(leftovers)
    answer(leftovers, leftovers.vacant)
    assert Wish.objects.get(intake=leftovers.vacant).advice["group"] == "recommended"
    with pytest.raises(ValidationError, match="ikke åpent for søknad"):
        submit_application(participant=mapped(leftovers), wishes=[leftovers.vacant], by=leftovers.caseworker)


@pytest.mark.row("P6")
def test_a_wish_against_the_advice_asks_for_the_sentence(leftovers, client_for):
    round_ = leftovers.round = open_round(leftovers)
    strict = dataclasses.asdict(AdvicePolicy("1")) | {"possible_from": 99, "good_from": 100}
    strict.pop("version")
    factories.PolicyVersionFactory(engine="advice", number=1, parameters=strict)
    assert "Skriv én setning" in refused(leftovers, leftovers.vacant)["against_reason"][0]
    client = client_for(leftovers.caseworker)
    url = reverse("courses:leftover_wishes", args=[leftovers.without.public_id, round_.public_id])
    assert "Hvorfor velges kurset likevel?" not in text(client.get(url))
    chosen = {"wish_1": str(leftovers.vacant.pk), "note": ""}
    response = client.post(url, chosen)
    assert response.status_code == 422
    assert "Hvorfor velges kurset likevel?" in text(response) and "av 100 poeng" in text(response)
    assert client.post(url, chosen | {"against_reason": "Vil prøve yrket."}).status_code == 302
    sent = Application.objects.get(pk=leftovers.without.pk)
    assert (sent.against_reason, statuses(sent)) == ("Vil prøve yrket.", ["waiting", "pending"])


def test_repeats_are_refused_in_the_action_too(leftovers):
    leftovers.round = open_round(leftovers)
    assert "allerede ønsket" in refused(leftovers, leftovers.vacant, leftovers.vacant)["wish_2"][0]
