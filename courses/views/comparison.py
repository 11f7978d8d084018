"""Counties side by side: the courses that lead to the same work (C6)."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo import clock
from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import county_comparison
from courses.forms.concepts import CountiesForm
from courses.models import Concept


@page(roles=NAV_ROLES, log=LogRule.NONE)
@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """Choose an occupation, a kind of course or words of its title; `?kurs=` takes what is like one course."""
    membership = request.membership
    like = _like(request)
    form = CountiesForm(request.GET or None)
    chosen = form.choice() if form.is_bound and form.is_valid() else {}
    concepts = county_comparison.found(membership, like=like, **chosen)
    context = {
        "form": form,
        "like": like,
        "asked": concepts is not None,
        "crumbs": [(_("Kurs"), reverse("courses:concept_list")), (_("Sammenlign fylker"), "")],
    }
    if concepts is not None:
        different = form.is_bound and form.is_valid() and form.cleaned_data["ulikt"]
        context |= county_comparison.context(concepts, membership, clock.today(), only_different=different)
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "courses/catalogue/counties.html", context, status=status)


def _like(request: HttpRequest) -> Concept | None:
    try:
        wanted = uuid.UUID(request.GET.get("kurs", ""))
    except ValueError:
        return None
    return Concept.objects.visible_to(request.membership).filter(public_id=wanted).select_related("county").first()
