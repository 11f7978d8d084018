"""Feedback of the demo world: a finished round, an open one, and doubts told of one's own accord (C7)."""

import datetime as dt

from amo.models import Membership, Notification
from amo.models.users import OFFICE_ROLES
from courses.actions import feedback, feedback_rounds
from courses.models import Concept, ConceptFeedback, FeedbackRound
from reporting.demo.world import World

# (kind, what was said, days ago, (status, answer, what was changed) or None)
TOLD = [
    (
        "level",
        "Norskkravet er satt høyere enn det arbeidsgiverne her ber om. Flere jeg følger opp, ville klart jobben.",
        40,
        (
            "acted_on",
            "Takk. Vi spurte tre arbeidsgivere, og de sa det samme.",
            "Kravet senkes i neste versjon av kurset.",
        ),
    ),
    (
        "place_time",
        "Oppstart klokka åtte passer dårlig for dem som leverer i barnehage. Kan kurset starte halv ni?",
        24,
        ("answered", "Leverandøren kan ikke endre tiden på kurset som går, men vi tar det med i neste avtale.", ""),
    ),
    ("results", "De fleste får tilkallingsvakter etter kurset. Det bør stå tydeligere i hefte og brev.", 21, None),
    (
        "content",
        "Kassesystemet det undervises i, er byttet ut i butikkene her. Be leverandøren oppdatere det.",
        9,
        None,
    ),
    ("target_group", "Kurset passer også for dem over 50 som vil bytte yrke, men teksten sier noe annet.", 2, None),
]
# What is said in a round, in turn: (verdict, why).
ADVICE = [
    ("keep", ""),
    ("more", "Vi har alltid flere som vil, enn det er plasser til."),
    ("change", "Praksisen kommer for sent. De som er i tvil, bør få prøve arbeidet i den andre måneden."),
    ("keep", "Bra oppfølging fra kursleverandøren."),
    ("stop", "Det er få faste jobber igjen i dette yrket hos oss. Bruk pengene på noe annet."),
]


def build(world: World) -> None:
    """Everything through the app's own actions; then the days are moved back."""
    concepts = list(Concept.objects.filter(county__name="Oslo", is_active=True).order_by("title_sort", "pk"))
    _closed_round(world, concepts)
    _told(world, concepts)
    _open_round(world, concepts)


def _told(world: World, concepts: list[Concept]) -> None:
    senders = [world.members[name] for name in ("demo.ingrid", "demo.jonas", "demo.farid")]
    for position, (kind, text, days, answer) in enumerate(TOLD):
        concept = concepts[position % len(concepts)]
        row = feedback.send_feedback(concept=concept, kind=kind, text=text, by=senders[position % len(senders)])
        if answer:
            status, words, changed = answer
            feedback.answer_feedback(
                feedback=[row], status=status, answer=words, what_changed=changed, by=world.members["demo.marit"]
            )
        _moved(world, [row.pk], days, days - 6)


def _moved(world: World, pks: list[int], sent: int, answered: int) -> None:
    rows = ConceptFeedback.objects.filter(pk__in=pks)
    rows.update(sent_at=world.at(world.day(-sent)))
    rows.exclude(answered_at=None).update(answered_at=world.at(world.day(-answered)))


def _office_people(world: World) -> list[Membership]:
    found = Membership.objects.filter(role__in=OFFICE_ROLES, office__county__name="Oslo", user__is_active=True)
    people = {member.user_id: member for member in found.select_related("user", "office").order_by("pk")}
    return list(people.values())


def _round(world: World, name: str, concepts: list[Concept], days: int) -> FeedbackRound:
    people = _office_people(world)
    offices = {member.office_id: member.office for member in people}
    return feedback_rounds.open_round(
        name=name,
        question="Hvilke kurs bør vi beholde, endre, kjøpe flere av eller slutte med? Skriv hvorfor.",
        due_on=world.today + dt.timedelta(days=days),
        concepts=concepts,
        offices=offices.values(),
        by=world.members["demo.marit"],
    )


def _answered(world: World, round_: FeedbackRound, concepts: list[Concept], every: int) -> None:
    """All but each `every`th person answer, a little more than half of the concepts each."""
    for position, member in enumerate(_office_people(world)):
        if position % every == every - 1:
            continue
        answers = {
            concept.pk: ADVICE[(position + number) % len(ADVICE)]
            for number, concept in enumerate(concepts)
            if (position + number) % 3
        }
        if answers:
            feedback_rounds.answer_round(round_=round_, answers=answers, by=member)


def _closed_round(world: World, concepts: list[Concept]) -> None:
    round_ = _round(world, "Tilbakemelding forrige halvår", concepts, 14)
    _answered(world, round_, concepts, every=4)
    feedback_rounds.close_round(round_=round_, by=world.members["demo.marit"])
    rows = list(ConceptFeedback.objects.filter(round=round_).order_by("pk"))
    asked = world.day(-190)
    for concept in concepts:
        feedback.answer_feedback(
            feedback=[row for row in rows if row.concept_id == concept.pk],
            status="answered",
            answer="Takk for rådene. Vi har lest alle, og tar dem med når avtalen skal lyses ut på nytt.",
            by=world.members["demo.marit"],
        )
    _moved(world, [row.pk for row in rows], 180, 160)
    moved = {"due_on": world.day(-170), "opened_at": world.at(asked), "closed_at": world.at(world.day(-168))}
    FeedbackRound.objects.filter(pk=round_.pk).update(**moved)
    # What was told half a year ago has been read since.
    told = Notification.objects.filter(dedupe_key__startswith="feedback", read_at=None)
    told.update(read_at=world.at(world.day(-150)), created_at=world.at(world.day(-160)))


def _open_round(world: World, concepts: list[Concept]) -> None:
    round_ = _round(world, "Tilbakemelding dette halvåret", concepts[:6], 9)
    ingrid = world.members["demo.ingrid"].user_id
    for position, member in enumerate(_office_people(world)):
        if member.user_id != ingrid and position % 3 == 0:
            verdict = ADVICE[position % len(ADVICE)]
            feedback_rounds.answer_round(
                round_=round_, answers={concepts[position % len(concepts[:6])].pk: verdict}, by=member
            )
