"""Routes of NAV: catalogue, intakes, hiring requirements, advice, applications."""

from django.urls import path

from courses.views import advice, applications, catalogue, demand, hiring, intakes, leaflet, person

urlpatterns = [
    path("", catalogue.concept_list, name="concept_list"),
    path("nytt/", catalogue.concept_new, name="concept_new"),
    path("konsept/<uuid:public_id>/", catalogue.concept_detail, name="concept_detail"),
    path("konsept/<uuid:public_id>/endre/", catalogue.concept_edit, name="concept_edit"),
    path("konsept/<uuid:public_id>/hefte/<slug:language>/", leaflet.leaflet_edit, name="leaflet_edit"),
    path("konsept/<uuid:public_id>/hefte/<slug:language>.pdf", leaflet.leaflet_pdf, name="leaflet_pdf"),
    path("hefte/lesbarhet/", leaflet.leaflet_hints, name="leaflet_hints"),
    path("oppstarter/", intakes.intake_list, name="intake_list"),
    path("oppstarter/ny/", intakes.intake_new, name="intake_new"),
    path("oppstarter/<uuid:public_id>/", intakes.intake_detail, name="intake_detail"),
    path("oppstarter/<uuid:public_id>/endre/", intakes.intake_edit, name="intake_edit"),
    path("ansettelseskrav/", hiring.hiring_list, name="hiring_list"),
    path("ansettelseskrav/sok/", hiring.hiring_search, name="hiring_search"),
    path("ansettelseskrav/nytt/", hiring.hiring_new, name="hiring_new"),
    path("ansettelseskrav/forhandsvisning/", hiring.hiring_preview, name="hiring_preview"),
    path("ansettelseskrav/<uuid:public_id>/", hiring.hiring_detail, name="hiring_detail"),
    path("ansettelseskrav/<uuid:public_id>/rett/", hiring.hiring_edit, name="hiring_edit"),
    path("ansettelseskrav/<uuid:public_id>/ny-versjon/", hiring.hiring_version, name="hiring_version"),
    path("ansettelseskrav/<uuid:public_id>/avslutt/", hiring.hiring_end, name="hiring_end"),
    path("etterspoersel/", demand.demand_list, name="demand_list"),
    path("etterspoersel/mal.csv", demand.demand_template, name="demand_template"),
    path("etterspoersel/<slug:number>/", demand.demand_county, name="demand_county"),
    path("etterspoersel/<slug:number>/sok/", demand.demand_search, name="demand_search"),
    path("etterspoersel/<slug:number>/yrke/<slug:code>/", demand.demand_detail, name="demand_detail"),
    path("forslag-til/<uuid:participant_id>/", advice.advice, name="advice"),
    path(
        "forslag-til/<uuid:participant_id>/sjekkliste/<int:item_id>/", advice.checklist_answer, name="checklist_answer"
    ),
    path("forslag-til/<uuid:participant_id>/sammenlign/", advice.compare, name="advice_compare"),
    path("forslag-til/<uuid:participant_id>/vei/<slug:code>/", advice.way_task, name="way_task"),
    path("forslag-til/<uuid:participant_id>/kurs/<uuid:concept_id>/", leaflet.course_for, name="course_for"),
    path(
        "forslag-til/<uuid:participant_id>/kurs/<uuid:concept_id>/hefte/",
        leaflet.leaflet_hand_out,
        name="leaflet_hand_out",
    ),
    path(
        "forslag-til/<uuid:participant_id>/kurs/<uuid:concept_id>/hefte/rett/<int:given_id>/",
        leaflet.leaflet_correct,
        name="leaflet_correct",
    ),
    path(
        "forslag-til/<uuid:participant_id>/kurs/<uuid:concept_id>/hefte/<slug:language>.pdf",
        leaflet.leaflet_person,
        name="leaflet_person",
    ),
    path("bruker/<uuid:participant_id>/", person.person_courses, name="person_courses"),
    path("soeknader/", applications.application_list, name="application_list"),
    path("soeknader/ny/<uuid:participant_id>/", applications.application_new, name="application_new"),
    path("soeknader/<uuid:public_id>/", applications.application_detail, name="application_detail"),
    path("soeknader/<uuid:public_id>/trekk/", applications.application_withdraw, name="application_withdraw"),
]
