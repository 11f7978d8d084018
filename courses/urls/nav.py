"""Routes of NAV: catalogue, intakes, hiring requirements, advice, applications."""

from django.urls import path

from courses.views import advice, applications, catalogue, hiring, intakes

urlpatterns = [
    path("", catalogue.concept_list, name="concept_list"),
    path("nytt/", catalogue.concept_new, name="concept_new"),
    path("konsept/<uuid:public_id>/", catalogue.concept_detail, name="concept_detail"),
    path("konsept/<uuid:public_id>/endre/", catalogue.concept_edit, name="concept_edit"),
    path("oppstarter/", intakes.intake_list, name="intake_list"),
    path("oppstarter/ny/", intakes.intake_new, name="intake_new"),
    path("oppstarter/<uuid:public_id>/", intakes.intake_detail, name="intake_detail"),
    path("oppstarter/<uuid:public_id>/endre/", intakes.intake_edit, name="intake_edit"),
    path("ansettelseskrav/", hiring.hiring_list, name="hiring_list"),
    path("etterspoersel/", hiring.demand_list, name="demand_list"),
    path("forslag-til/<uuid:participant_id>/", advice.advice, name="advice"),
    path(
        "forslag-til/<uuid:participant_id>/sjekkliste/<int:item_id>/", advice.checklist_answer, name="checklist_answer"
    ),
    path("forslag-til/<uuid:participant_id>/sammenlign/", advice.compare, name="advice_compare"),
    path("forslag-til/<uuid:participant_id>/vei/<slug:code>/", advice.way_task, name="way_task"),
    path("soeknader/", applications.application_list, name="application_list"),
    path("soeknader/ny/<uuid:participant_id>/", applications.application_new, name="application_new"),
    path("soeknader/<uuid:public_id>/", applications.application_detail, name="application_detail"),
    path("soeknader/<uuid:public_id>/trekk/", applications.application_withdraw, name="application_withdraw"),
]
