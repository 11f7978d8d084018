"""What differs between two versions of a mapping or an aim, as text for a reader."""

from django.utils.translation import gettext as _

from amo.versions import Change, display, text_of
from participants.models import Aim, HeldCertificate, Mapping, WorkExperience

SKIPPED = frozenset({"id", "participant", "number", "is_current", "created_by", "created_at", "read_to_person_on"})


def mapping_changes(old: Mapping | None, new: Mapping | None) -> list[Change]:
    """Fields, jobs, certificates and offices that differ; `old` None counts as everything empty."""
    changes = _field_changes(Mapping, old, new)
    for name, label, texts in (
        ("experiences", _("Arbeidserfaring"), _experience_texts),
        ("certificates", _("Bevis og sertifikater"), _certificate_texts),
        ("reachable_offices", _("Kan reise til"), _office_texts),
    ):
        before, after = "; ".join(texts(old)), "; ".join(texts(new))
        if before != after:
            changes.append(Change(name, label, before, after))
    return changes


def aim_changes(old: Aim | None, new: Aim | None) -> list[Change]:
    """As mapping_changes, for the person's own aim."""
    changes = _field_changes(Aim, old, new)
    before, after = aim_occupations(old), aim_occupations(new)
    if before != after:
        changes.append(Change("occupations", _("Yrker"), before, after))
    return changes


def _field_changes(model, old, new) -> list[Change]:
    changes = []
    for field in model._meta.concrete_fields:
        if field.name in SKIPPED:
            continue
        before = display(old, field.name) if old else ""
        after = display(new, field.name) if new else ""
        if (getattr(old, field.attname, None) or None) != (
            getattr(new, field.attname, None) or None
        ) and before != after:
            changes.append(Change(field.name, str(field.verbose_name).capitalize(), before, after))
    return changes


def experience_text(experience: WorkExperience) -> str:
    """ "Renholder, 24 md., Norge (2021)"."""
    parts = [experience.title, _("%(months)d md.") % {"months": experience.months}]
    if experience.country:
        parts.append(experience.country)
    ended = f" ({experience.ended_year})" if experience.ended_year else ""
    return ", ".join(parts) + ended


def certificate_text(certificate: HeldCertificate) -> str:
    """The certificate's name, with its last day when it has one."""
    if certificate.valid_to:
        return _("%(name)s (til %(day)s)") % {"name": certificate.qualification, "day": text_of(certificate.valid_to)}
    return str(certificate.qualification)


def aim_occupations(aim: Aim | None) -> str:
    """The occupations in her own order. For many aims at once, prefetch "occupations__occupation"."""
    if aim is None:
        return ""
    return ", ".join(str(row.occupation) for row in aim.occupations.all())


def _experience_texts(mapping: Mapping | None) -> list[str]:
    return [experience_text(row) for row in mapping.experiences.all()] if mapping else []


def _certificate_texts(mapping: Mapping | None) -> list[str]:
    return [certificate_text(row) for row in mapping.certificates.all()] if mapping else []


def _office_texts(mapping: Mapping | None) -> list[str]:
    return [str(office) for office in mapping.reachable_offices.all()] if mapping else []
