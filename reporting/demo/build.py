"""Builds the demo world: the facts in one transaction, then what the app itself computes from them."""

from django.core.exceptions import ValidationError
from django.db import transaction

from amo import counters, jobs
from amo.models import County, User
from courses.actions import allocation, offers
from courses.actions.applications import submit_application
from courses.models import AllocationWindow, Application, Enrolment, Intake, Offer
from participants import grants, portfolio
from participants.models import Task
from reporting.actions.snapshots import start_run
from reporting.demo import (
    agreements,
    applications,
    barriers,
    class_results,
    class_weeks,
    classes,
    concept_versions,
    concepts,
    contracts,
    employer_register,
    employers,
    feedback,
    intake_life,
    job_offers,
    leaflets,
    letters,
    lives,
    market,
    organisations,
    people,
    plans,
    reference,
    report_people,
    requests,
    rounds,
    visits,
)
from reporting.demo.world import World

SEED = 20261123


def build(seed: int = SEED) -> World:
    """Build everything into an empty database, then measure as any day does. Same seed and day, same world."""
    world = _facts(seed)
    jobs.run(start_run(by=None, as_of=world.today).pk)
    portfolio.rebuild()
    return world


@transaction.atomic
def _facts(seed: int) -> World:
    world = World(seed)
    for part in (
        organisations,
        reference,
        concepts,
        market,
        leaflets,
        classes,
        people,
        employers,
        lives,
        plans,
        report_people,
        contracts,
    ):
        part.build(world)
    organisations.link_own_file(world)
    counters.check(fix=True)
    grants.repair(grants.differences())
    _winter_round(world)
    _open_round(world)
    report_people.apply_again(world)
    applications.build(world)
    leaflets.told(world)
    rounds.build(world)
    letters.build(world)
    class_weeks.build(world)
    class_results.build(world)
    requests.build(world)
    agreements.build(world)
    _tasks(world)
    concept_versions.build(world)
    feedback.build(world)
    visits.build(world)
    intake_life.build(world, people=_free_people(world, 5), apply=_apply)
    counters.check(fix=True)
    grants.repair(grants.differences())
    job_offers.build(world)
    plans.share(world)
    employer_register.build(world)
    barriers.build(world)
    return world


def _free_people(world: World, count: int) -> list:
    """Mapped people in Oslo without a course now or in the last months."""
    lately = Enrolment.objects.filter(ends_on__gte=world.day(-60)).values_list("participant", flat=True)
    busy = set(lately) | set(Application.objects.values_list("participant", flat=True))
    oslo = world.counties["Oslo"].pk
    found = [
        person
        for person in world.people
        if person.is_mapped and not person.is_protected and person.office.county_id == oslo and person.pk not in busy
    ]
    world.random.shuffle(found)
    # The demo's own caseworker has some in every state.
    own = [person for person in found if person.caseworker_id == world.members["demo.ingrid"].pk][: count // 5]
    return own + [person for person in found if person not in own][: count - len(own)]


def _apply(world: World, person, intakes: list[Intake], days_ago: int) -> Application | None:
    """Send a real application, so that conditions, advice and grants are the app's own; None where one stops it."""
    try:
        with transaction.atomic():
            application = submit_application(
                participant=person,
                wishes=intakes,
                against_reason="Ønsker kurset selv, og vet hva slags jobber det vanligvis fører til.",
                by=person.caseworker or person.registered_by,
            )
    except ValidationError:
        return None
    sent = world.at(world.day(-days_ago))
    Application.objects.filter(pk=application.pk).update(submitted_at=sent, created_at=sent)
    return application


def _winter_round(world: World) -> None:
    """The class that starts in two weeks: applied, allocated by the engine, approved by a second person, answered."""
    window = world.windows[0]
    intake = next(intake for intake in world.intakes if intake.status == Intake.Status.ALLOCATED)
    AllocationWindow.objects.filter(pk=window.pk).update(status=AllocationWindow.Status.OPEN, deadline=world.today)
    Intake.objects.filter(pk=intake.pk).update(status=Intake.Status.OPEN, application_deadline=world.today)
    intake.refresh_from_db()
    wanting = sorted(_free_people(world, 120), key=lambda person: person.sector_key != "children")
    for person in wanting[:40]:
        _apply(world, person, [intake], world.random.randint(14, 90))
    yesterday = world.day(-1)
    AllocationWindow.objects.filter(pk=window.pk).update(deadline=yesterday)
    Intake.objects.filter(pk=intake.pk).update(application_deadline=yesterday)
    window.refresh_from_db()
    run = allocation.run_allocation(window=window, by=world.members["demo.marit"], seed=f"{world.seed:032x}")
    allocation.approve_run(run=run, by=world.members["demo.tore"])
    outstanding = list(Offer.objects.filter(status=Offer.Status.OUTSTANDING).order_by("pk"))
    for position, offer in enumerate(outstanding):
        person = offer.wish.application.participant
        by = person.caseworker or person.registered_by
        if position % 4 != 3:
            offer = offers.record_contact(offer=offer, on=world.today, by=by)
        if position % 4 in {0, 1}:
            offers.answer_offer(offer=offer, accept=True, by=by)
        elif position % 8 == 2:
            offers.answer_offer(offer=offer, accept=False, reason="Har fått jobb i en butikk.", by=by)


def _open_round(world: World) -> None:
    """Applications for the classes after new year: one to three wishes, the person's own sector first."""
    window = world.windows[1]
    intakes = [intake for intake in world.intakes if intake.window_id == window.pk]
    for person in _free_people(world, 55):
        own = lives.SECTOR_OF
        ranked = sorted(
            intakes, key=lambda intake: (own[lives.key_of(world, intake)] != person.sector_key, intake.starts_on)
        )
        _apply(world, person, ranked[: world.random.randint(1, 3)], world.random.randint(0, 45))


def _tasks(world: World) -> None:
    """What a caseworker has to do, some of it overdue (P9)."""
    rows = []
    for person in world.people:
        owner = person.caseworker
        scope = {"owner": owner} if owner else {"office": person.office}
        if not person.is_mapped:
            title, kind = "Avtal kartleggingssamtale", "mapping"
        elif person.pk in world.last_end and world.day(-70) < world.last_end[person.pk] < world.today:
            title, kind = "Ta kontakt etter kurset", "after_course"
        elif world.chance(0.15):
            title, kind = "Avtal nytt møte", "meeting"
        else:
            continue
        rows.append(
            Task(
                public_id=world.uuid(),
                participant=person,
                kind=kind,
                title=title,
                due_on=world.day(world.random.randint(-6, 25)),
                created_by=person.registered_by,
                created_at=world.at(world.day(-20)),
                **scope,
            )
        )
    Task.objects.bulk_create(rows)


def is_empty() -> bool:
    """Whether nothing has been built or entered yet."""
    return not (County.objects.exists() or User.objects.exists())
