"""Who may open the pages of reporting."""

MATRIX = {}
