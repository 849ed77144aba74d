"""Every address of the portal, by room; rooms are included by name, so that this file imports none of them."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
