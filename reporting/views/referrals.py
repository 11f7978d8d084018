"""How it went for those a caseworker referred: by name, as facts say (R9)."""

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from amo import clock
from amo.list_parts import Column, Empty, Facet, QuickFilter
from amo.lists import ListPage
from amo.models.users import OFFICE_ROLES, Role
from amo.policy import LogRule, page
from courses.models import Enrolment
from participants.models import Employment
from reporting import words
from reporting.models import OutcomeSnapshot
from reporting.referrals import referred
from reporting.results import SHOWN


class ReferralList(ListPage):
    """Everybody the caseworker (or the office) referred to a course, and what came of it."""

    key = "referrals"
    title = gettext_lazy("Slik gikk det")
    noun = (gettext_lazy("deltakelse"), gettext_lazy("deltakelser"))
    default_sort = "-ends_on"
    column_list = [
        Column("name", gettext_lazy("Navn"), value="participant.list_name", sort="participant__name_sort"),
        Column(
            "course", gettext_lazy("Kurs"), value="intake.concept.title", sort="intake__contract__concept__title_sort"
        ),
        Column("ends_on", gettext_lazy("Kursslutt"), sort="ends_on", visible=False),
        Column("status", gettext_lazy("Status"), value="get_status_display", sort="status"),
        Column("t0", gettext_lazy("Ved kursslutt")),
        Column("t6", gettext_lazy("6 uker")),
        Column("t12", gettext_lazy("12 uker")),
        Column("job", gettext_lazy("Siste jobb"), value=lambda row: job_text(row)),
        Column("form", gettext_lazy("Ansettelse"), value="job.get_form_display", visible=False),
        Column("found", gettext_lazy("Funnet gjennom"), value=lambda row: found_text(row), visible=False),
    ]
    facet_list = [
        Facet(
            "course",
            gettext_lazy("Kurs"),
            field="intake__contract__concept__public_id",
            label_field="intake__contract__concept__title",
        ),
    ]
    quick_list = [
        QuickFilter(
            "done",
            gettext_lazy("Målt etter 12 uker"),
            Q(pk__in=OutcomeSnapshot.objects.latest().filter(milestone=12).values("enrolment")),
        ),
        QuickFilter("left", gettext_lazy("Avbrutt"), Q(status=Enrolment.Status.DROPPED_OUT)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen av dem du har søkt inn, har vært på kurs ennå"),
        gettext_lazy("Når et kurs er slutt, ser du her hvordan det gikk, ved kursslutt og etter 6 og 12 uker."),
    )
    nothing_at_office = Empty(gettext_lazy("Ingen fra kontoret har vært på kurs ennå"), nothing_there.text)

    def prepare(self, objects):
        """The outcome at each milestone in words, empty before the day, and the latest job."""
        for row in objects:
            texts = {snapshot.milestone: words.outcome(snapshot, self.membership) for snapshot in row.measured}
            row.t0, row.t6, row.t12 = (texts.get(milestone.value, "") for milestone in SHOWN)
            row.job = next(iter(row.participant.known_jobs), None)

    def row_url(self, obj):
        return reverse("participants:detail", args=[obj.participant.public_id])


def job_text(row: Enrolment) -> str:
    """The latest job: employer, percentage, and when it ended. Its form stands in a column of its own."""
    job = row.job
    if job is None:
        return ""
    text = f"{job.employer_name}, {job.fte_text}"
    if job.ends_on and job.ends_on < clock.today():
        text += " " + _("(til %(day)s)") % {"day": date_format(job.ends_on, "SHORT_DATE_FORMAT")}
    return text


def found_text(row: Enrolment) -> str:
    """How the latest job was found; empty where that is not known."""
    if row.job is None or row.job.found_through == Employment.FoundThrough.UNKNOWN:
        return ""
    return row.job.get_found_through_display()


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_GET
def referral_list(request):
    """A caseworker's own referrals; an office lead's office."""
    measured = OutcomeSnapshot.objects.latest().filter(milestone__in=SHOWN)
    jobs = Employment.objects.current().filter(starts_on__lte=clock.today()).order_by("-starts_on", "-pk")
    found = (
        referred(request.membership)
        .select_related("participant", "intake__contract__concept")
        .prefetch_related(
            Prefetch("snapshots", measured, to_attr="measured"),
            Prefetch("participant__employments", jobs, to_attr="known_jobs"),
        )
    )
    listpage = ReferralList(request, found)
    if request.membership.role == Role.OFFICE_LEAD:
        listpage.nothing_there = ReferralList.nothing_at_office
    return listpage.response()
