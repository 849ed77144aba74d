"""One process that prints papers over and over: ``python -m tests.benchmarks.pdf_engines ENGINE PAPERS ROUNDS``.

PAPERS is a JSON file with what :func:`pack` made. Prints one line of JSON: seconds of CPU and of the clock for a paper,
megabytes of memory at the end, and the largest file in bytes.
"""

import json
import os
import re
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import django

from portal.documents import pdf
from portal.documents.papers.printable_html import PrintableHtml, SealPlace

Paper = Mapping[str, Any]
Engine = Callable[[Paper], bytes]
#: What stands in the style sheets for our typefaces, in Debian's.
_DEBIAN = {
    "Jixiao Song": "Noto Serif CJK SC",
    "Jixiao Biaosong": "Noto Serif CJK SC",
    "Jixiao Hei": "Noto Sans CJK SC",
}
_QR = re.compile(r'src="(qr:[^"]+)"')


def pack(pages: Iterable[PrintableHtml]) -> str:
    """The papers as JSON."""
    return json.dumps(
        [
            {
                "number": number,
                "html": page.html,
                "title": page.title,
                "facts": page.facts.decode(),
                "code": page.code,
                "places": [(place.anchor, place.field, place.label) for place in page.seal_places],
            }
            for number, page in enumerate(pages)
        ]
    )


def styles_for_debian() -> str:
    """The papers' style sheets in Debian's typefaces, the title bold as there is no bolder one."""
    from django.contrib.staticfiles import finders

    from portal.documents.pdf.engine import STYLESHEETS

    text = "\n".join(Path(finders.find(name) or "").read_text() for name in STYLESHEETS)
    for ours, theirs in _DEBIAN.items():
        text = text.replace(f'"{ours}"', f'"{theirs}"')
    return f"{text}\n.sheet-t {{ font-weight: 700 }}"


def with_plain_picture(html: str) -> str:
    """``html`` with its QR code as a picture that every engine can read."""
    from portal.documents.pdf.pictures import qr_picture

    return _QR.sub(lambda found: f'src="data:image/png;base64,{_base64(qr_picture(found[1]))}"', html)


def _base64(picture: bytes | None) -> str:
    return b64encode(picture or b"").decode()


def tuned() -> Engine:
    """The portal's own."""
    pdf.warm_up()

    def render(paper: Paper) -> bytes:
        places = [SealPlace(*place) for place in paper["places"]]
        return pdf.render_pdf(
            paper["html"],
            title=paper["title"],
            facts=paper["facts"].encode(),
            seal_places=places,
            code=paper["code"],
        )

    return render


def whole() -> Engine:
    """The portal's own from the facts on: compute, fit to the page, write out and print."""
    from tests.benchmarks.pdf_papers import sealed

    render = tuned()

    def from_facts(paper: Paper) -> bytes:
        (written,) = json.loads(pack([sealed(int(paper["number"]))]))
        return render(written)

    return from_facts


def stock() -> Engine:
    """WeasyPrint as its manual shows it, with Debian's fonts; without fields, facts and mended tags."""
    from weasyprint import CSS, HTML

    styles = styles_for_debian()

    def render(paper: Paper) -> bytes:
        page = HTML(string=with_plain_picture(paper["html"]))
        return bytes(page.write_pdf(stylesheets=[CSS(string=styles)], pdf_variant="pdf/a-3a"))

    return render


OURS = ("tuned", "whole")
ENGINES: Mapping[str, Callable[[], Engine]] = {"tuned": tuned, "whole": whole, "stock": stock}


def memory() -> dict[str, float]:
    """Megabytes of this process: all that it maps (``rss``), and with what it shares counted in part (``pss``)."""
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    found = {name: int(rest.split()[0]) / 1024 for name, _, rest in (line.partition(":") for line in lines[1:])}
    return {"rss": found["Rss"], "pss": found["Pss"]}


def main(name: str, file: str, rounds: str) -> int:
    """Prints as a worker does: in a process that was forked from the one that loaded the portal."""
    django.setup()
    if name in OURS:
        pdf.load_code()
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    papers = json.loads(Path(file).read_text())
    print(json.dumps(figures(ENGINES[name](), papers, int(rounds))), flush=True)
    return 0


def figures(render: Engine, papers: list[Paper], rounds: int) -> dict[str, float]:
    """What printing each paper once to warm up and then ``rounds`` times cost."""
    sizes = [len(render(paper)) for paper in papers]
    cpu, clock = time.process_time(), time.perf_counter()
    for _ in range(rounds):
        for paper in papers:
            render(paper)
    count = rounds * len(papers)
    spent = {"cpu": (time.process_time() - cpu) / count, "clock": (time.perf_counter() - clock) / count}
    return spent | memory() | {"bytes": max(sizes)}


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
