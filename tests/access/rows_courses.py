"""Who may open the pages of courses, a module for each part of the app."""

from tests.access import (
    rows_courses_advice,
    rows_courses_allocation,
    rows_courses_applications,
    rows_courses_catalogue,
    rows_courses_classes,
    rows_courses_contracts,
    rows_courses_feedback,
    rows_courses_intakes,
    rows_courses_letters,
    rows_courses_nav,
    rows_courses_people,
    rows_courses_places,
    rows_courses_results,
)

PARTS = (
    rows_courses_advice,
    rows_courses_allocation,
    rows_courses_applications,
    rows_courses_catalogue,
    rows_courses_classes,
    rows_courses_contracts,
    rows_courses_feedback,
    rows_courses_intakes,
    rows_courses_letters,
    rows_courses_nav,
    rows_courses_people,
    rows_courses_places,
    rows_courses_results,
)
MATRIX = {route: row for part in PARTS for route, row in part.MATRIX.items()}
