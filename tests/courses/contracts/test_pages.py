"""The pages about contracts as each role meets them (C2)."""

import uuid

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from courses.handover_page import preview
from courses.models import Contract, Handover, Intake, PlacesBeyond
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C2")]


def url(name, thing, *more):
    return reverse(f"courses:{name}", args=[thing.public_id, *more])


def text(response) -> str:
    return response.content.decode()


def contract_data(case, **changes):
    return {
        "concept": case.concept.pk,
        "number": "OSL-2030-1",
        "provider": "",
        "starts_on": today(200),
        "ends_on": today(600),
        "announced_on": today(-60),
        "deadline_on": today(-2),
        "awarded_on": "",
        "places_bought": 90,
        "introductory_weeks": 4,
        "price_model": "",
        "option-TOTAL_FORMS": 2,
        "option-INITIAL_FORMS": 0,
        "option-0-months": 12,
        "option-0-use_by": today(500),
        "submission": str(uuid.uuid4()),
    } | changes


def test_county_registers_a_tender_and_puts_it_in_force_when_it_is_awarded(case, client_for):
    client = client_for(case.staff)
    response = client.post(reverse("courses:contract_new"), contract_data(case))
    assert response.status_code == 302
    contract = Contract.objects.get(number="OSL-2030-1")
    assert (contract.status, contract.provider, contract.options.get().months) == ("draft", None, 12)
    page = text(client.get(response.url))
    assert "Anskaffelse" in page
    assert "Ikke valgt ennå" in page

    refused = client.post(url("contract_activate", contract), {"version": 1, "submission": str(uuid.uuid4())})
    assert refused.status_code == 422
    assert "Velg kursleverandøren" in text(refused)
    changed = contract_data(
        case, provider=case.new_provider.pk, version=1, **{"option-n1-months": 6, "option-n1-use_by": today(550)}
    )
    del changed["option-0-months"], changed["option-0-use_by"]
    assert client.post(url("contract_edit", contract), changed).status_code == 302
    assert contract.options.get().months == 6
    assert client.post(url("contract_activate", contract), {"version": 2}).status_code == 302
    contract.refresh_from_db()
    assert contract.status == "active"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"deadline_on": "2001-01-01"}, "Datoen kan ikke være før steget foran"),
        ({"number": "GML-1"}, "Avtalenummeret er allerede i bruk."),
        ({"places_bought": "mange"}, "Skriv antall plasser som et tall."),
        ({"places_bought": 99999}, "Tallet kan ikke være høyere enn 5000."),
        ({"option-1-months": 6}, "Skriv siste dag opsjonen kan brukes."),
        ({"option-1-months": 61}, "En opsjon kan vare høyst 60 måneder."),
        ({"starts_on": "snart"}, "Skriv datoen som dag, måned og år"),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_what_was_typed_is_kept(case, client_for, wrong, said):
    response = client_for(case.staff).post(reverse("courses:contract_new"), contract_data(case, **wrong))
    assert response.status_code == 422
    assert said in text(response)
    assert f'value="{contract_data(case, **wrong)["number"]}"' in text(response)
    assert not Contract.objects.filter(number="OSL-2030-1").exists()


def test_a_stale_form_is_told_what_changed(case, client_for):
    client = client_for(case.staff)
    data = contract_data(case, number="GML-1", starts_on=case.old.starts_on, ends_on=case.old.ends_on, version=1)
    data |= {"announced_on": "", "deadline_on": "", "places_bought": 120}
    assert client.post(url("contract_edit", case.old), data | {"submission": str(uuid.uuid4())}).status_code == 302
    assert client.post(url("contract_edit", case.old), data | {"submission": str(uuid.uuid4())}).status_code == 409


def test_a_provider_lead_reads_her_own_contract_without_the_tender(case, client_for):
    Contract.objects.filter(pk=case.old.pk).update(
        announced_on=today(-900), deadline_on=today(-850), awarded_on=today(-800)
    )
    page = text(client_for(case.old_lead).get(case.old.get_absolute_url()))
    assert "GML-1" in page
    assert "Tidslinje" not in page
    assert "Tilbudsfrist" not in page
    assert "Kunngjort" not in page
    listed = text(client_for(case.old_lead).get(reverse("courses:contract_list")))
    assert "GML-1" in listed
    assert "NY-1" not in listed
    assert client_for(case.new_lead).get(case.old.get_absolute_url()).status_code == 404
    assert client_for(case.old_instructor).get(case.old.get_absolute_url()).status_code == 403


