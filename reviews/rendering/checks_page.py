"""docs/checks.md: the rulebook as Markdown, and what the rules say about the filings that the demo holds."""

from collections.abc import Iterable, Iterator, Mapping

from assessments.domain.consistency import SEVERITY_NAMES, Severity
from reviews.services.checking import Placed
from reviews.services.rulebook import Chapter, RulebookEntry

_HEAD = """\
# What must agree: every rule (勾稽规则)

Written by `manage.py describe_checks`; a test holds this page to the code, and the examples to the rules.

* **error** (须改) blocks sending, **warning** (需说明) asks for an explanation, **notice** (提示) informs. On imported
  filings of past cycles every finding is advisory. A rule may be milder than its own severity where it is less sure.
* A rule that lacks an input is *not applicable*, which is not *passed*: the needs below say what it waits for.
* A printed figure stands for the interval that it can be the rounding of. Equal after rounding half up: nothing is
  said. The intervals overlap, or the figure was cut off: a notice. Else the rule's own severity. A sum of n parts has
  n half-units of room.
* Where a sentence or a table can be read in two ways, nothing is said.
* A cycle keeps the rule set that it was called with; each rule names the set that it came with
  ([decision 18](decisions/0018-rule-sets.md)). What it says of its example is what the engine says, not typed here.
"""
_FILES = """\
## The shared filings

Every error that the rules report on the four published files, with its arithmetic. Each is a contradiction that
[forms.md](forms.md) §5 names under the same rule; warnings and notices are only counted.
"""


def page(chapters: Iterable[Chapter], published: Mapping[str, Iterable[Placed]]) -> str:
    """The whole page; ``published`` are the findings in each published file, by its name."""
    parts = [_HEAD, _overview(chapters)]
    parts += [_chapter(chapter) for chapter in chapters]
    parts += [_FILES, *(_file(name, tuple(placed)) for name, placed in published.items())]
    return "\n".join(parts)


def _overview(chapters: Iterable[Chapter]) -> str:
    lines = ["## All rules", "", "| id | severity | compares | source |", "|---|---|---|---|"]
    lines += [
        f"| {chapter.id} | {entry.severity} | {_cell(entry.compares)} | {entry.source} |"
        for chapter in chapters
        for entry in chapter.entries
    ]
    return "\n".join([*lines, ""])


def _chapter(chapter: Chapter) -> str:
    return "\n".join([f"## {chapter.id}", "", *(line for entry in chapter.entries for line in _entry(entry))])


def _entry(entry: RulebookEntry) -> Iterator[str]:
    severity = f"{entry.severity}（{SEVERITY_NAMES[entry.severity]}）"
    yield f"**{entry.title}** · {severity}· {entry.source} · since {entry.since}"
    yield ""
    yield f"- compares: {entry.compares}"
    yield f"- needs: {'、'.join(entry.needs)}"
    yield f"- passes: {entry.example.passes.says}"
    yield f"- fails: {entry.example.fails.says}"
    yield from (f"- says: {_cell(str(finding.message))}" for finding in entry.found[:1])
    yield ""


def _file(name: str, placed: tuple[Placed, ...]) -> str:
    errors = [item for item in placed if item.finding.severity is Severity.ERROR]
    milder = {
        severity: sum(item.finding.severity is severity for item in placed)
        for severity in (Severity.WARNING, Severity.NOTICE)
    }
    counts = f"{len(errors)} errors, {milder[Severity.WARNING]} warnings, {milder[Severity.NOTICE]} notices."
    lines = [f"### `{name}`", "", counts, "", "| rule | where | says |", "|---|---|---|"]
    lines += [f"| {item.finding.rule} | `{item.where}` | {_cell(str(item.finding.message))} |" for item in errors]
    return "\n".join([*lines, ""])


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())
