"""Routes about planning a year of intakes, their quotas, the weekly overview, and ending one before its time."""

from django.urls import path

from courses.views import endings, intake_plans, weeks

urlpatterns = [
    path("uka/", weeks.intake_week, name="intake_week"),
    path("uka/epost/", weeks.intake_week_mail, name="intake_week_mail"),
    path("oppstarter/planlegg/", intake_plans.intake_plan, name="intake_plan"),
    path("oppstarter/kvoter/", intake_plans.intake_quotas, name="intake_quotas"),
    path("oppstarter/<uuid:public_id>/avlys/", endings.intake_call_off, name="intake_call_off"),
    path("oppstarter/<uuid:public_id>/avbryt/", endings.intake_cut_short, name="intake_cut_short"),
]
