"""Every text that is typed in a form of placements is read by the guard, or stands here with why it is not (L10)."""

import importlib
import pkgutil
import uuid

import pytest
from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse

import placements.forms
from amo import clock
from participants.actions import facts
from participants.models import ContactAttempt
from placements.forms.follow_up import FollowUpTaskForm
from placements.forms.offers import EmployerByName
from placements.forms.training import PlanForm, TemplateForm
from placements.models import EmployerContact, PlanGoal, SlotPeriod
from tests import factories

pytestmark = pytest.mark.row("L10")
WISH = "Ikke noen fra Somalia"
PERSON = "the name of a person: it may be a word of origin, and says nothing of a wish"
ORGANISATION = "the name of an organisation, as it calls itself (Somalisk kulturforening)"
STREET = "an address: streets and places are named after countries"
NUMBER = "a number, checked as one"
REPORT = "the report of discrimination itself: here it shall be written, and only county staff read it"
CARRIED = "sent along by the page, never typed"
NOT_GUARDED = {
    ("PlacementTermsForm", "mentor_name"): PERSON,
    ("PlacementTermsForm", "mentor_phone"): NUMBER,
    ("PlacementForm", "told_of"): CARRIED,
    ("OfferForm", "employer"): ORGANISATION,
    ("ReferenceForm", "name"): PERSON,
    ("ReferenceForm", "phone"): NUMBER,
    ("EmployerForm", "name"): ORGANISATION,
    ("EmployerForm", "address"): STREET,
    ("EmployerForm", "organisation_number"): NUMBER,
    ("EmployerForm", "main_number"): NUMBER,
    ("EmployerForm", "contact_name"): PERSON,
    ("EmployerForm", "contact_phone"): NUMBER,
    ("ContactForm", "name"): PERSON,
    ("ContactForm", "phone"): NUMBER,
    ("DiscriminationForm", "what"): REPORT,
    ("DecisionForm", "reason"): REPORT,
    ("DecisionForm", "shown"): CARRIED,
}
NO_TEXT = (forms.EmailField, forms.UUIDField)
"""Text fields that take one kind of value only."""


def own_forms() -> list[type[forms.BaseForm]]:
    """Every class of forms of the package, also those that another inherits from."""
    found = set()
    for module in pkgutil.iter_modules(placements.forms.__path__):
        own = importlib.import_module(f"placements.forms.{module.name}")
        found |= {
            one
            for one in vars(own).values()
            if isinstance(one, type) and issubclass(one, forms.BaseForm) and one.__module__ == own.__name__
        }
    return sorted(found, key=lambda one: (one.__module__, one.__name__))


def texts(form: type[forms.BaseForm]) -> set[str]:
    """Its fields in which a sentence can be typed."""
    fields = form.base_fields.items()
    return {
        name
        for name, field in fields
        if isinstance(field, (forms.CharField, EmployerByName)) and not isinstance(field, NO_TEXT)
    }


def excused(form: type[forms.BaseForm], name: str) -> bool:
    """Whether the form, or one it inherits from, has the field among those that need no guard."""
    return any((one.__name__, name) in NOT_GUARDED for one in form.__mro__)


@pytest.mark.parametrize("form", own_forms(), ids=lambda form: f"{form.__module__}.{form.__name__}")
def test_every_text_is_guarded_or_has_a_reason_not_to_be(form):
    guarded = set(getattr(form, "guarded", ()))
    assert {name for name in texts(form) - guarded if not excused(form, name)} == set()
    assert guarded <= set(form.base_fields), "a guarded field that is not there"
    assert not {name for name in guarded if excused(form, name)}, "both guarded and excused"


def test_no_reason_stands_for_a_field_that_is_gone():
    there = {(form.__name__, name) for form in own_forms() for name in texts(form)}
    assert set(NOT_GUARDED) <= there


# --- the fields that are guarded in other ways ----------------------------------------------------


def refused(form, *names: str) -> None:
    assert not form.is_valid()
    assert set(names) <= set(form.stopped_fields)
    assert form.data[names[0]] == WISH


@pytest.mark.django_db
def test_a_step_of_a_plan_or_a_template_is_guarded():
    plan = factories.TrainingPlanFactory()
    lead = factories.MembershipFactory(provider_lead=True)
    day = clock.today().isoformat()
    data = {"text_1": "Dekke bord", "due_1": day, "text_2": WISH, "due_2": day, "version": plan.version}
    form = PlanForm(data, membership=lead, plan=plan)
    assert not form.is_valid()
    assert form.stopped_fields == ["text_2"]
    assert not PlanGoal.objects.filter(text=WISH).exists()
    staff = factories.MembershipFactory(county_staff=True)
    refused(TemplateForm({"text_1": WISH, "week_1": "2", "title": WISH}, membership=staff), "text_1", "title")


@pytest.mark.django_db
def test_a_task_after_the_course_is_guarded():
    form = FollowUpTaskForm({"title": WISH, "due_on": clock.today().isoformat()}, membership=None)
    refused(form, "title")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("route", "field", "data", "model"),
    [
        ("contact_new", "role", {"name": "Berit Leder"}, EmployerContact),
        ("period_new", "agreed_with", {"slots": "2"}, SlotPeriod),
    ],
)
def test_what_is_written_about_an_employer_is_guarded(client_for, route, field, data, model):
    employer = factories.EmployerFactory()
    client = client_for(factories.MembershipFactory(county_staff=True))
    days = {name: clock.today().isoformat() for name in ("starts_on", "ends_on")}
    sent = {"submission": str(uuid.uuid4())} | days | data
    url = reverse(f"placements:{route}", args=[employer.public_id])
    answer = client.post(url, sent | {field: WISH})
    assert answer.status_code == 422
    assert WISH in answer.text and "Meld diskriminering" in answer.text
    assert not model.objects.exists()
    assert client.post(url, sent | {"submission": str(uuid.uuid4()), field: "Avdelingsleder"}).status_code == 302


@pytest.mark.django_db
def test_the_note_of_an_attempt_to_reach_her_is_guarded(client_for):
    person = factories.ParticipantFactory()
    officer = person.caseworker
    attempt = {"participant": person, "made_on": clock.today(), "channel": "phone", "reached": True, "by": officer}
    with pytest.raises(ValidationError) as stopped:
        facts.record_contact(**attempt, note=f"Lederen: {WISH}")
    assert "«Somalia»" in stopped.value.message_dict["note"][0]
    assert not ContactAttempt.objects.exists()
    facts.record_contact(**attempt, note="Møtte presis. Snakker polsk med kollegene.")
    assert ContactAttempt.objects.count() == 1
    url = reverse("participants:contact_new", args=[person.public_id])
    answer = client_for(officer).post(
        url, {"reached": "yes", "channel": "phone", "made_on": clock.today().isoformat(), "note": WISH}
    )
    assert answer.status_code == 422 and WISH in answer.text
