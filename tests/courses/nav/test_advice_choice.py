"""From advice to choice: what was shown is kept, a choice against it says why, wishes are ranked, the filter."""

import datetime as dt
import uuid

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo.models import Draft
from courses.actions.applications import submit_application
from courses.forms.applications import moved
from courses.models import AdviceShown, Application
from participants.models import Task
from tests import factories as f
from tests.factories import today
from tests.ui.dom import parse

pytestmark = [pytest.mark.django_db, pytest.mark.row("P6")]


@pytest.fixture
def client(case, client_for):
    return client_for(case.caseworker)


@pytest.fixture
def advice_url(case):
    return reverse("courses:advice", args=[case.person.public_id])


@pytest.fixture
def form_url(case):
    return reverse("courses:application_new", args=[case.person.public_id])


def wishes(*intakes, **more):
    return {f"wish_{n}": str(intake.public_id) for n, intake in enumerate(intakes, start=1)} | more


# --- what was shown -------------------------------------------------------------------------------


def test_what_is_shown_is_kept_once_a_day(case, client, advice_url, freeze):
    client.get(advice_url)
    client.get(advice_url)
    shown = AdviceShown.objects.get()
    assert (shown.participant, shown.shown_by, shown.on, shown.everywhere) == (
        case.person,
        case.caseworker,
        today(),
        False,
    )
    care, cafe = (
        next(c for c in shown.content["courses"] if c["title"] == one.title) for one in (case.care, case.cafe)
    )
    assert (care["group"], care["band"]) == ("recommended", "possible")
    assert "Oppfyller 1 av 1 vektpoeng på sjekklista." in care["parts"][0]["text"]
    assert (cafe["group"], cafe["below"]) == (
        "not_fit",
        ["Oppfyller bare 0 % av sjekklista. Kurset foreslås fra 50 %."],
    )
    assert care["intakes"][0]["free"] == 15
    case.mapping.oral = "A1"
    case.mapping.save()
    client.get(advice_url)
    assert AdviceShown.objects.count() == 2


def test_another_filter_is_other_content_and_the_last_one_looked_at_counts(case, client, advice_url):
    client.get(advice_url)
    client.get(advice_url, {"q": "pleie"})
    narrow = AdviceShown.objects.order_by("-pk").first()
    assert [course["title"] for course in narrow.content["courses"]] == ["Pleieassistent"]
    client.get(advice_url)
    assert AdviceShown.objects.count() == 2
    sent = submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    assert sent.advice_shown == AdviceShown.objects.order_by("pk").first()


def test_the_application_shows_what_was_seen_when_the_choice_was_made(case, client, advice_url):
    client.get(advice_url)
    sent = submit_application(
        participant=case.person, wishes=[case.cafe_intake], against_reason="Vil prøve yrket.", by=case.caseworker
    )
    # A year later the course is called something else, and asks for something else.
    case.cafe.title, case.cafe.outlook = "Kantinearbeid", "Noe annet."
    case.cafe.save()
    case.judged.label = "Noe helt annet"
    case.judged.save()
    page = client.get(reverse("courses:application_detail", args=[sent.public_id])).content.decode()
    assert "Hva dere så på da valget ble tatt" in page
    assert "regelversjon 1" in page
    then = page[page.index("Hva dere så på") :]
    assert "Kafé og kantine" in then and "Valgt" in then
    assert "Oppfyller bare 0 % av sjekklista." in then
    assert "De fleste begynner som ringevikar." in then


def test_without_having_seen_advice_nothing_is_claimed(case, client):
    sent = submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    assert sent.advice_shown is None
    page = client.get(reverse("courses:application_detail", args=[sent.public_id])).content.decode()
    assert "Hva dere så på da valget ble tatt" not in page
    assert f"{case.caseworker.user} åpnet ikke kursforslagene den dagen søknaden ble sendt." in page


@pytest.mark.parametrize(("days", "kept"), [(0, True), (1, False)])
def test_only_advice_of_the_day_the_application_was_sent_is_kept_with_it(case, client, advice_url, freeze, days, kept):
    now = today()
    freeze(now - dt.timedelta(days=days))
    client.get(advice_url)
    freeze(now)
    colleague = f.MembershipFactory(office=case.office)
    f.AdviceShownFactory(participant=case.person, shown_by=colleague)
    sent = submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    assert sent.advice_shown == (AdviceShown.objects.get(shown_by=case.caseworker) if kept else None)
    page = client.get(reverse("courses:application_detail", args=[sent.public_id])).content.decode()
    assert ("åpnet ikke kursforslagene den dagen" in page) is not kept


