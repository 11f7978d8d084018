"""What courses and classes are searched by, across counties (C6): for lists of concepts and of classes alike.

A class is searched by what it was planned under, a concept by what it says now.
"""

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlencode

import django_filters
from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from amo.forms import DateField
from amo.models import Occupation
from amo.occupations import OccupationField, label
from amo.widgets import DateInput
from courses.engines.fit import PersonFacts
from courses.facts_catalogue import UNSHOWN
from courses.models import Concept, Enrolment, Intake, Offer, OfficeQuota
from courses.models.specified import SKILLS
from participants.models.mapping import Cefr

LEVELS = [level for level in Cefr.values if level]
SKILL_LABELS = {
    "oral": _("Norsk muntlig brukeren har"),
    "listening": _("Norsk lytte brukeren har"),
    "reading": _("Norsk lese brukeren har"),
    "writing": _("Norsk skrive brukeren har"),
}


def reached_by(level: str) -> list[str]:
    """The minimums that somebody at this level meets: none, and every level up to it."""
    return ["", *LEVELS[: LEVELS.index(level) + 1]]


def parameter(skill: str) -> str:
    """Name of the filter on a skill, in the address."""
    return f"norsk_{skill}"


def for_person(person: PersonFacts) -> str:
    """Query of the list of classes, for what she can and wants: the occupation she puts first, her levels of Norwegian.

    A skill that nobody knows is left out: a course is not hidden for it.
    """
    query = [("f", "1"), ("quick", "open"), ("sort", "start")]
    if person.goal_occupations:
        query.append(("yrke", person.goal_occupations[0]))
    for skill in SKILLS:
        found = person.norwegian.of(skill)
        if found.known:
            query.append((parameter(skill), found.level))
    return urlencode([*query, ("plass", "kontor")])


def coming(day: dt.date) -> Q:
    """Condition on intakes: open for applications, with a deadline ahead."""
    return Q(status=Intake.Status.OPEN, application_deadline__gte=day)


def with_room() -> Q:
    """Condition on intakes: a place that nobody has."""
    return Q(occupied__lt=F("capacity") + F("over_capacity"))


def room_for(office_id: int | None) -> Q:
    """Condition on intakes: a place that the office may fill; as `facts_catalogue.free_for_office`, in the database."""
    if office_id is None:
        return with_room()
    quotas = OfficeQuota.objects.filter(intake=OuterRef("pk"))
    own = quotas.filter(office=office_id)
    taken = _count(
        Offer.objects.filter(
            status=Offer.Status.OUTSTANDING,
            wish__intake=OuterRef("pk"),
            wish__application__participant__office=office_id,
        ).exclude(wish__application__participant__address_protection=UNSHOWN),
        "wish__intake",
    ) + _count(
        Enrolment.objects.taking_a_place()
        .filter(intake=OuterRef("pk"), participant__office=office_id)
        .exclude(participant__address_protection=UNSHOWN),
        "intake",
    )
    found = Intake.objects.alias(
        any_quota=Exists(quotas), own_quota=Exists(own), most=Subquery(own.values("maximum")[:1]), taken=taken
    ).filter(with_room(), Q(any_quota=False) | Q(own_quota=True, most=None) | Q(own_quota=True, most__gt=F("taken")))
    return Q(pk__in=found.order_by().values("pk"))


def _count(rows: QuerySet, by: str) -> Coalesce:
    counted = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def leads_to(occupation: Occupation) -> Q:
    """Condition on intakes."""
    concepts = Concept.objects.filter(occupations=occupation)
    return Q(concept_version=None, contract__concept__in=concepts.values("pk")) | Q(
        concept_version__content__occupations__contains=[{"code": occupation.code}]
    )


def asks_at_most(skill: str, level: str) -> Q:
    """Condition on intakes: somebody at the level meets the minimum of the skill."""
    name, levels = f"minimum_{skill}", reached_by(level)
    return Q(**{"concept_version": None, f"contract__concept__{name}__in": levels}) | Q(
        **{f"concept_version__content__{name}__in": levels}
    )


