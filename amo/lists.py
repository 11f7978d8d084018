"""One way for every list: count, search, quick filters, facets, chips, sort, columns, pages, Excel (07-ui).

Declare a subclass and answer with it:

class EmployerList(ListPage):
    key = "employers"
    title = _("Arbeidsgivere")
    noun = (_("arbeidsgiver"), _("arbeidsgivere"))
    column_list = [Column("name", _("Navn"), sort="name_sort"), Column("phone", _("Telefon"))]
    def row_url(self, obj): return reverse("app:detail", args=[obj.public_id])

return EmployerList(request, Employer.objects.visible_to(request.membership)).response()
"""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Page, Paginator
from django.db.models import Count, Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from amo import clock, list_export, saved_filters
from amo.facets import Facets
from amo.list_parts import BulkAction, Column, Condition, Empty, Facet, Option, QuickFilter, shown
from amo.models import Membership
from amo.stored_search import search_term

PAGE_SIZES = (50, 200)


class ListPage:
    """A list on a page. Class attributes declare it; methods named below may be overridden.

    `queryset` must be scoped (visible_to) by the view. With `logs_people` an Excel file is logged with its rows.
    """

    key = ""
    title: Any = ""
    noun: tuple[Any, Any] = ("rad", "rader")
    column_list: Sequence[Column] = ()
    quick_list: Sequence[QuickFilter] = ()
    facet_list: Sequence[Facet] = ()
    filter_class = None
    # Whether the fields of filter_class stand above the checkboxes of the facets.
    fields_first = False
    default_sort = ""
    row_template = ""
    template = "components/list_page.html"
    search_url_name = ""
    search_label: Any = ""
    bulk_list: Sequence[BulkAction] = ()
    exportable = True
    saveable = True
    logs_people = True
    nothing_there: Empty | None = None

    # --- to override ------------------------------------------------------------------------

    def row_url(self, obj) -> str:
        """Where the row's name leads; "" = nowhere."""
        return ""

    def row_id(self, obj) -> str:
        """Id of the row in the page and in bulk actions."""
        return str(getattr(obj, "public_id", obj.pk))

    def row_extra(self, obj) -> dict:
        """More for the row's own template, reached as row.<name>."""
        return {}

    def prepare(self, objects: list) -> None:
        """Called once with the objects of the page (or of one batch of the export): collect panels, set attributes."""

    def fetch(self, queryset: QuerySet) -> list:
        """The objects of one page, in order, of a queryset cut to that page."""
        return list(queryset)

    def search(self, queryset: QuerySet, term: str) -> QuerySet:
        """Narrow by a search term (kept server-side, see amo.stored_search)."""
        return queryset

    # --- set-up -----------------------------------------------------------------------------

    def __init__(self, request: HttpRequest, queryset: QuerySet):
        self.request = request
        self.membership: Membership | None = request.membership
        self.today = clock.today()
        self.base = queryset
        self.path = request.path
        self.saved = list(saved_filters.of(self.membership, self.key)) if self.saveable else []
        self.params = self._params()
        self.size = 200 if self.params.get("size") == "200" else PAGE_SIZES[0]

    def _params(self) -> QueryDict:
        """The query, without what no list can mean; the favourite filter's when there is none."""
        given = self.request.GET
        if not given:
            favourite = next((saved.query for saved in self.saved if saved.is_favourite), "")
            given = QueryDict(favourite)
        params = QueryDict(mutable=True)
        for name, values in given.lists():
            kept = [value for value in values if "\x00" not in value and len(value) <= 200]
            if "\x00" not in name and kept:
                params.setlist(name, kept)
        return params

    def url(self, **changes) -> str:
        """This list with some parameters changed (None or "" = without), at its first page unless `page` is given."""
        params = self.params.copy()
        # "f" says that the filter was chosen: without any parameter the favourite filter opens.
        params["f"] = "1"
        for name in ("export", "page"):
            params.pop(name, None)
        for name, value in changes.items():
            params.pop(name, None)
            if isinstance(value, list | tuple):
                params.setlist(name, value)
            elif value not in (None, ""):
                params[name] = str(value)
        return f"{self.path}?{params.urlencode()}"

    def condition(self, condition: Condition) -> Q:
        return condition if isinstance(condition, Q) else condition(self)

    # --- narrowing --------------------------------------------------------------------------

    @cached_property
    def search_value(self) -> str:
        key = self.params.get("s")
        return search_term(self.membership, key) if key else ""

    @cached_property
    def filterset(self):
        if self.filter_class is None:
            return None
        return self.filter_class(self.params, queryset=self.base, request=self.request)

    @property
    def filter_form(self):
        return self.filterset.form if self.filterset else None

    @cached_property
    def searched(self) -> QuerySet:
        """Narrowed by search and filter form, not yet by quick filter and facets."""
        found = self.base
        if self.filterset is not None and self.filterset.is_valid():
            found = self.filterset.filter_queryset(found)
        return self.search(found, self.search_value) if self.search_value else found

    @cached_property
    def _facets(self) -> Facets:
        return Facets(self)

    @property
    def facets(self) -> list[dict]:
        return self._facets.shown

    @cached_property
    def selected_quick(self) -> QuickFilter | None:
        return next((quick for quick in self.quick_list if quick.code == self.params.get("quick")), None)

    @cached_property
    def quick_condition(self) -> Q:
        return self.condition(self.selected_quick.condition) if self.selected_quick else Q()

    @cached_property
    def filtered(self) -> QuerySet:
        """Everything that is chosen, sorted; the primary key last makes the order the same each time."""
        found = self.searched.filter(self._facets.condition_without(None))
        if self.selected_quick:
            found = found.filter(self.quick_condition)
        return found.order_by(*self.ordering(), "pk")

    @cached_property
    def quick_filters(self) -> list[dict]:
        """Quick filters with how many each one would show: one query."""
        if not self.quick_list:
            return []
        counts = self.searched.filter(self._facets.condition_without(None)).aggregate(
            **{f"n{n}": Count("pk", filter=self.condition(quick.condition)) for n, quick in enumerate(self.quick_list)}
        )
        shown_quick = []
        for n, quick in enumerate(self.quick_list):
            on = quick is self.selected_quick
            url = self.url(quick=None if on else quick.code)
            shown_quick.append(
                {"code": quick.code, "label": quick.label, "count": counts[f"n{n}"], "selected": on, "url": url}
            )
        return shown_quick

    # --- sorting and columns ----------------------------------------------------------------

    @cached_property
    def sort(self) -> tuple[Column | None, bool]:
        """(column, descending) that the list is sorted by."""
        by_key = {column.key: column for column in self.column_list if column.sort_fields}
        for wanted in (self.params.get("sort", ""), self.default_sort):
            if wanted.removeprefix("-") in by_key:
                return by_key[wanted.removeprefix("-")], wanted.startswith("-")
        return None, False

    def ordering(self) -> list:
        column, descending = self.sort
        if column is not None:
            return column.ordering(descending)
        return list(self.base.query.order_by or self.base.model._meta.ordering)

    @cached_property
    def chosen_columns(self) -> set[str]:
        chosen = saved_filters.columns_of(self.membership, self.key)
        keys = {column.key for column in self.column_list if column.visible} if chosen is None else set(chosen)
        return keys | {self.column_list[0].key}

    @property
    def visible_columns(self) -> list[Column]:
        return [column for column in self.column_list if column.key in self.chosen_columns]

    @cached_property
    def columns(self) -> list[dict]:
        current, descending = self.sort
        columns = []
        for column in self.column_list:
            on = current is column
            columns.append(
                {
                    "key": column.key,
                    "label": column.label,
                    "sortable": bool(column.sort_fields),
                    "aria_sort": ("descending" if descending else "ascending") if on else "none",
                    "sort_url": self.url(sort=f"-{column.key}" if on and not descending else column.key),
                    "align": column.align,
                    "visible": column.key in self.chosen_columns,
                }
            )
        return columns

    # --- the page ---------------------------------------------------------------------------

    @cached_property
    def page(self) -> Page:
        return Paginator(self.filtered, self.size).get_page(self.params.get("page"))

    @property
    def page_urls(self):
        """Function of the page number; marked so that a template passes it on instead of calling it."""

        def page_url(number: int) -> str:
            return self.url(page=number)

        page_url.do_not_call_in_templates = True
        return page_url

    @cached_property
    def rows(self) -> list[dict]:
        objects = self.fetch(self.page.object_list)
        self.prepare(objects)
        return [self._row(obj) for obj in objects]

    def _row(self, obj) -> dict:
        cells = [
            {"key": column.key, "label": column.label, "html": shown(column.read(obj)), "align": column.align}
            for column in self.visible_columns
        ]
        return self.row_extra(obj) | {"obj": obj, "cells": cells, "id": self.row_id(obj), "url": self.row_url(obj)}

    @property
    def count_text(self) -> str:
        total = self.page.paginator.count
        noun = self.noun[0] if total == 1 else self.noun[1]
        if not total:
            return _("Ingen %(noun)s å vise") % {"noun": noun}
        numbers = {"first": self.page.start_index(), "last": self.page.end_index(), "total": total, "noun": noun}
        return _("Viser %(first)s–%(last)s av %(total)s %(noun)s") % numbers

    @cached_property
    def chips(self) -> list[dict]:
        """What narrows the list, each with an address without it."""
        chips = []
        if self.search_value:
            text = _("Søk: %(term)s") % {"term": self.search_value}
            chips.append({"label": text, "remove_url": self.url(s=None)})
        chips += self._facets.chips
        form = self.filter_form
        for name, value in (form.cleaned_data if form and form.is_valid() else {}).items():
            if value not in (None, "", []) and name in self.params:
                choices = dict(getattr(form.fields[name], "choices", None) or {})
                chosen = [str(choices.get(one, one)) for one in self.params.getlist(name)]
                # A date and a record stand as they do in the list, not as the address has them.
                named = isinstance(value, dt.date | Model)
                text = str(shown(value)) if named else ", ".join(chosen)
                chips.append({"label": f"{form.fields[name].label}: {text}", "remove_url": self.url(**{name: None})})
        return chips

    @property
    def empty(self) -> Empty:
        if self.chips or self.selected_quick:
            title = _("Ingen treff")
            text = _("Ingen %(noun)s passer til filteret.") % {"noun": self.noun[1]}
            return Empty(title, text, self.reset_url, _("Nullstill filteret"))
        return self.nothing_there or Empty(_("Ingen %(noun)s ennå") % {"noun": self.noun[1]})

    # --- addresses --------------------------------------------------------------------------

    @property
    def reset_url(self) -> str:
        return f"{self.path}?f=1"

    @property
    def page_size_urls(self) -> dict[int, str]:
        return {size: self.url(size=None if size == PAGE_SIZES[0] else size) for size in PAGE_SIZES}

    @property
    def hidden_fields(self) -> list[tuple[str, str]]:
        """What the filter panel's own form must carry along."""
        kept = [(name, self.params[name]) for name in ("quick", "sort", "size", "s") if name in self.params]
        return [("f", "1"), *kept]

    @property
    def export_url(self) -> str:
        return self.url(export="xlsx") if self.exportable else ""

    def _kernel_url(self, route: str) -> str:
        back = f"{self.path}?{self.params.urlencode()}" if self.params else self.path
        return f"{reverse(route, args=[self.key])}?{urlencode({'next': back})}"

    @property
    def save_url(self) -> str:
        return self._kernel_url("amo:saved_filter_save") if self.saveable else ""

    @property
    def column_form_url(self) -> str:
        return self._kernel_url("amo:list_columns") if self.column_list and len(self.column_list) > 2 else ""

    @cached_property
    def saved_filters(self) -> list[dict]:
        back = urlencode({"next": self.path})
        return [
            {
                "name": saved.name,
                "url": f"{self.path}?{saved.query or 'f=1'}",
                "favourite": saved.is_favourite,
                "delete_url": f"{reverse('amo:saved_filter_delete', args=[saved.public_id])}?{back}",
                "favourite_url": f"{reverse('amo:saved_filter_favourite', args=[saved.public_id])}?{back}",
            }
            for saved in self.saved
        ]

    @property
    def bulk_actions(self) -> list[dict]:
        return [{"label": action.label, "url": reverse(action.url_name)} for action in self.bulk_list]

    @property
    def search_action(self) -> str:
        return reverse(self.search_url_name) if self.search_url_name else ""

    # --- answers ----------------------------------------------------------------------------

    def context(self) -> dict:
        """For a template of one's own that extends components/list_page.html."""
        return {"listpage": self}

    def response(self, extra: dict | None = None) -> HttpResponse:
        """The page, the part that htmx swaps, or the Excel file."""
        if self.exportable and self.params.get("export") == "xlsx":
            return list_export.respond(self)
        htmx = getattr(self.request, "htmx", None)
        part = htmx and htmx.target == "list-page"
        return render(self.request, "components/_list.html" if part else self.template, self.context() | (extra or {}))


__all__ = ["BulkAction", "Column", "Empty", "Facet", "ListPage", "Option", "QuickFilter"]
