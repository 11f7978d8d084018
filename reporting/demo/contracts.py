"""Earlier procurements to learn from, options, a tender under way, and classes that go to another provider (C2)."""

import datetime as dt

from courses.actions import contracts, handover
from courses.models import Contract, ContractOption, Intake
from reporting.demo.world import World

# concept, provider, number, first and last week from now; weeks of each step: for bids, to award, to prepare
EARLIER = [
    ("kafe", "lofte", "OSL-2022-03", -186, -78, (7, 9, 15)),
    ("regnskap", "nymark", "OSL-2022-05", -168, -60, (6, 8, 12)),
    ("barnehage", "fagbroen", "OSL-2022-09", -164, -60, (8, 11, 17)),
    ("truck", "lofte", "OSL-2022-11", -160, -60, (6, 7, 10)),
    ("kafe_akershus", "lofte", "AKE-2022-01", -164, -60, (6, 10, 13)),
]
# contract, [(months, weeks from now it must be used by)]
OPTIONS = {"kafe": [(12, 26), (12, 78)], "pleie": [(12, 6), (12, 58)], "truck": [(12, 20)], "kafe_akershus": [(6, 5)]}


def build(world: World) -> None:
    """After the people are on their classes: those go along when a class does."""
    staff = world.members["demo.marit"]
    for key, provider, number, first, last, weeks in EARLIER:
        _earlier(world, key, provider, number, first, last, weeks)
    for key, rows in OPTIONS.items():
        for position, (months, week) in enumerate(rows, start=1):
            ContractOption.objects.create(
                contract=world.contracts[key], number=position, months=months, use_by=world.monday(week)
            )
    contracts.use_option(
        contract=world.contracts["kafe"], number=1, by=staff, note="God søkning, og ventelista er lang."
    )
    # Eight classes and more: the café course is bought in a larger number than the others.
    Contract.objects.filter(pk=world.contracts["kafe"].pk).update(places_bought=180)
    world.contracts["kafe"].refresh_from_db()
    _tender(world, staff)
    _taken_over(world, staff)
    _to_be_taken_over(world, staff)


def _earlier(world: World, key: str, provider: str, number: str, first: int, last: int, weeks) -> None:
    starts_on = world.monday(first)
    bids, award, prepare = (dt.timedelta(weeks=count) for count in weeks)
    awarded = starts_on - prepare
    Contract.objects.create(
        public_id=world.uuid(),
        number=number,
        provider=world.providers[provider],
        concept=world.concepts[key],
        starts_on=starts_on,
        ends_on=world.monday(last) - dt.timedelta(days=1),
        status=Contract.Status.ENDED,
        announced_on=awarded - award - bids,
        deadline_on=awarded - award,
        awarded_on=awarded,
        price_model="Pris per brukt plass per uke",
    )


def _new_contract(world: World, key: str, provider: str, number: str, first: int, last: int) -> Contract:
    """One in force after a short procurement, for classes that must be taken over."""
    starts_on = world.monday(first)
    return Contract.objects.create(
        public_id=world.uuid(),
        number=number,
        provider=world.providers[provider],
        concept=world.concepts[key],
        starts_on=starts_on,
        ends_on=world.monday(last) - dt.timedelta(days=1),
        status=Contract.Status.ACTIVE,
        announced_on=starts_on - dt.timedelta(weeks=20),
        deadline_on=starts_on - dt.timedelta(weeks=15),
        awarded_on=starts_on - dt.timedelta(weeks=9),
        places_bought=75,
        price_model="Pris per brukt plass per uke",
    )


def _tender(world: World, staff) -> None:
    """The next contract for the kindergarten course is out to tender: nobody has it yet."""
    contracts.save_contract(
        contract=None,
        values={
            "concept": world.concepts["barnehage"],
            "number": "OSL-2027-02",
            "provider": None,
            "starts_on": world.monday(44),
            "ends_on": world.monday(148) - dt.timedelta(days=1),
            "announced_on": world.monday(-3),
            "deadline_on": world.monday(4),
            "awarded_on": None,
            "places_bought": 90,
            "price_model": "Pris per brukt plass per uke",
        },
        options=[contracts.OptionRow(months=12, use_by=world.monday(136))],
        by=staff,
    )


def _taken_over(world: World, staff) -> None:
    """The running accounting class went to another provider today, with everybody on it."""
    new = _new_contract(world, "regnskap", "fagbroen", "OSL-2026-31", -1, 103)
    running = Intake.objects.filter(contract=world.contracts["regnskap"], status=Intake.Status.RUNNING)
    draft = handover.draft_handover(
        from_contract=world.contracts["regnskap"],
        to_contract=new,
        intakes=running.order_by("pk"),
        day=world.today,
        reason="Nymark Kompetanse legger ned regnskapskursene sine.",
        by=staff,
    )
    handover.confirm_handover(handover=draft, by=staff)


def _to_be_taken_over(world: World, staff) -> None:
    """The forklift class that starts after new year goes to another provider before it begins."""
    new = _new_contract(world, "truck", "nymark", "OSL-2026-32", 3, 107)
    coming = Intake.objects.filter(contract=world.contracts["truck"], status=Intake.Status.OPEN)
    draft = handover.draft_handover(
        from_contract=world.contracts["truck"],
        to_contract=new,
        intakes=coming.order_by("pk"),
        day=world.monday(5),
        reason="Løfte Læring har ikke kjørelærere til våren.",
        by=staff,
    )
    handover.confirm_handover(handover=draft, by=staff)
