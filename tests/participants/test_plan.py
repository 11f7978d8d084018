"""The plan: versions, steps that are ticked off, tasks that follow, suggestions, and two who write at once (P8, P9)."""

import datetime as dt
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from amo.models import Draft
from amo.versions import StaleVersion
from participants import actions, plan_changes, plan_followers
from participants.models import Plan, PlanStep, PortfolioRow, Task
from participants.plan_suggestions import suggestions
from tests import factories as f

pytestmark = [pytest.mark.django_db, pytest.mark.row("P8")]


@pytest.fixture
def caseworker():
    return f.MembershipFactory()


@pytest.fixture
def person(caseworker):
    return f.ParticipantFactory(caseworker=caseworker, first_name="Amal", last_name="Plansen")


@pytest.fixture
def client(client_for, caseworker):
    return client_for(caseworker)


@pytest.fixture
def url(person):
    return reverse("participants:plan_new", args=[person.public_id])


@pytest.fixture
def save(person, caseworker):
    """`save(*steps)`: a plan with these steps; a text is one the person does herself."""

    def make(*steps, **more):
        rows = [{"what": step, "responsible": "participant"} if isinstance(step, str) else step for step in steps]
        values = {"participant": person, "goal": "Fast jobb på sykehjem", "steps": rows, "by": caseworker}
        return actions.save_plan(**values | more)

    return make


def ours(what="Ringe arbeidsgiver", **more):
    """A step that the caseworker has taken on."""
    return {"what": what, "responsible": "caseworker", "by_when": f.today(10)} | more


def again(step, **more):
    """The step as it is carried into the next version."""
    kept = {name: getattr(step, name) for name in ("what", "responsible", "responsible_name", "by_when")}
    return kept | {"origin": step.public_id} | more


def task_of(step) -> Task:
    return Task.objects.get(dedupe_key=f"plan-step-{step.public_id}")


def texts(plan) -> list[str]:
    return list(plan.steps.values_list("what", flat=True))


# --- versions -----------------------------------------------------------------------------------


def test_a_change_is_a_new_version_with_the_steps_carried_over(save, person):
    first = save("Ta norskprøven", "Søke jobb", plan_b="Renhold", beyond_work="Bli kjent i nabolaget")
    one, two = first.steps.all()
    actions.tick_step(step=one, done=True, by=person.caseworker)
    second = save(again(two), again(one), "Begynne i jobb", expected_number=2)
    first.refresh_from_db()
    assert (first.is_current, second.is_current, second.number) == (False, True, 2)
    assert texts(second) == ["Søke jobb", "Ta norskprøven", "Begynne i jobb"]
    assert [step.done_on for step in second.steps.all()] == [None, f.today(), None]
    # What the first version said stands.
    assert texts(first) == ["Ta norskprøven", "Søke jobb"]
    assert PortfolioRow.objects.get(pk=person.pk).plan_on == f.today()


def test_the_history_says_what_changed(save):
    first = save("Ta norskprøven", "Søke jobb")
    second = save("Søke jobb", "Lage CV", goal="Jobb på kjøkken", plan_b="Renhold")
    changes = {(change.label, change.old, change.new) for change in plan_changes.between(first, second)}
    assert changes == {
        ("Mål", "Fast jobb på sykehjem", "Jobb på kjøkken"),
        ("Plan B", "", "Renhold"),
        ("Steg tatt ut", "Ta norskprøven – Brukeren selv", ""),
        ("Nytt steg", "", "Lage CV – Brukeren selv"),
    }


def test_a_new_order_is_a_change_and_a_done_step_is_none(save, caseworker):
    first = save("En", "To")
    actions.tick_step(step=first.steps.first(), done=True, by=caseworker)
    (change,) = plan_changes.between(first, save("To", "En"))
    assert (change.label, change.new) == ("Ny rekkefølge", "To; En")


