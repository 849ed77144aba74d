"""The panel of a text that was sent, and the words that it underlines."""

from dataclasses import replace
from datetime import date

from assessments.domain.consistency import Finding, Severity, Span
from assessments.domain.wording import Message
from assessments.rendering.findings.narrative_panel import NarrativePanel, panel_of_version
from assessments.rendering.pages.narrative_page import NarrativePage
from assessments.services.answered_findings import AnsweredFinding, GrantedWaiver

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
WAIVED = GrantedWaiver("V01", "口径不同", "张处长", date(2026, 12, 31), fund="机关事业单位基本养老保险")


def shown(*found: AnsweredFinding) -> NarrativePanel:
    return panel_of_version([replace(item, words=TEXT[slice(*bounds_of(item))]) for item in found], [TEXT])


def bounds_of(item: AnsweredFinding) -> tuple[int, int]:
    span = item.finding.span
    assert span is not None
    return span.start, span.end


def test_what_was_waived_or_explained_asks_for_nothing() -> None:
    panel = shown(AnsweredFinding(WRONG, waivers=(WAIVED,)), AnsweredFinding(DOUBTFUL, "年中追加预算"))
    assert (panel.errors, panel.warnings, panel.rules) == (0, 0, None)
    assert [(entry.look, entry.first.standing, entry.answered.waivers) for entry in panel.entries] == [
        ("told", "已豁免：", (WAIVED,)),
        ("told", "已说明：", ()),
    ]


def test_findings_that_one_explanation_answers_are_one_entry_with_their_places() -> None:
    twice = f"{TEXT}\n{TEXT}"
    again = replace(WRONG, where="narrative[1]", span=Span(13, 16, 0, 1))
    found = [AnsweredFinding(finding, words="50人") for finding in (WRONG, again)]
    panel = panel_of_version(found, twice.split("\n"))
    assert [(entry.answered.rule, len(entry.places)) for entry in panel.entries] == [("V01", 2)]
    assert (panel.errors, panel.warnings) == (1, 0)


def test_where_findings_share_words_the_worst_shows_and_both_can_be_led_to() -> None:
    panel = shown(AnsweredFinding(DOUBTFUL), AnsweredFinding(WRONG))
    (pieces,) = NarrativePage(TEXT, panel).paragraphs()
    assert [(piece.text, piece.look, piece.keys) for piece in pieces] == [
        ("支出500万元，比", "", ()),
        ("上年增加", "warn", ("0-9-16",)),
        ("50人", "err", ("0-13-16",)),
    ]
