"""The page of one's own unit's seal."""

from django.urls import path

from portal.seals.views import keeping

app_name = "seals"
urlpatterns = [
    path("", keeping.seal, name="seal"),
    path("upload/", keeping.upload, name="upload"),
    path("revoke/", keeping.revoke, name="revoke"),
]
