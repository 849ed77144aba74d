"""The panel of a text that was sent, and the words that it underlines."""

from dataclasses import replace

from assessments.domain.consistency import Finding, Severity, Span
from assessments.domain.wording import Message
from assessments.rendering.findings.narrative_panel import panel_of_version
from assessments.rendering.pages.narrative_page import NarrativePage
from assessments.services.frozen import Frozen, Waived

TEXT = "支出500万元，比上年增加50人"
WRONG = Finding(
    rule="V01",
    severity=Severity.ERROR,
    where="narrative[0]",
    title=Message("增减额不符"),
    message=Message("应为 100人"),
    short=Message("不符"),
    found="50人",
    span=Span(13, 16, 0, 0),
)
DOUBTFUL = replace(WRONG, rule="V10", severity=Severity.WARNING, span=Span(9, 16, 0, 0))
WAIVED = Waived("口径不同", "张处长", "2026-12-31")
FUND, OTHER = "机关事业单位基本养老保险", "城乡居民基本养老保险"


def test_what_several_filings_keep_is_listed_once() -> None:
    panel = panel_of_version([(FUND, Frozen(WRONG)), (OTHER, Frozen(WRONG))], [TEXT])
    assert [(entry.rule, len(entry.places)) for entry in panel.entries] == [("V01", 1)]
    assert (panel.errors, panel.warnings, panel.rules) == (1, 0, None)


def test_what_was_waived_or_explained_asks_for_nothing() -> None:
    kept = [(FUND, Frozen(WRONG, waived=WAIVED)), (OTHER, Frozen(DOUBTFUL, "年中追加预算")), (FUND, Frozen(DOUBTFUL))]
    panel = panel_of_version(kept, [TEXT])
    assert (panel.errors, panel.warnings) == (0, 0)
    assert [(entry.look, entry.explanation) for entry in panel.entries] == [("told", ""), ("told", "年中追加预算")]
    assert [waiver.fund for waiver in panel.entries[0].waivers] == [FUND]


def test_where_findings_share_words_the_worst_shows_and_both_can_be_led_to() -> None:
    panel = panel_of_version([(FUND, Frozen(DOUBTFUL)), (FUND, Frozen(WRONG))], [TEXT])
    (pieces,) = NarrativePage(TEXT, panel).paragraphs()
    assert [(piece.text, piece.look, piece.keys) for piece in pieces] == [
        ("支出500万元，比", "", ()),
        ("上年增加", "warn", ("0-9-16",)),
        ("50人", "err", ("0-13-16",)),
    ]
