"""Hiring requirements as data that county staff keep (row C4)."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from amo import clock
from amo.versions import StaleVersion
from courses.actions import hiring as actions
from courses.hiring_page import outlooks
from courses.models import AdviceShown, HiringRequirement
from tests import factories as f
from tests.factories import today

pytestmark = [pytest.mark.django_db, pytest.mark.row("C4")]

Form = HiringRequirement.Form


@pytest.fixture
def skilled(db):
    return f.QualificationTypeFactory(code="fagbrev", name="Fagbrev som helsefagarbeider")


@pytest.fixture
def oral(db):
    return f.QualificationTypeFactory(code="b1m", name="Norskprøve muntlig B1", norwegian="oral:B1")


@pytest.fixture
def written(db):
    return f.QualificationTypeFactory(code="b1s", name="Norskprøve skriftlig B1", norwegian="written:B1")


@pytest.fixture
def permanent(case, skilled, oral, written):
    """What the nursing homes ask for of a permanent worker."""
    found = f.HiringRequirementFactory(segment="Sykehjem i byen", county=case.county, occupation=case.occupation)
    found.needs_all.set([skilled, oral, written])
    return found


def values(case, **changes):
    """The columns of a requirement, as a form gives them."""
    start = {
        "segment": "Sykehjem i byen", "employer_group": "", "occupation": case.occupation, "form": Form.PERMANENT,
        "permission_from": "", "months_each": None, "months_total": None, "valid_from": today(), "valid_to": None,
        "source": "Avtalen", "source_url": "",
    }  # fmt: skip
    return start | changes


def posted(case, **changes):
    start = {
        "segment": "Sykehjem i byen", "occupation": case.occupation.code, "terms": "permanent", "source": "Avtalen",
        "valid_from": today().isoformat(), "submission": str(uuid.uuid4()),
    }  # fmt: skip
    return start | changes


def show_advice(case, on):
    policy = f.PolicyVersionFactory()
    return AdviceShown.objects.create(
        participant=case.person, policy=policy, on=on, content={}, digest="x", shown_by=case.caseworker,
        shown_at=clock.now(),
    )  # fmt: skip


# --- periods --------------------------------------------------------------------------------------


def test_a_second_period_of_the_same_is_refused_and_names_the_first(case, permanent):
    with pytest.raises(ValidationError) as refused:
        actions.add_requirement(values=values(case), needs_all=[], needs_any=[], by=case.staff)
    (message,) = refused.value.message_dict["valid_from"]
    assert "Sykehjem i byen" in message and "fast jobb" in message and "uten sluttdato" in message


@pytest.mark.parametrize(
    "changes",
    [{"segment": "Sykehjem utenfor"}, {"form": Form.TEMPORARY}, {"occupation": None}],
)
def test_another_employer_form_or_occupation_has_periods_of_its_own(case, permanent, changes):
    if "occupation" in changes:
        changes = {"occupation": f.OccupationFactory()}
    made = actions.add_requirement(values=values(case, **changes), needs_all=[], needs_any=[], by=case.staff)
    assert made.county == case.county


def test_the_same_employers_have_one_rule_whatever_group_is_written(case, permanent):
    """Else a page would say both that she can and that she cannot get the job."""
    with pytest.raises(ValidationError, match="uten sluttdato"):
        actions.add_requirement(
            values=values(case, employer_group="Sykehjemsetaten"), needs_all=[], needs_any=[], by=case.staff
        )


def test_the_database_refuses_an_overlap_whatever_the_letters_case(case, permanent):
    with pytest.raises(IntegrityError), transaction.atomic():
        f.HiringRequirementFactory(
            segment="SYKEHJEM I BYEN", county=case.county, occupation=case.occupation, valid_from=today(10)
        )


def test_a_day_after_the_last_is_no_overlap(case, permanent):
    actions.end_requirement(requirement=permanent, last_day=today(), by=case.staff)
    made = actions.add_requirement(values=values(case, valid_from=today(1)), needs_all=[], needs_any=[], by=case.staff)
    assert made.valid_from == today(1)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"valid_to": dt.date(2001, 1, 1)}, "valid_to"),
        ({"months_each": 2}, "permission_from"),
        ({"permission_from": "Etaten", "months_each": 12, "months_total": 2}, "months_total"),
        ({"source": ""}, "source"),
    ],
)
def test_what_does_not_hang_together_is_said_at_the_field(case, changes, field):
    with pytest.raises(ValidationError) as refused:
        actions.add_requirement(values=values(case, **changes), needs_all=[], needs_any=[], by=case.staff)
    assert field in refused.value.message_dict


# --- versions -------------------------------------------------------------------------------------


def test_a_new_version_closes_the_old_the_day_before_and_leaves_it_otherwise(case, permanent, skilled, oral):
    made = actions.new_version(
        requirement=permanent, values=values(case, valid_from=today(30), source="Ny avtale"), needs_all=[oral],
        needs_any=[skilled], by=case.staff, version=1,
    )  # fmt: skip
    permanent.refresh_from_db()
    assert permanent.valid_to == today(29)
    assert permanent.needs_all.count() == 3
    assert (made.valid_from, made.valid_to, made.segment) == (today(30), None, permanent.segment)
    assert list(made.needs_all.all()) == [oral] and list(made.needs_any.all()) == [skilled]


def test_a_new_version_begins_after_the_old_one(case, permanent):
    with pytest.raises(ValidationError) as refused:
        actions.new_version(
            requirement=permanent, values=values(case, valid_from=permanent.valid_from), needs_all=[], needs_any=[],
            by=case.staff,
        )  # fmt: skip
    assert "valid_from" in refused.value.message_dict
    permanent.refresh_from_db()
    assert permanent.valid_to is None


def test_what_advice_rested_on_is_not_overwritten(case, permanent, oral):
    corrected = actions.change_requirement(
        requirement=permanent, values=values(case, source="Rettet"), needs_all=[oral], by=case.staff, version=1
    )
    assert list(corrected.needs_all.all()) == [oral]
    show_advice(case, today())
    with pytest.raises(ValidationError, match="ny versjon"):
        actions.change_requirement(
            requirement=permanent, values=values(case, segment="Noe annet"), by=case.staff, version=2
        )
    actions.change_requirement(requirement=permanent, values={"source": "Arkivet"}, by=case.staff, version=2)
    permanent.refresh_from_db()
    assert (permanent.source, permanent.segment) == ("Arkivet", "Sykehjem i byen")
    assert list(permanent.needs_all.all()) == [oral]


def test_advice_from_before_it_held_or_in_another_county_rests_on_nothing(case, permanent):
    HiringRequirement.objects.filter(pk=permanent.pk).update(valid_from=today(1))
    permanent.refresh_from_db()
    show_advice(case, today())
    assert not actions.rested_on(permanent)
    elsewhere = f.HiringRequirementFactory(county=f.CountyFactory())
    assert not actions.rested_on(elsewhere)


def test_it_ends_once_and_not_in_a_past_that_was_decided_on(case, permanent):
    show_advice(case, today(-20))
    with pytest.raises(ValidationError, match="tidligst i går"):
        actions.end_requirement(requirement=permanent, last_day=today(-10), by=case.staff)
    actions.end_requirement(requirement=permanent, last_day=today(-1), by=case.staff)
    with pytest.raises(ValidationError, match="allerede avsluttet"):
        actions.end_requirement(requirement=permanent, last_day=today(5), by=case.staff)


def test_a_new_version_begins_in_no_past_that_was_decided_on(case, permanent):
    def begin(day):
        return actions.new_version(
            requirement=permanent, values=values(case, valid_from=day), needs_all=[], needs_any=[], by=case.staff
        )

    show_advice(case, today(-5))
    with pytest.raises(ValidationError, match="tidligst i går") as refused:
        begin(today(-1))
    assert "valid_from" in refused.value.message_dict
    permanent.refresh_from_db()
    assert permanent.valid_to is None
    assert begin(today()).valid_from == today()


def test_two_at_once_the_second_is_told(case, permanent):
    actions.end_requirement(requirement=permanent, last_day=today(5), by=case.staff, version=1)
    with pytest.raises(StaleVersion):
        actions.end_requirement(requirement=permanent, last_day=today(3), by=case.staff, version=1)


def test_another_countys_staff_read_and_do_not_write(case, permanent, client_for):
    stranger = f.MembershipFactory(county_staff=True)
    for work in (
        lambda: actions.end_requirement(requirement=permanent, last_day=today(), by=stranger),
        lambda: actions.change_requirement(requirement=permanent, values=values(case), by=stranger),
        lambda: actions.new_version(
            requirement=permanent, values=values(case, valid_from=today(3)), needs_all=[], needs_any=[], by=stranger
        ),
    ):
        with pytest.raises(PermissionDenied):
            work()
    page = client_for(stranger).get(permanent.get_absolute_url())
    assert page.status_code == 200
    assert reverse("courses:hiring_version", args=[permanent.public_id]) not in page.content.decode()


def test_one_for_the_whole_country_is_nobodys_to_change(case):
    national = f.HiringRequirementFactory(county=None)
    with pytest.raises(PermissionDenied):
        actions.end_requirement(requirement=national, last_day=today(), by=case.staff)


# --- pages ----------------------------------------------------------------------------------------


def test_from_the_form_to_the_list_and_back_to_a_new_version(case, client_for, skilled, oral):
    client = client_for(case.staff)
    new = reverse("courses:hiring_new")
    done = client.post(new, posted(case, needs_all=[skilled.pk, oral.pk], source_url="https://example.org/avtale"))
    made = HiringRequirement.objects.get()
    assert done.status_code == 302 and done["Location"] == made.get_absolute_url()
    listed = client.get(reverse("courses:hiring_list")).content.decode()
    assert "Krever norskprøve på B1 (muntlig) og fagbrev som helsefagarbeider." in listed
    url = reverse("courses:hiring_version", args=[made.public_id])
    first = client.get(url).content.decode()
    assert "Fast jobb krever norskprøve på B1 (muntlig) og fagbrev som helsefagarbeider." in first
    later = {"valid_from": today(60).isoformat(), "source": "Ny", "version": 1, "submission": str(uuid.uuid4())}
    assert client.post(url, later | {"needs_all": [oral.pk]}).status_code == 302
    shown = client.get(made.get_absolute_url()).content.decode()
    assert "Kommer" in shown and "Gjelder nå" in shown and "https://example.org/avtale" in shown


def test_the_form_keeps_what_was_typed_and_says_what_is_wrong(case, permanent, client_for):
    page = client_for(case.staff).post(reverse("courses:hiring_new"), posted(case, source="Avtalen med æøå"))
    assert page.status_code == 422
    text = page.content.decode()
    assert "har allerede krav for fast jobb" in text and "Avtalen med æøå" in text
    page = client_for(case.staff).post(
        reverse("courses:hiring_new"), posted(case, terms="slave", valid_from="31.02.2026", months_each="mange")
    )
    text = page.content.decode()
    for expected in ("Velg ansettelsesform.", "Skriv datoen som dag, måned og år", "Skriv måneder som et tall."):
        assert expected in text


def test_what_is_typed_is_read_back_as_it_will_stand_in_the_advice(case, client_for, skilled):
    client = client_for(case.staff)
    url = reverse("courses:hiring_preview")
    typed = {"segment": "Sykehjem i byen", "occupation": case.occupation.code, "terms": "temporary"}
    text = client.post(
        url, typed | {"needs_any": [skilled.pk], "permission_from": "Etaten", "months_each": 2, "valid_from": "tull"}
    ).content.decode()
    assert "Sykehjem i byen, pleiemedhjelper" in text
    assert "Vikariat krever fagbrev som helsefagarbeider." in text
    assert "Kan få vikariat, men bare med tillatelse fra Etaten, 2 måneder om gangen." in text
    assert "Velg ansettelsesform, så ser du" in client.post(url, {"segment": "x"}).content.decode()


def test_filters_and_search(case, permanent, client_for):
    f.HiringRequirementFactory(segment="Barnehager", county=case.county, valid_from=today(40))
    f.HiringRequirementFactory(segment="Kantiner", county=case.county, valid_to=today(-3))
    client, url = client_for(case.caseworker), reverse("courses:hiring_list")

    def shown(**query):
        text = client.get(url, query).content.decode()
        # The facets name all: only what a row links to counts.
        return {r.segment for r in HiringRequirement.objects.all() if r.get_absolute_url() in text}

    assert shown() == {"Sykehjem i byen", "Barnehager", "Kantiner"}
    assert shown(quick="now") == {"Sykehjem i byen"}
    assert shown(quick="coming") == {"Barnehager"}
    assert shown(quick="ended") == {"Kantiner"}
    assert shown(arbeidsgivere="Kantiner") == {"Kantiner"}
    found = client.post(reverse("courses:hiring_search"), {"q": "barneh"}, follow=True).content.decode()
    assert "Søk: barneh" in found
    assert HiringRequirement.objects.get(segment="Barnehager").get_absolute_url() in found
    assert permanent.get_absolute_url() not in found


def test_the_list_asks_the_database_as_often_whatever_its_length(case, client_for, skilled):
    client, url = client_for(case.staff), reverse("courses:hiring_list")

    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url).status_code == 200
        return len(captured)

    f.HiringRequirementFactory(county=case.county).needs_all.set([skilled])
    queries()
    few = queries()
    for _n in range(8):
        f.HiringRequirementFactory(county=case.county).needs_all.set([skilled])
    assert queries() == few


# --- a course and a person ------------------------------------------------------------------------


def test_jobs_now_and_at_course_end_and_what_is_missing(case, permanent, client_for, oral, written):
    temporary = f.HiringRequirementFactory(
        segment="Sykehjem i byen", county=case.county, occupation=case.occupation, form=Form.TEMPORARY,
        permission_from="Etaten", months_each=2, months_total=12,
    )  # fmt: skip
    temporary.needs_all.set([oral])
    case.care.gives.set([oral, written])
    found = outlooks(case.care, today(), participant_id=case.person.pk)
    assert found["at_end"] == case.care_intake.ends_on
    (segment,) = found["segments"]
    rows = {row["form"]: row for row in segment["table"]}
    assert rows["Fast jobb"]["at_end"]["code"] == "closed"
    assert rows["Fast jobb"]["lacking"] == [
        "Fagbrev som helsefagarbeider", "Norskprøve på B1 (muntlig og skriftlig), kan tas på kurset"
    ]  # fmt: skip
    assert (rows["Vikariat"]["now"]["code"], rows["Vikariat"]["at_end"]["code"]) == ("closed", "if_passed")
    assert rows["Vikariat"]["at_end"]["note"] == ("med tillatelse fra Etaten, 2 måneder om gangen og 12 måneder i alt")
    page = client_for(case.caseworker).get(
        reverse("courses:course_for", args=[case.person.public_id, case.care.public_id])
    )
    text = page.content.decode()
    for expected in ("Mulig med bestått prøve", "Mangler fortsatt", "Fagbrev som helsefagarbeider"):
        assert expected in text


def test_now_is_judged_by_todays_requirement_and_the_end_by_the_one_that_holds_then(case, permanent):
    """From the day before the course ends nothing is asked for any more."""
    change = case.care_intake.ends_on - dt.timedelta(days=1)
    actions.new_version(
        requirement=permanent, values=values(case, valid_from=change), needs_all=[], needs_any=[], by=case.staff
    )
    (segment,) = outlooks(case.care, today(), participant_id=case.person.pk)["segments"]
    (row,) = segment["table"]
    assert (row["now"]["code"], row["at_end"]["code"]) == ("closed", "open")


def test_two_forms_with_periods_of_their_own_stay_one_employer(case, permanent, oral):
    f.HiringRequirementFactory(
        segment="Sykehjem i byen", county=case.county, occupation=case.occupation, form=Form.ON_CALL,
        valid_from=today(-5), source="En annen kilde",
    )  # fmt: skip
    (segment,) = outlooks(case.care, today())["segments"]
    assert [row["form"] for row in segment["table"]] == ["Fast jobb", "Ringevakter"]
    assert "Rapporten" in segment["source"] and "En annen kilde" in segment["source"]
