"""Rounds of allocation, for the county: what they hold, who has applied, what has been proposed."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, workdays
from amo.forms import page_status, perform
from amo.lists import Column, Empty, ListPage, QuickFilter
from amo.models import Role
from amo.policy import LogRule, page
from amo.templatetags.aksel import status_tag
from courses import window_overview
from courses.actions import windows as actions
from courses.allocation_data import awaiting_plan
from courses.forms.windows import WindowForm
from courses.models import AllocationRun, AllocationWindow, Application, Intake

Status = AllocationWindow.Status
COLORS = {Status.OPEN: "open", Status.CLOSED: "waiting", Status.ALLOCATED: "completed"}


class WindowList(ListPage):
    """The county's rounds."""

    key = "windows"
    title = gettext_lazy("Tildeling")
    template = "courses/allocation/windows.html"
    noun = (gettext_lazy("tildelingsrunde"), gettext_lazy("tildelingsrunder"))
    logs_people = False
    default_sort = "-first_start"
    column_list = [
        Column("name", gettext_lazy("Tildelingsrunde"), sort="name"),
        Column("first_start", gettext_lazy("Første start"), sort="first_start"),
        Column("last_start", gettext_lazy("Siste start"), sort="last_start"),
        Column("deadline", gettext_lazy("Søknadsfrist"), sort="deadline"),
        Column("courses", gettext_lazy("Kurs"), sort="courses", align="right"),
        Column("applications_sent", gettext_lazy("Søknader"), sort="applications_sent", align="right"),
        Column(
            "status",
            gettext_lazy("Status"),
            value=lambda window: status_tag(window.get_status_display(), COLORS[window.status]),
            export=lambda window: window.get_status_display(),
            sort="status",
        ),
    ]
    quick_list = [
        QuickFilter("to_do", gettext_lazy("Fristen er ute"), Q(status=Status.CLOSED)),
        QuickFilter("open", gettext_lazy("Åpne"), Q(status=Status.OPEN)),
        QuickFilter("done", gettext_lazy("Tildelt"), Q(status=Status.ALLOCATED)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen tildelingsrunder ennå"),
        gettext_lazy("En runde lages når et kurs får søknadsfrist og kursstart."),
    )

    def row_url(self, obj):
        return obj.get_absolute_url()


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_safe
def window_list(request: HttpRequest) -> HttpResponse:
    """The county's rounds of allocation."""
    sent = Q(applications__status__in=[Application.Status.SUBMITTED, Application.Status.DECIDED])
    held = ~Q(intakes__status=Intake.Status.CALLED_OFF)
    windows = AllocationWindow.objects.editable_by(request.membership).annotate(
        courses=Count("intakes", filter=held, distinct=True),
        applications_sent=Count("applications", filter=sent, distinct=True),
    )
    return WindowList(request, windows).response()


def window_or_404(request: HttpRequest, public_id) -> AllocationWindow:
    """A round of the county's own; another county's is not there."""
    return get_object_or_404(AllocationWindow.objects.editable_by(request.membership), public_id=public_id)


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_safe
def window_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One round: its courses with applicants, places and quotas per office, and the proposals made."""
    window = window_or_404(request, public_id)
    runs = AllocationRun.objects.visible_to(request.membership).filter(window=window)
    # A place given on has a proposal of its own only where a second person must look at it.
    runs = runs.filter(Q(follows=None) | Q(status=AllocationRun.Status.PREVIEW))
    runs = runs.select_related("made_by__user", "approved_by__user", "policy")
    context = {
        "window": window,
        "status_color": COLORS[window.status],
        "deadline_passed": window.deadline < clock.today(),
        "may_change": not actions.why_fixed(window),
        "beside": window_overview.beside(window),
        "intakes": window_overview.intakes(window, request.membership),
        "awaiting_plan": awaiting_plan(window).count(),
        "runs": runs,
        "follow_ups": AllocationRun.objects.filter(
            window=window, follows__isnull=False, status=AllocationRun.Status.APPROVED
        ).count(),
        "crumbs": [(_("Tildeling"), reverse("courses:window_list")), (window.name, "")],
    }
    return render(request, "courses/places/window_detail.html", context)


@page(roles=[Role.COUNTY_STAFF], log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def window_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a round's name, period and deadline, until a distribution of its places is proposed."""
    window = window_or_404(request, public_id)
    back, name, deadline = window.get_absolute_url(), window.name, window.deadline
    if request.method != "POST" and (reason := actions.why_fixed(window)):
        messages.info(request, reason)
        return redirect(back)
    form = WindowForm(
        request.POST if request.method == "POST" else None,
        instance=window,
        membership=request.membership,
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data_for_action()
        version = data.pop("version")
        work = lambda: actions.change_window(  # noqa: E731
            window=window, by=request.membership, expected_version=version, **data
        )
        if url := perform(request, form, work):
            messages.success(request, _("Tildelingsrunden er lagret."))
            moved = workdays.next_working_day(data["deadline"])
            if moved not in (data["deadline"], deadline):
                text = _("%(day)s er en fridag. Søknadsfristen er satt til neste virkedag, %(moved)s.")
                days = {"day": date_format(data["deadline"]), "moved": date_format(moved)}
                messages.info(request, text % days)
            return redirect(url)
    title = _("Endre tildelingsrunden")
    context = {
        "title": title,
        "lead": _(
            "Brukere kan rangere kurs i samme søknad når kursene ligger i samme runde. Utvid perioden eller fristen når "
            "flere kurs skal fordeles sammen."
        ),
        "form": form,
        "crumbs": [(_("Tildeling"), reverse("courses:window_list")), (name, back), (title, "")],
    }
    return render(request, "components/form_page.html", context, status=page_status(form))
