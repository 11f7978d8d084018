"""What the courses add to the feed about a person: applications, offers, enrolments and letters. Six queries for all."""

from collections import defaultdict
from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership
from courses import endings, handovers
from courses.changes import change_words
from courses.enrolment_page import may_see_reason
from courses.models import Application, ApplicationChange, DecisionLetter, Enrolment, Offer, Wish
from participants.events import Event, Kind, day_of


def of_participants(membership: Membership, ids: list) -> dict:
    """participant.events: NAV's; a provider has no page about a person."""
    if not membership.is_nav:
        return {}
    found = defaultdict(list)
    for source in (_applications, _changes, _offers, _enrolments, _letters):
        for person, event in source(membership, ids):
            found[person].append(event)
    return {person: {"events": events} for person, events in found.items()}


def _applications(membership: Membership, ids: list) -> Iterator[tuple[int, Event]]:
    """Sent and withdrawn; decided only where nothing was offered, since an offer speaks for itself."""
    wishes = Wish.objects.visible_to(membership).filter(application__participant__in=ids)
    titles, refused = defaultdict(list), defaultdict(list)
    columns = ("application", "intake__contract__concept__title", "status")
    for application, title, status in wishes.order_by("application", "rank").values_list(*columns):
        titles[application].append(title)
        if status == Wish.Status.REFUSED:
            refused[application].append(title)
    applications = Application.objects.visible_to(membership).filter(participant__in=ids, submitted_at__isnull=False)
    for row in applications.select_related("submitted_by__user"):
        url = reverse("courses:application_detail", args=[row.public_id])
        names, sender = ", ".join(titles[row.pk]), str(row.submitted_by.user)
        sent = row.submitted_at
        yield row.participant_id, Event(Kind.APPLICATION, day_of(sent), _("Søkt inn på kurs"), names, sender, url, sent)
        if row.withdrawn_at:
            at = row.withdrawn_at
            yield row.participant_id, Event(Kind.APPLICATION, day_of(at), _("Søknaden trukket"), names, "", url, at)
        elif row.decided_at and refused[row.pk]:
            at, names = row.decided_at, ", ".join(refused[row.pk])
            yield row.participant_id, Event(Kind.APPLICATION, day_of(at), _("Fikk avslag"), names, "", url, at)


def _changes(membership: Membership, ids: list) -> Iterator[tuple[int, Event]]:
    """Wishes changed after the application was sent."""
    changes = ApplicationChange.objects.visible_to(membership).filter(application__participant__in=ids)
    for row in changes.select_related("application", "made_by__user"):
        url = reverse("courses:application_detail", args=[row.application.public_id])
        text, by = change_words(row), str(row.made_by.user)
        day = day_of(row.made_at)
        yield (
            row.application.participant_id,
            Event(Kind.APPLICATION, day, _("Endret søknaden"), text, by, url, row.made_at),
        )


def _offers(membership: Membership, ids: list) -> Iterator[tuple[int, Event]]:
    """Offered, told, answered."""
    answers = {
        Offer.Status.ACCEPTED: _("Takket ja til tilbudet"),
        Offer.Status.DECLINED: _("Takket nei til tilbudet"),
        Offer.Status.EXPIRED: _("Fristen for tilbudet gikk ut"),
        Offer.Status.WITHDRAWN: _("Tilbudet ble trukket tilbake"),
    }
    offers = Offer.objects.visible_to(membership).filter(wish__application__participant__in=ids)
    related = ("wish__application", "wish__intake__contract__concept", "answered_by__user")
    for row in offers.select_related(*related):
        person, title = row.wish.application.participant_id, row.wish.intake.concept.title
        url = reverse("courses:application_detail", args=[row.wish.application.public_id])
        yield person, Event(Kind.OFFER, row.offered_on, _("Fikk tilbud om kursplass"), title, "", url)
        if row.contacted_on:
            text = title
            if row.deadline_on:
                text = _("%(course)s, svarfrist %(day)s") % {
                    "course": title,
                    "day": date_format(row.deadline_on, "j. F Y"),
                }
            yield person, Event(Kind.OFFER, row.contacted_on, _("Fikk beskjed om tilbudet"), text, "", url)
        if row.answered_on and row.status in answers:
            by = str(row.answered_by.user) if row.answered_by else ""
            heading = answers[row.status]
            if row.status == Offer.Status.EXPIRED and row.contacted_on is None:
                heading = _("Ikke kontaktet om tilbudet, og plassen gikk videre")
            yield person, Event(Kind.OFFER, row.answered_on, heading, title, by, url)


def _enrolments(membership: Membership, ids: list) -> Iterator[tuple[int, Event]]:
    """Started, ended and how, or never came."""
    today, status = clock.today(), Enrolment.Status
    enrolments = Enrolment.objects.visible_to(membership).filter(participant__in=ids, starts_on__lte=today)
    related = ("intake__contract__concept", "intake__contract__provider", "ended_by__user")
    rows = list(enrolments.select_related(*related))
    moved = handovers.moves({row.intake_id for row in rows})
    for row in rows:
        url, title = row.get_absolute_url(), row.intake.concept.title
        by = str(row.ended_by.user) if row.ended_by else ""
        reason = row.get_end_reason_display() if may_see_reason(row, membership) else ""
        by_the_course = endings.by_the_course(row)
        if row.status == status.NOT_STARTED:
            text = title if by_the_course else f"{title}. {reason}".rstrip(". ")
            heading = by_the_course or _("Startet ikke på kurset")
            yield row.participant_id, Event(Kind.COURSE, row.starts_on, heading, text, by, url)
            continue
        if row.status == status.AWAITING_START:
            continue
        moves = moved.get(row.intake_id, [])
        text = f"{title}, {handovers.started_with(row, moves)}"
        yield row.participant_id, Event(Kind.COURSE, row.starts_on, _("Startet på kurs"), text, "", url)
        for move in moves:
            if row.starts_on < move.day <= row.ends_on:
                heading, text = _("Kurset fikk ny kursleverandør"), f"{title}, {move.new}"
                yield row.participant_id, Event(Kind.COURSE, move.day, heading, text, "", url)
        if row.prospects_explained_on:
            text = f"{title}. {row.prospects_said}".rstrip(". ")
            heading = _("Jobbutsikter forklart")
            yield row.participant_id, Event(Kind.INFORMATION, row.prospects_explained_on, heading, text, "", url)
        if row.ends_on > today or row.status == status.PARTICIPATING:
            continue
        completed = row.status == status.COMPLETED
        heading = _("Fullførte kurset") if completed else _("Sluttet på kurset før tiden")
        heading = by_the_course or heading
        text = title if completed else f"{title}. {reason}".rstrip(". ")
        yield row.participant_id, Event(Kind.COURSE, row.ends_on, heading, text, by, url, row.ended_at)


def _letters(membership: Membership, ids: list) -> Iterator[tuple[int, Event]]:
    """Sent letters, on the day they were delivered."""
    sent = DecisionLetter.objects.visible_to(membership).filter(
        participant__in=ids, status=DecisionLetter.Status.SENT, sent_on__lte=clock.today()
    )
    for row in sent.select_related("intake__contract__concept", "sent_by__user"):
        title = _("Nytt brev som retter et tidligere, sendt") if row.corrects_id else _("Brev sendt")
        text = f"{row.get_kind_display()}: {row.intake.concept.title}. {row.get_channel_display()}"
        by = str(row.sent_by.user)
        yield row.participant_id, Event(Kind.LETTER, row.sent_on, title, text, by, row.get_absolute_url(), row.sent_at)
