"""V00: an amount that cannot be read blocks sending."""

from assessments.domain.consistency import check
from tests.filings import monitoring


def test_an_amount_that_cannot_be_read_is_named_at_its_square() -> None:
    facts = monitoring(money={"executed.total": "1_000", "received.total": "", "adjusted_budget.total": "1,234"})
    (finding,) = check(facts)
    assert (finding.rule, finding.where, finding.found) == ("V00", "executed.total", "1_000")
    assert str(finding.message) == "“1_000”不是金额，请只填数字，例如 14158 或 14158.5"
