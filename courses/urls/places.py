"""Routes about places: allocation, offers, classes."""

from django.urls import path

from courses.views import (
    attendance,
    classes,
    converters,  # noqa: F401 -- registers "day"
    enrolments,
    offers,
    runs,
    windows,
)

urlpatterns = [
    path("tildeling/", windows.window_list, name="window_list"),
    path("tildeling/<uuid:public_id>/", windows.window_detail, name="window_detail"),
    path("tildeling/<uuid:public_id>/endre/", windows.window_edit, name="window_edit"),
    path("tildeling/<uuid:public_id>/nytt-forslag/", runs.run_new, name="run_new"),
    path("forslag/<uuid:public_id>/", runs.run_detail, name="run_detail"),
    path("forslag/<uuid:public_id>/godkjenn/", runs.run_approve, name="run_approve"),
    path("forslag/<uuid:public_id>/forkast/", runs.run_discard, name="run_discard"),
    path("tilbud/<uuid:public_id>/kontakt/", offers.offer_contact, name="offer_contact"),
    path("tilbud/<uuid:public_id>/svar/", offers.offer_answer, name="offer_answer"),
    path("klasser/", classes.class_list, name="class_list"),
    path("klasser/<uuid:public_id>/", classes.roster, name="roster"),
    path("klasser/<uuid:public_id>/instruktor/", classes.assign, name="assign_instructor"),
    path("klasser/<uuid:public_id>/oppmote/", attendance.attendance_today, name="attendance_today"),
    path("klasser/<uuid:public_id>/oppmote/<day:day>/", attendance.attendance, name="attendance"),
    path("deltakelse/<uuid:public_id>/", enrolments.enrolment_detail, name="enrolment_detail"),
    path("deltakelse/<uuid:public_id>/avslutt/", enrolments.enrolment_end, name="enrolment_end"),
    path("deltakelse/<uuid:public_id>/jobbutsikter/", enrolments.enrolment_prospects, name="enrolment_prospects"),
    path("deltakelse/<uuid:public_id>/kursbevis/", enrolments.certificate_issue, name="certificate_issue"),
    path("deltakelse/<uuid:public_id>/kursbevis.pdf", enrolments.certificate, name="certificate"),
]
