"""``check_filing FILE…``: what the rules find in exchange files, without a database."""

from typing import Any

from django.utils.translation import gettext as _

from assessments.domain.consistency import SEVERITY_NAMES
from assessments.services.wording import in_words
from reviews.management.commands._files import FilesCommand, one_line
from reviews.services.checking import Placed, findings_in


class Command(FilesCommand):
    help = "核对交换格式的文件，每个文件输出一行 JSON；不需要数据库。没有问题和有问题都返回 0，文件格式不对返回 2。"

    def handle(self, *args: Any, **options: Any) -> None:
        """Checks every file."""
        for name, parcel in self.parcels(options["files"]):
            placed = list(findings_in(parcel))
            if options["format"] == "text":
                self._say(name, placed)
            else:
                self.answer({"file": name, "findings": [_as_json(item) for item in placed]})
        self.leave()

    def _say(self, name: str, placed: list[Placed]) -> None:
        self.stdout.write(one_line(f"{name}: {_('%(count)d 项') % {'count': len(placed)}}"))
        for item in placed:
            finding = item.finding
            severity = _(SEVERITY_NAMES[finding.severity])
            self.stdout.write(one_line(f"- {severity} {finding.rule} {item.where}: {in_words(finding.message)}"))


def _as_json(item: Placed) -> dict[str, str]:
    finding = item.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": item.where,
        "found": finding.found,
        "expected": finding.expected,
        "message": in_words(finding.message),
    }
