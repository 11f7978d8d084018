"""Routes of the register of employers."""

from django.urls import path

from placements.views import employers

urlpatterns = [
    path("arbeidsgivere/", employers.employer_list, name="employer_list"),
    path("arbeidsgivere/ny/", employers.employer_new, name="employer_new"),
    path("arbeidsgivere/<uuid:public_id>/", employers.employer_detail, name="employer_detail"),
    path("arbeidsgivere/<uuid:public_id>/endre/", employers.employer_edit, name="employer_edit"),
]
