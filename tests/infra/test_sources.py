"""Rules about the sources that ruff and import-linter cannot express (05-architecture).

Each rule is a function from a text to the places that break it; `BREAKS` proves that it bites.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from django.apps import apps

from tests.infra.helpers import ROOT

LAYERS = ["amo", "participants", "courses", "placements", "reporting"]  # lowest first
SQL = re.compile(r"\b(SELECT|INSERT INTO|UPDATE|DELETE FROM|WHERE|VALUES)\b")
SQL_TIME = re.compile(r"\b(CURRENT_DATE|CURRENT_TIMESTAMP|LOCALTIMESTAMP|now\(\)|clock_timestamp\(\))", re.IGNORECASE)
INLINE = re.compile(r"\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|<script(?![^>]*\bsrc=)(?![^>]*\bjson\b)|<style\b")
MACHINE = re.compile(r"(?<![\w.])/(work|tmp|root|farm)/|files\.pythonhosted|pypi\.org/simple|registry\.npmjs")
MAX_LINES, MAX_TEST_LINES, MAX_FUNCTION = 400, 600, 60


def above(app: str) -> list[str]:
    """The apps that `app` must not know."""
    return LAYERS[LAYERS.index(app) + 1 :]


def lines_with(pattern: str | re.Pattern[str], text: str) -> list[str]:
    """Lines in which the pattern is found."""
    return [
        f"{number}: {line.strip()[:90]}" for number, line in enumerate(text.splitlines(), 1) if re.search(pattern, line)
    ]


# --- the rules ------------------------------------------------------------------------------------


def machine_time_in_sql(text: str) -> list[str]:
    """SQL that asks the database's own clock; amo.clock is the only source of time."""
    strings = (
        node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return [
        f"{node.lineno}: {node.value[:60]}"
        for node in strings
        if SQL.search(node.value) and SQL_TIME.search(node.value)
    ]


def unbound_form(text: str) -> list[str]:
    """An empty POST is a POST: forms bind on request.method."""
    return lines_with(r"request\.(POST|FILES) or None", text)


def model_signals(text: str) -> list[str]:
    """No signals between apps: what follows from a write is seen where the write is."""
    return lines_with(r"\b(pre|post)_(save|delete)\b|\bm2m_changed\b", text)


def long_functions(text: str) -> list[str]:
    """Functions of more than 60 lines."""
    functions = (n for n in ast.walk(ast.parse(text)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef))
    return [f"{f.lineno}: {f.name}" for f in functions if (f.end_lineno or f.lineno) - f.lineno >= MAX_FUNCTION]


def inline_code(text: str) -> list[str]:
    """Markup that the content security policy stops."""
    return lines_with(INLINE, text)


def template_time(text: str) -> list[str]:
    """`{% now %}` shows the machine's time, not the clock's."""
    return lines_with(r"{%\s*now\s", text)


def machine_paths(text: str) -> list[str]:
    """Paths of one machine and addresses of package registries."""
    return lines_with(MACHINE, text)


def upward_names(text: str, app: str) -> list[str]:
    """`apps.get_model`, `reverse` and `{% url %}` that name an upper app."""
    upper = "|".join(above(app))
    return (
        lines_with(rf"get_model\(\s*[\"']({upper})\b|{{%\s*url\s+[\"']({upper}):|\w\(\s*[\"']({upper}):", text)
        if upper
        else []
    )


def upward_relations(text: str, app: str, names: Iterable[str]) -> list[str]:
    """Look-ups by string, or by accessor, of what an upper app's model calls its relation to this app."""
    joined = "|".join(map(re.escape, names))
    found = rf"\b({joined})__\w+\s*=|[\"']({joined})(__\w+)?[\"']\s*[,)]?.*_related|_related\([^)]*[\"']({joined})\b"
    found += rf"|\.({joined})\.(all|filter|exclude|exists|count|first|last|get|create|visible_to)\("
    return lines_with(found, text) if joined else []


BREAKS: list[tuple[Callable[..., list[str]], tuple, str]] = [
    (machine_time_in_sql, (), 'x = "SELECT 1 WHERE due < CURRENT_DATE"'),
    (machine_time_in_sql, (), 'x = "UPDATE a SET b = now()"'),
    (unbound_form, (), "form = Form(request.POST or None)"),
    (model_signals, (), "from django.db.models.signals import post_save"),
    (long_functions, (), "def f():\n" + "    pass\n" * 60),
    (inline_code, (), '<p style="color: red">'),
    (inline_code, (), "<script>alert(1)</script>"),
    (inline_code, (), '<a onclick="x()">'),
    (template_time, (), '{% now "Y" %}'),
    (machine_paths, (), "open('/" + "tmp/x')"),
    (upward_names, ("participants",), "apps.get_model('courses', 'Enrolment')"),
    (upward_names, ("participants",), '<a href="{% url "courses:detail" 1 %}">'),
    (upward_names, ("courses",), 'redirect("reporting:results")'),
    (upward_relations, ("participants", ["placements"]), "Person.objects.filter(placements__isnull=True)"),
    (upward_relations, ("participants", ["placements"]), 'people.prefetch_related("placements")'),
    (upward_relations, ("participants", ["placements"]), "person.placements.all()"),
]


@pytest.mark.parametrize(("rule", "arguments", "text"), BREAKS, ids=lambda value: getattr(value, "__name__", None))
def test_the_rule_bites(rule, arguments, text):
    assert rule(text, *arguments)


# --- the sources ----------------------------------------------------------------------------------


def files(suffix: str, *folders: str) -> list[Path]:
    """Files of ours with a suffix, without migrations."""
    found = [path for folder in folders for path in sorted((ROOT / folder).rglob(f"*{suffix}"))]
    return [path for path in found if "migrations" not in path.parts and "__pycache__" not in path.parts]


def broken(rule: Callable[..., list[str]], paths: list[Path], *arguments: object) -> list[str]:
    """Every place in the files that breaks the rule."""
    assert paths
    return [f"{p.relative_to(ROOT)}:{place}" for p in paths for place in rule(p.read_text("utf-8"), *arguments)]


@pytest.mark.parametrize("rule", [machine_time_in_sql, unbound_form, model_signals, long_functions])
def test_python(rule):
    assert broken(rule, files(".py", *LAYERS, "tools")) == []


@pytest.mark.parametrize("rule", [inline_code, template_time])
def test_templates(rule):
    assert broken(rule, files(".html", "templates")) == []


def test_nothing_names_a_machine():
    paths = [
        p
        for s in (".py", ".html", ".toml", ".js", ".css", ".sql")
        for p in files(s, *LAYERS, "tools", "tests", "deploy")
    ]
    assert broken(machine_paths, paths) == []


def test_files_are_short():
    long = {p: len(p.read_text("utf-8").splitlines()) for p in files(".py", *LAYERS, "tools", "tests")}
    allowed = {p: MAX_TEST_LINES if p.is_relative_to(ROOT / "tests") else MAX_LINES for p in long}
    assert {str(p.relative_to(ROOT)): n for p, n in long.items() if n > allowed[p]} == {}


@pytest.mark.parametrize("app", LAYERS[:-1])
def test_nothing_names_an_upper_app(app):
    paths = files(".py", app) + (files(".html", f"templates/{app}") if (ROOT / "templates" / app).is_dir() else [])
    assert broken(upward_names, paths, app) == []


def names_from_above(app: str) -> set[str]:
    """What upper apps' models call their way back to this app's models."""
    relations = [r for model in apps.get_app_config(app).get_models() for r in model._meta.related_objects]
    upper = {r for r in relations if r.related_model._meta.app_label in above(app)}
    lower = {r for r in relations if r.related_model._meta.app_label not in above(app)}
    own = {f.name for model in apps.get_app_config(app).get_models() for f in model._meta.get_fields()}
    names = {n for r in upper for n in (r.name, r.get_accessor_name()) if n}
    # A name that a field or relation of the app's own bears too says nothing.
    return names - {n for r in lower for n in (r.name, r.get_accessor_name())} - (own - {r.name for r in upper})


@pytest.mark.parametrize("app", ["participants", "courses", "placements"])
def test_nothing_looks_an_upper_app_up_by_relation(app):
    assert broken(upward_relations, files(".py", app), app, names_from_above(app)) == []


def test_there_is_no_admin():
    assert not apps.is_installed("django.contrib.admin")
