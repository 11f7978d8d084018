"""After the course: the provider's list of those it follows up, its tasks, and the office's list of those handed over."""

import datetime as dt
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import page_status, perform
from amo.list_parts import Column, Empty, QuickFilter
from amo.lists import ListPage
from amo.models import Role
from amo.models.users import OFFICE_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from amo.templatetags.aksel import status_tag
from courses.models import Enrolment
from participants import actions as participants
from participants.actions.tasks import BY_HAND
from participants.models import Task
from placements import follow_up
from placements.forms.follow_up import FollowUpTaskForm
from placements.protection import unprotected
from placements.views.lookups import enrolment_or_404

SILENT_DAYS = 14


def work_tag(enrolment):
    """In work or not, as a tag."""
    if enrolment.in_work:
        return status_tag(_("I jobb"), "work")
    return status_tag(_("Ikke i jobb"), "job_seeker")


def _work_text(enrolment) -> str:
    return _("I jobb") if enrolment.in_work else _("Ikke i jobb")


def _weeks(enrolment) -> str:
    weeks = follow_up.weeks_since(enrolment.ends_on, clock.today())
    return ngettext("%(n)d uke", "%(n)d uker", weeks) % {"n": weeks}


def _holder(enrolment) -> str:
    day = date_format(enrolment.until, "j. F Y")
    if enrolment.until >= clock.today():
        return _("Dere til %(day)s") % {"day": day}
    return _("Nav siden %(day)s") % {"day": day}


def _followed(page: ListPage) -> Q:
    return follow_up.provider_has_her(page.today) & Q(in_work=False)


def _silent(page: ListPage) -> Q:
    limit = page.today - dt.timedelta(days=SILENT_DAYS)
    return _followed(page) & (Q(tried_on=None) | Q(tried_on__lt=limit)) & Q(ends_on__lt=limit)


class FollowUpList(ListPage):
    """Those whose course is over, for the provider: name, contact and what is to be reported (06-access)."""

    key = "follow_up"
    title = gettext_lazy("Oppfølging etter kurs")
    noun = (gettext_lazy("deltaker"), gettext_lazy("deltakere"))
    default_sort = "until"
    row_template = "placements/follow_up/_row.html"
    column_list = [
        Column("name", gettext_lazy("Deltaker"), value="participant.list_name", sort="participant__name_sort"),
        Column("phone", gettext_lazy("Telefon"), value="participant.phone"),
        Column("course", gettext_lazy("Kurs"), value="intake.contract.concept.title", visible=False),
        Column("weeks", gettext_lazy("Siden kurset"), value=_weeks, sort="ends_on"),
        Column("work", gettext_lazy("Jobb"), value=work_tag, export=_work_text, sort="in_work"),
        Column("reached_on", gettext_lazy("Siste kontakt"), sort="reached_on"),
        Column("attempts", gettext_lazy("Forsøk"), sort="attempts", align="right"),
        Column("next", gettext_lazy("Neste milepæl"), value=lambda row: row.next_on),
        Column("until", gettext_lazy("Hvem følger opp"), value=_holder, sort="ends_on"),
        Column("do", gettext_lazy("Gjør nå"), value=lambda row: ""),
    ]
    quick_list = [
        QuickFilter("open", gettext_lazy("Ikke i jobb, og deres å følge opp"), _followed),
        QuickFilter("silent", gettext_lazy("Ikke prøvd på 14 dager"), _silent),
        QuickFilter("work", gettext_lazy("I jobb"), Q(in_work=True)),
        QuickFilter("over", gettext_lazy("Overført til Nav"), lambda page: ~follow_up.provider_has_her(page.today)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen å følge opp nå"),
        gettext_lazy("Deltakerne kommer hit dagen etter at kurset slutter for dem, og følges opp i 12 uker."),
    )

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        if not self.params:
            self.params["quick"] = "open"

    def prepare(self, objects):
        for one in objects:
            one.next_on = follow_up.next_milestone(one.ends_on, self.today)

    def row_url(self, obj):
        return obj.get_absolute_url()

    def row_extra(self, obj):
        person, here = obj.participant.public_id, urlencode({"next": self.url()})
        return {
            "contact_url": f"{reverse('participants:contact_new', args=[person])}?{here}",
            "job_url": f"{reverse('participants:employment_new', args=[person])}?{here}",
        }


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def follow_up_list(request: HttpRequest) -> HttpResponse:
    """Who ended, weeks since, in work or not, last contact, and who has them now; protected persons are left out."""
    membership = request.membership
    found = follow_up.over(Enrolment.objects.visible_to(membership), clock.today())
    found = follow_up.with_attempts(unprotected(found), membership)
    return FollowUpList(request, found.select_related("participant", "intake__contract__concept")).response()


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_task_new(request: HttpRequest, enrolment_id) -> HttpResponse:
    """A task of the provider's own about somebody it follows up."""
    enrolment = _followed_or_403(request, enrolment_id)
    form = _task_form(request, enrolment)
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: participants.create_task(
                participant=enrolment.participant,
                kind=BY_HAND,
                provider=request.membership.provider,
                url=enrolment.get_absolute_url(),
                by=request.membership,
                **form.cleaned_data_for_action(),
            ),
            url=lambda task: enrolment.get_absolute_url(),
        )
        if url:
            messages.success(request, _("Oppgaven er lagret."))
            return redirect(url)
    return _task_page(request, enrolment, form, _("Ny oppgave"))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def follow_up_task_edit(request: HttpRequest, enrolment_id, task_id) -> HttpResponse:
    """Change a task that was suggested or written: what, and by when."""
    enrolment = _followed_or_403(request, enrolment_id)
    own = Task.objects.visible_to(request.membership).open().filter(
        kind=BY_HAND, provider=request.membership.provider_id, participant=enrolment.participant_id
    )  # fmt: skip
    task = get_object_or_404(own, public_id=task_id)
    form = _task_form(request, enrolment, version=task.version, initial={"title": task.title, "due_on": task.due_on})
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data_for_action()
        version = values.pop("version")
        url = perform(
            request,
            form,
            lambda: participants.edit_task(
                task=task, provider=task.provider, by=request.membership, expected_version=version, **values
            ),
            url=lambda changed: enrolment.get_absolute_url(),
        )
        if url:
            messages.success(request, _("Oppgaven er endret."))
            return redirect(url)
    return _task_page(request, enrolment, form, _("Endre oppgaven"))


