"""What is shown of suitability assessments: to each side of one, and to the county as counts (A6, 06-access)."""

from collections import Counter, defaultdict

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses import enrolment_page
from courses.actions.suitability import answer_due, may_assess
from courses.leaving_page import share
from courses.models import Enrolment, SuitabilityAssessment
from participants.models import Participant

Outcome = SuitabilityAssessment.Outcome


def facts(row: SuitabilityAssessment, membership: Membership) -> list[tuple[str, str]]:
    """The assessment as this side reads it: what she says, and NAV's reason, are for NAV."""
    found = [
        (_("Vurdering"), row.get_outcome_display()),
        (_("Grunner"), ", ".join(row.reason_labels)),
        (_("Utdyping"), row.note),
        (_("Vurdert av"), f"{row.assessed_by.user}, {date_format(localtime(row.assessed_at), 'j. F Y')}"),
    ]
    if row.outcome == Outcome.SUITABLE:
        return found
    shown = date_format(row.shown_on) if row.shown_on else _("Ikke ennå")
    found.append((_("Gått gjennom med deltakeren"), shown))
    if membership.is_nav and row.shown_on:
        found.append((_("Deltakeren sier"), row.comment or _("Ville ikke si noe.")))
    found.append((_("Nav har avgjort"), row.get_decision_display() or _("Ikke ennå")))
    if membership.is_nav and row.decision:
        found.append((_("Begrunnelse"), row.decision_reason))
    return found


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: the assessment, and where the provider makes it. Two queries."""
    rows = Enrolment.objects.visible_to(membership).filter(pk__in=ids)
    rows = rows.select_related("participant", "suitability__assessed_by__user")
    found, today = {}, clock.today()
    for enrolment in rows:
        row = getattr(enrolment, "suitability", None)
        if not enrolment_page.has_course_view(enrolment, membership):
            continue
        assesses = membership.is_provider and may_assess(enrolment, today) and not (row and row.decision)
        if row is None and not assesses:
            continue
        found[enrolment.pk] = {
            "row": row,
            "facts": facts(row, membership) if row else [],
            "new_url": reverse("courses:suitability_assess", args=[enrolment.public_id]) if assesses else "",
            "url": row.get_absolute_url() if row and row.outcome == Outcome.NOT_SUITABLE else "",
        }
    return found


def waiting(membership: Membership):
    """Assessments the county has to decide, of people this member of staff may open, the oldest first."""
    rows = SuitabilityAssessment.objects.visible_to(membership).unanswered()
    rows = rows.filter(enrolment__participant__in=Participant.objects.openable_by(membership))
    related = (
        "enrolment__participant",
        "enrolment__intake__contract__concept",
        "enrolment__intake__contract__provider",
    )
    return rows.select_related(*related).order_by("assessed_at", "pk")


def start_county(membership: Membership, ids: list) -> dict:
    """start: what waits for the county's decision. One query."""
    if membership.role != Role.COUNTY_STAFF:
        return {}
    rows = list(waiting(membership))
    if not rows:
        return {}
    item = {
        "text": _("Avgjør om kurset passer for deltakeren"),
        "url": reverse("courses:suitability_county"),
        "count": len(rows),
        "due": answer_due(rows[0]),
    }
    return {membership.pk: {"title": _("Vurderinger fra kursleverandører"), "items": [item]}}


def county(membership: Membership) -> dict:
    """What waits, and of each provider and concept how many are found unsuitable, and why. Three queries.

    Shares with their interval from ten people on; below that only the numbers. Nobody is named in them, and protected
    people are in none.
    """
    openable = waiting(membership)
    pending = [
        [
            format_html('<a class="aksel-link" href="{}">{}</a>', row.get_absolute_url(), row.enrolment.intake.code),
            row.enrolment.intake.concept.title,
            row.enrolment.intake.provider.name,
            ", ".join(row.reason_labels),
            _("Ja") if row.shown_on else _("Nei"),
            date_format(answer_due(row)),
        ]
        for row in openable
    ]
    seen = Enrolment.objects.visible_to(membership).filter(
        participant__address_protection="", participant__is_shielded=False
    )
    names = ("intake__contract__provider__name", "intake__contract__concept__title")
    groups = (
        seen.exclude(suitability=None)
        .order_by(*names)
        .values(*names)
        .annotate(n=Count("pk"), k=Count("pk", filter=Q(suitability__outcome=Outcome.NOT_SUITABLE)))
    )
    reasons: dict[tuple, Counter] = defaultdict(Counter)
    unsuitable = seen.filter(suitability__outcome=Outcome.NOT_SUITABLE).order_by()
    for provider, concept, codes in unsuitable.values_list(*names, "suitability__reasons"):
        reasons[provider, concept].update(codes)
    labels = dict(SuitabilityAssessment.Reason.choices)
    shares = []
    for group in groups:
        key = tuple(group[name] for name in names)
        why = ", ".join(f"{labels[code]} ({n})" for code, n in reasons[key].most_common())
        shares.append([*key, share(group["k"], group["n"]), why])
    return {
        "pending": pending,
        "pending_columns": [
            _("Kurs"), _("Kurskonsept"), _("Kursleverandør"), _("Grunner"), _("Sett av deltakeren"), _("Frist"),
        ],
        "shares": shares,
        "share_columns": [_("Kursleverandør"), _("Kurskonsept"), _("Funnet at kurset ikke passer"), _("Grunner")],
    }  # fmt: skip
