"""What a square can hold is said by its paper, under its name there."""

import pytest

from assessments.services.square_storage import correction_of, refusal_of
from assessments.services.wording import in_words


@pytest.mark.parametrize(
    ("edition", "says"),
    [
        ("self-assessment-scored", "“偏差原因分析及改进措施”最多 2000 个字，现在有 2001 个，请缩短"),
        ("monitoring-2020", "“偏差原因”最多 2000 个字，现在有 2001 个，请缩短"),
    ],
)
def test_a_reason_is_called_as_the_paper_calls_it(edition: str, says: str) -> None:
    refusal = refusal_of(edition, "indicators[1].deviation_reason", "长" * 2001)
    assert refusal is not None
    assert in_words(refusal) == says


@pytest.mark.parametrize(
    ("edition", "key", "typed", "says", "offered"),
    [
        ("regional-target-2023", "income_budget", "310.5亿元", "", ""),
        ("regional-target-2023", "income_budget", "12000万", "“12000万”请按亿元填写：1.2", "1.2"),
        ("monitoring-2020", "executed.total", "1.2亿", "“1.2亿”请按万元填写：12000", "12000"),
    ],
)
def test_an_amount_is_typed_in_the_unit_of_its_paper(
    edition: str, key: str, typed: str, says: str, offered: str
) -> None:
    refusal = refusal_of(edition, key, typed)
    assert (in_words(refusal) if refusal else "", correction_of(edition, key, typed)) == (says, offered)
