"""Visits and meetings to come, by day, and as a calendar file (L5, L12)."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from amo import clock, files
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses.models import Intake
from placements import agenda as own
from placements import calendar_file
from placements.views.lookups import visit_or_404


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_GET
def agenda(request):
    """What is late, and what comes the next eight weeks; from here a class's visits are planned."""
    late, days = own.days(request.membership, clock.today())
    running = Intake.objects.visible_to(request.membership).filter(status=Intake.Status.RUNNING)
    context = {
        "title": _("Besøk og møter"),
        "late": late,
        "days": days,
        "classes": list(running.with_names().order_by("starts_on", "code")[:30]),
    }
    return render(request, "placements/visits/agenda.html", context)


@page(roles=PROVIDER_ROLES, log=LogRule.NONE)
@require_GET
def agenda_ics(request):
    """The same as a file for any calendar; it names no participant."""
    visits, meetings = own.in_file(request.membership, clock.today())
    return files.attachment("besok-og-moter.ics", calendar_file.render(visits, meetings), calendar_file.CONTENT_TYPE)


@page(roles=PROVIDER_ROLES, log=LogRule.DETAILS)
@require_GET
def visit_ics(request, public_id):
    """One visit as a file for a calendar; it names no participant, but who asks for it is logged."""
    visit = visit_or_404(request, public_id, _("Besøk i kalenderfil"))
    return files.attachment("besok.ics", calendar_file.render([visit]), calendar_file.CONTENT_TYPE)
