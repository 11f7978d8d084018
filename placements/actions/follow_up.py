"""After the course: what the system suggests once, and that the caseworker is told in time (the tick's jobs)."""

import datetime as dt
from collections.abc import Iterable

from django.db import transaction
from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from amo import clock, notifications
from amo.models import Membership
from courses.models import Enrolment, LanguageTest
from participants import actions as participants
from participants.actions.tasks import BY_HAND
from participants.models import EducationPeriod, Employment, Participant, Task
from participants.responsible import may_open, office_leads, responsible_for
from placements import follow_up
from placements.models import Placement, Reference
from placements.protection import unprotected

SOON, NOW = "soon", "now"
TASK = "after_course"
CATCH_UP = dt.timedelta(days=28)
"""What fell due in so many days of downtime is still done."""
CV_DAYS, EMPLOYERS_DAYS, ANSWER_DAYS = 7, 14, 7


def _key(enrolment: Enrolment, what: str) -> str:
    """Of everything that is over when she gets work."""
    return f"aftercourse:{enrolment.public_id}:{what}"


def _test_key(test: LanguageTest) -> str:
    """A test that is booked is taken, with work or without."""
    return f"aftercourse-test:{test.public_id}"


# --- suggestions to the provider ----------------------------------------------------------------


@transaction.atomic
def suggest(now: dt.datetime) -> int:
    """Job of the tick: for who completed without work, two or three tasks of the provider's, once. Returns how many.

    They are the provider's own from then on: changed, done or left. A protected person gets none, for such a person is
    opened by name only.
    """
    today = now.astimezone(clock.OSLO).date()
    people = _just_ended(today)
    providers = follow_up.providers_of(people, today)
    tasks = [task for one in people if one.pk in providers for task in _suggestions(one, providers[one.pk], today)]
    known = _known({task.dedupe_key for task in tasks})
    new = [task for task in tasks if task.dedupe_key not in known]
    participants.create_tasks(kind=BY_HAND, due_on=today, tasks=new, by=None)
    return len(new)


def _just_ended(today: dt.date) -> list[Enrolment]:
    studies = EducationPeriod.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=today), participant=OuterRef("participant"), starts_on__lte=today
    )
    found = unprotected(follow_up.over(Enrolment.objects.order_by("pk"), today)).filter(
        ~Exists(studies), status=Enrolment.Status.COMPLETED, in_work=False, ends_on__gte=today - CATCH_UP
    )
    placements = Placement.objects.exclude(status=Placement.Status.CANCELLED)
    tests = LanguageTest.objects.filter(status=LanguageTest.Status.BOOKED, test_on__gte=today).order_by("test_on", "pk")
    return list(
        found.select_related("participant").prefetch_related(
            Prefetch("placements", placements.prefetch_related("references")), Prefetch("language_tests", tests)
        )
    )


def _suggestions(enrolment: Enrolment, provider, today: dt.date) -> Iterable[participants.NewTask]:
    """The CV with what is new in it, three employers to contact, and a test she is booked for. No employer is named:
    after 40 days the provider's view holds no placement."""
    url = reverse("courses:enrolment_detail", args=[enrolment.public_id])

    def task(title: str, due_on: dt.date, key: str) -> participants.NewTask:
        return participants.NewTask(
            enrolment.participant, title, url, key, provider=provider, due_on=max(due_on, today)
        )

    ended = enrolment.ends_on
    yield task(_cv_title(enrolment), ended + dt.timedelta(days=CV_DAYS), _key(enrolment, "cv"))
    title = _("Velg tre arbeidsgivere sammen, og ta kontakt med dem")
    yield task(title, ended + dt.timedelta(days=EMPLOYERS_DAYS), _key(enrolment, "employers"))
    for test in enrolment.language_tests.all()[:1]:
        title = _("Minn om norskprøven %(day)s") % {"day": date_format(test.test_on)}
        yield task(title, test.test_on, _test_key(test))


def _cv_title(enrolment: Enrolment) -> str:
    placements = enrolment.placements.all()
    received = {
        one.kind for row in placements for one in row.references.all() if one.status == Reference.Status.RECEIVED
    }
    if Reference.Kind.ATTEST in received:
        return _("Oppdater CV-en med kurset, praksisen og attesten")
    if placements:
        return _("Oppdater CV-en med kurset og praksisen")
    return _("Oppdater CV-en med kurset")


def _known(keys: set[str]) -> set[str]:
    return set(Task.objects.filter(dedupe_key__in=keys).values_list("dedupe_key", flat=True))


