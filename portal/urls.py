"""Every address of the portal, by room; rooms are included by name, so that this file imports none of them."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern, URLResolver, include, path
from django.views.i18n import set_language

from portal.health import health
from portal.ui.script_words import script_words
from portal.ui.views import home

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("healthz", health, name="health"),
    path("i18n/setlang/", login_not_required(set_language), name="set_language"),
    path("jsi18n/", script_words, name="jsi18n"),
    path("", include("portal.accounts.urls")),
    path("audit/", include("portal.audit.urls")),
    path("documents/", include("portal.documents.urls")),
    path("seals/", include("portal.seals.urls")),
    path("", include("portal.verification.urls")),
    path("", include("assessments.urls")),
    path("reviews/", include("reviews.urls")),
]

handler400 = "portal.ui.errors.bad_request"
handler403 = "portal.ui.errors.permission_denied"
handler404 = "portal.ui.errors.page_not_found"
handler500 = "portal.ui.errors.server_error"
