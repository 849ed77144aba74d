"""The rules that can be waived: all of a cycle's rule set but those on figures that nobody can read."""

from collections import Counter
from collections.abc import Mapping

from django.utils.translation import gettext as _

from assessments.domain.consistency import RULES, Severity, rules_of
from assessments.models import Cycle, Filing
from assessments.queries import facts_of
from assessments.services.examining import examine

#: A figure that cannot be read cannot be scored either, whoever agrees to it.
NEVER_WAIVED = frozenset({"V00"})


def waivable_rules(cycle: Cycle) -> tuple[str, ...]:
    """The ids of the cycle's rules that can be set aside, in order."""
    return tuple(sorted({rule.id for rule in rules_of(cycle.rule_set)} - NEVER_WAIVED))


def rules_in_the_way(filing: Filing) -> Mapping[str, int]:
    """The rules that ask something of ``filing`` now (须改, 需说明), by id, with the number of places.

    The narrative that goes with the filing counts. What is waived already is still among them. ``filing`` has its
    squares, see :func:`assessments.queries.with_squares`.
    """
    found = examine(filing, facts_of(filing)).all
    places = Counter(item.rule for item in found if item.finding.severity is not Severity.NOTICE)
    return {rule: places[rule] for rule in sorted(places.keys() - NEVER_WAIVED)}


def rule_title(rule: str) -> str:
    """The title of the rule, in the reader's language; the titles of its parts where they differ."""
    titles = dict.fromkeys(each.title for each in RULES if each.id == rule)
    return _("；").join(_(title) for title in titles)
