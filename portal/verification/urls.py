"""Addresses of the public pages; the address of a paper is printed on it and must never change."""

from django.urls import path

from portal.verification.views import papers, results, start

app_name = "verification"

urlpatterns = [
    path("v/<str:code>/", papers.paper, name="paper"),
    path("verify/", start.start, name="start"),
    path("verify/<uuid:pk>/", results.result, name="result"),
    path("verify/<uuid:pk>/progress/", results.progress, name="progress"),
]
