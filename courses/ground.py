"""Whether a proposal still stands on what it was made from, and if not, what has changed since (A2)."""

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from amo import clock
from courses import conditions_now
from courses.allocation_data import TRIED, Round, awaiting_plan, intakes_of
from courses.models import AllocationDecision, AllocationRun, Application, Intake, Wish


def changes(run: AllocationRun) -> list[str]:
    """Sentences about what has changed since the proposal was made; empty while it stands. A constant number of
    queries."""
    before, now = run.inputs.get("intakes", {}), Round(intakes=intakes_of(run.window)).inputs
    found = [*_places(before, now), *_withdrawn(run), *_not_met(run)]
    if run.follows_id is None:
        found += _new(run, now)
    return found


def _places(before: dict, now: dict) -> list[str]:
    moved = sorted({key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}, key=int)
    if not moved:
        return []
    names = {
        str(intake.pk): {"course": f"{intake.concept.title} ({intake.code})"}
        for intake in Intake.objects.filter(pk__in=moved).with_names()
    }
    return [sentence for key in moved for sentence in _intake(before.get(key), now.get(key), names[key])]


def _intake(old: dict | None, new: dict | None, name: dict) -> list[str]:
    if new is None:
        return [_("%(course)s tar ikke lenger imot noen: kurset er avlyst, flyttet eller har startet.") % name]
    if old is None:
        return [_("%(course)s er kommet til i runden.") % name]
    found = []
    if old["capacity"] != new["capacity"]:
        before, after = old["capacity"], new["capacity"]
        text = ngettext(
            "%(course)s hadde %(old)d plass og har nå %(new)d.",
            "%(course)s hadde %(old)d plasser og har nå %(new)d.",
            before,
        )
        found.append(text % (name | {"old": before, "new": after}))
    if old["taken"] != new["taken"]:
        before, after = sum(old["taken"].values()), sum(new["taken"].values())
        text = ngettext(
            "%(course)s hadde %(old)d plass tatt eller tilbudt og har nå %(new)d.",
            "%(course)s hadde %(old)d plasser tatt eller tilbudt og har nå %(new)d.",
            before,
        )
        found.append(text % (name | {"old": before, "new": after}))
    if old["quotas"] != new["quotas"]:
        found.append(_("Kvotene på %(course)s er endret.") % name)
    return found


def _withdrawn(run: AllocationRun) -> list[str]:
    """Wishes that the proposal decides on and that are settled since: answered, withdrawn, closed.

    A place or an offer she had already then is none of them, nor is one below it: it was not tried.
    """
    decided = run.decisions.exclude(Q(outcome=AllocationDecision.Outcome.HELD) | Q(facts__has_key="holding"))
    settled = decided.filter(~Q(wish__status__in=TRIED) | Q(wish__application__status=Application.Status.WITHDRAWN))
    return _count(
        settled.count(),
        lambda n: ngettext(
            "Ett ønske er trukket, besvart eller lukket.", "%(n)d ønsker er trukket, besvart eller lukket.", n
        ),
    )


def _not_met(run: AllocationRun) -> list[str]:
    """Those to be offered a place who no longer meet a hard condition: checked again at allocation (A1).

    An exception is no way past it either, so a proposal that offers one a place is made anew.
    """
    placed = run.decisions.filter(outcome=AllocationDecision.Outcome.PLACED)
    # With what she has accepted: the course she would leave for this one hinders nothing.
    wishes = Wish.objects.filter(
        Q(pk__in=placed.values("wish"))
        | Q(application__in=placed.values("wish__application"), status=Wish.Status.ACCEPTED)
    ).select_related("application__participant", "intake__contract__concept")
    return _count(
        len(conditions_now.stops_now(wishes, day=clock.today())),
        lambda n: ngettext(
            "Én som får plass i forslaget, oppfyller ikke lenger kravene.",
            "%(n)d som får plass i forslaget, oppfyller ikke lenger kravene.",
            n,
        ),
    )


def _new(run: AllocationRun, now: dict) -> list[str]:
    """Wishes that take part today and are not in the proposal."""
    wishes = Wish.objects.filter(
        application__window=run.window_id,
        application__status__in=[Application.Status.SUBMITTED, Application.Status.DECIDED],
        status__in=TRIED,
        intake__in=[int(key) for key in now],
        intake__starts_on__gt=clock.today(),
    )
    wishes = wishes.exclude(application__in=awaiting_plan(run.window)).exclude(pk__in=run.decisions.values("wish"))
    # Whose accepted course has begun takes part no more.
    begun = Wish.objects.filter(status=Wish.Status.ACCEPTED, intake__starts_on__lte=clock.today())
    wishes = wishes.exclude(application__in=begun.values("application"))
    return _count(
        wishes.count(),
        lambda n: ngettext("Ett ønske er kommet til.", "%(n)d ønsker er kommet til.", n),
    )


def _count(n: int, text) -> list[str]:
    return [text(n) % {"n": n}] if n else []
