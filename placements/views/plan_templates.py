"""Templates of training plans, kept by county staff (L4)."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo.forms import page_status, perform
from amo.list_parts import Column, Empty, QuickFilter
from amo.lists import ListPage
from amo.models.users import Role
from amo.policy import LogRule, page
from placements.actions.plan_templates import save_template
from placements.forms.training import TemplateForm
from placements.models import PlanTemplate

COUNTY = {Role.COUNTY_STAFF}
METHODS = ["GET", "HEAD", "POST"]


class TemplateList(ListPage):
    """The county's templates, those in use first."""

    key = "plan_templates"
    title = gettext_lazy("Maler for opplæringsplan")
    noun = (gettext_lazy("mal"), gettext_lazy("maler"))
    logs_people = False
    template = "placements/training/template_list.html"
    default_sort = "title"
    column_list = [
        Column("title", gettext_lazy("Navn"), sort="title"),
        Column("occupation", gettext_lazy("Yrke"), value="occupation.title", sort="occupation__title_sort"),
        Column("steps", gettext_lazy("Steg"), value="step_count", sort="step_count", align="right"),
        Column("active", gettext_lazy("I bruk"), value=lambda row: _("Ja") if row.active else _("Nei"), sort="active"),
    ]
    quick_list = [QuickFilter("active", gettext_lazy("I bruk"), Q(active=True))]
    nothing_there = Empty(
        gettext_lazy("Ingen maler ennå"),
        gettext_lazy("Lag en mal for et yrke. Kursleverandørene kopierer stegene inn i opplæringsplanene."),
    )

    def row_url(self, obj):
        return reverse("placements:plan_template_edit", args=[obj.public_id])


def _own(request: HttpRequest):
    """The templates of the own county."""
    return PlanTemplate.objects.visible_to(request.membership).filter(county=request.membership.county_id)


@page(roles=COUNTY, log=LogRule.NONE)
@require_safe
def plan_template_list(request: HttpRequest) -> HttpResponse:
    """The county's templates."""
    found = _own(request).select_related("occupation").annotate(step_count=Count("steps"))
    return TemplateList(request, found).response()


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def plan_template_new(request: HttpRequest) -> HttpResponse:
    """A new template for the county."""
    return _form_page(request, None, _("Ny mal for opplæringsplan"))


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(METHODS)
def plan_template_edit(request: HttpRequest, public_id) -> HttpResponse:
    """Change a template of the own county, or take it out of use. Plans made from it keep their steps."""
    template = get_object_or_404(_own(request).select_related("occupation"), public_id=public_id)
    return _form_page(request, template, _("Endre malen"))


def _form_page(request: HttpRequest, template: PlanTemplate | None, title: str) -> HttpResponse:
    back = reverse("placements:plan_template_list")
    form = TemplateForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        template=template,
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: save_template(
                county=request.membership.county,
                template=template,
                by=request.membership,
                **form.cleaned_data_for_action(),
            ),
            url=lambda _saved: back,
        )
        if url:
            messages.success(request, _("Malen er lagret."))
            return redirect(url)
    context = {
        "title": title,
        "lead": _("Stegene sorteres etter uke. Tøm et steg for å fjerne det. Lagre for å få flere tomme linjer."),
        "form": form,
        "back_url": back,
        "back_label": _("Maler for opplæringsplan"),
    }
    return render(request, "components/form_page.html", context, status=page_status(form))
