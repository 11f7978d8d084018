"""Routes of feedback on concepts and of its rounds."""

from django.urls import path

from courses.views import feedback, feedback_rounds

urlpatterns = [
    path("tilbakemeldinger/", feedback.feedback_list, name="feedback_list"),
    path("tilbakemeldinger/sok/", feedback.feedback_search, name="feedback_search"),
    path("tilbakemeldinger/runder/", feedback_rounds.round_list, name="feedback_round_list"),
    path("tilbakemeldinger/runder/ny/", feedback_rounds.round_new, name="feedback_round_new"),
    path("tilbakemeldinger/runder/<uuid:public_id>/", feedback_rounds.round_detail, name="feedback_round"),
    path("tilbakemeldinger/runder/<uuid:public_id>/svar/", feedback_rounds.round_answer, name="feedback_round_answer"),
    path("tilbakemeldinger/runder/<uuid:public_id>/avslutt/", feedback_rounds.round_close, name="feedback_round_close"),
    path(
        "tilbakemeldinger/runder/<uuid:public_id>/svar-om/<uuid:concept_id>/",
        feedback_rounds.round_reply,
        name="feedback_round_reply",
    ),
    path("tilbakemeldinger/<uuid:public_id>/", feedback.feedback_detail, name="feedback_detail"),
    path("tilbakemeldinger/<uuid:public_id>/trekk/", feedback.feedback_withdraw, name="feedback_withdraw"),
    path("konsept/<uuid:public_id>/tilbakemelding/", feedback.feedback_new, name="feedback_new"),
]
