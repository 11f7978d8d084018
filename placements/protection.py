"""Protected persons are in no list and no count (06-access)."""

from django.db.models import QuerySet


def unprotected(rows: QuerySet, participant: str = "participant") -> QuerySet:
    """Rows that may stand in a list or be counted. participant: the way from a row to the person."""
    return rows.filter(**{f"{participant}__address_protection": "", f"{participant}__is_shielded": False})
