"""Proposals: made as a job, read by the county, approved by a second person or put aside (A2)."""

import datetime as dt

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.policy import LogRule, page
from courses import run_page
from courses.actions import allocation
from courses.models import AllocationRun, LeftoverRound
from courses.views.windows import window_or_404

COLORS = {"preview": "waiting", "approved": "approved", "discarded": "neutral"}


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def run_new(request: HttpRequest, public_id) -> HttpResponse:
    """Ask for a proposal; the work is a job with its own page."""
    window = window_or_404(request, public_id)
    data = request.POST if request.method == "POST" else None
    form = KursForm(data, membership=request.membership, submit=_("Lag forslag"), cancel_url=window.get_absolute_url())
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: allocation.start_run(window=window, by=request.membership),
            url=lambda job_run: reverse("amo:job_detail", args=[job_run.public_id]),
        )
        if url:
            return redirect(url)
    context = {
        "title": _("Lag forslag til fordeling"),
        "text": _(
            "Søknadene i %(window)s fordeles etter poeng, ønsker og kvoter. Ingenting sendes ut før en annen ansatt "
            "har godkjent forslaget."
        )
        % {"window": window.name},
        "form": form,
        "crumbs": [
            (_("Tildeling"), reverse("courses:window_list")),
            (window.name, window.get_absolute_url()),
            (_("Nytt forslag"), ""),
        ],
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def run_or_404(request: HttpRequest, public_id) -> AllocationRun:
    runs = AllocationRun.objects.visible_to(request.membership)
    runs = runs.select_related("window", "policy", "made_by__user", "approved_by__user", "follows")
    return get_object_or_404(runs, public_id=public_id)


def leftover_until(window) -> dt.date | None:
    """The deadline of the round's leftover round while it lasts."""
    leftover = LeftoverRound.objects.filter(window=window, deadline__gte=clock.today()).first()
    return leftover.deadline if leftover else None


def crumbs(run: AllocationRun, here: str = "") -> list[tuple[str, str]]:
    """The way to the proposal, or to a page below it."""
    above = [
        (_("Tildeling"), reverse("courses:window_list")),
        (run.window.name, run.window.get_absolute_url()),
        (run_title(run), run.get_absolute_url() if here else ""),
    ]
    return [*above, (here, "")] if here else above


def run_title(run: AllocationRun) -> str:
    """What a proposal is called."""
    return _("Forslag %(when)s") % {"when": date_format(run.made_at.astimezone(clock.OSLO), "SHORT_DATETIME_FORMAT")}


@page(roles=[Role.COUNTY_STAFF], log=LogRule.LIST)
@require_safe
def run_detail(request: HttpRequest, public_id) -> HttpResponse:
    """The proposal: what each office and course gets, the exceptions, and what has changed since it was made."""
    run = run_or_404(request, public_id)
    context = {
        "run": run,
        "title": run_title(run),
        "status_color": COLORS[run.status],
        "own": run.made_by_id is not None and run.made_by.user_id == request.membership.user_id,
        "deadline_passed": run.window.deadline < clock.today(),
        "leftover": leftover_until(run.window),
        "crumbs": crumbs(run),
    }
    context |= run_page.context(run, request.membership)
    return render(request, "courses/places/run_detail.html", context)


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def run_approve(request: HttpRequest, public_id) -> HttpResponse:
    """A second person confirms; offers go out at once."""
    run = run_or_404(request, public_id)
    return _decide(
        request,
        run,
        work=lambda form: allocation.approve_run(
            run=run, by=request.membership, expected_version=form.cleaned_data["version"]
        ),
        done=_("Fordelingen er godkjent, og tilbudene er sendt til veilederne."),
        title=_("Godkjenn fordelingen"),
        text=_(
            "Poengene følger fastsatte kriterier. Med deg har to ansatte kontrollert fordelingen. Når du godkjenner, får "
            "veilederne beskjed om tilbudene, og de andre står på venteliste."
        ),
        submit=_("Godkjenn og send tilbud"),
    )


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def run_again(request: HttpRequest, public_id) -> HttpResponse:
    """Make a proposal anew whose ground has moved: the same lots, and the exceptions that still apply."""
    run = run_or_404(request, public_id)
    return _decide(
        request,
        run,
        work=lambda form: allocation.start_run(
            window=run.window, by=request.membership, again=run, expected_version=form.cleaned_data["version"]
        ),
        url=lambda job_run: reverse("amo:job_detail", args=[job_run.public_id]),
        title=_("Lag forslaget på nytt"),
        text=_("Forslaget regnes ut med dagens plasser og søknader. Unntakene som fortsatt gjelder, tas med."),
        submit=_("Lag forslaget på nytt"),
    )


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def run_discard(request: HttpRequest, public_id) -> HttpResponse:
    """Put the proposal aside."""
    run = run_or_404(request, public_id)
    return _decide(
        request,
        run,
        work=lambda form: allocation.discard_run(
            run=run, by=request.membership, expected_version=form.cleaned_data["version"]
        ),
        done=_("Forslaget er forkastet."),
        title=_("Forkast forslaget"),
        text=_("Søknadene blir stående, og du kan lage et nytt forslag."),
        submit=_("Forkast forslaget"),
    )


def _decide(request, run, *, work, title, text, submit, done="", url=None) -> HttpResponse:
    data = request.POST if request.method == "POST" else None
    form = KursForm(
        data,
        membership=request.membership,
        version=run.version,
        submit=submit,
        cancel_url=run.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        leads_to = perform(request, form, lambda: work(form), url=url)
        if leads_to:
            if done:
                messages.success(request, done)
            return redirect(leads_to)
    context = {"title": title, "text": text, "form": form, "crumbs": crumbs(run, title)}
    return render(request, "components/confirm_page.html", context, status=page_status(form))
