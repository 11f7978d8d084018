"""KursForm and `perform`: errors at the fields, one effect, drafts brought back, stale versions told."""

import uuid

import pytest
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import QueryDict
from django.template import Context, Template
from django.test import RequestFactory

from amo import drafts, versions
from amo.forms import DateField, KursForm, KursModelForm, page_status, perform
from amo.models import ClockOffset, County, Draft, SavedFilter, Submission
from participants.models import Participant
from tests import factories


class NameForm(KursForm):
    name = forms.CharField(label="Navn", max_length=20, error_messages={"required": "Skriv navnet."})
    on = DateField(label="Dato", required=False)
    kinds = forms.MultipleChoiceField(label="Slag", choices=[("a", "A"), ("b", "B")], required=False)
    agreed = forms.BooleanField(label="Avtalt", required=False)


class PhoneForm(KursModelForm):
    class Meta:
        model = Participant
        fields = ["phone", "email", "benefit"]


def post(membership, path="/skjema/", **data):
    request = RequestFactory().post(path, data)
    request.membership = membership
    request.user = membership.user if membership else AnonymousUser()
    return request


def bound(membership, **data):
    query = QueryDict(mutable=True)
    query.update({"name": "Kari", "submission": str(uuid.uuid4())} | data)
    form = NameForm(query, membership=membership)
    assert form.is_valid(), form.errors
    return form


def draw(form, path="/skjema/") -> str:
    request = RequestFactory().get(path)
    template = Template("{% load crispy_forms_tags %}{% crispy form %}")
    return template.render(Context({"form": form, "request": request, "csrf_token": "x"}))


@pytest.fixture
def membership(db):
    return factories.MembershipFactory()


def test_the_form_is_drawn_with_its_hidden_uuid_and_button(membership):
    html = draw(NameForm(membership=membership, submit="Lagre navnet", cancel_url="/tilbake/"))
    assert 'name="submission"' in html
    assert "Lagre navnet" in html
    assert 'href="/tilbake/"' in html
    assert html.index('name="name"') < html.index('name="on"')


def test_two_showings_of_a_form_have_different_uuids(membership):
    first, second = (str(NameForm(membership=membership)["submission"].value()) for _number in range(2))
    assert first != second


@pytest.mark.parametrize("typed", ["2026-03-01", "1.3.2026", "01.03.2026", "01032026"])
def test_dates_may_be_typed_the_norwegian_way(typed):
    assert DateField().clean(typed).isoformat() == "2026-03-01"


@pytest.mark.parametrize("typed", ["31.02.2026", "i dag", "2026-13-01", "\x00", "9" * 500])
def test_a_wrong_date_is_a_plain_sentence(typed):
    with pytest.raises(ValidationError) as error:
        DateField().clean(typed)
    assert "for eksempel 31.12.2026" in error.value.messages[0]


def test_the_action_runs_once_and_a_repeat_leads_to_the_first_result(membership):
    form, calls = bound(membership), []

    def work():
        calls.append(1)
        return membership

    urls = [perform(post(membership), form, work, url=lambda _m: f"/resultat/{len(calls)}/") for _number in range(3)]
    assert urls == ["/resultat/1/"] * 3
    assert len(calls) == 1


def test_a_refused_form_can_be_corrected_and_sent_again_with_the_same_uuid(membership):
    form = bound(membership)
    # The factory gives counties their numbers in turn, and has given the member's own one of them.
    unused = next(f"{n:02}" for n in range(100) if not County.objects.filter(number=f"{n:02}").exists())

    def refuse():
        County.objects.create(number=unused, name="Halvveis")
        raise ValidationError({"name": "Navnet er opptatt.", "other": "Noe annet er galt."})

    assert perform(post(membership), form, refuse) is None
    assert form.errors["name"] == ["Navnet er opptatt."]
    assert form.non_field_errors() == ["Noe annet er galt."]
    assert page_status(form) == 422
    assert not Submission.objects.exists()
    assert not County.objects.filter(number=unused).exists()

    again = NameForm(form.data, membership=membership)
    assert again.is_valid()
    assert perform(post(membership), again, lambda: membership, url=lambda _m: "/ferdig/") == "/ferdig/"


def test_the_same_uuid_from_another_membership_is_refused(membership):
    form = bound(membership)
    perform(post(membership), form, lambda: membership, url=lambda _m: "/ferdig/")
    other = factories.MembershipFactory()
    stolen = NameForm(form.data, membership=other)
    assert stolen.is_valid()
    assert perform(post(other), stolen, lambda: pytest.fail("ran twice")) is None
    assert "annen tilknytning" in stolen.non_field_errors()[0]


