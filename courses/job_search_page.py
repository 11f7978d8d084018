"""Read models of help with looking for a job: who has had how much (K3). Constant queries."""

from collections import defaultdict

from django.db.models import Count, Max, Sum
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from amo.models import Membership
from courses import enrolment_page, grants, shown_names
from courses.actions.job_search import ON_COURSE, in_class
from courses.models import Enrolment, Intake, JobSearchActivity

Kind = JobSearchActivity.Kind
SHOWN = 30


def counts(enrolment_ids) -> dict[int, dict]:
    """{enrolment: {"kinds": {kind: times}, "times", "applications", "last"}} of those with anything. One query."""
    found: dict[int, dict] = {}
    rows = JobSearchActivity.objects.filter(enrolment__in=enrolment_ids).order_by().values("enrolment", "kind")
    for row in rows.annotate(times=Count("pk"), sent=Sum("applications"), last=Max("on")):
        one = found.setdefault(row["enrolment"], {"kinds": {}, "times": 0, "applications": 0, "last": row["last"]})
        one["kinds"][row["kind"]] = row["times"]
        one["times"] += row["times"]
        one["applications"] += row["sent"]
        one["last"] = max(one["last"], row["last"])
    return found


def of_class(membership: Membership, intake: Intake) -> dict:
    """A row per person with her counts; those with nothing first."""
    people = list(in_class(intake, membership).select_related("participant").order_by("participant__name_sort", "pk"))
    names = shown_names.names(membership, people)
    full = grants.has_course_view(membership, {one.participant_id for one in people}, on=clock.today())
    had = counts([one.pk for one in people if one.participant_id in full])
    rows = [
        {
            "enrolment": one,
            "name": names[one.pk],
            "masked": names[one.pk] != one.participant.list_name,
            "reduced": one.participant_id not in full,
            "had": had.get(one.pk),
            "cells": [had[one.pk]["kinds"].get(kind, 0) if one.pk in had else 0 for kind in Kind.values],
        }
        for one in people
    ]
    none = [row for row in rows if row["had"] is None and not row["reduced"]]
    return {
        "kinds": [str(label) for label in Kind.labels],
        "rows": sorted(rows, key=lambda row: row["reduced"] or row["had"] is not None),
        "none": len(none),
        "people": sum(not row["reduced"] for row in rows),
        "can_log": bool(people),
    }


def sentence(activity: JobSearchActivity) -> str:
    """ "12. oktober: Søknad, 3 søknader sendt, Solbakken sykehjem, sammen med Nav"."""
    parts = [str(activity.get_kind_display())]
    if activity.applications:
        sent = ngettext("%(n)d søknad sendt", "%(n)d søknader sendt", activity.applications)
        parts.append(sent % {"n": activity.applications})
    if activity.employer:
        parts.append(activity.employer)
    if activity.with_whom:
        parts.append(_("sammen med %(whom)s") % {"whom": activity.with_whom})
    return f"{date_format(activity.on, 'j. F Y')}: {', '.join(parts)}"


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: what she has had, newest first, and where the provider logs more. Two queries."""
    rows = Enrolment.objects.visible_to(membership).filter(pk__in=ids, status__in=ON_COURSE)
    enrolments = {one.pk: one for one in rows.select_related("participant")}
    activities = defaultdict(list)
    for row in JobSearchActivity.objects.visible_to(membership).filter(enrolment__in=enrolments):
        activities[row.enrolment_id].append(row)
    found = {}
    for pk, enrolment in enrolments.items():
        if not enrolment_page.has_course_view(enrolment, membership):
            continue
        writes = membership.is_provider
        found[pk] = {
            "activities": [
                {
                    "text": sentence(row),
                    "note": row.note,
                    "url": reverse("courses:job_search_remove", args=[row.public_id]) if writes else "",
                }
                for row in activities[pk][:SHOWN]
            ],
            "more": max(0, len(activities[pk]) - SHOWN),
            "applications": sum(row.applications for row in activities[pk]),
            "new_url": reverse("courses:job_search_person", args=[enrolment.public_id]) if writes else "",
        }
    return found
