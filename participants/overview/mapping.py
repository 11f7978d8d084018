"""A mapping as label and value, for the person page and the mapping's own."""

from django.utils.translation import gettext as _

from participants import comparison
from participants.models import Mapping
from participants.models.mapping import Recognition

SKILL_LABELS = tuple(comparison.SKILL_LABELS.items())


def mapping_facts(mapping: Mapping, *, brief: bool = False, adaptation: bool = True) -> list[tuple[str, str]]:
    """A mapping as (label, value). `brief` leaves out what is not known; `adaptation` False hides its text."""
    rows = [(label, comparison.skill_text(mapping, skill)) for skill, label in SKILL_LABELS]
    rows = [row for row in rows if row[1] or row[0] != comparison.SKILL_LABELS["written"]]
    jobs = [comparison.experience_text(row) for row in mapping.experiences.all()]
    held = [comparison.certificate_text(row) for row in mapping.certificates.all()]
    rows += [
        (_("Utdanning"), _education(mapping)),
        (_("Arbeidserfaring"), "; ".join(jobs)),
        (_("Bevis og sertifikater"), "; ".join(held)),
        (_("Timer i uka"), comparison.text_of(mapping.hours_available)),
        (_("Kan arbeide"), ", ".join(filter(None, [_("dag"), comparison.shift_text(mapping)]))),
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


def _education(mapping: Mapping) -> str:
    """ "Fagbrev eller yrkesskole, sveis, Polen, ikke godkjent i Norge"."""
    recognition = {
        Recognition.YES: _("godkjent i Norge"),
        Recognition.APPLIED: _("har søkt om godkjenning"),
        Recognition.NO: _("ikke godkjent i Norge"),
    }.get(mapping.education_recognition, "")
    level = mapping.get_education_level_display() if mapping.education_level else ""
    sector = str(mapping.education_sector) if mapping.education_sector_id and not mapping.education_field else ""
    return ", ".join(filter(None, [level, mapping.education_field or sector, mapping.education_country, recognition]))
