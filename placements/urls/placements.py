"""Routes of a placement: the agreement, its changes and its end."""

from django.urls import path

from placements.views import person, placements

urlpatterns = [
    path("ny/<uuid:enrolment_id>/", placements.placement_new, name="placement_new"),
    path("plass/<uuid:public_id>/", placements.placement_detail, name="placement_detail"),
    path("plass/<uuid:public_id>/endre/", placements.placement_edit, name="placement_edit"),
    path("plass/<uuid:public_id>/avslutt/", placements.placement_end, name="placement_end"),
    path("bruker/<uuid:participant_id>/", person.person_placements, name="person_placements"),
]
