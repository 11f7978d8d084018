"""A county's own weights: limits, two persons, the day they hold from, and what they would change for real cases."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses.actions import policies
from courses.models import PolicyVersion
from courses.policy_preview import preview
from participants.grants import grant
from participants.models import AccessGrant
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("P6")]

WEIGHTS = {
    "fit": 40, "demand": 30, "progression": 15, "wish": 15, "fit_floor": 0.5, "demand_floor": 0.2, "good_from": 65,
    "possible_from": 45, "clear_lead": 20,
}  # fmt: skip


def draft(by, valid_from=None, **changes):
    return policies.draft_policy(
        parameters=WEIGHTS | changes, valid_from=valid_from or today(), note="Prøver noe annet.", by=by
    )


@pytest.fixture
def second(case):
    return f.MembershipFactory(county_staff=True, county=case.county)


@pytest.fixture
def seen(case):
    """The case's person as the county sees her: she has applied."""
    grant(
        participant=case.person,
        level=AccessGrant.Level.COUNTY,
        source=AccessGrant.Source.APPLICATION,
        source_id=uuid.uuid4(),
        starts_on=today(),
        county=case.county,
    )
    return case.person


def test_a_draft_holds_for_nobody_until_a_second_person_takes_it_into_use(case, second):
    made = draft(case.staff, fit=50, demand=20)
    assert policies.advice_policy(today(), case.county.pk).fit == 40
    with pytest.raises(ValidationError, match="kan ikke ta det i bruk selv"):
        policies.take_into_use(policy=made, by=case.staff)
    policies.take_into_use(policy=made, by=second)
    own = policies.advice_policy(today(), case.county.pk)
    assert (own.version, own.fit, own.demand, own.wish_steps) == (str(made.number), 50, 20, (1.0, 0.67, 0.33))
    other = f.CountyFactory()
    assert policies.advice_policy(today(), other.pk).version == "1"


def test_the_same_person_in_another_membership_is_not_a_second_person(case):
    made = draft(case.staff)
    twice = f.MembershipFactory(county_staff=True, county=case.county, user=case.staff.user)
    with pytest.raises(ValidationError, match="kan ikke ta det i bruk selv"):
        policies.take_into_use(policy=made, by=twice)


def test_the_newest_version_holds_from_its_day_and_discarded_ones_never(case, second):
    first = draft(case.staff, wish=5, fit=50)
    policies.take_into_use(policy=first, by=second)
    later = draft(case.staff, valid_from=today(10), wish=0, fit=55)
    policies.take_into_use(policy=later, by=second)
    thrown = draft(case.staff, wish=25, fit=30)
    policies.discard_policy(policy=thrown, by=second)
    assert policies.advice_policy(today(9), case.county.pk).wish == 5
    assert policies.advice_policy(today(10), case.county.pk).wish == 0
    assert [row.number for row in PolicyVersion.objects.filter(engine="advice").order_by("number")] == [1, 2, 3, 4]
    with pytest.raises(ValidationError, match="allerede"):
        policies.take_into_use(policy=thrown, by=second)


def test_an_older_draft_taken_into_use_later_still_holds_from_its_day(case, second):
    older = draft(case.staff, valid_from=today(10), wish=5, fit=50)
    newer = draft(case.staff, wish=0, fit=55)
    for made in (newer, older):
        policies.take_into_use(policy=made, by=second)
    assert policies.advice_policy(today(9), case.county.pk).version == str(newer.number)
    assert policies.advice_policy(today(10), case.county.pk).version == str(older.number)
    again = draft(case.staff, valid_from=today(10), wish=10, fit=45)
    policies.take_into_use(policy=again, by=second)
    assert policies.advice_policy(today(10), case.county.pk).version == str(again.number)


def test_a_draft_whose_day_is_past_is_not_taken_into_use(case, second):
    made = draft(case.staff)
    PolicyVersion.objects.filter(pk=made.pk).update(valid_from=today(-1))
    with pytest.raises(ValidationError, match="passert"):
        policies.take_into_use(policy=made, by=second)


