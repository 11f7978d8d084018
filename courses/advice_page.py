"""What the advice page shows: groups of cards, the filter, and the answer "Ikke AMO nå" (P6, P10, C4, C8)."""

import datetime as dt
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, panels
from amo.models import Membership
from courses import words
from courses.advice_cards import PERSONAL, PERSONAL_WARNINGS, Card, Writer, cards, kept, written
from courses.advice_data import Advised
from courses.advice_wait import expected_start
from courses.models import ChecklistAnswer
from participants.models import Measure, Participant

WHOLE_SHOWN = 5
"""Cards told whole, in the page's order: as many as an application has wishes, and the page stays light. Others are brief."""

GROUP_SHOWN = 8
"""Cards of a group until somebody asks for more of it."""

OPENED_SHOWN = 40
"""Cards of the group that is opened: a page over all counties has an end."""

GROUP_CODES = ("recommended", "wanted_but", "blocked", "not_fit")
"""The groups in the page's order."""

IN_FULL = ("recommended", "wanted_but")
"""Groups whose cards tell of jobs and results; the others say in short what speaks against."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the advice is looked at: words in the course's name, only with room, in which order, more of one group."""

    text: str = ""
    only_free: bool = False
    by_start: bool = False
    opened: str = ""


def context(
    advised: Advised, participant: Participant, membership: Membership, choice: Choice, *, mapped: bool = True
) -> dict:
    """The page's groups, the answer "Ikke AMO nå", what is said once about the person, and what to keep of it.

    mapped False: the answer is to map her first, so no course is judged.
    """
    chosen = _chosen(advised, choice)
    by_group = {code: [card for card in chosen if card.group == code] for code in GROUP_CODES}
    # The group that somebody opened is the one to talk through.
    order = sorted(GROUP_CODES, key=lambda code: code != choice.opened)
    whole = {card.concept.pk for card in [card for code in order for card in by_group[code]][:WHOLE_SHOWN]}
    shown = {
        code: found[: OPENED_SHOWN if code == choice.opened else GROUP_SHOWN]
        for code, found in by_group.items()
        if found
    }
    more = {code: len(by_group[code]) - len(found) for code, found in shown.items()}
    with_results = [card.concept.pk for code in IN_FULL for card in by_group[code] if card.concept.pk in whole]
    results = panels.collect("concept.results", membership, with_results)
    names = words.Names.load()
    answers = _answers(participant, [card.concept.pk for found in shown.values() for card in found])
    writer = Writer(advised, participant, names, answers, mapped)
    ready = {
        code: [
            written(card, writer, results.get(card.concept.pk, ())) | {"whole": card.concept.pk in whole}
            for card in found
        ]
        for code, found in shown.items()
    }
    tried = _tried(participant)
    not_now = _not_now(advised, names, tried) if mapped else None
    instead = _ways(advised.advice.instead, names, tried)
    own_trade = _own_trade(advised, names, tried, [*(not_now["ways"] if not_now else instead)]) if mapped else None
    personal_warnings, personal_stops = _personal_warnings(advised, writer), _personal_stops(advised, writer)
    return {
        "groups": _groups(ready, more, choice.opened, mapped=mapped, stopped=bool(personal_stops)),
        "personal_stops": personal_stops,
        "personal_warnings": personal_warnings,
        "instead": instead,
        "own_trade": own_trade,
        "not_now": not_now,
        "can_apply": any(row["open"] for found in ready.values() for card in found for row in card["intakes"]),
        "policy_version": advised.advice.policy.version,
        "courses_found": len(chosen),
        "keep": _keep(ready, more, choice, not_now, personal_warnings)
        | ({"own_trade": _plain_ways(own_trade)} if own_trade else {})
        | ({"instead": [way["text"] for way in instead]} if instead and not not_now else {}),
    }


def _chosen(advised: Advised, choice: Choice) -> list[Card]:
    """The cards that the filter lets through, in the order asked for."""
    found = cards(advised)
    text = choice.text.casefold()
    found = [card for card in found if text in card.concept.title.casefold()]
    if not (choice.only_free or choice.by_start):
        return found
    expected = {card.concept.pk: expected_start(card.lines, advised) for card in found}
    if choice.only_free:
        found = [card for card in found if expected[card.concept.pk]["free"]]
    if choice.by_start:
        found.sort(key=lambda card: expected[card.concept.pk]["starts_on"] or dt.date.max)
    return found


