"""Who may open the pages of training plans (06-access)."""

from tests.access.matrix import Row

MATRIX: dict[str, Row] = {}
