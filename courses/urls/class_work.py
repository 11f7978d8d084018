"""Routes about a class from week to week: the instructor's day, weeks, week plans, absence, leaving, job search."""

from django.urls import path

from courses.views import (
    attendance,
    class_work,
    converters,  # noqa: F401 -- registers "day"
    job_search,
    leaving,
    week_plans,
)

urlpatterns = [
    path("klasser/i-dag/", class_work.today, name="class_today"),
    path("klasser/<uuid:public_id>/uke/", attendance.attendance_this_week, name="attendance_this_week"),
    path("klasser/<uuid:public_id>/uke/<day:day>/", attendance.attendance_week, name="attendance_week"),
    path("klasser/<uuid:public_id>/ukeplan/", week_plans.week_plan_list, name="week_plan_list"),
    path("klasser/<uuid:public_id>/ukeplan/ny/", week_plans.week_plan_new, name="week_plan_new"),
    path("deltakelse/<uuid:public_id>/ukeplan/ny/", week_plans.week_plan_person, name="week_plan_person"),
    path("ukeplan/<uuid:public_id>/", week_plans.week_plan_edit, name="week_plan_edit"),
    path("ukeplan/<uuid:public_id>/fjern/", week_plans.week_plan_remove, name="week_plan_remove"),
    path("fravaer/<uuid:public_id>/", class_work.absence_warning, name="absence_warning"),
    path("deltakelse/<uuid:public_id>/avslutt/angre/", leaving.enrolment_end_undo, name="enrolment_end_undo"),
    path("deltakelse/<uuid:public_id>/avslutt/rett/", leaving.enrolment_end_correct, name="enrolment_end_correct"),
    path("klasser/<uuid:public_id>/jobbsoking/", job_search.job_search, name="job_search"),
    path("klasser/<uuid:public_id>/jobbsoking/ny/", job_search.job_search_new, name="job_search_new"),
    path("deltakelse/<uuid:public_id>/jobbsoking/ny/", job_search.job_search_person, name="job_search_person"),
    path("jobbsoking/<uuid:public_id>/fjern/", job_search.job_search_remove, name="job_search_remove"),
]
