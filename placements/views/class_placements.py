"""Who of a class has a placement, who asks, and who has not begun: those without anything first (L2)."""

from django.db.models import Case, CharField, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from amo import clock
from amo.list_parts import Column, Empty, QuickFilter
from amo.models.users import PROVIDER_ROLES
from amo.policy import LogRule, page
from courses import grants
from courses.models import Enrolment
from courses.people_lists import MaskedList, in_full
from courses.shown_names import name_or_masked
from courses.views.classes import class_crumbs, class_or_404
from participants.models import Participant
from placements.actions.queue import MAY_ASK
from placements.models import Placement, PlacementRequest
from placements.requests import count_of
from placements.slots import HOLDS_SLOT

NOTHING, REFUSED, WAITING, YES, PLACED = range(5)
"""How far one has come, in the order the list has them."""
STANDING = {
    NOTHING: (gettext_lazy("Ikke begynt"), "danger"),
    REFUSED: (gettext_lazy("Bare nei"), "danger"),
    WAITING: (gettext_lazy("Venter på svar"), "info"),
    YES: (gettext_lazy("Fått ja, avtale mangler"), "warning"),
    PLACED: (gettext_lazy("Har praksisplass"), "success"),
}
Status = PlacementRequest.Status


def with_standing(enrolments: QuerySet) -> QuerySet:
    """Participations with `asked`, `queued`, `refused`, `standing`, `employer_name` and `placement_id`, in the same query."""
    placed = Placement.objects.filter(enrolment=OuterRef("pk"), status__in=HOLDS_SLOT, ends_on__gte=clock.today())
    placed = placed.order_by("starts_on", "pk")
    # A yes that became a placement is over with it.
    became = Placement.objects.filter(
        enrolment=OuterRef("enrolment"), employer=OuterRef("employer"), ends_on__gte=OuterRef("answered_on")
    ).exclude(status=Placement.Status.CANCELLED)
    yes = PlacementRequest.objects.filter(~Exists(became), enrolment=OuterRef("pk"), status=Status.YES)
    return enrolments.annotate(
        asked=count_of(Status.ASKED, enrolment="pk"),
        queued=count_of(Status.QUEUED, enrolment="pk"),
        refused=count_of(Status.NO, enrolment="pk"),
        employer_name=Subquery(placed.values("employer__name")[:1], output_field=CharField()),
        placement_id=Subquery(placed.values("public_id")[:1]),
    ).annotate(
        standing=Case(
            When(placement_id__isnull=False, then=Value(PLACED)),
            When(Exists(yes), then=Value(YES)),
            When(Q(asked__gt=0) | Q(queued__gt=0), then=Value(WAITING)),
            When(refused__gt=0, then=Value(REFUSED)),
            default=Value(NOTHING),
            output_field=IntegerField(),
        )
    )


def _of(*standings: int):
    """A quick filter's condition, of the rows that are shown in full."""
    return lambda listpage: listpage.open(standing__in=standings)


class ClassPlacements(MaskedList):
    """The class by how far each has come towards a placement."""

    key = "class_placements"
    person = "participant"
    noun = (gettext_lazy("deltaker"), gettext_lazy("deltakere"))
    default_sort = "standing"
    saveable = False
    row_template = "placements/requests/_class_row.html"
    template = "placements/requests/class_placements.html"
    column_list = [
        Column("name", gettext_lazy("Navn"), value="shown_name", sort="participant__name_sort"),
        Column("standing", gettext_lazy("Status"), value="shown_standing", sort=("standing", "participant__name_sort")),
        Column("asked", gettext_lazy("Spurt"), value=in_full(lambda row: row.asked), sort="asked", align="right"),
        Column("queued", gettext_lazy("I kø"), value=in_full(lambda row: row.queued), sort="queued", align="right"),
        Column("refused", gettext_lazy("Nei"), value=in_full(lambda row: row.refused), sort="refused", align="right"),
        Column("employer", gettext_lazy("Praksisplass"), value=in_full(lambda row: row.employer_name or "")),
    ]
    quick_list = [
        QuickFilter("without", gettext_lazy("Uten plass"), _of(NOTHING, REFUSED, WAITING, YES)),
        QuickFilter("nothing", gettext_lazy("Ikke begynt"), _of(NOTHING)),
        QuickFilter("refused", gettext_lazy("Bare nei"), _of(REFUSED)),
        QuickFilter("placed", gettext_lazy("Har praksisplass"), _of(PLACED)),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen deltakere ennå"), gettext_lazy("Deltakerne vises her når de har takket ja til plassen.")
    )

    def seen(self):
        """Those it may open: a provider's by name only."""
        return Q(participant__in=Participant.objects.openable_by(self.membership))

    def row_url(self, obj):
        return "" if obj.masked else obj.get_absolute_url()

    def row_extra(self, obj):
        return {
            "color": STANDING[obj.standing][1],
            "new_url": reverse("placements:request_new", args=[obj.public_id]),
            "placement_url": reverse("placements:placement_detail", args=[obj.placement_id])
            if obj.placement_id
            else "",
        }

    def prepare(self, objects):
        """What of each may be shown. Two queries."""
        people = {row.participant_id for row in objects}
        openable = Participant.objects.openable_by(self.membership).filter(pk__in=people).values_list("pk", flat=True)
        shown = set(openable) & grants.has_course_view(self.membership, people, on=self.today)
        for row in objects:
            row.masked = row.participant_id not in shown
            row.shown_name = name_or_masked(row.participant, masked=row.masked)
            row.shown_standing = "" if row.masked else str(STANDING[row.standing][0])


@page(roles=PROVIDER_ROLES, log=LogRule.LIST)
@require_safe
def class_placements(request: HttpRequest, public_id) -> HttpResponse:
    """The class with those who have nothing first."""
    intake = class_or_404(request, public_id)
    own = Enrolment.objects.visible_to(request.membership).filter(intake=intake, status__in=MAY_ASK)
    listpage = ClassPlacements(request, with_standing(own.select_related("participant")))
    listpage.title = _("Praksisplasser, %(code)s") % {"code": intake.code}
    context = {
        "intake": intake,
        "summary": _summary(with_standing(own).filter(listpage.seen())),
        "crumbs": class_crumbs(intake, _("Praksisplasser")),
    }
    return listpage.response(context)


def _summary(enrolments: QuerySet) -> str:
    """ "3 av 12 har praksisplass, 4 har ikke begynt." One query."""
    standings = list(enrolments.order_by().values_list("standing", flat=True))
    placed, nothing = standings.count(PLACED), standings.count(NOTHING)
    values = {"placed": placed, "total": len(standings), "nothing": nothing}
    return (
        ngettext(
            "%(placed)d av %(total)d har praksisplass, %(nothing)d har ikke begynt.",
            "%(placed)d av %(total)d har praksisplass, %(nothing)d har ikke begynt.",
            len(standings),
        )
        % values
    )
