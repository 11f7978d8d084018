"""Routes of training plans and their templates."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
