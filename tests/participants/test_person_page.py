"""The person page: what each role sees of her, her path, and who may write."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo.models import AccessLog
from participants import actions, portfolio
from participants.identity import person_hash
from participants.overview import portfolio_row, steps
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    person = f.ParticipantFactory(
        caseworker=caseworker, benefit="social", basis="required", need_reason="Trenger fag", need_assessed_on=f.today()
    )
    portfolio.refresh([person.pk])
    actions.add_note(participant=person, text="Internt notat", by=caseworker)
    return person


def page(client, person, route="detail") -> str:
    response = client.get(reverse(f"participants:{route}", args=[person.public_id]))
    assert response.status_code == 200
    return response.content.decode()


SECRETS = ("Internt notat", "Økonomisk sosialhjelp", "Krav om aktivitet")


@pytest.mark.row("P11")
def test_county_staff_see_neither_notes_benefit_nor_basis(client_for, person, caseworker):
    county = f.MembershipFactory(county_staff=True)
    f.AccessGrantFactory(participant=person, county=county.county)
    own = page(client_for(caseworker), person)
    theirs = page(client_for(county), person)
    for secret in SECRETS:
        assert secret in own
        assert secret not in theirs
    assert person.list_name.split(",")[0] in theirs


@pytest.mark.row("P11")
def test_a_provider_has_no_page_of_hers_and_meets_none_of_it(client_for, person):
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, county=None, provider=lead.provider, level="course")
    client = client_for(lead)
    for route in ("detail", "mapping_history", "history", "printout", "edit", "mapping", "aim", "note_new"):
        assert client.get(reverse(f"participants:{route}", args=[person.public_id])).status_code == 403
    for route in ("employment_new", "contact_new"):
        text = page(client, person, route)
        assert not any(secret in text for secret in (*SECRETS, "Trenger fag"))


def test_a_colleague_reads_and_only_the_caseworker_and_the_lead_write(client_for, person, caseworker):
    colleague = f.MembershipFactory(office=caseworker.office)
    lead = f.MembershipFactory(office_lead=True, office=caseworker.office)
    edit = reverse("participants:edit", args=[person.public_id])
    assert "Rediger opplysninger" not in page(client_for(colleague), person)
    assert "Rediger opplysninger" in page(client_for(caseworker), person)
    assert client_for(colleague).get(edit).status_code == 403
    for writer in (caseworker, lead):
        assert client_for(writer).get(edit).status_code == 200
    person.caseworker = None
    person.save()
    assert client_for(colleague).get(edit).status_code == 200


def test_outside_the_scope_she_does_not_exist_and_inside_she_may_be_closed(client_for, person, caseworker):
    url = reverse("participants:detail", args=[person.public_id])
    missing = reverse("participants:detail", args=["6f7d3ad0-1b0e-4c5d-9a56-0d3c7a4e8f11"])
    outsider = client_for(f.MembershipFactory(every_flag=True))
    hidden, gone = outsider.get(url), outsider.get(missing)
    assert (hidden.status_code, gone.status_code) == (404, 404)
    assert person.last_name not in hidden.content.decode()
    caseworker.user.person_hash = person_hash(person.national_id)
    caseworker.user.save()
    assert client_for(caseworker).get(url).status_code == 403
    assert not AccessLog.objects.exists()


def test_each_showing_leaves_one_row_and_a_protected_person_a_marked_one(client_for, person, caseworker):
    page(client_for(caseworker), person)
    row = AccessLog.objects.get()
    assert (row.subject_id, row.route, row.protected) == (person.public_id, "participants:detail", False)
    allowed = f.MembershipFactory(office=person.office, sees_shielded=True)
    person.is_shielded = True
    person.save()
    assert "Beskyttet" in page(client_for(allowed), person)
    assert AccessLog.objects.filter(protected=True).count() == 1


def status_of(person, **columns) -> dict[str, str]:
    portfolio.update_rows([person.pk], **columns)
    return {step["label"]: step["status"] for step in steps(portfolio_row(person, f.today()), f.today())}


def test_the_path_shows_done_active_skipped_and_later_steps(person):
    labels = ["Kartlagt", "Søkt inn", "Tilbud", "På kurs", "I praksis", "Kursslutt", "6 uker", "12 uker"]
    fresh = status_of(person, course_label="")
    assert list(fresh) == labels
    assert list(fresh.values()) == ["active", *["later"] * 7]
    ended = status_of(person, applied_on=f.today(-200), course_starts_on=f.today(-150), course_ends_on=f.today(-50))
    assert list(ended.values()) == ["skipped", "done", "done", "done", "skipped", "done", "active", "later"]


def test_the_page_takes_the_same_queries_however_much_there_is(client_for, person, caseworker):
    client = client_for(caseworker)

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            page(client, person)
        return len(captured)

    def fill(times):
        for _n in range(times):
            f.EmploymentFactory(participant=person)
            f.ContactAttemptFactory(participant=person)
            f.InformationGivenFactory(participant=person)
            f.NoteFactory(participant=person)
            f.TaskFactory(participant=person)
            f.MeasureFactory(participant=person)
            f.EducationPeriodFactory(participant=person)
            mapping = actions.save_mapping(participant=person, values={}, by=caseworker)
            for _m in range(times):
                f.WorkExperienceFactory(mapping=mapping)
                f.HeldCertificateFactory(mapping=mapping)

    fill(1)
    queries()
    few = queries()
    fill(6)
    assert queries() == few


def test_the_steps_say_what_their_dates_mean(person):
    portfolio.update_rows(
        [person.pk], applied_on=f.today(-9), offer_deadline=f.today(5), course_starts_on=f.today(20),
        course_ends_on=f.today(90),
    )  # fmt: skip
    dates = {step["label"]: step["date"] for step in steps(portfolio_row(person, f.today()), f.today())}
    assert dates["Tilbud"].startswith("svar innen ")
    assert dates["På kurs"].startswith("fra ")
    assert dates["Kursslutt"] == f.today(90)


def test_the_next_step_is_a_link_to_where_it_is_done(client_for, person, caseworker):
    client, url = client_for(caseworker), reverse("participants:detail", args=[person.public_id])

    def step():
        return client.get(url).context["person"]["next_action"]

    assert step() == {
        "text": "Kartlegg", "date": None, "url": reverse("participants:mapping", args=[person.public_id])
    }  # fmt: skip
    actions.save_mapping(participant=person, values={}, by=caseworker)
    assert step()["text"] == "Informer om kurs"
    by_hand = f.TaskFactory(participant=person, owner=caseworker, due_on=f.today(9), url="")
    assert step() == {"text": by_hand.title, "date": f.today(9), "url": f"{url}#oppgaver"}
    f.TaskFactory(participant=person, owner=caseworker, due_on=f.today(1), title="Svar", url="/soknader/")
    assert step() == {"text": "Svar", "date": f.today(1), "url": "/soknader/"}
    # A provider's task is not the office's next step, and county staff are told none.
    county = f.MembershipFactory(county_staff=True)
    f.AccessGrantFactory(participant=person, county=county.county)
    assert client_for(county).get(url).context["person"]["next_action"] is None


TABS = [
    "Oversikt", "Kartlegging", "Mål", "Plan", "Kursforslag", "Søknader og kurs", "Praksis", "Slik gikk det", "Historikk",
]  # fmt: skip


def test_every_page_about_a_person_has_the_same_tabs_and_one_is_active(client_for, world):
    client, person = client_for(world.caseworker), world.participant
    pages = {
        "participants:detail": "Oversikt", "participants:mapping_history": "Kartlegging", "participants:aim_history": "Mål",
        "participants:plan": "Plan", "courses:advice": "Kursforslag", "courses:person_courses": "Søknader og kurs",
        "placements:person_placements": "Praksis", "reporting:person_results": "Slik gikk det",
        "participants:history": "Historikk", "participants:event_list": "Oversikt",
    }  # fmt: skip
    for route, active in pages.items():
        tabs = client.get(reverse(route, args=[person.public_id])).context["tabs"]
        assert [tab["label"] for tab in tabs] == TABS, route
        assert [tab["label"] for tab in tabs if tab["active"]] == [active], route


def test_many_applications_are_counted_on_the_overview_and_stand_on_their_own_tab(client_for, person, caseworker):
    for _n in range(25):
        f.WishFactory(application__participant=person, application__status="decided")
    client = client_for(caseworker)
    overview = page(client, person)
    assert "og 22 til" in overview
    courses = client.get(reverse("courses:person_courses", args=[person.public_id]))
    assert courses.context["page"].paginator.count == 25
    assert len(courses.context["page"].object_list) == 20
