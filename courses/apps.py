from django.apps import AppConfig


class CoursesConfig(AppConfig):
    name = "courses"
    verbose_name = "Kurs"

    def ready(self):
        from courses import registration_classes, registration_nav, registration_person, registration_places

        registration_nav.register()
        registration_places.register()
        registration_person.register()
        registration_classes.register()
