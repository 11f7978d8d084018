"""Help with looking for a job: who has had how much, and logging for one or many (K3)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import class_week, job_search_page, shown_names
from courses.actions import job_search as actions
from courses.forms.class_work import ALL, JobSearchForm
from courses.models import Enrolment, JobSearchActivity
from courses.views.classes import class_crumbs, class_or_404
from courses.views.enrolments import enrolment_crumbs, enrolment_or_404


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def job_search(request: HttpRequest, public_id) -> HttpResponse:
    """The class: who got how much of what, those with nothing first."""
    intake = class_or_404(request, public_id)
    context = job_search_page.of_class(request.membership, intake)
    context |= {"intake": intake, "crumbs": class_crumbs(intake, _("Jobbsøking"))}
    return render(request, "courses/classes/job_search.html", context)


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def job_search_new(request: HttpRequest, public_id) -> HttpResponse:
    """Log one activity for the whole class, or for those ticked."""
    intake = class_or_404(request, public_id)
    people = actions.in_class(intake, request.membership).select_related("participant")
    people = list(people.order_by("participant__name_sort", "pk"))
    people = class_week.with_course_view(request.membership, people, clock.today())
    names = shown_names.names(request.membership, people)
    back = reverse("courses:job_search", args=[intake.public_id])
    form = JobSearchForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=back,
        people={one: names[one.pk] for one in people},
        initial={"on": max(intake.starts_on, min(clock.today(), intake.ends_on))}
        | ({"kind": JobSearchActivity.Kind.LESSON, "whom": ALL} if request.GET.get("hele") else {}),
    )
    if request.method == "POST" and form.is_valid():
        url = _save(request, form, intake, form.chosen, back)
        if url:
            return redirect(url)
    title = _("Logg aktivitet i jobbsøking")
    context = {"title": title, "form": form, "crumbs": class_crumbs(intake, title)}
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def job_search_person(request: HttpRequest, public_id) -> HttpResponse:
    """Log one activity for one person."""
    enrolment = enrolment_or_404(request, public_id, write=True)
    if enrolment.status not in actions.ON_COURSE:
        raise PermissionDenied
    form = JobSearchForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=enrolment.get_absolute_url(),
        initial={"on": max(enrolment.starts_on, min(clock.today(), enrolment.ends_on))},
    )
    if request.method == "POST" and form.is_valid():
        url = _save(request, form, enrolment.intake, lambda: [enrolment], enrolment.get_absolute_url())
        if url:
            return redirect(url)
    title = _("Logg aktivitet i jobbsøking")
    context = {"title": title, "form": form, "crumbs": enrolment_crumbs(request, enrolment, title)}
    context["lead"] = enrolment.participant.name
    return render(request, "components/form_page.html", context, status=page_status(form))


def _save(request: HttpRequest, form: JobSearchForm, intake, chosen, back: str) -> str | None:
    logged = []
    work = lambda: logged.append(  # noqa: E731
        actions.log_job_search(intake=intake, enrolments=chosen(), by=request.membership, **form.activity())
    )
    url = perform(request, form, work, url=lambda result: back)
    if url:
        n = sum(logged)
        said = ngettext("Aktiviteten er lagret for %(n)d deltaker.", "Aktiviteten er lagret for %(n)d deltakere.", n)
        messages.success(request, said % {"n": n} if n else _("Aktiviteten er lagret."))
    return url


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def job_search_remove(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then take away what was logged by mistake."""
    seen = JobSearchActivity.objects.visible_to(request.membership).select_related("enrolment")
    activity = get_object_or_404(seen, public_id=public_id)
    enrolment: Enrolment = enrolment_or_404(request, activity.enrolment.public_id, write=True)
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        submit=_("Fjern aktiviteten"),
        cancel_url=enrolment.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.remove_job_search(activity=activity, by=request.membership)  # noqa: E731
        url = perform(request, form, work)
        if url:
            messages.success(request, _("Aktiviteten er fjernet."))
            return redirect(url)
    title = _("Fjern aktiviteten")
    context = {"title": title, "form": form, "crumbs": enrolment_crumbs(request, enrolment, title)}
    context["lead"] = job_search_page.sentence(activity)
    return render(request, "components/form_page.html", context, status=page_status(form))
