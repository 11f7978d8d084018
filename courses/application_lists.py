"""The lists about applications: wishes, offers, a class's waiting list, and permissions asked for (A1, A3, A4)."""

from django.db.models import OuterRef, Q, Subquery
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from amo import workdays
from amo.lists import Column, Empty, Facet, ListPage, Option, QuickFilter
from amo.models import Role
from amo.templatetags.aksel import status_tag
from courses import waiting_list
from courses.application_page import PERMISSION_COLORS, explain, latest_decisions, offer_text
from courses.application_page import STATUS_COLORS as WISH_COLORS
from courses.models import AllocationDecision, AllocationRun, Application, CountyPermission, Offer, Wish
from courses.people_lists import PeopleList, caseworker_name, county_only, unmasked
from courses.plan_rule import AWAITS_PLAN
from courses.portfolio_rows import DECISION_WORKING_DAYS
from courses.shown_names import name_or_masked

PERSON = "application__participant"
OFFER_COLORS = {
    Offer.Status.OUTSTANDING: "offered",
    Offer.Status.ACCEPTED: "accepted",
    Offer.Status.DECLINED: "declined",
    Offer.Status.EXPIRED: "overdue",
    Offer.Status.WITHDRAWN: "withdrawn",
}


class WishList(PeopleList):
    """The office's (or the county's) wishes: who waits for what, with the place on the waiting list (A4)."""

    person = PERSON
    key = "wishes"
    title = gettext_lazy("Søknader og ventelister")
    noun = (gettext_lazy("kursønske"), gettext_lazy("kursønsker"))
    template = "courses/wish_list.html"
    row_template = "courses/_wish_row.html"
    default_sort = "-sent"
    search_url_name = "courses:application_search"
    column_list = [
        Column("name", gettext_lazy("Navn"), lambda w: w.shown_name, sort=f"{PERSON}__name_sort"),
        Column("course", gettext_lazy("Kurs"), lambda w: w.shown("title"), sort="intake__contract__concept__title_sort"),
        Column("rank", gettext_lazy("Ønske"), lambda w: w.shown("rank"), sort="rank", align="right"),
        Column("status", gettext_lazy("Status"), lambda w: w.shown("status_text"), sort="status"),
        Column("position", gettext_lazy("Plass på ventelista"), lambda w: w.place_text, align="right"),
        Column("office", gettext_lazy("Nav-kontor"), lambda w: w.shown("office"), sort=f"{PERSON}__office__name_sort"),
        Column(
            "caseworker", gettext_lazy("Veileder"), lambda w: w.shown("caseworker"),
            sort=f"{PERSON}__caseworker__user__last_name", visible=False,
        ),
        Column("window", gettext_lazy("Tildelingsrunde"), lambda w: w.shown("window"), visible=False),
        Column("code", gettext_lazy("Kursnummer"), lambda w: w.shown("code"), sort="intake__code", visible=False),
        Column("start", gettext_lazy("Kursstart"), lambda w: w.shown("start"), sort="intake__starts_on"),
        Column("sent", gettext_lazy("Søkt"), lambda w: w.shown("sent"), sort="application__submitted_at"),
    ]  # fmt: skip
    quick_list = [
        QuickFilter(
            "mine", gettext_lazy("Mine brukere"), lambda page: page.open(**{f"{PERSON}__caseworker": page.membership})
        ),
        QuickFilter("pending", gettext_lazy("Venter på tildeling"), lambda page: page.open(status=Wish.Status.PENDING)),
        QuickFilter(
            "plan",
            gettext_lazy("Venter på plan"),
            lambda page: (
                page.open(status=Wish.Status.PENDING) & Q(application__in=Application.objects.filter(AWAITS_PLAN))
            ),
        ),
        QuickFilter("offered", gettext_lazy("Har tilbud"), lambda page: page.open(status=Wish.Status.OFFERED)),
        QuickFilter("waiting", gettext_lazy("På venteliste"), lambda page: page.open(status=Wish.Status.WAITING)),
    ]
    facet_list = [
        Facet(
            "status",
            gettext_lazy("Status"),
            options=lambda page: [Option(value, str(label), page.open(status=value)) for value, label in Wish.Status.choices],
        ),
        Facet(
            "runde",
            gettext_lazy("Tildelingsrunde"),
            options=lambda page: page.options("application__window", "application__window__name"),
        ),
        Facet(
            "kurs",
            gettext_lazy("Kurs"),
            options=lambda page: page.options("intake__contract__concept", "intake__contract__concept__title"),
        ),
        Facet(
            "kontor",
            gettext_lazy("Nav-kontor"),
            options=lambda page: (
                page.options(f"{PERSON}__office", f"{PERSON}__office__name") if county_only(page) else []
            ),
        ),
    ]  # fmt: skip
    nothing_there = Empty(
        gettext_lazy("Ingen søknader her."), gettext_lazy("Søk inn fra kursforslagene til en bruker.")
    )

    def row_url(self, obj):
        if obj.masked:
            return ""
        return reverse("courses:application_detail", args=[obj.application.public_id])

    def row_extra(self, obj):
        return {"color": WISH_COLORS[obj.status]}

    def prepare(self, objects):
        for wish in objects:
            wish.masked = wish.application.participant.is_masked_for(self.membership)
            wish.shown_name = name_or_masked(wish.application.participant, masked=wish.masked)
            wish.shown = _reader(wish)
        places = waiting_list.places_of([wish for wish in objects if not wish.masked], self.membership)
        for wish in objects:
            place = places.get(wish.pk)
            wish.place_text = _("%(n)d av %(all)d") % {"n": place.position, "all": place.of} if place else ""


