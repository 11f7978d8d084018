"""Plain bokmål for what the advice engine answers: every code with its numbers becomes a sentence (P6, P10, C4, C5)."""

from django.utils.translation import gettext as _

from courses import words_hiring
from courses.engines.advice import Reason
from courses.engines.fit import NorwegianMinimum
from courses.facts_market import DEMAND_MONTHS, MIN_MONTHS
from courses.words_base import (
    FORM_WORDS,
    SHIFT_WORDS,
    SKILL_WORDS,
    SOURCE_WORDS,
    Names,
    amount,
    date_words,
    join_words,
    level_words,
    lower_first,
    span,
    upper_first,
)
from courses.words_checklist import evidence

__all__ = ["BAND_COLORS", "BAND_WORDS", "FACTORS", "Names", "evidence", "sentence"]

FACTORS = {
    "fit": lambda: _("Målgruppe"),
    "demand": lambda: _("Arbeidsmarked"),
    "progression": lambda: _("Bygger videre"),
    "wish": lambda: _("Eget ønske"),
}
BAND_WORDS = {
    "good": lambda: _("Passer godt"),
    "possible": lambda: _("Kan passe"),
    "poor": lambda: _("Passer dårlig"),
}
BAND_COLORS = {"good": "success", "possible": "warning", "poor": "neutral"}


def sentence(reason: Reason | dict, names: Names) -> str:
    """The sentence of a reason, or of a stored one ({"code", "params"}). Raises KeyError for an unknown code."""
    code, params = (reason["code"], reason["params"]) if isinstance(reason, dict) else (reason.code, reason.params)
    return SENTENCES[code](params, names)


def _fit(p, names):
    return _("Oppfyller %(met)d av %(of)d vektpoeng på sjekklista.") % {"met": p["met"], "of": p["of"]}


def _demand(p, names):
    values = {
        "occupation": upper_first(names.occupation(p["occupation"])),
        "openings": p["openings"],
        # Advice stored before the two were told apart has their sum.
        "completed": p.get("completed", p["trained"]),
        "planned": p.get("planned", 0),
    }
    text = (
        _(
            "%(occupation)s: %(openings)d ledige stillinger på tolv måneder. %(completed)d har nylig fullført kurs, og "
            "%(planned)d plasser er planlagt."
        )
        % values
    )
    if p.get("months", DEMAND_MONTHS) < DEMAND_MONTHS:
        text += " " + _("Stillingene er regnet om til et år fra %(n)d måneder.") % {"n": p["months"]}
    text += " " + _("Metning: %(share)s.") % {"share": _percent(p["saturation"])}
    if p["unemployed_per_opening"] is not None:
        text += " " + _("%(n)s arbeidsledige per ledig stilling.") % {
            "n": amount(round(p["unemployed_per_opening"], 1))
        }
    return text


def _demand_saturated(p, names):
    full = _("Mettet marked: flere utdannes på kurs enn det er ledige stillinger.")
    return f"{full} {_demand(p, names)}"


def _demand_tight(p, names):
    tight = _("Lite rom for flere i yrket brukeren ønsker: nesten like mange utdannes på kurs som det er stillinger.")
    return f"{tight} {_demand(p, names)}"


def _demand_unknown(p, names):
    if not p["occupation"]:
        return _("Ukjent etterspørsel: kurset har ingen yrker som det kan telles stillinger for. Regnes som middels.")
    values = {"occupation": names.occupation(p["occupation"])}
    if p["openings"] is None and 0 < p.get("months", 0) < MIN_MONTHS:
        return _(
            "Ukjent etterspørsel etter %(occupation)s: tall for bare %(months)d måneder er lest inn. Regnes som middels."
        ) % (values | {"months": p["months"]})
    if p["openings"] is None:
        return _("Ukjent etterspørsel etter %(occupation)s: tall mangler. Regnes som middels.") % values
    return (
        _("Ukjent etterspørsel etter %(occupation)s: under ti stillinger på tolv måneder. Regnes som middels.") % values
    )


