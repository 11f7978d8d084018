"""Of the plan a provider sees the steps that are shared with it, and nothing else (06-access, P8)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses import plan_panels
from participants import actions, plan_shared
from participants.innsyn import sections
from participants.models import AccessGrant, Plan, PlanStep
from tests import factories as f
from tests.ui.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.row("P8")]

OTHER = {"what": "Avtale hos fastlegen", "responsible": "other", "responsible_name": "Lege Hansen"}


@pytest.fixture
def enrolment():
    person = f.ParticipantFactory(caseworker=f.MembershipFactory())
    return f.EnrolmentFactory(participant=person, granted=True)


@pytest.fixture
def person(enrolment):
    return enrolment.participant


@pytest.fixture
def provider(enrolment):
    return enrolment.intake.contract.provider


@pytest.fixture
def lead(provider):
    return f.MembershipFactory(provider_lead=True, provider=provider)


@pytest.fixture
def client(client_for, person):
    return client_for(person.caseworker)


@pytest.fixture
def url(person):
    return reverse("participants:plan_new", args=[person.public_id])


@pytest.fixture
def save(person):
    """`save((what, provider or None), …)`: the plan with these steps."""

    def make(*steps):
        rows = [
            {"what": what, "responsible": "participant", "by_when": f.today(9), "shared_with": to} for what, to in steps
        ]
        values = {"participant": person, "goal": "Fast jobb på sykehjem", "plan_b": "Renhold", "by": person.caseworker}
        return actions.save_plan(steps=rows, **values)

    return make


def seen(membership) -> list[str]:
    return [step.what for step in PlanStep.objects.visible_to(membership)]


def posted(*steps, version=1) -> dict:
    """The form with these steps: {part: value} each."""
    data = {"goal": "Fast jobb", "version": version}
    for row, step in enumerate(steps, start=1):
        data |= {f"step_{row}_{part}": value for part, value in step.items()}
    return data


# --- who sees what --------------------------------------------------------------------------------


def test_a_provider_sees_the_shared_steps_and_nothing_else_of_the_plan(save, lead, provider, enrolment, client_for):
    save(("Øve på jobbintervju", provider), ("Ordne økonomien", None))
    assert seen(lead) == ["Øve på jobbintervju"]
    assert not Plan.objects.visible_to(lead).exists()
    page = client_for(lead).get(enrolment.get_absolute_url()).content.decode()
    assert "Steg i planen" in page and "Øve på jobbintervju" in page and "Brukeren selv" in page
    for hidden in ("Ordne økonomien", "Fast jobb på sykehjem", "Renhold", "Se planen"):
        assert hidden not in page


def test_nothing_is_shared_unless_somebody_says_so(save, lead, enrolment, client_for):
    save(("Øve på jobbintervju", None))
    assert seen(lead) == []
    assert "Steg i planen" not in client_for(lead).get(enrolment.get_absolute_url()).content.decode()


def test_who_does_it_is_told_without_a_name(person, lead, provider, enrolment, client_for):
    rows = [OTHER | {"shared_with": provider}]
    actions.save_plan(participant=person, goal="Jobb", steps=rows, by=person.caseworker)
    page = client_for(lead).get(enrolment.get_absolute_url()).content.decode()
    assert "Noen andre" in page and "Lege Hansen" not in page


def test_another_provider_and_its_people_see_nothing(save, person, provider):
    save(("Øve på jobbintervju", provider))
    other = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, provider=other.provider, county=None, level="course")
    assert seen(other) == []


def test_an_instructor_sees_it_only_of_those_assigned_to_her(save, person, provider):
    save(("Øve på jobbintervju", provider))
    instructor = f.MembershipFactory(instructor=True, provider=provider)
    assert seen(instructor) == []
    f.AccessGrantFactory(participant=person, membership=instructor, county=None, level="course")
    assert seen(instructor) == ["Øve på jobbintervju"]


def test_it_ends_with_the_course_view(save, person, lead, provider, freeze):
    save(("Øve på jobbintervju", provider))
    grants = AccessGrant.objects.filter(participant=person, provider=provider, level="course")
    grants.update(ends_on=f.today())
    assert seen(lead) == ["Øve på jobbintervju"]
    freeze(f.today(1))
    assert seen(lead) == []
    assert plan_shared.providers_of(person.pk, on=f.today()) == []


def test_a_new_plan_that_does_not_share_it_takes_it_back(save, lead, provider):
    save(("Øve på jobbintervju", provider))
    save(("Øve på jobbintervju", None))
    assert seen(lead) == []


def test_nav_sees_on_the_participation_what_the_provider_sees(save, enrolment, client, provider):
    save(("Øve på jobbintervju", provider), ("Ordne økonomien", None))
    page = client.get(enrolment.get_absolute_url()).content.decode()
    assert "Steg i planen som kursleverandøren ser" in page and "Se planen" in page
    assert "Øve på jobbintervju" in page and "Ordne økonomien" not in page


def test_queries_do_not_grow_with_the_steps(save, enrolment, provider, lead):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert plan_panels.of_enrolments(lead, [enrolment.pk])
        return len(captured)

    save(("En", provider))
    before = queries()
    save(*((f"Steg {n}", provider) for n in range(9)))
    assert queries() == before


# --- sharing --------------------------------------------------------------------------------------


def test_the_action_refuses_a_provider_that_does_not_have_her(save):
    with pytest.raises(ValidationError, match="har ikke brukeren på kurs nå"):
        save(("Øve på jobbintervju", f.ProviderFactory()))


def test_the_form_asks_only_while_a_provider_has_her_on_a_course(client, url, provider, person):
    page = client.get(url).content.decode()
    assert "Del steget med kursleverandøren" in page and f"Et steg kan deles med {provider}." in page
    AccessGrant.objects.filter(participant=person, provider=provider).delete()
    assert "Del steget med" not in client.get(url).content.decode()


def test_a_step_is_shared_from_the_form_and_the_plan_says_so(client, url, provider, lead, person):
    step = {"what": "Øve på jobbintervju", "responsible": "participant"}
    sent = client.post(url, posted(step | {"shared_with": str(provider.public_id)}, {"what": "Ordne økonomien"}))
    assert sent.status_code == 302
    assert seen(lead) == ["Øve på jobbintervju"]
    assert client.get(sent["Location"]).content.decode().count(f"Delt med {provider}") == 1
    # The choice is kept in the next version, and what changes is told.
    tree = parse(client.get(url).content.decode())
    (chosen,) = [one for one in tree.one("select", name="step_1_shared_with").all("option") if "selected" in one.attrs]
    assert chosen.text == provider.name
    client.post(url, posted(step, version=2))
    page = client.get(sent["Location"]).content.decode()
    assert "Steg endret" in page and f"Øve på jobbintervju – Brukeren selv. Delt med {provider}" in page
    assert f"Delt med kursleverandør: {provider}" in _text(sections(person))


def _text(found) -> str:
    return " ".join(f"{label}: {value}" for section in found for record in section.records for label, value in record)


def test_beside_the_choice_stands_what_the_provider_will_read(client, url, save):
    save(("Melde seg opp til norskprøven", None))
    tree = parse(client.get(url).content.decode())
    shown = tree.one(id="id_step_1_shared_with_helptext").text
    assert shown.startswith("Kursleverandøren ser da: Melde seg opp til norskprøven – Brukeren selv, innen ")
    # What is typed is read when the form comes back, also a day that is none.
    typed = {"what": "Øve på jobbintervju", "responsible": "other", "responsible_name": "Kari", "by_when": "31.02.2027"}
    tree = parse(client.post(url, posted(typed, version=2)).content.decode())
    assert tree.one(id="id_step_1_shared_with_helptext").text == (
        "Kursleverandøren ser da: Øve på jobbintervju – Noen andre"
    )


def test_a_provider_that_has_lost_her_meanwhile_is_told_at_the_field(client, url, provider, person):
    other = f.ProviderFactory()
    step = {"what": "Øve på jobbintervju", "responsible": "participant", "shared_with": str(other.public_id)}
    response = client.post(url, posted(step))
    assert response.status_code == 422
    assert "Kursleverandøren har ikke brukeren på kurs lenger." in response.content.decode()


def test_a_row_button_keeps_what_is_shared_with_its_step(client, url, provider):
    rows = [{"what": "En", "shared_with": str(provider.public_id)}, {"what": "To"}]
    tree = parse(client.post(url, posted(*rows) | {"row": "down-1"}).content.decode())
    chosen = {
        n: [o.text for o in tree.one("select", name=f"step_{n}_shared_with").all("option") if "selected" in o.attrs]
        for n in (1, 2)
    }
    assert chosen[2] == [provider.name] and provider.name not in chosen[1]