def supports_norwegian() -> Q:
    """Condition on intakes: there is support in Norwegian on the course."""
    return Q(concept_version=None) & ~Q(contract__concept__language_support="") | Q(concept_version__isnull=False) & ~Q(
        concept_version__content__language_support=""
    )


class _OccupationFilter(django_filters.Filter):
    field_class = OccupationField


class _DateFilter(django_filters.DateFilter):
    field_class = DateField


class CourseFilter(django_filters.FilterSet):
    """What is no checkbox in the filter panel. `narrow` is told the chosen values at once: they speak of one class."""

    yrke = _OccupationFilter(label=_("Yrke kurset leder til"))
    norsk_oral = django_filters.ChoiceFilter(label=SKILL_LABELS["oral"])
    norsk_listening = django_filters.ChoiceFilter(label=SKILL_LABELS["listening"])
    norsk_reading = django_filters.ChoiceFilter(label=SKILL_LABELS["reading"])
    norsk_writing = django_filters.ChoiceFilter(label=SKILL_LABELS["writing"])
    fra = _DateFilter(label=_("Starter tidligst"), widget=DateInput)
    til = _DateFilter(label=_("Starter senest"), widget=DateInput)
    sted = django_filters.CharFilter(label=_("Sted"), max_length=100)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for skill in SKILLS:
            field = self.form.fields[parameter(skill)]
            field.choices = [("", _("Velg nivå")), *[choice for choice in Cefr.choices if choice[0]]]
            field.empty_label = None
        self._name_occupation()

    def _name_occupation(self) -> None:
        """An occupation that came by its code, from a link, stands with its name."""
        if self.form.is_bound and self.form.is_valid() and (occupation := self.form.cleaned_data["yrke"]):
            self.form.data = self.form.data.copy()
            self.form.data["yrke"] = label(occupation)

    def filter_queryset(self, queryset: QuerySet) -> QuerySet:
        chosen = {name: value for name, value in self.form.cleaned_data.items() if value}
        return self.narrow(queryset, chosen)

    def narrow(self, queryset: QuerySet, chosen: dict) -> QuerySet:
        raise NotImplementedError

    @staticmethod
    def levels(chosen: dict) -> Iterator[tuple[str, str]]:
        """(skill, level) that was chosen."""
        return ((skill, chosen[parameter(skill)]) for skill in SKILLS if parameter(skill) in chosen)

    @staticmethod
    def when_and_where(chosen: dict) -> Q:
        """Condition on intakes: start day and place."""
        found = Q()
        if "fra" in chosen:
            found &= Q(starts_on__gte=chosen["fra"])
        if "til" in chosen:
            found &= Q(starts_on__lte=chosen["til"])
        if "sted" in chosen:
            found &= Q(place__icontains=chosen["sted"]) | Q(district__name__icontains=chosen["sted"])
        return found


class IntakeFilter(CourseFilter):
    """Classes."""

    def narrow(self, queryset, chosen):
        found = queryset.filter(self.when_and_where(chosen))
        if "yrke" in chosen:
            found = found.filter(leads_to(chosen["yrke"]))
        for skill, level in self.levels(chosen):
            found = found.filter(asks_at_most(skill, level))
        return found


class ConceptFilter(CourseFilter):
    """Concepts; with a start or a place those that have such a class to come."""

    def narrow(self, queryset, chosen):
        found = queryset
        if "yrke" in chosen:
            found = found.filter(pk__in=Concept.objects.filter(occupations=chosen["yrke"]).values("pk"))
        for skill, level in self.levels(chosen):
            found = found.filter(**{f"minimum_{skill}__in": reached_by(level)})
        if where := self.when_and_where(chosen):
            ahead = Intake.objects.filter(where, status__in=[Intake.Status.PLANNED, Intake.Status.OPEN])
            found = found.filter(pk__in=ahead.order_by().values("contract__concept"))
        return found
