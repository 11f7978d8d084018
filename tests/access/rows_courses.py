"""Who may open the pages of courses."""

MATRIX = {}
