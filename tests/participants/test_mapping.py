"""Mapping and aim: versions, Norwegian per skill, what changed, drafts and bad input (P1, P2)."""

import datetime as dt

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo.models import Draft
from amo.versions import StaleVersion
from courses.engines.fit import valid_certificates
from courses.facts_person import person_facts
from participants import actions, comparison, mapping_gaps
from participants.models import Aim, HeldCertificate, Mapping, WorkExperience
from tests import factories as f
from tests.ui.dom import parse

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
def url(person):
    return reverse("participants:mapping", args=[person.public_id])


def typed(jobs=(), held=(), **changes) -> dict:
    data = {"version": 1, "jobs-INITIAL_FORMS": 0, "held-INITIAL_FORMS": 0}
    for prefix, rows in (("jobs", jobs), ("held", held)):
        data[f"{prefix}-TOTAL_FORMS"] = len(rows)
        for number, row in enumerate(rows):
            data |= {f"{prefix}-{number}-{name}": value for name, value in row.items()}
    return data | changes


def proof(skill="oral", level="B1", test="norskproven", on="2024-05-14") -> dict:
    """A documented skill as it is typed."""
    return {skill: level, f"{skill}_source": "documented", f"{skill}_test": test, f"{skill}_tested_on": on}


@pytest.mark.row("P1")
def test_everything_that_was_typed_is_saved_as_the_first_version(client, person, url):
    occupation, certificate, sector = f.OccupationFactory(), f.QualificationTypeFactory(), f.SectorFactory()
    office = f.OfficeFactory(county=person.office.county)
    data = typed(
        jobs=[
            {"title": "Assistent", "months": "2 år", "country": "Norge", "ended_year": "2021"},
            {"occupation": f"{occupation.title} ({occupation.code})", "months": "6"},
            {"title": ""},
        ],
        held=[{"qualification": certificate.pk, "valid_to": f.today(90).isoformat()}],
        reading="A2", reading_source="assessed", **proof(),
        education_level="vocational", education_country="Polen", education_recognition="applied",
        education_sector=sector.pk, hours_available="37,5", shifts=["nights"],
        reachable_offices=[office.pk], can_move="yes", digital_skills="some", adaptation_text="Skjermleser",
    )  # fmt: skip
    response = client.post(url, data)
    assert response.status_code == 302, response.context["form"].errors
    mapping = Mapping.objects.get()
    assert (mapping.number, mapping.is_current) == (1, True)
    assert (mapping.oral, mapping.oral_source, mapping.reading_source) == ("B1", "documented", "assessed")
    assert (mapping.oral_test, mapping.oral_tested_on, mapping.reading_test) == (
        "norskproven",
        dt.date(2024, 5, 14),
        "",
    )
    assert (mapping.listening, mapping.listening_source) == ("", "unknown")
    assert (mapping.education_recognition, mapping.education_sector, mapping.can_move) == ("applied", sector, True)
    assert (float(mapping.hours_available), mapping.nights, mapping.evenings) == (37.5, True, False)
    assert list(mapping.reachable_offices.all()) == [office]
    assert mapping.needs_adaptation
    jobs = {job.title: job for job in WorkExperience.objects.all()}
    assert set(jobs) == {"Assistent", occupation.title}
    assert jobs[occupation.title].sector == occupation.sector
    assert (jobs["Assistent"].months, jobs["Assistent"].ended_year) == (24, 2021)
    assert HeldCertificate.objects.get().qualification == certificate


@pytest.mark.row("P1")
@pytest.mark.parametrize(("test", "level"), [("norskprove_2", "A2"), ("norskprove_3", "B1")])
def test_an_older_test_gives_its_level_oral_and_written_apart_and_never_split(client, url, test, level):
    old = {"written_test": test, "written_tested_on": "2011-05-05"} | proof(level="", test=test, on="2011-05-05")
    client.post(url, typed(**old))
    mapping = Mapping.objects.get()
    for skill in ("oral", "written"):
        stored = [getattr(mapping, f"{skill}{end}") for end in ("", "_source", "_test", "_tested_on")]
        assert stored == [level, "documented", test, dt.date(2011, 5, 5)]
    assert (mapping.reading, mapping.writing, mapping.listening) == ("", "", "")


