"""Routes of the app, a module for each part of it."""

from courses.urls import (
    allocation,
    applications,
    catalogue,
    class_work,
    contracts,
    feedback,
    intakes,
    letters,
    nav,
    people,
    places,
    policies,
    results,
)

app_name = "courses"
PARTS = (
    nav,
    catalogue,
    policies,
    places,
    allocation,
    applications,
    class_work,
    contracts,
    intakes,
    letters,
    feedback,
    people,
    results,
)
urlpatterns = [pattern for part in PARTS for pattern in part.urlpatterns]
