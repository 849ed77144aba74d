"""Words of a square that is only read are underlined; the text stays what it was."""

from hypothesis import given
from hypothesis import strategies as st

from assessments.domain.consistency import Finding, Severity, Span
from assessments.domain.wording import Message
from assessments.rendering.grid.underlined import pieces_of

TEXT = "支出完成预算的102.28%，结余增加。"
NO = Message("")


def found(start: int, end: int, severity: Severity = Severity.ERROR, narrative: int | None = None) -> Finding:
    return Finding("V01", severity, "goal_actual", NO, NO, NO, span=Span(start, end, narrative))


def shown(*findings: Finding) -> list[tuple[str, str, str]]:
    return [(piece.text, piece.tone, piece.element_id) for piece in pieces_of("goal_actual", TEXT, findings)]


def test_the_words_are_a_piece_with_a_tone_and_an_id() -> None:
    assert shown(found(7, 14)) == [
        ("支出完成预算的", "", ""),
        ("102.28%", "err", "sq-goal_actual-w7"),
        ("，结余增加。", "", ""),
    ]


def test_words_within_words_keep_their_own_id_and_no_id_stands_twice() -> None:
    assert shown(found(2, 14, Severity.WARNING), found(7, 10)) == [
        ("支出", "", ""),
        ("完成预算的", "warn", "sq-goal_actual-w2"),
        ("102", "err", "sq-goal_actual-w7"),
        (".28%", "warn", ""),
        ("，结余增加。", "", ""),
    ]


def test_what_is_about_no_words_of_this_square_is_not_underlined() -> None:
    plain = Finding("V01", Severity.ERROR, "goal_actual", NO, NO, NO)
    assert shown(plain, found(3, 3), found(5, 99), found(0, 2, narrative=0)) == []


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-2, 45), st.integers(-2, 45)), max_size=6))
def test_the_pieces_are_the_text_again_and_ids_are_unique(text: str, bounds: list[tuple[int, int]]) -> None:
    pieces = pieces_of("goal_actual", text, [found(start, end) for start, end in bounds])
    assert not pieces or "".join(piece.text for piece in pieces) == text
    ids = [piece.element_id for piece in pieces if piece.element_id]
    assert len(ids) == len(set(ids))
