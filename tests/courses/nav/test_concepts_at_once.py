"""Two who save the same concept at the same moment: one new version, and the other is told (C1)."""

import pytest

from amo.versions import StaleVersion
from courses.actions.catalogue import save_concept
from courses.models import Concept, Intake
from tests import factories as f
from tests.courses.nav.test_plan_at_once import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("C1")]
ROUNDS = 6


def test_one_saves_and_the_other_is_told():
    county = f.CountyFactory()
    staff = [f.MembershipFactory(county_staff=True, county=county) for _n in range(2)]
    intake = f.IntakeFactory(contract__concept__county=county)
    concept = intake.contract.concept

    def save(by, weeks, version):
        return save_concept(
            concept=concept,
            values={"theory_weeks": weeks},
            gives=[],
            occupations=[],
            checklist=[],
            by=by,
            version=version,
            reason="Ny avtale.",
        )

    for n in range(ROUNDS):
        version = Concept.objects.get(pk=concept.pk).version
        works = [lambda by=by, w=w, v=version: save(by, w, v) for by, w in zip(staff, (20 + n, 40 + n), strict=True)]
        made = at_once(works)
        assert [isinstance(one, StaleVersion) for one in made].count(True) == 1
    numbers = concept.versions.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, ROUNDS + 2))
    assert Intake.objects.get(pk=intake.pk).concept_version.number == 1
