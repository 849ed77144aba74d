"""Addresses of documents and jobs."""

from django.urls import path

from portal.documents.views import documents, jobs

app_name = "documents"
urlpatterns = [
    path("", documents.document_list, name="list"),
    path("<uuid:pk>/", documents.document, name="document"),
    path("<uuid:pk>/check/", documents.check, name="check"),
    path("<uuid:pk>/pages/<int:page>/", documents.preview, name="preview"),
    path("download/<uuid:pk>/", documents.download, name="download"),
    path("job/<uuid:pk>/", jobs.job_page, name="job"),
    path("job/<uuid:pk>/progress/", jobs.progress, name="progress"),
    path("job/<uuid:pk>/retry/", jobs.retry, name="retry"),
]
