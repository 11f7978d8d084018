"""Who may open the pages of job offers and references (06-access)."""

from tests.access.matrix import Row

MATRIX: dict[str, Row] = {}
