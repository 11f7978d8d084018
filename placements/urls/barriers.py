"""Routes of barriers and reports of discrimination."""

from django.urls import path

from placements.views import barrier_work, barriers, discrimination

urlpatterns = [
    path("barrierer/", barriers.barrier_list, name="barrier_list"),
    path("barrierer/ny/", barriers.barrier_new, name="barrier_new"),
    path("barrierer/lignende/", barriers.barrier_similar, name="barrier_similar"),
    path("barrierer/sok/", barriers.barrier_search, name="barrier_search"),
    path("barrierer/oversikt/", barriers.barrier_overview, name="barrier_overview"),
    path("barrierer/<uuid:public_id>/", barriers.barrier_detail, name="barrier_detail"),
    path("barrierer/<uuid:public_id>/ta-tak/", barrier_work.barrier_take_on, name="barrier_take_on"),
    path("barrierer/<uuid:public_id>/svar/", barrier_work.barrier_close, name="barrier_close"),
    path("barrierer/<uuid:public_id>/gi-videre/", barrier_work.barrier_hand_over, name="barrier_hand_over"),
    path("barrierer/<uuid:public_id>/apne/", barrier_work.barrier_reopen, name="barrier_reopen"),
    path("barrierer/<uuid:public_id>/sla-sammen/", barrier_work.barrier_merge, name="barrier_merge"),
    path("diskriminering/", discrimination.discrimination_list, name="discrimination_list"),
    path("diskriminering/ny/", discrimination.discrimination_new, name="discrimination_new"),
    path("diskriminering/meldt/", discrimination.discrimination_mine, name="discrimination_mine"),
    path("diskriminering/<uuid:public_id>/", discrimination.discrimination_detail, name="discrimination_detail"),
]