@pytest.mark.parametrize("everywhere", [True, False])
def test_county_staff_read_their_own_county_s_courses_of_the_advice(case, client, client_for, everywhere):
    elsewhere = f.ConceptFactory(county=f.CountyFactory(), title="Truck hos naboen")
    kept = {
        "group": "recommended", "band": "good", "points": 80, "parts": [], "below": [], "clarify": [], "warnings": [],
        "stops": [], "hiring": [], "results": [],
    }  # fmt: skip
    courses = [kept | {"concept": str(one.public_id), "title": one.title} for one in (elsewhere, case.care)]
    f.AdviceShownFactory(
        participant=case.person, everywhere=everywhere, content={"courses": courses, "more": 3, "not_now": None}
    )
    sent = submit_application(participant=case.person, wishes=[case.care_intake], by=case.caseworker)
    url = reverse("courses:application_detail", args=[sent.public_id])
    for reader, all_of_it in ((client, True), (client_for(case.staff), False)):
        page = reader.get(url).content.decode()
        then = page[page.index("Hva dere så på") :]
        assert case.care.title in then
        assert ("Truck hos naboen" in then) is all_of_it
        assert ("3 kurs til" in then) is (all_of_it or not everywhere)


# --- against the advice ---------------------------------------------------------------------------


def test_a_choice_against_the_advice_asks_for_one_sentence(case, client, form_url):
    page = client.get(form_url, {"kurs": str(case.cafe_intake.public_id)}).content.decode()
    assert "Valget går mot forslaget" in page
    assert "Kafé og kantine: Oppfyller bare 0 % av sjekklista." in page
    refused = client.post(form_url, wishes(case.care_intake, case.cafe_intake))
    assert refused.status_code == 422
    assert "Skriv én setning om hvorfor kurset velges likevel." in refused.content.decode()
    sent = client.post(form_url, wishes(case.care_intake, case.cafe_intake, against_reason="Har stått i kantine før."))
    assert sent.status_code == 302
    application = Application.objects.get()
    assert application.against_reason == "Har stått i kantine før."
    page = client.get(sent["Location"]).content.decode()
    assert "Valgt mot forslaget" in page and "Har stått i kantine før." in page
    history = client.get(reverse("participants:history", args=[case.person.public_id])).content.decode()
    assert "Har stått i kantine før." in history


def test_a_choice_with_the_advice_asks_for_nothing_and_keeps_no_sentence(case, client, form_url):
    assert (
        "Valget går mot forslaget"
        not in client.get(form_url, {"kurs": str(case.care_intake.public_id)}).content.decode()
    )
    client.post(form_url, wishes(case.care_intake, against_reason="Bare noe som ble skrevet."))
    assert Application.objects.get().against_reason == ""


def test_the_action_itself_refuses(case):
    for reason in ("", "   "):
        with pytest.raises(ValidationError) as refused:
            submit_application(
                participant=case.person, wishes=[case.cafe_intake], by=case.caseworker, against_reason=reason
            )
        assert "against_reason" in refused.value.message_dict
    long = submit_with(case, "x" * 300)
    assert len(long.against_reason) == 300


def submit_with(case, reason):
    return submit_application(
        participant=case.person, wishes=[case.cafe_intake], by=case.caseworker, against_reason=reason
    )


def test_a_sentence_that_is_too_long_is_told_at_the_field(case, client, form_url):
    response = client.post(form_url, wishes(case.cafe_intake, against_reason="x" * 301))
    assert response.status_code == 422
    assert "Begrunnelsen kan ha høyst 300 tegn." in response.content.decode()


