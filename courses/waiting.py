"""What lies behind a wish: days waited, earlier refusals and earlier courses, for many persons at once (A2)."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection

from dateutil.relativedelta import relativedelta
from django.db.models import Q

from courses.models import Application, Concept, Enrolment, Intake, Offer, Wish
from courses.plan_rule import waits_from
from participants.models import Measure

YEARS_BACK = 5
"""Earlier courses count when they started within so many years."""

NO_FAULT = (Enrolment.EndReason.ILL, Enrolment.EndReason.WORK)


class History:
    """Earlier applications, refusals and courses of these persons, as of a day; five queries in all."""

    def __init__(self, participant_ids: Collection[int], *, window, day: dt.date):
        self.day = day
        self._keys = self._occupations()
        self._first = self._first_applications(participant_ids)
        self._refusals = self._refused(participant_ids, window)
        self._courses = self._earlier_courses(participant_ids)

    def of(self, wish) -> dict[str, int]:
        """{"days_waiting", "earlier_refusals", "earlier_courses"} of one wish, as the engine's Wish takes them."""
        person, concept = wish.application.participant_id, wish.intake.contract.concept_id
        first = [self._first[person, key] for key in self._of_concept(concept) if (person, key) in self._first]
        return {
            "days_waiting": max(0, (self.day - min(first)).days) if first else 0,
            "earlier_refusals": len(self._refusals[person, concept]),
            "earlier_courses": self._courses[person],
        }

    def _of_concept(self, concept: int) -> set[str]:
        """Keys that waiting is counted by: the concept's occupations, or the concept itself where it has none."""
        return self._keys.get(concept) or {f"concept {concept}"}

    @staticmethod
    def _occupations() -> dict[int, set[str]]:
        keys = defaultdict(set)
        pairs = Concept.objects.filter(occupations__isnull=False).order_by("pk")
        for concept, code in pairs.values_list("pk", "occupations__code"):
            keys[concept].add(code)
        return keys

    def _first_applications(self, persons) -> dict[tuple[int, str], dt.date]:
        """{(person, occupation): day of the first application that no start has met}."""
        resets: dict[tuple[int, str], dt.date] = {}
        for person, concept, day in self._resets(persons):
            for key in self._of_concept(concept):
                resets[person, key] = max(day, resets.get((person, key), day))
        first: dict[tuple[int, str], dt.date] = {}
        sent = (
            Wish.objects.filter(application__participant__in=persons, application__submitted_at__isnull=False)
            .exclude(application__status=Application.Status.WITHDRAWN)
            .order_by("pk")
        )
        columns = (
            "application__participant", "intake__contract__concept", "application__submitted_at__date",
            "application__plan_due_on", "application__plan_met_on", "added_on",
        )  # fmt: skip
        for person, concept, sent_on, due_on, met_on, added_on in sent.values_list(*columns):
            if due_on and met_on is None and due_on < self.day:
                # The plan that was asked for has not come in time: the place in the queue is not kept.
                continue
            day = waits_from(sent_on, due_on, met_on)
            # A wish that was put on later waits from then.
            day = max(day, added_on or day)
            for key in self._of_concept(concept):
                if (person, key) in resets and day <= resets[person, key]:
                    continue
                first[person, key] = min(day, first.get((person, key), day))
        return first

    def _resets(self, persons):
        """(person, concept, day) from which waiting starts anew: a start, or an offer she was told of and let go.

        Declining with a reason keeps the waiting time, and so does an offer that never reached her.
        """
        started = Enrolment.objects.filter(
            participant__in=persons, status__in=Enrolment.STARTED, starts_on__lte=self.day
        )
        yield from started.order_by("pk").values_list("participant", "intake__contract__concept", "starts_on")
        let_go = Offer.objects.filter(wish__application__participant__in=persons).filter(
            Q(status=Offer.Status.EXPIRED, contacted_on__isnull=False)
            | Q(status=Offer.Status.DECLINED, wish__decline_reason="")
        )
        columns = ("wish__application__participant", "wish__intake__contract__concept", "answered_on")
        yield from let_go.exclude(answered_on=None).order_by("pk").values_list(*columns)

    @staticmethod
    def _refused(persons, window) -> dict[tuple[int, int], set[int]]:
        """{(person, concept): earlier windows in which the course was full}: one refusal counts per window."""
        refusals = defaultdict(set)
        full = Wish.objects.filter(
            application__participant__in=persons, status=Wish.Status.REFUSED, refusal_reason=Wish.RefusalReason.FULL
        ).exclude(application__window=window)
        columns = ("application__participant", "intake__contract__concept", "application__window")
        for person, concept, earlier in full.order_by("pk").values_list(*columns):
            refusals[person, concept].add(earlier)
        return refusals

    def _earlier_courses(self, persons) -> dict[int, int]:
        """{person: courses started in five years}, not those called off, cut short, or left ill or for work."""
        since = self.day - relativedelta(years=YEARS_BACK)
        counts = defaultdict(int)
        started = (
            Enrolment.objects.filter(
                participant__in=persons, status__in=Enrolment.STARTED, starts_on__gt=since, starts_on__lte=self.day
            )
            .exclude(intake__status__in=[Intake.Status.CALLED_OFF, Intake.Status.CUT_SHORT])
            .exclude(status=Enrolment.Status.DROPPED_OUT, end_reason__in=NO_FAULT)
        )
        for person in started.order_by("pk").values_list("participant", flat=True):
            counts[person] += 1
        outside = Measure.objects.filter(
            participant__in=persons, kind=Measure.Kind.AMO, starts_on__gt=since, starts_on__lte=self.day
        )
        for person in outside.order_by("pk").values_list("participant", flat=True):
            counts[person] += 1
        return counts
