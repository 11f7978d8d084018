"""Job offers, attests and referees, and the follow-up after the demo's latest classes (L8, L11).

Written through the app's own actions, with a random source of its own.
"""

import datetime as dt
import random

from django.core.exceptions import ValidationError

from amo import files
from courses.models import Enrolment
from participants.actions import record_contact
from placements import follow_up
from placements.actions import follow_up as after_course
from placements.actions import offers, references
from placements.models import Placement
from placements.protection import unprotected
from reporting.demo.employers import HIRES_NOBODY
from reporting.demo.lives import teacher_of
from reporting.demo.world import World

LATEST = 60
"""So many placements, the latest, have attests and offers: more would tell no more."""
TEXT = b"BT /F1 18 Tf 72 720 Td (Attest) Tj ET"
ATTEST = b"\n".join(
    [
        b"%PDF-1.4",
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj",
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj",
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj",
        b"4 0 obj<</Length %d>>stream\n%s\nendstream endobj" % (len(TEXT), TEXT),
        b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj",
        b"trailer<</Root 1 0 R>>",
        b"%%EOF",
    ]
)
HOURS = ("dagtid", "kveld og helg", "klokka 7–15", "turnus")


def build(world: World) -> None:
    """After classes, grants and the employment facts are there."""
    draw = random.Random(f"{world.seed}:job_offers")
    placements = list(
        Placement.objects.filter(starts_on__lte=world.day(-14), participant__address_protection="")
        .exclude(status=Placement.Status.CANCELLED)
        .filter(participant__is_shielded=False)
        .select_related("participant", "employer", "enrolment__intake__contract__concept")
        .order_by("-ends_on", "pk")[:LATEST]
    )
    for number, placement in enumerate(placements):
        by = teacher_of(world, placement.enrolment.intake)
        _references(world, draw, placement, by)
        if number % 4 == 1 and placement.employer.name != HIRES_NOBODY:
            _offer(world, draw, placement, by, number // 4)
    _attempts(world, draw)
    after_course.suggest(world.now)
    after_course.hand_over(world.now)


def _references(world: World, draw: random.Random, placement: Placement, by) -> None:
    """Asked for in the last week by most; some placements end soon and nobody has asked."""
    asked_on = min(placement.ends_on - dt.timedelta(days=draw.randint(3, 12)), world.day(-1))
    if asked_on < placement.starts_on or draw.random() < 0.3:
        return
    for kind in ("attest", "referee"):
        status = draw.choice(["asked", "received", "received", "refused"])
        answered_on = None if status == "asked" else min(asked_on + dt.timedelta(days=3), world.day(0))
        file = None
        if kind == "attest" and status == "received":
            file = files.Content("attest.pdf", ATTEST, files.PDF)
        references.save_reference(
            placement=placement, kind=kind, status=status, asked_on=asked_on, answered_on=answered_on, by=by,
            name=placement.mentor_name, phone=placement.mentor_phone if kind == "referee" else "", file=file, version=0,
        )  # fmt: skip


def _offer(world: World, draw: random.Random, placement: Placement, by, number: int) -> None:
    """In turn: yes, needs daytime, withdrawn when the wage subsidy was refused, waits for Nav, waits for her."""
    offered_on = max(min(placement.ends_on - dt.timedelta(days=5), world.day(-6)), placement.enrolment.starts_on)
    turn = number % 5
    terms = {
        "employer": placement.employer,
        "form": draw.choice(["temporary", "permanent"]),
        "fte_low": draw.choice([20, 50, 60, 80]),
        "hours": "kveld og helg" if turn == 1 else draw.choice(HOURS),
        "starts_on": max(placement.ends_on + dt.timedelta(days=1), offered_on),
        "offered_on": offered_on,
    }
    if turn in (2, 3):
        terms["condition"] = "wage_subsidy"
    offer = offers.register_offer(enrolment=placement.enrolment, placement=placement, by=by, **terms)
    answered_on = min(offered_on + dt.timedelta(days=4), world.today)
    caseworker = placement.participant.caseworker
    if turn == 0:
        try:
            offers.answer_offer(
                offer=offer, answer="accepted", answered_on=answered_on, found_through="placement_employer", by=by
            )
        except ValidationError:
            return
    elif turn == 1:
        note = "Alene med barn, trenger full stilling på dagtid."
        offers.answer_offer(offer=offer, answer="declined", reason="hours", note=note, answered_on=answered_on, by=by)
    elif turn == 2 and caseworker:
        text = "Rammen for lønnstilskudd er brukt opp i år."
        offer = offers.decide_condition(
            offer=offer, decision="refused", reason=text, decided_on=answered_on, by=caseworker
        )
        offers.answer_offer(offer=offer, answer="withdrawn", reason="condition", answered_on=answered_on, by=by)


def _attempts(world: World, draw: random.Random) -> None:
    """Two of three who are followed up now have been called."""
    found = unprotected(follow_up.over(Enrolment.objects.order_by("pk"), world.today))
    found = found.filter(follow_up.provider_has_her(world.today), in_work=False)
    for one in found.select_related("participant", "intake__contract"):
        days = (world.today - one.ends_on).days
        if draw.random() < 0.66 and days > 3:
            made_on = world.day(-draw.randint(1, min(days - 1, 20)))
            record_contact(
                participant=one.participant, made_on=made_on, channel="phone", reached=draw.random() < 0.7,
                by=teacher_of(world, one.intake),
            )  # fmt: skip
