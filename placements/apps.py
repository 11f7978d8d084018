"""The placements app; what each part registers in the kernel stands in `registration_*.py`."""

from django.apps import AppConfig


class PlacementsConfig(AppConfig):
    name = "placements"
    verbose_name = "Praksis"

    def ready(self):
        from placements import (
            registration_barriers,
            registration_employers,
            registration_follow_up,
            registration_offers,
            registration_placements,
            registration_requests,
            registration_training,
            registration_visits,
        )

        registration_employers.register()
        registration_requests.register()
        registration_placements.register()
        registration_training.register()
        registration_visits.register()
        registration_offers.register()
        registration_follow_up.register()
        registration_barriers.register()
