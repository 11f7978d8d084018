"""The caseworker and the county of tests/courses/nav, for the life of an application after it is sent."""

from tests.courses.nav.conftest import case

__all__ = ["case"]
