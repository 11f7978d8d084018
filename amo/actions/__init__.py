"""Writes of the kernel's own pages. Keyword-only, atomic, with the acting membership."""
