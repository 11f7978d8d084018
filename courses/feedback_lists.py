"""The list of feedback: one's own, the office's, or what the county has to answer (C7)."""

from django.db.models import Q, Value
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from amo import clock
from amo.fields import SearchKey
from amo.lists import Column, Empty, Facet, ListPage, QuickFilter
from amo.models import Role
from amo.templatetags.aksel import status_tag
from courses.models import ConceptFeedback

Status = ConceptFeedback.Status
COLORS = {
    Status.NEW: "info",
    Status.READ: "open",
    Status.ANSWERED: "approved",
    Status.ACTED_ON: "completed",
}
LATE_DAYS = 14
"""One who has waited so long without an answer stands out."""
OPEN = Q(status__in=[Status.NEW, Status.READ])


def days_waiting(feedback: ConceptFeedback) -> int | None:
    """Days since it was sent; None once it is answered."""
    return None if feedback.is_answered else (clock.today() - localtime(feedback.sent_at).date()).days


def waiting_text(feedback: ConceptFeedback) -> str:
    """ "14 dager uten svar", or when it was answered."""
    days = days_waiting(feedback)
    if days is None:
        return date_format(localtime(feedback.answered_at), "SHORT_DATE_FORMAT")
    return ngettext("%(n)d dag uten svar", "%(n)d dager uten svar", days) % {"n": days}


def _state(feedback: ConceptFeedback):
    """The status; one who has waited too long stands out by the days."""
    days = days_waiting(feedback)
    if days is not None and days >= LATE_DAYS:
        return status_tag(waiting_text(feedback), "warning")
    return status_tag(feedback.get_status_display(), COLORS[feedback.status])


def _short(feedback: ConceptFeedback) -> str:
    """What it is about and how it begins."""
    said = f"{feedback.about}: {feedback.text}" if feedback.text else feedback.about
    return said if len(said) <= 70 else said[:67].rstrip() + "…"


class FeedbackList(ListPage):
    """Every feedback in scope, those without an answer first among the quick filters."""

    key = "feedback"
    title = gettext_lazy("Tilbakemeldinger om kurs")
    noun = (gettext_lazy("tilbakemelding"), gettext_lazy("tilbakemeldinger"))
    template = "courses/feedback/list.html"
    row_template = "courses/feedback/_row.html"
    default_sort = "-sent"
    logs_people = False
    search_url_name = "courses:feedback_search"
    search_label = gettext_lazy("Søk i kurs og tekst")
    nothing_there = Empty(
        gettext_lazy("Ingen tilbakemeldinger"),
        gettext_lazy("Åpne et kurs og velg «Gi tilbakemelding» for å si fra om noe som bør bli bedre."),
    )
    column_list = [
        Column("course", gettext_lazy("Kurs"), "concept.title", sort="concept__title_sort"),
        Column("about", gettext_lazy("Gjelder"), "about", sort=("verdict", "kind"), visible=False),
        Column("text", gettext_lazy("Tilbakemelding"), _short, export="text"),
        Column("intake", gettext_lazy("Oppstart"), "intake.code", sort="intake__code", visible=False),
        Column("round", gettext_lazy("Runde"), "round.name", sort="round__name", visible=False),
        Column(
            "sender", gettext_lazy("Avsender"), lambda one: f"{one.sender.user}, {one.office.name}",
            sort="sender__user__last_name", export="sender.user",
        ),
        Column("office", gettext_lazy("Nav-kontor"), "office.name", sort="office__name_sort", visible=False),
        Column("sent", gettext_lazy("Sendt"), lambda one: localtime(one.sent_at).date(), sort="sent_at"),
        Column("status", gettext_lazy("Status"), _state, sort="status", export="get_status_display"),
        Column("waiting", gettext_lazy("Svar"), waiting_text, visible=False),
    ]  # fmt: skip
    quick_list = [
        QuickFilter("open", gettext_lazy("Uten svar"), OPEN),
        QuickFilter("mine", gettext_lazy("Mine egne"), lambda page: Q(sender=page.membership)),
        QuickFilter("answered", gettext_lazy("Besvart"), ~OPEN),
    ]
    facet_list = [
        Facet("gjelder", gettext_lazy("Gjelder"), field="kind", choices=ConceptFeedback.Kind.choices),
        Facet("kurs", gettext_lazy("Kurs"), field="concept", label_field="concept__title"),
        Facet("runde", gettext_lazy("Runde"), field="round", label_field="round__name"),
        Facet("kontor", gettext_lazy("Nav-kontor"), field="office", label_field="office__name"),
    ]

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        if self.membership.role == Role.CASEWORKER:
            hidden = {"sender", "office"}
            self.column_list = [column for column in self.column_list if column.key not in hidden]
            self.facet_list = [facet for facet in self.facet_list if facet.name != "kontor"]
        if self.membership.role != Role.OFFICE_LEAD:
            self.quick_list = [quick for quick in self.quick_list if quick.code != "mine"]

    def row_url(self, obj):
        return reverse("courses:feedback_detail", args=[obj.public_id])

    def search(self, queryset, term):
        return queryset.filter(Q(concept__title_search__contains=SearchKey(Value(term))) | Q(text__icontains=term))


def start(membership, ids: list) -> dict:
    """start: what the county has to answer; the rounds that wait for one's own advice. No names."""
    from courses import feedback_page

    if membership.role == Role.COUNTY_STAFF:
        waiting = ConceptFeedback.objects.visible_to(membership).unanswered()
        count, oldest = waiting.count(), waiting.order_by("sent_at").first()
        if not count:
            return {}
        days = days_waiting(oldest)
        text = ngettext(
            "Tilbakemeldinger uten svar, den eldste %(n)d dag",
            "Tilbakemeldinger uten svar, den eldste %(n)d dager",
            days,
        ) % {"n": days}
        url = reverse("courses:feedback_list") + "?f=1&quick=open&sort=sent"
        items = [{"text": text, "url": url, "count": count, "due": None}]
    else:
        items = [
            {
                "text": _("Svar på %(name)s") % {"name": one.name},
                "url": reverse("courses:feedback_round_answer", args=[one.public_id]),
                "count": None,
                "due": one.due_on,
            }
            for one in feedback_page.waiting_rounds(membership)
        ]
    return {membership.pk: {"title": _("Tilbakemeldinger om kurs"), "items": items}} if items else {}
