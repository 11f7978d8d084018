"""Names of codes and small pieces of bokmål that the sentences about courses are made of."""

import datetime as dt
from dataclasses import dataclass, field

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo.models import Occupation, Office, QualificationType, Sector
from courses.engines.fit import EDUCATION
from participants.models.mapping import Cefr, EducationLevel


@dataclass(frozen=True, slots=True)
class Names:
    """Names of the codes that sentences speak of. Four queries; a missing code stands as itself."""

    occupations: dict[str, str] = field(default_factory=dict)
    qualifications: dict[str, str] = field(default_factory=dict)
    sectors: dict[str, str] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Names":
        """All names; reference data is small."""
        return cls(
            occupations=dict(Occupation.objects.order_by().values_list("code", "title")),
            qualifications=dict(QualificationType.objects.order_by().values_list("code", "name")),
            sectors=dict(Sector.objects.order_by().values_list("code", "name")),
            offices={str(pk): name for pk, name in Office.objects.order_by().values_list("pk", "name")},
        )

    def occupation(self, code: str) -> str:
        return lower_first(self.occupations.get(code, code))

    def qualification(self, code: str) -> str:
        return lower_first(self.qualifications.get(code, code))


def lower_first(text: str) -> str:
    """For a name inside a sentence; words in capitals stay."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    return text[:1].upper() + text[1:]


def join_words(words, last: str = "") -> str:
    """ "a, b og c"; `last` is the word before the last one, "og" by default."""
    words = [str(word) for word in words]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last or _('og')} {words[-1]}"


def date_words(value) -> str:
    """ "3. mars 2025" of a date, or of the text a stored reason holds."""
    if isinstance(value, str):
        value = dt.date.fromisoformat(value)
    return date_format(value, "j. F Y")


SKILL_WORDS = {
    "oral": lambda: _("muntlig norsk"),
    "listening": lambda: _("norsk lytteforståelse"),
    "reading": lambda: _("norsk leseforståelse"),
    "writing": lambda: _("skriftlig norsk"),
    "written": lambda: _("skriftlig norsk (lese og skrive)"),
}
SOURCE_WORDS = {"documented": lambda: _("dokumentert med prøve"), "assessed": lambda: _("vurdert av veileder")}
SHIFT_WORDS = {"evenings": lambda: _("kveld"), "nights": lambda: _("natt"), "weekends": lambda: _("helg")}
UNKNOWN_WORDS = {
    "education": lambda: _("Utdanningen er ikke kartlagt."),
    "experience": lambda: _("Arbeidserfaringen er ikke kartlagt."),
    "certificate": lambda: _("Bevis og sertifikater er ikke kartlagt."),
    "hours": lambda: _("Hvor mange timer i uka som passer, er ikke kartlagt."),
    "goal": lambda: _("Ønskede yrker er ikke registrert."),
    "judged": lambda: _("Veileder har ikke tatt stilling til dette."),
}


def level_words(level: str) -> str:
    """A CEFR code as it is read: "A2", "under A1"."""
    return lower_first(str(Cefr(level).label)) if level == Cefr.BELOW_A1 else str(Cefr(level).label)


def education_words(place: int) -> str:
    return lower_first(str(EducationLevel(EDUCATION[place]).label))


def span(months: int) -> str:
    """ "1 måned", "18 måneder", "7 år", "2 år og 6 måneder": from two years on told in years."""
    years, rest = divmod(months, 12)
    if months < 24:
        return ngettext("%(n)d måned", "%(n)d måneder", months) % {"n": months}
    text = _("%(n)d år") % {"n": years}
    if not rest:
        return text
    return _("%(years)s og %(months)s") % {
        "years": text, "months": ngettext("%(n)d måned", "%(n)d måneder", rest) % {"n": rest},
    }  # fmt: skip


def amount(number: float) -> str:
    """A number of hours without a needless decimal, with a comma."""
    return f"{number:g}".replace(".", ",")


FORM_WORDS = {
    "permanent": lambda: _("fast jobb"),
    "temporary": lambda: _("vikariat"),
    "on_call": lambda: _("ringevakter"),
}
