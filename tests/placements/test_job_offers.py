"""Job offers: one job from one yes, Nav's word on a wage subsidy, and why it did not become a job (L8)."""

import datetime as dt
from functools import partial

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from amo import clock
from amo.models import Notification
from amo.versions import StaleVersion
from participants.actions import correct_employment, record_employment
from participants.models import Employment, Task
from placements.actions import offers as actions
from placements.engines.offers import tally
from placements.models import JobOffer
from placements.offer_words import counted
from tests import factories
from tests.at_once import at_once
from tests.engines.counts import FULL

WRITERS = 24 if FULL else 4
ROUNDS = 5 if FULL else 2


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def provider_of(placement):
    lead = factories.MembershipFactory(provider_lead=True, provider=placement.enrolment.intake.contract.provider)
    person = placement.participant
    factories.AccessGrantFactory(participant=person, provider=lead.provider, county=None, level="course")
    return lead


@pytest.fixture
def placement(db):
    return factories.PlacementFactory()


@pytest.fixture
def provider(placement):
    return provider_of(placement)


def offer(placement, by, **changes) -> JobOffer:
    terms = {
        "employer": placement.employer,
        "form": "temporary",
        "fte_low": 20,
        "fte_high": 60,
        "starts_on": day(10),
        "offered_on": day(0),
    }
    return actions.register_offer(enrolment=placement.enrolment, placement=placement, by=by, **terms | changes)


def say(row, answer, by, **changes) -> JobOffer:
    return actions.answer_offer(offer=row, answer=answer, answered_on=day(0), by=by, **changes)


@pytest.mark.row("L8")
def test_a_yes_becomes_one_job_with_its_terms(placement, provider):
    row = offer(placement, provider, on_call=True, occupation=factories.OccupationFactory())
    row = say(row, "accepted", provider, found_through="placement_employer")
    job = Employment.objects.get()
    assert row.employment == job
    assert (job.employer_name, job.employer_number) == (
        placement.employer.name,
        placement.employer.organisation_number,
    )
    assert (job.fte_text, job.on_call, job.form, job.starts_on) == ("20–60 %", True, "temporary", day(10))
    assert (job.source, job.found_through, job.wage_subsidy, job.wanted_fte) == (
        "provider", "placement_employer", False, None,
    )  # fmt: skip
    with pytest.raises(ValidationError, match="allerede besvart: takket ja"):
        say(row, "accepted", provider)
    assert Employment.objects.count() == 1


@pytest.mark.row("L8")
@pytest.mark.django_db(transaction=True)
def test_the_same_yes_from_many_at_once_makes_one_job():
    for _n in range(ROUNDS):
        placement = factories.PlacementFactory()
        provider = provider_of(placement)
        row = offer(placement, provider)
        answers = at_once([partial(say, row, "accepted", provider)] * WRITERS)
        assert sum(isinstance(one, JobOffer) for one in answers) == 1
        assert Employment.objects.filter(participant=placement.participant).count() == 1


@pytest.mark.row("L8")
@pytest.mark.django_db(transaction=True)
def test_two_offers_of_one_job_and_a_job_written_by_hand_at_once_make_one_job():
    for _n in range(ROUNDS):
        placement = factories.PlacementFactory()
        provider = provider_of(placement)
        rows = [offer(placement, provider) for _n in range(2)]
        works = [partial(say, row, "accepted", provider) for row in rows]
        by_hand = {"form": "temporary", "fte_low": 20, "starts_on": day(10), "by": provider}
        works.append(
            partial(
                record_employment,
                participant=placement.participant,
                employer_number=placement.employer.organisation_number,
                employer_name=placement.employer.name,
                **by_hand,
            )
        )
        at_once(works)
        assert Employment.objects.current().filter(participant=placement.participant).count() == 1
        assert JobOffer.objects.filter(answer="accepted", participant=placement.participant).count() == 1


@pytest.mark.row("L8")
def test_a_job_that_is_told_already_is_tied_and_not_made_again_nor_taken_back(placement, provider):
    job = record_employment(
        participant=placement.participant, by=provider, employer_name=placement.employer.name,
        employer_number=placement.employer.organisation_number, form="permanent", fte_low=80, starts_on=day(-1),
    )  # fmt: skip
    row = say(offer(placement, provider), "accepted", provider)
    assert (row.employment, row.job_was_there) == (job, True)
    actions.undo_answer(offer=row, by=provider)
    assert list(Employment.objects.current()) == [job]


@pytest.mark.row("L8")
def test_an_undone_yes_takes_the_job_out_of_what_counts_and_keeps_it(placement, provider):
    row = say(offer(placement, provider), "accepted", provider)
    correct_employment(employment=row.employment, by=provider, fte_high=50)
    row = actions.undo_answer(offer=row, by=provider)
    assert (row.answer, row.employment, row.answered_on) == ("open", None, None)
    assert not Employment.objects.current().exists()
    assert Employment.objects.count() == 2
    assert all(job.superseded_at for job in Employment.objects.all())
    row = say(row, "accepted", provider)
    assert Employment.objects.current().get() == row.employment


def test_the_other_sides_job_is_not_taken_back(placement, provider):
    row = say(offer(placement, provider), "accepted", provider)
    caseworker = placement.participant.caseworker
    with pytest.raises(ValidationError, match="Den andre parten har meldt jobben"):
        actions.undo_answer(offer=row, by=caseworker)
    row.refresh_from_db()
    assert row.answer == "accepted" and Employment.objects.current().count() == 1