@pytest.mark.row("P1")
def test_an_older_test_gives_its_level_where_the_level_stands_as_it_was(client, url):
    client.post(url, typed(oral="B2", oral_source="assessed"))
    response = client.post(url, typed(version=2, **proof(level="B2", test="norskprove_3", on="2011-05-05")))
    assert response.status_code == 302
    assert Mapping.objects.current().get().oral == "B1"
    response = client.post(url, typed(version=3, **proof(level="C1", test="norskprove_3", on="2011-05-05")))
    assert response.context["form"].errors["oral"] == ["Norskprøve 3 (B1) viser nivå B1. Rett nivået eller prøven."]


@pytest.mark.row("P1")
def test_one_norskprove_documents_all_the_parts_that_have_a_level(client, url):
    levels = {"oral": "B2", "listening": "B1", "writing": "A2"}
    client.post(url, typed(same_test="on", same_tested_on="2025-03-12", **levels))
    mapping = Mapping.objects.get()
    for skill, level in levels.items():
        stored = [getattr(mapping, f"{skill}{end}") for end in ("", "_source", "_test", "_tested_on")]
        assert stored == [level, "documented", "norskproven", dt.date(2025, 3, 12)]
    assert (mapping.reading, mapping.reading_source, mapping.reading_tested_on) == ("", "unknown", None)


def test_a_form_opens_with_one_test_for_all_only_where_all_parts_are_of_it(client, url):
    all_four = dict.fromkeys(("oral", "listening", "reading", "writing"), "B1")
    client.post(url, typed(same_test="on", same_tested_on="2025-03-12", **all_four))
    assert client.get(url).context["form"]["same_test"].value() is True
    client.post(url, typed(version=2, same_test="on", same_tested_on="2025-03-12", **(all_four | {"reading": ""})))
    form = client.get(url).context["form"]
    assert not form["same_test"].value()
    assert form["oral_tested_on"].value() == "2025-03-12"
    assert Mapping.objects.current().get().reading == ""


def test_what_belongs_to_a_test_goes_when_the_level_is_only_assessed(client, url):
    client.post(url, typed(**(proof() | {"oral_source": "assessed"})))
    mapping = Mapping.objects.get()
    assert (mapping.oral, mapping.oral_source, mapping.oral_test, mapping.oral_tested_on) == (
        "B1",
        "assessed",
        "",
        None,
    )


@pytest.mark.row("P1")
@pytest.mark.parametrize(
    ("data", "field", "words"),
    [
        (proof(on="2999-01-01"), "oral_tested_on", "Datoen kan ikke være fram i tid."),
        (proof(on="1961-01-01"), "oral_tested_on", "før brukeren ble født"),
        (proof(on="2013-12-31"), "oral_tested_on", "Norskprøven kom i 2014."),
        (proof(test="norskprove_3", on="2014-01-01"), "oral_tested_on", "til og med 2013"),
        (proof(test="norskprove_2", on="2011-01-01"), "oral", "Norskprøve 2 (A2) viser nivå A2."),
        (proof(level=""), "oral", "Velg nivået prøven viste."),
        (proof(test=""), "oral_test", "Velg hvilken prøve som viser nivået."),
        (proof("reading", test="norskprove_3"), "reading_test", "norskprove_3"),
        (proof(level="C2"), "oral", "høyst nivå C1"),
        (proof(on="31.02.2025"), "oral_tested_on", "Skriv datoen som dag, måned og år"),
        (proof(on="0001-01-01"), "oral_tested_on", "Sjekk årstallet"),
        ({"written_test": "norskprove_3", "written_tested_on": "2015-01-01"}, "written_tested_on", "til og med 2013"),
        ({"same_test": "on", "same_tested_on": "2999-01-01", "oral": "B1"}, "same_tested_on", "fram i tid"),
        ({"same_test": "on", "same_tested_on": "2025-01-01"}, "oral", "Velg nivåene prøven viste."),
    ],
)
def test_a_test_that_cannot_be_so_is_refused_at_its_field(client, url, data, field, words):
    response = client.post(url, typed(**data))
    assert response.status_code == 422
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert words in errors[field][0]
    assert not Mapping.objects.exists()


