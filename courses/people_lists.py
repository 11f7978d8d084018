"""Lists of rows about persons, and what a masked row may tell: nothing, in no column, filter, search or order (06-access)."""

from django.db.models import Case, Q, Value, When
from django.utils.translation import gettext_lazy

from amo.fields import SearchKey
from amo.lists import ListPage, Option
from amo.models import Role
from participants.models import Participant


def unmasked(page: ListPage, prefix: str) -> Q:
    """Rows shown in full to this membership: no filter and no search may tell what a masked row hides."""
    found, membership = Q(), page.membership
    if not membership.sees_confidential:
        found &= ~Q(**{f"{prefix}__address_protection": Participant.AddressProtection.CONFIDENTIAL})
    if not membership.sees_shielded:
        found &= Q(**{f"{prefix}__is_shielded": False})
    return found


def in_full(value):
    """A column's value that stands in rows shown in full, and not in one whose `masked` is set by the list."""
    return lambda obj: "" if obj.masked else value(obj)


def by_name(page: ListPage, prefix: str, term: str) -> Q:
    """Every word of the term in the name, with and without accents, among rows shown in full."""
    found = unmasked(page, prefix)
    for word in term.replace(",", " ").split():
        found &= Q(**{f"{prefix}__name_search__contains": SearchKey(Value(word))})
    return found


def caseworker_name(person: Participant) -> str:
    """Her caseworker, or nothing."""
    return str(person.caseworker.user) if person.caseworker else ""


def county_only(page: ListPage) -> bool:
    """Whether it is read by who works for the county."""
    return page.membership.role == Role.COUNTY_STAFF


class MaskedList(ListPage):
    """A list with rows that are masked to some of its readers: they answer no quick filter and no order."""

    person = ""
    """Look-up from a row to the person."""

    def seen(self) -> Q:
        """Rows shown in full."""
        return unmasked(self, self.person)

    def open(self, *args, **conditions) -> Q:
        """The conditions, of rows shown in full."""
        return Q(*args, **conditions) & self.seen()

    def ordering(self) -> list:
        """A masked row has no sort key: it comes last both ways, whatever it hides."""
        order, seen = super().ordering(), self.seen()
        if seen and self.sort[0] is not None:
            for key in order:
                key.set_source_expressions([Case(When(seen, then=key.expression))])
        return order


class PeopleList(MaskedList):
    """A list of rows about persons: search by name, the office for the county, masked rows without anything."""

    search_label = gettext_lazy("Søk etter navn")

    def __init__(self, request, queryset):
        super().__init__(request, queryset)
        # The office stands where there are several; who works for the county has no people of her own.
        if county_only(self):
            self.quick_list = [quick for quick in self.quick_list if quick.code != "mine"]
        else:
            self.column_list = [column for column in self.column_list if column.key != "office"]

    def search(self, queryset, term):
        return queryset.filter(by_name(self, self.person, term))

    def options(self, field: str, label_field: str) -> list[Option]:
        """The values of a field that occur among the rows shown in full, with their labels."""
        found = self.base.filter(unmasked(self, self.person)).exclude(**{field: None})
        pairs = found.order_by(label_field).values_list(field, label_field).distinct()
        return [Option(str(pk), str(label), self.open(**{field: pk})) for pk, label in pairs]
