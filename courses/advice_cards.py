"""One course for one person, in words: the card of the advice page, and what is kept of it (P6, C4, C8)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.urls import reverse
from django.utils.translation import gettext as _

from courses import words
from courses.advice_data import Advised
from courses.advice_wait import expected_start
from courses.engines.advice import GROUPS, AdviceLine, Reason
from courses.models import ChecklistItem, Concept
from courses.words_base import FORM_WORDS, amount, join_words, lower_first, upper_first
from courses.words_hiring import lacking, outlooks
from participants.models import Participant

PERSONAL = ("not_registered", "need_not_assessed")
"""Stops that hold for every course: said once, above the list."""

PERSONAL_WARNINGS = ("courses_without_work",)
"""Warnings that hold for every course: said once, above the list."""

ALREADY_WARNED = ("demand_saturated", "demand_tight", *PERSONAL_WARNINGS)
"""Warnings that are not repeated among the card's own: told with their numbers elsewhere on the page."""

FULL_TIME = 35
"""Hours a week that she can work, from which she is told of courses that mostly lead to part-time work."""

INTAKES_SHOWN = 3
CHANGED_IN = {
    "not_registered": "participants:edit",
    "need_not_assessed": "participants:edit",
    "norwegian_below": "participants:mapping",
    "norwegian_unknown": "participants:mapping",
    "outside_hours": "participants:mapping",
    "outside_shifts": "participants:mapping",
    "shifts_unknown": "participants:mapping",
    "registration_ends": "participants:edit",
    "outside_districts": "participants:mapping",
    "overlapping_measure": "participants:detail",
}
"""The page where what a reason speaks of is changed."""

LINK_WORDS = {
    "participants:edit": lambda: _("Rediger opplysninger"),
    "participants:mapping": lambda: _("Oppdater kartleggingen"),
    "participants:detail": lambda: _("Se kurs og tiltak"),
}


@dataclass
class Card:
    """One course for one person, with its classes; `line` is the best of them."""

    concept: Concept
    line: AdviceLine
    lines: list[AdviceLine] = field(default_factory=list)

    @property
    def group(self) -> str:
        """Group on the page: what she has not wished for herself and does not fit stands apart."""
        return "not_fit" if self.line.group == "wanted_but" and not self.line.wished else self.line.group


@dataclass(frozen=True)
class Writer:
    """What every card of a page is written from. mapped False: nothing is known of her, so nothing is judged."""

    advised: Advised
    participant: Participant
    names: words.Names
    answers: Mapping[str, object]
    mapped: bool = True

    def reason(self, reason: Reason) -> dict:
        """A sentence with the page where it can be changed: {"code", "text", "url", "label"}."""
        route = CHANGED_IN.get(reason.code, "")
        return {
            "code": reason.code,
            "text": words.sentence(reason, self.names),
            "url": reverse(route, args=[self.participant.public_id]) if route else "",
            "label": LINK_WORDS[route]() if route else "",
        }

    def reasons(self, reasons, leave_out=()) -> list[dict]:
        return [self.reason(reason) for reason in reasons if reason.code not in leave_out]


def cards(advised: Advised, only: Collection[str] | None = None) -> list[Card]:
    """One card per course, in the best group that a class of it has, each group best first.

    only: keys of the classes that are told of; None for all of them.

    Classes that cannot be applied for yet stand in the same card, so that a course is never shown twice.
    """
    found: dict[str, Card] = {}
    for group in GROUPS:
        for line in getattr(advised.advice, group):
            if only is not None and line.intake.id not in only:
                continue
            card = found.get(line.concept.id)
            if card is None:
                card = found[line.concept.id] = Card(advised.concepts[line.concept.id], line)
            card.lines.append(line)
    return list(found.values())


