"""Routes of results, referrals and runs."""

from django.urls import path

from reporting.views import exports, person, referrals, results, runs

app_name = "reporting"
urlpatterns = [
    path("", results.results_page, name="results"),
    path("excel/", exports.results_export, name="results_export"),
    path("kurs/<uuid:public_id>/excel/", exports.concept_export, name="concept_export"),
    path("kurs/<uuid:public_id>/", results.concept_results, name="concept_results"),
    path("kurs/<uuid:public_id>/deltakere/", results.behind_the_number, name="behind"),
    path("bruker/<uuid:participant_id>/", person.person_results, name="person_results"),
    path("mine/", referrals.referral_list, name="referrals"),
    path("kjoringer/", runs.run_list, name="run_list"),
    path("kjoringer/beregn/", runs.run_new, name="run_new"),
]
