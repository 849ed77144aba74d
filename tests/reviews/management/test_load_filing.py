"""``load_filing``: imports as printed, twice the same as once, and hands off what people work on."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

import assessments
from assessments.models import Cycle, Filing, NarrativeReport, NarrativeVersion, PlainSquare, Snapshot
from reviews.models import Review, ReviewSheet, ReviewSheetSnapshot
from tests.factories.assessments import make_cycle, make_obligation
from tests.factories.reviews import Court

FILINGS = Path(assessments.__file__).parent / "demo" / "filings"
ALL = sorted(FILINGS.glob("*.json"))
BUDGET = FILINGS / "kashgar-2023-budget.json"
TASHKURGAN = FILINGS / "tashkurgan-2020-09-monitoring.json"

pytestmark = pytest.mark.django_db


def load(*files: Path) -> tuple[dict[str, list[str]], int]:
    """The outcomes by file name, and the exit code."""
    out, code = StringIO(), 0
    try:
        call_command("load_filing", *map(str, files), stdout=out, stderr=StringIO())
    except SystemExit as left:
        code = int(left.code or 0)
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    return {Path(line["file"]).stem: [part["outcome"] for part in line["loaded"]] for line in lines}, code


def told(path: Path) -> list[dict[str, str]]:
    """What is said of each part of a file."""
    out = StringIO()
    call_command("load_filing", str(path), stdout=out, stderr=StringIO())
    parts: list[dict[str, str]] = json.loads(out.getvalue())["loaded"]
    return parts


def changed(path: Path, tmp_path: Path, **sheet: Any) -> Path:
    """A copy of a file whose review sheet says something else."""
    file = json.loads(path.read_text(encoding="utf-8"))
    file["review_sheet"] |= sheet
    copy = tmp_path / path.name
    copy.write_text(json.dumps(file, ensure_ascii=False), encoding="utf-8")
    return copy


def test_the_public_files_are_loaded() -> None:
    loaded, code = load(*ALL)
    assert code == 0
    assert loaded == {
        "bachu-2022-self-assessment": ["created", "created", "created"],
        "heshuo-2020-report": ["created"],
        "kashgar-2023-budget": ["checked", "created", "created", "created", "created", "checked"],
        "tashkurgan-2020-09-monitoring": ["created", "created", "created"],
    }
    assert set(Filing.objects.values_list("imported", "state")) == {(True, "concluded")}


def test_twice_is_the_same_as_once() -> None:
    load(*ALL)
    kept = (Filing, Cycle, NarrativeReport, NarrativeVersion, Review, ReviewSheet, ReviewSheetSnapshot, Snapshot)
    counts = [model.objects.count() for model in kept]
    loaded, code = load(*ALL)
    assert code == 0
    assert {outcome for outcomes in loaded.values() for outcome in outcomes} == {"unchanged", "checked"}
    assert counts == [model.objects.count() for model in kept]


def test_the_narrative_of_a_file_goes_with_its_filings() -> None:
    load(*ALL)
    sent = Snapshot.objects.exclude(narrative=None).values_list("filing__obligation__cycle__year", "narrative__version")
    assert list(sent) == [(2022, 1), (2022, 1)]
    assert [report.unit.region.code for report in NarrativeReport.objects.order_by("cycle__year")] == [
        "652828",
        "653130",
    ]


def test_what_has_no_place_yet_is_said_to_be_only_checked() -> None:
    out, err = StringIO(), StringIO()
    call_command("load_filing", str(BUDGET), format="text", stdout=out, stderr=err)
    says = [
        f"{BUDGET} narrative: 只核对，未保存 预算说明只作核对，系统还没有它的页面，没有保存。",
        f"{BUDGET} tables: 只核对，未保存 预算表只作核对，系统还没有它的页面，没有保存。",
    ]
    assert [line.rstrip() for line in out.getvalue().splitlines() if "targets" not in line] == says
    assert err.getvalue().splitlines() == [line.replace("只核对，未保存 ", "") for line in says]


def test_two_narratives_for_one_place_in_a_file_do_not_overwrite_each_other(tmp_path: Path) -> None:
    text = {"region_code": "653130", "year": "2021", "paragraphs": ["2021年支出100万元。"]}
    path = tmp_path / "twice.json"
    path.write_text(json.dumps({"narrative": [text, text | {"paragraphs": ["2021年支出200万元。"]}]}), encoding="utf-8")
    for outcome in ("created", "unchanged"):
        assert load(path) == ({"twice": [outcome, "refused"]}, 1)
    assert NarrativeReport.objects.get().text == "2021年支出100万元。"


@pytest.mark.parametrize("fund", ["GOV_PENSION", "MOON"])
def test_two_filings_for_one_place_in_a_file_do_not_overwrite_each_other(fund: str, tmp_path: Path) -> None:
    file = json.loads(TASHKURGAN.read_text(encoding="utf-8"))
    first = file["filings"][0] | {"fund": fund}
    file["filings"] = [first, first | {"execution_rate": "99%"}]
    del file["review_sheet"]
    path = tmp_path / "twice.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    assert load(path) == ({"twice": ["created", "refused"]}, 1)
    assert load(path) == ({"twice": ["unchanged", "refused"]}, 1)


def test_an_unknown_region_is_made_and_an_unknown_fund_is_kept(tmp_path: Path) -> None:
    file = json.loads(TASHKURGAN.read_text(encoding="utf-8"))
    first, second = file["filings"]
    file = {"filings": [first | {"region_code": "540102"}, second | {"fund": "MOON"}]}
    path = tmp_path / "unknown.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    assert load(path) == ({"unknown": ["created", "created"]}, 0)
    kept = Filing.objects.values_list("obligation__unit__region__code", "obligation__fund")
    assert set(kept) == {("540102", "GOV_PENSION"), ("653131", "MOON")}


def test_a_row_of_the_sheet_may_stand_without_its_filing() -> None:
    load(TASHKURGAN)
    rows = ReviewSheet.objects.get().rows.values_list("filing__obligation__fund", "total_score")
    assert list(rows) == [("GOV_PENSION", "99"), ("RESIDENT_PENSION", "94"), (None, "94"), (None, "94")]


def test_the_published_scores_stand_beside_what_would_be_proposed() -> None:
    load(TASHKURGAN)
    review = Review.objects.get(filing__obligation__fund="RESIDENT_PENSION")
    scores = [(score.points, score.proposed) for score in review.scores.all()]
    assert scores == [(30, 28), (30, 24), (25, 10), (9, None)]
    assert review.reviewer is None


def test_a_changed_sheet_is_loaded_again_and_its_first_state_is_kept(tmp_path: Path) -> None:
    load(TASHKURGAN)
    loaded, _code = load(changed(TASHKURGAN, tmp_path, handler="王敏", colour="红"))
    sheet = ReviewSheet.objects.get()
    assert loaded["tashkurgan-2020-09-monitoring"] == ["unchanged", "unchanged", "updated"]
    assert (sheet.handler, sheet.extras, sheet.snapshots.count()) == ("王敏", {"colour": "红"}, 2)


def test_a_sheet_that_names_the_edition_of_another_paper_is_printed_in_its_own(tmp_path: Path) -> None:
    load(changed(TASHKURGAN, tmp_path, edition="monitoring-2020"))
    sheet = ReviewSheet.objects.get()
    assert (sheet.edition, sheet.extras["printed_edition"]) == ("review-sheet-2020", "monitoring-2020")


def test_a_sheet_that_names_no_time_and_no_filing_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "alone.json"
    path.write_text(json.dumps({"region_code": "653131", "review_sheet": {"rows": []}}), encoding="utf-8")
    assert load(path) == ({"alone": ["refused"]}, 1)


def test_a_sheet_alone_finds_its_cycle_by_its_point_in_time(tmp_path: Path) -> None:
    path = tmp_path / "alone.json"
    sheet = {"title": "审核表", "monitoring_point": "2020年9月", "rows": [{"project_name": "x" * 5000, "no": "一"}]}
    path.write_text(json.dumps({"region_code": "653131", "review_sheet": sheet}), encoding="utf-8")
    load(path)
    stored = ReviewSheet.objects.get()
    assert (stored.cycle.year, stored.cycle.month, stored.cycle.historical) == (2020, 9, True)
    assert stored.rows.get().extras == {"no": "一"}


def test_the_sheet_of_an_open_cycle_is_refused(tmp_path: Path) -> None:
    court = Court()
    court.county.code = "653131"
    court.county.save()
    sheet = {"monitoring_point": "2026年9月", "rows": []}
    path = tmp_path / "open.json"
    path.write_text(json.dumps({"region_code": "653131", "review_sheet": sheet}), encoding="utf-8")
    assert load(path) == ({"open": ["refused"]}, 1)
    assert not ReviewSheet.objects.exists()


def test_a_filing_that_a_person_works_on_is_not_touched() -> None:
    court = Court()
    court.county.code = "653131"
    court.county.save()
    cycle = make_cycle(court.prefecture, year=2020)
    filing = court.submitted()
    owed = make_obligation(cycle, court.bureau)
    Filing.objects.filter(pk=filing.pk).update(obligation=owed)
    loaded, code = load(TASHKURGAN)
    assert (loaded["tashkurgan-2020-09-monitoring"][0], code) == ("refused", 1)


def test_a_file_goes_through_the_door_and_what_was_changed_is_said(tmp_path: Path) -> None:
    path = tmp_path / "torn.json"
    file = json.loads(TASHKURGAN.read_text(encoding="utf-8"))
    file["filings"][0]["goal_expected"] = "甲\x00乙\ud83d\u202e"
    path.write_text(json.dumps(file), encoding="utf-8")
    said, again = told(path)[0], told(path)[0]
    assert said == {"where": "filings[0]", "outcome": "created", "message": "已去掉 3 个看不见的字符。"}
    assert again == {"where": "filings[0]", "outcome": "unchanged", "message": "已去掉 3 个看不见的字符。"}
    assert PlainSquare.objects.filter(key="goal_expected", raw="甲乙").count() == 1
