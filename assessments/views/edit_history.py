"""The history of one square, beside it on the form."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from assessments.queries import marks_of_square, square_changes_of
from assessments.rendering.pages.square_history import MOST, steps_of
from assessments.views.edit_filing import version_of_own
from portal.accounts.requests import SignedInRequest
from portal.text.door import clean


@require_GET
def square_history(request: SignedInRequest, pk: int) -> HttpResponse:
    """The history of the square ``?key=``; 404 where the filing is not the person's unit's."""
    version_of_own(request.user, pk)
    key = clean(request.GET.get("key", "")).text
    changes = list(square_changes_of(request.user, pk, key)[: MOST + 1])
    steps = steps_of(changes[:MOST], marks_of_square(request.user, pk, key))
    return render(request, "assessments/edit/_history.html", {"steps": steps, "more": len(changes) > MOST})
