"""Routes of the app."""

app_name = "placements"
urlpatterns = []
