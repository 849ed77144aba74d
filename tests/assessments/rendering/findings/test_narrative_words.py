"""Places in a report: counted as browsers count, named as readers count, cut so that nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.consistency import Finding, Severity, Span
from assessments.domain.wording import Message
from assessments.rendering.findings.narrative_words import Place, PlacesInText, characters, cut

PARAGRAPHS = ("一、总体情况", "", "😀基金支出500万元，完成预算的100%。")
SAID = Message("")


def finding(where: str = "narrative[2]", span: Span | None = None) -> Finding:
    return Finding("V01", Severity.ERROR, where, SAID, SAID, SAID, span=span)


def utf16(text: str) -> int:
    """How many units a browser counts."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def test_words_are_placed_by_utf16_units_and_named_without_empty_lines() -> None:
    assert PlacesInText(PARAGRAPHS).of(finding(span=Span(5, 10, 0, 2))) == Place(2, 6, 11, "第2段 “500万元”")


def test_without_words_the_whole_paragraph_is_meant() -> None:
    assert PlacesInText(PARAGRAPHS).of(finding("narrative[0]")) == Place(0, 0, 6, "第1段 “一、总体情况”")


def test_long_words_are_quoted_in_part() -> None:
    place = PlacesInText(("各项社会保险基金收入稳步增长支出相对增加",)).of(finding("narrative[0]"))
    assert place is not None
    assert place.label == "第1段 “各项社会保险基金收入稳步…”"


def test_what_is_not_in_the_text_has_no_place() -> None:
    assert PlacesInText(PARAGRAPHS).of(finding("narrative[7]")) is None
    assert PlacesInText(PARAGRAPHS).of(finding("narrative.cover.region")) is None


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


@given(st.text(max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_words_are_counted_as_a_browser_counts_them(text: str, start: int, length: int) -> None:
    place = PlacesInText(["", text]).of(finding(span=Span(start, start + length, 0, 1)))
    assert place is not None
    assert place.end == utf16(text[: start + length])
    assert start > len(text) or place.start == utf16(text[:start])


def test_the_longest_text_in_one_paragraph_is_placed_and_cut_however_much_is_found_in_it() -> None:
    sentence = "😀基金支出500万元，完成预算的100%。"
    count = 200_000 // len(sentence)
    text = sentence * count
    places = PlacesInText([text])
    spans = [Span(at, at + 5, 0, 0) for number in range(count) for at in (number * len(sentence) + 5,)]
    found = [place for span in spans if (place := places.of(finding(span=span)))]
    assert (found[1].start, found[-1].end) == (22 + 6, (count - 1) * 22 + 11)
    assert [piece.text for piece in cut(text, found) if piece.places] == ["500万元"] * count