@pytest.mark.row("P1")
def test_a_new_version_starts_from_the_last_one_and_shows_what_changed(client, person, url):
    client.post(url, typed(jobs=[{"title": "Assistent", "months": "24"}], oral="A2", oral_source="assessed"))
    page = client.get(url)
    assert page.context["form"]["oral"].value() == "A2"
    assert page.context["form"].experiences.forms[0]["title"].value() == "Assistent"
    assert client.post(url, typed(version=2, **proof())).status_code == 302
    versions = list(Mapping.objects.order_by("number"))
    assert [(one.number, one.is_current, one.oral) for one in versions] == [(1, False, "A2"), (2, True, "B1")]
    changes = {change.field: (change.old, change.new) for change in comparison.mapping_changes(*versions)}
    assert changes["oral"] == ("A2, vurdert av veileder", "B1, dokumentert: Norskprøven 14.05.2024")
    assert changes["experiences"] == ("Assistent, 2 år", "")
    shown = client.get(reverse("participants:mapping_history", args=[person.public_id])).content.decode()
    assert "Assistent, 2 år" in shown and "Versjon 2" in shown


def test_somebody_elses_version_is_shown_and_a_second_save_goes_through(client, person, caseworker, url):
    actions.save_mapping(participant=person, values={"oral": "A1", "oral_source": "assessed"}, by=caseworker)
    response = client.post(url, typed(oral="B1", oral_source="assessed"))
    assert response.status_code == 409
    assert Mapping.objects.count() == 1
    assert response.context["form"]["oral"].value() == "B1"
    again = response.context["form"]["version"].value()
    assert client.post(url, typed(oral="B1", oral_source="assessed", version=again)).status_code == 302
    assert Mapping.objects.current().get().oral == "B1"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"oral": "Z9"}, "Z9"),
        ({"hours_available": "mye"}, "Skriv timene som et tall"),
        ({"hours_available": "99"}, "Skriv høyst 60 timer."),
        ({"summary": "x" * 10_000}, "2000"),
        ({"adaptation_text": "x" * 10_000}, "500"),
        ({"available_from": "2026-02-30"}, "Skriv datoen som dag"),
        ({"available_from": "9999-12-31"}, "Sjekk årstallet"),
        ({"available_from": "0001-01-01"}, "Sjekk årstallet"),
        ({"held": [{"valid_to": "9999-12-31"}]}, "Bevis 1: Sjekk årstallet"),
        ({"education_sector": "999999"}, "Velg fra listen."),
        ({"education_recognition": "kanskje"}, "kanskje"),
        ({"reachable_offices": ["999999"]}, "999999"),
        ({"jobs": [{"title": "Kokk"}]}, "Jobb 1: Skriv hvor lenge jobben varte."),
        ({"jobs": [{"months": "3"}]}, "Jobb 1: Skriv hvilket yrke eller hvilken stilling det var."),
        ({"jobs": [{"title": "Kokk", "months": "-3"}]}, "Jobb 1: Skriv minst én måned."),
        ({"jobs": [{"title": "Kokk", "months": "lenge"}]}, "Jobb 1: Skriv hvor lenge jobben varte, for eksempel"),
        ({"jobs": [{"title": "Kokk", "months": "61 år"}]}, "Jobb 1: Skriv høyst 60 år"),
        ({"jobs": [{"occupation": "tullball", "months": "3"}]}, "Jobb 1: Finner ikke yrket «tullball»."),
        ({"jobs": [{"title": "Kokk", "months": "50 år"}]}, "Jobb 1: Så lenge kan jobben ikke ha vart."),
        ({"jobs": [{"title": "Kokk", "months": "3", "ended_year": "1979"}]}, "Jobb 1: Brukeren fylte 15 år i"),
        ({"jobs": [{"title": "Kokk", "months": "25 år"}] * 3}, "Jobbene varte til sammen i 900 måneder"),
        ({"jobs": [{"title": "Kokk", "months": "3", "ended_year": "2999"}]}, "Årstallet kan ikke være fram i tid."),
        ({"held": [{"valid_to": "2027-01-01"}]}, "Bevis 1: Velg hvilket bevis datoen gjelder."),
        ({"jobs-TOTAL_FORMS": "mange"}, ""),
    ],
)
def test_bad_input_is_told_and_nothing_is_saved(client, url, data, words):
    response = client.post(url, typed(**data))
    assert response.status_code == 422
    assert words in response.content.decode()
    assert not Mapping.objects.exists()


