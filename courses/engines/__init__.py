"""Pure matching functions: no ORM, no clock, no text for users.

The callers (actions and views) load the facts, call an engine, and put the codes and numbers it returns into words.
"""