# --- ranking --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "added", "expected", "touched"),
    [
        ("opp-2", "", ["b", "a", "c"], "b"),
        ("ned-1", "", ["b", "a", "c"], "a"),
        ("opp-1", "", ["a", "b", "c"], "a"),
        ("ned-3", "", ["a", "b", "c"], "c"),
        ("fjern-2", "", ["a", "c"], "b"),
        ("legg-til", "d", ["a", "b", "c", "d"], "d"),
        ("legg-til", "a", ["a", "b", "c"], ""),
        ("legg-til", "", ["a", "b", "c"], ""),
        ("opp-9", "", ["a", "b", "c"], ""),
        ("opp-x", "", ["a", "b", "c"], ""),
        ("", "", ["a", "b", "c"], ""),
        ("hopp-²", "", ["a", "b", "c"], ""),
        ("opp-" + "9" * 5000, "", ["a", "b", "c"], ""),
    ],
)
@pytest.mark.row("A1")
def test_one_click_moves_one_wish(what, added, expected, touched):
    assert moved(["a", "b", "", "c"], what, added) == (expected, touched)


@pytest.mark.row("A1")
def test_the_list_is_ranked_without_javascript_and_nothing_is_sent(case, client, form_url):
    posted = wishes(case.care_intake, case.cafe_intake, do="opp-2", against_reason="Skrevet så langt")
    response = client.post(form_url, posted)
    assert response.status_code == 200
    tree = parse(response.content.decode())
    order = [node.attrs["value"] for node in tree.all("input") if node.attrs.get("name", "").startswith("wish_")]
    assert order == [str(case.cafe_intake.public_id), str(case.care_intake.public_id)]
    assert "Kafé og kantine er nå 1. ønske." in tree.text
    assert tree.one("input", name="against_reason").attrs["value"] == "Skrevet så langt"
    # The wish that was moved keeps the focus, on the button that still leads somewhere.
    (focused,) = [node for node in tree.all("button") if "autofocus" in node.attrs]
    assert focused.attrs["value"] == "ned-1"
    assert not Application.objects.exists()
    draft = Draft.objects.get(form_key="application")
    assert draft.data["wish_1"] == [str(case.cafe_intake.public_id)]
    # Back later, without anything ticked: the order is as it was left.
    again = parse(client.get(form_url).content.decode())
    order = [node.attrs["value"] for node in again.all("input") if node.attrs.get("name", "").startswith("wish_")]
    assert order[0] == str(case.cafe_intake.public_id)


@pytest.mark.row("A1")
def test_a_reason_too_long_for_a_draft_is_kept_when_a_wish_is_moved(case, client, form_url):
    long = "x" * 60_001
    posted = wishes(case.care_intake, case.cafe_intake, do="opp-2", against_reason=long)
    response = client.post(form_url, posted)
    assert response.status_code == 200
    assert parse(response.content.decode()).one("input", name="against_reason").attrs["value"] == long
    assert not Draft.objects.exists()


@pytest.mark.row("A1")
def test_adding_and_removing(case, client, form_url):
    page = client.post(form_url, {"do": "legg-til", "add": str(case.care_intake.public_id)}).content.decode()
    assert f'name="wish_1" value="{case.care_intake.public_id}"' in page
    assert "15 ledige for kontoret" in page
    gone = client.post(form_url, wishes(case.care_intake, do="fjern-1")).content.decode()
    assert 'name="wish_1"' not in gone
    assert "Ingen kurs er valgt ennå." in gone
    strange = client.post(form_url, {"do": "legg-til", "add": str(uuid.uuid4())})
    assert strange.status_code == 200
    assert "Kurs som ikke kan velges" in strange.content.decode()


# --- the filter -----------------------------------------------------------------------------------


def shown_titles(response) -> list[str]:
    tree = parse(response.content.decode())
    return [node.one("h3").text for node in tree.all("article")]


def test_search_by_name_and_only_free(case, client, advice_url):
    assert shown_titles(client.get(advice_url, {"q": "KANTINE"})) == ["Kafé og kantine"]
    assert shown_titles(client.get(advice_url, {"q": "finnes ikke"})) == []
    case.care_intake.occupied = 15
    case.care_intake.save()
    assert shown_titles(client.get(advice_url, {"ledig": "on"})) == ["Kafé og kantine"]
    page = client.get(advice_url).content.decode()
    assert "Kurset som starter" in page and "er fullt." in page


