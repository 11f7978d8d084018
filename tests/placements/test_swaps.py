"""The wish for another placement: asked, answered, carried out, fallen away (L6)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import clock, panels
from amo.models import Notification
from amo.versions import StaleVersion
from courses.models import Enrolment
from participants.models import Task
from placements.actions import swaps as actions
from placements.actions.lifecycle import run_lifecycle
from placements.actions.placements import agree_placement, end_placement
from placements.actions.sectors import NeedsApproval
from placements.actions.swap_reminders import remind
from placements.models import Placement, SwapRequest
from tests import factories
from tests.at_once import at_once

pytestmark = pytest.mark.django_db
Status = SwapRequest.Status


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def terms(**changes) -> dict:
    values = {"mentor_name": "Kari", "tasks": "Klippe", "hours_per_week": 30, "declared_on": day(0)}
    return values | {"starts_on": day(-10), "ends_on": day(30)} | changes


def make_placement():
    """She is in a canteen and has a caseworker."""
    intake = factories.IntakeFactory(running=True, starts_on=day(-80), theory_ends_on=day(-20), ends_on=day(40))
    enrolment = factories.EnrolmentFactory(intake=intake, granted=True)
    person = enrolment.participant
    person.caseworker = factories.MembershipFactory(office=person.office)
    person.save()
    lead = factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)
    return agree_placement(enrolment=enrolment, employer=factories.EmployerFactory(name="Kantina"), by=lead, **terms())


@pytest.fixture
def placement():
    return make_placement()


@pytest.fixture
def lead(placement):
    return placement.created_by


def ask(placement, **changes):
    values = {
        "suggested_by": "participant",
        "reason": "own_trade",
        "explanation": "Hun er frisør og har funnet en salong selv.",
        "own_suggestion": "Salong Saks",
        "by": placement.created_by,
    }
    return actions.ask_swap(placement=placement, **values | changes)


@pytest.mark.row("L6")
def test_the_woman_who_found_a_place_in_her_own_trade_is_approved_and_starts_there(placement, lead, client_for):
    """The report's case: asked by the provider in her words, answered by her caseworker, and no day in both places."""
    provider, caseworker = client_for(lead), client_for(placement.participant.caseworker)
    new = reverse("placements:swap_new", args=[placement.public_id])
    form = provider.get(new).text
    assert 'value="participant"' in form and "Arbeidsplass deltakeren har funnet selv" in form
    data = {
        "submission": str(uuid.uuid4()),
        "suggested_by": "participant",
        "reason": "own_trade",
        "explanation": "Hun er frisør og har funnet en salong selv.",
        "own_suggestion": "Salong Saks, Storgata 3",
    }
    assert provider.post(new, data).status_code == 302
    swap = SwapRequest.objects.get()
    task = Task.objects.get(kind="swap")
    assert (task.owner, task.due_on) == (placement.participant.caseworker, actions.due_on(swap))
    overview = caseworker.get(reverse("participants:detail", args=[placement.participant.public_id])).text
    assert "Ønsker å bytte praksisplass" in overview and "Svar på ønsket" in overview
    url = actions.swap_url(swap)
    answer = {"submission": str(uuid.uuid4()), "version": swap.version, "approved": "yes", "answer": "Bra funnet."}
    assert caseworker.post(url, answer).status_code == 302
    assert not Task.objects.open().filter(kind="swap").exists()
    assert Notification.objects.get(membership=lead).url == url
    assert "Registrer den nye plassen" in provider.get(url).text
    task = Task.objects.open().get(kind="swap_carry_out")
    assert (task.provider, task.url) == (lead.provider, url)
    salon = factories.EmployerFactory(name="Salong Saks")
    start = day(1)
    carried = provider.post(
        reverse("placements:swap_carry_out", args=[swap.public_id]),
        {
            "submission": str(uuid.uuid4()),
            "employer": salon.organisation_number,
            "mentor_name": "Siri",
            "tasks": "Klippe og farge",
            "hours_per_week": "30",
            "starts_on": start.isoformat(),
            "ends_on": day(40).isoformat(),
            "declaration": "on",
        },
    )
    assert carried.status_code == 302
    placement.refresh_from_db()
    assert (placement.end_reason, placement.ends_on, placement.status) == ("swap", day(0), "ended_early")
    assert Placement.objects.get(employer=salon).starts_on == start
    assert not Task.objects.open().filter(kind="swap_carry_out").exists()
    assert "Registrer den nye plassen" not in provider.get(url).text


@pytest.mark.row("L6")
def test_one_wish_waits_at_a_time(placement):
    ask(placement)
    with pytest.raises(ValidationError, match="venter allerede"):
        ask(placement)
    assert Task.objects.filter(kind="swap").count() == 1


