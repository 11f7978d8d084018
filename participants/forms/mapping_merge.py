"""A mapping that two people save at once: what the second changed, what the first changed, and who is to be kept (P1).

The unit of merging is a part of the mapping as the reader sees it (comparison.Parts): a skill with its test, the whole
list of jobs, one field. What only the first has changed is taken in; where both have, the second chooses.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.http import QueryDict

from amo import occupations
from participants import comparison, mapping_rules
from participants.comparison import Parts
from participants.models import Mapping
from participants.models.mapping import EvidenceSource

SKILL_ENDS = ("", "_source", "_test", "_tested_on")
ROWS = {"experiences": "jobs", "certificates": "held"}
MINE, THEIRS = "mine", "theirs"

Posted = dict[str, list[str]]


@dataclass(frozen=True)
class Choice:
    """A part that both have changed: which is to be kept? `name` is the radio buttons' name."""

    part: str
    label: str
    mine: str
    theirs: str

    @property
    def name(self) -> str:
        return choice_name(self.part)


@dataclass(frozen=True)
class Merged:
    """The parts to take over from the stored mapping without asking, (label, text), and those to ask about."""

    taken: dict[str, tuple[str, str]]
    choices: list[Choice]


def choice_name(part: str) -> str:
    """The name under which the choice for a part is posted."""
    return f"take-{part}"


def merge(opened: Mapping | None, stored: Mapping, typed: Parts) -> Merged:
    """Compare what she opened (None: nothing), what is stored now, and what she typed."""
    before = Parts.of(opened).texts() if opened else {}
    mine = typed.texts()
    taken, choices = {}, []
    for part, (label, now) in Parts.of(stored).texts().items():
        then, own = before.get(part, ("", ""))[1], mine[part][1]
        if now in (then, own):
            continue
        if own == then:
            taken[part] = (label, now)
        else:
            choices.append(Choice(part, label, own, now))
    return Merged(taken, choices)


def posted(parts: Parts) -> dict[str, Posted]:
    """{part: the form's fields as they would be posted} for a whole mapping."""
    mapping = parts.mapping
    found: dict[str, Posted] = {}
    for skill in mapping_rules.SKILLS:
        found[skill] = {f"{skill}{end}": [_text(getattr(mapping, f"{skill}{end}"))] for end in SKILL_ENDS}
        if found[skill][f"{skill}_source"] == [EvidenceSource.UNKNOWN]:
            found[skill][f"{skill}_source"] = [EvidenceSource.ASSESSED]  # what the form offers first
    for name in (*comparison.PLAIN_BEFORE, "hours_available", *comparison.PLAIN_AFTER):
        found[name] = {name: [_text(getattr(mapping, name))]}
    found["can_move"] = {"can_move": [{True: "yes", False: "no"}.get(mapping.can_move, "")]}
    found["education_sector"] = {"education_sector": [_text(mapping.education_sector_id)]}
    found["needs_adaptation"] = {"needs_adaptation": ["on"] if mapping.needs_adaptation else []}
    found["shifts"] = {"shifts": [name for name, _label in comparison.SHIFTS if getattr(mapping, name)]}
    found["reachable_offices"] = {"reachable_offices": [str(office.pk) for office in parts.offices]}
    found["experiences"] = {"no_jobs": ["on" if mapping.no_jobs else ""]} | _rows(
        "jobs",
        [
            {
                "occupation": occupations.label(job.occupation) if job.occupation else "",
                "title": job.title if not job.occupation or job.title != job.occupation.title else "",
                "months": comparison.duration_text(job.months),
                "ended_year": _text(job.ended_year),
                "country": job.country,
                "sector": _text(job.sector_id)
                if not job.occupation or job.sector_id != job.occupation.sector_id
                else "",
            }
            for job in parts.experiences
        ],
    )
    found["certificates"] = _rows(
        "held",
        [{"qualification": _text(row.qualification_id), "valid_to": _text(row.valid_to)} for row in parts.certificates],
    )
    return found


def put(data: QueryDict, part: str, fields: Posted) -> None:
    """Let a part of the posted data be these fields and nothing else."""
    prefix = ROWS.get(part)
    for name in [name for name in data if name in fields or (prefix and name.startswith(f"{prefix}-"))]:
        del data[name]
    for name, texts in fields.items():
        data.setlist(name, texts)


def _rows(prefix: str, rows: list[dict[str, str]]) -> Posted:
    found = {f"{prefix}-TOTAL_FORMS": [str(len(rows))], f"{prefix}-INITIAL_FORMS": ["0"]}
    for number, row in enumerate(rows):
        found |= {f"{prefix}-{number}-{name}": [text] for name, text in row.items()}
    return found


def _text(value) -> str:
    if value is None:
        return ""
    return f"{value.normalize():f}".replace(".", ",") if isinstance(value, Decimal) else str(value)
