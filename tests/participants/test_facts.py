"""Jobs, education, measures, information, contact and notes: what is recorded, corrected and refused."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from amo.models import Submission
from participants import actions
from participants.models import (
    ContactAttempt,
    EducationPeriod,
    Employment,
    InformationGiven,
    Measure,
    Note,
)
from tests import factories as f
from tests.factories.kernel import organisation_number

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker)


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


@pytest.fixture
def provider_lead(person):
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, county=None, provider=lead.provider, level="reduced")
    return lead


def address(name, person) -> str:
    return reverse(f"participants:{name}", args=[person.public_id])


def job(**changes) -> dict:
    return {
        "employer_name": "Solbakken sykehjem", "terms": "temporary", "on_call": "on", "fte_low": "20", "fte_high": "60",
        "wanted_fte": "100", "starts_on": f.today(-3).isoformat(), "found_through": "placement_employer",
        "source": "participant",
    } | changes  # fmt: skip


def errors(response) -> dict:
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


@pytest.mark.row("R1")
def test_a_job_keeps_form_on_call_range_wish_and_how_it_was_found(client, person, caseworker):
    assert client.post(address("employment_new", person), job()).status_code == 302
    fact = Employment.objects.get()
    assert (fact.form, fact.on_call, fact.fte_low, fact.fte_high, fact.wanted_fte) == ("temporary", True, 20, 60, 100)
    assert (fact.found_through, fact.source, fact.recorded_by) == ("placement_employer", "participant", caseworker)
    assert fact.fte_text == "20–60 %"
    assert "20–60 %" in client.get(address("detail", person)).content.decode()


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"employer_name": ""}, "employer_name", "Skriv hvem arbeidsgiveren er."),
        ({"employer_name": "x" * 151}, "employer_name", "150"),
        ({"employer_number": "12345"}, "employer_number", "ni siffer"),
        ({"terms": "forever"}, "terms", "Velg ansettelsesform."),
        ({"fte_low": ""}, "fte_low", "Skriv stillingsprosenten."),
        ({"fte_low": "halv"}, "fte_low", "helt tall fra 0 til 100"),
        ({"fte_low": "101"}, "fte_low", "helt tall fra 0 til 100"),
        ({"fte_low": "70"}, "fte_high", "minst like høy"),
        ({"starts_on": ""}, "starts_on", "Skriv første arbeidsdag."),
        ({"starts_on": "99.99.9999"}, "starts_on", "Skriv datoen"),
        ({"ends_on": "2001-01-01"}, "ends_on", "Sluttdato kan ikke være før startdato."),
        ({"found_through": "luck"}, "found_through", "luck"),
        ({"occupation": "999999"}, "occupation", "Finner ikke yrket «999999»."),
        ({"source": "register"}, "source", "register"),
    ],
)
def test_a_bad_job_is_told_at_the_field_and_what_was_typed_is_kept(client, person, changes, field, words):
    response = client.post(address("employment_new", person), job(wanted_fte="83") | changes)
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert words in errors(response)[field][0]
    assert response.context["form"]["wanted_fte"].value() == "83"
    assert not Employment.objects.exists() and not Submission.objects.exists()


@pytest.mark.row("R1")
def test_a_provider_records_with_itself_as_source_and_goes_back_inside_the_site(client_for, provider_lead, person):
    client, url = client_for(provider_lead), address("employment_new", person)
    assert 'name="source"' not in client.get(url).content.decode()
    back = client.post(url, job(source="caseworker") | {"next": "/kurs/"})
    assert back.url == "/kurs/"
    assert Employment.objects.get().source == "provider"
    assert client.post(url, job(employer_name="Et annet sykehjem", next="https://evil.example/")).url == "/"


@pytest.mark.row("R1")
def test_a_correction_is_a_new_version_and_keeps_the_old_one(client, person, caseworker):
    old = actions.record_employment(
        participant=person, by=caseworker, employer_name="Solbakken", form="permanent", fte_low=100,
        starts_on=f.today(-9), source="participant",
    )  # fmt: skip
    url = reverse("participants:employment_correct", args=[old.public_id])
    page = client.get(url)
    assert page.context["form"]["fte_low"].value() == 100
    assert client.post(url, job(version=1, fte_low="50", fte_high="")).status_code == 302
    current = Employment.objects.current().get()
    assert (current.fte_low, current.supersedes_id) == (50, old.pk)
    old.refresh_from_db()
    assert old.superseded_at is not None and old.fte_low == 100
    # Somebody who opened the form before that is told, and nothing is saved twice.
    assert client.post(url, job(version=1, fte_low="30", fte_high="")).status_code == 409
    assert Employment.objects.count() == 2


@pytest.mark.row("R1")
@pytest.mark.parametrize(
    ("changes", "overlaps"),
    [
        ({}, True),
        ({"employer_name": " solbakken  SYKEHJEM "}, True),
        ({"employer_name": "Et annet sykehjem"}, False),
        ({"starts_on": 31}, False),
        ({"starts_on": 30}, True),
        ({"starts_on": -300, "ends_on": -201}, False),
        ({"starts_on": -300, "ends_on": -200}, True),
    ],
)
def test_a_job_that_overlaps_another_at_the_same_employer_is_refused_with_a_link(client, person, changes, overlaps):
    first = f.EmploymentFactory(participant=person, starts_on=f.today(-200), ends_on=f.today(30))
    changes = {name: f.today(day).isoformat() if name.endswith("_on") else day for name, day in changes.items()}
    response = client.post(
        address("employment_new", person), job(employer_name="Solbakken sykehjem", employer_number="") | changes
    )
    if not overlaps:
        assert response.status_code == 302
        return
    assert response.status_code == 422
    assert list(errors(response)) == ["starts_on"]
    link = reverse("participants:employment_correct", args=[first.public_id])
    assert f'href="{link}"' in response.content.decode()
    assert Employment.objects.count() == 1


@pytest.mark.parametrize(("percent", "days", "said"), [("60", -100, True), ("50", -100, False), ("60", 31, False)])
def test_two_jobs_at_once_are_kept_and_more_than_a_full_week_is_said(client, person, percent, days, said):
    f.EmploymentFactory(participant=person, fte_low=50, starts_on=f.today(-200), ends_on=f.today(30))
    data = job(employer_name="Et annet sykehjem", fte_low=percent, fte_high="", starts_on=f.today(days).isoformat())
    response = client.post(address("employment_new", person), data, follow=True)
    assert Employment.objects.count() == 2
    assert ("i samme tid som Solbakken sykehjem, til sammen minst 110 prosent" in response.content.decode()) is said


def test_the_same_name_with_two_organisation_numbers_is_two_employers(client, person):
    first, second = organisation_number(1), organisation_number(2)
    for number, status in ((first, 302), (second, 302), (first, 422), ("", 422)):
        data = job(employer_name="Sykehjem", employer_number=number)
        assert client.post(address("employment_new", person), data).status_code == status


def test_a_correction_does_not_overlap_itself_but_another(client, person, caseworker):
    f.EmploymentFactory(participant=person, starts_on=f.today(-400), ends_on=f.today(-300))
    job_now = f.EmploymentFactory(participant=person, starts_on=f.today(-200))
    url = reverse("participants:employment_correct", args=[job_now.public_id])
    data = job(employer_name="Solbakken sykehjem", employer_number="", version=1, ends_on="")
    assert client.post(url, data | {"starts_on": f.today(-310).isoformat()}).status_code == 422
    job_now.refresh_from_db()
    assert job_now.superseded_at is None
    assert client.post(url, data | {"starts_on": f.today(-299).isoformat()}).status_code == 302


@pytest.mark.row("R1")
def test_nav_and_each_provider_tell_of_the_same_job_beside_each_other(client, client_for, provider_lead, person):
    other = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, county=None, provider=other.provider, level="reduced")
    url = address("employment_new", person)
    sides = (client, client_for(provider_lead), client_for(other))
    for side, fte in zip(sides, ("30", "50", "60"), strict=True):
        assert side.post(url, job(fte_low=fte, fte_high="")).status_code == 302
    facts = Employment.objects.current().order_by("fte_low")
    assert [(fact.source, fact.fte_low) for fact in facts] == [("participant", 30), ("provider", 50), ("provider", 60)]
    # A second one from the same side is refused, with a link to its own, which it may correct.
    for side, fact in zip(sides, facts, strict=True):
        refused = side.post(url, job())
        assert refused.status_code == 422
        link = reverse("participants:employment_correct", args=[fact.public_id])
        assert f'href="{link}"' in errors(refused)["starts_on"][0]
        assert side.get(link).status_code == 200
    assert Employment.objects.count() == 3


def test_a_note_of_ten_thousand_letters_is_refused_with_its_limit_and_kept(client, person):
    text = "æ" * 10_000
    response = client.post(address("note_new", person), {"text": text})
    assert response.status_code == 422
    assert "2000" in errors(response)["text"][0]
    assert text in response.content.decode()


def test_a_provider_corrects_its_own_facts_only(client_for, provider_lead, person, caseworker):
    url = reverse("participants:employment_correct", args=[f.EmploymentFactory(participant=person).public_id])
    assert client_for(provider_lead).get(url).status_code == 403
    own = actions.record_employment(
        participant=person, by=provider_lead, employer_name="Solbakken", form="permanent", fte_low=100,
        starts_on=f.today(),
    )  # fmt: skip
    own_url = reverse("participants:employment_correct", args=[own.public_id])
    assert client_for(provider_lead).get(own_url).status_code == 200


@pytest.mark.row("R4")
def test_what_a_provider_has_told_is_not_navs_to_correct_but_to_tell_beside(client, provider_lead, person, caseworker):
    told = {"employer_name": "Solbakken", "form": "permanent", "starts_on": f.today(-9)}
    theirs = actions.record_employment(participant=person, by=provider_lead, fte_low=100, **told)
    url = reverse("participants:employment_correct", args=[theirs.public_id])
    assert client.get(url).status_code == 403
    assert client.post(url, job(version=theirs.version)).status_code == 403
    with pytest.raises(ValidationError, match="ved siden av"):
        actions.correct_employment(employment=theirs, by=caseworker, fte_low=20)
    page = client.get(reverse("participants:detail", args=[person.public_id])).content.decode()
    assert url not in page and "Registrer det Nav vet" in page
    actions.record_employment(participant=person, by=caseworker, fte_low=20, **told)
    current = Employment.objects.current().filter(participant=person)
    assert set(current.values_list("source", "fte_low")) == {("provider", 100), ("caseworker", 20)}


def test_a_provider_never_reports_on_a_protected_person(client_for):
    person = f.ParticipantFactory(confidential=True)
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, county=None, provider=lead.provider, level="course")
    assert client_for(lead).get(address("employment_new", person)).status_code == 403


def test_a_fact_is_no_more_than_its_fields(person, caseworker):
    with pytest.raises(TypeError, match="recorded_at"):
        actions.record_employment(participant=person, by=caseworker, recorded_at=None)


def test_education_and_measures_are_recorded_and_reversed_dates_told(client, person):
    days = {"starts_on": f.today(-90).isoformat(), "ends_on": f.today(-20).isoformat()}
    assert client.post(address("education_new", person), {"kind": "nav", "title": "Helsefag"} | days).status_code == 302
    measure = {"kind": "amo", "title": "Truckførerkurs", "ended_in_work": "no"} | days
    assert client.post(address("measure_new", person), measure).status_code == 302
    assert EducationPeriod.objects.get().kind == "nav"
    assert Measure.objects.get().ended_in_work is False
    for name in ("education_new", "measure_new"):
        wrong = measure | {"kind": "nav" if name == "education_new" else "amo", "ends_on": "2001-01-01"}
        assert errors(client.post(address(name, person), wrong)) == {
            "ends_on": ["Sluttdato kan ikke være før startdato."]
        }
    page = client.get(address("detail", person)).content.decode()
    assert "Truckførerkurs" in page and "For tidlig å si" in page


@pytest.mark.row("P5")
def test_information_is_logged_with_the_course_and_the_language(client, person):
    person.interpreter_language = "tigrinja"
    person.save()
    url = address("inform", person)
    form = client.get(url, {"kurs": "Pleieassistent"}).context["form"]
    assert (form["subject"].value(), form["language"].value()) == ("Pleieassistent", "tigrinja")
    data = {"kind": "prospects", "channel": "phone", "said": "Ringevakter", "given_on": f.today().isoformat()}
    assert client.post(url, data).status_code == 302
    given = InformationGiven.objects.get()
    assert (given.kind, given.said, given.given_on) == ("prospects", "Ringevakter", f.today())
    assert errors(client.post(url, data | {"given_on": f.today(1).isoformat()})) == {
        "given_on": ["Datoen kan ikke være fram i tid."]
    }
    assert set(errors(client.post(url, {}))) == {"kind", "channel", "given_on"}


def test_a_contact_attempt_says_whether_she_was_reached(client, person):
    url = address("contact_new", person)
    assert set(errors(client.post(url, {"channel": "phone", "made_on": f.today().isoformat()}))) == {"reached"}
    data = {"reached": "no", "channel": "letter", "made_on": f.today().isoformat()}
    assert client.post(url, data).status_code == 302
    assert ContactAttempt.objects.get().reached is False
    assert errors(client.post(url, data | {"made_on": f.today(1).isoformat()})) == {
        "made_on": ["Datoen kan ikke være fram i tid."]
    }


def test_only_the_office_writes_notes(client, person, provider_lead):
    url = address("note_new", person)
    assert errors(client.post(url, {"text": " "})) == {"text": ["Skriv notatet."]}
    assert "2000" in errors(client.post(url, {"text": "x" * 2001}))["text"][0]
    assert client.post(url, {"text": "Ringte."}).status_code == 302
    assert Note.objects.get().text == "Ringte."
    with pytest.raises(PermissionDenied):
        actions.add_note(participant=person, text="Hei", by=provider_lead)
    with pytest.raises(ValidationError):
        actions.add_note(participant=person, text="", by=person.caseworker)


# --- a measure that was recorded wrong ----------------------------------------------------------


def _measure(**changes):
    return {
        "kind": "amo", "title": "Truckfører", "ended_in_work": "no", "version": "1",
        "starts_on": f.today(-300).isoformat(), "ends_on": f.today(-200).isoformat(),
    } | changes  # fmt: skip


@pytest.mark.row("P7")
def test_a_measure_is_corrected_in_place_and_the_history_keeps_what_stood_there(client, person):
    measure = f.MeasureFactory(participant=person, kind="amo", title="Truck", ended_in_work=None)
    url = reverse("participants:measure_correct", args=[measure.public_id])
    assert client.get(url).context["form"]["title"].value() == "Truck"
    assert client.post(url, _measure(ended_in_work="yes")).status_code == 302
    measure.refresh_from_db()
    assert (measure.title, measure.ended_in_work, measure.version) == ("Truckfører", True, 2)
    assert list(measure.events.order_by("pgh_id").values_list("title", flat=True)) == ["Truck", "Truckfører"]
    # Somebody who opened the form before that is told.
    assert client.post(url, _measure()).status_code == 409


@pytest.mark.row("P7")
def test_a_measure_recorded_by_mistake_is_removed_and_named_in_the_history(client, person):
    measure = f.MeasureFactory(participant=person, title="Feil mann")
    page = client.get(address("detail", person)).content.decode()
    correct = reverse("participants:measure_correct", args=[measure.public_id])
    assert f'href="{correct}"' in page
    remove = reverse("participants:measure_withdraw", args=[measure.public_id])
    assert f'href="{remove}"' in client.get(correct).content.decode()
    assert client.post(remove, {"version": "2"}).status_code == 409
    assert client.post(remove, {"version": "1"}).status_code == 302
    assert not Measure.objects.exists()
    assert "Feil mann" not in client.get(address("detail", person)).content.decode()
    assert "Feil mann" in client.get(address("history", person)).content.decode()
    assert client.get(correct).status_code == 404


def test_what_is_wrong_in_a_correction_is_told_at_the_field_and_kept(client, person):
    measure = f.MeasureFactory(participant=person)
    url = reverse("participants:measure_correct", args=[measure.public_id])
    response = client.post(url, _measure(title="", ends_on="2001-01-01"))
    assert response.status_code == 422 and set(errors(response)) == {"title", "ends_on"}
    assert 'value="2001-01-01"' in response.content.decode()


def test_two_who_remove_the_same_measure(person, caseworker):
    measure = f.MeasureFactory(participant=person)
    actions.withdraw_measure(measure=Measure.objects.get(), by=caseworker)
    for work in (actions.withdraw_measure, actions.correct_measure):
        with pytest.raises(ValidationError, match="allerede fjernet"):
            work(measure=measure, by=caseworker)


def test_the_facts_card_says_where_the_measures_stand(client, person):
    page = client.get(address("detail", person)).content.decode()
    assert "Ingenting er registrert ennå. Resultatene" in page
    f.MeasureFactory(participant=person)
    page = client.get(address("detail", person)).content.decode()
    assert "Ingenting er registrert ennå. Resultatene" not in page
    assert "Tiltakene står under «Tidligere kurs og tiltak»" in page
