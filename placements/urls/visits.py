"""Routes of visits at the workplace and of meetings with employers."""

from django.urls import path

from placements.views import visits

urlpatterns = [
    path("plass/<uuid:placement_id>/besok/", visits.visit_log, name="visit_log"),
    path("plass/<uuid:placement_id>/planlegg-besok/", visits.visit_plan, name="visit_plan"),
    path("besok-som-mangler/", visits.missing_visit_list, name="missing_visits"),
]
