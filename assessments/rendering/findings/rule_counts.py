"""The number of rules applied to a filing and of those that found nothing, and what the others lack."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessments.domain.consistency import rules_of
from assessments.domain.consistency.needs import NEED_NAMES
from assessments.domain.required import nothing_is_typed
from assessments.services.examining import Examined


@dataclass(frozen=True, slots=True)
class RuleCounts:
    """``lacking`` are the rules that were not applied, each with the names of what it needs.

    ``blank``: nothing is typed that a rule could find right, so that there is nothing to count.
    """

    applied: int
    passed: int
    lacking: tuple[tuple[str, str], ...]
    blank: bool = False


def rule_counts(examined: Examined) -> RuleCounts:
    """The counts of one examination; a rule that found something in the narrative has not passed either."""
    found = {item.rule for item in examined.all}
    lacking = tuple((rule, _lacks(rule, examined)) for rule in sorted(examined.not_applicable))
    passed = examined.applied - found
    return RuleCounts(len(examined.applied), len(passed), lacking, blank=nothing_is_typed(examined.facts))


def _lacks(rule: str, examined: Examined) -> str:
    """The needs of the part of the rule that lacks least."""
    parts = [each for each in rules_of(examined.rule_set) if each.id == rule]
    missing = min(([need for need in each.needs if need in examined.lacking] for each in parts), key=len, default=[])
    return _("、").join(_(NEED_NAMES[need]) for need in missing)
