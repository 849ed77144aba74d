"""What one rule finds in a short report, in the form in which tests state it."""

from dataclasses import replace

from assessments.domain.consistency import DossierRule
from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts, Indicator
from assessments.domain.funds import Fund
from tests.assessments.domain.narrative.texts import report
from tests.filings import self_assessment

#: Severity, the figure as printed, the expected one.
Found = tuple[str, str, str]


def found_in(rule: DossierRule, dossier: Dossier) -> list[Found]:
    """What ``rule`` finds in a dossier."""
    return [(each.severity.value, each.found, each.expected) for each in rule.check(dossier)]


def found(
    rule: DossierRule, *paragraphs: str, forms: tuple[Facts, ...] = (), before: Dossier | None = None
) -> list[Found]:
    """What ``rule`` finds in a report of 2022."""
    return found_in(rule, report(*paragraphs, forms=forms, before=before))


def form(budget: str = "23160", executed: str = "23600", *rows: Indicator, **texts: str) -> Facts:
    """The 自评表 of civil servants' pensions in 2022."""
    money = {"budget.total": budget, "executed.total": executed}
    return replace(self_assessment(*rows, money=money, texts=texts), fund=Fund.GOV_PENSION)
