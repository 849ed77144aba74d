"""What printing costs: our engine beside WeasyPrint as it comes, beside a warm Chromium, and two processes beside one.

Prints ratios, papers a second and memory; asserts only what does not depend on the machine's load: the size of files,
the memory of a worker, and that everything was printed.

``./bin/bench tests/benchmarks/test_pdf_cost.py`` shows it.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from playwright.sync_api import sync_playwright

from assessments.domain.facts import Facts
from portal.documents.pdf import render_pdf
from tests.assessments.rendering.paper.test_printed_filing import longer, with_goal
from tests.benchmarks import pdf_engines
from tests.benchmarks.pdf_papers import published, sealed, to_be_sealed
from tests.benchmarks.rounds import rounds
from tests.portal.documents.debian_fonts import debian_font

Made = TypeVar("Made")

ROUNDS = rounds(5)
CHROMIUM = os.environ.get("PORTAL_CHROMIUM") or "/usr/bin/chromium"
#: Bytes of a one-page paper, and megabytes of a worker that has printed many: its own, and its part of what it shares.
MOST_BYTES, MOST_MEMORY = 110_000, 110


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("papers") / "papers.json"
    file.write_text(pdf_engines.pack(map(sealed, range(len(published())))))
    return file


def process(engine: str, papers: Path, rounds: int = ROUNDS) -> dict[str, float]:
    """Figures of one process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.pdf_engines", engine, str(papers), str(rounds)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def show(name: str, figures: dict[str, float]) -> None:
    print(
        f"\n{name:<24}{1000 * figures['cpu']:5.0f} ms of CPU, {1 / figures['cpu']:5.1f} papers a second, "
        f"{figures['bytes'] / 1000:4.0f} KB, {figures['pss']:4.0f} MB ({figures['rss']:.0f} with all that is shared)",
        end="",
    )


@pytest.fixture(scope="module")
def ours(papers: Path) -> dict[str, float]:
    return process("tuned", papers)


def test_size_of_papers_and_memory_of_their_worker(ours: dict[str, float]) -> None:
    assert ours["bytes"] <= MOST_BYTES
    assert ours["pss"] <= MOST_MEMORY


@pytest.mark.measure
def test_beside_weasyprint_as_it_comes(papers: Path, ours: dict[str, float]) -> None:
    assert debian_font("NotoSerifCJK-Bold.ttc")
    theirs = process("stock", papers, 3)
    show("stock, Debian's fonts", theirs)
    show("ours", ours)
    print(
        f"\nours: {theirs['cpu'] / ours['cpu']:.2f} times as fast, {theirs['bytes'] / ours['bytes']:.1f} times smaller"
    )


@pytest.mark.measure
def test_from_the_facts_on(papers: Path, ours: dict[str, float]) -> None:
    whole = process("whole", papers)
    show("ours, from the facts on", whole)
    print(f"\nfitting a form to its page adds {1000 * (whole['cpu'] - ours['cpu']):.0f} ms to its printing")
    assert whole["bytes"] == ours["bytes"]


@pytest.mark.measure
def test_two_processes_beside_one(papers: Path) -> None:
    def papers_a_second(count: int) -> float:
        with ThreadPoolExecutor(count) as pool:
            return sum(1 / figures["clock"] for figures in pool.map(lambda _: process("tuned", papers), range(count)))

    one, two = papers_a_second(1), papers_a_second(2)
    print(f"\none process {one:.1f} papers a second by the clock, two {two:.1f}: {two / one:.2f} times")


class Browser:
    """A warm headless Chromium."""

    def __init__(self, page: Any) -> None:
        self._page, self._styles = page, f"<style>{pdf_engines.styles_for_debian()}</style></head>"

    def render(self, html: str) -> bytes:
        self._page.set_content(pdf_engines.with_plain_picture(html.replace("</head>", self._styles)))
        return bytes(self._page.pdf(prefer_css_page_size=True, tagged=True))


@pytest.fixture
def browser() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip("there is no Chromium to compare with")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield Browser(chromium.new_page())
        chromium.close()


@pytest.mark.measure
def test_beside_a_warm_chromium(browser: Browser, papers: Path) -> None:
    pages = [paper["html"] for paper in json.loads(papers.read_text())]
    assert all(browser.render(html).startswith(b"%PDF") for html in pages)
    began = time.perf_counter()
    for _ in range(ROUNDS):
        sizes = [len(browser.render(html)) for html in pages]
    clock = (time.perf_counter() - began) / (ROUNDS * len(pages))
    ours = process("tuned", papers)["clock"]
    print(
        f"\nwarm Chromium {1000 * clock:.0f} ms by the clock, {max(sizes) / 1000:.0f} KB (no archival format); "
        f"ours {1000 * ours:.0f} ms: {clock / ours:.2f} times as fast"
    )


@pytest.mark.measure
@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("a list of 200 rows", longer(published()[0], 200)),
        ("a text of 5 000 characters", with_goal(published()[0], "全县按期足额发放，群众满意。" * 358)),
    ],
)
def test_long_papers(name: str, facts: Facts) -> None:
    page, breaking = timed(lambda: to_be_sealed(facts))
    pdf, printing = timed(lambda: render_pdf(page.html, seal_places=page.seal_places, code=page.code))
    print(f"\n{name}: {breaking:.2f} s to break into pages, {printing:.2f} s to print")
    assert pdf.startswith(b"%PDF")


def timed(act: Callable[[], Made]) -> tuple[Made, float]:
    """What ``act`` makes, and the seconds of CPU that it took the second time: the first loads the engine."""
    act()
    began = time.process_time()
    return act(), time.process_time() - began
