"""Change history and the person's own print-out: complete, in Norwegian, and logged (06-access, "Log")."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo.models import AccessLog
from participants import actions, changes, innsyn, words
from participants.models import Participant
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker, phone="900 00 000")


def test_what_was_ticked_stands_in_words(person, caseworker):
    points = ["outcome", "benefit"]
    actions.give_information(participant=person, kind="general", given_on=f.today(), points=points, by=caseworker)
    event = next(one for one in changes.readable(changes.events_about(person)) if one["title"] == "Informasjon gitt")
    told = next(change.new for change in event["changes"] if change.field == "points")
    assert told == "Hvordan det vanligvis går etter kurset, Hva som skjer med ytelsen"


def test_stored_advice_stands_in_the_history_in_words(person):
    wish = f.WishFactory(application__participant=person, advice={"points": 71, "band": "strong", "clarify": ["Norsk"]})
    entries = [one for one in changes.events_about(person) if one.kind == wish._meta.label]
    told = [
        change.new for event in changes.readable(entries) for change in event["changes"] if change.field == "advice"
    ]
    assert told == ["poeng: 71; Må avklares: Norsk"]


def test_no_key_is_shown_and_every_value_stands_with_its_columns_name(client_for, person, caseworker):
    f.AccessGrantFactory(participant=person, county=f.CountyFactory(), source="application")
    actions.create_task(
        participant=person, kind="x", title="Ring", due_on=f.today(), owner=caseworker, by=caseworker,
        dedupe_key=f"application:{person.public_id}:plan",
    )  # fmt: skip
    f.MappingFactory(participant=person, oral="B1", oral_source="assessed")
    events = changes.readable(changes.events_about(person))
    assert not [event for event in events if innsyn.KEY.search(event["summary"])]
    assert "Muntlig: B1" in next(one["summary"] for one in events if one["title"] == "Kartlegging")
    page = client_for(caseworker).get(reverse("participants:history", args=[person.public_id]))
    shown = re.sub(
        r"<(?:nav|header|form|script).*?</(?:nav|header|form|script)>", "", page.content.decode(), flags=re.S
    )
    assert not innsyn.KEY.search(re.sub(r"<[^>]*>", "", shown))


def test_advice_stored_as_codes_stands_in_the_print_out_in_words_and_whole(person):
    stored = {
        "on": "2026-11-28", "band": "poor", "group": "wanted_but", "points": 40, "policy": "1", "clarify": [],
        "below": [{"code": "fit_below", "params": {"floor": 0.5, "value": 0.375}}],
        "parts": [{"factor": "fit", "points": 15.0, "weight": 40, "reasons": [{"code": "fit", "params": {"of": 8, "met": 3}}]}],
        "warnings": [{"code": "unknown_code", "params": {"level": "B1"}}],
        "checklist": [{"met": False, "item": "11", "label": "Ønsker jobb på lager", "weight": 3}],
    }  # fmt: skip
    f.WishFactory(application__participant=person, advice=stored)
    (record,) = next(one for one in innsyn.sections(person) if one.title == "Kursønske").records
    text = dict(record)["Kursforslaget slik det ble vist"]
    for said in (
        "dato: 28. november 2026", "vurdering: Passer dårlig", "poeng: 40", "Målgruppe (15 av 40): ", "B1",
        "Ønsker jobb på lager: nei (vekt 3)",
    ):  # fmt: skip
        assert said in text
    assert "Begrunnelse: 1" not in text and "2026-11-28" not in text and "{" not in text


def test_courses_that_were_shown_stand_on_a_line_each_with_all_that_was_said(person):
    course = {
        "concept": str(person.public_id), "title": "Kantine", "points": 84, "wished": True,
        "parts": [{"label": "Målgruppe", "points": 31, "maximum": 40, "text": "Oppfyller 7 av 9."}],
        "intakes": [{"intake": str(person.public_id), "starts_on": "2027-01-04", "place": "Grønland", "free": 5}],
    }  # fmt: skip
    assert innsyn.parts_text({"courses": [course, course | {"title": "Truck", "points": 33.5}]}).splitlines() == [
        "kurs: ",
        "Kantine (84): Begrunnelse: Målgruppe (31 av 40): Oppfyller 7 av 9.; ønsket av brukeren: Ja; "
        "oppstarter: starter: 4. januar 2027; sted: Grønland; ledige plasser: 5",
        "Truck (33,5): Begrunnelse: Målgruppe (31 av 40): Oppfyller 7 av 9.; ønsket av brukeren: Ja; "
        "oppstarter: starter: 4. januar 2027; sted: Grønland; ledige plasser: 5",
    ]


def test_the_history_says_who_changed_what_from_what_to_what(client_for, person, caseworker):
    client = client_for(caseworker)
    edit = reverse("participants:edit", args=[person.public_id])
    data = {
        "first_name": person.first_name, "last_name": person.last_name, "phone": "411 11 111", "version": 1,
        "written_form": "nn", "benefit": "none", "basis": "unknown", "tuition_right": "unknown",
    }  # fmt: skip
    assert client.post(edit, data).status_code == 302
    event = changes.readable(changes.events_about(person))[0]
    assert (event["title"], event["by"]) == ("Personopplysninger", str(caseworker.user))
    rows = {change.label: (change.old, change.new) for change in event["changes"]}
    assert rows == {"Telefon": ("900 00 000", "411 11 111"), "Målform i brev": ("Bokmål", "Nynorsk")}
    shown = client.get(reverse("participants:history", args=[person.public_id])).content.decode()
    assert "411 11 111" in shown and str(caseworker.user) in shown


def test_the_history_names_people_and_offices_and_holds_what_hangs_on_her(client_for, person, caseworker):
    actions.add_note(participant=person, text="Ringte", by=caseworker)
    f.EmploymentFactory(participant=person)
    f.EnrolmentFactory(participant=person)
    events = {event["title"]: event for event in changes.readable(changes.events_about(person))}
    assert {"Personopplysninger", "Notat", "Jobb", "Deltakelse"} <= set(events)
    rows = {change.label: change.new for change in events["Personopplysninger"]["changes"]}
    assert rows["Nav-kontor"] == str(person.office)
    assert rows["Veileder"] == str(caseworker.user)
    assert not any(person.person_hash in change.new for event in events.values() for change in event["changes"])


def test_the_history_takes_the_same_queries_however_long_it_is(person, caseworker):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            changes.readable(changes.events_about(person))
        return len(captured)

    f.NoteFactory(participant=person)
    few = queries()
    for _n in range(20):
        f.NoteFactory(participant=person)
    assert queries() == few


def test_the_print_out_holds_every_kind_of_record_and_who_has_looked(client_for, world):
    person, caseworker = world.participant, world.caseworker
    client = client_for(caseworker)
    client.get(reverse("participants:detail", args=[person.public_id]))
    text = client.get(reverse("participants:printout", args=[person.public_id])).content.decode()
    kinds = {section.title for section in innsyn.sections(person)}
    assert {"Personopplysninger", "Kartlegging", "Eget mål", "Jobb", "Notat", "Oppgave", "Tilgang gitt"} <= kinds
    assert {"Søknad", "Kursønske", "Tilbud", "Deltakelse", "Oppmøte", "Praksisplass", "Besøk"} <= kinds
    assert world.note.text in text and world.aim.words in text and person.national_id in text
    assert caseworker.user.username in text
    assert "participants:printout" in AccessLog.objects.values_list("route", flat=True)
    assert world.foreign_participant.last_name not in text


def test_advice_stands_in_the_print_out_in_words(person):
    f.AdviceShownFactory(
        participant=person,
        content={
            "courses": [
                {"title": "Pleieassistent", "points": 71, "band": "strong"},
                {"title": "Kantine", "points": 12, "band": "weak"},
            ],
            "more": 3,
            "not_now": {"reasons": ["Norsk er under kravet."], "ways": ["Norskopplæring", "Arbeidstrening"]},
            "warnings": ["To kurs har endt uten jobb."],
            "search": "pleie",
            "only_free": True,
        },
    )
    shown = next(one for one in innsyn.sections(person) if one.title == "Kursforslag som ble vist").records[0]
    assert dict(shown)["Innhold"] == (
        "kurs: Pleieassistent (71), Kantine (12); Begrunnelse: To kurs har endt uten jobb.; "
        "Ikke AMO nå: begrunnelse: Norsk er under kravet.; "
        "Andre veier å vurdere først: Norskopplæring, Arbeidstrening; Søk: pleie; "
        "flere kurs enn dem som ble vist: 3"
    )


def test_everything_in_the_print_out_has_a_norwegian_name():
    """A record or column added anywhere needs one: in its verbose_name, or in participants/words.py."""
    models = [Participant, *(model for model, _link in innsyn.linked_models())]
    assert [model.__name__ for model in models if not words.is_named_record(model)] == []
    unnamed = [field for model in models for field in innsyn.shown_fields(model) if not words.is_named(field)]
    assert [str(field) for field in unnamed] == []


def test_every_key_that_leads_to_a_person_is_followed():
    followed = {model for model, _link in innsyn.linked_models()} | {Participant}
    direct = {
        relation.related_model
        for relation in Participant._meta.related_objects
        if not hasattr(relation.related_model, "pgh_tracked_model")
    }
    assert direct <= followed


def test_the_history_follows_what_hangs_on_her_through_other_records(person, caseworker):
    mapping = f.MappingFactory(participant=person)
    f.WorkExperienceFactory(mapping=mapping, title="Baker")
    f.PlanStepFactory(plan=f.PlanFactory(participant=person, goal="Fast jobb"), rank=30, what="Søke jobb")
    f.OfferFactory(wish__application__participant=person)
    f.PlanStepFactory(plan=f.PlanFactory(goal="En annens plan"), rank=30, what="En annens steg")
    shown = changes.readable(changes.events_about(person))
    kinds = {event["title"] for event in shown}
    assert {"Arbeidserfaring", "Steg i planen", "Søknad", "Kursønske", "Tilbud"} <= kinds
    values = {change.new for event in shown for change in event["changes"]}
    assert {"Baker", "Søke jobb", "Fast jobb"} <= values
    assert not {"En annens plan", "En annens steg"} & values


def test_what_was_deleted_stays_in_the_history(person):
    note = f.NoteFactory(participant=person, text="Slettes")
    note.delete()
    found = [event for event in changes.readable(changes.events_about(person)) if event["title"] == "Notat"]
    assert [event["verb"] for event in found] == ["Slettet", "Ny"]
    assert ("Slettes", "") in {(change.old, change.new) for change in found[0]["changes"]}


@pytest.mark.row("P11")
def test_the_history_is_narrowed_by_kind_and_by_who_and_shows_when_the_basis_changed(client_for, person, caseworker):
    lead = f.MembershipFactory(office_lead=True, office=caseworker.office)
    f.NoteFactory(participant=person)
    details = {
        "first_name": person.first_name, "last_name": person.last_name, "written_form": "nb", "benefit": "none",
        "tuition_right": "unknown",
    }  # fmt: skip
    edit = reverse("participants:edit", args=[person.public_id])
    assert client_for(caseworker).post(edit, details | {"basis": "required", "version": 1}).status_code == 302
    assert client_for(lead).post(edit, details | {"basis": "voluntary", "version": 2}).status_code == 302
    client, url = client_for(caseworker), reverse("participants:history", args=[person.public_id])

    def shown(**query) -> list[tuple[str, str]]:
        return [(event["title"], event["by"]) for event in client.get(url, query).context["events"]]

    mine = shown(slag="participants.Participant", av=str(lead.user.pk))
    assert mine == [("Personopplysninger", str(lead.user))]
    assert ("Notat", "Systemet") in shown(av="system")
    assert {title for title, _by in shown(slag="participants.Note")} == {"Notat"}
    everything = shown()
    for wrong in ({"slag": "amo.User"}, {"av": "999999"}, {"av": "x"}, {"page": "x"}, {"slag": "<script>"}):
        assert shown(**wrong) == everything
    text = client.get(reverse("participants:detail", args=[person.public_id])).content.decode()
    assert "Frivillig, endret" in text


def test_no_provider_reads_the_history(client_for, person):
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, county=None, provider=lead.provider, level="course")
    assert client_for(lead).get(reverse("participants:history", args=[person.public_id])).status_code == 403
