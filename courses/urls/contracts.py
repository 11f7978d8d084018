"""Routes about contracts: tender, options, places called off, hand-overs (C2)."""

from django.urls import path

from courses.views import contracts, handovers, procurement

urlpatterns = [
    path("avtaler/", contracts.contract_list, name="contract_list"),
    path("avtaler/sok/", contracts.contract_search, name="contract_search"),
    path("avtaler/ny/", contracts.contract_new, name="contract_new"),
    path("avtaler/anskaffelse/", procurement.contract_plan, name="contract_plan"),
    path("avtaler/<uuid:public_id>/", contracts.contract_detail, name="contract_detail"),
    path("avtaler/<uuid:public_id>/endre/", contracts.contract_edit, name="contract_edit"),
    path("avtaler/<uuid:public_id>/sett-i-kraft/", contracts.contract_activate, name="contract_activate"),
    path("avtaler/<uuid:public_id>/avbryt/", contracts.contract_cancel, name="contract_cancel"),
    path("avtaler/<uuid:public_id>/opsjon/<int:number>/", contracts.contract_option, name="contract_option"),
    path("avtaler/<uuid:public_id>/opsjon/<int:number>/angre/", contracts.option_reopen, name="contract_option_reopen"),
    path("avtaler/<uuid:public_id>/overfor/", handovers.handover_new, name="handover_new"),
    path("overforing/<uuid:public_id>/", handovers.handover_detail, name="handover_detail"),
    path("overforing/<uuid:public_id>/endre/", handovers.handover_edit, name="handover_edit"),
    path("overforing/<uuid:public_id>/bekreft/", handovers.handover_confirm, name="handover_confirm"),
    path("overforing/<uuid:public_id>/avlys/", handovers.handover_cancel, name="handover_cancel"),
]
