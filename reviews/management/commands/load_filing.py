"""``load_filing FILE…``: puts published filings and review sheets into the portal as imports."""

from typing import Any

from portal import clock
from reviews.management.commands._files import FilesCommand, one_line
from reviews.services.imports import load_parcel

#: Exit code where something was refused because a person has edited or sent it, or because it says too little.
REFUSED = 1


class Command(FilesCommand):
    help = (
        "把交换格式的文件导入系统，归到该区划该时期应报该险种的单位；重复导入与导入一次相同。"
        "绩效评价报告归到该单位该年度；预算表和预算说明只作核对，不保存。"
        "有人填报或送出的表不会被覆盖（返回 1），文件格式不对返回 2。"
    )

    def handle(self, *args: Any, **options: Any) -> None:
        """Loads every file, each of its parts by itself."""
        refused = False
        for name, parcel in self.parcels(options["files"]):
            parts = load_parcel(parcel=parcel, name=name, at=clock.now())
            refused = refused or any(part.outcome == "refused" for part in parts)
            loaded = [{"where": part.where, "outcome": part.outcome, "message": part.message} for part in parts]
            if options["verbosity"] and options["format"] == "json":
                self.answer({"file": name, "loaded": loaded})
            elif options["verbosity"]:
                for part in parts:
                    self.stdout.write(one_line(f"{name} {part.where}: {part.word} {part.message}"))
            for part in parts:
                if part.outcome in ("refused", "checked"):
                    self.stderr.write(one_line(f"{name} {part.where}: {part.message}"))
        self.leave(REFUSED if refused else 0)
