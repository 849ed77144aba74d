"""The portal's exchange format: a file's object as frozen facts, tolerant of everything but the shape.

Every value is a string exactly as printed; a blank is ``""``. Unknown squares are kept in ``texts`` and ``money``,
unknown keys of a row and an unknown form, fund or year in ``extras``. A file that is not of this shape at all raises
:class:`NotThisShape` with one clear line.
"""

import json
import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from assessments.domain.dossier import Dossier
from assessments.domain.facts import USUAL_UNIT, Facts, Form, Grade, Nature, Row, row_of
from assessments.domain.funds import Fund, fund_named_in, fund_of
from assessments.domain.kinds import KINDS, REGIONAL_TARGET, REVIEW_SHEET, SELF_ASSESSMENT, PaperKind
from assessments.domain.papers import Narrative
from assessments.domain.payloads import from_payload, to_payload
from assessments.domain.periods import Period, read_period
from assessments.domain.shape import NotThisShape, as_text
from assessments.domain.tables import read_tables
from assessments.domain.wording import gettext_noop as _
from assessments.editions import EDITIONS
from assessments.sheets.edition import Edition

__all__ = ["NotThisShape", "Parcel", "as_text", "from_payload", "read_file_object", "read_file_text", "to_payload"]

_NO_JSON = _("不是可以读取的 JSON 文件")
_NO_OBJECT = _("文件最外层应为对象（花括号）")
_NOTHING_KNOWN = _("文件里没有可以识别的内容，应有 filings、review_sheet、tables、targets 或 narrative")
_NO_LIST = _("{where} 应为列表（方括号）")
_NO_CODE = _("{where} 应为这一行的代码（不超过 20 个字母或数字），且不能与别的行相同")
_NO_ITEM = _("{where} 应为对象（花括号）")

#: The code of a row that the paper has of its own; it stands in keys.
_CODE = re.compile(r"\w{1,20}")
#: Keys that may stand in a file.
KNOWN_KEYS = frozenset(
    {
        "source",
        "region",
        "region_code",
        "amount_unit",
        "scope",
        "filings",
        "review_sheet",
        "tables",
        "targets",
        "narrative",
    }
)
#: Keys of a filing that are facts of their own, not squares.
_OWN = frozenset({"form", "edition", "fund", "year", "amount_unit"})
#: What a row's choices can be.
_CHOICES: Mapping[str, Collection[str]] = {"nature": frozenset(Nature), "grade": frozenset(Grade)}


@dataclass(frozen=True)
class Parcel:
    """The content of one file: forms, review sheets and target tables as facts, other parts as they stand there."""

    filings: tuple[Facts, ...] = ()
    review_sheets: tuple[Facts, ...] = ()
    tables: tuple[object, ...] = ()
    targets: tuple[Facts, ...] = ()
    narratives: tuple[Mapping[str, object], ...] = ()
    head: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def dossier(self) -> Dossier:
        """Everything in the file that is checked together."""
        return Dossier(
            filings=self.filings,
            narratives=tuple(_narrative(narrative, self.head) for narrative in self.narratives),
            tables=read_tables(self.tables, self.head),
            targets=self.targets,
            head=self.head,
        )


def read_file_text(text: str | bytes) -> Parcel:
    """A file's text; raises :class:`NotThisShape`. Numbers in it are kept digit by digit as printed."""
    try:
        found = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError):
        raise NotThisShape(_NO_JSON) from None
    return read_file_object(found)


def read_file_object(found: object) -> Parcel:
    """A file's object (already parsed); raises :class:`NotThisShape`."""
    if not isinstance(found, Mapping):
        raise NotThisShape(_NO_OBJECT)
    if not KNOWN_KEYS & set(found):
        raise NotThisShape(_NOTHING_KNOWN)
    return Parcel(
        filings=_forms(found, "filings", _form),
        review_sheets=_review_sheets(found),
        tables=_list(found.get("tables"), "tables"),
        targets=_forms(found, REGIONAL_TARGET.part, lambda _table: REGIONAL_TARGET.form),
        narratives=_one_or_more(found.get("narrative"), "narrative"),
        head={
            key: as_text(found[key])
            for key in ("source", "region", "region_code", "amount_unit", "scope")
            if key in found
        },
    )


