"""Tasks: what is to be done, by whom, by when (P9)."""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo.forms import page_status, perform
from amo.list_parts import shown
from amo.lists import Column, Empty, Facet, ListPage, Option, QuickFilter
from amo.models import Membership, Provider, Role
from amo.models.users import CASE_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from amo.redirects import safe_next
from participants import actions
from participants.forms.people import with_role
from participants.forms.tasks import TaskOwnerForm
from participants.models import Participant, Task
from participants.models.work import of_own_unit
from participants.views.lookups import may_finish
from participants.views.task_forms import may_edit

MINE, SHARED = "mine", "shared"


def _owner_text(task: Task) -> str:
    return str(task.owner.user if task.owner_id else task.office or task.provider)


def _owners(page: ListPage) -> list[Option]:
    """Colleagues who own a task in the list, the unit itself, and providers that it has asked to do something."""
    if not (page.membership.office_id or page.membership.provider_id):
        return []
    owning = Membership.objects.visible_to(page.membership).filter(tasks__in=page.base.order_by()).distinct()
    people = [Option(str(one.public_id), with_role(one), Q(owner=one.pk)) for one in owning.select_related("user")]
    unit = Option("none", str(page.membership.organisation), of_own_unit(page.membership))
    asked = Provider.objects.none()
    if page.membership.office_id:
        asked = Provider.objects.filter(pk__in=page.base.order_by().values("provider")).order_by("name")
    return [*people, unit, *(Option(str(one.public_id), str(one), Q(provider=one.pk)) for one in asked)]


def _whose(page: ListPage) -> list[Option]:
    """Her own, and what nobody in person has: what is chosen stands as a chip, and everything is counted within it."""
    shared = _("Kontorets") if page.membership.is_office else _("Felles")
    return [
        Option(MINE, _("Mine"), Q(owner=page.membership.pk)),
        Option(SHARED, shared, of_own_unit(page.membership)),
    ]


def may_reassign(membership: Membership, task: Task) -> bool:
    """A lead any open task of the office; a caseworker her own and those that nobody in person has taken."""
    if not membership.is_office or task.done_at or task.provider_id:
        return False
    return membership.role == Role.OFFICE_LEAD or task.owner_id in (None, membership.pk)


class TaskList(ListPage):
    """Own tasks and those of the own office or provider."""

    key = "tasks"
    title = gettext_lazy("Oppgaver")
    noun = (gettext_lazy("oppgave"), gettext_lazy("oppgaver"))
    default_sort = "due"
    row_template = "participants/_task_row.html"
    template = "participants/task_list.html"
    column_list = [
        Column("title", gettext_lazy("Oppgave"), sort="title"),
        Column("about", gettext_lazy("Gjelder"), value=lambda task: task.about),
        Column(
            "owner",
            gettext_lazy("Ansvarlig"),
            value=_owner_text,
            sort=("owner__user__last_name", "owner__user__first_name"),
        ),
        Column("due", gettext_lazy("Frist"), value="due_on", sort="due_on"),
        Column("done", gettext_lazy("Gjort"), value="done_at", sort="done_at"),
    ]
    quick_list = [
        QuickFilter("late", gettext_lazy("Forfalt"), lambda page: Q(due_on__lt=page.today, done_at=None)),
        QuickFilter("today", gettext_lazy("I dag"), lambda page: Q(due_on=page.today, done_at=None)),
    ]
    facet_list = [
        Facet("whose", gettext_lazy("Hvem sine"), options=_whose),
        Facet(
            "state",
            gettext_lazy("Status"),
            options=[
                Option("open", gettext_lazy("Åpen"), Q(done_at=None)),
                Option("done", gettext_lazy("Gjort"), Q(done_at__isnull=False)),
            ],
        ),
        Facet("owner", gettext_lazy("Ansvarlig"), options=_owners),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen oppgaver"), gettext_lazy("Her kommer det som skal gjøres, med én ansvarlig og en frist.")
    )

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        if not self.params:
            self.params["state"] = "open"
            if self.membership.role == Role.CASEWORKER:  # her own first; a lead looks after the whole office
                self.params["whose"] = MINE
        if self.params.get("quick") in (MINE, SHARED):  # as saved filters and messages of before say it
            self.params["whose"] = self.params.pop("quick")[-1]

    def prepare(self, objects):
        """Name the person, and what is to be done, only to those who may open her page; one query for all."""
        ids = {task.participant_id for task in objects if task.participant_id}
        openable = Participant.objects.openable_by(self.membership).filter(pk__in=ids)
        people = {person.pk: person for person in openable}
        for task in objects:
            task.person = people.get(task.participant_id)
            task.about = task.person.list_name if task.person else _("Beskyttet") if task.participant_id else ""
            if task.participant_id and task.person is None:
                # What somebody wrote about her may say as much as her name.
                task.title, task.url = _("Oppgave om en beskyttet bruker"), ""

    def row_extra(self, obj):
        person_url = ""
        if obj.person and self.membership.is_nav:
            person_url = reverse("participants:detail", args=[obj.person.public_id])
        owner_url = ""
        if may_reassign(self.membership, obj) and (obj.person or not obj.participant_id):
            back = urlencode({"next": self.url()})
            owner_url = f"{reverse('participants:task_owner', args=[obj.public_id])}?{back}"
        cells = {"about": obj.about, "person_url": person_url, "back": self.url(), "owner": _owner_text(obj)}
        finish = may_finish(self.membership, obj, obj.person) and (obj.person or not obj.participant_id)
        return cells | {"owner_url": owner_url, "edit_url": self._edit_url(obj), "may_finish": bool(finish)}

    def _edit_url(self, obj) -> str:
        """Where a task written by hand is changed; the system's own lead to where they are done."""
        if not may_edit(self.membership, obj) or (obj.participant_id and not obj.person):
            return ""
        route = "participants:task_edit" if obj.participant_id else "participants:task_edit_general"
        return f"{reverse(route, args=[obj.public_id])}?{urlencode({'next': self.url()})}"