def test_order_by_start(case, client, advice_url):
    sooner = f.ConceptFactory(county=case.county, title="Snart")
    f.ChecklistItemFactory(concept=sooner, kind="norwegian", label="Norsk", skill="oral", level="A2")
    f.IntakeFactory(contract__concept=sooner, window=case.window, starts_on=today(9), application_deadline=today(2))
    f.AimFactory(participant=case.person).occupations.create(rank=1, occupation=case.occupation)
    assert shown_titles(client.get(advice_url))[:2] == ["Pleieassistent", "Snart"]
    assert shown_titles(client.get(advice_url, {"sorter": "start"}))[:2] == ["Snart", "Pleieassistent"]


def test_one_other_county(case, client, advice_url):
    county = f.CountyFactory()
    f.IntakeFactory(contract__concept=f.ConceptFactory(county=county, title="Truck hos naboen"))
    assert shown_titles(client.get(advice_url, {"fylke": county.number})) == ["Truck hos naboen"]


@pytest.mark.parametrize(
    "query",
    [{"fylke": "x" * 300}, {"fylke": "\x00"}, {"sorter": "-1"}, {"q": "\x00"}, {"q": "æ" * 500}, {"ledig": "x"}],
)
def test_a_filter_that_cannot_be_read_is_as_if_it_were_not_there(client, advice_url, query):
    assert client.get(advice_url, query).status_code == 200


def test_expected_start_says_queue_and_next_class(case, client, advice_url):
    for _n in range(3):
        f.WishFactory(intake=case.care_intake)
    case.care_intake.capacity = 2
    case.care_intake.save()
    f.IntakeFactory(
        contract__concept=case.care, window=case.window, status="planned", starts_on=today(100), ends_on=today(200)
    )
    page = client.get(advice_url).content.decode()
    assert "Regn med venteliste: 3 har søkt om 2 plasser på kurset som starter" in page
    assert "Kurset etter det starter" in page


# --- compare, other ways --------------------------------------------------------------------------


def test_courses_side_by_side(case, client):
    url = reverse("courses:advice_compare", args=[case.person.public_id])
    page = client.get(
        url, {"kurs": [str(case.care_intake.public_id), str(case.cafe_intake.public_id)]}
    ).content.decode()
    tree = parse(page)
    heads = [node.text for node in tree.one("table").one("thead").all("th")]
    assert [head.split(" Passer")[0].split(" Kan")[0] for head in heads] == ["Pleieassistent", "Kafé og kantine"]
    assert "Oppfyller bare 0 % av sjekklista." in page
    alone = client.get(url, {"kurs": ["x", str(uuid.uuid4())]})
    assert alone.status_code == 200
    assert "Kryss av to eller tre ulike kurs" in alone.content.decode()


def test_side_by_side_judges_nobody_who_is_not_mapped(case, client):
    """As on the page of the advice: what is not known of her is no answer about the courses."""
    case.mapping.delete()
    url = reverse("courses:advice_compare", args=[case.person.public_id])
    page = client.get(
        url, {"kurs": [str(case.care_intake.public_id), str(case.cafe_intake.public_id)]}
    ).content.decode()
    assert page.count("Kartlegg først") == 2
    assert "av sjekklista." not in page and "Går mot forslaget" not in page and "Passer" not in page


@pytest.mark.row("P10")
def test_another_way_becomes_a_task_with_one_click(case, client, advice_url):
    case.mapping.oral, case.mapping.oral_source = "A1", "documented"
    case.mapping.save()
    url = reverse("courses:way_task", args=[case.person.public_id, "norwegian_tuition"])
    assert f'action="{url}"' in client.get(advice_url).content.decode()
    assert client.post(url)["Location"] == advice_url
    client.post(url)
    task = Task.objects.get(kind="other_way")
    assert (task.title, task.owner, task.due_on) == ("Søk om norskopplæring", case.caseworker, today(14))
    assert client.post(reverse("courses:way_task", args=[case.person.public_id, "anything"])).status_code == 404


@pytest.mark.row("P7")
def test_what_holds_for_every_course_is_said_once_with_other_ways(case, client, advice_url):
    for days in (300, 100):
        f.MeasureFactory(
            participant=case.person, kind="amo", title="Kurs", starts_on=today(-days - 60), ends_on=today(-days)
        )
    page = client.get(advice_url).content.decode()
    assert page.count("2 kurs det siste året uten at det førte til jobb.") == 1
    assert "Andre veier å vurdere først" in page
