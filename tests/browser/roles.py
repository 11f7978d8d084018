"""What each role does in the chain, by hand in the browser. One class per role, one method per piece of work."""

import datetime as dt

from playwright.sync_api import Page

from amo import clock
from tests.browser.forms import fill, press


class Someone:
    """A signed-in person at her desk: signs in with one click on the demo's sign-in page."""

    def __init__(self, tab, address: str, membership):
        self.tab, self.page, self.address, self.membership = tab, tab.page, address, membership
        self.page.goto(f"{address}/logg-inn/")
        name = str(membership.user)
        self.page.get_by_role("button", name=name).click()
        self.page.wait_for_url(f"{address}/")

    def start(self) -> Page:
        """To the start page."""
        self.page.goto(f"{self.address}/")
        return self.page

    def menu(self, label: str) -> Page:
        """Follow an entry of the main menu."""
        self.page.get_by_role("navigation").get_by_role("link", name=label, exact=True).first.click()
        return self.page

    def text(self) -> str:
        """What the page's main part says."""
        return self.page.locator("main").inner_text()


class Administrator(Someone):
    """Moves the demo's clock."""

    def move_to(self, day: dt.date) -> None:
        """To a date; the background jobs run at once."""
        self.page.goto(f"{self.address}/klokke/")
        fill(self.page, day=day.isoformat())
        press(self.page, "Flytt til datoen", then="Bakgrunnsjobbene har gjort")
        assert clock.today() == day


class Caseworker(Someone):
    """Registers, maps, advises, applies, tells of the offer, follows up."""

    def register(self, *, national_id: str, first: str, last: str) -> None:
        self.menu("Mine brukere")
        press(self.page, "Registrer bruker")
        fill(
            self.page, national_id=national_id, first_name=first, last_name=last, phone="412 34 567",
            interpreter_language="somali", need_reason="Mangler kvalifikasjoner som arbeidsgivere spør etter.",
        )  # fmt: skip
        press(self.page, "Registrer bruker", then="Brukeren er registrert.")

    def map(self) -> None:
        press(self.page, "Kartlegg")
        fill(
            self.page,
            oral="B1", oral_source="Dokumentert med prøve", listening="B1", reading="A2", writing="A2",
            education_level="Grunnskole", hours_available="37.5", shifts=["evenings", "weekends"],
            summary="Vil arbeide med eldre.",
        )  # fmt: skip
        fill(self.page, **{"jobs-0-title": "Hjemmehjelp", "jobs-0-months": "14", "jobs-0-ended_year": "2024"})
        press(self.page, "Lagre kartleggingen", then="Kartleggingen er lagret.")

    def write_aim(self, occupation: str) -> None:
        self.page.get_by_role("link", name="Oversikt").first.click()
        press(self.page, "Skriv inn målet")
        fill(self.page, words="Jeg vil hjelpe gamle folk.", kind="work_in_sector", occupation_1=occupation)
        press(self.page, "Lagre målet", then="Målet er lagret.")

    def see_advice(self) -> str:
        """Open the advice; its words."""
        self.page.get_by_role("link", name="Kursforslag", exact=True).first.click()
        self.page.get_by_text("Forslagene er støtte for samtalen.").wait_for()
        return self.text()

    def answer_checklist(self, label: str) -> None:
        self.page.get_by_role("link", name=f"Svar {label}").click()
        self.page.locator("input[type=radio][value=met]").check()
        self.page.locator("input[name$=sentence]").fill("Har arbeidet turnus før.")
        press(self.page, "Lagre svaret", then="Svaret er lagret.")

    def apply(self, *intakes) -> None:
        """Wishes in this order."""
        for intake in intakes:
            box = self.page.locator(f"#pick-{intake.public_id}")
            if not box.is_visible():
                self.page.get_by_text("Passer ikke nå").click()
            box.check()
        press(self.page, "Søk inn på valgte kurs")
        for rank, intake in enumerate(intakes, start=1):
            self._move_up(str(intake.public_id), rank)
        why = self.page.locator("[name=against_reason]")
        if why.count():
            why.fill("Vil gjerne prøve begge.")
        press(self.page, "Send søknaden", then="Søknaden er sendt.")

    def _move_up(self, wish: str, rank: int) -> None:
        """Click a wish up the list until it stands at the rank."""
        order = [field.input_value() for field in self.page.locator("[name^=wish_]").all()]
        for place in range(order.index(wish) + 1, rank, -1):
            self.page.locator(f"button[name=do][value=opp-{place}]").click()
            self.page.locator(f"[name=wish_{place - 1}][value='{wish}']").wait_for(state="attached")

    def tell_of_offer(self) -> None:
        self.start()
        self.page.get_by_role("link", name="Gi beskjed om tilbud").click()
        fill(self.page, channel="phone", reached="yes", note="Hun er glad for plassen.")
        press(self.page, "Lagre kontakten", then="Kontakten er lagret.")

    def accept_offer(self) -> None:
        fill(self.page, answer="accept")
        press(self.page, "Lagre svaret", then="Svaret er lagret.")

    def open_person(self, list_name: str) -> None:
        self.menu("Mine brukere")
        self.page.get_by_role("link", name=list_name).first.click()
        self.page.get_by_role("heading", level=1).wait_for()

    def register_job(self, *, employer: str, starts_on: dt.date, ends_on: dt.date, fte: int) -> None:
        press(self.page, "Registrer jobb")
        fill(
            self.page, employer_name=employer, terms="temporary", fte_low=fte, starts_on=starts_on.isoformat(),
            ends_on=ends_on.isoformat(), found_through="Arbeidsgiveren fra praksis", source="participant",
        )  # fmt: skip
        press(self.page, "Lagre jobben", then="Jobben er registrert.")


