"""The manager who refuses certain countries: stopped in the note, reported, paused, decided by the county (L10)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse

from amo import clock
from amo.models import Notification
from amo.versions import StaleVersion
from placements.actions.discrimination import decide_reports, report_discrimination
from placements.actions.placements import agree_placement, change_placement
from placements.models import DiscriminationReport, Visit
from tests import factories
from tests.at_once import at_once

pytestmark = [pytest.mark.django_db, pytest.mark.row("L10")]
WISH = "Sjefen tar ikke imot noen fra Somalia."
Decision = DiscriminationReport.Decision


@pytest.fixture
def there():
    """A running placement, its instructor, her lead, and the staff of the county that bought the course."""
    placement = factories.PlacementFactory()
    contract = placement.enrolment.intake.contract
    made = {
        "placement": placement,
        "lead": factories.MembershipFactory(provider_lead=True, provider=contract.provider),
        "instructor": factories.MembershipFactory(instructor=True, provider=contract.provider),
        "staff": factories.MembershipFactory(county_staff=True, county=contract.concept.county),
    }
    course = {"participant": placement.participant, "county": None, "level": "course"}
    factories.AccessGrantFactory(provider=contract.provider, **course)
    factories.AccessGrantFactory(membership=made["instructor"], **course)
    factories.IntakeAssignmentFactory(intake=placement.enrolment.intake, membership=made["instructor"])
    return type("There", (), made | {"county": contract.concept.county})


def note(text: str) -> dict:
    today = clock.today().isoformat()
    visit = {"status": "held", "held_on": today, "kind": "in_person", "hiring_intent": "not_asked"}
    return visit | {"submission": str(uuid.uuid4()), "note": text}


def told(there, **changes):
    """A report from the instructor."""
    values = {"employer": there.placement.employer, "county": there.county, "what": WISH, "by": there.instructor}
    return report_discrimination(**values | changes)


def decide(there, report, decision="resume", **changes):
    values = {"shown": [report.public_id], "reason": "Snakket med ledelsen.", "by": there.staff, "version": None}
    return decide_reports(report=report, decision=decision, **values | changes)


def every_text() -> str:
    """All that the database holds in words."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'")
        tables = [name for (name,) in cursor.fetchall()]
        cursor.execute(" UNION ALL ".join(f'SELECT t::text FROM "{name}" t' for name in tables))
        return "\n".join(row for (row,) in cursor.fetchall())


def test_the_wish_stops_in_the_visit_note_and_leads_to_the_report_with_what_was_written(there, client_for):
    client, url = client_for(there.instructor), reverse("placements:visit_log", args=[there.placement.public_id])
    answer = client.post(url, note(WISH))
    assert answer.status_code == 422
    assert "«Somalia»" in answer.text
    assert WISH in answer.text
    assert not Visit.objects.exists()
    assert "Somalia" not in every_text()
    report_url = f"{reverse('placements:discrimination_new')}?arbeidsgiver={there.placement.employer.public_id}"
    assert f'formaction="{report_url}"' in answer.text
    # The button sends what stands in the form on, and nothing is saved by that.
    carried = client.post(report_url, note(WISH) | {"carry": "note"})
    assert carried.status_code == 200
    assert WISH in carried.text
    assert not DiscriminationReport.objects.exists()
    assert "Somalia" not in every_text()


def test_reworded_the_note_is_saved(there, client_for):
    url = reverse("placements:visit_log", args=[there.placement.public_id])
    assert client_for(there.instructor).post(url, note("Sjefen vil ikke ta imot alle.")).status_code == 302
    assert Visit.objects.get().note == "Sjefen vil ikke ta imot alle."


@pytest.mark.parametrize("field", ["why_not_hire", "note"])
def test_both_texts_of_a_visit_are_guarded(there, client_for, field):
    url = reverse("placements:visit_log", args=[there.placement.public_id])
    data = note("") | {"hiring_intent": "no", "why_not_hire": "Har ikke råd", field: WISH}
    answer = client_for(there.instructor).post(url, data)
    assert answer.status_code == 422
    assert f'value="{field}"' in answer.text


def test_the_tasks_of_a_placement_are_guarded_and_the_employers_own_name_may_stand_there(there, client_for):
    placement = there.placement
    placement.employer.name = "Somalia Import"
    placement.employer.save()
    data = {
        "mentor_name": "Kari", "hours_per_week": "30", "starts_on": placement.starts_on.isoformat(),
        "ends_on": placement.ends_on.isoformat(), "version": placement.version,
    }  # fmt: skip
    url = reverse("placements:placement_edit", args=[placement.public_id])
    client = client_for(there.lead)
    assert client.post(url, data | {"tasks": "Ingen fra Somalia på lageret"}).status_code == 422
    assert client.post(url, data | {"tasks": "Lageret hos Somalia Import"}).status_code == 302


