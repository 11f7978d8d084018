"""Steps worth putting in a plan, from what is known: what the mapping lacks, and what she aims for (P8).

Ready-made choices to tick in a meeting. They follow from facts about Norwegian, education, certificates, the aim, and
courses one after another without work, and from nothing else.
"""

import datetime as dt
from dataclasses import dataclass

from django.utils.translation import gettext as _

from amo import workdays
from amo.versions import text_of
from participants.mapping_gaps import gaps
from participants.models import Aim, Mapping, Participant, PlanStep, PortfolioRow
from participants.models.mapping import Cefr, EvidenceSource, Recognition

Who = PlanStep.Responsible
WANTED = Cefr.B1
"""Most courses and jobs with training ask for this level; below it the next level is suggested."""

GAPS_NAMED = 4
REVIEW_AFTER = dt.timedelta(weeks=12)
EXPIRES_WITHIN = dt.timedelta(days=180)
NEXT_LEVEL = {Cefr.BELOW_A1: Cefr.A1, Cefr.A1: Cefr.A2, Cefr.A2: Cefr.B1}
SKILLS = (
    ("oral", lambda: _("muntlig")),
    ("reading", lambda: _("lese")),
    ("writing", lambda: _("skrive")),
)


@dataclass(frozen=True)
class Suggestion:
    """A step ready to be ticked. `code` is stable for the person as long as what it rests on is."""

    code: str
    what: str
    responsible: str
    by_when: dt.date

    @property
    def step(self) -> dict:
        """The step as the form's row takes it."""
        return {"what": self.what, "responsible": self.responsible, "by_when": self.by_when}


def starting_point(participant: Participant, *, today: dt.date) -> dict:
    """What a first plan starts from: the occupation she would rather have, and a day to look at it again."""
    review = {"review_on": workdays.next_working_day(today + REVIEW_AFTER)}
    aim = Aim.objects.current().filter(participant=participant).first()
    first = aim.occupations.select_related("occupation").first() if aim else None
    if first is None:
        return review
    goal = _("Jobb som %(job)s") % {"job": first.occupation.title.lower()}
    return review | {"goal": goal[:200], "occupation": first.occupation_id}


def suggestions(participant: Participant, *, today: dt.date) -> list[Suggestion]:
    """What may be suggested for this person, in the order a caseworker would take it. At most a dozen."""
    mapping = Mapping.objects.current().filter(participant=participant)
    parts = ("certificates__qualification", "experiences", "reachable_offices")
    mapping = mapping.prefetch_related(*parts).first()
    aim = Aim.objects.current().filter(participant=participant).first()

    def step(code: str, what: str, responsible: str, weeks: int) -> Suggestion:
        return Suggestion(code, what[:200], responsible, workdays.next_working_day(today + dt.timedelta(weeks=weeks)))

    found = []
    chain = PortfolioRow.objects.filter(participant=participant, chain_from__isnull=False).exists()
    if chain:
        what = _("Avtale arbeidstrening eller lønnstilskudd hos en arbeidsgiver")
        found.append(step("try-out", what, Who.CASEWORKER, 2))
    if mapping is None:
        found.append(step("map", _("Kartlegge norsk, utdanning og arbeid sammen"), Who.CASEWORKER, 1))
    if aim is None:
        found.append(step("aim", _("Snakke om hva brukeren selv vil, og skrive det ned"), Who.CASEWORKER, 1))
    if mapping is not None:
        missing = gaps(mapping)
        if missing:
            names = ", ".join(str(gap.label).lower() for gap in missing[:GAPS_NAMED])
            found.append(step("gaps", _("Fylle ut kartleggingen: %(names)s") % {"names": names}, Who.CASEWORKER, 2))
        found += _norwegian(mapping, step) + _education(mapping, step) + _certificates(mapping, step, today)
    if participant.tuition_right == Participant.TuitionRight.YES and participant.tuition_deadline:
        if participant.tuition_deadline >= today:
            what = _("Bruke resten av norskopplæringen før %(day)s") % {"day": text_of(participant.tuition_deadline)}
            found.append(step("tuition", what, Who.PARTICIPANT, 4))
    return found + _towards_work(aim, mapping, step, chain=chain)


