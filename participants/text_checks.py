"""What upper apps do not let a short text about a person say (L10).

Registered in `AppConfig.ready()`, called by the actions that keep such a text.
"""

from collections.abc import Callable

Check = Callable[[str, str], None]
_checks: list[Check] = []


def register(function: Check) -> None:
    """`function(text, field)` raises ValidationError at the field when the text may not be kept."""
    if function not in _checks:
        _checks.append(function)


def check(text: str, field: str) -> None:
    """Ask every check. Raises ValidationError at the field."""
    for function in _checks:
        function(text, field)
