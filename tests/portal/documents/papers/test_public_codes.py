"""One short code for one content of a paper."""

import re
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection

from portal import clock
from portal.documents.models import PublicCode
from portal.documents.papers.public_codes import code_for

pytestmark = pytest.mark.django_db

PAPER: dict[str, Any] = {"subject_kind": "filing", "subject_id": "1", "digest": "a" * 64}


def test_a_code_is_twelve_characters_that_nobody_mistakes() -> None:
    at = clock.now()
    code = code_for(**PAPER, at=at)
    assert re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{12}", code)
    assert PublicCode.objects.get(code=code).created_at == at


def test_the_same_content_keeps_its_code() -> None:
    assert code_for(**PAPER) == code_for(**PAPER)


@pytest.mark.parametrize("other", [{"digest": "b" * 64}, {"subject_id": "2"}, {"subject_kind": "review_sheet"}])
def test_another_content_has_another_code(other: dict[str, str]) -> None:
    assert code_for(**PAPER) != code_for(**PAPER | other)


@pytest.mark.django_db(transaction=True)
def test_asking_at_once_gives_one_code() -> None:
    def in_a_thread(_: int) -> str:
        try:
            return code_for(**PAPER)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(in_a_thread, range(16)))) == 1
    assert PublicCode.objects.count() == 1
