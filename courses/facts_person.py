"""What the engines may know of persons, read for many at once (P6, A2). A constant number of queries."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from amo.models import QualificationType
from courses import chain
from courses.engines.advice import Period, Situation
from courses.engines.chain import WAIT, without_work
from courses.engines.fit import (
    EDUCATION,
    SKILLS,
    UNKNOWN,
    Certificate,
    Experience,
    Norwegian,
    PersonFacts,
    SkillLevel,
    level_index,
)
from courses.models import Enrolment
from participants.conditions import nineteen_on
from participants.models import (
    AimOccupation,
    JobseekerPeriod,
    Mapping,
    Measure,
    Participant,
    Plan,
    PlanStep,
)

CHAIN_DAYS = 365
"""Courses that ended within so many days count in the chain (03-matching)."""

HELD = (Enrolment.Status.AWAITING_START, Enrolment.Status.PARTICIPATING)


def person_facts(participant_ids: Collection[int], *, day: dt.date) -> dict[int, PersonFacts]:
    """{pk: facts}, with nothing but what the allow-list of `PersonFacts` names. Unmapped persons have empty facts."""
    mappings = {
        mapping.participant_id: mapping
        for mapping in Mapping.objects.current()
        .filter(participant__in=participant_ids)
        .select_related("education_sector")
        .prefetch_related("experiences__occupation__sector", "experiences__sector", "certificates__qualification")
    }
    tests = {kind.code: kind.norwegian for kind in QualificationType.objects.exclude(norwegian="")}
    goals = defaultdict(list)
    chosen = AimOccupation.objects.filter(aim__is_current=True, aim__participant__in=participant_ids)
    for participant, code in chosen.order_by("rank").values_list("aim__participant", "occupation__code"):
        goals[participant].append(code)
    plans = _plan_occupations(participant_ids)
    occupations, sectors = _earlier_courses(participant_ids, day)
    found = {}
    for pk in participant_ids:
        known = {
            "goal_occupations": tuple(goals[pk]),
            "plan_occupations": tuple(plans[pk]),
            "earlier_course_occupations": tuple(sorted(occupations[pk])),
            "earlier_course_sectors": tuple(sorted(sectors[pk])),
        }
        found[pk] = _facts(mappings.get(pk), tests, known)
    return found


def _plan_occupations(participant_ids) -> dict[int, list[str]]:
    """{person: occupations of the current plan}: where it leads, then those its steps lead through, in order."""
    found = defaultdict(list)
    plans = Plan.objects.current().filter(participant__in=participant_ids).exclude(occupation=None)
    steps = PlanStep.objects.filter(plan__is_current=True, plan__participant__in=participant_ids)
    for rows in (
        plans.order_by("pk").values_list("participant", "occupation__code"),
        steps.exclude(occupation=None).order_by("rank", "pk").values_list("plan__participant", "occupation__code"),
    ):
        for participant, code in rows:
            if code not in found[participant]:
                found[participant].append(code)
    return found


def _facts(mapping, tests, known: dict) -> PersonFacts:
    """The facts of one person. known: what is read from other records than the mapping."""
    if mapping is None:
        return PersonFacts(**known)
    held = [Certificate(found.qualification.code, found.valid_to) for found in mapping.certificates.all()]
    norwegian = _norwegian(mapping, [tests[found.code] for found in held if found.code in tests])
    shown = {found.code for found in held}
    held += [Certificate(code) for code, test in tests.items() if code not in shown and _documented(norwegian, test)]
    hours = mapping.hours_available
    return PersonFacts(
        norwegian=norwegian,
        education_level=EDUCATION.index(mapping.education_level) if mapping.education_level else None,
        education_sectors=(mapping.education_sector.code,) if mapping.education_sector else (),
        experience=_experience(mapping),
        certificates=tuple(held),
        hours_available=None if hours is None else float(hours),
        shifts=_shifts(mapping),
        **known,
    )


def _shifts(mapping) -> frozenset[str] | None:
    """When she can work besides the day. None where nothing is answered: blank is not "no"."""
    found = frozenset(shift for shift in ("evenings", "nights", "weekends") if getattr(mapping, shift))
    return found if found or mapping.daytime_only else None


def _experience(mapping) -> tuple[Experience, ...] | None:
    """Her jobs. None where there are none and nobody has said that there were none."""
    jobs = mapping.experiences.all()
    return tuple(_job(job) for job in jobs) if jobs or mapping.no_jobs else None


def _job(job) -> Experience:
    sector = job.sector or (job.occupation.sector if job.occupation else None)
    return Experience(job.occupation.code if job.occupation else "", sector.code if sector else "", job.months)


def _norwegian(mapping, passed: list[str]) -> Norwegian:
    """Norwegian per skill; a test that is held as a certificate documents its level where the mapping says less."""
    skills = {}
    for skill in SKILLS:
        level, source = getattr(mapping, skill), getattr(mapping, f"{skill}_source")
        skills[skill] = SkillLevel(level, source) if level and source != "unknown" else UNKNOWN
    for test in passed:
        skill, _, level = test.partition(":")
        known = skills.get(skill, UNKNOWN)
        if not known.known or level_index(known.level) <= level_index(level):
            skills[skill] = SkillLevel(level, "documented")
    return Norwegian(**skills)


def _documented(norwegian: Norwegian, test: str) -> bool:
    """Does the mapping document the level of a test such as "oral:B1"?"""
    skill, _, level = test.partition(":")
    found = norwegian.of(skill, documented_only=True)
    return found.known and level_index(found.level) >= level_index(level)


def _earlier_courses(participant_ids, day) -> tuple[dict[int, set], dict[int, set]]:
    occupations, sectors = defaultdict(set), defaultdict(set)
    started = Enrolment.objects.filter(
        participant__in=participant_ids, status__in=Enrolment.STARTED, starts_on__lte=day
    )
    concept = "intake__contract__concept"
    for participant, sector, occupation in started.values_list(
        "participant", f"{concept}__sector__code", f"{concept}__occupations__code"
    ):
        sectors[participant].add(sector)
        if occupation:
            occupations[participant].add(occupation)
    measures = Measure.objects.filter(participant__in=participant_ids, kind=Measure.Kind.AMO, starts_on__lte=day)
    for participant, occupation, sector in measures.values_list(
        "participant", "occupation__code", "occupation__sector__code"
    ):
        if occupation:
            occupations[participant].add(occupation)
        if sector:
            sectors[participant].add(sector)
    return occupations, sectors


def situations(participant_ids: Collection[int], *, day: dt.date) -> dict[int, Situation]:
    """{pk: the formal side of the person}: conditions (P3), measures she is in or has accepted, the chain (P7)."""
    persons = Participant.objects.filter(pk__in=participant_ids)
    persons = {p.pk: p for p in persons.only("pk", "born_on", "need_assessed_on", "need_reason")}
    registrations = _registrations(participant_ids, day)
    measures, led_nowhere = _measures(participant_ids, day), _courses_without_work(participant_ids, day)
    districts = defaultdict(set)
    reachable = Mapping.objects.current().filter(participant__in=participant_ids, reachable_offices__isnull=False)
    for participant, office in reachable.values_list("participant", "reachable_offices"):
        districts[participant].add(str(office))
    found = {}
    for pk, person in persons.items():
        of_age = nineteen_on(person.born_on)
        found[pk] = Situation(
            on=day,
            registered=any(one.starts_on <= day for one in registrations[pk]),
            need_assessed=bool(person.need_assessed_on and person.need_reason),
            legal_age_from=of_age if of_age > day else None,
            measures=tuple(measures[pk]),
            courses_without_work=led_nowhere[pk],
            districts=frozenset(districts[pk]) if districts[pk] else None,
            registrations=tuple(registrations[pk]),
        )
    return found


def _registrations(participant_ids, day) -> dict[int, list[Period]]:
    """When she is registered as a jobseeker, as far as it lasts on `day` or begins later."""
    periods = defaultdict(list)
    found = JobseekerPeriod.objects.filter(participant__in=participant_ids).exclude(ends_on__lt=day)
    for participant, starts_on, ends_on in found.order_by("starts_on", "pk").values_list(
        "participant", "starts_on", "ends_on"
    ):
        periods[participant].append(Period(starts_on, ends_on or dt.date.max))
    return periods


def _measures(participant_ids, day) -> dict[int, list[Period]]:
    """Measures and courses she is in or has accepted, that last on `day` or beyond."""
    periods = defaultdict(list)
    enrolments = Enrolment.objects.filter(participant__in=participant_ids, status__in=HELD, ends_on__gte=day)
    for participant, *values in enrolments.order_by("starts_on", "pk").values_list(
        "participant", "starts_on", "ends_on", "intake__contract__concept__title"
    ):
        periods[participant].append(Period(*values))
    measures = Measure.objects.filter(participant__in=participant_ids).exclude(ends_on__lt=day)
    for participant, starts_on, ends_on, title in measures.order_by("starts_on", "pk").values_list(
        "participant", "starts_on", "ends_on", "title"
    ):
        periods[participant].append(Period(starts_on, ends_on or dt.date.max, title))
    return periods


def _courses_without_work(participant_ids, day) -> dict[int, int]:
    """Courses of the last year that led to no work, by the chain's own reading of what came of them (P7).

    One that ended less than twelve weeks ago is too early to judge.
    """
    first = day - dt.timedelta(days=CHAIN_DAYS)
    return {
        participant: sum(first <= link.item.ends_on <= day - WAIT for link in without_work(links))
        for participant, links in chain.load(participant_ids, day=day).items()
    }
