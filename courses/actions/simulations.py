"""Simulation: what criteria would have given in rounds that are over (A2). Nothing of the rounds changes."""

import datetime as dt

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from amo import clock, jobs
from amo.models import JobRun, Membership, Office, Role
from courses.actions.policies import to_policy
from courses.models import AllocationDecision, AllocationRun, AllocationSimulation, PolicyVersion, Wish
from courses.recorded import Totals, may_be_counted, recorded, totals

JOB = "courses.simulation"
Outcome = AllocationDecision.Outcome


def first_runs(county_id: int, first: dt.date, last: dt.date):
    """The first approved run of each of the county's rounds whose courses start in the period."""
    runs = AllocationRun.objects.filter(
        window__county=county_id,
        window__first_start__lte=last,
        window__last_start__gte=first,
        status=AllocationRun.Status.APPROVED,
        follows=None,
    )
    return runs.order_by("window_id", "made_at", "pk").distinct("window_id").select_related("window")


def last_start(county_id: int) -> dt.date | None:
    """The last course start of the county's allocated rounds; None before any is allocated."""
    runs = AllocationRun.objects.filter(window__county=county_id, status=AllocationRun.Status.APPROVED)
    return runs.aggregate(last=Max("window__last_start"))["last"]


@transaction.atomic
def start_simulation(*, policy: PolicyVersion, first_day: dt.date, last_day: dt.date, by: Membership) -> JobRun:
    """Queue a simulation as a job. Raises ValidationError when no round in the period has been allocated."""
    if by.role != Role.COUNTY_STAFF:
        raise PermissionDenied
    if policy.engine != PolicyVersion.Engine.ALLOCATION or policy.county_id not in (None, by.county_id):
        raise PermissionDenied
    rounds = len(first_runs(by.county_id, first_day, last_day))
    if not rounds:
        raise ValidationError(
            {"first_day": _("Ingen runde med kursstart i perioden er fordelt. Velg en annen periode.")}
        )
    arguments = {"policy": policy.pk, "first": first_day.isoformat(), "last": last_day.isoformat()}
    return jobs.start(JOB, _("Simulering av tildeling"), by=by, total=rounds, arguments=arguments)


def run_job(job_run: JobRun) -> dict:
    """The job: round by round from the stored facts. One that a killed worker had finished is found again."""
    made = AllocationSimulation.objects.filter(job=job_run).first()
    if made is None:
        given = job_run.arguments
        policy = PolicyVersion.objects.get(pk=given["policy"])
        first, last = dt.date.fromisoformat(given["first"]), dt.date.fromisoformat(given["last"])
        result = {"rounds": [], "offices": {}}
        for done, run in enumerate(first_runs(job_run.membership.county_id, first, last), start=1):
            _add(result, run, policy)
            jobs.progress(job_run, done, _("%(name)s er regnet ut.") % {"name": run.window.name})
        made = AllocationSimulation(
            county_id=job_run.membership.county_id, policy=policy, first_day=first, last_day=last, result=result,
            job=job_run, made_by=job_run.membership, made_at=clock.now(),
        )  # fmt: skip
        made.full_clean()
        made.save()
    return {"url": made.get_absolute_url(), "label": _("Se resultatet")}


def _add(result: dict, run: AllocationRun, policy: PolicyVersion) -> None:
    """Count one round: as it was allocated then, as the criteria would have it, and how many accepted in the end."""
    record = recorded(run, may_be_counted())
    visible = {row.application for row in record.decided}
    then = totals(record.decided)
    now = totals(row for row in record.again(to_policy(policy), exceptions=False) if row.application in visible)
    accepted = Wish.objects.filter(application__public_id__in=visible, status=Wish.Status.ACCEPTED)
    accepted = accepted.filter(application__window=run.window_id)
    per_round = {"applicants": then.applicants, "accepted": accepted.count()}
    result["rounds"].append({"name": run.window.name, "then": figures(then), "now": figures(now)} | per_round)
    names = dict(Office.objects.order_by().values_list("pk", "name"))
    for office in then.applied_office:
        row = result["offices"].setdefault(names[int(office)], [0, 0, 0])
        for place, count in enumerate((then.applied_office, then.by_office, now.by_office)):
            row[place] += count[office]


def figures(found: Totals) -> dict:
    """What is stored of a set of decisions; days are an average of those who get a place."""
    days = round(found.days_waiting, 1)
    return {"placed": found.placed, "first_wish": found.first_wish, "over_quota": found.over_quota, "days": days}