def test_who_saves_second_sees_what_changed(save, client, url):
    save("Ta norskprøven")
    client.get(url)
    save("Ta norskprøven", goal="Jobb på kjøkken", expected_number=2)
    data = {"goal": "Jobb i butikk", "step_1_what": "Ta norskprøven", "version": 2}
    late = client.post(url, data)
    text = late.content.decode()
    assert late.status_code == 409 and "Jobb på kjøkken" in text and "Jobb i butikk" in text
    # A second, knowing save goes through.
    assert client.post(url, data | {"version": 3}).status_code == 302
    assert Plan.objects.get(is_current=True).goal == "Jobb i butikk"


def test_a_stale_number_is_refused_by_the_action(save):
    save("En")
    with pytest.raises(StaleVersion):
        save("En", expected_number=1)


@pytest.mark.parametrize(
    ("steps", "more", "message"),
    [
        ([], {}, "minst ett steg"),
        (["x"] * 13, {}, "høyst 12 steg"),
        ([{"what": "Ringe", "responsible": "caseworker"}], {}, "når dere skal ha gjort"),
        ([{"what": "Ringe", "responsible": "other"}], {}, "hvem som gjør"),
        ([{"what": "x" * 201, "responsible": "participant"}], {}, "200"),
        (["En"], {"review_on": dt.date(2020, 1, 1)}, "før i dag"),
    ],
)
def test_what_is_no_plan_is_refused(save, steps, more, message):
    with pytest.raises(ValidationError, match=message):
        save(*steps, **more)
    assert not Plan.objects.exists() and not Task.objects.exists()


def test_upper_apps_hear_of_every_new_plan(save, monkeypatch, caseworker):
    told = []
    monkeypatch.setattr(plan_followers, "_followers", [])
    plan_followers.register(lambda plan, by: told.append((plan.number, by)))
    save("En")
    save("En")
    assert told == [(1, caseworker), (2, caseworker)]


# --- steps and tasks ----------------------------------------------------------------------------


@pytest.mark.row("P9")
def test_navs_own_steps_become_tasks_with_one_owner_and_a_day(save, person, caseworker):
    plan = save("Søke jobb", ours(), ours("Låne ut pc", responsible="office"))
    mine, shared = (task_of(step) for step in plan.steps.all()[1:])
    assert (mine.owner, mine.office, mine.due_on, mine.title) == (caseworker, None, f.today(10), "Ringe arbeidsgiver")
    assert (shared.owner, shared.office) == (None, person.office)
    assert mine.url == reverse("participants:plan", args=[person.public_id])
    assert Task.objects.count() == 2


@pytest.mark.row("P9")
def test_the_task_follows_when_the_step_is_changed_moved_and_taken_out(save):
    first = save(ours("Ringe"), ours("Skrive"))
    ring, write = first.steps.all()
    second = save(again(write), again(ring, what="Ringe og besøke", by_when=f.today(20)))
    moved = task_of(second.steps.get(rank=2))
    assert (moved.title, moved.due_on, moved.done_at) == ("Ringe og besøke", f.today(20), None)
    assert Task.objects.count() == 2
    save(again(second.steps.get(rank=1)))
    moved.refresh_from_db()
    assert moved.done_at and Task.objects.open().count() == 1


def test_a_step_that_changes_hands_takes_its_task_along(save, person):
    (step,) = save(ours()).steps.all()
    (step,) = save(again(step, responsible="office")).steps.all()
    assert (task_of(step).owner, task_of(step).office) == (None, person.office)
    (step,) = save(again(step, responsible="participant")).steps.all()
    assert task_of(step).done_at
    (step,) = save(again(step, responsible="caseworker")).steps.all()
    assert task_of(step).done_at is None and Task.objects.count() == 1


def test_a_task_given_to_a_colleague_stays_with_her(save, caseworker):
    colleague = f.MembershipFactory(office=caseworker.office)
    (step,) = save(ours()).steps.all()
    Task.objects.update(owner=colleague)
    (step,) = save(again(step, by_when=f.today(30))).steps.all()
    assert (task_of(step).owner, task_of(step).due_on) == (colleague, f.today(30))


