"""Goals and tests of Norwegian on the course, a passed test into the mapping, and the need per county (K6)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock
from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES, PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import class_results, norwegian_page
from courses.actions import norwegian as actions
from courses.forms.class_results import LanguagePlanForm, LanguageTestForm
from courses.models import Enrolment, LanguagePlan, LanguageTest
from courses.views.enrolments import enrolment_crumbs, enrolment_or_404


def _form_page(request: HttpRequest, enrolment: Enrolment, form, title: str, lead: str = "") -> HttpResponse:
    context = {"title": title, "lead": lead or enrolment.participant.name, "form": form}
    context["crumbs"] = enrolment_crumbs(request, enrolment, title)
    return render(request, "components/form_page.html", context, status=page_status(form))


def _own(request: HttpRequest, public_id) -> Enrolment:
    """A participation the provider writes about; 403 for one that never started."""
    enrolment = enrolment_or_404(request, public_id, write=True)
    if enrolment.status == Enrolment.Status.NOT_STARTED:
        raise PermissionDenied
    return enrolment


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def language_plan(request: HttpRequest, public_id) -> HttpResponse:
    """Goal per skill, and the support she gets."""
    enrolment = _own(request, public_id)
    plan = LanguagePlan.objects.filter(enrolment=enrolment).first()
    form = LanguagePlanForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=plan.version if plan else None,
        cancel_url=enrolment.get_absolute_url(),
        initial=norwegian_page.initial_goals(plan),
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        work = lambda: actions.save_plan(  # noqa: E731
            enrolment=enrolment, goals={skill: data[skill] for skill in actions.SKILLS}, support=data["support"],
            by=request.membership, expected_version=data.get("version"),
        )  # fmt: skip
        if url := perform(request, form, work, url=lambda row: enrolment.get_absolute_url()):
            messages.success(request, _("Mål og støtte er lagret."))
            return redirect(url)
    return _form_page(request, enrolment, form, _("Mål og støtte i norsk"))


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def language_test_new(request: HttpRequest, public_id) -> HttpResponse:
    """Book a part of Norskprøven."""
    return _test_form(request, _own(request, public_id), None)


def _test_or_404(request: HttpRequest, public_id) -> LanguageTest:
    seen = LanguageTest.objects.visible_to(request.membership).select_related("enrolment")
    return get_object_or_404(seen, public_id=public_id)


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def language_test_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Say how it went, move it, or take it off."""
    test = _test_or_404(request, public_id)
    enrolment = _own(request, test.enrolment.public_id)
    if test.mapped_at is not None:
        raise PermissionDenied
    return _test_form(request, enrolment, test)


def _test_form(request: HttpRequest, enrolment: Enrolment, test: LanguageTest | None) -> HttpResponse:
    names = ("part", "level", "booked_on", "test_on", "place", "paid_by", "status", "result")
    form = LanguageTestForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=test.version if test else None,
        cancel_url=enrolment.get_absolute_url(),
        initial={name: getattr(test, name) for name in names} if test else {"booked_on": clock.today()},
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.save_test(  # noqa: E731
            enrolment=enrolment, values=form.values(), by=request.membership, test=test,
            expected_version=form.cleaned_data.get("version"),
        )  # fmt: skip
        if url := perform(request, form, work, url=lambda row: enrolment.get_absolute_url()):
            messages.success(request, _("Prøven er lagret."))
            return redirect(url)
    return _form_page(request, enrolment, form, _("Norskprøve"))


@page(roles=[Role.CASEWORKER, Role.OFFICE_LEAD], log=LogRule.DETAILS)
@require_http_methods(["GET", "HEAD", "POST"])
def language_test_map(request: HttpRequest, public_id) -> HttpResponse:
    """Take a passed test into the mapping as the documented level."""
    test = _test_or_404(request, public_id)
    enrolment = enrolment_or_404(request, test.enrolment.public_id, write=True)
    form = KursForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=test.version,
        submit=_("Ta inn i kartleggingen"),
        cancel_url=enrolment.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        work = lambda: actions.take_into_mapping(  # noqa: E731
            test=test, by=request.membership, expected_version=form.cleaned_data["version"]
        )
        if url := perform(request, form, work, url=lambda mapping: enrolment.get_absolute_url()):
            messages.success(request, _("Nivået står i kartleggingen som dokumentert med prøve."))
            return redirect(url)
    lead = class_results.test_text(test)
    return _form_page(request, enrolment, form, _("Ta bestått norskprøve inn i kartleggingen"), lead)


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def norwegian_counties(request: HttpRequest) -> HttpResponse:
    """Courses with Norwegian support against the need, a row per county."""
    return render(request, "courses/results/norwegian_counties.html", norwegian_page.by_county())
