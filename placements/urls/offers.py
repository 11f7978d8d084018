"""Routes of job offers and references."""

from django.urls import path

from placements.views import offers

urlpatterns = [
    path("jobbtilbud/ny/<uuid:enrolment_id>/", offers.offer_new, name="offer_new"),
    path("jobbtilbud/<uuid:public_id>/", offers.offer_detail, name="offer_detail"),
    path("jobbtilbud/<uuid:public_id>/endre/", offers.offer_edit, name="offer_edit"),
    path("jobbtilbud/<uuid:public_id>/vilkaar/", offers.offer_condition, name="offer_condition"),
    path("jobbtilbud/<uuid:public_id>/svar/", offers.offer_answer, name="offer_answer"),
    path("jobbtilbud/<uuid:public_id>/angre/", offers.offer_undo, name="offer_undo"),
    path("klasse/<uuid:intake_id>/jobbtilbud/", offers.class_offers, name="class_offers"),
]
