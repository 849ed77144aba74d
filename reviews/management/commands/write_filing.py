"""``write_filing ID…``: papers of the portal as a file in the exchange format, as they were sent last."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from assessments.domain.exchange_writer import file_object
from assessments.domain.facts import Facts
from assessments.models import Filing
from assessments.queries import facts_of, facts_of_snapshot, latest_snapshot, with_squares


class Command(BaseCommand):
    help = "把系统里的表写成交换格式（JSON），可用 load_filing 再导入；已报送的写最近一版，其余写现在的内容。"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The ids of the papers, as they stand in their addresses."""
        parser.add_argument("filings", nargs="+", type=int, metavar="ID")

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes all of them into one file on standard output."""
        found = {filing.pk: filing for filing in with_squares(Filing.objects.filter(pk__in=options["filings"]))}
        if unknown := [str(pk) for pk in options["filings"] if pk not in found]:
            raise CommandError(f"没有这些表：{'、'.join(unknown)}")
        file = file_object(_as_sent(found[pk]) for pk in options["filings"])
        self.stdout.write(json.dumps(file, ensure_ascii=False, indent=1))


def _as_sent(filing: Filing) -> Facts:
    snapshot = latest_snapshot(filing)
    facts = facts_of_snapshot(snapshot) if snapshot else facts_of(filing)
    region = filing.obligation.unit.region
    return facts if facts.value("region_code") else facts.with_squares(region_code=region.code)
