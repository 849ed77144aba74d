"""What a save and every list cost among 200 filings and among 20 000 (with ``VOLUME=200000`` among so many).

The clerk is a realistic one: forms of 17 rows, four sister forms, last year's five, a narrative for each year. Prints
p50 and p95 and, because a busy machine says little by its clock, the least processor time of Python and of PostgreSQL
together; those are to stay within 1.3 times those of 200. Asserts only that everything was shown and saved.

``./bin/bench tests/benchmarks/test_volume.py`` shows it.
"""

import os
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import NamedTuple

import pytest
from django.db import connection, transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse

from assessments.models import Filing
from tests.benchmarks.rounds import rounds
from tests.factories.nation import FILINGS_A_YEAR, Nation, make_nation
from tests.factories.realistic import fill_all, payload

pytestmark = pytest.mark.django_db
COUNTIES, YEARS, ROUNDS = 10, 10, 1 + rounds(19)
FEW = {"prefectures": 1, "counties": 7, "years": 2}
MANY = int(os.environ.get("VOLUME", rounds(20_000)))
LISTS = {
    "clerk": ("assessments:tasks", "assessments:filings", "documents:list"),
    "reviewer": ("reviews:queue", "assessments:filings", "documents:list", "reviews:overview", "reviews:sheets"),
    "auditor": ("documents:list", "audit:entries"),
    "business_admin": ("assessments:cycles", "documents:list", "reviews:exports"),
}


class Cost(NamedTuple):
    """Of one act, in milliseconds: the clock's median and 95th of a hundred, and the least processor time."""

    p50: float
    p95: float
    processor: float


def squares(client: Client, filing: Filing) -> Callable[[], HttpResponseBase]:
    """Saves another figure each time, as the page's script does."""
    url, number = reverse("assessments:save_squares", args=[filing.pk]), iter(range(9000, 99_000))
    was = ""

    def save() -> HttpResponseBase:
        nonlocal was
        value = str(next(number))
        change = {"key": "executed.other", "value": value, "was": was}
        was = value
        return client.post(url, {"changes": [change]}, content_type="application/json")

    return save


def findings(client: Client, filing: Filing) -> Callable[[], HttpResponseBase]:
    """Asks what follows from what is saved, as the page's script does."""
    url, seen = reverse("assessments:findings", args=[filing.pk]), {"layout": "", "panel": ""}

    def ask() -> HttpResponseBase:
        response = client.post(url, seen, content_type="application/json")
        seen.update({name: response.json()[name] for name in seen})
        return response

    return ask


def acts_of(nation: Nation) -> Iterator[tuple[str, Callable[[], HttpResponseBase]]]:
    """The page, the save and the findings of one form, and every list of every role."""
    filing = fill_all(nation.cycle, nation.person("clerk"))[0]
    clients = {role: Client() for role in LISTS}
    for role, client in clients.items():
        client.force_login(nation.person(role))
    yield "save", squares(clients["clerk"], filing)
    yield "findings", findings(clients["clerk"], filing)
    yield "edit", partial(clients["clerk"].get, reverse("assessments:edit", args=[filing.pk]))
    for role, names in LISTS.items():
        for name in names:
            yield f"{role} {name}", partial(clients[role].get, reverse(name))


def cost_of(act: Callable[[], HttpResponseBase]) -> Cost:
    """What ``act`` costs once everything is warm."""
    assert [act().status_code for _warming in range(3)] == [200] * 3
    taken, worked = [], []
    for _round in range(ROUNDS):
        began, before = time.perf_counter(), processor()
        act()
        taken.append(time.perf_counter() - began)
        worked.append(processor() - before)
    cuts = quantiles(taken, n=20)
    return Cost(1000 * cuts[9], 1000 * cuts[-1], 1000 * min(worked))


def processor() -> float:
    """Processor seconds of this process and of its PostgreSQL backend."""
    backend = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat").read_text(encoding="ascii")
    return time.process_time() + int(backend.split()[0]) / 1e9


def costs_among(**size: int) -> Mapping[str, Cost]:
    """The cost of every act in a nation of this size, which is gone afterwards."""
    with transaction.atomic():
        nation = make_nation(**size, payload=payload())
        found = {name: cost_of(act) for name, act in acts_of(nation)}
        transaction.set_rollback(True)
    return found


@pytest.mark.measure
def test_a_save_and_every_list_among_many_filings() -> None:
    few = costs_among(**FEW)
    prefectures = MANY // (COUNTIES * YEARS * FILINGS_A_YEAR)
    many = costs_among(prefectures=prefectures, counties=COUNTIES, years=YEARS) if prefectures else few
    print(f"\n{'':32}{'200 filings':>24}{f'{MANY} filings':>27}")
    for name, (p50, p95, worked) in few.items():
        then = many[name]
        print(
            f"{name:32}{p50:8.1f}{p95:8.1f}{worked:8.1f} ms{then.p50:8.1f}{then.p95:8.1f}{then.processor:8.1f} ms"
            f"  × {then.processor / worked:.2f}"
        )
    assert many.keys() == few.keys()
