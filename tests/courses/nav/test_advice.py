"""The advice page: bands, stops with what would change them, hiring requirements in words, constant queries."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.formats import date_format

from amo.models import AccessLog
from courses.advice_data import advise
from courses.facts_person import situations
from courses.models import ChecklistAnswer, Intake
from participants import conditions
from tests import factories as f
from tests.factories import today

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(case, client_for):
    """`page()`: the advice page of the case's person as its caseworker sees it."""

    def get(**query) -> str:
        response = client_for(case.caseworker).get(reverse("courses:advice", args=[case.person.public_id]), query)
        assert response.status_code == 200
        return response.content.decode()

    return get


def group(page: str, code: str) -> str:
    """The part of the page from one group's heading to the next."""
    start = page.find(f'id="group-{code}"')
    if start < 0:
        return ""
    end = page.find('id="group-', start + 1)
    return page[start : end if end > 0 else None]


@pytest.mark.row("P6")
def test_courses_stand_in_bands_with_reasons(case, page):
    shown = page()
    assert "Forslagene er støtte for samtalen." in shown
    good = group(shown, "recommended")
    assert "Pleieassistent" in good and "Kan passe" in good
    assert "Muntlig norsk er B1, vurdert av veileder. Ønsket nivå er A2." in good
    # nothing on the café's checklist is known: it fits badly, and says why
    other = group(shown, "not_fit")
    assert "Kafé og kantine" in other
    assert "Oppfyller bare 0 % av sjekklista." in other
    assert "Veileder har ikke tatt stilling til dette." in other


@pytest.mark.row("P6", "P3")
def test_what_is_said_of_a_group_is_true_of_its_cards(case, page):
    assert "Under hvert kurs står det hva som taler mot." in page()
    case.person.jobseeker_periods.all().delete()
    stopped = page()
    assert "Det som står øverst på siden, må ordnes før noe kurs kan søkes." in stopped
    case.mapping.delete()
    assert "Under hvert kurs står det hva som taler mot." not in page()


@pytest.mark.row("P6")
def test_what_it_builds_on_is_read_from_mapping_and_aim(case, page):
    before = page()
    f.WorkExperienceFactory(mapping=case.mapping, occupation=case.occupation, months=18)
    aim = f.AimFactory(participant=case.person)
    aim.occupations.create(rank=1, occupation=case.occupation)
    after = page()
    assert "Bygger på 18 måneder arbeid i samme yrke eller bransje." not in before
    assert "Bygger på 18 måneder arbeid i samme yrke eller bransje." in after
    assert "Pleiemedhjelper er ønske nummer 1 i eget mål." in after


@pytest.mark.row("C4")
def test_a_course_that_opens_no_job_that_is_closed_today_says_so(case, page):
    said = "åpner kurset ingen jobber som er stengt for brukeren i dag"
    skilled = f.QualificationTypeFactory(name="Fagbrev som helsefagarbeider")
    f.HiringRequirementFactory(segment="Sykehjemsetaten", occupation=case.occupation, form="on_call")
    permanent = f.HiringRequirementFactory(segment="Sykehjemsetaten", occupation=case.occupation, form="permanent")
    permanent.needs_all.add(skilled)
    assert said in page()
    case.care.gives.add(skilled)
    assert said not in page()


@pytest.mark.row("C4")
def test_jobs_after_the_course_in_words(case, page):
    skilled = f.QualificationTypeFactory(name="Fagbrev som helsefagarbeider")
    test = f.QualificationTypeFactory(name="Norskprøve 3 muntlig", norwegian="oral:B1")
    permanent = f.HiringRequirementFactory(segment="Sykehjemsetaten", occupation=case.occupation, form="permanent")
    permanent.needs_all.add(skilled, test)
    on_call = f.HiringRequirementFactory(segment="Sykehjemsetaten", occupation=case.occupation, form="on_call")
    on_call.needs_all.add(test)
    # assessed by a caseworker is not documented by a test: everything stays closed
    assert "Kan ikke få fast jobb eller ringevakter." in page()
    case.mapping.oral_source = "documented"
    case.mapping.save()
    shown = page()
    assert "Kan få ringevakter, ikke fast jobb." in shown
    assert "Fast jobb krever fagbrev som helsefagarbeider." in shown
    assert "kan få ringevakter, ikke fast jobb etter kurset." not in shown  # said once, not as a warning too


