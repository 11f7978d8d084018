"""What a list is declared with: columns, quick filters, facets, bulk actions."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Expression, F, Model, Q
from django.utils import formats, timezone
from django.utils.translation import gettext as _

# A condition: a Q, or a function of the list page (its membership and its `today`) that makes one.
Condition = Q | Callable[[Any], Q]


@dataclass(frozen=True)
class Column:
    """One column.

    value: dotted attribute path, or a function of the object; it gives text, number, date or safe html.
    sort: field or expression (or several) the column sorts by; "" = not sortable.
    export: value in Excel when it differs from `value`.
    visible: shown until the user chooses otherwise. The first column of a list names the row and is always shown.
    """

    key: str
    label: str
    value: str | Callable[[Any], Any] = ""
    sort: str | Expression | Sequence[str | Expression] = ""
    align: str = "left"
    visible: bool = True
    export: str | Callable[[Any], Any] | None = None

    @property
    def sort_fields(self) -> tuple[str | Expression, ...]:
        if isinstance(self.sort, str | Expression):
            return (self.sort,) if self.sort else ()
        return tuple(self.sort)

    def ordering(self, descending: bool) -> list:
        """For order_by: empty values last both ways."""
        keys = [F(key) if isinstance(key, str) else key for key in self.sort_fields]
        return [key.desc(nulls_last=True) if descending else key.asc(nulls_last=True) for key in keys]

    def read(self, obj: Any) -> Any:
        return resolve(obj, self.value or self.key)

    def read_for_export(self, obj: Any) -> Any:
        return resolve(obj, self.value or self.key) if self.export is None else resolve(obj, self.export)


@dataclass(frozen=True)
class QuickFilter:
    """One of the choices above the list, of which at most one is on. description is a title for screen readers."""

    code: str
    label: str
    condition: Condition


@dataclass(frozen=True)
class Option:
    """A choice of a facet that is more than "field equals value". key: what the facet's `group` is in its rows."""

    value: str
    label: str
    condition: Condition
    key: Any = None


@dataclass(frozen=True)
class Facet:
    """A group of checkboxes in the filter panel: one chosen OR another.

    Either `field` with `choices` ((value, label) pairs, or a function of the list page that gives them), or `options`.
    With a field and no choices, the values that occur in the list are the choices, labelled by `label_field`.
    group: a column whose value tells the options apart, among the rows that meet `within`. They are then counted by
    one GROUP BY, whatever their number; otherwise by one condition each, which a long list of options makes slow.
    """

    name: str
    legend: str
    field: str = ""
    choices: Sequence[tuple[Any, str]] | Callable[[Any], Sequence[tuple[Any, str]]] | None = None
    label_field: str = ""
    options: Sequence[Option] | Callable[[Any], Sequence[Option]] = ()
    group: str = ""
    within: Q | None = None


@dataclass(frozen=True)
class BulkAction:
    """A button that posts the ticked rows (`ids`) and `next` to a view."""

    label: str
    url_name: str


@dataclass(frozen=True)
class Empty:
    """What to say, and do next, where nothing is found."""

    title: str
    text: str = ""
    url: str = ""
    label: str = ""


def resolve(obj: Any, path: str | Callable[[Any], Any]) -> Any:
    """A value by function or dotted path; a missing link on the way gives None, methods are called."""
    if callable(path):
        return path(obj)
    for name in path.split("."):
        if obj is None:
            return None
        obj = getattr(obj, name)
        if callable(obj) and not isinstance(obj, Model):
            obj = obj()
    return obj


def shown(value: Any) -> Any:
    """A value as it stands in a cell: Norwegian dates, Ja/Nei, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("Ja") if value else _("Nei")
    if isinstance(value, dt.datetime):
        return formats.date_format(timezone.localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, dt.date):
        return formats.date_format(value, "SHORT_DATE_FORMAT")
    return value
