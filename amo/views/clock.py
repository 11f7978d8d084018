"""The demo's clock: move it, and let the background jobs catch up at once."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from amo import clock as time
from amo import tick
from amo.actions import demo_clock
from amo.admin_forms import ClockForm
from amo.forms import add_errors, page_status
from amo.models import JobRun, JobState, Role
from amo.policy import LogRule, page

STEPS = {
    "-7": _("1 uke tilbake"),
    "-1": _("1 dag tilbake"),
    "1": _("1 dag fram"),
    "7": _("1 uke fram"),
    "42": _("6 uker fram"),
}
SHOWN_RUNS = 20


@page(roles=[Role.ADMINISTRATOR], log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def clock(request):
    """Move by a step (`days`) or to a date (`day`), or only run the jobs (`run`). 404 outside demo mode."""
    if not settings.DEMO or settings.PRODUCTION:
        raise Http404
    to_a_day = request.method == "POST" and "day" in request.POST
    form = ClockForm(request.POST if to_a_day else None, membership=request.membership, initial={"day": time.today()})
    if request.method == "POST":
        if not to_a_day and "run" not in request.POST and request.POST.get("days") not in STEPS:
            return HttpResponseBadRequest(_("Ukjent flytting."))
        if _moved(request, form):
            _run_jobs(request)
            return redirect("amo:clock")
    context = {
        "form": form,
        "steps": STEPS.items(),
        "states": JobState.objects.order_by("-finished_at", "name"),
        "runs": JobRun.objects.visible_to(request.membership)[:SHOWN_RUNS],
    }
    return render(request, "amo/clock.html", context, status=page_status(form))


def _moved(request, form) -> bool:
    """Do what was asked for; False when the form must be shown again."""
    try:
        if request.POST.get("days") in STEPS:
            demo_clock.move(by=request.membership, days=int(request.POST["days"]))
        elif form.is_bound:
            if not form.is_valid():
                return False
            demo_clock.move_to(by=request.membership, day=form.cleaned_data["day"])
    except ValidationError as error:
        if form.is_bound:
            add_errors(form, error)
            return False
        messages.error(request, error.messages[0])
    return True


def _run_jobs(request) -> None:
    """The same tick that beat sends once a minute, now."""
    outcomes = tick.run_all()
    failed = [outcome.name for outcome in outcomes if outcome.error]
    if failed:
        messages.error(request, _("Disse bakgrunnsjobbene feilet: %(names)s.") % {"names": ", ".join(failed)})
    count = sum(outcome.count or 0 for outcome in outcomes)
    today = formats.date_format(time.today(), "j. F Y")
    text = _("Klokken viser %(day)s. Bakgrunnsjobbene har gjort %(count)s ting.")
    messages.success(request, text % {"day": today, "count": count})
