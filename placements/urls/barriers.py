"""Routes of barriers and reports of discrimination."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
