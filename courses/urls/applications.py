"""Routes about applications after they are sent: changes, receipt, offers, waiting lists, permissions."""

from django.urls import path

from courses.views import application_change, application_lists, permissions

urlpatterns = [
    path("soeknader/sok/", application_lists.application_search, name="application_search"),
    path("soeknader/<uuid:public_id>/endre/", application_change.application_change, name="application_change"),
    path("soeknader/<uuid:public_id>/kvittering.pdf", application_change.receipt_pdf, name="application_receipt"),
    path(
        "soeknader/<uuid:public_id>/oenske/<uuid:wish_id>/trekk/",
        application_change.wish_withdraw,
        name="wish_withdraw",
    ),
    path("oppstarter/<uuid:public_id>/venteliste/", application_lists.waiting_list, name="waiting_list"),
    path("tilbud/", application_lists.offer_list, name="offer_list"),
    path("tilbud/sok/", application_lists.offer_search, name="offer_search"),
    path("tillatelser/", permissions.permission_list, name="permission_list"),
    path("tillatelser/ny/<uuid:participant_id>/<uuid:intake_id>/", permissions.permission_new, name="permission_new"),
    path("tillatelser/<uuid:public_id>/", permissions.permission_detail, name="permission_detail"),
    path("tillatelser/<uuid:public_id>/trekk/", permissions.permission_withdraw, name="permission_withdraw"),
]
