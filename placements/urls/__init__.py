"""Routes of the app, a module for each part of it."""

from placements.urls import barriers, employers, follow_up, offers, placements, requests, training, visits

app_name = "placements"
PARTS = (employers, requests, placements, training, visits, offers, follow_up, barriers)
urlpatterns = [pattern for part in PARTS for pattern in part.urlpatterns]
