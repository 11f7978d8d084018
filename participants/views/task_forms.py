"""Writing a task by hand, about a person or not, and changing one that was written so (P9)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from amo.forms import page_status, perform
from amo.models import Membership, Role
from amo.models.users import OFFICE_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from participants import actions
from participants.actions.tasks import BY_HAND
from participants.forms.task_by_hand import TaskForm
from participants.models import Participant, Task
from participants.views.lookups import participant_or_404
from participants.views.person import page_context


def may_edit(membership: Membership, task: Task) -> bool:
    """Who wrote it, who is to do it, anybody of the office for the office's own, and the lead."""
    if not membership.is_office or task.kind != BY_HAND or task.done_at:
        return False
    mine = membership.pk in (task.created_by_id, task.owner_id)
    shared = task.office_id is not None and task.office_id == membership.office_id
    return mine or shared or membership.role == Role.OFFICE_LEAD


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def task_new(request: HttpRequest, public_id) -> HttpResponse:
    """A task about a person: for a colleague, the office, or the provider that has her."""
    participant = participant_or_404(request, public_id, write=True)
    return _new(request, participant)


@page(roles=OFFICE_ROLES, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def task_new_general(request: HttpRequest) -> HttpResponse:
    """A task that is about no person."""
    return _new(request, None)


def _new(request: HttpRequest, participant: Participant | None) -> HttpResponse:
    membership, back = request.membership, _back(request, participant)
    data = request.POST if request.method == "POST" else None
    form = TaskForm(data, membership=membership, participant=participant, cancel_url=back)
    if data is not None and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.create_task(
                participant=participant, kind=BY_HAND, by=membership, **form.cleaned_data_for_action()
            ),
            url=lambda task: back,
        )
        if url:
            messages.success(request, _("Oppgaven er lagret."))
            return redirect(url)
    return _page(request, participant, form, _("Ny oppgave"))


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "POST"])
def task_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a task about a person that was written by hand."""
    task = _task_or_404(request, public_id, about_a_person=True)
    participant = participant_or_404(request, task.participant.public_id)
    return _edit(request, task, participant)


@page(roles=OFFICE_ROLES, log=LogRule.NONE)
@require_http_methods(["GET", "POST"])
def task_edit_general(request: HttpRequest, public_id) -> HttpResponse:
    """Change a task that is about no person."""
    return _edit(request, _task_or_404(request, public_id, about_a_person=False), None)


def _task_or_404(request: HttpRequest, public_id, *, about_a_person: bool) -> Task:
    tasks = Task.objects.visible_to(request.membership).filter(participant__isnull=not about_a_person)
    return get_object_or_404(tasks.select_related("participant"), public_id=public_id)


def _edit(request: HttpRequest, task: Task, participant: Participant | None) -> HttpResponse:
    if not may_edit(request.membership, task):
        raise PermissionDenied
    back = _back(request, participant)
    data = request.POST if request.method == "POST" else None
    form = TaskForm(
        data, membership=request.membership, participant=participant, task=task, version=task.version, cancel_url=back
    )
    if data is not None and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.edit_task(task=task, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda changed: back,
        )
        if url:
            messages.success(request, _("Oppgaven er endret."))
            return redirect(url)
    return _page(request, participant, form, _("Endre oppgaven"))


def _back(request: HttpRequest, participant: Participant | None) -> str:
    if participant is None:
        return safe_next(request, "participants:task_list")
    return safe_next(request, reverse("participants:detail", args=[participant.public_id]))


def _page(request: HttpRequest, participant: Participant | None, form: TaskForm, title: str) -> HttpResponse:
    context = {"form": form, "title": title}
    if participant is None:
        context["crumbs"] = [(_("Oppgaver"), reverse("participants:task_list")), (title, "")]
        return render(request, "components/form_page.html", context, status=page_status(form))
    context = page_context(request, participant, here=title) | context
    return render(request, "participants/form.html", context, status=page_status(form))
