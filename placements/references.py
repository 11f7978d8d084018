"""Read models of written references and referees: who has what, and who lacks it (L11)."""

from collections import defaultdict

from django.db.models import OuterRef, QuerySet, Subquery
from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses import grants
from participants.events import Event, Kind
from placements.models import Placement, Reference
from placements.protection import unprotected

COLORS = {"": "missing", Reference.Status.ASKED: "waiting", Reference.Status.RECEIVED: "success",
          Reference.Status.REFUSED: "neutral"}  # fmt: skip
ROUTES = {Reference.Kind.ATTEST: "reference_attest", Reference.Kind.REFEREE: "reference_referee"}
COUNTS = (Placement.Status.AGREED, Placement.Status.RUNNING, Placement.Status.COMPLETED, Placement.Status.ENDED_EARLY)


def status_text(status: str | None) -> str:
    """ "Fått", or that nobody has asked."""
    return str(Reference.Status(status).label) if status else _("Ikke spurt")


def with_references(placements: QuerySet) -> QuerySet:
    """Placements that have begun, each with `attest` and `referee`: the status, or None where nobody has asked."""
    own = Reference.objects.filter(placement=OuterRef("pk"))
    began = placements.filter(status__in=COUNTS, starts_on__lte=clock.today())
    return began.annotate(
        attest=Subquery(own.filter(kind=Reference.Kind.ATTEST).values("status")[:1]),
        referee=Subquery(own.filter(kind=Reference.Kind.REFEREE).values("status")[:1]),
    )


def _cards(placement: Placement, references: list[Reference], writes: bool) -> list[dict]:
    """The two of one placement, asked for or not."""
    by_kind = {one.kind: one for one in references}
    cards = []
    for kind in Reference.Kind:
        one = by_kind.get(kind)
        edit = reverse(f"placements:{ROUTES[kind]}", args=[placement.public_id]) if writes else ""
        cards.append(
            {
                "label": str(kind.label),
                "reference": one,
                "status": status_text(one.status if one else None),
                "color": COLORS[one.status if one else ""],
                "file_url": reverse("placements:reference_file", args=[one.public_id]) if one and one.file_id else "",
                "edit_url": edit,
                "edit_label": _("Endre") if one else _("Før"),
            }
        )
    return cards


def _writable(membership: Membership, placements: list[Placement]) -> set[int]:
    """Those a provider writes about: in the course view, and the placement has begun and was not called off."""
    if not membership.is_provider:
        return set()
    people = {one.participant_id for one in placements}
    full = grants.has_course_view(membership, people, on=clock.today())
    return {
        one.pk
        for one in placements
        if one.participant_id in full and one.status in COUNTS and one.starts_on <= clock.today()
    }


def _groups(membership: Membership, key: str, ids: list, *, begun: bool = False) -> dict[int, list[dict]]:
    """{key: a group per placement}, latest first. Two queries, and one for a provider's view."""
    placements = Placement.objects.visible_to(membership).filter(**{f"{key}__in": ids}, status__in=COUNTS)
    if begun:
        placements = placements.filter(starts_on__lte=clock.today())
    placements = list(placements.select_related("employer").order_by("-starts_on", "-pk"))
    references = defaultdict(list)
    for one in Reference.objects.filter(placement__in=placements).select_related("recorded_by__user", "file").defer(
        "file__content"
    ):  # fmt: skip
        references[one.placement_id].append(one)
    writable = _writable(membership, placements)
    found = defaultdict(list)
    for one in placements:
        cards = _cards(one, references[one.pk], one.pk in writable)
        found[getattr(one, "pk" if key == "pk" else f"{key}_id")].append(
            {"employer": one.employer.name, "cards": cards}
        )
    return found


def of_placements(membership: Membership, ids: list) -> dict:
    """placement.side: both of this placement."""
    return {pk: {"groups": groups, "single": True} for pk, groups in _groups(membership, "pk", ids).items()}


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: those of each placement that has begun. Not in a provider's reduced view, as placements."""
    found = _groups(membership, "enrolment", ids, begun=True)
    return {pk: {"groups": groups, "single": False} for pk, groups in found.items()}


def of_participants(membership: Membership, ids: list) -> dict:
    """participant.overview, for NAV."""
    if not membership.is_nav:
        return {}
    found = _groups(membership, "participant", ids, begun=True)
    return {pk: {"groups": groups, "single": False} for pk, groups in found.items()}


def of_intakes(membership: Membership, ids: list) -> dict:
    """intake.detail, for the provider: how many of those who have been in a placement lack one or the other."""
    if not membership.is_provider:
        return {}
    found = unprotected(with_references(Placement.objects.visible_to(membership).filter(enrolment__intake__in=ids)))
    lacking, keys = defaultdict(int), {}
    rows = found.order_by().values_list("enrolment__intake", "enrolment__intake__public_id", "attest", "referee")
    for intake, key, *both in rows:
        keys[intake] = key
        lacking[intake] += any(one not in (Reference.Status.RECEIVED, Reference.Status.REFUSED) for one in both)
    return {
        pk: {"lacking": lacking[pk], "url": reverse("placements:class_references", args=[key])}
        for pk, key in keys.items()
    }


def events_of(membership: Membership, ids: list) -> dict:
    """participant.events: received or refused."""
    if not membership.is_nav:
        return {}
    found = defaultdict(list)
    rows = Reference.objects.visible_to(membership).filter(placement__participant__in=ids, answered_on__isnull=False)
    titles = {
        (Reference.Kind.ATTEST, Reference.Status.RECEIVED): _("Fikk attest"),
        (Reference.Kind.REFEREE, Reference.Status.RECEIVED): _("Fikk en referanse"),
        (Reference.Kind.ATTEST, Reference.Status.REFUSED): _("Fikk ikke attest"),
        (Reference.Kind.REFEREE, Reference.Status.REFUSED): _("Fikk ikke referanse"),
    }
    for row in rows.select_related("placement__employer", "recorded_by__user"):
        placement = row.placement
        url = reverse("placements:placement_detail", args=[placement.public_id])
        found[placement.participant_id].append(
            Event(
                Kind.PLACEMENT, row.answered_on, titles[row.kind, row.status], placement.employer.name,
                str(row.recorded_by.user), url, row.recorded_at,
            )
        )  # fmt: skip
    return {person: {"events": events} for person, events in found.items()}