def test_a_certificate_is_listed_once(client, url):
    certificate = f.QualificationTypeFactory()
    response = client.post(url, typed(held=[{"qualification": certificate.pk}] * 2))
    assert "Bevis 2: Beviset er allerede ført opp." in response.content.decode()


@pytest.mark.row("P1")
def test_an_expired_certificate_is_kept_with_a_warning_and_counts_as_not_held(client, person, url):
    licence = f.QualificationTypeFactory(name="Førerkort klasse B")
    data = typed(held=[{"qualification": licence.pk, "valid_to": f.today(-1).isoformat()}])
    page = client.post(url, data, follow=True).content.decode()
    assert "Førerkort klasse B gikk ut" in page and "teller ikke som gyldig" in page
    assert "Førerkort klasse B (utløpt" in page
    facts = person_facts([person.pk], day=f.today())[person.pk]
    assert valid_certificates(facts, f.today()) == frozenset()
    assert "Utløpt: teller ikke" in client.get(url).content.decode()
    client.post(url, data | {"version": 2, "held-0-valid_to": f.today().isoformat()})
    facts = person_facts([person.pk], day=f.today())[person.pk]
    assert valid_certificates(facts, f.today()) == {licence.code}


def test_an_error_in_a_row_leads_to_its_field(client, url):
    page = client.post(url, typed(jobs=[{"title": "Kokk"}])).content.decode()
    assert 'href="#id_jobs-0-months"' in page
    assert 'id="id_jobs-0-months"' in page


def test_after_saving_the_way_to_the_advice_is_there(client, url):
    page = client.post(url, typed(oral="B1"), follow=True)
    way = parse(page.content.decode()).all("a", css="aksel-button")
    assert "Se kursforslag" in [link.text for link in way]


def test_the_summary_follows_the_form_and_a_date_says_which_it_is(client, url):
    wrong = {"hours_available": "99", "summary": "x" * 2001, "same_test": "on", "same_tested_on": "2999-01-01"}
    page = client.post(url, typed(jobs=[{"title": "Kokk"}], oral="B1", **wrong)).content.decode()
    summary = parse(page).one(css="aksel-error-summary").all("li")
    assert [line.text for line in summary] == [
        "Prøvedato, alle delene: Datoen kan ikke være fram i tid.",
        "Jobb 1: Skriv hvor lenge jobben varte.",
        "Skriv høyst 60 timer.",
        "Teksten kan ha høyst 2000 tegn.",
    ]


def test_one_more_row_keeps_what_was_typed_and_saves_nothing(client, url):
    response = client.post(url, typed(jobs=[{"title": "Kokk"}], summary="Foreløpig", add="jobs"))
    assert response.status_code == 200
    form = response.context["form"]
    assert [row["title"].value() for row in form.experiences.forms] == ["Kokk", None]
    assert form["summary"].value() == "Foreløpig"
    assert not Mapping.objects.exists()


