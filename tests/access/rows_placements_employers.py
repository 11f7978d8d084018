"""Who may open the pages of the register of employers beyond its list and form (06-access)."""

from tests.access.matrix import Row

MATRIX: dict[str, Row] = {}