class CountyStaff(Someone):
    """Allocates, approves, reads the results."""

    def make_proposal(self, window_name: str) -> None:
        self.start()
        self.page.get_by_role("link", name=f"Lag forslag til fordeling: {window_name}").click()
        press(self.page, "Lag forslag til fordeling")
        press(self.page, "Lag forslag")
        # A worker does it; the page asks every other second and then shows where the result stands.
        self.page.get_by_role("link", name="Se forslaget").click()
        self.page.get_by_role("heading", name="Forslaget i tall").wait_for()

    def approve_proposal(self, window_name: str) -> None:
        self.start()
        self.page.get_by_role("link", name=f"Kontroller forslaget: {window_name}").click()
        press(self.page, "Godkjenn")
        press(self.page, "Godkjenn og send tilbud", then="Fordelingen er godkjent")

    def read_results(self, concept_title: str) -> dict[str, list[int]]:
        """Row by row: the counts at course end, 6 and 12 weeks in the table of appendix 4."""
        self.menu("Resultater")
        self.page.get_by_role("link", name=concept_title).first.click()
        rows = self.page.locator("#appendix-4 tbody tr")
        return {
            row.locator("th").inner_text(): [int(n) for n in row.locator(".appendix-table__count").all_inner_texts()]
            for row in rows.all()
        }

    def read_denominators(self) -> list[dict[str, list[str]]]:
        """Per milestone: the denominators' names and what stands beside them."""
        return [
            {
                row.locator("th").inner_text(): [cell.inner_text() for cell in row.locator("td").all()]
                for row in section.locator("tbody tr").all()
            }
            for section in self.page.locator("section.denominators").all()
        ]


class ProviderLead(Someone):
    """Sees the class, records attendance, finds a placement, visits it."""

    def open_class(self, code: str) -> None:
        self.menu("Mine kurs")
        self.page.get_by_role("row", name=code).get_by_role("link").first.click()
        self.page.get_by_role("heading", level=1, name=code).wait_for()

    def record_attendance(self) -> None:
        press(self.page, "Før oppmøte")
        press(self.page, "Lagre oppmøtet", then="er lagret")

    def register_employer(self, *, name: str, number: str, sector: str) -> None:
        self.menu("Arbeidsgivere")
        press(self.page, "Ny arbeidsgiver")
        fill(
            self.page, name=name, organisation_number=number, slots=2, sector=sector, address="Parkveien 3",
            contact_name="Grete Eksempel", contact_phone="922 22 222",
        )  # fmt: skip
        press(self.page, "Registrer arbeidsgiveren", then="Arbeidsgiveren er registrert.")

    def agree_placement(self, *, person: str, employer: str) -> None:
        self.page.get_by_role("link", name=person).first.click()
        press(self.page, "Registrer praksisplass")
        fill(
            self.page, employer=employer, mentor_name="Hilde Fadder",
            tasks="Matservering og aktiviteter.", declaration=True,
        )  # fmt: skip
        press(self.page, "Registrer praksisplass", then="Praksisplassen er registrert.")

    def log_visit(self, *, person: str) -> None:
        self.page.get_by_role("link", name=person).first.click()
        press(self.page, "Logg besøk")
        fill(self.page, hiring_intent="yes", plan_followed="yes", note="Trives godt.")
        press(self.page, "Lagre besøket", then="Besøket er lagret.")
