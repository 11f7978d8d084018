"""Two who map the same person at once, and a draft that is older than what is stored: nothing is lost (P1)."""

import pytest
from django.urls import reverse

from amo.models import Draft
from participants import actions
from participants.models import Mapping
from tests import factories as f
from tests.participants.test_mapping import typed

pytestmark = [pytest.mark.django_db, pytest.mark.row("P1")]

FIRST = {"oral": "A2", "oral_source": "assessed", "reading": "A1", "reading_source": "assessed", "summary": "Først"}


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def colleague(caseworker):
    return f.MembershipFactory(office=caseworker.office, office_lead=True)


@pytest.fixture
def person(caseworker):
    person = f.ParticipantFactory(caseworker=caseworker)
    actions.save_mapping(participant=person, values=FIRST, by=caseworker, experiences=[{"title": "Kokk", "months": 24}])
    return person


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


@pytest.fixture
def url(person):
    return reverse("participants:mapping", args=[person.public_id])


def as_opened(**changes) -> dict:
    """The form as she opened it on version 1, with her own changes."""
    return typed(jobs=[{"title": "Kokk", "months": "24"}], version=2, **(FIRST | changes))


def colleague_saves(person, colleague, **changes) -> Mapping:
    values = {name: value for name, value in changes.items() if name != "jobs"}
    jobs = changes.get("jobs", [{"title": "Kokk", "months": 24}])
    return actions.save_mapping(participant=person, values=FIRST | values, by=colleague, experiences=jobs)


def again(response, **changes) -> dict:
    """What the browser sends from the page that told of the conflict."""
    form = response.context["form"]
    data = {name: values for name, values in form.data.lists() if name != "submission"}
    return data | {"version": form["version"].value()} | changes


def test_what_only_the_other_changed_is_taken_in_and_what_only_she_changed_is_kept(client, person, colleague, url):
    jobs = [{"title": "Kokk", "months": 24}, {"title": "Renholder", "months": 6}]
    colleague_saves(person, colleague, reading="B1", hours_available=30, jobs=jobs)
    response = client.post(url, as_opened(oral="B1"))
    page = response.content.decode()
    assert response.status_code == 409
    assert "Noen andre har lagret først" in page and str(colleague.user) in page
    merged = response.context["form"].merged
    assert list(merged.taken) == ["reading", "experiences", "hours_available"]
    assert merged.choices == []
    assert Mapping.objects.count() == 2
    assert client.post(url, again(response)).status_code == 302
    mapping = Mapping.objects.current().get()
    assert (mapping.number, mapping.oral, mapping.reading, mapping.hours_available) == (3, "B1", "B1", 30)
    assert [job.title for job in mapping.experiences.all()] == ["Kokk", "Renholder"]


@pytest.mark.parametrize(("choice", "oral", "summary"), [("mine", "B1", "Mitt"), ("theirs", "B2", "Først")])
def test_what_both_changed_is_hers_to_choose(client, person, colleague, url, choice, oral, summary):
    colleague_saves(person, colleague, oral="B2")
    response = client.post(url, as_opened(oral="B1", summary="Mitt" if choice == "mine" else "Først"))
    (found,) = response.context["form"].merged.choices
    assert (found.part, found.mine, found.theirs) == ("oral", "B1, vurdert av veileder", "B2, vurdert av veileder")
    page = response.content.decode()
    assert 'name="take-oral"' in page and "B2, vurdert av veileder" in page
    assert response.context["form"]["oral"].value() == "B1"
    assert client.post(url, again(response, **{"take-oral": choice})).status_code == 302
    mapping = Mapping.objects.current().get()
    assert (mapping.oral, mapping.summary) == (oral, summary)


def test_jobs_that_both_changed_are_chosen_as_a_whole(client, person, colleague, url):
    colleague_saves(person, colleague, jobs=[{"title": "Baker", "months": 12}])
    data = as_opened() | {"jobs-0-title": "Slakter"}
    response = client.post(url, data)
    (found,) = response.context["form"].merged.choices
    assert (found.mine, found.theirs) == ("Slakter, 2 år", "Baker, 12 md.")
    client.post(url, again(response, **{"take-experiences": "theirs"}))
    assert [job.title for job in Mapping.objects.current().get().experiences.all()] == ["Baker"]


