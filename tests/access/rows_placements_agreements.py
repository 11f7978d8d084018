"""Who may open the pages of the agreement, extensions and swaps (06-access)."""

from tests.access.matrix import Row

MATRIX: dict[str, Row] = {}
