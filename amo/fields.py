"""Model pieces that several records share."""

import uuid

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Func
from django.utils.translation import gettext_lazy as _

organisation_number_format = RegexValidator(r"^\d{9}$", _("Organisasjonsnummeret skal ha ni siffer."))


class PublicIdModel(models.Model):
    """A record that stands in a URL: by UUID, never by its row number or an identity number."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    class Meta:
        abstract = True


class VersionedModel(models.Model):
    """A record that is edited in place: `version` guards against overwriting what somebody else just saved."""

    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        abstract = True


class NorwegianSortKey(Func):
    """Sort key that puts æ, ø and å last on a server without ICU (02-domain, rule 5)."""

    template = "translate(lower(normalize(%(expressions)s, NFC)), 'æøå', '{|}')"
    arity = 1


class SearchKey(Func):
    """Lower case, NFC, without accents: what `pg_trgm` searches. `kurslop_unaccent` is the immutable wrapper."""

    template = "kurslop_unaccent(lower(normalize(%(expressions)s, NFC)))"
    arity = 1


def sort_column(expression) -> models.GeneratedField:
    """A stored column that sorts names in Norwegian order."""
    return models.GeneratedField(
        expression=NorwegianSortKey(expression if not isinstance(expression, str) else F(expression)),
        output_field=models.CharField(max_length=250, db_collation="C"),
        db_persist=True,
    )


def search_column(expression) -> models.GeneratedField:
    """A stored column that finds NFC and NFD, with and without accents."""
    return models.GeneratedField(
        expression=SearchKey(expression if not isinstance(expression, str) else F(expression)),
        output_field=models.TextField(),
        db_persist=True,
    )