def test_a_report_pauses_the_employer_and_tells_the_county_without_a_word_of_it(there):
    report = told(there)
    employer = report.employer
    employer.refresh_from_db()
    assert employer.paused_on == clock.today()
    [to_county] = Notification.objects.filter(membership=there.staff)
    assert "Somalia" not in to_county.text and employer.name not in to_county.text
    # Those with a trainee there hear it in neutral words.
    texts = {one.text for one in Notification.objects.filter(membership__in=[there.lead, there.instructor])}
    assert texts == {f"{employer.name} tar ikke imot nye praksisdeltakere nå. Praksisen som er avtalt, går som før."}
    assert Notification.objects.filter(membership__in=[there.lead, there.instructor]).count() == 2


def test_nobody_new_is_sent_to_a_paused_employer_and_running_placements_go_on(there, client_for):
    told(there)
    placement = there.placement
    other = factories.EnrolmentFactory(intake=placement.enrolment.intake, granted=True)
    page = client_for(there.lead).get(reverse("placements:placement_new", args=[other.public_id]))
    assert placement.employer.name not in page.text
    days = {"starts_on": clock.today(), "ends_on": clock.today() + dt.timedelta(days=3)}
    with pytest.raises(ValidationError, match="Nav tiltak avklarer det"):
        agree_placement(
            enrolment=other, employer=placement.employer, mentor_name="Kari", tasks="Lager", hours_per_week=30,
            declared_on=clock.today(), by=there.lead, **days,
        )  # fmt: skip
    changed = change_placement(placement=placement, by=there.lead, mentor_name="Per")
    assert changed.mentor_name == "Per"


def test_only_the_countys_staff_read_the_text_its_author_sees_the_outcome(there, client_for):
    report = told(there)
    pages = [
        reverse("placements:discrimination_detail", args=[report.public_id]),
        reverse("placements:discrimination_list"),
    ]
    other_county = factories.MembershipFactory(county_staff=True, every_flag=True)
    assert WISH in client_for(there.staff).get(pages[0]).text
    assert client_for(other_county).get(pages[0]).status_code == 404
    assert report.employer.name not in client_for(other_county).get(pages[1]).text
    author = client_for(there.instructor)
    assert [author.get(url).status_code for url in pages] == [403, 403]
    mine = reverse("placements:discrimination_mine")
    assert "Meldt. Avgjøres av Nav tiltak." in author.get(mine).text
    decide(there, report, decision="stay_paused", reason="Lederen holdt fast ved ønsket.")
    page = author.get(mine).text
    assert "Avgjort: Ikke flere praksisplasser her." in page
    assert "Somalia" not in page and "holdt fast" not in page
    assert not {"what", "decision_reason"} & set(DiscriminationReport.objects.outcomes_for(there.instructor)[0])


def test_the_employers_page_says_that_it_is_paused_and_not_why(there, client_for):
    report = told(there)
    url = reverse("placements:employer_detail", args=[report.employer.public_id])
    page = client_for(there.lead).get(url).text
    assert "tar ikke imot nye praksisdeltakere nå" in page
    assert "Somalia" not in page and "diskriminering å avgjøre" not in page
    assert "1 melding om diskriminering å avgjøre" in client_for(there.staff).get(url).text


def test_the_county_resumes_with_a_reason_and_everybody_is_told(there):
    report = told(there)
    decided = decide(there, report)
    decided.employer.refresh_from_db()
    assert (decided.decision, decided.employer.paused_on) == (Decision.RESUME, None)
    texts = list(Notification.objects.filter(membership=there.instructor).values_list("text", flat=True))
    assert f"{decided.employer.name} tar imot praksisdeltakere igjen." in texts
    assert any("samarbeidet fortsetter" in text for text in texts)
    with pytest.raises(ValidationError, match="allerede avgjort"):
        decide(there, decided)


def test_a_decision_without_a_reason_is_told_at_the_field(there, client_for):
    report = told(there)
    url = reverse("placements:discrimination_detail", args=[report.public_id])
    answer = client_for(there.staff).post(url, {"decision": "resume", "reason": "  ", "version": 1})
    assert answer.status_code == 422
    assert "Skriv hvorfor, før saken avgjøres." in answer.text
    report.refresh_from_db()
    assert report.decision == ""


