"""Versions of a concept: what is bought, planned and advised keeps what it was planned under (C1)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.urls import reverse

from amo.versions import StaleVersion
from courses import allocation_data, certificate_content, specification
from courses.actions import concept_versions, concepts
from courses.actions.catalogue import ChecklistRow, save_concept, save_intake
from courses.advice_cards import cards
from courses.advice_data import advise
from courses.models import Concept, ConceptVersion, Intake
from courses.specification_diff import differences
from tests import factories as f
from tests.courses.nav.test_catalogue_forms import concept_data
from tests.factories import today

pytestmark = pytest.mark.django_db

WHY = "Arbeidsgiverne krever B1."


def change(case, *, reason=WHY, rows=None, **values):
    """Save the care course with some columns changed, by the county staff."""
    concept = Concept.objects.get(pk=case.care.pk)
    kept = [ChecklistRow(values={}, item=item) for item in concept.checklist.active()]
    return save_concept(
        concept=concept,
        values=values,
        gives=list(concept.gives.all()),
        occupations=list(concept.occupations.all()),
        checklist=kept if rows is None else rows,
        by=case.staff,
        version=concept.version,
        reason=reason,
    )


@pytest.mark.row("C1")
def test_a_change_of_a_concept_in_use_is_a_new_version_and_classes_keep_theirs(case):
    change(case, theory_weeks=16, minimum_oral="B1", minimum_reason="Må forstå beskjeder.")
    first, second = case.care.versions.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert (first.content["theory_weeks"], second.content["theory_weeks"]) == (11, 16)
    assert (second.reason, second.saved_by) == (WHY, case.staff)
    case.care_intake.refresh_from_db()
    assert case.care_intake.concept_version == first
    assert case.care_intake.contract.concept_version == first
    assert specification.of_intake(case.care_intake).weeks == 18
    assert specification.of_concept(Concept.objects.get(pk=case.care.pk)).weeks == 23
    later = f.IntakeFactory(contract=case.care_intake.contract, window=case.window)
    assert specification.of_intake(later).weeks == 23


@pytest.mark.row("C1")
def test_a_new_class_takes_the_newest_version(case):
    change(case, class_size=12)
    start = today(60)
    intake = save_intake(
        intake=None,
        values={
            "contract": case.care_intake.contract,
            "code": "K-NY",
            "starts_on": start,
            "theory_ends_on": start + dt.timedelta(weeks=11),
            "ends_on": start + dt.timedelta(weeks=18),
            "place": "Kursveien 2",
            "application_deadline": today(40),
            "window": None,
        },
        quotas={},
        by=case.staff,
    )
    assert intake.concept_version.number == 2
    change(case, class_size=10, reason="Mindre lokaler.")
    intake.refresh_from_db()
    assert intake.concept_version.number == 2


def test_without_a_reason_or_a_change_there_is_no_version(case):
    with pytest.raises(ValidationError, match="Skriv hvorfor kurset endres."):
        with transaction.atomic():
            change(case, reason=" ", theory_weeks=16)
    change(case, reason="", theory_weeks=case.care.theory_weeks)
    assert not ConceptVersion.objects.exists()


def test_a_changed_checklist_is_a_new_version(case):
    row = ChecklistRow(values={"label": "Norsk muntlig på jobb", "kind": "norwegian", "skill": "oral", "level": "B1"})
    change(case, rows=[ChecklistRow(values={}, item=case.item, remove=True), row])
    first, second = (specification.Specification(one.content) for one in case.care.versions.order_by("number"))
    assert [item.label for item in first.checklist] == ["Norsk muntlig"]
    assert [item.label for item in second.checklist] == ["Norsk muntlig på jobb"]


def test_a_version_is_never_changed_or_deleted(case):
    version = f.ConceptVersionFactory(concept=case.care)
    for work in (lambda: ConceptVersion.objects.update(reason="Noe annet"), lambda: version.delete()):
        with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
            work()
    assert ConceptVersion.objects.get().reason == "Tatt i bruk"


def test_a_version_reads_the_same_when_what_it_refers_to_is_renamed(case):
    change(case, class_size=12)
    case.occupation.title = "Noe helt annet"
    case.occupation.save()
    old = specification.Specification(case.care.versions.get(number=1).content)
    assert [str(one) for one in old.occupations] == ["Pleiemedhjelper"]


def test_a_column_younger_than_the_version_has_its_default(case):
    version = f.ConceptVersionFactory(concept=case.care)
    content = {key: value for key, value in version.content.items() if key not in ("usual_shifts", "most_over")}
    old = specification.Specification(content)
    assert (old.usual_shifts, old.most_over) == ([], None)
    with pytest.raises(AttributeError):
        old.no_such_column  # noqa: B018


# --- advice, allocation and papers -------------------------------------------------------------


@pytest.mark.row("C1")
def test_advice_judges_a_class_by_what_it_was_planned_under(case):
    change(case, minimum_oral="C1", minimum_reason="Må lede andre.", hours_per_week=20)
    newer = f.IntakeFactory(contract=case.care_intake.contract, window=case.window)
    advised = advise(case.person, by=case.caseworker, day=today())
    old_line, new_line = advised.line(case.care_intake), advised.line(newer)
    assert (old_line.concept.hours_per_week, new_line.concept.hours_per_week) == (30, 20)
    assert [one.level for one in new_line.concept.norwegian] == ["C1"]
    assert old_line.concept.norwegian == ()
    # One course is one card, whichever versions its classes have.
    assert [card.concept.title for card in cards(advised)].count("Pleieassistent") == 1


@pytest.mark.row("C1")
def test_allocation_counts_the_checklist_the_class_was_planned_under(case):
    application = f.ApplicationFactory(participant=case.person, window=case.window, status="submitted")
    wish = f.WishFactory(application=application, intake=case.care_intake)
    change(case, rows=[ChecklistRow(values={"weight": 3}, item=case.item)])
    found = allocation_data.load(case.window, day=today())
    assert found.facts[wish.pk]["fit_total"] == 1


def test_the_certificate_tells_of_the_course_that_was_held(case):
    ended = f.IntakeFactory(contract=case.care_intake.contract, ended=True)
    enrolment = f.EnrolmentFactory(participant=case.person, intake=ended, certificate_issued_on=today())
    change(case, theory_weeks=20, topics=["Noe nytt"])
    enrolment.intake.refresh_from_db()
    said = certificate_content.of(enrolment, "1")
    assert said["topics"] == []
    assert "11 uker teori" in str(said["facts"])


# --- a planned class follows the newest --------------------------------------------------------


@pytest.mark.row("C1")
def test_a_planned_class_is_moved_to_the_newest_version_with_the_difference_shown(case, client_for):
    Intake.objects.filter(pk=case.care_intake.pk).update(status="planned")
    change(case, theory_weeks=16)
    client, url = client_for(case.staff), reverse("courses:intake_newest", args=[case.care_intake.public_id])
    page = client.get(url).content.decode()
    assert "Uker teori" in page and "Fra versjon 1 til versjon 2" in page
    body = {"version": case.care_intake.version, "submission": str(uuid.uuid4())}
    assert client.post(url, body).status_code == 302
    case.care_intake.refresh_from_db()
    assert case.care_intake.concept_version.number == 2
    assert "allerede den nyeste" in client.post(url, body | {"version": 2, "submission": ""}).content.decode()


@pytest.mark.parametrize("status", ["open", "allocated", "running", "completed"])
def test_an_open_or_begun_class_keeps_its_version(case, status):
    change(case, theory_weeks=16)
    Intake.objects.filter(pk=case.care_intake.pk).update(status=status)
    with pytest.raises(ValidationError, match="beholder versjonen"):
        concept_versions.move_to_newest(intake=case.care_intake, by=case.staff)
    with pytest.raises(PermissionDenied):
        concept_versions.move_to_newest(intake=case.care_intake, by=f.MembershipFactory(county_staff=True))


def test_a_stale_move_is_refused(case):
    Intake.objects.filter(pk=case.care_intake.pk).update(status="planned", version=4)
    change(case, theory_weeks=16)
    with pytest.raises(StaleVersion):
        concept_versions.move_to_newest(intake=case.care_intake, by=case.staff, version=3)


# --- pages ------------------------------------------------------------------------------------


def test_version_pages_tell_what_changed_by_whom_and_why(case, client_for):
    change(case, theory_weeks=16, target_group="Arbeidssøkere over 19 år som vil jobbe med eldre.")
    client = client_for(case.caseworker)
    rows = client.get(reverse("courses:concept_versions", args=[case.care.public_id])).content.decode()
    assert WHY in rows and str(case.staff.user) in rows and "Målgruppe, Uker teori" in rows
    compared = client.get(reverse("courses:concept_version_compare", args=[case.care.public_id])).content.decode()
    assert "<del>" in compared and "som vil jobbe med eldre." in compared
    old = client.get(reverse("courses:concept_version", args=[case.care.public_id, 1])).content.decode()
    assert "11 uker teori" in old and "Dette er en eldre versjon" in old
    assert case.care_intake.code in old
    assert client.get(reverse("courses:concept_version", args=[case.care.public_id, 9])).status_code == 404
    own = client.get(reverse("courses:intake_detail", args=[case.care_intake.public_id])).content.decode()
    assert "18 uker: 11 uker teori" in own and "Den nyeste er versjon 2." in own


def test_the_form_asks_why_and_keeps_what_was_typed(case, client_for):
    url = reverse("courses:concept_edit", args=[case.care.public_id])
    answer = client_for(case.staff).post(url, concept_data(case.care, reason="", title="Pleie på sykehjem"))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Skriv hvorfor kurset endres." in page and "Pleie på sykehjem" in page
    assert "reason" not in client_for(case.staff).get(reverse("courses:concept_new")).context["form"].fields


def test_differences_name_fields_words_and_items(case):
    before = specification.content(specification.with_content(Concept.objects.filter(pk=case.care.pk))[0])
    after = before | {
        "title": "Pleie",
        "topics": ["Stell"],
        "aim": "job",
        "checklist": [
            before["checklist"][0] | {"weight": 2},
            {"id": 0, "kind": "judged", "label": "Turnus", "weight": 1},
        ],
    }
    found = differences(specification.Specification(before), specification.Specification(after))
    said = {one.label: one.parts for one in found}
    assert said["Kurs"] == (("removed", "Pleieassistent"), ("added", "Pleie"))
    assert said["Temaer"] == (("added", "Stell"),)
    assert said["Skal føre til"] == (("removed", "–"), ("added", "Jobb etter kurset"))
    assert said["Nytt punkt i sjekklista"] == (("added", "Turnus: vurderes av veileder, vekt 1"),)
    assert "vekt 2" in said["Punkt endret i sjekklista"][1][1]
    assert differences(specification.Specification(before), specification.Specification(before)) == []


# --- a concept's life -------------------------------------------------------------------------


@pytest.fixture
def draft(case):
    return f.ConceptFactory(county=case.county, title="Renholdsoperatør", is_active=False)


@pytest.mark.row("C1")
def test_a_draft_is_taken_into_use_as_version_1(case, draft, client_for):
    client = client_for(case.staff)
    page = client.get(reverse("courses:concept_detail", args=[draft.public_id])).content.decode()
    assert "Kurset er et utkast" in page and "Ny kursoppstart" not in page
    url = reverse("courses:concept_use", args=[draft.public_id])
    assert client.post(url, {"version": 1, "submission": str(uuid.uuid4())}).status_code == 302
    draft.refresh_from_db()
    assert draft.is_active and draft.versions.get().number == 1


def test_a_draft_is_saved_without_versions(case, draft):
    save_concept(
        concept=draft, values={"theory_weeks": 5}, gives=[], occupations=[], checklist=[], by=case.staff, version=1
    )
    assert not draft.versions.exists()


def test_no_class_is_planned_of_a_draft(case, draft):
    contract = f.ContractFactory(concept=draft)
    values = {"contract": contract, "code": "K-X", "starts_on": today(30), "theory_ends_on": today(40)}
    values |= {"ends_on": today(50), "place": "Her", "application_deadline": today(20)}
    with pytest.raises(ValidationError, match="Ta det i bruk"):
        save_intake(intake=None, values=values, quotas={}, by=case.staff)


def test_over_capacity_has_the_concept_s_limit(case):
    Concept.objects.filter(pk=case.care.pk).update(most_over=2)
    case.care_intake.refresh_from_db()
    values = {"over_capacity": 3, "over_capacity_reason": "To venter fra sist."}
    with pytest.raises(ValidationError, match="høyst 2 plasser over"):
        save_intake(intake=Intake.objects.get(pk=case.care_intake.pk), values=values, quotas={}, by=case.staff)


@pytest.mark.row("C1")
def test_a_concept_with_classes_to_come_is_not_taken_out_of_use(case, client_for):
    url = reverse("courses:concept_take_out", args=[case.care.public_id])
    client = client_for(case.staff)
    page = client.get(url).content.decode()
    assert "1 kurs er planlagt eller åpent." in page and case.care_intake.code in page
    assert client.post(url, {"version": 1, "submission": str(uuid.uuid4())}).status_code == 422
    Intake.objects.filter(pk=case.care_intake.pk).update(status="completed")
    assert client.post(url, {"version": 1, "submission": str(uuid.uuid4())}).status_code == 302
    case.care.refresh_from_db()
    assert not case.care.is_active
    assert "tatt ut av bruk" in client.get(case.care.get_absolute_url()).content.decode()
    concepts.take_into_use(concept=case.care, by=case.staff)
    assert case.care.versions.count() == 1


@pytest.mark.row("C1")
def test_only_an_unused_draft_is_deleted(case, draft, client_for):
    with pytest.raises(ValidationError, match="har vært i bruk og kan ikke slettes"):
        concepts.delete_draft(concept=case.care, by=case.staff)
    bought = f.ConceptFactory(county=case.county, is_active=False)
    f.ContractFactory(concept=bought)
    with pytest.raises(ValidationError, match="avtale om kurset"):
        concepts.delete_draft(concept=bought, by=case.staff)
    url = reverse("courses:concept_delete", args=[draft.public_id])
    assert client_for(case.staff).post(url, {"version": 1, "submission": str(uuid.uuid4())}).status_code == 302
    assert not Concept.objects.filter(pk=draft.pk).exists()


@pytest.mark.row("C6")
def test_a_course_is_copied_from_another_county_as_a_draft(case, client_for):
    case.care.topics = ["Stell", "Ernæring"]
    case.care.save()
    other = f.MembershipFactory(county_staff=True)
    url = reverse("courses:concept_copy", args=[case.care.public_id])
    answer = client_for(other).post(url, {"title": "Pleieassistent", "submission": str(uuid.uuid4())})
    copy = Concept.objects.get(county=other.county)
    assert answer.url == reverse("courses:concept_edit", args=[copy.public_id])
    assert (copy.is_active, copy.topics, copy.theory_weeks) == (False, ["Stell", "Ernæring"], 11)
    assert list(copy.occupations.all()) == [case.occupation]
    assert [(item.label, item.level) for item in copy.checklist.all()] == [("Norsk muntlig", "A2")]
    assert case.care.checklist.count() == 1
    again = client_for(other).post(url, {"title": "Pleieassistent", "submission": str(uuid.uuid4())})
    assert again.status_code == 422
    assert "allerede et kurs med dette navnet" in again.content.decode()
