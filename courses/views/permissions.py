"""Permissions between counties: the office asks, the county that has the class answers (A1, C6)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES, OFFICE_ROLES
from amo.policy import LogRule, page
from courses import concept_page
from courses.actions import permissions as actions
from courses.application_lists import PermissionList
from courses.application_page import PERMISSION_COLORS
from courses.forms.permissions import AskForm, PermissionAnswerForm, WithdrawPermissionForm
from courses.models import CountyPermission, Intake
from participants.views.lookups import log_details, may_write, participant_or_404
from participants.views.person import page_context

METHODS = ["GET", "HEAD", "POST"]


@page(roles=NAV_ROLES, log=LogRule.LIST)
@require_safe
def permission_list(request: HttpRequest) -> HttpResponse:
    """What the office has asked, or what the county is asked."""
    permissions = CountyPermission.objects.visible_to(request.membership).select_related(
        "participant__office", "intake__contract__concept__county"
    )
    crumbs = [(_("Søknader og ventelister"), reverse("courses:application_list")), (_("Tillatelser mellom fylker"), "")]
    return PermissionList(request, permissions).response({"crumbs": crumbs})


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def permission_new(request: HttpRequest, participant_id, intake_id) -> HttpResponse:
    """Ask the class's county whether this person may be put forward for it."""
    participant = participant_or_404(request, participant_id, write=True)
    intakes = Intake.objects.visible_to(request.membership).with_names().select_related("window")
    intake = get_object_or_404(intakes, public_id=intake_id)
    form = AskForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        cancel_url=reverse("courses:advice", args=[participant.public_id]),
    )
    form.autosave("permission", f"{participant.public_id}_{intake.public_id}")
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.ask_permission(
                participant=participant, intake=intake, reason=form.cleaned_data["reason"], by=request.membership
            ),
        )
        if url:
            messages.success(
                request, _("Spørsmålet er sendt til Nav tiltak %(county)s.") % {"county": intake.concept.county.name}
            )
            return redirect(url)
    title = _("Be om tillatelse fra %(county)s") % {"county": intake.concept.county.name}
    context = page_context(request, participant, active="applications", here=title)
    context |= {"title": title, "form": form, "permission": None, "facts": _facts(intake)}
    return render(request, "courses/applications/permission_person.html", context, status=page_status(form))


def _facts(intake: Intake, permission: CountyPermission | None = None) -> list[tuple]:
    short = concept_page.short
    rows = [
        (_("Kurs"), concept_page.link(reverse("courses:intake_detail", args=[intake.public_id]), intake.concept.title)),
        (_("Kursnummer"), intake.code),
        (_("Fylke"), intake.concept.county.name),
        (_("Kursdager"), f"{date_format(intake.starts_on)} – {date_format(intake.ends_on)}"),
        (_("Sted"), intake.place),
        (_("Søknadsfrist"), short(intake.application_deadline)),
        (_("Ledige plasser"), intake.free_places),
    ]
    if permission:
        rows += [
            (_("Spurt av"), permission.participant.office.name),
            (_("Spurt"), short(localtime(permission.asked_at).date())),
            (_("Svar innen"), short(permission.due_on)),
        ]
    return rows


def _permission_or_404(request: HttpRequest, public_id) -> CountyPermission:
    """A question in scope, logged. The county is shown the question and the office, no name."""
    permissions = CountyPermission.objects.visible_to(request.membership).select_related(
        "participant__office", "intake__contract__concept__county", "intake__contract__provider"
    )
    permission = get_object_or_404(permissions, public_id=public_id)
    if request.membership.is_office:
        permission.participant = participant_or_404(request, permission.participant.public_id)
    else:
        log_details(request, permission.participant)
    return permission


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def permission_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One question: for the office with its answer, for the county with the form to answer it."""
    permission = _permission_or_404(request, public_id)
    is_county = request.membership.role == Role.COUNTY_STAFF
    if request.method == "POST" and not is_county:
        raise PermissionDenied
    asked = permission.status == CountyPermission.Status.ASKED
    form = None
    if is_county and (asked or request.method == "POST"):
        form = _answer_form(request, permission)
        if request.method == "POST" and form.is_valid() and (url := _answer(request, permission, form)):
            messages.success(request, _("Svaret er sendt."))
            return redirect(url)
    title = _("Tillatelse: %(course)s") % {"course": permission.intake.concept.title}
    context = {
        "title": title,
        "permission": permission,
        "color": PERMISSION_COLORS[permission.status],
        "facts": _facts(permission.intake, permission),
        "form": form,
        "is_county": is_county,
    }
    status = page_status(form) if form else 200
    if is_county:
        context["crumbs"] = [(_("Tillatelser mellom fylker"), reverse("courses:permission_list")), (title, "")]
        return render(request, "courses/applications/permission_county.html", context, status=status)
    context = page_context(request, permission.participant, active="applications", here=title) | context
    if may_write(request.membership, permission.participant):
        context |= _office_buttons(permission)
    return render(request, "courses/applications/permission_person.html", context, status=status)


def _answer_form(request: HttpRequest, permission: CountyPermission) -> PermissionAnswerForm:
    return PermissionAnswerForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=permission.version,
        cancel_url=reverse("courses:permission_list"),
    )


def _answer(request: HttpRequest, permission: CountyPermission, form: PermissionAnswerForm) -> str | None:
    data = form.cleaned_data_for_action()
    return perform(
        request,
        form,
        lambda: actions.answer_permission(permission=permission, by=request.membership, **data),
    )


def _office_buttons(permission: CountyPermission) -> dict:
    """What the office can do: withdraw a question, apply when the answer is yes."""
    person, intake = permission.participant, permission.intake
    if permission.status == CountyPermission.Status.ASKED:
        return {"withdraw_url": reverse("courses:permission_withdraw", args=[permission.public_id])}
    if permission.status == CountyPermission.Status.GRANTED and intake.status == Intake.Status.OPEN:
        new = reverse("courses:application_new", args=[person.public_id])
        return {"apply_url": f"{new}?kurs={intake.public_id}"}
    return {}


@page(roles=OFFICE_ROLES, log=LogRule.DETAILS)
@require_http_methods(METHODS)
def permission_withdraw(request: HttpRequest, public_id) -> HttpResponse:
    """The office no longer asks, after a question."""
    permission = _permission_or_404(request, public_id)
    if not may_write(request.membership, permission.participant):
        raise PermissionDenied
    form = WithdrawPermissionForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=permission.version,
        cancel_url=permission.get_absolute_url(),
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.withdraw_permission(
                permission=permission, by=request.membership, version=form.cleaned_data["version"]
            ),
        )
        if url:
            messages.success(request, _("Spørsmålet er trukket."))
            return redirect(url)
    context = page_context(request, permission.participant, active="applications", here=_("Trekk spørsmålet"))
    context |= {
        "form": form,
        "title": _("Trekke spørsmålet?"),
        "text": _("Nav tiltak %(county)s svarer da ikke. Dere kan spørre på nytt senere.")
        % {"county": permission.intake.concept.county.name},
        "details": [(_("Kurs"), str(permission.intake.concept))],
    }
    return render(request, "components/confirm_page.html", context, status=page_status(form))
