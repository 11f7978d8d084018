"""A protected person is not given away by the pages about employers (06-access)."""

import datetime as dt
from pathlib import Path

import pytest
from django.urls import reverse

import placements
from amo import clock
from tests import factories


def day(offset: int) -> dt.date:
    return clock.today() + dt.timedelta(days=offset)


def test_protected_persons_are_left_out_in_one_way_only():
    """`placements.protection` says how; nobody else writes the two conditions."""
    own = Path(placements.__file__).parent
    written = {one.name for one in own.rglob("*.py") if "is_shielded=False" in one.read_text()}
    assert written == set()


@pytest.mark.django_db
@pytest.mark.row("L7")
@pytest.mark.parametrize("protection", [{"address_protection": "confidential"}, {"is_shielded": True}])
@pytest.mark.parametrize("status", ["running", "completed"])
def test_a_protected_trainee_leaves_no_trace_on_the_employers_page(client_for, protection, status):
    intake = factories.IntakeFactory(running=True)
    employer = factories.EmployerFactory(slots=3)
    protected, open_one = (
        factories.EnrolmentFactory(
            intake=intake, granted=True, participant=factories.ParticipantFactory(**how, first_name=name)
        )
        for how, name in ((protection, "Hemmelia"), ({}, "Apenia"))
    )
    for enrolment in (protected, open_one):
        placement = factories.PlacementFactory(
            employer=employer, enrolment=enrolment, starts_on=day(-60), ends_on=day(-1), status=status,
            end_reason="as_planned" if status == "completed" else "",
        )  # fmt: skip
        factories.VisitFactory(placement=placement, status="held", held_on=day(-30))
    lead = factories.MembershipFactory(provider_lead=True, provider=intake.contract.provider)
    officer = factories.MembershipFactory(office=protected.participant.office)
    county = factories.MembershipFactory(county_staff=True, county=intake.contract.concept.county)
    for reader in (lead, officer, county):
        answer = client_for(reader).get(reverse("placements:employer_detail", args=[employer.public_id]))
        names = [one.participant.first_name for one in answer.context["now"] + answer.context["before"]]
        assert "Hemmelia" not in names
        assert "Beskyttet" not in answer.text
        assert answer.context["visits"]["count"] == len(names)
    answer = client_for(lead).get(reverse("placements:employer_detail", args=[employer.public_id]))
    assert [one.participant.first_name for one in answer.context["now"] + answer.context["before"]] == ["Apenia"]
