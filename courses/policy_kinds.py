"""The two engines' versions as the pages show them: routes, form, words and preview of each (P6, A2)."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from amo.models import Membership
from courses import words
from courses.actions import policies
from courses.actions.policies import to_policy
from courses.forms.policies import POINT_TEXTS, TEXTS, CriteriaForm, DraftForm, PolicyForm
from courses.models import AllocationRun, PolicyVersion
from courses.policy_preview import MOST_PERSONS, preview
from courses.recorded import difference, may_be_counted, recorded
from courses.run_page import compared, moved_people

RUNS_SHOWN = 3


@dataclass(frozen=True)
class PolicyKind:
    """One engine's pages. `in_force` gives the engine's policy of a day and county; `effect` the preview's context."""

    engine: str
    route: str
    form: type[DraftForm]
    names: Mapping
    in_force: Callable
    effect: Callable
    preview_template: str
    home: tuple
    """(words, route) of the page above."""
    title: str
    lead: str
    numbers_title: str
    version: str
    new_title: str
    new_lead: str
    use_title: str
    use_text: str
    used: str
    discard_text: str
    none_title: str

    def url(self, name: str, *args) -> str:
        """An address of this engine's: name is list, new, detail, use or discard."""
        return reverse(f"courses:{self.route}_{name}", args=args)


def _advice_effect(policy: PolicyVersion, by: Membership, day: dt.date) -> dict:
    """What a draft of the weights changes for real cases."""
    old = policies.advice_policy(day, policy.county_id)
    found = preview(old, to_policy(policy), by=by, day=day)
    return {
        "preview": found,
        "changes": [_change(change) for change in found.changes],
        "examples": [_example(example) for example in found.examples],
        "most": MOST_PERSONS,
    }


def _allocation_effect(policy: PolicyVersion, by: Membership, day: dt.date) -> dict:
    """What a draft of the criteria would have given in the county's latest runs."""
    runs = AllocationRun.objects.visible_to(by).filter(follows=None).exclude(status=AllocationRun.Status.DISCARDED)
    old = policies.allocation_policy(day, policy.county_id)
    found = []
    for run in runs.select_related("window", "policy")[:RUNS_SHOWN]:
        record = recorded(run, may_be_counted(by))
        seen = {row.application for row in record.decided}
        pair = [[row for row in record.again(one) if row.application in seen] for one in (old, to_policy(policy))]
        changed = difference(*pair)
        found.append({"run": run, "compared": compared(changed), "people": moved_people(changed, by)})
    return {"preview": True, "runs": found}


def _change(change) -> dict:
    return {
        "person": change.who,
        "url": reverse("participants:detail", args=[change.who.public_id]),
        "course": change.concept.title,
        "before": _line(change.before),
        "after": _line(change.after),
    }


def _line(line) -> dict:
    return {
        "points": round(line.points),
        "band": words.BAND_WORDS[line.band](),
        "color": words.BAND_COLORS[line.band],
        "doubt": line.group == "wanted_but",
    }


def _example(example: dict) -> dict:
    sides = {
        side: {"course": example[side]["title"], **_line(example[side]["line"])} if example[side] else None
        for side in ("before", "after")
    }
    return {"who": example["who"], **sides}


KINDS = {
    PolicyVersion.Engine.ADVICE: PolicyKind(
        engine=PolicyVersion.Engine.ADVICE,
        route="policy",
        form=PolicyForm,
        names=TEXTS,
        in_force=policies.advice_policy,
        effect=_advice_effect,
        preview_template="courses/_policy_preview.html",
        home=(_("Kurs"), "courses:concept_list"),
        title=_("Vekter i kursforslagene"),
        lead=_(
            "Hvor mye målgruppe, arbeidsmarked, veien videre og eget ønske teller. En versjon som har vært i bruk, "
            "endres aldri."
        ),
        numbers_title=_("Vekter, gulv og nivåer"),
        version=_("Vekter, versjon %(number)d"),
        new_title=_("Nytt utkast til vekter"),
        new_lead=_("Utkastet starter fra vektene som gjelder nå. En annen i Nav tiltak må ta det i bruk."),
        use_title=_("Ta vektene i bruk"),
        use_text=_("Fra %(day)s regnes kursforslagene i fylket med disse vektene. Det som er vist før, blir stående."),
        used=_("Vektene gjelder fra %(day)s."),
        discard_text=_("Vektene som gjelder nå, blir stående. Utkastet kan fortsatt leses i historikken."),
        none_title=_("Standardvektene gjelder"),
    ),
    PolicyVersion.Engine.ALLOCATION: PolicyKind(
        engine=PolicyVersion.Engine.ALLOCATION,
        route="criteria",
        form=CriteriaForm,
        names=POINT_TEXTS,
        in_force=policies.allocation_policy,
        effect=_allocation_effect,
        preview_template="courses/allocation/_criteria_preview.html",
        home=(_("Kurs"), "courses:concept_list"),
        title=_("Kriterier for tildeling"),
        lead=_(
            "Hvor mange poeng målgruppe, ventetid og tidligere avslag gir, og hva tidligere kurs trekker. En versjon "
            "som har vært i bruk, endres aldri."
        ),
        numbers_title=_("Poeng"),
        version=_("Kriterier, versjon %(number)d"),
        new_title=_("Nytt utkast til kriterier"),
        new_lead=_("Utkastet starter fra kriteriene som gjelder nå. En annen i Nav tiltak må ta det i bruk."),
        use_title=_("Ta kriteriene i bruk"),
        use_text=_(
            "Fra %(day)s fordeles plassene i fylket etter disse kriteriene. Godkjente fordelinger blir stående."
        ),
        used=_("Kriteriene gjelder fra %(day)s."),
        discard_text=_("Kriteriene som gjelder nå, blir stående. Utkastet kan fortsatt leses i historikken."),
        none_title=_("Standardkriteriene gjelder"),
    ),
}
