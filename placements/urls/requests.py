"""Routes of requests for a placement."""

from django.urls import path

from placements.views import class_placements, employer_day, requests, sharing

urlpatterns = [
    path("foresporsler/ny/<uuid:enrolment_id>/", requests.request_new, name="request_new"),
    path("foresporsler/<uuid:public_id>/svar/", requests.request_answer, name="request_answer"),
    path("foresporsler/<uuid:public_id>/trekk/", requests.request_withdraw, name="request_withdraw"),
    path("foresporsler/<uuid:public_id>/angre/", requests.request_undo, name="request_undo"),
    path("foresporsler/<uuid:public_id>/samtykke/", requests.request_consent, name="request_consent"),
    path("arbeidsgivere/<uuid:public_id>/spor/", employer_day.employer_day_page, name="employer_day"),
    path("arbeidsgivere/<uuid:public_id>/spor/pdf/", employer_day.employer_day_pdf, name="employer_day_pdf"),
    path("arbeidsgivere/<uuid:public_id>/spor/e-post/", employer_day.employer_day_mail, name="employer_day_mail"),
    path("klasse/<uuid:public_id>/", class_placements.class_placements, name="class_placements"),
    path("klasse/<uuid:public_id>/fordeling/", sharing.slot_sharing, name="slot_sharing"),
    path("klasse/<uuid:public_id>/fordeling/forslag/", sharing.slot_propose, name="slot_propose"),
    path("fordeling/<uuid:public_id>/bruk/", sharing.slot_carry_out, name="slot_carry_out"),
    path("fordeling/<uuid:public_id>/forkast/", sharing.slot_discard, name="slot_discard"),
    path("onsker/<uuid:enrolment_id>/", sharing.placement_wishes, name="placement_wishes"),
]
