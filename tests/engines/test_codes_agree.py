"""The engines import no model, so that their codes are the models' codes has to be checked from outside (row R2)."""

import pytest

from courses.engines.fit import EDUCATION, KINDS, LEVELS, SKILLS, SOURCES
from courses.engines.hiring import FORMS
from courses.models import ChecklistItem, HiringRequirement
from participants.models.mapping import Cefr, EducationLevel, EvidenceSource
from reporting.engines.categories import CATEGORIES
from reporting.models import Category


@pytest.mark.row("R2")
@pytest.mark.parametrize(
    ("choices", "codes"),
    [
        (Category, CATEGORIES),
        (ChecklistItem.Kind, KINDS),
        (HiringRequirement.Form, FORMS),
        (Cefr, ("", *LEVELS)),
        (EducationLevel, ("", *EDUCATION)),
    ],
    ids=["category", "checklist kind", "form of employment", "CEFR", "education"],
)
def test_codes_are_the_models_in_the_same_order(choices, codes):
    assert tuple(choices.values) == tuple(codes)


def test_sources_of_a_language_level_are_the_models():
    assert set(EvidenceSource.values) == set(SOURCES)


def test_every_skill_with_a_minimum_is_a_skill_of_the_engine():
    from courses.models import Concept

    skills = {
        field.name.removeprefix("minimum_") for field in Concept._meta.fields if field.name.startswith("minimum_")
    }
    assert skills - {"reason"} and skills - {"reason"} <= set(SKILLS)
