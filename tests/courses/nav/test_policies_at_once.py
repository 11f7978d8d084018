"""Two counties that draft weights at the same moment: each gets a number of its own (P6)."""

import pytest

from courses.actions import policies
from courses.models import PolicyVersion
from tests import factories as f
from tests.courses.nav.test_plan_at_once import at_once
from tests.courses.nav.test_policies import draft
from tests.factories import today

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.row("P6")]
ROUNDS = 6


def test_numbers_run_on_through_all_counties():
    policies.policy_row(engine=PolicyVersion.Engine.ADVICE, day=today())
    staff = [f.MembershipFactory(county_staff=True) for _n in range(2)]
    for _n in range(ROUNDS):
        made = at_once([lambda by=by: draft(by) for by in staff])
        assert len(made) == 2 and all(isinstance(row, PolicyVersion) for row in made)
    numbers = PolicyVersion.objects.filter(engine="advice").order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, 2 * ROUNDS + 2))