def _continues_plan(p, names):
    return _("Fortsetter planen om å bli %(occupation)s.") % {"occupation": names.occupation(p["occupation"])}


def _continues_work(p, names):
    return _("Bygger på %(time)s arbeid i samme yrke eller bransje.") % {"time": span(p["months"])}


def _third_sector(p, names):
    found = [lower_first(names.sectors.get(code, code)) for code in p["sectors"] if code]
    return _("Ville bli enda en ny bransje etter %(sectors)s.") % {"sectors": join_words(found)}


def _wish_rank(p, names):
    return _("%(occupation)s er ønske nummer %(rank)d i eget mål.") % {
        "occupation": upper_first(names.occupation(p["occupation"])),
        "rank": p["rank"],
    }


def _percent(value: float) -> str:
    return f"{round(100 * value)} %"


def _fit_below(p, names):
    if "courses" in p:
        return _("%(n)d av %(of)d kurs har en målgruppe som ikke passer.") % {"n": p["courses"], "of": p["of"]}
    return _("Oppfyller bare %(value)s av sjekklista. Kurset foreslås fra %(floor)s.") % {
        "value": _percent(p["value"]),
        "floor": _percent(p["floor"]),
    }


def _demand_below(p, names):
    if "courses" in p:
        return _("%(n)d av %(of)d kurs leder til yrker der det utdannes mange i forhold til ledige stillinger.") % {
            "n": p["courses"],
            "of": p["of"],
        }
    # Not "few openings": a large market is full as well when as many are trained for it.
    return _("Det utdannes mange i forhold til ledige stillinger i yrkene kurset leder til.")


def _clearly_led(p, names):
    return _("%(points)d av 100 poeng. %(course)s har %(best)d og kan også søkes nå.") % {
        "points": p["points"],
        "course": p["concept"],
        "best": p["best"],
    }


def _too_young(p, names):
    return _("Deltakeren må ha fylt 19 år når kurset starter. Kan søkes inn på kurs som starter fra %(day)s.") % {
        "day": date_words(p["starts_from"])
    }


def _overlapping(p, names):
    label = p["label"] or _("et annet tiltak")
    if str(p["ends_on"]) >= "9999":
        return _("Er på %(label)s uten sluttdato. Må avsluttes før kurset starter.") % {"label": label}
    return _("Er på eller har takket ja til %(label)s fram til %(day)s. Velg et kurs som starter etter det.") % {
        "label": label,
        "day": date_words(p["ends_on"]),
    }


def _intake_closed(p, names):
    if p["deadline"]:
        return _("Kurset er ikke åpent for søknad nå. Søknadsfristen er %(day)s.") % {"day": date_words(p["deadline"])}
    return _("Kurset er ikke åpent for søknad nå.")


def _norwegian_below(p, names):
    if "courses" in p:
        return _("%(n)d av %(of)d kurs krever bedre norsk enn brukeren har nå.") % {"n": p["courses"], "of": p["of"]}
    text = _("%(skill)s er %(level)s (%(source)s), og kurset krever %(needed)s.") % {
        "skill": upper_first(SKILL_WORDS[p["skill"]]()),
        "level": level_words(p["level"]),
        "source": SOURCE_WORDS[p["source"]](),
        "needed": level_words(p["needed"]),
    }
    change = _("En prøve eller ny vurdering som viser %(needed)s, åpner for å søke.") % {
        "needed": level_words(p["needed"])
    }
    return " ".join(filter(None, [text, upper_first(p["reason"]), change]))


def _norwegian_unknown(p, names):
    text = _("%(skill)s må avklares: kurset krever %(needed)s.") % {
        "skill": upper_first(SKILL_WORDS[p["skill"]]()),
        "needed": level_words(p["needed"]),
    }
    return " ".join(filter(None, [text, upper_first(p["reason"])]))


