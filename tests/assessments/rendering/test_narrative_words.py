"""Places in a report: counted as browsers count, named as readers count, cut so that nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.consistency import Finding, Severity, Span
from assessments.domain.wording import Message
from assessments.rendering.narrative_words import Place, characters, cut, place_of, utf16

PARAGRAPHS = ("一、总体情况", "", "😀基金支出500万元，完成预算的100%。")
SAID = Message("")


def finding(where: str = "narrative[2]", span: Span | None = None) -> Finding:
    return Finding("V01", Severity.ERROR, where, SAID, SAID, SAID, span=span)


def test_words_are_placed_by_utf16_units_and_named_without_empty_lines() -> None:
    assert place_of(finding(span=Span(5, 10, 0, 2)), PARAGRAPHS) == Place(2, 6, 11, "第2段 “500万元”")


def test_without_words_the_whole_paragraph_is_meant() -> None:
    assert place_of(finding("narrative[0]"), PARAGRAPHS) == Place(0, 0, 6, "第1段 “一、总体情况”")


def test_long_words_are_quoted_in_part() -> None:
    place = place_of(finding("narrative[0]"), ("各项社会保险基金收入稳步增长支出相对增加",))
    assert place is not None
    assert place.label == "第1段 “各项社会保险基金收入稳步…”"


def test_what_is_not_in_the_text_has_no_place() -> None:
    assert place_of(finding("narrative[7]"), PARAGRAPHS) is None
    assert place_of(finding("narrative.cover.region"), PARAGRAPHS) is None


def test_blanks_are_no_characters() -> None:
    assert characters(" 一\n二　三\t4.5% \n") == 7


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=4))
def test_pieces_make_the_paragraph_again(text: str, spans: list[tuple[int, int]]) -> None:
    places = [Place(0, utf16(text[:start]), utf16(text[: max(start, end)]), "") for start, end in spans]
    pieces = cut(text, places)
    assert "".join(piece.text for piece in pieces) == text
    for place in places:
        covered = sum(utf16(piece.text) for piece in pieces if place in piece.places)
        assert covered == place.end - place.start