def test_ticking_is_no_new_version_and_can_be_taken_back(save, caseworker):
    plan = save(ours())
    step = plan.steps.get()
    done = actions.tick_step(step=step, done=True, by=caseworker)
    assert (done.done_on, done.done_by) == (f.today(), caseworker)
    assert task_of(step).done_at and Plan.objects.count() == 1
    with pytest.raises(ValidationError, match="allerede"):
        actions.tick_step(step=step, done=True, by=caseworker)
    actions.tick_step(step=step, done=False, by=caseworker)
    assert task_of(step).done_at is None
    with pytest.raises(ValidationError, match="ikke gjort"):
        actions.tick_step(step=step, done=False, by=caseworker)


def test_the_task_done_from_the_list_ticks_the_step(save, caseworker):
    step = save(ours()).steps.get()
    actions.complete_task(task=task_of(step), by=caseworker)
    step.refresh_from_db()
    assert (step.done_on, step.done_by) == (f.today(), caseworker)


def test_a_step_of_an_older_version_is_not_ticked(save, caseworker):
    old = save("En").steps.get()
    save("En")
    with pytest.raises(ValidationError, match="endret i mellomtiden"):
        actions.tick_step(step=old, done=True, by=caseworker)


def test_a_draft_from_an_older_version_loses_nothing_that_is_done(save, caseworker):
    """The row names a step two versions back: the same words find it."""
    old = save("En", ours()).steps.first()
    newer = save("En", ours())
    actions.tick_step(step=newer.steps.first(), done=True, by=caseworker)
    latest = save(again(old), ours())
    assert latest.steps.first().done_on == f.today()
    assert Task.objects.open().count() == 1


# --- pages --------------------------------------------------------------------------------------


def typed(*steps, **more) -> dict:
    """What the form posts: (what, who, by when) per row."""
    data = {"goal": "Fast jobb", "version": 1}
    for row, (what, who, by_when) in enumerate(steps, start=1):
        data |= {f"step_{row}_what": what, f"step_{row}_responsible": who, f"step_{row}_by_when": by_when or ""}
    return data | more


def test_a_plan_is_made_from_ticked_suggestions_alone(client, url, person):
    f.MappingFactory(participant=person, oral="A1", reading="A1", writing="A0", education_country="Chile")
    page = client.get(url)
    codes = [code for code, _label in page.context["form"].fields["suggested"].choices]
    assert "norwegian" in codes and "cv" in codes
    assert client.post(url, {"goal": "Jobb", "version": 1, "suggested": ["norwegian", "meet"]}).status_code == 302
    one, two = Plan.objects.get().steps.all()
    assert one.what == "Ta norskprøven på nivå A1 (skrive)" and one.by_when
    assert (two.responsible, task_of(two).owner) == ("caseworker", person.caseworker)


def test_suggestions_are_put_in_the_rows_to_be_changed(client, url):
    data = typed(("Søke jobb", "participant", None), row="insert", suggested=["cv", "meet"])
    page = client.post(url, data)
    form = page.context["form"]
    assert page.status_code == 200 and not Plan.objects.exists()
    assert form["step_1_what"].value() == "Søke jobb"
    assert form["step_2_what"].value() == "Oppdatere CV-en på arbeidsplassen.no"
    assert form["step_3_responsible"].value() == "caseworker" and form["suggested"].value() == []
    assert form["version"].value() == 1 and form["goal"].value() == "Fast jobb"


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("up-2", ["B", "A", "C"]),
        ("down-1", ["B", "A", "C"]),
        ("remove-2", ["A", "C", ""]),
        ("up-1", ["A", "B", "C"]),
        ("add", ["A", "B", "C"]),
        ("remove-99", ["A", "B", "C"]),
        ("tull-²", ["A", "B", "C"]),
    ],
)
def test_row_buttons_rearrange_without_saving(client, url, command, expected):
    rows = [(what, "participant", None) for what in "ABC"]
    form = client.post(url, typed(*rows, row=command)).context["form"]
    assert [form[f"step_{row}_what"].value() or "" for row in (1, 2, 3)] == expected
    assert not Plan.objects.exists()


