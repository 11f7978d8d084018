"""Which tasks are about which participations: by the key they were made with, or by the page they open."""

from dataclasses import dataclass

from courses.models import AbsenceWarning, LanguageTest, SuitabilityAssessment
from participants.models import Task

TRACKED = (("absence", AbsenceWarning), ("suitability", SuitabilityAssessment), ("language_test", LanguageTest))
"""What is kept about a participation and makes tasks: (beginning of their keys, model)."""


@dataclass(frozen=True)
class Links:
    """What tasks about some participations begin their keys with, and the participations' own pages."""

    prefixes: tuple[str, ...]
    urls: frozenset[str]


def of_enrolments(enrolments) -> Links:
    """The links of a queryset of participations. Four queries, whatever their number."""
    rows = list(enrolments)
    prefixes = [f"left:{row.public_id}:" for row in rows]
    for name, model in TRACKED:
        found = model.objects.filter(enrolment__in=[row.pk for row in rows]).order_by("pk")
        prefixes += [f"{name}:{public_id}:" for public_id in found.values_list("public_id", flat=True)]
    return Links(tuple(prefixes), frozenset(row.get_absolute_url() for row in rows))


def is_about(task: Task, links: Links) -> bool:
    """Whether the task is about one of the participations; one written by hand, when it opens her page there."""
    return (task.dedupe_key or "").startswith(links.prefixes) or task.url in links.urls
