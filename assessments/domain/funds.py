"""The seven social-insurance funds (险种), their account codes and names (forms.md §0)."""

from dataclasses import dataclass
from enum import StrEnum

from assessments.domain.measures.spelling import bare


class Fund(StrEnum):
    """A fund's stable code, as the exchange format spells it."""

    EMPLOYEE_PENSION = "EMPLOYEE_PENSION"
    RESIDENT_PENSION = "RESIDENT_PENSION"
    GOV_PENSION = "GOV_PENSION"
    EMPLOYEE_MEDICAL = "EMPLOYEE_MEDICAL"
    RESIDENT_MEDICAL = "RESIDENT_MEDICAL"
    WORK_INJURY = "WORK_INJURY"
    UNEMPLOYMENT = "UNEMPLOYMENT"


@dataclass(frozen=True, slots=True)
class FundName:
    """The names of a fund: long name, the short one of a column head, and every other spelling seen on paper."""

    full: str
    short: str
    income_code: str
    expenditure_code: str
    aliases: tuple[str, ...] = ()


NAMES: dict[Fund, FundName] = {
    Fund.EMPLOYEE_PENSION: FundName(
        "企业职工基本养老保险",
        "企业职工养老",
        "10201",
        "20901",
        (
            "企业职工基本养老",
            "企业职工养老保险",
            "企业养老",
            "城镇职工基本养老保险",
            "城镇企业职工基本养老保险",
            "城镇职工养老保险",
        ),
    ),
    Fund.RESIDENT_PENSION: FundName(
        "城乡居民基本养老保险",
        "居民养老",
        "10210",
        "20910",
        (
            "城乡居民基本养老",
            "城乡居民社会养老保险",
            "城乡居民养老保险",
            "城乡居民养老",
            "城乡养老保险",
            "居民养老保险",
        ),
    ),
    Fund.GOV_PENSION: FundName(
        "机关事业单位基本养老保险",
        "机关养老",
        "10211",
        "20911",
        (
            "机关事业单位养老保险（改革）",
            "机关事业单位养老保险(改革)",
            "机关事业单位养老保险",
            "机关事业单位基本养老",
            "机关事业单位养老",
            "机关事业养老保险",
            "机关事业养老",
            "机关养老保险",
        ),
    ),
    Fund.EMPLOYEE_MEDICAL: FundName(
        "职工基本医疗保险（含生育保险）",
        "职工医保",
        "10203",
        "20903",
        (
            "职工基本医疗保险(含生育)",
            "职工基本医疗保险",
            "职工基本医疗（含生育）",
            "职工基本医疗",
            "城镇职工基本医疗保险",
            "城镇职工医疗保险",
            "城镇职工医保",
            "职工医疗保险",
            "职工医保（含生育）",
        ),
    ),
    Fund.RESIDENT_MEDICAL: FundName(
        "城乡居民基本医疗保险",
        "居民医保",
        "10212",
        "20912",
        ("城乡居民基本医疗", "城乡居民医疗保险", "城乡居民医保", "居民基本医疗保险", "居民医疗保险"),
    ),
    Fund.WORK_INJURY: FundName("工伤保险", "工伤", "10204", "20904"),
    Fund.UNEMPLOYMENT: FundName("失业保险", "失业", "10202", "20902"),
}

#: Funds pooled above the prefecture: below it their cells stay blank, never 0 (forms.md §0).
POOLED_ABOVE = frozenset({Fund.EMPLOYEE_PENSION, Fund.WORK_INJURY, Fund.UNEMPLOYMENT})


#: Every spelling with its fund, longest first.
_BY_LENGTH: tuple[tuple[str, Fund], ...] = tuple(
    sorted(
        {(bare(name), fund) for fund, known in NAMES.items() for name in (known.full, known.short, *known.aliases)},
        key=lambda pair: (-len(pair[0]), pair[0]),
    )
)


def fund_named_in(text: str) -> Fund | None:
    """The fund whose longest name or alias stands in ``text``; None where there is none."""
    said = bare(text)
    return next((fund for name, fund in _BY_LENGTH if name in said), None)


def funds_named_in(text: str) -> frozenset[Fund]:
    """Every fund that ``text`` names; a name inside a longer one does not count (居民养老 in 城乡居民养老保险)."""
    left, found = bare(text), set()
    for name, fund in _BY_LENGTH:
        if name in left:
            found.add(fund)
            left = left.replace(name, "，")
    return frozenset(found)


def fund_of(code: str) -> Fund | None:
    """The fund of an exchange-format code, or None where the code is unknown or blank."""
    return Fund(code) if code in Fund.__members__ else None