def _outside_hours(p, names):
    return _("Kurset har %(needed)s timer i uka, brukeren kan %(hours)s.") % {
        "needed": amount(p["needed"]),
        "hours": amount(p["hours"]),
    }


def _shifts_unknown(p, names):
    return _("Vanlig arbeidstid er også %(shifts)s. Spør om brukeren kan det.") % {
        "shifts": join_words(SHIFT_WORDS[s]() for s in p["shifts"])
    }


def _registration_ends(p, names):
    return _("Registreringen som arbeidssøker går ut %(day)s, før kursstart. Den må fornyes før det.") % {
        "day": date_words(p["ends_on"])
    }


def _outside_shifts(p, names):
    return _("Vanlig arbeidstid er også %(shifts)s, og det kan brukeren ikke.") % {
        "shifts": join_words(SHIFT_WORDS[s]() for s in p["shifts"])
    }


def _courses_without_work(p, names):
    return _("%(n)d kurs det siste året uten at det førte til jobb. Snakk om hva som må til for at dette gjør det.") % {
        "n": p["courses"]
    }


def _gives_nothing_new(p, names):
    held = join_words(map(names.qualification, p["qualifications"]))
    return _("Har allerede %(held)s, som er det kurset gir. Snakk om hva et nytt kurs skal føre til.") % {"held": held}


def _nothing_new(p, names):
    return _("%(n)d av %(of)d kurs gir bare det brukeren har fra før.") % {"n": p["courses"], "of": p["of"]}


def _same_occupation_before(p, names):
    work = join_words((names.occupation(code) for code in p["occupations"]), _("eller"))
    return _("Har gått kurs til %(work)s før. Snakk om hva dette kurset skal gi som det forrige ikke ga.") % {
        "work": work
    }


def _outside_districts(p, names):
    return _("Kurset holdes i området til %(office)s, som brukeren ikke har sagt seg villig til å reise til.") % {
        "office": names.offices.get(p["district"], p["district"])
    }


def _hiring_closed(p, names):
    """ "Sykehjemmet, pleier: kan få ringevakter, ikke fast jobb etter kurset." of one segment."""
    values = {
        "employer": p["segment"],
        "occupation": names.occupation(p["occupation"]),
        "open": join_words(FORM_WORDS[form]() for form in p["open"]),
        "closed": join_words((FORM_WORDS[form]() for form in p["closed"]), _("eller")),
    }
    if p["open"]:
        text = _("%(employer)s, %(occupation)s: kan få %(open)s, ikke %(closed)s etter kurset.")
    elif len(p["closed"]) > 1:
        text = _("%(employer)s, %(occupation)s: får verken %(closed)s etter kurset.")
    else:
        text = _("%(employer)s, %(occupation)s: får ikke %(closed)s etter kurset.")
    text %= values
    if p["if_passed"]:
        passed = join_words(FORM_WORDS[form]() for form in p["if_passed"])
        text += " " + _("Bestått prøve på kurset åpner for %(forms)s.") % {"forms": passed}
    elif not p["open"] and p.get("nearest"):
        text += " " + _("Mangler: %(what)s.") % {"what": join_words(_needs(p["nearest"], names))}
    return text


def _needs(needs, names) -> list[str]:
    """The needs of `hiring_closed` in words, tests of one level together."""
    tests = [NorwegianMinimum(*need[0].split(":")) for need in needs if ":" in need[0]]
    return [*words_hiring.norwegian(tests), *(words_hiring.any_of(need, names) for need in needs if ":" not in need[0])]


def _own_trade(p, names):
    values = {"occupation": names.occupation(p["occupation"]), "time": span(p["months"])}
    if not p["months"]:
        return _("Har utdanning i faget og vil arbeide som %(occupation)s.") % values
    return _("Har %(time)s arbeid som %(occupation)s bak seg, og vil arbeide med det igjen.") % values


