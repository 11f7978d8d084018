"""The page of the sharing out says truly why somebody got no place (L2)."""

import pytest
from django.urls import reverse

from amo import clock
from placements.actions import sharing as actions
from tests import factories
from tests.placements.test_sharing import intake, lead, wishing  # noqa: F401

pytestmark = pytest.mark.django_db


def refused_by(enrolment, employer):
    factories.PlacementRequestFactory(
        enrolment=enrolment,
        employer=employer,
        status="no",
        asked_on=clock.today(),
        answered_on=clock.today(),
        closed_at=clock.now(),
    )


@pytest.mark.row("L2")
@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ("r", "Arbeidsgiveren har sagt nei"),
        ("rr", "Alle arbeidsgiverne har sagt nei"),
        ("p", "Arbeidsgiveren tar ikke imot nå"),
        ("pp", "Ingen av arbeidsgiverne tar imot nå"),
        ("rp", "Arbeidsgiverne har sagt nei eller tar ikke imot nå"),
        ("rf", "Ingen ledig plass blant ønskene"),
        ("f", "Ingen ledig plass blant ønskene"),
    ],
)
def test_why_nothing_is_said_truly(intake, lead, client_for, wishes, said):  # noqa: F811
    """r: has refused her, p: takes nobody now, f: is full."""
    employers = [
        factories.EmployerFactory(slots=0 if kind == "f" else 2, paused_on=clock.today() if kind == "p" else None)
        for kind in wishes
    ]
    enrolment = wishing(intake, *employers)
    for kind, employer in zip(wishes, employers, strict=True):
        if kind == "r":
            refused_by(enrolment, employer)
    # Somebody else has a wish, so that there is something to share out.
    wishing(intake, factories.EmployerFactory())
    actions.propose(intake=intake, by=lead, seed=7)
    page = client_for(lead).get(reverse("placements:slot_sharing", args=[intake.public_id]))
    row = next(one for one in page.context["shares"] if one["enrolment"].pk == enrolment.pk)
    assert (row["none"], said in page.text) == (said, True)
