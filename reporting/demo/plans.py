"""Plans in use for a fair share of the people (P8)."""

import datetime as dt
import random
from uuid import UUID

from participants.actions.plans import TASK_KIND, plan_url
from participants.models import AccessGrant, Participant, Plan, PlanStep, Task
from reporting.demo.world import World

SHARE = 0.45
GOALS = {
    "hospitality": ("Fast jobb på et kjøkken", "Renhold på hotell", "5120"),
    "health": ("Fast jobb som helsefagarbeider", "Kjøkken eller vaskeri på et sykehjem", "5321"),
    "industry": ("Jobb på lager med fast arbeidstid", "Renhold i industrien", "4321"),
    "office": ("Jobb med regnskap", "Kundeservice på telefon", "3313"),
    "children": ("Assistent i barnehage", "Aktivitetsskole i skoletiden", "5311"),
    "service": ("Vaktmester i et borettslag", "Vikar på bygg og anlegg", "5153"),
    "retail": ("Fast jobb i butikk", "Lager bak butikken", "5223"),
}
BEYOND = [
    "Snakke norsk hver dag med noen utenfor familien.",
    "Få orden på økonomien og en egen leilighet.",
    "Ha overskudd til å følge barna på fritiden.",
    "Bli kjent med flere i nabolaget.",
    "",
]
# what, who, days from the day of the plan until it is due
STEPS = [
    ("Oppdatere CV-en på arbeidsplassen.no", "participant", 14),
    ("Melde seg opp til norskprøven", "participant", 30),
    ("Avtale besøk på en arbeidsplass", "caseworker", 21),
    ("Øve på jobbintervju", "office", 40),
    ("Søke på fem stillinger", "participant", 60),
    ("Få en anbefaling fra forrige arbeidsgiver", "participant", 45),
    ("Snakke med helsestasjonen om barnepass", "participant", 35),
    ("Gå gjennom planen sammen", "caseworker", 90),
]

SHARED = ("Oppdatere CV-en på arbeidsplassen.no", "Avtale besøk på en arbeidsplass", "Øve på jobbintervju")
"""Steps that a provider may help with."""


def build(world: World) -> None:
    """Plans of different age, some gone through again; their open steps are tasks."""
    draw = random.Random(world.seed + 8)
    plans, steps, tasks = [], [], []
    for person in world.people:
        if not person.is_mapped or draw.random() > SHARE:
            continue
        first_on = world.day(-draw.randint(5, 240))
        versions = 2 if (world.today - first_on).days > 90 and draw.random() < 0.5 else 1
        for number in range(1, versions + 1):
            on = first_on if number == 1 else first_on + dt.timedelta(days=70)
            plan = _plan(world, draw, person, number, on, current=number == versions)
            plans.append(plan)
            chosen = sorted(draw.sample(range(len(STEPS)), draw.randint(3, 5)))
            own = [_step(world, draw, plan, rank, STEPS[n]) for rank, n in enumerate(chosen, start=1)]
            steps += own
            if plan.is_current:
                tasks += [_task(world, draw, step) for step in own if step.is_navs and step.done_on is None]
    Plan.objects.bulk_create(plans)
    PlanStep.objects.bulk_create(steps)
    Task.objects.bulk_create(tasks)


def share(world: World) -> None:
    """What the provider helps with is shared with it, for a fair share of those on a course now."""
    draw = random.Random(world.seed + 9)
    today = AccessGrant.objects.active_on(world.today)
    granted = today.filter(level=AccessGrant.Level.COURSE).exclude(provider=None)
    providers = dict(granted.order_by("participant", "pk").values_list("participant", "provider"))
    steps = PlanStep.objects.filter(
        plan__is_current=True, plan__participant__in=providers, what__in=SHARED
    ).select_related("plan")
    chosen = [step for step in steps.order_by("pk") if draw.random() < SHARE]
    for step in chosen:
        step.shared_with_id = providers[step.plan.participant_id]
    PlanStep.objects.bulk_update(chosen, ["shared_with"])


def _uuid(draw: random.Random) -> UUID:
    return UUID(int=draw.getrandbits(128), version=4)


def _by(person: Participant):
    return person.caseworker or person.registered_by


def _plan(world: World, draw: random.Random, person, number: int, on: dt.date, *, current: bool) -> Plan:
    goal, plan_b, code = GOALS[person.sector_key]
    return Plan(
        public_id=_uuid(draw),
        participant=person,
        number=number,
        is_current=current,
        goal=goal,
        occupation=world.occupations.get(code),
        beyond_work=draw.choice(BEYOND),
        plan_b=plan_b if number > 1 or draw.random() < 0.8 else "",
        review_on=on + dt.timedelta(days=90),
        created_by=_by(person),
        created_at=world.at(on),
    )


def _step(world: World, draw: random.Random, plan: Plan, rank: int, step: tuple[str, str, int]) -> PlanStep:
    what, responsible, days = step
    made_on = plan.created_at.date()
    by_when = made_on + dt.timedelta(days=days)
    done = draw.random() < (0.75 if by_when < world.today else 0.1)
    return PlanStep(
        public_id=_uuid(draw),
        plan=plan,
        rank=rank,
        what=what,
        responsible=responsible,
        by_when=by_when,
        done_on=min(by_when, world.today) if done else None,
        done_by=_by(plan.participant) if done else None,
    )


def _task(world: World, draw: random.Random, step: PlanStep) -> Task:
    """The task of an open step that NAV has taken on, as the plan's own action would have made it."""
    person = step.plan.participant
    office = step.responsible == PlanStep.Responsible.OFFICE
    return Task(
        public_id=_uuid(draw),
        participant=person,
        kind=TASK_KIND,
        title=step.what,
        url=plan_url(person),
        owner=None if office else _by(person),
        office=person.office if office else None,
        due_on=step.by_when,
        dedupe_key=step.task_key,
        created_by=_by(person),
        created_at=step.plan.created_at,
    )
