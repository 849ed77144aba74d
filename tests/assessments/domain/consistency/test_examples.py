"""Every rule's own examples: the one passes it, the other does not."""

from dataclasses import replace

import pytest

from assessments.domain.consistency import RULES, DossierRule, Rule, check_dossier
from assessments.domain.consistency.examples import Given
from assessments.domain.exchange import read_file_object

_WITH_EXAMPLE = [pytest.param(rule, id=f"{rule.id}-{number}") for number, rule in enumerate(RULES) if rule.example]


def _rules_that_find(given: Given, rule: Rule | DossierRule) -> set[str]:
    before = read_file_object(given.last_year).dossier if given.last_year else None
    found = check_dossier(replace(read_file_object(given.file).dossier, last_year=before)).findings
    return {finding.rule for finding in found if finding.rule == rule.id}


@pytest.mark.parametrize("rule", _WITH_EXAMPLE)
def test_the_examples_of_a_rule_pass_and_fail(rule: Rule | DossierRule) -> None:
    assert rule.example is not None
    assert _rules_that_find(rule.example.passes, rule) == set()
    assert _rules_that_find(rule.example.fails, rule) == {rule.id}


def test_every_rule_says_what_it_compares_and_shows_both_sorts() -> None:
    assert [rule.id for rule in RULES if not (rule.compares and rule.example and rule.title and rule.source)] == []
