"""Routes of a round's proposals, leftover round and simulations."""

from django.urls import path

from courses.views import decisions, leftover, runs, simulations

urlpatterns = [
    path("forslag/<uuid:public_id>/paa-nytt/", runs.run_again, name="run_again"),
    path("forslag/<uuid:public_id>/soekere/", decisions.run_decisions, name="run_decisions"),
    path("forslag/<uuid:public_id>/soekere/<int:decision_id>/", decisions.run_decision, name="run_decision"),
    path(
        "forslag/<uuid:public_id>/unntak/<int:exception_id>/fjern/",
        decisions.exception_remove,
        name="exception_remove",
    ),
    path("forslag/<uuid:public_id>/andre-kriterier/", decisions.run_compare, name="run_compare"),
    path("tildeling/<uuid:public_id>/restrunde/", leftover.leftover_county, name="leftover_county"),
    path("restplasser/", leftover.leftover_list, name="leftover_list"),
    path("restplasser/<uuid:public_id>/<uuid:round_id>/", leftover.leftover_wishes, name="leftover_wishes"),
    path("simulering/", simulations.simulation_list, name="simulation_list"),
    path("simulering/ny/", simulations.simulation_new, name="simulation_new"),
    path("simulering/<uuid:public_id>/", simulations.simulation_detail, name="simulation_detail"),
]
