"""What the pages about feedback and rounds show, in a fixed number of queries (C7)."""

from collections import Counter, defaultdict

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from amo.models import Membership
from courses.actions.feedback_rounds import asked
from courses.concept_page import link, short
from courses.feedback_lists import COLORS, days_waiting
from courses.models import ConceptFeedback, FeedbackRound

Verdict = ConceptFeedback.Verdict


def waiting_rounds(membership: Membership) -> list[FeedbackRound]:
    """Open rounds that ask this person and that she has not answered."""
    if not membership.is_office:
        return []
    found = FeedbackRound.objects.visible_to(membership).filter(status=FeedbackRound.Status.OPEN)
    return list(found.exclude(answers__sender__user=membership.user_id).order_by("due_on", "pk"))


def rates(round_: FeedbackRound) -> list[dict]:
    """Response rate per office: n of N persons at it have answered, also those who have left since they did.

    [{"office", "answered", "asked", "percent", "by_name"}], fewest answers first.
    """
    at_work, heard = defaultdict(set), defaultdict(set)
    for office, user in asked(round_).values_list("office", "user"):
        at_work[office].add(user)
    for office, user in round_.answers.values_list("office", "sender__user"):
        heard[office].add(user)
    rows = []
    for office in round_.offices.all():
        everybody = at_work[office.pk] | heard[office.pk]
        n, total = len(heard[office.pk]), len(everybody)
        rows.append(
            {"office": office, "answered": n, "asked": total, "percent": round(100 * n / total) if total else 0}
        )
    return sorted(rows, key=lambda row: (row["percent"], row["office"].name))


def whole_rate(rows: list[dict]) -> dict:
    """All offices together: {"answered", "asked", "percent"}."""
    answered, total = sum(row["answered"] for row in rows), sum(row["asked"] for row in rows)
    return {"answered": answered, "asked": total, "percent": round(100 * answered / total) if total else 0}


def summaries(round_: FeedbackRound, membership: Membership) -> list[dict]:
    """Per concept: how many gave each advice, the quotes this membership may read, how many wait for an answer."""
    counts, quotes = defaultdict(Counter), defaultdict(list)
    for concept, verdict, n in round_.answers.order_by().values_list("concept", "verdict").annotate(n=Count("pk")):
        counts[concept][verdict] = n
    seen = ConceptFeedback.objects.visible_to(membership).filter(round=round_)
    for row in seen.with_names().order_by("office__name_sort", "pk"):
        quotes[row.concept_id].append(quote(row))
    found = []
    for concept in round_.concepts.all():
        said = quotes[concept.pk]
        found.append(
            {
                "concept": concept,
                "total": sum(counts[concept.pk].values()),
                "verdicts": [(label, counts[concept.pk][value]) for value, label in Verdict.choices],
                "quotes": said,
                "unanswered": sum(1 for one in said if one["days"] is not None),
                "answer_url": reverse("courses:feedback_round_reply", args=[round_.public_id, concept.public_id]),
            }
        )
    return found


def quote(row: ConceptFeedback) -> dict:
    """One feedback as it stands in a list of quotes."""
    return {"row": row, "color": COLORS[row.status], "days": days_waiting(row), "url": row.get_absolute_url()}


def with_counts(rounds):
    """Rounds with how many answers and concepts each has."""
    return rounds.annotate(
        answer_count=Count("answers__sender__user", distinct=True),
        concept_count=Count("concepts", distinct=True),
        waiting_count=Count("answers", filter=Q(answers__status__in=["new", "read"]), distinct=True),
    )


def facts(row: ConceptFeedback, membership: Membership) -> list[tuple]:
    """The description list of one feedback; the sender stands there for whoever may read it."""
    found = [(_("Kurs"), link(row.concept.get_absolute_url(), row.concept.title)), (_("Gjelder"), row.about)]
    if row.intake:
        found.append(
            (_("Kursoppstart"), link(reverse("courses:intake_detail", args=[row.intake.public_id]), row.intake.code))
        )
    if row.round:
        found.append((_("Runde"), link(row.round.get_absolute_url(), row.round.name)))
    found += [
        (_("Sendt"), short(localtime(row.sent_at).date())),
        (_("Avsender"), f"{row.sender.user}, {row.office.name}"),
    ]
    return found
