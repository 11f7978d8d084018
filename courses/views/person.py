"""The courses' own page about a person: every application and every course (A1, K2)."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from amo.models.users import NAV_ROLES
from amo.policy import LogRule, page
from courses import letter_page, panels_places, person_panels
from participants.views.lookups import participant_or_404
from participants.views.person import page_context

PAGE_SIZE = 20


@page(roles=NAV_ROLES, log=LogRule.DETAILS)
@require_safe
def person_courses(request: HttpRequest, participant_id) -> HttpResponse:
    """Courses she has been on, and her applications, newest first."""
    participant = participant_or_404(request, participant_id)
    membership, ids = request.membership, [participant.pk]
    context = page_context(request, participant, active="applications", here=_("Søknader og kurs"))
    pages = Paginator(person_panels.all_applications(membership, ids).get(participant.pk, []), PAGE_SIZE)
    context |= {
        "courses": panels_places.enrolments(membership, ids).get(participant.pk, {}).get("courses", []),
        "letters": letter_page.all_letters(membership, ids).get(participant.pk, []),
        "page": pages.get_page(request.GET.get("page")),
        "page_urls": {},
    }
    return render(request, "courses/person_courses.html", context)
