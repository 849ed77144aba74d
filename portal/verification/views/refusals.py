"""Answers to what cannot be taken now, each with what would be right."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from portal.verification.services.accepting import TooManyError


def too_many(request: HttpRequest, error: TooManyError) -> HttpResponse:
    """Too many at the moment (429), with how long to wait."""
    words = {"minutes": error.minutes, "crowded": error.crowded}
    response = render(request, "verification/too_many.html", words, status=429)
    response["Retry-After"] = str(error.minutes * 60)
    return response


def too_large(request: HttpRequest) -> HttpResponse:
    """More than any file of ours would have (413)."""
    return render(request, "verification/too_large.html", status=413)
