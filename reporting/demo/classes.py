"""Allocation windows and intakes in every status, with office quotas and instructors (C3)."""

import datetime as dt

from courses.models import AllocationWindow, Intake, IntakeAssignment, OfficeQuota
from reporting.demo.world import World

S = Intake.Status
FRIDAY = 4

# contract, status, end of class or start of class in weeks from now ("end"/"start"), places over with reason
PLAN = [
    ("pleie_old", S.COMPLETED, ("end", -52), 0),
    ("pleie_old", S.COMPLETED, ("end", -38), 0),
    ("kafe", S.COMPLETED, ("end", -44), 0),
    ("kafe", S.COMPLETED, ("end", -30), 2),
    ("pleie_old", S.COMPLETED, ("end", -30), 0),
    ("truck", S.COMPLETED, ("end", -30), 0),
    ("regnskap", S.COMPLETED, ("end", -20), 0),
    ("kafe", S.COMPLETED, ("end", -14), 0),
    ("barnehage", S.COMPLETED, ("end", -14), 0),
    ("pleie", S.COMPLETED, ("end", -3), 0),
    ("kafe", S.COMPLETED, ("end", -8), 0),
    ("truck", S.COMPLETED, ("end", -8), 0),
    ("vaktmester", S.COMPLETED, ("end", -8), 0),
    ("kafe", S.COMPLETED, ("end", -3), 0),
    ("kafe_akershus", S.COMPLETED, ("end", -14), 0),
    ("barnehage", S.CUT_SHORT, ("end", -10), 0),
    ("kafe", S.RUNNING, ("start", -14), 0),
    ("pleie", S.RUNNING, ("start", -18), 0),
    ("pleie", S.RUNNING, ("start", -6), 0),
    ("regnskap", S.RUNNING, ("start", -4), 0),
    ("kafe", S.RUNNING, ("start", -3), 0),
    ("truck", S.CALLED_OFF, ("start", 2), 0),
    ("barnehage", S.ALLOCATED, ("start", 2), 0),
    ("kafe", S.OPEN, ("start", 6), 0),
    ("pleie", S.OPEN, ("start", 6), 0),
    ("truck", S.OPEN, ("start", 7), 0),
    ("regnskap", S.OPEN, ("start", 7), 0),
    ("barnehage", S.OPEN, ("start", 8), 0),
    ("pleie", S.OPEN, ("start", 9), 0),
    ("kafe_akershus", S.OPEN, ("start", 7), 0),
    ("kafe", S.PLANNED, ("start", 20), 0),
    ("pleie", S.PLANNED, ("start", 22), 0),
]  # fmt: skip

# Where classes are held, and the office of the district.
PLACES = {
    "Oslo": {"Helsfyr": "Gamle Oslo", "Storo": "Nordre Aker", "Grønland": "Gamle Oslo", "Majorstuen": "Frogner"},
    "Akershus": {"Lillestrøm": "Lillestrøm", "Ski": "Nordre Follo"},
}
QUOTA_OFFICES = ["Gamle Oslo", "Grünerløkka", "Alna", "Stovner", "Sagene", "Østensjø"]


def build(world: World) -> None:
    """Windows first, then the classes with quotas; the demo's instructors get the classes of the first provider."""
    _windows(world)
    for number, (key, status, (anchor, week), over) in enumerate(PLAN, start=1):
        world.intakes.append(_intake(world, number, key, status, anchor, week, over))
    _assignments(world)


def _windows(world: World) -> None:
    for county, name, first, last, status in (
        ("Oslo", "Oppstart denne vinteren", 1, 4, AllocationWindow.Status.ALLOCATED),
        ("Oslo", "Oppstart etter nyttår", 5, 12, AllocationWindow.Status.OPEN),
        ("Oslo", "Oppstart til våren", 18, 26, AllocationWindow.Status.OPEN),
        ("Akershus", "Oppstart etter nyttår", 5, 12, AllocationWindow.Status.OPEN),
    ):
        world.windows.append(
            AllocationWindow.objects.create(
                public_id=world.uuid(),
                county=world.counties[county],
                name=f"{name} ({county})",
                first_start=world.monday(first),
                last_start=world.monday(last) + dt.timedelta(days=4),
                deadline=world.monday(first - 2) + dt.timedelta(days=4) if first > 2 else world.monday(first - 2),
                status=status,
            )
        )


def _intake(world: World, number: int, key: str, status: str, anchor: str, week: int, over: int) -> Intake:
    contract = world.contracts[key]
    concept = contract.concept
    if anchor == "end":
        # Counted from the latest Friday, so that "three weeks ago" holds on every day of the week.
        week += world.today.weekday() >= FRIDAY
        week -= concept.weeks
    starts_on = world.monday(week)
    ends_on = starts_on + dt.timedelta(weeks=concept.weeks) - dt.timedelta(days=3)
    theory_ends_on = starts_on + dt.timedelta(weeks=concept.theory_weeks) - dt.timedelta(days=3)
    county = concept.county
    window = next(
        (w for w in world.windows if w.county_id == county.pk and w.first_start <= starts_on <= w.last_start), None
    )
    place = world.random.choice(list(PLACES[county.name]))
    intake = Intake.objects.create(
        public_id=world.uuid(),
        contract=contract,
        window=window,
        code=f"{key.split('_')[0][:3].upper()}-{starts_on:%Y}-{number:02d}",
        starts_on=starts_on,
        theory_ends_on=theory_ends_on,
        ends_on=ends_on,
        place=place,
        district=world.offices[PLACES[county.name][place]],
        application_deadline=window.deadline if window else starts_on - dt.timedelta(weeks=3),
        capacity=concept.class_size,
        over_capacity=over,
        over_capacity_reason="To deltakere fra en avlyst klasse fikk plass her." if over else "",
        status=status,
    )
    if county.name == "Oslo" and status in {S.OPEN, S.ALLOCATED, S.PLANNED}:
        OfficeQuota.objects.bulk_create(
            [
                OfficeQuota(intake=intake, office=world.offices[name], minimum=1, maximum=4 if position else 5)
                for position, name in enumerate(QUOTA_OFFICES)
            ]
        )
    return intake


def _assignments(world: World) -> None:
    """Amina teaches café and canteen, Pål care."""
    for intake in world.intakes:
        if intake.contract.provider_id != world.providers["fagbroen"].pk:
            continue
        name = "demo.amina" if intake.contract.concept_id == world.concepts["kafe"].pk else "demo.pal"
        IntakeAssignment.objects.create(
            intake=intake, membership=world.members[name], starts_on=intake.starts_on - dt.timedelta(weeks=2)
        )
