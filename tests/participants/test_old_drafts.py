"""A draft begun before a colleague saved: nothing of hers is overwritten unseen, and nothing typed is lost (P2, P8)."""

import pytest
from django.urls import reverse

from amo.models import Draft
from participants import actions
from participants.models import Aim, Plan
from tests import factories as f

pytestmark = pytest.mark.django_db


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def colleague(caseworker):
    return f.MembershipFactory(office=caseworker.office)


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker)


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


def reopened(client, url) -> dict:
    """What the browser sends from the form opened anew: the draft, as it stands on the page."""
    page = client.get(url)
    assert "Noen andre har lagret etter at du begynte på kladden." in page.content.decode()
    form = page.context["form"]
    return as_sent(form)


def as_sent(form) -> dict:
    """The fields of a form that are filled."""
    return {name: value for name in form.fields if (value := form[name].value())}


def plan(person, by, goal, *steps):
    rows = [{"what": what, "responsible": "caseworker", "by_when": f.today(10)} for what in steps]
    return actions.save_plan(participant=person, goal=goal, steps=rows, by=by)


@pytest.mark.row("P8")
def test_a_plan_drafted_on_the_first_version_does_not_take_out_the_steps_of_the_second(
    client, person, caseworker, colleague
):
    plan(person, caseworker, "Fast jobb", "Ringe arbeidsgiver")
    url = reverse("participants:plan_new", args=[person.public_id])
    opened = client.get(url).context["form"]
    typed = as_sent(opened) | {"goal": "Jobb i butikk"}
    client.post(reverse("amo:draft_save", args=["plan", person.public_id]), typed)
    plan(person, colleague, "Fast jobb", "Ringe arbeidsgiver", "Avtale praksis")
    told = client.post(url, reopened(client, url))
    page = told.content.decode()
    assert told.status_code == 409 and "Noen andre har lagret først" in page and str(colleague.user) in page
    assert "Avtale praksis" in page and 'value="Jobb i butikk"' in page
    assert [step.what for step in Plan.objects.get(is_current=True).steps.all()] == [
        "Ringe arbeidsgiver", "Avtale praksis",
    ]  # fmt: skip
    # Told of it, she may save; the draft has then had its effect.
    knowing = told.context["form"].data
    assert client.post(url, {name: knowing[name] for name in knowing if name != "submission"}).status_code == 302
    assert Plan.objects.get(is_current=True).goal == "Jobb i butikk" and not Draft.objects.exists()


@pytest.mark.row("P8")
def test_a_row_button_in_an_old_plan_keeps_where_it_was_begun_and_is_the_draft(client, person, caseworker, colleague):
    plan(person, caseworker, "Fast jobb", "En", "To")
    url = reverse("participants:plan_new", args=[person.public_id])
    opened = client.get(url).context["form"]
    typed = as_sent(opened)
    plan(person, colleague, "Fast jobb", "En", "To", "Tre")
    assert client.post(url, typed | {"row": "up-2"}).context["form"]["version"].value() == 2
    again = reopened(client, url)
    assert (again["step_1_what"], again["step_2_what"], again["version"]) == ("To", "En", 2)
    assert client.post(url, again).status_code == 409


@pytest.mark.row("P2")
def test_an_aim_drafted_before_a_colleague_wrote_it_down(client, person, caseworker, colleague):
    actions.save_aim(participant=person, kind="undecided", words="Vet ikke", by=caseworker)
    url = reverse("participants:aim", args=[person.public_id])
    typed = {"kind": "course", "words": "Vil bli kokk", "version": 2}
    client.post(reverse("amo:draft_save", args=["aim", person.public_id]), typed)
    actions.save_aim(participant=person, kind="work_not_course", words="Vil ha jobb nå", by=colleague)
    sent = reopened(client, url)
    assert sent["words"] == "Vil bli kokk"
    told = client.post(url, sent)
    page = told.content.decode()
    assert told.status_code == 409 and "Vil ha jobb nå" in page and "Vil bli kokk" in page
    assert Aim.objects.current().get().words == "Vil ha jobb nå"


def test_a_draft_that_nobody_has_overtaken_is_sent_as_before(client, person, caseworker):
    actions.save_aim(participant=person, kind="undecided", words="Vet ikke", by=caseworker)
    url = reverse("participants:aim", args=[person.public_id])
    client.post(
        reverse("amo:draft_save", args=["aim", person.public_id]), {"kind": "course", "words": "Kokk", "version": 2}
    )
    page = client.get(url)
    assert "Noen andre har lagret" not in page.content.decode()
    assert client.post(url, {"kind": "course", "words": "Kokk", "version": page.context["form"]["version"].value()})
    assert Aim.objects.current().get().words == "Kokk"