def _list(value: object, where: str) -> tuple[object, ...]:
    if value is None or value == "":
        return ()
    if not isinstance(value, list | tuple):
        raise NotThisShape(_NO_LIST, where)
    return tuple(value)


def _objects(value: object, where: str) -> tuple[Mapping[str, object], ...]:
    items = _list(value, where)
    return tuple(_object(item, f"{where}[{index}]") for index, item in enumerate(items))


def _object(value: object, where: str) -> Mapping[str, object]:
    if not isinstance(value, Mapping):
        raise NotThisShape(_NO_ITEM, where)
    return value


def _one_or_more(value: object, where: str) -> tuple[Mapping[str, object], ...]:
    if isinstance(value, Mapping):
        return (value,)
    return _objects(value, where)


def _forms(file: Mapping[str, object], part: str, form_of: Callable[[Mapping[str, object]], Form]) -> tuple[Facts, ...]:
    found = enumerate(_objects(file.get(part), part))
    return tuple(_filing(filing, form_of(filing), f"{part}[{index}]", file) for index, filing in found)


def _review_sheets(file: Mapping[str, object]) -> tuple[Facts, ...]:
    part = REVIEW_SHEET.part
    sheets = _one_or_more(file.get(part), part)
    places = [part] if len(sheets) == 1 else [f"{part}[{number}]" for number in range(len(sheets))]
    pairs = zip(sheets, places, strict=True)
    return tuple(_filing(sheet, REVIEW_SHEET.form, where, file) for sheet, where in pairs)


def _filing(filing: Mapping[str, object], form: Form, where: str, file: Mapping[str, object]) -> Facts:
    kind = KINDS.get(form, SELF_ASSESSMENT)
    period = _period(filing, kind)
    edition = as_text(filing.get("edition")) or kind.usual
    declared = EDITIONS.get(edition, EDITIONS[kind.usual])
    declared = declared if declared.kind is kind else EDITIONS[kind.usual]
    known = declared.lists
    rows = {name: _named_rows(filing.get(name), f"{where}.{name}", name in declared.codes) for name in known}
    texts = {key: as_text(file[key]) for key in ("region", "region_code") if key in file}
    texts |= {key: as_text(value) for key, value in filing.items() if _is_text(key, value, known)}
    return Facts(
        form=form,
        edition=edition,
        fund=_fund(filing, kind),
        year=period.year,
        month=period.month if kind.monthly else None,
        amount_unit=as_text(filing.get("amount_unit")) or _unit_of_file(file, declared),
        imported=True,
        squares=texts | _blocks(filing, known),
        lists={
            name: tuple(_row(name, row, ref, columns) for ref, row in rows[name].items())
            for name, columns in known.items()
        },
        extras=_unknown_heads(filing, form, period) | _unknown_of_rows(rows, declared),
    )


def _narrative(found: Mapping[str, object], head: Mapping[str, str]) -> Narrative:
    cover, stated = found.get("cover"), as_text(found.get("form"))
    return Narrative(
        form=Form.BUDGET_STATEMENT if stated == Form.BUDGET_STATEMENT else Form.NARRATIVE_REPORT,
        region=as_text(found.get("region")) or head.get("region", ""),
        year=read_period(as_text(found.get("year"))).year,
        fund=_fund(found, SELF_ASSESSMENT),
        cover={key: as_text(value) for key, value in cover.items()} if isinstance(cover, Mapping) else {},
        paragraphs=_paragraphs(found.get("paragraphs")),
    )


