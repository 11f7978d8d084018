"""What the demo's courses are sorted by, their versions, and a draft that a county has copied from the next (C1, C6).

The care course was changed a while ago: classes that were planned before have the version they were planned under.
"""

import copy

from courses.actions import concepts
from courses.actions.concept_versions import content_of
from courses.models import Concept, ConceptVersion, Intake
from courses.models.specified import Aim, Audience
from reporting.demo.world import World

# key: made for, meant to lead to, most places above the class size
SORTED = {
    "kafe": (Audience.ANYONE, Aim.JOB, 2),
    "pleie": (Audience.LITTLE_NORWEGIAN, Aim.JOB, 2),
    "truck": (Audience.RETRAINING, Aim.CERTIFICATE, 0),
    "regnskap": (Audience.RETRAINING, Aim.JOB, None),
    "barnehage": (Audience.ANYONE, Aim.JOB, None),
    "vaktmester": (Audience.ANYONE, Aim.JOB, None),
    "kafe_akershus": (Audience.LITTLE_SCHOOLING, Aim.JOB, None),
}
CHANGED_DAYS_AGO = 60
# What a class of the changed course was planned under before the change.
PLANNED_BEFORE = (Intake.Status.RUNNING, Intake.Status.COMPLETED, Intake.Status.CUT_SHORT, Intake.Status.CALLED_OFF)


def build(world: World) -> None:
    """After everything else has been made: no class is planned here."""
    for key, (audience, aim, most_over) in SORTED.items():
        Concept.objects.filter(pk=world.concepts[key].pk).update(audience=audience, aim=aim, most_over=most_over)
    for key, concept in world.concepts.items():
        if key == "pleie":
            _changed(world, concept)
        else:
            first = world.contracts[key].awarded_on
            _version(world, concept, 1, content_of(concept), "Tatt i bruk", first)
    _draft(world)


def _version(world: World, concept: Concept, number: int, content: dict, reason: str, day) -> ConceptVersion:
    by = "demo.marit" if concept.county_id == world.counties["Oslo"].pk else ""
    return ConceptVersion.objects.create(
        public_id=world.uuid(),
        concept=concept,
        number=number,
        content=content,
        reason=reason,
        saved_by=world.members.get(by),
        saved_at=world.at(day),
    )


def _changed(world: World, concept: Concept) -> None:
    """The care course before its new specification, and as it is."""
    now = content_of(concept)
    before = copy.deepcopy(now)
    before["topics"] = [topic for topic in now["topics"] if topic != "Norsk og norskprøve"]
    before["gives"] = [kind for kind in now["gives"] if "norwegian" not in kind]
    before["language_support"] = "Hjelp med norsk hele kurset."
    before["checklist"][0] |= {"label": "Norsk muntlig på nivå A2 eller bedre", "level": "A2", "weight": 2}
    contract = world.contracts["pleie"]
    first = _version(world, concept, 1, before, "Tatt i bruk", contract.awarded_on)
    why = "Arbeidsgiverne ber om B1 muntlig. Kurset betaler norskprøven fra nå av."
    _version(world, concept, 2, now, why, world.day(-CHANGED_DAYS_AGO))
    classes = Intake.objects.filter(contract__concept=concept)
    classes.filter(status__in=PLANNED_BEFORE).update(concept_version=first)
    # One that is only planned can still be moved to the newest.
    planned = classes.filter(status=Intake.Status.PLANNED).order_by("starts_on", "pk").first()
    if planned:
        Intake.objects.filter(pk=planned.pk).update(concept_version=first)
    concept.contracts.update(concept_version=first)


def _draft(world: World) -> None:
    """The county thinks of offering what the next county has."""
    draft = concepts.copy_concept(
        concept=world.concepts["kafe_akershus"], title="Kantine med mer praksis", by=world.members["demo.marit"]
    )
    Concept.objects.filter(pk=draft.pk).update(public_id=world.uuid(), placement_weeks=10)
    for item in draft.checklist.order_by("order"):
        draft.checklist.filter(pk=item.pk).update(public_id=world.uuid())