def _reader(wish: Wish):
    """Function that gives one of the row's values; of a masked row nothing."""
    person, intake = wish.application.participant, wish.intake

    def read(name: str):
        if wish.masked:
            return ""
        return {
            "title": lambda: intake.contract.concept.title,
            "rank": lambda: wish.rank,
            "status_text": lambda: _status_text(wish),
            "office": lambda: person.office.name,
            "caseworker": lambda: caseworker_name(person),
            "window": lambda: wish.application.window.name,
            "code": lambda: intake.code,
            "start": lambda: intake.starts_on,
            "sent": lambda: _sent_on(wish),
        }[name]()

    return read


def _status_text(wish: Wish) -> str:
    """The wish's status; one that is held back until there is a plan says so (P7)."""
    if wish.status in (Wish.Status.PENDING, Wish.Status.WAITING) and wish.application.awaits_plan:
        return _("Venter på plan")
    return wish.get_status_display()


def _sent_on(wish: Wish):
    sent = wish.application.submitted_at
    return localtime(sent).date() if sent else None


def decide_from(page: ListPage):
    """Offers made on this day or before have waited ten working days for contact."""
    return workdays.add_working_days(page.today, -DECISION_WORKING_DAYS)


class OfferList(PeopleList):
    """Offers of the office's people, or of the county's classes: who is to be told, who is to answer, by when (A3)."""

    key = "offers"
    title = gettext_lazy("Tilbud om kursplass")
    noun = (gettext_lazy("tilbud"), gettext_lazy("tilbud"))
    person = f"wish__{PERSON}"
    default_sort = "deadline"
    search_url_name = "courses:offer_search"
    column_list = [
        Column("name", gettext_lazy("Navn"), lambda o: o.wish.application.participant.list_name,
               sort=f"wish__{PERSON}__name_sort"),
        Column("course", gettext_lazy("Kurs"), lambda o: o.wish.intake.concept.title,
               sort="wish__intake__contract__concept__title_sort"),
        Column("rank", gettext_lazy("Ønske"), lambda o: o.wish.rank, align="right"),
        Column("status", gettext_lazy("Status"), lambda o: status_tag(o.status_text, OFFER_COLORS[o.status]),
               sort="status", export=lambda o: o.status_text),
        Column("offered", gettext_lazy("Tilbudt"), "offered_on", sort="offered_on"),
        Column("contacted", gettext_lazy("Kontaktet"), "contacted_on", sort="contacted_on"),
        Column("deadline", gettext_lazy("Svarfrist"), "deadline_on", sort=("deadline_on", "offered_on")),
        Column("answered", gettext_lazy("Svart"), "answered_on", sort="answered_on", visible=False),
        Column("office", gettext_lazy("Nav-kontor"), lambda o: o.wish.application.participant.office.name,
               sort=f"wish__{PERSON}__office__name_sort"),
        Column("caseworker", gettext_lazy("Veileder"), lambda o: caseworker_name(o.wish.application.participant),
               sort=f"wish__{PERSON}__caseworker__user__last_name"),
        Column("start", gettext_lazy("Kursstart"), lambda o: o.wish.intake.starts_on, sort="wish__intake__starts_on"),
    ]  # fmt: skip
    quick_list = [
        QuickFilter(
            "mine", gettext_lazy("Mine brukere"), lambda page: Q(**{f"{page.person}__caseworker": page.membership})
        ),
        QuickFilter("untold", gettext_lazy("Skal få beskjed"), Q(status=Offer.Status.OUTSTANDING, contacted_on=None)),
        QuickFilter(
            "told", gettext_lazy("Venter på svar"), Q(status=Offer.Status.OUTSTANDING, contacted_on__isnull=False)
        ),
        QuickFilter(
            "decide",
            gettext_lazy("Kontoret avgjør"),
            lambda page: Q(status=Offer.Status.OUTSTANDING, contacted_on=None, offered_on__lte=decide_from(page)),
        ),
    ]
    facet_list = [
        Facet("status", gettext_lazy("Status"), field="status", choices=Offer.Status.choices),
        Facet("kurs", gettext_lazy("Kurs"), field="wish__intake__contract__concept",
              label_field="wish__intake__contract__concept__title"),
    ]  # fmt: skip
    nothing_there = Empty(
        gettext_lazy("Ingen tilbud ennå"), gettext_lazy("Tilbud kommer når Nav tiltak har godkjent en fordeling.")
    )

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        # An offer tells the course: a person who is masked is left out, as on the class's own page.
        self.base = queryset.filter(unmasked(self, self.person))

    def row_url(self, obj):
        outstanding = obj.status == Offer.Status.OUTSTANDING
        if not outstanding or not self.membership.is_office:
            return obj.get_absolute_url()
        route = "courses:offer_answer" if obj.contacted_on else "courses:offer_contact"
        return reverse(route, args=[obj.public_id])

    def prepare(self, objects):
        for offer in objects:
            offer.status_text = offer_text(offer)


