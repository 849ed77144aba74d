"""A paper of several lists: free rows beside rows of the edition's own, from the layout to the file and back."""

import pytest

from assessments.checks import errors_of
from assessments.domain.computed import compute
from assessments.domain.exchange import NotThisShape, read_file_object
from assessments.domain.exchange_writer import file_object
from assessments.domain.facts import Facts
from assessments.domain.required import missing_squares
from assessments.editions import EDITIONS
from assessments.models import Filing, ListRow
from assessments.queries import facts_of
from assessments.rendering.grid.drawables import Mode
from assessments.rendering.grid.table import draw
from assessments.services.errors import Refused
from assessments.services.imports import load_filing
from assessments.services.levels import over_all_rows
from assessments.services.rows import add_rows, copy_rows_from, move_row, remove_row
from assessments.services.squares import Change, Conflict, Saved, Unacceptable, save_squares
from assessments.sheets.contents import Box, SquareKind
from assessments.sheets.grid import lay_out
from portal.accounts.models import User
from tests.factories.accounts import ClerkFactory, CountyFactory, UnitFactory
from tests.factories.assessments import NOW, loaded, make_cycle, make_draft, make_obligation
from tests.factories.many_lists import EDITION


@pytest.fixture(autouse=True)
def declared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EDITIONS, EDITION.code, EDITION)


@pytest.fixture
def clerk(db: None) -> User:
    return ClerkFactory.create(unit=UnitFactory.create(region=CountyFactory.create()))


@pytest.fixture
def filing(clerk: User) -> Filing:
    """A form that was just begun."""
    prefecture = clerk.unit.region.prefecture
    assert prefecture
    cycle = make_cycle(prefecture, kind=EDITION.kind.form, edition=EDITION.code)
    return make_draft(make_obligation(cycle, clerk.unit), clerk)


def test_the_edition_fits_together() -> None:
    assert list(errors_of(EDITION)) == []
    assert EDITION.codes == {"income": ("10201", "10203", "total")}
    assert EDITION.squares_of("notes", SquareKind.LEVEL) == ("topic",)


def test_every_list_has_its_body_and_its_heads() -> None:
    grid = lay_out(EDITION)
    boxes = [box.key for cell in grid.cells if isinstance(box := cell.content, Box)]
    assert boxes[:3] == ["project_name", "income[10201].budget", "income[10201].executed"]
    assert grid.refs == ("", "", "10201", "10203", "total", "", "", "", "")
    assert grid.lists() == [(2, 5), (6, 7), (8, 9)]
    assert [grid.heads_above(row) for row in (3, 6)] == [[1], []]


def test_a_coded_square_is_called_by_its_row_and_its_column() -> None:
    assert EDITION.called("income[10203].executed") == "医疗保险费收入 执行数"
    assert EDITION.called("notes[7].matter") == "事项"
    assert EDITION.box("income[99999].executed") is None


def test_coded_rows_stand_from_the_beginning_and_are_filled_in(filing: Filing, clerk: User) -> None:
    assert [row.ref for row in facts_of(filing).lists["income"]] == ["10201", "10203", "total"]
    changes = [
        Change("income[10201].executed", "100", ""),
        Change("income[10203].executed", "-20.5", ""),
        Change("income[99999].executed", "1", ""),
        Change("income[10201].budget", "很多", ""),
    ]
    outcomes = save_squares(filing_id=filing.pk, changes=changes, actor=clerk, at=NOW)
    assert [type(outcome) for outcome in outcomes] == [Saved, Saved, Unacceptable, Unacceptable]
    facts = facts_of(loaded(filing))
    assert facts.value("income[10203].executed") == "-20.5"
    result = compute(facts).results["income[total].executed"]
    assert (str(result.value), str(result.arithmetic)) == ("795000", "100 + -20.5")
    late = save_squares(filing_id=filing.pk, changes=[Change("income[10201].executed", "7", "")], actor=clerk, at=NOW)
    assert [type(outcome) for outcome in late] == [Conflict]


def test_columns_follow_from_the_squares_beside_them(filing: Filing, clerk: User) -> None:
    typed = {"budget": "120000", "executed": "150000.5", "before": "100000"}
    changes = [Change(f"income[10203].{square}", text, "") for square, text in typed.items()]
    save_squares(filing_id=filing.pk, changes=changes, actor=clerk, at=NOW)
    facts = facts_of(loaded(filing))
    found = {name: compute(facts).results[f"income[10203].{name}"] for name in ("left", "growth")}
    assert {name: str(result.arithmetic) for name, result in found.items()} == {
        "left": "120000 − 150000.5",
        "growth": "150000.5 ÷ 100000 − 1",
    }
    shown = draw(facts, mode=Mode.EDIT).squares()
    assert [shown[f"income[10203].{name}"].value for name in ("left", "growth")] == ["-3.00005", "50.00%"]
    assert shown["income[10201].left"].value == "待算"


def test_what_is_required_of_a_coded_row_is_missed_by_its_key(filing: Filing) -> None:
    missing = missing_squares(facts_of(filing))
    assert missing == [f"income[{code}].budget" for code in ("10201", "10203", "total")]


def test_what_is_required_of_a_row_is_missed_in_its_own_list(filing: Filing, clerk: User) -> None:
    (row,) = add_rows(filing=filing, after=None, actor=clerk, at=NOW, values=[{"topic": "甲"}], name="notes")
    assert missing_squares(facts_of(loaded(filing)))[-1] == f"notes[{row.ref}].matter"


