"""Recall and precision of every rule over many spoilt and many true papers."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from random import Random

from assessments.domain.consistency import Finding, Severity, check_dossier
from assessments.domain.exchange import read_file_object
from reviews.domain.sheet_rules import SHEET_RULES
from tests.benchmarks.consistency.breakers_forms import FORM_BREAKERS
from tests.benchmarks.consistency.breakers_layouts_papers import LAYOUT_BREAKERS
from tests.benchmarks.consistency.breakers_names_forms import NAME_BREAKERS
from tests.benchmarks.consistency.breakers_rows_forms import ROW_BREAKERS
from tests.benchmarks.consistency.breakers_tables_papers import TABLE_BREAKERS
from tests.benchmarks.consistency.breaking_papers import Breaker, Broken
from tests.benchmarks.consistency.cases_papers import SORTS, Case, true_case

Said = tuple[str, Finding]
_ASKING = (Severity.ERROR, Severity.WARNING)
_TRIES = 60


@dataclass
class Score:
    """What was spoilt and found, and what was said that is not so."""

    spoilt: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    said: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    by_breaker: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def recall(self, rule: str) -> float:
        return self.found[rule] / max(1, self.spoilt[rule])

    def precision(self, rule: str) -> float:
        """Right findings of the rule over all of them."""
        return self.right[rule] / max(1, self.right[rule] + self.wrong[rule])


def say(case: Case) -> list[Said]:
    """Every finding about the case with its place."""
    parcel = read_file_object(case.file)
    before = read_file_object(case.last_year).dossier if case.last_year else None
    found = [(each.where, each) for each in check_dossier(replace(parcel.dossier, last_year=before)).findings]
    for sheet in parcel.review_sheets:
        for rule in SHEET_RULES:
            found += [(f"review_sheet.{each.where}", each) for each in rule.check(sheet, parcel.filings)]
    return found


def asked(said: list[Said]) -> list[Said]:
    """Errors and warnings."""
    return [each for each in said if each[1].severity in _ASKING]


def breakers() -> list[tuple[str, Breaker, str]]:
    """Every breaker with its rule and the sort of case it spoils."""
    found: list[tuple[str, Breaker, str]] = []
    for table in (FORM_BREAKERS, ROW_BREAKERS, NAME_BREAKERS):
        found += [(rule, each, sort) for rule, some in table.items() for each in some for sort in list(SORTS)[:2]]
    return [*found, *((rule, each, "budget") for rule, some in TABLE_BREAKERS.items() for each in some)]


def spoil_papers(rounds: int, seed: int = 1) -> Score:
    """Every breaker on ``rounds`` cases of each sort that it can spoil."""
    score = Score()
    for rule, breaker, sort in breakers():
        for turn in range(rounds):
            name = f"{rule} {breaker.__name__}"
            random = Random(f"{seed}-{name}-{sort}-{turn}")
            made = _spoilt(random, sort, breaker)
            if made is None:
                break
            case, broken = made
            _note(score, rule, name, case, broken)
    return score


def spoil_layouts(rounds: int, seed: int = 1) -> Score:
    """The same for tables of other layouts."""
    score = Score()
    for rule, pairs in LAYOUT_BREAKERS.items():
        for breaker, make in pairs:
            for turn in range(rounds):
                name = f"{rule} {breaker.__name__}"
                random = Random(f"{seed}-{name}-{turn}")
                case = make(random)
                if broken := breaker(random, case):
                    _note(score, rule, name, case, broken)
    return score


def _spoilt(random: Random, sort: str, breaker: Breaker) -> tuple[Case, Broken] | None:
    for _try in range(_TRIES):
        case = true_case(random, sort)
        broken = breaker(random, case)
        if broken:
            return case, broken
    return None


def _note(score: Score, rule: str, name: str, case: Case, broken: Broken) -> None:
    said = asked(say(case))
    score.spoilt[rule] += 1
    score.by_breaker[name]["spoilt"] += 1
    if any(each.rule in broken.rules and place.startswith(broken.places) for place, each in said):
        score.found[rule] += 1
        score.by_breaker[name]["found"] += 1
    else:
        score.missed[name].append(" | ".join([*case.traps, *(f"{each.rule} {place}" for place, each in said)][:4]))
    for place, each in said:
        if each.rule in broken.rules | broken.beside:
            score.right[each.rule] += 1
        else:
            score.wrong[each.rule] += 1
            score.said[each.rule].append(f"[{name}] {_line(case, place, each)}")


def true_papers(rounds: int, sort: str, seed: int = 1) -> Score:
    """What is said of true papers of one sort, counted by severity in ``wrong``."""
    return said_of(rounds, partial(true_case, sort=sort), f"{seed}-{sort}")


def said_of(rounds: int, make: Callable[[Random], Case], seed: str = "1") -> Score:
    """What is said of the papers that ``make`` makes."""
    score = Score()
    for turn in range(rounds):
        case = make(Random(f"{seed}-true-{turn}"))
        for place, each in say(case):
            score.wrong[str(each.severity)] += 1
            score.said[f"{each.rule} {each.severity}"].append(_line(case, place, each))
    return score


def _line(case: Case, place: str, finding: Finding) -> str:
    words = f"found={finding.found!r} expected={finding.expected!r} {finding.message}"
    return f"{'+'.join(case.traps)} {place} {words}"[:330]