def test_the_new_row_has_the_cursor_and_the_last_says_that_there_are_no_more(client, url):
    page = client.post(url, typed(jobs=[{"title": "Kokk"}], add="jobs")).content.decode()
    assert page.count("autofocus") == 1
    assert 'name="jobs-1-occupation"' in page.split("autofocus")[0].rpartition("<input")[2]
    full = client.post(url, typed(jobs=[{"title": f"Jobb {n}"} for n in range(15)], add="jobs"))
    assert len(full.context["form"].experiences.forms) == 15
    assert "Det er plass til 15." in full.content.decode()


def test_a_draft_is_brought_back_with_its_rows_and_thrown_away_when_sent(client, person, url):
    save = reverse("amo:draft_save", args=["mapping", person.public_id])
    client.post(save, typed(jobs=[{"title": "Kokk", "months": "7"}], summary="Kladd"))
    form = client.get(url).context["form"]
    assert form["summary"].value() == "Kladd"
    assert [(row["title"].value(), row["months"].value()) for row in form.experiences.forms][0] == ("Kokk", "7")
    assert client.post(url, typed(summary="Ferdig")).status_code == 302
    assert not Draft.objects.exists()


def test_county_staff_read_the_mapping_without_the_adaptation_text(client_for, person, caseworker):
    actions.save_mapping(participant=person, values={"adaptation_text": "Skjermleser"}, by=caseworker)
    actions.save_mapping(participant=person, values={"adaptation_text": "Stillerom"}, by=caseworker)
    county = f.MembershipFactory(county_staff=True)
    f.AccessGrantFactory(participant=person, county=county.county)
    for route in ("participants:mapping_history", "participants:detail"):
        address = reverse(route, args=[person.public_id])
        assert "Stillerom" in client_for(caseworker).get(address).content.decode()
        page = client_for(county).get(address).content.decode()
        assert "Skjermleser" not in page and "Stillerom" not in page


# --- aim ----------------------------------------------------------------------------------------


@pytest.mark.row("P2")
def test_the_aim_keeps_her_words_and_her_order(client, person):
    first, second = f.OccupationFactory(), f.OccupationFactory()
    url = reverse("participants:aim", args=[person.public_id])
    data = {"words": "Jobbe med folk", "kind": "best_chance", "occupation_1": second.code, "occupation_3": first.title}
    assert client.post(url, data | {"version": 1}).status_code == 302
    aim = Aim.objects.get()
    assert [row.occupation for row in aim.occupations.all()] == [second, first]
    assert client.post(url, {"kind": "undecided", "version": 2}).status_code == 302
    assert Aim.objects.current().get().kind == "undecided"
    assert Aim.objects.get(number=1).words == "Jobbe med folk"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"kind": ""}, "kind"),
        ({"kind": "rich"}, "kind"),
        ({"words": "x" * 1001}, "words"),
        ({"occupation_2": "999999"}, "occupation_2"),
    ],
)
def test_a_bad_aim_is_told_at_the_field(client, person, changes, field):
    url = reverse("participants:aim", args=[person.public_id])
    response = client.post(url, {"kind": "course", "version": 1} | changes)
    assert response.status_code == 422
    assert list(response.context["form"].errors) == [field]
    assert not Aim.objects.exists()


def test_the_same_occupation_twice_is_told_at_the_second(client, person):
    occupation = f.OccupationFactory()
    url = reverse("participants:aim", args=[person.public_id])
    data = {"kind": "course", "version": 1, "occupation_1": occupation.code, "occupation_3": occupation.title}
    assert list(client.post(url, data).context["form"].errors) == ["occupation_3"]


