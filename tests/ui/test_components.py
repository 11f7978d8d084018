"""Components: what they say with everything given, and with nothing but what they must have."""

import datetime as dt

import pytest
from django.core.paginator import Paginator
from django.template import engines

from amo.templatetags.components import deadline_label
from tests.ui.dom import broken_references, parse

TODAY = dt.date(2026, 11, 20)


def draw(source: str, **context):
    template = engines["django"].from_string("{% load aksel components casework charts %}" + source)
    return parse(template.render({"today": TODAY} | context))


@pytest.mark.parametrize(
    ("days", "label"),
    [(-400, "Utløpt"), (-1, "Utløpt"), (0, "I dag"), (1, "I morgen"), (2, "2 dager"), (3, "3 dager"), (4, None)],
)
def test_deadline(days, label):
    found = deadline_label(days)
    assert (found["label"] if found else None) == label
    drawn = draw("{% deadline date %}", date=TODAY + dt.timedelta(days=days))
    assert [tag.text for tag in drawn.all(css="aksel-tag")] == ([label] if label else [])
    assert drawn.one("time").attrs["datetime"] == (TODAY + dt.timedelta(days=days)).isoformat()


def test_deadline_without_a_date_and_when_done():
    assert "Ikke oppgitt" in draw("{% deadline date %}", date=None).text
    assert draw("{% deadline date done=True %}", date=TODAY).all(css="aksel-tag") == []


def test_icon_is_silent_without_a_title():
    assert draw('{% icon "Plus" %}').one("svg").attrs["aria-hidden"] == "true"
    named = draw('{% icon "Plus" "" title %}', title='Legg "til"').one("svg")
    assert named.attrs["role"] == "img" and named.attrs["aria-label"] == 'Legg "til"'


@pytest.mark.parametrize("name", ["NoSuchIcon", "../Plus", ""])
def test_unknown_icon_is_refused(name):
    from django.template import TemplateSyntaxError

    with pytest.raises(TemplateSyntaxError):
        draw("{% icon name %}", name=name)


def test_button_and_link_button():
    button = draw('{% button "Lagre" variant="primary" type="submit" hx_post="/x/" data_skip=False %}').one("button")
    assert button.attrs["type"] == "submit" and button.attrs["hx-post"] == "/x/" and "data-skip" not in button.attrs
    link = draw('{% button "Ny" href="/ny/" icon="Plus" %}').one("a")
    assert link.attrs["href"] == "/ny/" and link.text == "Ny" and "type" not in link.attrs
    only = draw('{% button "Slett" icon="Trash" icon_only=True %}')
    assert only.one("svg").attrs["aria-label"] == "Slett"


def test_text_is_escaped_everywhere():
    bad = "<b>x</b>"
    tree = draw(
        "{% tag bad %}{% status_tag bad %}{% button bad %}{% key_values items %}{% breadcrumbs crumbs %}"
        "{% alert %}{{ bad }}{% endalert %}{% panel bad %}{{ bad }}{% endpanel %}"
        "{% cell row 'a' %}{{ bad }}{% endcell %}"
        "{% person_header person %}{% endperson_header %}",
        bad=bad,
        items=[(bad, bad)],
        crumbs=[(bad, "/"), (bad, "")],
        row={"id": 1, "cells": [{"key": "a", "label": bad, "align": "left"}]},
        person={"name": bad, "phone": bad, "interpreter": bad},
    )
    assert tree.all("b") == []


def test_cells_follow_the_chosen_columns():
    row = {"id": 7, "cells": [{"key": "name", "label": "Navn"}, {"key": "due", "label": "Frist", "align": "right"}]}
    tree = draw(
        "<table><tr>{% row_header row 'name' %}Aasen{% endrow_header %}{% cell row 'phase' %}x{% endcell %}"
        "{% cell row 'due' %} {% endcell %}</tr></table>",
        row=row,
    )
    assert tree.one("th").attrs["id"] == "row-name-7"
    cell = tree.one("td")
    assert cell.attrs["data-label"] == "Frist" and "cell--empty" in cell.classes and "cell--number" in cell.classes


@pytest.mark.parametrize(
    ("page", "shown"),
    [(1, ["1", "2", "…", "40", "Neste"]), (20, ["Forrige", "1", "…", "19", "20", "21", "…", "40", "Neste"])],
)
def test_pagination(page, shown):
    tree = draw(
        "{% pagination page urls %}",
        page=Paginator(range(2000), 50).page(page),
        urls={n: f"?page={n}&a=1" for n in range(1, 41)},
    )
    assert [item.text for item in tree.all("li")] == shown
    assert tree.one(aria_current="page").text == str(page)
    assert tree.one("a", rel="next").attrs["href"] == f"?page={page + 1}&a=1"


def test_one_page_needs_no_pagination():
    assert draw("{% pagination page urls %}", page=Paginator([1], 50).page(1), urls={}).all("a") == []


def test_person_header_with_everything_and_with_only_a_name():
    person = {
        "name": "Aasen, Marte",
        "identity_number": "14838842098",
        "age": 38,
        "phone": "412 34 567",
        "interpreter": "tigrinja",
        "tags": [{"label": "Beskyttet", "color": "warning"}],
        "next_action": {"text": "Ring", "date": TODAY, "url": "/ring/"},
    }
    full = draw("{% person_header person %}{% button 'Nytt besøk' %}{% endperson_header %}", person=person)
    assert (
        "148388 42098" in full.text and "38 år" in full.text and "Tolk: tigrinja" in full.text and "I dag" in full.text
    )
    assert full.one("button", data_copy="14838842098")
    bare = draw("{% person_header person %}{% endperson_header %}", person={"name": "Beskyttet"})
    assert bare.one("h1").text == "Beskyttet" and bare.all("li") == [] and bare.all(css="aksel-tag") == []


def test_stepper_says_where_the_person_is():
    tree = draw(
        "{% stepper steps %}",
        steps=[{"label": "Kartlagt", "status": "done"}, {"label": "Tilbud", "status": "active"}, {"label": "På kurs"}],
    )
    assert tree.one(aria_current="step").text == "2 Tilbud"
    assert "(fullført)" in tree.text


def test_job_polls_only_while_it_runs():
    running = draw("{% job_progress job %}", job={"label": "Teller", "done": 3, "total": 10, "url": "/jobb/"})
    assert running.one(id="job-progress").attrs["hx-get"] == "/jobb/"
    assert running.one("progress").attrs["value"] == "30"
    for state in ("finished", "failed"):
        ended = draw("{% job_progress job %}", job={"label": "Teller", "url": "/jobb/", "text": "Ferdig", state: True})
        assert "hx-get" not in ended.one(id="job-progress").attrs


def test_data_table_and_key_values_show_a_dash_for_nothing():
    tree = draw(
        "{% data_table columns rows 'Krav' %}{% key_values facts %}",
        columns=["A", {"label": "B", "align": "right"}],
        rows=[["x", ""], ["y", 0]],
        facts=[("C", None)],
    )
    assert [cell.text for cell in tree.all("td")] == ["– Ikke oppgitt", "0"]
    assert tree.one("dd").text == "– Ikke oppgitt"
    assert broken_references(tree) == []


def test_notifications_empty_and_full():
    assert "Ingen varsler" in draw("{% notification_list items %}", items=[]).text
    tree = draw(
        "{% notification_list items %}",
        items=[{"text": "Én av dem du søkte inn, har kommet til 6 uker", "unread": True, "read_url": "/lest/"}],
    )
    assert tree.one("form").attrs["action"] == "/lest/"
