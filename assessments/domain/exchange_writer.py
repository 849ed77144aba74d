"""The portal's exchange format, written: papers as the object of a file that reads back as the same claims."""

from collections.abc import Iterable

from assessments.domain.facts import Facts, split_row_key
from assessments.domain.kinds import KINDS, SELF_ASSESSMENT
from assessments.domain.periods import read_period
from assessments.editions import edition_of

#: The square that says up to which month a paper looks.
_POINT = "monitoring_point"


def file_object(papers: Iterable[Facts]) -> dict[str, list[dict[str, object]]]:
    """A file with these papers, each in the part where its kind stands: ``{"filings": […], "targets": […]}``."""
    file: dict[str, list[dict[str, object]]] = {}
    for facts in papers:
        file.setdefault(KINDS.get(facts.form, SELF_ASSESSMENT).part, []).append(paper_object(facts))
    return file


def paper_object(facts: Facts) -> dict[str, object]:
    """One paper as it stands in a file: its heads, every square that holds something, and the rows of its lists.

    :func:`assessments.domain.exchange.read_file_object` reads it back as an import with the same text in every square;
    the rows of a list are named by their place then.
    """
    plain: dict[str, object] = {}
    blocks: dict[str, dict[str, str]] = {}
    for key, text in {**facts.squares, **facts.extras}.items():
        column, dot, line = key.partition(".")
        if dot and text and not split_row_key(key):
            blocks.setdefault(column, {})[line] = text
        elif text and not dot:
            plain[key] = text
    coded = edition_of(facts).codes
    lists = {
        name: [({"code": row.ref} if name in coded else {}) | facts.said_in(row) for row in rows]
        for name, rows in facts.lists.items()
        if rows
    }
    return _heads(facts) | plain | blocks | lists


def _heads(facts: Facts) -> dict[str, object]:
    heads = {"form": facts.form.value, "edition": facts.edition, "amount_unit": facts.amount_unit}
    heads |= {"fund": facts.fund.value} if facts.fund else {}
    heads |= {"year": str(facts.year)} if facts.year else {}
    if facts.month and read_period(facts.value(_POINT)).month != facts.month:
        heads[_POINT] = f"{facts.year}年{facts.month}月" if facts.year else f"{facts.month}月"
    return dict(heads)
