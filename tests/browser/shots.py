"""Pictures of the chain's pages in the demo world, at 1280 and 390 px, light and dark.

    python -m tests.browser.shots [--readme] [--only NAME]

Uses services and a database of its own (or those that KURSLOP_TEST_DATABASE_URL and KURSLOP_TEST_REDIS_URL name, in
which the demo world may be from before). Writes to $KURSLOP_VAR/shots; --readme writes the three of docs/images.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tools.checks import ROOT, services

README = {"portfolio": "caseworker-portfolio", "advice": "caseworker-advice", "results": "county-results"}
VARIANTS = [(1280, "light"), (1280, "dark"), (390, "light"), (390, "dark")]


@dataclass(frozen=True)
class Shot:
    """One page of one demo user; `press`: the name of a button to press before the picture."""

    user: str
    name: str
    path: str
    press: str = ""


def pages() -> Iterator[Shot]:
    """Every page of the chain, with objects of the demo world that show something."""
    yield Shot("", "login", "/logg-inn/")
    yield from _caseworker()
    yield from _county()
    yield from _provider()
    for name, path in (("clock", "/klokke/"), ("users", "/ansatte/"), ("import", "/import/")):
        yield Shot("demo.admin", f"admin-{name}", path)


def _caseworker() -> Iterator[Shot]:
    from django.urls import reverse

    from courses.models import Application, Intake, Offer
    from participants.models import Participant
    from reporting.models import OutcomeSnapshot

    user = "demo.ingrid"
    own = Participant.objects.filter(caseworker__user__username=user, address_protection="", is_shielded=False)
    told = OutcomeSnapshot.objects.filter(milestone=12, form__gt="").values("enrolment__participant")
    measured = own.filter(pk__in=told).first() or own.filter(enrolments__status="completed").first()
    chooser = _who_may_choose(own.filter(mappings__is_current=True))
    wished = Intake.objects.filter(status="open", contract__concept__county__number="03").order_by("starts_on", "pk")[
        :2
    ]
    chosen = "&".join(f"kurs={intake.public_id}" for intake in wished)
    applied = Application.objects.filter(participant__in=own).exclude(status="draft").last()
    offer = Offer.objects.filter(status="outstanding", wish__application__participant__in=own).first()
    routes = {
        "start": "/",
        "portfolio": reverse("participants:list"),
        "register": reverse("participants:register"),
        "person": reverse("participants:detail", args=[measured.public_id]),
        "mapping": reverse("participants:mapping", args=[chooser.public_id]),
        "mapping-history": reverse("participants:mapping_history", args=[chooser.public_id]),
        "aim": reverse("participants:aim", args=[chooser.public_id]),
        "advice": reverse("courses:advice", args=[chooser.public_id]),
        "apply": reverse("courses:application_new", args=[chooser.public_id]) + f"?{chosen}",
        "application": reverse("courses:application_detail", args=[applied.public_id]),
        "applications": reverse("courses:application_list"),
        "job": reverse("participants:employment_new", args=[measured.public_id]),
        "history": reverse("participants:history", args=[measured.public_id]),
        "tasks": reverse("participants:task_list"),
        "concepts": reverse("courses:concept_list"),
        "hiring": reverse("courses:hiring_list"),
        "referrals": reverse("reporting:referrals"),
        "notifications": reverse("amo:notifications"),
    }
    if offer:
        routes["offer-contact"] = reverse("courses:offer_contact", args=[offer.public_id])
        routes["offer-answer"] = reverse("courses:offer_answer", args=[offer.public_id])
    for name, path in routes.items():
        yield Shot(user, f"caseworker-{name}", path)
    yield Shot(user, "caseworker-register-errors", routes["register"], press="Registrer bruker")


def _who_may_choose(people):
    """Somebody whose best course has known hiring requirements, with several to choose among: a page worth a picture."""
    from amo import clock
    from courses.advice_data import advise

    def worth(person) -> tuple[bool, bool, int]:
        found = advise(person, by=person.caseworker, day=clock.today()).advice.recommended
        return bool(found and found[0].hiring), not person.applications.exists(), len(found)

    return max(people.order_by("pk"), key=worth)


def _county() -> Iterator[Shot]:
    from django.urls import reverse

    from courses.models import AllocationRun, AllocationWindow, Concept, Intake
    from reporting.models import OutcomeSnapshot

    oslo = {"county__number": "03"}
    run = AllocationRun.objects.filter(window__county__number="03", follows=None).last()
    window = run.window if run else AllocationWindow.objects.filter(**oslo).first()
    measured = OutcomeSnapshot.objects.filter(milestone=12).values("enrolment__intake__contract__concept")
    concept = Concept.objects.filter(pk__in=measured, **oslo).first()
    intake = Intake.objects.filter(contract__concept__county__number="03", status="open").first()
    routes = {
        "start": "/",
        "windows": reverse("courses:window_list"),
        "window": window.get_absolute_url(),
        "intakes": reverse("courses:intake_list"),
        "intake": reverse("courses:intake_detail", args=[intake.public_id]),
        "intake-edit": reverse("courses:intake_edit", args=[intake.public_id]),
        "concept": reverse("courses:concept_detail", args=[concept.public_id]),
        "concept-edit": reverse("courses:concept_edit", args=[concept.public_id]),
        "employers": reverse("placements:employer_list"),
        "missing-visits": reverse("placements:missing_visits"),
        "results": reverse("reporting:results"),
        "concept-results": reverse("reporting:concept_results", args=[concept.public_id]),
        "behind": reverse("reporting:behind", args=[concept.public_id]),
        "runs": reverse("reporting:run_list"),
    }
    if run:
        routes["run"] = run.get_absolute_url()
    for name, path in routes.items():
        yield Shot("demo.marit", f"county-{name}", path)


def _provider() -> Iterator[Shot]:
    from django.urls import reverse

    from courses.models import Enrolment, Intake
    from placements.models import Employer, Placement

    user = "demo.berit"
    own = {"contract__provider__memberships__user__username": user}
    placed = Placement.objects.filter(
        status="running", enrolment__intake__contract__provider__memberships__user__username=user
    )
    placement = placed.filter(participant__address_protection="", participant__is_shielded=False).first()
    running = Intake.objects.filter(status="running", **own)
    intake = placement.enrolment.intake if placement else running.first()
    on_it = Enrolment.objects.filter(intake__in=running, status="participating")
    enrolment = placement.enrolment if placement else on_it.first()
    without = on_it.filter(placements=None).first() or enrolment
    employer = placement.employer if placement else Employer.objects.first()
    routes = {
        "start": "/",
        "classes": reverse("courses:class_list"),
        "roster": reverse("courses:roster", args=[intake.public_id]),
        "attendance": reverse("courses:attendance_today", args=[intake.public_id]),
        "today": reverse("courses:class_today"),
        "week": reverse("courses:attendance_this_week", args=[intake.public_id]),
        "week-plans": reverse("courses:week_plan_list", args=[intake.public_id]),
        "job-search": reverse("courses:job_search", args=[intake.public_id]),
        "enrolment": reverse("courses:enrolment_detail", args=[enrolment.public_id]),
        "enrolment-end": reverse("courses:enrolment_end", args=[enrolment.public_id]),
        "prospects": reverse("courses:enrolment_prospects", args=[enrolment.public_id]),
        "placement-new": reverse("placements:placement_new", args=[without.public_id]),
        "employers": reverse("placements:employer_list"),
        "employer": reverse("placements:employer_detail", args=[employer.public_id]),
        "employer-new": reverse("placements:employer_new"),
        "missing-visits": reverse("placements:missing_visits"),
    }
    if placement:
        routes["placement"] = reverse("placements:placement_detail", args=[placement.public_id])
        routes["visit"] = reverse("placements:visit_log", args=[placement.public_id])
    for name, path in routes.items():
        yield Shot(user, f"provider-{name}", path)
    if placement:
        yield Shot(user, "provider-visit-errors", f"{routes['visit']}#no-date", press="Lagre besøket")


class Camera:
    """Takes the pictures, one browser context per demo user and variant."""

    def __init__(self, running, address: str, folder: Path):
        self.running, self.address, self.folder = running, address, folder

    def take(self, shots: list[Shot], names: dict[str, str], width: int, scheme: str, *, whole: bool = True) -> None:
        """Pictures of these pages; `names`: the membership id by username."""
        from tests.chromium import Tab

        for user in dict.fromkeys(shot.user for shot in shots):
            tab = Tab(self.running, width=width, scheme=scheme)
            if user:
                self._sign_in(tab.page, names[user])
            for shot in (one for one in shots if one.user == user):
                tab.page.goto(self.address + shot.path)
                if shot.press:
                    for date in tab.page.locator("main input[type=date]").all():
                        date.fill("")
                    tab.page.get_by_role("button", name=shot.press).click()
                    tab.page.locator("[data-error-summary]").wait_for()
                tab.page.screenshot(path=self.folder / f"{shot.name}-{width}-{scheme}.png", full_page=whole)
            for complaint in tab.complaints:
                print(f"{user} {width} {scheme}: {complaint}", flush=True)
            tab.context.close()

    def _sign_in(self, page, membership: str) -> None:
        page.goto(f"{self.address}/logg-inn/")
        page.locator(f"button[value='{membership}']").click()
        page.wait_for_url(f"{self.address}/")


def main() -> None:
    """Build the world, start a web server on it, and take the pictures."""
    parser = argparse.ArgumentParser(prog="tests.browser.shots")
    parser.add_argument("--readme", action="store_true", help="only the three of the README, to docs/images")
    parser.add_argument("--only", default="", help="only pages whose name holds this")
    options = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(os.environ.get("KURSLOP_VAR", ROOT / "var")) / "shots"
        environment = services(stack, "short") | {"DJANGO_SETTINGS_MODULE": "tests.settings"}
        os.environ.update(environment)
        for command in (["migrate", "--verbosity", "0"], ["demo", "--if-empty"]):
            subprocess.run([sys.executable, "manage.py", *command], cwd=ROOT, check=True, env=environment)
        _take(stack, options, ROOT / "docs/images" if options.readme else folder)


def _take(stack: ExitStack, options, folder: Path) -> None:
    import django

    django.setup()
    from amo.models import Membership
    from tests.chromium import browser
    from tests.services import Web

    names = {
        membership.user.username: str(membership.public_id)
        for membership in Membership.objects.filter(user__username__startswith="demo.")
        .select_related("user")
        .order_by("-pk")
    }
    shots = [shot for shot in pages() if options.only in shot.name]
    folder.mkdir(parents=True, exist_ok=True)
    address = stack.enter_context(Web(dict(os.environ)))
    camera = Camera(stack.enter_context(browser()), address, folder)
    if not options.readme:
        for width, scheme in VARIANTS:
            camera.take(shots, names, width, scheme)
        return
    wanted = {shot: name for name, shot in README.items()}
    camera.take([shot for shot in shots if shot.name in wanted], names, 1280, "light", whole=False)
    for shot, name in wanted.items():
        (folder / f"{shot}-1280-light.png").rename(folder / f"{name}.png")


if __name__ == "__main__":
    main()
