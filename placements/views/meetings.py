"""Meetings with an employer: registered, planned in one go, held, called off; and where none was held (L12)."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_GET, require_http_methods

from amo.forms import KursForm, page_status, perform
from amo.list_parts import Column, Empty
from amo.lists import ListPage
from amo.models.users import CASE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from placements import meetings
from placements.actions import meetings as actions
from placements.forms.meetings import MeetingForm, NewMeetingForm
from placements.models import Employer, EmployerMeeting
from placements.views.employers import employer_url

METHODS = ["GET", "POST"]


def meeting_url(meeting: EmployerMeeting) -> str:
    """The page of one meeting."""
    return reverse("placements:meeting_detail", args=[meeting.public_id])


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def meeting_new(request, public_id):
    """Register a meeting with an employer, or a whole row of fixed dates."""
    employer = get_object_or_404(Employer.objects.visible_to(request.membership).living(), public_id=public_id)
    missing = meetings.without_start_meeting(request.membership).filter(pk=employer.pk).exists()
    back = employer_url(employer)
    form = NewMeetingForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        about=employer,
        initial={"kind": EmployerMeeting.Kind.START if missing else EmployerMeeting.Kind.FIXED},
        cancel_url=back,
    )
    said = []
    if request.method == "POST" and form.is_valid():

        def work():
            made = actions.agree_meetings(employer=employer, by=request.membership, **form.cleaned_data_for_action())
            said.append(_told(made))
            return made

        if url := perform(request, form, work, url=lambda _made: back):
            messages.success(request, said[0] if said else _("Møtet er lagret."))
            return redirect(url)
    context = _context(_("Nytt møte"), employer, form)
    return render(request, "placements/meetings/form.html", context, status=page_status(form))


def _told(made: actions.Agreed) -> str:
    count = len(made.meetings)
    text = ngettext("%(n)d møte er lagret.", "%(n)d møter er lagret.", count) % {"n": count}
    if not made.holidays:
        return text
    left_out = ", ".join(f"{date_format(day, 'j. F')} ({name})" for day, name in made.holidays)
    return text + " " + _("Helligdager er utelatt: %(days)s.") % {"days": left_out}


def _meeting_or_404(request, public_id: UUID) -> EmployerMeeting:
    found = EmployerMeeting.objects.visible_to(request.membership)
    return get_object_or_404(found.select_related("employer", "provider", "created_by__user"), public_id=public_id)


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_GET
def meeting_detail(request, public_id):
    """When, about what, and what was agreed."""
    meeting = _meeting_or_404(request, public_id)
    context = {
        "title": meeting.get_kind_display(),
        "meeting": meeting,
        "topics": meetings.words(meeting),
        "may_write": request.membership.is_provider,
        "more_coming": request.membership.is_provider and _after(meeting).exists(),
        "back_url": employer_url(meeting.employer),
    }
    return render(request, "placements/meetings/detail.html", context)


def _after(meeting: EmployerMeeting):
    planned = EmployerMeeting.Status.PLANNED
    same = EmployerMeeting.objects.filter(
        employer=meeting.employer, provider=meeting.provider, kind=meeting.kind, status=planned
    )
    return same.filter(on__gt=meeting.on)


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def meeting_edit(request, public_id):
    """Move it, write what was agreed, mark it held, or call it off."""
    meeting = _meeting_or_404(request, public_id)
    names = ["status", "on", "at", "topics", "agreed"]
    form = MeetingForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        about=meeting.employer,
        version=meeting.version,
        initial={name: getattr(meeting, name) for name in names},
        cancel_url=meeting_url(meeting),
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.change_meeting(meeting=meeting, by=request.membership, **form.cleaned_data_for_action())  # noqa: E731
        if url := perform(request, form, work, url=meeting_url):
            messages.success(request, _("Møtet er lagret."))
            return redirect(url)
    context = _context(_("Endre møtet"), meeting.employer, form)
    return render(request, "placements/meetings/form.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_http_methods(METHODS)
def meeting_cancel_rest(request, public_id):
    """Ask, then call off this meeting and those of the same kind after it."""
    meeting = _meeting_or_404(request, public_id)
    if meeting.status != EmployerMeeting.Status.PLANNED:
        raise PermissionDenied(_("Møtet er ikke lenger planlagt."))
    count = _after(meeting).count() + 1
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        submit=_("Avlys møtene"),
        cancel_url=meeting_url(meeting),
    )
    form.danger = True
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.cancel_coming(meeting=meeting, by=request.membership)  # noqa: E731
        if url := perform(request, form, work, url=lambda _count: employer_url(meeting.employer)):
            messages.success(request, _("Møtene er avlyst."))
            return redirect(url)
    context = {
        "title": _("Avlys resten av møtene"),
        "text": ngettext(
            "%(n)d møte hos %(employer)s fra og med %(day)s blir avlyst.",
            "%(n)d møter hos %(employer)s fra og med %(day)s blir avlyst.",
            count,
        )
        % {"n": count, "employer": meeting.employer.name, "day": date_format(meeting.on)},
        "form": form,
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))


def _context(title: str, employer: Employer, form) -> dict:
    lead = _("Med %(employer)s.") % {"employer": employer.name}
    return {"title": title, "lead": lead, "form": form, "back_url": employer_url(employer), "back_label": employer.name}


class WithoutStartMeeting(ListPage):
    """Employers with a placement and no start meeting."""

    key = "without_start_meeting"
    title = gettext_lazy("Arbeidsgivere uten oppstartsmøte")
    noun = (gettext_lazy("arbeidsgiver"), gettext_lazy("arbeidsgivere"))
    logs_people = False
    saveable = False
    default_sort = "first_start"
    column_list = [
        Column("name", gettext_lazy("Navn"), sort="name_sort"),
        Column("sector", gettext_lazy("Bransje"), value="sector.name", sort="sector__name"),
        Column("first_start", gettext_lazy("Første praksis fra"), value="first_start", sort="first_start"),
        Column("contact", gettext_lazy("Kontaktperson"), value="contact_name"),
        Column("phone", gettext_lazy("Telefon"), value="contact_phone"),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen mangler oppstartsmøte"),
        gettext_lazy("Dere har hatt eller avtalt oppstartsmøte med alle som har deltakere i praksis."),
    )

    def row_url(self, obj):
        return reverse("placements:meeting_new", args=[obj.public_id])


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_GET
def start_meetings_missing(request):
    """Where the provider should agree on a start meeting."""
    found = meetings.without_start_meeting(request.membership).select_related("sector")
    return WithoutStartMeeting(request, found).response()
