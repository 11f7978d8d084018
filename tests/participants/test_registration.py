"""Registering a person and changing what is registered: bad input is told at the field, what was typed is kept."""

import datetime as dt
import html
import unicodedata

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo.templatetags.aksel import error_links
from participants import actions
from participants.identity import person_hash
from participants.models import JobseekerPeriod, Participant, PortfolioRow
from tests import factories as f
from tests.factories.people import identity_number
from tests.participants.test_identity import real_number

pytestmark = pytest.mark.django_db
BORN = dt.date(1984, 3, 12)
URL = "/brukere/registrer/"


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


def typed(**changes) -> dict:
    return {
        "national_id": identity_number(BORN), "first_name": "Sahra", "last_name": "Ødegård", "phone": "412 34 567",
        "written_form": "nb", "benefit": "none", "basis": "unknown", "tuition_right": "unknown",
        "registered_from": f.today().isoformat(), "need_reason": "Trenger fag", "need_assessed_on": "",
    } | changes  # fmt: skip


def errors(response) -> dict:
    return {name: list(messages) for name, messages in response.context["form"].errors.items()}


@pytest.mark.row("P3")
def test_a_person_is_registered_at_the_own_office_with_what_was_typed(client, caseworker):
    number = identity_number(BORN)
    response = client.post(URL, typed(national_id=f"{number[:6]} {number[6:]}", caseworker=caseworker.pk))
    person = Participant.objects.get()
    assert response.url == reverse("participants:detail", args=[person.public_id])
    assert (person.national_id, person.born_on, person.office) == (number, BORN, caseworker.office)
    assert (person.caseworker, person.registered_by) == (caseworker, caseworker)
    assert person.need_assessed_on == f.today()
    assert JobseekerPeriod.objects.get().starts_on == f.today()
    assert PortfolioRow.objects.with_phase(f.today()).get().phase == "registered"


def test_a_double_click_registers_once(client):
    data = typed(submission="6f7d3ad0-1b0e-4c5d-9a56-0d3c7a4e8f11")
    first, second = client.post(URL, data), client.post(URL, data)
    assert first.url == second.url
    assert Participant.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"national_id": ""}, "national_id", "Skriv fødselsnummeret"),
        ({"national_id": "123"}, "national_id", "elleve siffer"),
        ({"national_id": "1" * 30}, "national_id", "elleve siffer"),
        ({"national_id": "31029912345"}, "national_id", "ikke en gyldig dato"),
        ({"national_id": identity_number(BORN)[:-1] + str((int(identity_number(BORN)[-1]) + 1) % 10)},
         "national_id", "Kontrollsifrene"),
        ({"national_id": real_number(BORN)}, "national_id", "syntetiske"),
        ({"last_name": " "}, "last_name", "Har personen bare ett navn, skriver du det her."),
        ({"last_name": "123 --"}, "last_name", "Skriv et navn med bokstaver."),
        ({"last_name": "\u202e\u200b"}, "last_name", "Skriv etternavnet."),
        ({"need_reason": "x" * 10_000}, "need_reason", "500"),
        ({"registered_from": "2026-02-30"}, "registered_from", "Skriv datoen"),
        ({"registered_from": "30.02.2026"}, "registered_from", "Skriv datoen"),
        ({"last_name": "x" * 101}, "last_name", "100"),
        ({"phone": "ring meg"}, "phone", "bare med sifre"),
        ({"email": "sahra"}, "email", "navn@eksempel.no"),
        ({"registered_from": "i går"}, "registered_from", "Skriv datoen"),
        ({"benefit": "lottery"}, "benefit", "lottery"),
        ({"need_reason": "", "need_assessed_on": "2026-01-02"}, "need_reason", "Skriv hvorfor"),
        ({"tuition_right": "yes", "tuition_hours_left": "-3"}, "tuition_hours_left", "0"),
        ({"caseworker": "999999"}, "caseworker", "Velg en veileder"),
    ],
)  # fmt: skip
def test_bad_input_is_told_at_the_field_and_nothing_is_saved(client, changes, field, words):
    response = client.post(URL, typed(**changes))
    assert response.status_code == 422
    assert list(errors(response)) == [field]
    assert words in " ".join(errors(response)[field])
    page = response.content.decode()
    assert "<title>Feil:" in page
    assert "Ødegård" in page or field == "last_name"
    assert not Participant.objects.exists()


def test_the_summary_lists_errors_as_the_fields_stand_on_the_page(client):
    form = client.post(URL, typed(national_id="", last_name="", phone="x")).context["form"]
    assert [target for target, _message in error_links(form)] == ["id_national_id", "id_last_name", "id_phone"]