def written(card: Card, writer: Writer, panel_list=()) -> dict:
    """The card as the template reads it."""
    line, concept = card.line, card.concept
    checklist = [_item(result, writer) for result in line.fit.items]
    lines = sorted(card.lines, key=lambda one: (one.intake.starts_on, one.intake.id))
    shared = _shared_stops(card.lines)
    return {
        "id": f"kurs-{concept.public_id}",
        "concept": concept,
        "title": concept.title,
        "url": reverse("courses:concept_detail", args=[concept.public_id]),
        "meta": _("%(county)s · %(weeks)d uker · %(hours)d timer i uka")
        % {"county": concept.county, "weeks": line.concept.weeks, "hours": line.concept.hours_per_week},
        "group": card.group,
        "band_code": line.band,
        **_tag(line, writer),
        "points": round(line.points),
        "wished": line.wished,
        "parts": [_part(part, writer.names) for part in line.parts],
        "market": " ".join(words.sentence(reason, writer.names) for reason in line.parts[1].reasons),
        "below": writer.reasons(line.below, () if writer.mapped else ("fit_below",)),
        "clarify": writer.reasons(line.clarify),
        "warnings": [
            *writer.reasons(
                _own_warnings(line), ALREADY_WARNED if writer.mapped else (*ALREADY_WARNED, "hiring_closed")
            ),
            *_opens_nothing(line, writer),
            *_part_time(writer, panel_list),
        ],
        "stops": writer.reasons(shared, PERSONAL),
        "hiring": _hiring(line, writer.names) if writer.mapped else [],
        "checklist": checklist,
        "judged": [item for item in checklist if item["answer_url"]],
        "expected": expected_start(lines, writer.advised),
        "intakes": [_intake(one, shared, writer) for one in lines[:INTAKES_SHOWN]],
        "more_intakes": max(0, len(lines) - INTAKES_SHOWN),
        "panel_list": panel_list,
    }


def _tag(line: AdviceLine, writer: Writer) -> dict:
    """The band, or why there is none to give: she is not mapped, or it is not the points that speak against."""
    if not writer.mapped:
        return {"band": _("Kartlegg først"), "band_color": "neutral"}
    if [reason.code for reason in line.below] == ["gives_nothing_new"]:
        return {"band": _("Gir ikke noe nytt"), "band_color": "warning"}
    return {"band": words.BAND_WORDS[line.band](), "band_color": words.BAND_COLORS[line.band]}


def _part(part, names) -> dict:
    return {
        "factor": part.factor,
        "label": words.FACTORS[part.factor](),
        "points": round(part.points),
        "maximum": part.weight,
        "text": " ".join(words.sentence(reason, names) for reason in part.reasons),
    }


def _own_warnings(line: AdviceLine) -> list[Reason]:
    """Closed jobs are warned about where none is open after the course (C4); else the table of jobs tells."""
    return [one for one in line.warnings if one.code != "hiring_closed" or not one.params["open"]]


def _opens_nothing(line: AdviceLine, writer: Writer) -> list[dict]:
    """What the table of jobs before and after shows, said: the course opens no form of employment that is closed to her."""
    if not writer.mapped or not line.hiring or "hiring_closed" in [one.code for one in _own_warnings(line)]:
        return []
    for one in line.hiring:
        now = {form.form for form in one.now if form.status != "closed"}
        if any(form.form not in now and (form.status != "closed" or form.if_passed) for form in one.at_end):
            return []
    text = _("Etter kravene til ansettelse åpner kurset ingen jobber som er stengt for brukeren i dag.")
    return [{"code": "opens_nothing", "text": text, "url": "", "label": ""}]


def _part_time(writer: Writer, panel_list) -> list[dict]:
    """The warning of one who can work full time where those before her mostly got less than half a post (C8).

    What the results say, in their own words: nothing is reckoned from it.
    """
    hours = writer.advised.person.hours_available if writer.advised.person else None
    if hours is None or hours < FULL_TIME:
        return []
    can = _("Brukeren kan arbeide %(hours)s timer i uka.") % {"hours": amount(hours)}
    found = [text for panel in panel_list if (text := panel.context.get("part_time"))]
    return [{"code": "part_time", "text": f"{text} {can}", "url": "", "label": ""} for text in found]


