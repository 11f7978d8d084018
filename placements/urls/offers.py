"""Routes of job offers and references."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
