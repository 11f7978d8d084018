"""What the weeks after a course add to the pages of persons and participations, to the meeting and to the start page."""

from django.urls import reverse
from django.utils.translation import gettext as _

from amo import clock
from amo.models import Membership, Role
from courses.models import Enrolment
from participants.actions.tasks import BY_HAND
from participants.models import Task
from participants.responsible import responsible_for
from placements import follow_up
from placements.protection import unprotected

SHOWN_DAYS = follow_up.FOLLOW_UP_DAYS + follow_up.LATELY_DAYS


def _over(membership: Membership, **where) -> list[Enrolment]:
    """The participations that are over, not long ago, with contact tried since. One query."""
    today = clock.today()
    found = follow_up.over(Enrolment.objects.visible_to(membership).filter(**where), today)
    found = follow_up.with_attempts(found, membership).select_related(
        "participant__office", "participant__caseworker__user", "intake__contract__provider"
    )
    return [one for one in found if (today - one.ends_on).days <= SHOWN_DAYS]


def _panel(enrolment: Enrolment, provider, membership: Membership) -> dict:
    today, person = clock.today(), enrolment.participant
    if membership.is_provider:
        caseworker = _("Nav")
    else:
        owner = responsible_for(person)
        caseworker = str(owner.user) if owner else str(person.office)
    return {
        "holder": follow_up.who_has_her(enrolment, provider, today, caseworker=caseworker),
        "in_work": enrolment.in_work,
        "attempts": enrolment.attempts,
        "reached_on": enrolment.reached_on,
        "next_on": follow_up.next_milestone(enrolment.ends_on, today),
        "by_provider": membership.is_provider,
        "tasks": [],
        "new_url": "",
    }


def of_participants(membership: Membership, ids: list) -> dict:
    """participant.overview, for NAV: who has her now and until when. Two queries, and who answers for her."""
    if not membership.is_nav:
        return {}
    rows = _over(membership, participant__in=ids)
    providers = follow_up.providers_of(rows, clock.today())
    return {
        one.participant_id: _panel(one, providers.get(one.pk, one.intake.contract.provider), membership) for one in rows
    }


def of_enrolments(membership: Membership, ids: list) -> dict:
    """enrolment.detail: the same, and for the provider its tasks about her. It stays in the reduced view."""
    rows = _over(membership, pk__in=ids)
    providers = follow_up.providers_of(rows, clock.today())
    found = {one.pk: _panel(one, providers.get(one.pk, one.intake.contract.provider), membership) for one in rows}
    if membership.is_provider:
        _add_tasks(membership, rows, found)
    return found


def _add_tasks(membership: Membership, rows: list[Enrolment], found: dict) -> None:
    """The provider's open tasks, and where one is changed or written while it follows her up. One query."""
    people = {one.participant_id: one for one in rows}
    tasks = Task.objects.visible_to(membership).open().filter(provider=membership.provider_id, participant__in=people)
    today = clock.today()
    for task in tasks.order_by("due_on", "pk"):
        enrolment = people[task.participant_id]
        url = ""
        if task.kind == BY_HAND and follow_up.until(enrolment) >= today:
            url = reverse("placements:follow_up_task_edit", args=[enrolment.public_id, task.public_id])
        found[enrolment.pk]["tasks"].append({"task": task, "edit_url": url})
    for one in rows:
        if follow_up.until(one) >= today:
            found[one.pk]["new_url"] = reverse("placements:follow_up_task_new", args=[one.public_id])


def meeting_of(membership: Membership, ids: list) -> dict:
    """participant.meeting: that somebody else follows her up, and until when."""
    if not membership.is_office:
        return {}
    today = clock.today()
    rows = [one for one in _over(membership, participant__in=ids) if follow_up.until(one) >= today and not one.in_work]
    providers = follow_up.providers_of(rows, today)
    return {
        one.participant_id: {
            "open": [
                {
                    "text": _("%(provider)s følger opp etter kurset") % {"provider": providers[one.pk].name},
                    "due": follow_up.until(one),
                    "url": one.get_absolute_url(),
                }
            ]
        }
        for one in rows
        if one.pk in providers
    }


def start_of(membership: Membership, ids: list) -> dict:
    """start: how many the provider follows up, and how many came to the office lately. Counts, no names."""
    today, items = clock.today(), []
    if membership.is_provider:
        found = unprotected(follow_up.over(Enrolment.objects.visible_to(membership), today))
        count = found.filter(follow_up.provider_has_her(today), in_work=False).count()
        if count:
            items.append({"text": _("Å følge opp etter kurs"), "url": reverse("placements:follow_up"), "count": count})
    elif membership.is_office:
        found = follow_up.handed_over(membership, today).filter(in_work=False)
        own = membership.role == Role.CASEWORKER
        if own:
            found = found.filter(participant__caseworker=membership.pk)
        count = found.count()
        if count:
            url = reverse("placements:handed_over")
            items.append({"text": _("Overtatt fra kursleverandøren, eller kommer snart"), "url": url, "count": count})
    return {membership.pk: {"title": _("Etter kurs"), "items": items}}
