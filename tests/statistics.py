"""Statistics for the planner, as autovacuum keeps them: a test's own rows are not committed, so nobody else counts them."""

from django.db import connection


def analyze() -> None:
    """Let the database count the rows that this transaction has written."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
