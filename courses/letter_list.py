"""The list of letters: what the office has to send, and what it has sent (A5)."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.lists import BulkAction, Column, Empty, Facet, ListPage, QuickFilter
from courses.letter_page import STATUS_COLORS
from courses.models import DecisionLetter
from participants.models import Participant

Status = DecisionLetter.Status


class LetterList(ListPage):
    """Letters of persons the reader may open; protected ones are not even counted for anybody else."""

    key = "letters"
    title = _("Brev")
    noun = (_("brev"), _("brev"))
    template = "courses/letters/list.html"
    row_template = "courses/letters/_row.html"
    default_sort = "decided"
    column_list = [
        Column("name", _("Navn"), "participant.list_name", sort="participant__name_sort"),
        Column("kind", _("Brev"), "label", sort="kind"),
        Column("course", _("Kurs"), "intake.contract.concept.title", sort="intake__contract__concept__title_sort"),
        Column("decided", _("Avgjort"), "decided_on", sort=("decided_on", "participant__name_sort")),
        Column("status", _("Status"), "get_status_display", sort="status"),
        Column("sent", _("Sendt"), "sent_on", sort="sent_on"),
        Column("language", _("Målform"), "get_language_display", sort="language", visible=False),
        Column("channel", _("Levert"), "get_channel_display", sort="channel", visible=False),
        Column(
            "caseworker",
            _("Veileder"),
            "participant.caseworker.user",
            sort=("participant__caseworker__user__last_name", "participant__caseworker__user__first_name"),
        ),
        Column("reference", _("Referanse"), "reference", sort="pk", visible=False),
    ]
    quick_list = [
        QuickFilter("draft", _("Til sending"), Q(status=Status.DRAFT)),
        QuickFilter(
            "mine",
            _("Mine til sending"),
            lambda page: Q(status=Status.DRAFT, participant__caseworker=page.membership),
        ),
        QuickFilter("sent", _("Sendt"), Q(status=Status.SENT)),
    ]
    facet_list = [
        Facet("slag", _("Brev"), field="kind", choices=DecisionLetter.Kind.choices),
        Facet("status", _("Status"), field="status", choices=Status.choices),
        Facet("maalform", _("Målform"), field="language", choices=Participant.WrittenForm.choices),
    ]
    nothing_there = Empty(
        _("Ingen brev ennå"), _("Et brev lages når noen får tilbud, avslag eller slutter på et kurs før tiden.")
    )

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        if self.membership.is_office:
            self.bulk_list = [
                BulkAction(_("Send"), "courses:letter_send_many"),
                BulkAction(_("Skriv ut i én PDF"), "courses:letter_print_many"),
            ]

    def _params(self):
        """What is to be done comes first: without a choice of one's own the list shows the letters to send."""
        params = super()._params()
        if not params:
            params["quick"] = "draft"
        return params

    @property
    def empty(self) -> Empty:
        if self.params.get("quick") in ("draft", "mine") and not self.chips:
            return Empty(_("Ingen brev å sende"), _("Alt er sendt."), self.url(quick="sent"), _("Se sendte brev"))
        return super().empty

    def row_url(self, obj):
        return reverse("courses:letter_detail", args=[obj.public_id])

    def row_extra(self, obj):
        return {"color": STATUS_COLORS[obj.status]}
