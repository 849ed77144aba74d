"""Budget tables 表一–表十四 as frozen facts (forms.md §1.6)."""

from assessments.domain.tables.budget import BudgetCell, BudgetTable, BudgetTables, Datum, Scope, TableRow
from assessments.domain.tables.heads import STAGE_NAMES, FigureColumn, RateSort, Stage
from assessments.domain.tables.items import PARTS, BudgetItem
from assessments.domain.tables.rates import figures_of, readings_of
from assessments.domain.tables.reading import read_tables

__all__ = [
    "PARTS",
    "STAGE_NAMES",
    "BudgetCell",
    "BudgetItem",
    "BudgetTable",
    "BudgetTables",
    "Datum",
    "FigureColumn",
    "RateSort",
    "Scope",
    "Stage",
    "TableRow",
    "figures_of",
    "read_tables",
    "readings_of",
]
