"""Routes about who works where, and about providers."""

from django.urls import path

from courses.views import instructors, people, providers

urlpatterns = [
    path("ansatte/", people.people_list, name="people_list"),
    path("ansatte/sok/", people.people_search, name="people_search"),
    path("ansatte/ny/", people.people_new, name="people_new"),
    path("ansatte/<uuid:public_id>/", people.people_detail, name="people_detail"),
    path("ansatte/<uuid:public_id>/avslutt/", people.people_end, name="people_end"),
    path("ansatte/<uuid:public_id>/gi-over/", people.people_hand_over, name="people_hand_over"),
    path("ansatte/<uuid:public_id>/rolle/", people.people_role, name="people_role"),
    path("instruktorer/", instructors.instructor_plan, name="instructor_plan"),
    path("leverandorer/", providers.provider_list, name="provider_list"),
    path("leverandorer/sok/", providers.provider_search, name="provider_search"),
    path("leverandorer/ny/", providers.provider_new, name="provider_new"),
    path("leverandorer/<uuid:public_id>/", providers.provider_detail, name="provider_detail"),
    path("leverandorer/<uuid:public_id>/endre/", providers.provider_edit, name="provider_edit"),
    path("leverandorer/<uuid:public_id>/kursleder/", providers.provider_lead_new, name="provider_lead_new"),
    path(
        "leverandorer/<uuid:public_id>/kursleder/<uuid:member_id>/avslutt/",
        providers.provider_lead_end,
        name="provider_lead_end",
    ),
]
