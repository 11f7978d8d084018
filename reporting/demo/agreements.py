"""Signed and unsigned agreements, training plans from templates, an extension, and wishes to swap (L3, L4, L6)."""

import datetime as dt

from django.core.exceptions import ValidationError

from amo import workdays
from placements.actions.agreements import extend_placement
from placements.actions.plan_templates import StepLine, save_template
from placements.actions.swaps import answer_swap, ask_swap
from placements.actions.training import make_plan, tick_goals
from placements.models import Placement, PlacementExtension, PlanGoal, SwapRequest, TrainingPlan
from reporting.demo.world import World

# Occupation: (name of the template, [(week, step)]).
TEMPLATES = {
    "5329": ("Assistent på sykehjem", [
        (1, "Kjenner avdelingen, garderoben, rømningsveiene og reglene for taushetsplikt"),
        (1, "Vasker hender og bruker smittevernutstyr riktig"),
        (2, "Dekker og serverer frokost sammen med fadder"),
        (3, "Hjelper en beboer med måltidet alene"),
        (4, "Hjelper til med morgenstell sammen med fadder"),
        (5, "Gir kort beskjed på norsk ved vaktskifte"),
        (6, "Hjelper en beboer med morgenstell alene"),
    ]),
    "9412": ("Kjøkken og kantine", [
        (1, "Kjenner renholdsplanen og reglene for mattrygghet"),
        (1, "Bruker oppvaskmaskinen og rydder oppvaskrommet"),
        (2, "Gjør klar salatbar og smørbrød etter liste"),
        (3, "Tar imot og lagrer varer riktig"),
        (4, "Lager dagens suppe etter oppskrift"),
        (5, "Betjener kassen med fadder ved siden av"),
        (6, "Har ansvar for én stasjon gjennom lunsjen"),
    ]),
    "4321": ("Lager og terminal", [
        (1, "Kjenner sikkerhetsreglene og bruker verneutstyr"),
        (2, "Plukker en ordre med håndterminal sammen med fadder"),
        (3, "Plukker ordrer alene uten feil en hel dag"),
        (4, "Tar imot varer og melder avvik"),
        (5, "Kjører jekketralle trygt i trange ganger"),
        (6, "Pakker og merker en forsendelse ferdig"),
    ]),
    "4311": ("Økonomi og kontor", [
        (1, "Kjenner systemene og reglene for personvern"),
        (2, "Registrerer inngående fakturaer"),
        (3, "Svarer på e-post fra kunder etter mal"),
        (4, "Avstemmer en bankkonto sammen med fadder"),
        (6, "Gjør månedens fakturering alene"),
    ]),
    "5311": ("Assistent i barnehage", [
        (1, "Kjenner dagsrytmen, barna på avdelingen og reglene for taushetsplikt"),
        (2, "Er med på tur og har oversikt over barna sammen med fadder"),
        (3, "Leser for en gruppe barn"),
        (4, "Leder en samling sammen med fadder"),
        (5, "Tar imot barn og foreldre om morgenen"),
        (6, "Leder en aktivitet alene"),
    ]),
    "5153": ("Vaktmester", [
        (1, "Kjenner bygget, nøklene og HMS-reglene"),
        (2, "Går tilsynsrunde sammen med fadder"),
        (3, "Bytter lyspærer, filtre og pakninger"),
        (4, "Melder og følger opp et avvik i systemet"),
        (6, "Går tilsynsrunde alene og skriver rapport"),
    ]),
    "9112": ("Renholder", [
        (1, "Kjenner midlene, utstyret og HMS-reglene"),
        (2, "Vasker et kontor etter plan sammen med fadder"),
        (3, "Vasker en etasje alene innen tiden"),
        (5, "Bruker gulvvaskemaskin trygt"),
    ]),
    "5223": ("Butikkmedarbeider", [
        (1, "Kjenner butikken, kassa og reglene for aldersgrense"),
        (2, "Fyller varer og sjekker datoer"),
        (3, "Svarer kunder og følger dem til varen"),
        (4, "Betjener kassa med fadder ved siden av"),
        (6, "Har ansvar for en avdeling en hel vakt"),
    ]),
}  # fmt: skip
OCCUPATION_OF = {
    "health": "5329", "hospitality": "9412", "industry": "4321", "office": "4311", "children": "5311",
    "service": "5153", "retail": "5223",
}  # fmt: skip


