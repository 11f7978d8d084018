"""All routes."""

urlpatterns = []
