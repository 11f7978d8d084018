"""How it went for those a caseworker referred: by name, as facts say (R9)."""

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from amo.list_parts import Column, Empty, Facet, QuickFilter
from amo.lists import ListPage
from amo.models.users import OFFICE_ROLES, Role
from amo.policy import LogRule, page
from courses.models import Enrolment
from participants.models import Employment
from reporting import words
from reporting.models import Milestone, OutcomeSnapshot


class ReferralList(ListPage):
    """Everybody the caseworker (or the office) referred to a course, and what came of it."""

    key = "referrals"
    title = gettext_lazy("Slik gikk det")
    noun = (gettext_lazy("deltakelse"), gettext_lazy("deltakelser"))
    default_sort = "-ends_on"
    row_template = "reporting/_referral_row.html"
    column_list = [
        Column("name", gettext_lazy("Navn"), value="participant.list_name", sort="participant__name_sort"),
        Column("course", gettext_lazy("Kurs"), value="intake.concept.title",
               sort="intake__contract__concept__title_sort"),
        Column("ends_on", gettext_lazy("Kursslutt"), sort="ends_on"),
        Column("status", gettext_lazy("Status"), value="get_status_display", sort="status"),
        Column("t0", gettext_lazy("Ved kursslutt"), value=lambda row: outcome_text(row, 0)),
        Column("t6", gettext_lazy("6 uker"), value=lambda row: outcome_text(row, 6)),
        Column("t12", gettext_lazy("12 uker"), value=lambda row: outcome_text(row, 12)),
        Column("job", gettext_lazy("Siste jobb"), value=lambda row: job_text(row, short=True), export=lambda row: job_text(row)),
    ]
    facet_list = [
        Facet("course", gettext_lazy("Kurs"), field="intake__contract__concept__public_id",
              label_field="intake__contract__concept__title"),
    ]
    quick_list = [
        QuickFilter("done", gettext_lazy("Målt etter 12 uker"),
                    Q(pk__in=OutcomeSnapshot.objects.latest().filter(milestone=12).values("enrolment"))),
        QuickFilter("left", gettext_lazy("Avbrutt"), Q(status=Enrolment.Status.DROPPED_OUT)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen av dem du har søkt inn, har vært på kurs ennå"),
        gettext_lazy("Når et kurs er slutt, ser du her hvordan det gikk, ved kursslutt og etter 6 og 12 uker."),
    )

    def row_url(self, obj):
        if obj.participant.is_masked_for(self.membership):
            return ""
        return reverse("participants:detail", args=[obj.participant.public_id])

    def row_extra(self, obj):
        return {"masked": obj.participant.is_masked_for(self.membership)}


def outcome_text(row: Enrolment, weeks: int) -> str:
    """The outcome in words: "Vikariat, 3 måneder eller mer, 60 %". Empty before the day."""
    snapshot = next((snapshot for snapshot in row.measured if snapshot.milestone == weeks), None)
    return words.outcome(snapshot) if snapshot else ""


def job_text(row: Enrolment, short: bool = False) -> str:
    """The latest job: employer, percentage and, unless `short`, how it was found."""
    jobs = row.participant.held_jobs
    if not jobs:
        return ""
    job = jobs[0]
    text = f"{job.employer_name}, {job.fte_text}"
    if not short and job.found_through != Employment.FoundThrough.UNKNOWN:
        text += ". " + _("Funnet gjennom: %(how)s") % {"how": job.get_found_through_display().lower()}
    return text


@page(roles=OFFICE_ROLES, log=LogRule.LIST)
@require_GET
def referral_list(request):
    """A caseworker's own referrals; an office lead's office."""
    membership = request.membership
    found = Enrolment.objects.visible_to(membership).exclude(status=Enrolment.Status.NOT_STARTED)
    if membership.role == Role.CASEWORKER:
        found = found.filter(referred_by__user=membership.user_id)
    measured = OutcomeSnapshot.objects.latest().filter(milestone__in=[Milestone.T0, Milestone.T6, Milestone.T12])
    found = found.select_related("participant", "intake__contract__concept").prefetch_related(
        Prefetch("snapshots", measured, to_attr="measured"),
        Prefetch("participant__employments", Employment.objects.current().order_by("-starts_on", "-pk"),
                 to_attr="held_jobs"),
    )
    return ReferralList(request, found).response()
