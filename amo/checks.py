"""System check: the front-end packages are installed in the versions package.json asks for."""

import json

from django.conf import settings
from django.core.checks import Error, register


@register()
def front_end_assets(app_configs, **kwargs):
    """amo.E001 when a package of package.json's dependencies is missing or has another version."""
    wanted = json.loads((settings.BASE_DIR / "package.json").read_text("utf-8"))["dependencies"]
    wrong = [f"{name} {version}" for name, version in wanted.items() if installed_version(name) != version]
    if not wrong:
        return []
    return [
        Error(
            "Statiske filer mangler eller har feil versjon: " + ", ".join(wrong),
            hint="Kjør «npm ci» i prosjektets rot.",
            id="amo.E001",
        )
    ]


def installed_version(name: str) -> str | None:
    """Version of an npm package in node_modules, or None when it is not there."""
    try:
        return json.loads((settings.NODE_MODULES / name / "package.json").read_text("utf-8"))["version"]
    except FileNotFoundError:
        return None
