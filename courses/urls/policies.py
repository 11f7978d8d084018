"""Routes of the advice's weights."""

from django.urls import path

from courses.views import policies

urlpatterns = [
    path("vekter/", policies.policy_list, name="policy_list"),
    path("vekter/nytt/", policies.policy_new, name="policy_new"),
    path("vekter/<int:number>/", policies.policy_detail, name="policy_detail"),
    path("vekter/<int:number>/ta-i-bruk/", policies.policy_use, name="policy_use"),
    path("vekter/<int:number>/forkast/", policies.policy_discard, name="policy_discard"),
]
