"""Runs of the snapshot job for county staff: progress, log, and one's own run (R2)."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models import JobRun
from amo.models.users import Role
from amo.policy import LogRule, page
from reporting import snapshots
from reporting.actions import snapshots as actions


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_GET
def run_list(request):
    """The latest fifty runs, and how much is due and not computed."""
    runs = JobRun.objects.visible_to(request.membership).filter(kind=actions.KIND).select_related("membership__user")
    context = {
        "title": _("Beregning av resultater"),
        "runs": runs[:50],
        "missing": snapshots.count_missing(clock.today()),
    }
    return render(request, "reporting/run_list.html", context)


@page(roles={Role.COUNTY_STAFF}, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def run_new(request):
    """Compute now: a background job, so that it may take its time."""
    back = reverse("reporting:run_list")
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        submit=_("Beregn nå"),
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.start_run(by=request.membership),
            url=lambda job_run: reverse("amo:job_detail", args=[job_run.public_id]),
        )
        if url:
            messages.success(request, _("Beregningen er startet."))
            return redirect(url)
    context = {
        "title": _("Beregn resultatene nå?"),
        "text": _(
            "Alt som skulle vært målt til og med i dag, blir beregnet. Det som er målt før, blir ikke overskrevet:"
            " nye opplysninger gir en ny versjon."
        ),
        "form": form,
        "cancel_url": back,
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))
