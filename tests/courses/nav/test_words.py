"""What the advice says is whole sentences, so that they can be translated (C4, C5, P6)."""

import datetime as dt
from types import SimpleNamespace

import pytest

from courses import advice_wait, words
from courses.engines.advice import Reason
from courses.models import Intake

TODAY = dt.date(2026, 6, 1)
NAMES = words.Names(occupations={"5321": "Pleier"})


@pytest.mark.row("C4")
@pytest.mark.parametrize(
    ("opened", "closed", "if_passed", "expected"),
    [
        (("on_call",), ("permanent",), (), "kan få ringevakter, ikke fast jobb etter kurset."),
        (
            ("on_call",), ("permanent", "temporary"), (),
            "kan få ringevakter, ikke fast jobb eller vikariat etter kurset.",
        ),
        ((), ("permanent", "temporary"), (), "får verken fast jobb eller vikariat etter kurset."),
        (
            (), ("permanent",), ("permanent",),
            "får ikke fast jobb etter kurset. Bestått prøve på kurset åpner for fast jobb.",
        ),
    ],
)  # fmt: skip
def test_what_stays_closed_is_said_beside_what_is_open(opened, closed, if_passed, expected):
    params = {"segment": "Hjemmet", "occupation": "5321", "open": opened, "closed": closed, "if_passed": if_passed}
    assert words.sentence(Reason("hiring_closed", params), NAMES) == f"Hjemmet, pleier: {expected}"


@pytest.mark.row("C5")
def test_a_full_market_is_said_before_its_numbers():
    params = {"occupation": "5321", "openings": 20, "trained": 30, "saturation": 1.5, "unemployed_per_opening": None}
    counted = {"completed": 12, "planned": 18}
    said = words.sentence(Reason("demand_saturated", params | counted), NAMES)
    assert said == (
        "Mettet marked: flere utdannes på kurs enn det er ledige stillinger. "
        "Pleier: 20 ledige stillinger på tolv måneder. 12 har nylig fullført kurs, og 18 plasser er planlagt. Metning: 150 %."
    )
    # As advice was stored before those who have completed and those who are to begin were told apart.
    assert "30 har nylig fullført kurs" in words.sentence(Reason("demand_saturated", params), NAMES)


@pytest.mark.row("C4")
def test_where_every_job_stays_closed_the_nearest_one_says_what_it_takes():
    params = {"segment": "Hjemmet", "occupation": "5321", "open": (), "closed": ("on_call",), "if_passed": ()}
    nearest = (("police",), ("oral:B1",), ("written:B1",))
    said = words.sentence(Reason("hiring_closed", params | {"nearest": nearest}), NAMES)
    assert said.endswith("etter kurset. Mangler: norskprøve på B1 (muntlig og skriftlig) og police.")


@pytest.mark.row("P6")
@pytest.mark.parametrize(
    ("days", "wait"), [(6, "om under en uke."), (7, "om 1 uke."), (13, "om 1 uke."), (42, "om 6 uker.")]
)
@pytest.mark.parametrize("is_open", [True, False])
def test_how_long_until_she_can_start(days, wait, is_open):
    day = TODAY + dt.timedelta(days=days)
    status = Intake.Status.OPEN if is_open else Intake.Status.PLANNED
    row = SimpleNamespace(pk=1, starts_on=day, status=status, free_places=3)
    advised = SimpleNamespace(intakes={"i": row}, free={1: 3}, queue={}, on=TODAY)
    line = SimpleNamespace(stops=(), intake=SimpleNamespace(id="i", is_open=is_open))
    when = words.date_words(day)
    begins = f"Kan trolig starte {when}" if is_open else f"Ikke åpnet for søknad ennå. Neste kurs starter {when}"
    assert advice_wait.expected_start([line], advised)["text"] == f"{begins}, {wait}"
