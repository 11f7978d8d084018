"""What the change history is narrowed by: the kind of record, and who made the change."""

from collections import Counter
from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from participants import changes

SYSTEM = "system"


class HistoryFilter(forms.Form):
    """A GET form over the entries of one history. What is not in the lists narrows nothing."""

    slag = forms.ChoiceField(label=_("Slag opplysning"), required=False)
    av = forms.ChoiceField(label=_("Hvem"), required=False)

    def __init__(self, query, entries: Iterable[changes.Entry]):
        super().__init__(query)
        self.entries = list(entries)
        kinds = Counter(entry.kind for entry in self.entries)
        labels = sorted((changes.kind_label(kind), kind) for kind in kinds)
        self.fields["slag"].choices = [
            ("", _("Alle slag")),
            *((kind, f"{label} ({kinds[kind]})") for label, kind in labels),
        ]
        people = [(str(user), name) for user, name in changes.names_of(self.entries).items()]
        if any(entry.user is None for entry in self.entries):
            people.append((SYSTEM, _("Systemet")))
        self.fields["av"].choices = [("", _("Alle")), *people]

    @property
    def chosen(self) -> dict[str, str]:
        """What narrows the list, as query parameters."""
        self.full_clean()
        return {name: value for name, value in self.cleaned_data.items() if value}

    def shown(self) -> list[changes.Entry]:
        """The entries that meet what was chosen, in their order."""
        chosen = self.chosen
        found = self.entries
        if kind := chosen.get("slag"):
            found = [entry for entry in found if entry.kind == kind]
        if user := chosen.get("av"):
            found = [entry for entry in found if (SYSTEM if entry.user is None else str(entry.user)) == user]
        return found
