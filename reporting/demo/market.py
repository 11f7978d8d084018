"""What employers ask for, and the labour market month by month (C4, C5)."""

import datetime as dt
import math
import random

from courses.models import HiringRequirement, LabourDemand
from reporting.demo.employers import NURSING_HOMES
from reporting.demo.world import World

Form = HiringRequirement.Form
ASSUMED = "Demoens antakelse, ikke et virkelig krav"
REPORT = "Fafo 2012, ikke dagens krav"
MONTHS = 15

# occupation: openings a month, unemployed, growth in a year – in Oslo. Forklift drivers are too many; caretakers' market
# is too small to tell.
MARKET = {
    "9510": (34, 160, 0.1), "9412": (41, 210, 0.0), "5132": (22, 90, 0.2), "5329": (95, 240, 0.1), "5322": (30, 60, 0.0),
    "5321": (60, 25, 0.2), "8344": (2, 190, -0.2), "4321": (4, 320, -0.2), "3313": (18, 120, -0.1),
    "4311": (11, 70, -0.1), "5311": (40, 150, 0.1), "5312": (12, 40, 0.0), "5153": (0, 45, 0.0), "5223": (85, 400, -0.1),
    "9112": (70, 330, 0.0), "4110": (38, 260, -0.2), "5131": (48, 130, 0.2), "5120": (36, 80, 0.1),
    "9333": (9, 150, 0.0), "9313": (26, 140, -0.1), "8322": (31, 110, 0.0), "3256": (14, 20, 0.1),
}  # fmt: skip


def build(world: World) -> None:
    """Three segments with their requirements, and fifteen months of openings and unemployed."""
    _nursing_homes(world)
    _kindergartens(world)
    _warehouses(world)
    _labour_demand(world)


def _add(world: World, form: str, needs_all: tuple = (), needs_any: tuple = (), **values) -> None:
    requirement = HiringRequirement(public_id=world.uuid(), form=form, county=world.counties["Oslo"], **values)
    requirement.full_clean()
    requirement.save()
    requirement.needs_all.set([world.qualifications[code] for code in needs_all])
    requirement.needs_any.set([world.qualifications[code] for code in needs_any])


def _nursing_homes(world: World) -> None:
    """What Oslo's nursing homes asked for, as the report gives it."""
    norwegian = ("norsk_muntlig_b1", "norsk_skriftlig_b1")
    common = {
        "segment": "Sykehjem i Oslo kommune",
        "employer_group": NURSING_HOMES,
        "occupation": world.occupations["5329"],
        "valid_from": dt.date(2010, 2, 1),
        "source": REPORT,
    }
    limited = {"permission_from": "Sykehjemsetaten", "months_each": 2, "months_total": 12}
    _add(world, Form.PERMANENT, (*norwegian, "helsefagarbeider"), **common)
    _add(world, Form.TEMPORARY, norwegian, **common, **limited)
    _add(world, Form.ON_CALL, norwegian, **common, **limited)


def _kindergartens(world: World) -> None:
    """Everybody needs the police certificate; after new year a permanent job takes Norwegian at B1 too."""
    new_year = dt.date(world.today.year + 1, 1, 1)
    common = {
        "segment": "Barnehager i Oslo",
        "occupation": world.occupations["5311"],
        "source": ASSUMED,
    }
    begun = dt.date(2021, 8, 1)
    earlier = {"valid_from": begun, "valid_to": new_year - dt.timedelta(days=1)}
    trade = ("barne_ungdomsarbeider", "kursbevis_barnehage")
    _add(world, Form.PERMANENT, ("politiattest",), trade, **common, **earlier)
    _add(world, Form.PERMANENT, ("politiattest", "norsk_muntlig_b1"), trade, **common, valid_from=new_year)
    _add(world, Form.TEMPORARY, ("politiattest", "norsk_muntlig_a2"), **common, valid_from=begun)
    _add(world, Form.ON_CALL, ("politiattest",), **common, valid_from=begun)
    _add(
        world, Form.ON_CALL, **common, valid_from=dt.date(2015, 1, 1), valid_to=begun - dt.timedelta(days=1)
    )  # what held before the police certificate was asked for


def _warehouses(world: World) -> None:
    """A licence, and a driving licence for what is permanent."""
    common = {
        "segment": "Lager og terminaler i Oslo",
        "occupation": world.occupations["8344"],
        "source": ASSUMED,
        "valid_from": dt.date(2023, 1, 1),
    }
    _add(world, Form.PERMANENT, ("truckforerbevis",), ("forerkort_b",), **common)
    _add(world, Form.TEMPORARY, ("truckforerbevis",), **common)
    _add(world, Form.ON_CALL, (), ("truckforerbevis", "forerkort_b"), **common)


def _labour_demand(world: World) -> None:
    """Growth, the seasons, and some noise from a source of its own: more months must not change the rest of the world."""
    noise = random.Random(world.seed)
    rows = []
    first = world.today.replace(day=1)
    for county, size in (("Oslo", 1.0), ("Akershus", 0.5)):
        for code, (openings, unemployed, growth) in MARKET.items():
            month = first
            for back in range(1, MONTHS + 1):
                month = (month - dt.timedelta(days=1)).replace(day=1)
                level = (1 - growth * back / 12) * (1 + 0.12 * math.sin(math.tau * (month.month - 2) / 12))
                rows.append(
                    LabourDemand(
                        occupation=world.occupations[code],
                        county=world.counties[county],
                        month=month,
                        openings=round(openings * size * level * noise.uniform(0.92, 1.08)),
                        unemployed=round(unemployed * size * (2 - level) * noise.uniform(0.95, 1.05)),
                    )
                )
    LabourDemand.objects.bulk_create(rows)