@pytest.mark.row("L6")
@pytest.mark.parametrize(
    ("changes", "field"), [({"own_suggestion": " "}, "own_suggestion"), ({"employer": "same"}, "employer")]
)
def test_a_wish_says_where_to(placement, changes, field):
    if "employer" in changes:
        changes = {"employer": placement.employer}
    with pytest.raises(ValidationError) as refused:
        ask(placement, **changes)
    assert field in refused.value.message_dict


@pytest.mark.row("L6")
@pytest.mark.django_db(transaction=True)
def test_two_answers_at_once_leave_one():
    placement = make_placement()
    swap = ask(placement)
    by = placement.participant.caseworker
    works = [
        lambda approved=approved: actions.answer_swap(
            request=swap, approved=approved, answer="Fordi", by=by, version=swap.version
        )
        for approved in (True, False)
    ]
    answers = at_once(works)
    assert sum(isinstance(one, SwapRequest) for one in answers) == 1
    assert any(isinstance(one, StaleVersion) for one in answers)
    assert Notification.objects.filter(membership=placement.created_by).count() == 1


@pytest.mark.row("L6")
def test_an_answered_wish_is_not_answered_again(placement, client_for):
    swap = ask(placement)
    by = placement.participant.caseworker
    swap = actions.answer_swap(request=swap, approved=False, answer="Salongen har ingen fadder", by=by)
    data = {"submission": str(uuid.uuid4()), "version": swap.version, "approved": "yes", "answer": "Ja likevel"}
    answer = client_for(by).post(actions.swap_url(swap), data)
    assert answer.status_code == 422
    assert "allerede besvart" in answer.text and "Ja likevel" in answer.text
    swap.refresh_from_db()
    assert swap.status == Status.REFUSED


def test_a_refusal_is_not_carried_out_and_a_new_wish_may_follow(placement):
    swap = ask(placement)
    swap = actions.answer_swap(request=swap, approved=False, answer="Nei", by=placement.participant.caseworker)
    with pytest.raises(ValidationError, match="ikke godkjent"):
        actions.carry_out_swap(
            request=swap, by=placement.created_by, employer=factories.EmployerFactory(), **terms(starts_on=day(1))
        )
    placement.refresh_from_db()
    assert placement.status == "running"
    ask(placement)


@pytest.mark.row("L6")
def test_a_withdrawn_wish_asks_nobody(placement):
    swap = actions.withdraw_swap(request=ask(placement), by=placement.created_by)
    assert swap.status == Status.WITHDRAWN
    assert not Task.objects.open().filter(kind="swap").exists()


@pytest.mark.row("L6")
def test_an_ended_placements_open_wish_falls_away(placement):
    swap = ask(placement)
    end_placement(placement=placement, ends_on=day(0), end_reason="hired", by=placement.created_by)
    swap.refresh_from_db()
    assert (swap.status, swap.answer) == (Status.WITHDRAWN, "Praksisen er avsluttet.")
    assert not Task.objects.open().filter(kind="swap").exists()


@pytest.mark.row("L6")
def test_who_is_to_answer_is_reminded_once_on_the_day(placement):
    swap = ask(placement)
    due = clock.now() + (actions.due_on(swap) - clock.today())
    assert remind(due - dt.timedelta(days=1)) == 0
    assert remind(due) == 1
    assert remind(due) == 0
    told = Notification.objects.get(membership=placement.participant.caseworker)
    assert told.url == actions.swap_url(swap)


@pytest.mark.row("L6")
def test_the_wish_waits_on_when_the_placement_ends_and_falls_away_with_the_participation(placement):
    swap = ask(placement)
    Placement.objects.filter(pk=placement.pk).update(ends_on=day(-1))
    run_lifecycle(clock.now())
    placement.refresh_from_db()
    swap.refresh_from_db()
    assert (placement.status, swap.status) == ("completed", Status.OPEN)
    Enrolment.objects.filter(pk=placement.enrolment_id).update(ends_on=day(-1))
    run_lifecycle(clock.now())
    swap.refresh_from_db()
    assert swap.status == Status.WITHDRAWN
    assert not Task.objects.open().filter(kind="swap").exists()