def test_an_answered_offer_is_not_edited(placement, provider):
    row = say(offer(placement, provider), "accepted", provider)
    with pytest.raises(ValidationError, match="Angre svaret først, eller rett jobben"):
        actions.change_offer(offer=row, by=provider, fte_low=90)
    with pytest.raises(StaleVersion):
        actions.undo_answer(offer=row, by=provider, version=row.version - 1)
    assert Employment.objects.get().fte_low == 20


@pytest.mark.row("L8")
def test_the_wage_subsidy_is_navs_to_answer_and_the_offer_was_withdrawn_when_it_was_refused(placement, provider):
    row = offer(placement, provider, condition="wage_subsidy")
    caseworker = placement.participant.caseworker
    task = Task.objects.get(kind="wage_subsidy")
    assert task.owner == caseworker and task.done_at is None
    with pytest.raises(ValidationError, match="Nav har ikke svart om lønnstilskudd ennå"):
        say(row, "accepted", provider)
    with pytest.raises(PermissionDenied):
        actions.decide_condition(offer=row, decision="met", decided_on=day(0), by=provider)
    with pytest.raises(ValidationError, match="hvorfor vilkåret ikke er oppfylt"):
        actions.decide_condition(offer=row, decision="refused", decided_on=day(0), by=caseworker)
    row = actions.decide_condition(
        offer=row, decision="refused", reason="Ikke midler igjen i år", decided_on=day(0), by=caseworker
    )
    task.refresh_from_db()
    assert task.done_by == caseworker
    assert Notification.objects.get(membership=provider).text == "Nav har svart om lønnstilskudd til et jobbtilbud."
    row = say(row, "withdrawn", provider, reason="condition")
    assert not Employment.objects.exists()
    assert counted([(row.answer, row.reason, row.condition)]) == "1 tilbud, 0 ja; 1 lønnstilskudd avslått"


@pytest.mark.row("L8")
@pytest.mark.parametrize(("decision", "subsidised"), [("met", True), ("refused", False)])
def test_the_job_is_subsidised_where_nav_gave_it_and_stands_without_where_the_employer_does(
    placement, provider, decision, subsidised
):
    row = offer(placement, provider, condition="wage_subsidy")
    caseworker = placement.participant.caseworker
    row = actions.decide_condition(offer=row, decision=decision, reason="Svar", decided_on=day(0), by=caseworker)
    say(row, "accepted", provider)
    assert Employment.objects.get().wage_subsidy is subsidised


@pytest.mark.row("L8")
def test_she_declined_because_she_needed_daytime_full_time(placement, provider):
    row = offer(placement, provider, hours="kveld og helg", on_call=True)
    with pytest.raises(ValidationError, match="Velg hvorfor det ikke ble jobb"):
        say(row, "declined", provider)
    with pytest.raises(ValidationError, match="Velg en årsak som hører til svaret"):
        say(row, "declined", provider, reason="no_need")
    with pytest.raises(ValidationError, match="Skriv kort hvorfor det ikke ble jobb"):
        say(row, "declined", provider, reason="other")
    row = say(row, "declined", provider, reason="hours", note="Trenger full stilling på dagtid")
    assert (row.answer, row.reason, row.employment) == ("declined", "hours", None)


@pytest.mark.row("L8")
def test_what_came_of_a_class_in_one_line():
    rows = [("accepted", "", ""), ("declined", "hours", ""), ("withdrawn", "condition", "wage_subsidy")]
    assert counted(rows) == "3 tilbud, 1 ja; 1 kunne ikke ta arbeidstiden, 1 lønnstilskudd avslått"
    assert counted([]) == ""
    assert counted([("open", "", "wage_subsidy")] * 2) == "2 tilbud, 0 ja, 2 venter på svar"
    assert tally([("declined", "hours", "wage_subsidy")] * 3).lost == {("hours", ""): 3}


def test_another_condition_is_another_question(placement, provider):
    row = offer(placement, provider, condition="language_test")
    row = actions.decide_condition(offer=row, decision="met", decided_on=day(0), by=provider)
    assert not Task.objects.exists()
    row = actions.change_offer(offer=row, by=provider, condition="wage_subsidy")
    assert row.condition_decision == "" and Task.objects.open().count() == 1
    row = actions.change_offer(offer=row, by=provider, condition="")
    assert Task.objects.open().count() == 0
    with pytest.raises(ValidationError, match="ikke noe vilkår"):
        actions.decide_condition(offer=row, decision="met", decided_on=day(0), by=provider)
    actions.change_offer(offer=row, by=provider, condition="wage_subsidy")
    assert Task.objects.open().count() == 1, "asked for again, it is answered again"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"offered_on": 1}, "offered_on"),
        ({"offered_on": -400}, "offered_on"),
        ({"ends_on": 5}, "ends_on"),
        ({"fte_high": 10}, "fte_high"),
        ({"condition": "other"}, "condition_text"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(placement, provider, changes, field):
    changes = {name: day(value) if name.endswith("_on") else value for name, value in changes.items()}
    with pytest.raises(ValidationError) as refused:
        offer(placement, provider, **changes)
    assert field in refused.value.message_dict


def test_an_employer_in_words_and_none_at_all(placement, provider):
    row = offer(placement, provider, employer=None, employer_name="Tante Sofie")
    assert row.employer_label == "Tante Sofie"
    with pytest.raises(ValidationError, match="Velg arbeidsgiver, eller skriv navnet"):
        offer(placement, provider, employer=None)
