"""Change history and the person's own print-out: complete, in Norwegian, and logged (06-access, "Log")."""

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
