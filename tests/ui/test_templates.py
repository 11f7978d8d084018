"""What holds for every template, style sheet and script of the project."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import get_template

from amo import checks
from amo.colors import AKSEL_COLORS, STATUS_COLORS, status_color

ROOT = Path(settings.BASE_DIR)
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
CODE = sorted((ROOT / "amo").rglob("*.py"))
STYLES = sorted((ROOT / "static/css").glob("*.css"))
SCRIPTS = sorted((ROOT / "static/js").glob("*.js"))

# What Aksel's own React components write (default sizes and hooks) though the style sheets have no rule for it.
WITHOUT_RULE = set(
    """
    aksel-alert--medium aksel-body-long--medium aksel-body-short--medium aksel-button--medium aksel-checkbox--medium
    aksel-checkbox-group aksel-checkbox-group--medium aksel-checkbox-group--small aksel-checkboxes
    aksel-chips__chip-text
    aksel-error-summary--medium aksel-error-summary__item aksel-fieldset--medium aksel-fieldset--small
    aksel-form-field--medium aksel-modal--medium aksel-pagination__item aksel-process__content aksel-process__timestamp
    aksel-fieldset__error aksel-fieldset--error aksel-pagination__item--selected aksel-radio-buttons aksel-tabs
    aksel-stepper__step--non-interactive aksel-radio--medium aksel-radio-group aksel-radio-group--medium
    aksel-radio-group--small
    """.split()  # noqa: SIM905
)


def known_classes() -> set[str]:
    folder = Path(settings.NODE_MODULES) / "@navikt/ds-css/dist"
    css = "".join(
        (folder / name).read_text("utf-8") for name in ("components.css", "global/baseline.css", "global/tokens.css")
    )
    return set(re.findall(r"\.(aksel-[\w-]+)", css)) | WITHOUT_RULE


def written_classes(text: str) -> set[str]:
    """Whole class names with the prefix; one that a template tag completes ends in a dash and is left out."""
    return {
        name
        for name in re.findall(r"(?<![\w/@.-])aksel-[a-z0-9_-]+(?![\w{-]|/)", text)
        if not name.endswith(("-", "_"))
    }


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT / "templates")))
def test_template(path):
    source = path.read_text("utf-8")
    get_template(str(path.relative_to(ROOT / "templates")))
    assert not re.search(r"\sstyle\s*=", source), "inline style: the content policy refuses it"
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", source), "inline handler: the content policy refuses it"
    assert not re.search(r"<style", source)
    assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", source))
    unknown = written_classes(source) - known_classes()
    assert not unknown, f"not in ds-css: {sorted(unknown)}"
    for name in re.findall(r"""{%\s*icon\s+["'](\w+)["']""", source):
        assert (Path(settings.NODE_MODULES) / f"@navikt/aksel-icons/dist/svg/{name}.svg").exists(), name


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_classes_in_code(path):
    assert not written_classes(path.read_text("utf-8")) - known_classes()


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_style_sheet(path):
    source = path.read_text("utf-8")
    assert source.count("{") == source.count("}")
    assert not set(re.findall(r"\.(aksel-[\w-]+)", source)) - known_classes()
    assert "http" not in source
    tokens = (Path(settings.NODE_MODULES) / "@navikt/ds-css/dist/global/tokens.css").read_text("utf-8")
    for token in set(re.findall(r"var\((--ax-[\w-]+)\)", source)):
        assert f"{token}:" in tokens, token


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_script(path):
    source = path.read_text("utf-8")
    assert source.startswith('"use strict";')
    for word in ("eval(", "innerHTML", ".style.", "new Function", "http:", "https:"):
        assert word not in source
    assert len(source) < 8_000


def test_every_style_sheet_and_script_is_loaded_by_a_page_and_exists():
    named = {name for path in TEMPLATES for name in re.findall(r'{% static "([^"]+)" %}', path.read_text("utf-8"))}
    own = {f"css/{path.name}" for path in STYLES} | {f"js/{path.name}" for path in SCRIPTS}
    assert {name for name in named if name.startswith(("css/", "js/"))} == own
    assert all(finders.find(name) for name in named)


def test_status_colours_exist():
    assert set(STATUS_COLORS.values()) <= AKSEL_COLORS
    assert status_color("in_placement") == "meta-purple"
    assert status_color("danger") == "danger"
    assert status_color("no such thing") == "neutral"
    assert status_color("") == "neutral"


def test_missing_assets_are_a_clear_error(settings, tmp_path):
    assert checks.front_end_assets(None) == []
    settings.NODE_MODULES = tmp_path
    (error,) = checks.front_end_assets(None)
    assert error.id == "amo.E001"
    assert error.hint == "Kjør «npm ci» i prosjektets rot."
    assert "@navikt/ds-css" in error.msg


def test_another_version_of_an_asset_is_an_error(settings, tmp_path):
    settings.NODE_MODULES = tmp_path
    package = tmp_path / "@navikt/ds-css"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"version": "1.0.0"}', "utf-8")
    assert checks.installed_version("@navikt/ds-css") == "1.0.0"
    assert checks.front_end_assets(None)[0].id == "amo.E001"


def test_a_page_with_its_font_weighs_little():
    """07-ui: under 150 KB a page; the page itself gets what is left."""
    base = [(ROOT / "templates" / name).read_text("utf-8") for name in ("base.html", "components/stylesheets.html")]
    base.append((ROOT / "templates/components/scripts.html").read_text("utf-8"))
    named = set(re.findall(r'{% static "([^"]+)" %}', "".join(base))) | {"django_htmx/htmx-2.min.js"}
    files = [Path(finders.find(name)).read_bytes() for name in named]
    assert sum(len(data if data[:4] == b"wOF2" else brotli.compress(data)) for data in files) < 110_000