def test_rows_are_added_to_the_list_that_is_named(filing: Filing, clerk: User) -> None:
    first, second = add_rows(
        filing=filing, after=None, actor=clerk, at=NOW, values=[{"topic": "甲", "matter": "一"}, {}], name="notes"
    )
    assert (second.name, second.squares) == ("notes", {"topic": "甲"})
    (indicator,) = add_rows(filing=filing, after=None, actor=clerk, at=NOW)
    move_row(filing=filing, ref=second.ref, up=True, actor=clerk, at=NOW)
    kept = {name: [row.ref for row in rows] for name, rows in facts_of(loaded(filing)).lists.items()}
    assert kept == {
        "income": ["10201", "10203", "total"],
        "notes": [second.ref, first.ref],
        "indicators": [indicator.ref],
    }
    gone = remove_row(filing=filing, ref=first.ref, actor=clerk, at=NOW)
    assert gone == {"list": "notes", "after": second.ref, "values": {"topic": "甲", "matter": "一"}}


@pytest.mark.parametrize("name", ["income", "nothing"])
def test_nobody_adds_rows_where_the_paper_has_its_own(filing: Filing, clerk: User, name: str) -> None:
    with pytest.raises(Refused, match="这张表的行是表式规定的"):
        add_rows(filing=filing, after=None, actor=clerk, at=NOW, name=name)


def test_nobody_takes_away_a_row_of_the_papers_own(filing: Filing, clerk: User) -> None:
    with pytest.raises(Refused, match="这一行已不在表中"):
        remove_row(filing=filing, ref="10201", actor=clerk, at=NOW)


def test_rows_can_be_added_only_where_the_table_says_so(filing: Filing) -> None:
    html = draw(facts_of(filing), mode=Mode.EDIT).html
    assert html.count('data-list="indicators"') == html.count('data-list="notes"') == 1
    assert (html.count("data-list="), html.count("data-row-menu")) == (2, 0)


PAPER: dict[str, object] = {
    "form": "self_assessment",
    "edition": "many-lists",
    "fund": "GOV_PENSION",
    "year": "2020",
    "region_code": "652300",
    "income": [{"code": "10203", "executed": "5"}, {"code": "10299", "executed": "6", "source": "表七"}],
    "notes": [{"topic": "甲", "matter": "一"}],
}


def read(paper: dict[str, object]) -> Facts:
    return read_file_object({"filings": [paper]}).filings[0]


def test_a_file_names_coded_rows_by_their_code() -> None:
    facts = read(PAPER)
    assert facts.value("income[10203].executed") == "5"
    assert facts.value("income[10299].source") == "表七"
    assert read_file_object(file_object([facts])).filings[0] == facts


@pytest.mark.django_db
def test_a_file_is_loaded_with_its_codes_and_twice_is_once() -> None:
    loaded_once = load_filing(facts=read(PAPER), source="test", at=NOW)
    again = load_filing(facts=read(PAPER), source="test", at=NOW)
    assert (loaded_once.outcome, again.outcome) == ("created", "unchanged")
    rows = ListRow.objects.filter(filing=again.filing, name="income").values_list("code", "squares")
    assert list(rows) == [("10203", {"executed": "5"}), ("10299", {"executed": "6"})]


@pytest.mark.parametrize(
    "rows",
    [
        [{"code": "10203"}, {"code": "10203"}],
        [{"code": "10203"}, {"code": "1" * 21}],
        [{"code": "10203"}, {"code": "a].b["}],
        [{"code": "10203"}, {"executed": "5"}],
    ],
    ids=["twice", "too long", "no word", "none"],
)
def test_a_row_without_a_code_of_its_own_is_named(rows: list[dict[str, str]]) -> None:
    with pytest.raises(NotThisShape, match=r"filings\[0\]\.income\[1\]\.code 应为这一行的代码"):
        read({**PAPER, "income": rows})


def test_a_level_over_several_rows_is_each_rows_own_in_any_list(filing: Filing, clerk: User) -> None:
    values = [{"topic": "甲", "matter": "一"}, {"matter": "二"}]
    first, second = add_rows(filing=filing, after=None, actor=clerk, at=NOW, values=values, name="notes")
    changes = over_all_rows([Change(f"notes[{first.ref}].topic", "乙", "甲")], facts_of(loaded(filing)))
    assert [change.key for change in changes] == [f"notes[{first.ref}].topic", f"notes[{second.ref}].topic"]


def test_indicators_alone_are_taken_over(filing: Filing, clerk: User) -> None:
    add_rows(filing=filing, after=None, actor=clerk, at=NOW, values=[{"topic": "甲"}], name="notes")
    add_rows(filing=filing, after=None, actor=clerk, at=NOW, values=[{"level3": "人数"}])
    cycle = make_cycle(filing.obligation.cycle.prefecture, kind=EDITION.kind.form, edition=EDITION.code, year=2018)
    other = make_draft(make_obligation(cycle, clerk.unit), clerk)
    copy_rows_from(filing=other, source=filing, actor=clerk, at=NOW)
    kept = {row.name: (row.position, row.squares) for row in other.list_rows.filter(code="")}
    assert kept == {"indicators": (1, {"level3": "人数"})}
    assert [change.value for change in filing.changes.filter(key__startswith="notes[")] == [""]
