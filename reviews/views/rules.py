"""勾稽规则: every rule, for everyone who is signed in."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from assessments.domain.consistency.rule_sets import WHAT_EACH_HOLDS
from portal.accounts.requests import SignedInRequest
from reviews.forms.rules import RuleFilter
from reviews.queries import misread_by_rule
from reviews.rendering.rules_page import sections
from reviews.services.rulebook import chapters


@require_safe
def rules(request: SignedInRequest) -> HttpResponse:
    """All rules; ``?q=``, ``?severity=`` and ``?rule_set=`` leave some of them out. A rule is found at ``#V07``."""
    form = RuleFilter(request.GET)
    found = sections(chapters(), **form.wanted(), misread=misread_by_rule(request.user))
    context = {
        "form": form,
        "sections": found,
        "shown": sum(part.shown for section in found for part in section.parts),
        "rule_sets": [(rule_set, _(holds)) for rule_set, holds in WHAT_EACH_HOLDS.items()],
        "section": "reviews:rules",
    }
    return render(request, "reviews/rules.html", context)