def test_all_of_nav_reads_and_only_the_own_county_writes(case, client_for):
    other = f.MembershipFactory(county_staff=True)
    for reader in (case.caseworker, other):
        page = text(client_for(reader).get(case.old.get_absolute_url()))
        assert "GML-1" in page
        assert url("contract_edit", case.old) not in page
    assert client_for(other).get(url("contract_edit", case.old)).status_code == 403
    assert client_for(case.caseworker).get(url("contract_edit", case.old)).status_code == 403


def test_an_option_is_used_on_its_page(case, client_for):
    f.ContractOptionFactory(contract=case.old, months=6, use_by=today(20))
    client = client_for(case.staff)
    page = text(client.get(case.old.get_absolute_url()))
    assert url("contract_option", case.old, 1) in page
    assert "Avgjør opsjon 1 på GML-1" in text(client.get("/"))
    refused = client.post(url("contract_option", case.old, 1), {"version": 1, "decision": "decline", "note": ""})
    assert "Skriv hvorfor opsjonen ikke brukes." in text(refused)
    client.post(url("contract_option", case.old, 1), {"version": 1, "decision": "use"})
    page = text(client.get(case.old.get_absolute_url()))
    assert "Brukt" in page
    assert str(case.staff.user) in page


def test_cancelling_mid_stream_leads_to_the_hand_over(case, client_for):
    client = client_for(case.staff)
    page = text(client.get(url("contract_cancel", case.old)))
    assert case.intake.code in page
    assert url("handover_new", case.old) in page
    refused = client.post(url("contract_cancel", case.old), {"version": 1, "reason": "Misligholdt."})
    assert refused.status_code == 422
    assert "Overfør, avlys eller avbryt dem først." in text(refused)


def test_a_hand_over_is_previewed_in_counts_and_confirmed(case, enrol, client_for):
    enrol()
    enrol(status="dropped_out", end_reason="work", ends_on=today(-3))
    enrol(participant=f.ParticipantFactory(is_shielded=True, caseworker=case.caseworker))
    client = client_for(case.staff)
    assert url("handover_new", case.old) in text(client.get(case.old.get_absolute_url()))
    data = {"to_contract": case.new.pk, "intakes": [case.intake.pk], "day": today(), "reason": "Konkurs."}
    response = client.post(url("handover_new", case.old), data)
    draft = Handover.objects.get()
    assert response.url == draft.get_absolute_url()
    page = text(client.get(response.url))
    counts = dict(preview(draft, case.staff)["touched"])
    # One who may not be counted for a reader without the flag (06-access).
    assert counts["Deltakere som følger kurset"] == 1
    assert counts["Har sluttet, og følges opp av den gamle leverandøren"] == 1
    assert "Ingenting er gjort ennå" in page
    case.intake.refresh_from_db()
    assert case.intake.contract == case.old
    assert client_for(case.new_lead).get(response.url).status_code == 404

    assert client.post(url("handover_confirm", draft), {"version": draft.version}).status_code == 302
    case.intake.refresh_from_db()
    assert case.intake.contract == case.new
    assert "Gjennomført" in text(client_for(case.new_lead).get(response.url))


def test_the_old_lead_finds_those_she_still_reports_on(case, enrol, client_for):
    left = enrol(status="dropped_out", end_reason="ill", ends_on=today(-3))
    running = enrol()
    draft = f.HandoverFactory(from_contract=case.old, to_contract=case.new, day=today(), intakes=[case.intake])
    client_for(case.staff).post(url("handover_confirm", draft), {"version": 1})
    client = client_for(case.old_lead)
    page = text(client.get(case.old.get_absolute_url()))
    assert left.participant.list_name in page
    assert running.participant.list_name not in page
    assert client.get(left.get_absolute_url()).status_code == 200
    assert client.get(running.get_absolute_url()).status_code == 404
    assert client.get(reverse("courses:roster", args=[case.intake.public_id])).status_code == 404
    assert client.get(reverse("courses:attendance", args=[case.intake.public_id, today()])).status_code == 404
    assert client.get(url("contract_detail", case.new)).status_code == 404


def test_a_planned_hand_over_stands_on_the_start_page_and_is_called_off(case, client_for):
    client = client_for(case.staff)
    draft = f.HandoverFactory(from_contract=case.old, to_contract=case.new, day=today(10), intakes=[case.intake])
    client.post(url("handover_confirm", draft), {"version": 1})
    assert "Kurs går til ny leverandør: Nye Kurs AS" in text(client.get("/"))
    client.post(url("handover_cancel", draft), {"version": 2})
    draft.refresh_from_db()
    assert draft.status == "cancelled"
    assert "Kurs går til ny leverandør" not in text(client.get("/"))