@pytest.mark.row("C4")
def test_a_test_on_the_course_may_open_a_door(case, page):
    test = f.QualificationTypeFactory(name="Norskprøve 3 muntlig", norwegian="oral:B1")
    f.HiringRequirementFactory(segment="Sykehjemsetaten", occupation=case.occupation, form="on_call").needs_all.add(
        test
    )
    assert "på kurset åpner for" not in page()
    case.care.gives.add(test)
    assert "Kan ikke få ringevakter. Bestått norskprøve på B1 (muntlig) på kurset åpner for ringevakter." in page()


@pytest.mark.row("P3")
def test_formal_conditions_say_what_would_change_them(case, page):
    case.person.jobseeker_periods.all().delete()
    case.person.need_assessed_on = None
    case.person.save()
    shown = page()
    assert "Er ikke registrert som arbeidssøker." in shown
    assert "Behovet for kvalifisering er ikke vurdert." in shown
    assert group(shown, "recommended") == ""
    assert "Pleieassistent" in group(shown, "blocked")
    assert 'name="kurs"' not in shown


@pytest.mark.row("P6")
def test_what_was_not_asked_is_not_told_as_no(case, page):
    """Blank in the mapping is not known; the answer that there is none, or that it is the day alone, is an answer."""
    case.care.usual_shifts = ["evenings", "weekends"]
    case.care.save()
    job = f.ChecklistItemFactory(concept=case.care, kind="experience", label="Erfaring fra yrket", months=6)
    job.occupations.add(case.occupation)
    blank = page()
    assert "og det kan brukeren ikke" not in blank
    assert "Vanlig arbeidstid er også kveld og helg. Spør om brukeren kan det." in blank
    assert "Arbeidserfaringen er ikke kartlagt." in blank and "0 måneder erfaring" not in blank
    case.mapping.daytime_only = case.mapping.no_jobs = True
    case.mapping.save()
    asked = page()
    assert "Vanlig arbeidstid er også kveld og helg, og det kan brukeren ikke." in asked
    assert "Spør om brukeren kan det." not in asked
    assert "0 måneder erfaring. Ønsket er minst 6." in asked


@pytest.mark.row("P3")
def test_a_registration_that_ends_before_the_course_is_told_here_as_on_the_person_page(case, page):
    period = case.person.jobseeker_periods.get()
    starts_on = case.care_intake.starts_on
    period.ends_on = starts_on - dt.timedelta(days=1)
    period.save()
    shown = page()
    day = date_format(period.ends_on, "j. F Y")
    assert f"Registreringen som arbeidssøker går ut {day}, før kursstart. Den må fornyes før det." in shown
    assert "Pleieassistent" in group(shown, "recommended")  # a warning: it stops nothing today
    (condition,) = [one for one in conditions_on(case.person, starts_on) if one.code == "registered"]
    assert condition.status == "unmet"
    period.ends_on = starts_on
    period.save()
    assert "Registreringen som arbeidssøker går ut" not in page()
    (condition,) = [one for one in conditions_on(case.person, starts_on) if one.code == "registered"]
    assert condition.status == "met"


def conditions_on(person, day):
    """The formal conditions as the person page shows them for a course that starts this day."""
    return conditions.formal_conditions(person, person.jobseeker_periods.all(), day=day, norwegian_known=True)


@pytest.mark.row("P3")
def test_too_young_on_the_start_day(case, client_for):
    start = case.care_intake.starts_on
    young = f.ParticipantFactory(
        caseworker=case.caseworker,
        born_on=dt.date(start.year - 19, start.month, 28 if start.day > 28 else start.day) + dt.timedelta(days=40),
        need_assessed_on=today(-1),
        need_reason="Trenger fagkunnskap.",
    )
    f.JobseekerPeriodFactory(participant=young)
    f.MappingFactory(participant=young)
    response = client_for(case.caseworker).get(reverse("courses:advice", args=[young.public_id]))
    assert "Deltakeren må ha fylt 19 år når kurset starter." in group(response.content.decode(), "blocked")


