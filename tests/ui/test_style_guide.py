"""The style guide shows every component, and only in demo mode."""

import re

import pytest
from django.test import Client

from tests.ui.dom import broken_references, parse
from tests.ui.test_templates import known_classes

pytestmark = pytest.mark.django_db

URL = "/komponenter/"


@pytest.mark.parametrize(
    ("query", "status"), [("", 200), ("?form=errors", 422), ("?scheme=dark", 200), ("?scheme=no", 200)]
)
def test_page(query, status):
    response = Client().get(URL + query)
    assert response.status_code == status
    html = response.content.decode()
    tree = parse(html.replace("<!doctype html>", ""))
    assert broken_references(tree) == []
    assert "style=" not in html
    classes = {name for node in tree.walk() for name in node.classes if name.startswith("aksel-")}
    assert classes <= known_classes(), sorted(classes - known_classes())
    assert ("dark" in tree.one("html").classes) is (query == "?scheme=dark")


def test_headings_skip_no_level():
    tree = parse(Client().get(URL).content.decode().replace("<!doctype html>", ""))
    levels = [int(node.tag[1]) for node in tree.walk() if re.fullmatch(r"h[1-6]", node.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_only_in_demo_mode(settings):
    settings.DEMO = False
    assert Client().get(URL).status_code == 404
