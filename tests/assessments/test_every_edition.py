"""Random claims of every edition come through the whole house as they were: layout, storage, files, print."""

from collections.abc import Mapping
from html import unescape

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from assessments.domain.exchange import read_file_object
from assessments.domain.exchange_writer import file_object
from assessments.domain.facts import Facts, Grade, Nature, row_of, split_row_key
from assessments.domain.funds import Fund
from assessments.editions import edition_of
from assessments.queries import facts_of, facts_of_snapshot, with_squares
from assessments.rendering.paper.printed_filing import print_filing
from assessments.services.imports import load_filing
from assessments.sheets.edition import Edition
from assessments.sheets.grid import lay_out
from tests.factories.assessments import NOW
from tests.printed import bare, words
from tests.strategies import FILED

#: Words and figures as people write them, without what the door for text takes out.
_TEXT = st.text("参保人数基金支出甲乙，。：（）≥≤%0123456789.<&>\"'Ab", max_size=12)
_CHOSEN = {"nature": st.sampled_from(["", *Nature]), "grade": st.sampled_from(["", *Grade])}


@st.composite
def papers(draw: st.DrawFn, edition: Edition) -> Facts:
    """A published paper of the edition with any text in any square and any number of rows in every list."""
    monthly = edition.kind.monthly
    plain = [box.key for box in edition.boxes() if split_row_key(box.key) is None]
    rows = {
        name: tuple(
            row_of(name, str(ref), {square: draw(_CHOSEN.get(square, _TEXT)) for square in squares})
            for ref in range(draw(st.integers(0, 4)))
        )
        for name, squares in edition.lists.items()
    }
    year, month = draw(st.integers(2010, 2024)), draw(st.integers(1, 12)) if monthly else None
    heads = {"region": "测试地区", "region_code": "652300"}
    heads |= {"monitoring_point": f"{year}年{month}月"} if monthly else {}
    return Facts(
        form=edition.kind.form,
        edition=edition.code,
        fund=draw(st.none() | st.sampled_from(Fund)),
        year=year,
        month=month,
        amount_unit=edition.unit,
        imported=True,
        squares={key: draw(_TEXT) for key in plain} | heads,
        lists=rows,
    )


def claims(facts: Facts) -> Mapping[str, object]:
    """What a paper says, whatever its rows are called."""
    rows = {name: [dict(row.squares) for row in listed] for name, listed in facts.lists.items() if listed}
    heads = (facts.form, facts.edition, facts.fund, facts.year, facts.month, facts.amount_unit)
    said = {**facts.squares, **facts.extras}
    return {"heads": heads, "rows": rows, "squares": {key: text for key, text in said.items() if text}}


@pytest.mark.parametrize("code", FILED)
@given(data=st.data())
def test_what_is_written_to_a_file_is_read_back(code: str, data: st.DataObject) -> None:
    facts = data.draw(papers(FILED[code]))
    file = read_file_object(file_object([facts]))
    (found,) = (*file.filings, *file.targets)
    assert claims(found) == claims(facts)


@pytest.mark.parametrize("code", FILED)
@settings(max_examples=6)
@given(data=st.data())
def test_every_square_is_laid_out_and_printed(code: str, data: st.DataObject) -> None:
    facts = data.draw(papers(FILED[code]))
    placed = [box.key for box in lay_out(edition_of(facts), facts.lists).boxes()]
    assert len(placed) == len(set(placed))
    said = bare(unescape(words(print_filing(facts, variant="unsigned", words={}).html)))
    assert [key for key in placed if bare(facts.value(key)) not in said] == []


@pytest.mark.django_db
@pytest.mark.parametrize("code", FILED)
@settings(max_examples=4)
@given(data=st.data())
def test_what_is_stored_is_loaded_frozen_and_written_as_it_was(code: str, data: st.DataObject) -> None:
    facts = data.draw(papers(FILED[code]))
    with transaction.atomic():
        filing = load_filing(facts=facts, source="test", at=NOW).filing
        stored = facts_of(with_squares(type(filing).objects.all()).get(pk=filing.pk))
        frozen = facts_of_snapshot(filing.snapshots.get())
        file = read_file_object(file_object([stored]))
        transaction.set_rollback(True)
    (written,) = (*file.filings, *file.targets)
    assert [claims(found) for found in (stored, frozen, written)] == [claims(facts)] * 3
