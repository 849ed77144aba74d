"""Two people change one thing: each keeps what they wrote, and nothing is written over unread."""

from datetime import date

import pytest

from portal.meanwhile import ChangedMeanwhile, merged

SEEN = {"name": "甲", "names": "一\n二", "day": "2026-10-15"}
STANDS = {"name": "甲", "names": ["一", "二"], "day": date(2026, 10, 15)}


def test_where_nobody_else_wrote_it_is_what_was_typed() -> None:
    typed = {"name": "乙", "names": [], "day": date(2026, 10, 16)}
    assert merged(SEEN, stands=STANDS, typed=typed) == typed


def test_what_was_not_touched_stays_as_somebody_else_wrote_it() -> None:
    theirs = {"name": "丙", "names": ["一", "二", "三"], "day": date(2026, 10, 20)}
    typed = {**STANDS, "name": "丙", "day": date(2026, 10, 20)}
    assert merged(SEEN, stands=theirs, typed=STANDS) == theirs
    assert merged(SEEN, stands=theirs, typed=typed) == theirs


def test_what_two_wrote_differently_is_written_by_neither_unread() -> None:
    theirs = {**STANDS, "name": "丙", "names": ["三"]}
    typed = {"name": "乙", "names": ["一"], "day": date(2026, 10, 16)}
    with pytest.raises(ChangedMeanwhile) as refused:
        merged(SEEN, stands=theirs, typed=typed)
    assert refused.value.stands == {"name": "丙", "names": ["三"]}
    assert merged({**SEEN, "name": "丙", "names": "三"}, stands=theirs, typed=typed) == typed


def test_without_a_page_it_is_what_was_typed() -> None:
    assert merged(None, stands=STANDS, typed={"name": "乙"}) == {"name": "乙"}
