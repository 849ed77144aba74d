"""Whole budgets: one that agrees raises no error, and one that a single figure breaks is found out."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.consistency import Severity, check_dossier
from tests.budgets import budget_file
from tests.dossiers import dossier


def _errors(file: dict[str, Any]) -> list[tuple[str, str]]:
    found = check_dossier(dossier(file)).findings
    return [(finding.rule, finding.where) for finding in found if finding.severity is Severity.ERROR]


@given(st.integers(min_value=0, max_value=10_000))
def test_a_budget_that_agrees_raises_no_error(seed: int) -> None:
    assert _errors(budget_file(seed)) == []


def _figures(file: dict[str, Any]) -> list[tuple[int, int, int]]:
    return [
        (at, number, column)
        for at, table in enumerate(file["tables"])
        for number, row in enumerate(table["rows"])
        for column, text in enumerate(row)
        if text.isdecimal() and len(text) > 3 and "代码" not in table["columns"][column]
    ]


@pytest.mark.parametrize("change", [1.13, 0.87])
def test_any_single_figure_that_is_changed_is_an_error(change: float) -> None:
    true = budget_file(1)
    unseen = []
    for at, number, column in _figures(true):
        broken = copy.deepcopy(true)
        row = broken["tables"][at]["rows"][number]
        row[column] = str(int(int(row[column]) * change))
        if not _errors(broken):
            unseen.append((at, row[0], column))
    assert unseen == []


def test_any_single_percentage_that_is_changed_is_an_error_at_its_cell() -> None:
    true = budget_file(2)
    changed = 0
    for at, table in enumerate(true["tables"]):
        for number, row in enumerate(table["rows"]):
            if row[-1].endswith("%"):
                broken = copy.deepcopy(true)
                broken["tables"][at]["rows"][number][-1] = f"{float(row[-1][:-1]) + 3:.2f}%"
                (error,) = _errors(broken)
                assert error[0] == "V01"
                assert error[1].startswith(f"tables.{table['no']}.")
                assert error[1].endswith("[2]")
                changed += 1
    assert changed > 60


def test_two_figures_that_change_places_are_an_error() -> None:
    broken = budget_file(3)
    first, second = broken["tables"][1]["rows"][8], broken["tables"][1]["rows"][12]
    first[1], second[1] = second[1], first[1]
    assert ("V01", "tables.表二.城乡居民基本养老保险基金收入[2]") in _errors(broken)


def test_a_fund_that_is_left_out_of_one_table_is_missed_in_its_total() -> None:
    broken = budget_file(4)
    for column in (1, 2, 3):
        broken["tables"][2]["rows"][4][column] = ""
    assert {rule for rule, _where in _errors(broken)} >= {"V05", "V21"}


def test_own_level_tables_are_checked_by_themselves() -> None:
    file = budget_file(5, scope="own_level")
    assert _errors(file) == []
    file["tables"][3]["rows"][2][2] = "1"
    assert {rule for rule, _where in _errors(file)} >= {"V01", "V05"}
