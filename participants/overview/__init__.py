"""What the person page shows, read in a fixed number of queries."""

from participants.overview.header import header, next_action
from participants.overview.mapping import mapping_facts
from participants.overview.page import context, portfolio_row
from participants.overview.path import path, steps

__all__ = ["context", "header", "mapping_facts", "next_action", "path", "portfolio_row", "steps"]