class WaitingList(PeopleList):
    """One class's waiting list in the approved order, with the points and the reason (A4)."""

    person = PERSON
    key = "waiting"
    noun = (gettext_lazy("på venteliste"), gettext_lazy("på venteliste"))
    template = "courses/applications/waiting_list.html"
    default_sort = "position"
    saveable = False
    column_list = [
        Column("name", gettext_lazy("Navn"), lambda w: w.application.participant.list_name, sort=f"{PERSON}__name_sort"),
        Column("position", gettext_lazy("Plass"), lambda w: w.place.position if w.place else None, sort="queued",
               align="right"),
        Column("in_office", gettext_lazy("Plass i kontoret"), lambda w: w.place.office_position if w.place else None,
               align="right"),
        Column("office", gettext_lazy("Nav-kontor"), lambda w: w.application.participant.office.name,
               sort=f"{PERSON}__office__name_sort"),
        Column("caseworker", gettext_lazy("Veileder"), lambda w: caseworker_name(w.application.participant), visible=False),
        Column("rank", gettext_lazy("Ønske"), "rank", sort="rank", align="right"),
        Column("points", gettext_lazy("Poeng"), lambda w: w.found.points.get("total") if w.found else None,
               align="right"),
        Column("why", gettext_lazy("Hvorfor"), lambda w: explain(w.found) if w.found else ""),
        Column("sent", gettext_lazy("Søkt"), lambda w: _sent_on(w), sort="application__submitted_at"),
    ]  # fmt: skip
    facet_list = [
        Facet(
            "kontor",
            gettext_lazy("Nav-kontor"),
            options=lambda page: (
                page.options(f"{PERSON}__office", f"{PERSON}__office__name") if county_only(page) else []
            ),
        ),
    ]
    nothing_there = Empty(
        gettext_lazy("Ingen står på venteliste"), gettext_lazy("Ventelista lages når en fordeling er godkjent.")
    )

    def __init__(self, request, queryset, intake):
        super().__init__(request, queryset)
        self.intake = intake
        self.title = _("Venteliste: %(course)s %(code)s") % {"course": intake.concept.title, "code": intake.code}
        approved = AllocationDecision.objects.filter(
            wish=OuterRef("pk"), run__status=AllocationRun.Status.APPROVED, position__isnull=False
        ).order_by("-run__made_at", "-run")
        own = queryset.filter(unmasked(self, PERSON))
        if self.membership.role == Role.CASEWORKER:
            own = own.filter(Q(**{f"{PERSON}__caseworker": self.membership}) | Q(**{f"{PERSON}__caseworker": None}))
        self.base = own.annotate(queued=Subquery(approved.values("position")[:1]))

    def row_url(self, obj):
        return reverse("courses:application_detail", args=[obj.application.public_id])

    def prepare(self, objects):
        places = waiting_list.places([self.intake.pk], self.membership)
        decisions = latest_decisions(objects, self.membership)
        for wish in objects:
            wish.place, wish.found = places.get(wish.pk), decisions.get(wish.pk)


