"""``write_filing``: what it writes is loaded again as it stood."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from assessments.models import Filing
from tests.factories.reviews import Court
from tests.reviews.management.test_load_filing import ALL, load

pytestmark = pytest.mark.django_db


def written(*ids: int) -> str:
    out = StringIO()
    call_command("write_filing", *map(str, ids), stdout=out)
    return out.getvalue()


def test_what_was_loaded_is_written_as_it_was(tmp_path: Path) -> None:
    load(*ALL)
    copy = tmp_path / "copy.json"
    copy.write_text(written(*Filing.objects.values_list("pk", flat=True)), encoding="utf-8")
    assert load(copy) == ({"copy": ["unchanged"] * 8}, 0)


def test_what_was_sent_is_written_even_where_it_changed_since() -> None:
    filing = Court().submitted()
    filing.squares.filter(key="executed.total").update(raw="1")
    (paper,) = json.loads(written(filing.pk))["filings"]
    assert (paper["executed"], paper["region_code"]) == ({"total": "10800"}, filing.obligation.unit.region.code)


def test_a_paper_that_is_not_there_is_named() -> None:
    with pytest.raises(CommandError, match="没有这些表：7"):
        written(7)