def test_a_third_who_saves_meanwhile_is_told_of_too(client, person, colleague, url):
    colleague_saves(person, colleague, oral="B2")
    response = client.post(url, as_opened(oral="B1"))
    colleague_saves(person, colleague, oral="C1")
    third = client.post(url, again(response, **{"take-oral": "theirs"}))
    assert third.status_code == 409
    assert client.post(url, again(third, **{"take-oral": "theirs"})).status_code == 302
    assert Mapping.objects.current().get().oral == "C1"


def test_one_test_for_all_is_merged_skill_by_skill(client, person, colleague, url):
    colleague_saves(person, colleague, writing="B2", writing_source="assessed")
    data = as_opened(same_test="on", same_tested_on="2025-03-12", oral="B1", reading="B1")
    response = client.post(url, data)
    assert response.status_code == 409
    assert client.post(url, again(response)).status_code == 302
    mapping = Mapping.objects.current().get()
    assert (mapping.oral_test, mapping.reading_test, mapping.writing_source) == (
        "norskproven", "norskproven", "assessed",
    )  # fmt: skip


def test_one_test_for_all_stays_ticked_when_the_other_changed_something_else(client, person, colleague, url):
    colleague_saves(person, colleague, hours_available="37.5")
    levels = {"oral": "B1", "listening": "B1", "reading": "A2", "writing": "A2"}
    response = client.post(url, as_opened(same_test="on", same_tested_on="2025-03-12", **levels))
    form = response.context["form"]
    assert response.status_code == 409
    assert (form["same_test"].value(), form["same_tested_on"].value()) == (True, "2025-03-12")
    assert form["hours_available"].value() == "37,5"
    colleague_saves(person, colleague, oral="B2")
    asked = client.post(url, again(response))
    assert [choice.part for choice in asked.context["form"].merged.choices] == ["oral"]
    assert not asked.context["form"]["same_test"].value()


def test_both_mapping_her_for_the_first_time(client, caseworker, colleague):
    person = f.ParticipantFactory(caseworker=caseworker)
    url = reverse("participants:mapping", args=[person.public_id])
    actions.save_mapping(participant=person, values={"reading": "B1", "reading_source": "assessed"}, by=colleague)
    response = client.post(url, typed(oral="A2", version=1))
    assert list(response.context["form"].merged.taken) == ["reading"]
    assert client.post(url, again(response)).status_code == 302
    mapping = Mapping.objects.current().get()
    assert (mapping.oral, mapping.reading) == ("A2", "B1")


def test_a_draft_older_than_what_is_stored_is_said_and_merged_when_it_is_sent(client, person, colleague, url):
    save = reverse("amo:draft_save", args=["mapping", person.public_id])
    client.post(save, as_opened(oral="B1"))
    colleague_saves(person, colleague, reading="B2")
    page = client.get(url)
    form = page.context["form"]
    assert form["oral"].value() == "B1"
    assert "Noen andre har lagret etter at du begynte på kladden." in page.content.decode()
    sent = as_opened(oral="B1") | {"version": form["version"].value()}
    response = client.post(url, sent)
    assert response.status_code == 409
    assert client.post(url, again(response)).status_code == 302
    mapping = Mapping.objects.current().get()
    assert (mapping.oral, mapping.reading) == ("B1", "B2")
    assert not Draft.objects.exists()


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 30, "²"])
def test_a_draft_with_a_strange_starting_point_opens(client, person, url, version):
    save = reverse("amo:draft_save", args=["mapping", person.public_id])
    client.post(save, as_opened(oral="B1") | {"version": version})
    assert client.get(url).status_code == 200


def test_queries_of_the_form_do_not_grow_with_its_rows(client, person, colleague, url, django_assert_max_num_queries):
    jobs = [{"title": f"Jobb {n}", "occupation": f.OccupationFactory(), "months": 1} for n in range(12)]
    colleague_saves(person, colleague, jobs=jobs)
    with django_assert_max_num_queries(32):
        client.get(url)
