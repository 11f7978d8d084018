"""Weekly pattern of school and placement days: of a class, and of those who differ (K1)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import week_plan_page
from courses.actions import week_plans as actions
from courses.forms.class_work import WeekPlanForm
from courses.models import Enrolment, Intake, WeekPlan
from courses.views.classes import class_crumbs, class_or_404
from courses.views.enrolments import enrolment_crumbs, enrolment_or_404


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def week_plan_list(request: HttpRequest, public_id) -> HttpResponse:
    """The class's plans over the course, and those of people who differ."""
    intake = class_or_404(request, public_id)
    context = week_plan_page.of_class(request.membership, intake, today=clock.today())
    context |= {"intake": intake, "crumbs": class_crumbs(intake, _("Ukeplan"))}
    return render(request, "courses/classes/week_plans.html", context)


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def week_plan_new(request: HttpRequest, public_id) -> HttpResponse:
    """A plan for the class from a day on."""
    intake = class_or_404(request, public_id)
    title = _("Ny ukeplan for kurset")
    return _edit(request, intake, title=title, crumbs=class_crumbs(intake, title))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def week_plan_person(request: HttpRequest, public_id) -> HttpResponse:
    """A plan for one person, where hers differs from the class's."""
    enrolment = enrolment_or_404(request, public_id, write=True)
    title = _("Egen ukeplan for %(name)s") % {"name": enrolment.participant.name}
    crumbs = enrolment_crumbs(request, enrolment, _("Egen ukeplan"))
    return _edit(request, enrolment.intake, enrolment=enrolment, title=title, crumbs=crumbs)


def _plan_or_404(request: HttpRequest, public_id) -> tuple[WeekPlan, Intake]:
    """A plan with its own class; a person's is logged, and 403 when she may not be opened."""
    seen = WeekPlan.objects.visible_to(request.membership).select_related("intake", "enrolment")
    plan = get_object_or_404(seen, public_id=public_id)
    intake = class_or_404(request, plan.intake.public_id)
    if plan.enrolment is not None:
        plan.enrolment = enrolment_or_404(request, plan.enrolment.public_id, write=True)
    return plan, intake


def _crumbs(request: HttpRequest, plan: WeekPlan, intake: Intake, title: str) -> list:
    if plan.enrolment is None:
        return class_crumbs(intake, title)
    return enrolment_crumbs(request, plan.enrolment, title)


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def week_plan_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a plan of the class or of a person."""
    plan, intake = _plan_or_404(request, public_id)
    title = _("Endre ukeplanen")
    crumbs = _crumbs(request, plan, intake, title)
    return _edit(request, intake, plan=plan, enrolment=plan.enrolment, title=title, crumbs=crumbs)


def _edit(
    request: HttpRequest,
    intake: Intake,
    *,
    title: str,
    crumbs: list,
    plan: WeekPlan | None = None,
    enrolment: Enrolment | None = None,
) -> HttpResponse:
    back = reverse("courses:week_plan_list", args=[intake.public_id])
    form = WeekPlanForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=plan.version if plan else None,
        cancel_url=back,
        initial=week_plan_page.initial(intake, enrolment, plan, today=clock.today()),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        work = lambda: actions.save_week_plan(  # noqa: E731
            intake=intake,
            enrolment=enrolment,
            plan=plan,
            starts_on=data["starts_on"],
            ends_on=data["ends_on"],
            days=form.days(),
            by=request.membership,
            expected_version=data.get("version"),
        )
        url = perform(request, form, work, url=lambda saved: back)
        if url:
            messages.success(request, _("Ukeplanen er lagret."))
            return redirect(url)
    context = {"title": title, "form": form, "crumbs": crumbs}
    context["lead"] = _("Velg hva som gjelder hver ukedag. Helligdager er alltid fri.")
    return render(request, "components/form_page.html", context, status=page_status(form))


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_http_methods(["GET", "HEAD", "POST"])
def week_plan_remove(request: HttpRequest, public_id) -> HttpResponse:
    """Ask, then take a plan away: the one before it holds again."""
    plan, intake = _plan_or_404(request, public_id)
    back = reverse("courses:week_plan_list", args=[intake.public_id])
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        submit=_("Fjern ukeplanen"),
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.remove_week_plan(plan=plan, by=request.membership)  # noqa: E731
        url = perform(request, form, work, url=lambda nothing: back)
        if url:
            messages.success(request, _("Ukeplanen er fjernet."))
            return redirect(url)
    title = _("Fjern ukeplanen")
    context = {"title": title, "form": form, "crumbs": _crumbs(request, plan, intake, title)}
    context["lead"] = _("Planen som gjaldt før den, gjelder igjen. Oppmøte som er ført, blir stående.")
    return render(request, "components/form_page.html", context, status=page_status(form))
