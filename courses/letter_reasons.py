"""Why an allocation gave her the place or not, as the letter tells it to her: "du", bokmål and nynorsk (A5).

What staff read about the same decision is `words_allocation`. Texts of a letter are never from the catalogues: what was
sent must not change with a translation (decision 24).
"""

from courses.models import AllocationDecision

Outcome = AllocationDecision.Outcome

TEXTS: dict[str, dict[str, str]] = {
    "points": {
        "nb": "Du hadde {total} poeng: {fit} for hvor godt kurset passer til det du trenger, {waiting} for ventetid og "
        "{refusals} for tidligere avslag. For kurs du har gått på før, er {courses} trukket fra.",
        "nn": "Du hadde {total} poeng: {fit} for kor godt kurset passar til det du treng, {waiting} for ventetid og "
        "{refusals} for tidlegare avslag. For kurs du har gått på før, er {courses} trekte frå.",
    },
    "order": {
        "nb": "Plassene er fordelt etter faste regler som er like for alle. To ansatte i Nav har kontrollert fordelingen.",
        "nn": "Plassane er fordelte etter faste reglar som er like for alle. To tilsette i Nav har kontrollert fordelinga.",
    },
    "minimum": {
        "nb": "Du fikk en av plassene som er satt av til Nav-kontoret ditt.",
        "nn": "Du fekk ein av plassane som er sette av til Nav-kontoret ditt.",
    },
    "maximum": {
        "nb": "Du fikk plass fordi du sto høyt nok i rekkefølgen, innenfor kvoten til Nav-kontoret ditt.",
        "nn": "Du fekk plass fordi du stod høgt nok i rekkjefølgja, innanfor kvoten til Nav-kontoret ditt.",
    },
    "over_quota": {
        "nb": "Du fikk en plass som ellers ville stått tom.",
        "nn": "Du fekk ein plass som elles ville ha stått tom.",
    },
    "placed": {
        "nb": "Du fikk plass fordi du sto høyt nok i rekkefølgen.",
        "nn": "Du fekk plass fordi du stod høgt nok i rekkjefølgja.",
    },
    "exception": {
        "nb": "Nav har gjort et unntak, slik at du får plassen. Begrunnelse: {reason}",
        "nn": "Nav har gjort eit unntak, slik at du får plassen. Grunngiving: {reason}",
    },
    "passed_over": {
        "nb": "Nav har gjort et unntak, slik at du ikke får plass på dette kurset. Begrunnelse: {reason}",
        "nn": "Nav har gjort eit unntak, slik at du ikkje får plass på dette kurset. Grunngiving: {reason}",
    },
    "own_office.one": {
        "nb": "Plassen for Nav-kontoret ditt gikk til {limit}.",
        "nn": "Plassen for Nav-kontoret ditt gjekk til {limit}.",
    },
    "own_office.many": {
        "nb": "De {n} plassene for Nav-kontoret ditt gikk til {limit}.",
        "nn": "Dei {n} plassane for Nav-kontoret ditt gjekk til {limit}.",
    },
    "outranked.one": {"nb": "Den ledige plassen gikk til {limit}.", "nn": "Den ledige plassen gjekk til {limit}."},
    "outranked.many": {
        "nb": "De {n} ledige plassene gikk til {limit}.",
        "nn": "Dei {n} ledige plassane gjekk til {limit}.",
    },
    "limit": {"nb": "søkere med minst {points} poeng", "nn": "søkjarar med minst {points} poeng"},
    "ahead": {
        "nb": "søkere som sto foran deg i rekkefølgen",
        "nn": "søkjarar som stod framfor deg i rekkjefølgja",
    },
    "own_taken": {
        "nb": "Plassene for Nav-kontoret ditt var allerede tatt eller tilbudt.",
        "nn": "Plassane for Nav-kontoret ditt var allereie tekne eller tilbodne.",
    },
    "other_minimum": {
        "nb": "Plassene gikk til Nav-kontorer som ikke hadde fått plassene som er satt av til dem.",
        "nn": "Plassane gjekk til Nav-kontor som ikkje hadde fått plassane som er sette av til dei.",
    },
    "other_quota": {
        "nb": "Plassene gikk til andre Nav-kontorer. Kontoret ditt har ingen plasser på dette kurset.",
        "nn": "Plassane gjekk til andre Nav-kontor. Kontoret ditt har ingen plassar på dette kurset.",
    },
    "by_exception": {
        "nb": "Plassene gikk til søkere som Nav gjorde unntak for.",
        "nn": "Plassane gjekk til søkjarar som Nav gjorde unntak for.",
    },
    "none_left": {
        "nb": "Det var ingen ledige plasser å fordele.",
        "nn": "Det var ingen ledige plassar å fordele.",
    },
    "tie.days_waiting": {
        "nb": "Den som har ventet lengst, går først når poengene er like.",
        "nn": "Den som har venta lengst, går først når poenga er like.",
    },
    "tie.submitted": {
        "nb": "Den som søkte først, går først når poengene er like.",
        "nn": "Den som søkte først, går først når poenga er like.",
    },
    "tie.lot": {
        "nb": "Når poeng, ventetid og søknadstid er like, blir det trukket lodd.",
        "nn": "Når poeng, ventetid og søknadstid er like, blir det trekt lodd.",
    },
}

WITHOUT_LIMIT = {"own_taken", "other_minimum", "other_quota"}
"""Reasons that are told without anybody's points."""


def why(decision: AllocationDecision, language: str) -> list[str]:
    """Paragraphs that explain a decision of the outcome placed or waiting, in "nb" or "nn"."""

    def say(key: str, **values) -> str:
        return TEXTS[key][language].format(**values)

    reason = decision.facts.get("exception", "")
    if decision.outcome == Outcome.PLACED:
        if decision.step == "exception":
            return [say("exception", reason=reason)]
        return [f"{say(decision.step or 'placed')} {_points(decision, say)}", say("order")]
    if decision.reason == "passed_over":
        return [say("passed_over", reason=reason)]
    return [" ".join([_full(decision, say), _points(decision, say), *_tie(decision, say)]), say("order")]


def _points(decision: AllocationDecision, say) -> str:
    points = {factor: decision.points.get(factor, 0) for factor in ("fit", "waiting", "refusals", "courses")}
    return say("points", total=sum(points.values()), **(points | {"courses": abs(points["courses"])}))


def _full(decision: AllocationDecision, say) -> str:
    """Who got the places instead; a limit that rests on one person is not told."""
    cut_off = decision.cut_off or {}
    if decision.reason in ("own_office", "outranked") and cut_off.get("places"):
        limit = say("limit", points=cut_off["points"]) if cut_off.get("printable") else say("ahead")
        number = "one" if cut_off["places"] == 1 else "many"
        return say(f"{decision.reason}.{number}", n=cut_off["places"], limit=limit)
    if decision.reason == "exception":
        return say("by_exception")
    return say(decision.reason if decision.reason in WITHOUT_LIMIT else "none_left")


def _tie(decision: AllocationDecision, say) -> list[str]:
    cut_off = decision.cut_off or {}
    return [say(f"tie.{cut_off['tie']}")] if cut_off.get("tie") and cut_off.get("printable") else []
