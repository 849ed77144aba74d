"""V06 in running text: balances."""

import pytest

from assessments.domain.consistency.v06_text import RULE
from tests.assessments.domain.consistency.texts import found


@pytest.mark.parametrize(
    "text",
    [
        "收入12628万元，支出11216万元，本年收支结余1412万元，年末滚存结余8629万元。",
        "上年滚存结余7217万元，本年收支结余1412万元，年末滚存结余8629万元。",
        "上年结余7217万元，收入12628万元，支出11216万元，累计结余8629万元。",
        "收入11000万元，支出11216万元，收支缺口216万元。",
        "收入11000万元，支出11216万元，当期结余-216万元。",
        "收入11000万元，支出11216万元，当期结余（216）万元。",
        "收入12628万元，支出11216万元，结余8629万元。",
        "收入1.26亿元，支出1.12亿元，本年收支结余0.14亿元。",
        "收入预算12628万元，支出执行11216万元，本年收支结余1万元。",
        "年末滚存结余8629万元。",
    ],
)
def test_balances_that_agree_pass(text: str) -> None:
    assert found(RULE, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("收入12628万元，支出11216万元，本年收支结余1421万元。", ("error", "1421万元", "1412万元")),
        ("收入12628万元，支出11216万元，本年收支结余1413万元。", ("notice", "1413万元", "1412万元")),
        ("收入12628万元，支出11216万元，结余1442万元。", ("error", "1442万元", "1412万元")),
        ("收入11000万元，支出11216万元，当期结余216万元。", ("error", "216万元", "-216万元")),
        ("上年滚存结余7217万元，本年收支结余1412万元，年末滚存结余8692万元。", ("error", "8692万元", "8629万元")),
        ("年初结余7217万元，收入12628万元，支出11216万元，年末结余8692万元。", ("error", "8692万元", "8629万元")),
    ],
)
def test_balances_that_do_not_are_found(text: str, expected: tuple[str, str, str]) -> None:
    assert found(RULE, text) == [expected]
