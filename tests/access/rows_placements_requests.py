"""Who may open the pages of requests for a placement (06-access)."""

from tests.access.matrix import Row

MATRIX: dict[str, Row] = {}
