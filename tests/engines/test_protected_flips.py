"""Flipping what must never count leaves facts, advice and allocation byte-identical (row P6, 03-matching)."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from courses import allocation_data
from courses.advice_data import advise
from courses.engines.allocation import AllocationPolicy, allocate
from courses.facts_person import person_facts, situations
from participants.models import Aim, Mapping, Participant, Plan, WorkExperience
from tests.engines.counts import examples
from tests.factories import courses, people
from tests.factories.kernel import MembershipFactory, SectorFactory, today

FLIPS = {
    Participant: {
        "national_id": "41898012345",
        "person_hash": "x" * 64,
        "first_name": "Et annet",
        "last_name": "Navn",
        "born_on": dt.date(1961, 12, 31),
        "phone": "400 00 000",
        "email": "noen@example.org",
        "interpreter_language": "tigrinja",
        "written_form": "nn",
        "caseworker": None,
        "address_protection": "confidential",
        "is_shielded": True,
        "benefit": "social",
        "basis": "required",
        "tuition_right": "no",
        "tuition_hours_left": 3,
        "tuition_deadline": dt.date(2027, 1, 1),
        "version": 9,
    },
    Mapping: {
        "number": 7,
        **{
            name: value
            for skill in ("oral", "listening", "reading", "writing", "written")
            for name, value in ((f"{skill}_test", "other"), (f"{skill}_tested_on", dt.date(2011, 5, 5)))
        },
        "education_field": "teologi",
        "education_country": "Eritrea",
        "education_recognition": "no",
        "available_from": dt.date(2026, 1, 1),
        "can_move": False,
        "digital_skills": "none",
        "needs_adaptation": True,
        "adaptation_text": "Kan ikke stå lenge.",
        "summary": "Er lite motivert og har tre barn.",
    },
    WorkExperience: {"title": "Prest", "country": "Somalia", "ended_year": 1999},
    Aim: {
        "number": 4,
        "words": "Jeg må gå på kurs.",
        "kind": "work_not_course",
        "read_to_person_on": dt.date(2026, 1, 1),
    },
    Plan: {
        "number": 3,
        "goal": "Være hjemme med barna",
        "beyond_work": "Få ordnet bolig og helse.",
        "plan_b": "Ufør.",
        "review_on": dt.date(2027, 1, 1),
    },
}
COUNTED = {
    Participant: {"office", "need_reason", "need_assessed_on"},
    Mapping: {
        *(
            f"{skill}{end}"
            for skill in ("oral", "listening", "reading", "writing", "written")
            for end in ("", "_source")
        ),
        "education_level",
        "education_sector",
        "hours_available",
        "evenings",
        "nights",
        "weekends",
        "daytime_only",
        "no_jobs",
        "reachable_offices",
        "is_current",
    },
    WorkExperience: {"occupation", "sector", "months"},
    Aim: {"is_current"},
    Plan: {"is_current", "occupation"},
}
RECORD_KEEPING = {
    "id", "public_id", "participant", "mapping", "name_sort", "name_search",
    "created_by", "created_at", "registered_by", "registered_at",
}  # fmt: skip


@pytest.fixture
def world(db):
    """A mapped person who has applied for one of two courses, beside another applicant for its only place."""
    caseworker = MembershipFactory()
    person = people.ParticipantFactory(
        caseworker=caseworker, need_reason="Trenger fagkunnskap", need_assessed_on=today()
    )
    other = people.ParticipantFactory(caseworker=caseworker, need_reason="Trenger praksis", need_assessed_on=today())
    for one in (person, other):
        people.JobseekerPeriodFactory(participant=one)
        mapping = people.MappingFactory(participant=one)
        people.WorkExperienceFactory(mapping=mapping, sector=SectorFactory())
        people.AimFactory(participant=one)
        people.PlanFactory(participant=one)
    concept = courses.ConceptFactory(county=caseworker.office.county, minimum_oral="A2")
    courses.ChecklistItemFactory(concept=concept, kind="norwegian", skill="oral", level="B1", label="Norsk")
    courses.ChecklistItemFactory(concept=concept)
    intake = courses.IntakeFactory(contract__concept=concept, capacity=1)
    courses.IntakeFactory(contract__concept__county=concept.county, window=intake.window)
    for one in (person, other):
        application = courses.ApplicationFactory(participant=one, window=intake.window)
        courses.WishFactory(application=application, intake=intake)
    return person, intake.window


def output(person, window) -> bytes:
    """Facts, advice and allocation, everything the engines read and answer."""
    person = Participant.objects.get(pk=person.pk)
    advised = advise(person, by=MembershipFactory.build(office=person.office, role="caseworker"), day=today())
    assert len(advised.lines()) == 2
    given = allocation_data.load(window, day=today())
    assert len(given.applications) == 2
    result = allocate(given.applications, given.intakes, seed=b"seed", policy=AllocationPolicy("1"))
    assert len(result.placed) == 1
    return repr(
        (
            person_facts([person.pk], day=today()),
            situations([person.pk], day=today()),
            advised.advice,
            given.applications,
            result.placed,
            list(result.outcomes()),
        )
    ).encode()


def of(model, person):
    if model is Participant:
        return Participant.objects.filter(pk=person.pk)
    if model is WorkExperience:
        return WorkExperience.objects.filter(mapping__participant=person)
    return model.objects.filter(participant=person)


@pytest.mark.row("P6")
@pytest.mark.parametrize("model", FLIPS, ids=lambda model: model.__name__)
def test_every_attribute_that_must_not_count_can_be_flipped_without_a_trace(world, model):
    person, window = world
    before = output(person, window)
    for field, value in FLIPS[model].items():
        row = of(model, person)
        assert row.values_list(field, flat=True).get() != value
        assert row.update(**{field: value}) == 1
        assert output(person, window) == before, field


TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=30)
RANDOM = {
    Participant: {
        "first_name": TEXTS,
        "last_name": TEXTS,
        "born_on": st.dates(dt.date(1940, 1, 1), dt.date(2005, 1, 1)),
        "interpreter_language": TEXTS,
        "is_shielded": st.booleans(),
        "benefit": st.sampled_from(Participant.Benefit.values),
        "basis": st.sampled_from(Participant.Basis.values),
        "tuition_right": st.sampled_from(Participant.TuitionRight.values),
    },
    Mapping: {
        "education_field": TEXTS,
        "education_country": TEXTS,
        "can_move": st.none() | st.booleans(),
        "digital_skills": st.sampled_from(["", "none", "some", "good"]),
        "needs_adaptation": st.booleans(),
        "adaptation_text": TEXTS,
        "summary": TEXTS,
    },
    WorkExperience: {"title": TEXTS, "country": TEXTS},
    Aim: {"words": TEXTS, "kind": st.sampled_from(Aim.Kind.values)},
    Plan: {"goal": TEXTS, "beyond_work": TEXTS, "plan_b": TEXTS},
}


@pytest.mark.row("P6")
def test_everything_that_must_not_count_flipped_at_once_leaves_no_trace(world):
    """Any mixture of protected attributes, of all records together: the output stays byte-identical."""
    person, window = world
    before = output(person, window)

    @given(st.fixed_dictionaries({model: st.fixed_dictionaries(fields) for model, fields in RANDOM.items()}))
    @examples(12, 300)
    def flipped(values):
        for model, fields in values.items():
            assert of(model, person).update(**fields) == 1
        assert output(person, window) == before

    flipped()


@pytest.mark.row("P6")
def test_what_counts_does_leave_a_trace(world):
    person, window = world
    before = output(person, window)
    of(Mapping, person).update(oral="A1")
    assert output(person, window) != before


@pytest.mark.row("P6")
@pytest.mark.parametrize("model", FLIPS, ids=lambda model: model.__name__)
def test_every_field_is_either_counted_or_flipped(model):
    """A new field on a person makes this fail until somebody has decided which it is."""
    fields = {field.name for field in (*model._meta.fields, *model._meta.many_to_many)}
    assert fields - RECORD_KEEPING - COUNTED[model] == set(FLIPS[model])
    assert COUNTED[model] <= fields