@pytest.mark.row("P6")
def test_unknown_norwegian_is_cleared_up_and_blocks_nothing(case, page):
    case.care.minimum_oral = "A2"
    case.care.minimum_reason = "Må forstå beskjeder."
    case.care.save()
    case.mapping.oral, case.mapping.oral_source = "", "unknown"
    case.mapping.save()
    shown = page()
    assert "Muntlig norsk må avklares: kurset krever A2. Må forstå beskjeder." in shown
    assert group(shown, "blocked") == ""
    case.mapping.oral, case.mapping.oral_source = "A1", "assessed"
    case.mapping.save()
    stopped = group(page(), "blocked")
    assert "Muntlig norsk er A1 (vurdert av veileder), og kurset krever A2." in stopped


@pytest.mark.row("P10")
def test_not_amo_now_with_other_ways(case, page):
    case.mapping.oral, case.mapping.oral_source = "A1", "documented"
    case.mapping.save()
    shown = page()
    assert "Ikke AMO nå" in shown
    assert "2 av 2 kurs har en målgruppe som ikke passer." in shown
    assert "Norskopplæring først." in shown


@pytest.mark.row("C5")
def test_a_full_market_is_said(case, page):
    f.LabourDemandFactory(occupation=case.occupation, county=case.county, openings=12, unemployed=60)
    shown = group(page(), "not_fit")
    assert "Mettet marked: flere utdannes på kurs enn det er ledige stillinger." in shown
    assert "5 arbeidsledige per ledig stilling." in shown
    assert "Det utdannes mange i forhold til ledige stillinger i yrkene kurset leder til." in shown


@pytest.mark.row("P7")
def test_courses_without_work_are_seen(case, page):
    for days in (300, 100):
        f.MeasureFactory(
            participant=case.person, kind="amo", title="Kurs", starts_on=today(-days - 60), ends_on=today(-days)
        )
    assert "2 kurs det siste året uten at det førte til jobb." in page()


@pytest.mark.row("P7")
def test_courses_left_for_work_stopped_or_followed_by_a_job_are_not_without_work(case):
    def ended(days, **more):
        intake = f.IntakeFactory(ended=True, starts_on=today(-days - 60), **more.pop("intake", {}))
        more = {"status": "completed"} | more
        return f.EnrolmentFactory(
            participant=case.person, intake=intake, starts_on=today(-days - 60), ends_on=today(-days), **more
        )

    def counted():
        return situations([case.person.pk], day=today())[case.person.pk].courses_without_work

    ended(360, status="dropped_out", end_reason="work")
    ended(280, intake={"status": "cut_short"})
    ended(200)
    ended(100, status="dropped_out", end_reason="other")
    ended(430)  # more than a year ago
    assert counted() == 2
    # A job from before the end, held twelve weeks after it.
    f.EmploymentFactory(participant=case.person, starts_on=today(-210), ends_on=today(-110))
    assert counted() == 1


def test_free_places_for_the_office(case, page):
    f.OfficeQuotaFactory(intake=case.care_intake, office=case.office, minimum=0, maximum=2)
    assert "2 ledige for kontoret (15 i alt)" in page()


@pytest.mark.row("C6")
def test_courses_next_door_on_request(case, page):
    county = f.CountyFactory()
    concept = f.ConceptFactory(county=county, title="Truckfører i nabofylket")
    f.IntakeFactory(contract__concept=concept)
    assert "Truckfører i nabofylket" not in page()
    assert "Truckfører i nabofylket" in page(fylke="alle")


def test_the_page_is_logged_once(case, page):
    page()
    rows = AccessLog.objects.filter(subject_id=case.person.public_id)
    assert rows.count() == 1


