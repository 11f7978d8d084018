"""Kurs: the concepts of every county, each with its whole specification and its results (C1, C6, C8)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from amo import clock, panels
from amo.forms import page_status, perform
from amo.models import Role
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import concept_page, specification
from courses.actions import concept_versions
from courses.actions.catalogue import save_concept
from courses.filters import ConceptList
from courses.forms.catalogue import ConceptForm, checklist_formset
from courses.models import Concept

COUNTY = {Role.COUNTY_STAFF}


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def concept_list(request: HttpRequest) -> HttpResponse:
    """Every county's concepts with next start, free places and results."""
    concepts = Concept.objects.visible_to(request.membership).select_related("county", "sector")
    if request.membership.county_id is None:
        concepts = concepts.filter(is_active=True)
    else:
        concepts = concepts.filter(Q(is_active=True) | Q(county=request.membership.county_id))
    may_add = request.membership.role == Role.COUNTY_STAFF
    return ConceptList(request, concepts).response({"may_add": may_add, "crumbs": [(_("Kurs"), "")]})


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def concept_detail(request: HttpRequest, public_id) -> HttpResponse:
    """The whole specification, the checklist, what employers ask for, the intakes and the results."""
    membership = request.membership
    concepts = specification.with_content(Concept.objects.visible_to(membership))
    concept = get_object_or_404(concepts, public_id=public_id)
    context = concept_page.context(concept, membership, clock.today())
    context |= {
        "concept": concept,
        "concept_id": str(concept.public_id),
        "concept_key": str(concept.pk),
        "crumbs": [(_("Kurs"), reverse("courses:concept_list")), (concept.title, "")],
        "panel_list": panels.collect("concept.results", membership, [concept.pk])[concept.pk],
        "may_edit": concept.county_id == membership.county_id,
        "may_copy": membership.role == Role.COUNTY_STAFF,
        "newest": (newest := concept_versions.newest(concept)),
        "is_draft": not concept.is_active and newest is None,
    }
    return render(request, "courses/concept_detail.html", context)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def concept_new(request: HttpRequest) -> HttpResponse:
    """A new concept in the county."""
    return _concept_form(request, None)


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def concept_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a concept of the own county; another county's may be read, not changed."""
    concept = get_object_or_404(Concept.objects.visible_to(request.membership), public_id=public_id)
    if concept.county_id != request.membership.county_id:
        raise PermissionDenied
    return _concept_form(request, concept)


def _concept_form(request: HttpRequest, concept: Concept | None) -> HttpResponse:
    membership = request.membership
    title = concept.title if concept else _("Nytt kurs")
    data = request.POST if request.method == "POST" else None
    back = reverse("courses:concept_detail", args=[concept.public_id]) if concept else reverse("courses:concept_list")
    checklist = checklist_formset(data, concept, membership)
    form = ConceptForm(data, instance=concept, membership=membership, checklist=checklist, cancel_url=back)
    if request.method == "POST" and form.is_valid() & checklist.is_valid():
        url = perform(
            request,
            form,
            lambda: save_concept(
                concept=concept,
                values=form.values(),
                gives=form.cleaned_data["gives"],
                occupations=form.cleaned_data["occupations"],
                checklist=checklist.rows(),
                by=membership,
                version=form.cleaned_data.get("version"),
                reason=form.cleaned_data.get("reason", ""),
            ),
            url=lambda saved: reverse("courses:concept_detail", args=[saved.public_id]),
        )
        if url:
            messages.success(request, _("Kurset er lagret."))
            return redirect(url)
    status = 422 if checklist.is_bound and checklist.total_error_count() else page_status(form)
    context = {
        "form": form,
        "title": title,
        "has_errors": status == 422,
        "crumbs": [
            (_("Kurs"), reverse("courses:concept_list")),
            *([(title, back), (_("Endre"), "")] if concept else [(title, "")]),
        ],
    }
    return render(request, "courses/concept_form.html", context, status=status)
