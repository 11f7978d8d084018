"""All routes. The kernel's own stand here; each app brings its own."""

from django.conf import settings
from django.urls import include, path

from amo.views import (
    auth,
    clock,
    drafts,
    files,
    health,
    imports,
    jobs,
    language,
    notifications,
    occupations,
    organisations,
    saved_filters,
    start,
    style_guide,
    theme,
    users,
)

kernel = [
    path("", start.start, name="start"),
    path("logg-inn/", auth.login, name="login"),
    path("logg-inn/demo/", auth.demo_login, name="demo_login"),
    path("logg-ut/", auth.logout, name="logout"),
    path("tilknytning/", auth.memberships, name="memberships"),
    path("tilknytning/bytt/", auth.switch, name="switch"),
    path("farger/", theme.theme, name="theme"),
    path("malform/", language.language, name="language"),
    path("varsler/", notifications.notifications, name="notifications"),
    path("varsler/lest/", notifications.notifications_read, name="notifications_read"),
    path("varsler/<uuid:public_id>/", notifications.notification_open, name="notification_open"),
    path("varsler/<uuid:public_id>/lest/", notifications.notification_read, name="notification_read"),
    path("jobber/<uuid:public_id>/", jobs.job_detail, name="job_detail"),
    path("jobber/<uuid:public_id>/avbryt/", jobs.job_cancel, name="job_cancel"),
    path("kladd/<slug:form_key>/<slug:object_key>/", drafts.draft_save, name="draft_save"),
    path("kladd/<slug:form_key>/<slug:object_key>/forkast/", drafts.draft_discard, name="draft_discard"),
    path("filter/<slug:list_key>/lagre/", saved_filters.saved_filter_save, name="saved_filter_save"),
    path("filter/<slug:list_key>/kolonner/", saved_filters.list_columns, name="list_columns"),
    path("filter/<uuid:public_id>/slett/", saved_filters.saved_filter_delete, name="saved_filter_delete"),
    path("filter/<uuid:public_id>/favoritt/", saved_filters.saved_filter_favourite, name="saved_filter_favourite"),
    path("filer/<uuid:public_id>/", files.file_download, name="file_download"),
    path("import/", imports.import_list, name="import_list"),
    path("import/ny/<slug:kind>/", imports.import_new, name="import_new"),
    path("import/<uuid:public_id>/", imports.import_detail, name="import_detail"),
    path("import/<uuid:public_id>/forkast/", imports.import_discard, name="import_discard"),
    path("yrker/sok/", occupations.occupation_search, name="occupation_search"),
    path("komponenter/", style_guide.style_guide, name="style_guide"),
    path("klokke/", clock.clock, name="clock"),
    path("ansatte/", users.user_list, name="user_list"),
    path("ansatte/ny/", users.user_new, name="user_new"),
    path("ansatte/<uuid:public_id>/", users.user_detail, name="user_detail"),
    path("ansatte/<uuid:public_id>/sperre/", users.user_active, name="user_active"),
    path("ansatte/<uuid:public_id>/egen-sak/", users.user_number, name="user_number"),
    path("ansatte/<uuid:public_id>/tilknytning/", users.membership_new, name="membership_new"),
    path("tilknytning/<uuid:public_id>/avslutt/", users.membership_end, name="membership_end"),
    path("organisasjoner/", organisations.office_list, name="office_list"),
    path("organisasjoner/kontor/ny/", organisations.office_new, name="office_new"),
    path("organisasjoner/kontor/<uuid:public_id>/", organisations.office_edit, name="office_edit"),
    path("organisasjoner/fylke/ny/", organisations.county_new, name="county_new"),
    path("organisasjoner/fylke/<uuid:public_id>/", organisations.county_edit, name="county_edit"),
    path("isalive", health.isalive, name="isalive"),
    path("isready", health.isready, name="isready"),
    path("metrics", health.metrics, name="metrics"),
]

urlpatterns = [
    path("", include((kernel, "amo"))),
    path("brukere/", include("participants.urls")),
    path("kurs/", include("courses.urls")),
    path("praksis/", include("placements.urls")),
    path("resultater/", include("reporting.urls")),
]
if settings.OIDC_ENABLED:
    from amo.views import oidc

    urlpatterns += [
        path("oidc/", oidc.oidc_start, name="oidc_authentication_init"),
        path("oidc/svar/", oidc.oidc_callback, name="oidc_authentication_callback"),
    ]

handler400 = "amo.views.errors.bad_request"
handler403 = "amo.views.errors.forbidden"
handler404 = "amo.views.errors.not_found"
handler500 = "amo.views.errors.server_error"
