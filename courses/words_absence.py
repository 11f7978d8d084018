"""Plain bokmål for what the absence engine sees: what was seen, and what to ask (K1)."""

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courses.engines import absence as engine
from courses.models import AbsenceWarning

Rule = AbsenceWarning.Rule


def task_title(rule: str) -> str:
    """The task's title; it names nobody."""
    titles = {
        Rule.NOT_REPORTED: _("Ta kontakt om fravær som ikke er meldt"),
        Rule.LOW_SHARE: _("Ta kontakt om lavt oppmøte på kurset"),
        Rule.WEEKDAY: _("Ta kontakt om fravær på samme ukedag"),
    }
    return titles[rule]


def seen(warning: AbsenceWarning) -> str:
    """One sentence of what was seen."""
    away = len(warning.days)
    values = {
        "n": away,
        "counted": warning.counted,
        "first": date_format(warning.first_day, "j. F"),
        "last": date_format(warning.last_day, "j. F"),
        "weeks": engine.NOT_REPORTED_WEEKS,
    }
    if warning.rule == Rule.NOT_REPORTED:
        return (
            ngettext(
                "Borte uten å melde fra %(n)d dag i de første %(weeks)d ukene.",
                "Borte uten å melde fra %(n)d dager i de første %(weeks)d ukene.",
                away,
            )
            % values
        )
    if warning.rule == Rule.LOW_SHARE:
        return _("Borte %(n)d av %(counted)d kursdager, %(first)s–%(last)s.") % values
    values["weekday"] = date_format(warning.days[0], "l")
    return _("Borte %(n)d av %(counted)d ganger på samme ukedag (%(weekday)s), %(first)s–%(last)s.") % values


def questions(rule: str) -> list[str]:
    """What to ask her, openly and never about a diagnosis."""
    common = _("Er det noe kurset, Nav eller arbeidsgiveren kan gjøre for at det blir lettere å møte?")
    asked = {
        Rule.NOT_REPORTED: [
            _("Vet du hvordan du melder fra når du ikke kan komme, og hvem du skal si fra til?"),
            _("Er det noe som gjorde at du ikke fikk meldt fra?"),
            _("Er kurset slik du trodde det skulle være?"),
        ],
        Rule.LOW_SHARE: [
            _("Hva gjør det vanskelig å komme? Spør ikke etter diagnose."),
            _("Passer tidene med reisevei, barn og andre plikter?"),
            _("Er undervisningen for vanskelig eller for lett?"),
        ],
        Rule.WEEKDAY: [
            _("Er det noe som skjer akkurat denne dagen: reise, barn, en annen avtale?"),
            _("Kan ukeplanen flyttes for deg?"),
        ],
    }
    return [*asked[rule], common]