class PermissionList(ListPage):
    """What was asked of another county: the office's own questions, or those the county is to answer (A1)."""

    key = "permissions"
    title = gettext_lazy("Tillatelser mellom fylker")
    noun = (gettext_lazy("spørsmål"), gettext_lazy("spørsmål"))
    default_sort = "due"
    saveable = False
    column_list = [
        Column("course", gettext_lazy("Kurs"), lambda p: p.intake.concept.title,
               sort="intake__contract__concept__title_sort"),
        Column("name", gettext_lazy("Bruker"), lambda p: p.shown_name),
        Column("office", gettext_lazy("Nav-kontor"), lambda p: p.participant.office.name,
               sort="participant__office__name_sort"),
        Column("county", gettext_lazy("Fylke som svarer"), lambda p: p.intake.concept.county.name),
        Column("status", gettext_lazy("Svar"), lambda p: status_tag(p.get_status_display(), PERMISSION_COLORS[p.status]),
               sort="status", export=lambda p: p.get_status_display()),
        Column("asked", gettext_lazy("Spurt"), lambda p: localtime(p.asked_at).date(), sort="asked_at"),
        Column("due", gettext_lazy("Svar innen"), "due_on", sort="due_on"),
        Column("start", gettext_lazy("Kursstart"), lambda p: p.intake.starts_on, sort="intake__starts_on"),
    ]  # fmt: skip
    quick_list = [
        QuickFilter("asked", gettext_lazy("Venter på svar"), Q(status=CountyPermission.Status.ASKED)),
        QuickFilter(
            "late",
            gettext_lazy("Over fristen"),
            lambda page: Q(status=CountyPermission.Status.ASKED, due_on__lt=page.today),
        ),
    ]
    facet_list = [Facet("svar", gettext_lazy("Svar"), field="status", choices=CountyPermission.Status.choices)]
    nothing_there = Empty(
        gettext_lazy("Ingen spørsmål ennå"),
        gettext_lazy("Vil en bruker gå på kurs i et annet fylke, spør dere fra søknaden."),
    )

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        # The row tells the course: one who is masked is left out.
        self.base = queryset.filter(unmasked(self, "participant"))
        # The county learns no name before an application is sent.
        if county_only(self):
            self.column_list = [column for column in self.column_list if column.key != "name"]

    def row_url(self, obj):
        return obj.get_absolute_url()

    def prepare(self, objects):
        for permission in objects:
            permission.shown_name = "" if county_only(self) else permission.participant.list_name
