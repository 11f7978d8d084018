"""What the answer to a checklist item rests on, in plain bokmål (P6, A2)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.engines.fit import ItemResult
from courses.words_base import (
    SKILL_WORDS,
    SOURCE_WORDS,
    UNKNOWN_WORDS,
    Names,
    amount,
    date_words,
    education_words,
    join_words,
    level_words,
    upper_first,
)


def evidence(result: ItemResult, names: Names) -> str:
    """What the answer to one checklist item rests on."""
    params = result.evidence.params
    writer = EVIDENCE.get(result.evidence.code)
    return writer(params, names) if writer else ""


def _norwegian(p, names):
    return _("%(skill)s er %(level)s, %(source)s. Ønsket nivå er %(needed)s.") % {
        "skill": upper_first(SKILL_WORDS[p["skill"]]()),
        "level": level_words(p["level"]),
        "source": SOURCE_WORDS[p["source"]](),
        "needed": level_words(p["needed"]),
    }


def _education(p, names):
    return _("Høyeste utdanning er %(level)s. Ønsket er minst %(needed)s.") % {
        "level": education_words(p["level"]),
        "needed": education_words(p["needed"]),
    }


def _experience(p, names):
    months = ngettext("%(n)d måned erfaring.", "%(n)d måneder erfaring.", p["months"]) % {"n": p["months"]}
    return _("%(months)s Ønsket er minst %(needed)d.") % {"months": months, "needed": p["needed"]}


def _certificate(p, names):
    name = names.qualification(p["code"])
    if p["valid_to"]:
        return _("Har %(name)s, gyldig til %(day)s.") % {"name": name, "day": date_words(p["valid_to"])}
    return _("Har %(name)s.") % {"name": name}


def _certificate_expired(p, names):
    values = {"name": upper_first(names.qualification(p["code"])), "day": date_words(p["valid_to"])}
    return _("%(name)s går ut %(day)s, før kurset starter.") % values


def _certificate_missing(p, names):
    return _("Mangler %(names)s.") % {"names": join_words(map(names.qualification, p["any_of"]), _("eller"))}


def _hours(p, names):
    return _("Kan %(hours)s timer i uka. Ønsket er %(needed)s.") % {
        "hours": amount(p["hours"]),
        "needed": amount(p["needed"]),
    }


def _goal(p, names):
    return _("Vil bli %(occupation)s, ønske nummer %(rank)d.") % {
        "occupation": names.occupation(p["occupation"]),
        "rank": p["rank"],
    }


def _goal_absent(p, names):
    found = [names.occupation(code) for code in p["occupations"]]
    return _("Har ikke ført opp %(occupations)s blant yrkene i målet sitt.") % {
        "occupations": join_words(found, _("eller"))
    }


def _judged(p, names):
    return p["sentence"]


def _unknown(p, names):
    if p["what"] == "norwegian":
        return _("%(skill)s er ikke kjent.") % {"skill": upper_first(SKILL_WORDS[p["skill"]]())}
    if p["what"] == "judged" and p.get("sentence"):
        return _("Vet ikke: %(sentence)s") % {"sentence": p["sentence"]}
    return UNKNOWN_WORDS[p["what"]]()


EVIDENCE = {
    "norwegian": _norwegian,
    "education": _education,
    "experience": _experience,
    "certificate": _certificate,
    "certificate_missing": _certificate_missing,
    "certificate_expired": _certificate_expired,
    "hours": _hours,
    "goal": _goal,
    "goal_absent": _goal_absent,
    "judged": _judged,
    "unknown": _unknown,
}
