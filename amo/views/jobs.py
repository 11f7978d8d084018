"""One long job: how far it is, its log, and a way to stop it."""

import re

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from amo import jobs
from amo.models import JobRun
from amo.models.users import ALL_ROLES
from amo.policy import LogRule, page


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_http_methods(["GET"])
def job_detail(request, public_id):
    """Progress and log; htmx asks again for the progress part while the job runs."""
    job_run = get_object_or_404(JobRun.objects.visible_to(request.membership), public_id=public_id)
    context = {"job_run": job_run, "job": as_progress(job_run, request.path), "open": job_run.finished_at is None}
    part = request.htmx and request.htmx.target == "job-progress"
    response = render(request, "amo/_job.html" if part else "amo/job_detail.html", context)
    if part and not context["open"]:
        # Status, log and buttons stand outside the part: the whole page is asked for once it is over.
        response["HX-Refresh"] = "true"
    return response


@page(roles=ALL_ROLES, log=LogRule.NONE)
@require_POST
def job_cancel(request, public_id):
    """Ask the job to stop."""
    job_run = get_object_or_404(JobRun.objects.visible_to(request.membership), public_id=public_id)
    try:
        jobs.cancel(job_run, by=request.membership)
    except ValidationError as error:
        messages.error(request, error.messages[0])
    else:
        messages.info(request, _("Jobben stopper så snart den kan."))
    return redirect("amo:job_detail", job_run.public_id)


def as_progress(job_run: JobRun, url: str) -> dict:
    """A JobRun as the component `job_progress` draws it; while it is open, the part asks `url` again."""
    over = job_run.finished_at is not None
    last_line = job_run.log.strip().rpartition("\n")[2]
    last_line = re.sub(r"^\d\d:\d\d:\d\d ", "", last_line)  # the log below tells when
    return {
        "label": job_run.label,
        "done": job_run.done,
        "total": job_run.total,
        "text": last_line if over or not job_run.total else "",
        "url": "" if over else url,
        "finished": job_run.status == JobRun.Status.DONE,
        "failed": job_run.status in (JobRun.Status.FAILED, JobRun.Status.CANCELLED),
        "result_url": job_run.result.get("url", ""),
        "result_label": job_run.result.get("label") or _("Se resultatet"),
    }