@pytest.mark.row("L6")
def test_another_sector_takes_navs_yes_also_when_the_first_placement_is_over(placement, lead, client_for):
    end_placement(placement=placement, ends_on=day(0), end_reason="employer", by=lead)
    salon = factories.EmployerFactory(name="Salong Saks")
    later = terms(starts_on=day(1))
    with pytest.raises(NeedsApproval):
        agree_placement(enrolment=placement.enrolment, employer=salon, by=lead, **later)
    page = client_for(lead).post(
        reverse("placements:placement_new", args=[placement.enrolment.public_id]),
        {
            "submission": str(uuid.uuid4()),
            "employer": salon.organisation_number,
            "mentor_name": "Siri",
            "tasks": "Klippe",
            "hours_per_week": "30",
            "starts_on": day(1).isoformat(),
            "ends_on": day(30).isoformat(),
            "declaration": "on",
        },
    )
    assert page.status_code == 422
    assert "Nav må godkjenne bytte av bransje først." in page.text
    assert reverse("placements:swap_new", args=[placement.public_id]) in page.text
    swap = ask(placement, own_suggestion="", sector=salon.sector)
    actions.answer_swap(request=swap, approved=True, answer="Ja", by=placement.participant.caseworker)
    assert agree_placement(enrolment=placement.enrolment, employer=salon, by=lead, **later).employer == salon


@pytest.mark.row("L6")
def test_the_same_sector_is_no_swap_to_ask_for_when_the_first_placement_is_over(placement, lead):
    end_placement(placement=placement, ends_on=day(0), end_reason="employer", by=lead)
    other = factories.EmployerFactory(sector=placement.employer.sector)
    assert agree_placement(enrolment=placement.enrolment, employer=other, by=lead, **terms(starts_on=day(1)))


@pytest.mark.row("L6")
def test_only_what_nav_said_yes_to_is_carried_out_and_only_once(placement, lead):
    salon, other = factories.EmployerFactory(), factories.EmployerFactory()
    swap = ask(placement, employer=salon, own_suggestion="")
    swap = actions.answer_swap(request=swap, approved=True, answer="Ja", by=placement.participant.caseworker)
    with pytest.raises(ValidationError) as refused:
        actions.carry_out_swap(request=swap, by=lead, employer=other, **terms(starts_on=day(1)))
    assert refused.value.message_dict.keys() == {"employer"}
    actions.carry_out_swap(request=swap, by=lead, employer=salon, **terms(starts_on=day(1)))
    with pytest.raises(ValidationError, match="gjennomført"):
        actions.carry_out_swap(request=swap, by=lead, employer=salon, **terms(starts_on=day(2)))


@pytest.mark.row("L6")
def test_the_end_of_a_placement_does_not_offer_a_swap_that_nobody_asked_for(placement, lead, client_for):
    page = client_for(lead).get(reverse("placements:placement_end", args=[placement.public_id])).text
    assert 'value="employer"' in page and 'value="swap"' not in page


@pytest.mark.row("L6")
def test_a_swap_some_days_ahead_ends_the_old_one_by_itself(placement):
    swap = actions.answer_swap(request=ask(placement), approved=True, answer="Ja", by=placement.participant.caseworker)
    new = actions.carry_out_swap(
        request=swap, by=placement.created_by, employer=factories.EmployerFactory(), **terms(starts_on=day(8))
    )
    placement.refresh_from_db()
    assert (placement.ends_on, placement.status, placement.end_reason) == (day(7), "running", "swap")
    run_lifecycle(clock.now() + dt.timedelta(days=8))
    placement.refresh_from_db()
    new.refresh_from_db()
    assert (placement.status, placement.end_reason) == ("ended_early", "swap")
    assert new.status == "running"


def test_the_feed_and_the_meeting_tell_of_the_wish(placement):
    swap = ask(placement)
    person, caseworker = placement.participant_id, placement.participant.caseworker
    found = panels.collect("participant.meeting", caseworker, [person])[person]
    assert any("Salong Saks" in row["text"] for one in found for row in one.context.get("open", []))
    actions.answer_swap(request=swap, approved=True, answer="Bra funnet", by=caseworker)
    found = panels.collect("participant.events", caseworker, [person])[person]
    titles = {event.title for one in found for event in one.context["events"]}
    assert {"Ønsker å bytte praksisplass", "Bytte av praksisplass godkjent"} <= titles


@pytest.mark.row("L6")
def test_the_wished_employer_is_typed_and_found(placement, lead, client_for):
    salon = factories.EmployerFactory(name="Salong Saks")
    factories.EmployerFactory(name="Salong Kam")
    client = client_for(lead)
    found = client.get(reverse("placements:employer_suggest"), {"q": "sal saks"}).json()
    assert [item["value"] for item in found["items"]] == [f"Salong Saks ({salon.organisation_number})"]
    new = reverse("placements:swap_new", args=[placement.public_id])
    data = {"suggested_by": "participant", "reason": "own_trade", "explanation": "Hun vil dit."}
    unclear = client.post(new, data | {"submission": str(uuid.uuid4()), "employer": "Salong"})
    assert unclear.status_code == 422
    assert "Salong Kam" in unclear.text and "Hun vil dit." in unclear.text
    posted = client.post(new, data | {"submission": str(uuid.uuid4()), "employer": found["items"][0]["value"]})
    assert posted.status_code == 302
    assert SwapRequest.objects.get().employer == salon
