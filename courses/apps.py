from importlib import import_module

from django.apps import AppConfig

PARTS = (
    "nav",
    "places",
    "person",
    "plan",
    "allocation",
    "applications",
    "classes",
    "contracts",
    "intakes",
    "letters",
    "results",
    "feedback",
    "people",
)
"""What registers itself in the kernel and in the app below: `registration_<part>.register()` each, in this order."""


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = "Kurs"

    def ready(self):
        for part in PARTS:
            import_module(f"courses.registration_{part}").register()