def test_one_decision_is_about_all_that_stood_on_the_page_and_no_more(there):
    first, second = told(there), told(there, by=there.lead, what="Ikke muslimer.")
    late = told(there, by=there.lead, what="Han sa det igjen.")
    decide(there, first, shown=[first.public_id, second.public_id])
    assert list(DiscriminationReport.objects.filter(decision="").values_list("pk", flat=True)) == [late.pk]
    late.employer.refresh_from_db()
    assert late.employer.paused_on
    decide(there, late)
    late.employer.refresh_from_db()
    assert late.employer.paused_on is None


def test_another_countys_open_report_keeps_the_employer_paused(there):
    report, elsewhere = told(there), told(there, county=factories.CountyFactory())
    decide(there, report)
    report.employer.refresh_from_db()
    assert report.employer.paused_on
    assert DiscriminationReport.objects.get(pk=elsewhere.pk).decision == ""


def test_stay_paused_can_be_lifted_later(there, client_for):
    report = decide(there, told(there), decision="stay_paused")
    assert (
        "Endre avgjørelsen"
        in client_for(there.staff).get(reverse("placements:discrimination_detail", args=[report.public_id])).text
    )
    decide(there, report, reason="Ny leder.")
    report.employer.refresh_from_db()
    assert report.employer.paused_on is None


@pytest.mark.django_db(transaction=True)
def test_decided_twice_at_once_is_decided_once(there):
    report = told(there)
    other = factories.MembershipFactory(county_staff=True, county=there.county)
    works = [
        lambda: decide(there, report, version=1),
        lambda: decide(there, report, decision="stay_paused", version=1, by=other),
    ]
    results = at_once(works)
    assert sum(isinstance(one, StaleVersion) for one in results) == 1
    [done] = [one for one in results if isinstance(one, DiscriminationReport)]
    done.employer.refresh_from_db()
    assert (done.employer.paused_on is None) == (done.decision == Decision.RESUME)


def test_no_field_asks_for_anybodys_origin(there, client_for):
    page = client_for(there.instructor).get(reverse("placements:discrimination_new")).text.lower()
    assert "opprinnelse" not in page and "nasjonalitet" not in page
    named = {field.name for field in DiscriminationReport._meta.fields}
    assert not {name for name in named if "origin" in name or "nation" in name or "participant" in name}


def test_a_provider_of_two_counties_is_asked_which(there, client_for):
    other = factories.ContractFactory(provider=there.lead.provider)
    url = reverse("placements:discrimination_new")
    data = {"employer": there.placement.employer.organisation_number, "what": WISH, "heard_by": "participant"}
    client = client_for(there.lead)
    answer = client.post(url, data)
    assert answer.status_code == 422 and "Velg fylke." in answer.text and WISH in answer.text
    # From a placement's page the county is the one that bought the course.
    from_placement = client.post(f"{url}?plass={there.placement.public_id}", data)
    assert from_placement.status_code == 302
    assert DiscriminationReport.objects.get().county == there.county
    assert client.post(url, data | {"county": other.concept.county.pk}).status_code == 302


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"what": ""}, "Skriv hva arbeidsgiveren sa eller gjorde."),
        ({"what": "x" * 2001}, "Teksten kan ha høyst 2000 tegn."),
        ({"employer": "0"}, "Finner ikke arbeidsgiveren «0». Prøv en del av navnet, eller organisasjonsnummeret."),
        ({"heard_by": "nobody"}, "Velg et av svarene."),
    ],
)
def test_a_wrong_report_is_told_at_its_field(there, client_for, changes, message):
    data = {"employer": there.placement.employer.organisation_number, "what": WISH, "heard_by": "myself"} | changes
    answer = client_for(there.lead).post(reverse("placements:discrimination_new"), data)
    assert answer.status_code == 422
    assert message in answer.text
    assert not DiscriminationReport.objects.exists()


def test_a_double_click_reports_once(there, client_for):
    data = {
        "employer": there.placement.employer.organisation_number,
        "what": WISH,
        "heard_by": "myself",
        "submission": str(uuid.uuid4()),
    }
    client, url = client_for(there.lead), reverse("placements:discrimination_new")
    assert [client.post(url, data).status_code for _n in range(2)] == [302, 302]
    assert DiscriminationReport.objects.count() == 1


@pytest.mark.parametrize("query", ["arbeidsgiver=ikke-en-uuid", f"plass={uuid.UUID(int=0)}", "arbeidsgiver="])
def test_an_address_that_names_nothing_is_an_empty_form(there, client_for, query):
    assert client_for(there.lead).get(f"{reverse('placements:discrimination_new')}?{query}").status_code == 200
