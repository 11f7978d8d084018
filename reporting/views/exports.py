"""The results as Excel: what the page shows, with what was chosen and how it is counted (R10)."""

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from amo import accesslog, clock, files, list_export
from amo.models.users import CASE_ROLES
from amo.policy import LogRule, page
from courses.models import Concept
from reporting import export
from reporting.results import results
from reporting.views.results import concept_form, overview_concepts, overview_form, with_query


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_GET
def results_export(request):
    """Every concept the reader's overview shows."""
    form = overview_form(request)
    return _respond(request, _("Resultater"), form, overview_concepts(request), reverse("reporting:results"))


@page(roles=CASE_ROLES, log=LogRule.NONE)
@require_GET
def concept_export(request, public_id):
    """One concept."""
    found = Concept.objects.visible_to(request.membership).select_related("county")
    concept = get_object_or_404(found, public_id=public_id)
    title = _("Resultater: %(concept)s") % {"concept": concept.title}
    back = reverse("reporting:concept_results", args=[concept.public_id])
    return _respond(request, title, concept_form(request, concept), [concept], back)


def _respond(request, title: str, form, concepts, back: str):
    """The file, logged with its rows; a choice that cannot be read is told on the page instead."""
    if not form.is_valid():
        return redirect(with_query(request, back))
    rows = export.rows(results(request.membership, concepts, form.choice()))
    accesslog.record(request, subject=None, message=f"Excel: {title}", rows=len(rows))
    facts = [
        (_("Liste"), title),
        (_("Tatt ut"), clock.today()),
        (_("Tatt ut av"), str(request.membership)),
        (_("Antall rader"), len(rows)),
        *form.in_words(),
        *export.definitions(),
    ]
    content = list_export.write(title, export.headings(), rows, facts)
    return files.attachment(list_export.file_name(title, clock.today()), content, files.XLSX)
