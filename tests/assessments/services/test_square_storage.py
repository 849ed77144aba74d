"""What a square can hold is said by its paper, under its name there."""

import pytest

from assessments.services.square_storage import refusal_of
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