@pytest.mark.row("P2")
def test_the_aim_is_in_no_page_of_a_provider(person, caseworker, client_for):
    actions.save_aim(participant=person, kind="course", words="Vil bli kokk", by=caseworker)
    for membership in (f.MembershipFactory(provider_lead=True), f.MembershipFactory(instructor=True)):
        receiver = (
            {"provider": membership.provider} if membership.role == "provider_lead" else {"membership": membership}
        )
        f.AccessGrantFactory(participant=person, county=None, level="course", **receiver)
        assert not Aim.objects.visible_to(membership).exists()
        assert not Mapping.objects.visible_to(membership).exists()
        page = client_for(membership).get(reverse("participants:employment_new", args=[person.public_id]))
        assert page.status_code == 200
        assert "Vil bli kokk" not in page.content.decode()


def test_an_aim_saved_in_between_is_not_overwritten(person, caseworker):
    actions.save_aim(participant=person, kind="course", by=caseworker, expected_number=1)
    with pytest.raises(StaleVersion) as caught:
        actions.save_aim(participant=person, kind="other_course", by=caseworker, expected_number=1)
    assert caught.value.current == 2
    assert [(change.field, change.new) for change in caught.value.changes][0][0] == "kind"


@pytest.mark.parametrize("total", ["²", "9" * 5000, "-1", "", "x"])
def test_a_number_of_rows_that_is_none_does_not_stop_the_form(caseworker, person, client_for, total):
    url = reverse("participants:mapping", args=[person.public_id])
    sent = {"jobs-TOTAL_FORMS": total, "jobs-INITIAL_FORMS": "0", "held-TOTAL_FORMS": total, "held-INITIAL_FORMS": "0"}
    assert client_for(caseworker).post(url, sent | {"add": "jobs", "version": "1"}).status_code == 200
    # A version that was never there: told as a conflict, not as an error page.
    rows = dict.fromkeys(sent, "0")
    assert client_for(caseworker).post(url, rows | {"version": "7"}).status_code == 409


@pytest.mark.row("P1")
def test_that_there_was_none_is_an_answer_and_blank_is_not(client, person, url):
    client.post(url, typed(summary="Snakket kort"))
    first = Mapping.objects.current().with_parts().get()
    assert {"experience", "shifts"} <= {gap.key for gap in mapping_gaps.gaps(first)}
    page = client.post(url, typed(version=2, no_jobs="on", shifts=["daytime_only"]))
    assert page.status_code == 302
    mapping = Mapping.objects.current().with_parts().get()
    assert (mapping.no_jobs, mapping.daytime_only, mapping.evenings) == (True, True, False)
    assert not {"experience", "shifts"} & {gap.key for gap in mapping_gaps.gaps(mapping)}
    changes = {change.label: change.new for change in comparison.mapping_changes(first, mapping)}
    assert changes["Arbeidserfaring"] == "Har ikke hatt jobb"
    assert changes["Kan arbeide utenom dagtid"] == "nei, bare dagtid"
    form = client.get(url).context["form"]
    assert (form["no_jobs"].value(), form["shifts"].value()) == (True, ["daytime_only"])
    assert not {"experience", "shifts"} & form.missing()


@pytest.mark.row("P1")
def test_none_beside_something_is_told_at_the_field_with_everything_else_that_is_wrong(client, person, url):
    data = typed(jobs=[{"title": "Kokk", "months": "lenge"}], no_jobs="on", shifts=["daytime_only", "nights"])
    response = client.post(url, data)
    assert response.status_code == 422
    errors = response.context["form"].errors
    assert errors["no_jobs"] == ["Fjern jobbene som står over, eller ta bort krysset."]
    assert errors["shifts"] == ["Velg enten «Nei, bare dagtid» eller når brukeren kan arbeide utenom dagtid."]
    assert "Jobb 1" in str(errors["__all__"])
    with pytest.raises(ValidationError) as refused:
        actions.save_mapping(
            participant=person, values={"no_jobs": True}, by=person.caseworker,
            experiences=[{"title": "Kokk", "months": 3}],
        )  # fmt: skip
    assert list(refused.value.message_dict) == ["no_jobs"]
