"""What employers ask for (C4): the list, each requirement, and the forms of the county that keeps it."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from amo import clock, stored_search
from amo.forms import KursForm, page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import hiring_page
from courses.actions import hiring as actions
from courses.forms import hiring as forms
from courses.models import HiringRequirement

COUNTY = {Role.COUNTY_STAFF}
METHODS = ["GET", "HEAD", "POST"]


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def hiring_list(request: HttpRequest) -> HttpResponse:
    """Every county's requirements, with search and filters."""
    found = HiringRequirement.objects.visible_to(request.membership).select_related("occupation", "county")
    found = found.prefetch_related("needs_all", "needs_any")
    context = {"may_add": request.membership.role == Role.COUNTY_STAFF, "crumbs": _crumbs()}
    return hiring_page.HiringList(request, found).response(context)


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_POST
def hiring_search(request: HttpRequest) -> HttpResponse:
    """Keep the search term and show what it finds."""
    return stored_search.redirect_to(request, reverse("courses:hiring_list"))


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def hiring_detail(request: HttpRequest, public_id) -> HttpResponse:
    """One requirement as it reads in the advice, its periods, and what may be done with it."""
    requirement, membership = _requirement(request, public_id), request.membership
    day = clock.today()
    own = _is_own(request, requirement)
    context = hiring_page.detail(requirement, membership, day)
    context |= {
        "requirement": requirement,
        "crumbs": _crumbs(str(requirement)),
        "may_edit": own,
        "may_end": own and (requirement.valid_to is None or requirement.valid_to >= day),
        "rested_on": own and actions.rested_on(requirement),
    }
    return render(request, "courses/hiring_detail.html", context)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def hiring_new(request: HttpRequest) -> HttpResponse:
    """A new requirement in the county."""
    form = _form(request, forms.RequirementForm, reverse("courses:hiring_list"))

    def work():
        return actions.add_requirement(values=form.values(), **form.needs(), by=request.membership)

    return _form_page(request, form, work, title=_("Nytt krav til ansettelse"), done=_("Kravet er lagret."))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def hiring_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Correct a requirement; only its source once advice has rested on it."""
    requirement = _own(request, public_id)
    rested_on = actions.rested_on(requirement)
    form_class = forms.RequirementSourceForm if rested_on else forms.RequirementForm
    form = _form(request, form_class, requirement.get_absolute_url(), instance=requirement)
    lead = ""
    if rested_on:
        form.preview_url = ""
        lead = _(
            "Kursforslag har bygd på dette kravet. Her retter du kilden. Resten endres med en ny versjon fra en dato."
        )

    def work():
        version = form.cleaned_data["version"]
        return actions.change_requirement(
            requirement=requirement, values=form.values(), **form.needs(), by=request.membership, version=version
        )

    title = _("Rett kravet")
    return _form_page(request, form, work, title=title, done=_("Kravet er rettet."), of=requirement, lead=lead)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def hiring_version(request: HttpRequest, public_id) -> HttpResponse:
    """What holds from a day on; the requirement as it was is closed the day before."""
    requirement = _own(request, public_id)
    form = _form(request, forms.RequirementVersionForm, requirement.get_absolute_url(), instance=requirement)

    def work():
        version = form.cleaned_data["version"]
        return actions.new_version(
            requirement=requirement, values=form.values(), **form.needs(), by=request.membership, version=version
        )

    lead = _("Kravet slik det er nå, gjelder til dagen før. Tidligere kursforslag står som de var.")
    title = _("Ny versjon fra en dato")
    return _form_page(
        request, form, work, title=title, done=_("Den nye versjonen er lagret."), of=requirement, lead=lead
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def hiring_end(request: HttpRequest, public_id) -> HttpResponse:
    """The requirement holds no longer, and nothing takes its place."""
    requirement = _own(request, public_id)
    back = requirement.get_absolute_url()
    form = forms.RequirementEndForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        version=requirement.version,
        cancel_url=back,
    )

    def work():
        data = form.cleaned_data
        return actions.end_requirement(
            requirement=requirement, last_day=data["last_day"], by=request.membership, version=data["version"]
        )

    lead = _("Etter denne dagen viser kursforslagene ikke noe krav for disse arbeidsgiverne.")
    return _form_page(
        request, form, work, title=_("Avslutt kravet"), done=_("Kravet er avsluttet."), of=requirement, lead=lead
    )


@page(roles=COUNTY, log=LogRule.NONE)
@require_POST
def hiring_preview(request: HttpRequest) -> HttpResponse:
    """What is typed so far, as it will be read in the advice. `?krav=<id>` gives what a new version may not change."""
    requirement = None
    if request.GET.get("krav"):
        found = HiringRequirement.objects.visible_to(request.membership).select_related("occupation")
        requirement = found.filter(public_id=_uuid(request.GET["krav"])).first()
    return render(request, "courses/_hiring_preview.html", {"preview": _preview(request, requirement)})


# --- shared -----------------------------------------------------------------------------------


def _crumbs(here: str = "", *more: tuple[str, str]) -> list[tuple[str, str]]:
    crumbs = [(_("Kurs"), reverse("courses:concept_list"))]
    label, url = hiring_page.list_crumb()
    if not here:
        return [*crumbs, (label, "")]
    return [*crumbs, (label, url), *more, (here, "")]


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _requirement(request: HttpRequest, public_id) -> HiringRequirement:
    found = HiringRequirement.objects.visible_to(request.membership).select_related("occupation", "county")
    return get_object_or_404(found.prefetch_related("needs_all", "needs_any"), public_id=public_id)


def _is_own(request: HttpRequest, requirement: HiringRequirement) -> bool:
    county = request.membership.county_id
    return county is not None and requirement.county_id == county


def _own(request: HttpRequest, public_id) -> HiringRequirement:
    """The requirement, for its own county only: another county's may be read, not changed."""
    requirement = _requirement(request, public_id)
    if not _is_own(request, requirement):
        raise PermissionDenied
    return requirement


