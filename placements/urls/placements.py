"""Routes of a placement: the agreement, its changes and its end."""

from django.urls import path

from placements.views import agreements, employer_search, person, placements, swaps

urlpatterns = [
    path("ny/<uuid:enrolment_id>/", placements.placement_new, name="placement_new"),
    path("plass/<uuid:public_id>/", placements.placement_detail, name="placement_detail"),
    path("plass/<uuid:public_id>/endre/", placements.placement_edit, name="placement_edit"),
    path("plass/<uuid:public_id>/avslutt/", placements.placement_end, name="placement_end"),
    path("plass/<uuid:public_id>/forleng/", agreements.placement_extend, name="placement_extend"),
    path("plass/<uuid:public_id>/avtale/", agreements.agreement_pdf, name="agreement_pdf"),
    path("plass/<uuid:public_id>/signert/", agreements.agreement_sign, name="agreement_sign"),
    path("plass/<uuid:public_id>/signert/fil/", agreements.signed_copy, name="signed_copy"),
    path("arbeidsgiversok/", employer_search.search, name="employer_suggest"),
    path("avtaler-uten-signatur/", agreements.unsigned_list, name="unsigned_agreements"),
    path("plass/<uuid:public_id>/bytte/", swaps.swap_new, name="swap_new"),
    path("bytte/<uuid:public_id>/", swaps.swap_detail, name="swap_detail"),
    path("bytte/<uuid:public_id>/trekk/", swaps.swap_withdraw, name="swap_withdraw"),
    path("bytte/<uuid:public_id>/gjennomfor/", swaps.swap_carry_out, name="swap_carry_out"),
    path("bruker/<uuid:participant_id>/", person.person_placements, name="person_placements"),
]
