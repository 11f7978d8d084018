"""Routes of the app."""

app_name = "participants"
urlpatterns = []
