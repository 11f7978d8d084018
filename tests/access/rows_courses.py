"""Who may open the pages of courses: NAV's own, the advice's weights, and those about places."""

from tests.access import rows_courses_advice, rows_courses_classes, rows_courses_nav, rows_courses_places

MATRIX = rows_courses_nav.MATRIX | rows_courses_advice.MATRIX | rows_courses_places.MATRIX | rows_courses_classes.MATRIX