def test_queries_do_not_grow_with_courses(case, client_for):
    client = client_for(case.caseworker)
    url = reverse("courses:advice", args=[case.person.public_id])

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    queries()
    few = queries()
    for _n in range(10):
        concept = f.ConceptFactory(county=case.county)
        f.ChecklistItemFactory(concept=concept, kind="experience", label="Erfaring", months=6)
        for _m in range(3):
            f.IntakeFactory(contract__concept=concept, window=case.window)
    queries()  # what is new is stored once
    assert queries() == few


@pytest.mark.row("P6")
def test_four_thousand_open_intakes_cost_no_more_queries_than_one(case, client_for):
    client = client_for(case.caseworker)
    url = reverse("courses:advice", args=[case.person.public_id])

    def queries(work):
        with CaptureQueriesContext(connection) as captured:
            work()
        return len(captured)

    def advice():
        return advise(case.person, by=case.caseworker, day=today())

    client.get(url)
    few = queries(lambda: client.get(url)), queries(advice)
    Intake.objects.bulk_create(
        f.IntakeFactory.build(
            contract=case.care_intake.contract, window=case.window, starts_on=today(30 + n % 90), code=f"MANY-{n}"
        )
        for n in range(4000)
    )
    client.get(url)  # what is new is stored once
    assert (queries(lambda: client.get(url)), queries(advice)) == few
    assert len(advice().lines()) == 4002
    page = client.get(url).content.decode()
    assert page.count(f'id="kurs-{case.care.public_id}"') == 1 and "3998 kurs til" in page


@pytest.mark.row("A2")
def test_judged_item_is_answered_with_a_sentence(case, client_for):
    client = client_for(case.caseworker)
    url = reverse("courses:checklist_answer", args=[case.person.public_id, case.judged.pk])
    name = f"item-{case.judged.pk}"
    empty = client.post(url, {f"{name}-answer": "met", f"{name}-sentence": ""})
    assert empty.status_code == 422
    assert "Skriv én setning om hvorfor." in empty.content.decode()
    done = client.post(url, {f"{name}-answer": "met", f"{name}-sentence": "Har stått i kantine i to år."})
    assert done.status_code == 302
    answer = ChecklistAnswer.objects.get(participant=case.person, item=case.judged)
    assert (answer.answer, answer.answered_by) == ("met", case.caseworker)
    shown = client.get(reverse("courses:advice", args=[case.person.public_id])).content.decode()
    assert "Har stått i kantine i to år." in group(shown, "recommended")
    again = client.post(url, {f"{name}-answer": "unknown", f"{name}-sentence": ""})
    assert again.status_code == 302
    answer.refresh_from_db()
    assert answer.answer == "unknown"


def test_answers_are_written_by_her_own_caseworker_only(case, client_for):
    colleague = f.MembershipFactory(office=case.office)
    url = reverse("courses:checklist_answer", args=[case.person.public_id, case.judged.pk])
    assert client_for(colleague).get(url).status_code == 403
    assert (
        client_for(case.caseworker)
        .post(reverse("courses:checklist_answer", args=[case.person.public_id, case.item.pk]))
        .status_code
        == 404
    )  # a rule is not for the caseworker to answer


def test_a_course_is_shown_once_with_its_later_classes(case, page):
    later = f.IntakeFactory(
        contract__concept=case.care, window=case.window, status="planned", starts_on=today(100), ends_on=today(200)
    )
    shown = page()
    assert shown.count(f'id="kurs-{case.care.public_id}"') == 1
    card = group(shown, "recommended")
    assert "Kurset er ikke åpent for søknad nå." in card
    assert f'value="{case.care_intake.public_id}"' in card
    assert f'value="{later.public_id}"' not in card


@pytest.mark.row("C4")
def test_a_job_that_takes_a_permission_says_so(case, page):
    f.HiringRequirementFactory(
        segment="Sykehjemsetaten",
        occupation=case.occupation,
        form="temporary",
        permission_from="etaten",
        months_each=2,
        months_total=12,
    )
    shown = page()
    assert "Kan få vikariat med tillatelse." in shown
    assert "Kan få vikariat, men bare med tillatelse fra etaten, 2 måneder om gangen og 12 måneder i alt." in shown