def whats(form) -> list[str]:
    return [what for row in range(1, 13) if (what := form[f"step_{row}_what"].value())]


def test_a_row_taken_out_of_a_full_plan_does_not_come_back_from_the_version_in_force(client, url, save):
    steps = [(f"Steg {n}", "participant", None) for n in range(1, 13)]
    save(*({"what": what, "responsible": who} for what, who, _day in steps))
    fewer = client.post(url, typed(*steps, row="remove-3", version=2)).context["form"]
    assert whats(fewer) == [f"Steg {n}" for n in range(1, 13) if n != 3]


def test_a_row_emptied_before_suggestions_are_put_in_does_not_come_back(client, url, save):
    save(*({"what": what, "responsible": "participant"} for what in ("Steg 1", "Steg 2", "Steg 3")))
    rows = [("Steg 1", "participant", None), ("", "participant", None), ("Steg 3", "participant", None)]
    assert whats(client.post(url, typed(*rows, row="insert", version=2)).context["form"]) == ["Steg 1", "Steg 3"]


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"goal": ""}, "goal"),
        ({"step_1_what": ""}, "step_1_what"),
        ({"step_1_responsible": "caseworker"}, "step_1_by_when"),
        ({"step_1_responsible": "other"}, "step_1_responsible_name"),
        ({"step_1_responsible": "kongen"}, "step_1_responsible"),
        ({"step_2_by_when": "2027-01-01"}, "step_2_what"),
        ({"step_1_by_when": "31.02.2027"}, "step_1_by_when"),
        ({"step_1_by_when": "2020-01-01"}, "step_1_by_when"),
        ({"step_1_what": "x" * 201}, "step_1_what"),
        ({"beyond_work": "x" * 1001}, "beyond_work"),
        ({"review_on": "2020-01-01"}, "review_on"),
        ({"suggested": ["hemmelig"]}, "suggested"),
        ({"step_1_origin": "x"}, "step_1_origin"),
    ],
)
def test_bad_input_is_told_at_the_field_and_kept(client, url, data, field):
    page = client.post(url, typed(("Søke jobb", "participant", None)) | data)
    assert page.status_code == 422 and not Plan.objects.exists()
    assert field in page.context["form"].errors
    assert 'value="Fast jobb"' in page.content.decode() or field == "goal"


def test_a_step_whose_day_has_passed_may_stand_but_no_new_one_may_begin_there(client, url, save):
    passed = f.today(-5)
    save({"what": "Ringe", "responsible": "participant", "by_when": passed})
    answer = client.post(url, typed(("Ringe", "participant", f.today(-4).isoformat()), version=2))
    assert list(answer.context["form"].errors) == ["step_1_by_when"]
    assert client.post(url, typed(("Ringe", "participant", passed.isoformat()), version=2)).status_code == 302


def test_what_is_typed_survives_a_lost_session(client, client_for, url, person, caseworker):
    saved = reverse("amo:draft_save", args=["plan", person.public_id])
    client.post(saved, typed(("Søke på kjøkken", "participant", None), ("Lage CV", "office", "2030-01-01")))
    form = client_for(caseworker).get(url).context["form"]
    assert (form["step_1_what"].value(), form["step_2_responsible"].value()) == ("Søke på kjøkken", "office")
    client.post(url, typed(("Søke på kjøkken", "participant", None)))
    assert not Draft.objects.exists()


def test_the_form_starts_from_the_plan_in_force(client, url, save):
    save("Søke jobb", ours(), plan_b="Renhold")
    form = client.get(url).context["form"]
    assert (form["step_2_what"].value(), form["plan_b"].value()) == ("Ringe arbeidsgiver", "Renhold")
    assert form["version"].value() == 2


def test_the_tab_the_card_and_the_print_out_show_the_plan(client, save, person):
    plan = save("Søke jobb", ours(), plan_b="Renhold", beyond_work="Bli kjent i nabolaget", review_on=f.today(60))
    for route in ("plan", "plan_print", "detail"):
        text = client.get(reverse(f"participants:{route}", args=[person.public_id])).content.decode()
        assert plan.goal in text and "Søke jobb" in text, route
    assert "Renhold" in text or "plan" in text


