"""Routes of the app."""

from django.urls import path

from participants.views import (
    aim,
    bulk,
    facts,
    history,
    information,
    mapping,
    marks,
    person,
    portfolio,
    registration,
    tasks,
)

app_name = "participants"
urlpatterns = [
    path("", portfolio.portfolio, name="list"),
    path("sok/", portfolio.search, name="search"),
    path("tildel/", bulk.assign, name="assign"),
    path("informer/", bulk.inform_many, name="inform_many"),
    path("merk/", bulk.mark_many, name="mark_many"),
    path("registrer/", registration.register, name="register"),
    path("oppgaver/", tasks.task_list, name="task_list"),
    path("oppgaver/<uuid:public_id>/gjort/", tasks.task_done, name="task_done"),
    path("jobber/<uuid:public_id>/rett/", facts.employment_correct, name="employment_correct"),
    path("<uuid:public_id>/", person.detail, name="detail"),
    path("<uuid:public_id>/merking/", marks.mark, name="mark"),
    path("<uuid:public_id>/rediger/", registration.edit, name="edit"),
    path("<uuid:public_id>/kartlegging/", mapping.mapping_history, name="mapping_history"),
    path("<uuid:public_id>/kartlegging/ny/", mapping.mapping, name="mapping"),
    path("<uuid:public_id>/mal/", aim.aim_history, name="aim_history"),
    path("<uuid:public_id>/mal/nytt/", aim.aim, name="aim"),
    path("<uuid:public_id>/mal/lest/", aim.aim_read, name="aim_read"),
    path("<uuid:public_id>/informert/", information.inform, name="inform"),
    path("<uuid:public_id>/informasjon/", information.information_list, name="information_list"),
    path("<uuid:public_id>/kontakt/", facts.contact_new, name="contact_new"),
    path("<uuid:public_id>/jobb/", facts.employment_new, name="employment_new"),
    path("<uuid:public_id>/utdanning/", facts.education_new, name="education_new"),
    path("<uuid:public_id>/tiltak/", facts.measure_new, name="measure_new"),
    path("<uuid:public_id>/notat/", facts.note_new, name="note_new"),
    path("<uuid:public_id>/oppgave/", tasks.task_new, name="task_new"),
    path("<uuid:public_id>/historikk/", history.history, name="history"),
    path("<uuid:public_id>/innsyn/", history.printout, name="printout"),
]
