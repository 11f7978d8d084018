"""The county's rules for placements, where they were passed, and the file to read employers in from (L1, L2, L7)."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from amo import files
from amo.forms import page_status, perform
from amo.list_parts import Column, Empty
from amo.lists import ListPage
from amo.models import Role
from amo.policy import LogRule, page
from placements import employer_import
from placements.actions import rules as actions
from placements.forms.employers import RulesForm
from placements.models import Placement
from placements.protection import unprotected
from placements.views.placements import placement_url

COUNTY = {Role.COUNTY_STAFF}


@page(roles=COUNTY, log=LogRule.NONE)
@require_http_methods(["GET", "HEAD", "POST"])
def rules(request: HttpRequest) -> HttpResponse:
    """See and set the own county's rules."""
    county = request.membership.county
    found = actions.rules_of(county)
    back = reverse("placements:employer_list")
    form = RulesForm(
        request.POST if request.method == "POST" else None,
        membership=request.membership,
        # Not set yet is version 0: whoever sets them first is not overwritten unseen.
        version=found.version if found.pk else 0,
        initial=RulesForm.initial_of(found),
        cancel_url=back,
    )
    if request.method == "POST" and form.is_valid():
        url = perform(
            request,
            form,
            lambda: actions.set_rules(county=county, by=request.membership, **form.cleaned_data_for_action()),
            url=lambda _rules: reverse("placements:rules"),
        )
        if url:
            messages.success(request, _("Reglene er lagret."))
            return redirect(url)
    context = {
        "title": _("Regler for praksis"),
        "lead": _("Gjelder kurs i %(county)s.") % {"county": county.name},
        "form": form,
        "back_url": back,
        "back_label": _("Arbeidsgivere"),
        "passed_url": reverse("placements:limit_passed"),
    }
    return render(request, "placements/employers/rules.html", context, status=page_status(form))


class LimitPassed(ListPage):
    """Placements agreed although the county's limit was reached, and why."""

    key = "limit_passed"
    title = gettext_lazy("Fravik fra grensen")
    noun = (gettext_lazy("praksisplass"), gettext_lazy("praksisplasser"))
    default_sort = "-agreed"
    column_list = [
        Column("name", gettext_lazy("Deltaker"), value="participant.list_name", sort="participant__name_sort"),
        Column("employer", gettext_lazy("Arbeidsgiver"), value="employer.name", sort="employer__name_sort"),
        Column("reason", gettext_lazy("Begrunnelse"), value="limit_reason", sort="limit_reason"),
        Column(
            "provider",
            gettext_lazy("Kursleverandør"),
            value="enrolment.intake.contract.provider.name",
            sort="enrolment__intake__contract__provider__name",
        ),
        Column("agreed", gettext_lazy("Avtalt"), value="created_at", sort="created_at"),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen har fått plass utover grensen"),
        gettext_lazy(
            "Her står avtaler der kursleverandøren har begrunnet hvorfor arbeidsgiveren fikk en deltaker til."
        ),
    )

    def row_url(self, obj):
        return placement_url(obj)


@page(roles=COUNTY, log=LogRule.LIST)
@require_safe
def limit_passed(request: HttpRequest) -> HttpResponse:
    """Where the limit was passed on the county's courses; protected persons are left out."""
    found = Placement.objects.visible_to(request.membership).exclude(limit_reason="")
    found = unprotected(found).filter(enrolment__intake__contract__concept__county=request.membership.county_id)
    found = found.select_related("participant", "employer", "enrolment__intake__contract__provider")
    crumbs = [(_("Arbeidsgivere"), reverse("placements:employer_list")), (_("Fravik fra grensen"), "")]
    return LimitPassed(request, found).response({"crumbs": crumbs})


@page(roles=COUNTY, log=LogRule.NONE)
@require_safe
def import_template(request: HttpRequest) -> HttpResponse:
    """The CSV file with the headings of the business register."""
    return files.attachment("arbeidsgivere.csv", employer_import.template_csv(), files.CSV)
