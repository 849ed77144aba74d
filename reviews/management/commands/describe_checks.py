"""``describe_checks``: docs/checks.md as the code has it, on standard output."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

import assessments
from reviews.rendering.checks_page import page
from reviews.services.checking import findings_in
from reviews.services.files import read_parcel
from reviews.services.rulebook import chapters

_PUBLISHED = Path(assessments.__file__).parent / "demo" / "filings"


class Command(BaseCommand):
    help = "输出勾稽规则一览（docs/checks.md 的内容），不需要数据库。"
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Writes the page."""
        files = sorted(_PUBLISHED.glob("*.json"))
        published = {path.name: findings_in(read_parcel(path)) for path in files}
        self.stdout.write(page(chapters(), published), ending="")
