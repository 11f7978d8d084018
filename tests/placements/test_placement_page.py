"""The placement's own page: a visit that is missing is a warning, as in the list of those that are (L5)."""

import pytest

from amo import clock
from placements.actions import visits
from placements.views.placements import placement_url
from tests import factories
from tests.placements.test_visits import day, log, member

pytestmark = pytest.mark.django_db
WARNING = "aksel-alert"


@pytest.fixture
def placement():
    enrolment = factories.EnrolmentFactory(granted=True)
    return factories.PlacementFactory(enrolment=enrolment, starts_on=day(-30), ends_on=day(30))


@pytest.fixture
def lead(placement):
    return member(placement, provider_lead=True)


def visits_panel(client, placement) -> str:
    """The panel of the visits alone."""
    text = client.get(placement_url(placement)).text
    return text[text.index(">Besøk</h2>") :].split("</section>")[0]


@pytest.mark.row("L5")
def test_nav_is_warned_of_a_visit_that_is_missing_and_told_since_when(placement, lead, client_for):
    staff = factories.MembershipFactory(county_staff=True, county=placement.enrolment.intake.contract.concept.county)
    for reader in (staff, lead):
        panel = visits_panel(client_for(reader), placement)
        assert "Ingen har vært på arbeidsplassen. Det første besøket skulle vært senest" in panel
        assert WARNING in panel
        assert "Ingen besøk ennå." not in panel
    log(placement, lead, kind="phone")
    assert "Ingen har vært på arbeidsplassen." in visits_panel(client_for(staff), placement)
    log(placement, lead)
    assert WARNING not in visits_panel(client_for(staff), placement)


def test_one_that_has_just_begun_is_not_warned_of(placement, lead, client_for):
    placement.starts_on = day(-3)
    placement.save()
    panel = visits_panel(client_for(lead), placement)
    assert "Ingen besøk ennå." in panel
    assert WARNING not in panel


def test_a_planned_one_that_passed_and_one_that_ended(placement, lead, client_for):
    log(placement, lead, held_on=day(-10))
    placement.visits.create(planned_for=day(-2), logged_by=lead, logged_at=clock.now())
    assert "er ikke logget." in visits_panel(client_for(lead), placement)
    visits.log_visit(placement=placement, held_on=day(-2), status="cancelled_by_employer", by=lead)
    assert WARNING not in visits_panel(client_for(lead), placement)


@pytest.mark.row("L5")
def test_one_that_ended_unvisited_is_told(placement, lead, client_for):
    placement.ends_on, placement.status, placement.end_reason = day(-1), "completed", "as_planned"
    placement.save()
    assert "Praksisen sluttet uten at noen hadde vært på arbeidsplassen." in visits_panel(client_for(lead), placement)


def test_the_agreement_stands_first_in_the_wide_column(placement, lead, client_for):
    text = client_for(lead).get(placement_url(placement)).text
    titles = [text.index(f">{title}</h2>") for title in ("Avtalen", "Besøk", "Signering og forlengelser")]
    assert titles == sorted(titles)
    columns = text[text.index('<div class="columns">') :]
    assert columns.index("Signering og forlengelser") < columns.rindex('<div class="stack">')
