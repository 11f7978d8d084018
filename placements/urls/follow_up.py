"""Routes of the follow-up after a course."""

from django.urls import path

from placements.views import follow_up

urlpatterns = [
    path("etter-kurs/", follow_up.follow_up_list, name="follow_up"),
    path("etter-kurs/overtatt/", follow_up.handed_over_list, name="handed_over"),
    path("etter-kurs/<uuid:enrolment_id>/oppgave/ny/", follow_up.follow_up_task_new, name="follow_up_task_new"),
    path(
        "etter-kurs/<uuid:enrolment_id>/oppgave/<uuid:task_id>/",
        follow_up.follow_up_task_edit,
        name="follow_up_task_edit",
    ),
]
