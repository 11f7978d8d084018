"""Routes of training plans and their templates."""

from django.urls import path

from placements.views import plan_templates, training

PLAN = "plass/<uuid:placement_id>/opplaringsplan/"

urlpatterns = [
    path(PLAN, training.training_plan, name="training_plan"),
    path(f"{PLAN}ny/", training.training_new, name="training_new"),
    path(f"{PLAN}endre/", training.training_edit, name="training_edit"),
    path(f"{PLAN}pdf/", training.training_pdf, name="training_pdf"),
    path(f"{PLAN}steg/<uuid:goal_id>/angre/", training.training_untick, name="training_untick"),
    path("opplaringsplaner-som-ikke-folges/", training.training_not_followed, name="training_not_followed"),
    path("opplaringsmaler/", plan_templates.plan_template_list, name="plan_template_list"),
    path("opplaringsmaler/ny/", plan_templates.plan_template_new, name="plan_template_new"),
    path("opplaringsmaler/<uuid:public_id>/", plan_templates.plan_template_edit, name="plan_template_edit"),
]
