"""Who may open the pages of visits in one go, the calendar and meetings (06-access)."""

from tests.access.matrix import Row

MATRIX: dict[str, Row] = {}
