"""The groups of checkboxes of a list: what may be chosen, what is, and how many each choice would show."""

from functools import cached_property
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from amo.list_parts import Facet, Option

if TYPE_CHECKING:
    from amo.lists import ListPage


class Facets:
    """All facets of one list page. Choices of one facet are joined by OR, facets by AND."""

    def __init__(self, listpage: "ListPage"):
        self.listpage = listpage

    @cached_property
    def options(self) -> dict[str, list[Option]]:
        """The choices of each facet. One query for each facet whose choices are the values that occur."""
        return {facet.name: self._options(facet) for facet in self.listpage.facet_list}

    def _options(self, facet: Facet) -> list[Option]:
        if not facet.field:
            return list(facet.options(self.listpage) if callable(facet.options) else facet.options)
        choices = facet.choices(self.listpage) if callable(facet.choices) else facet.choices
        if choices is None:
            names = [facet.field, facet.label_field or facet.field]
            found = self.listpage.base.order_by().values_list(*names).distinct()
            choices = sorted(found, key=lambda pair: str(pair[1] or "").casefold())
        return [self._option(facet.field, value, label) for value, label in choices]

    @staticmethod
    def _option(field: str, value, label) -> Option:
        if value is None:
            return Option("-", _("Ikke oppgitt"), Q(**{f"{field}__isnull": True}))
        return Option(str(value) if value != "" else "-", str(label or _("Ikke oppgitt")), Q(**{field: value}))

    @cached_property
    def selected(self) -> dict[str, list[Option]]:
        """The chosen options; what is no choice is left aside."""
        chosen = {}
        for name, options in self.options.items():
            values = set(self.listpage.params.getlist(name))
            chosen[name] = [option for option in options if option.value in values]
        return chosen

    def condition_without(self, left_out: str | None) -> Q:
        """All facets together but one."""
        whole = Q()
        for name, options in self.selected.items():
            if options and name != left_out:
                one = Q()
                for option in options:
                    one |= self.listpage.condition(option.condition)
                whole &= one
        return whole

    @cached_property
    def _counts(self) -> dict[tuple[str, str], int]:
        """How many each option would show with the other facets as they are: one query, and one per grouped facet."""
        found = self.listpage.searched.filter(self.listpage.quick_condition).order_by()
        counts, counted = {}, {}
        for facet in self.listpage.facet_list:
            others = self.condition_without(facet.name)
            if facet.group:
                rows = found.filter(others, facet.within or Q()).values_list(facet.group)
                numbers = dict(rows.annotate(number=Count("pk")))
                for option in self.options[facet.name]:
                    counts[facet.name, option.value] = numbers.get(option.key, 0)
                continue
            for option in self.options[facet.name]:
                condition = others & self.listpage.condition(option.condition)
                counted[facet.name, option.value] = Count("pk", filter=condition or None)
        if counted:
            numbers = found.aggregate(**{f"c{n}": count for n, count in enumerate(counted.values())})
            counts |= {key: numbers[f"c{n}"] for n, key in enumerate(counted)}
        return counts

    @cached_property
    def shown(self) -> list[dict]:
        """For the filter panel; a facet with nothing to choose is left out."""
        shown = []
        for facet in self.listpage.facet_list:
            options = [
                {
                    "value": option.value,
                    "label": option.label,
                    "count": self._counts[facet.name, option.value],
                    "selected": option in self.selected[facet.name],
                }
                for option in self.options[facet.name]
            ]
            if options:
                shown.append({"name": facet.name, "legend": facet.legend, "options": options})
        return shown

    @property
    def chips(self) -> list[dict]:
        """One chip for each chosen option."""
        chips = []
        for facet in self.listpage.facet_list:
            chosen = self.selected[facet.name]
            for option in chosen:
                others = [other.value for other in chosen if other is not option]
                url = self.listpage.url(**{facet.name: others})
                chips.append({"label": f"{facet.legend}: {option.label}", "remove_url": url})
        return chips
