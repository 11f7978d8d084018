"""Routes of job offers and references."""

from django.urls import path

from placements.models import Reference
from placements.views import offers, references

urlpatterns = [
    path("jobbtilbud/ny/<uuid:enrolment_id>/", offers.offer_new, name="offer_new"),
    path("jobbtilbud/<uuid:public_id>/", offers.offer_detail, name="offer_detail"),
    path("jobbtilbud/<uuid:public_id>/endre/", offers.offer_edit, name="offer_edit"),
    path("jobbtilbud/<uuid:public_id>/vilkaar/", offers.offer_condition, name="offer_condition"),
    path("jobbtilbud/<uuid:public_id>/svar/", offers.offer_answer, name="offer_answer"),
    path("jobbtilbud/<uuid:public_id>/angre/", offers.offer_undo, name="offer_undo"),
    path("klasse/<uuid:intake_id>/jobbtilbud/", offers.class_offers, name="class_offers"),
    path(
        "plass/<uuid:placement_id>/attest/",
        references.reference_edit,
        {"kind": Reference.Kind.ATTEST},
        name="reference_attest",
    ),
    path(
        "plass/<uuid:placement_id>/referanse/",
        references.reference_edit,
        {"kind": Reference.Kind.REFEREE},
        name="reference_referee",
    ),
    path("attest/<uuid:public_id>/fil/", references.reference_file, name="reference_file"),
    path("klasse/<uuid:intake_id>/attester/", references.class_references, name="class_references"),
]