def _form(request: HttpRequest, form_class, cancel_url: str, instance: HiringRequirement | None = None):
    preview_url = reverse("courses:hiring_preview")
    if instance is not None:
        preview_url += f"?krav={instance.public_id}"
    return form_class(
        request.POST if request.method == "POST" else None,
        instance=instance,
        membership=request.membership,
        cancel_url=cancel_url,
        preview_url=preview_url,
    )


def _preview(request: HttpRequest, requirement: HiringRequirement | None) -> dict | None:
    """The form's fields that are right so far; what is missing is the stored requirement's."""
    known = {}
    if requirement is not None:
        known = {name: getattr(requirement, name) for name in forms.IDENTITY}
    form = forms.RequirementForm(request.POST, membership=request.membership)
    form.is_valid()
    typed = {name: value for name, value in form.values().items() if value not in ("", None)}
    typed |= {name: form.cleaned_data.get(name) for name in ("needs_all", "needs_any")}
    return hiring_page.preview(known | typed)


def _form_page(
    request: HttpRequest, form: KursForm, work: Callable, *, title: str, done: str, of=None, lead: str = ""
) -> HttpResponse:
    """Show the form with what it will read as, or run `work` once and go to the requirement."""
    if request.method == "POST" and form.is_valid():
        url = perform(request, form, work)
        if url:
            messages.success(request, done)
            return redirect(url)
    context = {
        "form": form,
        "title": title,
        "subtitle": str(of) if of else "",
        "lead": lead,
        "crumbs": _crumbs(title, *([(str(of), of.get_absolute_url())] if of else [])),
        "shows_preview": bool(getattr(form, "preview_url", "")),
        "preview": _first_preview(request, form, of),
    }
    return render(request, "courses/hiring_form.html", context, status=page_status(form))


def _first_preview(request: HttpRequest, form, requirement: HiringRequirement | None) -> dict | None:
    if not getattr(form, "preview_url", ""):
        return None
    if request.method == "POST":
        return _preview(request, requirement)
    if requirement is None:
        return None
    data = {
        name: getattr(requirement, name) for name in (*forms.IDENTITY, "permission_from", "months_each", "months_total")
    }
    data |= {"needs_all": requirement.needs_all.all(), "needs_any": requirement.needs_any.all()}
    return hiring_page.preview(data)
