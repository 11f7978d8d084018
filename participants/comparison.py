"""What two versions of a mapping or an aim say, as text for a reader, and where they differ."""

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import clock
from amo.versions import Change, display, text_of
from participants.models import Aim, HeldCertificate, Mapping, WorkExperience
from participants.models.mapping import EvidenceSource

SKIPPED = frozenset({"id", "participant", "number", "is_current", "created_by", "created_at", "read_to_person_on"})
SKILL_LABELS = {
    "oral": gettext_lazy("Muntlig"),
    "listening": gettext_lazy("Lytte"),
    "reading": gettext_lazy("Lese"),
    "writing": gettext_lazy("Skrive"),
    "written": gettext_lazy("Skriftlig (gammel prøve)"),
}
SHIFTS = (
    ("evenings", gettext_lazy("kveld")),
    ("nights", gettext_lazy("natt")),
    ("weekends", gettext_lazy("helg")),
    ("daytime_only", gettext_lazy("nei, bare dagtid")),
)
"""Besides the day, or the answer that it is the day alone. None of them: not known."""
PLAIN_BEFORE = ("education_level", "education_field", "education_sector", "education_country", "education_recognition")
PLAIN_AFTER = ("available_from", "can_move", "digital_skills", "needs_adaptation", "adaptation_text", "summary")


@dataclass(frozen=True)
class Parts:
    """A mapping that is stored or only typed: its fields and the rows that belong to it."""

    mapping: Mapping
    experiences: Collection[WorkExperience]
    certificates: Collection[HeldCertificate]
    offices: Collection

    @classmethod
    def of(cls, mapping: Mapping) -> "Parts":
        """A stored mapping's."""
        return cls(mapping, mapping.experiences.all(), mapping.certificates.all(), mapping.reachable_offices.all())

    def texts(self) -> dict[str, tuple[str, str]]:
        """{part: (label, text)} in the form's order; the text is empty for what is not known."""
        mapping = self.mapping
        found = {skill: (str(label), skill_text(mapping, skill)) for skill, label in SKILL_LABELS.items()}
        found |= {name: _plain(mapping, name) for name in PLAIN_BEFORE}
        found |= {
            "experiences": (_("Arbeidserfaring"), self._jobs()),
            "certificates": (_("Bevis og sertifikater"), "; ".join(sorted(map(certificate_text, self.certificates)))),
            "hours_available": _plain(mapping, "hours_available"),
            "shifts": (_("Kan arbeide utenom dagtid"), shift_text(mapping)),
            "reachable_offices": (_("Kan reise til"), ", ".join(sorted(str(office) for office in self.offices))),
        }
        return found | {name: _plain(mapping, name) for name in PLAIN_AFTER}

    def _jobs(self) -> str:
        if not self.experiences and self.mapping.no_jobs:
            return _("Har ikke hatt jobb")
        return "; ".join(map(experience_text, self.experiences))


def _plain(mapping: Mapping, name: str) -> tuple[str, str]:
    label = str(Mapping._meta.get_field(name).verbose_name).capitalize()
    return label, "" if getattr(mapping, name) is False and name != "can_move" else display(mapping, name)


def mapping_changes(old: Mapping | None, new: Mapping | None) -> list[Change]:
    """The parts that differ: fields, jobs, certificates and offices; None counts as everything empty."""
    before, after = (Parts.of(one).texts() if one else {} for one in (old, new))
    changes = []
    for part in after or before:
        label, then = before.get(part, ("", ""))
        label, now = after.get(part, (label, ""))
        if then != now:
            changes.append(Change(part, label, then, now))
    return changes


def skill_text(mapping: Mapping, skill: str) -> str:
    """ "B1, dokumentert: Norskprøven 12.03.2025", "A2, vurdert av veileder", or empty when it is not known."""
    if not getattr(mapping, skill):
        return ""
    values = {
        "level": getattr(mapping, f"get_{skill}_display")(),
        "source": str(getattr(mapping, f"get_{skill}_source_display")()).lower(),
    }
    if getattr(mapping, f"{skill}_source") == EvidenceSource.DOCUMENTED and getattr(mapping, f"{skill}_test"):
        test = getattr(mapping, f"get_{skill}_test_display")()
        values["proof"] = " ".join(filter(None, [str(test), text_of(getattr(mapping, f"{skill}_tested_on"))]))
        return _("%(level)s, dokumentert: %(proof)s") % values
    return _("%(level)s, %(source)s") % values


def shift_text(mapping: Mapping) -> str:
    """ "kveld, helg": when she can work besides the day; "nei, bare dagtid"; empty when it is not known."""
    return ", ".join(str(label) for name, label in SHIFTS if getattr(mapping, name))


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


def duration_text(months: int) -> str:
    """ "18 md.", "2 år", "2 år og 6 md."."""
    years, rest = divmod(months, 12)
    if months < 24:
        return _("%(months)d md.") % {"months": months}
    if not rest:
        return _("%(years)d år") % {"years": years}
    return _("%(years)d år og %(months)d md.") % {"years": years, "months": rest}


def experience_text(experience: WorkExperience) -> str:
    """ "Renholder, 2 år, Norge (2021)"."""
    parts = [experience.title, duration_text(experience.months)]
    if experience.country:
        parts.append(experience.country)
    ended = f" ({experience.ended_year})" if experience.ended_year else ""
    return ", ".join(parts) + ended


def is_expired(certificate: HeldCertificate) -> bool:
    """Whether its last day has passed: it is kept, but counts as not held."""
    return certificate.valid_to is not None and certificate.valid_to < clock.today()


def certificate_text(certificate: HeldCertificate) -> str:
    """The certificate's name, with its last day when it has one, and whether that has passed."""
    if not certificate.valid_to:
        return str(certificate.qualification)
    values = {"name": certificate.qualification, "day": text_of(certificate.valid_to)}
    return _("%(name)s (utløpt %(day)s)") % values if is_expired(certificate) else _("%(name)s (til %(day)s)") % values


def aim_occupations(aim: Aim | None) -> str:
    """The occupations in her own order. For many aims at once, prefetch "occupations__occupation"."""
    if aim is None:
        return ""
    return ", ".join(str(row.occupation) for row in aim.occupations.all())
