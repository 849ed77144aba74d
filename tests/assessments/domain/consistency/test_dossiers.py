"""What holds of every dossier: anything is checked, and the rules that lack an input say so."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.consistency import RULES, Severity, check, check_dossier, check_form
from assessments.domain.dossier import Dossier
from assessments.domain.exchange import NotThisShape, read_file_object
from assessments.domain.facts import Facts
from assessments.domain.kinds import KINDS
from tests.filings import BACHU, HESHUO, KASHGAR, TASHKURGAN, parcel
from tests.strategies import filings, texts


def _applied(name: str) -> set[str]:
    return set(check_dossier(parcel(name).dossier).applied)


def test_applied_and_not_applicable_are_all_the_rules() -> None:
    for name in (BACHU, HESHUO, KASHGAR, TASHKURGAN):
        checked = check_dossier(parcel(name).dossier)
        assert checked.applied & checked.not_applicable == set()
        assert checked.applied | checked.not_applicable == {rule.id for rule in RULES}
        assert {finding.rule for finding in checked.findings} <= checked.applied


def test_a_rule_without_its_input_is_not_applicable() -> None:
    assert _applied(TASHKURGAN) >= {"V04", "V07", "V15"}
    assert _applied(TASHKURGAN) & {"V19", "V20", "V21", "V23", "V24"} == set()
    assert _applied(KASHGAR) >= {"V19", "V20", "V21", "V23", "V24"}
    assert _applied(KASHGAR) & {"V04", "V07", "V15"} == set()


def test_an_empty_dossier_applies_nothing() -> None:
    checked = check_dossier(Dossier())
    assert (checked.findings, checked.applied) == ((), frozenset())


def test_a_form_by_itself_says_what_could_be_applied_to_it() -> None:
    checked = check_form(parcel(TASHKURGAN).filings[0])
    assert checked.findings == check(parcel(TASHKURGAN).filings[0])
    assert checked.applied >= {"V01", "V07", "V16"}
    assert checked.not_applicable >= {"V19", "V20", "V21", "V23", "V24"}


def test_findings_stand_in_the_order_of_the_file() -> None:
    parts = [finding.where.split(".")[0].split("[")[0] for finding in check_dossier(parcel(KASHGAR).dossier).findings]
    assert parts == sorted(parts, key=["filings", "tables", "targets", "narrative"].index)


@given(st.lists(filings(), max_size=3))
def test_forms_that_stand_together_keep_what_each_has_alone(facts: list[Facts]) -> None:
    forms = tuple(one for one in facts if KINDS[one.form].part == "filings")
    dossier = Dossier(filings=forms, targets=tuple(one for one in facts if one not in forms))
    together = {(found.rule, found.where, found.found) for found in check_dossier(dossier).findings}
    for place, one in dossier.forms():
        alone = {(found.rule, f"{place}.{found.where}", found.found) for found in check(one)}
        assert {found for found in alone if found[0] not in ("V16", "V28")} <= together


_WORDS = st.sampled_from(
    [
        *(
            "2022年预算数",
            "2023年预计执行数",
            "项目",
            "其中：保险费收入",
            "社会保险基金收入合计",
            "大病保险支出",
            "上年结余收入",
        ),
        *(
            "城乡居民基本养老保险基金支出",
            "年末累计结余",
            "预算数为上年的%",
            "收入总计",
            "GOV_PENSION",
            "5%",
            "100",
            "-3",
            "0",
        ),
        *("甲县社会保险管理局", "甲县社保局负责", "≤25.60亿元", "医疗保险待遇支出", "达到预期目标", "2022年", "表一"),
    ]
)
_CELLS = st.lists(_WORDS | texts, max_size=6)
_ROWS = st.lists(st.dictionaries(st.sampled_from(["level1", "level2", "level3", "target", "actual"]), _WORDS | texts))
_FILES = st.fixed_dictionaries(
    {},
    optional={
        "tables": st.lists(
            st.fixed_dictionaries(
                {"no": _WORDS, "title": _WORDS | texts, "columns": _CELLS, "rows": st.lists(_CELLS, max_size=6)}
            ),
            max_size=3,
        ),
        "targets": st.lists(
            st.fixed_dictionaries(
                {"fund": _WORDS, "year": _WORDS, "income_budget": _WORDS | texts, "indicators": _ROWS}
            ),
            max_size=2,
        ),
        "filings": st.lists(
            st.fixed_dictionaries({"form": _WORDS, "fund": _WORDS, "reporting_unit": _WORDS, "indicators": _ROWS}),
            max_size=2,
        ),
        "narrative": st.fixed_dictionaries({"paragraphs": _CELLS, "year": _WORDS}),
        "region": _WORDS,
    },
)


@given(_FILES, _FILES)
def test_any_file_is_checked(this: dict[str, Any], last: dict[str, Any]) -> None:
    try:
        dossier, before = read_file_object(this).dossier, read_file_object(last).dossier
    except NotThisShape:
        return
    for finding in check_dossier(Dossier(**{**vars(dossier), "last_year": before})).findings:
        assert finding.severity in set(Severity)
        assert str(finding.title)
        assert str(finding.message)
        assert 0 < len(str(finding.short)) <= 7
        assert finding.where