def _norwegian(mapping: Mapping, step) -> list[Suggestion]:
    levels = list(Cefr.values)
    weak = []
    for skill, label in SKILLS:
        level = getattr(mapping, skill)
        if level and levels.index(level) < levels.index(WANTED):
            weak.append((levels.index(level), level, label()))
    if weak:
        lowest = min(weak)[1]
        skills = ", ".join(label for _index, level, label in weak if level == lowest)
        what = _("Ta norskprøven på nivå %(level)s (%(skills)s)") % {"level": NEXT_LEVEL[lowest], "skills": skills}
        return [step("norwegian", what, Who.PARTICIPANT, 16)]
    sources = {getattr(mapping, f"{skill}_source") for skill, _label in SKILLS}
    if EvidenceSource.DOCUMENTED not in sources:
        return [step("test", _("Melde seg opp til norskprøven, så nivået blir dokumentert"), Who.PARTICIPANT, 4)]
    return []


def _education(mapping: Mapping, step) -> list[Suggestion]:
    foreign = mapping.education_country and mapping.education_country.strip().lower() not in {"norge", "noreg"}
    settled = (Recognition.YES, Recognition.APPLIED, Recognition.NO)
    if not foreign or mapping.education_recognition in settled:
        return []
    what = _("Søke om godkjenning av utdanningen fra %(country)s") % {"country": mapping.education_country}
    return [step("recognition", what, Who.PARTICIPANT, 4)]


def _certificates(mapping: Mapping, step, today: dt.date) -> list[Suggestion]:
    return [
        step(f"renew-{held.qualification_id}", _("Fornye %(name)s") % {"name": held.qualification}, Who.PARTICIPANT, 4)
        for held in mapping.certificates.all()
        if held.valid_to and held.valid_to < today + EXPIRES_WITHIN
    ]


def _speaks_enough(mapping: Mapping | None) -> bool:
    """Whether she may apply for jobs by herself with the spoken Norwegian that most of them ask for."""
    levels = list(Cefr.values)
    return bool(mapping and mapping.oral) and levels.index(mapping.oral) >= levels.index(WANTED)


def _towards_work(aim: Aim | None, mapping: Mapping | None, step, *, chain: bool) -> list[Suggestion]:
    first = aim.occupations.select_related("occupation").first() if aim else None
    found = []
    if mapping is not None and mapping.digital_skills == "none":
        found.append(step("digital", _("Øve på å søke jobb på nett sammen med oss"), Who.OFFICE, 4))
    if mapping is not None and mapping.needs_adaptation:
        found.append(step("adapt", _("Avtale hva som må tilrettelegges på en arbeidsplass"), Who.CASEWORKER, 3))
    found.append(step("cv", _("Oppdatere CV-en på arbeidsplassen.no"), Who.PARTICIPANT, 2))
    if first is not None:
        title = first.occupation.title.lower()
        what = _("Besøke en arbeidsplass og snakke med noen som jobber som %(job)s") % {"job": title}
        known = mapping is not None and any(
            one.occupation_id == first.occupation_id for one in mapping.experiences.all()
        )
        if not known:
            found.append(step("visit", what, Who.PARTICIPANT, 3))
        if not chain:
            what = _("Finne en arbeidsgiver som kan ta imot brukeren som %(job)s") % {"job": title}
            found.append(step("employer", what, Who.CASEWORKER, 3))
        if not chain and _speaks_enough(mapping):
            what = _("Søke på fem stillinger som %(job)s") % {"job": title}
            found.append(step("apply", what, Who.PARTICIPANT, 6))
    found.append(step("meet", _("Møtes og se på planen igjen"), Who.CASEWORKER, 6))
    return found
