"""Recall and precision of the rules on running text over many written reports."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from random import Random

from assessments.domain.consistency import Finding, Severity, check_dossier
from tests.benchmarks.consistency.phrasing import Phrasing
from tests.benchmarks.consistency.reports import Report, one, whole
from tests.benchmarks.consistency.template import Template, write_report

_ASKING = frozenset({Severity.ERROR, Severity.WARNING})


@dataclass
class Score:
    """What was found of what was spoilt, and what was found that was not."""

    spoilt: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    beside: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    wrong: list[str] = field(default_factory=list)
    reports: int = 0

    @property
    def recall(self) -> float:
        return sum(self.found.values()) / max(1, sum(self.spoilt.values()))

    @property
    def wrong_per_report(self) -> float:
        return len(self.wrong) / max(1, self.reports)


def errors_in(report: Report) -> list[Finding]:
    """What a person would have to correct or explain; of the notices only those of a notice rule."""
    findings = check_dossier(report.dossier).findings
    return [
        each
        for each in findings
        if each.where.startswith("narrative") and (each.severity in _ASKING or each.rule == "V29")
    ]


def spoil_each(phrasings: tuple[Phrasing, ...], rounds: int, seed: int = 1) -> Score:
    """Every breakable figure of every phrasing, spoilt in ``rounds`` different reports."""
    score = Score()
    for number, each in enumerate(phrasings):
        for name, rules in each.breaks.items():
            for turn in range(rounds):
                random = Random(f"{seed}-{number}-{name}-{turn}")
                report = one(random, each, name)
                _note(score, report, rules)
    return score


def _note(score: Score, report: Report, rules: frozenset[str]) -> None:
    statement = report.statement
    if statement is None:
        return
    rule = sorted(rules)[0]
    score.spoilt[rule] += 1
    errors = errors_in(report)
    places = {f"narrative[{paragraph}]" for paragraph in report.paragraphs}
    hits = [each for each in errors if each.rule in rules and each.where in places]
    score.beside[rule] += len([each for each in errors if each.rule not in rules])
    if hits:
        score.found[rule] += 1
    else:
        score.missed[f"{rule} {statement.spoilt} {statement.phrasing.text}"].append(statement.text)


def true_ones(phrasings: tuple[Phrasing, ...], rounds: int, seed: int = 1) -> Score:
    """Each phrasing by itself, all figures true."""
    score = Score()
    for number, each in enumerate(phrasings):
        for turn in range(rounds):
            report = one(Random(f"{seed}-{number}-true-{turn}"), each, "")
            _note_true(score, report)
    return score


def true_reports(phrasings: tuple[Phrasing, ...], rounds: int, seed: int = 1, count: int = 8) -> Score:
    """Whole reports, all figures true."""
    score = Score()
    for turn in range(rounds):
        _note_true(score, whole(Random(f"{seed}-whole-{turn}"), phrasings, count))
    return score


def _note_true(score: Score, report: Report) -> None:
    score.reports += 1
    for each in errors_in(report):
        number = int(each.where.partition("[")[2].rstrip("]"))
        words = report.dossier.narratives[0].paragraphs[number]
        score.wrong.append(f"{each.rule} {each.message} << {words}")


def spoil_slots(templates: tuple[Template, ...], rounds: int, seed: int = 1) -> Score:
    """Every marked figure of every whole report, spoilt in ``rounds`` different years.

    It is found where one of its rules names its paragraph, or V02, V05 or V25 one that says the same datum again.
    """
    score = Score()
    for of in templates:
        for paragraph, number, name, rules in of.slots():
            for turn in range(rounds):
                report = write_report(Random(f"{seed}-{of.name}-{paragraph}-{number}-{turn}"), of, (paragraph, number))
                _note_slot(score, report, paragraph, f"{of.name} {name}", rules)
    return score


_ELSEWHERE = frozenset({"V02", "V05", "V25"})


def _note_slot(score: Score, report: Report, paragraph: int, name: str, rules: frozenset[str]) -> None:
    rule = sorted(rules)[0]
    score.spoilt[rule] += 1
    errors = errors_in(report)
    here = f"narrative[{paragraph}]"
    if any(each.rule in rules and (each.where == here or each.rule in _ELSEWHERE) for each in errors):
        score.found[rule] += 1
    else:
        score.missed[f"{rule} {name}"].append(report.dossier.narratives[0].paragraphs[paragraph])


def true_templates(templates: tuple[Template, ...], rounds: int, seed: int = 1) -> Score:
    """Every whole report with true figures only."""
    score = Score()
    for of in templates:
        for turn in range(rounds):
            _note_true(score, write_report(Random(f"{seed}-{of.name}-true-{turn}"), of))
    return score
