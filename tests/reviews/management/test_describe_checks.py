"""docs/checks.md says what the code does, and every example in it is run."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from assessments.domain.exchange import read_file_object
from reviews.domain.sheet_rules import SHEET_RULES, SheetRule
from reviews.services.checking import findings_in
from reviews.services.rulebook import chapters

PAGE = Path(__file__).parents[3] / "docs" / "checks.md"


def test_the_page_is_what_the_code_says() -> None:
    out = StringIO()
    call_command("describe_checks", stdout=out)
    assert PAGE.read_text(encoding="utf-8") == out.getvalue()


def test_every_rule_of_the_reference_has_its_chapter() -> None:
    assert [chapter.id for chapter in chapters()] == [f"V{number:02}" for number in range(30)]


def test_every_rule_stands_in_the_table_of_forms_and_none_is_called_planned() -> None:
    forms = (PAGE.parent / "forms.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"^## §5 .*?^## ", forms, re.DOTALL | re.MULTILINE)
    heads = re.findall(r"^\| (V[^|]+) \|", table, re.MULTILINE)
    named = {int(first) for first in re.findall(r"V(\d\d)", " ".join(heads))}
    for first, last in re.findall(r"V(\d\d)–V(\d\d)", " ".join(heads)):
        named |= set(range(int(first), int(last) + 1))
    assert named == set(range(30))
    assert re.findall("planned|not yet|later on", table, re.IGNORECASE) == []


@pytest.mark.parametrize("rule", SHEET_RULES, ids=lambda rule: rule.id)
def test_the_examples_of_a_sheet_rule_pass_and_fail(rule: SheetRule) -> None:
    def found(file: object) -> set[str]:
        return {item.finding.rule for item in findings_in(read_file_object(file)) if item.finding.rule == rule.id}

    assert found(rule.example.passes.file) == set()
    assert found(rule.example.fails.file) == {rule.id}
