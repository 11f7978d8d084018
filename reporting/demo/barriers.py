"""Barriers of the demo world, from the report: told by offices and providers, some answered; one employer on hold (L9, L10)."""

from amo.models import Membership
from courses.models import Concept, Enrolment
from participants.models import Participant
from placements.actions import barriers, discrimination
from placements.barrier_owners import About
from placements.models import Barrier, BarrierReport, BarrierStep, DiscriminationReport
from reporting.demo.employers import HIRES_NOBODY, SOUGHT_AFTER
from reporting.demo.world import World

ON_HOLD = "Fryselageret Sør AS"
# (level, what, employer, whether about a course, [(who, days ago, a sentence)], answered: (who, days ago, status, answer))
TOLD = [
    (
        "rules", "Politiattesten kommer først etter at praksisen skulle ha startet", "", False,
        [
            ("demo.berit", 310, "To måtte vente i seks uker."),
            ("demo.ingrid", 244, ""),
            ("demo.amina", 150, "Barnehagen ga plassen til en annen."),
            ("demo.farid", 96, ""),
            ("demo.geir", 41, "Tredje gang i høst."),
            ("demo.jonas", 12, "Vi søkte samme dag som hun fikk plass på kurset."),
        ],
        None,
    ),
    (
        "course", "Undervisningen begynner før barnehagene åpner", "", True,
        [
            ("demo.ingrid", 205, ""),
            ("demo.kari", 190, "Gjelder flere av dem jeg følger opp."),
            ("demo.pal", 120, "Tre kommer for sent hver dag."),
        ],
        ("demo.marit", 70, "solved", "Kurset starter halv ni fra neste klasse. Det står i den nye avtalen."),
    ),
    (
        "employer", "Det er ingen fadder på kveldsvaktene", SOUGHT_AFTER, False,
        [("demo.amina", 34, "Deltakeren står alene etter klokka fire."), ("demo.berit", 20, "")],
        None,
    ),
    (
        "employer", "Tar imot nye hver måned, men ansetter ingen", HIRES_NOBODY, False,
        [
            ("demo.pal", 160, "Ny deltaker inn uka før den forrige sluttet."),
            ("demo.berit", 88, ""),
            ("demo.ingrid", 60, "Hun fikk høre at det aldri har vært en stilling."),
        ],
        None,
    ),
    (
        "matching", "Praksisplassen blir funnet etter at kurset er halvveis", "", True,
        [("demo.jonas", 130, ""), ("demo.amina", 52, "Arbeidsgiverne hadde alt fylt opp.")],
        None,
    ),
    (
        "person", "Mangler barnepass på kveld og i helg", "", False,
        [("demo.ingrid", 75, ""), ("demo.farid", 33, ""), ("demo.berit", 15, "Takket nei til helgevakter.")],
        None,
    ),
    (
        "rules", "Lønnstilskudd blir avgjort etter at tilbudet har gått ut", "", False,
        [("demo.berit", 100, ""), ("demo.kari", 66, "Arbeidsgiveren ansatte en annen.")],
        ("demo.tore", 30, "not_here", "Fristen følger av forskriften. Vi har sendt saken videre til direktoratet."),
    ),
]  # fmt: skip
TAKEN_ON = {"Det er ingen fadder på kveldsvaktene": ("demo.berit", 8)}


def build(world: World) -> None:
    """Everything through the app's own actions; then the days are moved back."""
    concept = Concept.objects.filter(county__name="Oslo", is_active=True).order_by("title_sort", "pk").first()
    employers = {employer.name: employer for employer in world.employers}
    people = list(_people())
    for level, what, employer, course, reports, answer in TOLD:
        about = About(concept if course else None, employer=employers.get(employer))
        barrier = None
        for position, (name, days, text) in enumerate(reports):
            by = _member(world, name)
            own = [person for person in people if person.caseworker_id == by.pk]
            # A caseworker tells it about one of her own people; the others tell what they see of many.
            named = own[position % len(own)] if own and level in {"person", "matching", "rules"} else None
            report = barriers.report_barrier(
                county=world.counties["Oslo"],
                level=level,
                what=what,
                text=text,
                by=by,
                about=About(about.concept, employer=about.employer, participant=named),
                same_as=barrier,
            )
            barrier = report.barrier
            BarrierReport.objects.filter(pk=report.pk).update(reported_at=world.at(world.day(-days)))
        Barrier.objects.filter(pk=barrier.pk).update(created_at=world.at(world.day(-reports[0][1])))
        _went_on(world, barrier, answer)
    _on_hold(world, employers[ON_HOLD])


def _went_on(world: World, barrier: Barrier, answer) -> None:
    if answer:
        name, days, status, text = answer
        barriers.close(barrier=barrier, status=status, answer=text, by=_member(world, name))
        Barrier.objects.filter(pk=barrier.pk).update(closed_at=world.at(world.day(-days)))
        BarrierStep.objects.filter(barrier=barrier).update(at=world.at(world.day(-days)))
    elif taken := TAKEN_ON.get(barrier.what):
        name, days = taken
        barriers.take_on(barrier=barrier, by=_member(world, name))
        Barrier.objects.filter(pk=barrier.pk).update(taken_on_at=world.at(world.day(-days)))
        BarrierStep.objects.filter(barrier=barrier).update(at=world.at(world.day(-days)))


def _on_hold(world: World, employer) -> None:
    """The manager of the report who refused people from certain countries."""
    report = discrimination.report_discrimination(
        employer=employer,
        county=world.counties["Oslo"],
        what="Lederen sa at han ikke vil ha flere fra visse landgrupper, fordi han har hatt dårlig erfaring med dem.",
        by=_member(world, "demo.pal"),
    )
    DiscriminationReport.objects.filter(pk=report.pk).update(reported_at=world.at(world.day(-2)))


def _member(world: World, name: str) -> Membership:
    return world.members[name]


def _people():
    """People with a caseworker, for the barriers that are about a person."""
    on_course = Enrolment.objects.filter(status=Enrolment.Status.PARTICIPATING).values("participant")
    found = Participant.objects.filter(pk__in=on_course, address_protection="", is_shielded=False)
    return found.select_related("office", "caseworker__user").order_by("pk")