WAYS = {
    "complete_mapping": lambda p: _("Fullfør kartleggingen: noe av det kursene spør etter, er ikke kjent."),
    "norwegian_tuition": lambda p: _("Norskopplæring først."),
    "primary_school": lambda p: _("Grunnskole for voksne."),
    "upper_secondary": lambda p: _("Videregående opplæring for voksne."),
    "work_practice": lambda p: _("Arbeidstrening for å få erfaring og en referanse."),
    "vocational_certificate": lambda p: (
        _("Fagbrev på grunnlag av praksis: %(time)s arbeid er nok til å vurdere det.") % {"time": span(p["months"])}
    ),
    "wage_subsidy": lambda p: _("Lønnstilskudd hos en arbeidsgiver."),
    "recognition": lambda p: _(
        "Godkjenning av utdanningen hos HK-dir hvis den er fra utlandet, og autorisasjon der yrket krever det."
    ),
    "mentor": lambda p: _("Jobb i eget fag med mentor, og norsk på arbeidsplassen."),
}


def way(code: str) -> str:
    """Another way than a course as the title of a task. Raises KeyError for an unknown code."""
    titles = {
        "complete_mapping": _("Fullfør kartleggingen"),
        "norwegian_tuition": _("Søk om norskopplæring"),
        "primary_school": _("Søk om grunnskole for voksne"),
        "upper_secondary": _("Søk om videregående opplæring for voksne"),
        "work_practice": _("Finn plass til arbeidstrening"),
        "vocational_certificate": _("Undersøk fagbrev på grunnlag av praksis"),
        "wage_subsidy": _("Finn arbeidsgiver for lønnstilskudd"),
        "recognition": _("Undersøk godkjenning av utdanningen og autorisasjon"),
        "mentor": _("Finn arbeidsgiver i eget fag med mentor"),
    }
    return titles[code]


SENTENCES = {
    "fit": _fit,
    "demand": _demand,
    "demand_saturated": _demand_saturated,
    "demand_tight": _demand_tight,
    "demand_unknown": _demand_unknown,
    "continues_plan": _continues_plan,
    "continues_work": _continues_work,
    "continues_education": lambda p, names: _("Bygger på utdanningen."),
    "same_sector_as_earlier_course": lambda p, names: _("Samme bransje som et tidligere kurs."),
    "third_sector": _third_sector,
    "new_sector": lambda p, names: _("En ny bransje, uten mange bytter fra før."),
    "wish_rank": _wish_rank,
    "wish_none": lambda p, names: _("Ikke blant yrkene i eget mål."),
    "fit_below": _fit_below,
    "demand_below": _demand_below,
    "lowest_band": lambda p, names: _("%(points)d av 100 poeng, som er lavest av de tre nivåene.") % p,
    "clearly_led": _clearly_led,
    "too_young": _too_young,
    "not_registered": lambda p, names: _(
        "Er ikke registrert som arbeidssøker. Kan søkes inn når registreringen er på plass."
    ),
    "need_not_assessed": lambda p, names: _(
        "Behovet for kvalifisering er ikke vurdert. Kan søkes inn når vurderingen er skrevet med en begrunnelse."
    ),
    "overlapping_measure": _overlapping,
    "intake_closed": _intake_closed,
    "norwegian_below": _norwegian_below,
    "norwegian_unknown": _norwegian_unknown,
    "outside_hours": _outside_hours,
    "outside_shifts": _outside_shifts,
    "shifts_unknown": _shifts_unknown,
    "registration_ends": _registration_ends,
    "courses_without_work": _courses_without_work,
    "gives_nothing_new": _gives_nothing_new,
    "nothing_new": _nothing_new,
    "same_occupation_before": _same_occupation_before,
    "outside_districts": _outside_districts,
    "hiring_closed": _hiring_closed,
    "own_trade": _own_trade,
    "no_intakes": lambda p, names: _("Ingen kurs er åpne for søknad."),
    **{code: (lambda p, names, write=write: write(p)) for code, write in WAYS.items()},
}
