"""One rule for what goes against the advice, wherever a choice is made, and what was compared is kept (P6, 0025)."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from courses.actions import policies
from courses.actions.applications import submit_application
from courses.actions.changing import change_wishes
from courses.against import weigh
from courses.models import AdviceShown, Application, PolicyVersion
from participants.innsyn import sections
from tests import factories as f
from tests.factories import today
from tests.ui.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.row("P6")]

LED = "49 av 100 poeng. Pleieassistent har 78 og kan også søkes nå."


@pytest.fixture
def case(case):
    """The care course is 29 points ahead of the café course, which is above both floors and in the middle band."""
    aim = f.AimFactory(participant=case.person)
    aim.occupations.create(rank=1, occupation=case.occupation)
    for _n in range(2):
        item = f.ChecklistItemFactory(concept=case.cafe)
        f.ChecklistAnswerFactory(participant=case.person, item=item)
    return case


@pytest.fixture
def client(case, client_for):
    return client_for(case.caseworker)


@pytest.fixture
def form_url(case):
    return reverse("courses:application_new", args=[case.person.public_id])


@pytest.fixture
def compare(case, client):
    """`compare()`: the page of the two courses side by side, as text."""
    url = reverse("courses:advice_compare", args=[case.person.public_id])
    ids = [str(case.care_intake.public_id), str(case.cafe_intake.public_id)]
    return lambda: client.get(url, {"kurs": ids}).content.decode()


def wishes(*intakes, **more):
    return {f"wish_{n}": str(intake.public_id) for n, intake in enumerate(intakes, start=1)} | more


def send(case, *intakes, reason=""):
    return submit_application(participant=case.person, wishes=intakes, by=case.caseworker, against_reason=reason)


def test_choosing_what_is_far_behind_asks_for_one_sentence(case, client, form_url):
    page = client.get(form_url, {"kurs": str(case.cafe_intake.public_id)}).content.decode()
    assert "Valget går mot forslaget" in page and f"Kafé og kantine: {LED}" in page
    refused = client.post(form_url, wishes(case.cafe_intake))
    assert refused.status_code == 422
    assert "Skriv én setning om hvorfor kurset velges likevel." in refused.content.decode()
    sent = client.post(form_url, wishes(case.cafe_intake, against_reason="Kantina ligger der hun bor."))
    assert sent.status_code == 302
    application = Application.objects.get()
    assert application.against_reason == "Kantina ligger der hun bor."
    (kept,) = application.wishes.get().advice["against"]
    assert kept == {"code": "clearly_led", "params": {"points": 49, "best": 78, "concept": "Pleieassistent"}}
    # Told as it was then, on the application and on her own print-out, whatever the course is called today.
    case.care.title = "Noe annet"
    case.care.save()
    assert LED in client.get(sent["Location"]).content.decode()
    assert LED in str(sections(case.person))


def test_the_action_itself_refuses(case):
    with pytest.raises(ValidationError) as refused:
        send(case, case.cafe_intake)
    assert "against_reason" in refused.value.message_dict


def test_what_stands_below_the_course_that_leads_is_not_asked_about(case, client, form_url):
    chosen = [str(one.public_id) for one in (case.care_intake, case.cafe_intake)]
    assert "Valget går mot forslaget" not in client.get(form_url, {"kurs": chosen}).content.decode()
    assert "Valget går mot forslaget" in client.get(form_url, {"kurs": chosen[::-1]}).content.decode()
    assert send(case, case.care_intake, case.cafe_intake).against_reason == ""


def test_whoever_waits_for_the_course_that_leads_passes_nothing_over(case):
    later = f.AllocationWindowFactory(county=case.county)
    other = f.IntakeFactory(contract=case.cafe_intake.contract, window=later)
    send(case, case.care_intake)
    assert send(case, other).against_reason == ""


def test_a_course_that_cannot_be_applied_for_leads_nothing(case):
    case.care_intake.status = "planned"
    case.care_intake.save()
    assert send(case, case.cafe_intake).against_reason == ""


def test_another_order_that_passes_the_leading_course_over_is_asked_about(case, client):
    sent = send(case, case.care_intake, case.cafe_intake)
    url = reverse("courses:application_change", args=[sent.public_id])
    assert "Valget går mot forslaget" not in client.get(url).content.decode()
    refused = client.post(url, wishes(case.cafe_intake, case.care_intake, version=sent.version))
    assert refused.status_code == 422 and LED in refused.content.decode()
    with pytest.raises(ValidationError):
        change_wishes(application=sent, wishes=[case.cafe_intake, case.care_intake], by=case.caseworker)
    changed = change_wishes(
        application=sent, wishes=[case.cafe_intake, case.care_intake], by=case.caseworker, against_reason="Vil helst."
    )
    assert changed.against_reason == "Vil helst."
    assert [wish.against_reason for wish in changed.wishes.order_by("rank")] == ["Vil helst.", ""]
    # What was explained is not asked about again.
    assert "Valget går mot forslaget" not in client.get(url).content.decode()


def test_each_sentence_stands_with_the_course_it_was_written_of(case, client):
    """Another wish that goes against the advice has a sentence of its own; the first is not lost with it."""
    tea = f.ConceptFactory(county=case.county, title="Tekjøkken")
    f.ChecklistItemFactory(concept=tea, label="Kan stå og gå hele dagen")
    tea_intake = f.IntakeFactory(contract__concept=tea, window=case.window)
    sent = send(case, case.cafe_intake, reason="Kantina ligger der hun bor.")
    change_wishes(
        application=sent, wishes=[case.cafe_intake, tea_intake], by=case.caseworker, against_reason="Vil prøve te."
    )
    page = client.get(reverse("courses:application_detail", args=[sent.public_id])).content.decode()
    assert "Kafé og kantine: Kantina ligger der hun bor." in page and "Tekjøkken: Vil prøve te." in page
    # Also after the first is taken off again, and where a wish that stays comes to go against the advice.
    change_wishes(application=sent, wishes=[tea_intake, case.care_intake], by=case.caseworker)
    page = client.get(reverse("courses:application_detail", args=[sent.public_id])).content.decode()
    assert "Kafé og kantine: Kantina ligger der hun bor." in page and page.count("Vil prøve te.") == 1


def test_the_county_says_from_how_many_points(case):
    second = f.MembershipFactory(county_staff=True, county=case.county)
    numbers = policies.numbers(policies.advice_policy(today())) | {"clear_lead": 30}
    draft = policies.draft_policy(parameters=numbers, valid_from=today(), note="Spør sjeldnere.", by=case.staff)
    policies.take_into_use(policy=draft, by=second)
    assert send(case, case.cafe_intake).against_reason == ""


def test_a_version_from_before_the_number_existed_counts_as_having_20(case):
    row = policies.policy_row(engine=PolicyVersion.Engine.ADVICE, day=today())
    old = {name: value for name, value in row.parameters.items() if name != "clear_lead"}
    PolicyVersion.objects.filter(pk=row.pk).update(parameters=old)
    choice = weigh(case.person, [case.cafe_intake], by=case.caseworker, day=today())
    assert choice.explanations() == [f"Kafé og kantine: {LED}"]


def test_the_advice_says_what_will_be_asked(case, client):
    page = client.get(reverse("courses:advice", args=[case.person.public_id])).content.decode()
    assert "skriver dere én setning om hvorfor på neste side." in page
    assert "når Pleieassistent velges bort for et kurs med 58 poeng eller færre." in page


def test_the_comparison_says_it_in_the_same_words(case, compare):
    page = compare()
    assert "Går mot forslaget" in page and LED in page
    assert "når Pleieassistent velges bort for et kurs med 58 poeng eller færre." in page


def test_the_comparison_is_kept_and_told_with_the_choice_made_from_it(case, client, compare):
    client.get(reverse("courses:advice", args=[case.person.public_id]))
    compare()
    compare()
    (advice,) = AdviceShown.objects.exclude(content__has_key="compared")
    (compared,) = AdviceShown.objects.filter(content__has_key="compared")
    titles = [course["title"] for course in compared.content["courses"]]
    assert titles == ["Pleieassistent", "Kafé og kantine"]
    assert compared.content["courses"][1]["against"] == [LED]
    sent = send(case, case.cafe_intake, reason="Kantina ligger der hun bor.")
    # The list of all courses is what the choice was made among; the comparison stands beside it.
    assert sent.advice_shown == advice
    case.cafe.title = "Noe annet"
    case.cafe.save()
    page = client.get(reverse("courses:application_detail", args=[sent.public_id])).content.decode()
    assert "Hva dere så på da valget ble tatt" in page
    then = page[page.index("Kursene dere sammenlignet") :]
    assert "Kafé og kantine" in then and LED in then


def test_a_comparison_of_other_courses_is_not_told_with_the_choice(case, client, compare):
    client.get(reverse("courses:advice", args=[case.person.public_id]))
    compare()
    third = f.IntakeFactory(contract__concept=f.ConceptFactory(county=case.county, title="Renhold"), window=case.window)
    sent = send(case, third, reason="Vil prøve.")
    page = client.get(reverse("courses:application_detail", args=[sent.public_id])).content.decode()
    assert "Kursene dere sammenlignet" not in page


def test_a_comparison_alone_is_what_was_seen(case, client, compare):
    compare()
    sent = send(case, case.care_intake)
    page = client.get(reverse("courses:application_detail", args=[sent.public_id])).content.decode()
    assert page.count("Kursene dere sammenlignet") == 1 and "åpnet ikke kursforslagene" not in page


@pytest.mark.row("C8")
def test_results_stand_beside_each_course_that_is_wished_for(case, client, form_url, measured):
    measured(case.cafe_intake, permanent=8, part_time=4, unemployed=4)
    page = client.get(form_url, {"kurs": [str(case.cafe_intake.public_id), str(case.care_intake.public_id)]})
    rows = parse(page.content.decode()).one("ol", css="rank-list").all("li")
    assert "12 av 16 i jobb" in rows[0].text and "Ingen resultater ennå." in rows[1].text


def test_queries_do_not_grow_with_the_courses_that_could_be_chosen(case, client, form_url):
    def queries():
        client.get(form_url, {"kurs": str(case.cafe_intake.public_id)})
        with CaptureQueriesContext(connection) as captured:
            client.get(form_url, {"kurs": str(case.cafe_intake.public_id)})
        return len(captured)

    before = queries()
    for n in range(4):
        f.IntakeFactory(contract__concept=f.ConceptFactory(county=case.county, title=f"Kurs {n}"), window=case.window)
    assert queries() == before