# --- handing over to the caseworker -------------------------------------------------------------


@transaction.atomic
def hand_over(now: dt.datetime) -> int:
    """Job of the tick: two weeks before the date and on it, her caseworker gets a task and a message, once each.

    Not of those in work: two weeks before, of who has a job that lasts until the date as far as anybody knows. Returns
    how many were told of.
    """
    today = now.astimezone(clock.OSLO).date()
    soon, over = _coming(today), _come(today)
    with clock.read_once():
        told = _tell(soon, SOON, today) + _tell(over, NOW, today)
    # What the provider had left to do, and the warning, are over with the date.
    keys = [_key(one, what) for one in over for what in ("cv", "employers", SOON)]
    participants.retire_tasks(Task.objects.open().filter(dedupe_key__in=keys))
    return told


def _waiting(today: dt.date) -> QuerySet:
    found = follow_up.over(Enrolment.objects.order_by("pk"), today)
    return found.select_related("participant__office", "participant__caseworker__user")


def _coming(today: dt.date) -> list[Enrolment]:
    """Whose date lies one to fourteen days ahead, without a job on that day."""
    days = dt.timedelta(days=follow_up.FOLLOW_UP_DAYS)
    first, last = today + dt.timedelta(days=1) - days, today + dt.timedelta(days=follow_up.WARN_DAYS) - days
    job = Employment.objects.current().filter(
        Q(ends_on=None) | Q(ends_on__gte=OuterRef("until")),
        participant=OuterRef("participant"),
        starts_on__lte=OuterRef("until"),
    )
    return list(_waiting(today).filter(~Exists(job), ends_on__range=(first, last)))


def _come(today: dt.date) -> list[Enrolment]:
    """Whose date has come, without a job today."""
    last = today - dt.timedelta(days=follow_up.FOLLOW_UP_DAYS)
    return list(_waiting(today).filter(in_work=False, ends_on__range=(last - CATCH_UP, last)))


def _tell(enrolments: list[Enrolment], what: str, today: dt.date) -> int:
    known = _known({_key(one, what) for one in enrolments})
    new = [one for one in enrolments if _key(one, what) not in known]
    participants.create_tasks(
        kind=TASK,
        due_on=today + dt.timedelta(days=ANSWER_DAYS),
        by=None,
        tasks=[
            participants.NewTask(
                one.participant, _title(one, what), _person_url(one), _key(one, what),
                due_on=follow_up.until(one) if what == SOON else None,
            )
            for one in new
        ],
    )  # fmt: skip
    leads = office_leads({one.participant.office_id for one in new})
    notifications.notify_many(
        (receiver, _message(one, what), _person_url(one), _key(one, what))
        for one in new
        for receiver in _receivers(one.participant, leads)
    )
    return len(new)


def _receivers(person: Participant, leads: dict[int, list[Membership]]) -> list[Membership]:
    """Her caseworker; the office's leads who may open her page where nobody answers for her."""
    caseworker = responsible_for(person)
    if caseworker is not None:
        return [caseworker]
    return [lead for lead in leads.get(person.office_id, []) if may_open(lead, person)]


def _title(enrolment: Enrolment, what: str) -> str:
    day = date_format(follow_up.until(enrolment))
    if what == SOON:
        return _("Kursleverandøren følger opp til %(day)s. Avtal hva som skjer etterpå") % {"day": day}
    return _("Følg opp selv: kursleverandørens oppfølging sluttet %(day)s") % {"day": day}


def _message(enrolment: Enrolment, what: str) -> str:
    """Without a name: messages carry none (06-access)."""
    day = date_format(follow_up.until(enrolment))
    if what == SOON:
        return _("Kursleverandørens oppfølging av en bruker uten jobb slutter %(day)s.") % {"day": day}
    return _("En bruker uten jobb følges opp av deg fra %(day)s.") % {"day": day}


def _person_url(enrolment: Enrolment) -> str:
    return reverse("participants:detail", args=[enrolment.participant.public_id])


# --- what a new job changes ---------------------------------------------------------------------


def facts_changed(participant: Participant, by: Membership) -> None:
    """Follower of facts: who is in work is neither followed up nor handed over. Whoever loses the job comes back."""
    today = clock.today()
    if not Employment.objects.held_on(today).filter(participant=participant).exists():
        return
    for enrolment in Enrolment.objects.filter(participant=participant, status__in=follow_up.ENDED).order_by("pk"):
        participants.complete_tasks_by_key(_key(enrolment, ""), by=by)
