"""Routes of the register of employers and of the county's rules."""

from django.urls import path

from placements.views import employer_merge, employer_parts, employers, placement_rules

urlpatterns = [
    path("arbeidsgivere/", employers.employer_list, name="employer_list"),
    path("arbeidsgivere/sok/", employers.employer_search, name="employer_search"),
    path("arbeidsgivere/ny/", employers.employer_new, name="employer_new"),
    path("arbeidsgivere/lignende/", employers.employer_similar, name="employer_similar"),
    path("arbeidsgivere/doble/", employer_merge.duplicate_list, name="duplicate_list"),
    path("arbeidsgivere/mal/", placement_rules.import_template, name="import_template"),
    path("arbeidsgivere/<uuid:public_id>/", employers.employer_detail, name="employer_detail"),
    path("arbeidsgivere/<uuid:public_id>/endre/", employers.employer_edit, name="employer_edit"),
    path("arbeidsgivere/<uuid:public_id>/historikk/", employer_parts.employer_history, name="employer_history"),
    path(
        "arbeidsgivere/<uuid:public_id>/sla-sammen/<uuid:merged_id>/",
        employer_merge.employer_merge,
        name="employer_merge",
    ),
    path("arbeidsgivere/<uuid:public_id>/kontakter/ny/", employer_parts.contact_new, name="contact_new"),
    path("kontakter/<uuid:public_id>/endre/", employer_parts.contact_edit, name="contact_edit"),
    path("kontakter/<uuid:public_id>/fjern/", employer_parts.contact_remove, name="contact_remove"),
    path("arbeidsgivere/<uuid:public_id>/perioder/ny/", employer_parts.period_new, name="period_new"),
    path("perioder/<uuid:public_id>/endre/", employer_parts.period_edit, name="period_edit"),
    path("perioder/<uuid:public_id>/fjern/", employer_parts.period_remove, name="period_remove"),
    path("regler/", placement_rules.rules, name="rules"),
    path("fravik/", placement_rules.limit_passed, name="limit_passed"),
]
