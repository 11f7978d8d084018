"""Routes of a concept's life and versions, and of counties side by side."""

from django.urls import path

from courses.views import comparison, concepts

urlpatterns = [
    path("sammenlign-fylker/", comparison.compare, name="concept_counties"),
    path("konsept/<uuid:public_id>/versjoner/", concepts.version_list, name="concept_versions"),
    path("konsept/<uuid:public_id>/versjoner/sammenlign/", concepts.version_compare, name="concept_version_compare"),
    path("konsept/<uuid:public_id>/versjoner/<int:number>/", concepts.version_detail, name="concept_version"),
    path("konsept/<uuid:public_id>/ta-i-bruk/", concepts.take_into_use, name="concept_use"),
    path("konsept/<uuid:public_id>/ta-ut-av-bruk/", concepts.take_out, name="concept_take_out"),
    path("konsept/<uuid:public_id>/slett/", concepts.delete, name="concept_delete"),
    path("konsept/<uuid:public_id>/kopier/", concepts.copy, name="concept_copy"),
    path("oppstarter/<uuid:public_id>/nyeste-versjon/", concepts.intake_newest, name="intake_newest"),
]
