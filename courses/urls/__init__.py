"""Routes of the app: NAV's own pages, the advice's weights, and those about places (allocation, offers, classes)."""

from courses.urls import class_work, nav, places, policies

app_name = "courses"
urlpatterns = [*nav.urlpatterns, *policies.urlpatterns, *places.urlpatterns, *class_work.urlpatterns]
