"""Routes of visits at the workplace, of meetings with employers and of the mentor's guide."""

from django.urls import path

from placements.views import agenda, guide, meetings, missing_visits, visit_plan, visits

urlpatterns = [
    path("plass/<uuid:placement_id>/besok/", visits.visit_log, name="visit_log"),
    path("plass/<uuid:placement_id>/planlegg-besok/", visits.visit_plan, name="visit_plan"),
    path("besok-som-mangler/", missing_visits.missing_visit_list, name="missing_visits"),
    path("besok/", agenda.agenda, name="agenda"),
    path("besok/kalender.ics", agenda.agenda_ics, name="agenda_ics"),
    path("besok/<uuid:public_id>/", visits.visit_detail, name="visit_detail"),
    path("besok/<uuid:public_id>/rett/", visits.visit_correct, name="visit_correct"),
    path("besok/<uuid:public_id>/flytt/", visits.visit_move, name="visit_move"),
    path("besok/<uuid:public_id>/avlys/", visits.visit_cancel, name="visit_cancel"),
    path("besok/<uuid:public_id>/kalender.ics", agenda.visit_ics, name="visit_ics"),
    path("kurs/<uuid:public_id>/planlegg-besok/", visit_plan.class_visits, name="class_visits"),
    path("arbeidsgivere/<uuid:public_id>/nytt-mote/", meetings.meeting_new, name="meeting_new"),
    path("moter/<uuid:public_id>/", meetings.meeting_detail, name="meeting_detail"),
    path("moter/<uuid:public_id>/endre/", meetings.meeting_edit, name="meeting_edit"),
    path("moter/<uuid:public_id>/avlys-resten/", meetings.meeting_cancel_rest, name="meeting_cancel_rest"),
    path("uten-oppstartsmote/", meetings.start_meetings_missing, name="start_meetings_missing"),
    path("plass/<uuid:placement_id>/veiledning-til-fadder/", guide.guide, name="guide"),
    path("plass/<uuid:placement_id>/veiledning-til-fadder.pdf", guide.guide_pdf, name="guide_pdf"),
]