def _hiring(line: AdviceLine, names) -> list[dict]:
    """Per segment: open now, at the end if all goes to plan, and what she must get elsewhere than on the course."""
    found = outlooks(line.hiring, names)
    for one, outlook in zip(found, line.hiring, strict=True):
        one["missing"] = next(filter(None, (_still_missing(form, names) for form in outlook.at_end)), "")
    return found


def _still_missing(form, names) -> str:
    """ "Mangler fortsatt da for fast jobb: …" of one form of employment, or empty when nothing but the course is.

    With a test that the course offers named as such: it has to be passed as well.
    """
    if all(need.offered for need in form.missing):
        return ""
    return _("Mangler fortsatt da for %(form)s: %(what)s.") % {
        "form": FORM_WORDS[form.form](),
        "what": join_words(lower_first(line) for line in lacking(form, names)),
    }


def _shared_stops(lines: list[AdviceLine]) -> list[Reason]:
    """Stops that every class of the course has; the others are said beside the class."""
    first, *others = lines
    return [stop for stop in first.stops if all(stop in other.stops for other in others)]


def _item(result, writer: Writer) -> dict:
    """One checklist item with its answer, the evidence, and where a judged one is answered."""
    judged = result.item.kind == ChecklistItem.Kind.JUDGED
    answer = writer.answers.get(result.item.code)
    labels = {True: _("Oppfylt"), False: _("Ikke oppfylt"), None: _("Vet ikke")}
    args = [writer.participant.public_id, int(result.item.code)]
    return {
        "label": result.item.label,
        "weight": result.item.weight,
        "met": result.met,
        "answer": labels[result.met],
        "color": {True: "success", False: "neutral", None: "warning"}[result.met],
        "text": upper_first(words.evidence(result, writer.names)),
        "by": str(answer.answered_by.user) if answer else "",
        "code": result.item.code,
        "answer_url": reverse("courses:checklist_answer", args=args) if judged else "",
    }


def _intake(line: AdviceLine, shared: list[Reason], writer: Writer) -> dict:
    advised = writer.advised
    intake = advised.intakes[line.intake.id]
    own = [stop for stop in line.stops if stop not in shared]
    return {
        "intake": intake,
        "free": advised.free[intake.pk],
        "free_at_all": intake.free_places,
        "queue": advised.queue.get(intake.pk, 0),
        "open": not line.stops and intake.window_id is not None,
        "stops": [words.sentence(reason, writer.names) for reason in own if reason.code not in PERSONAL],
    }


def kept(card: dict) -> dict:
    """What is stored of a card: the sentences as they were read, with the course's id (see AdviceShown).

    A brief card told neither of points nor of jobs, and of one class only.
    """
    whole = card.get("whole", True)
    parts, hiring, intakes = (
        (card["parts"], card["hiring"], card["intakes"]) if whole else ((), (), card["intakes"][:1])
    )
    return {
        "concept": str(card["concept"].public_id),
        "title": card["title"],
        "county": str(card["concept"].county),
        "group": card["group"],
        "band": card["band_code"],
        # A brief card told of neither.
        "points": card["points"] if whole else None,
        "wished": card["wished"] if whole else None,
        "parts": [{key: part[key] for key in ("label", "points", "maximum", "text")} for part in parts],
        **{key: [reason["text"] for reason in card[key]] for key in ("below", "clarify", "warnings", "stops")},
        "outlook": card["concept"].outlook if whole else "",
        "hiring": [{key: one[key] for key in ("where", "now", "at_end", "missing")} for one in hiring],
        # A panel of another app says what it shows in a sentence; without one nothing is kept of it.
        "results": [str(panel.context["sentence"]) for panel in card["panel_list"] if panel.context.get("sentence")],
        "expected": card["expected"]["text"] if whole else "",
        "intakes": [
            {
                "intake": str(row["intake"].public_id),
                "starts_on": row["intake"].starts_on.isoformat(),
                "place": row["intake"].place,
                "free": row["free"],
                "queue": row["queue"],
            }
            for row in intakes
        ],
    }
