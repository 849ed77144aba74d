"""``check_filing``: one JSON object a line, exit 2 on what is no exchange file, no database."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

import assessments

FILINGS = Path(assessments.__file__).parent / "demo" / "filings"
TASHKURGAN = FILINGS / "tashkurgan-2020-09-monitoring.json"


def check(*files: Path | str, **options: str) -> tuple[list[str], list[str], int]:
    """Lines on standard output, lines on standard error, exit code."""
    out, err, code = StringIO(), StringIO(), 0
    try:
        call_command("check_filing", *map(str, files), stdout=out, stderr=err, **options)
    except SystemExit as left:
        code = int(left.code or 0)
    return out.getvalue().splitlines(), err.getvalue().splitlines(), code


def findings_of(path: Path) -> set[tuple[str, str, str]]:
    """Rule, severity and place of everything found."""
    (line,), _err, _code = check(path)
    return {(item["rule"], item["severity"], item["where"]) for item in json.loads(line)["findings"]}


@pytest.mark.parametrize("path", sorted(FILINGS.glob("*.json")), ids=lambda path: path.stem)
def test_every_public_file_is_one_line(path: Path) -> None:
    lines, errors, code = check(path)
    assert (len(lines), errors, code) == (1, [], 0)
    answer = json.loads(lines[0])
    assert answer["file"] == str(path)
    keys = {"rule", "severity", "where", "found", "expected", "message"}
    assert all(set(finding) == keys for finding in answer["findings"])


def test_the_review_sheets_blank_words_and_missing_reasons_are_found() -> None:
    found = {item for item in findings_of(TASHKURGAN) if item[2].startswith("review_sheet")}
    words = ("business_office", "monitoring_point", "office_head", "handler")
    blank = {("V26", "error", f"review_sheet.{word}") for word in words}
    deductions = {
        *((0, "timeliness"), (1, "deviation_response"), (1, "timeliness")),
        *((2, "deviation_response"), (2, "timeliness"), (3, "deviation_response"), (3, "timeliness")),
    }
    on_red = {(1, "goal_completion"), (2, "budget_execution"), (3, "budget_execution")}
    reasons = {("V27", "warning", f"review_sheet.rows[{row}].score_{part}") for row, part in deductions | on_red}
    pace = {("V22", "warning", f"review_sheet.rows[{row}].executed") for row in (2, 3)}
    assert found == blank | reasons | pace


def test_a_wrong_total_and_an_impossible_score_are_errors(tmp_path: Path) -> None:
    file = json.loads(TASHKURGAN.read_text(encoding="utf-8"))
    file["review_sheet"]["rows"][0]["total_score"] = "98"
    file["review_sheet"]["rows"][1]["score_timeliness"] = "11"
    path = tmp_path / "wrong.json"
    path.write_text(json.dumps(file), encoding="utf-8")
    assert {
        ("V27", "error", "review_sheet.rows[0].total_score"),
        ("V27", "error", "review_sheet.rows[1].score_timeliness"),
    } <= findings_of(path)


def test_unknown_things_are_no_refusal(tmp_path: Path) -> None:
    filing = {"form": "x", "fund": "MOON", "year": "?", "indicators": [{"colour": "red"}], "extra": {"a": 1}}
    path = tmp_path / "odd.json"
    path.write_text(json.dumps({"region_code": "999999", "filings": [filing], "mood": 3}), encoding="utf-8")
    lines, errors, code = check(path)
    assert (len(lines), errors, code) == (1, [], 0)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "文件是空的"),
        (b" \n", "文件是空的"),
        (b"{", "不是可以读取的 JSON 文件"),
        (b"[]", "文件最外层应为对象（花括号）"),
        (b"{}", "文件里没有可以识别的内容，应有 filings、review_sheet、tables、targets 或 narrative"),
        (b'{"filings": "x"}', "filings 应为列表（方括号）"),
        (b'{"filings": [1]}', "filings[0] 应为对象（花括号）"),
        ("塔什库尔干".encode("gb18030"), "文件不是 UTF-8 编码，请另存为 UTF-8 后重试"),
        (b"[" * 100_000, "不是可以读取的 JSON 文件"),
        (b" " * (20 * 1024 * 1024) + b"{}", "文件超过 20 MB"),
    ],
    ids=["empty", "blank", "torn", "list", "nothing known", "no list", "no object", "encoding", "deep", "huge"],
)
def test_what_is_no_exchange_file_is_one_clear_line(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    assert check(path) == ([], [f"{path}: {says}"], 2)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    missing = tmp_path / "missing.json"
    assert check(missing, tmp_path) == ([], [f"{missing}: 没有这个文件", f"{tmp_path}: 这是文件夹，请给出文件"], 2)


def test_a_bad_file_does_not_hold_up_the_others(tmp_path: Path) -> None:
    lines, errors, code = check(tmp_path / "missing.json", TASHKURGAN)
    assert (len(lines), len(errors), code) == (1, 1, 2)


def test_characters_that_no_file_can_hold_are_escaped(tmp_path: Path) -> None:
    path = tmp_path / "half.json"
    path.write_text('{"filings": [{"fund": "GOV_PENSION", "executed": {"total": "\\ud83d"}}]}', encoding="utf-8")
    (line,), _err, _code = check(path)
    assert json.loads(line)["findings"][0]["found"] == "\ud83d"
    assert line.isascii()


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bom.json"
    path.write_bytes(b"\xef\xbb\xbf" + TASHKURGAN.read_bytes())
    assert findings_of(path) == findings_of(TASHKURGAN)


def test_many_files_are_answered_in_their_order_and_their_progress_is_told(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(60)]
    for number, path in enumerate(paths):
        path.write_bytes(b"" if number == 7 else TASHKURGAN.read_bytes())
    lines, errors, code = check(*paths, jobs="2")
    assert [json.loads(line)["file"] for line in lines] == [str(path) for path in paths if path.name != "7.json"]
    assert [error.split(" ")[:2] for error in errors if "%" in error] == [
        [f"{done}/60", f"{done * 100 // 60}%"] for done in range(6, 61, 6)
    ]
    assert [error for error in errors if "%" not in error] == [f"{paths[7]}: 文件是空的"]
    assert code == 2


def test_one_processor_says_the_same_as_two(tmp_path: Path) -> None:
    paths = [tmp_path / f"{number}.json" for number in range(9)]
    for path, source in zip(paths, sorted(FILINGS.glob("*.json")) * 3, strict=False):
        path.write_bytes(source.read_bytes())
    assert check(*paths, jobs="1")[0] == check(*paths, jobs="2")[0]


def test_the_text_format_is_for_people() -> None:
    lines, _errors, code = check(TASHKURGAN, format="text")
    assert code == 0
    assert lines[0].startswith(f"{TASHKURGAN}: ")
    assert "条规则，不适用" in lines[0]
    assert "- 需说明 V27 review_sheet.rows[0].score_timeliness: “按时报送”扣了 1 分，请写明理由" in lines
