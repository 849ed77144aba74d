"""``check_filing FILE…``: what the rules find in exchange files, without a database."""

from argparse import ArgumentParser
from typing import Any

from django.utils.translation import gettext as _

from assessments.domain.consistency import SEVERITY_NAMES
from assessments.services.wording import in_words
from reviews.management.commands._files import FilesCommand, one_line, one_object
from reviews.management.commands._progress import Progress
from reviews.services.batches import check_files, processors
from reviews.services.checking import CheckedFile, Placed


class Command(FilesCommand):
    help = (
        "核对交换格式的文件，每个文件输出一行 JSON，次序与参数相同；不需要数据库，多个文件时用上全部处理器。"
        "没有问题和有问题都返回 0，文件格式不对返回 2。"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """``FILE…``, ``--format`` and ``--jobs``."""
        super().add_arguments(parser)
        parser.add_argument("--jobs", type=_count, default=processors(), metavar="N", help="同时用几个处理器")

    def handle(self, *args: Any, **options: Any) -> None:
        """Checks every file."""
        names, printed = options["files"], _as_text if options["format"] == "text" else _as_json
        progress = Progress(self.stderr, len(names))
        for answer in check_files(names, printed, int(options["jobs"])):
            if answer.refusal:
                progress.clear()
                self.refuse(answer.name, answer.refusal)
            else:
                self.stdout.write(answer.text)
            progress.step()
        self.leave()


def _count(text: str) -> int:
    return max(1, int(text))


def _as_json(name: str, checked: CheckedFile) -> str:
    return one_object({"file": name, "findings": [_finding(item) for item in checked.findings]})


def _finding(item: Placed) -> dict[str, str]:
    finding = item.finding
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": item.where,
        "found": finding.found,
        "expected": finding.expected,
        "message": in_words(finding.message),
    }


def _as_text(name: str, checked: CheckedFile) -> str:
    counts = {
        "count": len(checked.findings),
        "applied": len(checked.applied),
        "not_applicable": len(checked.not_applicable),
    }
    words = _("%(count)d 项，适用 %(applied)d 条规则，不适用 %(not_applicable)d 条") % counts
    return "\n".join([one_line(f"{name}: {words}"), *map(_line, checked.findings)])


def _line(item: Placed) -> str:
    severity = _(SEVERITY_NAMES[item.finding.severity])
    return one_line(f"- {severity} {item.finding.rule} {item.where}: {in_words(item.finding.message)}")
