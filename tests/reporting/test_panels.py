"""What the reporting app puts on others' pages: results beside a course, how it went for a person (C8, R9)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import panels
from courses import leaflet
from tests import factories as f
from tests.reporting import known
from tests.reporting.known import day

pytestmark = pytest.mark.django_db


def context(slot, membership, pk, part="reporting"):
    return next((p.context for p in panels.collect(slot, membership, [pk])[pk] if p.key == part), None)


@pytest.mark.row("C8")
def test_results_stand_beside_the_course_with_denominator_interval_and_coverage(client_for):
    intake = known.ended_intake()
    known.whole_class(intake)
    known.compute()
    caseworker = f.MembershipFactory()
    shown = context("concept.results", caseworker, intake.concept.pk)
    assert shown["milestone"] == "12 uker"
    assert shown["sentence"] == "25 av 40 i jobb (63 %, 47–76 %), hvorav 12 fast."
    assert shown["plain"] == ["12 uker etter kurset var 25 av 40 i jobb.", "12 av dem hadde fast jobb."]
    (told,) = [
        one["paragraphs"]
        for one in leaflet.data(intake.concept, "nb", caseworker)["sections"]
        if one["title"] == "Hvordan det gikk med andre"
    ]
    assert told == shown["plain"]
    page = client_for(caseworker).get(reverse("courses:concept_detail", args=[intake.concept.public_id]))
    text = page.content.decode()
    assert shown["sentence"] in text
    assert "1 av 1 kurs er målt" in text
    assert reverse("reporting:concept_results", args=[intake.concept.public_id]) in text


@pytest.mark.row("C8")
def test_a_course_without_results_says_so_and_few_persons_are_not_told(client_for):
    caseworker = f.MembershipFactory()
    fresh = f.ConceptFactory()
    assert context("concept.results", caseworker, fresh.pk)["sentence"] == ""
    intake = known.ended_intake()
    known.works(known.person_on(intake))
    known.compute()
    shown = context("concept.results", caseworker, intake.concept.pk)
    assert shown["sentence"] == "For få deltakere til at tallene kan vises."
    assert (shown["parts"], shown["plain"]) == ([], [])
    titles = [one["title"] for one in leaflet.data(intake.concept, "nb", caseworker)["sections"]]
    assert "Hvordan det gikk med andre" not in titles


@pytest.mark.row("C8")
def test_results_beside_many_courses_take_as_many_queries_as_beside_one():
    caseworker = f.MembershipFactory()
    county = caseworker.office.county

    def course():
        intake = known.ended_intake(contract__concept__county=county)
        return known.person_on(intake, participant__caseworker=caseworker).intake.concept.pk

    def queries(ids):
        with CaptureQueriesContext(connection) as found:
            assert set(panels.collect("concept.results", caseworker, ids)) == set(ids)
        return len(found)

    ids = [course() for _n in range(3)]
    known.compute()
    few = queries(ids)
    ids += [course() for _n in range(27)]
    known.compute()
    assert queries(ids) == few


@pytest.mark.row("R9")
def test_a_person_s_page_says_how_each_course_went_and_what_was_corrected():
    enrolment = known.person_on(known.ended_intake())
    known.compute()
    f.EmploymentFactory(participant=enrolment.participant, starts_on=day(-20), fte_low=80)
    known.compute()
    caseworker = enrolment.referred_by
    (course,) = context("participant.overview", caseworker, enrolment.participant_id)["courses"]
    assert course["title"] == enrolment.intake.concept.title
    assert [(row["milestone"], row["text"], row["corrected"]) for row in course["rows"]] == [
        ("Kursslutt", "Ikke kontakt", False),
        ("6 uker", "Ikke kontakt", False),
        ("12 uker", "Fast jobb, 80 %", True),
    ]
    stranger = f.MembershipFactory()
    assert context("participant.overview", stranger, enrolment.participant_id) is None


def test_the_path_has_the_measuring_days_of_the_longer_end():
    intake = known.ended_intake(10)
    enrolment = known.person_on(intake)
    enrolment.ends_on = day(4)
    enrolment.save()
    path = context("participant.path", enrolment.referred_by, enrolment.participant_id)
    assert [(mark["label"], mark["on"]) for mark in path["milestones"]] == [("6 uker", day(46)), ("12 uker", day(88))]
    assert (path["periods"][0]["start"], path["periods"][0]["end"]) == (day(4), day(88))
    type(intake).objects.filter(pk=intake.pk).update(status="called_off")
    assert context("participant.path", enrolment.referred_by, enrolment.participant_id) is None


def test_illness_is_told_to_the_office_and_to_nobody_else(client_for):
    enrolment = known.person_on(known.ended_intake(30), left="ill", granted=True)
    f.AccessGrantFactory(
        participant=enrolment.participant, provider=enrolment.intake.provider, county=None, level="course"
    )
    known.compute()
    lead = f.MembershipFactory(provider_lead=True, provider=enrolment.intake.provider)
    county = f.MembershipFactory(county_staff=True, county=enrolment.intake.concept.county)
    told = {}
    for membership in (enrolment.referred_by, lead, county):
        (course,) = context("enrolment.detail", membership, enrolment.pk)["courses"]
        told[membership.role] = course["rows"][0]["text"]
    assert told == {"caseworker": "Sluttet, sykdom", "provider_lead": "Sluttet", "county_staff": "Sluttet"}
    page = client_for(lead).get(reverse("courses:enrolment_detail", args=[enrolment.public_id]))
    assert "Sluttet, sykdom" not in page.content.decode()


@pytest.mark.row("R9")
def test_the_start_page_says_who_was_measured_lately_and_what_is_not_computed(client_for):
    enrolment = known.person_on(known.ended_intake(3))
    caseworker = enrolment.referred_by
    county = f.MembershipFactory(county_staff=True, county=enrolment.intake.concept.county)
    assert "1 måling er ikke beregnet" in client_for(county).get("/").content.decode()
    known.compute()
    assert "ikke beregnet" not in client_for(county).get("/").content.decode()
    assert "1 ny måling siste to uker" in client_for(caseworker).get("/").content.decode()
    type(enrolment.participant).objects.update(is_shielded=True)
    assert "ny måling siste" not in client_for(caseworker).get("/").content.decode()