def test_a_wrong_uuid_is_an_error_and_no_crash(membership):
    form = NameForm({"name": "Kari", "submission": "tull"}, membership=membership)
    assert not form.is_valid()
    assert "Åpne siden på nytt" in form.errors["submission"][0]
    assert "Åpne siden på nytt" in draw(form)


def test_a_constraint_broken_by_somebody_quicker_is_told_in_its_own_words(membership):
    factories.SavedFilterFactory(membership=membership, list_key="x", name="Mine", is_favourite=False)
    form = bound(membership)

    def work():
        return SavedFilter.objects.create(membership=membership, list_key="x", name="Mine", query="")

    assert perform(post(membership), form, work) is None
    assert form.non_field_errors() == ["Du har allerede et filter med dette navnet."]


def test_a_unique_field_is_told_too(membership):
    form = bound(membership)
    number = factories.CountyFactory().number
    assert perform(post(membership), form, lambda: County.objects.create(number=number, name="To")) is None
    assert "allerede" in form.non_field_errors()[0]


def test_a_constraint_without_words_of_its_own_is_told_all_the_same(membership, caplog):
    form = bound(membership)
    assert perform(post(membership), form, lambda: ClockOffset.objects.create(pk=2)) is None
    assert "Se over skjemaet" in form.non_field_errors()[0]
    assert "clockoffset_one_row" in caplog.text


def test_a_constraint_with_nothing_to_say_is_a_fault(membership):
    form = bound(membership)
    with pytest.raises(IntegrityError), transaction.atomic():
        perform(post(membership), form, lambda: County.objects.create(number="92", name=None))


def test_a_stale_version_keeps_what_was_typed_and_shows_what_changed(membership):
    participant = factories.ParticipantFactory(phone="11111111")
    opened = PhoneForm(instance=participant, membership=membership)
    version = opened["version"].value()

    row = Participant.objects.get(pk=participant.pk)
    row.phone, row.benefit = "22222222", "social"
    versions.save(row)

    data = QueryDict(mutable=True)
    data.update({"phone": "33333333", "email": "", "benefit": "none", "version": version})
    form = PhoneForm(data, instance=Participant.objects.get(pk=participant.pk), membership=membership)
    assert form.is_valid()

    def work():
        locked = Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
        values = form.cleaned_data_for_action()
        versions.check(locked, values.pop("version"))
        for name, value in values.items():
            setattr(locked, name, value)
        return versions.save(locked)

    assert perform(post(membership), form, work, url=lambda _p: "/ferdig/") is None
    assert page_status(form) == 409
    html = draw(form)
    assert 'value="33333333"' in html
    assert "22222222 (før: 11111111)" in html
    assert "Økonomisk sosialhjelp (før: Ingen ytelse)" in html

    again = PhoneForm(form.data, instance=Participant.objects.get(pk=participant.pk), membership=membership)
    assert again.is_valid()
    form = again
    assert perform(post(membership), again, work, url=lambda _p: "/ferdig/") == "/ferdig/"
    assert Participant.objects.get(pk=participant.pk).phone == "33333333"


def test_a_draft_is_brought_back_with_every_kind_of_field(membership):
    data = QueryDict("name=Kari+Nord&on=2026-02-30&kinds=a&kinds=b&agreed=on&csrfmiddlewaretoken=hemmelig")
    drafts.save(membership, "navn", "", data)
    form = NameForm(membership=membership)
    form.autosave("navn")
    assert form["name"].value() == "Kari Nord"
    assert form["on"].value() == "2026-02-30"
    assert form["kinds"].value() == ["a", "b"]
    assert form["agreed"].value() is True
    html = draw(form, "/skjema/?fra=1")
    assert "er hentet fram" in html
    assert "Forkast kladden" in html
    assert "%2Fskjema%2F%3Ffra%3D1" in html
    assert "hemmelig" not in str(Draft.objects.get().data)


def test_a_draft_is_thrown_away_when_the_form_has_its_effect(membership):
    drafts.save(membership, "navn", "7", QueryDict("name=Kari"))
    form = bound(membership)
    form.autosave("navn", "7")
    assert form.draft is None
    perform(post(membership), form, lambda: membership, url=lambda _m: "/ferdig/")
    assert not Draft.objects.exists()


def test_fields_are_drawn_in_the_order_the_form_gives(membership):
    class Ordered(NameForm):
        fields_in_order = ["on", "name", "gone"]

    html = draw(Ordered(membership=membership))
    assert html.index('name="on"') < html.index('name="name"')
