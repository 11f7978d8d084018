"""Letters of the demo world: some sent, one corrected, the rest waiting to be sent (A5).

The drafts are there already: they arose with the offers and the refusals. Here they are sent by the app's own actions.
"""

import datetime as dt
import random

from amo import clock, versions
from courses.actions import letter_rules, letters
from courses.models import AllocationWindow, Application, DecisionLetter, Enrolment, Intake, LetterRule, Wish
from reporting.demo.world import World

ENDED_SHOWN, REFUSED_SHOWN = 12, 5
LAW = "arbeidsmarkedsloven § 17"
"""In a draft only: nobody with legal training has confirmed it."""


def build(world: World) -> None:
    """Send what a good office would have sent by now, and leave enough to do."""
    _rules(world)
    draw = random.Random(world.seed + 60)
    _ended(world)
    _refused(world)
    drafts = DecisionLetter.objects.filter(status=DecisionLetter.Status.DRAFT).for_content()
    ready = [letter for letter in drafts.order_by("pk") if letter.participant.caseworker_id]
    for position, letter in enumerate(ready):
        by = letter.participant.caseworker
        if letters.lacks_reason(letter):
            if position % 3 == 0:
                continue  # waits for the caseworker's own sentence
            letters.edit_letter(
                letter=letter, language=letter.language, own_words="Vi ble enige om dette i møtet vårt.", by=by
            )
        if position % 3 == 1:
            letters.send_letters(
                letters=[letter],
                channel=draw.choice(["handed_over", "posted", "own_system"]),
                sent_on=world.today,
                by=by,
            )
    sent = DecisionLetter.objects.filter(status=DecisionLetter.Status.SENT, participant__address_protection="")
    first = sent.filter(participant__is_shielded=False).order_by("pk").select_related("participant__caseworker").first()
    if first is not None:
        letters.correct_letter(
            letter=first, reason="Stedet for kurset var skrevet feil.", by=first.participant.caseworker
        )


def _ended(world: World) -> None:
    """Letters about those who left a course in the last weeks."""
    since = world.today - dt.timedelta(days=60)
    ended = Enrolment.objects.filter(
        status__in=[Enrolment.Status.DROPPED_OUT, Enrolment.Status.NOT_STARTED], ends_on__gte=since
    ).exclude(participant__caseworker=None)
    found = ended.select_related("participant").order_by("-ends_on", "pk")[:ENDED_SHOWN]
    letters.participations_ended(found, by=None)


def _refused(world: World) -> None:
    """People who applied for a class that is running now, and for whom there was no place."""
    county = world.counties["Oslo"]
    intake = next(
        one
        for one in world.intakes
        if one.status == Intake.Status.RUNNING and one.contract.concept.county_id == county.pk
    )
    start = intake.starts_on
    window = AllocationWindow(
        public_id=world.uuid(),
        county=county,
        name="Runden før denne",
        first_start=start,
        last_start=start,
        deadline=start - dt.timedelta(days=21),
        status=AllocationWindow.Status.ALLOCATED,
    )
    versions.save(window)
    busy = set(Application.objects.values_list("participant", flat=True))
    busy |= set(Enrolment.objects.values_list("participant", flat=True))
    busy |= {person.pk for person in world.report_people.values()}
    waiting = [
        person
        for person in world.people
        if person.caseworker_id and person.office.county_id == county.pk and person.pk not in busy
    ]
    waiting.sort(key=lambda person: (person.caseworker_id != world.members["demo.ingrid"].pk, person.pk))
    applied = world.at(start - dt.timedelta(days=40))
    wishes = []
    for person in waiting[:REFUSED_SHOWN]:
        application = Application(
            public_id=world.uuid(),
            participant=person,
            window=window,
            status=Application.Status.DECIDED,
            submitted_at=applied,
            submitted_by=person.caseworker,
            decided_at=world.at(start - dt.timedelta(days=14)),
            created_by=person.caseworker,
            created_at=applied,
        )
        versions.save(application)
        refused = {"status": Wish.Status.REFUSED, "refusal_reason": Wish.RefusalReason.FULL}
        wishes.append(
            versions.save(Wish(public_id=world.uuid(), application=application, intake=intake, rank=1, **refused))
        )
    letters.wishes_refused([wish.pk for wish in wishes])


def _rules(world: World) -> None:
    """The first versions, and a draft of a new one that waits for a second person."""
    letter_rules.rules_on(clock.today())
    kind = LetterRule.DecisionType.PARTICIPATION_END
    now = letter_rules.rule_row(kind, world.today)
    letter_rules.draft_rule(
        decision_type=kind,
        appealable=True,
        weeks=now.weeks,
        text_nb=now.text_nb,
        text_nn=now.text_nn,
        law_reference=LAW,
        must_be_confirmed=True,
        valid_from=world.day(30),
        note="Utkast til hjemmel. Juristen må bekrefte den.",
        by=world.members["demo.marit"],
    )