@pytest.mark.row("P3")
@pytest.mark.parametrize(
    ("first", "last", "listed", "full"),
    [
        ("Ærlig", "Ødegård Åsen", "Ødegård Åsen, Ærlig", "Ærlig Ødegård Åsen"),
        ("María José", "Ñáñez", "Ñáñez, María José", "María José Ñáñez"),
        ("فاطمة", "الزهراء", "الزهراء, فاطمة", "فاطمة الزهراء"),
        ("D'Arcy", "O’Brien-Øst", "O’Brien-Øst, D'Arcy", "D'Arcy O’Brien-Øst"),
        ("", "Sahra", "Sahra", "Sahra"),
        ("  Ola \n Nils ", "\tTest\u202eesen", "Testesen, Ola Nils", "Ola Nils Testesen"),
    ],
)
def test_names_of_every_kind_are_kept_and_found(client, first, last, listed, full):
    assert client.post(URL, typed(first_name=first, last_name=last)).status_code == 302
    person = Participant.objects.get()
    assert (person.list_name, person.name) == (listed, full)
    page = client.get(reverse("participants:detail", args=[person.public_id]))
    assert full in html.unescape(page.content.decode())
    one_name = last.split()[-1].replace("\u202e", "")
    found = client.post(reverse("participants:search"), {"q": one_name}, follow=True)
    assert listed in html.unescape(found.content.decode())


def test_a_name_is_one_whether_its_letters_were_composed_or_not(client):
    composed, apart = (unicodedata.normalize(form, "Ångström") for form in ("NFC", "NFD"))
    assert composed != apart
    client.post(URL, typed(last_name=apart))
    assert Participant.objects.get().last_name == composed
    for typed_name in (composed, apart, "angstrom"):
        found = client.post(reverse("participants:search"), {"q": typed_name}, follow=True)
        assert "Ångström, Sahra" in found.content.decode()


def test_dates_in_the_future_are_refused(client):
    response = client.post(URL, typed(registered_from=f.today(1).isoformat()))
    assert errors(response) == {"registered_from": ["Datoen kan ikke være fram i tid."]}
    response = client.post(URL, typed(need_assessed_on=f.today(1).isoformat()))
    assert errors(response) == {"need_assessed_on": ["Datoen kan ikke være fram i tid."]}


def test_somebody_registered_already_and_another_error_are_told_together(client, caseworker):
    known = f.ParticipantFactory(caseworker=caseworker)
    for wrong in ({"registered_from": f.today(1).isoformat()}, {"registered_from": "30.02.2026"}):
        told = errors(client.post(URL, typed(national_id=known.national_id, **wrong)))
        assert set(told) == {"national_id", "registered_from"}
        assert "allerede registrert" in told["national_id"][0] and str(known.public_id) in told["national_id"][0]


def test_a_child_is_refused(client):
    today = f.today()
    almost = today.replace(year=today.year - 18) + dt.timedelta(days=1)
    response = client.post(URL, typed(national_id=identity_number(almost)))
    assert "under 18 år" in errors(response)["national_id"][0]
    assert client.post(URL, typed(national_id=identity_number(almost - dt.timedelta(days=1)))).status_code == 302


def test_a_person_of_another_office_is_refused_without_a_word_about_her(client, caseworker):
    elsewhere = f.ParticipantFactory(last_name="Hemmeligsen")
    hidden = f.ParticipantFactory(strictly_confidential=True, caseworker=caseworker)
    masked = f.ParticipantFactory(shielded=True, caseworker=caseworker)
    known = f.ParticipantFactory(caseworker=caseworker)
    told = {
        person: errors(client.post(URL, typed(national_id=person.national_id)))["national_id"]
        for person in (elsewhere, hidden, masked, known)
    }
    assert told[elsewhere] == ["Personen kan ikke registreres her. Ta det opp med lederen ved kontoret."]
    assert told[hidden] == told[masked] == told[elsewhere]
    assert "ved kontoret ditt" in told[known][0]
    assert Participant.objects.count() == 4


def test_a_person_of_the_own_office_is_refused_with_a_link_to_her(client, caseworker):
    known = f.ParticipantFactory(caseworker=f.MembershipFactory(office=caseworker.office))
    response = client.post(URL, typed(national_id=known.national_id))
    address = reverse("participants:detail", args=[known.public_id])
    page = response.content.decode()
    assert response.status_code == 422
    assert page.count(f'href="{address}"') == 2  # in the summary and at the field
    assert "Ødegård" in page and known.last_name not in page
    assert client.get(address).status_code == 200


def test_nobody_registers_herself(client, caseworker):
    number = identity_number(BORN)
    caseworker.user.person_hash = person_hash(number)
    caseworker.user.save()
    assert "deg selv" in errors(client.post(URL, typed(national_id=number)))["national_id"][0]


def test_protection_is_offered_only_to_those_who_may_open_the_case_afterwards(client_for, caseworker):
    page = client_for(caseworker).get(URL).content.decode()
    assert "address_protection" not in page and "is_shielded" not in page
    allowed = f.MembershipFactory(sees_confidential=True)
    choices = client_for(allowed).get(URL).context["form"].fields["address_protection"].choices
    assert [value for value, _label in choices] == ["", "confidential"]
    client_for(caseworker).post(URL, typed(address_protection="strictly_confidential", is_shielded="on"))
    assert not Participant.objects.get().is_protected


