"""Visits and meetings as a calendar file (.ics). It names the employer and never a participant (L5, L12).

Each event has the same UID every time, and a SEQUENCE that counts its changes: a calendar that reads the file again
moves what was moved and removes what was called off. Why it is a file and no feed: docs/decisions/0029.
"""

import datetime as dt
from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vText

from amo import clock
from placements.models import EmployerMeeting, Visit

CONTENT_TYPE = "text/calendar"
LENGTH = dt.timedelta(hours=1)


def render(visits: Iterable[Visit], meetings: Iterable[EmployerMeeting] = ()) -> bytes:
    """The file. visits need `placement__employer`, meetings `employer`."""
    calendar = Calendar()
    calendar.add("prodid", "-//Kursløp//Besøk og møter//NO")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", _("Kursløp: besøk og møter"))
    for visit in visits:
        calendar.add_component(_of_visit(visit))
    for meeting in meetings:
        calendar.add_component(_of_meeting(meeting))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _of_visit(visit: Visit) -> Event:
    employer = visit.placement.employer
    event = _event(visit, "visit", employer, visit.planned_for, visit.planned_at)
    event.add("summary", _("Besøk hos %(employer)s") % {"employer": employer.name})
    event.add("status", "CONFIRMED" if visit.status == Visit.Status.PLANNED else "CANCELLED")
    event.add("url", _address("placements:visit_log", visit.placement.public_id))
    return event


def _of_meeting(meeting: EmployerMeeting) -> Event:
    employer = meeting.employer
    event = _event(meeting, "meeting", employer, meeting.on, meeting.at)
    event.add(
        "summary", _("%(meeting)s, %(employer)s") % {"meeting": meeting.get_kind_display(), "employer": employer.name}
    )
    event.add("status", "CANCELLED" if meeting.status == EmployerMeeting.Status.CANCELLED else "CONFIRMED")
    event.add("url", _address("placements:meeting_detail", meeting.public_id))
    return event


def _event(record, kind: str, employer, day: dt.date, at: dt.time | None) -> Event:
    """What every event has: an hour in Oslo, or the whole day where no hour is agreed."""
    event = Event()
    event.add("uid", f"{kind}-{record.public_id}@{urlsplit(settings.BASE_URL).hostname or 'localhost'}")
    event.add("sequence", record.version - 1)
    event.add("dtstamp", clock.now())
    if at is None:
        event.add("dtstart", day)
        event.add("dtend", day + dt.timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        starts = dt.datetime.combine(day, at, clock.OSLO)
        event.add("dtstart", starts)
        event.add("dtend", starts + LENGTH)
    if employer.address:
        event["location"] = vText(employer.address)
    return event


def _address(route: str, public_id) -> str:
    return settings.BASE_URL.rstrip("/") + reverse(route, args=[public_id])
