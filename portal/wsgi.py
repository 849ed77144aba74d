"""The WSGI application that gunicorn serves."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.urls import get_resolver

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")
application = get_wsgi_application()
settings.SECRET_KEY  # noqa: B018 - raises ImproperlyConfigured where there is none: now, not at somebody's first page
get_resolver().url_patterns  # noqa: B018 - loads all pages: once for all processes, and before somebody asks for the first
