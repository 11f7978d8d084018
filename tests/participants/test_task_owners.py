"""Whose a task is: overdue ones before the lead, opened by her own, handed on with a trace (P9)."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo import panels
from amo.models import Notification
from amo.versions import StaleVersion
from participants import actions
from participants.changes import events_about, readable
from participants.responsible import responsible_for
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.row("P9")]
LIST = "/brukere/oppgaver/"


@pytest.fixture
def caseworker():
    return f.MembershipFactory(user__first_name="Tone", user__last_name="Teller")


@pytest.fixture
def colleague(caseworker):
    return f.MembershipFactory(office=caseworker.office, user__first_name="Kai", user__last_name="Kollega")


@pytest.fixture
def lead(caseworker):
    return f.MembershipFactory(office=caseworker.office, role="office_lead")


def make(**values):
    return actions.create_task(**{"kind": "x", "title": "Ring", "due_on": f.today(2)} | values)


def titles(response) -> list[str]:
    return [row["obj"].title for row in response.context["listpage"].rows]


def url_of(task):
    return reverse("participants:task_owner", args=[task.public_id])


# --- the list -----------------------------------------------------------------------------------


@pytest.fixture
def four(caseworker, colleague):
    make(owner=caseworker, title="Min gamle", due_on=f.today(-1))
    make(owner=caseworker, title="Min nye")
    make(owner=colleague, title="Kollegaens", due_on=f.today())
    make(office=caseworker.office, title="Felles", due_on=f.today(-3))


def test_a_caseworker_opens_on_her_own_and_a_lead_on_everything(client_for, caseworker, lead, four):
    assert titles(client_for(caseworker).get(LIST)) == ["Min gamle", "Min nye"]
    assert titles(client_for(lead).get(LIST)) == ["Felles", "Min gamle", "Kollegaens", "Min nye"]


@pytest.mark.row("P9")
def test_her_own_are_what_is_counted_and_narrowed_and_that_stands_as_a_chip(client_for, caseworker, four):
    client = client_for(caseworker)
    listpage = client.get(LIST).context["listpage"]
    assert [chip["label"] for chip in listpage.chips] == ["Hvem sine: Mine", "Status: Åpen"]
    late = next(quick for quick in listpage.quick_filters if quick["code"] == "late")
    assert (late["count"], titles(client.get(late["url"]))) == (1, ["Min gamle"])
    whole = client.get(listpage.chips[0]["remove_url"])
    assert titles(whole) == ["Felles", "Min gamle", "Kollegaens", "Min nye"]
    # What messages and saved filters of before say.
    for code, found in (("mine", ["Min gamle", "Min nye"]), ("shared", ["Felles"])):
        assert titles(client.get(LIST, {"f": 1, "state": "open", "quick": code})) == found
        assert titles(client.get(LIST, {"f": 1, "state": "open", "whose": code})) == found


def test_the_quick_filters_count_what_they_show(client_for, caseworker, colleague, four):
    client = client_for(caseworker)
    whole = client.get(LIST, {"f": 1, "state": "open"})
    labels = {quick["code"]: (str(quick["label"]), quick["count"]) for quick in whole.context["listpage"].quick_filters}
    assert labels == {"late": ("Forfalt", 2), "today": ("I dag", 1)}
    for code, found in {"late": ["Felles", "Min gamle"], "today": ["Kollegaens"]}.items():
        assert titles(client.get(LIST, {"f": 1, "state": "open", "quick": code})) == found
    for value, found in ((str(colleague.public_id), ["Kollegaens"]), ("none", ["Felles"])):
        assert titles(client.get(LIST, {"f": 1, "owner": value})) == found
    page = client.get(LIST, {"f": 1, "quick": "late"}).content.decode()
    assert "Tone Teller" in page and str(caseworker.office) in page, "each overdue task names its owner"


def test_the_start_page_tells_a_lead_whose_tasks_are_overdue(client_for, caseworker, colleague, lead, four):
    make(
        owner=caseworker,
        title="Min eldste",
        due_on=f.today(-9),
        participant=f.ParticipantFactory(caseworker=caseworker),
    )
    make(owner=f.MembershipFactory(), due_on=f.today(-50))
    boxes = {box.key: box.context for box in panels.collect("start", lead, [lead.pk])[lead.pk]}
    items = [(item["text"], item["count"], item["due"]) for item in boxes["participants.overdue"]["items"]]
    assert items == [("Tone Teller", 2, f.today(-9)), (str(caseworker.office), 1, f.today(-3))]
    client = client_for(lead)
    assert "Forfalte oppgaver, etter ansvarlig" in client.get("/").content.decode()
    shown = [titles(client.get(item["url"])) for item in boxes["participants.overdue"]["items"]]
    assert shown == [["Min eldste", "Min gamle"], ["Felles"]]
    own = {box.key for box in panels.collect("start", caseworker, [caseworker.pk])[caseworker.pk]}
    assert "participants.overdue" not in own


def test_a_lead_with_nothing_overdue_gets_no_box(lead):
    assert "participants.overdue" not in {box.key for box in panels.collect("start", lead, [lead.pk])[lead.pk]}


# --- handing on ---------------------------------------------------------------------------------


def test_a_task_is_handed_to_a_colleague_who_is_told_and_the_history_says_so(client_for, caseworker, colleague):
    person = f.ParticipantFactory(caseworker=caseworker, last_name="Oppgavesen")
    task = make(owner=caseworker, participant=person, title="Avtal møte")
    client = client_for(caseworker)
    page = client.get(LIST).content.decode()
    assert url_of(task) in page
    form = client.get(url_of(task))
    assert "Oppgavesen" in form.content.decode()
    assert form.context["form"]["owner"].value() == caseworker.pk
    done = client.post(
        f"{url_of(task)}?next=/brukere/oppgaver/%3Ff=1", {"owner": colleague.pk, "version": task.version}
    )
    assert done.url == "/brukere/oppgaver/?f=1"
    task.refresh_from_db()
    assert (task.owner, task.office, task.version) == (colleague, None, 2)
    told = Notification.objects.get(membership=colleague)
    assert "Oppgavesen" not in told.text
    assert titles(client_for(colleague).get(told.url)) == ["Avtal møte"]
    [change] = [
        change
        for event in readable(events_about(person))
        if event["title"] == "Oppgave" and event["is_update"]
        for change in event["changes"]
        if change.field == "owner"
    ]
    assert (change.old, change.new) == ("Tone Teller", "Kai Kollega")


def test_a_task_goes_back_to_the_office_and_anyone_may_take_it(client_for, caseworker, colleague):
    task = make(owner=caseworker)
    client_for(caseworker).post(url_of(task), {"owner": "", "version": 1})
    task.refresh_from_db()
    assert (task.owner, task.office) == (None, caseworker.office)
    client_for(colleague).post(url_of(task), {"owner": colleague.pk, "version": 2})
    task.refresh_from_db()
    assert (task.owner, task.office) == (colleague, None)
    assert not Notification.objects.filter(membership=colleague).exists(), "she took it herself"


def test_only_a_lead_takes_a_task_from_a_colleague(client_for, caseworker, colleague, lead):
    task = make(owner=colleague)
    assert client_for(caseworker).get(url_of(task)).status_code == 403
    assert client_for(caseworker).post(url_of(task), {"owner": caseworker.pk, "version": 1}).status_code == 403
    assert client_for(f.MembershipFactory()).get(url_of(task)).status_code == 404
    assert client_for(lead).post(url_of(task), {"owner": caseworker.pk, "version": 1}).status_code == 302
    task.refresh_from_db()
    assert task.owner == caseworker


def test_two_who_hand_on_at_once_the_second_is_told(client_for, caseworker, colleague, lead):
    task = make(office=caseworker.office)
    assert client_for(caseworker).post(url_of(task), {"owner": caseworker.pk, "version": 1}).status_code == 302
    late = client_for(lead).post(url_of(task), {"owner": colleague.pk, "version": 1})
    assert late.status_code == 409
    task.refresh_from_db()
    assert task.owner == caseworker
    with pytest.raises(StaleVersion):
        actions.reassign_task(task=task, owner=colleague, by=lead, expected_version=1)


def test_a_finished_task_is_not_handed_on(client_for, caseworker, colleague):
    task = make(owner=caseworker)
    actions.complete_task(task=task, by=caseworker)
    answer = client_for(caseworker).post(url_of(task), {"owner": colleague.pk, "version": 2})
    assert answer.status_code == 422
    assert "allerede merket som gjort" in answer.content.decode()


def test_nobody_gets_a_task_about_somebody_she_may_not_see(client_for, caseworker, colleague):
    allowed = f.MembershipFactory(office=caseworker.office, sees_confidential=True)
    person = f.ParticipantFactory(caseworker=allowed, confidential=True, last_name="Hemmeligsen")
    task = make(owner=allowed, participant=person)
    assert client_for(colleague).get(url_of(task)).status_code == 403
    answer = client_for(allowed).post(url_of(task), {"owner": colleague.pk, "version": 1})
    assert answer.status_code == 422
    assert answer.context["form"].errors["owner"] == ["Kollegaen har ikke tilgang til denne brukeren. Velg en annen."]
    stranger = f.MembershipFactory()
    with pytest.raises(ValidationError, match="kollega fra listen"):
        actions.reassign_task(task=task, owner=stranger, by=allowed)


def test_the_same_owner_again_changes_nothing(caseworker):
    task = make(owner=caseworker)
    assert actions.reassign_task(task=task, owner=caseworker, by=caseworker).version == 1
    assert not Notification.objects.exists()


# --- a provider's, and who may say that it is done ----------------------------------------------


def test_what_a_provider_was_asked_is_neither_the_offices_nor_hidden_from_it(client_for, caseworker, lead):
    asked = make(provider=f.ProviderFactory(name="Kursbakken AS"), title="Meld på", due_on=f.today(-2), by=caseworker)
    make(office=caseworker.office, title="Felles", due_on=f.today(-3))
    client = client_for(lead)
    assert titles(client.get(LIST, {"f": 1, "state": "open", "quick": "shared"})) == ["Felles"]
    assert titles(client.get(LIST, {"f": 1, "state": "open", "owner": "none"})) == ["Felles"]
    assert titles(client.get(LIST, {"f": 1, "state": "open", "owner": asked.provider.public_id})) == ["Meld på"]
    boxes = {box.key: box.context["items"] for box in panels.collect("start", lead, [lead.pk])[lead.pk]}
    assert [(item["text"], item["count"]) for item in boxes["participants.overdue"]] == [
        (str(caseworker.office), 1),
        ("Kursbakken AS", 1),
    ]
    shared = next(item for item in boxes["participants"] if item["url"].endswith("whose=shared"))
    assert shared["count"] == 1


def test_a_colleagues_task_is_hers_to_finish(client_for, caseworker, colleague, lead):
    person = f.ParticipantFactory(caseworker=caseworker)
    hers, given = make(owner=caseworker, participant=person), make(owner=colleague, participant=person)
    shared = make(office=caseworker.office, participant=person)

    def finish(member, task) -> int:
        return client_for(member).post(reverse("participants:task_done", args=[task.public_id])).status_code

    page = client_for(colleague).get(reverse("participants:detail", args=[person.public_id])).content.decode()
    offered = {task for task in (hers, given, shared) if f"/oppgaver/{task.public_id}/gjort/" in page}
    assert offered == {given, shared}
    assert finish(colleague, hers) == 403
    hers.refresh_from_db()
    assert hers.done_at is None
    assert [finish(colleague, given), finish(colleague, shared), finish(lead, hers)] == [302, 302, 302]


def test_a_task_about_somebody_she_may_not_open_is_not_hers_to_finish(client_for, caseworker):
    person = f.ParticipantFactory(caseworker=caseworker, confidential=True)
    task = make(owner=caseworker, participant=person)
    url = reverse("participants:task_done", args=[task.public_id])
    client = client_for(caseworker)
    assert url not in client.get(LIST).content.decode()
    assert client.post(url).status_code == 403
    task.refresh_from_db()
    assert task.done_at is None


@pytest.mark.row("P9")
@pytest.mark.parametrize("left", [{"ends_on": -1}, {"starts_on": 2}, {"is_active": False}])
def test_nobody_is_responsible_who_has_left_or_not_begun(caseworker, left):
    person = f.ParticipantFactory(caseworker=caseworker)
    assert responsible_for(person) == caseworker
    if "is_active" in left:
        caseworker.user.is_active = False
    for name in ("starts_on", "ends_on"):
        if name in left:
            setattr(caseworker, name, f.today(left[name]))
    assert responsible_for(person) is None
    assert responsible_for(f.ParticipantFactory(caseworker=None)) is None


@pytest.mark.row("P9")
def test_one_with_two_roles_is_told_apart_in_every_choice(client_for, caseworker):
    twice = f.MembershipFactory(office=caseworker.office, user=caseworker.user, role="office_lead")
    person, client = f.ParticipantFactory(caseworker=caseworker), client_for(caseworker)
    pages = [
        client.get(reverse("participants:register")),
        client.get(reverse("participants:task_new", args=[person.public_id])),
        client.post("/brukere/tildel/", {"ids": [str(person.public_id)]}),
    ]
    for page in pages:
        text = page.content.decode()
        assert f"{caseworker.user} (veileder)" in text and f"{twice.user} (kontorleder)" in text
