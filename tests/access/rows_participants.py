"""Who may open the pages of participants."""

MATRIX = {}
