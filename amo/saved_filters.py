"""Named filters of a list, the favourite that opens first, and the columns a user has chosen."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _

from amo import clock
from amo.drafts import LIST_COLUMNS
from amo.models import Draft, Membership, SavedFilter

# Never part of a saved filter: where one happens to stand, and search terms (they are forgotten after hours).
LEFT_OUT = ("page", "export", "s", "csrfmiddlewaretoken", "next")
MAX_QUERY = 1000


def of(membership: Membership | None, list_key: str) -> QuerySet[SavedFilter]:
    """The membership's filters of one list, favourite first."""
    return SavedFilter.objects.visible_to(membership).filter(list_key=list_key)


def clean_query(query: str) -> str:
    """The part of a query string that a filter keeps. Raises ValidationError when it is too long."""
    params = QueryDict(query.replace("\x00", ""), mutable=True)
    for name in LEFT_OUT:
        params.pop(name, None)
    params["f"] = "1"
    kept = params.urlencode()
    if len(kept) > MAX_QUERY:
        raise ValidationError(_("Filteret har for mange valg til å lagres."))
    return kept


@transaction.atomic
def save(*, by: Membership, list_key: str, name: str, query: str, is_favourite: bool = False) -> SavedFilter:
    """Keep a filter under a name. Raises ValidationError (name taken, missing, too long)."""
    saved = SavedFilter(membership=by, list_key=list_key, name=name.strip(), query=clean_query(query))
    saved.full_clean()
    saved.save()
    return set_favourite(saved, True, by=by) if is_favourite else saved


@transaction.atomic
def set_favourite(saved: SavedFilter, favourite: bool, *, by: Membership) -> SavedFilter:
    """Let this one open first, or no more. The same wish twice changes nothing the second time."""
    own = SavedFilter.objects.visible_to(by).filter(list_key=saved.list_key)
    # Every filter of the list is locked: two that are made the favourite at once must not both be.
    list(own.select_for_update(of=("self",)).order_by("pk").values_list("pk", flat=True))
    if favourite:
        own.filter(is_favourite=True).exclude(pk=saved.pk).update(is_favourite=False)
    own.filter(pk=saved.pk).update(is_favourite=favourite)
    saved.is_favourite = favourite
    return saved


@transaction.atomic
def delete(saved: SavedFilter, *, by: Membership) -> None:
    """Throw the filter away."""
    SavedFilter.objects.visible_to(by).filter(pk=saved.pk).delete()


def columns_of(membership: Membership | None, list_key: str) -> list[str] | None:
    """Keys of the columns chosen for a list; None when nothing was chosen."""
    if membership is None:
        return None
    row = Draft.objects.filter(membership=membership, form_key=LIST_COLUMNS, object_key=list_key).first()
    return row.data.get("columns") if row else None


@transaction.atomic
def choose_columns(*, by: Membership, list_key: str, columns: list[str]) -> None:
    """Remember the columns; they follow the membership, not the session."""
    kept = [key[:40] for key in columns if key.replace("_", "").isalnum()][:60]
    Draft.objects.update_or_create(
        membership=by,
        form_key=LIST_COLUMNS,
        object_key=list_key,
        defaults={"data": {"columns": kept}, "updated_at": clock.now()},
    )