@page(roles=CASE_ROLES, log=LogRule.LIST)
@require_safe
def task_list(request: HttpRequest) -> HttpResponse:
    """Open tasks of one's own and of the office or provider."""
    tasks = Task.objects.visible_to(request.membership).select_related("owner__user", "office", "provider")
    return TaskList(request, tasks).response()


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "POST"])
def task_owner(request: HttpRequest, public_id) -> HttpResponse:
    """Give a task to a colleague or back to the office. It shows no more than the list of tasks does."""
    membership = request.membership
    back = safe_next(request, "participants:task_list")
    tasks = Task.objects.visible_to(membership).select_related("owner__user", "office", "provider", "participant")
    task = get_object_or_404(tasks, public_id=public_id)
    hidden = task.participant_id and not Participant.objects.openable_by(membership).filter(pk=task.participant_id)
    if hidden or (not may_reassign(membership, task) and not task.done_at):
        raise PermissionDenied
    form = TaskOwnerForm(
        request.POST if request.method == "POST" else None,
        membership=membership,
        version=task.version,
        cancel_url=back,
        initial={"owner": task.owner_id},
    )
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        url = perform(
            request,
            form,
            lambda: actions.reassign_task(
                task=task, owner=values["owner"], by=membership, expected_version=values["version"]
            ),
            url=lambda saved: back,
        )
        if url:
            messages.success(request, _("Oppgaven er gitt videre."))
            return redirect(url)
    details = [(_("Oppgave"), task.title), (_("Ansvarlig nå"), _owner_text(task)), (_("Frist"), shown(task.due_on))]
    if task.participant:
        details.insert(1, (_("Gjelder"), task.participant.list_name))
    context = {"form": form, "title": _("Gi oppgaven videre"), "details": details}
    context |= {"back_url": back, "back_label": _("Tilbake til oppgavene")}
    return render(request, "participants/task_owner.html", context, status=page_status(form))


@page(roles=CASE_ROLES, log=LogRule.LIST)
@require_POST
def task_done(request: HttpRequest, public_id) -> HttpResponse:
    """Mark a task as done, once. 403 for a person one may not open: what is to be done is not shown either."""
    membership = request.membership
    task = get_object_or_404(Task.objects.visible_to(membership), public_id=public_id)
    person = Participant.objects.openable_by(membership).filter(pk=task.participant_id).first()
    hidden = task.participant_id and person is None
    if hidden or (not may_finish(membership, task, person) and not task.done_at):
        raise PermissionDenied
    try:
        actions.complete_task(task=task, by=request.membership)
    except ValidationError as error:
        messages.info(request, " ".join(error.messages))
    else:
        messages.success(request, _("Oppgaven er gjort."))
    return redirect(safe_next(request, "participants:task_list"))