def test_a_plan_without_steps_says_so_and_leads_to_writing_one(client, save, person, url):
    PlanStep.objects.filter(plan=save("Søke jobb")).delete()
    for route in ("plan", "detail"):
        page = client.get(reverse(f"participants:{route}", args=[person.public_id])).content.decode()
        assert "Ingen steg ennå." in page and "0 av 0" not in page
        assert "Legg til steg" in page and url in page


@pytest.mark.row("P9")
def test_our_step_of_somebody_whose_caseworker_has_left_is_the_offices(save, person, caseworker):
    caseworker.ends_on = f.today(-1)
    caseworker.save()
    task = task_of(save(ours()).steps.get())
    assert (task.owner, task.office) == (None, person.office)


def test_the_sheet_to_take_home_speaks_to_her(client, save, person):
    save("Søke jobb", ours())
    sheet = client.get(reverse("participants:plan_print", args=[person.public_id])).content.decode()
    assert "Brukeren selv" not in sheet
    assert re.search(r"Søke jobb</p>\s*<p[^>]*>Du\b", sheet)
    assert "Veileder" in sheet
    assert "Brukeren selv" in client.get(reverse("participants:plan", args=[person.public_id])).content.decode()


def test_a_step_is_ticked_from_the_page(client, save, person):
    step = save("Søke jobb").steps.get()
    url, here = (
        reverse("participants:plan_step", args=[step.public_id]),
        reverse("participants:plan", args=[person.public_id]),
    )
    assert client.post(url, {"done": "1", "next": here})["Location"] == here
    assert PlanStep.objects.get().done_on == f.today()
    assert "Gjort" in client.get(here).content.decode()
    client.post(url, {"done": "1"})
    client.post(url, {"done": "0"})
    assert PlanStep.objects.get().done_on is None


def test_providers_see_no_plan(save, person):
    save("Søke jobb")
    lead = f.MembershipFactory(provider_lead=True)
    f.AccessGrantFactory(participant=person, provider=lead.provider, county=None, level="course")
    assert not Plan.objects.visible_to(lead).exists() and not PlanStep.objects.visible_to(lead).exists()
    assert Plan.objects.visible_to(person.caseworker).exists()


# --- suggestions --------------------------------------------------------------------------------


def codes(person) -> list[str]:
    return [one.code for one in suggestions(person, today=f.today())]


def test_what_the_mapping_lacks_is_suggested(person):
    assert codes(person)[:2] == ["map", "aim"]
    mapping = f.MappingFactory(
        participant=person, oral="B1", reading="A2", writing="A2", digital_skills="none", education_country="Irak"
    )
    f.HeldCertificateFactory(mapping=mapping, valid_to=f.today(30))
    aim = f.AimFactory(participant=person)
    aim.occupations.create(rank=1, occupation=f.OccupationFactory(title="Kokk"))
    found = codes(person)
    assert {"norwegian", "recognition", "digital", "employer", "apply"} <= set(found)
    assert any(code.startswith("renew-") for code in found) and "map" not in found
    texts = [one.what for one in suggestions(person, today=f.today())]
    assert "Ta norskprøven på nivå B1 (lese, skrive)" in texts and "Søke på fem stillinger som kokk" in texts


def test_after_courses_without_work_an_employer_comes_first_and_nobody_applies_without_norwegian(person):
    aim = f.AimFactory(participant=person)
    aim.occupations.create(rank=1, occupation=f.OccupationFactory(title="Kokk"))
    mapping = f.MappingFactory(participant=person, oral="A2")
    assert "employer" in codes(person) and not {"apply", "try-out"} & set(codes(person))
    mapping.oral = "B1"
    mapping.save()
    assert "apply" in codes(person)
    PortfolioRow.objects.update_or_create(participant=person, defaults={"chain_from": f.today()})
    assert codes(person)[0] == "try-out" and not {"apply", "employer"} & set(codes(person))
