"""Routes of NAV: catalogue, intakes, advice, applications."""

urlpatterns = []
