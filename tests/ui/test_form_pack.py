"""The crispy pack "aksel": every kind of widget, errors and their links, sizes, prefixes and formsets."""

import datetime as dt

import pytest
from crispy_forms.bootstrap import FormActions, InlineCheckboxes, InlineRadios
from crispy_forms.layout import Column, Div, Field, Fieldset, Hidden, Layout, Row, Submit
from crispy_forms.utils import render_crispy_form
from django import forms

from amo.crispy import AkselFormHelper, Confirmation, FieldRow, Inline, Small
from amo.views.style_guide import ExampleForm
from amo.widgets import CheckboxSelectMultiple, DateInput, RadioSelect
from tests.ui.dom import broken_references, parse

FIELDS = list(ExampleForm.base_fields)


def draw(form):
    return parse(render_crispy_form(form))


@pytest.fixture
def empty():
    return draw(ExampleForm())


@pytest.fixture
def with_errors():
    form = ExampleForm({"minutes": "3", "note": "x" * 501})
    assert not form.is_valid()
    return draw(form)


class Plain(forms.Form):
    name = forms.CharField(label="Navn")
    kind = forms.ChoiceField(label="Måte", choices=[("a", "A"), ("b", "B")], widget=RadioSelect)
    picks = forms.MultipleChoiceField(
        label="Valg", choices=[("a", "A"), ("b", "B")], widget=CheckboxSelectMultiple, required=False
    )
    sure = forms.BooleanField(label="Ja", help_text="Er du sikker?")
    secret = forms.CharField(widget=forms.HiddenInput, initial="x")

    def __init__(self, *args, layout=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = AkselFormHelper(submit="Send", cancel_url="/tilbake/")
        if layout is not None:
            self.helper.layout = layout


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_is_drawn_once_and_named(empty, name):
    controls = [node for node in empty.walk() if node.attrs.get("name") == name]
    assert controls
    for control in controls:
        label = empty.all("label", for_=control.attrs["id"])
        assert len(label) == 1 and label[0].text


def test_references_hold(empty, with_errors):
    assert broken_references(empty) == []
    assert broken_references(with_errors) == []


def test_every_error_has_a_link_that_leads_to_its_control(with_errors):
    summary = with_errors.one(css="aksel-error-summary")
    links = {link.text: link.attrs["href"][1:] for link in summary.all("a")}
    assert links["Velg hvilken deltaker besøket gjelder"] == "id_person"
    assert links["Velg kurs"] == "id_intake_0"
    assert links["Du må bekrefte at deltakeren er informert"] == "id_informed"
    names = {node.attrs["name"] for node in with_errors.walk() if node.attrs.get("id") in links.values()}
    assert names == {"person", "workplace", "on", "minutes", "kind", "intake", "note", "informed"}
    heading = summary.one("h2")
    assert heading.attrs["tabindex"] == "-1"


def test_what_was_typed_is_kept(with_errors):
    assert with_errors.one("input", name="minutes").attrs["value"] == "3"
    assert with_errors.one("textarea", name="note").text == "x" * 501


def test_errors_are_tied_to_the_control_by_the_ids_django_writes(with_errors):
    workplace = with_errors.one("input", name="workplace")
    assert workplace.attrs["aria-invalid"] == "true"
    assert workplace.attrs["aria-describedby"].split() == ["id_workplace_helptext", "id_workplace_error"]
    assert with_errors.one(id="id_workplace_error").text == "Skriv inn arbeidsstedet"
    group = with_errors.one("fieldset", id="div_id_kind")
    assert group.attrs["role"] == "radiogroup" and group.attrs["aria-invalid"] == "true"
    assert group.attrs["aria-describedby"] == "id_kind_error"


def test_the_error_place_is_empty_without_errors(empty):
    for place in empty.all(css="aksel-form-field__error") + empty.all(css="aksel-fieldset__error"):
        assert place.children == []


def test_optional_fields_say_so_and_required_ones_do_not(empty):
    assert empty.one("label", for_="id_at").text == "Klokkeslett (valgfritt)"
    assert empty.one("label", for_="id_on").text == "Dato"
    assert empty.one(id="div_id_topics").one("legend").text == "Hva snakket dere om? (valgfritt)"
    assert empty.one("label", for_="id_locked").text == "Kan ikke endres"


def test_choices_have_descriptions_and_can_be_shut(empty):
    closed = empty.one("input", name="intake", value="b")
    assert "disabled" in closed.attrs
    assert empty.one(id=closed.attrs["aria-describedby"]).text == "Kan ikke velges: krever norsk A2 muntlig"
    opened = empty.one("input", name="intake", value="a")
    assert "disabled" not in opened.attrs
    assert "4 ledige plasser" in empty.one(id=opened.attrs["aria-describedby"]).text


def test_a_textarea_counts_and_is_described_by_its_counter(empty):
    note = empty.one("textarea", name="note")
    assert note.attrs["aria-describedby"].split() == ["id_note_helptext", "id_note_counter"]
    assert empty.one(id="id_note_counter").text == "Plass til 500 tegn"


def test_grouped_choices_disabled_fields_and_files(empty):
    assert [group.attrs["label"] for group in empty.one("select").all("optgroup")] == ["Kafé og kantine", "Lager"]
    assert "disabled" in empty.one("input", name="locked").attrs
    assert empty.one("form").attrs["enctype"] == "multipart/form-data"


def test_dates_are_iso_whatever_the_language():
    class Form(forms.Form):
        on = forms.DateField(label="Dato", widget=DateInput)

    field = draw(Form(initial={"on": dt.date(2026, 11, 3)})).one("input", name="on")
    assert field.attrs["type"] == "date" and field.attrs["value"] == "2026-11-03"


def test_confirmation_panel(empty, with_errors):
    panel = empty.one(css="aksel-confirmation-panel")
    assert panel.attrs["data-color"] == "warning"
    assert with_errors.one(css="aksel-confirmation-panel").attrs["data-color"] == "danger"
    assert panel.one("input", type="checkbox").attrs["aria-describedby"] == "id_informed_helptext"


def test_inline_small_and_rows():
    tree = draw(
        Plain(layout=Layout(Inline("kind"), Small("name"), FieldRow("picks", css_class="own"), Confirmation("sure")))
    )
    assert "choices--inline" in tree.one(id="div_id_kind").one(css="aksel-radio-buttons").classes
    assert "aksel-form-field--small" in tree.one(id="div_id_name").classes
    assert tree.one(css="field-row").all(id="div_id_picks")
    assert tree.one("input", name="secret").attrs["type"] == "hidden"


def test_crispys_own_layout_objects_work():
    layout = Layout(
        Fieldset(
            "Del",
            Row(Column(InlineRadios("kind")), Column(InlineCheckboxes("picks"))),
            Div(Field("name", css_class="input-short")),
        ),
        Hidden("step", "2"),
        FormActions(Submit("go", "Neste"), Submit("later", "Senere", css_class="tertiary")),
    )
    tree = draw(Plain(layout=layout))
    assert len(tree.all(css="choices--inline")) == 2
    assert "input-short" in tree.one("input", name="name").classes
    assert tree.one("input", name="step").attrs["value"] == "2"
    assert tree.one("button", name="go").attrs["data-variant"] == "primary"
    assert tree.one("button", name="later").attrs["data-variant"] == "tertiary"


def test_drawing_twice_gives_the_same():
    form = Plain({"name": ""})
    assert render_crispy_form(form) == render_crispy_form(form)


def test_two_forms_with_prefixes_share_no_id():
    html = "".join(render_crispy_form(Plain({}, prefix=prefix)) for prefix in ("one", "two"))
    assert broken_references(parse(html)) == []
    assert {node.attrs["id"] for node in parse(html).all("input", type="text")} == {"id_one-name", "id_two-name"}


def test_errors_of_the_whole_form_stand_first_without_a_link():
    form = Plain({"name": "x"})
    form.add_error(None, "Noe passer ikke sammen")
    items = draw(form).one(css="aksel-error-summary").all("li")
    assert items[0].text == "Noe passer ikke sammen" and items[0].all("a") == []


def test_user_text_is_escaped():
    tree = render_crispy_form(Plain({"name": "<script>alert(1)</script>"}))
    assert "<script>" not in tree


def test_helper_sets_up_the_form():
    form = Plain()
    form.helper = AkselFormHelper(submit="Lagre", cancel_url="/bort/", draft_url="/kladd/", danger=True)
    tree = draw(form)
    attrs = tree.one("form").attrs
    assert attrs["hx-post"] == "/kladd/" and "novalidate" in attrs and "data-unsaved" in attrs
    assert tree.one("button", type="submit").attrs["data-color"] == "danger"
    assert tree.one("a", href="/bort/").text == "Avbryt"
    assert tree.all(data_draft_status=None, role="status")


def test_device_draft_names_only_the_fields_that_may_be_kept():
    form = Plain()
    form.helper = AkselFormHelper(device_draft={"id": "u1", "fields": ["kind", "note"], "scope": "p1"})
    attrs = draw(form).one("form").attrs
    assert attrs["data-device-draft"] == "u1"
    assert attrs["data-device-draft-fields"] == "kind note"
    assert attrs["data-device-draft-scope"] == "p1"


class PartForm(forms.Form):
    at = forms.SplitDateTimeField(label="Tidspunkt")
    several = forms.MultipleChoiceField(label="Flere", choices=[("a", "A")])

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["at"].widget.part_labels = ["Dato", "Klokkeslett"]


def test_parts_of_a_multiwidget_have_labels_and_the_summary_leads_to_the_first():
    form = PartForm({})
    form.helper = AkselFormHelper()
    tree = draw(form)
    assert [tree.one("label", for_=f"id_at_{n}").text for n in (0, 1)] == ["Dato", "Klokkeslett"]
    assert tree.one(css="aksel-error-summary").all("a")[0].attrs["href"] == "#id_at_0"
    assert broken_references(tree) == []


class RowForm(forms.Form):
    office = forms.CharField(label="Kontor", error_messages={"required": "Velg kontor"})
    places = forms.IntegerField(label="Plasser", required=False)


def test_formset_with_a_small_helper():
    formset_class = forms.formset_factory(RowForm, extra=0, can_delete=True)
    data = {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "1", "form-0-office": "Grorud", "form-1-places": "3"}
    formset = formset_class(data)
    formset.forms[1].empty_permitted = False
    assert not formset.is_valid()
    formset.helper = AkselFormHelper(submit="Lagre kvotene")
    formset.helper.field_size = "small"
    tree = draw(formset)
    assert len(tree.all(css="formset-row")) == 2
    assert tree.one(css="aksel-error-summary").one("a").text == "Rad 2: Velg kontor"
    assert tree.one(css="aksel-error-summary").one("a").attrs["href"] == "#id_form-1-office"
    assert all("aksel-form-field--small" in node.classes for node in tree.all(css="aksel-form-field"))
    assert tree.one("input", name="form-TOTAL_FORMS").attrs["value"] == "2"
    assert broken_references(tree) == []


def test_formset_with_a_layout():
    formset = forms.formset_factory(RowForm, extra=2)()
    formset.helper = AkselFormHelper()
    formset.helper.layout = Layout(FieldRow("office", "places"))
    tree = draw(formset)
    assert len(tree.all(css="field-row")) == 2
    assert len(tree.all("form")) == 1