def _followed_or_403(request: HttpRequest, enrolment_id) -> Enrolment:
    """A participation that is over, in the provider's twelve weeks."""
    enrolment = enrolment_or_404(request, enrolment_id, _("Oppfølging etter kurs"))
    today = clock.today()
    if enrolment.status not in follow_up.ENDED or enrolment.ends_on >= today or follow_up.until(enrolment) < today:
        raise PermissionDenied(_("Deltakeren følges ikke opp av dere etter kurs nå."))
    return enrolment


def _task_form(request: HttpRequest, enrolment: Enrolment, **kwargs) -> FollowUpTaskForm:
    data = request.POST if request.method == "POST" else None
    return FollowUpTaskForm(data, membership=request.membership, cancel_url=enrolment.get_absolute_url(), **kwargs)


def _task_page(request: HttpRequest, enrolment: Enrolment, form, title: str) -> HttpResponse:
    context = {
        "title": title,
        "lead": _("Dere følger opp %(name)s til %(day)s.")
        % {"name": enrolment.participant.name, "day": date_format(follow_up.until(enrolment))},
        "form": form,
        "back_url": enrolment.get_absolute_url(),
        "back_label": enrolment.participant.name,
    }
    return render(request, "components/form_page.html", context, status=page_status(form))


class HandedOver(ListPage):
    """Those the office has taken over after a course, and those it takes over within two weeks."""

    key = "handed_over"
    title = gettext_lazy("Overtatt etter kurs")
    noun = (gettext_lazy("bruker"), gettext_lazy("brukere"))
    default_sort = "-until"
    column_list = [
        Column("name", gettext_lazy("Navn"), value="participant.list_name", sort="participant__name_sort"),
        Column("course", gettext_lazy("Kurs"), value="intake.contract.concept.title"),
        Column("provider", gettext_lazy("Kursleverandør"), value=lambda row: str(row.provider_now or "")),
        Column("ends_on", gettext_lazy("Kurset sluttet"), sort="ends_on"),
        Column("until", gettext_lazy("Kontoret følger opp fra"), value="until", sort="ends_on"),
        Column("work", gettext_lazy("Jobb"), value=work_tag, export=_work_text, sort="in_work"),
        Column("reached_on", gettext_lazy("Siste kontakt"), sort="reached_on"),
        Column(
            "caseworker",
            gettext_lazy("Veileder"),
            value=lambda row: str(row.participant.caseworker.user) if row.participant.caseworker else "",
            sort="participant__caseworker__user__last_name",
        ),
    ]
    quick_list = [
        QuickFilter(
            "mine",
            gettext_lazy("Mine, ikke i jobb"),
            lambda page: Q(participant__caseworker=page.membership.pk, in_work=False),
        ),
        QuickFilter("open", gettext_lazy("Ikke i jobb"), Q(in_work=False)),
        QuickFilter(
            "over",
            gettext_lazy("Overtatt, ikke i jobb"),
            lambda page: ~follow_up.provider_has_her(page.today) & Q(in_work=False),
        ),
        QuickFilter(
            "soon",
            gettext_lazy("Kommer innen to uker"),
            lambda page: follow_up.provider_has_her(page.today) & Q(in_work=False),
        ),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen er overtatt nylig"),
        gettext_lazy("Kursleverandøren følger opp i 12 uker etter kurset. De som ikke er i jobb da, kommer hit."),
    )

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        if not self.params:
            self.params["quick"] = "mine" if self.membership.role == Role.CASEWORKER else "open"

    def prepare(self, objects):
        providers = follow_up.providers_of(objects, self.today)
        for one in objects:
            one.provider_now = providers.get(one.pk, one.intake.contract.provider)

    def row_url(self, obj):
        return reverse("participants:detail", args=[obj.participant.public_id])


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_safe
def handed_over_list(request: HttpRequest) -> HttpResponse:
    """Who has come to the office from a provider lately, and who comes soon."""
    found = follow_up.with_attempts(follow_up.handed_over(request.membership, clock.today()), request.membership)
    related = ("participant__caseworker__user", "intake__contract__concept", "intake__contract__provider")
    return HandedOver(request, found.select_related(*related)).response()