def _paragraphs(found: object) -> tuple[str, ...]:
    """One text to a paragraph; a single text is cut at its line breaks."""
    if isinstance(found, list | tuple):
        return tuple(as_text(paragraph) for paragraph in found)
    return tuple(as_text(found).splitlines())


def _is_text(key: str, value: object, lists: Collection[str]) -> bool:
    return key not in _OWN and key not in lists and not isinstance(value, Mapping)


def _blocks(filing: Mapping[str, object], lists: Collection[str]) -> dict[str, str]:
    """The squares of blocks: ``{"executed": {"total": …}}`` → ``executed.total``."""
    blocks = [(key, value) for key, value in filing.items() if isinstance(value, Mapping)]
    return {
        f"{column}.{line}": as_text(amount)
        for column, block in blocks
        if column not in _OWN and column not in lists
        for line, amount in block.items()
    }


def _unknown_heads(filing: Mapping[str, object], form: Form, period: Period) -> dict[str, str]:
    stated = {key: as_text(filing.get(key)) for key in ("form", "fund", "year")}
    known = {"form": stated["form"] == form, "fund": fund_of(stated["fund"].strip()), "year": period.year}
    return {key: value for key, value in stated.items() if value and not known[key]}


def _unit_of_file(file: Mapping[str, object], edition: Edition) -> str:
    """The unit above the file; an edition with amounts in a unit of its own has that."""
    return edition.unit if edition.unit != USUAL_UNIT else as_text(file.get("amount_unit")) or USUAL_UNIT


def _fund(filing: Mapping[str, object], kind: PaperKind) -> Fund | None:
    """By its code, or by a name or alias in its place; a target table names it in its head."""
    named = ("fund_name", "fund", "title") if kind is REGIONAL_TARGET else ("fund",)
    texts = (as_text(filing.get(key))[:200] for key in named)
    return fund_of(as_text(filing.get("fund")).strip()) or next(filter(None, map(fund_named_in, texts)), None)


def _form(filing: Mapping[str, object]) -> Form:
    stated = as_text(filing.get("form"))
    if stated in set(Form):
        return Form(stated)
    monitors = "monitoring_point" in filing or as_text(filing.get("edition")).startswith("monitoring")
    return Form.MONITORING_REPORT if monitors else Form.SELF_ASSESSMENT


def _period(filing: Mapping[str, object], kind: PaperKind) -> Period:
    elsewhere = "title" if kind is REGIONAL_TARGET else "monitoring_point"
    point, year = read_period(as_text(filing.get(elsewhere))), read_period(as_text(filing.get("year")))
    return Period(year.year or point.year, point.month)


def _named_rows(found: object, where: str, coded: bool) -> dict[str, Mapping[str, object]]:
    """Rows by their references: their place, or the code of each where the edition gives them one."""
    rows = _objects(found, where)
    if not coded:
        return {str(place): row for place, row in enumerate(rows)}
    named: dict[str, Mapping[str, object]] = {}
    for place, row in enumerate(rows):
        code = as_text(row.get("code")).strip()
        if not _CODE.fullmatch(code) or code in named:
            raise NotThisShape(_NO_CODE, f"{where}[{place}].code")
        named[code] = row
    return named


def _row(name: str, row: Mapping[str, object], ref: str, columns: Collection[str]) -> Row:
    return row_of(name, ref, {key: as_text(value) for key, value in row.items() if _is_known(key, value, columns)})


def _is_known(key: str, value: object, columns: Collection[str]) -> bool:
    return key in columns and as_text(value) in _CHOICES.get(key, {as_text(value)})


def _unknown_of_rows(rows: Mapping[str, Mapping[str, Mapping[str, object]]], edition: Edition) -> dict[str, str]:
    return {
        f"{name}[{ref}].{key}": as_text(value)
        for name, listed in rows.items()
        for ref, row in listed.items()
        for key, value in row.items()
        if not _is_known(key, value, edition.lists[name]) and (key != "code" or name not in edition.codes)
    }
