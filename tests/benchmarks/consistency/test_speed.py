"""What checking a report costs: CPU time for 5 000 characters, and whether many times the text costs many times that.

``./bin/bench tests/benchmarks/consistency`` shows it.
"""

import time
from dataclasses import replace
from itertools import count

from assessments.domain.consistency import check_dossier
from assessments.domain.dossier import Dossier
from tests.benchmarks.rounds import rounds
from tests.filings import BACHU, HESHUO, parcel

_LENGTH = 5_000
_TURNS = count()


def milliseconds(dossier: Dossier) -> float:
    """The CPU time of one check, its texts being read anew; the best of three where it is measured."""
    times = []
    for _turn in range(rounds(3)):
        fresh = _unread(dossier)
        began = time.process_time()
        check_dossier(fresh)
        times.append(time.process_time() - began)
    return 1000 * min(times)


def _unread(dossier: Dossier) -> Dossier:
    """The same with a text that nothing is kept of: its last paragraph is another each time."""
    (narrative,) = dossier.narratives
    paragraphs = (*narrative.paragraphs, f"附件{next(_TURNS)}。")
    return replace(dossier, narratives=(replace(narrative, paragraphs=paragraphs),))


def _long(name: str, length: int) -> Dossier:
    """A published dossier whose report is repeated to ``length`` characters."""
    dossier = parcel(name).dossier
    (narrative,) = dossier.narratives
    paragraphs = narrative.paragraphs * (length // sum(map(len, narrative.paragraphs)) + 1)
    kept, total = 0, 0
    while total < length:
        total += len(paragraphs[kept])
        kept += 1
    return replace(dossier, narratives=(replace(narrative, paragraphs=paragraphs[:kept]),))


def test_5_000_characters() -> None:
    spent = {name: milliseconds(_long(name, _LENGTH)) for name in (HESHUO, BACHU)}
    for name, each in spent.items():
        print(f"\n{name}: {each:.1f} ms of CPU for {_LENGTH} characters and the forms beside them")
    assert max(spent.values()) < 200


def test_time_grows_with_length_and_not_with_its_square() -> None:
    times = rounds(100, least=20)
    once, often = (milliseconds(_long(HESHUO, each * _LENGTH)) for each in (1, times))
    print(f"\n1×: {once:.0f} ms, {times}×: {often:.0f} ms")
    assert often < 2.5 * times * once
