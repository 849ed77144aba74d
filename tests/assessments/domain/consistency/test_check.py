"""What holds of every rule and every finding."""

from dataclasses import replace

from hypothesis import given

from assessments.domain.consistency import RULES, SEVERITY_NAMES, Finding, Severity, check
from assessments.domain.facts import Facts
from assessments.domain.funds import Fund
from assessments.editions import places_on_paper
from tests.filings import BACHU, TASHKURGAN, monitoring, parcel, row
from tests.strategies import filings


def _every_public_finding() -> list[Finding]:
    return [finding for name in (BACHU, TASHKURGAN) for facts in parcel(name).filings for finding in check(facts)]


def test_every_rule_declares_itself_once() -> None:
    assert [rule.id for rule in RULES] == sorted(rule.id for rule in RULES)
    assert all(rule.title and rule.source for rule in RULES)
    assert set(SEVERITY_NAMES) == set(Severity)


@given(filings())
def test_anything_typed_can_be_checked_and_findings_follow_the_paper(facts: Facts) -> None:
    findings = check(facts)
    place = places_on_paper(facts)
    assert [place(finding.where) for finding in findings] == sorted(place(finding.where) for finding in findings)
    for finding in findings:
        assert finding.rule in {rule.id for rule in RULES}
        assert 0 < len(str(finding.short)) <= 7
        assert str(finding.title)
        assert str(finding.message)


def test_a_short_remark_fits_its_square() -> None:
    assert {len(str(finding.short)) <= 7 for finding in _every_public_finding()} == {True}


def test_a_sentence_quotes_what_was_typed() -> None:
    facts = monitoring(row("≥95%", "≥95%", "满意度"))
    assert [str(finding.message) for finding in check(facts)] == ["“≥95%”是目标的写法，请填实际完成的数，例如 96.4%"]


def test_the_same_filing_has_the_same_findings_imported_or_not_where_nothing_is_stated() -> None:
    rows = (row("≥95%", "≥95%", "满意度"), row("100人", "50人", "人数", "1"))
    assert check(monitoring(*rows, imported=True)) == check(monitoring(*rows, imported=False))


def test_nothing_is_said_at_squares_that_the_portal_filled_in() -> None:
    def found(*, imported: bool) -> list[str]:
        texts = {"region": "甲县", "reporting_unit": "甲县社会保险管理局"}
        facts = replace(monitoring(texts=texts, imported=imported), fund=Fund.EMPLOYEE_MEDICAL)
        return [f"{finding.rule} {finding.where}" for finding in check(facts)]

    assert found(imported=True) == ["V16 reporting_unit"]
    assert found(imported=False) == []
