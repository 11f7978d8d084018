"""Formal conditions for a chosen start day, what would change them, and where that is done (P3)."""

import datetime as dt
import uuid

import pytest
from django.urls import NoReverseMatch, reverse

from participants.conditions import Status, formal_conditions, nineteen_on
from participants.models import JobseekerPeriod, Participant
from tests import factories as f

TODAY = dt.date(2026, 5, 4)


def conditions(born_on=dt.date(1980, 1, 1), periods=(), day=TODAY, norwegian_known=True, **fields):
    found = formal_conditions(Participant(born_on=born_on, **fields), periods, day, norwegian_known=norwegian_known)
    return {condition.code: condition for condition in found}


@pytest.mark.row("P3")
def test_somebody_under_nineteen_is_told_which_day_it_changes():
    young = conditions(born_on=dt.date(2007, 5, 5))["age"]
    assert young.status == Status.UNMET
    assert "5. mai 2026" in young.text
    assert conditions(born_on=dt.date(2007, 5, 4))["age"].met
    assert conditions(born_on=dt.date(2007, 5, 5), day=TODAY + dt.timedelta(days=1))["age"].met


def test_a_birthday_on_a_leap_day_is_kept_on_the_first_of_march():
    assert nineteen_on(dt.date(2008, 2, 29)) == dt.date(2027, 3, 1)


@pytest.mark.row("P3")
def test_registration_counts_on_the_chosen_day():
    first, last = dt.date(2026, 1, 1), dt.date(2026, 5, 3)
    assert not conditions()["registered"].met
    assert conditions(periods=[JobseekerPeriod(starts_on=first)])["registered"].met
    ends = [JobseekerPeriod(starts_on=first, ends_on=last)]
    assert conditions(periods=ends, day=last)["registered"].met
    ended = conditions(periods=ends)["registered"]
    assert ended.status == Status.UNMET
    assert "3. mai 2026" in ended.text
    before = conditions(periods=[JobseekerPeriod(starts_on=TODAY + dt.timedelta(days=1))])["registered"]
    assert not before.met
    assert "5. mai 2026" in before.text
    # Between two periods: it is the later one that matters.
    both = [*ends, JobseekerPeriod(starts_on=dt.date(2026, 6, 1))]
    assert "1. juni 2026" in conditions(periods=both)["registered"].text
    assert conditions(periods=both, day=dt.date(2026, 6, 1))["registered"].met


@pytest.mark.row("P3")
def test_the_need_is_assessed_with_a_reason_and_not_after_the_start():
    assert not conditions()["need"].met
    assert not conditions(need_reason="Trenger fagkunnskap")["need"].met
    assessed = {"need_reason": "Trenger fagkunnskap", "need_assessed_on": TODAY}
    assert conditions(**assessed)["need"].met
    assert "Trenger fagkunnskap" in conditions(**assessed)["need"].text
    assert not conditions(**assessed, day=TODAY - dt.timedelta(days=1))["need"].met


@pytest.mark.row("P3")
def test_what_is_not_known_is_to_be_found_out_and_is_no_no():
    unknown = conditions(norwegian_known=False)
    assert unknown["norwegian"].status == Status.UNCLEAR
    assert unknown["tuition"].status == Status.UNCLEAR
    assert Status.UNCLEAR.label == "Må avklares"
    assert conditions()["norwegian"].met


def test_the_right_to_tuition_is_information_and_never_stops_anybody():
    for right in ("yes", "no"):
        assert conditions(tuition_right=right)["tuition"].status == Status.INFORMATION
    held = {"tuition_right": "yes", "tuition_hours_left": 40, "tuition_deadline": TODAY}
    assert "40 timer igjen, frist 4. mai 2026" in conditions(**held)["tuition"].text
    assert "før denne dagen" in conditions(**held, day=TODAY + dt.timedelta(days=1))["tuition"].text


@pytest.mark.row("P3")
def test_what_is_not_met_leads_to_where_it_is_done():
    for condition in conditions(norwegian_known=False, born_on=dt.date(2010, 1, 1)).values():
        if condition.code == "age":
            assert condition.route == ""
            continue
        try:
            reverse(condition.route, args=[uuid.uuid4()])
        except NoReverseMatch:
            pytest.fail(f"{condition.code} leads nowhere")
        assert condition.field


@pytest.mark.django_db
@pytest.mark.row("P3")
def test_the_page_shows_the_conditions_of_the_chosen_day(client_for, freeze):
    freeze(TODAY)
    caseworker = f.MembershipFactory()
    person = f.ParticipantFactory(caseworker=caseworker, born_on=dt.date(2007, 5, 5))
    client, url = client_for(caseworker), reverse("participants:detail", args=[person.public_id])

    def age(**query):
        return next(one for one in client.get(url, query).context["conditions"] if one.code == "age").met

    assert not age()
    assert age(oppstart="2026-05-05")
    assert age(oppstart="05.05.2026")
    assert not age(oppstart="")


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["99.99.2026", "i morgen", "2999-01-01", "1900-01-01", "0", "2026-05-05\x00"])
def test_an_impossible_start_day_is_told_and_what_was_typed_is_kept(client_for, typed):
    caseworker = f.MembershipFactory()
    person = f.ParticipantFactory(caseworker=caseworker)
    page = client_for(caseworker).get(reverse("participants:detail", args=[person.public_id]), {"oppstart": typed})
    assert page.status_code == 200
    field = page.context["start_day_form"]["oppstart"]
    assert field.errors
    assert field.value() == typed
    assert str(field.errors[0]) in page.content.decode()