# --- changing -----------------------------------------------------------------------------------


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker)


def edited(person, **changes) -> dict:
    return typed(version=person.version, first_name=person.first_name) | changes


def test_somebody_elses_save_is_shown_and_what_was_typed_is_kept(client, person, caseworker):
    url = reverse("participants:edit", args=[person.public_id])
    actions.update_participant(participant=person, by=caseworker, phone="999 99 999")
    response = client.post(url, edited(person, phone="411 11 111"))
    page = response.content.decode()
    assert response.status_code == 409
    assert "999 99 999" in page and "411 11 111" in page
    person.refresh_from_db()
    assert person.phone == "999 99 999"
    renewed = response.context["form"]["version"].value()
    assert client.post(url, edited(person, phone="411 11 111", version=renewed)).status_code == 302
    person.refresh_from_db()
    assert person.phone == "411 11 111"


def test_the_registration_as_a_jobseeker_is_ended_and_begun_again(client, person):
    url = reverse("participants:edit", args=[person.public_id])
    f.JobseekerPeriodFactory(participant=person, starts_on=f.today(-100))
    ended = edited(person, jobseeker_from=f.today(-100).isoformat(), jobseeker_to=f.today(-50).isoformat())
    assert client.post(url, ended).status_code == 302
    person.refresh_from_db()
    assert client.post(url, edited(person, jobseeker_from=f.today(-20).isoformat())).status_code == 302
    periods = list(JobseekerPeriod.objects.values_list("starts_on", "ends_on"))
    assert periods == [(f.today(-100), f.today(-50)), (f.today(-20), None)]


@pytest.mark.parametrize(
    ("days", "field", "words"),
    [
        ((-10, -20), "jobseeker_to", "Sluttdato kan ikke være før startdato."),
        ((2, None), "jobseeker_from", "Datoen kan ikke være fram i tid."),
        ((None, -3), "jobseeker_from", "Skriv når registreringen begynte."),
    ],
)
def test_bad_periods_are_told_at_the_field(client, person, days, field, words):
    start, end = ("" if day is None else f.today(day).isoformat() for day in days)
    url = reverse("participants:edit", args=[person.public_id])
    response = client.post(url, edited(person, jobseeker_from=start, jobseeker_to=end))
    assert errors(response) == {field: [words]}
    assert not JobseekerPeriod.objects.exists()


@pytest.mark.row("P3")
def test_a_registration_that_is_there_is_ended_and_never_emptied(client, person):
    """ "Opplysningene er lagret." is not said of what was not done."""
    period = f.JobseekerPeriodFactory(participant=person, starts_on=f.today(-100))
    response = client.post(reverse("participants:edit", args=[person.public_id]), edited(person))
    assert response.status_code == 422
    told = "Registreringen kan ikke fjernes. Skriv siste dag i «Til og med» hvis den er slutt."
    assert errors(response) == {"jobseeker_from": [told]}
    period.refresh_from_db()
    assert (period.starts_on, period.ends_on) == (f.today(-100), None)


@pytest.mark.row("P9")
def test_a_caseworker_who_may_not_open_the_person_is_refused_at_the_field(client_for, caseworker):
    lead = f.MembershipFactory(office=caseworker.office, role="office_lead", sees_confidential=True)
    values = typed(address_protection="confidential")
    refused = client_for(lead).post(URL, values | {"caseworker": caseworker.pk})
    assert list(errors(refused)) == ["caseworker"] and "har ikke tilgang" in errors(refused)["caseworker"][0]
    assert not Participant.objects.exists()
    assert client_for(lead).post(URL, values | {"caseworker": lead.pk}).status_code == 302


def test_a_caseworker_is_of_the_persons_office_and_never_herself(person, caseworker):
    stranger = f.MembershipFactory()
    with pytest.raises(ValidationError, match="brukerens kontor"):
        actions.assign_caseworker(participants=[person], caseworker=stranger, by=caseworker)
    gone = f.MembershipFactory(office=person.office, ended=True)
    with pytest.raises(ValidationError, match="brukerens kontor"):
        actions.assign_caseworker(participants=[person], caseworker=gone, by=caseworker)
    colleague = f.MembershipFactory(office=person.office)
    colleague.user.person_hash = person_hash(person.national_id)
    with pytest.raises(ValidationError, match="sin egen veileder"):
        actions.assign_caseworker(participants=[person], caseworker=colleague, by=caseworker)
    other = f.MembershipFactory(office=person.office)
    actions.assign_caseworker(participants=[person], caseworker=other, by=caseworker)
    person.refresh_from_db()
    assert person.caseworker == other