def test_the_intake_form_refuses_places_that_are_not_bought(case, client_for):
    Contract.objects.filter(pk=case.old.pk).update(places_bought=20)
    data = {
        "contract": case.old.pk, "code": "K-9", "starts_on": today(30), "theory_ends_on": today(60),
        "ends_on": today(90), "place": "Storo", "application_deadline": today(10), "capacity": 15,
        "over_capacity": 0, "quota-TOTAL_FORMS": 1, "quota-INITIAL_FORMS": 1,
    }  # fmt: skip
    client = client_for(case.staff)
    refused = client.post(reverse("courses:intake_new"), data)
    assert refused.status_code == 422
    assert "Avtalen har 5 av 20 plasser igjen, og kurset har 15." in text(refused)
    assert client.post(reverse("courses:intake_new"), data | {"beyond_reason": "Lang venteliste."}).status_code == 302
    assert PlacesBeyond.objects.get().places == 10
    page = text(client.get(case.old.get_absolute_url()))
    assert "Lang venteliste." in page
    assert "Lang venteliste." not in text(client_for(case.old_lead).get(case.old.get_absolute_url()))


def test_the_list_finds_what_expires_with_nothing_after_it(case, client_for):
    Contract.objects.filter(pk=case.new.pk).update(ends_on=today(100))
    Contract.objects.filter(pk=case.old.pk).update(ends_on=today(50))
    client = client_for(case.staff)
    page = text(client.get(reverse("courses:contract_list") + "?quick=expiring"))
    assert "NY-1" in page
    assert "GML-1" not in page
    assert "går ut uten ny avtale (NY-1)" in text(client.get("/"))
    found = client.post(reverse("courses:contract_search"), {"q": "Gamle Kurs"}, follow=True)
    assert "GML-1" in text(found)
    assert "NY-1" not in text(found)
    export = client.get(reverse("courses:contract_list") + "?export=xlsx")
    assert "spreadsheetml" in export["Content-Type"]


def procurements(concept, *weeks):
    for number, count in enumerate(weeks):
        start = clock.dt.date(2029, 8, 1)
        f.ContractFactory(
            concept=concept, number=f"T-{concept.pk}-{number}", starts_on=start, ends_on=clock.dt.date(2031, 8, 1),
            announced_on=start - clock.dt.timedelta(weeks=3 * count), deadline_on=start - clock.dt.timedelta(weeks=2 * count),
            awarded_on=start - clock.dt.timedelta(weeks=count),
        )  # fmt: skip


def test_the_next_procurement_is_counted_back_from_its_start(case, client_for):
    client = client_for(case.staff)
    plan = reverse("courses:contract_plan")
    assert "For få tidligere anskaffelser" in text(client.get(plan))
    procurements(f.ConceptFactory(), 4, 6, 8)
    assert "fra alle fylker" in text(client.get(plan))
    procurements(case.concept, 10, 10, 12)
    page = text(client.get(f"{plan}?start=2033-08-01&kurs={case.concept.public_id}"))
    assert "Bygger på 3 anskaffelser i fylket." in page
    # 10 + 10 + 10 weeks before 1 August 2033, a Monday.
    assert "Skal avtalen starte 1. august 2033, må dere kunngjøre senest 3. januar 2033." in page
    assert "announced_on=2033-01-03" in page
    filled = text(
        client.get(f"{reverse('courses:contract_new')}?kurs={case.concept.public_id}&announced_on=2033-01-03")
    )
    assert 'value="2033-01-03"' in filled
    assert client.get(f"{plan}?start=en+gang").status_code == 422


def test_the_pages_ask_no_more_for_many(case, client_for):
    client = client_for(case.staff)

    def queries(address):
        client.get(address)
        with CaptureQueriesContext(connection) as caught:
            assert client.get(address).status_code == 200
        return len(caught)

    # One of each, so that the parts that follow from having any are there both times.
    f.ContractFactory(concept=case.concept, ends_on=today(20))
    f.ContractOptionFactory(contract=case.old, use_by=today(20))
    addresses = [reverse("courses:contract_list"), case.old.get_absolute_url(), "/"]
    few = [queries(address) for address in addresses]
    for n in range(20):
        contract = f.ContractFactory(concept=f.ConceptFactory(county=case.county), ends_on=today(30 + n))
        f.ContractOptionFactory(contract=contract, use_by=today(20))
        f.IntakeFactory(contract=case.old, running=True)
        f.ContractOptionFactory(contract=case.old, number=n + 2)
    Intake.objects.filter(contract=case.old).update(capacity=1)
    assert [queries(address) for address in addresses] == few
