"""Routes of the app."""

app_name = "reporting"
urlpatterns = []
