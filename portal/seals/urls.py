"""The page of one's own unit's seal."""

from django.urls import path

from portal.seals.views import unit_seals

app_name = "seals"
urlpatterns = [
    path("", unit_seals.seal, name="seal"),
    path("upload/", unit_seals.upload, name="upload"),
    path("revoke/", unit_seals.revoke, name="revoke"),
]
