"""What the page about the sharing out of places in one class shows: wishes, the proposal, and why (L2)."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo.models import Membership
from courses.models import Intake
from participants.models import Participant
from placements import sharing
from placements.models import SlotRound, SlotShare


def context(intake: Intake, membership: Membership) -> dict:
    """Everything the page needs, for those of the class this membership may open. Some ten queries, for any class."""
    people = list(sharing.seekers(intake, membership))
    wishes: dict[int, list[str]] = {}
    for wish in sharing.wishes_of([one.pk for one in people]):
        wishes.setdefault(wish.enrolment_id, []).append(wish.employer.name)
    rounds = SlotRound.objects.visible_to(membership).filter(intake=intake).select_related("created_by__user")
    shown = rounds.filter(status=SlotRound.Status.PROPOSED).first()
    shown = shown or rounds.filter(status=SlotRound.Status.CARRIED_OUT).first()
    first, last = sharing.placement_period(intake)
    return {
        "people": [{"enrolment": one, "wishes": wishes.get(one.pk, [])} for one in people],
        "wished": len(wishes),
        "round": shown,
        "is_proposal": shown is not None and shown.status == SlotRound.Status.PROPOSED,
        "shares": [_row(share) for share in _shares(shown, membership)] if shown else [],
        "policy": sharing.POLICY,
        "first": first,
        "last": last,
    }


def _shares(shown: SlotRound, membership: Membership):
    """The shares of those whom the membership may open: who got a place first, in the order of the points."""
    rows = SlotShare.objects.visible_to(membership).filter(round=shown)
    rows = rows.filter(enrolment__participant__in=Participant.objects.openable_by(membership))
    rows = list(rows.select_related("enrolment__participant", "employer", "request").order_by("pk"))
    return sorted(rows, key=lambda row: (row.employer_id is None, -row.points["total"], row.pk))


def _row(share: SlotShare) -> dict:
    points = share.points
    return {
        "share": share,
        "enrolment": share.enrolment,
        "gets": _("Ønske %(rank)d") % {"rank": share.rank} if share.rank else "",
        "none": "" if share.rank else _why_none(points["wishes"]),
        "total": points["total"],
        "factors": _factors(points),
        "why": [_why(rank, wish) for rank, wish in enumerate(points["wishes"], start=1) if _said(share, rank)],
        "status": share.request.get_status_display() if share.request else "",
    }


def _why_none(wishes: list[dict]) -> str:
    """Why somebody who has wished got no place at all, in one line."""
    refused = [wish for wish in wishes if wish["reason"] == sharing.SAID_NO]
    closed = [wish for wish in wishes if wish["status"] == "blocked" and wish not in refused]
    if len(refused) == len(wishes):
        return ngettext("Arbeidsgiveren har sagt nei", "Alle arbeidsgiverne har sagt nei", len(wishes))
    if len(closed) == len(wishes):
        return ngettext("Arbeidsgiveren tar ikke imot nå", "Ingen av arbeidsgiverne tar imot nå", len(wishes))
    if len(refused) + len(closed) == len(wishes):
        return _("Arbeidsgiverne har sagt nei eller tar ikke imot nå")
    return _("Ingen ledig plass blant ønskene")


def points_text(points: dict) -> str:
    """What is stored of a share's points, for the person's own print-out."""
    wishes = [
        _why(rank, wish) for rank, wish in enumerate(points.get("wishes", []), start=1) if wish["status"] != "closed"
    ]
    total = _("Poeng i alt: %(points)d.") % {"points": points["total"]}
    return " ".join([f"{', '.join(_factors(points))}.", total, *wishes])


def _factors(points: dict) -> list[str]:
    """Points by factor in words."""
    return [
        _("Uten praksisplass: %(points)d") % {"points": points["nobody_yet"]},
        _("Tid på kurset: %(points)d") % {"points": points["waiting"]},
        _("Nei fra arbeidsgivere: %(points)d") % {"points": points["refusals"]},
    ]


def _said(share: SlotShare, rank: int) -> bool:
    """Wishes up to the one that was met say why; those after it were not tried."""
    return share.rank is None or rank <= share.rank


def _why(rank: int, wish: dict) -> str:
    """One sentence about one wish."""
    values = {"rank": rank, "employer": wish["employer"], "places": wish["places"], "points": wish["cut_off"]}
    if wish["status"] == "placed":
        return _("Ønske %(rank)d, %(employer)s: får spørre her.") % values
    if wish["reason"] == sharing.SAID_NO:
        return _("Ønske %(rank)d, %(employer)s: har sagt nei til deltakeren.") % values
    if wish["status"] == "blocked":
        return _("Ønske %(rank)d, %(employer)s: tar ikke imot nå.") % values
    if not wish["places"]:
        return _("Ønske %(rank)d, %(employer)s: ingen ledige plasser i praksisperioden.") % values
    if wish["lot"]:
        return (
            _("Ønske %(rank)d, %(employer)s: like mange poeng som en som fikk plassen. Loddtrekning avgjorde.") % values
        )
    text = ngettext(
        "Ønske %(rank)d, %(employer)s: den ene plassen gikk til en med minst %(points)s poeng.",
        "Ønske %(rank)d, %(employer)s: de %(places)d plassene gikk til deltakere med minst %(points)s poeng.",
        wish["places"],
    )
    return text % values
