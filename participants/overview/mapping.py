"""A mapping as label and value, for the person page and the mapping's own."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants import comparison
from participants.models import Mapping

SKILL_LABELS = (
    ("oral", gettext_lazy("Muntlig")),
    ("listening", gettext_lazy("Lytte")),
    ("reading", gettext_lazy("Lese")),
    ("writing", gettext_lazy("Skrive")),
    ("written", gettext_lazy("Skriftlig (gammel prøve)")),
)


def skill_text(mapping: Mapping, skill: str) -> str:
    """ "B1, dokumentert med prøve", or empty when it is not known."""
    if not getattr(mapping, skill):
        return ""
    level = getattr(mapping, f"get_{skill}_display")()
    return f"{level}, {str(getattr(mapping, f'get_{skill}_source_display')()).lower()}"


def mapping_facts(mapping: Mapping, *, brief: bool = False, adaptation: bool = True) -> list[tuple[str, str]]:
    """A mapping as (label, value). `brief` leaves out what is not known; `adaptation` False hides its text."""
    rows = [(label, skill_text(mapping, skill)) for skill, label in SKILL_LABELS]
    tested = " ".join(filter(None, [mapping.norwegian_test, comparison.text_of(mapping.norwegian_tested_on)]))
    education = [mapping.get_education_level_display() if mapping.education_level else "", mapping.education_field]
    education += [mapping.education_country]
    if mapping.education_recognised is not None:
        education.append(_("godkjent i Norge") if mapping.education_recognised else _("ikke godkjent i Norge"))
    choices = (("evenings", _("kveld")), ("nights", _("natt")), ("weekends", _("helg")))
    shifts = [label for name, label in choices if getattr(mapping, name)]
    jobs = [comparison.experience_text(row) for row in mapping.experiences.all()]
    held = [comparison.certificate_text(row) for row in mapping.certificates.all()]
    rows += [
        (_("Norskprøve"), tested),
        (_("Utdanning"), ", ".join(filter(None, education))),
        (_("Arbeidserfaring"), "; ".join(jobs)),
        (_("Bevis og sertifikater"), "; ".join(held)),
        (_("Timer i uka"), comparison.text_of(mapping.hours_available)),
        (_("Kan arbeide"), ", ".join([_("dag"), *shifts])),
        (_("Kan starte fra"), comparison.text_of(mapping.available_from)),
        (_("Kan reise til"), ", ".join(str(office) for office in mapping.reachable_offices.all())),
        (_("Kan flytte"), comparison.text_of(mapping.can_move)),
        (_("Digitale ferdigheter"), mapping.get_digital_skills_display() if mapping.digital_skills else ""),
        (_("Trenger tilrettelegging"), comparison.text_of(mapping.needs_adaptation)),
    ]  # fmt: skip
    if adaptation and mapping.adaptation_text:
        rows.append((_("Hva som må tilrettelegges"), mapping.adaptation_text))
    rows.append((_("Oppsummering"), mapping.summary))
    return [row for row in rows if row[1]] if brief else rows
