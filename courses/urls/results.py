"""Routes about suitability, certificates, prospects of a class, and Norwegian on the course."""

from django.urls import path

from courses.views import class_results, norwegian, suitability

urlpatterns = [
    path("deltakelse/<uuid:public_id>/passer-kurset/", suitability.suitability_assess, name="suitability_assess"),
    path("vurdering/", suitability.suitability_county, name="suitability_county"),
    path("vurdering/<uuid:public_id>/", suitability.suitability, name="suitability"),
    path("vurdering/<uuid:public_id>/svar/", suitability.suitability_show, name="suitability_show"),
    path("vurdering/<uuid:public_id>/avgjor/", suitability.suitability_decide, name="suitability_decide"),
    path("klasser/<uuid:public_id>/kursbevis/", class_results.certificate_register, name="certificate_register"),
    path(
        "klasser/<uuid:public_id>/kursbevis/utsted/",
        class_results.certificate_issue_many,
        name="certificate_issue_many",
    ),
    path("klasser/<uuid:public_id>/kursbevis.pdf", class_results.certificate_class_pdf, name="certificate_class_pdf"),
    path("kursbevis/<uuid:public_id>/trekk-tilbake/", class_results.certificate_revoke, name="certificate_revoke"),
    path("klasser/<uuid:public_id>/norsk/", class_results.class_norwegian, name="class_norwegian"),
    path("klasser/<uuid:public_id>/jobbutsikter/", class_results.class_prospects, name="class_prospects"),
    path("klasser/<uuid:public_id>/jobbutsikter/ny/", class_results.class_prospects_new, name="class_prospects_new"),
    path("deltakelse/<uuid:public_id>/norsk/", norwegian.language_plan, name="language_plan"),
    path("deltakelse/<uuid:public_id>/norskprove/", norwegian.language_test_new, name="language_test_new"),
    path("norskprove/<uuid:public_id>/", norwegian.language_test_edit, name="language_test_edit"),
    path("norskprove/<uuid:public_id>/kartlegging/", norwegian.language_test_map, name="language_test_map"),
    path("norskstotte/", norwegian.norwegian_counties, name="norwegian_counties"),
]
