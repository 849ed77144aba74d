"""The portal: bytes, people and places; it knows no assessment."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
