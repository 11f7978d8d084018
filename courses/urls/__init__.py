"""Routes of the app: NAV's own pages, and those about places (allocation, offers, classes)."""

from courses.urls import nav, places

app_name = "courses"
urlpatterns = [*nav.urlpatterns, *places.urlpatterns]