def test_only_the_county_s_own_staff(case):
    made = draft(case.staff)
    stranger = f.MembershipFactory(county_staff=True)
    for act in (policies.take_into_use, policies.discard_policy):
        with pytest.raises(PermissionDenied):
            act(policy=made, by=stranger)
    with pytest.raises(PermissionDenied):
        draft(case.caseworker)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"fit": "41"}, "Vektene er 101 til sammen. De må bli 100."),
        ({"fit": "-1"}, "Skriv et helt tall fra 0 til 100."),
        ({"fit": "fire"}, "Skriv et helt tall fra 0 til 100."),
        ({"fit": ""}, "Skriv et helt tall fra 0 til 100."),
        ({"demand_floor": "1,5"}, "Skriv et tall fra 0 til 1, for eksempel 0,5."),
        ({"fit_floor": "0,123"}, "Skriv et tall fra 0 til 1, for eksempel 0,5."),
        ({"fit_floor": "NaN"}, "Skriv et tall fra 0 til 1, for eksempel 0,5."),
        ({"possible_from": "65"}, "«Kan passe» må begynne på færre poeng enn «Passer godt»."),
        ({"clear_lead": "0"}, "Skriv et helt tall fra 1 til 100."),
        ({"clear_lead": "101"}, "Skriv et helt tall fra 1 til 100."),
        ({"valid_from": "2020-01-01"}, "Dagen kan ikke ligge bak oss."),
        ({"valid_from": "31.02.2030"}, "Skriv datoen som dag, måned og år"),
        ({"note": " "}, "Skriv hvorfor vektene endres."),
    ],
)
def test_bad_weights_are_told_at_the_field(case, client_for, changes, message):
    data = {name: str(value).replace(".", ",") for name, value in WEIGHTS.items()}
    data |= {"valid_from": today().isoformat(), "note": "Fordi."} | changes
    response = client_for(case.staff).post(reverse("courses:policy_new"), data)
    assert response.status_code == 422
    assert message in response.content.decode()
    assert not PolicyVersion.objects.filter(status="draft").exists()


def test_the_preview_shows_what_changes_for_whom(case, seen, client_for, second):
    f.AimFactory(participant=seen).occupations.create(rank=1, occupation=case.occupation)
    made = draft(case.staff, fit=0, demand=20, progression=60, wish=20)
    url = reverse("courses:policy_detail", args=[made.number])
    page = client_for(second).get(url).content.decode()
    assert "Regnet ut for 1 kartlagte brukere" in page
    assert seen.name in page and "Pleieassistent" in page
    assert "Mannen med seks kurs og 130 jobbsøknader" in page
    assert "Ta i bruk" in page
    assert "En annen i Nav tiltak må ta det i bruk." in client_for(case.staff).get(url).content.decode()
    assert client_for(case.caseworker).get(url).status_code == 404


def test_a_lower_floor_moves_a_course_out_of_doubt(case, seen):
    rows = (policies.policy_row(engine="advice", day=today()), draft(case.staff, fit_floor=0.0))
    old, new = map(policies.to_policy, rows)
    found = preview(old, new, by=case.staff, day=today())
    assert (found.persons, found.courses, found.capped) == (1, 2, False)
    assert (found.out_of_doubt, found.into_doubt) == (1, 0)
    assert [change.concept for change in found.changes] == [case.cafe]
    back = preview(new, old, by=case.staff, day=today())
    assert (back.out_of_doubt, back.into_doubt) == (0, 1)


def test_each_course_counts_whom_it_fits_better_and_worse(case, seen):
    old = policies.advice_policy(today())
    better, worse = (
        policies.to_policy(draft(case.staff, **limit)) for limit in ({"good_from": 60}, {"possible_from": 64})
    )
    up = preview(old, better, by=case.staff, day=today())
    assert (up.by_course, up.new_band) == ([{"title": "Pleieassistent", "up": 1, "down": 0}], 1)
    down = preview(old, worse, by=case.staff, day=today())
    assert down.by_course == [{"title": "Pleieassistent", "up": 0, "down": 1}]


def test_a_protected_person_is_named_in_no_preview(case, seen):
    seen.address_protection = "confidential"
    seen.save()
    policy = policies.advice_policy(today())
    assert preview(policy, policy, by=case.staff, day=today()).persons == 0


def test_queries_of_the_preview_do_not_grow_with_persons_or_courses(case, seen, monkeypatch):
    policy = policies.advice_policy(today())

    def queries():
        with CaptureQueriesContext(connection) as captured:
            preview(policy, policy, by=case.staff, day=today())
        return len(captured)

    f.WorkExperienceFactory(mapping=case.mapping)
    few = queries()
    for _n in range(5):
        person = f.ParticipantFactory(office=case.office)
        f.WorkExperienceFactory(mapping=f.MappingFactory(participant=person))
        f.AccessGrantFactory(participant=person, level="county", county=case.county, membership=None, provider=None)
        concept = f.ConceptFactory(county=case.county)
        f.ChecklistItemFactory(concept=concept)
        f.IntakeFactory(contract__concept=concept, window=case.window)
    assert preview(policy, policy, by=case.staff, day=today()).persons == 6
    assert queries() == few
    monkeypatch.setattr("courses.policy_preview.MOST_PERSONS", 3)
    capped = preview(policy, policy, by=case.staff, day=today())
    assert (capped.persons, capped.capped) == (3, True)


def test_taking_into_use_on_the_page(case, client_for, second):
    made = draft(case.staff, fit=55, wish=0)
    url = reverse("courses:policy_use", args=[made.number])
    assert client_for(case.staff).post(url).status_code == 422
    assert client_for(second).post(url).status_code == 302
    page = client_for(case.caseworker).get(reverse("courses:policy_list")).content.decode()
    assert "Gjelder nå" in page and "Prøver noe annet." in page
    advice = client_for(case.caseworker).get(reverse("courses:advice", args=[case.person.public_id])).content.decode()
    assert f"Regnet ut med regelversjon {made.number}." in advice
