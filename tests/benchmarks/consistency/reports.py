"""Dossiers around statements: headings, paragraphs, and forms with the same figures."""

from dataclasses import dataclass
from random import Random

from assessments.domain.dossier import Dossier
from assessments.domain.facts import Facts, Form, Indicator
from assessments.domain.funds import Fund
from assessments.domain.papers import Narrative
from tests.benchmarks.consistency.phrasing import Phrasing
from tests.benchmarks.consistency.world import NAMES, World, world
from tests.benchmarks.consistency.writing import Statement, write

_CHINESE = "一二三四五六七八九十"


@dataclass(frozen=True)
class Report:
    """A dossier, and the statement that was spoilt in it, with the paragraphs where it stands."""

    dossier: Dossier
    statement: Statement | None = None
    paragraphs: frozenset[int] = frozenset()


def form_of(about: World, fund: Fund) -> Facts:
    """The 自评表 of a fund with the true figures."""
    figures = about.funds[fund]
    return Facts(
        form=Form.SELF_ASSESSMENT,
        edition="self-assessment-2022",
        fund=fund,
        year=about.year,
        imported=True,
        squares={
            **{"region": about.region},
            **{"budget.total": f"{figures['bud_exp'].value:f}", "executed.total": f"{figures['exp'].value:f}"},
        },
        lists={"indicators": (_heads("领取待遇人数", about, fund),)},
    )


def _heads(name: str, about: World, fund: Fund) -> Indicator:
    heads = f"{about.funds[fund]['rec'].value}人"
    return Indicator(ref="0", level3=name, target=heads, actual=heads)


def one(random: Random, phrasing: Phrasing, spoil: str) -> Report:
    """A short report with one statement of consequence."""
    about = world(random)
    if any(name in phrasing.text for name in ("plan:",)):
        about = World(about.region, 2021, about.funds)
    fund = next(iter(about.funds))
    statement = write(random, about, fund, phrasing, spoil=spoil)
    lines = statement.text.split("\n")
    if len(lines) > 1:
        paragraphs = lines
    elif phrasing.whole:
        paragraphs = ["一、基金总体情况", statement.text]
    else:
        title = f"（一）{random.choice(NAMES[fund])}基金预算执行情况"
        paragraphs = ["二、各项社会保险基金运行情况", title, statement.text]
        paragraphs = ["一、总体情况", *paragraphs] if random.random() < 0.5 else ["一、基金情况", *paragraphs[1:]]
    first = len(paragraphs) - len(lines)
    forms = tuple(form_of(about, each) for each in about.funds) if phrasing.form else ()
    narrative = Narrative(region=about.region, year=about.year, paragraphs=tuple(paragraphs))
    return Report(Dossier(forms, (narrative,)), statement, frozenset(range(first, len(paragraphs))))


def whole(random: Random, phrasings: tuple[Phrasing, ...], count: int) -> Report:
    """A report of true statements only: all funds together, then fund by fund."""
    about = world(random)
    fit = [each for each in phrasings if "\n" not in each.text and "plan:" not in each.text]
    paragraphs = ["一、社会保险基金总体情况"]
    paragraphs += [write(random, about, next(iter(about.funds)), each).text for each in fit if each.whole][:2]
    paragraphs.append("二、各项社会保险基金运行情况")
    single = [each for each in fit if not each.whole]
    for number, fund in enumerate(about.funds):
        paragraphs.append(f"（{_CHINESE[number]}）{random.choice(NAMES[fund])}基金运行情况")
        chosen = random.sample(single, count)
        if random.random() < 0.5:
            paragraphs += [write(random, about, fund, each).text for each in chosen]
        else:
            paragraphs.append("".join(write(random, about, fund, each).text for each in chosen))
    forms = tuple(form_of(about, each) for each in about.funds)
    return Report(Dossier(forms, (Narrative(region=about.region, year=about.year, paragraphs=tuple(paragraphs)),)))
