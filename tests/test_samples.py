"""Samples are made once, and are those that were asked for."""

from tests.samples import made_once

MADE: list[str] = []


@made_once
def sample(name: str, *, size: int = 1) -> bytes:
    MADE.append(name)
    return name.encode() * size


def test_what_was_asked_for_is_made_once() -> None:
    MADE.clear()
    assert [sample("甲"), sample("甲"), sample("乙"), sample("甲", size=2)] == [
        "甲".encode(),
        "甲".encode(),
        "乙".encode(),
        "甲甲".encode(),
    ]
    assert MADE == ["甲", "乙", "甲"]
