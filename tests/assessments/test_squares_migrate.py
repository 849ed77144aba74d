"""A database from before papers had squares and rows of any kind: nothing that stands on a paper is lost either way."""

from typing import Any

import pytest
from django.db import connection

from assessments.domain.facts import Nature
from assessments.models import Filing, ListRow
from assessments.queries import facts_of, with_squares
from assessments.services.imports import load_filing
from assessments.services.squares import Change, save_squares
from tests.assessments.conftest import Scene
from tests.factories.assessments import NOW, make_ready
from tests.filings import TASHKURGAN, parcel, revised
from tests.migrating import migrate, newest

BEFORE = [("assessments", "0014_indexes_of_lists")]


def stored() -> dict[int, Any]:
    return {filing.pk: facts_of(filing) for filing in with_squares(Filing.objects.order_by("pk"))}


def rows(query: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchall()


@pytest.mark.django_db
def test_what_stands_on_papers_goes_there_and_back(scene: Scene) -> None:
    draft = make_ready(scene.obligation, scene.clerk)
    first = draft.list_rows.all()[0]
    typed = [
        Change("executed.fiscal", "5", ""),
        Change(f"indicators[{first.pk}].nature", Nature.STOCK, first.squares.get("nature", "")),
        Change(f"indicators[{first.pk}].deviation_reason", "系统升级“期间”\\等候\n较久", ""),
    ]
    save_squares(filing_id=draft.pk, changes=typed, actor=scene.clerk, at=NOW)
    first_paper, second_paper = parcel(TASHKURGAN).filings
    for facts in (first_paper, revised(second_paper, money={**second_paper.squares, "executed.other": "-5"})):
        load_filing(facts=facts, source="公开文件", at=NOW)
    before, ids = stored(), list(ListRow.objects.order_by("pk").values_list("pk", flat=True))
    migrate(BEFORE)
    row = f"SELECT level3, nature, grade, deviation_reason FROM assessments_indicatorrow WHERE id = {first.pk}"
    assert rows(row) == [("参保缴费人数", "stock", "", "系统升级“期间”\\等候\n较久")]
    line = f"SELECT raw, amount FROM assessments_moneyline WHERE filing_id = {draft.pk} AND line = 'fiscal'"
    assert rows(f"{line} AND \"column\" = 'executed'") == [("5", 5)]
    states = "SELECT DISTINCT stated FROM assessments_filingtext WHERE key = 'execution_rate'"
    assert rows(states) == [(True,)]
    migrate(newest("assessments"))
    assert stored() == before
    assert list(ListRow.objects.order_by("pk").values_list("pk", flat=True)) == ids
