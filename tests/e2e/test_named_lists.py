"""A form of several lists in a browser: keys, menus and pastes act on the list in which the hand is."""

import pytest
from playwright.sync_api import expect

from assessments.editions import EDITIONS
from assessments.queries import facts_of
from assessments.services.rows import add_rows
from tests.e2e.edit_scene import Bureau, Form, make_bureau
from tests.factories.assessments import NOW, loaded
from tests.factories.many_lists import EDITION


@pytest.fixture
def bureau(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Bureau:
    monkeypatch.setitem(EDITIONS, EDITION.code, EDITION)
    bureau = make_bureau(rows=0, kind=EDITION.kind.form, edition=EDITION.code)
    first = {"level1": "产出指标", "level3": "人数"}
    add_rows(filing=bureau.filing, after=None, actor=bureau.clerk, at=NOW, values=[first])
    values = [{"topic": "甲", "matter": "一"}, {"matter": "二"}]
    add_rows(filing=bureau.filing, after=None, actor=bureau.clerk, at=NOW, values=values, name="notes")
    return bureau


def matters(bureau: Bureau) -> list[str]:
    """The second list as the database holds it."""
    return [row["matter"] for row in facts_of(loaded(bureau.filing)).lists["notes"]]


def test_rows_are_added_moved_and_taken_back_in_their_own_list(form: Form, bureau: Bureau) -> None:
    notes = facts_of(loaded(bureau.filing)).lists["notes"]
    form.input(notes[0].key("matter")).click()
    form.press("Alt+Insert")
    expect(form.page.locator("tr[data-list=notes]")).to_have_count(3)
    assert matters(bureau) == ["一", "", "二"]
    form.type("插入")
    form.press("Tab")
    form.saved()
    assert matters(bureau) == ["一", "插入", "二"]
    form.press("Alt+Delete")
    expect(form.page.locator("tr[data-list=notes]")).to_have_count(2)
    form.press("Control+z")
    expect(form.page.locator("tr[data-list=notes]")).to_have_count(3)
    form.saved()
    assert matters(bureau) == ["一", "插入", "二"]
    expect(form.page.locator("tr[data-list=indicators]")).to_have_count(1)


def test_the_papers_own_rows_have_no_menu_and_no_key_adds_to_them(form: Form, bureau: Bureau) -> None:
    coded = form.input("income[10203].executed")
    coded.click()
    form.press("Alt+Insert")
    form.type("12.5")
    form.press("Tab")
    form.saved()
    assert bureau.value("income[10203].executed") == "12.5"
    expect(form.page.locator('tr[data-ref="10203"] [data-row-menu]')).to_have_count(0)
    expect(form.page.locator("tr[data-ref]")).to_have_count(3 + 1 + 2)


def test_what_is_pasted_over_the_end_of_a_list_adds_rows_to_that_list(form: Form, bureau: Bureau) -> None:
    indicator = form.page.locator("tr[data-list=indicators] td[data-kind=name] :is(input, textarea)")
    indicator.click()
    form.paste("人数\t≥5人\n次数\t≥6次\n")
    expect(form.page.locator("#dlg-paste")).to_contain_text("表中行数不够，还差 1 行。")
    form.press("Enter")
    expect(form.page.locator("tr[data-list=indicators]")).to_have_count(2)
    form.saved()
    rows = facts_of(loaded(bureau.filing)).indicators
    assert [(row.level3, row.target) for row in rows] == [("人数", "≥5人"), ("次数", "≥6次")]
    assert matters(bureau) == ["一", "二"]
