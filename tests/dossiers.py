"""Small files in the exchange format made up for one question, and what the rules find in them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from assessments.domain.consistency import Finding, check_dossier
from assessments.domain.dossier import Dossier
from assessments.domain.exchange import read_file_object
from assessments.domain.register import Register

Said = tuple[str, str, str, str]


def dossier(file: Mapping[str, Any], *, last_year: Mapping[str, Any] | None = None) -> Dossier:
    """The file's dossier, beside the one of the year before."""
    before = read_file_object(last_year).dossier if last_year else None
    return replace(read_file_object(file).dossier, last_year=before)


def findings(
    file: Mapping[str, Any],
    rule: str,
    *,
    last_year: Mapping[str, Any] | None = None,
    register: Register | None = None,
) -> list[Finding]:
    """What ``rule`` finds in the file."""
    checked = check_dossier(replace(dossier(file, last_year=last_year), register=register))
    return [finding for finding in checked.findings if finding.rule == rule]


def said(file: Mapping[str, Any], rule: str, **beside: Any) -> list[Said]:
    """Severity, place, found and expected of everything that ``rule`` finds in the file."""
    return [
        (finding.severity.value, finding.where, finding.found, finding.expected)
        for finding in findings(file, rule, **beside)
    ]


def table(*rows: list[str], columns: list[str], no: str = "表二", **squares: Any) -> dict[str, Any]:
    """One budget table."""
    return {"no": no, "columns": columns, "rows": list(rows)} | squares


def tables(*rows: list[str], columns: list[str], no: str = "表二", **squares: Any) -> dict[str, Any]:
    """A file with one budget table."""
    return {"tables": [table(*rows, columns=columns, no=no, **squares)]}


def monitoring_file(*rows: Mapping[str, str], month: int = 9, **squares: Any) -> dict[str, Any]:
    """A file with one 监控情况表 of 2020."""
    head = {"form": "monitoring_report", "monitoring_point": f"2020年{month}月", "indicators": list(rows)}
    return {"filings": [head | squares]}


def self_assessment_file(*rows: Mapping[str, str], **squares: Any) -> dict[str, Any]:
    """A file with one 自评表 of 2022."""
    return {"filings": [{"form": "self_assessment", "year": "2022", "indicators": list(rows)} | squares]}


def money(**columns: str) -> dict[str, Any]:
    """The totals of a money block."""
    return {column: {"total": total} for column, total in columns.items()}
