"""Suitability, certificates, Norwegian on the course and prospects of the demo's classes (A6, K4, K5, K6)."""

import random

from courses import certificate_content
from courses.actions import norwegian
from courses.actions.prospects import explain_to_class
from courses.actions.suitability import assess, may_assess
from courses.models import CourseCertificate, Enrolment, Intake, SuitabilityAssessment
from participants.models import InformationGiven, Mapping
from reporting.demo.world import World

# The goal of who is at a level.
NEXT = {"A1": "A2", "A2": "B1", "B1": "B2"}
SUPPORT = "Norsk i små grupper to timer i uka, med ord fra arbeidet."


def build(world: World) -> None:
    """After people, classes and grants are there. With a random source of its own."""
    draw = random.Random(f"{world.seed}:class_results")
    lead = world.members["demo.berit"]
    own = [intake for intake in world.intakes if intake.contract.provider_id == lead.provider_id]
    _registered(world, own, lead)
    _told_at_start()
    for intake in own:
        people = list(Enrolment.objects.filter(intake=intake, status="participating").order_by("pk"))
        if intake.status == Intake.Status.RUNNING and people:
            _norwegian(world, draw, people, lead)
            _told(world, intake, people, lead)
    _suitability(world, own, lead)


def _registered(world: World, intakes: list[Intake], lead) -> None:
    """The certificates that the lives say were issued, in the register."""
    issued = Enrolment.objects.filter(intake__in=intakes, certificate_issued_on__isnull=False)
    related = ("participant", "intake__contract__concept", "intake__contract__provider", "intake__concept_version")
    numbers: dict[int, int] = {}
    for one in issued.select_related(*related).order_by("intake", "certificate_issued_on", "pk"):
        numbers[one.intake_id] = numbers.get(one.intake_id, 0) + 1
        number = f"{one.intake.code}-{numbers[one.intake_id]:03d}"
        CourseCertificate.objects.create(
            public_id=world.uuid(),
            enrolment=one,
            number=number,
            language="nb",
            content=certificate_content.of(one, number),
            issued_on=one.certificate_issued_on,
            issued_at=world.at(one.certificate_issued_on),
            issued_by=lead,
        )


def _norwegian(world: World, draw: random.Random, people: list[Enrolment], lead) -> None:
    """A goal for most, a test for some: booked, passed, and one after the last report."""
    current = Mapping.objects.current().filter(participant__in=[one.participant_id for one in people])
    now = {row.participant_id: row for row in current}
    learners = [one for one in people if one.participant_id in now and now[one.participant_id].oral in NEXT]
    for number, one in enumerate(learners[: max(1, len(people) * 2 // 3)]):
        mapping = now[one.participant_id]
        reading = NEXT.get(mapping.reading, "") if draw.random() < 2 / 3 else ""
        goals = {"oral": NEXT[mapping.oral], "reading": reading}
        norwegian.save_plan(enrolment=one, goals=goals, support=SUPPORT, by=lead)
        if number % 3 == 0:
            _test(world, one, goals["oral"], world.day(-2), "passed", lead)
        elif number % 3 == 1:
            after = one.ends_on + (world.day(norwegian.REPORT_DAYS + 6) - world.day(0))
            _test(world, one, goals["oral"], after if number == 1 else world.day(20), "booked", lead)


def _test(world: World, enrolment: Enrolment, level: str, day, status: str, lead) -> None:
    values = {
        "part": "oral",
        "level": level,
        "booked_on": world.day(-16),
        "test_on": day,
        "place": "Oslo voksenopplæring",
        "paid_by": "provider",
        "status": status,
        "result": level if status == "passed" else "",
    }
    norwegian.save_test(enrolment=enrolment, values=values, by=lead)


def _told_at_start() -> None:
    """What the lives say was explained on the first day, among what each person has been told."""
    rows = Enrolment.objects.filter(prospects_explained_on__isnull=False).order_by("pk")
    InformationGiven.objects.bulk_create(
        InformationGiven(
            participant_id=one.participant_id,
            kind=InformationGiven.Kind.PROSPECTS,
            subject=one.intake.concept.title,
            subject_id=one.intake.concept.public_id,
            said=one.prospects_said,
            given_on=one.prospects_explained_on,
            given_by=one.prospects_explained_by,
        )
        for one in rows.select_related("intake__contract__concept", "prospects_explained_by")
    )


def _told(world: World, intake: Intake, people: list[Enrolment], lead) -> None:
    """Some of those who have not been told are, in one go; the rest stand out."""
    untold = [one for one in people if one.prospects_explained_on is None]
    today = [one for one in untold[: len(untold) // 2] if one.created_at.date() <= world.today]
    if today:
        said = "Kurset fører ofte til vikariat først. Fast jobb krever som regel mer norsk eller fagbrev."
        explain_to_class(intake=intake, enrolments=today, on=world.today, said=said, by=lead)


def _suitability(world: World, intakes: list[Intake], lead) -> None:
    """Earlier assessments, so that the county sees a share, and one that waits for NAV."""
    earlier = Enrolment.objects.filter(intake__in=intakes, status="completed").order_by("pk")[:14]
    for number, one in enumerate(earlier):
        unsuitable = number % 5 == 0
        SuitabilityAssessment.objects.create(
            public_id=world.uuid(),
            enrolment=one,
            outcome="not_suitable" if unsuitable else "suitable",
            reasons=["norwegian"] if unsuitable else [],
            assessed_by=lead,
            assessed_at=world.at(one.starts_on),
            shown_on=one.starts_on if unsuitable else None,
            shown_by=one.participant.caseworker if unsuitable else None,
            comment="Jeg vil gjerne prøve." if unsuitable else "",
            decision="keeps" if unsuitable else "",
            decision_reason="Deltakeren får norskstøtte på kurset." if unsuitable else "",
            decided_by=world.members["demo.kari"] if unsuitable else None,
            decided_at=world.at(one.starts_on) if unsuitable else None,
        )
    coming = Enrolment.objects.filter(
        intake__in=intakes, status__in=["awaiting_start", "participating"], suitability=None
    )
    fresh = [one for one in coming.order_by("pk") if may_assess(one, world.today)]
    if fresh:
        assess(
            enrolment=fresh[0],
            outcome="not_suitable",
            reasons=["hours"],
            note="Kurset er hver dag fra klokka åtte, og det passer ikke med tidene.",
            by=lead,
        )
