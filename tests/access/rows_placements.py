"""Who may open the pages of placements."""

MATRIX = {}
