"""Budget tables 表一–表十四 and 区域绩效目标表 as frozen facts (forms.md §1.5 and §1.6)."""

from assessments.domain.tables.budget import BudgetTables
from assessments.domain.tables.targets import TargetTable

__all__ = ["BudgetTables", "TargetTable"]