def build(world: World) -> None:
    """Templates of Oslo's staff, then what has been agreed at the workplaces."""
    templates = _templates(world)
    _signed(world)
    running = [one for one in world.placements if one.status == Placement.Status.RUNNING]
    _plans(world, running, templates)
    calm = [one for one in running if not one.participant.is_protected]
    _extension(world, calm)
    _swaps(world, calm)


def _templates(world: World) -> dict:
    marit = world.members["demo.marit"]
    return {
        code: save_template(
            county=marit.county,
            occupation=world.occupations[code],
            title=title,
            active=True,
            steps=[StepLine(text, week) for week, text in steps],
            by=marit,
        )
        for code, (title, steps) in TEMPLATES.items()
    }


def _signed(world: World) -> None:
    """Most agreements are signed by the first day; a few that run still wait."""
    for one in world.placements:
        waits = one.status == Placement.Status.RUNNING and world.chance(0.15)
        one.signed_on = None if waits else one.starts_on
    Placement.objects.bulk_update(world.placements, ["signed_on"], batch_size=500)


def _plans(world: World, running: list[Placement], templates: dict) -> None:
    codes = {sector.pk: OCCUPATION_OF[key] for key, sector in world.sectors.items() if key in OCCUPATION_OF}
    for one in running:
        code = codes.get(one.employer.sector_id)
        if code is None or world.chance(0.15):
            continue
        plan = make_plan(placement=one, template=templates[code], by=one.created_by)
        agreed = min(one.starts_on + dt.timedelta(days=3), world.today)
        days = dict.fromkeys(("participant_agreed_on", "employer_agreed_on", "provider_agreed_on"), agreed)
        TrainingPlan.objects.filter(pk=plan.pk).update(created_at=world.at(one.starts_on), **days)
        if world.chance(0.2):
            continue
        for goal in PlanGoal.objects.filter(plan=plan, due_on__lte=world.today):
            on = goal.due_on - dt.timedelta(days=world.random.randint(0, 4))
            # A step is reached at work: the working day before, or the first one of a placement that begins later.
            on = max(workdays.add_working_days(on + dt.timedelta(days=1), -1), one.starts_on)
            tick_goals(plan=plan, goals=[goal], on=on, by=one.created_by)


def _extension(world: World, running: list[Placement]) -> None:
    """One whose last day was first set two weeks too early."""
    for one in running:
        end, earlier = one.ends_on, one.ends_on - dt.timedelta(days=14)
        if earlier <= world.today:
            continue
        Placement.objects.filter(pk=one.pk).update(ends_on=earlier)
        try:
            row = extend_placement(
                placement=one,
                new_end=end,
                reason="Trenger mer tid på kassa før hun kan jobbe alene.",
                by=one.created_by,
            )
        except ValidationError:
            Placement.objects.filter(pk=one.pk).update(ends_on=end)
            continue
        PlacementExtension.objects.filter(pk=row.pk).update(agreed_at=world.at(world.day(-5)))
        return


def _swaps(world: World, running: list[Placement]) -> None:
    """The woman who found a place in her own trade and was approved; one that waits, and one that was refused."""
    cases = (
        ("own_trade", "Hun er utdannet frisør og har selv funnet en salong som vil ha henne.", "Salong Saks, Storgata 3",
         (True, "Hun har funnet plassen selv, og salongen vurderer å ansette. Bytt så snart som mulig.")),
        ("no_hire", "Arbeidsplassen har sagt at de ikke kan ansette noen. Han vil dit det er jobb å få.",
         "Kafé Lyktestolpen på Torshov", None),
        ("travel", "Reisen tar halvannen time hver vei.", "Et sykehjem nærmere hjemmet",
         (False, "Plassen varer bare tre uker til. Fullfør her, så ser vi på nærmere arbeidsplasser etterpå.")),
    )  # fmt: skip
    own = world.members["demo.ingrid"]
    found = sorted(running, key=lambda one: (one.participant.caseworker_id != own.pk, one.pk))
    for one, (reason, explanation, wish, answer) in zip(found, cases, strict=False):
        swap = ask_swap(
            placement=one, suggested_by="participant", reason=reason, explanation=explanation, own_suggestion=wish,
            by=one.created_by,
        )  # fmt: skip
        SwapRequest.objects.filter(pk=swap.pk).update(asked_at=world.at(world.day(-3)))
        if answer:
            by = one.participant.caseworker or own
            answer_swap(request=swap, approved=answer[0], answer=answer[1], by=by)
