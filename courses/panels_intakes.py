"""What the coming classes add to the start page, and their early end to the page of a participation (C3)."""

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses import ending_page, fill
from courses.models import Enrolment, Intake, IntakeEnding
from courses.week_facts import summaries


def start_fill(membership: Membership, ids: list) -> dict:
    """How many of the county's classes have few applicants, and how many far too many."""
    if membership.role != Role.COUNTY_STAFF:
        return {}
    today = clock.today()
    own = Intake.objects.visible_to(membership).filter(contract__concept__county=membership.county_id)
    items = []
    for quick, text, found in (
        ("few", _("Kurs med få søkere"), fill.few(today, own)),
        ("many", _("Kurs med mange søkere"), fill.many(today, own)),
    ):
        first = found.order_by("application_deadline").values_list("application_deadline", flat=True)
        if count := found.count():
            due = first.first() if quick == "few" else None
            url = f"{reverse('courses:intake_list')}?quick={quick}&fylke={membership.county_id}&sort=start"
            items.append({"text": text, "url": url, "count": count, "due": due})
    return {membership.pk: {"title": _("Påmelding"), "items": items}} if items else {}


def start_week(membership: Membership, ids: list) -> dict:
    """The office's week: deadlines and free places, with the way to the overview."""
    if not membership.is_office:
        return {}
    week = summaries([membership.office], day=clock.today())[membership.office_id]
    here = reverse("courses:intake_week")
    items = [
        {"text": text, "url": f"{here}?quick={quick}", "count": count, "due": None}
        for text, quick, count in (
            (_("Søknadsfrister denne uka"), "deadline", week.deadlines),
            (_("Kurs som starter denne uka"), "starts", week.starts),
            (_("Kurs med ledige plasser for kontoret"), "free", week.courses_with_places),
        )
        if count
    ]
    return {membership.pk: {"title": _("Kurs denne uka"), "items": items}} if items else {}


def class_ended(membership: Membership, ids: list) -> dict:
    """{intake: that it was called off or cut short}, for the provider; NAV's own page says it at its top. One query."""
    if not membership.is_provider:
        return {}
    rows = IntakeEnding.objects.visible_to(membership).filter(intake__in=ids)
    rows = rows.select_related("decided_by__user")
    return {ending.intake_id: {"ending": ending_page.words(ending)} for ending in rows}


def enrolment_ended(membership: Membership, ids: list) -> dict:
    """{enrolment: that its course was called off or cut short, and why}. One query."""
    rows = Enrolment.objects.visible_to(membership).filter(pk__in=ids, intake__ending__isnull=False)
    found = {}
    for enrolment in rows.select_related("intake__ending__decided_by__user"):
        found[enrolment.pk] = {"ending": ending_page.words(enrolment.intake.ending)}
    return found