def _groups(ready: dict, more: dict, opened: str, *, mapped: bool, stopped: bool) -> list[dict]:
    """The groups that have cards, in the page's order; `folded` ones are opened by whoever wants to.

    stopped: something above the list stops every course.
    """
    anything = any(ready.get(group) for group in IN_FULL)
    against = _("Under hvert kurs står det hva som taler mot.")
    needed = _("Under hvert kurs står det hva som må til.")
    if not mapped:
        against = _("Ingen kurs er vurdert før brukeren er kartlagt.")
    if stopped:
        needed = _("Det som står øverst på siden, må ordnes før noe kurs kan søkes.")
    titles = (
        ("recommended", _("Kurs å snakke om"), ""),
        ("wanted_but", _("Ønsket, men …"), against),
        ("blocked", _("Kan ikke søkes inn nå"), needed),
        ("not_fit", _("Passer ikke nå"), against),
    )
    return [
        {
            "code": code,
            "title": title,
            "text": text,
            "cards": ready[code],
            "count": len(ready[code]) + more[code],
            "more": more[code],
            "opened": code == opened,
            "in_full": code in IN_FULL,
            "folded": code == "not_fit" and anything and code != opened,
        }
        for code, title, text in titles
        if ready.get(code)
    ]


def _answers(participant: Participant, concept_ids) -> dict[str, ChecklistAnswer]:
    """{item's primary key as text: the caseworker's answer}."""
    answers = ChecklistAnswer.objects.filter(participant=participant, item__concept__in=concept_ids)
    return {str(answer.item_id): answer for answer in answers.select_related("answered_by__user")}


def _personal_stops(advised: Advised, writer: Writer) -> list[dict]:
    """What stops every course, whatever it is."""
    found = {stop.code: stop for line in advised.lines() for stop in line.stops if stop.code in PERSONAL}
    return [writer.reason(found[code]) for code in PERSONAL if code in found]


def _not_now(advised: Advised, names, tried: dict) -> dict | None:
    """ "Ikke AMO nå": why, and the other ways, each with the code it can be made a task by."""
    found = advised.advice.not_amo_now
    if found is None:
        return None
    return {
        "reasons": [words.sentence(reason, names) for reason in found.reasons],
        "ways": _ways(found.other_ways, names, tried),
    }


def _own_trade(advised: Advised, names, tried: dict, told: list[dict]) -> dict | None:
    """Other ways to a trade she has and aims for; those told of already elsewhere on the page stand there."""
    found = advised.advice.own_trade
    if found is None:
        return None
    codes = {way["code"] for way in told}
    ways = [way for way in _ways(found.ways, names, tried) if way["code"] not in codes]
    return {"reasons": [words.sentence(found.reason, names)], "ways": ways} if ways else None


def _plain_ways(found: dict) -> dict:
    """Reasons and ways as they were read, without what a task is made by."""
    return {"reasons": found["reasons"], "ways": [way["text"] for way in found["ways"]]}


def _ways(ways, names, tried: dict) -> list[dict]:
    return [
        {"code": way.code, "text": " ".join(filter(None, [words.sentence(way, names), tried.get(way.code)]))}
        for way in ways
    ]


def _tried(participant: Participant) -> dict[str, str]:
    """{way: that she has had it, and what came of the last one}, from measures held elsewhere. One query."""
    codes = {Measure.Kind.WAGE_SUBSIDY: "wage_subsidy", Measure.Kind.PLACEMENT: "work_practice"}
    rows = participant.measures.filter(kind__in=codes, ends_on__lt=clock.today()).order_by("ends_on", "pk")
    found = {}
    for row in rows:
        text = _("Brukeren har hatt det før, sist til %(day)s, uten at det førte til jobb.")
        if row.ended_in_work is not False:
            text = _("Brukeren har hatt det før, sist til %(day)s.")
        found[codes[row.kind]] = text % {"day": date_format(row.ends_on)}
    return found


def _personal_warnings(advised: Advised, writer: Writer) -> list[dict]:
    """Warnings that are the same for every course."""
    found = {one.code: one for line in advised.lines() for one in line.warnings if one.code in PERSONAL_WARNINGS}
    return [writer.reason(found[code]) for code in PERSONAL_WARNINGS if code in found]


def _keep(ready: dict, more: dict, choice: Choice, not_now: dict | None, warnings: list[dict]) -> dict:
    """What the page shows, for `store_shown`."""
    if not_now:
        not_now = _plain_ways(not_now)
    return {
        "courses": [kept(card) for group in ready.values() for card in group],
        "more": sum(more.values()),
        "not_now": not_now,
        "warnings": [reason["text"] for reason in warnings],
        "search": choice.text,
        "only_free": choice.only_free,
    }
