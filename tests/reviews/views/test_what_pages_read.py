"""What a save and the pages of every role read from the store does not grow with the papers of other prefectures."""

import json
from collections.abc import Callable, Mapping
from functools import partial

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from tests.factories.nation import Nation, make_nation
from tests.factories.realistic import fill_all, payload
from tests.rows_read import rows_read

pytestmark = pytest.mark.django_db

LISTS = {
    "clerk": ("assessments:tasks", "assessments:filings", "documents:list"),
    "reviewer": ("reviews:queue", "assessments:filings", "documents:list", "reviews:overview", "reviews:sheets"),
    "auditor": ("documents:list",),
    "business_admin": ("assessments:cycles", "documents:list", "reviews:exports"),
}


def acts_of(nation: Nation) -> Mapping[str, Callable[[], object]]:
    """Every list of every role, and the page and the save of one form."""
    clerk = nation.person("clerk")
    filing = fill_all(nation.cycle, clerk)[0]
    acts: dict[str, Callable[[], object]] = {}
    for role, names in LISTS.items():
        client = Client()
        client.force_login(nation.person(role))
        for name in names:
            acts[f"{role} {name}"] = partial(client.get, reverse(name))
    client = Client()
    client.force_login(clerk)
    change = {"changes": [{"key": "executed.other", "value": "1", "was": ""}]}
    body, kind = json.dumps(change), "application/json"
    acts["edit"] = partial(client.get, reverse("assessments:edit", args=[filing.pk]))
    acts["save"] = partial(client.post, reverse("assessments:save_squares", args=[filing.pk]), body, content_type=kind)
    return acts


def read_among(prefectures: int, *, counties: int = 2, years: int = 2) -> dict[str, int]:
    """The rows that each act reads in a nation of so many prefectures, after so many years."""
    with transaction.atomic():
        nation = make_nation(prefectures=prefectures, counties=counties, years=years, payload=payload())
        found = {name: rows_read(act) for name, act in acts_of(nation).items()}
        transaction.set_rollback(True)
    return found


def test_no_page_reads_more_for_the_papers_of_others() -> None:
    few, many = read_among(6), read_among(12)  # among three PostgreSQL reads in another order
    grown = {name: (read, many[name]) for name, read in few.items() if many[name] > 1.3 * read}
    assert grown == {}


def test_no_list_of_a_prefecture_reads_more_after_many_years() -> None:
    few, many = (read_among(1, counties=4, years=years) for years in (5, 10))
    lists = ("reviewer assessments:filings", *(f"{role} documents:list" for role in LISTS if role != "clerk"))
    grown = {name: (few[name], many[name]) for name in lists if many[name] > 1.3 * few[name]}
    assert grown == {}
