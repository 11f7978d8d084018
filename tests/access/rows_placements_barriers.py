"""Who may open the pages of barriers and discrimination (06-access)."""

from tests.access.matrix import Row

MATRIX: dict[str, Row] = {}
