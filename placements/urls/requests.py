"""Routes of requests for a placement."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
