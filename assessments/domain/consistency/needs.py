"""The inputs that a rule needs; without them it is 不适用, which is not 通过 (forms.md §5)."""

from collections.abc import Callable
from enum import StrEnum

from assessments.domain.dossier import Dossier
from assessments.domain.wording import gettext_noop as _
from assessments.editions import edition_of


class Need(StrEnum):
    """An input of a rule."""

    FORM = "form"
    SIBLINGS = "siblings"
    INDICATORS = "indicators"
    SCORES = "scores"
    HEADS = "heads"
    UNITS = "units"
    SEVERAL_BUDGETS = "several_budgets"
    NARRATIVE = "narrative"
    TEXT = "text"
    TABLES = "tables"
    TARGETS = "targets"
    FIGURES = "figures"
    LAST_YEAR = "last_year"
    REGISTER = "register"


NEED_NAMES: dict[Need, str] = {
    Need.FORM: _("自评表或监控情况表"),
    Need.SIBLINGS: _("同单位同期的其他表"),
    Need.INDICATORS: _("指标表"),
    Need.SCORES: _("计分的自评表"),
    Need.HEADS: _("有表头的表或封面"),
    Need.UNITS: _("写了单位名称的表头或封面"),
    Need.SEVERAL_BUDGETS: _("有预算数的两张以上的表"),
    Need.NARRATIVE: _("绩效评价报告或预算说明"),
    Need.TEXT: _("表内或报告里的文字"),
    Need.TABLES: _("预算表"),
    Need.TARGETS: _("区域绩效目标表"),
    Need.FIGURES: _("预算表或区域绩效目标表"),
    Need.LAST_YEAR: _("上年的资料"),
    Need.REGISTER: _("单位名册"),
}

_MET: dict[Need, Callable[[Dossier], bool]] = {
    Need.FORM: lambda dossier: bool(dossier.filings),
    Need.SIBLINGS: lambda dossier: len(dossier.filings) > 1,
    Need.HEADS: lambda dossier: bool(dossier.filings or dossier.targets or dossier.narratives),
    Need.UNITS: lambda dossier: bool(dossier.filings or dossier.narratives),
    Need.INDICATORS: lambda dossier: any(facts.indicators for _place, facts in dossier.forms()),
    Need.SCORES: lambda dossier: any(edition_of(facts).weights for facts in dossier.filings),
    Need.SEVERAL_BUDGETS: lambda dossier: len(dossier.filings) + (dossier.tables is not None) > 1,
    Need.NARRATIVE: lambda dossier: bool(dossier.narratives),
    Need.TEXT: lambda dossier: bool(dossier.narratives or dossier.filings),
    Need.TABLES: lambda dossier: dossier.tables is not None,
    Need.FIGURES: lambda dossier: dossier.tables is not None or bool(dossier.targets),
    Need.TARGETS: lambda dossier: bool(dossier.targets),
    Need.LAST_YEAR: lambda dossier: dossier.last_year is not None,
    Need.REGISTER: lambda dossier: dossier.register is not None,
}


def is_met(need: Need, dossier: Dossier) -> bool:
    """True if ``dossier`` holds the input."""
    return _MET[need](dossier)
