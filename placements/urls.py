"""Routes of employers, placements and visits."""

from django.urls import path

from placements.views import employers, person, placements, visits

app_name = "placements"
urlpatterns = [
    path("arbeidsgivere/", employers.employer_list, name="employer_list"),
    path("arbeidsgivere/ny/", employers.employer_new, name="employer_new"),
    path("arbeidsgivere/<uuid:public_id>/", employers.employer_detail, name="employer_detail"),
    path("arbeidsgivere/<uuid:public_id>/endre/", employers.employer_edit, name="employer_edit"),
    path("ny/<uuid:enrolment_id>/", placements.placement_new, name="placement_new"),
    path("plass/<uuid:public_id>/", placements.placement_detail, name="placement_detail"),
    path("plass/<uuid:public_id>/endre/", placements.placement_edit, name="placement_edit"),
    path("plass/<uuid:public_id>/avslutt/", placements.placement_end, name="placement_end"),
    path("plass/<uuid:placement_id>/besok/", visits.visit_log, name="visit_log"),
    path("plass/<uuid:placement_id>/planlegg-besok/", visits.visit_plan, name="visit_plan"),
    path("bruker/<uuid:participant_id>/", person.person_placements, name="person_placements"),
    path("besok-som-mangler/", visits.missing_visit_list, name="missing_visits"),
]
