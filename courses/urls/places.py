"""Routes about places: allocation, offers, classes."""

urlpatterns = []
