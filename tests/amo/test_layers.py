"""What import-linter cannot see: names of upper apps in strings and templates (05-architecture, "Layers")."""

import re
from pathlib import Path

import pytest
from django.conf import settings

ORDER = ["amo", "participants", "courses", "placements", "reporting"]
# Where the routes of all apps meet, and where installed apps are named.
MEETING_POINTS = {"amo/urls.py", "amo/settings.py"}
APPS = "|".join(ORDER)
CALLS = r"(?:reverse|reverse_lazy|redirect|resolve_url|get_model|\{%\s*url)"
NAMED = re.compile(rf"""{CALLS}[\s("']+({APPS})[:"'.]|["']({APPS})\.[A-Z]\w+["']""")


def upward_names(app: str) -> list[str]:
    """ "file: name" for each route or model of an upper app that this app's code or templates name."""
    root = Path(settings.BASE_DIR)
    files = [*root.glob(f"{app}/**/*.py"), *root.glob(f"templates/{app}/**/*.html"), *root.glob(f"{app}/**/*.typ")]
    if app == "amo":
        common = root / "templates"
        files += [file for file in common.glob("**/*.html") if file.relative_to(common).parts[0] not in ORDER]
    above = set(ORDER[ORDER.index(app) + 1 :])
    found = []
    for file in files:
        name = str(file.relative_to(root))
        if name in MEETING_POINTS:
            continue
        for match in NAMED.finditer(file.read_text("utf-8")):
            if (match.group(1) or match.group(2)) in above:
                found.append(f"{name}: {match.group(0)}")
    return found


@pytest.mark.parametrize("app", ORDER)
def test_no_app_names_a_route_or_model_of_an_upper_app(app):
    assert upward_names(app) == []


@pytest.mark.parametrize(
    "text",
    [
        'reverse("courses:intake_list")',
        "{% url 'courses:intake_list' %}",
        '{% url "courses:advice" public_id %}',
        'redirect("courses:advice", x)',
        'apps.get_model("courses", "Wish")',
        'models.ForeignKey("courses.Wish")',
    ],
)
def test_the_search_finds_each_way_of_naming(text):
    match = NAMED.search(text)
    assert (match.group(1) or match.group(2)) == "courses"
