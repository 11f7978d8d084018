"""What the pages about a hand-over show (C2)."""

from collections import Counter

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo.models import Membership
from amo.templatetags.aksel import status_tag
from courses import handovers
from courses.concept_page import STATUS_COLORS as INTAKE_COLORS
from courses.concept_page import right, short
from courses.models import Enrolment, Handover
from participants.models import Participant

COLORS = {"draft": "draft", "planned": "planned", "done": "completed", "cancelled": "cancelled"}


def facts(handover: Handover, membership: Membership) -> list[tuple]:
    """From where, to where, when and why; who made it for NAV only."""
    rows = [
        (_("Fra"), f"{handover.from_contract.provider}, {handover.from_contract.number}"),
        (_("Til"), f"{handover.to_contract.provider}, {handover.to_contract.number}"),
        (_("Første dag hos ny leverandør"), date_format(handover.day)),
        (_("Kurs"), ", ".join(handover.intakes.order_by("code").values_list("code", flat=True))),
    ]
    if membership.is_nav:
        rows += [(_("Hvorfor"), handover.reason), (_("Laget av"), str(handover.made_by.user))]
    return rows


def preview(handover: Handover, membership: Membership) -> dict:
    """Whom a hand-over touches, in counts. Protected persons the reader may not open are in no count (06-access)."""
    intakes = list(handover.intakes.order_by("starts_on", "code"))
    people = Participant.objects.openable_by(membership)
    seen = Enrolment.objects.visible_to(membership).filter(intake__in=intakes, participant__in=people)
    rows = list(seen.order_by("pk").values_list("pk", "intake", "status", "ends_on"))
    on_it = [row for row in rows if row[2] == Enrolment.Status.PARTICIPATING and row[3] >= handover.day]
    waiting = [row for row in rows if row[2] == Enrolment.Status.AWAITING_START]
    ended = [row for row in rows if row not in on_it and row not in waiting]
    counts = [Counter(row[1] for row in part) for part in (on_it, waiting, ended)]
    table = [
        [
            intake.code,
            status_tag(intake.get_status_display(), INTAKE_COLORS[intake.status], "xsmall"),
            f"{short(intake.starts_on)}–{short(intake.ends_on)}",
            *(part[intake.pk] for part in counts),
        ]
        for intake in intakes
    ]
    columns = [_("Kurs"), _("Status"), _("Periode"), right(_("Deltar")), right(_("Venter")), right(_("Har sluttet"))]
    going_on = [row[0] for row in (*on_it, *waiting)]
    return {
        "intakes": {"columns": columns, "rows": table},
        "touched": [
            (_("Deltakere som følger kurset"), len(on_it)),
            (_("Venter på oppstart og følger kurset"), len(waiting)),
            (_("Har sluttet, og følges opp av den gamle leverandøren"), len(ended)),
            *handovers.touched_above(going_on, membership),
        ],
    }
